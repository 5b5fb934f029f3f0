"""Places in a text that are spelt otherwise than the gazetteer does; and what is none."""

import pytest

from kgraph.candidates.respelt import find_respelt
from kgraph.decisions import Decision, Links, Verdict
from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import parse_parts

pytestmark = pytest.mark.model


def respelt(extractor: Extractor, text: str) -> dict[str, str]:
    """Give the words that are read as another spelling, with the ids that they mean."""
    (part,) = parse_parts([Document(id="any", text=text)], extractor.nlp, extractor.find_names)
    found = extractor.respell(part).mentions
    return {m.span.of(text): m.entity.id for m in found if m.how == "spelling"}


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("Japan claims Kunashiry.", "Kunashiry", "kunashir"),
        ("Russia took the Habomay Islands in 1945.", "Habomay Islands", "habomai-islands"),
        ("Canada and Denmark divided Hans Isle in 2022.", "Hans Isle", "hans-island"),
        ("Vietnam claims the Habomay Is. too.", "Habomay Is", "habomai-islands"),
        ("Argentina claims the Falkland Isl.", "Falkland Isl", "falkland-islands"),
        ("Ukraine lost Sevastopil to Russia.", "Sevastopil", "sevastopol"),
        ("Afganistan closed the border.", "Afganistan", "afghanistan"),
    ],
)
def test_a_place_in_another_spelling_is_found(extractor: Extractor, text: str, words: str, id_: str) -> None:
    assert respelt(extractor, text) == {words: id_}


@pytest.mark.parametrize(
    "text",
    [
        "Japan claims Kunashir.",  # known as it stands
        "He works for the Bank of America in Europe.",
        "Foreign Minister Marko Kunasiri met reporters.",  # a person
        "The troupe danced in Granada and in Slavonia.",  # places of their own
        "The Himalayan kingdoms traded with the Mongols.",  # made of a name
        "Zyxland and Qwertia are at war.",
        "The Franco-British entente held.",
        "Nothing here is spelt oddly.",
    ],
)
def test_what_is_known_or_another_thing_is_left_alone(extractor: Extractor, text: str) -> None:
    assert respelt(extractor, text) == {}


def test_a_state_in_another_spelling_acts(extractor: Extractor) -> None:
    (reading,) = extractor.read([Document(id="any", text="Afganistan claims Kunashiry.")])
    (assertion,) = reading.assertions
    assert (assertion.subject.id, assertion.object.id) == ("afghanistan", "kunashir")
    assert assertion.evidence[0].subject_span is not None
    assert assertion.evidence[0].subject_span.of("Afganistan claims Kunashiry.") == "Afganistan"


def test_a_decision_goes_before_the_spelling(extractor: Extractor) -> None:
    text = "Japan claims Kunashiry."
    (part,) = parse_parts([Document(id="any", text=text)], extractor.nlp, extractor.find_names)
    (near,) = find_respelt(part.doc, part.mentions, extractor.gazetteer)
    for verdict, meant in ((Verdict.NOT_SAME, None), (Verdict.UNSURE, False)):
        links = Links(extractor.gazetteer, [Decision(name="Kunashiry", entity="kunashir", verdict=verdict)])
        decided = links.apply(near, "Kunashiry", Document(id="any", text=text))
        assert (decided and decided.entity.known) == meant
