// Marks on the drawing: bars of denials, rings of disputes, ties to what a statement is about.

import { entities, isDisputed } from "../data.js";
import { drawn, isEntityDrawn } from "../emphasis.js";
import { colour, fade } from "../theme.js";
import { curveOf, pointAt } from "./curves.js";
import { FONT } from "./font.js";
import { network, sizeOf } from "./network.js";
import { FADED } from "./painting.js";

const CROSS = { half: 3.4, stroke: 1.6, halo: 5 }; // pixels
export const CROSS_ROOM = 10; // of a cross, from left to right

// The cross of a denial. Drawn, not written: few fonts have one, and to look for one that has takes the time of ten labels.
export function drawCross(context, x, y, fill) {
  const { half, stroke, halo } = CROSS;
  context.beginPath();
  for (const rise of [half, -half]) {
    context.moveTo(x - half, y - rise);
    context.lineTo(x + half, y + rise);
  }
  for (const [style, width] of [[colour("ground"), halo], [fill, stroke]]) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  }
}

// A denied statement ends in a bar: what is denied does not reach its object.
export function drawDenials(context, screen, emphasis) {
  context.lineWidth = 3.5 * Math.min(Math.max(screen.scale, 0.4), 1);
  for (const statement of drawn().lines) {
    if (statement.stance !== "denied") continue;
    const strong = !emphasis || emphasis.statements.has(statement.id);
    context.strokeStyle = fade(`family-${statement.family}`, strong ? 1 : FADED);
    for (const end of statement.symmetric ? [0, 1] : [1]) drawBar(context, screen, statement, end);
  }
}

function drawBar(context, screen, statement, end) {
  const entity = entities.get(end ? statement.object : statement.subject);
  const reach = (sizeOf(entity) + (isDisputed(entity) ? 12 : 5)) * screen.scale;
  const curve = curveOf(statement.id);
  const centre = screen.place(pointAt(curve, end));
  if (!screen.isNear(centre)) return;
  let share = 0.5;
  for (let step = 0.25; step > 0.004; step /= 2) {
    const { x, y } = screen.place(pointAt(curve, share));
    share += (Math.hypot(x - centre.x, y - centre.y) > reach ? 1 : -1) * (end ? step : -step);
  }
  const at = screen.place(pointAt(curve, share));
  const angle = Math.atan2(centre.y - at.y, centre.x - at.x) + Math.PI / 2;
  const half = 4 + 6 * Math.min(screen.scale, 1);
  context.beginPath();
  context.moveTo(at.x - half * Math.cos(angle), at.y - half * Math.sin(angle));
  context.lineTo(at.x + half * Math.cos(angle), at.y + half * Math.sin(angle));
  context.stroke();
}

// Two or more claimants, of all or of parts: a ring, and how many in figures. The number tells it to who sees no colours.
export function drawRing(context, screen, { x, y }, entity, emphasis) {
  const radius = (sizeOf(entity) + 6) * screen.scale;
  context.globalAlpha = !emphasis || emphasis.entities.has(entity.id) ? 1 : FADED;
  context.strokeStyle = context.fillStyle = colour("family-claim");
  context.lineWidth = Math.max(1.5, 2.5 * screen.scale);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  const badge = { x: x + radius * 0.8, y: y - radius * 0.8, radius: 4 + 4 * Math.min(screen.scale, 1) };
  context.arc(badge.x, badge.y, badge.radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = colour("ground");
  context.font = `700 ${Math.round(badge.radius * 1.4)}px ${FONT}`;
  context.fillText(String(entity.claimants.length), badge.x, badge.y + badge.radius / 2);
  context.globalAlpha = 1;
}

// A thin line from a statement to what it is about: for what is chosen, and for what has no other line.
export function drawTies(context, screen, emphasis) {
  context.strokeStyle = colour("tie");
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  for (const statement of drawn().lines) {
    if (!statement.about) continue;
    const chosen = emphasis && emphasis.statements.has(statement.id);
    const lonely = !emphasis && entities.get(statement.about).degree === 0;
    if (!(chosen || lonely) || !isEntityDrawn(entities.get(statement.about))) continue;
    const from = screen.place(pointAt(curveOf(statement.id), 0.5));
    const to = screen.place(network.body.nodes[statement.about]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.setLineDash([]);
}
