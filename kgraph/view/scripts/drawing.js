// The drawing: vis-network with the places that were computed beforehand; colours from the style sheet.

const canvas = byId("canvas");
const FADED = 0.13;
const WIDTHS = { control: 2.8 };
const USUAL_WIDTH = 1.7;
let magnified = 1; // points and lines of a large graph are drawn larger, so that they are seen with all in view

const radii = new Map(data.drawing.nodes.map((node) => [node.id, node.size]));
const drawnEntities = new vis.DataSet(data.drawing.nodes.map(({ id, x, y, shape, size }) => ({ id, x, y, shape, size })));
const drawnStatements = new vis.DataSet(data.drawing.edges.map(({ id, from, to, smooth }) => ({ id, from, to, smooth })));
const network = new vis.Network(
  canvas,
  { nodes: drawnEntities, edges: drawnStatements },
  {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: false, selectable: false, keyboard: false, hideEdgesOnDrag: data.statements.length > 1000 },
    nodes: { chosen: false, font: { size: 0 }, shapeProperties: { interpolation: false } },
    edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
  },
);

// A colour of the style sheet, mixed with the ground: opaque, so that no line shines through a faded point.
function fade(name, strength) {
  const [front, ground] = [colour(name), colour("ground")];
  const channel = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mixed = [0, 1, 2].map((i) => Math.round(channel(front, i) * strength + channel(ground, i) * (1 - strength)));
  return `rgb(${mixed.join(",")})`;
}

function styleEntity(entity, emphasis) {
  const strength = !emphasis || emphasis.entities.has(entity.id) ? 1 : FADED;
  const chosen = selection.id === entity.id;
  return {
    id: entity.id,
    hidden: !isEntityDrawn(entity),
    size: radii.get(entity.id) * magnified,
    borderWidth: chosen ? 4 : 1.8,
    color: {
      background: entity.known ? fade(`kind-${entity.kind}`, strength) : colour("ground"),
      border: fade(`kind-${entity.kind}-outline`, strength),
    },
    shapeProperties: { borderDashes: entity.known ? false : [4, 3] },
  };
}

function styleStatement(statement, emphasis) {
  const chosen = selection.id === statement.id;
  const strong = !emphasis || emphasis.statements.has(statement.id);
  const arrow = statement.stance !== "denied" && !statement.symmetric; // bars are drawn with the labels
  const dashes = data.dashes[statement.stance];
  return {
    id: statement.id,
    hidden: !isDrawn(statement),
    width: ((WIDTHS[statement.family] || USUAL_WIDTH) + (chosen ? 2 : 0)) * magnified,
    color: { color: fade(`family-${statement.family}`, strong ? 1 : FADED), inherit: false },
    dashes: dashes.length ? dashes : false,
    arrows: { to: { enabled: arrow, type: "arrow", scaleFactor: 0.6 } },
  };
}

// Paint what has changed since the last time; all of it would take seconds on a large graph.
const painted = new Map();

function changed(styles) {
  return styles.filter((style) => {
    const key = JSON.stringify(style);
    if (painted.get(style.id) === key) return false;
    painted.set(style.id, key);
    return true;
  });
}

function paint() {
  const emphasis = emphasized();
  drawnEntities.update(changed(data.entities.map((entity) => styleEntity(entity, emphasis))));
  drawnStatements.update(changed(data.statements.map((statement) => styleStatement(statement, emphasis))));
  network.redraw();
  noteAside();
}

// Show these entities as large as they and their labels fit, but not larger than life.
function fit(ids) {
  const places = Object.values(network.getPositions(ids));
  if (!places.length || !canvas.clientWidth) return;
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = Math.min(65, canvas.clientWidth / 9); // for the labels of the outermost points
  const room = { x: canvas.clientWidth - 2 * margin, y: canvas.clientHeight - 2 * margin };
  const scale = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), 1.3 / magnified);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale }, scale, animation: false });
}

// Once, before the first painting: what is 40 % of its size with all in view grows by half.
function magnify() {
  magnified = Math.min(Math.max(0.6 / network.getScale(), 1), 1.6);
}

function fitAll() {
  fit(data.entities.filter(isEntityDrawn).map((entity) => entity.id));
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 5), animation: false });
}

function shift(dx, dy) {
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + dx / network.getScale(), y: y + dy / network.getScale() }, animation: false });
}
