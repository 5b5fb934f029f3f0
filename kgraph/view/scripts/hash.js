// The address's hash and the state, kept in step: a link to the page opens it as it was seen, and Back goes back.
// It names what differs from the start: #view=graph&entity=kunashir&hide-family=legal,force&from=1950

import { entities, statements } from "./data.js";
import { change, choose, noneHidden, onChange, state } from "./state.js";

const PLAIN = ["view", "from", "until", "confidence", "disputed", "hops", "lines", "group", "aside"];
const START = Object.fromEntries(PLAIN.map((key) => [key, state[key]]));
const RANGES = { confidence: [0, 1], hops: [0, 3] };
const NEW_PLACE = ["view", "kind", "id", "group"]; // what Back undoes; filters only change the address
let isReading = false;
let isGlance = false;
let wasGlance = false;

function asHash() {
  const parts = PLAIN.filter((key) => state[key] !== START[key]).map((key) => [key, state[key]]);
  if (state.kind) parts.push([state.kind, state.id]);
  for (const [facet, values] of Object.entries(state.hide)) {
    if (values.size) parts.push([`hide-${facet}`, [...values].sort().map(encodeURIComponent).join(",")]);
  }
  return "#" + parts.map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ",")}`).join("&");
}

// What the hash says; what it says of unknown things or in other words is left out.
function fromHash() {
  const said = new Map(location.hash.slice(1).split("&").map((part) => part.split("=").map(decode)));
  const patch = { ...START, kind: "", id: "", hide: noneHidden() };
  for (const key of PLAIN.filter((key) => said.has(key))) patch[key] = parseValue(key, said.get(key));
  for (const [kind, known] of [["entity", entities], ["statement", statements]]) {
    if (known.has(said.get(kind))) Object.assign(patch, { kind, id: said.get(kind) });
  }
  for (const facet of Object.keys(patch.hide)) {
    const values = said.get(`hide-${facet}`);
    if (values) patch.hide[facet] = new Set(values.split(",").map(decode));
  }
  return patch;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign
  }
}

function parseValue(key, text) {
  if (typeof START[key] === "string") return text;
  if (typeof START[key] === "boolean") return text === "true";
  const number = text.trim() ? Number(text) : NaN;
  const [least, most] = RANGES[key] || [-Infinity, Infinity];
  return Number.isFinite(number) && number >= least && number <= most ? number : START[key];
}

function readHash() {
  isReading = true;
  change(fromHash());
  isReading = false;
}

function writeHash(changed) {
  if (isReading || asHash() === (location.hash || "#")) return;
  const isPlace = NEW_PLACE.some((key) => changed.has(key)) && !(isGlance && wasGlance);
  wasGlance = isGlance;
  try {
    history[isPlace ? "pushState" : "replaceState"](null, "", asHash());
  } catch {
    // In a notebook's frame there is no address to write; the page works all the same.
  }
}

// Choose in passing, as keys do that go from thing to thing: Back stops before all of them, not at each.
export function glance(kind, id) {
  isGlance = true;
  choose(kind, id);
  isGlance = false;
}

export function startHash() {
  readHash();
  onChange(writeHash);
  addEventListener("popstate", readHash);
}
