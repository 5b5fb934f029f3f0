// Points and lines as copies of a model. vis-network works out dozens of options, and a label that we do not use, for each
// of them anew: half of the time that a drawing takes to open. So it makes one of each kind; the others are that one with
// what is their own. What copies share, `painting.js` replaces and never writes into.

// From now on, what the network makes of data is made so.
export function makeFromModels(net) {
  const { nodesHandler, edgesHandler } = net;
  nodesHandler.create = copying(nodesHandler, kindOfPoint, copyPoint);
  edgesHandler.create = copying(edgesHandler, kindOfLine, copyLine);
}

function copying(handler, kindOf, copy) {
  const models = new Map();
  const make = handler.create;
  return (given) => {
    const kind = kindOf(given);
    if (!models.has(kind)) models.set(kind, make.call(handler, given));
    return copy(models.get(kind), given);
  };
}

function kindOfPoint({ shape }) {
  return shape;
}

function kindOfLine({ smooth }) {
  return Boolean(smooth);
}

// What it has not itself it has from its prototype, be it a method or an option of all.
function copyWith(model, own) {
  return Object.assign(Object.create(Object.getPrototypeOf(model)), model, own);
}

function copyPoint(model, given) {
  const options = copyWith(model.options, given);
  const shape = copyWith(model.shape, { options, boundingBox: { ...model.shape.boundingBox } });
  return copyWith(model, { id: given.id, x: given.x, y: given.y, baseSize: given.size, options, shape, edges: [] });
}

function copyLine(model, given) {
  if (model.connected) model.disconnect(); // it is no line of the drawing itself
  const options = copyWith(model.options, { ...given, smooth: copyWith(model.options.smooth, given.smooth) });
  const edgeType = copyWith(model.edgeType, {});
  edgeType.setOptions(options); // finds its ends
  Object.assign(edgeType, { fromPoint: edgeType.from, toPoint: edgeType.to });
  const line = copyWith(model, { id: given.id, fromId: given.from, toId: given.to, options, edgeType });
  line.connect();
  return line;
}
