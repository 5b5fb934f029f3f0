"""Decisions applied to names and entities: what they reach, what they leave alone, and what they may not say."""

from functools import cache
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.candidates import NameFinder
from kgraph.decisions import Decision, Links, Verdict
from kgraph.errors import DataError
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document, EntityKind
from kgraph.vocab import nil_entity

PLACE = EntityKind.TERRITORY


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def said(name: str, entity: str, verdict: str = "same", document: str = "") -> Decision:
    return Decision(name=name, entity=entity, verdict=Verdict(verdict), document=document)


def links(*decisions: Decision) -> Links:
    return Links(gazetteer(), decisions)


def found(text: str, *decisions: Decision, document: str = "any") -> list[tuple[str, str, str]]:
    """Give the words, the ids and the hows of what is found."""
    mentions = NameFinder(gazetteer(), links(*decisions)).find(Document(id=document, text=text), text)
    return [(m.span.of(text), m.entity.id, m.how) for m in mentions]


def ids(text: str, *decisions: Decision, document: str = "any") -> list[str]:
    return [id_ for _, id_, _ in found(text, *decisions, document=document)]


def test_a_name_that_only_a_decision_knows_is_found() -> None:
    assert found("Troops left Zyxland Minor.", said("Zyxland Minor", "kunashir")) == [
        ("Zyxland Minor", "kunashir", "decision")
    ]
    assert ids("TROOPS LEFT ZYXLAND MINOR.", said("Zyxland Minor", "kunashir")) == ["kunashir"]
    assert found("Troops left Zyxland Minor.") == []


def test_a_known_name_means_what_was_decided() -> None:
    assert ids("It is in Georgia.", said("Georgia", "south-georgia")) == ["south-georgia"]


def test_a_longer_name_is_not_touched_by_a_decision_on_a_shorter_one() -> None:
    text = "South Georgia and Georgia"
    assert ids(text, said("Georgia", "kunashir")) == ["south-georgia", "kunashir"]
    assert ids(text, *barred("Georgia")) == ["south-georgia"]


def barred(name: str) -> list[Decision]:
    return [said(name, entry.entity.id, "not-same") for entry in gazetteer().by_name(name)]


def test_not_same_takes_another_that_bears_the_name_or_none() -> None:
    first = gazetteer().by_name("Georgia")[0].entity.id
    assert first not in ids("Georgia is large.", said("Georgia", first, "not-same"))
    assert ids("Georgia is large.", *barred("Georgia")) == []


def test_a_name_inside_one_that_is_nothing_known_does_not_come_up() -> None:
    assert ids("South Georgia is cold.", *barred("South Georgia")) == []


def test_unsure_stays_unknown_with_its_candidates() -> None:
    finder = NameFinder(gazetteer(), links(said("Kunashir", "iturup", "unsure")))
    (mention,) = finder.find(Document(id="any", text=""), "Kunashir")
    assert not mention.entity.known
    assert [candidate.id for candidate in mention.entity.candidates] == ["kunashir", "iturup"]


def test_a_decision_for_one_document_holds_there_alone() -> None:
    here = said("Zyxland", "kunashir", document="here")
    assert ids("Zyxland", here, document="here") == ["kunashir"]
    assert ids("Zyxland", here, document="there") == []


def test_what_holds_in_a_document_goes_before_what_holds_everywhere() -> None:
    both = (said("Zyxland", "kunashir"), said("Zyxland", "iturup", document="here"))
    assert ids("Zyxland", *both, document="here") == ["iturup"]
    assert ids("Zyxland", *both, document="there") == ["kunashir"]
    off = (said("Zyxland", "kunashir"), said("Zyxland", "kunashir", "not-same", "here"))
    assert ids("Zyxland", *off, document="here") == []


def test_an_unknown_entity_becomes_what_was_decided_by_name_or_by_id() -> None:
    islands = nil_entity("islands at the confluence", PLACE)
    for name in (islands.label, islands.id, "Islands at the  Confluence"):
        assert links(said(name, "kunashir")).entity(islands, "any").id == "kunashir"


def test_two_unknown_entities_become_one_called_by_the_second() -> None:
    town, same = nil_entity("Nioka town", PLACE), nil_entity("Nioka", PLACE)
    decided = links(said("Nioka town", "Nioka"))
    assert decided.entity(town, "any") == decided.entity(same, "any") == same


def test_unknown_entities_by_id_become_one_with_one_label() -> None:
    town, same = nil_entity("Nioka town", PLACE), nil_entity("Nioka", PLACE)
    decided = links(said(town.id, same.id))
    assert decided.entity(town, "any") == decided.entity(same, "any")


def test_what_is_the_same_by_way_of_another_is_the_same() -> None:
    decided = links(said("Nioka town", "Nioka"), said("Nioka", "kunashir"))
    assert decided.entity(nil_entity("Nioka town", PLACE), "any").id == "kunashir"


def test_a_known_entity_and_a_mere_name_are_left_alone() -> None:
    decided = links(said("Kunasir", "kunashir"))
    known, name = gazetteer().entry("iturup").entity, nil_entity("Kunasir", EntityKind.NAME)
    assert (decided.entity(known, "any"), decided.entity(name, "any")) == (known, name)


def test_two_that_are_not_the_same_are_told_apart() -> None:
    one, other = nil_entity("Nioka", PLACE), nil_entity("Nyoka", PLACE)
    assert links(said("Nioka", "Nyoka", "not-same")).is_decided(other, one)
    assert not links().is_decided(one, other)


@pytest.mark.parametrize(
    ("decisions", "complaint"),
    [
        ([said("X", "kunashirr")], "the gazetteer has no id 'kunashirr'; did you mean 'kunashir'"),
        ([said("X", "kunashir"), said("X", "iturup")], "'iturup' and 'kunashir' would be one"),
        ([said("X", "Y"), said("Y", "iturup"), said("X", "kunashir")], "would be one by other decisions"),
        ([said("X", "Y"), said("Y", "Z"), said("X", "Z", "not-same")], "'X' is 'Z' by other decisions"),
        ([said("X", "kunashir"), said("X", "iturup", "unsure")], "'X' is 'kunashir' by another decision"),
        ([said("X", "kunashir"), said("x", "Kunashir", "unsure")], "are decided already"),
        ([said("Xy", "XY")], "are one and the same name"),
    ],
)
def test_what_excludes_each_other_is_told(decisions: list[Decision], complaint: str) -> None:
    for order in permutations(decisions):
        with pytest.raises(DataError) as error:
            links(*order)
        assert complaint in str(error.value)


def test_a_name_of_several_things_is_no_entity() -> None:
    several = next(n.text for e in gazetteer() for n in e.names if len(gazetteer().by_name(n.text)) > 1)
    with pytest.raises(DataError, match="names several things; write one of"):
        links(said("X", several))


NAMES = st.sampled_from(["Zyxland", "Qwertia", "Kunashir", "Georgia", "Nioka", "place_nioka"])
ENTITIES = st.sampled_from(["kunashir", "iturup", "georgia", "Nioka Islet", "place_yonder"])
VERDICTS = st.sampled_from(["same", "not-same", "unsure"])
ANY = st.builds(said, NAMES, ENTITIES, VERDICTS, st.sampled_from(["", "here"]))
TEXT = "Zyxland, Qwertia, Kunashir, Georgia, Iturup, South Georgia and Nioka are named. KUNASHIR, too."
UNKNOWN = [nil_entity(label, PLACE) for label in ("Zyxland", "Nioka", "Yonder", "Nioka Islet")]


def outcome(decisions: list[Decision]) -> object:
    """Give all that decisions do to a text and to entities; where they are refused, just that."""
    try:
        decided = links(*decisions)
    except DataError:
        return "refused"
    mentions = NameFinder(gazetteer(), decided).find(Document(id="here", text=TEXT), TEXT)
    entities = [decided.entity(entity, place) for entity in UNKNOWN for place in ("here", "there")]
    return mentions, entities, [entity.candidates for entity in entities]


@given(st.lists(ANY, max_size=5, unique_by=lambda d: d.what), st.integers())
def test_decisions_do_the_same_in_any_order(decisions: list[Decision], seed: int) -> None:
    shuffled = list(decisions)
    Random(seed).shuffle(shuffled)
    assert outcome(shuffled) == outcome(decisions)


CLEAR = TEXT.replace("Georgia, ", "", 1)  # a name of several bearers is weighed by the names around it


@given(ANY)
def test_a_decision_never_touches_another_name(decision: Decision) -> None:
    before, after = ({w: id_ for w, id_, _ in found(CLEAR, *d, document="here")} for d in ([], [decision]))
    touched = {words for words in {**before, **after} if before.get(words) != after.get(words)}
    assert {words.casefold() for words in touched} <= {decision.name.casefold()}
