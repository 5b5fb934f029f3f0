// Search: by label, every name used in the texts and every name in the background, diacritics and case apart.

import { byId, data, fold, statementsOf } from "./data.js";
import { listItem } from "./links.js";
import { make, name, plural, say } from "./words.js";

const MAX_RESULTS = 12;
export const query = byId("query");
const results = byId("results");
const searchable = data.entities.map((entity) => {
  const background = entity.background.flatMap(({ names }) => names.map(({ text }) => text));
  const names = [entity.label, ...entity.names, ...background].map((text) => [fold(text), text]);
  return { entity, names };
});

// Whole names before beginnings, beginnings before words, words before anything inside.
function rankName(folded, wanted) {
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (folded.includes(" " + wanted)) return 2;
  return folded.includes(wanted) ? 3 : Infinity;
}

function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const found = searchable.map(({ entity, names }) => {
    const ranked = names.map(([folded, shown]) => [rankName(folded, wanted), shown]);
    const [rank, shown] = ranked.reduce((best, next) => (next[0] < best[0] ? next : best));
    return { entity, rank, shown };
  });
  return found.filter((hit) => hit.rank < Infinity).sort((a, b) => a.rank - b.rank || b.entity.degree - a.entity.degree);
}

function showResults() {
  const found = find(query.value);
  const rows = found.slice(0, MAX_RESULTS).map(({ entity, shown }) => {
    const count = statementsOf.get(entity.id).length;
    const also = shown === entity.label ? "" : `“${shown}” · `;
    const details = `${also}${data.kinds[entity.kind]} · ${plural(count, "statement")}`;
    return listItem("entity", entity.id, "", name(entity.label), make("small", { dir: "auto", textContent: details }));
  });
  const more = found.length > MAX_RESULTS ? `${found.length - MAX_RESULTS} more: type on` : "";
  const note = found.length ? more : "Nothing of this name";
  results.className = "list";
  results.replaceChildren(...rows, ...(note ? [make("li", { className: "nothing", textContent: note })] : []));
  results.hidden = !query.value.trim();
  if (!results.hidden) say(`${found.length} found`);
}

function closeResults() {
  results.hidden = true;
}

// Leave the search; tells whether there was one to leave.
export function leaveSearch() {
  if (results.hidden) return false;
  query.value = "";
  closeResults();
  query.focus();
  return true;
}

function moveFocus(step) {
  const stops = [query, ...results.querySelectorAll("button")];
  const next = stops.indexOf(document.activeElement) + step;
  stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
}

export function startSearch() {
  query.addEventListener("input", showResults);
  query.addEventListener("focus", showResults);
  results.addEventListener("click", () => {
    query.value = "";
    closeResults();
  });
  document.querySelector(".search").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      moveFocus(step);
    } else if (event.key === "Enter" && event.target === query) {
      event.preventDefault();
      const first = results.querySelector("button");
      if (first) first.click();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".search")) closeResults();
  });
}
