"""Main verbs that the model took into a clause below their subject."""

import pytest
from plans import tree
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "noun", "noun_place", "object_", "object_place"),
    [
        (
            "Puntland's decision to claim Sool and Sanaag surprised the markets.",
            "decision",
            "nsubj surprised",
            "Sool",
            "dobj claim",
        ),
        (
            "The fact that Guatemala claims the southern half of Belize has delayed the treaty.",
            "fact",
            "nsubj delayed",
            "half",
            "dobj claims",
        ),
        (
            "News that Guinea had recognised Abkhazia and South Ossetia reached Tbilisi on Monday.",
            "News",
            "nsubj reached",
            "South Ossetia",
            "conj Abkhazia",
        ),
        # what somebody says may have no "that"
        (
            "A report that Togo says the islands belong to Benin.",
            "report",
            "ROOT report",
            "islands",
            "nsubj belong",
        ),
    ],
)
def test_sentence_has_its_main_verb(
    extractor: Extractor, text: str, noun: str, noun_place: str, object_: str, object_place: str
) -> None:
    found = tree(extractor, text)
    assert (found[noun], found[object_]) == (noun_place, object_place)


def test_a_main_verb_stands_behind_a_relative_clause(extractor: Extractor) -> None:
    found = tree(
        extractor,
        "South Africa, which had administered Namibia under a mandate, held on to Walvis Bay until 1994.",
    )
    assert (found["South Africa"], found["held"], found["on"]) == ("nsubj held", "ROOT held", "prt held")


def test_what_a_plural_right_before_it_is_the_subject_of_is_a_verb(extractor: Extractor) -> None:
    meant = {
        "Turkish troops land in northern Cyprus after a coup in Nicosia.": (
            "Turkey | deploysForcesTo | northern Cyprus",
        ),
    }
    nothing = {"Turkish charities land in northern Cyprus after a quake in Nicosia.": "deploysForcesTo"}
    assert amiss(extractor, meant, nothing) == ([], [])


def test_a_year_takes_no_clause_in(extractor: Extractor) -> None:
    meant = {
        "In 1974 Turkish troops invaded Cyprus, which has been divided since.": (
            "Turkey | clashesWith | Cyprus",
        ),
    }
    nothing = {
        "In 1974 Turkish troops trained by Greece invaded Cyprus, which was divided.": "Greece | clashesWith"
    }
    assert amiss(extractor, meant, nothing) == ([], [])


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("In the deadliest attack, an air strike on a car killed four men.", "killed", "ROOT killed"),
        ("In the deadliest attack, an air strike on a car killed four men.", "In", "prep killed"),
        ("A street in the town called Lakeside", "called", "acl town"),
        ("She resigns after the trial and moves to Florida.", "moves", "conj resigns"),
        ("He finds another job with a rival firm and plans on leaving.", "plans", "conj finds"),
        ("She studies the town and moves of troops.", "moves", "conj town"),
        ("She studied the trial and moves to Florida.", "moves", "conj trial"),
    ],
)
def test_verbs_that_look_like_participles_or_plurals(
    extractor: Extractor, text: str, verb: str, place: str
) -> None:
    assert tree(extractor, text)[verb] == place
