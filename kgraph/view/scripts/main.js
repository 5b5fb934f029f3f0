// Brings the parts together: what starts in which order, and the keys that work everywhere.

import { byId, data } from "./data.js";
import { disputesView } from "./disputes.js";
import { startExports } from "./handing/menu.js";
import { isShown } from "./filter.js";
import { startFilters } from "./filters.js";
import { comeBack, startFocus } from "./focus.js";
import { network } from "./graph/network.js";
import { pick } from "./graph/picking.js";
import { graphView, startGraph } from "./graph/view.js";
import { startHash } from "./hash.js";
import { isShortcut, openHelp, startHelp } from "./help.js";
import { noteOpen } from "./later.js";
import { mapView } from "./map/view.js";
import { startShowing } from "./panel.js";
import { citationOf } from "./panel/citation.js";
import { contradictionOf, countOrigins, rivalsOf } from "./panel/rivals.js";
import { turtleOf } from "./panel/turtle.js";
import { startPrinting } from "./print.js";
import { startScenes } from "./scene.js";
import { leaveSearch, query, startSearch } from "./search.js";
import { change, choose, state } from "./state.js";
import { startSpeech } from "./speech.js";
import { tableView } from "./table/view.js";
import { startTheme } from "./theme.js";
import { timelineView } from "./timeline/view.js";
import { addView, startViews } from "./views.js";

const SHORTCUTS = { "/": () => query.focus(), "?": openHelp };

function pressAnywhere(event) {
  if (event.key === "Escape") return document.querySelector("dialog[open]") ? null : stepBack();
  if (!SHORTCUTS[event.key] || !isShortcut(event)) return;
  event.preventDefault();
  SHORTCUTS[event.key]();
}

// One step: out of the search, then from the evidence to where the reader was, then out of the choice, then of the group.
function stepBack() {
  if (leaveSearch() || comeBack()) return;
  if (state.kind || state.view !== "graph") choose("", "");
  else change({ group: "" });
}

// Links in the page would change the address, which tells what is shown.
function skipTo(link, find) {
  byId(link).addEventListener("click", (event) => {
    event.preventDefault();
    find().focus();
  });
}

document.documentElement.dataset.script = "on";
for (const view of [disputesView, graphView, mapView, timelineView, tableView]) addView(view);
startTheme();
startFocus();
startScenes();
startHash();
startFilters();
startSearch();
startShowing();
startGraph();
const firstView = startViews();
startSpeech();
startHelp();
skipTo("skip-to-view", () => byId(`view-${state.view}`));
skipTo("skip-to-evidence", () => byId("panel"));
startPrinting();
startExports();
document.addEventListener("keydown", pressAnywhere);
// For tests and for whoever looks inside with the browser's tools.
window.__page = {
  data,
  state,
  change,
  choose,
  pick,
  isShown,
  citationOf,
  contradictionOf,
  countOrigins,
  rivalsOf,
  turtleOf,
  get network() {
    return network; // null until the drawing is first shown
  },
};
firstView.then(() => {
  window.__ready = true;
  noteOpen();
});
