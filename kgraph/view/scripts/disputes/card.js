// A dispute as a card: who quarrels, who holds it, how that stands, what came last, how well it is sourced.

import { byId } from "../data.js";
import { chooseAndRead, choosing } from "../links.js";
import { change } from "../state.js";
import { svg } from "../svg.js";
import { capital, joined, label, make, name, plural, relation } from "../words.js";

const STANCES_SHORT = { asserted: "asserted", attributed: "attributed", possible: "possible", denied: "denied" };
const SIDES = { claimants: "claimed by", opponents: "disputed by", holders: "held by", formerHolders: "once held by" };
// Views that show the territory, each with the drawing of its button.
const OTHER_VIEWS = {
  graph: "M5 5L15 8M15 8L9 16M5 5L9 16M5 3a2 2 0 1 0 .1 0M15 6a2 2 0 1 0 .1 0M9 14a2 2 0 1 0 .1 0",
  map: "M10 18C6 13 4 10.500 4 8a6 6 0 0 1 12 0c0 2.500-2 5-6 10M10 6a2 2 0 1 0 .1 0",
  timeline: "M3 17H17M4 5H11M8 9H15M6 13H17",
};

// A card and, within it, those of the parts.
export function makeCard(entry, factsOf) {
  const facts = factsOf(entry);
  const body = make("div", { className: "card" }, titlePart(entry), sidesPart(entry), latestPart(facts), numbersPart(facts), waysPart(entry));
  body.addEventListener("click", (event) => {
    if (!event.target.closest("button, a")) chooseAndRead("entity", entry.id);
  });
  const parts = entry.parts.map((part) => makeCard(part, factsOf));
  const list = parts.length ? make("ul", { className: "parts", ariaLabel: `Parts of ${entry.entity.label}` }, ...parts) : null;
  const card = make("li", { className: `dispute ${entry.status}` }, body, list);
  card.dataset.id = entry.id;
  return card;
}

function titlePart(entry) {
  const unknown = entry.entity.known ? "" : make("small", { textContent: "not identified" });
  const status = make("span", { className: "status", textContent: statusInWords(entry) });
  return make("div", { className: "title" }, choosing("entity", entry.id, "name", name(entry.entity.label)), unknown, status);
}

function statusInWords({ status, own, inWhole: { holders, formerHolders, claimants } }) {
  if (status === "settled") return own ? "settled, a text says" : "settled in parts";
  if (!own) return `${status} in parts`;
  if (status === "contested") return "contested";
  const others = (ids) => ids.some((id) => !claimants.includes(id));
  if (others(holders)) return "claimed and held by others";
  if (others(formerHolders)) return "claimed, once held by others";
  return holders.length ? "claimed and held by the claimant" : "a state that another claims";
}

function sidesPart({ inWhole, inParts, holders }) {
  const rows = Object.entries(SIDES).flatMap(([role, how]) => [
    [capital(how), inWhole[role]],
    [`Parts ${how}`, inParts[role]],
  ]);
  const said = rows.filter(([, ids]) => ids.length).map(([how, ids]) => sideLine(how, ids.map((id) => name(label(id)))));
  if (!holders.length) said.push(sideLine("Held by", [make("i", { textContent: "no text says" })]));
  return make("dl", { className: "dispute-sides" }, ...said);
}

function sideLine(how, names) {
  return make("div", {}, make("dt", { textContent: how }), make("dd", {}, ...joined(names)));
}

function latestPart({ event, newest }) {
  const parts = [];
  if (event) {
    const words = choosing("statement", event.id, "link", make("time", { textContent: event.time }), ": ", ...eventWords(event));
    words.dataset.mark += " latest";
    parts.push(make("p", {}, make("span", { className: "what", textContent: "Latest event" }), words));
  }
  if (newest) {
    const title = [make("time", { dateTime: newest.date, textContent: newest.date }), event ? "" : ": ", event ? "" : name(newest.title)];
    parts.push(make("p", {}, make("span", { className: "what", textContent: "Latest article" }), " ", ...title));
  }
  if (!parts.length) parts.push(make("p", { className: "what", textContent: "No date is given" }));
  return make("div", { className: "latest" }, ...parts);
}

function eventWords(event) {
  const about = event.aboutLabel ? [", about ", name(event.aboutLabel)] : [];
  return [name(label(event.subject)), ` ${relation(event)} `, name(label(event.object)), ...about];
}

function numbersPart({ statements, stances, articles, sources }) {
  const told = Object.keys(STANCES_SHORT).filter((stance) => stances[stance]);
  const from = sources ? `${plural(sources, "source")}, ${plural(articles, "article")}` : plural(articles, "article");
  return make(
    "div",
    { className: "numbers" },
    make("b", { textContent: from }),
    make("span", { textContent: plural(statements, "statement") }),
    make("small", { textContent: told.map((stance) => `${stances[stance]} ${STANCES_SHORT[stance]}`).join(" · ") }),
  );
}

// The same territory in another view.
function waysPart(entry) {
  const buttons = Object.entries(OTHER_VIEWS).map(([view, path]) => {
    const tab = byId(`tab-${view}`);
    if (!tab) return null;
    const where = ` in the ${tab.textContent.trim().toLowerCase()}`;
    const words = make("span", { className: "unseen" }, name(entry.entity.label), where);
    const button = make("button", { type: "button", title: words.textContent }, words);
    button.append(svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: path })));
    button.dataset.mark = `${view} ${entry.id}`;
    button.addEventListener("click", () => change({ view, kind: "entity", id: entry.id }));
    return button;
  });
  return make("div", { className: "ways" }, ...buttons);
}
