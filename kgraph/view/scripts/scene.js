// What the drawing is of. A graph that is small enough is one drawing. A large one has a drawing for each of its groups,
// and one for each entity: what is said of it, and with whom. `state.group` names it: "g3", or "~kunashir".

import { data, entities, statements, statementsOf } from "./data.js";
import { addRule, state } from "./state.js";

export const isGrouped = data.style === "grouped";
const AROUND = "~";
const MOST_AROUND = 300; // points of a drawing around an entity
const RINGS = { first: 230, step: 115, spacing: 145, wide: 1.25 }; // pixels: of the rings around an entity, and on them
const MOST_LINES = 600; // of a drawing; where there are more, of those that join the same points only the first
const CLUTTER = 24; // the same where so many join two points
const MOST_PARALLEL = 6;
const BESIDE = { step: 0.34, most: 0.9, length: 230 }; // roundness of lines that join the same points; long ones bend less

export const groupsById = new Map((data.groups || []).map((group, i) => [group.id, { ...group, index: i }]));
const scenes = new Map(); // those that were asked for, by name

// The entities and statements to draw, with their places and bends; null while the reader looks at all groups, and where there is no drawing.
export function scene() {
  if (data.style === "none") return null;
  return isGrouped ? sceneOf(state.group) : keptScene("", wholeScene);
}

function sceneOf(id) {
  const centre = id.startsWith(AROUND) && entities.get(id.slice(1));
  if (centre) return keptScene(id, () => sceneAround(centre));
  return groupsById.has(id) ? keptScene(id, () => groupScene(groupsById.get(id))) : null;
}

function keptScene(id, build) {
  if (!scenes.has(id)) scenes.set(id, { id, ...build() });
  return scenes.get(id);
}

function wholeScene() {
  const places = new Map(data.entities.map(({ id }, i) => [id, data.drawing.nodes[i]]));
  return { isWhole: true, title: "", entities: data.entities, statements: data.statements, places, curveAt: givenCurve };
}

function givenCurve(statement) {
  return data.drawing.curves[statement.index];
}

function groupScene({ index, name, places }) {
  const placed = new Map();
  for (let i = 0; i < places.length; i += 3) placed.set(data.entities[places[i]].id, { x: places[i + 1], y: places[i + 2] });
  const inside = data.statements.filter((statement) => data.insides[statement.index] === index);
  const lines = thinOut(inside, placed);
  return {
    title: name,
    note: lines.note,
    entities: [...placed.keys()].map((id) => entities.get(id)),
    holds: new Set(inside),
    statements: lines.statements,
    places: placed,
    curveAt: lines.note ? lines.curveAt : givenCurve,
  };
}

// What is said of an entity; where it has to do with too many, those of whom most is said.
function sceneAround(centre) {
  const all = statementsOf.get(centre.id);
  const met = [...new Set(all.flatMap(thingsOf))].filter((id) => id !== centre.id).map((id) => entities.get(id));
  const kept = met.sort((a, b) => b.degree - a.degree || compareText(a.id, b.id)).slice(0, MOST_AROUND - 1);
  const points = new Set([centre.id, ...kept.map(({ id }) => id)]);
  const own = all.filter((statement) => thingsOf(statement).every((id) => points.has(id)));
  const left = met.length - kept.length;
  const places = placeAround(centre, kept, own);
  const lines = thinOut(own, places);
  const leftOut = left ? `${left} of ${met.length} points are left out: those of whom least is said.` : "";
  return {
    title: `Around ${centre.label}`,
    note: [leftOut, lines.note].filter(Boolean).join(" "),
    entities: [centre, ...kept],
    holds: new Set(own),
    statements: lines.statements,
    places,
    curveAt: lines.curveAt,
  };
}

function thingsOf({ subject, object, about }) {
  return about ? [subject, object, about] : [subject, object];
}

function compareText(a, b) {
  return a < b ? -1 : Number(a > b);
}

// On rings, those next to one another that have to do with the centre in the same way.
function placeAround(centre, others, own) {
  const way = new Map();
  for (const statement of own) for (const id of thingsOf(statement)) if (!way.has(id)) way.set(id, statement.relation);
  const key = ({ id, kind, label }) => `${String(way.get(id)).padStart(4)} ${kind} ${label} ${id}`;
  const sorted = others.map((one) => [key(one), one]).sort(([a], [b]) => compareText(a, b));
  const places = new Map([[centre.id, { x: 0, y: 0 }]]);
  let placed = 0;
  for (let ring = 0; placed < sorted.length; ring++) {
    const radius = RINGS.first + ring * RINGS.step;
    const room = Math.floor((2 * Math.PI * radius) / RINGS.spacing);
    const onRing = sorted.slice(placed, placed + room);
    onRing.forEach(([, { id }], i) => {
      const angle = ((i + (ring % 2) / 2) / onRing.length) * 2 * Math.PI - Math.PI / 2;
      places.set(id, { x: Math.round(Math.cos(angle) * radius * RINGS.wide), y: Math.round(Math.sin(angle) * radius) });
    });
    placed += onRing.length;
  }
  return places;
}

// The statements to draw: all of them, or where these are too many, some of those that join the same points.
function thinOut(all, places) {
  const beside = new Map();
  for (const statement of all) {
    const pair = [statement.subject, statement.object].sort().join(" ");
    if (!beside.has(pair)) beside.set(pair, []);
    beside.get(pair).push(statement);
  }
  const isThinned = all.length > MOST_LINES || [...beside.values()].some((parallel) => parallel.length > CLUTTER);
  const kept = [...beside.values()].map((parallel) => (isThinned ? unlikeFirst(parallel).slice(0, MOST_PARALLEL) : parallel));
  const curves = spreadParallels(kept, places);
  const drawn = all.filter(({ id }) => curves.has(id));
  const note = isThinned && drawn.length < all.length ? `${drawn.length} of ${all.length} statements are drawn: ${MOST_PARALLEL} between two points at most.` : "";
  return { statements: drawn, note, curveAt: ({ id }) => curves.get(id) };
}

// One of each relation and way of stating it before any other: a denial is not left out for the tenth claim.
function unlikeFirst(parallel) {
  const met = new Set();
  const isNew = ({ relation, stance }) => !met.has(`${relation} ${stance}`) && met.add(`${relation} ${stance}`);
  const first = new Set(parallel.filter(isNew));
  return [...first, ...parallel.filter((statement) => !first.has(statement))];
}

// How statements that join the same points bend to both sides of the straight line; 0 for one alone.
function spreadParallels(bundles, places) {
  const curves = new Map();
  for (const parallel of bundles) {
    const [from, to] = [parallel[0].subject, parallel[0].object].map((id) => places.get(id));
    const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1);
    const step = Math.min(BESIDE.step, (BESIDE.step * BESIDE.length) / length, (2 * BESIDE.most) / parallel.length);
    parallel.forEach(({ id, subject, object }, i) => {
      const bent = (i - (parallel.length - 1) / 2) * step;
      curves.set(id, subject < object ? bent : -bent);
    });
  }
  return curves;
}

// Where a chosen thing is to be seen: in the drawing that is open, or in the one around it.
function groupFor(next) {
  const open = sceneOf(next.group);
  const thing = next.kind === "entity" ? entities.get(next.id) : statements.get(next.id);
  if (open && (open.entities.includes(thing) || open.holds.has(thing))) return next.group;
  return AROUND + (next.kind === "entity" ? next.id : busierEnd(thing));
}

function busierEnd({ subject, object }) {
  return entities.get(object).degree > entities.get(subject).degree ? object : subject;
}

// Whatever is chosen, wherever: the drawing shows it.
export function startScenes() {
  if (isGrouped) addRule((next) => (next.kind ? { group: groupFor(next) } : {}));
}
