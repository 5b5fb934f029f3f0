// The legend under a picture: which colour is what, and how what is stated is drawn. Only what occurs is in it.

import { data, entities, isDisputed } from "../data.js";
import { shown } from "../filter.js";
import { svg } from "../svg.js";
import { colour } from "../theme.js";

const LINE = 22; // the height of a line of the legend
const SYMBOL = 40; // the room of a sample
const SHAPES = {
  State: "M-7 0a7 7 0 1 1 14 0a7 7 0 1 1-14 0z",
  Territory: "M0-8L8 0L0 8L-8 0Z",
  Organization: "M-8 0L-4-7H4L8 0L4 7H-4Z",
  Tribunal: "M0-8L2-2L8-2L3 2L5 8L0 4L-5 8L-3 2L-8-2L-2-2Z",
  Instrument: "M-6-6H6V6H-6Z",
  Person: "M0-7L8 7H-8Z",
  Name: "M-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0z",
};

function sampleLine(stroke, { stance = "asserted" }) {
  const dashes = data.dashes[stance];
  const line = svg("path", { d: "M0 0H26", fill: "none", stroke, "stroke-width": 2.4, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  const head = stance === "denied" ? svg("path", { d: "M27-6V6", stroke, "stroke-width": 3.5 }) : svg("path", { d: "M24-4.5L34 0L24 4.5Z", fill: stroke });
  return [line, head];
}

function samplePoint(kind) {
  return [svg("path", { d: SHAPES[kind] || SHAPES.Name, transform: "translate(16 0)", fill: colour(`kind-${kind}`), stroke: colour(`kind-${kind}-outline`), "stroke-width": 1.6 })];
}

function sampleRing() {
  return [svg("circle", { cx: 16, cy: 0, r: 8, fill: "none", stroke: colour("family-claim"), "stroke-width": 2.2 })];
}

function legendItems(withPoints) {
  const listed = data.statements.filter(({ id }) => shown().statements.has(id));
  const met = [...shown().entities].map((id) => entities.get(id));
  const families = data.families.filter(({ id }) => listed.some(({ family }) => family === id));
  const stances = Object.keys(data.stances).filter((stance) => listed.some((statement) => statement.stance === stance));
  const kinds = withPoints ? Object.keys(data.kinds).filter((kind) => met.some((entity) => entity.kind === kind)) : [];
  return [
    ...families.map(({ id, label }) => [sampleLine(colour(`family-${id}`), {}), label]),
    ...stances.map((stance) => [sampleLine(colour("text"), { stance }), data.stances[stance]]),
    ...kinds.map((kind) => [samplePoint(kind), data.kinds[kind]]),
    ...(withPoints && met.some(isDisputed) ? [[sampleRing(), "Disputed: the number of claimants"]] : []),
  ];
}

// The legend as elements and its height; `widthOfWords` measures a text.
export function legendParts(width, withPoints, widthOfWords, textOf) {
  const parts = [];
  let [x, y] = [0, LINE / 2];
  for (const [sample, words] of legendItems(withPoints)) {
    const needed = SYMBOL + widthOfWords(words) + 22;
    if (x && x + needed > width) [x, y] = [0, y + LINE];
    parts.push(svg("g", { transform: `translate(${x} ${y})` }, ...sample), textOf(words, x + SYMBOL, y + 4.5));
    x += needed;
  }
  return { parts, height: y + LINE / 2 };
}
