"""Who is who in a document: the persons it names, and the offices they hold.

Works by form, on the words and on the names that the gazetteer found; of the model it takes only which other
words are names of persons.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.persons.appointments import Chooser, Office
from kgraph.persons.company import find_company
from kgraph.persons.genders import Gender, Genders
from kgraph.persons.offices import find_offices
from kgraph.persons.people import Draft, full_names, group_namings
from kgraph.persons.phrases import OfficePhrase
from kgraph.persons.rosters import find_listed
from kgraph.persons.stated import state_offices
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, split_words
from kgraph.text.capitals import truecase
from kgraph.tokens import Doc
from kgraph.vocab import nil_entity

__all__ = ["Gender", "Office", "Person", "find_full_names", "find_persons"]

_ACTING_KINDS = (EntityKind.STATE, EntityKind.TERRITORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person whom a document names, with every place that does.

    `titles` are the words of offices beside the name, without the agent: "President" of "President of Kenya
    William Ruto"; `shared_titles` stand for others too ("the ministers"). `company` are the lists of names that
    this one stands in. `office` is the first that the text gives with its agent; `official` says that it is one of a
    state or of a territory's own authority. `is_former` where the text says that an office is past; `known_for` is the
    state or body that somebody of whom the text tells no office is known to have acted for. `gender` is None where
    neither titles nor names tell it.
    """

    entity: Entity
    mentions: tuple[Span, ...]
    titles: tuple[Span, ...] = ()
    shared_titles: tuple[Span, ...] = ()
    company: tuple[tuple[Span, ...], ...] = ()
    office: Office | None = None
    official: bool = False
    is_former: bool = False
    known_for: Entity | None = None
    gender: Gender | None = None


def find_persons(doc: Doc, mentions: Sequence[Mention], title: str | None) -> tuple[Person, ...]:
    """Find the persons of a document, in the order in which it first names them.

    Args:
        doc: the whole document, parsed; its PERSON entities count where they have the form of a full name.
        mentions: what the gazetteer found in the document.
        title: the document's title; it may say whose president "President Putin" is.
    """
    titles = Titles.load()
    text = truecase(doc.text, mentions)
    words = split_words(text, mentions)
    phrases = find_offices(words, titles)
    listed = find_listed(words, phrases, titles)
    drafts = group_namings(doc, text, words, phrases, titles, listed)
    stated = state_offices(text, words, phrases)
    former = _former(phrases)
    chooser = Chooser(words, drafts, stated, mentions, title or "", listed, former)
    company = find_company(words, phrases, drafts)
    spans = {span: names for names in company for span in names}
    beside = _by_holder(phrases)
    return tuple(_person(draft, words, beside, spans, chooser.choose(draft), former) for draft in drafts)


def find_full_names(text: str, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Find where the words of a text may be a full name, where it tells of an office at all.

    Of the model, who holds an office hangs on nothing but which of these it takes for persons.

    Args:
        text: the whole document.
        mentions: what the gazetteer found in it.
    """
    titles = Titles.load()
    cased = truecase(text, mentions)
    words = split_words(cased, mentions)
    if state_offices(cased, words, find_offices(words, titles)):
        for first, stop in full_names(words, titles):
            yield Span(start=words[first].start, end=words[stop - 1].end)


def _by_holder(phrases: Sequence[OfficePhrase]) -> Mapping[int, Sequence[OfficePhrase]]:
    """Give the office phrases by the first words of the names beside them."""
    found: defaultdict[int, list[OfficePhrase]] = defaultdict(list)
    for phrase in phrases:
        for first in {holder.first for holder in phrase.holders}:
            found[first].append(phrase)
    return found


def _person(
    draft: Draft,
    words: Sequence[Word],
    beside: Mapping[int, Sequence[OfficePhrase]],
    company: Mapping[Span, tuple[Span, ...]],
    office: Office | None,
    former: Collection[int],
) -> Person:
    mentions = tuple(Span(start=words[n.first].start, end=words[n.stop - 1].end) for n in draft.namings)
    titles = tuple(_title_phrases(draft, beside, shared=False))
    return Person(
        entity=nil_entity(draft.label, EntityKind.PERSON),
        mentions=mentions,
        titles=tuple(_title_span(words, phrase) for phrase in titles),
        shared_titles=tuple(
            _title_span(words, phrase) for phrase in _title_phrases(draft, beside, shared=True)
        ),
        company=tuple(company[span] for span in mentions if span in company),
        office=office,
        official=office is not None and office.agent.kind in _ACTING_KINDS,
        is_former=any(naming.first in former for naming in draft.namings),
        gender=Genders.load().of(words, draft.names, [n.first for n in draft.namings], titles),
    )


def _former(phrases: Sequence[OfficePhrase]) -> Mapping[int, OfficePhrase]:
    """Give the former offices by the first words of the names beside them."""
    return {holder.first: phrase for phrase in phrases if phrase.is_past for holder in phrase.holders}


def _title_phrases(
    draft: Draft, beside: Mapping[int, Sequence[OfficePhrase]], *, shared: bool
) -> Iterator[OfficePhrase]:
    """Give the offices that stand with this person's name, those for others too apart."""
    places = {naming.first for naming in draft.namings}
    near = {phrase.first: phrase for place in places for phrase in beside.get(place, ())}
    for _, phrase in sorted(near.items()):
        if all(holder.first in places for holder in phrase.holders) is not shared:
            yield phrase


def _title_span(words: Sequence[Word], phrase: OfficePhrase) -> Span:
    return Span(start=words[phrase.title_first].start, end=words[phrase.title_stop - 1].end)
