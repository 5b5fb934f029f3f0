// Points and lines: their colours from the style sheet, what is not chosen faded, what is filtered hidden.

import { data } from "../data.js";
import { emphasized, isDrawn, isEntityDrawn } from "../emphasis.js";
import { state } from "../state.js";
import { colour, fade } from "../theme.js";
import { drawnEntities, drawnStatements, magnified, network, radii } from "./network.js";

export const FADED = 0.13;
const WIDTHS = { control: 2.8 };
const USUAL_WIDTH = 1.7;

function styleEntity(entity, emphasis) {
  const strength = !emphasis || emphasis.entities.has(entity.id) ? 1 : FADED;
  const chosen = state.id === entity.id;
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
  const chosen = state.id === statement.id;
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

function changedStyles(styles) {
  return styles.filter((style) => {
    const key = JSON.stringify(style);
    if (painted.get(style.id) === key) return false;
    painted.set(style.id, key);
    return true;
  });
}

export function paint() {
  const emphasis = emphasized();
  drawnEntities.update(changedStyles(data.entities.map((entity) => styleEntity(entity, emphasis))));
  drawnStatements.update(changedStyles(data.statements.map((statement) => styleStatement(statement, emphasis))));
  network.redraw();
}
