// Elements of a drawing in the page.

const SVG = "http://www.w3.org/2000/svg";

// Make an element with attributes; children are elements or texts.
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

// Set attributes, but touch only what changes; null takes one away.
export function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(key);
    else if (element.getAttribute(key) !== String(value)) element.setAttribute(key, value);
  }
}
