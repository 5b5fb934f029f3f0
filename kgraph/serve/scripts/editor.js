// Sets YASGUI up: this server's endpoint, kgraph's prefixes, the named questions in tabs, and nobody else asked.
"use strict";

const settings = JSON.parse(document.getElementById("settings").textContent);
const { Yasqe } = Yasgui;

// Its own lists come from prefix.cc and LOV; ours come with the page.
Yasqe.forkAutocompleter(
  "prefixes",
  {
    name: "kgraph-prefixes",
    persistenceId: null,
    get: () => Object.entries(settings.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`).sort(),
  },
  false,
);
Yasqe.defaults.autocompleters = ["kgraph-prefixes", "variables"];
Yasgui.Yasr.defaults.prefixes = settings.prefixes;

const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: settings.endpoint, method: "POST" },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint: settings.endpoint }] },
  persistenceId: "kgraph",
  populateFromUrl: false,
  yasqe: { value: settings.first, showQueryButton: true },
});

function open(name, query) {
  yasgui.addTab(true, {
    name,
    yasqe: { value: query },
    requestConfig: { ...yasgui.config.requestConfig, endpoint: settings.endpoint },
  }, { avoidDuplicateTabs: true });
}

document.getElementById("examples").addEventListener("click", (event) => {
  const example = event.target.closest("[data-query]");
  if (!example) return;
  event.preventDefault();
  open(example.dataset.name, example.dataset.query);
  window.scrollTo(0, 0);
});

// A thing or a term in a table leads to its page here, whatever server its name is made of.
document.getElementById("yasgui").addEventListener("pointerover", (event) => {
  const link = event.target.closest("a[href]");
  for (const [start, page] of settings.pages) {
    if (link && link.href.startsWith(start)) link.href = page + link.href.slice(start.length);
  }
});

const asked = new URLSearchParams(location.hash.slice(1)).get("query");
if (asked) open("query", asked);
history.replaceState(null, "", location.pathname);
window.__ready = true;
