// A row of the timeline: when, as a bar or a point in the manner of the statement, and what, in words beside it.

import { data } from "../data.js";
import { FONT, widthOf } from "../graph/font.js";
import { svg } from "../svg.js";
import { inWords, label, relation } from "../words.js";

const GAP = 8; // between a bar and its words
const STUB = 26; // the arrow of an open end
const TIP = 8;
const HALF = 6; // of a point's mark
const FADING = [0.2, 0.4, 0.65]; // how a beginning of which only the year is known comes up
const measure = document.createElement("canvas").getContext("2d");
measure.font = `13px ${FONT}`;

// The parts of a row that is `width` wide and `height` high; in high rows the words stand above.
export function rowParts({ statement, span, days }, scale, { width, height, above }) {
  const y = above ? height - 12 : height / 2;
  const drawn = span ? spanParts(statement, span, scale, y, width) : { parts: [], from: Infinity, to: -Infinity };
  const ticks = days.map((day) => scale.xOf(day)).filter((x) => x >= 0 && x <= width);
  const marks = ticks.map((x) => svg("path", { class: "article-day", d: `M${rounded(x)} ${y - 7}v14` }));
  const from = Math.min(drawn.from, ...ticks);
  const to = Math.max(drawn.to, ...ticks);
  return [...drawn.parts, ...marks, ...wordParts({ statement, span }, placeOf(from, to, scale, span || days, width), { y, width, above })];
}

// Where nothing of a row is in view, its words stand at the edge behind which it is.
function placeOf(from, to, scale, when, width) {
  const first = Array.isArray(when) ? when[0] : when.begin;
  if (from <= to && to >= 0 && from <= width) return { from: Math.max(from, 0), to: Math.min(to, width), away: "" };
  return scale.xOf(first) < 0 ? { from: 0, to: 0, away: "◂ " } : { from: width, to: width, away: " ▸" };
}

function rounded(x) {
  return Math.round(x * 10) / 10;
}

function spanParts(statement, span, scale, y, width) {
  const [from, to] = [scale.xOf(span.begin), scale.xOf(span.end)];
  const isPoint = to - from < 2 * HALF && !span.openBegin && !span.openEnd;
  if (isPoint) return { parts: pointParts(statement, (from + to) / 2, y, span), from: (from + to) / 2 - HALF, to: (from + to) / 2 + HALF };
  const parts = barSegments(span, scale, width).map(([x1, x2, opacity]) => line(statement, x1, x2, y, opacity));
  if (span.openBegin) parts.push(...arrow(from, y, -1));
  if (span.openEnd) parts.push(...arrow(to, y, 1));
  if (statement.stance === "denied") parts.push(svg("path", { class: "bar-end", d: `M${rounded(to)} ${y - 9}v18` }));
  return { parts, from: from - (span.openBegin ? STUB + TIP : 0), to: to + (span.openEnd ? STUB + TIP : 0) };
}

// Pieces of the bar with how strongly each is drawn: the unsure ends come up and die away in steps.
function barSegments(span, scale, width) {
  const sure = span.sureEnd > span.sureBegin;
  const middle = (span.begin + span.end) / 2;
  const [upTo, downFrom] = sure ? [span.sureBegin, span.sureEnd] : [middle, middle];
  const pieces = [
    ...steps(span.begin, upTo, FADING),
    ...(sure ? [[upTo, downFrom, 1]] : []),
    ...steps(downFrom, span.end, [...FADING].reverse()),
  ];
  const onScreen = pieces.map(([a, b, opacity]) => [Math.max(scale.xOf(a), -20), Math.min(scale.xOf(b), width + 20), opacity]);
  return onScreen.filter(([a, b]) => b > a);
}

function steps(from, to, strengths) {
  const length = (to - from) / strengths.length;
  return strengths.map((strength, i) => [from + i * length, from + (i + 1) * length, strength]);
}

function line({ stance }, from, to, y, opacity) {
  const dashes = data.dashes[stance];
  return svg("path", {
    class: "span",
    d: `M${rounded(from)} ${y}H${rounded(to)}`,
    opacity,
    ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}),
  });
}

function arrow(x, y, way) {
  const tip = rounded(x + way * STUB);
  return [
    svg("path", { class: "stub", d: `M${rounded(x)} ${y}H${tip}` }),
    svg("path", { class: "tip", d: `M${tip} ${y - 5}l${way * TIP} 5l${-way * TIP} 5z` }),
  ];
}

// A diamond: full for what the article says itself, else its edge is broken like the line of the manner.
function pointParts({ stance }, x, y, { begin, end }) {
  const d = `M${rounded(x)} ${y - HALF}l${HALF} ${HALF}l${-HALF} ${HALF}l${-HALF} ${-HALF}z`;
  const dashes = data.dashes[stance].map((length) => length / 2.5);
  const mark = svg("path", { class: `point ${stance}`, d, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  const unsure = end - begin > 1 ? [svg("path", { class: "unsure", d: `M${rounded(x - HALF - 3)} ${y}h${2 * HALF + 6}` })] : [];
  const bar = stance === "denied" ? [svg("path", { class: "bar-end", d: `M${rounded(x + HALF + 2)} ${y - 8}v16` })] : [];
  return [...unsure, mark, ...bar];
}

// The words right of the bar, left of it, or where there is most room; cut short only if there is none, and then
// all of them are in the tip of the row and in the panel.
function wordParts({ statement, span }, { from, to, away }, { y, width, above }) {
  const words = rowWords(statement);
  const all = `${away === "◂ " ? away : ""}${words}${away === " ▸" ? away : ""}`;
  const needed = measured(all);
  if (above) return [text(shortened(all, width - 12), Math.max(Math.min(from, width - needed - 6), 6), y - 12, "start"), tip(statement)];
  const bar = span && statement.stance === "denied" ? 4 : 0;
  const [left, right] = [from - 2 * GAP, width - to - 2 * GAP - bar];
  const isRight = needed <= right || (needed > left && right >= left);
  const room = isRight ? right : left;
  if (needed > room && room < width / 3) return [...overBar(shortened(all, width - 24), y), tip(statement)];
  return [text(shortened(all, room), isRight ? to + GAP + bar : from - GAP, y + 4.5, isRight ? "start" : "end"), tip(statement)];
}

function overBar(words, y) {
  return [svg("rect", { class: "behind", x: 8, y: y - 10, width: measured(words) + 8, height: 20 }), text(words, 12, y + 4.5, "start")];
}

function tip(statement) {
  return svg("title", {}, rowName(statement));
}

function text(words, x, y, anchor) {
  return svg("text", { x: rounded(x), y, "text-anchor": anchor }, words);
}

function measured(words) {
  return widthOf(measure, words);
}

function shortened(words, room) {
  if (measured(words) <= room) return words;
  const letters = [...words];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure.measureText(`${letters.slice(0, middle).join("")}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return low ? `${letters.slice(0, low).join("")}…` : "";
}

// Names are kept apart, whatever direction they are written in.
function rowWords(statement) {
  const apart = (words) => `\u2068${words}\u2069`;
  const when = statement.time ? `${statement.time}: ` : "";
  const about = statement.aboutLabel ? `, about ${apart(statement.aboutLabel)}` : "";
  const voice = statement.voice ? ` (${apart(statement.voice)})` : "";
  return `${when}${apart(label(statement.subject))} ${relation(statement)} ${apart(label(statement.object))}${about}${voice}`;
}

export function rowName(statement) {
  const how = statement.voice ? `, according to ${statement.voice}` : "";
  return `${statement.time || "no time said"}: ${inWords(statement)}${how}`;
}
