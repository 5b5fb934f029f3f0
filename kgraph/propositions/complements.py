"""What stands behind a noun and is its own, wherever the parser hung it: after prepositions, on verbs beside it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    governed,
    has_infinitive,
    is_verb,
    object_behind_name,
    prepositional_objects,
)
from kgraph.propositions.clauses import is_passive, objects, subjects, verb_lemma
from kgraph.tokens import Token

__all__ = ["complements", "held", "support_verb"]

_WHERE = frozenset({"along", "at", "in", "inside", "near", "on"})
_ON_LAND = frozenset({"against", "over", "to"})
_SUPPORTED_BY = frozenset({"in", "into", "on", "for", "to", "with", "at", "of"})
_SPANS = frozenset({"bout", "day", "hour", "month", "round", "series", "week", "year"})
_NEXT = 2  # tokens from a noun to the one that "and" joins to it, where no adjective stands before that


def support_verb(noun: Token, support: frozenset[str]) -> Token | None:
    """Find the light verb that carries a noun: "lays claim to", "has a dispute with", "continue talks".

    The noun may hang below a first noun: "have a history of disputes", or be measured: "held two days of talks".
    """
    noun = first_conjunct(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _SPANS:
        noun = noun.head.head
    head = noun.head
    if noun.dep_ in {"dobj", "attr"} and head.lemma_.lower() in support:
        return head
    if noun.dep_ == "pobj" and head.lower_ in _SUPPORTED_BY and head.head.lemma_.lower() in support:
        return head.head if is_verb(head.head) else None
    if noun.dep_ == "nsubjpass" and head.lemma_.lower() in support:
        return head
    return None


@lru_cache(maxsize=1024)
def complements(noun: Token, support: frozenset[str]) -> Mapping[str, tuple[Token, ...]]:
    """Give what stands after prepositions, the noun's own first, and the purpose; then the verbs' beside it."""
    verb = support_verb(noun, support)
    return {
        **_shared_complements(noun),
        **_of_the_predicate(noun),
        **(_of_light_verb(noun, verb) if verb is not None else {}),
        **_of_the_noun_above(noun),
        **_agent_behind(noun),
        **_of_participles(noun),
        **_but_days(prepositional_objects(noun)),
    }


def _of_light_verb(noun: Token, verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the prepositions of a light verb, but that which the noun stands behind: "is *in dispute* between X and Y".

    Nor is it told of a topic where it is talked about: "*In Cairo* they discussed the attacks".
    """
    found = _but_days(prepositional_objects(verb))
    is_topic = verb_lemma(verb) in load_cues().presupposed_topics
    return {
        name: tokens
        for name, tokens in found.items()
        if noun not in tokens and not (is_topic and name in _WHERE and tokens[0].i < noun.i)
    }


def _but_days(found: Mapping[str, tuple[Token, ...]]) -> Mapping[str, tuple[Token, ...]]:
    """Leave out a day: "talks resumed *on Monday*" says nothing of what they are on."""
    days = load_cues().calendar_names
    return {name: tokens for name, tokens in found.items() if name != "on" or tokens[0].lower_ not in days}


def _shared_complements(noun: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give what stands behind the second of two nouns and is of both: "the invasion and annexation *of X by Y*".

    What the first has behind the second is no hindrance: "the invasion and annexation of X *in 1940*".
    """
    if noun.pos_ != "NOUN":
        return {}
    first, own = noun.head, first_child(noun, "prep")
    if own is None and noun.dep_ == "conj" and first.pos_ == "NOUN":
        hung = prepositional_objects(first).items()  # the parser hung it on the first
        return {name: tokens for name, tokens in hung if tokens[0].i > noun.i}
    second = first_child(noun, "conj")
    if second is None or second.pos_ != "NOUN" or (own is not None and own.i < second.i):
        return {}
    told = sum(c.i < second.i for c in second.children if c.dep_ == "amod")
    return prepositional_objects(second) if second.i - noun.i == _NEXT + told else {}


def _of_participles(noun: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give what hangs on the clauses after a noun: "claims made by X for Y", "a call to begin *talks*" (purpose)."""
    found: dict[str, tuple[Token, ...]] = {}
    for clause in noun.children:
        if clause.dep_ in {"acl", "relcl"} and clause.i > noun.i and not _lays_on_somebody(clause):
            for name, tokens in _of_clause(noun, clause):
                found.setdefault(name, tokens)
    return found


def _of_clause(noun: Token, clause: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Give what a clause says of a noun that is as good as the noun's own."""
    around = prepositional_objects(clause).items()
    aim = first_child(clause, "xcomp")
    if aim is not None and has_infinitive(aim) and verb_lemma(clause) in load_cues().possibility_verbs:
        yield "purpose", objects(aim)  # "an agreement promising to end *the war*"
    if clause.dep_ == "relcl" and _is_done(noun, clause):
        yield "by", subjects(clause)
        yield from around
    elif clause.tag_ == "VBN" or _only_exists(clause):
        is_judged = clause.lemma_.lower() in load_cues().support_judging
        if clause.tag_ == "VBN" and not is_judged:
            yield "by", subjects(clause)
        yield from ((name, tokens) for name, tokens in around if name != "by" or not is_judged)
    elif has_infinitive(clause):
        yield "purpose", objects(clause)  # "the decision to build houses *in X*"
        yield from ((name, tokens) for name, tokens in around if name in _WHERE)


def _is_done(noun: Token, clause: Token) -> bool:
    """Tell whether somebody does in a clause what a noun says: "the raid that X *carried out* on Y"."""
    is_light = clause.lemma_.lower() in load_cues().support_verbs
    return is_light and not is_passive(clause) and objects(clause) == (noun,) and bool(subjects(clause))


def _lays_on_somebody(clause: Token) -> bool:
    """Tell whether a clause says whose doing a noun is: "an attack blamed *on X*" is no attack on X."""
    return clause.lemma_.lower() in load_cues().presupposed_blaming


def _only_exists(clause: Token) -> bool:
    """Tell whether a clause says no more than that there is one: "the dispute *that exists* between X and Y"."""
    is_light = clause.lemma_.lower() in load_cues().support_existing
    return is_light and any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in clause.children)


def _of_the_predicate(noun: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the prepositions of the verb that the noun is subject or object of, as far as they follow the noun.

    "Talks continue with X over Y", "envisioned the handover of X to Y": the parser hangs these on the verb, also
    where the noun stands below another one ("marked the anniversary of the handover of X to Y"). But what "the
    commander of the army" does in a town the army does not.
    """
    cues = load_cues()
    persons = cues.agents_met | cues.agents_voices
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        if noun.lemma_.lower() in persons:
            return {}
    if noun.dep_ not in {"nsubj", "nsubjpass", "dobj"} or not is_verb(noun.head):
        return {}
    below = first_child(noun.head, "xcomp")  # "talks are to be held in Oslo *between X and Y*"
    found = {
        **(prepositional_objects(below) if below is not None else {}),
        **prepositional_objects(noun.head),
    }
    agent = {"by"} if noun.dep_ == "nsubjpass" else set()
    resting = {"on", "upon"} if noun.head.lemma_.lower() in cues.support_resting else set()
    others = agent | resting
    said = {name: tokens for name, tokens in found.items() if tokens[0].i > noun.i and name not in others}
    said = {name: tokens for name, tokens in said.items() if not _is_why_off(noun.head, name, tokens[0])}
    return _but_days({name: tokens for name, tokens in said.items() if not _is_addressed(tokens[0].head)})


def _is_why_off(verb: Token, preposition: str, noun: Token) -> bool:
    """Tell whether a deed is why something is called off, and not what that is on: "cancelled talks over *a visit*"."""
    cues = load_cues()
    if preposition != "over" or noun.head.head != verb or verb_lemma(verb) not in cues.negation_implicatives:
        return False
    return (
        noun.lemma_.lower() in cues.presupposed_taken_up | cues.presupposed_warfare | cues.presupposed_events
    )


def _is_addressed(preposition: Token) -> bool:
    """Tell whether a phrase says to whom something is written: "condemned the handover of X in a note *to Y*"."""
    cues = load_cues()
    before = preposition.nbor(-1).lemma_.lower() if preposition.i else ""
    return preposition.lower_ == "to" and before in cues.reporting_documents


def _of_the_noun_above(noun: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give what follows a noun and hangs on the noun above it: "anger at X's claim *to Y*", "forces of X *in Y*"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    after = noun.right_edge.i + 1
    if above == noun or above.pos_ != "NOUN" or after >= noun.sent.end:
        return {}
    preposition = noun.doc[after]
    known = _WHERE | _ON_LAND if noun.pos_ == "NOUN" else _WHERE
    if preposition.head != above or preposition.dep_ != "prep" or preposition.lower_ not in known:
        return {}
    found = governed(preposition)
    return {preposition.lower_: found} if found else {}


def _agent_behind(noun: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give who did it where the parser hung him higher: "X's criticism of the seizure *by Y* of Z".

    Of two acts that nobody's name stands before, it stays open whose he is: "condemnation of the seizure by Y".
    """
    after = noun.right_edge.i + 1
    by = noun.doc[after] if noun.dep_ == "pobj" and after < noun.sent.end else noun
    above = by.head
    is_owned = (
        first_child(noun, "poss") is not None and after > noun.i + 1
    )  # "Kuwait's invasion by Iraq" is not
    if by.lower_ != "by" or not above.is_ancestor(noun) or is_owned:
        return {}
    if is_verb(above):
        is_open = is_passive(above)
    else:
        is_open = (
            first_child(above, "poss") is None and above.lemma_.lower() in load_cues().presupposed_stands
        )
    if is_open:
        return {}
    of = tuple(t for _, token in object_behind_name(noun, by) for t in conjuncts(token))
    agents = governed(by)
    return {"by": agents, **({"of": of} if of else {})}


def held(noun: Token) -> tuple[Token, ...]:
    """Give what something holds, or whose it is: "a car carrying *soldiers*", "a house belonging to *Hamas*"."""
    found: list[Token] = []
    for clause in noun.children:
        if clause.tag_ != "VBG" or clause.dep_ != "acl":
            continue
        if clause.lemma_.lower() == "belong":
            found.extend(prepositional_objects(clause).get("to", ()))
        elif clause.lemma_.lower() in load_cues().support_carrying:
            found.extend(objects(clause))
    return tuple(found)
