"""What sets a thing apart that a text names without saying which: the sentence that first speaks of it."""

import pytest

from kgraph.document_scope import LEAST_WORDS, document_scope
from kgraph.model import Document

LEAD = "Rebels seized a border village on Monday, two days after the army had left the valley."
LATER = "A spokesman said the insurgents hold the bridge and the school, and that the families had fled from there."
SHORT = "The army has no maps of it."
STORY = f"{LEAD}\n\n{LATER} {SHORT}\n"


def scope(text: str, words: str, name: str = "a") -> str:
    return document_scope(Document(id=name, text=text), words)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(f"What is known\n\n{STORY}", id="a headline"),
        pytest.param(STORY.replace(" ", "  ").replace("Monday, two", "Monday,\ntwo"), id="wrapped otherwise"),
        pytest.param(f"{LEAD}\n\nNobody was hurt in it. {LATER}", id="a sentence put in"),
        pytest.param(LEAD.upper(), id="cut, and in capitals"),
    ],
)
@pytest.mark.parametrize("words", ["Rebels", "border village", "village border"])
def test_copies_agree(copy: str, words: str) -> None:
    assert scope(STORY, words) == scope(copy, words, "b")


def test_words_are_those_of_any_form_but_no_parts_of_words() -> None:
    text = f"The rebellious north has had no governor since the war of the last century ended. {LEAD}"
    assert scope(text, "rebels") == scope(LEAD, "rebels")
    assert scope("La Côte d'Or was held by them for two years and for one more day.", "cote") != "a"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(STORY, "maps", id="a short sentence"),
        pytest.param(STORY, "governor", id="nowhere"),
        pytest.param("", "", id="no text"),
    ],
)
def test_else_it_is_the_documents_own(text: str, words: str) -> None:
    assert scope(text, words, "a") == "a"
    assert scope(text, words, "b") == "b"


def test_who_has_no_words_goes_with_the_longest_sentence() -> None:
    assert scope(STORY, "") == scope(f"{SHORT} {LATER}", "", "b") != scope(LEAD, "")


def test_as_many_words_as_are_asked_for_are_enough() -> None:
    words = [f"w{number}" for number in range(LEAST_WORDS)]
    assert scope(" ".join(words), "w3") != "a"
    assert scope(" ".join(words[1:]), "w3") == "a"
