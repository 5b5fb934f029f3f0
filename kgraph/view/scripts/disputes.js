// The disputes: where the page starts.

import { byId, data, disputes, entities } from "./data.js";
import { isEntityShown } from "./filter.js";
import { renew } from "./focus.js";
import { listItem } from "./links.js";
import { state } from "./state.js";
import { joined, label, make, name } from "./words.js";

function updateDisputes() {
  const listed = data.entities.filter((entity) => disputes.has(entity.id) && isEntityShown(entity)).sort(byInterest);
  const rows = listed.map((entity) =>
    listItem("entity", entity.id, "family-claim", make("b", {}, name(entity.label)), make("small", {}, ...parties(disputes.get(entity.id)))),
  );
  byId("dispute-count").textContent = String(listed.length);
  renew(byId("dispute-list"), ...rows);
  for (const button of byId("dispute-list").querySelectorAll("button")) {
    button.setAttribute("aria-current", String(listed[[...button.closest("ul").children].indexOf(button.parentNode)].id === state.id));
  }
}

// What the gazetteer knows before what only a text describes, then the most contested first.
function byInterest(one, other) {
  const claimants = (entity) => disputes.get(entity.id).claimants.length;
  return Number(other.known) - Number(one.known) || claimants(other) - claimants(one);
}

function parties(dispute) {
  const names = (ids) => joined(ids.map((id) => name(label(id))));
  const sides = [
    ["claimed by ", dispute.claimants],
    ["disputed by ", dispute.opponents],
    ["held by ", dispute.holders],
    ["once held by ", dispute.formerHolders],
  ];
  const said = sides.filter(([, ids]) => ids.length).map(([how, ids]) => [how, ...names(ids)]);
  if (dispute.status === "settled") said.push(["settled, by what a text says"]);
  return said.flatMap((words, i) => (i ? ["; ", ...words] : words));
}

export const disputesView = { id: "disputes", update: updateDisputes };
