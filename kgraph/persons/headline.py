"""What a document's title says of whose office somebody named in the text has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kgraph.model import Entity, Mention, Span
from kgraph.persons.folding import fold_name
from kgraph.persons.offices import find_offices
from kgraph.persons.people import Draft
from kgraph.persons.phrases import Agent
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, split_words

__all__ = ["Headline"]

_ADJECTIVAL = "(?:n|an|ian|ese|i)"  # "Armenian" of Armenia


@dataclass(frozen=True)
class Headline:
    """The title of a document; `entities` are what its text names, by their ids."""

    title: str
    words: Sequence[Word]
    entities: Mapping[str, Entity]

    def agent_of(self, draft: Draft) -> Agent | None:
        """Give the agent that the title says: "Turkey's President Erdogan"."""
        own = draft.names
        named = self._holders
        return next((a for names, a in named if draft.is_called(names) or names[-len(own) :] == own), None)

    @cached_property
    def entry(self) -> Entity | None:
        """Give what the text is an entry about, whose name is its title."""
        return next((m.entity for m in self._mentions if self._is_whole(m)), None)

    @cached_property
    def named(self) -> frozenset[Entity]:
        """Give all that the title names of what the text names too."""
        return frozenset(mention.entity for mention in self._mentions)

    def _is_whole(self, mention: Mention) -> bool:
        is_begun = self.title[: mention.span.start] in ("", "The ")
        return is_begun and mention.span.end == len(self.title)

    @cached_property
    def _holders(self) -> Sequence[tuple[tuple[str, ...], Agent]]:
        """List the holders of offices in the title, each with whose office it is."""
        words = split_words(self.title, self._mentions)
        return [
            (
                tuple(fold_name(word.text) for word in words[holder.first : holder.stop]),
                Agent(entity=phrase.agents[0].entity),
            )
            for phrase in find_offices(words, Titles.load())
            for holder in phrase.holders
            if phrase.agents and not phrase.is_past
        ]

    @cached_property
    def _mentions(self) -> Sequence[Mention]:
        """Find in the title what the text names too."""
        named = {word.text: word.mention.entity for word in self.words if word.mention}
        named |= {entity.label: entity for entity in self.entities.values()}
        return [
            Mention(span=Span(start=match.start(), end=match.end()), entity=entity)
            for name, entity in named.items()
            if name in self.title  # few are, and each pattern takes long to make
            for match in re.finditer(rf"\b{re.escape(name)}{_ADJECTIVAL}?\b", self.title)
        ]
