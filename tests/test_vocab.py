"""The ontology and its mirror in code hold the same terms, and IRIs are flat, safe and stable."""

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import vocab
from kgraph.errors import DataError
from kgraph.model import Assertion, Entity, EntityKind
from kgraph.vocab import KG, NAMESPACE, ONTOLOGY, predicates

# fmt: off
GUIDE = {
    "administers", "annexed", "claims", "clashesWith", "contests", "declaredIndependenceFrom",
    "delimitedBoundaryWith", "deploysForcesTo", "disputesWith", "knownAs", "metWith", "negotiatesWith",
    "occupies", "partOf", "partyTo", "recognizes", "rejectsClaimOf", "renounces", "represents",
    "ruledAgainst", "ruledFor", "submittedTo", "transferredFrom", "transferredTo",
}
FURTHER = {
    "buildsOn", "condemns", "demands", "intrudesInto", "proposesSettlement", "refuses", "sanctions",
    "supports", "threatens", "withdrawsFrom",
}
# fmt: on


@pytest.fixture(scope="module")
def triples() -> list[ox.Quad]:
    return list(ox.parse(path=ONTOLOGY))


def _terms(triples: list[ox.Quad]) -> set[str]:
    return {t.subject.value for t in triples if t.subject.value.startswith(NAMESPACE)}


def test_namespace_mirrors_the_ontology(triples: list[ox.Quad]) -> None:
    assert {NAMESPACE + name for name in KG.__annotations__ if not name.startswith("_")} == _terms(triples)


def test_mistyped_term_raises() -> None:
    with pytest.raises(AttributeError):
        _ = KG.claim


def test_unknown_name_of_the_module_raises() -> None:
    with pytest.raises(AttributeError, match="no attribute 'KQ'"):
        _ = vocab.KQ


def test_every_term_used_in_the_ontology_is_defined_in_it(triples: list[ox.Quad]) -> None:
    used = {n.value for t in triples for n in (t.predicate, t.object) if isinstance(n, ox.NamedNode)}
    assert {u for u in used if u.startswith(NAMESPACE)} <= _terms(triples)


def test_ontology_has_no_blank_node(triples: list[ox.Quad]) -> None:
    assert not any(isinstance(n, ox.BlankNode) for t in triples for n in (t.subject, t.object))


def test_predicates_are_those_of_the_guide_the_further_ones_and_two_super_properties() -> None:
    assert set(predicates()) == GUIDE | FURTHER | {"controls", "takesPositionOn"}


def test_predicate_carries_what_the_page_needs() -> None:
    claims = predicates()["claims"]
    assert (claims.verb_phrase, claims.negative_verb_phrase) == ("claims", "does not claim")
    assert (claims.family, claims.label, claims.symmetric) == ("claim", "claims", False)


def test_relation_reads_from_its_object_too() -> None:
    claims, meets = predicates()["claims"], predicates()["metWith"]
    assert (claims.inverse_verb_phrase, claims.negative_inverse_verb_phrase) == (
        "is claimed by",
        "is not claimed by",
    )
    assert (meets.inverse_verb_phrase, meets.negative_inverse_verb_phrase) == ("meets", "does not meet")


@pytest.mark.parametrize(
    "name", ["disputesWith", "negotiatesWith", "clashesWith", "delimitedBoundaryWith", "metWith"]
)
def test_relation_without_direction_is_symmetric(name: str) -> None:
    predicate = predicates()[name]
    assert predicate.symmetric
    assert predicate.domain == predicate.range


def test_super_properties() -> None:
    supers = {name: p.super_property for name, p in predicates().items() if p.super_property}
    assert supers == {
        "administers": "controls",
        "contests": "takesPositionOn",
        "occupies": "controls",
        "recognizes": "takesPositionOn",
        "rejectsClaimOf": "takesPositionOn",
        "supports": "takesPositionOn",
    }


def test_a_state_can_claim_and_be_claimed() -> None:
    claims = predicates()["claims"]
    assert EntityKind.STATE in claims.domain & claims.range
    assert EntityKind.TERRITORY in claims.range - claims.domain


def test_known_as_takes_a_name() -> None:
    assert predicates()["knownAs"].range == {EntityKind.NAME}


def test_families_are_a_handful() -> None:
    families = {p.family for p in predicates().values()}
    assert families == {"claim", "control", "diplomacy", "force", "legal", "naming", "transfer"}


def test_predicates_need_no_rdflib() -> None:
    code = "import sys; from kgraph.vocab import predicates; predicates(); print('rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_incomplete_predicate_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(f"@prefix kg: <{NAMESPACE}> . kg:grabs a kg:X ; kg:family 'claim' .", encoding="utf-8")
    with pytest.raises(DataError, match=r"predicate grabs needs one <.+>, has 0"):
        vocab.read_predicates(path)


def test_ontology_that_is_not_turtle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text("<a", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.ttl: not Turtle"):
        vocab.read_predicates(path)


def _entity(local: str) -> Entity:
    return Entity(id=local, label=local, kind=EntityKind.TERRITORY)


def test_iri_of_an_entity_is_readable() -> None:
    assert vocab.entity_iri(_entity("western-sahara")) == "https://w3id.org/kgraph/id/western-sahara"


def test_iri_of_an_assertion_is_a_hash_of_what_it_says() -> None:
    one = Assertion(subject=_entity("japan"), predicate="claims", object=_entity("kunashir"))
    other = Assertion(subject=_entity("japan"), predicate="claims", object=_entity("iturup"))
    assert vocab.assertion_iri(one) != vocab.assertion_iri(other)
    assert vocab.local_name(vocab.assertion_iri(one)).startswith("a_")


def test_iri_of_a_document_hides_its_path() -> None:
    assert "/" not in vocab.document_iri("news/2019/../x y.txt").removeprefix(vocab.IDS)


@given(st.text(min_size=1))
def test_iri_of_any_id_is_valid_flat_and_gives_the_id_back(local: str) -> None:
    iri = vocab.entity_iri(_entity(local))
    assert ox.NamedNode(iri).value == iri
    assert "/" not in iri.removeprefix(vocab.IDS)
    assert vocab.local_name(iri) == local


@given(st.text(), st.sampled_from(EntityKind))
def test_thing_without_entry_is_unknown_and_keeps_its_label(label: str, kind: EntityKind) -> None:
    entity = vocab.nil_entity(label, kind)
    assert (entity.label, entity.kind, entity.known) == (label, kind, False)
    assert not entity.id.endswith(("_", "-"))


@pytest.mark.parametrize(
    ("label", "slug"),
    [("Hala'ib Triangle", "hala-ib-triangle"), ("ÎLES ÉPARSES", "îles-éparses"), ("!!", "unnamed")],
)
def test_slug_keeps_letters_and_folds_case_and_punctuation(label: str, slug: str) -> None:
    assert vocab.slug(label) == slug
