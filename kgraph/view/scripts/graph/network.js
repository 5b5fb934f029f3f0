// The network of vis-network, with the places that were computed beforehand: opened when the drawing is first shown.

import { byId, data } from "../data.js";
import { scene } from "../scene.js";
import { makeFromModels } from "./models.js";

export const canvas = byId("canvas");
export const radii = new Map(data.entities.map((entity, i) => [entity.id, data.drawing.nodes[i].size]));
export let network = null;
export let magnified = 1; // points and lines of a large graph are drawn larger, so that they are seen with all in view

const shapes = new Map(data.entities.map((entity, i) => [entity.id, data.drawing.nodes[i].shape]));

function nodesOf({ entities, places }) {
  return entities.map(({ id }) => ({ id, x: places.get(id).x, y: places.get(id).y, shape: shapes.get(id), size: radii.get(id) }));
}

function edgesOf({ statements, curveAt }) {
  return statements.map((statement) => ({ id: statement.id, from: statement.subject, to: statement.object, ...bend(curveAt(statement)) }));
}

// Lines are straight unless they say otherwise: vis-network takes its time over each option.
function bend(curve) {
  return curve ? { smooth: { enabled: true, type: curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(curve) } } : {};
}

export function openNetwork() {
  network = new vis.Network(
    canvas,
    {},
    {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: false, selectable: false, keyboard: false },
      nodes: { chosen: false, font: { size: 0 }, shapeProperties: { interpolation: false } },
      edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
    },
  );
  makeFromModels(network);
  changeNetwork();
  network.setSize("100%", "100%");
  canvas.firstChild.removeAttribute("tabindex"); // vis-network's own stop for the keyboard, with neither name nor keys
}

// Draw what another scene is of.
export function changeNetwork() {
  magnified = 1;
  network.setData({ nodes: nodesOf(scene()), edges: edgesOf(scene()) });
}

// Once, before the first painting: what is 40 % of its size with all in view grows by half.
export function magnify() {
  magnified = Math.min(Math.max(0.6 / network.getScale(), 1), 1.6);
}

// The radius of an entity's point, in units of the drawing.
export function sizeOf(entity) {
  return radii.get(entity.id) * magnified;
}
