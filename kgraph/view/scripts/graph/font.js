// The letters of the drawing, and how wide words are in them.

export const FONT = getComputedStyle(document.body).fontFamily;
export const LINE_FONT = `12px ${FONT}`;
const widths = new Map(); // by font, then by text; measured once: measuring text is slow

export function widthOf(context, text) {
  const { font } = context;
  if (!widths.has(font)) widths.set(font, new Map());
  const known = widths.get(font);
  if (!known.has(text)) known.set(text, context.measureText(text).width);
  return known.get(text);
}
