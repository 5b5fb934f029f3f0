"""Two nouns alike are joined to each other, and not the second to what the first is of."""

import pytest
from plans import parsed

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def test_second_noun_hangs_on_the_first(extractor: Extractor) -> None:
    doc = parsed(
        extractor, "Yerevan met with the Georgian region of Abkhazia and the Moldovan region of Transnistria."
    )
    first, second = (token for token in doc if token.text == "region")
    assert second.head == first


def test_name_among_names_stays_where_it_is(extractor: Extractor) -> None:
    doc = parsed(extractor, "Yerevan met with the regions of Abkhazia and Transnistria.")
    assert next(token for token in doc if token.text == "Transnistria").head.text == "Abkhazia"


def test_what_one_says_of_its_region_is_not_said_of_the_other(extractor: Extractor) -> None:
    text = "Yerevan recognised the breakaway Azerbaijani region of Artsakh and the Moldovan region of Transnistria."
    (reading,) = extractor.read([Document(id="any", text=text)])
    assert [
        (said.subject.label, said.object.label)
        for said in reading.assertions
        if said.predicate == "declaredIndependenceFrom"
    ] == [("Nagorno-Karabakh", "Azerbaijan")]


def test_government_stands_beside_the_rebels_it_deals_with(extractor: Extractor) -> None:
    doc = parsed(extractor, "Sudan's government and southern rebels have signed an agreement.")
    government, rebels = (next(t for t in doc if t.text == text) for text in ("government", "rebels"))
    assert (government.dep_, rebels.head, doc[0].head) == ("nsubj", government, government)


def test_government_stands_beside_the_officials_of_another_state(extractor: Extractor) -> None:
    doc = parsed(
        extractor, "Talks on the border between Kosovo's government and Serbian leaders are due to begin."
    )
    government, leaders = (next(t for t in doc if t.text == text) for text in ("government", "leaders"))
    assert (government.dep_, leaders.head) == ("pobj", government)


def test_second_of_three_bare_nouns_goes_on_with_the_list(extractor: Extractor) -> None:
    doc = parsed(extractor, "Japan, however, gave up all right, title and claim to the islands.")
    title, claim = (next(t for t in doc if t.text == text) for text in ("title", "claim"))
    assert (title.dep_, title.head.text, claim.head) == ("conj", "right", title)


def test_named_rebels_stand_beside_the_government_as_well(extractor: Extractor) -> None:
    doc = parsed(extractor, "Talks between the Colombian government and FARC rebels opened in Havana.")
    government, rebels = (next(t for t in doc if t.text == text) for text in ("government", "rebels"))
    assert (government.dep_, rebels.head) == ("pobj", government)


def test_what_as_well_as_adds_behind_a_comma_goes_on_with_the_list(extractor: Extractor) -> None:
    doc = parsed(extractor, "Germany occupied and annexed Latvia, as well as Estonia, in August 1940.")
    added = next(t for t in doc if t.text == "Estonia")
    assert (added.dep_, added.head.text) == ("conj", "Latvia")


def test_name_hangs_on_the_name_before_where_each_lies(extractor: Extractor) -> None:
    doc = parsed(
        extractor,
        "Vietnam claims both archipelagos, the Paracels in the north and the Spratlys in the south.",
    )
    assert next(t for t in doc if t.text == "Spratlys").head.text == "Paracels"


def test_full_names_before_whom_they_serve_are_two(extractor: Extractor) -> None:
    doc = parsed(extractor, "Paul Biya of Cameroon and Olusegun Obasanjo of Nigeria signed the agreement.")
    first, second = (next(t for t in doc if t.text == text) for text in ("Biya", "Obasanjo"))
    assert (first.dep_, second.dep_, second.head) == ("nsubj", "conj", first)


def test_what_sums_up_a_clause_is_no_object(extractor: Extractor) -> None:
    doc = parsed(extractor, "Moscow recognised both as independent states, a decision which Georgia rejects.")
    assert [t.dep_ for t in doc if t.text in {"both", "decision"}] == ["dobj", "npadvmod"]


def test_what_is_parted_is_joined_to_each_other(extractor: Extractor) -> None:
    doc = parsed(
        extractor, "French troops patrol a zone separating the rebel-held south and the loyal north."
    )
    assert next(token for token in doc if token.text == "north").head.text == "south"
