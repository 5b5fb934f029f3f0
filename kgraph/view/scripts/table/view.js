// The table: every statement that passes the filters, in the order that the reader asks for.

import { byId, data } from "../data.js";
import { isShown } from "../filter.js";
import { chooseAndRead } from "../links.js";
import { choose, FILTERS, state } from "../state.js";
import { make, plural, say } from "../words.js";
import { rowForKey, Strip } from "../windowing.js";
import { cellsOf, TABLE_COLUMNS, firstSentence, relationButton, sorted } from "./columns.js";
import { copyRows, saveRows } from "./files.js";

const GUESSED = { row: 46, sentence: 44 }; // heights in pixels, until rows are measured
const scroller = byId("table-scroll");
const body = byId("rows");
const order = { column: "", descending: false };
let rows = []; // the statements, in order
let strip = new Strip([]);
let active = 0; // the row that Tab leads to
const inPage = new Map(); // by row, what is in the page

function arrange() {
  rows = sorted(data.statements.filter(isShown), order);
  const guessed = GUESSED.row + (withSentences() ? GUESSED.sentence : 0);
  strip = new Strip(rows.map(() => guessed));
  active = Math.max(rows.findIndex(({ id }) => id === state.id), 0);
  byId("table").setAttribute("aria-rowcount", String(rows.length + 1)); // the first is the heading
  byId("table-note").textContent = `${plural(rows.length, "statement")}${rows.length < data.statements.length ? ` of ${data.statements.length}` : ""}`;
  showOrder();
  const focused = body.contains(document.activeElement) && document.activeElement.dataset.mark;
  inPage.clear();
  body.replaceChildren();
  draw();
  if (focused) focusOn(focused);
}

// The row of the same statement, wherever it stands now.
function focusOn(mark) {
  const row = rows.findIndex(({ id }) => mark === `statement ${id}`);
  if (row >= 0) goToRow(row, true);
  else scroller.focus({ preventScroll: true });
}

function withSentences() {
  return byId("with-sentences").checked;
}

// Put the rows in view into the page, and take out those that no longer are. What was guessed wrong of rows above must
// not move what is read; who is at the end stays there.
function draw() {
  if (!scroller.clientHeight) return;
  const anchor = strip.rowAt(scroller.scrollTop);
  const within = scroller.scrollTop - strip.starts[anchor];
  const isAtEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  for (let round = 0; round < 4; round++) {
    const wanted = isAtEnd ? Math.max(strip.total - scroller.clientHeight, 0) : strip.starts[anchor] + within;
    fill(...strip.range(wanted, scroller.clientHeight));
    if (Math.abs(scroller.scrollTop - wanted) > 1) scroller.scrollTop = isAtEnd ? scroller.scrollHeight : wanted;
    if (!inPage.has(active) && !scroller.contains(document.activeElement)) setActive(anchor); // Tab leads to what is seen
    const heights = new Map([...inPage].map(([row, element]) => [row, element.getBoundingClientRect().height]));
    if (!strip.measure(heights)) return;
    makeRoom();
  }
}

function fill(first, end) {
  let hadFocus = false;
  for (const [row, element] of inPage) {
    if (row >= first && row < end) continue;
    hadFocus = hadFocus || element.contains(document.activeElement);
    element.remove();
    inPage.delete(row);
  }
  let next = body.firstChild;
  for (let row = first; row < end; row++) {
    if (inPage.has(row)) {
      next = inPage.get(row).nextSibling;
      continue;
    }
    inPage.set(row, tableRow(row));
    body.insertBefore(inPage.get(row), next);
  }
  makeRoom();
  if (hadFocus) scroller.focus({ preventScroll: true }); // not before: it lays the page out, and the list would be too short
}

function makeRoom() {
  const [from, to] = inPage.size ? [Math.min(...inPage.keys()), Math.max(...inPage.keys()) + 1] : [0, 0];
  body.style.paddingTop = `${strip.starts[from]}px`;
  body.style.paddingBottom = `${strip.total - strip.starts[to]}px`;
}

function tableRow(row) {
  const statement = rows[row];
  const button = relationButton(statement);
  button.tabIndex = row === active ? 0 : -1;
  const element = make("div", { role: "row", className: `family-${statement.family} ${statement.stance}` }, ...cellsOf(statement, button));
  element.setAttribute("aria-rowindex", String(row + 2));
  element.dataset.row = String(row);
  markChosen(element, statement);
  return element;
}

// The chosen row says its first sentence; the panel has them all.
function markChosen(element, statement) {
  const chosen = isChosenRow(statement);
  element.classList.toggle("chosen", chosen);
  element.querySelector("button").setAttribute("aria-current", String(chosen));
  const sentence = element.querySelector(".sentence");
  const wanted = (chosen || withSentences()) && firstSentence(statement);
  if (sentence && !wanted) sentence.remove();
  if (!sentence && wanted) element.append(sentenceCell(wanted));
}

function sentenceCell(text) {
  return make("div", { className: "sentence", role: "cell" }, make("q", { dir: "auto", textContent: text }));
}

function isChosenRow(statement) {
  return state.kind === "statement" && statement.id === state.id;
}

function markAll() {
  for (const [row, element] of inPage) markChosen(element, rows[row]);
  draw();
}

// Bring a row into view, and the focus with it where that is asked for.
function goToRow(row, focus) {
  if (!rows.length) return;
  setActive(row);
  for (let round = 0; round < 2; round++) {
    scroller.scrollTop = strip.scrollFor(row, scroller.scrollTop, scroller.clientHeight); // again once its height is known
    draw();
  }
  if (focus) inPage.get(row).querySelector("button").focus({ preventScroll: true });
}

function setActive(row) {
  for (const [each, tabIndex] of [[active, -1], [row, 0]]) {
    if (inPage.has(each)) inPage.get(each).querySelector("button").tabIndex = tabIndex;
  }
  active = row;
}

function goToChosen() {
  const row = rows.findIndex(isChosenRow);
  if (row >= 0) goToRow(row, false);
}

function pressRowKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const page = Math.max(Math.floor(scroller.clientHeight / GUESSED.row) - 1, 1);
  const row = rowForKey(event.key, active, rows.length, page);
  if (row === undefined) return;
  event.preventDefault();
  goToRow(row, true);
}

function clickRow(event) {
  const element = event.target.closest("[data-row]");
  if (!element || String(getSelection())) return; // who marks words does not choose
  goToRow(Number(element.dataset.row), false);
  const { id } = rows[Number(element.dataset.row)];
  if (event.target.closest("button")) chooseAndRead("statement", id);
  else choose("statement", id);
}

// A heading sorts up, then down, then as the texts have it.
function pressHeading(column) {
  const next = order.column !== column ? [column, false] : order.descending ? ["", false] : [column, true];
  sortBy(...next);
  say(orderInWords());
}

function sortBy(column, descending) {
  Object.assign(order, { column, descending });
  scroller.scrollTop = 0;
  arrange();
}

function orderInWords() {
  const column = TABLE_COLUMNS.find(({ id }) => id === order.column);
  return column ? `Sorted by ${column.label.toLowerCase()}, ${order.descending ? "descending" : "ascending"}` : "Sorted as first said";
}

function showOrder() {
  for (const heading of byId("table-head").querySelectorAll("[role=columnheader]")) {
    const isKey = heading.dataset.column === order.column;
    if (isKey) heading.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
  byId("table-order").value = order.column;
  byId("table-direction").setAttribute("aria-pressed", String(order.descending));
}

function headingCell({ id, label: heading }) {
  const button = make("button", { type: "button", textContent: heading });
  button.addEventListener("click", () => pressHeading(id));
  const cell = make("div", { role: "columnheader", className: `c-${id}` }, button);
  cell.dataset.column = id;
  return cell;
}

let isOpen = false;

function openTable() {
  isOpen = true;
  byId("table-head").append(make("div", { role: "row" }, ...TABLE_COLUMNS.map(headingCell)));
  byId("table-order").append(...TABLE_COLUMNS.map(({ id, label: heading }) => make("option", { value: id, textContent: heading })));
  byId("table-order").addEventListener("change", (event) => sortBy(event.target.value, order.descending));
  byId("table-direction").addEventListener("click", () => sortBy(order.column, !order.descending));
  byId("with-sentences").addEventListener("change", arrange);
  byId("copy-rows").addEventListener("click", () => copyRows(rows));
  byId("save-rows").addEventListener("click", () => saveRows(rows));
  scroller.addEventListener("scroll", draw, { passive: true });
  scroller.addEventListener("keydown", pressRowKey);
  body.addEventListener("click", clickRow);
  new ResizeObserver(remeasure).observe(scroller);
}

let width = 0;

// Another width breaks lines elsewhere: all heights are guesses again.
function remeasure() {
  if (!scroller.clientWidth || scroller.clientWidth === width) return draw();
  width = scroller.clientWidth;
  strip.measure(new Map([...inPage].map(([row, element]) => [row, element.getBoundingClientRect().height])));
  draw();
}

const REARRANGED_BY = FILTERS;

function updateTable(changed) {
  if (!isOpen) openTable();
  const isNew = !changed || REARRANGED_BY.some((key) => changed.has(key)) || (state.hops && changed.has("id"));
  if (isNew) arrange();
  else markAll();
  if (!changed || changed.has("id")) goToChosen();
}

// What is shown in the table now, for a file of it.
export function shownRows() {
  return sorted(data.statements.filter(isShown), order);
}

export const tableView = { id: "table", update: updateTable };
