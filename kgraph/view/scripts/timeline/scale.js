// Which part of time is in view, and where its moments stand in it.

import { boundsOf, isoOf } from "./times.js";

const LEAST = 10; // days in view
const YEAR = 365.25;
// Steps of the axis: their length in days, how many years or months they are, and the room that their name needs.
const TICK_STEPS = [
  { days: 1, room: 84, of: "day", count: 1 },
  { days: 7, room: 84, of: "day", count: 7 },
  { days: 30.4, room: 66, of: "month", count: 1 },
  { days: 91, room: 66, of: "month", count: 3 },
  { days: 182, room: 66, of: "month", count: 6 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({ days: count * YEAR, room: 52, of: "year", count })),
];

export class Scale {
  constructor(begin, end, width) {
    Object.assign(this, { begin, end, width });
    this.home = { begin, end };
  }

  get pixelsADay() {
    return this.width / (this.end - this.begin);
  }

  xOf(day) {
    return (day - this.begin) * this.pixelsADay;
  }

  dayAt(x) {
    return this.begin + x / this.pixelsADay;
  }

  // Magnify; the moment under x stays where it is.
  zoom(factor, x = this.width / 2) {
    const still = this.dayAt(x);
    const length = Math.min(Math.max((this.end - this.begin) / factor, LEAST), 2 * (this.home.end - this.home.begin));
    this.begin = still - (x / this.width) * length;
    this.end = this.begin + length;
    this.keepNear();
  }

  move(pixels) {
    const days = pixels / this.pixelsADay;
    this.begin += days;
    this.end += days;
    this.keepNear();
  }

  // Never so far away that nothing of the collection is left in view.
  keepNear() {
    const length = this.end - this.begin;
    this.begin = Math.min(Math.max(this.begin, this.home.begin - length * 0.8), this.home.end - length * 0.2);
    this.end = this.begin + length;
  }

  fit() {
    Object.assign(this, this.home);
  }
}

// The moments that the axis names: [{ day, text }], at the finest step whose names have room.
export function ticksOf({ begin, end, pixelsADay }) {
  const step = TICK_STEPS.find(({ days, room }) => days * pixelsADay >= room) || TICK_STEPS.at(-1);
  const found = [];
  for (let text = firstTick(isoOf(begin), step); ; text = nextTick(text, step)) {
    const [day] = boundsOf(text);
    if (!(day <= end) || text.length > 10) return found;
    if (day >= begin) found.push({ day, text });
  }
}

function firstTick(iso, { of, count }) {
  const [year, month] = iso.split("-").map(Number);
  if (of === "year") return padded(Math.max(Math.floor(year / count) * count, 1));
  return of === "month" ? `${padded(year)}-${padded(Math.floor((month - 1) / count) * count + 1, 2)}` : iso;
}

function nextTick(text, { of, count }) {
  const [year, month] = text.split("-").map(Number);
  if (of === "year") return padded(year === 1 && count > 1 ? count : year + count);
  if (of === "day") return isoOf(boundsOf(text)[0] + count);
  return month + count > 12 ? `${padded(year + 1)}-${padded(month + count - 12, 2)}` : `${padded(year)}-${padded(month + count, 2)}`;
}

function padded(number, length = 4) {
  return String(number).padStart(length, "0");
}
