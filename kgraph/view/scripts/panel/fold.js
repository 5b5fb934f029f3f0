// Long lists: their beginning, and a button for the rest, which stays pressed while the same thing is chosen.

import { make, plural } from "../words.js";

const SPARE = 2; // so many more than the limit are shown rather than folded
const unfolded = new Set();

export function foldAll() {
  unfolded.clear();
}

function unfold(key, list, more, makeRest) {
  unfolded.add(key);
  more.remove();
  const items = makeRest();
  for (const item of items) list.append(item);
  const first = items[0].querySelector("button, a");
  if (!first) items[0].tabIndex = -1; // nothing to press: the item itself is where one reads on
  (first || items[0]).focus();
}

// A list of which `limit` items are shown at first; the rest is made when it is asked for.
// The key tells it from the other lists of the panel, `toItem` makes a thing's item.
export function foldedList(key, className, things, toItem, limit = 6, noun = "statement") {
  const isWhole = things.length <= limit + SPARE || unfolded.has(key);
  const list = make("ul", { className }, ...(isWhole ? things : things.slice(0, limit)).map(toItem));
  if (isWhole) return list;
  const button = make("button", { type: "button", className: "more", textContent: `Show all ${plural(things.length, noun)}` });
  button.dataset.mark = `more ${key}`;
  const more = make("li", {}, button);
  button.addEventListener("click", () => unfold(key, list, more, () => things.slice(limit).map(toItem)));
  list.append(more);
  return list;
}
