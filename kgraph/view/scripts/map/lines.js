// Lines from parties to territories: each statement as on the drawing, by colour, dashes, arrow or bar.

import { data, entities } from "../data.js";
import { isShown } from "../filter.js";
import { state } from "../state.js";
import { svg } from "../svg.js";
import { inWords, stanceInWords } from "../words.js";

const LINE_FAMILIES = ["claim", "control"]; // what a party wants or holds; all others are drawn when chosen
const LINES_APART = 14; // pixels between the middles of lines of the same two ends
const HEAD_LENGTH = 7;

export function hasPlace(entity) {
  return entity.lat !== undefined && entity.lon !== undefined;
}

function bearsOnTerritory({ subject, object }) {
  const ends = [subject, object].map((id) => entities.get(id));
  return subject !== object && ends.every(hasPlace) && ends.some((entity) => entity.kind === "Territory");
}

// The statements that the map draws as lines.
export function statementsOnMap(emphasis) {
  const isAsked = (statement) => state.lines && LINE_FAMILIES.includes(statement.family);
  const isEmphasized = (statement) => Boolean(emphasis) && emphasis.statements.has(statement.id);
  return data.statements.filter((s) => bearsOnTerritory(s) && isShown(s) && (isAsked(s) || isEmphasized(s)));
}

// What would be a line, if the party had a place: [statement, party].
export function withoutLine() {
  const found = data.statements.filter((s) => LINE_FAMILIES.includes(s.family) && isShown(s)).map((statement) => {
    const [subject, object] = [statement.subject, statement.object].map((id) => entities.get(id));
    if (object.kind === "Territory" && hasPlace(object) && !hasPlace(subject)) return [statement, subject];
    return subject.kind === "Territory" && hasPlace(subject) && !hasPlace(object) ? [statement, object] : null;
  });
  return found.filter((pair) => pair && pair[1].kind !== "Territory");
}

// Where a line with this bend runs, from one symbol's edge to the other's.
function routeBetween(from, to, bend) {
  const [dx, dy] = [to.at.x - from.at.x, to.at.y - from.at.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = { x: (from.at.x + to.at.x) / 2 - (dy / length) * bend * 2, y: (from.at.y + to.at.y) / 2 + (dx / length) * bend * 2 };
  return { start: edgeOfSymbol(from, middle), middle, end: edgeOfSymbol(to, middle) };
}

function edgeOfSymbol(spot, towards) {
  const [dx, dy] = [towards.x - spot.at.x, towards.y - spot.at.y];
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(spot.isDot || spot.isSmall ? 5 : 14, length / 2);
  return { x: spot.at.x + (dx / length) * reach, y: spot.at.y + (dy / length) * reach, angle: Math.atan2(-dy, -dx) };
}

function headPath({ x, y, angle }) {
  const corner = (turn) => `${(x - HEAD_LENGTH * Math.cos(angle + turn)).toFixed(1)} ${(y - HEAD_LENGTH * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x.toFixed(1)} ${y.toFixed(1)}L${corner(0.42)}L${corner(-0.42)}Z`;
}

// A denial ends in a bar: it does not reach its object.
function barPath({ x, y, angle }) {
  const end = (sign) => `${(x + sign * HEAD_LENGTH * Math.sin(angle)).toFixed(1)} ${(y - sign * HEAD_LENGTH * Math.cos(angle)).toFixed(1)}`;
  return `M${end(1)}L${end(-1)}`;
}

function drawMapLine(statement, { start, middle, end }, look) {
  const d = [`M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)}`, `${end.x.toFixed(1)} ${end.y.toFixed(1)}`].join(" ");
  const dashes = data.dashes[statement.stance].join(" ") || null;
  const line = svg("g", { class: `claim-line family-${statement.family}${look}`, "data-statement": statement.id });
  line.append(svg("title", {}, [inWords(statement), stanceInWords(statement)].filter(Boolean).join(" · ")));
  line.append(svg("path", { class: "reach", d }), svg("path", { class: "stroke", d, ...(dashes && { "stroke-dasharray": dashes }) }));
  if (statement.stance === "denied") line.append(svg("path", { class: "bar", d: barPath(end) }));
  else if (!statement.symmetric) line.append(svg("path", { class: "head", d: headPath(end) }));
  return line;
}

// Draw statements between spots, those of the same two ends side by side.
export function drawMapLines(statements, spots, emphasis) {
  const count = new Map();
  return statements.map((statement) => {
    const { subject, object } = statement;
    const pair = [subject, object].sort().join(" ");
    const number = count.get(pair) || 0;
    count.set(pair, number + 1);
    const side = (number % 2 ? 1 : -1) * (subject < object ? 1 : -1);
    const bend = Math.ceil(number / 2) * LINES_APART * side;
    const isFaded = emphasis && !emphasis.statements.has(statement.id);
    const look = `${state.id === statement.id ? " chosen" : ""}${isFaded ? " faded" : ""}`;
    return drawMapLine(statement, routeBetween(spots.get(subject), spots.get(object), bend), look);
  });
}
