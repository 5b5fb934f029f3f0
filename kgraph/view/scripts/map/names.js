// The names beside the symbols: the more important first, and none where it would cover another or a symbol.

import { isDisputed } from "../data.js";
import { FONT, widthOf } from "../graph/font.js";
import { TakenRoom } from "../graph/room.js";
import { svg } from "../svg.js";

const NAME_SIZE = 13;
const NAME_LINE = 15;
const NAME_AWAY = 14; // pixels from the middle of a symbol; 18 where a second ring says that it is chosen
const nameBrush = document.createElement("canvas").getContext("2d");

function boxAroundSpot({ x, y }, half) {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

// What matters more is drawn in full and has its name: the chosen, what many claim, what much is said of.
export function weightOfSpot(spot) {
  return (spot.isChosen ? 1e6 : 0) + (spot.isFaded ? -1e5 : 0) + 100 * spot.entity.claimants.length + spot.entity.degree;
}

function sizeOfName(spot) {
  nameBrush.font = `${isDisputed(spot.entity) || spot.isChosen ? "600 " : ""}${NAME_SIZE}px ${FONT}`;
  const lines = spot.entity.lines.split("\n");
  return { lines, width: Math.max(...lines.map((line) => widthOf(nameBrush, line))) + 4, height: lines.length * NAME_LINE };
}

// To the right of the symbol, to the left, below, above, then askew.
function boxesBeside(spot, { width, height }) {
  const { x, y } = spot.at;
  const away = NAME_AWAY + (spot.isChosen ? 4 : 0);
  const sides = [x + away, x - away - width];
  const middles = [y - height / 2, y + 3, y - 3 - height];
  const besides = middles.flatMap((top) => sides.map((left) => [left, top]));
  const over = [0.5, 0.8, 0.2].flatMap((share) => [y + away, y - away - height].map((top) => [x - width * share, top]));
  return [...besides.slice(0, 2), ...over.slice(0, 2), ...besides.slice(2), ...over.slice(2)].map(([left, top]) => ({ x: left, y: top, width, height }));
}

function isInsideMap(box, { width, height }) {
  return box.x >= 2 && box.y >= 2 && box.x + box.width <= width - 2 && box.y + box.height <= height - 2;
}

function drawPlaceName(spot, box, lines) {
  const onRight = box.x > spot.at.x;
  const onLeft = box.x + box.width < spot.at.x;
  const x = onRight ? box.x + 2 : onLeft ? box.x + box.width - 2 : box.x + box.width / 2;
  const spans = lines.map((line, i) => svg("tspan", { x, y: box.y + 12 + i * NAME_LINE }, line));
  const emphasis = `${isDisputed(spot.entity) ? " disputed" : ""}${spot.isFaded ? " faded" : ""}${spot.isChosen ? " chosen" : ""}`;
  const anchor = onRight ? "start" : onLeft ? "end" : "middle";
  return svg("text", { class: `map-name${emphasis}`, "text-anchor": anchor, "data-entity": spot.entity.id }, ...spans);
}

// The names of the spots that are drawn in full, as elements; some find no place beside what is taken.
export function drawNames(spots, size, taken) {
  const room = new TakenRoom();
  for (const box of taken) room.take(box);
  for (const spot of spots) room.take(boxAroundSpot(spot.at, spot.isDot || spot.isSmall ? 4 : 13));
  const names = [];
  for (const spot of spots.filter((each) => !each.isDot && !each.isSmall).sort((a, b) => weightOfSpot(b) - weightOfSpot(a))) {
    const name = sizeOfName(spot);
    const boxes = boxesBeside(spot, name).filter((box) => isInsideMap(box, size));
    const box = boxes.find((each) => room.isFree(each)) || (spot.isChosen ? boxes[0] : null);
    if (!box) continue;
    room.take(box);
    names.push(drawPlaceName(spot, box, name.lines));
  }
  return names;
}
