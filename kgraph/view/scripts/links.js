// Buttons that choose: an entity or a statement, wherever it is named.

import { goToEvidence } from "./focus.js";
import { choose } from "./state.js";
import { label, make, name } from "./words.js";

// A row of a list that chooses what it names.
export function listItem(kind, id, className, ...content) {
  return make("li", {}, choosing(kind, id, className, ...content));
}

export function entityButton(id) {
  return choosing("entity", id, "link", name(label(id)));
}

// A button that chooses; its mark says what, so that the focus finds it again when its list is written anew.
export function choosing(kind, id, className, ...content) {
  const button = make("button", { type: "button", className }, ...content);
  button.dataset.mark = `${kind} ${id}`;
  button.addEventListener("click", () => chooseAndRead(kind, id));
  return button;
}

// Choose something and go to its evidence, with the keyboard and the reader's voice too.
export function chooseAndRead(kind, id) {
  goToEvidence(() => choose(kind, id));
}
