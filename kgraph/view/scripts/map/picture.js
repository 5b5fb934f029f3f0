// The map as a picture to keep: one SVG with the overview, the insets and what is said of them, or a PNG of it.

import { byId, data } from "../data.js";
import { fileName, save } from "../saving.js";
import { setAttributes, svg } from "../svg.js";

// What of an element's looks goes into the picture, and what it is without saying so.
const PICTURE_STYLES = {
  fill: "rgb(0, 0, 0)", "fill-rule": "nonzero", opacity: "1", "paint-order": "normal", stroke: "none",
  "stroke-dasharray": "none", "stroke-linejoin": "miter", "stroke-opacity": "1", "stroke-width": "1px",
  transform: "none", "vector-effect": "none",
};
const TEXT_STYLES = { "font-size": "", "font-weight": "400", "text-anchor": "start" };
const INHERITED = new Set(["fill", "fill-rule", "paint-order", "stroke", "stroke-dasharray", "stroke-linejoin", "stroke-opacity", "stroke-width"]);
const PICTURE_MARGIN = 12;
const PICTURE_NOTE = 40;
const PICTURE_PIXELS = 2; // of a PNG, to one of the screen

// A copy that looks the same without the style sheet of the page.
function copyWithStyle(element) {
  const copy = element.cloneNode(false);
  for (const name of ["class", "role", "tabindex", "aria-label", "aria-hidden", "aria-pressed", "data-mark"]) copy.removeAttribute(name);
  const style = getComputedStyle(element);
  const looks = { ...PICTURE_STYLES, ...(element.localName === "text" && TEXT_STYLES) };
  for (const [name, usual] of Object.entries(looks)) {
    const value = style.getPropertyValue(name);
    const inherited = element.parentElement && getComputedStyle(element.parentElement).getPropertyValue(name);
    if (value !== usual || (INHERITED.has(name) && inherited !== value)) copy.style.setProperty(name, value);
  }
  for (const child of element.childNodes) {
    const isHidden = child.nodeType === Node.ELEMENT_NODE && getComputedStyle(child).display === "none";
    if (!isHidden) copy.append(child.nodeType === Node.ELEMENT_NODE ? copyWithStyle(child) : child.cloneNode());
  }
  return copy;
}

function boxIn(view, element) {
  const [frame, box] = [view.getBoundingClientRect(), element.getBoundingClientRect()];
  return { x: box.left - frame.left, y: box.top - frame.top + view.scrollTop, width: box.width, height: box.height };
}

function copyOfMap(view, drawing) {
  const copy = copyWithStyle(drawing);
  setAttributes(copy, { ...boxIn(view, drawing), overflow: "hidden" });
  copy.removeAttribute("style");
  return copy;
}

function copyOfInset(view, figure) {
  const box = boxIn(view, figure);
  const text = getComputedStyle(figure).borderTopColor;
  const frame = svg("rect", { ...box, fill: "none", stroke: text });
  const letter = svg("text", { x: box.x + 7, y: box.y + 18, fill: text, "font-weight": 700, "font-size": 14 }, figure.querySelector("button").textContent);
  const ground = svg("rect", { ...box, fill: getComputedStyle(figure).backgroundColor });
  return [ground, copyOfMap(view, figure.querySelector("svg")), frame, letter];
}

// The whole as one SVG, as it is on the screen.
export function mapPicture() {
  const view = byId("view-map");
  const figures = [...document.querySelectorAll(".inset")].filter((figure) => figure.checkVisibility());
  const frame = byId("map-frame");
  const bottom = Math.max(...[frame, ...figures].map((each) => boxIn(view, each)).map((box) => box.y + box.height));
  const [width, height] = [frame.clientWidth, bottom + PICTURE_NOTE];
  const style = getComputedStyle(document.body);
  const picture = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": style.fontFamily });
  const note = `${data.title}. No boundary is drawn, and the map takes no position. Coasts: Natural Earth.`;
  picture.append(
    copyWithStyle(byId("map-land").firstChild),
    svg("rect", { width, height, fill: style.backgroundColor }),
    svg("rect", { ...boxIn(view, frame), fill: getComputedStyle(frame).backgroundColor }),
    copyOfMap(view, byId("map-overview")),
    ...figures.flatMap((figure) => copyOfInset(view, figure)),
    svg("text", { x: PICTURE_MARGIN, y: height - PICTURE_MARGIN, fill: style.color, "font-size": 13 }, note),
  );
  return picture;
}

function pictureText() {
  return new XMLSerializer().serializeToString(mapPicture());
}

function saveMapSvg() {
  save(pictureText(), "image/svg+xml", fileName("map", "svg"));
}

async function saveMapPng() {
  const address = URL.createObjectURL(new Blob([pictureText()], { type: "image/svg+xml" }));
  const image = Object.assign(new Image(), { src: address });
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * PICTURE_PIXELS, height: image.height * PICTURE_PIXELS });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((blob) => save(blob, "image/png", fileName("map", "png")));
}

export function startMapPictures() {
  byId("map-svg").addEventListener("click", saveMapSvg);
  byId("map-png").addEventListener("click", saveMapPng);
}
