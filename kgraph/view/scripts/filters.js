// Filters: each row of the legend can be switched off. The count says at once what is left.

function readFilters() {
  for (const [group, key] of [["families", "family"], ["stances", "stance"]]) {
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

byId("filters").addEventListener("change", () => {
  applyFilters();
  paint();
  if (selection.kind !== "statement") showPanel();
});
byId("show-filters").addEventListener("click", () => {
  const open = byId("filters").classList.toggle("open");
  byId("show-filters").setAttribute("aria-expanded", String(open));
});
