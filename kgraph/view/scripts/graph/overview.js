// All groups of a large graph: circles that the reader opens, and lines that say how many statements run between them.

import { byId, data } from "../data.js";
import { isShown } from "../filter.js";
import { groupsById } from "../scene.js";
import { change } from "../state.js";
import { svg } from "../svg.js";
import { plural } from "../words.js";
import { FONT, widthOf } from "./font.js";
import { TakenRoom } from "./room.js";

const LINES_EACH = 4; // of a group, its strongest ones; all of them would hide the groups
const LETTERS = 13; // pixels of the screen, at every scale
const OUTSIDE = 90; // for the names of the outermost groups
const allGroups = [...groupsById.values()];
const measuring = document.createElement("canvas").getContext("2d");
let drawnWidth = 0;
let overviewScale = 0; // pixels of the screen to a unit of the drawing; 0 before it is first shown

// How many statements that pass are inside each group, and how many, by family, join each two.
function countStatements() {
  const inside = new Map(allGroups.map(({ index }) => [index, 0]));
  const between = new Map();
  const numbers = new Map(data.entities.map(({ id }, i) => [id, i]));
  for (const statement of data.statements) {
    if (!isShown(statement)) continue;
    const group = data.insides[statement.index];
    if (group >= 0) inside.set(group, inside.get(group) + 1);
    const ends = [statement.subject, statement.object].map((id) => data.homes[numbers.get(id)]).sort((a, b) => a - b);
    if (ends[0] === ends[1]) continue;
    const key = ends.join();
    if (!between.has(key)) between.set(key, { ends, count: 0, shared: 0, families: new Map() });
    const line = between.get(key);
    if (group >= 0) line.shared += 1;
    else {
      line.count += 1;
      line.families.set(statement.family, (line.families.get(statement.family) || 0) + 1);
    }
  }
  return { inside, lines: strongestLines([...between.values()]) };
}

function strongestLines(lines) {
  const sorted = lines.sort((a, b) => b.count + b.shared - a.count - a.shared);
  const drawnAt = new Map();
  const isAmongFirst = (end) => (drawnAt.get(end) || 0) < LINES_EACH;
  return sorted.filter(({ ends }) => {
    if (!ends.some(isAmongFirst)) return false;
    for (const end of ends) drawnAt.set(end, (drawnAt.get(end) || 0) + 1);
    return true;
  });
}

function groupFrame() {
  const xs = allGroups.flatMap(({ x, size }) => [x - size, x + size]);
  const ys = allGroups.flatMap(({ y, size }) => [y - size, y + size]);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function fitOverview() {
  const { left, right, top, bottom } = groupFrame();
  const { clientWidth, clientHeight } = byId("overview");
  const [wide, high] = [Math.max(clientWidth - 2 * OUTSIDE, 100), Math.max(clientHeight - OUTSIDE, 100)];
  overviewScale = Math.min(wide / (right - left), high / (bottom - top), 1.3);
  drawOverview();
}

export function zoomOverview(factor) {
  const box = byId("overview");
  const [midX, midY] = [box.scrollLeft + box.clientWidth / 2, box.scrollTop + box.clientHeight / 2];
  overviewScale = Math.min(Math.max(overviewScale * factor, 0.1), 4);
  drawOverview();
  box.scrollTo(midX * factor - box.clientWidth / 2, midY * factor - box.clientHeight / 2);
}

export function updateOverview() {
  if (overviewScale) drawOverview();
  else fitOverview();
}

function drawOverview() {
  const { left, right, top, bottom } = groupFrame();
  const at = ({ x, y, size }) => ({
    x: (x - left) * overviewScale + OUTSIDE,
    y: (y - top) * overviewScale + OUTSIDE / 2,
    radius: Math.max(size * overviewScale, 6),
  });
  const places = allGroups.map(at);
  const { inside, lines } = countStatements();
  const [width, height] = [(right - left) * overviewScale + 2 * OUTSIDE, (bottom - top) * overviewScale + OUTSIDE];
  drawnWidth = width;
  const taken = new TakenRoom();
  for (const { x, y, radius } of places) taken.take({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const wanted = [...allGroups].sort((a, b) => inside.get(b.index) - inside.get(a.index));
  const circles = new Map(wanted.map((group) => [group, groupCircle(group, places[group.index], inside.get(group.index), taken)]));
  const focused = document.activeElement && document.activeElement.dataset.group;
  byId("overview").replaceChildren(
    svg(
      "svg",
      { width, height, viewBox: `0 0 ${width} ${height}` },
      svg("g", { "aria-hidden": "true" }, ...lines.map((line) => groupLine(line, places))),
      ...allGroups.map((group) => circles.get(group)),
      svg("g", { "aria-hidden": "true" }, ...lines.slice(0, LINES_EACH * 10).map((line) => lineCount(line, places, taken)).filter(Boolean)),
    ),
  );
  const again = focused && byId("overview").querySelector(`[data-group="${focused}"]`);
  if (again) again.focus();
}

function groupLine({ ends, count, shared, families }, places) {
  const [a, b] = ends.map((end) => places[end]);
  const [family] = [...families].sort((one, other) => other[1] - one[1])[0] || ["tie"];
  const line = { x1: a.x, y1: a.y, x2: b.x, y2: b.y, "stroke-width": count ? 1 + Math.log2(1 + count) / 2 : 1 };
  const stroke = count ? `var(--family-${family})` : "var(--tie)";
  return svg("line", { ...line, stroke, "stroke-opacity": count ? 0.6 : 0.5, "stroke-dasharray": count ? "none" : "2 3", "data-count": count, "data-shared": shared });
}

// How many statements a line stands for, where there is room to say it.
function lineCount({ ends, count }, places, taken) {
  if (!count) return null;
  const [a, b] = ends.map((end) => places[end]);
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const box = { x: x - 12, y: y - 9, width: 24, height: 16 };
  if (!taken.isFree(box)) return null;
  taken.take(box);
  return svg("text", { x, y: y + 4, class: "count" }, String(count));
}

function groupCircle(group, { x, y, radius }, count, taken) {
  const points = group.places.length / 3;
  const words = `${group.name}: ${data.groupKinds[group.kind].toLowerCase()}, ${plural(count, "statement")}, ${plural(points, "point")}`;
  const circle = svg("circle", { cx: x, cy: y, r: radius });
  const element = svg(
    "g",
    { class: `group ${group.kind}`, role: "button", tabindex: 0, "aria-label": words, "data-group": group.id, opacity: count || group.kind === "apart" ? 1 : 0.35 },
    svg("title", {}, words),
    circle,
    ...groupName(group, { x, y, radius }, count, taken),
  );
  element.addEventListener("click", () => openGroup(group.id));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    openGroup(group.id);
  });
  return element;
}

// Below the circle, above it or beside it; where others of more statements stand, its first name alone, or none.
function groupName({ name }, place, count, taken) {
  const first = name.split(", ")[0];
  return groupNameAt([...nameRows(name), String(count)], place, taken) || groupNameAt([...nameRows(first === name ? name : `${first} …`)], place, taken) || [];
}

function groupNameAt(rows, { x, y, radius }, taken) {
  measuring.font = `${LETTERS}px ${FONT}`;
  const [width, height] = [Math.max(...rows.map((row) => widthOf(measuring, row))) + 6, rows.length * 15 + 2];
  const boxes = [
    { x: x - width / 2, y: y + radius + 1 },
    { x: x - width / 2, y: y - radius - height - 1 },
    { x: x + radius + 2, y: y - height / 2 },
    { x: x - radius - width - 2, y: y - height / 2 },
  ].map((corner) => ({ ...corner, width, height }));
  const box = boxes.find((one) => one.x > 0 && one.x + width < drawnWidth && taken.isFree(one));
  if (!box) return null;
  taken.take(box);
  return rows.map((row, i) =>
    svg("text", { x: box.x + width / 2, y: box.y + 12 + i * 15, class: /^[0-9]+$/.test(row) ? "count" : "name" }, row),
  );
}

// A name in rows of some twenty letters, three at most.
function nameRows(name) {
  const rows = [""];
  for (const word of name.split(" ")) {
    const last = rows[rows.length - 1];
    if (last && last.length + word.length > 20) rows.push(word);
    else rows[rows.length - 1] = last ? `${last} ${word}` : word;
  }
  return rows.length > 3 ? [...rows.slice(0, 2), `${rows[2]} …`] : rows;
}

function openGroup(group) {
  change({ group, kind: "", id: "" });
  byId("canvas").focus();
}
