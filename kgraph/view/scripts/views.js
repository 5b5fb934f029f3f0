// The views of the page: one is shown at a time, and only that one is kept up to date.
// A view is { id, update, load }: `update(changed)` brings the section "view-ID" up to the state; on showing it, `changed`
// is null. `load`, where there is one, gives a promise of what the view needs before it is first shown.

import { byId } from "./data.js";
import { change, onChange, state } from "./state.js";

const views = new Map();
let current = ""; // the view that is up: state.view, once what it needs has come

export function addView(view) {
  views.set(view.id, view);
}

function tabOf(id) {
  return byId(`tab-${id}`);
}

async function showView() {
  if (!views.has(state.view)) return change({ view: "disputes" }); // an address may name any
  for (const id of views.keys()) {
    byId(`view-${id}`).hidden = id !== state.view;
    tabOf(id).setAttribute("aria-selected", String(id === state.view));
    tabOf(id).tabIndex = id === state.view ? 0 : -1;
  }
  const { id, load, update } = views.get(state.view);
  current = "";
  if (load) await load();
  if (state.view !== id) return; // another was asked for meanwhile
  current = id;
  update(null);
}

function updateView(changed) {
  if (changed.has("view")) showView();
  else if (current) views.get(current).update(changed);
}

// Arrow keys move along the tabs, as in any list of tabs.
function moveAlong(event) {
  const ids = [...views.keys()];
  const at = ids.indexOf(state.view);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  change({ view: ids[(next + ids.length) % ids.length] });
  tabOf(state.view).focus();
}

// Show the view of the state; gives a promise that is kept when it is up.
export function startViews() {
  for (const id of views.keys()) tabOf(id).addEventListener("click", () => change({ view: id }));
  byId("tabs").addEventListener("keydown", moveAlong);
  onChange(updateView);
  return showView();
}
