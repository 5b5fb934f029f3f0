"""Direct speech: what is quoted, and whose words it is."""

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from parses import from_spacy

from kgraph.parse import load_model
from kgraph.propositions.quotations import find_quotations, find_turns

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def model() -> "Language":
    return load_model(None)


@cache
def splitter() -> "Language":
    """Split sentences, without a parse."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def quoted(text: str) -> list[tuple[str, str | None]]:
    """Give the first words of each quotation, and its speaker."""
    doc = from_spacy(model()(text))
    found = find_quotations(doc)
    return [(q.span.of(text)[1:6], q.speaker.text if q.speaker is not None else None) for q in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"Spain keeps its claim," the minister said.', [("Spain", "minister")], id="after"),
        pytest.param('The minister said: "Spain keeps its claim."', [("Spain", "minister")], id="before"),
        pytest.param(
            '"Spain keeps its claim. It will not give it up," Albares said.',
            [("Spain", "Albares")],
            id="two-sentences",
        ),
        pytest.param(
            '"Spain keeps its claim," said Albares. "There is no other way."',
            [("Spain", "Albares"), ("There", "Albares")],
            id="resumed",
        ),
        pytest.param(
            "“Spain keeps its claim to this day.\n“There is no other way,” Albares said.",
            [("Spain", "Albares"), ("There", "Albares")],
            id="opened-anew",
        ),
        pytest.param('Albares was clear: "Spain keeps its claim."', [("Spain", "Albares")], id="colon"),
        pytest.param(
            'Albares told us:\n"Spain keeps its claim."', [("Spain", "Albares")], id="colon-and-line"
        ),
        pytest.param(
            "“Spain keeps its claim,” according to Albares.", [("Spain", "Albares")], id="according-to"
        ),
        pytest.param('"We recognise Kosovo," Obama said.', [("We re", "Obama")], id="short-first-person"),
        pytest.param("‘Spain keeps its claim,’ Albares said.", [("Spain", "Albares")], id="single-marks"),
        pytest.param(
            'Albares said little. "Spain keeps its claim." Picardo said that was wrong.',
            [("Spain", "Albares")],
            id="closed-before-another-speaks",
        ),
        pytest.param(
            '"Spain keeps its claim", Albares wrote. Picardo answered: "Gibraltar is British land."',
            [("Spain", "Albares"), ("Gibra", "Picardo")],
            id="two-speakers",
        ),
        pytest.param(
            "Picardo said no. Spain empowered Albares “to conclude a treaty with Britain.”",
            [("to co", None)],
            id="woven-into-a-sentence",
        ),
    ],
)
def test_quotation_has_the_speaker_that_the_text_names(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert quoted(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The "Northern Territories" lie off Hokkaido, Tokyo says.', id="name"),
        pytest.param("The ministers’ visit was the islanders’ wish, Tokyo says.", id="apostrophes"),
        pytest.param("Tokyo says that the islands are Japanese.", id="indirect-speech"),
        pytest.param('The book "My lost island" is sold in Tokyo.', id="title-of-three-words"),
    ],
)
def test_names_apostrophes_and_indirect_speech_are_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.model
def test_speaker_who_is_not_named_is_none() -> None:
    assert quoted('"The islands are ours and always were."') == [("The i", None)]


@given(st.text(alphabet='ab "“”‘’.,:\n', max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    """Marks may be missing or crossed in any way."""
    spans = [q.span for q in find_quotations(from_spacy(splitter()(text)))]
    assert all(left.end <= right.start for left, right in pairwise(spans))


TRANSCRIPT = (
    "A meeting took place in Sochi.\n"
    "President of Kenya William Ruto: Welcome.\nI am glad to see you.\n"
    "SECRETARY BLINKEN: Thank you.\nQUESTION: And the border?\n"
    "See also: the statement of March 3."
)


def test_speech_in_a_transcript_runs_from_its_label_to_the_next() -> None:
    turns = find_turns(from_spacy(splitter()(TRANSCRIPT)))
    assert [(" ".join(t.text for t in turn.label), turn.span.of(TRANSCRIPT).strip()) for turn in turns] == [
        ("President of Kenya William Ruto", "Welcome.\nI am glad to see you."),
        ("SECRETARY BLINKEN", "Thank you."),
        ("QUESTION", "And the border?"),
    ]


@pytest.mark.parametrize(
    "text", ["See also: the statement.", "The minister said: it is ours.", "Note: nothing."]
)
def test_other_colons_begin_no_speech(text: str) -> None:
    assert find_turns(from_spacy(splitter()(text))) == ()
