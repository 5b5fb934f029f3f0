// Statements as plain text for a report: what is said, by whom, in which words, where and when.

import { articleOf, sentenceOf } from "../data.js";
import { inWords, label, plural, stanceInWords } from "../words.js";

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function whereItStands(evidence) {
  const { title, source, date, url } = articleOf(evidence);
  return oneLine([title, source, date, url].filter(Boolean).join(", "));
}

function quotedWords(evidence) {
  return `“${oneLine(sentenceOf(evidence).text)}” (${whereItStands(evidence)})`;
}

// The statement with its sentences, one a line, and what the confidence is.
export function citationOf(statement) {
  const how = [stanceInWords(statement), statement.time].filter(Boolean).join("; ");
  const sure = `Read from the text by kgraph, confidence ${statement.confidence.toFixed(2)}: the probability that it is read right.`;
  return [`${oneLine(inWords(statement).replace("✕ ", ""))} (${oneLine(how)}).`, ...statement.evidence.map(quotedWords), sure].join("\n");
}

// All of a list, numbered, under the name of what they speak of.
export function citationsOf(id, list) {
  const heading = `${oneLine(label(id))}: ${plural(list.length, "statement")}`;
  return [heading, ...list.map((statement, i) => `${i + 1}. ${citationOf(statement)}`)].join("\n\n") + "\n";
}
