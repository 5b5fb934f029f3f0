// The rows of the table as a file, and on the clipboard: all that the table knows of them, and the first sentence.

import { articleOf } from "../data.js";
import { toCsv, toTabs } from "../csv.js";
import { copyText, fileName, save } from "../saving.js";
import { plural, say } from "../words.js";
import { TABLE_COLUMNS, firstSentence, sourcesOf } from "./columns.js";

const MORE = ["From", "Until", "First sentence", "Article", "Address", "Subject id", "Object id", "Statement id"];

function fields(statement) {
  const article = statement.evidence.length ? articleOf(statement.evidence[0]) : {};
  const shown = { when: statement.time || "", sources: sourcesOf(statement).join("; ") };
  return [
    ...TABLE_COLUMNS.map(({ id, value }) => shown[id] ?? value(statement)),
    statement.from || "",
    statement.until || "",
    firstSentence(statement),
    article.title || "",
    article.url || "",
    statement.subject,
    statement.object,
    statement.id,
  ];
}

function asRows(list) {
  return [[...TABLE_COLUMNS.map(({ label: heading }) => heading), ...MORE], ...list.map(fields)];
}

export function saveRows(list) {
  save(toCsv(asRows(list)), "text/csv;charset=utf-8", fileName("statements", "csv"));
  say(`${plural(list.length, "row")} saved`);
}

export async function copyRows(list) {
  const done = await copyText(toTabs(asRows(list)));
  say(done ? `${plural(list.length, "row")} copied, for a spreadsheet` : "The browser does not let this page copy: save the rows instead");
}
