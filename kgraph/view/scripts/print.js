// On paper: the view, and after it article by article each sentence once with what it says, as far as it passes the
// filters. Made when it is printed, since it is long; a drawing is painted in light colours meanwhile.

import { articleOf, byId, data, sentenceOf } from "./data.js";
import { isShown } from "./filter.js";
import { makePicture } from "./handing/picture.js";
import { scopeInWords } from "./scope.js";
import { state } from "./state.js";
import { isDark, setTheme } from "./theme.js";
import { joined, label, make, name, relation, stanceInWords } from "./words.js";

const ROWS_OF_A_PAGE = 36;
let wasDark = false;

// By article, in the order of the data, what each of its sentences says.
function saidByArticle() {
  const articles = new Map();
  for (const statement of data.statements.filter(isShown)) {
    for (const evidence of statement.evidence) {
      const [article, sentence] = [articleOf(evidence), sentenceOf(evidence)];
      if (!articles.has(article)) articles.set(article, new Map());
      const sentences = articles.get(article);
      if (!sentences.has(sentence)) sentences.set(sentence, []);
      sentences.get(sentence).push(statement);
    }
  }
  return articles;
}

function printedStatement(statement) {
  const verb = make("b", { textContent: relation(statement) });
  const about = statement.aboutLabel ? [", about ", name(statement.aboutLabel)] : [];
  const details = [stanceInWords(statement), statement.time].filter(Boolean).map(name);
  const ends = [name(label(statement.subject)), " ", verb, " ", name(label(statement.object))];
  return make("li", {}, ...ends, ...about, " (", ...joined(details), ")");
}

function printedSentence([sentence, statements]) {
  const items = [...new Set(statements)].map(printedStatement);
  return make("li", {}, make("q", { textContent: sentence.text, dir: "auto" }), make("ul", {}, ...items));
}

function printedArticle([{ title, source, date, url }, sentences]) {
  const where = [make("cite", {}, name(title)), source && name(source), date, url].filter(Boolean);
  return [make("h3", {}, ...joined(where)), make("ol", {}, ...[...sentences].map(printedSentence))];
}

export function startPrinting() {
  addEventListener("beforeprint", () => {
    const articles = [...saidByArticle()].flatMap(printedArticle);
    wasDark = isDark();
    if (wasDark) setTheme(false);
    const scope = make("ul", { className: "scope" }, ...scopeInWords().map((words) => make("li", {}, name(words))));
    const picture = state.view === "timeline" ? [makePicture(true, ROWS_OF_A_PAGE)] : []; // in the page are only the rows in view
    const heading = make("h2", { textContent: "Sentences and what they say" });
    byId("paper").replaceChildren(scope, ...picture, heading, ...articles);
  });
  addEventListener("afterprint", () => {
    byId("paper").replaceChildren();
    if (wasDark) setTheme(true);
  });
}
