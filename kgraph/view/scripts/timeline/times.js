// When a statement holds: what is certain of it, and how far its beginning and its end may lie from that.
// Days are numbers, counted from 1970; an end is the moment after the last day, so that a year is 365 or 366 long.

import { articleOf } from "../data.js";

const MILLISECONDS = 86400000;
const DATE = /\d\d(?:\d[\dX]|XX)(?:-\d\d){0,2}/g; // "197X": the 1970s, "18XX": the 19th century

function dayOf(iso) {
  return Date.parse(iso) / MILLISECONDS;
}

export function isoOf(day) {
  return new Date(Math.floor(day) * MILLISECONDS).toISOString().slice(0, 10);
}

// The first moment of a century, a decade, a year, a month or a day as it is written, and the moment after it.
export function boundsOf(written) {
  const untold = written.split("X").length - 1; // figures of the year
  if (untold) return eraBounds(Number(written.replaceAll("X", "0")), 10 ** untold);
  const [year, month = 0, day = 0] = written.split("-").map(Number);
  if (day) return [dayOf(written), dayOf(written) + 1];
  const after = month && month < 12 ? [year, month + 1] : [year + 1, 1];
  return [dayOf(written), dayOf(after.map((part, i) => String(part).padStart(i ? 2 : 4, "0")).join("-"))];
}

function eraBounds(first, years) {
  const startOf = (year) => dayOf(String(year).padStart(4, "0"));
  return [startOf(first), startOf(first + years)];
}

// { begin, sureBegin, sureEnd, end, openBegin, openEnd }: sure from sureBegin to sureEnd, possible from begin to end.
// "1954" is some time in that year, "[1939..1945]" some time in those; nothing of it is sure. "1954/1960" is sure from
// 1955 to 1959.
// What is "since" a time is sure until the last article that says so, and open after it. Null: no time to be drawn.
export function spanOf(statement) {
  const dates = (statement.from || statement.until) && (statement.iso || statement.time || "").match(DATE);
  if (!dates) return null;
  if (!statement.until) return openSpan(boundsOf(dates[0]), statement);
  if (!statement.from) return { ...betweenBounds(boundsOf(dates[0]), boundsOf(dates[0])), openBegin: true };
  const [first, last] = [boundsOf(dates[0]), boundsOf(dates.at(-1))];
  if ((statement.iso || "").startsWith("[")) return singleSpan([first[0], last[1]]);
  return dates.length > 1 ? betweenBounds(first, last) : singleSpan(first);
}

function singleSpan([begin, end]) {
  const isDay = end - begin === 1;
  return { begin, end, sureBegin: isDay ? begin : end, sureEnd: isDay ? end : begin, openBegin: false, openEnd: false };
}

function betweenBounds([begin, afterBegin], [beforeEnd, end]) {
  const sureBegin = afterBegin - begin === 1 ? begin : afterBegin;
  const sureEnd = end - beforeEnd === 1 ? end : beforeEnd;
  return { begin, sureBegin, sureEnd, end, openBegin: false, openEnd: false };
}

function openSpan([begin, afterBegin], statement) {
  const said = Math.max(...articleDays(statement), afterBegin);
  return { begin, sureBegin: afterBegin - begin === 1 ? begin : afterBegin, sureEnd: said, end: said, openBegin: false, openEnd: true };
}

// The days of the articles that say it, each once, the first first.
export function articleDays(statement) {
  const dates = statement.evidence.map((evidence) => articleOf(evidence).date).filter(Boolean);
  return [...new Set(dates)].sort().map(dayOf);
}
