// The legend that is the filter, and what it leaves.

import { byId, data } from "./data.js";
import { countFilters, shown } from "./filter.js";
import { showFacets, startFacets } from "./filters/facets.js";
import { showMeasures, startMeasures } from "./filters/measures.js";
import { showYears, startYears } from "./filters/years.js";
import { change, FILTERS, noFilters, onChange, state } from "./state.js";

function resultInWords() {
  const [left, points] = [shown().statements.size, shown().entities.size];
  const [allStatements, allPoints] = [data.statements.length, data.entities.length];
  return left === allStatements
    ? `All ${allStatements} statements, ${allPoints} points`
    : `${left} of ${allStatements} statements, ${points} of ${allPoints} points`;
}

function showResult() {
  const active = countFilters();
  byId("count").textContent = resultInWords();
  byId("reset-filters").textContent = active ? `Reset all filters (${active})` : "No filter is set";
  byId("reset-filters").setAttribute("aria-disabled", String(!active));
  byId("show-filters").textContent = active ? `Filters (${active})` : "Filters";
}

// What else is chosen matters to the filters only as the middle of the steps around it.
function showFilters(changed) {
  if (changed && !["kind", "id", ...FILTERS].some((key) => changed.has(key))) return;
  if (!changed || state.hops || FILTERS.some((key) => changed.has(key))) {
    showResult();
    showFacets();
    showYears();
  }
  showMeasures();
}

export function startFilters() {
  startFacets();
  startYears();
  startMeasures();
  byId("reset-filters").addEventListener("click", () => change(noFilters()));
  byId("show-filters").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("show-filters").setAttribute("aria-expanded", String(open));
  });
  onChange(showFilters);
  showFilters(null);
}
