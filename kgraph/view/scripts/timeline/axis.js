// The axis: names of moments, and the years that a drag along it asks for.

import { byId } from "../data.js";
import { change, state } from "../state.js";
import { svg } from "../svg.js";
import { ticksOf } from "./scale.js";
import { boundsOf, isoOf } from "./times.js";

const HEIGHT = 30;
const LEAST_DRAG = 4; // pixels; less is a click
const axis = byId("timeline-axis");
let brushed = null; // where the drag began and where it is, in pixels

export function drawAxis(scale) {
  const ticks = ticksOf(scale).map(({ day, text }) => ({ x: Math.round(scale.xOf(day)), text }));
  axis.replaceChildren(
    ...brushParts(scale),
    ...ticks.map(({ x }) => svg("path", { class: "tick", d: `M${x} ${HEIGHT}v-7` })),
    ...ticks.filter(({ x }) => x < scale.width - 20).map(({ x, text }) => svg("text", { x: x + 3, y: HEIGHT - 11 }, text)),
  );
  return ticks;
}

function brushParts(scale) {
  const range = brushed ? [...brushed].sort((a, b) => a - b) : asked(scale);
  return range ? [svg("rect", { class: "brushed", x: range[0], y: 1, width: Math.max(range[1] - range[0], 1), height: HEIGHT - 2 })] : [];
}

// The years of the filter in pixels; null where all are asked for.
export function asked(scale) {
  if (state.from === null && state.until === null) return null;
  const year = (number) => String(Math.min(Math.max(number, 1), 9999)).padStart(4, "0");
  const from = state.from === null ? 0 : scale.xOf(boundsOf(year(state.from))[0]);
  const until = state.until === null ? scale.width : scale.xOf(boundsOf(year(state.until))[1]);
  return [Math.min(Math.max(from, 0), scale.width), Math.min(Math.max(until, 0), scale.width)];
}

export function startBrush(scaleNow, redraw) {
  const xOf = (event) => event.clientX - axis.getBoundingClientRect().left;
  axis.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    axis.setPointerCapture(event.pointerId);
    brushed = [xOf(event), xOf(event)];
  });
  axis.addEventListener("pointermove", (event) => {
    if (!brushed) return;
    brushed[1] = xOf(event);
    redraw();
  });
  axis.addEventListener("pointerup", () => {
    const range = brushed;
    brushed = null;
    if (range && Math.abs(range[1] - range[0]) >= LEAST_DRAG) askFor(scaleNow(), range);
    redraw();
  });
  axis.addEventListener("pointercancel", () => {
    brushed = null;
    redraw();
  });
}

function askFor(scale, range) {
  const [from, until] = range.sort((a, b) => a - b).map((x) => Number(isoOf(scale.dayAt(x)).slice(0, 4)));
  change({ from, until });
}
