// Points and lines: their colours from the style sheet, what is not chosen faded, what is filtered left out.
// Styles are set on vis-network's own records, and only where they change: its data sets take seconds for a large graph.

import { data } from "../data.js";
import { drawn, emphasized } from "../emphasis.js";
import { scene } from "../scene.js";
import { state } from "../state.js";
import { colour, fade, onTheme } from "../theme.js";
import { magnified, network, radii } from "./network.js";

export const FADED = 0.13;
const WIDTHS = { control: 2.8 };
const USUAL_WIDTH = 1.7;
const DASHED = [4, 3]; // the border of what is not identified
const LEAST_DASHES = 0.6; // of their length in the legend, however small the drawing: shorter ones cannot be told apart

const styles = new Map(); // by what decides on them; things that look alike share one
const painted = new Map(); // the style that each thing has
onTheme(() => styles.clear());

// By how a statement is stated, the dashes of its line; the arrays are those that the lines have.
const dashesOf = new Map(Object.entries(data.dashes).map(([stance, lengths]) => [stance, [...lengths]]));

// Before each picture, since its scale decides.
export function fitDashes() {
  const longer = Math.max(LEAST_DASHES / network.getScale(), 1);
  for (const [stance, dashes] of dashesOf) dashes.forEach((_, i) => (dashes[i] = data.dashes[stance][i] * longer));
}

function shared(make, ...key) {
  const name = key.join();
  if (!styles.has(name)) styles.set(name, make(...key));
  return styles.get(name);
}

function pointStyle(kind, known, strong, chosen) {
  const strength = strong ? 1 : FADED;
  const background = known ? fade(`kind-${kind}`, strength) : colour("ground");
  const color = { background, border: fade(`kind-${kind}-outline`, strength) };
  return { color, borderWidth: chosen ? 4 : 1.8 };
}

function lineStyle(family, strong, chosen) {
  const color = { color: fade(`family-${family}`, strong ? 1 : FADED), inherit: false, opacity: 1 };
  return { color, width: ((WIDTHS[family] || USUAL_WIDTH) + (chosen ? 2 : 0)) * magnified };
}

function repaint(id, options, style) {
  if (painted.get(id) === style) return;
  painted.set(id, style);
  Object.assign(options, style);
}

// What never changes: how large a point is, and how a statement is stated.
export function paintFirst() {
  painted.clear();
  styles.clear();
  for (const entity of scene().entities) {
    const node = network.body.nodes[entity.id];
    node.needsRefresh(); // its size is kept else
    const { options } = node;
    options.size = radii.get(entity.id) * magnified;
    options.shapeProperties = { ...options.shapeProperties, borderDashes: entity.known ? false : DASHED };
  }
  for (const statement of scene().statements) {
    const { options } = network.body.edges[statement.id];
    const arrow = statement.stance !== "denied" && !statement.symmetric; // bars are drawn with the labels
    const dashes = dashesOf.get(statement.stance);
    options.dashes = dashes.length ? dashes : false;
    options.arrows = { ...options.arrows, to: { enabled: arrow, type: "arrow", scaleFactor: 0.6 } };
  }
}

export function paint() {
  const emphasis = emphasized();
  const { points, lines, pointIds, lineIds } = drawn();
  for (const { id } of scene().entities) network.body.nodes[id].options.hidden = !pointIds.has(id);
  for (const { id } of scene().statements) network.body.edges[id].options.hidden = !lineIds.has(id);
  const isStrong = (id, ids) => !emphasis || emphasis[ids].has(id);
  for (const { id, kind, known } of points) {
    const style = shared(pointStyle, kind, known, isStrong(id, "entities"), state.id === id);
    repaint(id, network.body.nodes[id].options, style);
  }
  for (const { id, family } of lines) {
    const style = shared(lineStyle, family, isStrong(id, "statements"), state.id === id);
    repaint(id, network.body.edges[id].options, style);
  }
  network.body.nodeIndices = inLayers(points, emphasis && emphasis.entities);
  network.body.edgeIndices = inLayers(lines, emphasis && emphasis.statements);
  network.body.emitter.emit("_requestRedraw");
}

// What is faded is drawn first, so that it covers nothing that stands out.
function inLayers(things, strong) {
  const ids = things.map(({ id }) => id);
  return strong ? [...ids.filter((id) => !strong.has(id)), ...ids.filter((id) => strong.has(id))] : ids;
}
