// The panel beside the view: the evidence of a statement, the statements of an entity, or where to begin.

import { byId } from "./data.js";
import { renew } from "./focus.js";
import { startCopying } from "./panel/copying.js";
import { entityPanel } from "./panel/entity.js";
import { foldAll } from "./panel/fold.js";
import { startPanel } from "./panel/start.js";
import { statementPanel } from "./panel/statement.js";
import { backButton, followTrail, startTrail } from "./panel/trail.js";
import { FILTERS, onChange, state } from "./state.js";

const CHOICE = ["kind", "id"];
const SHOWN_BY = [...CHOICE, ...FILTERS];

function fillPanel() {
  const content = { statement: statementPanel, entity: entityPanel }[state.kind] || startPanel;
  renew(byId("panel"), ...[backButton(), ...content(state.id)].filter(Boolean));
}

// What the filters change is written anew in its place; what is newly chosen is read from its top.
function showPanel(isNew) {
  const panel = byId("panel");
  const { scrollTop } = panel;
  fillPanel();
  panel.scrollTop = isNew ? 0 : scrollTop;
}

function updatePanel(changed) {
  const isNew = CHOICE.some((key) => changed.has(key));
  if (isNew) {
    foldAll();
    followTrail();
  }
  if (SHOWN_BY.some((key) => changed.has(key))) showPanel(isNew);
}

export function startShowing() {
  startTrail();
  startCopying();
  onChange(updatePanel);
  fillPanel(); // and no more: asking where it is scrolled to would lay out the page before its view is there
}
