// The page's data as records again: in lists of records each is a row, its keys in the heading of the list's path.

export function unpack({ headings, content }) {
  const onTheWay = new Set(Object.keys(headings).flatMap(pathsTo)); // where there are rows, or below
  return unpackValue(content, "", headings, onTheWay);
}

// "statements.evidence" is reached by "statements" and itself.
function pathsTo(path) {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, i + 1).join("."));
}

function unpackValue(value, path, headings, onTheWay) {
  if (path && !onTheWay.has(path)) return value;
  if (Array.isArray(value)) return headings[path] ? value.map((row) => recordOf(row, path, headings, onTheWay)) : value;
  if (!value || typeof value !== "object") return value;
  const below = (key) => (path ? `${path}.${key}` : key);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpackValue(each, below(key), headings, onTheWay)]));
}

function recordOf(row, path, headings, onTheWay) {
  const keys = headings[path];
  const record = {};
  for (let i = 0; i < row.length; i++) {
    if (row[i] !== null) record[keys[i]] = unpackValue(row[i], `${path}.${keys[i]}`, headings, onTheWay);
  }
  return record;
}
