// The lines as curves. Where a line bends is worked out once for the places of its ends: vis-network does it at each asking.

import { network } from "./network.js";

const LOOP = 120; // how far a line from a point to itself may reach, at most
const curves = new Map();

// The ends of a statement's line, where it bends between them, and the box that holds it; in units of the drawing.
export function curveOf(id) {
  const { from, to, edgeType } = network.body.edges[id];
  const { fromPoint: start, toPoint: end } = edgeType;
  const known = curves.get(id);
  if (known && known.edgeType === edgeType && known.x0 === start.x && known.y0 === start.y && known.x1 === end.x && known.y1 === end.y) return known;
  const via = edgeType.getViaNode() || { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const spare = from === to ? LOOP : 0;
  const curve = {
    ...{ x0: start.x, y0: start.y, x1: end.x, y1: end.y, viaX: via.x, viaY: via.y, edgeType, isLoop: from === to },
    left: Math.min(start.x, end.x, via.x) - spare,
    right: Math.max(start.x, end.x, via.x) + spare,
    top: Math.min(start.y, end.y, via.y) - spare,
    bottom: Math.max(start.y, end.y, via.y) + spare,
  };
  curves.set(id, curve);
  return curve;
}

// A point of a curve: share 0 is the subject, 1 the object.
export function pointAt(curve, share) {
  if (curve.isLoop) return curve.edgeType.getPoint(share);
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * curve.x0 + b * curve.viaX + c * curve.x1, y: a * curve.y0 + b * curve.viaY + c * curve.y1 };
}
