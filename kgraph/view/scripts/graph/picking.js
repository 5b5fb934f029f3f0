// Which entity or line the pointer means: a line counts from some pixels away, a finger's more than a mouse's.

import { byId, entities, statements } from "../data.js";
import { drawn } from "../emphasis.js";
import { choose } from "../state.js";
import { entityInWords, inWords, stanceInWords } from "../words.js";
import { curveOf, pointAt } from "./curves.js";
import { canvas, network, sizeOf } from "./network.js";

const REACH = { mouse: 9, pen: 12, touch: 18 };
const STEPS = 14;

export function pick(point, reach) {
  return pickEntity(point, reach) || pickStatement(point, reach);
}

function pickEntity(point, reach) {
  const scale = network.getScale();
  const at = network.DOMtoCanvas(point);
  let best = null;
  let nearest = Math.min(reach / 2, 5);
  for (const entity of drawn().points) {
    const { x, y } = network.body.nodes[entity.id];
    const distance = (Math.hypot(at.x - x, at.y - y) - sizeOf(entity)) * scale;
    if (distance < nearest) [best, nearest] = [entity, distance];
  }
  return best && { kind: "entity", id: best.id };
}

function pickStatement(point, reach) {
  const scale = network.getScale();
  const at = network.DOMtoCanvas(point);
  let best = null;
  let nearest = reach / scale;
  for (const statement of drawn().lines) {
    const curve = curveOf(statement.id);
    if (!isInside(at, curve, nearest)) continue;
    const distance = distanceToCurve(at, curve);
    if (distance < nearest) [best, nearest] = [statement, distance];
  }
  return best && { kind: "statement", id: best.id };
}

function isInside({ x, y }, { left, right, top, bottom }, margin) {
  return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
}

function distanceToCurve(point, curve) {
  let nearest = Infinity;
  let from = pointAt(curve, 0);
  for (let step = 1; step <= STEPS; step++) {
    const to = pointAt(curve, step / STEPS);
    nearest = Math.min(nearest, distanceToSegment(point, from, to));
    from = to;
  }
  return nearest;
}

function distanceToSegment(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

// The statement or entity under the pointer, in words beside it.
function showTip(target, point) {
  const tip = byId("tip");
  canvas.style.cursor = target ? "pointer" : "grab";
  tip.hidden = !target;
  if (!target) return;
  tip.textContent = tipText(target);
  tip.style.left = `${Math.min(point.x + 14, Math.max(canvas.clientWidth - tip.offsetWidth - 6, 0))}px`;
  tip.style.top = `${Math.min(point.y + 16, Math.max(canvas.clientHeight - tip.offsetHeight - 6, 0))}px`;
}

function tipText(target) {
  if (target.kind === "statement") {
    const statement = statements.get(target.id);
    return `${inWords(statement)} · ${stanceInWords(statement)}`;
  }
  return entityInWords(entities.get(target.id));
}

function pointOf(event) {
  const frame = canvas.getBoundingClientRect();
  return { x: event.clientX - frame.left, y: event.clientY - frame.top };
}

let tipRequest = 0;

function moveTip(event) {
  cancelAnimationFrame(tipRequest);
  if (event.buttons || event.pointerType === "touch") return showTip(null);
  tipRequest = requestAnimationFrame(() => showTip(pick(pointOf(event), REACH.mouse), pointOf(event)));
}

function leave() {
  cancelAnimationFrame(tipRequest);
  showTip(null);
}

function click({ event, pointer }) {
  const pointerKind = (event.srcEvent && event.srcEvent.pointerType) || "mouse";
  const target = pick(pointer.DOM, REACH[pointerKind] || REACH.mouse) || { kind: "", id: "" };
  choose(target.kind, target.id);
}

export function startPicking() {
  canvas.addEventListener("pointermove", moveTip);
  canvas.addEventListener("pointerleave", leave);
  network.on("click", click);
}
