// The data of the page, read once. Python leaves out what is absent, false or empty; here it gets its default.

import { unpack } from "./packing.js";

export const byId = (id) => document.getElementById(id);
export const data = unpack(JSON.parse(byId("data").textContent));

const ENTITY = {
  names: [],
  candidates: [],
  background: [],
  claimants: [],
  parts: [],
  wholes: [],
  degree: 0,
  known: false,
  aside: false,
};
const STATEMENT = { evidence: [], ties: [], against: [] };
const RELATION = { symmetric: false, negative: false, possible: false };
const EVIDENCE = { marks: [], spans: [], origin: 0, elliptical: false, past: null };
const DISPUTE = { claimants: [], opponents: [], holders: [], formerHolders: [], sources: [] };

for (const entity of data.entities) withDefaults(entity, { ...ENTITY, lines: entity.label });
for (const dispute of data.disputes) withDefaults(dispute, DISPUTE);
data.statements.forEach((statement, i) => {
  const { territory, ...relation } = data.relations[statement.relation];
  withDefaults(statement, STATEMENT);
  Object.assign(statement, RELATION, relation, { index: i });
  if (territory) statement.territory = statement[territory]; // the territory that it bears on
  if ("voice" in statement) Object.assign(statement, { speaker: statement.voice, voice: data.voices[statement.voice].label });
  for (const evidence of statement.evidence) {
    withDefaults(evidence, EVIDENCE);
    Object.assign(evidence, { rule: data.rules[evidence.rule].id, example: data.rules[evidence.rule].example });
  }
});

export const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
export const statements = new Map(data.statements.map((statement) => [statement.id, statement]));
export const disputes = new Map(data.disputes.map((dispute) => [dispute.territory, dispute]));

// Statements that join an entity or are about it, in the order of the data.
export const statementsOf = new Map(data.entities.map((entity) => [entity.id, []]));
for (const statement of data.statements) {
  for (const id of new Set([statement.subject, statement.object, statement.about])) {
    if (id) statementsOf.get(id).push(statement);
  }
}

function withDefaults(record, defaults) {
  for (const key in defaults) if (!(key in record)) record[key] = defaults[key];
}

// The sentence and the article that an evidence stands in.
export function sentenceOf(evidence) {
  return data.sentences[evidence.sentence];
}

export function articleOf(evidence) {
  return data.articles[sentenceOf(evidence).article];
}

// Claimed by two or more, as a whole or in parts.
export function isDisputed(entity) {
  return entity.claimants.length > 1;
}
