// The table: every statement that passes the filters.

import { byId, data } from "./data.js";
import { isShown } from "./filter.js";
import { renew } from "./focus.js";
import { choosing } from "./links.js";
import { capital, label, make, name, relation, stanceInWords } from "./words.js";

function tableRow(statement) {
  const verb = make("b", { textContent: relation(statement) });
  const words = [name(label(statement.subject)), " ", verb, " ", name(label(statement.object))];
  const button = choosing("statement", statement.id, "link", ...words);
  const cells = [button, capital(stanceInWords(statement)), statement.time || "", String(statement.evidence.length)];
  return make("tr", {}, ...cells.map((content) => make("td", {}, content)));
}

function updateTable() {
  renew(byId("rows"), ...data.statements.filter(isShown).map(tableRow));
}

export const tableView = { id: "table", update: updateTable };
