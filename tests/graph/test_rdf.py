"""What a reading becomes in a graph, and that nothing of it is lost on the way back."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgraph.errors import DataError, GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import from_graph, may_be_plain, time_bounds, to_triples
from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph
from kgraph.model import (
    Assertion,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Polarity,
    Reading,
    Span,
    assertion_id,
)
from kgraph.validation import validate
from kgraph.vocab import IDS, KG, NAMESPACE, PREFIXES, assertion_iri, nil_entity, orient, predicates

SYMMETRIC = sorted(name for name, predicate in predicates().items() if predicate.symmetric)


def plain(graph: Graph, subject: str, predicate: str, value: str) -> bool:
    """Tell whether the bare triple is in the graph."""
    return Triple(NamedNode(IDS + subject), NamedNode(NAMESPACE + predicate), NamedNode(IDS + value)) in graph


def merged(readings: tuple[Reading, ...]) -> dict[str, Assertion]:
    """Collect the evidence of equal assertions, as the graph does."""
    found: dict[str, Assertion] = {}
    for reading in readings:
        for assertion in map(orient, reading.assertions):
            known = found.get(assertion_id(assertion))
            evidence = (known.evidence if known else ()) + assertion.evidence
            ordered = tuple(sorted(evidence, key=lambda e: (e.document_id, e.span)))
            found[assertion_id(assertion)] = assertion.with_evidence(ordered)
    return found


def one_assertion(assertion: Assertion, text: str = "Some words.") -> Reading:
    """Put the assertion into a document of one sentence."""
    evidence = Evidence(
        document_id="d", span=Span(start=0, end=len(text)), quotation=text, rule="r", confidence=0.5
    )
    return Reading(
        document=Document(id="d", text=text),
        assertions=(assertion.with_evidence((evidence,)),),
        sentences=1,
        sentences_with_assertion=1,
    )


# ------------------------------------------------------------------ there and back


def test_assertions_come_back_with_all_their_evidence(graph: Graph, readings: tuple[Reading, ...]) -> None:
    back = {assertion_id(a): a for a in graph.assertions()}
    expected = merged(readings)
    assert back == expected
    assert {i: a.evidence for i, a in back.items()} == {i: a.evidence for i, a in expected.items()}


def test_documents_come_back_without_their_text(graph: Graph, readings: tuple[Reading, ...]) -> None:
    expected = sorted((replace(r.document, text="") for r in readings), key=lambda d: d.id)
    assert list(graph.documents()) == expected


def test_a_document_without_its_text_has_the_digest_of_it(
    graph: Graph, readings: tuple[Reading, ...]
) -> None:
    digests = {reading.document.id: reading.document.text_digest for reading in readings}
    assert {document.id: document.text_digest for document in graph.documents()} == digests


def test_order_and_repetition_of_readings_change_nothing(graph: Graph, readings: tuple[Reading, ...]) -> None:
    shuffled = [*readings, *readings]
    random.Random(7).shuffle(shuffled)
    assert set(Graph(to_triples(shuffled))) == set(graph)


def test_merging_graphs_is_the_union_of_their_triples(graph: Graph, readings: tuple[Reading, ...]) -> None:
    parts = [Graph(to_triples([reading])) for reading in readings]
    assert set(parts[0] | parts[1] | parts[2]) == set(graph)
    assert set(graph | parts[1]) == set(graph)


def test_same_assertion_of_two_documents_is_one_node_with_two_evidences(graph: Graph) -> None:
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    assert len(graph.values(assertion_iri(claim), KG.evidence)) == 2


def test_graph_has_no_blank_node(graph: Graph) -> None:
    assert not any(
        isinstance(term, BlankNode) for triple in graph for term in (triple.subject, triple.object)
    )


def test_confidence_stands_on_the_evidence_alone(graph: Graph) -> None:
    with_confidence = {t.subject.value for t in graph if t.predicate.value == str(KG.confidence)}
    assert with_confidence
    assert all(iri.startswith(IDS + "e_") for iri in with_confidence)


# ------------------------------------------------------------------ the plain triple


def test_claim_in_the_texts_own_voice_is_plain(graph: Graph) -> None:
    assert plain(graph, "japan", "claims", "kunashir")


def test_claim_that_the_claimant_makes_of_itself_is_plain(graph: Graph) -> None:
    assert plain(graph, "russia", "claims", "kunashir")


def test_possible_transfer_is_not_plain(graph: Graph) -> None:
    assert not plain(graph, "kunashir", "transferredTo", "japan")


def test_denied_boundary_is_not_plain(graph: Graph) -> None:
    assert not plain(graph, "cameroon", "delimitedBoundaryWith", "nigeria")


QUALIFIERS = st.fixed_dictionaries(
    {
        "polarity": st.sampled_from(Polarity),
        "modality": st.sampled_from(Modality),
        "attribution": st.sampled_from([None, handmade.JAPAN, handmade.RUSSIA, handmade.LAVROV]),
    }
)


@given(QUALIFIERS, st.sampled_from(sorted(predicates())))
def test_plain_triple_only_where_it_may_be_taken_as_said(
    qualifiers: dict[str, object], predicate: str
) -> None:
    assertion = Assertion(subject=handmade.JAPAN, predicate=predicate, object=handmade.RUSSIA, **qualifiers)
    graph = Graph(to_triples([one_assertion(assertion)]))
    own = qualifiers["attribution"] in (None, handmade.JAPAN)
    own |= predicate in SYMMETRIC and qualifiers["attribution"] == handmade.RUSSIA
    allowed = qualifiers["polarity"] == "positive" and qualifiers["modality"] == "actual" and own
    assert plain(graph, "japan", predicate, "russia") == may_be_plain(assertion) == allowed


@pytest.mark.parametrize("predicate", SYMMETRIC)
def test_symmetric_relation_is_stored_once(predicate: str) -> None:
    one = Assertion(subject=handmade.RUSSIA, predicate=predicate, object=handmade.JAPAN)
    other = Assertion(subject=handmade.JAPAN, predicate=predicate, object=handmade.RUSSIA)
    graphs = [set(Graph(to_triples([one_assertion(a)]))) for a in (one, other)]
    assert graphs[0] == graphs[1]


def test_turned_relation_keeps_the_words_with_their_party() -> None:
    talks = next(a for a in handmade.kurils().assertions if a.predicate == "negotiatesWith")
    turned = orient(talks)
    assert (turned.subject.id, turned.object.id) == ("japan", "russia")
    assert turned.evidence[0].subject_span == talks.evidence[0].object_span


def test_names_beyond_ascii_are_ordered_as_the_graph_orders_them() -> None:
    """An accented letter comes after "z", but in an IRI it is "%C3%A9", which comes before."""
    choiseul = nil_entity("Étienne de Choiseul", EntityKind.PERSON)
    bute = nil_entity("Lord Bute", EntityKind.PERSON)
    talks = Assertion(subject=bute, predicate="metWith", object=choiseul)
    turned = orient(talks)
    assert (turned.subject, turned.object) == (choiseul, bute)
    report = validate(Graph(to_triples([one_assertion(talks)])))
    assert not [problem for problem in report.problems if "symmetric" in str(problem)]


def test_relation_with_a_direction_is_not_turned() -> None:
    claim = Assertion(subject=handmade.RUSSIA, predicate="claims", object=handmade.KUNASHIR)
    assert orient(claim) is claim


# ------------------------------------------------------------------ values


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("1945", "1945-01-01", "1945-12-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2005-05-03", "2005-05-03", "2005-05-03"),
        ("1954/", "1954-01-01", None),
        ("/1994", None, "1994-12-31"),
        ("1998-06/2000", "1998-06-01", "2000-12-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("[1939..1945]", "1939-01-01", "1945-12-31"),
        ("[1939..1945", None, None),
        ("18XX/", "1800-01-01", None),
        ("/1971~", None, "1971-12-31"),
        ("1950s", None, None),
        ("19X", None, None),
        ("0000", None, None),
        ("2019-13", None, None),
        ("2019-02-30", None, None),
        ("", None, None),
        ("٢٠١٩", None, None),
    ],
)
def test_bounds_of_a_time(time: str, first: str | None, last: str | None) -> None:
    day = datetime.date.fromisoformat
    assert time_bounds(time) == (day(first) if first else None, day(last) if last else None)


def test_name_is_a_literal(graph: Graph) -> None:
    known_as = Triple(NamedNode(IDS + "kunashir"), NamedNode(KG.knownAs), Literal("Kunashiri"))
    assert known_as not in graph  # it is Japan's word, not the text's
    assert [a.object.label for a in graph.assertions() if a.predicate == "knownAs"] == ["Kunashiri"]
    assert "Foreign Minister" in {t.object.value for t in graph if t.predicate.value == str(KG.aboutText)}


def test_words_of_the_text_become_alternative_labels(graph: Graph) -> None:
    assert graph.values(IDS + "japan", PREFIXES["skos"] + "altLabel") == ["Tokyo"]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://news.example/a?b=c#d", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        ("https://news.example/a b", False),
        ("https://news.example/\u202eevil", False),
        ("/home/somebody/a.html", False),
    ],
)
def test_only_a_valid_web_address_is_a_link(url: str, is_link: bool) -> None:
    reading = Reading(
        document=Document(id="d", text="", url=url), assertions=(), sentences=0, sentences_with_assertion=0
    )
    found = [t.object for t in to_triples([reading]) if t.predicate.value == PREFIXES["schema"] + "url"]
    assert [isinstance(term, NamedNode) for term in found] == [is_link]


def test_gazetteer_adds_background_that_no_text_asserted() -> None:
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    graph = Graph(to_triples([one_assertion(claim)], Gazetteer.load()))
    kunashir = IDS + "kunashir"
    assert graph.values(kunashir, PREFIXES["geo"] + "lat") == ["44.1"]
    assert graph.values(kunashir, PREFIXES["skos"] + "broader")
    assert graph.values(kunashir, KG.partOf) == []
    assert graph.values(IDS + "japan", PREFIXES["skos"] + "exactMatch") == [
        PREFIXES["wd"] + "Q17",
        "https://sws.geonames.org/1861060/",
    ]


def background_of(subject: Entity, object_: Entity) -> Graph:
    claim = Assertion(subject=subject, predicate="claims", object=object_)
    return Graph(to_triples([one_assertion(claim)], Gazetteer.load()))


def test_names_of_the_parties_are_background_with_language_and_user() -> None:
    names = background_of(handmade.JAPAN, handmade.KUNASHIR).background_names()["kunashir"]
    assert {(n.text, n.lang, n.user) for n in names} >= {
        ("Кунашир", "ru", "Russia"),
        ("国後島", "ja", "Japan"),
    }


def test_names_that_the_texts_use_have_no_language_and_are_no_background() -> None:
    graph = Graph(to_triples([handmade.kurils()]))
    assert graph.background_names() == {}
    tagged = [t for t in graph if isinstance(t.object, Literal) and t.object.language]
    assert tagged == []


def test_names_read_from_a_file_are_those_written(tmp_path: Path) -> None:
    graph = background_of(handmade.JAPAN, handmade.KUNASHIR)
    write_graph(graph, tmp_path / "graph.ttl")
    assert load(tmp_path / "graph.ttl").background_names() == graph.background_names()


def test_only_things_that_occur_and_what_they_lie_in_bring_names() -> None:
    graph = background_of(handmade.JAPAN, handmade.KUNASHIR)
    assert set(graph.background_names()) <= {"japan", "kunashir", *parents("kunashir")}


def parents(id_: str | None) -> list[str]:
    gazetteer, found = Gazetteer.load(), []
    while id_ and (id_ := gazetteer.entry(id_).parent):
        found.append(id_)
    return found


def test_past_state_has_its_last_day_and_a_treaty_its_year() -> None:
    gazetteer = Gazetteer.load()
    union = gazetteer.entry("soviet-union").entity
    treaty = gazetteer.entry("treaty-of-san-francisco").entity
    signed = Assertion(subject=union, predicate="partyTo", object=treaty)
    graph = Graph(to_triples([one_assertion(signed)], gazetteer))
    assert graph.values(IDS + union.id, KG.existsUntil)[0].startswith("1991-")
    assert graph.values(IDS + treaty.id, KG.existsFrom) == ["1951-01-01"]
    assert graph.values(IDS + treaty.id, KG.kind) == ["treaty"]


def test_background_is_well_formed_and_no_edge_without_evidence() -> None:
    assert validate(background_of(handmade.JAPAN, handmade.KUNASHIR)).problems == ()


def test_name_that_is_left_open_is_linked_to_its_candidates() -> None:
    open_ = replace(
        nil_entity("Georgia", EntityKind.STATE, scope="d"), candidates=(handmade.JAPAN, handmade.RUSSIA)
    )
    claim = Assertion(subject=open_, predicate="claims", object=handmade.KUNASHIR)
    graph = Graph(to_triples([one_assertion(claim)]))
    assert graph.values(IDS + open_.id, KG.candidate) == [IDS + "japan", IDS + "russia"]
    assert graph.values(IDS + "japan", PREFIXES["rdfs"] + "label") == ["Japan"]
    assert not plain(graph, "japan", "claims", "kunashir")
    ((found,),) = (from_graph(graph)[1],)
    assert found.subject.candidates == (handmade.JAPAN, handmade.RUSSIA)
    assert validate(graph).problems == ()


def test_surest_of_two_rules_at_one_place_counts() -> None:
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    reading = one_assertion(claim)
    first = reading.assertions[0].evidence[0]
    second = replace(first, rule="s", confidence=0.8)
    both = replace(reading, assertions=(claim.with_evidence((first, second)),))
    found = from_graph(to_triples([both]))[1][0].evidence
    assert [(e.rule, e.confidence) for e in found] == [("s", 0.8)]


# ------------------------------------------------------------------ errors


def test_quotation_that_the_text_does_not_have_is_refused() -> None:
    reading = handmade.kurils()
    wrong = replace(reading, document=replace(reading.document, text="x" + reading.document.text))
    with pytest.raises(GraphError, match=r"^kurils-2019\[0:48\]: the text there is not the quotation"):
        list(to_triples([wrong]))


def test_unknown_predicate_is_refused() -> None:
    with pytest.raises(
        DataError, match=r"^unknown predicate 'grabs'; the ontology has: administers, annexed"
    ):
        list(
            to_triples(
                [one_assertion(Assertion(subject=handmade.JAPAN, predicate="grabs", object=handmade.RUSSIA))]
            )
        )
    own = Assertion(subject=handmade.JAPAN, predicate="own:grabs", object=handmade.RUSSIA)
    with pytest.raises(DataError, match=r"'own:grabs'; one of your own needs own=extractor\.own\.predicates"):
        list(to_triples([one_assertion(own)]))


def test_two_texts_with_one_id_are_refused_and_one_text_twice_is_one() -> None:
    kurils, falklands = handmade.kurils(), handmade.falklands()
    assert set(to_triples([kurils, kurils])) == set(to_triples([kurils]))
    other = replace(falklands, document=replace(falklands.document, id=kurils.document.id))
    with pytest.raises(DataError, match="two texts have the id 'kurils-2019'"):
        list(to_triples([kurils, other]))


@pytest.mark.parametrize("given", [handmade.kurils().document, handmade.kurils().assertions[0], "a.txt"])
def test_what_is_no_reading_is_told(given: object) -> None:
    with pytest.raises(TypeError, match=r"is no reading: kgraph\.extract gives one of each document"):
        list(to_triples([given]))  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        (KG.polarity, "needs kg:polarity"),
        (PREFIXES["rdf"] + "subject", "needs rdf:subject"),
        (PREFIXES["oa"] + "end", "needs oa:start and oa:end"),
        (PREFIXES["schema"] + "identifier", "needs schema:identifier"),
        (PREFIXES["rdfs"] + "label", "needs rdfs:label"),
    ],
)
def test_incomplete_graph_is_named(graph: Graph, missing: str, message: str) -> None:
    broken = [t for t in graph if t.predicate.value != str(missing)]
    with pytest.raises(GraphError, match=rf"^<https://.*>: {message}; run `kgraph validate`$"):
        from_graph(broken)


# ------------------------------------------------------------------ any text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
HOSTILE = st.one_of(
    TEXT,
    st.sampled_from(
        [
            "</script>\"'\\",
            "\u202eevil\u202c",
            "a\tb\r\nc\x00\x01",
            "'''\"\"\"",
            "\ufeff\ufffe",
            "%zz <x> {y}",
            "_:b0",
        ]
    ),
)
KINDS = st.sampled_from([k for k in EntityKind if k is not EntityKind.NAME])
ENTITIES = st.builds(Entity, id=TEXT, label=HOSTILE, kind=KINDS, known=st.booleans())
NAMES = HOSTILE.map(lambda label: nil_entity(label, EntityKind.NAME))


@given(
    subject=ENTITIES,
    name=NAMES,
    about=st.none() | NAMES,
    sentence=HOSTILE,
    document=st.builds(
        Document, id=TEXT, text=st.just(""), title=st.none() | HOSTILE, url=st.none() | HOSTILE
    ),
    time=st.none() | HOSTILE,
    confidence=st.floats(0, 1),
)
def test_any_words_come_back(
    subject: Entity,
    name: Entity,
    about: Entity | None,
    sentence: str,
    document: Document,
    time: str | None,
    confidence: float,
) -> None:
    evidence = Evidence(
        document_id=document.id,
        span=Span(start=0, end=len(sentence)),
        quotation=sentence,
        rule=sentence,
        confidence=confidence,
    )
    said = Assertion(
        subject=subject, predicate="knownAs", object=name, about=about, time=time, evidence=(evidence,)
    )
    reading = Reading(
        document=replace(document, text=sentence), assertions=(said,), sentences=1, sentences_with_assertion=1
    )
    graph = Graph(to_triples([reading]))
    assert graph.documents() == (document,)
    assert graph.assertions() == (said,)
    assert graph.assertions()[0].evidence == said.evidence


def test_half_a_surrogate_pair_is_marked_and_stops_nothing() -> None:
    reading = Reading(
        document=Document(id="d", text="", title="a\ud800b"),
        assertions=(),
        sentences=0,
        sentences_with_assertion=0,
    )
    assert Graph(to_triples([reading])).documents()[0].title == "a\ufffdb"
