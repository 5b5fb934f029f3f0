// Long lists: only the rows in view are in the page, the others are room that they would take up.

const MARGIN = 6; // rows kept beyond the edge of what is seen, so that a scroll meets no gap

// Where the rows of a list begin and end, one below another; heights are guessed until they are measured.
export class Strip {
  constructor(heights) {
    this.heights = Float64Array.from(heights);
    this.starts = new Float64Array(this.heights.length + 1);
    this.sumFrom(0);
  }

  sumFrom(row) {
    for (let i = row; i < this.heights.length; i++) this.starts[i + 1] = this.starts[i] + this.heights[i];
  }

  get count() {
    return this.heights.length;
  }

  get total() {
    return this.starts[this.count];
  }

  // The row at a height, the first or the last where there is none.
  rowAt(y) {
    let [low, high] = [0, Math.max(this.count - 1, 0)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The first row and the one after the last that are to be in the page.
  range(top, height) {
    if (!this.count) return [0, 0];
    return [Math.max(this.rowAt(top) - MARGIN, 0), Math.min(this.rowAt(top + height) + MARGIN + 1, this.count)];
  }

  // Set measured heights, by row; tells whether any was another than thought.
  measure(heights) {
    const wrong = [...heights].filter(([row, height]) => Math.abs(this.heights[row] - height) > 0.5);
    for (const [row, height] of wrong) this.heights[row] = height;
    if (wrong.length) this.sumFrom(Math.min(...wrong.map(([row]) => row)));
    return wrong.length > 0;
  }

  // How far to scroll for a row to be seen whole, or its beginning where it is taller than the room.
  scrollFor(row, top, height) {
    if (this.starts[row] < top) return this.starts[row];
    return Math.max(top, Math.min(this.starts[row + 1] - height, this.starts[row]));
  }
}

// The row that a key leads to from another; undefined for other keys.
export function rowForKey(key, row, count, page) {
  const next = { ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: count - 1 }[key];
  return next === undefined ? next : Math.min(Math.max(next, 0), count - 1);
}
