"""How a relation stands in its sentence: by a verb, active or passive, a participle, a noun, beside a name."""

from kgraph.model import Construction
from kgraph.propositions import proposition
from kgraph.propositions.arguments import is_bracketed
from kgraph.propositions.clauses import is_passive
from kgraph.tokens import Token

__all__ = ["construction_of"]


def construction_of(trigger: Token, *, elliptical: bool, refers: bool) -> Construction:
    """Tell how a relation was read.

    Args:
        trigger: the predicate's head.
        elliptical: the title gives its subject or object.
        refers: its subject or object is not in the sentence.
    """
    if elliptical:
        return Construction.TITLE
    if refers:
        return Construction.REFERENCE
    found = proposition(trigger)
    if found is None or trigger.dep_ == "appos" or is_bracketed(trigger):
        return Construction.APPOSITION
    if found.kind == "noun":
        return Construction.NOMINAL if found.support is None else Construction.LIGHT_VERB
    if trigger.dep_ in {"acl", "amod"} and trigger.tag_ in {"VBN", "VBG"}:
        return Construction.PARTICIPLE
    return Construction.PASSIVE if is_passive(trigger) else Construction.ACTIVE
