// A statement beside its rivals: who says yes and who says no, who else claims, holds, rejects.

import { isShown } from "../filter.js";
import { choosing } from "../links.js";
import { state } from "../state.js";
import { label, make, name, plural } from "../words.js";
import { foldedList } from "./fold.js";
import { contradictionOf, countOrigins, rivalsOf } from "./rivals.js";
import { comparedRow, hiddenNote, whereSaid } from "./rows.js";

// One who says so: whose word it is, and where that stands.
function sideRow(statement) {
  const who = statement.voice ? name(statement.voice) : "The article itself";
  const small = make("small", {}, ...(statement.time ? [`${statement.time} · `] : []), ...whereSaid(statement));
  const button = choosing("statement", statement.id, `family-${statement.family}`, who, small);
  if (statement.id === state.id) button.setAttribute("aria-current", "true");
  return make("li", {}, button);
}

function sideList(title, list) {
  const shown = list.filter((statement) => isShown(statement) || statement.id === state.id);
  return make(
    "div",
    {},
    make("h4", { textContent: `${title}: “${list[0].verb}”` }),
    foldedList(`side ${title}`, "list", shown, sideRow, 4),
    hiddenNote(list.filter((statement) => statement.id !== state.id)),
  );
}

function contradictionParts(statement) {
  const sides = contradictionOf(statement);
  if (!sides) return [];
  const [yes, no] = [countOrigins(sides.yes), countOrigins(sides.no)];
  const counted = `${plural(yes, "independent origin")} ${yes === 1 ? "says" : "say"} so, ${no} ${no === 1 ? "denies" : "deny"} it.`;
  return [
    make("h3", { textContent: "Contradicted" }),
    make("p", { className: "note", textContent: counted }),
    make("div", { className: "sides" }, sideList("Yes", sides.yes), sideList("No", sides.no)),
  ];
}

function groupParts({ title, list }) {
  const [words, place] = title;
  const shown = list.filter(isShown);
  const heading = make("h3", {}, words, place ? name(label(place)) : null, ` (${shown.length})`);
  return [heading, foldedList(words, "list", shown, comparedRow, 5), hiddenNote(list)].filter(Boolean);
}

export function compareParts(statement) {
  const parts = [...contradictionParts(statement), ...rivalsOf(statement).flatMap(groupParts)];
  return parts.length ? [make("h2", { textContent: "Compare" }), ...parts] : [];
}
