// Buttons that choose: an entity or a statement, wherever it is named.

import { byId, statements, statementsOf } from "./data.js";
import { choose } from "./state.js";
import { inWords, label, make, name, plural, say } from "./words.js";

// A row of a list that chooses what it names.
export function listItem(kind, id, className, ...content) {
  const button = make("button", { type: "button", className }, ...content);
  button.addEventListener("click", () => chooseAndRead(kind, id));
  return make("li", {}, button);
}

export function entityButton(id) {
  const button = make("button", { type: "button", className: "link" }, name(label(id)));
  button.addEventListener("click", () => chooseAndRead("entity", id));
  return button;
}

// Choose something and go to its evidence, with the keyboard and the reader's voice too.
export function chooseAndRead(kind, id) {
  choose(kind, id);
  byId("panel").focus();
  say(spoken(kind, id));
}

function spoken(kind, id) {
  if (kind === "statement") return inWords(statements.get(id));
  return `${label(id)}, ${plural(statementsOf.get(id).length, "statement")}`;
}
