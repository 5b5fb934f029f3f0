// The letters of the drawing, and how wide words are in them.

export const FONT = getComputedStyle(document.body).fontFamily;
export const LINE_FONT = `12px ${FONT}`;
const widths = new Map(); // measured once: measuring text is slow

export function widthOf(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}
