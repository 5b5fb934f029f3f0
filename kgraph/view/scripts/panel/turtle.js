// Statements as Turtle: the triples of the graph that this page was made from, with the same IRIs.
// What goes with them is enough to read them back: their evidence, its articles, and the things that they name.

import { articleOf, data, entities, sentenceOf } from "../data.js";

const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
const WEB_ADDRESS = /^https?:\/\/[\w.~:/?#@!$&'()*+,;=-]+(%[0-9A-Fa-f]{2}[\w.~:/?#@!$&'()*+,;=-]*)*$/;
const TURTLE_ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function prefixedName(prefix, name) {
  if (PLAIN_NAME.test(name)) return `${prefix}:${name}`;
  return `<${data.prefixes[prefix]}${escapeIri(name)}>`;
}

// As Python's `quote` does it, which leaves fewer marks as they are than encodeURIComponent.
function escapeIri(text) {
  const hex = (mark) => "%" + mark.charCodeAt(0).toString(16).toUpperCase();
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

function thingIri(id) {
  return prefixedName("id", id);
}

function predicateIri(name) {
  if (name.includes("://")) return `<${encodeURI(name)}>`;
  return name.startsWith("own:") ? prefixedName("own", name.slice(4)) : prefixedName("kg", name);
}

function literalTurtle(text) {
  const escaped = text.replace(/["\\\n\r\t]/g, (mark) => TURTLE_ESCAPES[mark]);
  const code = (mark) => "\\u" + mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `"${escaped.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, code)}"`;
}

function typedLiteral(value, type) {
  return `"${value}"^^xsd:${type}`;
}

function decimalLiteral(number) {
  return typedLiteral(String(number).includes("e") ? number.toFixed(12).replace(/0+$/, "") : number, "decimal");
}

// A subject with its pairs of predicate and object; what has no object is left out.
function subjectBlock(subject, pairs) {
  const said = pairs.filter(([, value]) => value !== null && value !== undefined);
  return `${subject} ${said.map(([predicate, value]) => `${predicate} ${value}`).join(" ;\n\t")} .`;
}

function isNameThing(id) {
  return entities.get(id).kind === "Name";
}

function nodeTurtle(id) {
  return isNameThing(id) ? literalTurtle(entities.get(id).label) : thingIri(id);
}

function aboutPair(statement) {
  return statement.about ? ["kg:about", thingIri(statement.about)] : ["kg:aboutText", statement.aboutLabel && literalTurtle(statement.aboutLabel)];
}

function assertionTurtle(statement) {
  const time = statement.iso || statement.time;
  return subjectBlock(thingIri(statement.id), [
    ["a", "rdf:Statement , kg:Assertion"],
    ["rdf:subject", nodeTurtle(statement.subject)],
    ["rdf:predicate", predicateIri(statement.predicate)],
    ["rdf:object", nodeTurtle(statement.object)],
    aboutPair(statement),
    ["kg:attributedTo", statement.voice ? thingIri(speakerOf(statement).id) : null],
    ["kg:polarity", statement.negative ? "kg:Negative" : "kg:Positive"],
    ["kg:modality", statement.possible ? "kg:Possible" : "kg:Actual"],
    ["kg:timeText", time && literalTurtle(time)],
    ["kg:validFrom", statement.from && typedLiteral(statement.from, "date")],
    ["kg:validUntil", statement.until && typedLiteral(statement.until, "date")],
    ["kg:evidence", statement.evidence.map((evidence) => thingIri(`e_${evidence.id}`)).join(" , ") || null],
  ]);
}

function speakerOf(statement) {
  return data.voices[statement.speaker];
}

// Python counts characters, scripts count halves of the rare ones.
function countCharacters(text) {
  return [...text].length;
}

// Where the parts stand in the document: by the marks, or told apart where these do not show them whole.
function spansOf(evidence) {
  const { text, start } = sentenceOf(evidence);
  const apart = new Set(evidence.spans.map(([part]) => part));
  const marked = evidence.marks.filter(([part]) => !apart.has(part));
  const placed = marked.map(([part, from, to]) => [part, start + countCharacters(text.slice(0, from)), start + countCharacters(text.slice(0, to))]);
  return [...placed, ...evidence.spans].flatMap(([part, from, to]) => [
    [`kg:${part}Start`, from],
    [`kg:${part}End`, to],
  ]);
}

function evidenceTurtle(evidence) {
  const { text, start } = sentenceOf(evidence);
  return subjectBlock(thingIri(`e_${evidence.id}`), [
    ["a", "kg:Evidence"],
    ["kg:inDocument", thingIri(articleOf(evidence).node)],
    ["oa:exact", literalTurtle(text)],
    ["oa:start", start],
    ["oa:end", start + countCharacters(text)],
    ...spansOf(evidence),
    ["kg:attributionText", evidence.voice === undefined ? null : literalTurtle(evidence.voice)],
    ["kg:elliptical", evidence.elliptical ? "true" : null],
    ["kg:past", evidence.past && literalTurtle(evidence.past)],
    ["kg:rule", literalTurtle(evidence.rule)],
    ["kg:confidence", decimalLiteral(evidence.confidence)],
  ]);
}

function articleTurtle(article) {
  return subjectBlock(thingIri(article.node), [
    ["a", "kg:Document , schema:NewsArticle"],
    ["schema:identifier", literalTurtle(article.id)],
    ["schema:headline", article.untitled ? null : literalTurtle(article.title)],
    ["schema:datePublished", article.date && typedLiteral(article.date, "date")],
    ["schema:publisher", article.source === undefined ? null : literalTurtle(article.source)],
    ["schema:url", article.url && WEB_ADDRESS.test(article.url) ? `<${article.url}>` : null],
  ]);
}

function thingTurtle({ id, label, kind, known = false }) {
  return subjectBlock(thingIri(id), [
    ["a", `kg:${kind}`],
    ["rdfs:label", literalTurtle(label)],
    ["kg:known", String(known)],
  ]);
}

// Each thing that the statements name, once: ends, matters, voices.
function thingsNamed(list) {
  const ids = list.flatMap((statement) => [statement.subject, statement.object, statement.about]).filter(Boolean);
  const voices = list.filter((statement) => statement.voice).map(speakerOf);
  const named = [...ids.map((id) => entities.get(id)), ...voices].filter(({ kind }) => kind !== "Name");
  return [...new Map(named.map((one) => [one.id, one])).values()];
}

function withPrefixes(body) {
  const used = Object.entries(data.prefixes).filter(([prefix]) => body.includes(`${prefix}:`));
  return used.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join("") + body;
}

export function turtleOf(list) {
  const evidence = list.flatMap((statement) => statement.evidence);
  const articles = [...new Set(evidence.map(articleOf))];
  const blocks = [
    ...list.map(assertionTurtle),
    ...evidence.map(evidenceTurtle),
    ...articles.map(articleTurtle),
    ...thingsNamed(list).map(thingTurtle),
  ];
  return withPrefixes(`${blocks.join("\n\n")}\n`);
}
