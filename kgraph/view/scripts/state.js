// What is looked at, chosen and hidden: the one state of the page. Only `change` writes it; who shows it listens.

export const FACETS = ["family", "stance", "kind", "source", "voice"];

// Every filter as it is at the start; hops is the one that needs something chosen.
export function noFilters() {
  return {
    hide: noneHidden(), // by facet, the values that are switched off
    from: null, // years, both included; null: open
    until: null,
    untimed: false, // also what has no time, where years are asked for
    confidence: 0, // at least
    disputed: false, // only what bears on a territory in dispute
    hops: 0, // only what is within so many steps of what is chosen; 0: all
  };
}

export function noneHidden() {
  return Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
}

export const FILTERS = Object.keys(noFilters());

export const state = {
  view: "disputes",
  kind: "", // of what is chosen: "entity", "statement" or ""
  id: "",
  ...noFilters(),
  order: "contested", // of the disputes
  lines: false, // on the map, lines from parties to territories
  group: "", // of a large graph, the group or the entity whose drawing is open
  aside: false, // also the persons in office that a large drawing starts without
};
const listeners = [];
const rules = [];

// Tell a listener of every change, with the set of the keys that changed; in the order in which they asked.
export function onChange(listener) {
  listeners.push(listener);
}

// Have a say in what else changes with a change: a rule is given the state as it will be, and returns a patch.
export function addRule(rule) {
  rules.push(rule);
}

// Set some keys; nothing happens where all of them are so already.
export function change(asked) {
  const patch = rules.reduce((wanted, rule) => ({ ...wanted, ...rule({ ...state, ...wanted }) }), asked);
  const changed = new Set(Object.keys(patch).filter((key) => !isSame(state[key], patch[key])));
  if (!changed.size) return;
  Object.assign(state, patch);
  for (const listener of listeners) listener(changed);
}

export function choose(kind, id) {
  change({ kind, id });
}

function isSame(one, other) {
  if (one instanceof Set) return one.size === other.size && [...one].every((value) => other.has(value));
  if (one && typeof one === "object") return Object.keys(one).every((key) => isSame(one[key], other[key]));
  return one === other;
}
