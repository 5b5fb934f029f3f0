"""Which sentences need not be parsed, since they can give no assertion, and which need no more than that.

Questions are asked of a text, each at a higher price and of less of it than the one before:

1. Do the words of a wording stand in a unit of the text (`WordTable`)? Each word is looked up in a table made of the
   wordings themselves, the user's own among them: by all lemmas that the model's lemmatizer can give it, whatever part
   of speech the model would take it for. The prepositions over which its paths lead must stand there too, and for a
   court or a treaty its name or a word for it; an argument that the title can stand for is not asked for. Such a unit
   is a suspect, and is parsed.
2. Is a wording's trigger there in the tree, with its words where they must stand and something that may link as either
   argument (`kgraph.relations.prospects`)? Such a unit is live. What "it" and "Lavrov" mean hangs on the whole text, so
   all of it is parsed, and the model looks for names in it.
3. Has the text a second name of a place in brackets or the like? Then all is parsed too.
4. Does it name somebody in office ("Russian Foreign Minister Sergei Lavrov")? That is told by the words, and by which
   of them the model takes for a person's full name; so units where one can stand are parsed, and those that tell of the
   office.

What none of them holds for is not parsed. Each denial is a proof and no guess: a unit that gives an assertion passes,
whatever its neighbours are. Spellings of places that the gazetteer does not have are looked for in suspects only.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgraph.candidates.respelt import find_respelt
from kgraph.cues import load_cues
from kgraph.extraction.alternative_names import find_bracketed_names
from kgraph.gazetteer import Gazetteer
from kgraph.linking.groups import TWINS
from kgraph.model import Document, EntityKind, Mention, Span
from kgraph.parse import Passage
from kgraph.persons import Office, find_full_names, find_persons
from kgraph.persons.titles import OFFICES, Titles
from kgraph.propositions.clauses import VERB_ROLES
from kgraph.propositions.nominals import NOUN_ROLES
from kgraph.propositions.taken_up import said_nouns
from kgraph.reference import words_for_state
from kgraph.relations import Index, Wording
from kgraph.relations.near import BACK
from kgraph.relations.paths import most_roles, split_paths
from kgraph.relations.prospects import (
    POINTING,
    THINGS,
    body_words,
    has_prospects,
    instrument_words,
    place_nouns,
    referring_nouns,
)
from kgraph.tokens import Doc

__all__ = ["Lemmas", "Prefilter", "WordTable"]

_WORD = re.compile(r"\w+")
_MAX_KEPT = 500_000  # words looked up before
_CAPTION = "caption"  # how wordings call a sentence that is a name, "with" and another
_WITH = "with"
_BY_NAME = ("state", "demonym")  # types of arguments that are states by their own names

Lemmas = Callable[[str], Collection[str]]
"""Gives all that a word in small letters can be a form of."""


@dataclass(frozen=True, slots=True)
class _Near:
    """Words of which one stands in a sentence, or sets of which one does whole, or so many sentences back."""

    back: int
    words: int = 0
    sets: tuple[int, ...] = ()

    def is_among(self, here: int) -> bool:
        """Tell whether they are among words."""
        return bool(here & self.words) or any(here & each == each for each in self.sets)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a wording asks of the words of a sentence; sets of words are the bits of a number."""

    triggers: tuple[int, ...]  # each a word, or several words, all of which are there
    near: tuple[_Near, ...]  # what its conditions ask for
    arguments: tuple[_Near, ...]  # over which prepositions its arguments are found
    told: tuple[
        int, ...
    ]  # of each argument that is a body or an instrument: by which words, where not by name
    states: int  # how many arguments are states by their own names
    countries: int  # how many are states, by name or by what takes that up
    territories: int  # how many are known territories, by name or by reference
    is_named: bool  # whether the subject is a name
    may_be_bracketed: bool  # whether an argument may stand in brackets behind the other


@dataclass(frozen=True, slots=True)
class _Named:
    """How many known states and territories a sentence names, what is left open counted as both; and how many names."""

    states: int
    territories: int
    names: int

    @classmethod
    def of(cls, mentions: Iterable[Mention], titled: bool) -> "_Named":
        kinds = [mention.entity.kind if mention.entity.known else None for mention in mentions]
        either = kinds.count(None) + titled
        states, territories = kinds.count(EntityKind.STATE), kinds.count(EntityKind.TERRITORY)
        return cls(states + either, territories + either, len(kinds))


class WordTable:
    """The words that wordings ask for, and whether the words of a sentence allow one of them."""

    def __init__(self, wordings: Iterable[Wording], lemmas: Lemmas) -> None:
        """Take down for each wording its triggers and what else must stand near.

        Args:
            wordings: all that are tried.
            lemmas: gives the lemmas of a word.
        """
        self._lemmas = lemmas
        self._numbers: dict[str, int] = {}
        self._looked_up: dict[str, int] = {}
        self._referring = self._mask([*THINGS, *place_nouns()])
        self._states = self._mask({*words_for_state(), *load_cues().agents_ruling})
        self._pointing, self._reporting = self._mask(POINTING), self._mask(said_nouns())
        self._asked: dict[int, list[tuple[int, _Asked]]] = {}  # triggers by one of their words
        for asked in map(self._ask, wordings):
            for trigger in asked.triggers:
                self._asked.setdefault(trigger & -trigger, []).append((trigger, asked))
        self._triggers = sum(self._asked)

    def suspects(
        self, texts: Sequence[str], names: Sequence[Sequence[Mention]], *, titled: bool
    ) -> list[bool]:
        """Tell of each sentence of a text, in order, whether its words allow a wording.

        Args:
            texts: the sentences, or units of them.
            names: the known names in each.
            titled: whether the document's title can stand for an argument.
        """
        words = [self._words_of(text) for text in texts]
        return [
            bool(here & self._triggers) and self._allows(words, at, text, _Named.of(mentions, titled), titled)
            for at, (here, text, mentions) in enumerate(zip(words, texts, names, strict=True))
        ]

    def _allows(self, words: Sequence[int], at: int, text: str, names: "_Named", titled: bool) -> bool:
        here = words[at]
        left = here & self._triggers
        while left:
            word = left & -left
            left ^= word
            for trigger, asked in self._asked[word]:
                if here & trigger == trigger and self._fits(asked, words, at, text, names, titled=titled):
                    return True
        return False

    def _fits(
        self, asked: _Asked, words: Sequence[int], at: int, text: str, names: "_Named", *, titled: bool
    ) -> bool:
        if not titled and not self._may_be_argued(asked, words, at, text, names):
            return False
        if asked.territories > names.territories and not self._refers(words[at], text, asked):
            return False
        return all(self._is_near(words, at, near) for near in asked.near)

    def _may_be_argued(
        self, asked: _Asked, words: Sequence[int], at: int, text: str, names: "_Named"
    ) -> bool:
        """Tell whether there is what leads to each argument, and where it is told by its sort, a word for that."""
        if asked.states > names.states:
            return False
        if asked.countries > names.states and not words[at] & self._states:
            return False
        is_named = names.names or TWINS.search(text) is not None
        if not is_named and not all(told & words[at] for told in asked.told):
            return False
        if asked.may_be_bracketed and "(" in text:
            return True
        return all(self._is_near(words, at, near) for near in asked.arguments)

    def _refers(self, here: int, text: str, asked: _Asked) -> bool:
        """Tell whether a word may mean a territory named elsewhere; one that is a name begins with a capital."""
        if not asked.is_named:
            return bool(here & self._referring)
        return any(self._words_of(word) & self._referring for word in _CAPITAL.findall(text))

    def _is_near(self, words: Sequence[int], at: int, near: _Near) -> bool:
        if near.is_among(words[at]):
            return True
        if not (words[at] & self._pointing and words[at] & self._reporting):
            return False
        around = 0  # "that claim" may be somebody's of the sentences before
        for here in words[max(0, at - near.back) : at + 1]:
            around |= here
        return near.is_among(around)

    def _ask(self, wording: Wording) -> _Asked:
        types = (wording.subject_type, "" if wording.is_object_at_issue else wording.object_type)
        single = [
            _WITH if each == _CAPTION else _word_of(each) for each in wording.trigger if " " not in each
        ]
        phrases = (self._mask([trigger]) for trigger in wording.trigger if " " in trigger)
        return _Asked(
            triggers=(*_bits(self._mask(single)), *phrases),
            near=tuple(self._needed_near(wording)),
            arguments=tuple(self._leading(wording)),
            told=tuple(self._mask(words) for words in _telling(wording)),
            states=sum(map(types.count, _BY_NAME)),
            countries=sum(map(types.count, (*_BY_NAME, "country"))),
            territories=types.count("territory"),
            is_named="*" in wording.where.get(f"{wording.subject}.named", ()),
            may_be_bracketed=types == ("agent", "place"),
        )

    def _needed_near(self, wording: Wording) -> Iterator[_Near]:
        """Give the words of each condition, and the prepositions over which its path leads."""
        for path, words in sorted(wording.where.items()):
            if "*" not in words:
                yield _Near(_back(path), words=self._mask(words))
        for path in sorted({*wording.where, *wording.needs}):
            yield from self._over(path)

    def _leading(self, wording: Wording) -> Iterator[_Near]:
        """Give the prepositions over which the paths of the arguments lead, where both are asked for."""
        if not (wording.pair or wording.only_two):
            yield from self._over(wording.subject)
            if not wording.is_object_at_issue:
                yield from self._over(wording.object)

    def _over(self, paths: str) -> Iterator[_Near]:
        """Give the prepositions of each of several paths; nothing where one of them has none."""
        found = [
            [role for role in path.split(".") if role not in _WITHOUT_WORD]
            for together in split_paths(paths)
            for path in together
        ]
        if all(found):
            yield _Near(_back(paths), sets=tuple(map(self._mask, found)))

    def _mask(self, words: Iterable[str]) -> int:
        """Give the bits of words, of what a hyphen or a space joins those of each part."""
        mask = 0
        for word in words:
            for part in _WORD.findall(word.lower()):
                mask |= 1 << self._numbers.setdefault(part, len(self._numbers))
        return mask

    def _words_of(self, text: str) -> int:
        """Give the bits of all that the words of a text can be forms of."""
        mask, known = 0, self._looked_up
        for word in _WORD.findall(text.lower()):
            found = known.get(word)
            mask |= found if found is not None else self._look_up(word)
        return mask

    def _look_up(self, word: str) -> int:
        if len(self._looked_up) >= _MAX_KEPT:
            self._looked_up.clear()
        mask = 0
        for lemma in {word, *self._lemmas(word)}:
            number = self._numbers.get(lemma)
            mask |= 1 << number if number is not None else 0
        self._looked_up[word] = mask
        return mask


def _bits(mask: int) -> Iterator[int]:
    """Give each bit of a number by itself."""
    while mask:
        yield mask & -mask
        mask &= mask - 1


_CAPITAL = re.compile(r"\b[A-Z]\w+")
_WITHOUT_WORD = (VERB_ROLES | NOUN_ROLES | {"self"}) - {"to"}  # roles that are no prepositions


def _back(paths: str) -> int:
    """Give how many sentences a path can lead back."""
    return BACK * most_roles(paths)


@cache
def _sorts() -> Mapping[str, Collection[str]]:
    """Give by type of argument the words of which one is its head where no known name is."""
    instruments = {*instrument_words(), "it"}
    bodies = {*body_words(), "it"}
    return {"body": bodies, "instrument": instruments, "treaty": instruments}


def _telling(wording: Wording) -> Iterator[Collection[str]]:
    """Give for each argument that is told by its sort the words that tell it.

    A deed that only a court does tells of one that was named before: "The isle *was found* to lie in Chad". What
    somebody signs may be named before, too, by whatever word.
    """
    told = ((wording.subject, wording.subject_type), (wording.object, wording.object_type))
    for paths, type_ in told:
        if type_ in _sorts():
            heads = {path for together in split_paths(paths) for path in together}
            if "signed_before" in heads:
                continue
            is_by_deed = type_ == "body" and heads & {"self", "governor"}
            yield {*_sorts()[type_], *(load_cues().bodies_deciding if is_by_deed else ())}


def _word_of(trigger: str) -> str:
    """Give the word of a trigger that is the predicate: "hand" of "hand over", "fire" of "cease-fire"."""
    return trigger.split()[0].rpartition("-")[2]


# -- what is asked of the parts of documents --------------------------------------------------------------------------


# Who may be meant by these was named before, and by no name the gazetteer knows.


class Prefilter:
    """Says which units of a part of a document are read, and how far; holds no state of any document."""

    def __init__(
        self, index: Index, wordings: Iterable[Wording], lemmas: Lemmas | None, gazetteer: Gazetteer
    ) -> None:
        """Make the table of words.

        Args:
            index: the wordings, by their triggers.
            wordings: the same.
            lemmas: gives the lemmas of a word; None where the model has no rules for them: then all units are suspects.
            gazetteer: the known names.
        """
        self._index, self._gazetteer = index, gazetteer
        self._table = WordTable(wordings, lemmas) if lemmas is not None else None
        titles = (word for title in _titles() for word in title.split())
        self._nouns = referring_nouns() | frozenset(titles)

    def suspects(self, passage: Passage) -> Collection[int]:
        """Say which units may give an assertion, by their words alone."""
        units = range(len(passage.units))
        if self._table is None:
            return units
        titled = self._is_titled(passage.document)
        texts = [passage.unit_text(number) for number in units]
        told = self._table.suspects(texts, passage.named, titled=titled)
        return [number for number in units if told[number]]

    def is_live(self, passage: Passage, number: int, doc: Doc) -> bool:
        """Say whether a suspect may give an assertion indeed, or names a place in a spelling of its own."""
        mentions = passage.named[number]
        covered = (doc.char_span(m.span.start, m.span.end, alignment_mode="expand") for m in mentions)
        named = {token.i for words in covered for token in words or ()}
        titled = self._is_titled(passage.document)
        if has_prospects(doc, self._index, named, self._nouns, titled=titled):
            return True
        return bool(find_respelt(doc, mentions, self._gazetteer))

    def is_whole(self, passage: Passage) -> bool:
        """Say whether all of a part is to be read: where a unit is live, and where a place has a second name."""
        if passage.live:
            return True
        doc = replace(passage, rows={}).doc()  # a word a unit: what is asked of it is its text
        return any(True for _ in find_bracketed_names(doc, passage.mentions))

    def naming(self, passage: Passage) -> Collection[int]:
        """Say in which units the model is to look for names, to tell who is in office."""
        if not _names_office(passage.text):
            return ()
        return _covering(passage, find_full_names(passage.text, passage.mentions))

    def told(self, passage: Passage) -> Collection[int]:
        """Say which units tell who is in office, once it is known who is named."""
        if not _names_office(passage.text):
            return ()
        persons = find_persons(passage.doc(), passage.mentions, passage.document.title)
        return _covering(
            passage, (_told_at(person.office) for person in persons if person.office is not None)
        )

    def _is_titled(self, document: Document) -> bool:
        """Tell whether the title is nothing but a known name, as `kgraph.linking` has it."""
        return self._gazetteer.by_title(document.title) is not None


def _covering(passage: Passage, spans: Iterable[Span]) -> Collection[int]:
    """Give the units that spans of a part lie in."""
    wanted = list(spans)
    return {
        n
        for n, unit in enumerate(passage.units)
        if any(unit.start < span.end and span.start < unit.end for span in wanted)
    }


def _told_at(office: Office) -> Span:
    """Give from where to where an office and whose it is are told."""
    span, agent = office.span, office.agent_span or office.span
    return Span(start=min(span.start, agent.start), end=max(span.end, agent.end))


@cache
def _titles() -> frozenset[str]:
    """List the titles of offices, in small letters."""
    rows = Titles.load().offices.values()
    return frozenset(" ".join(title.words) for titles in rows for title in titles if title.kind in OFFICES)


@cache
def _office_words() -> re.Pattern[str]:
    """Match the last words of titles, also grown together with a name: "ShinzoPrime Minister"."""
    return re.compile("|".join(sorted({re.escape(title.split()[-1]) for title in _titles()})), re.IGNORECASE)


def _names_office(text: str) -> bool:
    return _office_words().search(text) is not None
