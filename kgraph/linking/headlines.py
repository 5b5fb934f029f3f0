"""Whose word a headline is: a state's, told by its name or capital, or a person's."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_adjective
from kgraph.model import EntityKind, Span
from kgraph.persons.identity import is_known_holder, person_entity
from kgraph.propositions.headings import Heading
from kgraph.tokens import Token

__all__ = ["Headlines"]


class Headlines:
    """Finds who speaks in the headlines of a part; where several lines open with a state, it is a list of states."""

    def __init__(self, named: NamedThings, headings: Sequence[Heading]):
        self._named = named
        self._headings = headings

    def voice_at(self, at: int) -> Linked | None:
        """Link whose word the headline at a place, in code points, is; None where it is no one's."""
        number = bisect_right(self._headings, at, key=lambda heading: heading.span.start) - 1
        if number < 0 or at >= self._headings[number].span.end:
            return None
        return self._voice(self._headings[number])

    def _voice(self, heading: Heading) -> Linked | None:
        person = self._person(heading.label[-1])
        if person is not None or heading.closed or self._is_list:
            return person
        return self._state(heading.label)

    def _person(self, name: Token) -> Linked | None:
        known = self._named.person_at(name)
        if known is not None:
            return Linked(known.entity, self._named.phrase(name, post=False))
        if name.i in self._named.mention_of:
            return None
        document, ids = self._named.document, self._named.known_ids
        is_by_name = name.pos_ == "PROPN" and name.ent_type_ == "PERSON"
        if not is_by_name and not is_known_holder(name.text, document, ids):
            return None
        return Linked(
            person_entity(name.text, document, ids), Span(start=name.idx, end=name.idx + len(name.text))
        )

    def _state(self, label: Sequence[Token]) -> Linked | None:
        mention = self._named.mention_of.get(label[-1].i)
        if mention is None or is_adjective(mention) or mention.span.start > label[0].idx:
            return None
        return Linked(mention.entity, mention.span) if mention.entity.kind is EntityKind.STATE else None

    @cached_property
    def _is_list(self) -> bool:
        """Tell whether the lines are the entries of a list by states, none of which speaks."""
        leading = (h for h in self._headings if h.label[-1].idx < h.span.start)
        return sum(self._state(heading.label) is not None for heading in leading) > 1
