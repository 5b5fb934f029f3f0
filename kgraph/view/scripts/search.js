// Search: a box with a list of what it finds (the combobox of the ARIA practices): names, statements, sentences.

import { byId, data, statementsOf } from "./data.js";
import { isEntityShown, isShown } from "./filter.js";
import { chooseAndRead } from "./links.js";
import { find } from "./search/finding.js";
import { capital, inWords, label, make, name, plural, relation, say, stanceInWords } from "./words.js";

const MOST_RESULTS = { names: 7, statements: 7, sentences: 5 };
const MOST_RECENT = 5;
const LEAD_IN = 60; // characters of a sentence before what is looked for
export const query = byId("query");
const results = byId("results");
const popup = byId("results-popup");
const recentQueries = []; // what was looked for, the latest first
let resultOptions = []; // { element, take }
let activeResult = -1;
let isKept = false; // what is typed led to what is chosen, and stays for the next choice

function resultOption(className, take, ...content) {
  const element = make("li", { role: "option", id: `result-${resultOptions.length}`, className, ariaSelected: "false" }, ...content);
  element.addEventListener("click", take);
  resultOptions.push({ element, take });
  return element;
}

function resultGroup(title, rows) {
  if (!rows.length) return [];
  const heading = make("div", { className: "heading", textContent: title, ariaHidden: "true" });
  return [make("ul", { role: "group", ariaLabel: title }, heading, ...rows)];
}

function choosingOption(kind, id, className, ...content) {
  const take = () => {
    keepQuery();
    closeResults();
    chooseAndRead(kind, id);
  };
  return resultOption(className, take, ...content);
}

function resultDetails(...parts) {
  return make("small", { dir: "auto", textContent: parts.filter(Boolean).join(" · ") });
}

function nameOption({ entity, shown }) {
  const also = shown === entity.label ? "" : `“${shown}”`;
  const hidden = isEntityShown(entity) ? "" : "hidden by the filters";
  const count = plural(statementsOf.get(entity.id).length, "statement");
  return choosingOption("entity", entity.id, "", name(entity.label), resultDetails(also, data.kinds[entity.kind], count, hidden));
}

function statementOption(statement) {
  const words = [name(label(statement.subject)), " ", make("b", { textContent: relation(statement) }), " ", name(label(statement.object))];
  if (statement.aboutLabel) words.push(" about ", name(statement.aboutLabel));
  const hidden = isShown(statement) ? "" : "hidden by the filters";
  const details = resultDetails(capital(stanceInWords(statement)), statement.time, hidden);
  return choosingOption("statement", statement.id, `family-${statement.family}`, ...words, details);
}

function sentenceOption({ number, statement }) {
  const { text, article } = data.sentences[number];
  const quoted = make("q", { dir: "auto", textContent: cutToFit(text) });
  const hidden = isShown(statement) ? "" : "hidden by the filters";
  return choosingOption("statement", statement.id, "sentence", quoted, resultDetails(data.articles[article].title, inWords(statement), hidden));
}

// A long sentence from a little before the first word that is looked for.
function cutToFit(text) {
  const word = query.value.trim().split(/\s+/)[0].toLowerCase();
  const at = text.toLowerCase().indexOf(word);
  if (at <= LEAD_IN || text.length <= 2 * LEAD_IN) return text;
  return "…" + text.slice(text.indexOf(" ", at - LEAD_IN) + 1);
}

function counted(title, all, most) {
  return all.length > most ? `${title} (${most} of ${all.length})` : `${title} (${all.length})`;
}

function showResults() {
  isKept = false;
  const found = find(query.value);
  resultOptions = [];
  if (!found) return query.value.trim() ? showGroups([], "Nothing found") : showRecent();
  const { names, statements, sentences } = found;
  const rows = [
    ...resultGroup(counted("Names", names, MOST_RESULTS.names), names.slice(0, MOST_RESULTS.names).map(nameOption)),
    ...resultGroup(counted("Statements", statements, MOST_RESULTS.statements), statements.slice(0, MOST_RESULTS.statements).map(statementOption)),
    ...resultGroup(counted("Sentences", sentences, MOST_RESULTS.sentences), sentences.slice(0, MOST_RESULTS.sentences).map(sentenceOption)),
  ];
  showGroups(rows, rows.length ? "" : "Nothing found");
  const counts = [plural(names.length, "name"), plural(statements.length, "statement"), plural(sentences.length, "sentence")];
  say(rows.length ? counts.join(", ") : "Nothing found");
}

// With nothing typed: what was looked for before.
function showRecent() {
  resultOptions = [];
  const rows = recentQueries.map((text) => resultOption("", () => lookAgain(text), name(text)));
  showGroups(resultGroup("Looked for before", rows), "");
}

function lookAgain(text) {
  query.value = text;
  query.focus();
  showResults();
}

function showGroups(groups, note) {
  results.replaceChildren(...groups);
  byId("results-note").textContent = note;
  popup.hidden = !groups.length && !note;
  query.setAttribute("aria-expanded", String(!popup.hidden && resultOptions.length > 0));
  setActiveResult(-1);
}

function setActiveResult(index) {
  if (resultOptions[activeResult]) resultOptions[activeResult].element.ariaSelected = "false";
  activeResult = index;
  const chosen = resultOptions[activeResult];
  if (!chosen) return query.removeAttribute("aria-activedescendant");
  chosen.element.ariaSelected = "true";
  query.setAttribute("aria-activedescendant", chosen.element.id);
  chosen.element.scrollIntoView({ block: "nearest" });
}

function keepQuery() {
  isKept = true;
  const text = query.value.trim();
  const before = recentQueries.indexOf(text);
  if (before >= 0) recentQueries.splice(before, 1);
  if (text) recentQueries.unshift(text);
  recentQueries.length = Math.min(recentQueries.length, MOST_RECENT);
}

function closeResults() {
  popup.hidden = true;
  query.setAttribute("aria-expanded", "false");
  setActiveResult(-1);
}

// One step out of the search: the list closes, then the box is emptied; tells whether there was one to take.
export function leaveSearch() {
  if (!popup.hidden) closeResults();
  else if (document.activeElement === query && query.value && !isKept) query.value = "";
  else return false;
  return true;
}

function moveActive(step) {
  if (popup.hidden) return showResults();
  const last = resultOptions.length - 1;
  const next = activeResult + step;
  setActiveResult(next > last ? 0 : next < 0 ? last : next);
}

const SEARCH_KEYS = {
  ArrowDown: () => moveActive(1),
  ArrowUp: () => moveActive(-1),
  Enter: () => (popup.hidden ? showResults() : takeActive()),
};

// Without going down the list, Enter takes the first.
function takeActive() {
  const taken = resultOptions[Math.max(activeResult, 0)];
  if (taken) taken.take();
}

function pressInSearch(event) {
  if (event.key === "Tab") closeResults();
  if (event.key === "Escape") event.preventDefault(); // the browser's own way empties the box at once
  if (!SEARCH_KEYS[event.key] || event.isComposing) return;
  event.preventDefault();
  SEARCH_KEYS[event.key]();
}

export function startSearch() {
  query.addEventListener("input", () => (query.value.trim() ? showResults() : closeResults()));
  query.addEventListener("click", showResults);
  query.addEventListener("focus", () => query.select());
  query.addEventListener("keydown", pressInSearch);
  results.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
  query.addEventListener("blur", closeResults);
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".search")) closeResults();
  });
}
