// Where the keyboard is: at the evidence and back, and never lost when a list is written anew.

import { byId } from "./data.js";
import { state } from "./state.js";

let left = null; // what had the focus before it went to the evidence, and the mark by which to find it anew

function isUsable(element) {
  return element && element.isConnected && element.checkVisibility();
}

// To the evidence; from a thing named there to the evidence of that thing the way back stays the same.
export function goToEvidence() {
  const panel = byId("panel");
  const from = document.activeElement;
  const home = from.closest("[data-home]"); // a list that closes after the choice names who opened it
  if (!panel.contains(from)) left = { element: home ? byId(home.dataset.home) : from, mark: from.dataset.mark };
  panel.focus();
}

// Back from the evidence to where the focus came from, or to the tab of the view; tells whether it was there.
export function comeBack() {
  if (!byId("panel").contains(document.activeElement)) return false;
  const same = left && left.mark && marked(byId(`view-${state.view}`), left.mark);
  const target = [left && left.element, same, byId(`tab-${state.view}`)].find(isUsable);
  left = null;
  target.focus();
  return true;
}

function marked(element, mark) {
  return [...element.querySelectorAll("[data-mark]")].find((one) => one.dataset.mark === mark);
}

// Put new children into an element; who had the focus in it finds it on what shows the same thing.
export function renew(element, ...children) {
  const had = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceChildren(...children);
  if (!had || had.isConnected) return;
  (marked(element, had.dataset.mark) || element).focus();
}
