// The panel beside the drawing: the evidence of a statement, the statements of an entity, or where to begin.

function showPanel() {
  const panel = byId("panel");
  const content = { statement: statementPanel, entity: entityPanel }[selection.kind] || startPanel;
  panel.replaceChildren(...content(selection.id));
  panel.scrollTop = 0;
}

function startPanel() {
  const disputed = data.entities.filter((entity) => entity.dispute).sort(byInterest);
  const hint = "Choose a point or a line of the drawing, or a name, to read the sentences behind it.";
  if (!disputed.length) return [make("h2", { textContent: "Evidence" }), make("p", { textContent: hint })];
  const rows = disputed.map((entity) =>
    listItem("entity", entity.id, "family-claim", make("b", {}, name(entity.label)), make("small", {}, ...parties(entity))),
  );
  return [
    make("h2", { textContent: `Disputed territories (${disputed.length})` }),
    make("p", { textContent: `Said to be in dispute, or claimed by two or more, or by one and held, now or once, by another. ${hint}` }),
    make("ul", { className: "list" }, ...rows),
  ];
}

// What the gazetteer knows before what only a text describes, then the most contested first.
function byInterest(one, other) {
  return Number(Boolean(other.known)) - Number(Boolean(one.known)) || other.claimants.length - one.claimants.length;
}

function parties(entity) {
  const names = (ids) => joined(ids.map((id) => name(label(id))));
  const sides = [
    ["claimed by ", entity.claimants],
    ["disputed by ", entity.opponents],
    ["held by ", entity.holders],
    ["once held by ", entity.formerHolders],
  ];
  const said = sides.filter(([, ids]) => ids.length).map(([how, ids]) => [how, ...names(ids)]);
  if (entity.dispute === "settled") said.push(["settled, by what a text says"]);
  return said.flatMap((words, i) => (i ? ["; ", ...words] : words));
}

function joined(parts, between = ", ") {
  return parts.flatMap((part, i) => (i ? [between, part] : [part]));
}

function listItem(kind, id, className, ...content) {
  const button = make("button", { type: "button", className }, ...content);
  button.addEventListener("click", () => select({ kind, id }, { zoom: true, focus: true }));
  return make("li", {}, button);
}

function entityButton(id) {
  const button = make("button", { type: "button", className: "link" }, name(label(id)));
  button.addEventListener("click", () => select({ kind: "entity", id }, { zoom: true, focus: true }));
  return button;
}

function tags(...texts) {
  const items = texts.filter(Boolean).map((text) => make("li", { dir: "auto", textContent: text }));
  return make("ul", { className: "tags" }, ...items);
}

function statementPanel(id) {
  const statement = statements.get(id);
  const words = make("p", { className: "statement" }, ...joined(statementParts(statement), " "));
  const how = tags(capital(stanceInWords(statement)), statement.time, `confidence ${statement.confidence}`);
  if (statement.stance === "denied") how.firstChild.className = "denied";
  return [
    make("h2", { textContent: "Statement" }),
    words,
    aboutLine(statement),
    how,
    pageLine(id, "Page of this statement"),
    make("h2", { textContent: `Evidence (${statement.evidence.length})` }),
    ...statement.evidence.flatMap(evidenceParts),
  ].filter(Boolean);
}

// Marked like the words of the sentences below, so that the marks explain themselves.
function statementParts(statement) {
  return [
    make("mark", { className: "subject" }, entityButton(statement.subject)),
    make("mark", { className: "predicate", textContent: relation(statement) }),
    make("mark", { className: "object" }, entityButton(statement.object)),
  ];
}

function aboutLine(statement) {
  if (!statement.aboutLabel) return null;
  const about = statement.about ? entityButton(statement.about) : name(statement.aboutLabel);
  return make("p", {}, "About: ", about);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function evidenceParts(evidence) {
  const article = data.articles[evidence.article];
  const pieces = evidence.pieces.map(([part, words]) => (part ? make("mark", { className: part, textContent: words }) : words));
  const link = article.url
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer", textContent: "Open the article" })
    : null;
  const date = article.date && make("time", { dateTime: article.date, textContent: article.date });
  const where = [make("cite", {}, name(article.title)), article.source && name(article.source), date, link].filter(Boolean);
  const notes = [
    evidence.attribution && `Whose word it is: ${evidence.attribution}`,
    evidence.elliptical && "The subject or the object stands in the title",
    `Read by the rule ${evidence.rule}, confidence ${evidence.confidence}`,
  ];
  return [
    make("blockquote", { dir: "auto" }, ...pieces),
    make("p", { className: "source" }, ...joined(where)),
    make("p", { className: "how", textContent: notes.filter(Boolean).join(". ") + "." }),
  ];
}

// Where a server shows this page it has one of each thing as well.
function pageLine(id, textContent) {
  return data.pages ? make("p", {}, make("a", { href: data.pages + encodeURIComponent(id), textContent })) : null;
}

function entityPanel(id) {
  const entity = entities.get(id);
  const shown = statementsOf.get(id).filter(isShown);
  const left = statementsOf.get(id).length - shown.length;
  return [
    make("h2", {}, name(entity.label)),
    entity.names.length ? make("p", { className: "names" }, "In the texts also: ", ...joined(entity.names.map(name))) : null,
    tags(entity.kindLabel, entity.known ? "" : "not identified: known by its words alone"),
    pageLine(id, "Page with all sentences"),
    entity.claimants.length > 1 ? claimantLine(entity) : null,
    entity.parts.length ? partsLine(entity) : null,
    ...familyLists(shown, id),
    ...backgroundParts(entity),
    left ? make("p", { textContent: `${left} more hidden by the filters.` }) : null,
  ].filter(Boolean);
}

// What the gazetteer knows stands apart and last, and says that no article of these says it.
function backgroundParts(entity) {
  if (!entity.background.length) return [];
  const items = entity.background.map(({ user, names }) => {
    const heading = user ? ["Names as used by ", name(user), ": "] : ["Other names: "];
    return make("li", {}, ...heading, ...joined(names.map(nameInLanguage)));
  });
  const note = "From the gazetteer, not from these articles; no name is the right one.";
  const heading = make("h2", { textContent: "Background: names" });
  return [make("section", { className: "background" }, heading, make("p", { textContent: note }), make("ul", {}, ...items))];
}

function nameInLanguage({ text, lang }) {
  return make("bdi", { textContent: text, ...(lang ? { lang } : {}) });
}

function claimantLine(entity) {
  return make("p", {}, `Said to be claimed by ${entity.claimants.length}: `, ...joined(entity.claimants.map(entityButton)));
}

// A dispute over a part is listed with the whole; that whoever claims the part claims the whole is not said.
function partsLine(entity) {
  return make("p", {}, "Parts of it in dispute: ", ...joined(entity.parts.map(entityButton)));
}

function familyLists(shown, id) {
  return data.families.flatMap((family) => {
    const members = shown.filter((statement) => statement.family === family.id);
    if (!members.length) return [];
    const items = members.map((statement) => statementItem(statement, id));
    const heading = `${family.label} (${members.length})`;
    return [make("h2", { textContent: heading }), make("ul", { className: "list" }, ...items)];
  });
}

function statementItem(statement, from) {
  const about = statement.aboutLabel && statement.about !== from ? [" about ", name(statement.aboutLabel)] : [];
  const how = statement.stance === "asserted" ? "" : stanceInWords(statement);
  const details = [how, statement.time].filter(Boolean).join(" · ");
  const verb = make("b", { textContent: relation(statement) });
  const words = [name(label(statement.subject)), " ", verb, " ", name(label(statement.object)), ...about];
  const small = details && make("small", { dir: "auto", textContent: details });
  return listItem("statement", statement.id, `family-${statement.family}`, ...words, small);
}
