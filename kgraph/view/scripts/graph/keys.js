// The drawing by keyboard: arrows go from point to point, comma and full stop along the relations of a point.

import { statements, statementsOf } from "../data.js";
import { drawn, isDrawn } from "../emphasis.js";
import { goToEvidence } from "../focus.js";
import { glance } from "../hash.js";
import { state } from "../state.js";
import { sayChoice } from "../speech.js";
import { say } from "../words.js";
import { fitAll, shift, zoom } from "./camera.js";
import { canvas, network } from "./network.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN = 60; // pixels
const WIDEST = 0.5; // the cosine of how far off an arrow's direction a point may lie: 60 degrees

const ACTIONS = {
  "+": () => zoom(1.25),
  "=": () => zoom(1.25), // the same key without Shift
  "-": () => zoom(0.8),
  0: fitAll,
  ",": () => stepAlong(-1),
  ".": () => stepAlong(1),
  Enter: () => goToEvidence(),
};
let base = ""; // the entity whose relations are stepped along

// Where the keys stand: at the chosen entity, or at the end of the chosen statement from which it was reached.
function standing() {
  if (state.kind === "entity") return state.id;
  if (state.kind !== "statement") return "";
  const { subject, object, about } = statements.get(state.id);
  return [subject, object, about].includes(base) ? base : subject;
}

function stepAlong(by) {
  const from = standing();
  if (!from) return;
  const relations = statementsOf.get(from).filter(isDrawn);
  if (!relations.length) return;
  const at = relations.findIndex(({ id }) => id === state.id);
  const next = at < 0 && by < 0 ? relations.length - 1 : (at + by + relations.length) % relations.length;
  base = from;
  glance("statement", relations[next].id);
  sayChoice(`${next + 1} of ${relations.length}: `);
}

// The nearest point in the direction of an arrow; what lies off its line counts as farther away.
function nearestTowards(from, [dx, dy], places) {
  let best = null;
  let least = Infinity;
  for (const entity of drawn().points) {
    const [x, y] = [places[entity.id].x - from.x, places[entity.id].y - from.y];
    const distance = Math.hypot(x, y);
    const straight = distance && (x * dx + y * dy) / distance;
    if (straight < WIDEST) continue;
    if (distance / straight ** 2 < least) [best, least] = [entity, distance / straight ** 2];
  }
  return best;
}

function go(direction) {
  const places = network.getPositions();
  const from = standing();
  const next = nearestTowards(from ? places[from] : network.getViewPosition(), direction, places);
  if (next) glance("entity", next.id);
  else say("Nothing further that way");
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = DIRECTIONS[event.key];
  if (!direction && !ACTIONS[event.key]) return;
  event.preventDefault();
  if (!direction) ACTIONS[event.key]();
  else if (event.shiftKey) shift(...direction.map((part) => part * PAN));
  else go(direction);
}

export function startKeys() {
  canvas.addEventListener("keydown", press);
}
