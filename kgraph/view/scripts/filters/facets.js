// The filters that are lists of values, each with its count: of all, and of what the other filters let through.

import { byId, data } from "../data.js";
import { allValues, countValues, passingBut } from "../filter.js";
import { fold } from "../fold.js";
import { later } from "../later.js";
import { once } from "../once.js";
import { change, state } from "../state.js";
import { make, name } from "../words.js";

const LONG = ["source", "voice"]; // folded when the page opens
const LISTS = { family: "families", stance: "stances", kind: "kinds", source: "sources", voice: "voices" };
const WITHOUT_WORDS = { source: "No source given", voice: "The article's own voice" };
const FEW = 10; // a longer list has a search box
const MOST_VALUES = 200; // more are found by typing
const kindOfName = new Map(data.voices.map((voice) => [voice.label, data.kinds[voice.kind]]));

function rowsOf(facet) {
  return [...byId(LISTS[facet]).querySelectorAll(".row")];
}

function boxOf(row) {
  return row.querySelector("input");
}

// Sources and voices: the most frequent first.
function makeLongList(facet) {
  const list = byId(LISTS[facet]);
  const counted = [...allValues(facet)].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  if (counted.length > FEW) list.before(searchBox(facet));
  list.append(...counted.map(([value, count]) => makeRow(facet, value, count)));
  limitRows(facet, "");
}

function makeRow(facet, value, count) {
  const words = value || WITHOUT_WORDS[facet];
  const kind = facet === "voice" && kindOfName.get(value);
  const said = make("span", { className: "name" }, make("span", { className: "words" }, name(words)));
  if (kind) said.append(make("small", { textContent: kind }));
  const box = make("input", { type: "checkbox", checked: true, value });
  const label = make("label", { title: words }, box, said, make("span", { className: "count", textContent: count }));
  const row = make("div", { className: "row" }, label);
  row.dataset.folded = fold(words);
  return row;
}

function searchBox(facet) {
  const label = `Find in this list of ${allValues(facet).size}`;
  const box = make("input", { type: "search", className: "find", placeholder: label, ariaLabel: label });
  box.addEventListener("input", () => limitRows(facet, fold(box.value)));
  return box;
}

function limitRows(facet, wanted) {
  let left = MOST_VALUES;
  for (const row of rowsOf(facet)) row.hidden = !row.dataset.folded.includes(wanted) || left-- <= 0;
}

function hideValues(facet, values) {
  change({ hide: { ...state.hide, [facet]: new Set(values) } });
}

function toggle(facet, box) {
  const off = new Set(state.hide[facet]);
  if (box.checked) off.delete(box.value);
  else off.add(box.value);
  hideValues(facet, off);
}

function isOnly(facet, value) {
  const values = [...allValues(facet).keys()];
  return values.length > 1 && values.every((each) => state.hide[facet].has(each) === (each !== value));
}

// Only this value; pressed again, all.
function takeOnly(facet, value) {
  const others = [...allValues(facet).keys()].filter((each) => each !== value);
  hideValues(facet, isOnly(facet, value) ? [] : others);
}

function addOnlyButton(facet, row) {
  const box = boxOf(row);
  const words = row.querySelector(".name").firstChild.textContent;
  const button = make("button", { type: "button", className: "only", disabled: box.disabled });
  button.append("only", make("span", { className: "unseen" }, " ", name(words)));
  button.addEventListener("click", () => takeOnly(facet, box.value));
  row.append(button);
}

function startRows(facet) {
  for (const row of rowsOf(facet)) addOnlyButton(facet, row);
}

// Made when it is unfolded, or else when the page has time.
function startLongList(facet) {
  const fill = once(() => {
    makeLongList(facet);
    startRows(facet);
    showFacet(facet);
  });
  byId(`filter-${facet}`).addEventListener("toggle", fill);
  later(fill);
}

export function startFacets() {
  for (const facet of Object.keys(LISTS)) {
    if (LONG.includes(facet)) startLongList(facet);
    else startRows(facet);
    byId(LISTS[facet]).addEventListener("change", (event) => toggle(facet, event.target));
  }
}

export function showFacets() {
  for (const facet of Object.keys(LISTS)) showFacet(facet);
}

function showFacet(facet) {
  const off = state.hide[facet];
  const rows = rowsOf(facet);
  const [all, now] = rows.length ? [allValues(facet), countValues(facet, passingBut(facet))] : [];
  for (const row of rows) {
    const box = boxOf(row);
    const [left, whole] = [now.get(box.value) || 0, all.get(box.value) || 0];
    box.checked = !off.has(box.value);
    const words = left === whole ? String(whole) : `${left} of ${whole}`;
    row.querySelector(".count").textContent = words;
    row.classList.toggle("none", !left);
    const button = row.querySelector(".only");
    button.setAttribute("aria-pressed", String(isOnly(facet, box.value)));
    button.style.insetInlineEnd = `${words.length + 1}ch`; // over the end of the name, beside the count
  }
  showSet(facet, off.size ? `${allValues(facet).size - off.size} of ${allValues(facet).size}` : "");
}

// What a filter is set to stands in its heading too, where it can be read when the rest is folded.
export function showSet(filter, words) {
  const set = byId(`filter-${filter}`).querySelector(".set");
  set.textContent = words;
  set.hidden = !words;
}
