// Light and dark: as the system has it, until the button is pressed.

import { byId } from "./data.js";

const colours = new Map();
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const themeListeners = [];

// Tell a listener when the colours of the style sheet have changed, so that a canvas is painted anew.
export function onTheme(listener) {
  themeListeners.push(listener);
}

export function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

export function setTheme(dark) {
  colours.clear();
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
  for (const listener of themeListeners) listener();
}

// The value of a colour of the style sheet, for the canvas; asked for at every stroke, so kept.
export function colour(name) {
  if (!colours.has(name)) {
    colours.set(name, getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());
  }
  return colours.get(name);
}

// A colour of the style sheet, mixed with the ground: opaque, so that no line shines through a faded point.
export function fade(name, strength) {
  const [front, ground] = [colour(name), colour("ground")];
  const channel = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mixed = [0, 1, 2].map((i) => Math.round(channel(front, i) * strength + channel(ground, i) * (1 - strength)));
  return `rgba(${mixed.join(",")},1)`; // with the 1, vis-network takes it as it is
}

export function startTheme() {
  setTheme(darkSystem.matches);
  byId("theme").addEventListener("click", () => setTheme(!isDark()));
  darkSystem.addEventListener("change", (event) => setTheme(event.matches));
}
