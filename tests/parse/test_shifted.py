"""What stands between a verb and its object, which is read apart."""

import pytest
from plans import read_as, tree

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

_BEFORE_STOP = str.maketrans({",": " ,", ".": " ."})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ukraine recaptured in November Kherson.", "Ukraine recaptured Kherson . | in November"),
        (
            "They signed by video link on Tuesday a treaty.",
            "They signed a treaty . | by video link on Tuesday",
        ),
        (
            "Georgia lost without a fight control of Abkhazia.",
            "Georgia lost control of Abkhazia . | without a fight",
        ),
        (
            "Spain handed over to Germany the Caroline Islands.",
            "Spain handed over the Caroline Islands . | to Germany",
        ),
        (
            "The two sides held on Friday in Vienna intensive talks.",
            "The two sides held intensive talks . | on Friday in Vienna",
        ),
        (
            "Cuba ratified, after long hesitation, the treaty.",
            "Cuba ratified the treaty . | after long hesitation",
        ),
        (
            "Cuba signed in May 1990, after years of talks, the treaty.",
            "Cuba signed the treaty . | in May 1990 , after years of talks ,",
        ),
        ("It refuses to recognise as British the rock.", "It refuses to recognise the rock . | as British"),
        (
            "When Iraq took in August the oil wells, others fled.",
            "When Iraq took the oil wells , others fled . | in August",
        ),
    ],
)
def test_adverbials_before_object_are_read_apart(text: str, read: str) -> None:
    assert read_as(text) == read


@pytest.mark.parametrize(
    "text",
    [
        # no object: a clause, what says which place or time, another time, how many
        "Japan said on Tuesday the islands belong to it.",
        "The army attacked on the day the treaty was signed.",
        "Argentina landed on the island the British call West Falkland.",
        "Japan took over the island the next year.",
        "Sikkim was invaded and incorporated as a state the following May.",
        "Somalia kept in port several weeks ago.",
        "The rebels seized at least six villages.",
        # a clause that ends there
        "When Iraq attacked in August the Kuwaiti army withdrew.",
        "The islands that Japan seized in 1895 the Chinese government claims.",
        # no active verb
        "The islands were seized in 1895 the same day.",
        "The islands seized in 1974 by the Turkish army are empty.",
        "An agreement signed in Geneva gives the islands to Japan.",
        # an infinitive, a deed
        "China moved to take the islands.",
        "Germany started by invading the north.",
        "The year closed with Erdogan holding talks.",
        # all one noun
        "Iraq asked for UN peacekeepers.",
        "London refuses to negotiate with Buenos Aires on sovereignty unless the islanders wish it.",
        "It came after weeks of fighting with rival Fatah security forces.",
        "Israel gained during the June 1967 War.",
    ],
)
def test_others_are_read_as_they_stand(text: str) -> None:
    assert read_as(text) == text.translate(_BEFORE_STOP)


@pytest.mark.model
def test_adverbials_hang_on_their_verb(extractor: Extractor) -> None:
    found = tree(extractor, "Ukraine recaptured without heavy fighting in November Kherson.")
    assert (found["without"], found["Kherson"]) == ("prep recaptured", "dobj recaptured")


@pytest.mark.model
def test_object_behind_adverbials_is_what_is_told_of(extractor: Extractor) -> None:
    found = _told(
        extractor,
        "Indonesia invaded with little warning East Timor.",
        "China regards as its own the Spratly Islands.",
        "Argentina refuses to recognise as British the Falkland Islands.",
        "Russia recognised on 26 August 2008 Abkhazia and South Ossetia.",
        "China never ratified in any form the Simla Convention.",
    )
    assert found == [
        {("East Timor", "clashesWith", "Indonesia", Polarity.POSITIVE)},
        {("China", "claims", "Spratly Islands", Polarity.POSITIVE)},
        {("Argentina", "recognizes", "United Kingdom", Polarity.NEGATIVE)},
        {
            ("Russia", "recognizes", "Abkhazia", Polarity.POSITIVE),
            ("Russia", "recognizes", "South Ossetia", Polarity.POSITIVE),
        },
        {("China", "partyTo", "Simla Convention", Polarity.NEGATIVE)},
    ]


@pytest.mark.model
def test_without_denies_what_it_leads_to_and_no_more(extractor: Extractor) -> None:
    found = _told(
        extractor,
        "Morocco annexed without delay the north of Western Sahara.",
        "Turkey signed without recognising Cyprus the Ankara Protocol.",
    )
    assert {polarity for *_, polarity in found[0]} == {Polarity.POSITIVE}
    assert ("Turkey", "recognizes", "Cyprus", Polarity.NEGATIVE) in found[1]
    assert ("Turkey", "partyTo", "Ankara Protocol", Polarity.POSITIVE) in found[1]


def _told(extractor: Extractor, *texts: str) -> list[set[tuple[str, str, str, Polarity]]]:
    readings = extractor.read(Document(id=text, text=text) for text in texts)
    return [
        {(a.subject.label, a.predicate, a.object.label, a.polarity) for a in r.assertions} for r in readings
    ]
