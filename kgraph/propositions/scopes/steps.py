"""One step up from a word to what governs it."""

from dataclasses import dataclass

from kgraph.propositions.arguments import first_child, has_infinitive
from kgraph.tokens import Token

__all__ = ["Step", "is_gerund_object"]


@dataclass(frozen=True, slots=True)
class Step:
    """A token on the way up, the one below through which it was reached, and the preposition between them."""

    token: Token
    below: Token | None = None
    by: Token | None = None

    @property
    def link(self) -> str:
        """Name the syntactic label of what is below; empty at the start."""
        if self.below is None:
            return ""
        return "xcomp" if self.below.dep_ == "advcl" and is_gerund_object(self.below) else self.below.dep_

    @property
    def preposition(self) -> str:
        """Name the preposition between them; empty where there is none."""
        return self.by.lower_ if self.by is not None else ""

    @property
    def is_clause(self) -> bool:
        """Tell whether what is below is a finite clause of its own, and no "make X claim", "allow X to cross"."""
        below = self.below
        if below is None or self.link not in {"ccomp", "relcl"}:
            return False
        is_small = below.pos_ == "ADJ" and first_child(below, "mark") is None  # "find it *easier* to leave"
        return not is_small and not _is_bare(below)


def is_gerund_object(verb: Token) -> bool:
    """Tell whether a gerund right after a verb is its object: "ruled out recognising"."""
    before = verb.nbor(-1) if verb.i else verb
    return verb.tag_ == "VBG" and (before == verb.head or (before.head == verb.head and before.dep_ == "prt"))


def _is_bare(verb: Token) -> bool:
    return has_infinitive(verb) or (verb.tag_ == "VB" and first_child(verb, "aux") is None)
