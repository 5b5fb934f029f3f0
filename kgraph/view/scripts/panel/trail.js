// The way back: what was chosen before, step by step. The browser's Back goes the same way.

import { chooseAndRead } from "../links.js";
import { state } from "../state.js";
import { inWords, label, make, name } from "../words.js";
import { statements } from "../data.js";

const MOST_STEPS = 50; // trail that are kept
let trail = [];
let placeNow = { kind: "", id: "" };
let isReturn = false;

// Note a change of what is chosen: one step more, or one less on the way back.
export function followTrail() {
  const last = trail.at(-1);
  if (!state.kind) trail = [];
  else if (isReturn && last && last.kind === state.kind && last.id === state.id) trail.pop();
  else if (placeNow.kind) trail = [...trail, placeNow].slice(-MOST_STEPS);
  placeNow = { kind: state.kind, id: state.id };
}

export function backButton() {
  const last = trail.at(-1);
  if (!last) return null;
  const words = last.kind === "entity" ? label(last.id) : inWords(statements.get(last.id));
  const button = make("button", { type: "button", className: "back" }, "← Back to ", name(words));
  button.dataset.mark = "back";
  button.addEventListener("click", () => {
    isReturn = true;
    chooseAndRead(last.kind, last.id);
    isReturn = false;
  });
  return make("p", { className: "trail" }, button);
}

// The address is read between these two.
export function startTrail() {
  addEventListener("popstate", () => (isReturn = true), true);
  addEventListener("popstate", () => (isReturn = false));
  followTrail();
}
