// The view as a picture of its own: title, scope and legend around the drawing; as SVG, and from that as PNG.

import { byId, data } from "../data.js";
import { FONT } from "../graph/font.js";
import { canvas, network } from "../graph/network.js";
import { state } from "../state.js";
import { scopeInWords } from "../scope.js";
import { svg } from "../svg.js";
import { colour, isDark, setTheme } from "../theme.js";
import { timelineParts } from "../timeline/view.js";
import { placedCopy, standAlone } from "./copies.js";
import { legendParts } from "./legend.js";
import { Recorder } from "./recorder.js";

const SURROUND = 20;
const ROW_HEIGHT = 18;
const SHARPNESS = 2; // pixels of the file for one of the screen
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // no XML may hold these, escaped or not
const DRAWN = { graph: graphParts, map: mapParts, timeline: timelineParts };
const ruler = document.createElement("canvas").getContext("2d");

export function hasPicture() {
  return state.view in DRAWN;
}

// What vis-network and our labels draw on the canvas, drawn once more on what keeps it.
function graphParts() {
  const recorder = new Recorder(ruler);
  const getContext = network.canvas.getContext;
  network.canvas.getContext = () => recorder;
  recorder.setTransform(1, 0, 0, 1, 0, 0);
  const setTransform = network.canvas.setTransform;
  network.canvas.setTransform = () => {};
  try {
    network.renderer._redraw();
  } finally {
    Object.assign(network.canvas, { getContext, setTransform });
  }
  network.redraw();
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const part = svg("svg", { x: 0, y: 0, width, height }, recorder.group);
  return { parts: [part], width, height, withPoints: true };
}

// All maps of the view, where they stand in it, with the land that they share.
function mapParts() {
  const drawings = [byId("map-overview"), ...byId("map-insets").querySelectorAll("svg")];
  const boxes = drawings.map((drawing) => drawing.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const placed = drawings.map((drawing, i) => {
    const { width, height } = boxes[i];
    const copy = placedCopy(drawing, { x: boxes[i].left - left, y: boxes[i].top - top, width, height });
    const letter = drawing.parentElement.querySelector("button");
    if (i && letter) copy.append(...letterParts(letter.textContent));
    return copy;
  });
  const land = [...byId("map-land").querySelectorAll("defs")].map(standAlone);
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const note = "No boundary is drawn, and the map takes no position. Coasts: Natural Earth.";
  return { parts: [...land, ...placed], width: right - left, height: bottom - top, withPoints: true, note };
}

// The letter by which an inset is found on the overview.
function letterParts(letter) {
  const box = svg("rect", { x: 0, y: 0, width: 22, height: 22, fill: colour("text") });
  return [box, svg("text", { x: 11, y: 16, "text-anchor": "middle", "font-family": FONT, "font-size": 14, "font-weight": 700, fill: colour("ground") }, letter)];
}

// The picture of the view as an element; `light`: on white, whatever the screen; `most`: rows on paper, which
// has a heading of its own.
export function makePicture(light, most) {
  const turn = light && isDark();
  if (turn) setTheme(false);
  try {
    return framed(DRAWN[state.view](most), !most);
  } finally {
    if (turn) setTheme(true);
  }
}

function framed({ parts, width, height, withPoints, note = "" }, hasHeading) {
  const heading = [...(hasHeading ? headingRows(width) : []), ...(note ? [[note, ""]] : [])];
  const top = SURROUND + heading.length * ROW_HEIGHT + 10;
  const legend = legendParts(width, withPoints, (words) => widthInPicture(words, ""), (words, x, y) => textRow(words, x, y, ""));
  const total = { width: Math.ceil(width + 2 * SURROUND), height: Math.ceil(top + height + 14 + legend.height + SURROUND) };
  return svg(
    "svg",
    { ...total, viewBox: `0 0 ${total.width} ${total.height}` },
    svg("title", {}, data.title),
    svg("rect", { width: total.width, height: total.height, fill: colour("ground") }),
    ...heading.map(([words, weight], i) => textRow(words, SURROUND, SURROUND + 12 + i * ROW_HEIGHT, weight)),
    svg("g", { transform: `translate(${SURROUND} ${top})` }, ...parts),
    svg("g", { transform: `translate(${SURROUND} ${top + height + 14})` }, ...legend.parts),
  );
}

function headingRows(width) {
  const rows = [...wrapped(data.title, width, "600").slice(0, 2).map((words) => [words, "600"])];
  return [...rows, ...scopeInWords().flatMap((words) => wrapped(words, width, "").slice(0, 3)).map((words) => [words, ""])];
}

function widthInPicture(words, weight) {
  ruler.font = `${weight ? `${weight} ` : ""}${weight ? 15 : 13}px ${FONT}`;
  return ruler.measureText(words).width;
}

// A text in lines that fit; a word that is too long by itself is cut.
function wrapped(words, width, weight) {
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (widthInPicture(longer, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push([...word].slice(0, Math.floor(width / 15)).join(""));
  }
  return lines.filter(Boolean);
}

function textRow(words, x, y, weight) {
  const looks = { "font-family": FONT, "font-size": weight ? 15 : 13, fill: colour("text"), ...(weight ? { "font-weight": weight } : {}) };
  return svg("text", { x, y, ...looks }, words);
}

export function asText(picture) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture).replace(NOT_XML, "\ufffd")}\n`;
}

export async function asPng(picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(picture))}`;
  await image.decode();
  const sheet = document.createElement("canvas");
  sheet.width = Number(picture.getAttribute("width")) * SHARPNESS;
  sheet.height = Number(picture.getAttribute("height")) * SHARPNESS;
  sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
  return new Promise((done) => sheet.toBlob(done, "image/png"));
}
