// The address's hash and the state, kept in step: a link to the page opens it as it was seen, and Back goes back.
// It names what differs from the start: #view=graph&entity=kunashir&hide-family=legal,force&from=1950

import { entities, statements } from "./data.js";
import { allValues } from "./filter.js";
import { change, choose, FACETS, noneHidden, onChange, state } from "./state.js";

const PLAIN = Object.keys(state).filter((key) => !["kind", "id", "hide"].includes(key));
const START = Object.fromEntries(PLAIN.map((key) => [key, state[key]]));
const RANGES = { confidence: [0, 1], hops: [0, 3] };
const NEW_PLACE = ["view", "kind", "id", "group"]; // what Back undoes; filters only change the address
const NO_WORDS = "-"; // stands for a value without words: no source given, the article's own voice
let isReading = false;
let isGlance = false;
let wasGlance = false;

function asHash() {
  const parts = PLAIN.filter((key) => state[key] !== START[key]).map((key) => `${key}=${encode(String(state[key]))}`);
  if (state.kind) parts.push(`${state.kind}=${encode(state.id)}`);
  return "#" + [...parts, ...FACETS.map(facetAsHash).filter(Boolean)].join("&");
}

// What is switched off, or what is left where that is less.
function facetAsHash(facet) {
  const off = state.hide[facet];
  if (!off.size) return "";
  const on = [...allValues(facet).keys()].filter((value) => !off.has(value));
  const [word, values] = on.length < off.size ? ["only", on] : ["hide", [...off]];
  return `${word}-${facet}=${values.sort().map(encodeValue).join(",")}`;
}

function encode(text) {
  return encodeURIComponent(text).replace(/%20/g, "+").replace(/%2F/g, "/").replace(/%3A/g, ":");
}

function encodeValue(value) {
  if (value === NO_WORDS) return "%2D";
  return value ? encode(value) : NO_WORDS;
}

// What the hash says; what it says of unknown things or in other words is left out.
function fromHash() {
  const said = new Map(location.hash.slice(1).split("&").map((part) => part.split("=")));
  const patch = { ...START, kind: "", id: "", hide: noneHidden() };
  for (const key of PLAIN.filter((key) => said.get(key))) patch[key] = parseValue(key, decode(said.get(key)));
  for (const [kind, known] of [["entity", entities], ["statement", statements]]) {
    const id = decode(said.get(kind) || "");
    if (known.has(id)) Object.assign(patch, { kind, id });
  }
  for (const facet of FACETS) patch.hide[facet] = hiddenByHash(facet, said);
  return patch;
}

function hiddenByHash(facet, said) {
  const [off, only] = ["hide", "only"].map((word) => said.get(`${word}-${facet}`));
  if (off === undefined && only === undefined) return new Set();
  const named = decodeValues((only === undefined ? off : only) || "");
  return new Set([...allValues(facet).keys()].filter((value) => named.has(value) === (only === undefined)));
}

function decodeValues(text) {
  return new Set(text ? text.split(",").map((part) => (part === NO_WORDS ? "" : decode(part))) : []);
}

function decode(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
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
