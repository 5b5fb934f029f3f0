// How a territory stands: who claims, disputes and holds it, how that is judged, by which statements, what came last;
// and of a party, what it claims and holds.

import { data, disputes, entities, statementsOf } from "../data.js";
import { latestEvent } from "../disputes/facts.js";
import { isShown } from "../filter.js";
import { entityButton } from "../links.js";
import { capital, joined, make, plural } from "../words.js";
import { foldedList } from "./fold.js";
import { newestFirst } from "./rivals.js";
import { comparedRow, hiddenNote } from "./rows.js";

const STATUS_WORDS = {
  claimed: "Claimed: one claims what another is, holds or once held, and no text here says that the two are at odds.",
  contested: "Contested: two or more claim it, or somebody is said to dispute it.",
  settled: "Settled, by what a dated text here says; no claim or protest of a later day is reported.",
};
const DISPUTE_ROLES = [
  ["claimed by", "claims", "claimants"],
  ["disputed by", "disputes", "opponents"],
  ["held by", "holds", "holders"],
  ["once held by", "once held", "formerHolders"],
];

function roleList(rows) {
  const items = rows.filter(([, ids]) => ids.length).map(([role, ids]) => {
    const term = make("dt", { textContent: capital(role) });
    return make("div", {}, term, make("dd", {}, ...joined(ids.map(entityButton))));
  });
  return items.length ? make("dl", { className: "roles" }, ...items) : null;
}

function sourceParts(dispute) {
  const sources = newestFirst(dispute.sources.map((place) => data.statements[place]));
  const shown = sources.filter(isShown);
  const summary = make("summary", { textContent: `By ${plural(sources.length, "statement")}` });
  const list = foldedList("sources", "list", shown, comparedRow, 8);
  return make("details", {}, summary, list, hiddenNote(sources));
}

export function disputeParts(id) {
  const dispute = disputes.get(id);
  if (!dispute) return [];
  const last = latestEvent(statementsOf.get(id).filter(isShown));
  return [
    make("h2", { textContent: "Dispute, by what the texts say" }),
    roleList(DISPUTE_ROLES.map(([role, , key]) => [role, dispute[key]])),
    make("p", { className: "note", textContent: STATUS_WORDS[dispute.status] }),
    sourceParts(dispute),
    ...(last ? [make("h3", { textContent: "Last dated event" }), make("ul", { className: "list" }, comparedRow(last))] : []),
  ].filter(Boolean);
}

// A dispute over a part is listed with the whole; that whoever claims the part claims the whole is not said.
export function partParts(entity) {
  const wholes = entity.wholes.filter((id) => entities.has(id));
  return [
    entity.parts.length ? roleList([["parts in dispute", entity.parts]]) : null,
    entity.claimants.length && entity.parts.length ? roleList([["who claims it or a part", entity.claimants]]) : null,
    wholes.length ? roleList([["lies within", wholes]]) : null,
  ];
}

// What a state or an organization is party to.
export function partyParts(id) {
  const rows = DISPUTE_ROLES.map(([, role, key]) => [role, data.disputes.filter((one) => one[key].includes(id)).map((one) => one.territory)]);
  const list = roleList(rows);
  return list ? [make("h2", { textContent: "In disputes" }), list] : [];
}
