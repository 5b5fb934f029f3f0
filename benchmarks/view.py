"""How fast the page is in a browser, beside default pyvis, a bare page of vis-network and ttl3d, in one run.

    python benchmarks/view.py [NODES...] [--rounds 5] [--ttl3d PATH] [--folder FOLDER]

draws made-up graphs of NODES entities (40, 300, 1,000, 5,000) with each of the four, opens the pages in headless
Chromium by turns, and prints the medians:

- ready: milliseconds from navigation until the picture stands still and is painted;
- frames: pictures a second while the ground is dragged about with the mouse; groups are not dragged;
- select: milliseconds from releasing the button over a point (a group) until its choice (what is in it) is painted;
- filter: the same, from a click on the first filter;
- the size of the file, and the requests that it makes beside that for itself (all are refused: what is offline).

ttl3d (PyPI, MIT) draws RDF, the same graph as Turtle; it is run as a command, since it brings scipy, which kgraph does
without. A page that takes longer than two minutes is given up; one that takes over ten seconds is opened once.
"""

import argparse
import json
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright import sync_api

from kgraph.model import Assertion
from kgraph.view import build_page
from kgraph.vocab import predicates

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "view"))

import sized

NODES = (40, 300, 1000, 5000)
STATEMENTS_A_NODE = 2  # so that a graph of 1,000 nodes is the largest that the page draws as one
LIMIT = 120  # seconds
SLOW = 10_000  # milliseconds: opened once
DRAG = 1.5  # seconds
CLICKS = 7  # on points
VIEW = {"width": 1440, "height": 860}
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]
# Notes when the page is ready (DONE is the page's own word) and painted, two frames later.
# Notes when the page is ready (DONE, the page's own word) and when what a click or a button's release does is painted.
# Three frames: force-graph and vis-network begin to draw a frame after the event, and a frame is over with the next.
WATCH = """(() => {
  const next = (frames, then) => (frames > 1 ? after(frames - 1, then) : then(performance.now()));
  const after = (frames, then) => requestAnimationFrame(() => next(frames, then));
  const isDone = () => { try { return DONE; } catch { return false; } };
  const look = () => (isDone() ? after(2, (at) => (window.__painted = at)) : requestAnimationFrame(look));
  look();
  window.__took = {};
  for (const kind of ["click", "pointerup"]) {
    addEventListener(kind, (event) => after(3, (at) => (window.__took[kind] = at - event.timeStamp)), true);
  }
})();"""
COUNT_FRAMES = """() => {
  window.__frames = 0;
  (function count() { window.__frames++; requestAnimationFrame(count); })();
}"""

FREE_CORNER = """(css) => {
  const { left, right, top } = document.querySelector(css).getBoundingClientRect();
  const corners = [[left + 12, top + 12], [(left + right) / 2, top + 12], [right - 12, top + 12]];
  return corners.find(([x, y]) => document.elementFromPoint(x, y)?.closest(css.split(" ")[0]));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to draw a graph.

    Attributes:
        make: writes the page of a graph to a file.
        done: an expression of JavaScript that is true as soon as the picture stands still.
        canvas: what of the page is dragged, as CSS.
        place: a function of JavaScript that gives the place of a point in the canvas, by its id, in pixels.
        groups: what is clicked on where the page shows groups in place of points, as CSS.
        chosen: an expression that tells what is chosen; empty while nothing is.
        filter: the first filter, as CSS; none where the page has no filters.
        part: what follows # in the address.
        reset: an expression that brings the whole graph back into view.
    """

    name: str
    make: Callable[["Drawing", Path], None]
    done: str
    canvas: str
    place: str
    chosen: str
    groups: str | None = None
    filter: str | None = None
    part: str = ""
    reset: str = "0"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A made-up graph, and where its points stand."""

    nodes: int

    def read(self) -> tuple[list, list[Assertion]]:
        """Give the articles and what they say."""
        return sized.make(self.nodes, STATEMENTS_A_NODE)

    def ends(self) -> Iterator[tuple[str, str, str]]:
        """Give subject, predicate and object of each assertion."""
        for assertion in self.read()[1]:
            yield assertion.subject.id, assertion.predicate, assertion.object.id

    def busy(self) -> list[str]:
        """Give some entities, those with the most statements first."""
        counts = Counter(end for subject, _, value in self.ends() for end in (subject, value))
        return [key for key, _ in counts.most_common(CLICKS)]

    def labels(self) -> dict[str, str]:
        """Give the label of each entity."""
        everyone = [entity for a in self.read()[1] for entity in (a.subject, a.object)]
        return {entity.id: entity.label for entity in everyone}


def make_ours(drawing: Drawing, path: Path) -> None:
    """Write our page."""
    documents, assertions = drawing.read()
    html = build_page(documents, assertions, predicates=predicates(), title="Made up")
    path.write_text(html, encoding="utf-8")


def make_pyvis(drawing: Drawing, path: Path) -> None:
    """Write the page that pyvis writes when it is asked for nothing in particular."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="860px")
    for key, label in drawing.labels().items():
        network.add_node(key, label)
    for subject, predicate, value in drawing.ends():
        network.add_edge(subject, value, title=predicate)
    path.write_text(network.generate_html(), encoding="utf-8")


def make_bare(drawing: Drawing, path: Path) -> None:
    """Write the least page that vis-network draws a graph with, at places that are given."""
    path.write_text(sized.bare_page(drawing.read()[1]), encoding="utf-8")


def make_ttl3d(command: str) -> Callable[[Drawing, Path], None]:
    """Give what lets ttl3d write its page of the graph as Turtle: flat, since 3D without a graphics card is slow."""

    def make(drawing: Drawing, path: Path) -> None:
        turtle = path.with_suffix(".ttl")
        labels = [f"ex:{key} rdfs:label {json.dumps(label)} ." for key, label in drawing.labels().items()]
        triples = [
            f"ex:{subject} ex:{predicate} ex:{value} ." for subject, predicate, value in drawing.ends()
        ]
        prefixes = (
            "@prefix ex: <https://ttl.example/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        )
        turtle.write_text(prefixes + "\n".join(labels + triples), encoding="utf-8")
        subprocess.run([command, turtle, "-o", path, "--view", "2d"], check=True, capture_output=True)  # noqa: S603 - the peer

    return make


TTL3D_DONE = """(() => {
  if (!window.__hooked) {
    const before = Graph.onEngineStop();
    Graph.onEngineStop(() => { before(); window.__stopped = true; });
    window.__hooked = true;
  }
  return CONFIG.pinned || window.__stopped;
})()"""


def list_ways(ttl3d: str | None) -> list[Way]:
    """List what is compared; without ttl3d where it is not installed."""
    peer = Way(
        name="ttl3d",
        make=make_ttl3d(ttl3d or ""),
        done=TTL3D_DONE,
        canvas="#graph canvas",
        place="(id) => { const n = DATA.nodes.find((n) => n.id.endsWith('/' + id));"
        " const at = Graph.graph2ScreenCoords(n.x, n.y); return [at.x, at.y]; }",
        chosen="document.querySelector('#detail.open h2').textContent",
        filter=".row.grp",
        reset="void Graph.zoomToFit(0, 40)",
    )
    return [OURS, PYVIS, BARE_VIS, *([peer] if ttl3d else [])]


IN_VIS = (
    """(id) => { const at = network.canvasToDOM(network.getPositions([id])[id]); return [at.x, at.y]; }"""
)
OURS = Way(
    name="kgraph",
    make=make_ours,
    part="#view=graph",
    done="window.__ready",
    canvas="#canvas",
    place=f"(id) => {{ const network = window.__page.network; return ({IN_VIS})(id); }}",
    chosen="window.__page.state.id",
    groups="[data-group]",
    reset="window.__page.change({ group: '' })",
    filter="#filters input[type=checkbox]",
)
PYVIS = Way(
    name="pyvis",
    make=make_pyvis,
    done="network.physics.stabilized",
    canvas="#mynetwork",
    place=IN_VIS,
    chosen="network.getSelectedNodes()[0]",
)
BARE_VIS = Way(
    name="bare vis-network",
    make=make_bare,
    done="window.__ready",
    canvas="#canvas",
    place=IN_VIS,
    chosen="network.getSelectedNodes()[0]",
)


@dataclass(slots=True, kw_only=True)
class Figures:
    """What one opening of a page gave; None is what was not reached or does not exist."""

    ready: float | None = None
    frames: float | None = None
    select: float | None = None
    filter: float | None = None
    requests: int = 0


def measure(browser: "sync_api.Browser", way: Way, page_file: Path, points: Sequence[str]) -> Figures:
    """Open a page once, and use it."""
    context = browser.new_context(viewport=VIEW)
    figures = Figures()
    try:
        page = context.new_page()
        page.set_default_timeout(LIMIT * 1000)
        page.route(
            "**/*", lambda route: route.abort() if route.request.url.startswith("http") else route.continue_()
        )
        page.on("request", lambda request: asked.append(request.url))
        asked: list[str] = []
        page.add_init_script(WATCH.replace("DONE", way.done))
        page.goto(page_file.as_uri() + way.part, wait_until="commit")
        page.wait_for_function("() => window.__painted")
        figures.ready = page.evaluate("window.__painted")
        figures.frames = drag(page, way)
        figures.select = select(page, way, points)
        figures.filter = toggle(page, way)
        figures.requests = len(asked) - 1
    except sync_api.TimeoutError:
        print(f"  {way.name}: given up after {LIMIT} s", file=sys.stderr)
    finally:
        context.close()
    return figures


def drag(page: "sync_api.Page", way: Way) -> float | None:
    """Drag the ground about, from a corner of the canvas where nothing is; give the frames a second."""
    corner = page.evaluate(FREE_CORNER, way.canvas)
    if corner is None:
        return None
    left, top = corner
    page.mouse.move(left, top)
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    began, step = time.monotonic(), 0
    while time.monotonic() - began < DRAG:
        step += 1
        page.mouse.move(left + 150 - 150 * math.cos(step / 12), top + 100 * abs(math.sin(step / 12)))
    frames = page.evaluate("window.__frames") / (time.monotonic() - began)
    page.mouse.move(left, top)
    page.mouse.up()
    page.wait_for_timeout(300)
    return frames


def select(page: "sync_api.Page", way: Way, points: Sequence[str]) -> float | None:
    """Click on some points, one after another; give the median of milliseconds until each choice is painted."""
    if way.groups and page.locator(way.groups).count():
        return open_groups(page, way)
    took, chosen = [], None
    for point in points:
        page.evaluate(way.reset)
        page.wait_for_timeout(200)
        frame = page.locator(way.canvas).first.bounding_box()
        x, y = page.evaluate(way.place, point)
        place = frame["x"] + x, frame["y"] + y
        on_top = "([x, y, css]) => document.elementFromPoint(x, y)?.closest(css.split(' ')[0]) !== null"
        if not page.evaluate(on_top, [*place, way.canvas]):
            continue  # under a panel or out of view
        page.evaluate("delete window.__took.pointerup")
        page.mouse.click(*place)
        page.wait_for_function("() => window.__took.pointerup")
        now = page.evaluate(f"(() => {{ try {{ return {way.chosen} || ''; }} catch {{ return ''; }} }})()")
        if now and now != chosen:
            took.append(page.evaluate("window.__took.pointerup"))
        chosen = now
    return statistics.median(took) if len(took) > 1 else None


def open_groups(page: "sync_api.Page", way: Way) -> float:
    """Click on some groups, one after another; give the median of milliseconds until what is in them is painted."""
    took = []
    for place in range(CLICKS):
        page.evaluate(way.reset)
        page.wait_for_timeout(200)
        page.evaluate("delete window.__took.click")
        page.locator(way.groups or "").nth(place).click(position={"x": 2, "y": 2}, force=True)
        page.wait_for_function("() => window.__took.click")
        took.append(page.evaluate("window.__took.click"))
    page.evaluate(way.reset)
    return statistics.median(took)


def toggle(page: "sync_api.Page", way: Way) -> float | None:
    """Click on the first filter, off and on; give the median of milliseconds until it is painted."""
    if way.filter is None:
        return None
    took = []
    for _ in range(4):
        page.evaluate("delete window.__took.click")
        page.locator(way.filter).first.click()
        page.wait_for_function("() => window.__took.click")
        took.append(page.evaluate("window.__took.click"))
    return statistics.median(took)


def compare(browser: "sync_api.Browser", nodes: int, ways: Sequence[Way], rounds: int, folder: Path) -> None:
    """Make the pages of one graph, open them by turns, and print a row a way."""
    drawing = Drawing(nodes)
    files = {way.name: folder / f"{way.name.replace(' ', '-')}-{nodes}.html" for way in ways}
    for way in ways:
        if not files[way.name].exists():
            began = time.monotonic()
            way.make(drawing, files[way.name])
            print(f"  {way.name}: {nodes} nodes written in {time.monotonic() - began:.1f} s", file=sys.stderr)
    figures: dict[str, list[Figures]] = {way.name: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            known = figures[way.name]
            if not known or (known[-1].ready or LIMIT * 1000) < SLOW:
                known.append(measure(browser, way, files[way.name], drawing.busy()))
    for way in ways:
        kilobytes = files[way.name].stat().st_size / 1000
        print(f"| {nodes:,} | {way.name} | {summarize(figures[way.name])} | {kilobytes:,.0f} |", flush=True)


def summarize(figures: Sequence[Figures]) -> str:
    """Put the medians of some openings as cells."""
    cells = [median(figure.ready for figure in figures) or f"over {LIMIT:,}000"]
    cells += [median(getattr(figure, key) for figure in figures) for key in ("frames", "select", "filter")]
    return " | ".join([*cells, str(max(figure.requests for figure in figures))])


def median(values: Iterable[float | None]) -> str:
    """Give the median of what there is."""
    known = [value for value in values if value is not None]
    return f"{statistics.median(known):,.0f}" if known else ""


def main() -> None:
    """Compare, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("nodes", nargs="*", type=int, default=NODES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ttl3d", default=shutil.which("ttl3d"), help="the command")
    parser.add_argument("--only", action="append", help="a way; several with several --only")
    parser.add_argument(
        "--folder", type=Path, help="keeps the pages; those that are there are not made again"
    )
    options = parser.parse_args()
    ways = [way for way in list_ways(options.ttl3d) if not options.only or way.name in options.only]
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as scratch, sync_api.sync_playwright() as playwright:
        folder = options.folder or Path(scratch)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        print("| nodes | page | ready, ms | frames/s | select, ms | filter, ms | requests | KB |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        for nodes in options.nodes:
            compare(browser, nodes, ways, options.rounds, folder)


if __name__ == "__main__":
    main()
