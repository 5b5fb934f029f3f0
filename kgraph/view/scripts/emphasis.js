// What stands out while something is chosen, and what the drawing leaves out at the start.

import { entities, statements, statementsOf } from "./data.js";
import { isEntityShown, isShown } from "./filter.js";
import { scene } from "./scene.js";
import { onChange, state } from "./state.js";

const NOTHING = { entities: [], statements: [] };
let found = null; // what is drawn, and what of it stands out: asked for at every picture, worked out once a change

onChange(() => (found = null));

function findDrawn() {
  const { entities: things, statements: own, isWhole } = scene() || NOTHING;
  const lines = own.filter((s) => isShown(s) && (state.aside || !isAside(s) || isChosen(s)));
  const ids = new Set(lines.map((statement) => statement.id));
  const isJoined = (e) => !isWhole || statementsOf.get(e.id).some((s) => ids.has(s.id));
  const points = things.filter((e) => isEntityShown(e) && isJoined(e));
  return { lines, points, lineIds: ids, pointIds: new Set(points.map((e) => e.id)), emphasis: findEmphasized() };
}

// On the drawing: what is shown, but persons in office only when asked for or chosen, by their state or themselves.
// The statements as lines, the entities as points, and the ids of both.
export function drawn() {
  found = found || findDrawn();
  return found;
}

export function isDrawn(statement) {
  return drawn().lineIds.has(statement.id);
}

export function isEntityDrawn(entity) {
  return drawn().pointIds.has(entity.id);
}

function isAside(statement) {
  return [statement.subject, statement.object].some((id) => entities.get(id).aside);
}

function isChosen(statement) {
  return [statement.id, statement.subject, statement.object, statement.about].includes(state.id);
}

// The ids of what stands out; null while nothing is chosen.
export function emphasized() {
  return drawn().emphasis;
}

function findEmphasized() {
  if (!state.kind) return null;
  const chosen = state.kind === "entity" ? statementsOf.get(state.id) : [statements.get(state.id)];
  const shownOnes = chosen.filter(isShown);
  const ends = shownOnes.flatMap((s) => [s.subject, s.object, s.about]);
  if (state.kind === "entity") ends.push(state.id);
  return { statements: new Set(shownOnes.map((s) => s.id)), entities: new Set(ends.filter(Boolean)) };
}
