"""A store on disk holds what its documents make, and survives mistakes of its users."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import handmade
import pytest

from kgraph.derive import derive
from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.folder import FORMAT, MARKER, TRIPLES, open_folder, told_of
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.graph.write import to_turtle
from kgraph.graphs import open_graph
from kgraph.store import Store, backup, restore

KURILS, FALKLANDS, BAKASSI = handmade.all_readings()


def turtle_of(*readings: object) -> str:
    read = Graph(to_triples(readings, Gazetteer.load()))  # type: ignore[arg-type]
    return to_turtle(Graph([*read, *derive(read)]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of three documents."""
    path = tmp_path / "news.kg"
    with Store.open(path) as store:
        store.add([KURILS, FALKLANDS, BAKASSI])
    return path


# ------------------------------------------------------------------ what it holds


def test_store_has_the_bytes_of_the_graph_of_its_documents(path: Path) -> None:
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_adding_again_changes_nothing(path: Path) -> None:
    with Store.open(path) as store:
        assert not store.add([BAKASSI, KURILS])
        assert not store.add([])


def test_removed_document_leaves_no_trace(path: Path) -> None:
    with Store.open(path) as store:
        assert store.remove(["falklands-2020"]).gone
        assert to_turtle(store.graph) == turtle_of(KURILS, BAKASSI)
        store.remove(["kurils-2019", "bakassi-2008"])
        assert len(store.graph) == 0


def test_documents_added_one_by_one_make_the_same_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x") as store:
        for reading in (BAKASSI, FALKLANDS, KURILS):
            store.add([reading])
        assert to_turtle(store.graph) == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_a_table_of_things_may_be_given_by_its_file(tmp_path: Path) -> None:
    table = tmp_path / "things.tsv"
    table.write_text("id\tlat\tlon\nkunashir\t44.25\t145.75\n", encoding="utf-8")
    with Store.open(tmp_path / "x") as store:
        store.add([KURILS], gazetteer=table)
        assert "44.25" in to_turtle(store.graph)


def test_one_document_alone_is_removed_by_its_id(path: Path) -> None:
    with Store.open(path) as store:
        store.remove("falklands-2020")
        assert to_turtle(store.graph) == turtle_of(KURILS, BAKASSI)


def test_a_document_that_nobody_has_read_is_not_put_in(tmp_path: Path) -> None:
    with (
        Store.open(tmp_path / "x") as store,
        pytest.raises(TypeError, match=r"is no reading: kgraph\.extract"),
    ):
        store.add([KURILS.document])  # type: ignore[list-item]


def test_much_at_once_goes_by_the_bulk_loader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.store.BULK", 1)
    with Store.open(tmp_path / "x") as store:
        store.add([KURILS])
        store.add([FALKLANDS])
        assert to_turtle(store.graph) == turtle_of(KURILS, FALKLANDS)


@pytest.mark.parametrize(
    "name", ["a store with blanks", "новости.kg", "ニュース", 'it\'s "quoted"', "x" * 255]
)
def test_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / "new folder" / name) as store:
        store.add([KURILS])
    assert to_turtle(open_graph(tmp_path / "new folder" / name)) == turtle_of(KURILS)
    assert [each.name for each in (tmp_path / "new folder").iterdir()] == [name]


def test_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add([KURILS])
    assert to_turtle(open_graph(tmp_path)) == turtle_of(KURILS)


def test_reader_has_what_was_there_when_it_opened(path: Path) -> None:
    before = open_folder(path)
    with Store.open(path) as store:
        store.remove(["falklands-2020"])
        store.compact()
        assert to_turtle(before) == turtle_of(KURILS, FALKLANDS, BAKASSI)
        assert to_turtle(open_folder(path)) == turtle_of(KURILS, BAKASSI)


def test_compacting_changes_no_triple(path: Path) -> None:
    with Store.open(path) as store:
        store.compact()
        assert to_turtle(store.graph) == turtle_of(KURILS, FALKLANDS, BAKASSI)


# ------------------------------------------------------------------ mistakes


def complaint(action: object, *arguments: object, **options: object) -> str:
    """Give the one line that an action ends in."""
    with pytest.raises(GraphError) as caught:
        action(*arguments, **options)  # type: ignore[operator]
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_unknown_document_is_named_with_those_like_it(path: Path) -> None:
    with Store.open(path) as store:
        said = complaint(store.remove, ["bakassi-2008", "kurils-2091"])
        assert said == f"{path}: no document 'kurils-2091'; did you mean 'kurils-2019'?"
        assert to_turtle(store.graph) == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_missing_store_is_made_only_where_it_is_wanted(tmp_path: Path) -> None:
    for action in (open_folder, lambda path: Store.open(path, new=False)):
        said = complaint(action, tmp_path / "none.kg")
        assert (
            said
            == f"{tmp_path}/none.kg: no such store; kgraph add SOURCE --store {tmp_path}/none.kg makes one"
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("action", [Store.open, open_folder])
def test_foreign_folder_stays_as_it_is(tmp_path: Path, action: object) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    assert f"{tmp_path}: no store: it has no kgraph.json; " in complaint(action, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("action", [Store.open, open_folder])
def test_file_in_place_of_a_folder(tmp_path: Path, action: object) -> None:
    (tmp_path / "x").write_text("no store", encoding="utf-8")
    assert complaint(action, tmp_path / "x") == f"{tmp_path}/x: no store but a file; a store is a folder"


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        (
            '{"format": 2, "kgraph": "9.0"}',
            "a store of format 2, made by kgraph 9.0; .* install a newer kgraph",
        ),
        (
            '{"format": 0, "kgraph": "0.0.1"}',
            "a store of format 0, .* make it anew with kgraph add, or export it",
        ),
        ("{", "damaged"),
        ('{"format": "x"}', "damaged"),
        ("[]", "damaged"),
    ],
)
@pytest.mark.parametrize("action", [Store.open, open_folder])
def test_store_of_another_format_or_with_a_broken_mark(
    path: Path, marker: str, message: str, action: object
) -> None:
    (path / MARKER).write_text(marker, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        action(path)  # type: ignore[operator]


def test_mark_says_the_format_and_who_made_it(path: Path) -> None:
    from kgraph import __version__

    assert json.loads((path / MARKER).read_text(encoding="utf-8")) == {
        "format": FORMAT,
        "kgraph": __version__,
    }


def test_second_writer_of_the_same_process_is_told(path: Path) -> None:
    with Store.open(path):
        assert "open for changes already, in this very process" in complaint(Store.open, path)
    Store.open(path).close()


@pytest.fixture
def writer(path: Path) -> Iterator[None]:
    """Another process that has the store open for changes."""
    code = "import sys; from kgraph.store import Store; s = Store.open(sys.argv[1]); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        yield
        child.communicate(b"\n")


@pytest.mark.usefixtures("writer")
def test_second_writer_of_another_process_is_told_and_a_reader_reads(path: Path, tmp_path: Path) -> None:
    said = complaint(Store.open, path)
    assert said == f"{path}: in use by another process that changes it; wait for its end"
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, FALKLANDS, BAKASSI)
    assert "in use by another process" in complaint(backup, path, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_closed_store_is_not_used(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.add([KURILS])


# ------------------------------------------------------------------ damage


def put(path: Path, content: bytes) -> None:
    """Replace a file; a backup on the same disk shares the old one."""
    path.unlink()
    path.write_bytes(content)


def damage(path: Path, how: str) -> None:
    files = path / TRIPLES
    tables = sorted(files.glob("*.sst"))
    match how:
        case "garbled":
            for table in tables:
                put(table, table.read_bytes()[:40] + b"?" * (table.stat().st_size - 40))
        case "cut":
            for table in tables:
                put(table, table.read_bytes()[:99])
        case "half copied":
            for table in tables:
                table.unlink()
        case "no CURRENT":
            (files / "CURRENT").unlink()
        case "no manifest":
            next(files.glob("MANIFEST-*")).unlink()
        case "no triples":
            shutil.rmtree(files)


DAMAGES = ["garbled", "cut", "half copied", "no CURRENT", "no manifest", "no triples"]


@pytest.mark.parametrize("how", DAMAGES)
@pytest.mark.parametrize("action", [Store.open, open_folder])
def test_damaged_store_is_told_and_left_alone(path: Path, how: str, action: object) -> None:
    Store.open(path).compact()
    damage(path, how)
    before = sorted(each.name for each in path.iterdir())
    said = complaint(action, path)
    assert said.startswith(f"{path}: damaged (")
    assert said.endswith(f"; take it back from a backup: kgraph restore BACKUP {path} --overwrite")
    assert sorted(each.name for each in path.iterdir()) == before


@pytest.mark.parametrize("how", DAMAGES)
def test_damaged_store_is_replaced_by_its_backup(path: Path, how: str, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy")
    damage(path, how)
    restore(tmp_path / "copy", path, overwrite=True)
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, FALKLANDS, BAKASSI)


# ------------------------------------------------------------------ copies


def test_backup_is_a_store_of_its_own(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy")
    with Store.open(path) as store:
        store.remove(["falklands-2020"])
        store.compact()
    assert to_turtle(open_graph(tmp_path / "copy")) == turtle_of(KURILS, FALKLANDS, BAKASSI)
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, BAKASSI)
    restore(tmp_path / "copy", tmp_path / "again")
    with Store.open(tmp_path / "again") as store:
        store.remove(["bakassi-2008"])
    assert to_turtle(open_graph(tmp_path / "copy")) == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_nothing_is_overwritten_unless_it_is_said(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy")
    assert "copy: is there already; name a new folder" in complaint(backup, path, tmp_path / "copy")
    assert "news.kg: is there already; --overwrite" in complaint(restore, tmp_path / "copy", path)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").touch()
    said = complaint(restore, tmp_path / "copy", tmp_path / "letters", overwrite=True)
    assert said == f"{tmp_path}/letters: is there already and no store; name another folder"
    assert (tmp_path / "letters" / "letter.txt").exists()


@pytest.mark.usefixtures("writer")
def test_store_in_use_is_not_replaced(path: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other") as store:
        store.add([KURILS])
    assert "in use by another process" in complaint(restore, tmp_path / "other", path, overwrite=True)


def test_broken_backup_replaces_nothing(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "copy")
    damage(tmp_path / "copy", "half copied")
    assert f"{tmp_path}/copy: damaged" in complaint(restore, tmp_path / "copy", path, overwrite=True)
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, FALKLANDS, BAKASSI)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy", "news.kg"]


def test_what_a_killed_bulk_load_left_goes_with_the_next_writer(path: Path) -> None:
    orphan = path / TRIPLES / "bulk-1234.sst"
    orphan.write_bytes(b"left over")
    assert to_turtle(open_graph(path)) == turtle_of(KURILS, FALKLANDS, BAKASSI)
    assert orphan.exists()  # a reader leaves it: it may be a load under way
    Store.open(path).close()
    assert not orphan.exists()


def test_full_disk_is_told_and_the_store_is_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Oxigraph's own words, as it said them on a disk of 2 MB that was full."""
    full = (
        "IO error: No space left on device: While appending to file: /x/000012.log: No space left on device"
    )

    def no_room(*_: object) -> None:
        raise OSError(full)

    with Store.open(tmp_path / "x") as store:
        store.add([KURILS])
        with monkeypatch.context() as patch:
            patch.setattr(Graph, "apply", no_room)
            said = complaint(store.add, [FALKLANDS])
        assert (
            said == f"{tmp_path}/x: the disk is full; free some space and try again: nothing was half written"
        )
        assert to_turtle(store.graph) == turtle_of(KURILS)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError("IO error: While open a file for appending: x/LOG: Permission denied"), "no permission"),
        (PermissionError(13, "Permission denied"), "cannot be written: Permission denied"),
        (RuntimeError("Transaction are only possible on read-write instances"), "open for reading only"),
        (RuntimeError("IO error: something new"), "something new"),
    ],
)
def test_what_the_disk_says_is_one_line(error: Exception, message: str) -> None:
    with pytest.raises(GraphError, match=message), told_of(Path("news.kg")):
        raise error


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(RuntimeError, match="of ours"), told_of(Path("news.kg")):
        raise RuntimeError("a bug of ours")


def test_write_to_a_view_is_refused(path: Path) -> None:
    with pytest.raises(GraphError, match="open for reading only"), told_of(path):
        open_folder(path).apply(Change(gone=frozenset(open_folder(path))))
