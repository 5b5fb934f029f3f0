// The room on the screen: where things are, what is in view, and what is still free.

import { canvas, network } from "./network.js";

const NEAR = 150; // pixels out of view from where a label may still reach in
const CELL = { width: 80, height: 40 };
const COLUMNS = 1 << 12;
const NOBODY = [];

// Where points of the drawing are on the screen, read from the transformation that vis-network has set up.
// The size of the canvas is asked for once a picture: each asking may lay the page out anew.
export function screenOf(context) {
  const matrix = context.getTransform();
  const scale = network.getScale();
  const ratio = matrix.a / scale;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  return {
    ratio,
    scale,
    place: ({ x, y }) => ({ x: (x * matrix.a + matrix.e) / ratio, y: (y * matrix.d + matrix.f) / ratio }),
    holds: ({ x, y }) => x > 0 && y > 0 && x < width && y < height,
    isNear: ({ x, y }) => x > -NEAR && y > -NEAR && x < width + NEAR && y < height + NEAR,
    // Not cut off by the border of the drawing.
    isWhole: (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  };
}

// Keeps what room is taken, in cells, so that a label is compared with its neighbours only.
export class TakenRoom {
  constructor() {
    this.cells = new Map();
  }
  // Free of all that is taken, apart from the box's own reservation and from points of less than this weight.
  // Asked thousands of times a picture: in loops, since lists of cells would be made and thrown away at each asking.
  isFree(box, own, weight = 0) {
    const [right, bottom] = [Math.floor((box.x + box.width) / CELL.width), Math.floor((box.y + box.height) / CELL.height)];
    for (let x = Math.floor(box.x / CELL.width); x <= right; x++) {
      for (let y = Math.floor(box.y / CELL.height); y <= bottom; y++) {
        for (const other of this.cells.get(y * COLUMNS + x) || NOBODY) {
          if (other !== own && !(other.weight < weight) && overlap(box, other)) return false;
        }
      }
    }
    return true;
  }
  take(box) {
    const [right, bottom] = [Math.floor((box.x + box.width) / CELL.width), Math.floor((box.y + box.height) / CELL.height)];
    for (let x = Math.floor(box.x / CELL.width); x <= right; x++) {
      for (let y = Math.floor(box.y / CELL.height); y <= bottom; y++) {
        const key = y * COLUMNS + x;
        if (this.cells.has(key)) this.cells.get(key).push(box);
        else this.cells.set(key, [box]);
      }
    }
  }
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
