"""Where a clause is set that names no place: in that of the clause above, "order holds in *Mali*, but troops leave"."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts
from kgraph.tokens import Token

__all__ = ["scene_of"]

_JOINED = frozenset({"advcl", "conj", "xcomp"})
_INSIDE = frozenset({"across", "in", "inside", "throughout"})
_GATHERINGS = frozenset({"conference", "meeting", "negotiation", "summit", "talk"})
_MAX_CLIMB = 3  # clauses from the verb up


def scene_of(verb: Token) -> tuple[Token, ...]:
    """Find the place of the clause that a verb's own goes with: "order holds in *Mali*, but France will withdraw".

    Nothing where that clause names several, and none of what is told by somebody: "said in *Paris* that".
    """
    return next((found for clause in _clauses_above(verb) if (found := _places_of(clause, verb))), ())


def _clauses_above(verb: Token) -> Iterator[Token]:
    for _ in range(_MAX_CLIMB):
        above = _until_when(verb) if verb.dep_ == "relcl" else verb.head if verb.dep_ in _JOINED else None
        if above is None or above.pos_ not in {"AUX", "VERB"}:
            return
        verb = above
        yield verb


def _until_when(clause: Token) -> Token | None:
    """Give the verb of "was in *Mali* until 2022, *when* France left", whose date the clause stands behind."""
    date = clause.head
    is_when = any(c.lower_ == "when" and c.i < clause.i for c in clause.children)
    is_date = is_when and date.dep_ == "pobj" and date.head.dep_ == "prep"
    return date.head.head if is_date else None


def _places_of(clause: Token, verb: Token) -> tuple[Token, ...]:
    """Give the names that stand behind "in" in a clause, the verb's own apart, where they are one list of names."""
    own = range(verb.left_edge.i, verb.right_edge.i + 1)
    told = [t for t in clause.subtree if _is_place(t) and t.i not in own]
    return conjuncts(told[0]) if len(told) == 1 else ()


def _is_place(token: Token) -> bool:
    """Tell whether a name is where something is, be it no month, and no place of talks: "talks in *Geneva*"."""
    if token.dep_ != "pobj" or token.head.lower_ not in _INSIDE or token.pos_ != "PROPN":
        return False
    return token.head.head.lemma_ not in _GATHERINGS and token.lower_ not in load_cues().calendar_names
