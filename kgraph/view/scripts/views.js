// The views of the page: one is shown at a time, and only that one is kept up to date.
// A view is { id, update }: `update(changed)` brings the section "view-ID" up to the state; on showing it, `changed` is null.

import { byId } from "./data.js";
import { change, onChange, state } from "./state.js";

const views = new Map();

export function addView(view) {
  views.set(view.id, view);
}

function tabOf(id) {
  return byId(`tab-${id}`);
}

function showView() {
  if (!views.has(state.view)) return change({ view: "disputes" }); // an address may name any
  for (const id of views.keys()) {
    byId(`view-${id}`).hidden = id !== state.view;
    tabOf(id).setAttribute("aria-selected", String(id === state.view));
    tabOf(id).tabIndex = id === state.view ? 0 : -1;
  }
  views.get(state.view).update(null);
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

export function startViews() {
  for (const id of views.keys()) tabOf(id).addEventListener("click", () => change({ view: id }));
  byId("tabs").addEventListener("keydown", moveAlong);
  onChange((changed) => (changed.has("view") ? showView() : views.get(state.view).update(changed)));
  showView();
}
