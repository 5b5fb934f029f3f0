// Which territories are in dispute, each part under its whole: a claim to a part counts with the whole, once.

import { data, disputes, entities } from "../data.js";
import { once } from "../once.js";

// A whole of which nobody says that it is in dispute is listed where at least so many of its parts are.
const FEWEST_PARTS = 2;
const ROLES = ["claimants", "opponents", "holders", "formerHolders"];
const STATUSES = ["contested", "claimed", "settled"]; // the first that is found in a part holds for the whole

function listDisputed() {
  return [...disputes.keys(), ...data.entities.filter((entity) => entity.parts.length).map((entity) => entity.id)];
}

// The smallest whole that is listed: the one that lies within the others.
function smallestWhole(id, listed) {
  const wholes = entities.get(id).wholes.filter((whole) => whole !== id && listed.has(whole));
  const isInnermost = (whole) => !wholes.some((other) => entities.get(other).wholes.includes(whole));
  return wholes.find(isInnermost) || wholes[0];
}

// Parents by their children. A whole that is no dispute itself goes while it would stand over one part or none.
function findParents() {
  const listed = new Set(listDisputed());
  for (;;) {
    const parents = new Map([...listed].map((id) => [id, smallestWhole(id, listed)]));
    const children = (id) => [...parents.values()].filter((parent) => parent === id).length;
    const idle = [...listed].filter((id) => !disputes.has(id) && children(id) < FEWEST_PARTS);
    if (!idle.length) return parents;
    for (const id of idle) listed.delete(id);
  }
}

function makeEntry(id, parents) {
  const parts = [...parents].filter(([, parent]) => parent === id).map(([child]) => makeEntry(child, parents));
  const within = [id, ...parts.flatMap((part) => part.within)];
  return { id, entity: entities.get(id), parts, within, ...sumUp(id, parts) };
}

// Who is what in a territory and in its parts; what its parts add is kept apart: who holds a part holds no whole.
function sumUp(id, parts) {
  const own = disputes.get(id);
  const ofWhole = (role) => (own ? own[role] : []);
  const all = (role) => [...new Set([...ofWhole(role), ...parts.flatMap((part) => part[role])])].sort(byLabel);
  const byRole = (idsOf) => Object.fromEntries(ROLES.map((role) => [role, idsOf(role)]));
  const roles = byRole(all);
  const inParts = byRole((role) => roles[role].filter((each) => !ofWhole(role).includes(each)));
  const status = own ? own.status : STATUSES.find((each) => parts.some((part) => part.status === each));
  return { ...roles, own, status, inWhole: byRole(ofWhole), inParts };
}

function byLabel(one, other) {
  return entities.get(one).label.localeCompare(entities.get(other).label, "en");
}

// The disputes as entries: `id`, `entity`, the roles (ids), `status`, `own` (absent where only parts are in dispute),
// `inWhole` and `inParts` (the roles in the whole, and those in a part alone), `parts` (entries) and `within` (ids of all
// that it holds).
export const disputeTree = once(() => {
  const parents = findParents();
  return [...parents].filter(([, parent]) => !parent).map(([id]) => makeEntry(id, parents));
});
