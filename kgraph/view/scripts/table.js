// The table: every statement that passes the filters.

import { byId, data } from "./data.js";
import { isShown } from "./filter.js";
import { chooseAndRead } from "./links.js";
import { capital, label, make, name, relation, stanceInWords } from "./words.js";

function tableRow(statement) {
  const button = make("button", { type: "button", className: "link" }, name(label(statement.subject)), " ");
  button.append(make("b", { textContent: relation(statement) }), " ", name(label(statement.object)));
  button.addEventListener("click", () => chooseAndRead("statement", statement.id));
  const cells = [button, capital(stanceInWords(statement)), statement.time || "", String(statement.evidence.length)];
  return make("tr", {}, ...cells.map((content) => make("td", {}, content)));
}

function updateTable() {
  byId("rows").replaceChildren(...data.statements.filter(isShown).map(tableRow));
}

export const tableView = { id: "table", update: updateTable };
