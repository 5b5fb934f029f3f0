// The panel of a statement: in words, its evidence, and what to compare it with.

import { data, statements } from "../data.js";
import { entityButton } from "../links.js";
import { capital, joined, make, name, relation, stanceInWords } from "../words.js";
import { compareParts } from "./compare.js";
import { statementActions } from "./copying.js";
import { countInWords, evidenceOf } from "./evidence.js";

export function tags(...texts) {
  const items = texts.filter(Boolean).map((text) => make("li", { dir: "auto", textContent: text }));
  return make("ul", { className: "tags" }, ...items);
}

// Where a server shows this page it has one of each thing as well.
export function pageLine(id, textContent) {
  return data.pages ? make("p", {}, make("a", { href: data.pages + encodeURIComponent(id), textContent })) : null;
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

function confidenceMeaning(statement) {
  const share = Math.round(100 * statement.confidence);
  const words =
    `Of 100 readings with this confidence, about ${share} are right, as was measured on annotated texts: a careful ` +
    "reader would say that the sentence says so. It tells nothing of whether what the sentence says is true.";
  const title = `What confidence ${statement.confidence.toFixed(2)} means`;
  return make("details", {}, make("summary", { textContent: title }), make("p", { className: "note", textContent: words }));
}

export function statementPanel(id) {
  const statement = statements.get(id);
  const how = tags(capital(stanceInWords(statement)), statement.time, `Confidence ${statement.confidence.toFixed(2)}`);
  if (statement.stance === "denied") how.firstChild.className = "denied";
  return [
    make("h2", { textContent: "Statement" }),
    make("p", { className: "statement" }, ...joined(statementParts(statement), " ")),
    aboutLine(statement),
    how,
    statementActions(statement),
    pageLine(id, "Page of this statement"),
    make("h2", { textContent: `Evidence: ${countInWords(statement)}` }),
    evidenceOf(statement),
    confidenceMeaning(statement),
    ...compareParts(statement),
  ];
}
