// What the collection is, whatever the filters: its sources and its days.

import { data } from "./data.js";
import { sourceOf } from "./filter.js";

let told = null;

// How many sources there are, and the first and the last day of an article; "" where none is dated.
export function collection() {
  told = told || readCollection();
  return told;
}

function readCollection() {
  const days = data.articles.map(({ date }) => date).filter(Boolean).sort();
  return { sources: new Set(data.articles.map(sourceOf).filter(Boolean)).size, first: days[0] || "", last: days.at(-1) || "" };
}

// "2008-08-14 to 2025-05-22", or the one day; "" where no article is dated.
export function daysInWords() {
  const { first, last } = collection();
  return first === last ? first : `${first} to ${last}`;
}
