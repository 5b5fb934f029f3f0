// On paper: what passes the filters, with its sentences; made when it is needed, since it is long.

import { articleOf, byId, data, sentenceOf } from "./data.js";
import { isShown } from "./filter.js";
import { capital, inWords, make, name, stanceInWords } from "./words.js";

function printedStatement(statement) {
  const details = [capital(stanceInWords(statement)), statement.time].filter(Boolean).join(", ");
  return make("li", {}, make("b", { textContent: inWords(statement) }), ` (${details})`, ...statement.evidence.map(printedEvidence));
}

function printedEvidence(evidence) {
  const { title, source, date } = articleOf(evidence);
  const where = [title, source, date].filter(Boolean).join(", ");
  return make("p", {}, make("q", { textContent: sentenceOf(evidence).text, dir: "auto" }), " ", make("cite", {}, name(where)));
}

export function startPrinting() {
  addEventListener("beforeprint", () => {
    const rows = data.statements.filter(isShown).map(printedStatement);
    byId("paper").replaceChildren(make("h2", { textContent: "Statements" }), make("ol", {}, ...rows));
  });
  addEventListener("afterprint", () => byId("paper").replaceChildren());
}
