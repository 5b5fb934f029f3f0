// The data of the page, read once, and what the other scripts ask of it.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
const statements = new Map(data.statements.map((statement) => [statement.id, statement]));

// What is chosen and what is hidden: the one state of the page. kind is "", "entity" or "statement".
const selection = { kind: "", id: "" };
const hidden = { family: new Set(), stance: new Set(), kind: new Set() };
let withAside = false; // whether the persons in office are drawn that a large drawing starts without

// Statements that join an entity or are about it, in the order of the data.
const statementsOf = new Map(data.entities.map((entity) => [entity.id, []]));
for (const statement of data.statements) {
  for (const id of new Set([statement.subject, statement.object, statement.about])) {
    if (id) statementsOf.get(id).push(statement);
  }
}

// Let through by the filters: the table, the lists and the counts hold all of it.
function isShown(statement) {
  const ends = [statement.subject, statement.object];
  return (
    !hidden.family.has(statement.family) &&
    !hidden.stance.has(statement.stance) &&
    !ends.some((id) => hidden.kind.has(entities.get(id).kind))
  );
}

function isEntityShown(entity) {
  return !hidden.kind.has(entity.kind) && statementsOf.get(entity.id).some(isShown);
}

// On the drawing: what is shown, but persons in office only when asked for or chosen, by their state or themselves.
function isDrawn(statement) {
  return isShown(statement) && (withAside || !isAside(statement) || isChosen(statement));
}

function isEntityDrawn(entity) {
  return !hidden.kind.has(entity.kind) && statementsOf.get(entity.id).some(isDrawn);
}

function isAside(statement) {
  return [statement.subject, statement.object].some((id) => entities.get(id).aside);
}

function isChosen(statement) {
  return [statement.id, statement.subject, statement.object, statement.about].includes(selection.id);
}

function isDisputed(entity) {
  return entity.allClaimants.length > 1;
}

// What stands out while something is chosen; null while nothing is.
function emphasized() {
  if (!selection.kind) return null;
  const chosen = selection.kind === "entity" ? statementsOf.get(selection.id) : [statements.get(selection.id)];
  const shown = chosen.filter(isShown);
  const ends = shown.flatMap((s) => [s.subject, s.object, s.about]);
  if (selection.kind === "entity") ends.push(selection.id);
  return { statements: new Set(shown.map((s) => s.id)), entities: new Set(ends.filter(Boolean)) };
}

// Fold a text for searching: "Trường Sa" and "truong sa" become the same.
function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/đ/g, "d").replace(/ø/g, "o").replace(/ł/g, "l").replace(/ı/g, "i").replace(/[‘’ʼ`]/g, "'");
}
