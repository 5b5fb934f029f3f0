// Where the keyboard is: at the evidence and back, and never lost when a list is written anew or a view goes.
// What shows a thing has its mark ("entity kunashir"), by which the focus finds it in another list or the same one.

import { byId } from "./data.js";
import { onChange, state } from "./state.js";

let left = null; // what had the focus before it went to the evidence: { element, mark }

function isUsable(element) {
  return Boolean(element) && element.isConnected && element.checkVisibility();
}

function marked(region, mark) {
  return mark ? [...region.querySelectorAll("[data-mark]")].find((one) => one.dataset.mark === mark) : null;
}

// To the evidence, of what is chosen or of what `act` chooses first; from a thing named in the evidence itself the way
// back stays the same.
export function goToEvidence(act) {
  noteOrigin(document.activeElement); // before its list is written anew
  if (act) act();
  document.documentElement.toggleAttribute("data-reading", true);
  byId("panel").focus();
  byId("panel").scrollIntoView(); // on a phone it may be longer than the screen: from its beginning
}

function noteOrigin(from) {
  if (byId("panel").contains(from)) return;
  const home = from.closest("[data-home]"); // a list that closes after the choice names who opened it
  left = { element: home ? byId(home.dataset.home) : from, mark: from.dataset.mark };
}

// Back from the evidence to where the focus came from, or to the tab of the view; tells whether it was there.
export function comeBack() {
  if (!byId("panel").contains(document.activeElement)) return false;
  leaveEvidence();
  return true;
}

function leaveEvidence() {
  const { element, mark } = left || {};
  const tab = byId(`tab-${state.view}`);
  [element, marked(byId(`view-${state.view}`), mark), tab].find(isUsable).focus();
  left = null;
  document.documentElement.toggleAttribute("data-reading", false);
}

// After a change: what had the focus may be gone. Then what shows the same thing has it, else the whole around it.
function findAnew(region, mark) {
  if (isUsable(document.activeElement) && document.activeElement !== document.body) return;
  const tab = byId(`tab-${state.view}`);
  [marked(region, mark), region, tab].find(isUsable).focus();
}

// Put new children into an element, with the focus where it was.
export function renew(element, ...children) {
  const had = element.contains(document.activeElement) ? document.activeElement : null;
  element.replaceChildren(...children);
  if (had) findAnew(element.closest(".view, #panel") || element, had.dataset.mark);
}

// To be called before whatever else listens to changes.
export function startFocus() {
  byId("leave-evidence").addEventListener("click", leaveEvidence);
  onChange(() => {
    const had = document.activeElement;
    const region = had.closest(".view, #panel");
    if (region) queueMicrotask(() => findAnew(region, had.dataset.mark));
  });
}
