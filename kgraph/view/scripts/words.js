// Statements in words, and the elements that show them. Texts enter the page as text nodes alone.

const STANCE_WORDS = { asserted: "said by the article", attributed: "", possible: "possible or planned", denied: "denied" };

// Make an element: properties are set as such, children are elements or texts.
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// A name in its own direction of writing, whatever stands around it.
function name(text) {
  return make("bdi", { textContent: text });
}

function label(id) {
  return entities.get(id).label;
}

function relation(statement) {
  return (statement.stance === "denied" ? "✕ " : "") + statement.verb;
}

function inWords(statement) {
  const about = statement.aboutLabel ? `, about ${statement.aboutLabel}` : "";
  return `${label(statement.subject)} ${relation(statement)} ${label(statement.object)}${about}`;
}

function stanceInWords(statement) {
  const according = statement.attribution ? `according to ${statement.attribution}` : "";
  return [STANCE_WORDS[statement.stance], according].filter(Boolean).join(", ");
}

// What the line itself is labelled with: the relation, and whose word it is.
function lineLabel(statement) {
  return relation(statement) + (statement.attribution ? ` (\u2068${statement.attribution}\u2069)` : "");
}

function say(text) {
  byId("announcement").textContent = text;
}
