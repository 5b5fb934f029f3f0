// Rows as files and as what a spreadsheet pastes.

// RFC 4180: every field in quotes, lines that end in CR LF. The mark in front tells a spreadsheet that it is UTF-8.
export function toCsv(rows) {
  const line = (cells) => cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(",") + "\r\n";
  return "\ufeff" + rows.map(line).join("");
}

// What is pasted has no quotes: tabs and ends of lines within a cell become spaces.
export function toTabs(rows) {
  return rows.map((cells) => cells.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

// A spreadsheet runs what begins like a formula; an apostrophe in front makes it a text.
function harmless(cell) {
  const text = String(cell ?? "");
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
