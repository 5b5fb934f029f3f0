// What part of the drawing is in view.

import { drawn } from "../emphasis.js";
import { canvas, magnified, network } from "./network.js";

const LEAST_SCALE = 0.05;
const BELOW = 58; // pixels at the lower border that the buttons stand in

// Show these entities as large as they and their labels fit, but not larger than life.
export function fit(ids) {
  const places = Object.values(network.getPositions(ids));
  if (!places.length || !canvas.clientWidth) return;
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = Math.min(65, canvas.clientWidth / 9); // for the labels of the outermost points
  const below = Math.max(margin, Math.min(margin / 2 + BELOW, canvas.clientHeight / 5)); // labels, and the buttons under them
  const room = { x: canvas.clientWidth - 2 * margin, y: canvas.clientHeight - margin - below };
  const fitting = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), 1.3 / magnified);
  const scale = Math.max(fitting, LEAST_SCALE); // a window may be too low for any
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - margin + 24) / 2 / scale }, scale, animation: false });
}

export function fitAll() {
  fit(drawn().points.map((entity) => entity.id));
}

export function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, LEAST_SCALE), 5), animation: false });
}

export function shift(dx, dy) {
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + dx / network.getScale(), y: y + dy / network.getScale() }, animation: false });
}
