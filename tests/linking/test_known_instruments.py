"""Which known treaty a text means: by kind, year, words and parties; and what is an instrument of its own."""

import pytest
from linked import read
from parses import gazetteer

from kgraph.extraction import Extractor
from kgraph.linking.known_instruments import THRESHOLD, KnownInstruments, Sought
from kgraph.model import Entity

KNOWN = KnownInstruments.of(gazetteer())


def meant(extractor: Extractor, text: str, word: str, id: str = "article") -> Entity:  # noqa: A002
    """Give what the last such word of the text is linked to."""
    doc, linker = read(extractor, text, id)
    head = [token for token in doc if token.text == word][-1]
    (found,) = linker.instruments(head)
    return found.entity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "id_"),
    [
        (
            "Japan and Russia agreed to speed up talks on the basis of the 1956 joint declaration.",
            "declaration",
            "soviet-japanese-joint-declaration-of-1956",
        ),
        (
            "Under the Joint Declaration that Japan and the Soviet Union signed in 1956, Shikotan would go to Japan.",
            "Declaration",
            "soviet-japanese-joint-declaration-of-1956",
        ),
        (
            "Japan renounced Taiwan in the 1951 San Francisco Peace Treaty.",
            "Treaty",
            "treaty-of-san-francisco",
        ),
        ("India and Pakistan signed the Simla agreement of 1972.", "agreement", "simla-agreement"),
        (
            "In 1956 Japan and the Soviet Union signed a Joint Declaration that ended the state of war.",
            "Declaration",
            "soviet-japanese-joint-declaration-of-1956",
        ),
        (
            "The 1994 treaty between Israel and Jordan fixed the border.",
            "treaty",
            "israel-jordan-peace-treaty",
        ),
        ("Spain ceded Gibraltar to Britain in the Treaty of Utrecht.", "Treaty", "treaty-of-utrecht"),
        ("Spain says that the Utrecht treaty gave Britain only the town.", "treaty", "treaty-of-utrecht"),
        ("Spain ceded the Philippines in the 1898 Treaty of Paris.", "Treaty", "treaty-of-paris-1898"),
        (
            "India and Pakistan signed the Simla Agreement. India says that the agreement is binding.",
            "agreement",
            "simla-agreement",
        ),
    ],
)
def test_known_instrument_is_found_by_what_is_told_of_it(
    extractor: Extractor, text: str, word: str, id_: str
) -> None:
    assert meant(extractor, text, word).id == id_


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("China and Russia signed the treaties in 1858.", "treaties"),
        ("Israel and Jordan signed a trade treaty in 1995.", "treaty"),
        ("Spain and Britain confirmed the 2003 Treaty of Utrecht.", "Treaty"),
        ("Cyprus and Greece signed the 1956 declaration.", "declaration"),
        ("Japan and Russia adopted a joint declaration in 2003.", "declaration"),
        ("Peru and Chile signed a treaty in 1951.", "treaty"),
        ("Russia and the United States signed the Moscow treaty.", "treaty"),
        ("Spain and Britain signed the 1923 Treaty of Nowhere.", "Treaty"),
        ("The Simla Agreement was signed in 1972. Peru signed a treaty with Chile.", "treaty"),
        ("The Treaty of Utrecht was signed. India and Pakistan signed the ceasefire agreement.", "agreement"),
    ],
)
def test_other_instruments_are_not_taken_for_known_ones(extractor: Extractor, text: str, word: str) -> None:
    assert not meant(extractor, text, word).known


SPECIFIC = (
    (
        "Peru and Chile signed a border treaty in 1971.",
        "The 1971 border treaty between Chile and Peru.",
        "treaty",
    ),
    ("Peru signed the 1923 Treaty of Nowhere.", "Chile left the Treaty of Nowhere of 1923.", "Treaty"),
    ("Peru signed the Lomboko Pact.", "The Lomboko Pact binds Peru.", "Pact"),
)


@pytest.mark.model
@pytest.mark.parametrize(("one", "other", "word"), SPECIFIC)
def test_instrument_with_a_name_of_its_own_is_one_in_every_document(
    extractor: Extractor, one: str, other: str, word: str
) -> None:
    assert meant(extractor, one, word, "a").id == meant(extractor, other, word, "b").id


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        ("Peru signed the treaty.", "Chile signed the treaty.", "treaty"),
        ("Peru signed the 1997 treaty.", "Chile signed the 1997 treaty.", "treaty"),
        (
            "Peru signed a memorandum of understanding.",
            "Chile signed a memorandum of understanding.",
            "memorandum",
        ),
        ("Peru signed a Joint Declaration.", "Chile signed a Joint Declaration.", "Declaration"),
        ("Peru signed the 1923 Treaty of Nowhere.", "Peru signed the 1931 Treaty of Nowhere.", "Treaty"),
        ("Peru and Chile signed a treaty in 1971.", "Peru and Bolivia signed a treaty in 1971.", "treaty"),
    ],
)
def test_two_instruments_are_never_one(extractor: Extractor, one: str, other: str, word: str) -> None:
    assert meant(extractor, one, word, "a").id != meant(extractor, other, word, "b").id


# -- the score -------------------------------------------------------------------------------------------------------


def test_score_tells_its_parts() -> None:
    sought = Sought(
        kind="agreement", words=frozenset({"simla"}), year=1972, around=frozenset({"india", "pakistan"})
    )
    best = KNOWN.weigh(sought)[0]
    assert (best.entity.id, dict(best.parts)) == (
        "simla-agreement",
        {"words": 3.0, "year": 2.0, "kind": 1.0, "parties around": 1.0},
    )


def test_year_and_kind_alone_are_too_little() -> None:
    assert KNOWN.find(Sought(kind="declaration", year=1956)) is None
    assert KNOWN.weigh(Sought(kind="declaration", year=1956))[0].score < THRESHOLD


@pytest.mark.parametrize(
    "sought",
    [
        Sought(kind="agreement", words=frozenset({"simla"}), year=1975),
        Sought(kind="agreement", words=frozenset({"simla", "rhubarb"})),
        Sought(kind="agreement", words=frozenset({"simla"}), parties=frozenset({"peru"})),
    ],
    ids=["other year", "other word", "other party"],
)
def test_contradiction_excludes(sought: Sought) -> None:
    assert KNOWN.find(sought) is None


def test_state_that_followed_a_party_stands_for_it() -> None:
    sought = Sought(kind="declaration", year=1956, around=frozenset({"japan", "russia"}))
    (best, *_) = KNOWN.weigh(sought)
    assert KNOWN.find(sought) == best.entity
    assert best.entity.id == "soviet-japanese-joint-declaration-of-1956"


def test_two_that_fit_alike_are_none() -> None:
    assert KNOWN.find(Sought(kind="treaty", words=frozenset({"paris"}), around=frozenset({"spain"}))) is None
