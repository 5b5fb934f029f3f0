// What a thing is called: in the texts, by whom there, and by the gazetteer, which stands apart.

import { entities } from "../data.js";
import { entityButton, listItem } from "../links.js";
import { joined, make, name, relation } from "../words.js";
import { foldedList } from "./fold.js";
import { whereSaid } from "./rows.js";

export function nameParts(entity) {
  return [entity.names.length ? formsInTexts(entity) : null, candidateLine(entity)];
}

function formsInTexts(entity) {
  const forms = foldedList("forms", "inline", entity.names, (text) => make("li", {}, name(text)), 8, "name");
  return make("div", { className: "names" }, "In the texts also: ", forms);
}

// Where nothing decided between several known things, they are named, and none is taken.
function candidateLine(entity) {
  if (!entity.candidates.length) return null;
  const named = entity.candidates.map(({ id, label }) => (entities.has(id) ? entityButton(id) : name(label)));
  return make("p", { className: "names" }, "May be: ", ...joined(named, " or "), "; nothing in the text decides.");
}

// A name that a text gives to it, with who is said to use it.
function givenName(statement) {
  const how = statement.voice ? ["used by ", name(statement.voice)] : ["said by the article"];
  const small = make("small", { dir: "auto" }, ...joined([how, whereSaid(statement)].filter((part) => part.length), " · ").flat());
  return listItem("statement", statement.id, "family-naming", ...deniedMark(statement), name(entities.get(statement.object).label), small);
}

function deniedMark(statement) {
  return statement.negative ? [`${relation(statement)} `] : [];
}

// Whether a statement tells of a name, which the panel of what is named lists as such.
export function isNaming(statement, id) {
  return statement.subject === id && entities.get(statement.object).kind === "Name" && statement.family === "naming";
}

export function givenNames(naming) {
  if (!naming.length) return [];
  const list = foldedList("names", "list statements", naming, givenName, 5, "name");
  return [make("h2", { textContent: `Names that the texts give (${naming.length})` }), list];
}

// What the gazetteer knows stands last, and says that no article of these says it.
export function backgroundParts(entity) {
  if (!entity.background.length) return [];
  const items = entity.background.map(({ user, names }) => {
    const heading = user ? ["Names as used by ", name(user), ": "] : ["Other names: "];
    return make("li", {}, ...heading, ...joined(names.map(nameInLanguage)));
  });
  const note = "From the gazetteer, not from these articles; no name is the right one.";
  const heading = make("h2", { textContent: "Background: names" });
  return [make("section", { className: "background" }, heading, make("p", { textContent: note }), make("ul", {}, ...items))];
}

function nameInLanguage({ text, lang }) {
  return make("bdi", { textContent: text, ...(lang ? { lang } : {}) });
}
