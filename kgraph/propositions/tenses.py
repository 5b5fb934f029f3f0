"""How the past tense tells something: as a state, which need not last, or as an event."""

from kgraph.cues import load_cues
from kgraph.model import Past
from kgraph.propositions.arguments import first_child, is_verb
from kgraph.tokens import Token

__all__ = ["past_of", "tells_what_stands"]

_PREDICATIVE = frozenset({"acomp", "attr", "dobj", "oprd"})


def past_of(trigger: Token) -> Past | None:
    """Tell how the clause of a predicate tells it in the past tense: "held" a state, "seized" an event.

    None where it lasts up to now ("has held"), where somebody said it of his present ("said that it held"), and where
    no finite verb tells it ("held by X", "the rule of X over Y").
    """
    clause = _clause_of(trigger)
    if clause is None or not _is_past(clause) or _is_said_in_the_past(clause):
        return None
    return Past.STATE if clause.lemma_.lower() in load_cues().predicated_states else Past.EVENT


def tells_what_stands(trigger: Token) -> bool:
    """Tell whether what happened once is told as what a land is: "Georgia's breakaway *region* of Abkhazia".

    Verbs and other nouns tell of it whenever it was: "after 25 years of independence from Britain".
    """
    return trigger.lemma_.lower() in load_cues().places_nouns


def _clause_of(trigger: Token) -> Token | None:
    """Give the verb that tells the tense of a predicate: itself, or the one that a noun is said by."""
    if is_verb(trigger):
        return trigger
    word = trigger
    if word.dep_ == "pobj" and word.head.dep_ == "prep":
        word = word.head
    is_predicate = word.dep_ in _PREDICATIVE or word.dep_ == "prep"
    return word.head if is_predicate and is_verb(word.head) else None


def _is_past(verb: Token) -> bool:
    """Tell whether the finite form is a past tense; one that is joined to another without its own shares its form."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if auxiliaries:
        return auxiliaries[0].tag_ == "VBD"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        return _is_past(verb.head)
    is_participle = verb.dep_ in {"acl", "amod"} or first_child(verb, "agent") is not None
    return verb.tag_ == "VBD" and not is_participle


def _is_said_in_the_past(clause: Token) -> bool:
    chain = (clause, *clause.ancestors)
    return any(t.dep_ == "ccomp" and t.head.tag_ == "VBD" for t in chain)
