// Filters: each row of the legend can be switched off. The count says at once what is left.

function readFilters() {
  for (const [group, key] of [["families", "family"], ["stances", "stance"], ["kinds", "kind"]]) {
    const off = [...document.querySelectorAll(`#${group} input:not(:checked)`)];
    hidden[key] = new Set(off.map((box) => box.value));
  }
}

function applyFilters() {
  readFilters();
  const shown = data.statements.filter(isShown);
  for (const statement of data.statements) byId(`row-${statement.id}`).hidden = !isShown(statement);
  const points = data.entities.filter(isEntityShown).length;
  const [allStatements, allPoints] = [data.statements.length, data.entities.length];
  byId("count").textContent =
    shown.length === allStatements
      ? `All ${allStatements} statements, ${allPoints} points`
      : `${shown.length} of ${allStatements} statements, ${points} of ${allPoints} points`;
}

// How many persons in office the filters let through and the drawing still leaves out.
function noteAside() {
  if (!byId("aside")) return;
  const shown = data.entities.filter((entity) => entity.aside && isEntityShown(entity));
  const left = shown.filter((entity) => !isEntityDrawn(entity)).length;
  byId("aside").hidden = !shown.length;
  const note = left ? `${left} person${left === 1 ? "" : "s"} in office not shown` : "All persons in office shown";
  byId("aside-note").textContent = note;
}

function showAside(on) {
  withAside = on;
  byId("show-aside").setAttribute("aria-pressed", String(on));
  paint();
  if (!selection.kind) fitAll();
  say(byId("aside-note").textContent);
}

if (byId("show-aside")) byId("show-aside").addEventListener("click", () => showAside(!withAside));

byId("filters").addEventListener("change", () => {
  applyFilters();
  paint();
  if (selection.kind !== "statement") showPanel();
});
byId("show-filters").addEventListener("click", () => {
  const open = byId("filters").classList.toggle("open");
  byId("show-filters").setAttribute("aria-expanded", String(open));
});
