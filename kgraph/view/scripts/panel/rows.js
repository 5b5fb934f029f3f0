// Statements as rows that can be chosen: in full, or as seen from the thing whose panel it is.

import { articleOf } from "../data.js";
import { isShown } from "../filter.js";
import { listItem } from "../links.js";
import { joined, label, make, name, plural, relation, relationBack, stanceInWords } from "../words.js";
import { lastSaid } from "./rivals.js";

function boldVerb(words) {
  return make("b", { textContent: words });
}

function aboutWords(statement, from) {
  return statement.aboutLabel && statement.about !== from ? [", about ", name(statement.aboutLabel)] : [];
}

// "claims Kunashir" of Japan, "is claimed by Japan" of Kunashir; in full where it is neither.
function wordsFrom(statement, from) {
  const [subject, object] = [name(label(statement.subject)), name(label(statement.object))];
  if (statement.subject === from) return [boldVerb(relation(statement)), " ", object];
  if (statement.object === from && statement.inverse) return [boldVerb(relationBack(statement)), " ", subject];
  return [subject, " ", boldVerb(relation(statement)), " ", object];
}

// The publishers that print it, or its articles where none is named, and the last day on which one does.
export function whereSaid(statement) {
  const sources = [...new Set(statement.evidence.map(articleOf).map(({ source, title }) => source || title))];
  const others = sources.length > 1 ? ` and ${plural(sources.length - 1, "other")}` : "";
  const day = lastSaid(statement);
  const when = day ? [", ", make("time", { dateTime: day, textContent: day })] : [];
  return sources.length ? [make("bdi", { className: "publisher", textContent: sources[0] }), others, ...when] : [];
}

function rowDetails(...parts) {
  const said = parts.filter((part) => part && part.length);
  return said.length ? make("small", { dir: "auto" }, ...joined(said, " · ").flat()) : null;
}

// A row in full, with its stance, sources and date, to be compared with others.
export function comparedRow(statement) {
  const words = [...wordsFrom(statement, ""), ...aboutWords(statement, "")];
  const small = rowDetails(stanceInWords(statement), statement.time, whereSaid(statement));
  return listItem("statement", statement.id, `family-${statement.family}`, ...words, small);
}

export function rowSeenFrom(statement, from) {
  const words = [...wordsFrom(statement, from), ...aboutWords(statement, from)];
  const how = statement.stance === "asserted" ? "" : stanceInWords(statement);
  return listItem("statement", statement.id, `family-${statement.family}`, ...words, rowDetails(how, statement.time, whereSaid(statement)));
}

// What a list leaves out because of the filters, in words; null where it is nothing.
export function hiddenNote(list) {
  const hidden = list.filter((statement) => !isShown(statement)).length;
  return hidden ? make("p", { className: "note", textContent: `${hidden} more hidden by the filters.` }) : null;
}
