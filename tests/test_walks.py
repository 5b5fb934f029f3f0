"""The first half hour of five people, each step as they would take it: what annoyed one of them must not come back."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

import kgraph
from kgraph.cli import cli

pytestmark = pytest.mark.model

ARTICLES = {
    "falklands.txt": "Argentina has claimed the Falkland Islands since 1833. The United Kingdom administers the "
    "Falkland Islands. London rejects Argentina's claim to the Falkland Islands.",
    "kurils.md": "# Talks\n\nJapan claims Kunashir. Russia said that Japan has no claim to Kunashir.",
}

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and what `kgraph build` made of them."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", str(folder / "articles"), "-o", str(folder / "out")])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def run(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command in that folder."""
    monkeypatch.chdir(desk)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments)

    return invoke


def test_a_coder_gets_a_worksheet_with_the_words_behind_each_cell(run: Run, desk: Path) -> None:
    assert run("export", "out", "-o", "claims.icow.csv").exit_code == 0
    with (desk / "claims.icow.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["territory"]: row for row in csv.DictReader(stream)}
    row = rows["Falkland Islands"]
    assert (row["challenger"], row["target"], row["begin"]) == ("Argentina", "United Kingdom", "1833")
    assert row["begin_quotation"] == "Argentina has claimed the Falkland Islands since 1833."
    assert row["target_quotation"] == "The United Kingdom administers the Falkland Islands."


def test_a_journalist_asks_who_says_so_and_what_is_no_fact(run: Run) -> None:
    said = run("explain", "out", "Argentina claims Falklands")
    assert said.exit_code == 0
    assert "Argentina has claimed the Falkland Islands since 1833." in said.stdout
    nearest = run("explain", "out", "Japan occupies Kunashir")
    assert (nearest.exit_code, "Japan claims Kunashir" in nearest.stdout) == (1, True)
    doubtful = run("query", "out", "not-facts", "--format", "csv")
    assert "Russia" in doubtful.stdout
    assert "denied" in doubtful.stdout
    plain = run("query", "out", "who claims the Falkland Islands?")
    assert (plain.exit_code, "no query is called 'who claims" in plain.stderr) == (2, True)
    assert "disputed-territories" in plain.stderr
    mistyped = run("query", "out", "not_facts")
    assert (mistyped.exit_code, "did you mean 'not-facts'" in mistyped.stderr) == (2, True)


def test_an_engineer_takes_the_graph_into_other_stores(run: Run, desk: Path) -> None:
    assert run("validate", "out").exit_code == 0
    for suffix in ("nt", "rdf12.ttl", "trig"):
        assert run("export", "out", "-o", f"graph.{suffix}").exit_code == 0
    store = ox.Store()
    store.bulk_load(path=desk / "graph.nt", format=ox.RdfFormat.N_TRIPLES)
    assert len(store) == len(kgraph.open_graph(desk / "out"))
    merged = run("merge", "out", "out/graph.ttl", "-o", "merged.ttl")
    assert merged.exit_code == 0
    assert (desk / "merged.ttl").read_bytes() == (desk / "out" / "graph.ttl").read_bytes()
    assert run("diff", "out", "merged.ttl").exit_code == 0


def test_a_data_scientist_has_frames_in_a_few_lines(desk: Path) -> None:
    graph = kgraph.Graph.open(desk / "out")
    frame = graph.to_pandas()
    assert set(frame["doc"]) == {"falklands.txt", "kurils.md"}
    assert frame["sentence"].str.len().min() > 10
    claims = frame[(frame["predicate"] == "claims") & (frame["polarity"] == "positive")]
    assert dict(zip(claims["object"], claims["subject"], strict=True)) == {
        "Falkland Islands": "Argentina",
        "Kunashir": "Japan",
    }
    assert graph.query("disputed-territories").to_polars().height >= 0
    records = [
        json.loads(line) for line in (desk / "out" / "assertions.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(records) == len(frame)


@pytest.mark.parametrize("kind", [str, Path])
def test_a_data_scientist_names_one_file_or_several_as_text_or_path(
    kind: Callable[[str], str | Path], desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name alone was once taken for a list of letters, and "." among them for the folder."""
    monkeypatch.chdir(desk / "articles")
    one, both = kind("falklands.txt"), [kind("falklands.txt"), kind("kurils.md")]
    assert kgraph.build(one, kind(str(tmp_path / "one"))).report.read == 1
    assert kgraph.add(both, kind(str(tmp_path / "news.kg"))).new == 2
    readings = list(kgraph.extract(one))
    assert [reading.document.id for reading in readings] == ["falklands.txt"]
    assert len(list(kgraph.extract_open(both))) == 2
    kgraph.write_graph(kgraph.Graph.of(readings), kind(str(tmp_path / "mine.ttl")))
    assert (tmp_path / "mine.ttl").read_bytes() == (tmp_path / "one" / "graph.ttl").read_bytes()


def test_a_data_scientist_hears_which_file_is_missing(tmp_path: Path) -> None:
    document = kgraph.Document(id="1", text="Japan claims Kunashir.")
    missing = str(tmp_path / "none.tsv")
    for setting in (
        {"gazetteer": missing},
        {"links": missing},
        {"wordings": missing},
        {"proposals": missing},
    ):
        with pytest.raises(kgraph.KgraphError, match=r"none\.tsv"):
            list(kgraph.extract([document], **setting))
    with pytest.raises(kgraph.KgraphError, match=r"none\.jsonl"):
        kgraph.evaluate(str(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    "given", ["Japan claims Kunashir.", kgraph.Document(id=1, text="Japan claims Kunashir.")]
)  # type: ignore[arg-type]
def test_a_data_scientist_who_gives_no_document_is_told_what_one_is(
    given: object, extractor: kgraph.Extractor
) -> None:
    with pytest.raises(TypeError, match=r"kgraph\.Document\(id='1', text=…\) makes one"):
        list(extractor.read([given]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match="is no document"):
        list(extractor.read_open([given]))  # type: ignore[list-item]


def test_a_data_scientist_whose_date_is_a_text_is_told_how_to_make_one(extractor: kgraph.Extractor) -> None:
    text = "Minister Anna Lund said that Norway claims Bouvet."
    given = kgraph.Document(id="1", text=text, date="2019-05-10")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"'2019-05-10' is no datetime\.date"):
        list(extractor.read([given]))


def test_a_data_scientist_finds_the_questions_from_python(desk: Path) -> None:
    graph = kgraph.Graph.open(desk / "out")
    assert repr(graph) == f"<kgraph.Graph of {len(graph):,} triples>"
    assert (
        repr(graph.query("names", limit=1)) == "<Answer of 1 rows: place, name, used_by, told_by, documents>"
    )
    assert len(repr(kgraph.build(desk / "articles", desk / "out"))) < 200  # what a prompt shows is a line
    for name in ("disputes", "names", "contradictions"):
        assert graph.questions()[name].endswith("?")


def test_files_of_windows_are_read_with_their_letters_and_blanks_in_names(run: Run, desk: Path) -> None:
    folder = desk / "Meine Artikel"
    folder.mkdir()
    text = "Argentina claims the Falkland Islands – “the Malvinas”.\r\nMünchen is far away.\r\n"
    (folder / "Zürich – Bericht.txt").write_bytes(text.encode("cp1252"))
    (folder / "leer.txt").write_bytes(b"")
    (folder / "tabelle.csv").write_bytes("id;text\r\n1;Japan claims Kunashir.\r\n".encode("utf-16"))
    result = run("build", "Meine Artikel", "-o", "aus gabe")
    assert result.exit_code == 1  # the empty file was left out
    assert "leer.txt: empty" in result.stderr
    assert "read as cp1252" in result.stderr
    records = [
        json.loads(line) for line in (desk / "aus gabe/assertions.jsonl").read_text("utf-8").splitlines()
    ]
    assert {record["sentence"] for record in records} == {
        "Argentina claims the Falkland Islands – “the Malvinas”.",
        "Japan claims Kunashir.",
    }
