"""All entries, found by id, by name, or in a text."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import DataError
from kgraph.gazetteer.entries import Entry, Knowledge, suggest
from kgraph.gazetteer.matching import Match, Matcher, key_of, rank_names
from kgraph.gazetteer.own import read_with_own
from kgraph.model import Mention, Span

if TYPE_CHECKING:
    from kgraph.gazetteer.spelling import Spellings

__all__ = ["Gazetteer"]

_TWO_NAMES = re.compile(r"\b([A-Z]\w+) and ([A-Z]\w+) ((?:[A-Z][\w'’]+ )?[A-Z]\w+)s\b")


class Gazetteer:
    """All entries, found by id, by name, or in a text."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index the entries by every form of their names."""
        self._entries = knowledge.entries
        self._ranked = rank_names(knowledge)
        self._matcher = Matcher(self._ranked, knowledge.lookalikes)

    @classmethod
    def load(cls, *extra: Path) -> "Gazetteer":
        """Read the package's tables, then the user's own.

        An own table is tab-separated UTF-8 with a header: `id` and `name`, and as wanted `type` (State,
        Territory, Organization, Tribunal, Instrument), `how`, `lang`, `used_by`, `part_of`, `lat`, `lon`,
        `wikidata`, `source`. The first row of a new id needs a type, and its name becomes the label. Every
        other row adds a name, and what it says of place and parent replaces what was known. An own name wins
        over the same name of anything else.

        Raises:
            DataError: for the first wrong row, with its file and line.
        """
        return cls(read_with_own(extra))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the field's name everywhere
        """Give the entry with this id, or None."""
        return self._entries.get(id)

    def entry(self, id: str) -> Entry:  # noqa: A002
        """Give the entry with this id; raise DataError, with the nearest ids, where there is none."""
        found = self._entries.get(id)
        if found is None:
            raise DataError(f"the gazetteer has no id {id!r}{suggest(id, self._entries)}")
        return found

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """List the entries that bear this name, best first; case and diacritics do not matter."""
        return self._by_key.get(key_of(name), ())

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        index: dict[str, dict[str, Entry]] = {}
        for name, entry in self._ranked:
            index.setdefault(key_of(name.text), {}).setdefault(entry.entity.id, entry)
        return {key: tuple(entries.values()) for key, entries in index.items()}

    @cached_property
    def spellings(self) -> "Spellings":
        """The names as they may be spelt otherwise."""
        from kgraph.gazetteer.spelling import Spellings  # its libraries: only who meets an unknown name pays

        return Spellings(self)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Find the names in the text: the longest at each place, left to right, none overlapping another.

        A name is found in its own case or wholly in capitals, with or without diacritics, between word
        boundaries; a possessive ('s) stays outside the span.
        """
        mentions = []
        end = 0
        hits = (*self._shared(text), *self._matcher.hits(text))
        for start, match in sorted(hits, key=lambda hit: (hit[0], -hit[1].length)):
            if start < end:
                continue
            end = start + match.length
            if match.entity:
                span = Span(start=start, end=end)
                mentions.append(
                    Mention(span=span, entity=match.entity, how=match.how, alternatives=match.alternatives)
                )
        return tuple(mentions)

    def _shared(self, text: str) -> Iterator[tuple[int, Match]]:
        """Find two names that share their last words: "the *Donetsk* and *Luhansk People's Republics*"."""
        for found in _TWO_NAMES.finditer(text):
            one, other, rest = found.groups()
            first, second = self.by_name(f"{one} {rest}"), self.by_name(f"{other} {rest}")
            if first and second:
                yield found.start(1), Match(len(one), first[0].entity, "name")
                yield found.start(2), Match(found.end() - found.start(2), second[0].entity, "name")
