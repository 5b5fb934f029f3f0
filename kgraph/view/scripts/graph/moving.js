// While a large drawing is dragged or zoomed, what moves is a copy of its picture, and the drawing itself is made anew
// only now and then: that takes longer than a frame lasts.

import { drawn } from "../emphasis.js";
import { canvas, network } from "./network.js";

const LARGE = 200; // lines; fewer are drawn within a frame
const FAR_OFF = 0.3; // of the canvas: with so much of it empty it is drawn anew
const MUCH_LARGER = 1.6;
const PAUSE = 90; // milliseconds without a move, after which it is as well

const picture = document.createElement("canvas");
let lastView = null; // the place and scale at which the drawing was made
let drawnView = null; // and the picture, while it is shown
let isDragging = false;
let moveRequest = 0;
let pauseTimer = 0;

function currentView() {
  const { scale, translation } = network.body.view;
  return { scale, x: translation.x, y: translation.y };
}

function tellNetwork(name) {
  network.body.emitter.emit(name);
}

// The drawing stays where it is, unseen, since vis-network asks it where the pointer is.
function showPicture() {
  const drawing = canvas.querySelector("canvas");
  [picture.width, picture.height] = [drawing.width, drawing.height];
  picture.getContext("2d").drawImage(drawing, 0, 0);
  picture.style.transform = "";
  if (!drawnView) {
    drawing.style.opacity = 0;
    drawing.after(picture);
    tellNetwork("_blockRedraw");
  }
  drawnView = lastView;
}

function hidePicture() {
  if (!drawnView) return;
  drawnView = null;
  canvas.querySelector("canvas").style.opacity = "";
  picture.remove();
  tellNetwork("_allowRedraw");
}

function movePicture() {
  cancelAnimationFrame(moveRequest);
  clearTimeout(pauseTimer);
  moveRequest = requestAnimationFrame(placePicture);
  pauseTimer = setTimeout(drawAnew, PAUSE);
}

function placePicture() {
  if (!drawnView) return;
  const { scale, x, y } = currentView();
  const larger = scale / drawnView.scale;
  const [dx, dy] = [x - drawnView.x * larger, y - drawnView.y * larger];
  picture.style.transform = `translate(${dx}px, ${dy}px) scale(${larger})`;
  const [midX, midY] = [canvas.clientWidth / 2, canvas.clientHeight / 2]; // how far the middle has moved
  const isFarOff =
    Math.abs(dx + midX * (larger - 1)) > FAR_OFF * canvas.clientWidth ||
    Math.abs(dy + midY * (larger - 1)) > FAR_OFF * canvas.clientHeight;
  if (isFarOff || larger > MUCH_LARGER || larger < 1 / MUCH_LARGER) drawAnew();
}

function drawAnew() {
  clearTimeout(pauseTimer);
  if (!drawnView) return;
  tellNetwork("_allowRedraw");
  network.redraw();
  if (!isDragging) return hidePicture();
  tellNetwork("_blockRedraw");
  showPicture();
}

function isLarge() {
  return drawn().lines.length > LARGE;
}

function beginDrag({ nodes, event }) {
  if (!isLarge() || nodes.length || event.srcEvent.shiftKey) return; // a point is dragged, or a frame drawn
  isDragging = true;
  showPicture();
}

function endDrag() {
  isDragging = false;
  drawAnew();
}

function moveZoomed() {
  if (!isLarge()) return;
  if (!drawnView) showPicture();
  movePicture();
}

export function startMoving() {
  picture.id = "picture";
  network.on("afterDrawing", () => (lastView = currentView()));
  network.on("dragStart", beginDrag);
  network.on("dragging", () => drawnView && movePicture());
  network.on("dragEnd", endDrag);
  network.on("zoom", moveZoomed);
}
