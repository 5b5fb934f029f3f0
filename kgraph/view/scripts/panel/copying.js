// Buttons that copy. Where a page may not write to the clipboard (some files, a notebook's frame) the text is shown
// marked in a dialog, to be copied by hand.

import { byId } from "../data.js";
import { copyText } from "../saving.js";
import { state } from "../state.js";
import { make, say } from "../words.js";
import { citationOf, citationsOf } from "./citation.js";
import { turtleOf } from "./turtle.js";

async function copyOut(text, what) {
  if (!(await copyText(text))) return offerText(text, what);
  say(`${what} copied`);
  byId("copied").textContent = `${what} copied`;
}

function offerText(text, what) {
  const dialog = byId("copy-by-hand");
  byId("copy-title").textContent = `${what}: copy it from here`;
  byId("copy-text").value = text;
  dialog.showModal();
  byId("copy-text").focus();
  byId("copy-text").select();
  byId("copy-text").scrollTop = 0;
}

function copyButton(name, what, write) {
  const button = make("button", { type: "button", textContent: name });
  button.dataset.mark = name;
  button.addEventListener("click", () => copyOut(write(), what));
  return button;
}

// In a notebook's frame the page has no address that would open it anywhere else.
function linkButton() {
  return location.protocol === "about:" ? null : copyButton("Copy link", "Link", () => location.href);
}

function actionRow(...children) {
  return make("p", { className: "actions" }, ...children, make("span", { id: "copied" }));
}

export function statementActions(statement) {
  return actionRow(
    copyButton("Copy citation", "Citation", () => citationOf(statement)),
    copyButton("Copy as Turtle", "Turtle", () => turtleOf([statement])),
    linkButton(),
  );
}

// What is copied of an entity is what its lists show.
export function entityActions(list) {
  return actionRow(
    copyButton("Copy citations", "Citations", () => citationsOf(state.id, list)),
    copyButton("Copy as Turtle", "Turtle", () => turtleOf(list)),
    linkButton(),
  );
}

export function startCopying() {
  byId("close-copy").addEventListener("click", () => byId("copy-by-hand").close());
}
