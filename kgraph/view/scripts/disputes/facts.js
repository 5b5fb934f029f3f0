// What the statements that pass the filters say of a dispute: how many, how stated, how fresh, from how many sources.

import { articleOf, statementsOf } from "../data.js";
import { hasTime, isShown, originOf } from "../filter.js";

const EVENT_STANCES = ["asserted", "attributed"]; // what is denied or only possible is no event
const STATIC_FAMILIES = ["naming"];

// The facts of an entry of the tree: statements of the territory and of all that it holds, each once.
export function factsOf(entry) {
  const said = [...new Set(entry.within.flatMap((id) => statementsOf.get(id)))].filter(isShown);
  const articles = [...new Set(said.flatMap((statement) => statement.evidence.map(articleOf)))];
  const newest = articles.filter((article) => article.date).sort(byDate)[0] || null;
  const stances = { asserted: 0, attributed: 0, possible: 0, denied: 0 };
  for (const { stance } of said) stances[stance]++;
  return {
    statements: said.length,
    stances,
    articles: articles.length,
    sources: new Set(articles.map(originOf).filter(Boolean)).size, // copies of one story count once, as its first
    newest,
    event: latestEvent(said),
  };
}

function byDate(one, other) {
  return one.date < other.date ? 1 : -1;
}

// The day that counts: what lasts is as late as its end, what has no end as its beginning.
export function eventDay(statement) {
  return statement.until || statement.from || "";
}

// Of these statements, the event of the latest day; null where there is none.
export function latestEvent(said) {
  const events = said.filter((s) => hasTime(s) && EVENT_STANCES.includes(s.stance) && !STATIC_FAMILIES.includes(s.family));
  return events.reduce((latest, next) => (!latest || eventDay(next) > eventDay(latest) ? next : latest), null);
}
