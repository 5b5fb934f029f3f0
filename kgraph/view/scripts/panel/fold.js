// Long lists: their beginning, and a button for the rest, which stays pressed while the same thing is chosen.

import { make, plural } from "../words.js";

const SPARE = 2; // so many more than the limit are shown rather than folded
const unfolded = new Set();

export function foldAll() {
  unfolded.clear();
}

function unfold(key, items, list, more) {
  unfolded.add(key);
  more.remove();
  list.append(...items);
  const first = items[0].querySelector("button, a");
  if (!first) items[0].tabIndex = -1; // nothing to press: the item itself is where one reads on
  (first || items[0]).focus();
}

// A list of which `limit` items are shown at first. Its key tells it from the other lists of the panel.
export function foldedList(key, className, items, limit = 6, noun = "statement") {
  const list = make("ul", { className });
  if (items.length <= limit + SPARE || unfolded.has(key)) {
    list.append(...items);
    return list;
  }
  list.append(...items.slice(0, limit));
  const button = make("button", { type: "button", className: "more", textContent: `Show all ${plural(items.length, noun)}` });
  button.dataset.mark = `more ${key}`;
  const more = make("li", {}, button);
  button.addEventListener("click", () => unfold(key, items.slice(limit), list, more));
  list.append(more);
  return list;
}
