// What is said to who hears the page: what was chosen. What the filters leave is said by the count itself.

import { statements, statementsOf } from "./data.js";
import { onChange, state } from "./state.js";
import { inWords, label, plural, say, stanceInWords } from "./words.js";

function choiceInWords() {
  if (state.kind === "entity") return `${label(state.id)}, ${plural(statementsOf.get(state.id).length, "statement")}`;
  if (state.kind !== "statement") return "Nothing chosen";
  const statement = statements.get(state.id);
  return [inWords(statement), stanceInWords(statement), statement.time].filter(Boolean).join(", ");
}

export function sayChoice(before) {
  say(before + choiceInWords());
}

export function startSpeech() {
  onChange((changed) => {
    if (changed.has("kind") || changed.has("id")) sayChoice("");
  });
}
