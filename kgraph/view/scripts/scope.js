// What the page shows at the moment, in words: how much of what, of which days, through which filters.

import { daysInWords } from "./collection.js";
import { data } from "./data.js";
import { shown } from "./filter.js";
import { state } from "./state.js";
import { plural, STANCE_WORDS } from "./words.js";

export function scopeInWords() {
  const [left, all] = [shown().statements.size, data.statements.length];
  const statements = left === all ? plural(all, "statement") : `${left} of ${plural(all, "statement")}`;
  const range = daysInWords() ? [`of ${daysInWords()}`] : [];
  return [[statements, "from", plural(data.articles.length, "article"), ...range].join(" "), ...filtersInWords()];
}

function filtersInWords() {
  const hidden = Object.entries(state.hide).filter(([, values]) => values.size);
  return [
    ...hidden.map(([facet, values]) => `${HIDDEN[facet] || "Hidden"}: ${[...values].map((value) => nameOfValue(facet, value)).join("; ")}`),
    yearsInWords(),
    state.confidence && `Confidence at least ${state.confidence}`,
    state.disputed && "Only what bears on territories in dispute",
    state.hops && `Only within ${plural(state.hops, "step")} of what is chosen`,
  ].filter(Boolean);
}

const HIDDEN = { family: "Without lines", stance: "Without what is", kind: "Without points", source: "Without sources", voice: "Without words of" };

function nameOfValue(facet, value) {
  const family = facet === "family" && data.families.find(({ id }) => id === value);
  return (family && family.label) || (facet === "stance" && STANCE_WORDS[value]) || (facet === "kind" && data.kinds[value]) || value || "not named";
}

function yearsInWords() {
  const { from, until } = state;
  if (from === null && until === null) return "";
  if (from === null) return `Until ${until}`;
  return until === null ? `Since ${from}` : `Years ${from} to ${until}`;
}
