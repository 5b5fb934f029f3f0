// Labels: drawn over the network in pixels of the screen, so that they stay readable at every zoom.
// A label that finds no free place is left out; what matters more comes first.

import { isDisputed } from "../data.js";
import { drawn, emphasized } from "../emphasis.js";
import { once } from "../once.js";
import { state } from "../state.js";
import { colour } from "../theme.js";
import { lineLabel } from "../words.js";
import { curveOf, pointAt } from "./curves.js";
import { FONT, LINE_FONT, widthOf } from "./font.js";
import { CROSS_ROOM, drawCross, drawDenials, drawRing, drawTies } from "./marks.js";
import { network, sizeOf } from "./network.js";
import { TakenRoom, screenOf } from "./room.js";

const ALONG_LINE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const LIFTS = [0, -13, 13]; // a label stands on its line, else just above or below it
const FAR = 0.25; // zoomed out so far, marks without words would hide the drawing
const HUB = 20; // a name that finds no free place may cover points with this many times fewer lines
const MANY_POINTS = 150; // when more are in view, the names of the foremost may cover all that matters less
const FOREMOST = 24;
const NODE_FONT = 13;
const ROW = 16; // the height of a line of a label
const MANY_LINES = 45; // when more are in view, only those are labelled that are chosen, denied or merely possible
const AFTER_CROSS = 3;
const RANK = { denied: 0, possible: 1, attributed: 2, asserted: 2 };

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
  const taken = new TakenRoom();
  const points = drawn().points.map((entity) => onScreen(screen, entity)).filter(({ at }) => screen.isNear(at));
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  context.textAlign = "center";
  for (const point of points) takePoint(taken, point);
  drawDenials(context, screen, emphasis);
  drawTies(context, screen, emphasis);
  for (const { at, entity } of points) if (isDisputed(entity)) drawRing(context, screen, at, entity, emphasis);
  const lines = linesToLabel(screen, emphasis);
  context.font = LINE_FONT;
  const marks = reserveMarks(screen, taken, lines);
  byImportance(points, emphasis).forEach((point, i) => {
    const isForemost = points.length > MANY_POINTS && i < FOREMOST;
    labelPoint(context, screen, taken, point, { emphasis, covers: isForemost ? point.entity.degree : point.entity.degree / HUB });
  });
  context.font = LINE_FONT;
  for (const line of lines) labelLine(context, screen, taken, line, marks.get(line.statement.id));
  context.restore();
}

function onScreen(screen, entity) {
  return { entity, at: screen.place(network.body.nodes[entity.id]), radius: sizeOf(entity) * screen.scale };
}

function takePoint(taken, { entity, at, radius }) {
  taken.take({ x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius, weight: entity.degree });
}

function byImportance(points, emphasis) {
  const weight = ({ entity }) =>
    (state.id === entity.id ? 1e6 : 0) +
    (emphasis && emphasis.entities.has(entity.id) ? 1e5 : 0) +
    (isDisputed(entity) ? 100 : 0) +
    (entity.kind === "Name" ? -50 : 0) +
    entity.degree;
  const weighed = points.map((point) => ({ point, weight: weight(point) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ point }) => point);
}

// `covers`: points with fewer lines than so many may lie under the label if it finds no free place.
function labelPoint(context, screen, taken, point, { emphasis, covers }) {
  const { entity } = point;
  const chosen = state.id === entity.id;
  const isFree = (box) => screen.isWhole(box) && taken.isFree(box, null, covers);
  // Letters are over three pixels wide: most labels are ruled out without measuring them.
  const least = leastSizeOf(entity);
  if (!chosen && !boxesAround(point, screen.scale, least.width, least.height).some(isFree)) return;
  const { font, rows, width, height } = labelOf(context, entity, chosen || isDisputed(entity));
  const boxes = boxesAround(point, screen.scale, width, height);
  const isWhollyFree = (box) => screen.isWhole(box) && taken.isFree(box);
  const box = boxes.find(isWhollyFree) || boxes.find(isFree) || (chosen ? boxes[0] : null);
  if (!box) return;
  taken.take(box);
  context.font = font;
  context.globalAlpha = !emphasis || emphasis.entities.has(entity.id) ? 1 : 0.35;
  rows.forEach((row, i) => write(context, row, box.x + width / 2, box.y + 12 + i * ROW, colour("text")));
  context.globalAlpha = 1;
}

const leastSizes = new Map();

function leastSizeOf({ id, lines }) {
  if (!leastSizes.has(id)) {
    const rows = lines.split("\n");
    leastSizes.set(id, { width: 3 * Math.max(...rows.map((row) => row.length)), height: rows.length * ROW });
  }
  return leastSizes.get(id);
}

const pointLabels = { plain: new Map(), bold: new Map() }; // by entity; even to set a font takes time

function labelOf(context, entity, bold) {
  const known = pointLabels[bold ? "bold" : "plain"];
  if (!known.has(entity.id)) known.set(entity.id, measureLabel(context, entity, bold));
  return known.get(entity.id);
}

function measureLabel(context, entity, bold) {
  const font = `${entity.kind === "Name" ? "italic " : ""}${bold ? "600 " : ""}${NODE_FONT}px ${FONT}`;
  const rows = entity.lines.split("\n");
  context.font = font;
  const width = Math.max(...rows.map((row) => widthOf(context, row))) + 6;
  return { font, rows, width, height: rows.length * ROW };
}

// Where a label can stand: below its point, above, to the right, to the left, then askew.
function boxesAround({ at: { x, y }, entity, radius }, scale, width, height) {
  const away = radius + (isDisputed(entity) ? 7 : 2) * scale + 2;
  const tops = [y + away / 2, y - away / 2 - height];
  return [
    { x: x - width / 2, y: y + away, width, height },
    { x: x - width / 2, y: y - away - height, width, height },
    { x: x + away, y: y - height / 2, width, height },
    { x: x - away - width, y: y - height / 2, width, height },
    { x: x + away / 2, y: tops[0], width, height },
    { x: x - away / 2 - width, y: tops[0], width, height },
    { x: x + away / 2, y: tops[1], width, height },
    { x: x - away / 2 - width, y: tops[1], width, height },
  ];
}

// The lines to be labelled, what must not be overlooked first.
function linesToLabel(screen, emphasis) {
  const isCrowded = once(() => hasManyLines(screen));
  const matters = (s) => (emphasis ? emphasis.statements.has(s.id) : RANK[s.stance] < 2 || !isCrowded());
  const wanted = drawn().lines.filter(matters).map((statement) => ({ statement, curve: curveOf(statement.id) }));
  const inView = wanted.filter(({ curve }) => isInView(screen, curve));
  return inView.sort((a, b) => RANK[a.statement.stance] - RANK[b.statement.stance]);
}

function isInView(screen, curve) {
  return screen.holds(screen.place(pointAt(curve, 0.5)));
}

// Counted up to what is too many, since in a large drawing that is found at once.
function hasManyLines(screen) {
  let count = 0;
  return drawn().lines.some(({ id }) => isInView(screen, curveOf(id)) && ++count > MANY_LINES);
}

// A denial gets room for its mark before any label takes it: there may be none for the words.
function reserveMarks(screen, taken, lines) {
  const denied = screen.scale > FAR ? lines.filter(({ statement }) => statement.stance === "denied") : [];
  const marks = new Map();
  for (const { statement, curve } of denied) {
    const boxes = boxesAlong(curve, screen, CROSS_ROOM);
    const box = boxes.find((candidate) => screen.isWhole(candidate) && taken.isFree(candidate)) || boxes[0];
    marks.set(statement.id, box);
    taken.take(box);
  }
  return marks;
}

function labelLine(context, screen, taken, { statement, curve }, mark) {
  const text = lineLabel(statement);
  const isFree = (box) => screen.isWhole(box) && taken.isFree(box, mark);
  const chosen = state.id === statement.id;
  // Letters are over two pixels wide: most labels are ruled out without measuring them.
  const cross = statement.stance === "denied" ? CROSS_ROOM + AFTER_CROSS : 0;
  const hasRoom = chosen || boxesAlong(curve, screen, statement.verb.length * 2).some(isFree);
  const boxes = hasRoom ? boxesAlong(curve, screen, cross + widthOf(context, text) + 4) : [];
  const free = boxes.find(isFree);
  const box = free || (chosen ? boxes[0] : mark);
  if (!box) return;
  taken.take(box);
  const fill = colour(`family-${statement.family}`);
  if (box !== mark) write(context, text, box.x + (cross + box.width) / 2, box.y + 12, fill);
  if (cross) drawCross(context, box.x + (box === mark ? 0 : 2) + CROSS_ROOM / 2, box.y + ROW / 2, fill);
}

// Where a label can stand: along its line, the middle first, then just above and below.
function boxesAlong(curve, screen, width) {
  const points = ALONG_LINE.map((share) => screen.place(pointAt(curve, share)));
  return LIFTS.flatMap((lift) => points.map(({ x, y }) => ({ x: x - width / 2, y: y - 8 + lift, width, height: ROW })));
}
