// The legend as filters: each row can be switched off. The count says at once what is left.

import { byId, data } from "./data.js";
import { shown } from "./filter.js";
import { change, onChange, state } from "./state.js";

const GROUPS = { families: "family", stances: "stance", kinds: "kind" };

function boxesOf(group) {
  return [...document.querySelectorAll(`#${group} input`)];
}

function readBoxes() {
  const hide = { ...state.hide };
  for (const [group, facet] of Object.entries(GROUPS)) {
    hide[facet] = new Set(boxesOf(group).filter((box) => !box.checked).map((box) => box.value));
  }
  change({ hide });
}

function showFilters() {
  for (const [group, facet] of Object.entries(GROUPS)) {
    for (const box of boxesOf(group)) box.checked = !state.hide[facet].has(box.value);
  }
  const [left, points] = [shown().statements.size, shown().entities.size];
  const [allStatements, allPoints] = [data.statements.length, data.entities.length];
  byId("count").textContent =
    left === allStatements
      ? `All ${allStatements} statements, ${allPoints} points`
      : `${left} of ${allStatements} statements, ${points} of ${allPoints} points`;
}

export function startFilters() {
  byId("filters").addEventListener("change", readBoxes);
  byId("show-filters").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("show-filters").setAttribute("aria-expanded", String(open));
  });
  onChange(showFilters);
  showFilters();
}
