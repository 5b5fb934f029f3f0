"""Graph files of any sort are read right or refused in one line, and literals keep their spelling."""

import gzip
import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from kgraph.errors import GraphError
from kgraph.graph import guarded
from kgraph.graph.guarded import MAX_DEPTH, GuardedJson
from kgraph.graph.store import Graph
from kgraph.graph.triple_file import SUFFIXES, TripleFile
from kgraph.graph.write import write_graph
from kgraph.vocab import PREFIXES

XSD = PREFIXES["xsd"]
SPELLINGS = (
    f"""<a:b> <a:c> 01 , 1.50 , -7.0 , 1E3 , "x"@EN-gb , "24:00:00"^^<{XSD}time> , "1"^^<{XSD}boolean> .\n"""
)


def written(path: Path, content: str | bytes) -> TripleFile:
    """Write a file and open it."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return TripleFile(path)


def labels(triples: TripleFile) -> set[str]:
    """List the labels of the blank nodes."""
    return {term.value for t in triples for term in (t.subject, t.object) if isinstance(term, BlankNode)}


# ------------------------------------------------------------------ what is kept


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".ttl.gz", ".nt.gz"])
def test_from_file_to_file_literals_keep_their_spelling(suffix: str, tmp_path: Path) -> None:
    source = written(tmp_path / "in.ttl", SPELLINGS)
    write_graph(source, tmp_path / f"out{suffix}")
    found = {(t.object.value, t.object.language) for t in TripleFile(tmp_path / f"out{suffix}")}
    assert found == {
        *((value, None) for value in ("01", "1.50", "-7.0", "1E3", "24:00:00", "1")),
        ("x", "en-gb"),
    }


def test_graph_keeps_the_value_of_a_literal_and_not_its_spelling(tmp_path: Path) -> None:
    """Which is why `TripleFile` exists; where this fails, it is no longer needed."""
    source = written(tmp_path / "x.ttl", "<a:b> <a:c> 01 , 1.50 .")
    assert {t.object.value for t in Graph(source)} == {"1", "1.5"}


def test_file_is_read_anew_each_time(tmp_path: Path) -> None:
    source = written(tmp_path / "x.ttl", SPELLINGS)
    assert list(source) == list(source)


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld"])
@pytest.mark.parametrize("packed", [False, True])
def test_byte_order_mark_is_passed_over(suffix: str, packed: bool, tmp_path: Path) -> None:
    text = '[{"@id":"a:b","a:c":"d"}]' if suffix == ".jsonld" else '<a:b> <a:c> "d" .\n'
    content = b"\xef\xbb\xbf" + text.encode()
    name = f"x{suffix}.gz" if packed else f"x{suffix}"
    source = written(tmp_path / name, gzip.compress(content) if packed else content)
    assert [t.object.value for t in source] == ["d"]


def test_windows_line_ends_are_no_part_of_a_name(tmp_path: Path) -> None:
    source = written(tmp_path / "x.nt", '<a:b> <a:c> <a:d> .\r\n\r\n<a:b> <a:c> "e" .\r\n')
    assert {t.object.value for t in source} == {"a:d", "e"}


def test_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    write_graph(written(tmp_path / "X.TTL", SPELLINGS), tmp_path / "Y.NT.GZ")
    assert set(TripleFile(tmp_path / "Y.NT.GZ")) == set(TripleFile(tmp_path / "X.TTL"))


def test_right_to_left_marks_and_zeros_stay_in_texts(tmp_path: Path) -> None:
    source = written(tmp_path / "x.nt", '<a:b> <a:c> "\u202eabc\u200f\x00" .')
    write_graph(source, tmp_path / "y.ttl")
    assert [t.object.value for t in TripleFile(tmp_path / "y.ttl")] == ["\u202eabc\u200f\x00"]


@pytest.mark.parametrize("nested", ["[ <a:c> " * 3000 + "1" + "]" * 3000, "(" * 3000 + ")" * 3000])
def test_deep_nesting_of_turtle_is_read(nested: str, tmp_path: Path) -> None:
    assert len(list(written(tmp_path / "x.ttl", f"<a:b> <a:c> {nested} ."))) > 3000


def test_text_of_ten_megabytes_is_read_and_written(tmp_path: Path) -> None:
    text = "[(x)]\n" * 1_700_000
    source = written(tmp_path / "x.ttl", f'<a:b> <a:c> """{text}""" .')
    write_graph(source, tmp_path / "y.ttl")
    assert set(TripleFile(tmp_path / "y.ttl")) == set(source)


# ------------------------------------------------------------------ blank nodes


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    first = written(tmp_path / "a.ttl", '_:x <a:c> "1" . [] <a:c> "2" .')
    second = written(tmp_path / "b.ttl", '_:x <a:c> "3" . [] <a:c> "4" .')
    assert len(labels(first)) == len(labels(second)) == 2
    assert not labels(first) & labels(second)


def test_blank_nodes_have_the_same_labels_each_time_packed_or_not(tmp_path: Path) -> None:
    content = b"_:x <a:c> [ <a:d> _:x , ( 1 2 ) ] ."
    first = written(tmp_path / "a.ttl", content)
    packed = written(tmp_path / "b.ttl.gz", gzip.compress(content))
    assert set(first) == set(first) == set(packed)


def test_a_file_that_we_wrote_keeps_the_labels_of_its_blank_nodes(tmp_path: Path) -> None:
    """So that writing, merging and writing again do not multiply them."""
    write_graph(written(tmp_path / "a.ttl", "<a:b> <a:c> [ <a:d> [] ] ."), tmp_path / "b.ttl")
    write_graph(TripleFile(tmp_path / "b.ttl"), tmp_path / "c.jsonld")
    write_graph(TripleFile(tmp_path / "c.jsonld"), tmp_path / "d.ttl")
    assert (tmp_path / "d.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


def test_links_between_blank_nodes_are_kept(tmp_path: Path) -> None:
    source = written(tmp_path / "a.ttl", "_:x <a:c> _:y . _:y <a:c> _:x , _:y .")
    assert {(t.subject == t.object) for t in source} == {True, False}
    assert len(labels(source)) == 2


# ------------------------------------------------------------------ what is refused

NESTED = '{"a:b":' * (MAX_DEPTH + 1) + "1" + "}" * (MAX_DEPTH + 1)
HIDDEN = '{"a:b}}]]\\"":' * (MAX_DEPTH + 1) + "1" + "}" * (MAX_DEPTH + 1)
REFUSED = [
    ("x.ttl", b'<a:b> <a:c> "\xe9\x96" .', r"x\.ttl:1:14: not Turtle: .*UTF-8.*save the file as UTF-8"),
    ("x.nt", b'<a:b> <a:c> "\xed\xa0\x80" .', r"x\.nt:1:14: not N-Triples: .*UTF-8"),
    ("x.ttl", '<a:b> <a:c> "é" .'.encode("utf-16"), r"x\.ttl:1:1: .*UTF-16; save it as UTF-8"),
    ("x.ttl", b"<a:b> <a:c> <a:d> .\n<a:b> <a:c", r"x\.ttl:2:7: not Turtle: Unexpected end of file$"),
    ("x.nt", b'<a:b> <a:c> <a:d> .\n<a:b> <a:c> "abc', r"x\.nt:2:\d+: not N-Triples: "),
    (
        "x.ttl",
        b"<b> <a:c> <a:d> .",
        r"x\.ttl:1:1: not Turtle: No scheme .*relative IRI: give the file an @base",
    ),
    ("x.jsonld", b'[{"@id":"foo","a:c":"d"}]', r"x\.jsonld: not JSON-LD: .*'foo'.*relative IRI"),
    ("x.ttl", b"<a:b c> <a:c> <a:d> .", r"x\.ttl:1:1: not Turtle: Invalid IRI code point ' '$"),
    ("x.ttl", b'<a:b> <a:c> "\\uD800" .', r"x\.ttl:1:14: not Turtle: .*D800"),
    ("x.ttl", b"<!DOCTYPE html>\n<html>", r"x\.ttl:1:1: not Turtle: .*it is a web page"),
    ("x.nq", b"\n <HTML>\n", r"x\.nq:2:\d+: not N-Quads: .*it is a web page"),
    ("x.ttl", b'{"@id":"a:b"}', r"x\.ttl:1:\d+: not Turtle: .*JSON"),
    ("x.ttl", b"<?xml version='1.0'?>", r"x\.ttl:1:1: not Turtle: .*it is XML"),
    ("x.ttl", gzip.compress(b"<a:b> <a:c> <a:d> .", mtime=0), r"x\.ttl:1:\d+: not Turtle: .*name it \.gz"),
    ("x.jsonld", b"", r"x\.jsonld:1:1: not JSON-LD: Unexpected end of file"),
    ("x.jsonld", b'{"@context":"https://x.example/c"}', r"x\.jsonld: not JSON-LD: .*nothing is fetched"),
    ("x.jsonld", b'{"a": 1}', r"x\.jsonld: no triple in it: it is JSON, but no JSON-LD"),
    ("x.jsonld", b"[1, 2]", r"x\.jsonld: no triple in it: it is JSON, but no JSON-LD"),
    ("x.jsonld", b'{"a": "' + b"b" * 99_999 + b'"}', r"x\.jsonld: no triple in it: it is JSON"),
    ("x.jsonld", NESTED.encode(), r"x\.jsonld: not a graph .*nested more than 500 deep"),
    ("x.jsonld", HIDDEN.encode(), r"x\.jsonld: not a graph .*nested more than 500 deep"),
    ("x.ttl", b"<a:b> <a:c> " + b"(" * 9999, r"x\.ttl: not a graph .*1,000 brackets open"),
    ("x.ttl", b"<" * 3000, r"x\.ttl: not a graph .*1,000 brackets open"),
    (
        "x.ttl",
        b'<a:b> <a:c> "' + b"x" * 20_000_000,
        r"x\.ttl: not Turtle: a name or a text in it is longer than 16 MB",
    ),
    ("x.ttl", b"<a:b> <a:c> <<( <a:b> <a:c> <a:d> )>> .", r"x\.ttl: not a graph .*a triple term of RDF 1\.2"),
    ("x.ttl", b"<a:b> <a:c> <a:d> {| <a:e> <a:f> |} .", r"x\.ttl: not a graph .*a triple term of RDF 1\.2"),
    ("x.ttl", b'<a:b> <a:c> "x"@ar--rtl .', r"x\.ttl: not a graph .*a text with a direction of RDF 1\.2"),
    ("x.ttl.gz", b"", None),
    ("x.jsonld", b"[]", None),
    ("x.jsonld", b'{"@context":{"a":"b:"},"@graph":[]}', None),
    (
        "x.ttl.gz",
        gzip.compress(b'<a:b> <a:c> "x" .' * 99_999)[:-900],
        r"x\.ttl\.gz: cannot be read: .*damaged",
    ),
    ("x.ttl.gz", b"\x1f\x8b\x08\x00junk-junk-junk", r"x\.ttl\.gz: cannot be read: .*damaged"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED, ids=range(len(REFUSED)))
def test_unreadable_file_is_one_line(
    name: str, content: bytes, message: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded, "MAX_OPEN", 1000)
    source = written(tmp_path / name, content)
    if message is None:
        assert list(source) == []
        return
    with pytest.raises(GraphError, match=message) as caught:
        list(source)
    assert len(str(caught.value).splitlines()) == 1


def test_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").mkdir()
    with pytest.raises(GraphError, match=r"x\.ttl: cannot be read: Is a directory"):
        list(TripleFile(tmp_path / "x.ttl"))


def test_broken_source_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "out.ttl").write_text("old", encoding="utf-8")
    with pytest.raises(GraphError, match=r"in\.ttl:1:19: not Turtle"):
        write_graph(written(tmp_path / "in.ttl", "<a:b> <a:c> <a:d> <"), tmp_path / "out.ttl")
    assert (tmp_path / "out.ttl").read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2


@settings(max_examples=150)
@given(content=st.binary(max_size=200), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_are_read_or_refused(
    content: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = written(tmp_path_factory.getbasetemp() / f"any{suffix}", content)
    with suppress(GraphError):
        list(source)


@settings(max_examples=50)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_brackets_in_the_strings_of_json_do_not_count(words: list[str]) -> None:
    text = json.dumps([[word, "[" * 2 * MAX_DEPTH, '\\"'] for word in words]).encode()
    for size in (1, 7, 4096):
        reader = GuardedJson(io.BytesIO(text))
        pieces = iter(lambda reader=reader, size=size: reader.read(size), b"")
        assert b"".join(pieces) == text
