// Ways to move the overview: wheel, drag, two fingers, keys. A click is what moved less than some pixels.

const CLICK_TRAVEL = 5;
const MOVING_KEYS = {
  ArrowLeft: (mover) => mover.shift(-60, 0),
  ArrowRight: (mover) => mover.shift(60, 0),
  ArrowUp: (mover) => mover.shift(0, -60),
  ArrowDown: (mover) => mover.shift(0, 60),
  "+": (mover) => mover.zoom(1.5),
  "=": (mover) => mover.zoom(1.5),
  "-": (mover) => mover.zoom(1 / 1.5),
  0: (mover) => mover.home(),
};

// Moves a window of the world that an element shows; `redraw` is called after, once a frame at most.
export class Mover {
  constructor(element, mapWindow, home, redraw) {
    Object.assign(this, { element, window: mapWindow, home, pointers: new Map(), travelled: 0 });
    let request = 0;
    this.redraw = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(redraw);
    };
    element.addEventListener("wheel", (event) => this.turn(event), { passive: false });
    element.addEventListener("keydown", (event) => this.press(event));
    element.addEventListener("pointerdown", (event) => this.down(event));
    element.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    element.addEventListener("click", (event) => this.stopDragged(event), { capture: true });
  }
  get middle() {
    return { x: this.window.width / 2, y: this.window.height / 2 };
  }
  zoom(factor, point = this.middle) {
    this.window.zoomAt(factor, point);
    this.redraw();
  }
  shift(dx, dy) {
    this.window.shiftBy(dx, dy);
    this.redraw();
  }
  pointOf({ clientX, clientY }) {
    const frame = this.element.getBoundingClientRect();
    return { x: clientX - frame.left, y: clientY - frame.top };
  }
  turn(event) {
    event.preventDefault();
    this.zoom(Math.exp(-Math.max(-120, Math.min(event.deltaY, 120)) / 300), this.pointOf(event));
  }
  press(event) {
    const action = MOVING_KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action(this);
  }
  down(event) {
    if (event.button) return;
    if (!this.pointers.size) this.travelled = 0;
    this.pointers.set(event.pointerId, this.pointOf(event));
  }
  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.pointOf(event);
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    this.pointers.set(event.pointerId, now);
    if (this.travelled < CLICK_TRAVEL) return;
    this.element.setPointerCapture(event.pointerId);
    if (others.length) this.pinch(others[0], before, now);
    else this.shift(before.x - now.x, before.y - now.y);
  }
  // Two fingers: what lies between them stays there.
  pinch(still, before, now) {
    const distance = (point) => Math.max(Math.hypot(point.x - still.x, point.y - still.y), 10);
    this.window.shiftBy((before.x - now.x) / 2, (before.y - now.y) / 2);
    this.zoom(distance(now) / distance(before), { x: (now.x + still.x) / 2, y: (now.y + still.y) / 2 });
  }
  // What was dragged is not clicked.
  stopDragged(event) {
    if (this.travelled >= CLICK_TRAVEL) event.stopPropagation();
    this.travelled = 0;
  }
}
