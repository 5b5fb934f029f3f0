// Copies of drawings in the page that stand by themselves: what style sheets say of them becomes attributes.

import { svg } from "../svg.js";

const KEPT_STYLES = [
  ...["fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin"],
  ...["paint-order", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "vector-effect", "transform"],
];
const OF_THE_PAGE = /^(class|style|role|tabindex|id|aria-.*|data-.*)$/;

// A copy of what is drawn and not hidden, without what is only for the page's readers and scripts.
export function standAlone(element) {
  const copy = svg(element.localName);
  const isDefinition = Boolean(element.closest("defs"));
  for (const { name: key, value } of element.attributes) {
    if (!OF_THE_PAGE.test(key) || (key === "id" && isDefinition)) copy.setAttribute(key, value);
  }
  keepStyles(copy, element);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (isDrawnElement(child)) copy.append(standAlone(child));
  }
  return copy;
}

function keepStyles(copy, element) {
  const style = getComputedStyle(element);
  for (const key of KEPT_STYLES) {
    const value = style.getPropertyValue(key);
    if (value && !(key === "transform" && (value === "none" || element.hasAttribute(key)))) copy.setAttribute(key, value);
  }
}

function isDrawnElement(child) {
  return child.nodeType === Node.ELEMENT_NODE && child.localName !== "title" && getComputedStyle(child).display !== "none";
}

// A drawing as a part of another, cut off at its edges, on the ground that it has in the page.
export function placedCopy(element, { x, y, width, height }) {
  const part = svg("svg", { x, y, width, height });
  const box = element.getAttribute("viewBox");
  if (box) part.setAttribute("viewBox", box);
  const ground = getComputedStyle(element.parentElement).backgroundColor;
  if (!/, 0\)$/.test(ground)) part.append(svg("rect", { x: 0, y: 0, width, height, fill: ground }));
  part.append(...standAlone(element).childNodes);
  return part;
}
