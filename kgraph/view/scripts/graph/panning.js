// While the ground is dragged, the picture moves as it is and is drawn anew only now and then: a large drawing takes
// longer to draw than a frame lasts.

import { canvas, network } from "./network.js";

const FAR_OFF = 0.3; // of the canvas: with so much of it empty the picture is drawn anew
const PAUSE = 90; // milliseconds without a move, after which it is as well

let drawnAt = null; // where the picture stood when it was drawn
let pauseTimer = 0;

function tellNetwork(name) {
  network.body.emitter.emit(name);
}

function translation() {
  const { x, y } = network.body.view.translation;
  return { x, y };
}

function drawnCanvas() {
  return canvas.querySelector("canvas");
}

function beginPan({ nodes, event }) {
  if (nodes.length || event.srcEvent.shiftKey) return; // a point is dragged, or a frame drawn
  drawnAt = translation();
  tellNetwork("_blockRedraw");
}

function movePicture() {
  if (!drawnAt) return;
  const { x, y } = translation();
  const [dx, dy] = [x - drawnAt.x, y - drawnAt.y];
  drawnCanvas().style.transform = `translate(${dx}px, ${dy}px)`;
  clearTimeout(pauseTimer);
  const isFarOff = Math.abs(dx) > FAR_OFF * canvas.clientWidth || Math.abs(dy) > FAR_OFF * canvas.clientHeight;
  if (isFarOff) drawAnew();
  else pauseTimer = setTimeout(drawAnew, PAUSE);
}

function drawAnew() {
  clearTimeout(pauseTimer);
  if (!drawnAt) return;
  drawnAt = translation();
  drawnCanvas().style.transform = "";
  tellNetwork("_allowRedraw");
  network.redraw();
  tellNetwork("_blockRedraw");
}

function endPan() {
  if (!drawnAt) return;
  drawAnew();
  drawnAt = null;
  tellNetwork("_allowRedraw");
}

export function startPanning() {
  network.on("dragStart", beginPan);
  network.on("dragging", movePicture);
  network.on("dragEnd", endPan);
  network.on("zoom", drawAnew);
}
