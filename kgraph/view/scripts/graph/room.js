// The room on the screen: where things are, and what is still free.

import { network } from "./network.js";

// Where points of the drawing are on the screen, read from the transformation that vis-network has set up.
export function screenOf(context) {
  const matrix = context.getTransform();
  const ratio = matrix.a / network.getScale();
  return {
    ratio,
    scale: network.getScale(),
    place: ({ x, y }) => ({ x: (x * matrix.a + matrix.e) / ratio, y: (y * matrix.d + matrix.f) / ratio }),
  };
}

// Keeps what room is taken, in cells, so that a label is compared with its neighbours only.
export class TakenRoom {
  constructor() {
    this.cells = new Map();
  }
  *keys(box) {
    for (let x = Math.floor(box.x / 80); x <= Math.floor((box.x + box.width) / 80); x++) {
      for (let y = Math.floor(box.y / 40); y <= Math.floor((box.y + box.height) / 40); y++) yield `${x},${y}`;
    }
  }
  // Free of all that is taken, apart from the box's own reservation and from points of less than this weight.
  isFree(box, own, weight = 0) {
    const bars = (other) => other !== own && !(other.weight < weight) && overlap(box, other);
    for (const key of this.keys(box)) {
      if ((this.cells.get(key) || []).some(bars)) return false;
    }
    return true;
  }
  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
