// The land of the map: sheets of it, coarse for the world and finer where places lie, each decoded once.

import { data } from "../data.js";
import { svg } from "../svg.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SEEN = 0.3; // pixels of a unit from which on a sheet's detail shows
const SEA_OFF = 5; // units: more than a pixel where the sheet is shown
const SHEETS = data.map ? data.map.sheets : [];

// Numbers from base64 VLQ, as in source maps: the lowest digit first, its lowest bit the sign.
function decodeNumbers(text) {
  const numbers = [];
  let [number, place] = [0, 0];
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    number += (digit & 31) * 2 ** place;
    place += 5;
    if (digit < 32) {
      numbers.push(number % 2 ? -(number - 1) / 2 : number / 2);
      [number, place] = [0, 0];
    }
  }
  return numbers;
}

// A ring of land as a path: a point, and from there steps to the next ones.
function ringPath(text) {
  const [x, y, ...steps] = decodeNumbers(text);
  return `M${x} ${y}l${steps.join(" ")}z`;
}

// A sheet covers the coarser ones under it with sea before it draws its land. The sea stays off its edge: there land
// must meet land without the finest line between, which would look like a boundary.
function drawSheet({ window: [west, south, east, north], step, land }, i) {
  const box = (off) => ({ x: west + off, y: off - north, width: east - west - 2 * off, height: north - south - 2 * off });
  const path = svg("path", {
    class: "land",
    d: land.split(" ").filter(Boolean).map(ringPath).join(""),
    transform: `translate(${west} ${-north}) scale(${step})`,
  });
  return [
    svg("clipPath", { id: `land-edge-${i}` }, svg("rect", box(0))),
    svg("g", { id: `land-${i}`, "clip-path": `url(#land-edge-${i})` }, svg("rect", { class: "sea", ...box(SEA_OFF * step) }), path),
  ];
}

// What all maps of the page take their land from.
export function landDefinitions() {
  return svg("defs", {}, ...SHEETS.flatMap(drawSheet));
}

// One map's land: in degrees, latitude upwards; the map sets the scale.
export function makeLand() {
  return svg("g", { class: "land-sheets" }, ...SHEETS.map((_, i) => svg("use", { href: `#land-${i}` })));
}

// Show the sheets that lie in the window and are as fine as its scale asks for.
export function showSheets(group, mapWindow) {
  const { west, south, east, north } = mapWindow.edges;
  SHEETS.forEach((sheet, i) => {
    const [left, bottom, right, top] = sheet.window;
    const meets = left < east && right > west && bottom < north && top > south;
    const shows = i === 0 || sheet.step * mapWindow.scale > SEEN;
    group.children[i].classList.toggle("away", !(meets && shows));
  });
}
