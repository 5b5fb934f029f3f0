// One map, the overview or an inset: land, frames of the insets, lines, symbols, names, in layers.

import { setAttributes, svg } from "../svg.js";
import { makeLand, showSheets } from "./land.js";
import { drawMapLines } from "./lines.js";
import { drawNames, weightOfSpot } from "./names.js";
import { spreadSpots } from "./spread.js";
import { makeSymbol, symbolClass } from "./symbols.js";
import { longitudeOf, MapWindow } from "./window.js";

const ROOM = 4000; // square pixels to a symbol in full: where there is less, many would be moved far from their places
const LETTER = 16; // pixels, the side of the box of an inset's letter
const LEADER_FROM = 6; // pixels off its place from which on a symbol is tied to it by a line

export class Chart {
  // `isMain(id)`: whether a place is at home on this map.
  constructor(element, isMain) {
    this.window = new MapWindow();
    this.land = makeLand();
    this.layers = Object.fromEntries(["frames", "lines", "leaders", "names", "symbols"].map((key) => [key, svg("g", { class: `map-${key}` })]));
    for (const key of ["frames", "lines", "leaders", "names"]) setAttributes(this.layers[key], { "aria-hidden": true });
    this.element = element;
    element.append(this.land, ...Object.values(this.layers));
    this.isMain = isMain;
    this.symbols = new Map();
    this.spots = new Map();
  }
  resize(width, height) {
    this.window.resize(width, height);
    setAttributes(this.element, { viewBox: `0 0 ${this.window.width} ${this.window.height}` });
  }
  // Draw what is shown: `looks` says of each place { entity, isDot, isChosen, isFaded }, from west to east;
  // `frames` are the parts that insets show, [{ letter, window }], `taken` the boxes where no name may stand.
  draw(looks, statements, emphasis, frames, taken = []) {
    this.drawLand();
    this.spots = new Map(looks.map((look) => [look.entity.id, { ...look, ...this.screenOf(look.entity) }]));
    const spots = [...this.spots.values()];
    for (const spot of spots) Object.assign(spot, { at: { x: spot.x, y: spot.y }, isMain: this.isMain(spot.entity.id) });
    const inSight = spots.filter((spot) => this.isInSight(spot));
    const full = chooseFull(inSight, (this.window.width * this.window.height) / ROOM);
    spreadSpots(full);
    this.drawSymbols(spots.filter((spot) => spot.isMain || this.isInSight(spot)));
    const letters = this.drawFrames(frames, full);
    this.layers.leaders.replaceChildren(...full.filter(isOffPlace).map(drawLeader));
    this.layers.lines.replaceChildren(...drawMapLines(statements.filter((s) => this.meets(s)), this.spots, emphasis));
    this.layers.names.replaceChildren(...drawNames(inSight, this.window, [...taken, ...letters]));
  }
  // Whether a line from one place to another can be seen.
  meets({ subject, object }) {
    const [one, other] = [this.spots.get(subject).at, this.spots.get(object).at];
    const apart = (least, most, size) => Math.max(least, most) < 0 || Math.min(least, most) > size;
    return !apart(one.x, other.x, this.window.width) && !apart(one.y, other.y, this.window.height);
  }
  drawLand() {
    const { width, height, scale, shrink, lon, lat } = this.window;
    const transform = `translate(${width / 2} ${height / 2}) scale(${scale * shrink} ${scale}) translate(${-lon} ${lat})`;
    setAttributes(this.land, { transform });
    showSheets(this.land, this.window);
  }
  // Frame the parts, each with its letter at a corner; gives the boxes of the letters.
  drawFrames(frames, spots) {
    const boxes = [];
    const drawn = frames.map(({ letter, window: [west, south, east, north] }) => {
      const [from, to] = [this.window.toScreen(west, north), this.window.toScreen(east, south)];
      boxes.push(letterBox(from, to, spots, boxes));
      return drawFrame(letter, { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }, boxes.at(-1));
    });
    this.layers.frames.replaceChildren(...drawn);
    return boxes;
  }
  screenOf(entity) {
    return this.window.toScreen(longitudeOf(entity), entity.lat);
  }
  // Symbols stay the same elements as long as they are shown: the keyboard's focus is on one of them.
  drawSymbols(spots) {
    const { symbols } = this.layers;
    const ids = new Set(spots.map((spot) => spot.entity.id));
    for (const [id, symbol] of this.symbols) if (!ids.has(id)) symbol.remove();
    let next = symbols.firstChild;
    for (const spot of spots) {
      const symbol = this.symbolOf(spot.entity);
      if (symbol === next) next = next.nextSibling;
      else symbols.insertBefore(symbol, next);
      setAttributes(symbol, { class: symbolClass(spot), transform: `translate(${spot.at.x.toFixed(1)} ${spot.at.y.toFixed(1)})` });
      if (spot.isMain) setAttributes(symbol, { "aria-pressed": spot.isChosen });
    }
  }
  symbolOf(entity) {
    if (!this.symbols.has(entity.id)) this.symbols.set(entity.id, makeSymbol(entity, this.isMain(entity.id)));
    return this.symbols.get(entity.id);
  }
  isInSight({ at }) {
    return at.x > 0 && at.y > 0 && at.x < this.window.width && at.y < this.window.height;
  }
}

// Outside of a corner or a side, where it covers no symbol and no other letter, else as far off as it can.
function letterBox(from, to, spots, others) {
  const [left, right, above, below] = [from.x - LETTER, to.x, from.y - LETTER, to.y];
  const [across, along] = [(from.x + to.x - LETTER) / 2, (from.y + to.y - LETTER) / 2];
  const sides = [[across, above], [across, below], [left, along], [right, along]];
  const corners = [[right, above], [left, above], [right, below], [left, below], ...sides];
  const boxes = corners.map(([x, y]) => ({ x, y, width: LETTER, height: LETTER }));
  const off = (box, { x, y }) => Math.max(Math.abs(box.x + LETTER / 2 - x), Math.abs(box.y + LETTER / 2 - y));
  const nearest = (box) => Math.min(...spots.map(({ at }) => off(box, at) - 4), ...others.map((other) => off(box, middleOf(other))));
  return boxes.find((box) => nearest(box) > LETTER) || boxes.reduce((best, box) => (nearest(box) > nearest(best) ? box : best));
}

function middleOf({ x, y }) {
  return { x: x + LETTER / 2, y: y + LETTER / 2 };
}

function drawFrame(letter, box, corner) {
  return svg(
    "g",
    { class: "inset-frame", "data-inset": letter },
    svg("rect", box),
    svg("rect", { class: "letter-ground", ...corner }),
    svg("text", { x: corner.x + LETTER / 2, y: corner.y + 12.5 }, letter),
  );
}

// The symbols in sight that are drawn in full; where there are too many, the less important become small.
function chooseFull(spots, most) {
  const ranked = spots.filter((spot) => !spot.isDot).sort((a, b) => b.isMain - a.isMain || weightOfSpot(b) - weightOfSpot(a));
  for (const spot of ranked.slice(most)) spot.isSmall = !spot.isChosen;
  return ranked.filter((spot) => !spot.isSmall);
}

function isOffPlace(spot) {
  return Math.hypot(spot.at.x - spot.x, spot.at.y - spot.y) > LEADER_FROM;
}

function drawLeader({ x, y, at }) {
  const line = svg("path", { d: `M${x.toFixed(1)} ${y.toFixed(1)}L${at.x.toFixed(1)} ${at.y.toFixed(1)}` });
  return svg("g", {}, line, svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 2 }));
}
