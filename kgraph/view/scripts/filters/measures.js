// The filters that are no lists: how sure a reading is, whether it bears on a dispute, how far it is from the chosen.

import { byId, data, statements } from "../data.js";
import { asksForSteps, bearsOnDispute, passingBut } from "../filter.js";
import { change, state } from "../state.js";
import { inWords, label, name, plural } from "../words.js";
import { showSet } from "./facets.js";

const confidences = data.statements.map((statement) => statement.confidence);
const leastSure = Math.floor(Math.min(...confidences, 1) * 20) / 20;
const mostSure = Math.max(...confidences, 0);
let isFollowingConfidence = false;

function followConfidence() {
  if (!isFollowingConfidence) requestAnimationFrame(readConfidence);
  isFollowingConfidence = true;
}

function readConfidence() {
  isFollowingConfidence = false;
  const value = Number(byId("confidence").value);
  change({ confidence: value > leastSure ? value : 0 });
}

function showConfidence() {
  const { confidence } = state;
  const words = confidence ? `at least ${confidence.toFixed(2)}` : "any";
  byId("confidence").value = Math.max(confidence, leastSure);
  byId("confidence").setAttribute("aria-valuetext", words);
  byId("confidence-value").textContent = words;
  byId("confidence-note").textContent = confidence
    ? `A careful reader is expected to agree with ${Math.round(confidence * 100)} of 100 such readings, or more.`
    : "How likely a careful reader would read the sentence in the same way.";
}

function showDisputed() {
  const open = passingBut("disputed");
  byId("disputed").checked = state.disputed;
  byId("disputed-note").textContent = `${open.filter(bearsOnDispute).length} of ${plural(open.length, "statement")}`;
}

function showSteps() {
  byId("hops").value = String(state.hops);
  byId("hops").disabled = !state.kind;
  const note = state.kind ? ["Chosen: ", name(chosenInWords())] : ["Choose a point or a line first: nothing is chosen."];
  byId("hops-note").replaceChildren(...note);
}

function chosenInWords() {
  return state.kind === "entity" ? label(state.id) : inWords(statements.get(state.id));
}

export function startMeasures() {
  Object.assign(byId("confidence"), { min: leastSure, max: Math.max(mostSure, leastSure) });
  byId("confidence").disabled = mostSure <= leastSure;
  byId("confidence").addEventListener("input", followConfidence);
  byId("disputed").addEventListener("change", () => change({ disputed: byId("disputed").checked }));
  byId("hops").addEventListener("change", () => change({ hops: Number(byId("hops").value) }));
}

export function showMeasures() {
  showConfidence();
  showDisputed();
  showSteps();
  const set = [state.confidence && `≥ ${state.confidence.toFixed(2)}`, state.disputed && "disputed", asksForSteps() && plural(state.hops, "step")];
  showSet("more", set.filter(Boolean).join(", "));
}
