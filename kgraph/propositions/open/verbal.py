"""Propositions of verbs: who, what is said of them, and one line for each object, complement and adjunct.

"In 1950 the council sent a mission to Geneva" gives (the council, sent, a mission), (the council, sent a mission to,
Geneva), (the council, sent a mission In, 1950). Passives stay as they are: (the town, was built by, monks).
"""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_verb
from kgraph.propositions.open.attachments import is_idiom
from kgraph.propositions.open.complements import Complement, complements
from kgraph.propositions.open.extractions import Argument, Extraction
from kgraph.propositions.open.gapping import Remnant
from kgraph.propositions.open.phrases import Phrase, clause_phrase, noun_phrases, plain_phrase
from kgraph.propositions.open.predicates import chain_of, is_clause, predicate_of, subject_phrases
from kgraph.propositions.open.stretches import together
from kgraph.tokens import Token

__all__ = ["clause_extractions", "remnant_extractions"]

_MAX_PHRASES = 12


def clause_extractions(verb: Token) -> Iterator[Extraction]:
    """Read the propositions of the clause that a verb heads; none where it names no subject."""
    if not is_clause(verb):
        return
    who = subject_phrases(verb)
    if not who:
        return
    chain = chain_of(verb)
    predicate, all_found = predicate_of(chain), complements(chain)
    indirect = [c for c in all_found if c.role == "indirect"]
    found = [c for c in all_found if c not in indirect]
    predicate = together(predicate, *(c.phrases[0].tokens for c in indirect))
    core = [c for c in found if c.is_core and c.until is None]
    if not core and chain[-1].lemma_ == "be":  # "was in Paris in 1990": the place is the complement
        core = [c for c in found if c.role == "prepositional"][:1]
    ordered = [*core, *(c for c in found if c not in core)]
    for subject in who:
        yield from _introduced(subject, verb)
        yield from _of_subject(subject, predicate, ordered, len(core), verb)


def remnant_extractions(remnant: Remnant) -> Iterator[Extraction]:
    """Read what is left of a clause with the verb that it leaves out: "Spain took the west and *France the east*"."""
    chain, shared = chain_of(remnant.verb), first_child(remnant.verb, "dobj", "attr")
    thing = remnant.thing or (plain_phrase(shared) if shared is not None else None)
    predicate = predicate_of(chain)
    for subject in remnant.subjects or subject_phrases(remnant.verb):
        if thing is not None:
            yield _gapped(chain, subject, predicate, (), thing)
        if remnant.last is not None and remnant.preposition is not None:
            carried = together(predicate, thing.tokens if thing is not None else ())
            yield _gapped(chain, subject, carried, (remnant.preposition,), remnant.last)


def _gapped(
    chain: list[Token], subject: Phrase, predicate: tuple[Token, ...], lead: tuple[Token, ...], other: Phrase
) -> Extraction:
    return Extraction(
        trigger=chain[0],
        deed=chain[-1],
        subject=subject,
        predicate=(*predicate, *lead),
        object=other,
        lead=lead,
        role="prepositional" if lead else "object",
        rule="gapping",
        confidence=0.5,
    )


def _introduced(subject: Phrase, verb: Token) -> Iterator[Extraction]:
    """Read "A Democrat, he became the mayor": the phrase in front says what the subject is."""
    for child in verb.children:
        is_right_before = child.right_edge.i + 2 == subject.tokens[0].i
        if is_right_before and (_is_introducing_noun(child) or _is_introducing_adjective(child)):
            yield Extraction(
                trigger=child,
                deed=child,
                subject=subject,
                predicate=(),
                object=noun_phrases(child)[0] if child.pos_ == "NOUN" else clause_phrase(child),
                role="complement",
                rule="introduction",
                confidence=0.6,
                copula="is",
            )


def _is_introducing_noun(noun: Token) -> bool:
    first = noun.left_edge
    is_loose = noun.dep_ in {"npadvmod", "dep", "nsubj"} and noun.pos_ == "NOUN"
    return is_loose and first.lower_ in {"a", "an"} and first.dep_ == "det"


def _is_introducing_adjective(adjective: Token) -> bool:
    """Tell whether an adjective with a preposition opens the sentence: "*Proud of its past*, the town …"."""
    is_loose = adjective.dep_ == "advcl" and adjective.pos_ == "ADJ" and adjective.left_edge == adjective
    return is_loose and any(c.dep_ == "prep" for c in adjective.children)


def _of_subject(
    subject: Phrase, predicate: tuple[Token, ...], found: list[Complement], core: int, verb: Token
) -> Iterator[Extraction]:
    """Give the lines of one subject; the first object is carried in the predicate of what comes after it."""
    carried: tuple[Token, ...] = ()
    for number, complement in enumerate(found):
        is_swallowed = len(found) > 1 and number == 0 and is_idiom(verb, complement.phrases[0].head)
        words = predicate if complement.role == "part" else _joined(predicate, carried, verb)
        if complement.until is not None:
            chain = chain_of(verb)
            words = predicate_of(chain[: chain.index(complement.until) + 1])
        if not is_swallowed:
            yield from _lines(subject, words, complement, found, verb)
        if number == 0 and core and complement.role != "clause":
            carried = together(complement.lead, plain_phrase(complement.phrases[0].head).tokens)


def _joined(predicate: tuple[Token, ...], carried: tuple[Token, ...], verb: Token) -> tuple[Token, ...]:
    """Put a predicate and its object together; of "the land that they hold in trust" it stands before the verb."""
    is_before = bool(carried) and carried[-1].i < verb.i
    return (*predicate, *carried) if is_before else together(predicate, carried)


def _lines(
    subject: Phrase,
    predicate: tuple[Token, ...],
    complement: Complement,
    found: list[Complement],
    verb: Token,
) -> Iterator[Extraction]:
    others = tuple(
        Argument(role=other.role, lead=other.lead, phrase=other.phrases[0])
        for other in found
        if other is not complement and other.role != "part" and other.until is None
    )
    deed = complement.deed or complement.until or chain_of(verb)[-1]
    for phrase in complement.phrases[:_MAX_PHRASES]:
        yield Extraction(
            trigger=verb,
            deed=deed,
            subject=subject,
            predicate=(*(t for t in predicate if t not in phrase.tokens), *complement.lead),
            object=phrase,
            lead=complement.lead,
            role="object" if complement.role == "part" else complement.role,
            others=others,
            rule=f"verb-{complement.role}",
            confidence=round(complement.confidence * _certainty(verb), 2),
        )


def _certainty(verb: Token) -> float:
    """Rate a clause: what is reported, and infinitives that others are to do, are less sure to be said."""
    if verb.dep_ in {"acl", "ccomp", "pcomp"} and has_infinitive(verb):
        return 0.4
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and not _is_set_off(verb):
        return (
            0.6  # "the tournament known as the Open beginning in 1981": of which noun it is said, is unclear
        )
    top = verb
    while top.dep_ in {"conj", "xcomp"} and top.head != top and is_verb(top.head):
        top = top.head
    return 0.7 if top.dep_ == "ccomp" and top.head.lemma_.lower() in load_cues().reporting_verbs else 1.0


def _is_set_off(verb: Token) -> bool:
    edge = verb.left_edge.i
    return edge == 0 or verb.doc[edge - 1].is_punct or verb.doc[edge - 1].dep_ in {"cc", "mark"}
