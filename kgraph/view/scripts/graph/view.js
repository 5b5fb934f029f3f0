// The drawing as a view: opened when first shown, painted anew when what is shown or chosen has changed.

import { byId, data, entities } from "../data.js";
import { emphasized, isEntityDrawn } from "../emphasis.js";
import { isEntityShown } from "../filter.js";
import { change, state } from "../state.js";
import { onTheme } from "../theme.js";
import { plural, say } from "../words.js";
import { fit, fitAll, zoom } from "./camera.js";
import { startKeys } from "./keys.js";
import { drawLabels } from "./labels.js";
import { canvas, magnify, network, openNetwork } from "./network.js";
import { paint, paintFirst } from "./painting.js";
import { startMoving } from "./moving.js";
import { startPicking } from "./picking.js";
import { loadVis } from "./vis.js";

function openGraph() {
  openNetwork();
  fitAll();
  magnify();
  paintFirst();
  paint();
  startMoving();
  network.on("afterDrawing", drawLabels);
  network.on("resize", () => requestAnimationFrame(fitAll));
  startPicking();
  onTheme(() => {
    paint();
    network.redraw(); // at once: for paper there is no next picture of the screen
  });
  startKeys();
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("fit").addEventListener("click", fitAll);
  if (byId("aside")) byId("show-aside").addEventListener("click", showAside);
}

function updateGraph(changed) {
  if (!network) openGraph();
  else paint();
  noteAside();
  if (state.kind && !isInSight()) fit([...emphasized().entities].filter((id) => isEntityDrawn(entities.get(id))));
  else if (changed && changed.has("aside") && !state.kind) fitAll();
}

// Whether the chosen things are all on the canvas: what is clicked on the drawing stays where it is.
function isInSight() {
  const { width, height } = canvas.getBoundingClientRect();
  const places = Object.values(network.getPositions([...emphasized().entities])).map((place) => network.canvasToDOM(place));
  return places.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

// How many persons in office the filters let through and the drawing still leaves out.
function noteAside() {
  if (!byId("aside")) return;
  const passing = data.entities.filter((entity) => entity.aside && isEntityShown(entity));
  const left = passing.filter((entity) => !isEntityDrawn(entity)).length;
  byId("aside").hidden = !passing.length;
  byId("show-aside").setAttribute("aria-pressed", String(state.aside));
  byId("aside-note").textContent = left ? `${plural(left, "person")} in office not shown` : "All persons in office shown";
}

function showAside() {
  change({ aside: !state.aside });
  say(byId("aside-note").textContent);
}

export const graphView = { id: "graph", load: loadVis, update: updateGraph };
