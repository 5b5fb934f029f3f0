// The columns of the table: what each shows of a statement, and what it is sorted by.

import { articleOf, data, sentenceOf } from "../data.js";
import { sourceOf } from "../filter.js";
import { compareNames, inWords, label, make, name, relation, stanceInWords } from "../words.js";

const NAMED_SOURCES = 2; // in the table; the panel and the file name them all

// Values are texts or numbers; "" and null are absent, and stay last whichever way one sorts.
export const TABLE_COLUMNS = [
  { id: "subject", label: "Subject", value: (statement) => label(statement.subject) },
  { id: "relation", label: "Relation", value: (statement) => statement.verb },
  { id: "object", label: "Object", value: (statement) => label(statement.object) },
  { id: "about", label: "About", value: (statement) => statement.aboutLabel || "" },
  { id: "stance", label: "How stated", value: ({ stance }) => data.stances[stance] },
  { id: "voice", label: "Whose word", value: (statement) => statement.voice || "" },
  { id: "when", label: "When", value: (statement) => statement.from || statement.until || "", shown: (statement) => statement.time || "" },
  { id: "sources", label: "Sources", value: (statement) => sourcesOf(statement).join("; "), shown: someSources },
  { id: "last", label: "Last article", value: lastArticle },
  { id: "confidence", label: "Confidence", value: (statement) => statement.confidence, shown: (statement) => statement.confidence.toFixed(2) },
  { id: "sentences", label: "Sentences", value: (statement) => statement.evidence.length },
];

export function sourcesOf(statement) {
  return [...new Set(statement.evidence.map((evidence) => sourceOf(articleOf(evidence))))].filter(Boolean).sort();
}

function someSources(statement) {
  const names = sourcesOf(statement);
  const more = names.length - NAMED_SOURCES;
  return names.slice(0, NAMED_SOURCES).join("; ") + (more > 0 ? ` and ${more} more` : "");
}

function lastArticle(statement) {
  const dates = statement.evidence.map((evidence) => articleOf(evidence).date || "").sort();
  return dates.at(-1) || "";
}

// The cells of a row. Where there is no room for all columns, the small lines say what the hidden ones would.
export function cellsOf(statement, button) {
  const texts = new Map(TABLE_COLUMNS.map(({ id, value, shown = value }) => [id, name(String(shown(statement)))]));
  const parts = (id) => {
    if (id === "relation") return [button];
    if (id === "object" && statement.aboutLabel) return [texts.get(id), make("small", {}, "about ", name(statement.aboutLabel))];
    if (id === "stance" && statement.voice) return [texts.get(id), make("small", {}, "word of ", name(statement.voice))];
    if (id === "last" && someSources(statement)) return [texts.get(id), make("small", {}, name(someSources(statement)))];
    return [texts.get(id)];
  };
  return TABLE_COLUMNS.map(({ id, label: heading }) => {
    const cell = make("div", { className: `c-${id}`, role: "cell" }, ...parts(id));
    cell.dataset.heading = heading; // shown where the table is a list of cards
    cell.classList.toggle("empty", !texts.get(id).textContent);
    return cell;
  });
}

export function relationButton(statement) {
  const how = [stanceInWords(statement), statement.time].filter(Boolean).join(", ");
  const button = make("button", { type: "button", className: "link", textContent: relation(statement) });
  button.dataset.mark = `statement ${statement.id}`;
  button.setAttribute("aria-label", `${inWords(statement)}; ${how}`);
  return button;
}

export function firstSentence(statement) {
  return statement.evidence.length ? sentenceOf(statement.evidence[0]).text : "";
}

// Sorted by a column; what ties keeps its order, and so does all when no column is named.
export function sorted(list, { column, descending }) {
  const value = TABLE_COLUMNS.find(({ id }) => id === column)?.value;
  if (!value) return [...list];
  const keyed = list.map((statement) => ({ statement, key: value(statement) }));
  const isAbsent = ({ key }) => key === "" || key === null;
  const compare = (a, b) => (typeof a.key === "number" ? a.key - b.key : compareNames(a.key, b.key));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => isAbsent(a) - isAbsent(b) || (isAbsent(a) ? 0 : sign * compare(a, b)));
  return keyed.map(({ statement }) => statement);
}
