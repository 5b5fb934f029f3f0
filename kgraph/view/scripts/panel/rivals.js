// What to compare a statement with: who says the opposite, who says the same, and who else has to do with its matter.

import { articleOf, data, disputes, statementsOf } from "../data.js";

const SIDE_TITLES = {
  claim: (place) => ["Claims to ", place],
  hold: (place) => ["Who holds ", place],
  oppose: (place) => ["Who is against a claim to ", place],
  secede: (place) => ["The breakaway of ", place],
  leave: (place) => ["Who gave up ", place],
  settle: (place) => ["How it was settled: ", place],
};

function isOfContent(one, other) {
  return (
    ["subject", "predicate", "object", "about"].every((key) => one[key] === other[key]) &&
    (one.about || one.aboutLabel === other.aboutLabel)
  );
}

// The day on which a statement was last said, that of its first evidence; "" where no article of it is dated.
export function lastSaid(statement) {
  return (statement.evidence.length && articleOf(statement.evidence[0]).date) || "";
}

export function newestFirst(list) {
  return [...list].sort((one, other) => (lastSaid(one) < lastSaid(other)) - (lastSaid(one) > lastSaid(other)));
}

// How many independent origins the statements of a list go back to.
export function countOrigins(list) {
  const origins = list.flatMap((statement) => {
    const said = [statement.subject, statement.relation, statement.object, statement.about || statement.aboutLabel, statement.iso || statement.time];
    return statement.evidence.map(({ origin }) => JSON.stringify([...said, origin]));
  });
  return new Set(origins).size;
}

// Both sides of a contradiction that a statement is part of, itself included; null where nobody says the opposite.
export function contradictionOf(statement) {
  if (!statement.against.length) return null;
  const opposite = statement.against.map((place) => data.statements[place]);
  const alike = statementsOf
    .get(statement.subject)
    .filter((other) => isOfContent(statement, other) && opposite.some((one) => one.against.includes(other.index)));
  const [yes, no] = statement.negative ? [opposite, alike] : [alike, opposite];
  return { yes: newestFirst(yes), no: newestFirst(no) };
}

// The territory that a statement bears on: by its relation, else the one in dispute that it names.
function matterOf(statement) {
  return statement.territory || [statement.about, statement.object, statement.subject].find((id) => disputes.has(id));
}

function findGroups(statement) {
  const place = matterOf(statement);
  const ofPlace = place ? statementsOf.get(place).filter((other) => other.territory === place) : [];
  const sides = Object.keys(SIDE_TITLES).map((side) => [SIDE_TITLES[side](place), ofPlace.filter((other) => other.side === side)]);
  const near = statementsOf.get(statement.subject);
  return [
    [["The same, otherwise stated"], near.filter((other) => isOfContent(statement, other))],
    ...sides,
    [["The same relation to the same"], statementsOf.get(statement.about || statement.object).filter((other) => isParallel(statement, other))],
    [["Else between the two"], near.filter((other) => isOfPair(statement, other))],
  ];
}

// The same relation of others: to the same object, or about the same matter.
function isParallel(one, other) {
  if (one.predicate !== other.predicate) return false;
  return one.about ? one.about === other.about : !one.symmetric && one.object === other.object;
}

function isOfPair(one, other) {
  const ends = [other.subject, other.object];
  return ends.includes(one.subject) && ends.includes(one.object);
}

// Groups of statements to compare with, the newest first, each statement in the first group that it belongs to.
export function rivalsOf(statement) {
  const told = new Set([statement]);
  const contradiction = contradictionOf(statement);
  for (const one of contradiction ? [...contradiction.yes, ...contradiction.no] : []) told.add(one);
  return findGroups(statement)
    .map(([title, list]) => {
      const left = list.filter((other) => !told.has(other));
      for (const other of left) told.add(other);
      return { title, list: newestFirst(left) };
    })
    .filter(({ list }) => list.length);
}
