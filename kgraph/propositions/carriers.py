"""Which clauses behind a noun say what is done with it, as a verb before it would.

"Sanctions on Russia, *imposed* by the EU" says what "the EU *imposed* sanctions on Russia" says. Behind a name the
clause may be about what the name stands below: "an invasion of Kuwait, which Iraq *ordered*".
"""

from collections.abc import Iterator

from kgraph.propositions.antecedents import antecedent_role
from kgraph.propositions.arguments import first_conjunct, is_verb
from kgraph.propositions.clauses import is_passive, objects, subjects
from kgraph.tokens import Token

__all__ = ["carriers_of"]

_CLAUSES = frozenset({"acl", "relcl"})
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_BELOW = frozenset({"pobj", "prep"})
_MAX_BELOW = 4  # words from a noun down to the name that a clause hangs on


def carriers_of(noun: Token) -> tuple[Token, ...]:
    """Give the clauses behind a noun that say what is done with it, those right behind it first."""
    return tuple(dict.fromkeys((*_right_behind(noun), *_set_off(noun))))


def _right_behind(noun: Token) -> Iterator[Token]:
    """Give the clauses right behind a noun whose object it is: "sanctions that the EU *imposed*"."""
    for clause in noun.children:
        if clause.dep_ in _CLAUSES and clause.i > noun.i and noun in objects(clause) and _tells_who(clause):
            yield clause


def _set_off(noun: Token) -> Iterator[Token]:
    """Give the clauses behind a comma that may be about a noun, though the parser hung them elsewhere.

    So on the name below, or as an adverbial on the verb: "visited the site of an attack on X, *launched* by Y".
    """
    for clause in (*_below(noun), *_beside(noun)):
        first = clause.left_edge
        if first.i == 0 or first.nbor(-1).text != "," or not _tells_who(clause):
            continue
        if antecedent_role(clause, passive=is_passive(clause)) == "object":
            yield clause


def _tells_who(clause: Token) -> bool:
    """Tell whether somebody is named who acts: whom "they" means is too open."""
    acting = subjects(clause)
    return bool(acting) and all(t.lower_ != "they" for t in acting)


def _below(noun: Token) -> Iterator[Token]:
    """Give the clauses on the names below a noun: "an invasion of Kuwait, which Iraq *ordered*"."""
    below, depth = noun, 0
    while depth < _MAX_BELOW:
        following = [c for c in below.children if c.dep_ in _BELOW and c.i > below.i]
        if not following:
            return
        below, depth = following[-1], depth + 1
        if below.dep_ == "pobj":
            yield from (c for c in below.children if c.dep_ in _CLAUSES)


def _beside(noun: Token) -> Iterator[Token]:
    """Give the participles that the parser hung beside a noun on its verb: "saw an attack, *launched* by X"."""
    first = first_conjunct(noun)
    above = first.head.head if first.dep_ == "pobj" else first.head
    if first.dep_ not in _THINGS or not is_verb(above):
        return
    behind = noun.right_edge.i + 2  # a comma and the participle
    yield from (
        c for c in above.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.left_edge.i == behind
    )
