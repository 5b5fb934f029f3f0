// Labels, rings and ties: drawn over the network in pixels of the screen, so that they stay readable at every zoom.
// A label that finds no free place is left out; what matters more comes first.

const FONT = getComputedStyle(document.body).fontFamily;
const ALONG_LINE = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
const LIFTS = [0, -13, 13]; // a label stands on its line, else just above or below it
const FAR = 0.35; // zoomed out so far, marks without words would hide the drawing
const HURRY = 500; // statements; a thousand take over 50 ms to label
const NODE_FONT = 13;
const LINE_FONT = 12;
const MANY_LINES = 45; // when more are in view, only those are labelled that are chosen, denied or merely possible

// Where points of the drawing are on the screen, read from the transformation that vis-network has set up.
function screenOf(context) {
  const matrix = context.getTransform();
  const ratio = matrix.a / network.getScale();
  return {
    ratio,
    scale: network.getScale(),
    place: ({ x, y }) => ({ x: (x * matrix.a + matrix.e) / ratio, y: (y * matrix.d + matrix.f) / ratio }),
  };
}

// Keeps what room is taken, in cells, so that a label is compared with its neighbours only.
class TakenRoom {
  constructor() {
    this.cells = new Map();
  }
  *keys(box) {
    for (let x = Math.floor(box.x / 80); x <= Math.floor((box.x + box.width) / 80); x++) {
      for (let y = Math.floor(box.y / 40); y <= Math.floor((box.y + box.height) / 40); y++) yield `${x},${y}`;
    }
  }
  isFree(box) {
    const overlaps = (other) =>
      box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height;
    for (const key of this.keys(box)) if ((this.cells.get(key) || []).some(overlaps)) return false;
    return true;
  }
  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

const widths = new Map(); // measured once: measuring text is slow

function widthOf(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

function write(context, text, x, y, fill) {
  context.strokeStyle = colour("ground");
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = fill;
  context.fillText(text, x, y);
}

function drawLabels(context) {
  const screen = screenOf(context);
  const emphasis = emphasized();
  const places = network.getPositions();
  const taken = new TakenRoom();
  const shown = data.entities.filter(isEntityShown);
  context.save();
  context.setTransform(screen.ratio, 0, 0, screen.ratio, 0, 0);
  context.textAlign = "center";
  for (const entity of shown) takeNode(taken, screen, places[entity.id], entity);
  if (!isHurried()) {
    drawDenials(context, screen, emphasis);
    drawTies(context, screen, places, emphasis);
  }
  for (const entity of shown.filter(isDisputed)) drawRing(context, screen, places[entity.id], entity, emphasis);
  for (const entity of byImportance(shown, emphasis)) {
    labelNode(context, screen, taken, places[entity.id], entity, emphasis);
  }
  if (!isHurried()) labelLines(context, screen, taken, emphasis);
  context.restore();
}

// While a large drawing is moved, its lines go unlabelled: 60 pictures a second leave no time for more.
let isMoving = false;

function isHurried() {
  return isMoving && data.statements.length > HURRY;
}

function sizeOf(entity) {
  return radii.get(entity.id) * magnified;
}

function takeNode(taken, screen, place, entity) {
  const { x, y } = screen.place(place);
  const radius = sizeOf(entity) * screen.scale;
  taken.take({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
}

function byImportance(shown, emphasis) {
  const weight = (entity) =>
    (selection.id === entity.id ? 1e6 : 0) +
    (emphasis && emphasis.entities.has(entity.id) ? 1e5 : 0) +
    (isDisputed(entity) ? 100 : 0) +
    (entity.kind === "Name" ? -50 : 0) +
    entity.degree;
  return [...shown].sort((a, b) => weight(b) - weight(a));
}

// A denied statement ends in a bar: what is denied does not reach its object.
function drawDenials(context, screen, emphasis) {
  context.lineWidth = 3.5 * Math.min(Math.max(screen.scale, 0.4), 1);
  for (const statement of data.statements.filter((s) => isShown(s) && s.stance === "denied")) {
    const strong = !emphasis || emphasis.statements.has(statement.id);
    context.strokeStyle = fade(`family-${statement.family}`, strong ? 1 : FADED);
    for (const end of statement.symmetric ? [0, 1] : [1]) drawBar(context, screen, statement, end);
  }
}

function drawBar(context, screen, statement, end) {
  const entity = entities.get(end ? statement.object : statement.subject);
  const reach = (sizeOf(entity) + (isDisputed(entity) ? 12 : 5)) * screen.scale;
  const centre = screen.place(pointOn(statement.id, end));
  let share = 0.5;
  for (let step = 0.25; step > 0.004; step /= 2) {
    const { x, y } = screen.place(pointOn(statement.id, share));
    share += (Math.hypot(x - centre.x, y - centre.y) > reach ? 1 : -1) * (end ? step : -step);
  }
  const at = screen.place(pointOn(statement.id, share));
  const angle = Math.atan2(centre.y - at.y, centre.x - at.x) + Math.PI / 2;
  const half = 4 + 6 * Math.min(screen.scale, 1);
  context.beginPath();
  context.moveTo(at.x - half * Math.cos(angle), at.y - half * Math.sin(angle));
  context.lineTo(at.x + half * Math.cos(angle), at.y + half * Math.sin(angle));
  context.stroke();
}

function labelNode(context, screen, taken, place, entity, emphasis) {
  const strong = !emphasis || emphasis.entities.has(entity.id);
  const lines = entity.lines.split("\n");
  const bold = selection.id === entity.id || isDisputed(entity) ? "600 " : "";
  context.font = `${entity.kind === "Name" ? "italic " : ""}${bold}${NODE_FONT}px ${FONT}`;
  const width = Math.max(...lines.map((line) => widthOf(context, line))) + 6;
  const boxes = boxesAround(screen.place(place), entity, screen.scale, { width, height: lines.length * 16 });
  const box = boxes.find((candidate) => isWhole(candidate) && taken.isFree(candidate)) || (selection.id === entity.id ? boxes[0] : null);
  if (!box) return;
  taken.take(box);
  context.globalAlpha = strong ? 1 : 0.35;
  lines.forEach((line, i) => write(context, line, box.x + width / 2, box.y + 12 + i * 16, colour("text")));
  context.globalAlpha = 1;
}

// Where a label can stand: below its point, above, to the right, to the left.
function boxesAround({ x, y }, entity, scale, { width, height }) {
  const away = (sizeOf(entity) + (isDisputed(entity) ? 7 : 2)) * scale + 2;
  const corners = [
    [x - width / 2, y + away],
    [x - width / 2, y - away - height],
    [x + away, y - height / 2],
    [x - away - width, y - height / 2],
  ];
  return corners.map(([left, top]) => ({ x: left, y: top, width, height }));
}

// Two or more claimants: a ring, and how many in figures. The number tells it to who sees no colours.
function drawRing(context, screen, place, entity, emphasis) {
  const { x, y } = screen.place(place);
  const radius = (sizeOf(entity) + 6) * screen.scale;
  context.globalAlpha = !emphasis || emphasis.entities.has(entity.id) ? 1 : FADED;
  context.strokeStyle = context.fillStyle = colour("family-claim");
  context.lineWidth = Math.max(1.5, 2.5 * screen.scale);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  const badge = { x: x + radius * 0.8, y: y - radius * 0.8, radius: 4 + 4 * Math.min(screen.scale, 1) };
  context.arc(badge.x, badge.y, badge.radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = colour("ground");
  context.font = `700 ${Math.round(badge.radius * 1.4)}px ${FONT}`;
  context.fillText(String(entity.claimants.length), badge.x, badge.y + badge.radius / 2);
  context.globalAlpha = 1;
}

// A thin line from a statement to what it is about: for what is chosen, and for what has no other line.
function drawTies(context, screen, places, emphasis) {
  context.strokeStyle = colour("tie");
  context.lineWidth = 1;
  context.setLineDash([1, 3]);
  for (const statement of data.statements) {
    const chosen = emphasis && emphasis.statements.has(statement.id);
    const lonely = !emphasis && statement.about && entities.get(statement.about).degree === 0;
    if (!statement.about || !isShown(statement) || !(chosen || lonely)) continue;
    const from = screen.place(pointOn(statement.id, 0.5));
    const to = screen.place(places[statement.about]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.setLineDash([]);
}

// A point of a statement's line: share 0 is the subject, 1 the object.
function pointOn(id, share) {
  return network.body.edges[id].edgeType.getPoint(share);
}

function labelLines(context, screen, taken, emphasis) {
  const inView = data.statements.filter((statement) => isShown(statement) && isInView(screen.place(pointOn(statement.id, 0.5))));
  const crowded = inView.length > MANY_LINES;
  const rank = { denied: 0, possible: 1, attributed: 2, asserted: 2 };
  const matters = (s) => (emphasis ? emphasis.statements.has(s.id) : !crowded || rank[s.stance] < 2);
  context.font = `${LINE_FONT}px ${FONT}`;
  for (const statement of inView.filter(matters).sort((a, b) => rank[a.stance] - rank[b.stance])) {
    labelLine(context, screen, taken, statement);
  }
}

function isInView({ x, y }) {
  return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
}

// Not cut off by the border of the drawing.
function isWhole({ x, y, width, height }) {
  return x >= 0 && y >= 0 && x + width <= canvas.clientWidth && y + height <= canvas.clientHeight;
}

function labelLine(context, screen, taken, statement) {
  const text = lineLabel(statement);
  const chosen = selection.id === statement.id;
  // Where there is no room for the words, a denial still gets its mark.
  const tries = statement.stance === "denied" && !chosen && screen.scale > FAR ? [text, "✕"] : [text];
  for (const words of tries) {
    const boxes = boxesAlong(statement, screen, widthOf(context, words) + 4);
    const free = boxes.find((box) => isWhole(box) && taken.isFree(box));
    const box = free || (chosen || words === "✕" ? boxes[0] : null);
    if (!box) continue;
    taken.take(box);
    write(context, words, box.x + box.width / 2, box.y + 12, colour(`family-${statement.family}`));
    return;
  }
}

// Where a label can stand: along its line, the middle first, then just above and below.
function boxesAlong(statement, screen, width) {
  const points = ALONG_LINE.map((share) => screen.place(pointOn(statement.id, share)));
  return LIFTS.flatMap((lift) => points.map(({ x, y }) => ({ x: x - width / 2, y: y - 8 + lift, width, height: 16 })));
}
