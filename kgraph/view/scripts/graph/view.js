// The drawing as a view: opened when first shown, painted anew when what is shown or chosen has changed.

import { byId, data, entities } from "../data.js";
import { emphasized, isEntityDrawn } from "../emphasis.js";
import { isEntityShown } from "../filter.js";
import { isGrouped, scene } from "../scene.js";
import { change, state } from "../state.js";
import { onTheme } from "../theme.js";
import { plural, say } from "../words.js";
import { fit, fitAll, zoom } from "./camera.js";
import { dragToScroll } from "./dragging.js";
import { startKeys } from "./keys.js";
import { drawLabels } from "./labels.js";
import { canvas, changeNetwork, magnify, network, openNetwork } from "./network.js";
import { fitOverview, updateOverview, zoomOverview } from "./overview.js";
import { fitDashes, paint, paintFirst } from "./painting.js";
import { startMoving } from "./moving.js";
import { startPicking } from "./picking.js";
import { loadVis } from "./vis.js";

let shownScene = null;

// Show the scene as it is now: the network is made when the first is shown.
function showScene() {
  shownScene = scene();
  if (network) changeNetwork();
  else openGraph();
  fitAll();
  magnify();
  paintFirst();
  paint();
}

function openGraph() {
  openNetwork();
  startMoving();
  network.on("beforeDrawing", fitDashes);
  network.on("afterDrawing", drawLabels);
  network.on("resize", () => requestAnimationFrame(() => scene() && fitAll()));
  startPicking();
  onTheme(() => {
    if (scene() !== shownScene) return;
    paint();
    network.redraw(); // at once: for paper there is no next picture of the screen
  });
  startKeys();
  if (byId("aside")) byId("show-aside").addEventListener("click", showAside);
}

function updateGraph(changed) {
  showPlace();
  if (!scene()) return isGrouped ? updateOverview() : null;
  if (scene() !== shownScene) showScene();
  else paint();
  noteAside();
  if (state.kind && !isInSight()) fit([...emphasized().entities].filter((id) => isEntityDrawn(entities.get(id))));
  else if (changed && changed.has("aside") && !state.kind) fitAll();
}

// Where the reader is in a large graph, and the way back.
function showPlace() {
  const isAll = isGrouped && !scene();
  byId("canvas").hidden = !scene();
  byId("overview").hidden = !isAll;
  if (byId("group-key")) byId("group-key").hidden = !isAll;
  byId("place").hidden = !isGrouped || isAll;
  if (!scene()) return;
  byId("place-name").textContent = scene().title;
  byId("place-note").textContent = scene().note || "";
}

function byButton(factor) {
  if (scene()) zoom(factor);
  else if (isGrouped) zoomOverview(factor);
}

export function startGraph() {
  dragToScroll(byId("overview"));
  byId("zoom-in").addEventListener("click", () => byButton(1.25));
  byId("zoom-out").addEventListener("click", () => byButton(0.8));
  byId("fit").addEventListener("click", () => (scene() ? fitAll() : isGrouped && fitOverview()));
  byId("all-groups").addEventListener("click", () => change({ group: "", kind: "", id: "" }));
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
