// Room for symbols: those that would lie on one another are moved apart, as little as it takes.

const SYMBOLS_APART = 27; // pixels between the middles of two symbols, ring and badge included
const SPREAD_ROUNDS = 60;
const SPREAD_TURN = 2.4; // radians: places at one point go off in directions all around

// Give each spot { x, y } its place { at: { x, y } }; the same spots always get the same places.
export function spreadSpots(spots) {
  const ordered = [...spots].sort((a, b) => a.x - b.x || a.y - b.y);
  ordered.forEach((spot, i) => (spot.at = { x: spot.x + 0.01 * Math.cos(i * SPREAD_TURN), y: spot.y + 0.01 * Math.sin(i * SPREAD_TURN) }));
  for (let round = 0; round < SPREAD_ROUNDS && pushSpots(ordered); round++);
}

function pushSpots(spots) {
  let moved = false;
  spots.sort((a, b) => a.at.x - b.at.x);
  for (let i = 0; i < spots.length; i++) {
    for (let j = i + 1; j < spots.length && spots[j].at.x - spots[i].at.x < SYMBOLS_APART; j++) {
      moved = pushTwoSpots(spots[i].at, spots[j].at) || moved;
    }
  }
  return moved;
}

function pushTwoSpots(one, other) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy) || 0.01;
  if (distance > SYMBOLS_APART - 0.1) return false;
  const push = (SYMBOLS_APART - distance) / 2 / distance;
  one.x -= dx * push;
  one.y -= dy * push;
  other.x += dx * push;
  other.y += dy * push;
  return true;
}
