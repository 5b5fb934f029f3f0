"""Things that only the text knows: the same description is one thing, two things are never one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linked import labels, read

from kgraph.extraction import Extractor
from kgraph.linking.wording import content_words, described_key

SAME = [
    (
        "islands at the Amur and Ussuri confluence",
        "islands at the confluence of the Ussuri and the Amur",
        "islands",
    ),
    ("islands at the Amur and Ussuri confluence", "Islands at Amur and Ussuri Confluence", "islands"),
    ("boundary between Peru and Chile", "boundary between Chile and Peru", "boundary"),
    ("oil-rich strip of Lomboko", "oil rich strip of Lomboko", "strip"),
    ("coast of Lomboko", "Lomboko's coast", "coast"),
    ("small northern islet of Lomboko", "northern small islet of Lomboko", "islet"),
    ("province of Boké", "province of Boke", "province"),
]
DIFFERENT = [
    ("land ceded by Peru to Chile", "land ceded by Chile to Peru", "land"),
    ("islet in the strait at the border", "islet at the strait in the border", "islet"),
    ("border river island", "border island river", ("island", "river")),
    ("coast of the island of Lomboko", "island of the coast of Lomboko", ("coast", "island")),
    ("rock east of Lomboko and west of Kindu", "rock west of Lomboko and east of Kindu", "rock"),
    (
        "island at the Amur and Ussuri confluence",
        "islands at the Amur and Ussuri confluence",
        ("island", "islands"),
    ),
    ("bank of the Lomboko", "southern bank of the Lomboko", "bank"),
]


def heads(head: str | tuple[str, str]) -> tuple[str, str]:
    return (head, head) if isinstance(head, str) else head


@pytest.mark.parametrize(("one", "other", "head"), SAME)
def test_articles_hyphens_case_and_order_of_modifiers_do_not_tell_things_apart(
    one: str, other: str, head: str
) -> None:
    assert described_key(one, head) == described_key(other, head)


@pytest.mark.parametrize(("one", "other", "head"), DIFFERENT)
def test_what_says_something_else_is_something_else(
    one: str, other: str, head: str | tuple[str, str]
) -> None:
    first, second = heads(head)
    assert described_key(one, first) != described_key(other, second)


@given(st.permutations(["small", "rocky", "northern", "uninhabited"]))
def test_modifiers_stand_in_any_order(words: list[str]) -> None:
    key = described_key("small rocky northern uninhabited islet of Lomboko", "islet")
    assert described_key(" ".join([*words, "islet of the Lomboko"]), "islet") == key


@example("㎴", "")
@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_has_a_key_of_its_own_words(text: str, head: str) -> None:
    assert set(content_words(described_key(text, head))) <= set(content_words(text))


# -- over documents --------------------------------------------------------------------------------------------------


def place_ids(extractor: Extractor, sentence: str, word: str) -> list[str]:
    """Give what the word is linked to in two documents that hold the same sentence."""
    found = []
    for id_ in ("a", "b"):
        doc, linker = read(extractor, sentence, id_)
        head = next(token for token in doc if token.text == word)
        found += [link.entity.id for link in linker.places(head)]
    return found


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Russia and China dispute islands at the Lomboko and Kindu confluence.", "islands"),
        ("Peru claims the province of Lomboko.", "province"),
        ("Peru recognised Moldova's borders.", "borders"),
        ("Peru and Chile agreed on the boundary between Lomboko and Kindu.", "boundary"),
    ],
)
def test_specific_description_is_one_thing_in_every_document(
    extractor: Extractor, sentence: str, word: str
) -> None:
    one, other = place_ids(extractor, sentence, word)
    assert one == other


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Peru claims a river island.", "island"),
        ("Peru shelled villages near Lomboko.", "villages"),
        ("Peru seized three Chilean villages.", "villages"),
        ("Peru occupies a small uninhabited rocky islet.", "islet"),
        ("Peru sent troops to the border with Lomboko.", "border"),
        ("Peru took a village near Lomboko.", "village"),
    ],
)
def test_unspecific_description_is_its_documents_own(extractor: Extractor, sentence: str, word: str) -> None:
    one, other = place_ids(extractor, sentence, word)
    assert one != other


@pytest.mark.model
def test_owner_of_a_border_keeps_its_ending(extractor: Extractor) -> None:
    doc, linker = read(extractor, "Moldova’s borders were violated by Russian troops.")
    head = next(token for token in doc if token.text == "borders")
    assert [link.entity.label for link in linker.places(head)] == ["Moldova’s borders"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "word", "label"),
    [
        ("Portugal claimed the Lomboko villages at various times.", "villages", "Lomboko villages"),
        ("Peru claimed villages near Lomboko in the 19th century.", "villages", "villages near Lomboko"),
        ("Peru claims a village in the Lomboko valley.", "village", "village in the Lomboko valley"),
        ("Peru will leave the Lomboko villages by the end of May.", "villages", "Lomboko villages"),
        ("Peru will leave the Lomboko villages by Friday.", "villages", "Lomboko villages"),
    ],
)
def test_when_is_not_which(extractor: Extractor, sentence: str, word: str, label: str) -> None:
    doc, linker = read(extractor, sentence)
    head = next(token for token in doc if token.text == word)
    assert [link.entity.label for link in linker.places(head)] == [label]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Spain held lands reaching from Florida to Texas.", "lands reaching from Florida to Texas"),
        ("Ethiopia occupies the land surrounding Badme.", "land surrounding Badme"),
        ("Israel occupies land reclaimed by Syria.", "land"),
    ],
)
def test_land_is_told_by_where_it_lies(extractor: Extractor, text: str, description: str) -> None:
    doc, linked = read(extractor, text)
    head = next(t for t in doc if t.lemma_ == "land")
    assert labels(linked.places(head)) == [description]
