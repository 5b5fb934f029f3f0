// What passes the filters: worked out once a change, for every view alike; and what each filter would let through.

import { articleOf, data, entities, isDisputed, statements, statementsOf } from "./data.js";
import { FACETS, FILTERS, onChange, state } from "./state.js";

let passedNow = null;
let sortedOut = null;
const passedBut = new Map();

onChange((changed) => {
  const ofChosen = state.hops && (changed.has("kind") || changed.has("id"));
  if (ofChosen || FILTERS.some((key) => changed.has(key))) forget();
});

function forget() {
  [passedNow, sortedOut] = [null, null];
  passedBut.clear();
}

// The ids of the statements and of the entities that pass; an entity does by what is said of it.
export function shown() {
  passedNow = passedNow || findPassing();
  return passedNow;
}

export function isShown(statement) {
  return shown().statements.has(statement.id);
}

export function isEntityShown(entity) {
  return shown().entities.has(entity.id);
}

// The values by which a statement is told apart in a facet.
const VALUES = {
  family: (statement) => [statement.family],
  stance: (statement) => [statement.stance],
  kind: (statement) => [entities.get(statement.subject).kind, entities.get(statement.object).kind],
  source: (statement) => [...new Set(statement.evidence.map((evidence) => sourceOf(articleOf(evidence))))],
  voice: (statement) => [statement.voice || ""],
};

export function sourceOf(article) {
  return article.source || "";
}

// The source that an article goes back to: that of the first that prints its story.
export function originOf(article) {
  return sourceOf("copyOf" in article ? data.articles[article.copyOf] : article);
}

// A statement goes when each of its sources is switched off, or one of its ends.
function isHiddenBy(facet, statement) {
  const off = state.hide[facet];
  if (!off.size) return false;
  const values = VALUES[facet](statement);
  return facet === "kind" ? values.some((value) => off.has(value)) : values.every((value) => off.has(value));
}

// All filters by name, but the steps from what is chosen: whether they let a statement through.
const CHECKS = {
  ...Object.fromEntries(FACETS.map((facet) => [facet, (statement) => !isHiddenBy(facet, statement)])),
  years: isInYears,
  confidence: (statement) => statement.confidence >= state.confidence,
  disputed: (statement) => !state.disputed || bearsOnDispute(statement),
};
const FILTER_NAMES = Object.keys(CHECKS);

// Whether a statement passes all filters but the one named, and but the steps from what is chosen.
export function passes(statement, except = "") {
  return FILTER_NAMES.every((filter) => filter === except || CHECKS[filter](statement));
}

export function bearsOnDispute(statement) {
  return [statement.subject, statement.object, statement.about].some((id) => id && isDisputed(entities.get(id)));
}

export function hasTime(statement) {
  return Boolean(statement.from || statement.until);
}

function isInYears(statement) {
  if (!asksForYears()) return true;
  if (!hasTime(statement)) return state.untimed;
  const [first, last] = yearsOf(statement);
  return first <= (state.until ?? Infinity) && last >= (state.from ?? -Infinity);
}

export function asksForYears() {
  return state.from !== null || state.until !== null;
}

// First and last year of a statement's time; what is open has no end.
export function yearsOf(statement) {
  return [yearOf(statement.from, -Infinity), yearOf(statement.until, Infinity)];
}

export function yearOf(day, otherwise) {
  return day ? Number(day.slice(0, 4)) : otherwise;
}

export function asksForSteps() {
  return Boolean(state.hops && state.kind);
}

// How many filters are set. Steps from what is chosen ask for nothing while nothing is.
export function countFilters() {
  const facets = FACETS.filter((facet) => state.hide[facet].size).length;
  return facets + [asksForYears(), state.confidence > 0, state.disputed, asksForSteps()].filter(Boolean).length;
}

// One pass: what all filters let through, and what only one of them stops.
function sortStatements() {
  const all = [];
  const stoppedBy = Object.fromEntries(FILTER_NAMES.map((filter) => [filter, []]));
  for (const statement of data.statements) {
    const stops = stopping(statement);
    if (stops === "") all.push(statement);
    else if (stops) stoppedBy[stops].push(statement);
  }
  return { all, stoppedBy };
}

// The one filter that stops a statement; "" for none, null for several.
function stopping(statement) {
  let stops = "";
  for (const filter of FILTER_NAMES) {
    if (CHECKS[filter](statement)) continue;
    if (stops) return null;
    stops = filter;
  }
  return stops;
}

// The statements that pass when the filter named is open: what its own values are counted in.
export function passingBut(filter) {
  if (!countFilters()) return data.statements;
  if (!passedBut.has(filter)) {
    sortedOut = sortedOut || sortStatements();
    const left = filter ? [...sortedOut.all, ...sortedOut.stoppedBy[filter]] : sortedOut.all;
    passedBut.set(filter, asksForSteps() ? withinSteps(left) : left);
  }
  return passedBut.get(filter);
}

// How many statements have each value of a facet; of a class of points, how many points.
export function countValues(facet, list) {
  return list === data.statements ? allValues(facet) : countIn(facet, list);
}

function countIn(facet, list) {
  const count = new Map();
  const add = (value) => count.set(value, (count.get(value) || 0) + 1);
  if (facet === "kind") for (const id of meeting(list)) add(entities.get(id).kind);
  else for (const statement of list) VALUES[facet](statement).forEach(add);
  return count;
}

function meeting(list) {
  const met = new Set();
  for (const { subject, object, about } of list) {
    met.add(subject);
    met.add(object);
    if (about) met.add(about);
  }
  return met;
}

function findPassing() {
  const left = passingBut("");
  const met = [...meeting(left)].filter((id) => !state.hide.kind.has(entities.get(id).kind));
  return { statements: new Set(left.map((statement) => statement.id)), entities: new Set(met) };
}

// What is reached from the chosen thing, or from the ends of the chosen statement, in so many steps.
function withinSteps(left) {
  const allowed = new Set(left.map((statement) => statement.id));
  const start = state.kind === "entity" ? [state.id] : endsOf(statements.get(state.id));
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
  return [statement.subject, statement.object];
}

const countedInAll = new Map();

// A facet's values in the whole collection, with their counts.
export function allValues(facet) {
  if (!countedInAll.has(facet)) countedInAll.set(facet, countIn(facet, data.statements));
  return countedInAll.get(facet);
}
