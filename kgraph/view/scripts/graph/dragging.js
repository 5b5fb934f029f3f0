// A box that scrolls, drawn along with the mouse; fingers and pens scroll it by themselves.

const DRAG_TRAVEL = 5; // pixels: what moves less is a click

export function dragToScroll(box) {
  let from = null; // where the button went down, and how far the box was scrolled then
  let isDragged = false;
  box.addEventListener("pointerdown", ({ target, button, pointerType, clientX, clientY }) => {
    isDragged = false;
    if (target === box || button || pointerType !== "mouse") return; // the box itself: its scrollbar
    from = { x: clientX, y: clientY, left: box.scrollLeft, top: box.scrollTop };
  });
  box.addEventListener("pointermove", ({ buttons, clientX, clientY, pointerId }) => {
    if (!(buttons & 1)) from = null; // let go outside the window
    if (!from) return;
    const [dx, dy] = [clientX - from.x, clientY - from.y];
    if (!isDragged && Math.hypot(dx, dy) < DRAG_TRAVEL) return;
    isDragged = true;
    box.setPointerCapture(pointerId);
    box.scrollTo(from.left - dx, from.top - dy);
  });
  for (const end of ["pointerup", "pointercancel"]) box.addEventListener(end, () => (from = null));
  const stopClick = (event) => isDragged && event.stopPropagation(); // the end of a drag opens no group
  box.addEventListener("click", stopClick, { capture: true });
  box.addEventListener("keydown", () => (isDragged = false), { capture: true });
}
