// Statements in words, and the elements that show them. Texts enter the page as text nodes alone.

import { byId, data, entities, isDisputed } from "./data.js";
import { once } from "./once.js";

export const STANCE_WORDS = { asserted: "said by the article", attributed: "", possible: "possible or planned", denied: "denied" };

// Make an element: properties are set as such, children are elements or texts; what is null or "" is left out.
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A name in its own direction of writing, whatever stands around it.
export function name(text) {
  return make("bdi", { textContent: text });
}

export function label(id) {
  return entities.get(id).label;
}

export function relation(statement) {
  return (statement.stance === "denied" ? "✕ " : "") + statement.verb;
}

// The same from the object's side: "is claimed by", its denial and possibility in it.
export function relationBack(statement) {
  return (statement.stance === "denied" ? "✕ " : "") + statement.inverse;
}

export function inWords(statement) {
  const about = statement.aboutLabel ? `, about ${statement.aboutLabel}` : "";
  return `${label(statement.subject)} ${relation(statement)} ${label(statement.object)}${about}`;
}

export function entityInWords(entity) {
  const how = entity.parts.length ? "claimed, all of it or parts, by" : "claimed by";
  const claims = isDisputed(entity) ? `, ${how} ${entity.claimants.map(label).join(", ")}` : "";
  return `${entity.label} (${data.kinds[entity.kind].toLowerCase()})${claims}`;
}

export function stanceInWords(statement) {
  const according = statement.voice ? `according to ${statement.voice}` : "";
  return [STANCE_WORDS[statement.stance], according].filter(Boolean).join(", ");
}

// What the line itself is labelled with, beside the cross of a denial: the relation, and whose word it is.
export function lineLabel(statement) {
  return statement.verb + (statement.voice ? ` (\u2068${statement.voice}\u2069)` : "");
}

export function joined(parts, between = ", ") {
  return parts.flatMap((part, i) => (i ? [between, part] : [part]));
}

export function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// "Treaty 9" before "Treaty 10", whatever the accents and the case.
export function compareNames(one, other) {
  return nameOrder().compare(one, other);
}

const nameOrder = once(() => new Intl.Collator("en", { numeric: true }));

export function say(text) {
  byId("announcement").textContent = text;
}
