// The page's data as records again: in lists of records each is a row, its keys in the heading of the list's path.

export function unpack({ headings, content }) {
  return unpackValue(content, planOf("", headings));
}

// How to read what stands at a path: `keys`, where it is a list of rows; `below`, by key, where there is more to unpack
// further down. Null where there are no rows at the path or below: made once, since most values are of that kind.
function planOf(path, headings) {
  const below = {};
  for (const key of keysBelow(path, headings)) below[key] = planOf(path ? `${path}.${key}` : key, headings);
  return { keys: headings[path] || null, below };
}

// The next steps from a path to those that have a heading: "statements.evidence" is reached by "statements" and itself.
function keysBelow(path, headings) {
  const start = path ? `${path}.` : "";
  const further = Object.keys(headings).filter((each) => each.startsWith(start));
  return new Set(further.map((each) => each.slice(start.length).split(".")[0]));
}

function unpackValue(value, plan) {
  if (!plan || !value || typeof value !== "object") return value;
  if (Array.isArray(value)) return plan.keys ? unpackRows(value, plan) : value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpackValue(each, plan.below[key])]));
}

function unpackRows(rows, { keys, below }) {
  const plans = keys.map((key) => below[key]);
  return rows.map((row) => {
    const record = {};
    for (let i = 0; i < row.length; i++) if (row[i] !== null) record[keys[i]] = unpackValue(row[i], plans[i]);
    return record;
  });
}
