"""What a name is left at: the best candidate, or an unknown entity that keeps them all."""

from dataclasses import replace

from kgraph.candidates.settle import settle, unsettled
from kgraph.candidates.weights import load_weights
from kgraph.model import Candidate, Document, Entity, EntityKind, Mention, Span

ONE = Entity(id="one", label="One", kind=EntityKind.STATE)
OTHER = Entity(id="other", label="Other", kind=EntityKind.TERRITORY)
WEIGHED = Mention(
    span=Span(start=0, end=3),
    entity=ONE,
    candidates=(Candidate(entity=OTHER, how="capital", parts=(("near", 2.0),)), Candidate(entity=ONE)),
)
WEIGHTS = load_weights()
DOCUMENT = Document(id="any", text="Xyz")


def test_the_best_candidate_is_meant_and_the_others_are_alternatives() -> None:
    settled = settle(WEIGHED, "Xyz", DOCUMENT, WEIGHTS)
    assert settled is not None
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
    settled = settle(bare, "Xyz", DOCUMENT, WEIGHTS)
    assert settled is not None
    assert not settled.entity.known


def test_a_candidate_that_is_too_weak_is_not_meant() -> None:
    weak = Candidate(entity=ONE, parts=(("by its name", WEIGHTS.least - 0.1),))
    settled = settle(replace(WEIGHED, candidates=(weak,)), "Xyz", DOCUMENT, WEIGHTS)
    assert settled is not None
    assert not settled.entity.known


def test_two_that_are_too_close_are_left_open() -> None:
    best, next_ = (Candidate(entity=e, parts=(("x", w),)) for e, w in ((ONE, 3.0), (OTHER, 2.9)))
    settled = settle(replace(WEIGHED, candidates=(best, next_)), "Xyz", DOCUMENT, WEIGHTS)
    assert settled is not None
    assert settled.entity.candidates == (ONE, OTHER)


def test_a_person_is_no_mention() -> None:
    person = Entity(id="p", label="P", kind=EntityKind.PERSON, known=False)
    sure = Candidate(entity=person, parts=(("a first name before it", 4.0),))
    assert (
        settle(replace(WEIGHED, candidates=(sure, Candidate(entity=ONE))), "Xyz", DOCUMENT, WEIGHTS) is None
    )


def test_a_state_needs_no_lead_over_the_one_that_it_followed() -> None:
    later = Candidate(entity=ONE, parts=(("near", 3.0),))
    both = replace(WEIGHED, candidates=(later, Candidate(entity=OTHER, parts=(("near", 2.9),))))
    settled = settle(both, "Xyz", DOCUMENT, WEIGHTS, {("one", "other")})
    assert settled is not None
    assert settled.entity == ONE
    alone = settle(both, "Xyz", DOCUMENT, WEIGHTS)
    assert alone is not None
    assert not alone.entity.known
