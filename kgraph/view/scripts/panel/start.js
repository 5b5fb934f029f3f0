// The panel while nothing is chosen: what the collection is, and how to read the drawing.

import { collection, daysInWords } from "../collection.js";
import { data } from "../data.js";
import { make, plural } from "../words.js";

const READING_HINTS = [
  "A line is one statement; its colour is the kind of relation, its dashes tell how it is stated.",
  "A bar and a cross in place of the arrow: it is denied.",
  "A ring with a number: so many claim the territory, or parts of it.",
];

function collectionRows() {
  return [
    ["Articles", data.counts.articles],
    ["Of the days", daysInWords() || "not dated"],
    ["Sources", collection().sources || "not named"],
    ["Statements", `${data.counts.statements}, from ${plural(data.counts.sentences, "sentence")}`],
  ].map(([term, value]) => termRow(term, value));
}

function stanceRows() {
  return Object.entries(data.stances).map(([stance, label]) => {
    return termRow(label, data.statements.filter((one) => one.stance === stance).length);
  });
}

function termRow(term, value) {
  return make("div", {}, make("dt", { textContent: term }), make("dd", { textContent: String(value) }));
}

export function startPanel() {
  const hint = "Choose a territory, a point, a line or a name to read the sentences behind it.";
  return [
    make("h2", { textContent: "Evidence" }),
    make("p", { textContent: hint }),
    make("h2", { textContent: "This collection" }),
    make("dl", { className: "roles" }, ...collectionRows()),
    make("dl", { className: "roles counts" }, ...stanceRows()),
    make("h2", { textContent: "How to read the drawing" }),
    make("ul", { className: "reading" }, ...READING_HINTS.map((textContent) => make("li", { textContent }))),
  ];
}
