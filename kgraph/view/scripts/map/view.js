// The map as a view: an overview that moves, and insets of what crowds there. A territory is one point.

import { byId, data, entities } from "../data.js";
import { emphasized } from "../emphasis.js";
import { isEntityShown } from "../filter.js";
import { renew } from "../focus.js";
import { chooseAndRead, entityButton, listItem } from "../links.js";
import { once } from "../once.js";
import { change, choose, state } from "../state.js";
import { svg } from "../svg.js";
import { joined, make, name, plural } from "../words.js";
import { Chart } from "./chart.js";
import { landDefinitions } from "./land.js";
import { hasPlace, statementsOnMap, withoutLine } from "./lines.js";
import { Mover } from "./moving.js";
import { longitudeOf } from "./window.js";

const INSET_SHAPE = 4 / 3;
const INSET_LETTER = { x: 0, y: 0, width: 28, height: 28 }; // pixels: its corner, with the letter
const CLEAR = 0.6; // of an inset's scale: from there on the overview shows its places in full

const mapInsets = ((data.map && data.map.insets) || []).map((inset, i) => ({ ...inset, letter: String.fromCharCode(65 + i) }));
const insetOf = new Map(mapInsets.flatMap((inset) => inset.ids.map((id) => [id, inset])));
const placedEntities = once(() => data.entities.filter(hasPlace).sort(byLongitude));
let overview = null;
let mover = null;
let atHome = true;

function byLongitude(one, other) {
  return longitudeOf(one) - longitudeOf(other) || (one.id < other.id ? -1 : 1);
}

function isTerritory(entity) {
  return entity.kind === "Territory";
}

function openMap() {
  byId("map-land").append(landDefinitions());
  overview = new Chart(byId("map-overview"), (id) => !insetOf.has(id));
  byId("map-frame").style.aspectRatio = String(shapeOfHome());
  byId("map-frame").classList.toggle("alone", !mapInsets.length);
  mover = new Mover(byId("map-frame"), overview.window, goHome, () => {
    atHome = false;
    drawMap();
  });
  for (const inset of mapInsets) openInset(inset);
  byId("map-zoom-in").addEventListener("click", () => mover.zoom(1.5));
  byId("map-zoom-out").addEventListener("click", () => mover.zoom(1 / 1.5));
  byId("map-home").addEventListener("click", goHome);
  byId("map-lines").addEventListener("change", () => change({ lines: byId("map-lines").checked }));
  for (const part of [byId("map-frame"), byId("map-insets")]) {
    part.addEventListener("click", clickMap);
    part.addEventListener("keydown", pressSymbol);
    part.addEventListener("focusin", bringIntoSight);
  }
  new ResizeObserver(fitToSize).observe(byId("map-frame"));
}

function openInset(inset) {
  const drawing = svg("svg", { role: "group", "aria-label": `Inset ${inset.letter}` });
  inset.chart = new Chart(drawing, (id) => insetOf.get(id) === inset);
  const names = inset.ids.map((id) => entities.get(id).label).join(", ");
  const button = make("button", { type: "button", textContent: inset.letter, title: "Show this part on the map above" });
  button.setAttribute("aria-label", `${inset.letter}: show on the map above: ${names}`);
  button.addEventListener("click", () => zoomTo(inset));
  inset.figure = make("figure", { className: "inset" }, drawing, button);
  byId("map-insets").append(inset.figure);
}

function shapeOfHome() {
  const [west, south, east, north] = data.map.home;
  const shrink = Math.cos((data.map.parallel * Math.PI) / 180);
  return Math.min(Math.max(((east - west) * shrink) / (north - south), 1.2), 2.1).toFixed(2);
}

// The part that holds all territories, and the parties too while lines lead to them.
function homeEdges() {
  const [west, south, east, north] = data.map.home;
  const ends = state.lines ? placesToShow().filter((entity) => !isTerritory(entity)) : [];
  const [longitudes, latitudes] = [ends.map(longitudeOf), ends.map((entity) => entity.lat)];
  return [
    Math.min(west, ...longitudes.map((lon) => lon - 4)),
    Math.min(south, ...latitudes.map((lat) => lat - 4)),
    Math.max(east, ...longitudes.map((lon) => lon + 4)),
    Math.max(north, ...latitudes.map((lat) => lat + 4)),
  ];
}

function goHome() {
  atHome = true;
  overview.window.fit(homeEdges());
  overview.window.keepInWorld();
  drawMap();
}

function zoomTo(inset) {
  atHome = false;
  overview.window.fit(inset.window);
  drawMap();
  byId("map-frame").focus();
}

function fitToSize() {
  const { clientWidth, clientHeight } = byId("map-frame");
  if (!clientWidth) return;
  overview.resize(clientWidth, clientHeight);
  for (const { chart, figure, window: part } of mapInsets) {
    chart.resize(figure.clientWidth, figure.clientWidth / INSET_SHAPE);
    chart.window.fit(part);
  }
  if (atHome) goHome();
  else drawMap();
}

// Territories that pass the filters, and what else is placed while a line leads there or it is chosen.
function placesToShow() {
  const ends = new Set(statementsOnMap(emphasized()).flatMap(({ subject, object }) => [subject, object]));
  return placedEntities().filter((entity) => {
    if (isTerritory(entity)) return isEntityShown(entity) || ends.has(entity.id);
    return ends.has(entity.id) || state.id === entity.id;
  });
}

function drawMap() {
  const emphasis = emphasized();
  const statements = statementsOnMap(emphasis);
  const looks = placesToShow().map((entity) => ({
    entity,
    isChosen: state.id === entity.id,
    isFaded: Boolean(emphasis) && !emphasis.entities.has(entity.id),
  }));
  for (const inset of mapInsets) {
    inset.figure.hidden = !looks.some(({ entity }) => insetOf.get(entity.id) === inset);
    if (!inset.figure.hidden) inset.chart.draw(looks, statements, emphasis, [], [INSET_LETTER]);
  }
  const onOverview = looks.map((look) => ({ ...look, isDot: !look.isChosen && isLeftToInset(look.entity) }));
  const frames = mapInsets.filter((inset) => !inset.figure.hidden && !isClear(inset));
  overview.draw(onOverview, statements, emphasis, frames);
  byId("map-frame").classList.toggle("moves", !atHome);
}

function isClear(inset) {
  return overview.window.scale > CLEAR * inset.chart.window.scale;
}

function isLeftToInset(entity) {
  const inset = insetOf.get(entity.id);
  return inset !== undefined && !isClear(inset);
}

function clickMap({ target }) {
  const found = target.closest("[data-entity], [data-statement], [data-inset]");
  if (!found) {
    if (target.closest("svg")) choose("", "");
    return;
  }
  const { entity, statement, inset } = found.dataset;
  if (inset) zoomTo(mapInsets.find((each) => each.letter === inset));
  else choose(entity ? "entity" : "statement", entity || statement);
}

function pressSymbol(event) {
  const id = event.target.dataset && event.target.dataset.entity;
  if (!id || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  chooseAndRead("entity", id);
}

// What the keyboard reaches on the overview is brought there, if it lies outside.
function bringIntoSight({ target }) {
  const spot = overview.spots.get(target.dataset && target.dataset.entity);
  byId("map-frame").scrollTo(0, 0);
  if (!spot || !byId("map-frame").contains(target) || overview.isInSight(spot)) return;
  bringToMiddle(spot.entity);
}

function bringToMiddle(entity) {
  atHome = false;
  Object.assign(overview.window, { lon: longitudeOf(entity), lat: entity.lat });
  overview.window.keepInWorld();
  drawMap();
}

function territories(count) {
  return count === 1 ? "1 territory" : `${count} territories`;
}

// How many territories are on the map, and those whose place nobody knows, to choose from.
function noteTerritories() {
  const shown = data.entities.filter((entity) => isTerritory(entity) && isEntityShown(entity));
  const unplaced = shown.filter((entity) => !hasPlace(entity));
  byId("map-count").textContent = `${territories(shown.length - unplaced.length)} on the map.`;
  byId("map-unplaced").hidden = !unplaced.length;
  byId("map-unplaced-count").textContent = `${territories(unplaced.length)} without coordinates`;
  const items = unplaced.map((entity) => listItem("entity", entity.id, "", name(entity.label)));
  renew(byId("map-unplaced-list"), ...items);
}

// Whose lines are missing from the map: nobody shall take what is not drawn for what is not said.
function noteLines() {
  const missing = state.lines ? withoutLine() : [];
  const parties = [...new Map(missing.map(([, party]) => [party.id, party])).values()];
  byId("map-lineless").hidden = !missing.length;
  const what = `Not drawn: ${plural(missing.length, "statement")} of parties without a place: `;
  byId("map-lineless").replaceChildren(what, ...joined(parties.map(({ id }) => entityButton(id))), ".");
}

// Whether more has changed than what is chosen.
function isOtherwiseShown(changed) {
  return !changed || Boolean(state.hops) || [...changed].some((key) => key !== "kind" && key !== "id");
}

function updateMap(changed) {
  if (isOtherwiseShown(changed)) {
    byId("map-lines").checked = state.lines;
    noteTerritories();
    noteLines();
  }
  if (!data.map) return;
  if (!overview) openMap();
  if (!changed || (changed.has("lines") && atHome)) return fitToSize();
  drawMap();
  const chosen = entities.get(state.id);
  const spot = overview.spots.get(state.id);
  if (chosen && isTerritory(chosen) && spot && (changed.has("id") || changed.has("kind")) && !overview.isInSight(spot)) bringToMiddle(chosen);
}

export const mapView = { id: "map", update: updateMap };
