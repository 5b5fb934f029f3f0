"""Other spellings find the known name, and names of other things do not."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.gazetteer import Entry, Gazetteer, Name
from kgraph.gazetteer.matching import key_of
from kgraph.gazetteer.spelling import (
    LINKED,
    OWN_NAMES,
    SHOWN,
    UNSURE,
    Spellings,
    fold_spelling,
    is_namesake,
    similarity,
)
from kgraph.resources import DATA
from kgraph.tables import read_rows

HERE = Path(__file__).parent
VARIANTS = [
    (row.need("written"), row.need("id")) for row in read_rows(HERE / "variants.tsv", ("written", "id"))
]
NEAR = [(row.need("one"), row.need("other")) for row in read_rows(HERE / "near_names.tsv", ("one", "other"))]
LEAST_HITS = 0.80  # measured: 0.84
MOST_WRONG = 0.01  # of the names whose own entry is left out; measured: 0.003


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def without(keys: set[str]) -> Spellings:
    """The names without those of these keys, so that nothing is found because it is known."""
    left = (replace(e, names=tuple(n for n in e.names if key_of(n.text) not in keys)) for e in gazetteer())
    return Spellings(left)


def matched(spellings: Spellings, text: str) -> Entry | None:
    found = spellings.match(text)
    return found.entry if found else None


def test_real_variant_spellings_find_their_entry_and_never_another() -> None:
    spellings = without({key_of(written) for written, _ in VARIANTS})
    found = {written: matched(spellings, written) for written, _ in VARIANTS}
    wrong = {w: found[w] for w, id_ in VARIANTS if found[w] is not None and found[w].entity.id != id_}
    assert wrong == {}
    assert sum(entry is not None for entry in found.values()) / len(VARIANTS) >= LEAST_HITS
    assert len(VARIANTS) >= 150


def others_matched(text: str) -> set[str]:
    """Give whom a name would be linked to if the gazetteer did not know its bearers."""
    own = {entry.entity.id for entry in gazetteer().by_name(text)}
    near = gazetteer().spellings.find(text, LINKED) if not is_namesake(text) else ()
    return {one.entry.entity.id for one in near} - own


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_near_names_of_two_things_never_match(one: str, other: str) -> None:
    for asked, known in ((one, other), (other, one)):
        meant = {entry.entity.id for entry in gazetteer().by_name(known)}
        assert not others_matched(asked) & meant


def test_hardly_a_name_is_taken_for_another_where_its_own_entry_is_left_out() -> None:
    said = [name for entry in gazetteer() for name in entry.names if not name.derived]
    names = [name.text for name in said if name.how in OWN_NAMES]
    wrong = [name for name in names if others_matched(name)]
    assert len(wrong) / len(names) <= MOST_WRONG


def test_every_name_is_nearest_to_its_own_entry() -> None:
    labels = [entry.entity for entry in gazetteer() if entry.is_place and fold_spelling(entry.entity.label)]
    first = {label.id: gazetteer().spellings.find(label.label)[0].similarity for label in labels}
    assert {id_: near for id_, near in first.items() if near < SHOWN} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kunashiri-tō", "Kunashiri Island"),
        ("Spratly Is.", "Spratly Islands"),
        ("Falkland Isl.", "Falkland Islands"),
        ("St. Lucia", "Saint Lucia"),
        ("N. Cyprus", "Northern Cyprus"),
        ("Кунашир", "Kunashir"),
        ("Luhans’k", "Luhansk"),
        ("al-Buraimi", "Buraimi"),
        ("Abumusa", "Abu Musa"),
        ("Nagornyy Karabakh", "Nagorny Karabakh"),
    ],
)
def test_spellings_by_rule_fold_alike(one: str, other: str) -> None:
    assert max(similarity(a, b) for a in fold_spelling(one) for b in fold_spelling(other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Spratly Island", "Spratly Islands"),
        ("Phoenix", "Phoenix Islands"),
        ("Congo", "Conga"),
        ("Greater Tunb", "Lesser Tunb"),
        ("Taiwan", "Taiwan Strait"),
        ("Mischief Reef 1", "Mischief Reef 2"),
    ],
)
def test_what_tells_two_things_apart_keeps_them_apart(one: str, other: str) -> None:
    assert max(similarity(a, b) for a in fold_spelling(one) for b in fold_spelling(other)) < LINKED


@pytest.mark.parametrize("text", ["", "The Islands", "ROK", "R.O.K.", "-", "Is.", "南沙群岛", "کشمیر"])
def test_what_has_no_name_of_its_own_is_nobodys_spelling(text: str) -> None:
    assert fold_spelling(text) == ()
    assert gazetteer().spellings.find(text) == ()


def test_a_spelling_of_two_things_is_taken_for_neither() -> None:
    twins = [replace(entry, names=(Name(text="Kunashiri"),)) for entry in list(gazetteer())[:2]]
    assert Spellings(twins).match("Kunashiry") is None
    assert len(Spellings(twins).find("Kunashiry")) == 2


@given(st.text(max_size=40))
def test_any_text_is_folded_and_is_like_itself(text: str) -> None:
    for folded in fold_spelling(text):
        assert similarity(folded, folded) in (1.0, UNSURE)
        assert all(folded.words)


@given(st.sampled_from(sorted(n.text for e in gazetteer() for n in e.names)))
def test_finding_is_the_same_each_time_and_best_first(name: str) -> None:
    found = gazetteer().spellings.find(name)
    assert found == gazetteer().spellings.find(name)
    assert [one.similarity for one in found] == sorted((one.similarity for one in found), reverse=True)


def test_tables_are_sorted_and_sourced() -> None:
    for table in ("namesakes.tsv", "spellings.tsv"):
        rows = (DATA / table).read_text(encoding="utf-8").splitlines()[1:]
        assert [row.split("\t")[0] for row in rows] == sorted(row.split("\t")[0] for row in rows)
        assert all(row.split("\t")[-1] for row in rows)
        assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("written", ["Kunashiry", "Abumusa", "Spratly Is."])
def test_no_near_name_is_left_out_for_its_length(written: str) -> None:
    """Names much longer or shorter are not compared; comparing with every name gives the same."""
    ways = fold_spelling(written)
    near: dict[str, float] = {}
    for entry in gazetteer():
        own = (name.text for name in entry.names if name.how in OWN_NAMES and not name.derived)
        known = [folded for text in own for folded in fold_spelling(text)]
        alike = (
            similarity(one, other) for one in ways for other in known if one.letters[0] == other.letters[0]
        )
        near[entry.entity.id] = max(alike, default=0.0)
    found = {one.entry.entity.id: one.similarity for one in gazetteer().spellings.find(written)}
    assert found == {id_: share for id_, share in near.items() if share >= SHOWN}
    assert found
