"""Partitions: the same documents are cut the same way, and a change moves only what is near it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.corpus.partition import MAX_CHARACTERS, MAX_DOCUMENTS, LeftOut, Partition, cut, digest_item
from kgraph.model import Document
from kgraph.reading import RawPage


def articles(number: int) -> list[Document]:
    return [Document(id=f"n{at}", text=f"Article {at} says nothing.") for at in range(number)]


def digests(documents: Sequence[Document], reader: str = "") -> list[str]:
    return [partition.digest for partition in cut(documents, reader)]


def test_every_document_is_in_one_partition_in_order() -> None:
    documents = articles(1000)
    partitions = list(cut(documents, ""))
    assert [item for partition in partitions for item in partition.items] == documents
    assert [partition.first for partition in partitions[:2]] == [0, len(partitions[0].items)]
    assert 10 < len(partitions) < 100


@given(at=st.integers(0, 1000), change=st.sampled_from(["comes", "goes", "changes"]))
def test_a_document_that_comes_goes_or_changes_leaves_all_but_two_or_three_partitions(
    at: int, change: str
) -> None:
    documents = articles(1001)
    other = Document(id="other", text="Something else.")
    after = {
        "comes": [*documents[:at], other, *documents[at:]],
        "goes": documents[:at] + documents[at + 1 :],
        "changes": [*documents[:at], other, *documents[at + 1 :]],
    }[change]
    assert len(set(digests(after)) - set(digests(documents))) <= 3


def test_a_partition_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.corpus.partition.MEAN_DOCUMENTS", 10**9)
    assert [len(partition.items) for partition in cut(articles(300), "")] == [
        MAX_DOCUMENTS,
        MAX_DOCUMENTS,
        44,
    ]
    long = [Document(id=str(at), text="x" * (MAX_CHARACTERS // 2)) for at in range(5)]
    assert [len(partition.items) for partition in cut(long, "")] == [2, 2, 1]
    pages = [RawPage(id=str(at), data=b"x" * (MAX_CHARACTERS // 2), where="p.html") for at in range(5)]
    assert [len(partition.items) for partition in cut(pages, "")] == [2, 2, 1]


def test_a_partition_is_held_at_a_time() -> None:
    taken = []

    def source() -> object:
        for document in articles(1000):
            taken.append(document)
            yield document

    first = next(cut(source(), ""))  # type: ignore[arg-type]
    assert len(taken) == len(first.items)


@pytest.mark.parametrize("field", ["id", "text", "title", "url", "source"])
def test_whatever_a_document_tells_counts(field: str) -> None:
    document = Document(id="a", text="b")
    assert digest_item(document) != digest_item(replace(document, **{field: "c"}))
    assert digest_item(document) == digest_item(Document(id="a", text="b", digest="of the text"))


def test_where_a_page_was_found_does_not_count() -> None:
    page = RawPage(id="a", data=b"<p>", where="/here/a.html")
    assert digest_item(page) == digest_item(replace(page, where="/there/a.html", line=2))
    assert digest_item(page) != digest_item(replace(page, data=b"<b>"))


def test_what_reads_counts() -> None:
    assert set(digests(articles(100), "one")).isdisjoint(digests(articles(100), "another"))


def test_a_complaint_names_the_place_in_this_input() -> None:
    page = RawPage(id="a", data=b"", where="pages.warc.gz", line=7)
    partition = Partition((Document(id="n1", text=""), page), "")
    assert str(partition.complain(LeftOut(place=0, reason="why"))) == "n1: why"
    assert str(partition.complain(LeftOut(place=1, reason="why"))) == "pages.warc.gz:7: why"
