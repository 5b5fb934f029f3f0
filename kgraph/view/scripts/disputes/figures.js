// The collection in a few numbers, above the disputes.

import { data } from "../data.js";
import { sourceOf } from "../filter.js";
import { make } from "../words.js";
import { disputeTree } from "./tree.js";

function figures() {
  const sources = new Set(data.articles.map(sourceOf).filter(Boolean)).size;
  const days = data.articles.map((article) => article.date).filter(Boolean).sort();
  return [
    [disputeTree.length, disputeTree.length === 1 ? "dispute" : "disputes"],
    [data.statements.length, data.statements.length === 1 ? "statement" : "statements"],
    [data.counts.articles, data.counts.articles === 1 ? "article" : "articles"],
    [sources, sources === 1 ? "source" : "sources"],
    [rangeOfYears(days), "articles dated"],
  ].filter(([value]) => value !== "");
}

function rangeOfYears(days) {
  if (!days.length) return "";
  const [first, last] = [days[0].slice(0, 4), days[days.length - 1].slice(0, 4)];
  return first === last ? first : `${first} – ${last}`;
}

export function makeFigures() {
  return figures().map(([value, what]) => make("div", {}, make("dd", { textContent: value }), make("dt", { textContent: what })));
}
