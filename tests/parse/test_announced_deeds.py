"""Deeds that a sentence puts last."""

import pytest
from plans import tree

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document, Modality, Polarity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("What Indonesia did in 1975 was to invade East Timor.", "invade", "ROOT invade"),
        ("All that Turkey has done is recognise Northern Cyprus.", "recognise", "ROOT recognise"),
        ("The first thing Mauritius did was to claim the atoll.", "claim", "ROOT claim"),
        ("What Venezuela is doing is claiming the Essequibo.", "claiming", "ROOT claiming"),
        ("Kyiv said that what Russia did was to annex a part of it.", "annex", "ccomp said"),
        ("What Morocco wants to do is annex Western Sahara.", "annex", "xcomp wants"),
        ("All that Burundi has done is suspend the treaty.", "suspend", "ROOT suspend"),
        # said, or when it was said
        (
            "India announced the new security drive weeks after Pakistan shelled Kargil.",
            "shelled",
            "advcl announced",
        ),
        ("Russia said that Ukraine shelled Kursk.", "shelled", "ccomp said"),
        # no deed
        ("What Libya did in Chad was wrong.", "was", "ROOT was"),
        ("What Russia did in Crimea was an annexation.", "annexation", "attr was"),
        ("The plan is to annex the islands.", "annex", "acl plan"),
        ("The task is to annex the islands.", "annex", "xcomp is"),
    ],
)
def test_deed_stands_where_do_announced_it(extractor: Extractor, text: str, verb: str, place: str) -> None:
    assert tree(extractor, text)[verb] == place


@pytest.mark.model
def test_deed_is_as_possible_or_denied_as_what_announces_it(extractor: Extractor) -> None:
    (did,) = _told(extractor, "What Iran did in 1971 was to occupy Abu Musa.")
    (never,) = _told(extractor, "What Syria never did was recognise Israel.")
    (wants,) = _told(extractor, "What Azerbaijan would like to do is conquer Syunik.")
    assert (did.polarity, did.modality) == (Polarity.POSITIVE, Modality.ACTUAL)
    assert (did.subject.label, did.object.label) == ("Iran", "Abu Musa")
    assert never.polarity is Polarity.NEGATIVE
    assert wants.modality is Modality.POSSIBLE


def _told(extractor: Extractor, text: str) -> tuple[Assertion, ...]:
    (reading,) = extractor.read([Document(id="any", text=text)])
    return tuple(reading.assertions)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("What Spain wants is to annex Gibraltar.", Polarity.POSITIVE),
        ("The goal of Spain is to annex Gibraltar.", Polarity.POSITIVE),
        ("Spain's aim is to annex Gibraltar.", Polarity.POSITIVE),
        ("Spain's aim is not to annex Gibraltar.", Polarity.NEGATIVE),
        ("Spain sent envoys with the aim of annexing Gibraltar.", Polarity.POSITIVE),
    ],
)
def test_what_is_aimed_at_is_possible(extractor: Extractor, text: str, polarity: Polarity) -> None:
    (told,) = _told(extractor, text)
    assert (told.subject.label, told.object.label) == ("Spain", "Gibraltar")
    assert (told.polarity, told.modality) == (polarity, Modality.POSSIBLE)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["The plan is to annex the islands.", "The aim of annexing Gibraltar is to please voters."]
)
def test_aim_of_nobody_says_nothing(extractor: Extractor, text: str) -> None:
    assert not list(_told(extractor, text))
