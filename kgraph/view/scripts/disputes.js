// The disputes: where the page starts.

import { byId } from "./data.js";
import { makeCard } from "./disputes/card.js";
import { eventDay, factsOf } from "./disputes/facts.js";
import { makeFigures } from "./disputes/figures.js";
import { disputeTree } from "./disputes/tree.js";
import { countFilters, isEntityShown } from "./filter.js";
import { renew } from "./focus.js";
import { fold } from "./fold.js";
import { change, FILTERS, noFilters, state } from "./state.js";
import { label, plural } from "./words.js";

const MOST_CARDS = 200;
const STATUS_RANK = { contested: 0, claimed: 1, settled: 2 };
let factsByEntry = new Map();
let isPrepared = false;

// What is known of a dispute under the filters, worked out once for all that ask.
function factsFor(entry) {
  if (!factsByEntry.has(entry)) factsByEntry.set(entry, factsOf(entry));
  return factsByEntry.get(entry);
}

function freshness(entry) {
  const { event, newest } = factsFor(entry);
  return event ? eventDay(event) : newest ? newest.date : "";
}

function byContest(one, other) {
  return (
    Number(other.entity.known) - Number(one.entity.known) ||
    STATUS_RANK[one.status] - STATUS_RANK[other.status] ||
    other.claimants.length - one.claimants.length ||
    factsFor(other).sources - factsFor(one).sources ||
    factsFor(other).statements - factsFor(one).statements
  );
}

const ORDERS = {
  contested: byContest,
  latest: (one, other) => (freshness(one) < freshness(other) ? 1 : freshness(one) > freshness(other) ? -1 : byContest(one, other)),
  sources: (one, other) =>
    factsFor(other).sources - factsFor(one).sources || factsFor(other).articles - factsFor(one).articles || byContest(one, other),
  name: (one, other) => one.entity.label.localeCompare(other.entity.label, "en"),
};

function namesIn(entry) {
  const ids = [...entry.claimants, ...entry.opponents, ...entry.holders, ...entry.formerHolders];
  const names = [entry.entity.label, ...entry.entity.names, ...ids.map(label), ...entry.parts.map(namesIn)];
  return fold(names.join(" "));
}

function passingDisputes() {
  const words = fold(byId("dispute-query").value).split(" ").filter(Boolean);
  const isMet = (entry) => words.every((word) => namesIn(entry).includes(word));
  return disputeTree().filter((entry) => isMet(entry) && entry.within.some((id) => isEntityShown({ id })));
}

function prepare() {
  isPrepared = true;
  byId("figures").replaceChildren(...makeFigures());
  byId("dispute-query").addEventListener("input", showDisputes);
  byId("dispute-order").addEventListener("change", (event) => change({ order: event.target.value }));
  byId("reset-for-disputes").addEventListener("click", () => change(noFilters()));
  byId("to-the-graph").addEventListener("click", () => change({ view: "graph" }));
}

function showDisputes() {
  const order = ORDERS[state.order] || ORDERS.contested;
  const listed = passingDisputes().sort(order);
  byId("dispute-count").textContent = disputesInWords(listed);
  byId("dispute-order").value = state.order in ORDERS ? state.order : "contested";
  renew(byId("dispute-list"), ...listed.slice(0, MOST_CARDS).map((entry) => makeCard(entry, factsFor)));
  const left = listed.length - MOST_CARDS;
  byId("dispute-more").textContent = left > 0 ? `${left} more: look for a name.` : "";
  showNotes(listed);
  markChosenDispute();
}

function disputesInWords(listed) {
  const all = plural(disputeTree().length, "territory in dispute").replace("territory in disputes", "territories in dispute");
  const parts = listed.reduce((sum, entry) => sum + entry.within.length - 1, 0);
  const counted = listed.length === disputeTree().length ? capitalNone(all) : `${listed.length} of ${all}`;
  return parts ? `${counted}, with ${plural(parts, "part")}` : counted;
}

function capitalNone(words) {
  return words.startsWith("0 ") ? `No${words.slice(1)}` : words;
}

function showNotes(listed) {
  byId("no-disputes").hidden = disputeTree().length > 0;
  byId("dispute-tools").hidden = !disputeTree().length;
  byId("none-passes").hidden = listed.length > 0 || !disputeTree().length;
  byId("reset-for-disputes").hidden = !countFilters();
  byId("filtered-note").hidden = !countFilters() || !listed.length;
}

function markChosenDispute() {
  for (const card of byId("dispute-list").querySelectorAll(".dispute")) {
    card.toggleAttribute("data-chosen", card.dataset.id === state.id);
    card.querySelector("button.name").setAttribute("aria-current", String(card.dataset.id === state.id));
  }
}

function updateDisputes(changed) {
  if (!isPrepared) prepare();
  const isFiltered = !changed || state.hops || FILTERS.some((key) => changed.has(key));
  if (isFiltered) factsByEntry = new Map();
  if (isFiltered || changed.has("order")) showDisputes();
  else markChosenDispute();
}

export const disputesView = { id: "disputes", update: updateDisputes };
