"""Articles are read into a store once each; a run that is stopped goes on where it was."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.derive import derive
from kgraph.gazetteer import Gazetteer
from kgraph.graph.folder import told
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import to_turtle
from kgraph.pipeline import add, build
from kgraph.resources import DATA
from kgraph.store import Store, backup, restore
from kgraph.store.readings import READINGS
from kgraph.vocab import document_iri

KURILS, FALKLANDS, BAKASSI = handmade.all_readings()
HOW = "version and settings"


# ------------------------------------------------------------------ what need not be read


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of two documents, read in one way."""
    with Store.open(tmp_path / "news.kg") as opened:
        opened.add([KURILS, FALKLANDS], how=HOW)
        yield opened


def test_document_is_there_as_it_was_read(store: Store) -> None:
    assert store.has(KURILS.document, HOW)
    assert store.has(FALKLANDS.document, HOW)
    assert not store.has(BAKASSI.document, HOW)


@pytest.mark.parametrize("field", ["text", "title", "date", "url", "source"])
def test_document_that_changed_is_read_again(store: Store, field: str) -> None:
    other = {"text": "Another text.", "date": BAKASSI.document.date}.get(field, "another")
    assert not store.has(replace(KURILS.document, **{field: other}), HOW)


def test_other_settings_read_it_again(store: Store) -> None:
    assert not store.has(KURILS.document, "another version")


def test_removed_document_is_read_again(store: Store) -> None:
    store.remove(["kurils-2019"])
    assert not store.has(KURILS.document, HOW)
    assert store.has(FALKLANDS.document, HOW)


def test_store_that_was_put_back_is_not_mistaken(store: Store, tmp_path: Path) -> None:
    """The file of readings is newer than the store: what it says of a document is not what is there."""
    newer = replace(KURILS, assertions=KURILS.assertions[1:])
    store.add([newer], how="later")
    noted = (store.path / READINGS).read_text(encoding="ascii")
    store.add([KURILS], how=HOW)
    (store.path / READINGS).write_text(noted, encoding="ascii")
    store.close()
    with Store.open(store.path) as again:
        assert not again.has(KURILS.document, "later")


@pytest.mark.parametrize("cut", [1, 20, 50])
def test_half_a_line_counts_for_nothing_and_spoils_nothing(store: Store, cut: int) -> None:
    path = store.path / READINGS
    whole = path.read_text(encoding="ascii")
    store.close()
    path.write_text(whole[:-cut], encoding="ascii")
    with Store.open(path.parent) as again:
        assert again.has(KURILS.document, HOW)
        again.add([BAKASSI], how=HOW)
    with Store.open(path.parent) as again:
        assert again.has(BAKASSI.document, HOW)
        assert again.has(KURILS.document, HOW)


def test_compacting_keeps_a_line_for_each_document(store: Store) -> None:
    store.add([KURILS], how="later")
    store.remove(["falklands-2020"])
    store.compact()
    (line,) = (store.path / READINGS).read_text(encoding="ascii").splitlines()
    assert line.startswith(document_iri("kurils-2019").rpartition("/")[2])
    assert store.has(KURILS.document, "later")


def test_copies_know_what_was_read(store: Store, tmp_path: Path) -> None:
    store.close()
    backup(store.path, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "again")
    for path in (tmp_path / "copy", tmp_path / "again"):
        with Store.open(path) as opened:
            assert opened.has(KURILS.document, HOW)


# ------------------------------------------------------------------ articles

ARTICLES = sorted((DATA / "demo").iterdir())[:3]


@pytest.mark.model
def test_export_of_a_store_is_the_file_that_build_makes_of_its_articles_whatever_came_before(
    tmp_path: Path,
) -> None:
    first, second, third = ARTICLES
    path = tmp_path / "news.kg"
    added = add([str(third), str(first)], path)
    assert (added.new, added.replaced, added.unchanged, added.intake.rejected) == (2, 0, 0, 0)
    changed = tmp_path / third.name
    changed.write_text("# Talks\n\nJapan claims Kunashir. Norway claims Jan Mayen.\n", encoding="utf-8")
    added = add([str(changed), str(second), str(first), str(tmp_path / "none.txt")], path)
    assert (added.new, added.replaced, added.unchanged, added.intake.rejected) == (1, 1, 1, 1)
    add([str(third)], path)
    with Store.open(path) as store:
        store.remove([second.name])
    build([str(first), str(third)], tmp_path / "built")
    code, _ = kgraph("export", path, "-o", tmp_path / "exported.ttl")
    exported = (tmp_path / "exported.ttl").read_bytes()
    assert code == 0
    assert exported == (tmp_path / "built" / "graph.ttl").read_bytes()
    assert b"kg:derivedBy" in exported


def test_nothing_to_read_makes_no_store(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["add", str(tmp_path / "none.txt"), "--store", str(tmp_path / "news.kg")])
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------ commands


def kgraph(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    return done.exit_code, done.output


def assertions_of(path: Path) -> int:
    return int(json.loads(kgraph("info", path, "--json")[1])["assertions"])


def test_commands_by_which_a_store_is_kept(store: Store, tmp_path: Path) -> None:
    store.close()
    path, copy = store.path, tmp_path / "copy"
    code, shown = kgraph("info", path)
    assert code == 0
    assert "documents   2\n" in shown
    assert "store       format 1, made by kgraph" in shown
    assert '"documents": 2' in kgraph("info", path, "--json")[1]
    assert "kurils-2019     2019-01-14  Example Times" in kgraph("info", path, "--documents")[1]
    assert '{"id": "falklands-2020", "date": "2020-06-01"' in kgraph("info", path, "--documents", "--json")[1]
    assert kgraph("backup", path, copy) == (0, "")
    assert kgraph("compact", path) == (0, "")
    code, said = kgraph("remove", "kurils-2091", "--store", path)
    assert (code, said) == (2, f"kgraph: {path}: no document 'kurils-2091'; did you mean 'kurils-2019'?\n")
    code, said = kgraph("remove", "qqqqqqqqqqq", "--store", path)
    lists = f"kgraph info {path} --documents lists them"
    assert (code, said) == (2, f"kgraph: {path}: no document 'qqqqqqqqqqq'; {lists}\n")
    before, (code, said) = assertions_of(path), kgraph("remove", "kurils-2019", "--store", path)
    assert code == 0
    gone = before - assertions_of(path)
    assert said.startswith(f"kgraph: documents taken out: 1; assertions gone with them: {gone}; triples: ")
    assert "documents   1\n" in kgraph("info", path)[1]
    assert kgraph("restore", copy, path)[0] == 2
    assert "no such backup; kgraph backup STORE" in kgraph("restore", tmp_path / "none", path)[1]
    assert kgraph("restore", copy, path, "--overwrite") == (0, "")
    assert "documents   2\n" in kgraph("info", path)[1]


def test_info_counts_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(to_turtle(Graph(to_triples([KURILS]))), encoding="utf-8")
    code, shown = kgraph("info", tmp_path / "x.ttl")
    assert code == 0
    assert "documents   1\nassertions  12\nevidence    12\ninferred    0\n" in shown
    assert "published   2019-01-14 to 2019-01-14\nsources     Example Times (1)\n" in shown
    assert "store" not in shown


def test_info_counts_what_lies_in_the_folder_of_a_build(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(Graph(to_triples([KURILS]))), encoding="utf-8")
    assert kgraph("info", tmp_path) == kgraph("info", tmp_path / "graph.ttl")


def test_damage_that_shows_only_while_reading_is_one_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Graph:
        raise RuntimeError(
            "Corruption: block checksum mismatch: stored = 1, computed = 2 in /x/news.kg/triples/000012.sst"
        )

    monkeypatch.setattr("kgraph.store.count_content", broken)
    (tmp_path / "x.ttl").touch()
    code, said = kgraph("info", tmp_path / "x.ttl")
    assert code == 2
    assert said.startswith(
        "kgraph: /x/news.kg: damaged (block checksum mismatch: stored = 1, computed = 2 in 000012.sst)"
    )
    assert told(RuntimeError("a bug of ours")) is None


# ------------------------------------------------------------------ kill -9

WRITER = """
import sys
import handmade
from kgraph.store import Store
kurils, falklands, bakassi = handmade.all_readings()
with Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    while True:
        store.add([falklands, bakassi])
        store.remove(["falklands-2020", "bakassi-2008"])
"""


@pytest.mark.parametrize("bulk", [1, 20_000], ids=["bulk loads", "transactions"])
def test_killed_writer_leaves_the_store_before_or_after_a_change(bulk: int, tmp_path: Path) -> None:
    path = tmp_path / "news.kg"
    with Store.open(path) as store:
        store.add([KURILS])
    states = {to_turtle(Graph([*read, *derive(read)])) for read in map(Graph, ALL_STATES)}
    code = WRITER.replace("import sys", f"import sys, kgraph.store.store\nkgraph.store.store.BULK = {bulk}")
    for moment in (0.0, 0.07):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(timeout=moment)
            child.kill()
        with Store.open(path) as store:
            assert to_turtle(store.graph) in states
            assert not list(path.glob("*/bulk-*"))


GAZETTEER = Gazetteer.load()
ALL_STATES = [list(to_triples(found, GAZETTEER)) for found in ([KURILS], [KURILS, FALKLANDS, BAKASSI])]
