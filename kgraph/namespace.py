"""The terms of `ontologies/kgraph.ttl` as a closed namespace of rdflib; take it as `kgraph.vocab.KG`."""
# ruff: noqa: N815 - the ontology's own spelling

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

__all__ = ["KG"]


class KG(DefinedNamespace):
    """The ontology's terms; a mistyped one raises `AttributeError` instead of becoming a new property."""

    _NS = Namespace("https://w3id.org/kgraph/ns#")
    _fail = True

    # things and values
    Actual: URIRef
    Agent: URIRef
    Assertion: URIRef
    Belief: URIRef
    CAMEO: URIRef
    Claimed: URIRef
    Containment: URIRef
    Contested: URIRef
    Contradiction: URIRef
    DerivedProperty: URIRef
    Dispute: URIRef
    DisputeStatus: URIRef
    Document: URIRef
    Entity: URIRef
    Evidence: URIRef
    Generalization: URIRef
    Inferred: URIRef
    Instrument: URIRef
    Modality: URIRef
    Negative: URIRef
    Organization: URIRef
    PLOVER: URIRef
    Participant: URIRef
    PartyName: URIRef
    Period: URIRef
    Person: URIRef
    Place: URIRef
    Polarity: URIRef
    Positive: URIRef
    Possible: URIRef
    Settled: URIRef
    State: URIRef
    Story: URIRef
    Territory: URIRef
    Tribunal: URIRef
    # qualifiers, evidence and annotations
    about: URIRef
    aboutCandidate: URIRef
    aboutLabel: URIRef
    aboutText: URIRef
    affirmedBy: URIRef
    affirmedIn: URIRef
    appearance: URIRef
    appearances: URIRef
    attributedTo: URIRef
    attributionCandidate: URIRef
    attributionLabel: URIRef
    attributionText: URIRef
    belief: URIRef
    candidate: URIRef
    claimant: URIRef
    concerns: URIRef
    confidence: URIRef
    deniedBy: URIRef
    deniedIn: URIRef
    denyingOrigins: URIRef
    derivedBy: URIRef
    elliptical: URIRef
    past: URIRef
    evidence: URIRef
    existsFrom: URIRef
    existsUntil: URIRef
    family: URIRef
    firstAppearance: URIRef
    firstReported: URIRef
    formerHolder: URIRef
    holder: URIRef
    icowNote: URIRef
    inDocument: URIRef
    inverseVerbPhrase: URIRef
    kind: URIRef
    known: URIRef
    lastReported: URIRef
    modality: URIRef
    nameOf: URIRef
    nameText: URIRef
    nameUsedBy: URIRef
    negativeInverseVerbPhrase: URIRef
    negativeVerbPhrase: URIRef
    objectCandidate: URIRef
    objectEnd: URIRef
    objectLabel: URIRef
    objectStart: URIRef
    objectText: URIRef
    opponent: URIRef
    origins: URIRef
    over: URIRef
    party: URIRef
    polarity: URIRef
    predicateEnd: URIRef
    predicateStart: URIRef
    renouncedBy: URIRef
    rule: URIRef
    status: URIRef
    subjectCandidate: URIRef
    subjectEnd: URIRef
    subjectLabel: URIRef
    subjectStart: URIRef
    subjectText: URIRef
    textDigest: URIRef
    textSignature: URIRef
    timeText: URIRef
    validFrom: URIRef
    validUntil: URIRef
    verbPhrase: URIRef
    wikidataInverseProperty: URIRef
    wikidataProperty: URIRef
    within: URIRef
    # predicates
    administers: URIRef
    annexed: URIRef
    buildsOn: URIRef
    claims: URIRef
    clashesWith: URIRef
    condemns: URIRef
    contests: URIRef
    controls: URIRef
    declaredIndependenceFrom: URIRef
    delimitedBoundaryWith: URIRef
    demands: URIRef
    deploysForcesTo: URIRef
    disputesWith: URIRef
    intrudesInto: URIRef
    knownAs: URIRef
    metWith: URIRef
    negotiatesWith: URIRef
    occupies: URIRef
    partOf: URIRef
    partyTo: URIRef
    proposesSettlement: URIRef
    recognizes: URIRef
    refuses: URIRef
    rejectsClaimOf: URIRef
    renounces: URIRef
    represents: URIRef
    ruledAgainst: URIRef
    ruledFor: URIRef
    sanctions: URIRef
    submittedTo: URIRef
    supports: URIRef
    takesPositionOn: URIRef
    threatens: URIRef
    transferredFrom: URIRef
    transferredTo: URIRef
    withdrawsFrom: URIRef
