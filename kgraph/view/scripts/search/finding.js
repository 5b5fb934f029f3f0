// What can be found: things by any of their names, statements and sentences by their words. Folded once, when first asked.

import { data, statementsOf } from "../data.js";
import { fold, isUnspaced } from "../fold.js";

let nameIndex = null; // { entity, names: [[folded, as written]] }
let statementIndex = null; // folded words of each statement, a blank before each
let sentenceIndex = null; // { number, words, statements }

function indexNames() {
  return data.entities.map((entity) => {
    const background = entity.background.flatMap(({ names }) => names.map(({ text }) => text));
    const names = [...new Set([entity.label, ...entity.names, ...background])];
    return { entity, names: names.map((text) => [fold(text), text]) };
  });
}

function indexStatements() {
  const labels = new Map(data.entities.map((entity) => [entity.id, fold(entity.label)]));
  const verbs = new Map();
  const verb = (words) => verbs.get(words) || verbs.set(words, fold(words)).get(words);
  return data.statements.map((s) => {
    const about = s.aboutLabel ? `about ${labels.get(s.about) || fold(s.aboutLabel)}` : "";
    const voice = s.voice ? verb(s.voice) : "";
    return ` ${labels.get(s.subject)} ${verb(s.verb)} ${labels.get(s.object)} ${about} ${voice} ${s.time || ""}`;
  });
}

function indexSentences() {
  const resting = data.sentences.map(() => []);
  for (const statement of data.statements) {
    for (const evidence of statement.evidence) resting[evidence.sentence].push(statement);
  }
  return data.sentences.map(({ text }, number) => ({ number, words: ` ${fold(text)}`, statements: resting[number] }));
}

// Whole names before beginnings, beginnings before words, words before anything inside, blanks apart.
function rankName(name, wanted, words, compact) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(" " + wanted)) return 2;
  if (words.length > 1 && hasAll(" " + name, words)) return 3;
  if (name.includes(wanted)) return 4;
  return compact.length > 2 && name.replaceAll(" ", "").includes(compact) ? 5 : Infinity;
}

// Whether each word begins somewhere; in scripts without blanks, whether it stands somewhere.
function hasAll(text, words) {
  return words.every(({ plain, begun }) => text.includes(begun || plain));
}

function asWords(folded) {
  return folded.split(" ").map((plain) => ({ plain, begun: isUnspaced(plain) ? "" : " " + plain }));
}

function findNames(folded, words) {
  nameIndex = nameIndex || indexNames();
  const compact = folded.replaceAll(" ", "");
  const found = [];
  for (const { entity, names } of nameIndex) {
    let [best, shown] = [Infinity, ""];
    for (const [name, text] of names) {
      const rank = rankName(name, folded, words, compact);
      if (rank < best) [best, shown] = [rank, text];
    }
    if (best < Infinity) found.push({ entity, rank: best, shown });
  }
  const said = (hit) => statementsOf.get(hit.entity.id).length;
  return found.sort((one, other) => one.rank - other.rank || said(other) - said(one));
}

// Those that begin with what is typed come first, then those that hold it as it stands.
function findStatements(folded, words) {
  statementIndex = statementIndex || indexStatements();
  const found = data.statements.filter((statement) => hasAll(statementIndex[statement.index], words));
  const place = (statement) => statementIndex[statement.index].indexOf(" " + folded);
  const rank = new Map(found.map((statement) => [statement, place(statement) === 0 ? 0 : place(statement) > 0 ? 1 : 2]));
  return found.sort((one, other) => rank.get(one) - rank.get(other));
}

// Sentences that hold all words, each with that of its statements that fits best.
function findSentences(words) {
  sentenceIndex = sentenceIndex || indexSentences();
  const hits = sentenceIndex.filter((each) => each.statements.length && hasAll(each.words, words));
  return hits.map(({ number, statements }) => ({ number, statement: bestOf(statements, words) }));
}

function bestOf(statements, words) {
  const fit = (statement) => words.filter((word) => hasAll(statementIndex[statement.index], [word])).length;
  return statements.reduce((best, next) => (fit(next) > fit(best) ? next : best));
}

// All that fits what is typed, the best first; null where nothing is asked for.
export function find(text) {
  const folded = fold(text);
  if (!folded) return null;
  const words = asWords(folded);
  return { names: findNames(folded, words), statements: findStatements(folded, words), sentences: findSentences(words) };
}
