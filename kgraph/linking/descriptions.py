"""Things that only the text knows, by its own words: "islands at the Amur and Ussuri confluence", "the court".

The same description is the same thing in every document only where it is specific; else it is its document's own, and
that of copies of it (`kgraph.document_scope`).
Specific is a name of its own ("Nioka"), and a description with

- one name where it is of one thing: "the province of Kivu", "the rock off Lomboko";
- two names where it is of several or of one among many: "islands at the Amur and Ussuri confluence", "a village
  between Goma and Sake"; and for a line, which lies between two: "boundary between Peru and Chile". All lines of one
  are told by its name: "Moldova's borders".

Never specific are "the village near Goma", "Syrian villages", "a river island", "the border with Peru": another text
can mean others by them. Which words count as the same is told in `wording`.
"""

import re
from collections.abc import Sequence

from kgraph.document_scope import document_scope
from kgraph.linking.linked import Linked
from kgraph.linking.named import QUOTES, NamedThings, is_adjective
from kgraph.linking.short_names import spelt_out
from kgraph.linking.wording import described_key
from kgraph.model import EntityKind, Span
from kgraph.propositions.arguments import (
    hyphenated_modifier,
    is_definite,
    noun_phrase,
    prepositional_objects,
)
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["Descriptions", "one_space"]

_PARTS_OF_TIME = frozenset({"beginning", "end", "eve", "middle", "start"})
_LIMITING = frozenset({"even", "just", "merely", "only"})
# Adjectives before a name that tell which part of it, or which of several, is meant.
_WHICH = frozenset({"entire", "former", "inner", "main", "new", "old", "other", "outer", "whole"})
_SITTING = frozenset({"judge", "man", "member"})
_SPACE = re.compile(r"\s+")


class Descriptions:
    """Makes entities of descriptions, and tells a description from a phrase that refers back to one."""

    def __init__(self, named: NamedThings):
        self._named = named

    def of(
        self, head: Token, kind: EntityKind, *, drop: frozenset[str] = frozenset(), post: bool = True
    ) -> tuple[Linked, ...]:
        """Describe a thing by the words of its head's phrase, without what says nothing of which it is.

        Args:
            head: the noun that the description is of.
            kind: the class of the thing.
            drop: words before the head that do not count.
            post: whether what follows the head belongs to the description.
        """
        whole = spelt_out(head.text, self._named.text) if kind is EntityKind.TERRITORY else None
        if whole is not None:
            entity = nil_entity(one_space(whole.of(self._named.text)), kind)
            return (Linked(entity, Span(start=head.idx, end=head.idx + len(head.text))),)
        first, last = noun_phrase(head, post=post)
        doc = self._named.doc
        tokens = [t for t in doc[first.i : last.i + 1] if not self._is_said_besides(t, head, drop)]
        tokens = [t for t in tokens if not _is_of_rule(t, head) and not self._is_of_time(t, head)]
        text = one_space("".join(t.text_with_ws for t in tokens)).strip(QUOTES + " ,.;-")
        if not text:
            return ()
        _, end = noun_phrase(head, clauses=True)
        span = Span(
            start=tokens[0].idx, end=max(end.idx + len(end.text), tokens[-1].idx + len(tokens[-1].text))
        )
        key = (
            "" if head.pos_ == "PROPN" else described_key(text, head.text)
        )  # a name's words keep their order
        is_own = not self._is_specific(head, tokens)
        scope = document_scope(self._named.document, key or text) if is_own else ""
        return (Linked(nil_entity(text, kind, key=key, scope=scope), span),)

    def some_of(self, head: Token) -> tuple[Linked, ...]:
        """Describe "two of the islands", which are not all of them."""
        whole = prepositional_objects(head).get("of", ()) if head.tag_ == "CD" else ()
        if len(whole) != 1 or whole[0].lemma_.lower() not in self._named.cues.places_nouns:
            return ()
        span = Span(start=head.idx, end=whole[0].idx + len(whole[0].text))
        text = span.of(self._named.text)
        scope = document_scope(self._named.document, text)
        return (Linked(nil_entity(text, EntityKind.TERRITORY, scope=scope), span),)

    def is_bare_reference(self, head: Token) -> bool:
        """Tell whether a phrase says nothing of which thing is meant: "the islands", "this disputed area"."""
        if not is_definite(head):
            return False
        said = [
            c for c in head.children if c.dep_ not in {"det", "poss", "punct", "case", "predet", "nummod"}
        ]
        lying = self._named.cues.places_lying
        told = {"prep", "advmod", "npadvmod", "amod"}
        said = [c for c in said if c.i < head.i or c.dep_ in told or c.lemma_.lower() in lying]
        said = [c for c in said if not (c.dep_ == "prep" and self._tells_when(c))]
        said = [c for c in said if c.lower_ != "from"]  # "retook the islands from Argentina"
        unspecific = self._named.cues.places_unspecific | self._named.cues.places_epithets
        return all(c.dep_ == "amod" and (c.lower_ in unspecific or _is_occupied(c)) for c in said)

    def _is_specific(self, head: Token, tokens: Sequence[Token]) -> bool:
        """Tell whether a description says which thing it is in any text, so that it is one in all: see the module."""
        if head.pos_ == "PROPN":
            return not self._named.is_general(t.lemma_ for t in tokens if t.pos_ == "PROPN")
        names = self._names_among(tokens)
        if head.tag_ == "NNS" and head.lemma_.lower() in self._named.cues.lines_nouns:
            return names >= 1  # "Moldova's borders" are all of them
        is_one_of_many = head.tag_ == "NNS" or any(c.lower_ in {"a", "an"} for c in head.children)
        cues = self._named.cues
        is_one_of_many = is_one_of_many or head.lemma_.lower() in cues.lines_nouns | cues.places_settlements
        needed = 2 if is_one_of_many else 1
        return names >= needed

    def _names_among(self, tokens: Sequence[Token]) -> int:
        """Count the names in a description; an adjective is none, it says whose but not which ("Syrian village")."""
        found: set[object] = set()
        for token in tokens:
            mention = self._named.mention_of.get(token.i)
            if mention is not None and not is_adjective(mention):
                found.add(mention.entity)
            elif mention is None and token.pos_ == "PROPN":
                found.add(token.lower_ if token.dep_ != "compound" else token.head.lower_)
        return len(found)

    def _is_said_besides(self, token: Token, head: Token, drop: frozenset[str]) -> bool:
        """Tell whether a word before the head is not of its description: "its", "disputed", "X-held"."""
        if token.i >= head.i:
            return False
        if token.lower_ in drop | _LIMITING or token.dep_ in {"det", "predet"} or token.pos_ == "PRON":
            return True
        modifier = token
        while modifier.head != head and modifier.head != modifier:
            modifier = modifier.head
        if modifier.dep_ == "prep" or _counts_members(modifier):  # "*At Geneva* an arbitral tribunal"
            return True
        if self._is_of_sort(modifier, head):
            return True
        owner = modifier.dep_ == "poss" and modifier.i in self._named.mention_of
        is_line = (
            head.lemma_.lower() in self._named.cues.lines_nouns
        )  # "Georgia's borders": not told otherwise
        is_participle = modifier.tag_ == "VBN" and modifier.dep_ == "amod"
        return (owner and not is_line) or (is_participle and hyphenated_modifier(modifier) is not None)

    def _is_of_sort(self, adjective: Token, head: Token) -> bool:
        """Tell whether an adjective says of what sort a place is that has a name besides: "the *strategic* X ridge"."""
        if adjective.dep_ != "amod" or adjective.tag_ != "JJ" or not adjective.is_lower:
            return False
        if adjective.lower_ in self._named.cues.places_directions | _WHICH or not adjective.is_alpha:
            return False
        between = (t for t in head.children if adjective.i < t.i < head.i)
        return any(t.pos_ == "PROPN" and t.dep_ in {"compound", "nmod"} for t in between)

    def _is_of_time(self, token: Token, head: Token) -> bool:
        """Tell whether a word behind the head says when: "much of the coast *in the 14th century*"."""
        phrase = token
        while phrase.i > head.i and phrase != head:
            if phrase.dep_ == "prep" and self._tells_when(phrase):
                return True
            phrase = phrase.head if phrase.head != phrase else head
        return False

    def _tells_when(self, phrase: Token) -> bool:
        """Tell whether a preposition leads to a time: "by Friday", "in the 14th century", "by *the end of* May"."""
        cues = self._named.cues
        return any(
            c.lemma_.lower() in cues.places_times
            or c.shape_ == "dddd"
            or c.lower_ in cues.calendar_names
            or (c.lemma_.lower() in _PARTS_OF_TIME and any(map(self._tells_when, c.children)))
            for c in phrase.children
            if c.dep_ == "pobj"
        )


def _counts_members(modifier: Token) -> bool:
    """Tell whether a word before a body says how many sit in it: "a *five-member* panel"."""
    return modifier.lower_ in _SITTING and any(c.dep_ == "nummod" for c in modifier.children)


def _is_occupied(modifier: Token) -> bool:
    """Tell whether a participle says what befell a place, and not which it is, as "their *shared* border" does."""
    return modifier.tag_ == "VBN" and modifier.lower_ != "shared"


def _is_of_rule(token: Token, head: Token) -> bool:
    """Tell whether a word behind the head says whose a place is: "areas *under Israeli control*", "*as its own*"."""
    rules = (
        c for c in head.children if c.dep_ == "prep" and c.lower_ in {"as", "from", "under"} and c.i > head.i
    )
    return any(rule.left_edge.i <= token.i <= rule.right_edge.i for rule in rules)


def one_space(text: str) -> str:
    """Put one space for each stretch of white space."""
    return _SPACE.sub(" ", text)


def without_article(text: str) -> str:
    """Leave out "the" before a name."""
    return text.removeprefix("the ").removeprefix("The ")
