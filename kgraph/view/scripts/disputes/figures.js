// The collection in a few numbers, above the disputes.

import { collection } from "../collection.js";
import { data } from "../data.js";
import { make } from "../words.js";
import { disputeTree } from "./tree.js";

function figures() {
  const { sources, first, last, undated } = collection();
  const dated = undated ? `dates of ${data.articles.length - undated} of the articles` : "dates of the articles";
  return [
    [disputeTree().length, disputeTree().length === 1 ? "dispute" : "disputes"],
    [data.statements.length, data.statements.length === 1 ? "statement" : "statements"],
    [data.counts.articles, data.counts.articles === 1 ? "article" : "articles"],
    [sources, sources === 1 ? "source" : "sources"],
    [rangeOfYears(first, last), dated],
  ].filter(([value]) => value !== "");
}

function rangeOfYears(...days) {
  const [first, last] = days.map((day) => day.slice(0, 4));
  return first === last ? first : `${first} – ${last}`;
}

export function makeFigures() {
  return figures().map(([value, what]) => make("div", {}, make("dd", { textContent: value }), make("dt", { textContent: what })));
}
