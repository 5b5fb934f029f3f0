// The rows of the timeline: statements by the territory in dispute that they bear on, else by their subject; then by time.

import { data, disputes, entities } from "../data.js";
import { once } from "../once.js";
import { compareNames, label } from "../words.js";
import { articleDays, spanOf } from "./times.js";

const spans = once(() => new Map(data.statements.map((statement) => [statement.id, spanOf(statement)])));

export function spanOfStatement(statement) {
  return spans().get(statement.id);
}

// The territory in dispute that a statement bears on, or the known whole of which that is a part.
function groupOf(statement) {
  const ends = [statement.territory, statement.about, statement.object, statement.subject];
  const territory = ends.find((id) => id && isInDispute(id));
  if (!territory) return { id: statement.subject, isDispute: false };
  const whole = entities.get(territory).wholes.find((id) => entities.has(id) && entities.get(id).known && isInDispute(id));
  return { id: whole || territory, isDispute: true };
}

function isInDispute(id) {
  return disputes.has(id) || entities.get(id).parts.length > 0;
}

// Rows of a group's name ({ group, count }) and of statements ({ statement, span, days }).
// Those without a time are in only by the days of their articles, where these are asked for.
export function listRows(statements, withArticles) {
  const groups = new Map();
  for (const statement of statements) {
    const span = spanOfStatement(statement);
    const days = withArticles ? articleDays(statement) : [];
    if (!span && !days.length) continue;
    const { id, isDispute } = groupOf(statement);
    if (!groups.has(id)) groups.set(id, { id, isDispute, rows: [] });
    groups.get(id).rows.push({ statement, span, days });
  }
  const sorted = [...groups.values()].sort(byPlace);
  return sorted.flatMap(({ id, rows }) => [{ group: id, count: rows.length }, ...rows.sort(byTime)]);
}

function byPlace(one, other) {
  return Number(other.isDispute) - Number(one.isDispute) || compareNames(label(one.id), label(other.id)) || (one.id < other.id ? -1 : 1);
}

// What began at an unknown time comes first; what ties keeps the order of the data.
function byTime(one, other) {
  const beginOf = ({ span, days }) => (span ? (span.openBegin ? -Infinity : span.begin) : days[0]);
  const endOf = ({ span, days }) => (span ? span.end : days.at(-1));
  const [a, b] = [beginOf(one), beginOf(other)];
  return (a === b ? 0 : a - b) || endOf(one) - endOf(other) || one.statement.index - other.statement.index;
}

// The first and the last moment of all rows.
export function extentOf(rows) {
  const moments = rows.flatMap(({ span, days = [] }) => (span ? [span.begin, span.end, ...days] : days));
  if (!moments.length) return null;
  const [begin, end] = moments.reduce(([least, most], day) => [Math.min(least, day), Math.max(most, day)], [Infinity, -Infinity]);
  const margin = Math.max((end - begin) * 0.05, 30); // with room for the arrows of open ends
  return [begin - margin, end + margin];
}
