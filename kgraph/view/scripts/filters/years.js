// The filter by years: a histogram of what is said of when, and the two ends of what is looked at.

import { byId, data } from "../data.js";
import { asksForYears, hasTime, passingBut, yearOf, yearsOf } from "../filter.js";
import { change, state } from "../state.js";
import { svg } from "../svg.js";
import { plural } from "../words.js";
import { showSet } from "./facets.js";
import { endOf, makeYearSteps, yearStepOf } from "./scale.js";

const MOST_BARS = 48;
const BAR_HEIGHT = 100;

const datesNamed = data.statements.flatMap((s) => [yearOf(s.from, null), yearOf(s.until, null)]).filter((year) => year !== null);
const yearSteps = makeYearSteps(datesNamed);
const stepsInBar = Math.max(Math.ceil(yearSteps.length / MOST_BARS), 1);
const barCount = Math.ceil(yearSteps.length / stepsInBar);
let isFollowing = false;

function barOf(year) {
  return Math.floor(yearStepOf(yearSteps, year) / stepsInBar);
}

// For each bar, how many statements name a date in it, and how many are about it in all.
function countBars(list) {
  const [named, lasting] = [new Array(barCount).fill(0), new Array(barCount + 1).fill(0)];
  for (const statement of list.filter(hasTime)) {
    const [first, last] = yearsOf(statement);
    const ends = [first, last].filter(Number.isFinite).map(barOf);
    for (const bar of new Set(ends)) named[bar]++;
    lasting[Number.isFinite(first) ? barOf(first) : 0]++;
    lasting[(Number.isFinite(last) ? barOf(last) : barCount - 1) + 1]--;
  }
  let running = 0;
  return named.map((count, bar) => ({ named: count, all: (running += lasting[bar]) }));
}

function rangeOf(bar) {
  const [first, last] = [yearSteps[bar * stepsInBar], endOf(yearSteps, Math.min((bar + 1) * stepsInBar, yearSteps.length) - 1)];
  return { first, last, words: first === last ? String(first) : `${first} to ${last}` };
}

function drawSpan({ named, all }, bar, most) {
  const { first, last, words } = rangeOf(bar);
  const isOut = last < (state.from ?? -Infinity) || first > (state.until ?? Infinity);
  const group = svg("g", { class: isOut ? "out" : "in" });
  group.append(svg("title", {}, `${words}: ${plural(all, "statement")}, a date named in ${named}`));
  group.append(svg("rect", { class: "back", x: bar, width: 1, y: 0, height: BAR_HEIGHT }));
  for (const [kind, count] of [["lasting", all], ["named", named]]) {
    const height = count ? Math.max((BAR_HEIGHT * count) / most, 4) : 0;
    group.append(svg("rect", { class: kind, x: bar + 0.08, width: 0.84, y: BAR_HEIGHT - height, height }));
  }
  return group;
}

function drawHistogram() {
  const counts = countBars(passingBut("years"));
  const most = Math.max(...counts.map((count) => count.all), 1);
  const top = counts.reduce((best, count, bar) => (count.named > counts[best].named ? bar : best), 0);
  const words = `Statements by year, ${yearSteps[0]} to ${yearSteps[yearSteps.length - 1]}; most dates are named in ${rangeOf(top).words}`;
  byId("histogram").setAttribute("aria-label", words);
  byId("histogram").replaceChildren(...counts.map((count, bar) => drawSpan(count, bar, most)));
}

// While a slider is drawn along, the page follows once a picture.
function followSliders(event) {
  const [from, until] = [byId("from"), byId("until")];
  if (Number(from.value) > Number(until.value)) (event.target === from ? until : from).value = event.target.value;
  if (!isFollowing) requestAnimationFrame(readSliders);
  isFollowing = true;
}

// A slider at its end leaves that side open.
function readSliders() {
  isFollowing = false;
  const [first, last] = [Number(byId("from").value), Number(byId("until").value)];
  change({
    from: first ? yearSteps[first] : null,
    until: last < yearSteps.length - 1 ? endOf(yearSteps, last) : null,
  });
}

function setSlider(side, step, words) {
  const slider = byId(side);
  slider.value = step;
  slider.setAttribute("aria-valuetext", words);
  byId(`${side}-year`).textContent = words;
}

export function startYears() {
  byId("filter-years").hidden = !yearSteps.length;
  if (!yearSteps.length) return;
  byId("histogram").setAttribute("viewBox", `0 0 ${barCount} ${BAR_HEIGHT}`);
  for (const side of ["from", "until"]) {
    byId(side).max = yearSteps.length - 1;
    byId(side).addEventListener("input", followSliders);
  }
  byId("untimed").addEventListener("change", () => change({ untimed: byId("untimed").checked }));
  const middle = Math.floor((yearSteps.length - 1) / 2);
  for (const [place, step] of [["first", 0], ["middle", middle], ["last", yearSteps.length - 1]]) {
    byId(`${place}-year`).textContent = yearSteps[step];
  }
}

export function showYears() {
  if (!yearSteps.length) return;
  drawHistogram();
  const { from, until } = state;
  setSlider("from", from === null ? 0 : yearStepOf(yearSteps, from), from === null ? "the beginning" : String(from));
  setSlider("until", until === null ? yearSteps.length - 1 : yearStepOf(yearSteps, until), until === null ? "the end" : String(until));
  showUntimed();
  showSet("years", asksForYears() ? `${from ?? "…"} – ${until ?? "…"}` : "");
}

// What has no time is kept as long as no year is asked for; then it is the reader's choice.
function showUntimed() {
  const count = passingBut("years").filter((statement) => !hasTime(statement)).length;
  const asked = asksForYears();
  byId("untimed").disabled = !asked;
  byId("untimed").checked = !asked || state.untimed;
  const what = plural(count, "statement");
  byId("untimed-note").textContent = asked ? `${what}, ${state.untimed ? "kept" : "left out"}` : `${what}, kept while no year is set`;
}
