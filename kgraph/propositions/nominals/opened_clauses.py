"""The clause that a noun's phrase opens: "After years of Spanish *rule*, X declared its independence"."""

from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, is_verb
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token

__all__ = ["opened_agents", "opened_subjects"]


def opened_agents(noun: Token) -> tuple[Token, ...]:
    """Find who acts in the clause that a noun's phrase opens: "During the *talks*, X and Y agreed".

    The noun may stand below another: "After years of Spanish *rule*, X declared its independence".
    """
    verb = _opened_clause(noun)
    return subjects(verb) if verb is not None else ()


def opened_subjects(noun: Token) -> tuple[Token, ...]:
    """Give what stands as subject in the clause that a noun's phrase opens, whatever the voice."""
    verb = _opened_clause(first_conjunct(noun))
    subject = first_child(verb, "nsubj", "nsubjpass") if verb is not None else None
    return conjuncts(subject) if subject is not None else ()


def _opened_clause(noun: Token) -> Token | None:
    """Give the verb of the clause that begins with a noun's prepositional phrase."""
    preposition = noun.head
    while noun.dep_ == "pobj" and preposition.head.dep_ == "pobj":
        noun, preposition = preposition.head, preposition.head.head
        if preposition.lower_ == "with" and noun.pos_ == "PROPN":
            return None  # "with *X* under its rule": it is said of X
    verb = preposition.head
    opening = verb.left_edge
    # "also under X's rule", "while under X's rule"
    if opening.pos_ == "ADV" or opening.dep_ == "mark":
        opening = opening.nbor(1)
    is_first = noun.dep_ == "pobj" and is_verb(verb) and preposition.i == opening.i
    return verb if is_first else None
