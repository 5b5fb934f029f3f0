"""Times of statements as places on the timeline, and rows of long lists: the scripts alone, against Python's dates."""

import datetime
import itertools
import json
import random

import pytest

from kgraph.times import describe_time, time_bounds
from kgraph.view.bundle import bundle_scripts, imports, read_modules
from kgraph.view.packing import pack
from kgraph.view.page import FOLDER

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

EPOCH = datetime.date(1970, 1, 1)
PROBE = """import { boundsOf, isoOf, spanOf } from "./timeline/times.js";
import { Scale, ticksOf } from "./timeline/scale.js";
import { rowForKey, Strip } from "./windowing.js";
window.probe = { boundsOf, isoOf, spanOf, Scale, ticksOf, rowForKey, Strip };
"""
DATED = pack(
    {
        **{key: [] for key in ("entities", "disputes", "statements", "relations", "rules", "voices")},
        "sentences": [{"article": 0, "text": "Said."}],
        "articles": [{"date": "2000-06-15"}],
    }
)


@pytest.fixture(scope="module")
def probe(browser):
    """A bare page with these scripts alone, and one article of 15 June 2000 that says a statement."""
    page = browser.new_page()
    page.set_content(f'<script type="application/json" id="data">{json.dumps(DATED)}</script>')
    modules = read_modules(FOLDER / "scripts")
    page.evaluate(bundle_scripts(needed_by("probe.js", modules | {"probe.js": PROBE})))
    yield page
    page.close()


def needed_by(name: str, modules: dict[str, str]) -> dict[str, str]:
    """Give a module with all that it imports, be it by way of others."""
    parts = [needed_by(source, modules) for source in imports(name, modules[name])]
    return {each: text for part in parts for each, text in part.items()} | {name: modules[name]}


def draw_date(draw: random.Random) -> str:
    day = datetime.date(1, 1, 1) + datetime.timedelta(days=draw.randrange(1, 3_000_000))
    return day.isoformat()[: draw.choice((4, 7, 10))]


def draw_times() -> list[str]:
    """Dates of all precisions, intervals in order, and open ends."""
    draw = random.Random(6)
    times = ["1954", "1954-02", "2000-02", "1900-02", "1954-12", "0001", "9998-12", "1905-02-01", "1951/1954"]
    times += ["197X", "18XX", "/197X", "18XX/", "1971~", "1971-05~/198X", "[1939..1945]"]
    for _ in range(200):
        one, other = sorted((draw_date(draw), draw_date(draw)), key=lambda text: time_bounds(text)[0])
        times.append(draw.choice((one, f"{one}/{other}", f"{one}/", f"/{one}")))
    return times


def as_statement(time: str) -> dict[str, object]:
    first, last = time_bounds(time)
    when = describe_time(time)
    return {
        "time": when,
        "iso": time if time != when else None,
        "from": first and first.isoformat(),
        "until": last and last.isoformat(),
        "evidence": [{"sentence": 0}],
    }


def spans_of(probe, times: list[str]) -> list[dict[str, float]]:
    return probe.evaluate("(all) => all.map(window.probe.spanOf)", [as_statement(time) for time in times])


def day_number(day: datetime.date) -> int:
    return (day - EPOCH).days


def test_a_span_begins_and_ends_with_the_days_of_its_time(probe):
    times = draw_times()
    for time, span in zip(times, spans_of(probe, times), strict=True):
        first, last = time_bounds(time)
        assert span["openBegin"] == (first is None), time
        assert span["openEnd"] == (last is None), time
        if first:
            assert span["begin"] == day_number(first), time
        if last:
            assert span["end"] == day_number(last) + 1, time
        assert span["begin"] < span["end"], time
        assert span["begin"] <= span["sureBegin"], time
        assert span["sureEnd"] <= span["end"], time


@pytest.mark.parametrize(
    ("time", "sure"),
    [
        ("1954", None),
        ("1954-02", None),
        ("1954-02-07", ("1954-02-07", "1954-02-07")),
        ("1951/1954", ("1952-01-01", "1953-12-31")),
        ("1951-03-05/1954", ("1951-03-05", "1953-12-31")),
        ("1951/1954-03-05", ("1952-01-01", "1954-03-05")),
        ("1954/1954", None),
        ("1993/", ("1994-01-01", "2000-06-14")),  # till the article that says "since"
        ("2005/", None),  # after the article
        ("197X", None),
        ("[1939..1945]", None),
        ("197X/1985", ("1980-01-01", "1984-12-31")),
        ("18XX/1905~", ("1900-01-01", "1904-12-31")),
    ],
)
def test_only_what_is_sure_of_a_time_is_drawn_as_sure(probe, time, sure):
    (span,) = spans_of(probe, [time])
    drawn = None
    if span["sureEnd"] > span["sureBegin"]:
        drawn = tuple(
            (EPOCH + datetime.timedelta(days=day)).isoformat()
            for day in (span["sureBegin"], span["sureEnd"] - 1)
        )
    assert drawn == sure


@pytest.mark.parametrize("time", [None, "the old days", "long ago/", "1954-13"])
def test_what_is_no_date_has_no_place(probe, time):
    statement = {"time": describe_time(time), "evidence": []}
    assert probe.evaluate("(statement) => window.probe.spanOf(statement)", statement) is None


def draw_scales() -> list[list[float]]:
    draw = random.Random(7)
    scales = []
    for _ in range(150):
        begin = draw.randrange(day_number(datetime.date(1000, 1, 1)), day_number(datetime.date(2100, 1, 1)))
        scales.append([begin, begin + 10 ** draw.uniform(1, 5.5), draw.randrange(250, 2000)])
    return scales


def test_the_axis_names_moments_in_view_in_order_and_with_room_between(probe):
    for begin, end, width in draw_scales():
        ticks = probe.evaluate(
            """([begin, end, width]) => {
              const scale = new window.probe.Scale(begin, end, width);
              return window.probe.ticksOf(scale).map(({ day, text }) => [day, scale.xOf(day), text]);
            }""",
            [begin, end, width],
        )
        assert ticks
        assert len(ticks) <= width / 40
        for day, x, text in ticks:
            assert begin <= day <= end
            assert 0 <= x <= width
            assert day_number(time_bounds(text)[0]) == day
        for one, other in itertools.pairwise(ticks):
            assert other[1] - one[1] > 40


def test_zooming_keeps_the_moment_under_the_pointer_and_moving_keeps_the_length(probe):
    for begin, end, width in draw_scales():
        still, after, length, moved = probe.evaluate(
            """([begin, end, width]) => {
              const scale = new window.probe.Scale(begin, end, width);
              const still = scale.dayAt(width / 4);
              scale.zoom(1.5, width / 4);
              const after = scale.dayAt(width / 4);
              const length = scale.end - scale.begin;
              scale.move(33);
              return [still, after, length, scale.end - scale.begin];
            }""",
            [begin, end, width],
        )
        assert still == pytest.approx(after, abs=0.01)
        assert length == pytest.approx(moved)


def test_however_far_one_goes_something_of_the_collection_stays_in_view(probe):
    for way in (-1, 1):
        begin, end = probe.evaluate(
            """(way) => {
              const scale = new window.probe.Scale(0, 1000, 500);
              scale.zoom(8);
              for (let i = 0; i < 100; i++) scale.move(way * 100);
              return [scale.begin, scale.end];
            }""",
            way,
        )
        assert begin < 1000
        assert end > 0
    least, most = probe.evaluate(
        """() => [1e6, 1e-6].map((factor) => {
          const scale = new window.probe.Scale(0, 1000, 500);
          scale.zoom(factor);
          return scale.end - scale.begin;
        })"""
    )
    assert (least, most) == (10, 2000)


def test_rows_of_a_long_list_are_found_by_their_height(probe):
    draw = random.Random(8)
    heights = [draw.randrange(20, 90) for _ in range(3000)]
    wrong = probe.evaluate(
        """(heights) => {
          const strip = new window.probe.Strip(heights.map(() => 46));
          strip.measure(new Map(heights.entries()));
          const all = heights.map((height, row) => row);
          const { starts } = strip;
          return {
            total: strip.total,
            found: all.filter((row) => [starts[row], starts[row + 1] - 1].some((y) => strip.rowAt(y) !== row)),
            whole: all.filter((row) => {
              const top = strip.scrollFor(row, 5000, 600);
              return !(starts[row] >= top && starts[row + 1] <= top + 600);
            }),
            covered: all.filter((row) => {
              const [first, end] = strip.range(starts[row], 700);
              return starts[first] > starts[row] || starts[end] < Math.min(starts[row] + 700, strip.total);
            }),
            most: Math.max(...all.map((row) => strip.range(starts[row], 700)).map(([first, end]) => end - first)),
            none: new window.probe.Strip([]).range(0, 700),
          };
        }""",
        heights,
    )
    assert wrong["total"] == sum(heights)
    assert wrong["found"] == wrong["whole"] == wrong["covered"] == []
    assert wrong["most"] < 700 / 20 + 20
    assert wrong["none"] == [0, 0]


@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("ArrowDown", 6),
        ("ArrowUp", 4),
        ("PageDown", 9),
        ("PageUp", 0),
        ("Home", 0),
        ("End", 9),
        ("Tab", None),
    ],
)
def test_keys_lead_to_rows_and_no_further_than_the_ends(probe, key, row):
    assert probe.evaluate("(key) => window.probe.rowForKey(key, 5, 10, 7)", key) == row
