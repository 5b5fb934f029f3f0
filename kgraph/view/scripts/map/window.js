// What a map shows of the world, and where on it a place is. The equidistant cylindrical projection: north is up
// everywhere, and one latitude has its true shapes: that of the places in a large window, the middle's in a small one.

import { data } from "../data.js";

const LARGE_WINDOW = 70; // degrees of latitude in view
const SMALL_WINDOW = 25;
const CLOSEST_SCALE = 600; // pixels to a degree of latitude: no place is known so exactly

// Longitude counted from where the map is cut, so that it grows from the map's left to its right.
export function longitudeOf(entity) {
  const { west } = data.map;
  return west + ((((entity.lon - west) % 360) + 360) % 360);
}

export class MapWindow {
  constructor() {
    Object.assign(this, { lon: 0, lat: 0, scale: 1, width: 1, height: 1 }); // the middle, pixels to a degree, pixels
  }
  // How many degrees of latitude are as long as one of longitude.
  get shrink() {
    const share = Math.min(Math.max((LARGE_WINDOW - this.height / this.scale) / (LARGE_WINDOW - SMALL_WINDOW), 0), 1);
    const parallel = data.map.parallel + (Math.abs(this.lat) - data.map.parallel) * share;
    return Math.max(Math.cos((parallel * Math.PI) / 180), 0.2);
  }
  get edges() {
    const across = this.width / (2 * this.scale * this.shrink);
    const along = this.height / (2 * this.scale);
    return { west: this.lon - across, south: this.lat - along, east: this.lon + across, north: this.lat + along };
  }
  toScreen(lon, lat) {
    return {
      x: this.width / 2 + (lon - this.lon) * this.scale * this.shrink,
      y: this.height / 2 - (lat - this.lat) * this.scale,
    };
  }
  toPlace({ x, y }) {
    return {
      lon: this.lon + (x - this.width / 2) / (this.scale * this.shrink),
      lat: this.lat - (y - this.height / 2) / this.scale,
    };
  }
  resize(width, height) {
    Object.assign(this, { width: Math.max(width, 1), height: Math.max(height, 1) });
  }
  // Show all between west, south, east and north.
  fit([west, south, east, north]) {
    Object.assign(this, { lon: (west + east) / 2, lat: (south + north) / 2 });
    this.scale = this.height / (north - south);
    for (let i = 0; i < 4; i++) {
      this.scale = Math.min(this.width / ((east - west) * this.shrink), this.height / (north - south));
    }
  }
  // What is at the point stays there.
  zoomAt(factor, point) {
    const still = this.toPlace(point);
    this.scale = Math.min(this.scale * factor, CLOSEST_SCALE);
    this.keepInWorld();
    for (let i = 0; i < 3; i++) {
      const now = this.toPlace(point);
      Object.assign(this, { lon: this.lon + still.lon - now.lon, lat: this.lat + still.lat - now.lat });
    }
    this.keepInWorld();
  }
  shiftBy(dx, dy) {
    Object.assign(this, { lon: this.lon + dx / (this.scale * this.shrink), lat: this.lat - dy / this.scale });
    this.keepInWorld();
  }
  // Neither smaller than the world nor beside it.
  keepInWorld() {
    const [west, south, east, north] = data.map.sheets[0].window;
    this.scale = Math.max(this.scale, Math.min(this.height / (north - south), this.width / ((east - west) * this.shrink)));
    const { west: left, east: right, south: bottom, north: top } = this.edges;
    this.lon = keptWithin(this.lon, west + (right - left) / 2, east - (right - left) / 2);
    this.lat = keptWithin(this.lat, south + (top - bottom) / 2, north - (top - bottom) / 2);
  }
}

// The middle, where the bounds leave no room.
function keptWithin(value, least, most) {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most);
}
