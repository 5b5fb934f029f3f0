// The symbols of places: a diamond for a territory, a circle for a state, and a ring with the number of claimants.

import { isDisputed } from "../data.js";
import { svg } from "../svg.js";
import { entityInWords } from "../words.js";

function symbolFigure(entity) {
  if (entity.kind === "Territory") return svg("path", { class: "figure", d: "M0-8L8 0L0 8L-8 0Z" });
  return svg("circle", { class: "figure", r: 6 });
}

// The keyboard reaches a symbol where `isMain`: on the one of several maps where its place is at home.
export function makeSymbol(entity, isMain) {
  const words = entityInWords(entity);
  const reached = isMain ? { role: "button", tabindex: 0, "aria-label": words } : { "aria-hidden": true };
  const symbol = svg("g", { "data-entity": entity.id, "data-mark": `entity ${entity.id}`, ...reached }, svg("title", {}, words));
  symbol.append(svg("circle", { class: "reach", r: 13 }));
  if (isDisputed(entity)) symbol.append(svg("circle", { class: "ring", r: 12 }));
  symbol.append(symbolFigure(entity));
  if (isDisputed(entity)) {
    symbol.append(svg("circle", { class: "badge", cx: 10, cy: -10, r: 7 }));
    symbol.append(svg("text", { class: "claimants", x: 10, y: -6.4 }, String(entity.claimants.length)));
  }
  return symbol;
}

// A symbol's looks: chosen, faded beside what is, small in a crowd, or a mere dot where an inset shows it in full.
export function symbolClass({ entity, isDot, isSmall, isChosen, isFaded }) {
  const flags = { unknown: !entity.known, dot: isDot, small: isSmall, chosen: isChosen, faded: isFaded };
  return ["map-place", `kind-${entity.kind}`, ...Object.keys(flags).filter((flag) => flags[flag])].join(" ");
}
