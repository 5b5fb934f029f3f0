"""What a name is left at: the best candidate, or an unknown entity that keeps them all."""

from kgraph.candidates.settle import settle, unsettled
from kgraph.model import Candidate, Document, Entity, EntityKind, Mention, Span

ONE = Entity(id="one", label="One", kind=EntityKind.STATE)
OTHER = Entity(id="other", label="Other", kind=EntityKind.TERRITORY)
WEIGHED = Mention(
    span=Span(start=0, end=3),
    entity=ONE,
    candidates=(Candidate(entity=OTHER, how="capital", parts=(("near", 2.0),)), Candidate(entity=ONE)),
)
DOCUMENT = Document(id="any", text="Xyz")


def test_the_best_candidate_is_meant_and_the_others_are_alternatives() -> None:
    settled = settle(WEIGHED, "Xyz", DOCUMENT)
    assert (settled.entity, settled.how, settled.alternatives) == (OTHER, "capital", (ONE,))


def test_what_is_left_open_is_unknown_and_keeps_its_candidates() -> None:
    settled = unsettled(WEIGHED, "Xyz", DOCUMENT)
    assert not settled.entity.known
    assert settled.entity.candidates == (OTHER, ONE)
    assert settled.candidates == WEIGHED.candidates


def test_candidates_are_no_part_of_what_an_entity_is() -> None:
    settled = unsettled(WEIGHED, "Xyz", DOCUMENT).entity
    bare = Entity(id=settled.id, label="Xyz", kind=settled.kind, known=False)
    assert settled == bare
    assert hash(settled) == hash(bare)


def test_what_is_left_open_in_two_documents_is_not_one_thing() -> None:
    here, there = (unsettled(WEIGHED, "Xyz", Document(id=name, text="")) for name in ("here", "there"))
    assert here.entity != there.entity


def test_a_name_without_any_candidate_left_is_unknown() -> None:
    bare = Mention(span=WEIGHED.span, entity=ONE)
    assert not settle(bare, "Xyz", DOCUMENT).entity.known
