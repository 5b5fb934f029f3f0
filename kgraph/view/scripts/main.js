// Brings the parts together: choosing, keys, and the first drawing.

function select(target, { zoom = false, focus = false } = {}) {
  Object.assign(selection, target);
  showTable(false);
  paint();
  showPanel();
  if (zoom && selection.kind) fit([...emphasized().entities].filter((id) => isEntityDrawn(entities.get(id))));
  if (focus) byId("panel").focus();
  say(spoken());
}

function spoken() {
  if (selection.kind === "statement") return inWords(statements.get(selection.id));
  if (selection.kind === "entity") return `${label(selection.id)}, ${statementsOf.get(selection.id).length} statements`;
  return "";
}

function showTable(on) {
  document.documentElement.classList.toggle("shows-table", on);
  byId("show-table").setAttribute("aria-pressed", String(on));
}

const CANVAS_KEYS = {
  ArrowLeft: () => shift(-60, 0),
  ArrowRight: () => shift(60, 0),
  ArrowUp: () => shift(0, -60),
  ArrowDown: () => shift(0, 60),
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: fitAll,
};

canvas.addEventListener("keydown", (event) => {
  const action = CANVAS_KEYS[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== query) {
    event.preventDefault();
    query.focus();
  }
  if (event.key === "Escape") escape();
});

// One step back: out of the search, then out of the choice.
function escape() {
  if (!results.hidden) {
    query.value = "";
    closeResults();
    query.focus();
  } else if (selection.kind) select({ kind: "", id: "" });
}

function repaint(dark) {
  setTheme(dark);
  paint();
}

byId("theme").addEventListener("click", () => repaint(!isDark()));
darkSystem.addEventListener("change", (event) => repaint(event.matches));
byId("show-table").addEventListener("click", () => showTable(!document.documentElement.classList.contains("shows-table")));
byId("skip").addEventListener("click", () => showTable(true));
byId("zoom-in").addEventListener("click", () => zoom(1.25));
byId("zoom-out").addEventListener("click", () => zoom(0.8));
byId("fit").addEventListener("click", fitAll);
network.on("resize", () => requestAnimationFrame(fitAll));
document.documentElement.dataset.script = "on";
applyFilters();
showPanel();
network.setSize("100%", "100%");
fitAll();
magnify();
paint();
network.on("dragStart", () => (isMoving = true));
network.on("dragEnd", () => (isMoving = false));
network.on("afterDrawing", drawLabels);
network.redraw();
// For tests and for whoever looks inside with the browser's tools.
window.__page = { data, network, pick, select };
window.__ready = true;
