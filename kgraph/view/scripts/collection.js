// What the collection is, whatever the filters: its sources and its days.

import { data } from "./data.js";
import { sourceOf } from "./filter.js";

let told = null;

// How many sources there are, the first and the last day of an article, "" where none is dated, and how many are not.
export function collection() {
  told = told || readCollection();
  return told;
}

function readCollection() {
  const days = data.articles.map(({ date }) => date).filter(Boolean).sort();
  const sources = new Set(data.articles.map(sourceOf).filter(Boolean)).size;
  return { sources, first: days[0] || "", last: days.at(-1) || "", undated: data.articles.length - days.length };
}

// "2008-08-14 to 2025-05-22", or the one day, and how many have none: "2003-10-16, 62 undated"; "" where all have none.
export function daysInWords() {
  const { first, last, undated } = collection();
  const days = first === last ? first : `${first} to ${last}`;
  return days && undated ? `${days}, ${undated} undated` : days;
}
