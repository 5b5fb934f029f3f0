// The timeline: what holds when, one statement a row; only the rows in view are in the page.

import { byId, data } from "../data.js";
import { emphasized } from "../emphasis.js";
import { placedCopy } from "../handing/copies.js";
import { isShown } from "../filter.js";
import { chooseAndRead } from "../links.js";
import { change, choose, FILTERS, state } from "../state.js";
import { svg } from "../svg.js";
import { label, plural } from "../words.js";
import { rowForKey, Strip } from "../windowing.js";
import { asked, drawAxis, startBrush } from "./axis.js";
import { rowName, rowParts } from "./bars.js";
import { extentOf, listRows, spanOfStatement } from "./rows.js";
import { Scale } from "./scale.js";

const BAND = { usual: 26, above: 46, group: 30 }; // heights; on a narrow screen the words stand above their bar
const NARROW = 560;
const ARROW = 32; // pixels that the arrow of an open end needs beyond all
const WHEEL = 1.0015; // magnified by this a pixel of the wheel
const frame = byId("timeline-scroll");
const drawing = byId("timeline-rows");
const marks = svg("g", { class: "ticks" });
const list = svg("g", { role: "listbox", "aria-label": "Statements by time" });
let entries = []; // names of groups and statements, from top to bottom
let bands = new Strip([]);
let scale = null;
let tabRow = 0; // the row that Tab leads to
const elements = new Map(); // by row, what is in the page

function isNarrow() {
  return frame.clientWidth < NARROW;
}

function gather() {
  const listed = data.statements.filter(isShown);
  entries = listRows(listed, byId("article-dates").checked);
  const timed = listed.filter(spanOfStatement).length;
  byId("timeline-note").textContent = noteOf(timed, listed.length - timed);
  const extent = extentOf(entries) || [0, 1];
  const arrow = ((extent[1] - extent[0]) * ARROW) / Math.max(frame.clientWidth, NARROW / 2);
  const home = { begin: extent[0] - arrow, end: extent[1] + arrow };
  if (!scale) scale = new Scale(home.begin, home.end, frame.clientWidth || 1);
  scale.home = home;
  tabRow = firstStatement(0, 1);
  layRows();
}

function noteOf(timed, untimed) {
  const shown = `${plural(timed, "statement")} with a time`;
  return untimed ? `${shown}; ${untimed} without, which only the dates of their articles can show` : shown;
}

function layRows() {
  const usual = isNarrow() ? BAND.above : BAND.usual;
  bands = new Strip(entries.map(({ group }) => (group ? BAND.group : usual)));
  drawing.setAttribute("height", String(bands.total));
  for (const element of elements.values()) element.remove();
  elements.clear();
  list.toggleAttribute("hidden", !entries.length);
  drawTimeline();
}

// All that depends on what part of time is in view.
function drawTimeline() {
  if (!frame.clientWidth || !scale) return;
  scale.width = frame.clientWidth;
  drawing.setAttribute("width", String(scale.width));
  const ticks = drawAxis(scale).map(({ x }) => svg("path", { d: `M${x} 0V${bands.total}` }));
  const range = asked(scale);
  const outside = range ? [[0, range[0]], [range[1], scale.width]].filter(([from, to]) => to > from) : [];
  const shades = outside.map(([from, to]) => svg("rect", { class: "outside", x: from, y: 0, width: to - from, height: bands.total }));
  marks.replaceChildren(...ticks, ...shades);
  byId("all-years").hidden = !range;
  for (const [row, element] of elements) fillBand(row, element);
  drawBands();
}

// Put the rows in view into the page, and take out those that no longer are.
function drawBands() {
  const [first, end] = bands.range(frame.scrollTop, frame.clientHeight);
  for (const [row, element] of elements) {
    const isKept = (row >= first && row < end) || element.contains(document.activeElement);
    if (isKept) continue;
    element.remove();
    elements.delete(row);
  }
  for (let row = first; row < end; row++) if (!elements.has(row)) addBand(row);
  if (entries.length && !elements.has(tabRow)) setTabRow(firstStatement(bands.rowAt(frame.scrollTop), 1));
  nameGroup();
}

function addBand(row) {
  const element = svg("g", { transform: `translate(0 ${bands.starts[row]})` });
  const { group, statement } = entries[row];
  if (group) element.setAttribute("class", "group");
  else describeBand(element, statement, row);
  elements.set(row, element);
  fillBand(row, element);
  list.append(element);
}

function describeBand(element, statement, row) {
  element.setAttribute("role", "option");
  element.setAttribute("aria-label", rowName(statement));
  element.setAttribute("tabindex", row === tabRow ? "0" : "-1");
  element.setAttribute("aria-setsize", String(entries.length));
  element.setAttribute("aria-posinset", String(row + 1));
  element.dataset.row = String(row);
  element.dataset.mark = `statement ${statement.id}`;
  markBand(element, statement);
}

function markBand(element, statement) {
  const emphasis = state.kind === "entity" ? emphasized() : null;
  const chosen = state.kind === "statement" && state.id === statement.id;
  const related = emphasis && emphasis.statements.has(statement.id);
  element.setAttribute("aria-selected", String(chosen));
  element.setAttribute("class", `band family-${statement.family} ${statement.stance}${chosen ? " chosen" : ""}${related ? " related" : ""}`);
}

function fillBand(row, element) {
  const entry = entries[row];
  const height = bands.heights[row];
  const ground = svg("rect", { class: "ground", x: 1, y: 0.5, width: Math.max(scale.width - 2, 0), height: height - 1 });
  if (entry.group) element.replaceChildren(ground, svg("text", { x: 8, y: 20 }, headingOf(entry)));
  else element.replaceChildren(ground, ...rowParts(entry, scale, { width: scale.width, height, above: isNarrow() }));
}

function headingOf({ group, count }) {
  return `${label(group)} (${count})`;
}

// The name of the group stays in sight while its rows go by.
function nameGroup() {
  let row = bands.rowAt(frame.scrollTop);
  while (row > 0 && !entries[row].group) row--;
  const entry = entries[row];
  byId("timeline-group").textContent = entry ? headingOf(entry) : "Nothing with a time passes the filters";
}

// The nearest row with a statement, from one on, downwards or upwards.
function firstStatement(row, step) {
  let found = row;
  while (entries[found] && entries[found].group) found += step;
  return entries[found] ? found : row;
}

function setTabRow(row) {
  for (const [each, tabIndex] of [[tabRow, "-1"], [row, "0"]]) {
    if (elements.has(each) && !entries[each].group) elements.get(each).setAttribute("tabindex", tabIndex);
  }
  tabRow = row;
}

// Bring a row into view, below the name of its group.
function bringIntoView(row) {
  const top = frame.scrollTop + BAND.group;
  frame.scrollTop = bands.scrollFor(row, top, frame.clientHeight - BAND.group) - BAND.group;
  drawBands();
}

function goToBand(row) {
  setTabRow(row);
  bringIntoView(row);
  elements.get(row).focus({ preventScroll: true });
}

const TIME_KEYS = {
  ArrowLeft: () => scale.move(-60),
  ArrowRight: () => scale.move(60),
  "+": () => scale.zoom(1.5),
  "=": () => scale.zoom(1.5),
  "-": () => scale.zoom(1 / 1.5),
  0: () => scale.fit(),
};

function pressTimelineKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (TIME_KEYS[event.key]) moveInTime(TIME_KEYS[event.key]);
  else if (event.key === "Enter" || event.key === " ") readBand(event.target.closest("[data-row]"));
  else if (!goByKey(event.key)) return;
  event.preventDefault();
}

function moveInTime(move) {
  move();
  drawTimeline();
}

function goByKey(key) {
  const page = Math.max(Math.floor(frame.clientHeight / BAND.usual) - 2, 1);
  const row = rowForKey(key, tabRow, entries.length, page);
  if (row === undefined) return false;
  const step = key === "ArrowUp" || key === "PageUp" ? -1 : 1;
  const found = firstStatement(row, step);
  goToBand(entries[found].group ? tabRow : found);
  return true;
}

function readBand(element) {
  if (element) chooseAndRead("statement", entries[Number(element.dataset.row)].statement.id);
}

function updateBands() {
  for (const [row, element] of elements) if (!entries[row].group) markBand(element, entries[row].statement);
}

function showChosen() {
  if (!state.kind) return;
  const isWanted = ({ statement, group }) => (state.kind === "statement" ? statement && statement.id === state.id : group === state.id);
  const row = entries.findIndex(isWanted);
  if (row < 0) return;
  if (!entries[row].group) setTabRow(row);
  if (!isBandInSight(row)) bringIntoView(row);
}

function isBandInSight(row) {
  return bands.starts[row] >= frame.scrollTop + BAND.group && bands.starts[row + 1] <= frame.scrollTop + frame.clientHeight;
}

// A drag moves time, and the rows where it goes up or down; what does not move is a click.
function startDragging() {
  let last = null;
  let travelled = 0;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    last = { x: event.clientX, y: event.clientY };
    travelled = 0;
  });
  addEventListener("pointermove", (event) => {
    if (!last) return;
    travelled += Math.abs(event.clientX - last.x) + Math.abs(event.clientY - last.y);
    if (event.pointerType !== "touch") frame.scrollTop -= event.clientY - last.y; // a finger scrolls by itself
    moveInTime(() => scale.move(last.x - event.clientX));
    last = { x: event.clientX, y: event.clientY };
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (last = null));
  drawing.addEventListener("click", (event) => {
    if (travelled > 5) return;
    const element = event.target.closest("[data-row]");
    if (!element) return choose("", "");
    setTabRow(Number(element.dataset.row));
    choose("statement", entries[Number(element.dataset.row)].statement.id);
  });
}

// The wheel scrolls; with Ctrl, or over the axis, it magnifies; sideways, or with Shift, it moves time.
function turnWheel(event) {
  const isOverAxis = event.currentTarget === byId("timeline-axis");
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  const x = event.clientX - frame.getBoundingClientRect().left;
  if (event.ctrlKey || (isOverAxis && !sideways)) moveInTime(() => scale.zoom(WHEEL ** -event.deltaY, x));
  else if (sideways) moveInTime(() => scale.move(sideways));
  else return;
  event.preventDefault();
}

function openTimeline() {
  drawing.append(marks, list);
  frame.addEventListener("scroll", drawBands, { passive: true });
  drawing.addEventListener("keydown", pressTimelineKey);
  for (const part of [frame, byId("timeline-axis")]) part.addEventListener("wheel", turnWheel, { passive: false });
  startDragging();
  startBrush(() => scale, drawTimeline);
  byId("article-dates").addEventListener("change", gather);
  byId("timeline-in").addEventListener("click", () => moveInTime(TIME_KEYS["+"]));
  byId("timeline-out").addEventListener("click", () => moveInTime(TIME_KEYS["-"]));
  byId("timeline-fit").addEventListener("click", () => moveInTime(TIME_KEYS[0]));
  byId("all-years").addEventListener("click", () => change({ from: null, until: null }));
  new ResizeObserver(layRows).observe(frame);
}

const MOST_ROWS = 400; // of a picture; more than that nobody would look at

// The timeline as a picture: its axis, and its rows from the first on, whether they are in view or not.
export function timelineParts(most = MOST_ROWS) {
  const end = Math.min(entries.length, most);
  const note = end < entries.length ? `The first ${end} of ${entries.length} rows of the timeline` : "";
  for (let row = 0; row < end; row++) if (!elements.has(row)) addBand(row);
  const [width, axisHeight, height] = [scale.width, 30, bands.starts[end]];
  const axis = placedCopy(byId("timeline-axis"), { x: 0, y: 0, width, height: axisHeight });
  const rows = placedCopy(drawing, { x: 0, y: axisHeight, width, height });
  drawBands();
  return { parts: [axis, rows], width, height: axisHeight + height, withPoints: false, note };
}

const GATHERED_BY = FILTERS;

function updateTimeline(changed) {
  if (!scale) openTimeline();
  if (!changed || GATHERED_BY.some((key) => changed.has(key)) || (state.hops && changed.has("id"))) gather();
  else updateBands();
  if (!changed || changed.has("id")) showChosen();
}

export const timelineView = { id: "timeline", update: updateTimeline };
