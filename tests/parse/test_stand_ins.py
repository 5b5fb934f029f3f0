"""What the model reads in place of words that it mistakes, seen by what is read of the sentence."""

import pytest
import spacy
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity
from kgraph.parse.rewriting.stand_ins import words_to_read

BLANK = spacy.blank("en")

TWO_VERBS = {
    "In 1990 Iraq occupied and annexed Kuwait.": ("Iraq | occupies | Kuwait", "Iraq | annexed | Kuwait"),
    "Iran occupied Abu Musa circa 1971.": ("Iran | occupies | Abu Musa",),
    "Iran occupied Abu Musa c. 1971.": ("Iran | occupies | Abu Musa",),
    "From 1878 onwards Britain governed Cyprus.": ("United Kingdom | administers | Cyprus",),
    "Indonesia invades and annexes East Timor.": ("Indonesia | annexed | East Timor",),
    "Iraq invaded, then annexed Kuwait.": ("Iraq | annexed | Kuwait", "Iraq | clashesWith | Kuwait"),
    "Morocco occupies, then incorporates Western Sahara.": (
        "Morocco | occupies | Western Sahara",
        "Morocco | annexed | Western Sahara",
    ),
    "Kuwait was invaded by Iraq in 1990 and annexed.": ("Iraq | annexed | Kuwait",),
}
NOTHING = {
    "The minister resigned, then praised Kuwait.": "Kuwait",
}


@pytest.mark.model
def test_two_verbs_have_one_object(extractor: Extractor) -> None:
    assert amiss(extractor, TWO_VERBS, NOTHING) == ([], [])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Its border with Chad was fixed in 1990 and that with Niger in 1994.", "and border with"),
        ("He said the border is calm and that with help it will open.", "and that with"),
        ("Chargé d’Affaires Olga Ruiz met the king.", "Deputy Minister Olga Ruiz"),
        ("Peru's charge d'affaires met the king.", "deputy minister met"),
    ],
)
def test_words_that_the_model_knows_are_read_instead(text: str, phrase: str) -> None:
    assert phrase in " ".join(word.text for word in words_to_read(BLANK.make_doc(text), []))


@pytest.mark.model
def test_outermost_of_several_is_an_adjective(extractor: Extractor) -> None:
    meant = {"Japan claims the southernmost Kurils.": ("Japan | claims | southernmost Kurils",)}
    assert amiss(extractor, meant, {}) == ([], [])


@pytest.mark.model
def test_what_has_still_to_be_done_is_not_done(extractor: Extractor) -> None:
    text = "A third of the border between Chad and Libya has still to be marked."
    (reading,) = extractor.read([Document(id="1", text=text)])
    assert [(a.predicate, a.polarity) for a in reading.assertions] == [
        ("delimitedBoundaryWith", Polarity.NEGATIVE)
    ]


@pytest.mark.model
def test_passive_that_goes_on_with_one_that_names_no_agent_ends(extractor: Extractor) -> None:
    """Each of the two once asked the other by whom it was done, and so on."""
    text = "Turkish forces held and later governed northern Cyprus."
    assert amiss(extractor, {}, {text: "Russia"}) == ([], [])


@pytest.mark.model
def test_who_has_a_base_and_stations_troops_there_does_both(extractor: Extractor) -> None:
    meant = {
        "Turkey runs a port and stations tens of thousands of soldiers in Northern Cyprus.": (
            "Turkey | deploysForcesTo | Northern Cyprus",
        ),
        "Russia leases a base and stations 5,000 troops in Armenia.": ("Russia | deploysForcesTo | Armenia",),
    }
    nothing = {"France keeps depots and stations for the trains of soldiers in Mali.": "deploysForcesTo"}
    assert amiss(extractor, meant, nothing) == ([], [])


@pytest.mark.model
def test_disputed_before_a_name_is_a_verb_only_behind_who_disputes(extractor: Extractor) -> None:
    told = {
        "Spain retains disputed Ceuta and Melilla.": ("Spain | administers | Melilla",),
        "Romania regained disputed Transylvania after the war.": ("Transylvania | transferredTo | Romania",),
        "Turkish officials disputed Greece's claim to Imia.": ("Turkey | rejectsClaimOf | Greece",),
        "The Comoros disputed French rule of Mayotte.": ("Comoros | rejectsClaimOf | France",),
    }
    missing, wrong = amiss(
        extractor, told, {"The Comoros disputed French rule of Mayotte.": "Comoros | admin"}
    )
    assert missing == []
    assert wrong == []
