// What stands out while something is chosen, and what the drawing leaves out at the start.

import { entities, statements, statementsOf } from "./data.js";
import { isEntityShown, isShown } from "./filter.js";
import { state } from "./state.js";

// On the drawing: what is shown, but persons in office only when asked for or chosen, by their state or themselves.
export function isDrawn(statement) {
  return isShown(statement) && (state.aside || !isAside(statement) || isChosen(statement));
}

export function isEntityDrawn(entity) {
  return isEntityShown(entity) && statementsOf.get(entity.id).some(isDrawn);
}

function isAside(statement) {
  return [statement.subject, statement.object].some((id) => entities.get(id).aside);
}

function isChosen(statement) {
  return [statement.id, statement.subject, statement.object, statement.about].includes(state.id);
}

// The ids of what stands out; null while nothing is chosen.
export function emphasized() {
  if (!state.kind) return null;
  const chosen = state.kind === "entity" ? statementsOf.get(state.id) : [statements.get(state.id)];
  const shownOnes = chosen.filter(isShown);
  const ends = shownOnes.flatMap((s) => [s.subject, s.object, s.about]);
  if (state.kind === "entity") ends.push(state.id);
  return { statements: new Set(shownOnes.map((s) => s.id)), entities: new Set(ends.filter(Boolean)) };
}
