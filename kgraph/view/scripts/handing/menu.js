// The menu of what the page can hand over: a picture of the view, the rows of the table, paper.

import { byId } from "../data.js";
import { onChange, state } from "../state.js";
import { fileName, save } from "../saving.js";
import { shownRows } from "../table/view.js";
import { saveRows } from "../table/files.js";
import { isDark } from "../theme.js";
import { say } from "../words.js";
import { asPng, asText, hasPicture, makePicture } from "./picture.js";

const opener = byId("hand-over");
const menu = byId("hand-over-menu");

function openMenu(open) {
  menu.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) showChoices();
}

function showChoices() {
  for (const id of ["save-png", "save-svg"]) byId(id).disabled = !hasPicture();
  byId("no-picture").hidden = hasPicture();
  byId("on-white-row").hidden = !isDark() || !hasPicture();
}

function wantedPicture() {
  return makePicture(byId("on-white").checked);
}

async function savePng() {
  save(await asPng(wantedPicture()), "image/png", fileName(state.view, "png"));
  say("Picture saved");
}

function saveSvg() {
  save(asText(wantedPicture()), "image/svg+xml", fileName(state.view, "svg"));
  say("Drawing saved");
}

export function startExports() {
  const actions = { "save-png": savePng, "save-svg": saveSvg, "save-csv": () => saveRows(shownRows()), "print-page": () => print() };
  for (const [id, action] of Object.entries(actions)) {
    byId(id).addEventListener("click", () => {
      openMenu(false);
      opener.focus();
      action();
    });
  }
  opener.addEventListener("click", () => openMenu(menu.hidden));
  onChange((changed) => changed.has("view") && openMenu(false));
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".handing")) openMenu(false);
  });
  document.querySelector(".handing").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.stopPropagation();
    openMenu(false);
    opener.focus();
  });
}
