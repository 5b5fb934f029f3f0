// Labels: drawn over the network in pixels of the screen, so that they stay readable at every zoom.
// A label that finds no free place is left out; what matters more comes first.

import { data, isDisputed } from "../data.js";
import { emphasized, isDrawn, isEntityDrawn } from "../emphasis.js";
import { state } from "../state.js";
import { colour } from "../theme.js";
import { lineLabel } from "../words.js";
import { isInView, isWhole } from "./camera.js";
import { FONT, LINE_FONT, widthOf } from "./font.js";
import { drawDenials, drawRing, drawTies } from "./marks.js";
import { network, pointOn, sizeOf } from "./network.js";
import { TakenRoom, screenOf } from "./room.js";

const ALONG_LINE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const LIFTS = [0, -13, 13]; // a label stands on its line, else just above or below it
const FAR = 0.25; // zoomed out so far, marks without words would hide the drawing
const HURRY = 500; // statements; a thousand take over 50 ms to label
const HUB = 20; // a name that finds no free place may cover points with this many times fewer lines
const NODE_FONT = 13;
const MANY_LINES = 45; // when more are in view, only those are labelled that are chosen, denied or merely possible

function write(context, text, x, y, fill) {
  context.strokeStyle = colour("ground");
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = fill;
  context.fillText(text, x, y);
}

export function drawLabels(context) {
  const screen = screenOf(context);
  const emphasis = emphasized();
  const places = network.getPositions();
  const taken = new TakenRoom();
  const drawn = data.entities.filter(isEntityDrawn);
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  context.textAlign = "center";
  for (const entity of drawn) takeNode(taken, screen, places[entity.id], entity);
  if (!isHurried()) {
    drawDenials(context, screen, emphasis);
    drawTies(context, screen, places, emphasis);
  }
  for (const entity of drawn.filter(isDisputed)) drawRing(context, screen, places[entity.id], entity, emphasis);
  const lines = linesToLabel(screen, emphasis);
  context.font = LINE_FONT;
  const marks = reserveMarks(context, screen, taken, lines);
  for (const entity of byImportance(drawn, emphasis)) {
    labelNode(context, screen, taken, places[entity.id], entity, emphasis);
  }
  context.font = LINE_FONT;
  for (const statement of lines) labelLine(context, screen, taken, statement, marks.get(statement.id));
  context.restore();
}

// While a large drawing is moved, its lines go unlabelled: 60 pictures a second leave no time for more.
let isMoving = false;

export function setMoving(moving) {
  isMoving = moving;
}

function isHurried() {
  return isMoving && data.statements.length > HURRY;
}

function takeNode(taken, screen, place, entity) {
  const { x, y } = screen.place(place);
  const radius = sizeOf(entity) * screen.scale;
  taken.take({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, weight: entity.degree });
}

function byImportance(drawn, emphasis) {
  const weight = (entity) =>
    (state.id === entity.id ? 1e6 : 0) +
    (emphasis && emphasis.entities.has(entity.id) ? 1e5 : 0) +
    (isDisputed(entity) ? 100 : 0) +
    (entity.kind === "Name" ? -50 : 0) +
    entity.degree;
  return [...drawn].sort((a, b) => weight(b) - weight(a));
}

function labelNode(context, screen, taken, place, entity, emphasis) {
  const strong = !emphasis || emphasis.entities.has(entity.id);
  const lines = entity.lines.split("\n");
  const bold = state.id === entity.id || isDisputed(entity) ? "600 " : "";
  context.font = `${entity.kind === "Name" ? "italic " : ""}${bold}${NODE_FONT}px ${FONT}`;
  const width = Math.max(...lines.map((line) => widthOf(context, line))) + 6;
  const boxes = boxesAround(screen.place(place), entity, screen.scale, { width, height: lines.length * 16 });
  const findFree = (weight) => boxes.find((candidate) => isWhole(candidate) && taken.isFree(candidate, null, weight));
  const box = findFree(0) || findFree(entity.degree / HUB) || (state.id === entity.id ? boxes[0] : null);
  if (!box) return;
  taken.take(box);
  context.globalAlpha = strong ? 1 : 0.35;
  lines.forEach((line, i) => write(context, line, box.x + width / 2, box.y + 12 + i * 16, colour("text")));
  context.globalAlpha = 1;
}

// Where a label can stand: below its point, above, to the right, to the left, then askew.
function boxesAround({ x, y }, entity, scale, { width, height }) {
  const away = (sizeOf(entity) + (isDisputed(entity) ? 7 : 2)) * scale + 2;
  const corners = [
    [x - width / 2, y + away],
    [x - width / 2, y - away - height],
    [x + away, y - height / 2],
    [x - away - width, y - height / 2],
    ...[y + away / 2, y - away / 2 - height].flatMap((top) => [[x + away / 2, top], [x - away / 2 - width, top]]),
  ];
  return corners.map(([left, top]) => ({ x: left, y: top, width, height }));
}

// The lines to be labelled, what must not be overlooked first.
function linesToLabel(screen, emphasis) {
  if (isHurried()) return [];
  const inView = data.statements.filter((s) => isDrawn(s) && isInView(screen.place(pointOn(s.id, 0.5))));
  const crowded = inView.length > MANY_LINES;
  const rank = { denied: 0, possible: 1, attributed: 2, asserted: 2 };
  const matters = (s) => (emphasis ? emphasis.statements.has(s.id) : !crowded || rank[s.stance] < 2);
  return inView.filter(matters).sort((a, b) => rank[a.stance] - rank[b.stance]);
}

// A denial gets room for its mark before any label takes it: there may be none for the words.
function reserveMarks(context, screen, taken, lines) {
  const denied = screen.scale > FAR ? lines.filter((statement) => statement.stance === "denied") : [];
  const marks = new Map();
  for (const { id } of denied) {
    const boxes = boxesAlong(id, screen, widthOf(context, "✕"));
    const box = boxes.find((candidate) => isWhole(candidate) && taken.isFree(candidate)) || boxes[0];
    marks.set(id, box);
    taken.take(box);
  }
  return marks;
}

function labelLine(context, screen, taken, statement, mark) {
  const text = lineLabel(statement);
  const boxes = boxesAlong(statement.id, screen, widthOf(context, text) + 4);
  const free = boxes.find((box) => isWhole(box) && taken.isFree(box, mark));
  const box = free || (state.id === statement.id ? boxes[0] : mark);
  if (!box) return;
  taken.take(box);
  const words = box === mark ? "✕" : text;
  write(context, words, box.x + box.width / 2, box.y + 12, colour(`family-${statement.family}`));
}

// Where a label can stand: along its line, the middle first, then just above and below.
function boxesAlong(id, screen, width) {
  const points = ALONG_LINE.map((share) => screen.place(pointOn(id, share)));
  return LIFTS.flatMap((lift) => points.map(({ x, y }) => ({ x: x - width / 2, y: y - 8 + lift, width, height: 16 })));
}
