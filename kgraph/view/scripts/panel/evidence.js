// The sentences behind a statement, by origin, with their words marked, their source, and how they were read.

import { articleOf, sentenceOf } from "../data.js";
import { joined, make, name, plural } from "../words.js";
import { foldedList } from "./fold.js";

const TIE_WORDS = {
  publisher: "the same publisher",
  speaker: "the same speaker quoted",
  story: "copies of one story",
  text: "the same article",
  words: "the same words",
};

// The sentence, with the words of subject, predicate and object marked.
function markedWords(evidence) {
  const { text } = sentenceOf(evidence);
  const pieces = [];
  let end = 0;
  for (const [part, from, to] of evidence.marks) {
    pieces.push(text.slice(end, from), make("mark", { className: part, textContent: text.slice(from, to) }));
    end = to;
  }
  return [...pieces, text.slice(end)];
}

function sourceLine(evidence) {
  const { title, source, date, url } = articleOf(evidence);
  const link = url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer", textContent: "Open the article" }) : null;
  const day = date && make("time", { dateTime: date, textContent: date });
  const where = [make("cite", {}, name(title)), source && name(source), day, link].filter(Boolean);
  return make("p", { className: "source" }, ...joined(where));
}

// The rule by its name and by a sentence that it reads, so that one can tell what it looked for.
function ruleInWords(evidence) {
  const rule = ["Read by the rule “", name(evidence.rule.replace(/-/g, " ")), "”"];
  return evidence.example ? [...rule, ", as in: ", name(evidence.example)] : [...rule, "."];
}

// Whoever does something by saying so, as who claims, is its subject: then nothing is attributed, and the words are his.
function voiceInWords(evidence, statement) {
  const words = statement.voice ? "Whose word it is: " : "The article gives the words of the subject itself: ";
  return evidence.voice && [words, name(evidence.voice), "."];
}

function howLine(evidence, statement) {
  const notes = [
    voiceInWords(evidence, statement),
    evidence.elliptical && ["The subject or the object stands in the title."],
    evidence.past === "state" && ["Told as a state of the past, which need not last."],
    missingParts(evidence),
    ruleInWords(evidence),
    [`Confidence ${evidence.confidence.toFixed(2)}.`],
  ];
  return make("p", { className: "how" }, ...joined(notes.filter(Boolean), " ").flat());
}

// A part without a mark is in another sentence: what a pronoun stands for, or what is left out.
function missingParts(evidence) {
  const marked = new Set(evidence.marks.map(([part]) => part));
  const missing = ["subject", "object"].filter((part) => !marked.has(part));
  if (!missing.length || evidence.elliptical) return null;
  return [`The ${missing.join(" and the ")} ${missing.length > 1 ? "are" : "is"} understood from what stands around it.`];
}

function evidenceParts(evidence, statement) {
  return [make("blockquote", { dir: "auto" }, ...markedWords(evidence)), sourceLine(evidence), howLine(evidence, statement)];
}

function sameWords(evidence) {
  return sentenceOf(evidence).text.toLowerCase().replace(/\s+/g, " ").trim();
}

// The same words are quoted once, and then where else they stand.
function originParts(places, statement) {
  const quoted = new Map();
  for (const evidence of places) quoted.set(sameWords(evidence), [...(quoted.get(sameWords(evidence)) || []), evidence]);
  return [...quoted.values()].flatMap(([first, ...copies]) => [
    ...evidenceParts(first, statement),
    ...(copies.length ? [make("p", { className: "how", textContent: "In the same words also in:" })] : []),
    ...copies.map(sourceLine),
  ]);
}

// Evidence by origin, both in the order in which the newest come.
function byOrigin(statement) {
  const groups = new Map();
  for (const evidence of statement.evidence) {
    groups.set(evidence.origin, [...(groups.get(evidence.origin) || []), evidence]);
  }
  return groups;
}

function originHeading(number, count, sorts) {
  const ties = sorts.map((sort) => TIE_WORDS[sort]).join(", ");
  return make("h3", { textContent: `Origin ${number}: ${plural(count, "appearance")}${ties ? ` (${ties})` : ""}` });
}

export function countInWords(statement) {
  const [places, origins] = [statement.evidence.length, byOrigin(statement).size];
  if (places < 2) return plural(places, "sentence");
  return `${plural(places, "sentence")}, ${plural(origins, "independent origin")}`;
}

// Headings only where there is something to tell apart or together.
export function evidenceOf(statement) {
  const sorts = new Map(statement.ties.map(([origin, ...names]) => [origin, names]));
  const origins = [...byOrigin(statement)].map(([origin, places], i) => [i, origin, places]);
  return foldedList("origins", "origins", origins, ([i, origin, places]) => {
    const heading = statement.evidence.length > 1 ? originHeading(i + 1, places.length, sorts.get(origin) || []) : null;
    return make("li", {}, heading, ...originParts(places, statement));
  }, 5, "origin");
}
