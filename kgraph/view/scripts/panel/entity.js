// The panel of an entity: what it is and is called, how it stands in disputes, and all that is said of it.

import { articleOf, data, entities, statementsOf } from "../data.js";
import { isShown } from "../filter.js";
import { make, name, plural } from "../words.js";
import { entityActions } from "./copying.js";
import { foldedList } from "./fold.js";
import { backgroundParts, givenNames, isNaming, nameParts } from "./names.js";
import { newestFirst } from "./rivals.js";
import { hiddenNote, rowSeenFrom } from "./rows.js";
import { disputeParts, partParts, partyParts } from "./standing.js";
import { pageLine, tags } from "./statement.js";

function countLine(list) {
  const evidence = list.flatMap((statement) => statement.evidence);
  const articles = new Set(evidence.map(articleOf));
  const sources = new Set([...articles].map(({ source }) => source).filter(Boolean));
  const sentences = new Set(evidence.map(({ sentence }) => sentence)).size;
  const counts = [plural(list.length, "statement"), plural(sentences, "sentence"), plural(articles.size, "article")];
  if (sources.size) counts.push(plural(sources.size, "source"));
  return make("p", { className: "note", textContent: counts.join(" · ") });
}

function familyParts(shown, id) {
  return data.families.flatMap((family) => {
    const members = newestFirst(shown.filter((statement) => statement.family === family.id));
    if (!members.length) return [];
    const rows = foldedList(family.id, "list statements", members, (statement) => rowSeenFrom(statement, id));
    return [make("h2", { textContent: `${family.label} (${members.length})` }), rows];
  });
}

export function entityPanel(id) {
  const entity = entities.get(id);
  const all = statementsOf.get(id);
  const shown = all.filter(isShown);
  return [
    make("h2", {}, name(entity.label)),
    tags(data.kinds[entity.kind], entity.known ? "" : "not identified: known by its words alone"),
    ...nameParts(entity),
    countLine(all),
    entityActions(newestFirst(shown)),
    pageLine(id, "Page with all sentences"),
    ...disputeParts(id),
    ...partParts(entity),
    ...partyParts(id),
    ...givenNames(newestFirst(shown.filter((one) => isNaming(one, id)))),
    ...familyParts(shown.filter((one) => !isNaming(one, id)), id),
    hiddenNote(all),
    ...backgroundParts(entity),
  ];
}
