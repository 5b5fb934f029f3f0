// Brings the parts together: what starts in which order, and the keys that work everywhere.

import { data } from "./data.js";
import { disputesView } from "./disputes.js";
import { startFilters } from "./filters.js";
import { network } from "./graph/network.js";
import { pick } from "./graph/picking.js";
import { graphView } from "./graph/view.js";
import { startHash } from "./hash.js";
import { startShowing } from "./panel.js";
import { startPrinting } from "./print.js";
import { leaveSearch, query, startSearch } from "./search.js";
import { change, choose, state } from "./state.js";
import { tableView } from "./table.js";
import { startTheme } from "./theme.js";
import { addView, startViews } from "./views.js";

function pressAnywhere(event) {
  if (event.key === "/" && document.activeElement !== query) {
    event.preventDefault();
    query.focus();
  }
  // One step back: out of the search, then out of the choice.
  if (event.key === "Escape" && !leaveSearch()) choose("", "");
}

document.documentElement.dataset.script = "on";
for (const view of [disputesView, graphView, tableView]) addView(view);
startTheme();
startHash();
startFilters();
startSearch();
startShowing();
startViews();
startPrinting();
document.addEventListener("keydown", pressAnywhere);
// For tests and for whoever looks inside with the browser's tools.
window.__page = {
  data,
  state,
  change,
  choose,
  pick,
  get network() {
    return network; // null until the drawing is first shown
  },
};
window.__ready = true;
