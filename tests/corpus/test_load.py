"""Parts loaded in bulk make the store that reading their documents makes, whatever else lies among them."""

import gzip
import random
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import handmade
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import OWN, readings

import kgraph.corpus.filling
import kgraph.corpus.load
import kgraph.corpus.part_lines
from kgraph.corpus import Partition, read_partition
from kgraph.corpus.load import Loaded, load_parts
from kgraph.derive import derive
from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.folder import open_folder
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import to_turtle, write_graph
from kgraph.model import Document, Reading
from kgraph.store import Store
from kgraph.vocab import Predicate

GAZETTEER = Gazetteer.load()
KURILS, FALKLANDS, BAKASSI = handmade.all_readings()


@dataclass(frozen=True)
class Known:
    """Reads documents by looking up what was found in them."""

    readings: Mapping[Document, Reading]
    gazetteer: Gazetteer = GAZETTEER

    @property
    def own(self) -> "Known":
        """The predicates beside those of the ontology."""
        return self

    @property
    def predicates(self) -> Mapping[str, Predicate]:
        """Own predicates by name."""
        return {OWN.name: OWN}

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Give what was found in documents."""
        return (self.readings[document] for document in documents)


def write_part(folder: Path, found: Sequence[Reading]) -> Path:
    """Write the part of some documents as `kgraph build` does; give its triples."""
    folder.mkdir(exist_ok=True, parents=True)
    by_document = {reading.document: reading for reading in found}
    partition = Partition(tuple(by_document), "test")
    done = read_partition(partition, Known(by_document), folder)
    return folder / f"{done.digest}.nt"


def turtle_of(*found: Reading) -> str:
    """Write the graph of some documents, with what follows from it."""
    read = Graph(to_triples(found, GAZETTEER, {OWN.name: OWN}))
    return to_turtle([*read, *derive(read)])


def load(paths: Iterable[Path], store: Path) -> Loaded:
    return load_parts(paths, store, gazetteer=GAZETTEER)


def held(store: Path) -> str:
    return to_turtle(open_folder(store))


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A folder with two parts of three documents."""
    for found in ([KURILS, FALKLANDS], [BAKASSI]):
        write_part(tmp_path / "parts", found)
    return tmp_path / "parts"


# ------------------------------------------------------------------ what a store holds then


@settings(max_examples=8)
@given(
    found=st.lists(readings("abcdef"), max_size=6, unique_by=lambda reading: reading.document.id),
    number=st.integers(1, 3),
    draw=st.randoms(use_true_random=False),
)
def test_parts_in_any_order_and_number_make_the_store_of_their_documents(
    tmp_path_factory: pytest.TempPathFactory, found: list[Reading], number: int, draw: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("load")
    cut = [write_part(folder / "parts", found[first::number]) for first in range(number)]
    draw.shuffle(cut)
    first = draw.randrange(len(cut)) + 1
    load(cut[:first], folder / "news.kg")
    load(draw.choices(cut, k=2) + cut[first:] + cut[:1], folder / "news.kg")
    assert held(folder / "news.kg") == turtle_of(*found)


def test_folder_of_parts_makes_the_store_of_their_documents(parts: Path, tmp_path: Path) -> None:
    loaded = load([parts], tmp_path / "news.kg")
    assert held(tmp_path / "news.kg") == turtle_of(KURILS, FALKLANDS, BAKASSI)
    assert (loaded.parts, loaded.rejected, loaded.documents) == (2, 0, 3)
    assert loaded.triples == len(open_folder(tmp_path / "news.kg"))


def test_output_of_a_build_has_the_parts_of_its_last_run(parts: Path, tmp_path: Path) -> None:
    last = write_part(parts, [KURILS])
    (parts / "parts.txt").write_text(f"{last.stem}\n", encoding="ascii")
    assert load([tmp_path], tmp_path / "news.kg").parts == 1
    assert held(tmp_path / "news.kg") == turtle_of(KURILS)


def test_part_of_a_run_that_was_stopped_is_none(parts: Path, tmp_path: Path) -> None:
    stopped = write_part(parts, [handmade.kurils()])
    stopped.with_suffix(".json").unlink()
    assert load([parts], tmp_path / "news.kg").parts == 2


@pytest.mark.parametrize("suffix", [".nt", ".nt.gz", ".ttl", ".nt.zst"])
def test_whole_graphs_are_parts_too_and_what_they_derive_is_derived_anew(
    suffix: str, parts: Path, tmp_path: Path
) -> None:
    (of_two, of_one) = (Graph(to_triples(one, GAZETTEER)) for one in ([KURILS, FALKLANDS], [BAKASSI]))
    files = [tmp_path / f"{number}{suffix}" for number in (1, 2)]
    for graph, path in zip((of_two, of_one), files, strict=True):
        bare = path.with_suffix("") if suffix == ".nt.zst" else path
        write_graph([*graph, *derive(graph)], bare)
        if suffix == ".nt.zst":
            zstd = pytest.importorskip("backports.zstd")
            path.write_bytes(zstd.compress(bare.read_bytes()))
    load(files, tmp_path / "news.kg")
    assert held(tmp_path / "news.kg") == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_lines_that_others_write_are_read(parts: Path, tmp_path: Path) -> None:
    for path in parts.glob("*.nt"):
        text = path.read_text(encoding="utf-8")
        other = tmp_path / f"other-{path.name}"
        text = "# by hand\n\n" + text.replace(" ", "\t", 1)
        other.write_text(text, encoding="utf-8", newline="\r\n")
    loaded = load(sorted(tmp_path.glob("other-*.nt")), tmp_path / "news.kg")
    assert (loaded.parts, loaded.documents) == (2, 3)


# ------------------------------------------------------------------ a store that is there


@pytest.mark.parametrize("is_small", [True, False], ids=["little", "much"])
def test_store_that_is_there_keeps_what_it_has(
    is_small: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kgraph.corpus.load, "SMALL", 20_000 if is_small else 0)
    with Store.open(tmp_path / "news.kg") as store:
        store.add([KURILS, BAKASSI], gazetteer=GAZETTEER)
    load([write_part(tmp_path / "parts", [FALKLANDS])], tmp_path / "news.kg")
    assert held(tmp_path / "news.kg") == turtle_of(KURILS, FALKLANDS, BAKASSI)


@pytest.mark.parametrize("is_small", [True, False], ids=["little", "much"])
@settings(max_examples=8)
@given(
    there=st.lists(readings("abcd"), max_size=4, unique_by=lambda reading: reading.document.id),
    new=st.lists(readings("abcd"), max_size=4, unique_by=lambda reading: reading.document.id),
)
def test_document_that_was_read_otherwise_takes_the_old_ones_place(
    is_small: bool,
    tmp_path_factory: pytest.TempPathFactory,
    there: list[Reading],
    new: list[Reading],
) -> None:
    folder = tmp_path_factory.mktemp("replace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kgraph.corpus.load, "SMALL", 20_000 if is_small else 0)
        load([write_part(folder / "one", there)], folder / "news.kg")
        load([write_part(folder / "two", new)], folder / "news.kg")
    wanted = {reading.document.id: reading for reading in (*there, *new)}
    assert held(folder / "news.kg") == turtle_of(*wanted.values())


def test_store_that_another_changes_is_left_alone(parts: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.kg") as store:
        store.add([KURILS], gazetteer=GAZETTEER)
        with pytest.raises(GraphError, match="open for changes already"):
            load([parts], tmp_path / "news.kg")
    assert [path.name for path in tmp_path.glob(".kgraph-*")] == []
    assert held(tmp_path / "news.kg") == turtle_of(KURILS)


# ------------------------------------------------------------------ what is damaged, or none of ours


def cut_line(data: bytes) -> bytes:
    return data[:-40]


def cut_lines(data: bytes) -> bytes:
    return b"".join(data.splitlines(keepends=True)[:-3])


def garble(data: bytes) -> bytes:
    return data.replace(b"> <", b"> < ", 1)


@pytest.mark.parametrize("is_large", [False, True], ids=["small", "larger than is loaded at a time"])
@pytest.mark.parametrize(
    ("damage", "told"),
    [(cut_line, "not N-Triples"), (cut_lines, "build again"), (garble, "N-Triples")],
)
def test_damaged_part_is_named_and_the_others_are_loaded(
    damage: object, told: str, is_large: bool, parts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_large:
        monkeypatch.setattr(kgraph.corpus.filling, "BATCH_BYTES", 2_000)
        monkeypatch.setattr(kgraph.corpus.part_lines, "BLOCK_BYTES", 1_000)
    damaged = write_part(tmp_path / "parts", [KURILS])
    damaged.write_bytes(damage(damaged.read_bytes()))  # type: ignore[operator]
    loaded = load([parts], tmp_path / "news.kg")
    assert (loaded.parts, loaded.rejected) == (2, 1)
    (rejection,) = loaded.rejections
    assert rejection.where == str(damaged)
    assert told in rejection.reason
    assert held(tmp_path / "news.kg") == turtle_of(KURILS, FALKLANDS, BAKASSI)


FOREIGN = [
    (b'<http://example.org/a> <http://xmlns.com/foaf/0.1/name> "A" .\n', "http://example.org/a"),
    (
        b'<https://w3id.org/kgraph/id/japan> <http://dbpedia.org/ontology/population> "7" .\n',
        "http://dbpedia.org/ontology/population",
    ),
    (b"_:a <https://w3id.org/kgraph/ns#known> _:b .\n", "_:a"),
    (b"<https://w3id.org/kgraph/id/japan> <https://w3id.org/kgraph/ns#claims> _:b .\n", "blank node"),
    (b"<!DOCTYPE html><html>\n<body> a page </body>\n", "not N-Triples"),
]


@pytest.mark.parametrize(("content", "told"), FOREIGN)
def test_file_that_is_no_graph_of_ours_is_named(
    content: bytes, told: str, parts: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.nt").write_bytes(content)
    loaded = load(
        [tmp_path / "other.nt", parts, tmp_path / "missing.nt", tmp_path / "news.txt"], tmp_path / "news.kg"
    )
    assert (loaded.parts, loaded.rejected) == (2, 3)
    assert told in next(each.reason for each in loaded.rejections if each.where.endswith("other.nt"))
    assert held(tmp_path / "news.kg") == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_damaged_gzip_file_is_named(parts: Path, tmp_path: Path) -> None:
    packed = tmp_path / "part.nt.gz"
    packed.write_bytes(gzip.compress(next(parts.glob("*.nt")).read_bytes())[:-20])
    loaded = load([packed, parts], tmp_path / "news.kg")
    assert [each.reason for each in loaded.rejections if "gzip file is damaged" in each.reason]
    assert loaded.parts == 2


def test_nothing_that_can_be_loaded_makes_no_store(tmp_path: Path) -> None:
    (tmp_path / "other.nt").write_bytes(FOREIGN[0][0])
    with pytest.raises(GraphError, match="nothing could be loaded"):
        load([tmp_path / "other.nt"], tmp_path / "news.kg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.nt"]


def test_texts_of_one_document_that_differ_are_told(tmp_path: Path) -> None:
    other = Reading(
        document=Document(id=BAKASSI.document.id, text="Another text."),
        assertions=(),
        sentences=1,
        sentences_with_assertion=0,
    )
    files = [write_part(tmp_path / "parts", [each]) for each in (BAKASSI, other)]
    assert len(load(files, tmp_path / "news.kg").texts_differ) == 1


def test_draft_that_a_killed_load_left_is_swept(parts: Path, tmp_path: Path) -> None:
    load([parts], tmp_path / "news.kg")
    shutil.copytree(tmp_path / "news.kg", tmp_path / ".kgraph-0123.load")
    load([parts], tmp_path / "news.kg")
    assert not list(tmp_path.glob(".kgraph-*"))
