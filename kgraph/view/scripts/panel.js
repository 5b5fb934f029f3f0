// The panel beside the view: the evidence of a statement, the statements of an entity, or where to begin.

import { articleOf, byId, data, entities, sentenceOf, statements, statementsOf } from "./data.js";
import { isShown } from "./filter.js";
import { renew } from "./focus.js";
import { entityButton, listItem } from "./links.js";
import { onChange, state } from "./state.js";
import { capital, joined, label, make, name, relation, stanceInWords } from "./words.js";

export function showPanel() {
  const panel = byId("panel");
  const content = { statement: statementPanel, entity: entityPanel }[state.kind] || startPanel;
  renew(panel, ...content(state.id));
  panel.scrollTop = 0;
}

function startPanel() {
  const hint = "Choose a territory, a point, a line or a name to read the sentences behind it.";
  return [make("h2", { textContent: "Evidence" }), make("p", { textContent: hint })];
}

function tags(...texts) {
  const items = texts.filter(Boolean).map((text) => make("li", { dir: "auto", textContent: text }));
  return make("ul", { className: "tags" }, ...items);
}

function statementPanel(id) {
  const statement = statements.get(id);
  const words = make("p", { className: "statement" }, ...joined(statementParts(statement), " "));
  const how = tags(capital(stanceInWords(statement)), statement.time, `confidence ${statement.confidence.toFixed(2)}`);
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

// The sentence, with the words of subject, predicate and object marked.
function markedWords(evidence) {
  const { text } = sentenceOf(evidence);
  const pieces = [];
  let end = 0;
  for (const [part, from, to] of evidence.marks || []) {
    pieces.push(text.slice(end, from), make("mark", { className: part, textContent: text.slice(from, to) }));
    end = to;
  }
  return [...pieces, text.slice(end)];
}

function evidenceParts(evidence) {
  const article = articleOf(evidence);
  const link = article.url
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer", textContent: "Open the article" })
    : null;
  const date = article.date && make("time", { dateTime: article.date, textContent: article.date });
  const where = [make("cite", {}, name(article.title)), article.source && name(article.source), date, link].filter(Boolean);
  const notes = [
    evidence.voice && ["Whose word it is: ", name(evidence.voice), ". "],
    evidence.elliptical && ["The subject or the object stands in the title. "],
    ["Read by the rule ", name(evidence.rule), `, confidence ${evidence.confidence.toFixed(2)}.`],
  ];
  return [
    make("blockquote", { dir: "auto" }, ...markedWords(evidence)),
    make("p", { className: "source" }, ...joined(where)),
    make("p", { className: "how" }, ...notes.filter(Boolean).flat()),
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
    tags(data.kinds[entity.kind], entity.known ? "" : "not identified: known by its words alone"),
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

const SHOWN_BY = ["kind", "id", "hide", "from", "until", "confidence", "disputed", "hops"];

export function startShowing() {
  onChange((changed) => {
    if (SHOWN_BY.some((key) => changed.has(key))) showPanel();
  });
  showPanel();
}
