// The keys that work everywhere, and the dialog that lists all keys.

import { byId } from "./data.js";

const dialog = byId("help");

function isTyping(element) {
  return element.matches("input:not([type=checkbox], [type=range]), select, textarea");
}

// Single letters can get in the way of who speaks to the computer: they can be switched off (WCAG 2.1.4).
export function isShortcut(event) {
  const withOthers = event.ctrlKey || event.metaKey || event.altKey;
  return byId("use-shortcuts").checked && !withOthers && !document.querySelector("dialog[open]") && !isTyping(event.target);
}

export function openHelp() {
  dialog.showModal();
  byId("close-help").focus();
}

export function startHelp() {
  byId("show-help").addEventListener("click", openHelp);
  byId("close-help").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside the dialog
  });
}
