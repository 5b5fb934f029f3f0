"""The lands that a text tells of, by their names and by the nouns that take them up: "*the island* has no harbour"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import is_definite
from kgraph.reference.named import Named, NamedInOrder
from kgraph.tokens import Token

__all__ = ["LandsToldOf", "takes_up_land"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})
_WIDE = frozenset({"area", "region"})  # of what lies around something as well: "tension in the region"


class LandsToldOf:
    """What is named in a document, and the lands that its nouns take up."""

    def __init__(self, named: NamedInOrder, meant: Callable[[Token], Sequence[Entity]]):
        """Take what is named, and what tells which lands a noun means."""
        self._told = named.copy()
        self._meant = meant
        self._looked_at = 0

    def before(self, token: Token, index: int) -> list[Named]:
        """Give what is told of before a place in the document of a token, in order."""
        while self._looked_at < index:  # in order, so that none looks for what stands before it anew
            noun = token.doc[self._looked_at]
            self._looked_at += 1
            if takes_up_land(noun):
                self._take_up(noun)
        return self._told.before(index)

    def _take_up(self, noun: Token) -> None:
        named_so = {n.entity: n for n in self._told.before(noun.i)}
        for land in self._meant(noun):
            # what the title alone names has no name in the text
            named = named_so.get(land) or Named(noun.i, land, False, True, "", False)
            self._told.add(
                replace(
                    named,
                    index=noun.i,
                    is_agent=False,
                    is_modifier=noun.dep_ in {"compound", "nmod", "poss"},
                    is_object=noun.dep_ in _OBJECTS,
                    is_subject=noun.dep_ in _SUBJECTS,
                )
            )


def takes_up_land(noun: Token) -> bool:
    """Tell whether a noun is one that takes up a land as a whole: "the island", and "the region" that is dealt with."""
    lemma, cues = noun.lemma_.lower(), load_cues()
    if noun.pos_ not in {"NOUN", "PROPN"} or lemma not in cues.references_taking_up:
        return False
    is_this = any(c.dep_ == "det" and c.lower_ == "this" for c in noun.children)
    return is_definite(noun) and (lemma not in _WIDE or is_this or noun.dep_ in _SUBJECTS | {"dobj"})
