"""Any Unicode as a name or a query: one line at worst, in time that grows with its length, in bounded memory."""

import subprocess
import sys
import time
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kgraph.cli import cli
from kgraph.errors import QueryError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.sparql import run
from kgraph.sparql.guard import check, parse_checked, plain_lines
from kgraph.text.folding import fold

MOST_WRITTEN = 12  # characters of an answer or a complaint for each of a name: a NUL is shown as \x00
# Bytes for each character of a name or a query. One letter of Arabic (U+FDFA) is eighteen where names are compared.
MOST_BYTES = 1_500
LENGTH = 20_000
MOST_SECONDS = 0.5  # for so long a name; a step that looks at every letter for every letter took 1 to 14

TEXTS = st.text(st.characters(), max_size=60) | st.lists(
    st.sampled_from(
        ["Japan", "Kuril Islands", "\u202e", "\x00", "\ud800", "ﷺ", "e\u0301", "\u0301", "İ", "ß", "島", "</script>",
         "'", '"', "\\", "\n", "{", "(", "SELECT", "ASK", "*", "?s", "<a:b>", ".", "=", "-", "--", "%", "$", "#", "🏝"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
examples = settings(
    deadline=None,
    max_examples=25,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("any") / "graph.ttl"
    write_graph(graph, path)
    return path


def call(*arguments: str, given: str, codes: tuple[int, ...]) -> None:
    """Run a command; what it complains of is one line of what can be printed, and nothing is a traceback."""
    done = CliRunner().invoke(cli, [*arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in codes, done.output
    assert len(done.output) <= MOST_WRITTEN * len(given) + 8_000
    complaints = done.stderr.removesuffix("\n").split("\n") if done.exit_code == 2 else []
    assert all(line.startswith("kgraph: ") and is_plain(line) for line in complaints)
    assert len(complaints) <= 1


def is_plain(line: str) -> bool:
    """Tell whether nothing in a line moves a cursor, turns the writing or is no character."""
    return all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in line)


# A test's own stream has no way to write half a character; that of the command has, and gets one below.
WRITTEN = TEXTS.map(lambda text: text.encode("utf-8", "replace").decode())


@examples
@given(WRITTEN)
@example("ﷺ" * 50)
def test_any_name_can_be_looked_up(name: str) -> None:
    call("gazetteer", "find", "--", name, given=name, codes=(0, 1))


@examples
@given(WRITTEN)
def test_any_text_can_be_asked_of_a_graph(file: Path, text: str) -> None:
    call("query", str(file), "--", text, given=text, codes=(0, 2))
    call("explain", str(file), "--", text, given=text, codes=(0, 1, 2))


@examples
@given(TEXTS)
def test_any_text_can_be_a_parameter_of_a_named_query(graph: Graph, text: str) -> None:
    for parameters in ({"territory": text}, {text: "x"}):
        try:
            run(graph, "names", parameters=parameters, limits=None)
        except QueryError as error:
            said = str(error)
            assert is_plain(said)
            assert len(said) <= MOST_WRITTEN * len(text) + 1_000


@examples
@given(TEXTS)
def test_any_text_within_a_query_is_a_query_or_refused(text: str) -> None:
    for query in (text, f"SELECT * {{ ?s ?p {text} }}", f"ASK {{ ?s ?p '{text}' }}"):
        for judge in (check, parse_checked):
            try:
                judge(plain_lines(query))
            except QueryError as error:
                said = str(error)
                assert len(said) <= MOST_WRITTEN * len(query) + 1_000


@pytest.mark.parametrize(
    "arguments", [["gazetteer", "find"], ["explain", "GRAPH"], ["query", "GRAPH", "names"]]
)
def test_bytes_that_are_no_text_can_be_asked(file: Path, arguments: list[str]) -> None:
    words = [str(file) if each == "GRAPH" else each for each in arguments]
    command = [sys.executable, "-m", "kgraph", *words, b"territory=\xff\xed\xa0"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr
    assert done.stdout or done.stderr.startswith(b"kgraph: ")


# ------------------------------------------------------------------ long ones

PIECES = (
    "a", "1", "島", "e\u0301", "\u0301", "\u202e", "\x00", "ﷺ", "İ", " ", "\n", "(", "{", "'", '"', "\\", "'\\", '"\\',
    "'''\\", "#", "# x\n", "<a", ":", "a.", "a-", "?a ", "a:b ", "@en", "SELECT ", "Kuril Islands ", "Japan Russia ",
    "/a", "\\u0022", "UNION{}", "1.", "-", "_", "\U0001f3dd\ufe0f\u200d",
)  # fmt: skip


def refused(judge: Callable[[str], object], form: str) -> Callable[[str], object]:
    def ask(text: str) -> None:
        try:
            judge(plain_lines(form % text))
        except QueryError as error:
            said = str(error)
            assert len(said) <= MOST_WRITTEN * len(text) + 1_000

    return ask


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def spelt(gazetteer: Gazetteer, text: str) -> object:
    return gazetteer.spellings.find(text)


ASKED: dict[str, Callable[[Gazetteer, str], object]] = {
    "looked up": Gazetteer.look_up,
    "found in a text": Gazetteer.find,
    "looked for by spelling": spelt,
    "compared": lambda _, text: fold(text),
    "a query": lambda _, text: refused(check, "%s")(text),
    "within a query": lambda _, text: refused(check, "SELECT * { ?s ?p ?o %s }")(text),
    "a query with SERVICE": lambda _, text: refused(check, "ASK { ?service ?p %s }")(text[: LENGTH // 10]),
}


def seconds(ask: Callable[[Gazetteer, str], object], gazetteer: Gazetteer, text: str) -> float:
    begun = time.process_time()
    ask(gazetteer, text)
    return time.process_time() - begun


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_a_long_name_takes_time_and_memory_by_its_length(
    gazetteer: Gazetteer, ask: Callable[[Gazetteer, str], object]
) -> None:
    ask(gazetteer, "warm")
    for piece in PIECES:
        text = (piece * LENGTH)[:LENGTH]
        # Once may be when the garbage of all tests before is collected.
        assert min(seconds(ask, gazetteer, text) for _ in range(2)) < MOST_SECONDS, repr(piece)
    for piece in PIECES[::3]:
        text = (piece * LENGTH)[: LENGTH // 4]  # tracing memory makes all three times slower
        tracemalloc.start()
        ask(gazetteer, text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < MOST_BYTES * len(text), repr(piece)
