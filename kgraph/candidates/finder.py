"""Finds the names of documents and chooses what each means: the stages of the package, in their order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from kgraph.candidates.background import load_background, relate
from kgraph.candidates.bearers import bearers
from kgraph.candidates.initials import with_initials
from kgraph.candidates.settle import settle
from kgraph.candidates.ships import without_ships
from kgraph.candidates.sign import Sign
from kgraph.candidates.signs import Signs
from kgraph.candidates.site import Part, Site
from kgraph.candidates.weights import load_weights
from kgraph.decisions import Links
from kgraph.decisions.links import DECIDED
from kgraph.gazetteer import Entry, Gazetteer
from kgraph.model import Candidate, Document, Mention, Span

__all__ = ["NameFinder"]

_Weighed = list[tuple[Candidate, list[Sign]]]


class NameFinder:
    """Finds the names in documents and says what each means."""

    def __init__(self, gazetteer: Gazetteer, links: Links | None = None) -> None:
        """Take what is known, and what a person decided on names.

        The words that go with names are read when one first has several bearers.
        """
        self._gazetteer = gazetteer
        self._links = links or Links(gazetteer)
        self._weights = load_weights()
        self._known: dict[tuple[str, str], tuple[Candidate, ...]] = {}  # the bearers of what was met

    def find(self, document: Document, text: str) -> tuple[Mention, ...]:
        """Find the names in a part of a document, left to right, none overlapping another.

        A name that means a person or a thing here is none.

        Args:
            document: whose part it is; its title and date tell what a name means.
            text: the part, as it stands in the document; the spans are counted in it.
        """
        return with_initials(self._found(document, text), text)

    def _found(self, document: Document, text: str) -> tuple[Mention, ...]:
        """Find the names in a part of a document, and choose what each means."""
        found = self._find(document, text)
        unsure = {mention.span: self._bearers(mention, text, document) for mention in found}
        unsure = {span: candidates for span, candidates in unsure.items() if candidates}
        if not unsure:
            return found
        title = document.title or ""
        in_title = [each for each in self._find(document, title) if not self._bearers(each, title, document)]
        part = Part(document, text, found, unsure, load_background(), in_title)
        weighed = {mention.span: mention for mention in self._weigh(part, unsure)}
        settled = (self._settle(weighed.get(mention.span, mention), part) for mention in found)
        return tuple(mention for mention in settled if mention is not None)

    def _find(self, document: Document, text: str) -> tuple[Mention, ...]:
        """Find the names, those on which something was decided with what was."""
        found = without_ships(self._gazetteer.find(text, self._links.hits(text, document.id)), text)
        if not self._links.decisions:
            return found
        decided = (self._links.apply(each, each.span.of(text), document) for each in found)
        return tuple(mention for mention in decided if mention is not None)

    def _bearers(self, mention: Mention, text: str, document: Document) -> tuple[Candidate, ...]:
        """List who may be meant, without those who were decided not to be; none where it was decided who is."""
        if mention.how == DECIDED or not mention.entity.known:
            return ()
        name = mention.span.of(text)
        barred = self._links.barred(name, document.id) if self._links.decisions else ()
        return tuple(each for each in self._all_bearers(mention, name) if each.entity.id not in barred)

    def _all_bearers(self, mention: Mention, name: str) -> tuple[Candidate, ...]:
        key = name, mention.entity.id
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = bearers(mention, name, self._gazetteer)
        return found

    def _weigh(self, part: Part, unsure: Mapping[Span, Sequence[Candidate]]) -> list[Mention]:
        """Give the names of several bearers with their candidates weighed, the best first."""
        signs = self._signs_of_world
        rows: list[tuple[Mention, list[tuple[Candidate, list[Sign]]]]] = []
        for mention in part.mentions:
            if mention.span in unsure:
                site = Site(part, mention)
                rows.append((mention, signs.of(unsure[mention.span], site)))
        lasting = _lasting(rows)
        return [replace(mention, candidates=self._ranked(row, lasting)) for mention, row in rows]

    def _ranked(self, row: _Weighed, lasting: Mapping[str, float]) -> tuple[Candidate, ...]:
        weighed = []
        for candidate, signs in row:
            parts = [(sign.name, sign.weight) for sign in signs]
            here = sum(sign.weight for sign in signs if sign.lasting)
            elsewhere = (lasting.get(candidate.entity.id, 0.0) - here) * self._weights.sign["pooled"]
            if elsewhere > 0:
                pooled = min(elsewhere, self._weights.sign["pooled_most"])
                parts.append(("so called elsewhere in the text", round(pooled, 2)))
            weighed.append(replace(candidate, parts=tuple(parts)))
        return tuple(sorted(weighed, key=lambda candidate: -candidate.score))

    def _settle(self, mention: Mention, part: Part) -> Mention | None:
        if not mention.candidates:
            return mention
        return settle(mention, mention.span.of(part.text), part.document, self._weights, self._lines(mention))

    def _lines(self, mention: Mention) -> frozenset[tuple[str, str]]:
        """Give the pairs of candidates that are one state before and after: the German Empire, and Germany."""
        entries = [self._gazetteer.get(each.entity.id) for each in mention.candidates]
        line = {
            (entry.entity.id, past) for entry in entries if entry is not None for past in self._past_of(entry)
        }
        return frozenset(line | {(past, later) for later, past in line})

    def _past_of(self, entry: Entry) -> frozenset[str]:
        """Give the ids of the states that a state followed, one after another."""
        found: set[str] = set()
        new = [entry]
        while new:
            before = self._gazetteer.predecessors(new.pop())
            new += [each for each in before if each.entity.id not in found]
            found |= {each.entity.id for each in before}
        return frozenset(found)

    @cached_property
    def _signs_of_world(self) -> Signs:
        related = relate(self._gazetteer)
        return Signs(self._gazetteer, load_background(), related, self._weights)


def _lasting(rows: Iterable[tuple[Mention, _Weighed]]) -> Mapping[str, float]:
    """Add up, by candidate, the signs that say what a name means wherever else the text has it."""
    found: dict[str, float] = {}
    for _, row in rows:
        for candidate, signs in row:
            weight = sum(sign.weight for sign in signs if sign.lasting)
            found[candidate.entity.id] = found.get(candidate.entity.id, 0.0) + weight
    return found
