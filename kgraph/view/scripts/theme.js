// Light and dark: as the system has it, until the button is pressed.

const colours = new Map();
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

function setTheme(dark) {
  colours.clear();
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
}

// The value of a colour of the style sheet, for the canvas; asked for at every stroke, so kept.
function colour(name) {
  if (!colours.has(name)) {
    colours.set(name, getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());
  }
  return colours.get(name);
}

setTheme(darkSystem.matches);
