// What passes the filters: worked out once a change, for every view alike.

import { articleOf, data, entities, isDisputed, statementsOf } from "./data.js";
import { onChange, state } from "./state.js";

const KEYS = ["hide", "from", "until", "confidence", "disputed", "hops"];
let passed = null;

onChange((changed) => {
  const ofChosen = state.hops && (changed.has("kind") || changed.has("id"));
  if (ofChosen || KEYS.some((key) => changed.has(key))) passed = null;
});

// The ids of the statements and of the entities that pass; an entity does by what is said of it.
export function shown() {
  passed = passed || findPassing();
  return passed;
}

export function isShown(statement) {
  return shown().statements.has(statement.id);
}

export function isEntityShown(entity) {
  return shown().entities.has(entity.id);
}

// The values by which a statement is told apart in a facet.
export const VALUES = {
  family: (statement) => [statement.family],
  stance: (statement) => [statement.stance],
  kind: (statement) => [entities.get(statement.subject).kind, entities.get(statement.object).kind],
  source: (statement) => statement.evidence.map((evidence) => sourceOf(articleOf(evidence))),
  voice: (statement) => [statement.voice || ""],
};

export function sourceOf(article) {
  return article.source || "";
}

// A statement goes when each of its sources is switched off, or one of its ends.
function isHiddenBy(facet, statement) {
  const off = state.hide[facet];
  if (!off.size) return false;
  const values = VALUES[facet](statement);
  return facet === "kind" ? values.some((value) => off.has(value)) : values.every((value) => off.has(value));
}

// Whether a statement passes all filters but those named, and but the steps from what is chosen.
export function passes(statement, except = "") {
  return (
    !Object.keys(state.hide).some((facet) => facet !== except && isHiddenBy(facet, statement)) &&
    (except === "years" || isInYears(statement)) &&
    statement.confidence >= state.confidence &&
    (!state.disputed || [statement.subject, statement.object, statement.about].some(isDisputedId))
  );
}

function isDisputedId(id) {
  return Boolean(id) && isDisputed(entities.get(id));
}

// What has no time is kept only while no year is asked for.
function isInYears(statement) {
  if (state.from === null && state.until === null) return true;
  if (!statement.from && !statement.until) return false;
  const [first, last] = [yearOf(statement.from, -Infinity), yearOf(statement.until, Infinity)];
  return first <= (state.until ?? Infinity) && last >= (state.from ?? -Infinity);
}

export function yearOf(day, otherwise) {
  return day ? Number(day.slice(0, 4)) : otherwise;
}

function findPassing() {
  let left = data.statements.filter((statement) => passes(statement));
  if (state.hops && state.kind) left = withinSteps(left);
  const ends = left.flatMap((statement) => [statement.subject, statement.object, statement.about]);
  const met = ends.filter((id) => id && !state.hide.kind.has(entities.get(id).kind));
  return { statements: new Set(left.map((statement) => statement.id)), entities: new Set(met) };
}

// What is reached from the chosen thing, or from the ends of the chosen statement, in so many steps.
function withinSteps(left) {
  const allowed = new Set(left.map((statement) => statement.id));
  const start = state.kind === "entity" ? [state.id] : endsOf(left.find((statement) => statement.id === state.id));
  const reached = new Set(start);
  const kept = new Set();
  let edge = start;
  for (let step = 0; step < state.hops; step++) {
    const met = edge.flatMap((id) => statementsOf.get(id)).filter((statement) => allowed.has(statement.id));
    for (const statement of met) kept.add(statement.id);
    edge = [...new Set(met.flatMap(endsOf))].filter((id) => !reached.has(id));
    for (const id of edge) reached.add(id);
  }
  return left.filter((statement) => kept.has(statement.id));
}

function endsOf(statement) {
  return statement ? [statement.subject, statement.object] : [];
}
