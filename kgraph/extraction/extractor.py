"""From documents to assertions: parse, find names and persons, read propositions and relations, assemble."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from kgraph import __version__
from kgraph.assemble import assemble
from kgraph.candidates import NameFinder
from kgraph.candidates.respelt import find_respelt
from kgraph.dating import Calendar
from kgraph.decisions import Decision, Links
from kgraph.extraction.confidence import rate
from kgraph.extraction.examples import check_wording
from kgraph.extraction.open_layer import read_open
from kgraph.extraction.peoples import Peoples
from kgraph.extraction.prefilter import Prefilter
from kgraph.extraction.relation_evidence import assertion_of, most_confident
from kgraph.extraction.relation_times import time_of, times_of
from kgraph.extraction.sentences import Account, find_unread
from kgraph.extraction.unworded import bracketed, quoted, represented
from kgraph.files import StrPath
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.linking import Linker
from kgraph.model import (
    Assertion,
    Document,
    Mention,
    OpenReading,
    Reading,
)
from kgraph.own import Own, load_own
from kgraph.parse import ParsedPart, dictionary_of, lemmas_of, load_model, parse_documents, parse_parts
from kgraph.parse.wrapped import unwrap
from kgraph.persons import Person, find_persons
from kgraph.persons.identity import identify
from kgraph.proposals import Checker, Proposals
from kgraph.propositions.headings import find_headings
from kgraph.propositions.quotations import find_quotations, find_turns
from kgraph.relations import Relation, find_relations, index_wordings, package_wordings
from kgraph.text.headline_case import Dictionary, sentence_case
from kgraph.text.rewritten import put_back, respelt, with_whole_words, without_markup
from kgraph.tokens import Words
from kgraph.vocab import orient, predicates

__all__ = ["Extractor"]


class Extractor:
    """Reads documents; holds the language model and the gazetteer, and no state of any document.

    Make one, and read with it as often as you like: what it holds takes seconds to load.

    >>> extractor = kgraph.Extractor()
    >>> documents = [kgraph.Document(id="1", text="Japan has never claimed Sakhalin.")]
    >>> [said.polarity.value for reading in extractor.read(documents) for said in reading.assertions]
    ['negative']
    """

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | StrPath | None = None,
        model: str | None = None,
        wordings: StrPath | Iterable[StrPath] = (),
        min_confidence: float = 0.0,
        decisions: Iterable[Decision] = (),
        own: Own | None = None,
        proposals: Proposals | None = None,
        prefilter: bool = True,
    ):
        """Load what reading needs.

        Args:
            gazetteer: the known things, or a table of a user's own beside the package's; None loads the package's.
            model: an installed spaCy model; None takes the default.
            wordings: TOML files, or folders of them, with own wordings and predicates beside the package's; their
                examples are tried.
            min_confidence: readings that are less probably right are left out: a probability, from 0 to 1.
            decisions: what a person decided on names and entities: `kgraph.decisions.read_decisions` reads a file.
            own: own wordings and predicates that `kgraph.own.load_own` has read, instead of `wordings`.
            proposals: what another extractor proposes, as `kgraph.proposals.read_proposals` reads it; what does not
                hold is told and left out.
            prefilter: whether what can give no assertion is left unparsed; the assertions are the same, and so is the
                account of the text.

        Raises:
            ModelMissingError: the model is not installed.
            DataError: an own wording is wrong, or its example does not give what it says; two decisions exclude each
                other.
            ValueError: `min_confidence` is no probability.
        """
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"min_confidence is {min_confidence}; a probability is from 0 to 1")
        self.own = own if own is not None else load_own(wordings)
        self.gazetteer = Gazetteer.of(gazetteer)
        self.links = Links(self.gazetteer, decisions)
        self.peoples = Peoples(self.gazetteer)
        self.find_names = NameFinder(self.gazetteer, self.links).find
        self.nlp = load_model(model)
        self.min_confidence = min_confidence
        self.predicates = {**predicates(), **self.own.predicates}
        self.proposals = proposals or Proposals()
        self.index = index_wordings((*package_wordings(), *self.own.wordings))
        known = (*package_wordings(), *self.own.wordings)
        lemmas, words = lemmas_of(self.nlp), dictionary_of(self.nlp)
        self.prefilter = Prefilter(self.index, known, lemmas, self.gazetteer)
        self._dictionary = Dictionary(lemmas, words) if lemmas is not None and words else None
        self._reads_all = not prefilter
        for wording in self.own.wordings:
            check_wording(wording, self, self.own.files[wording.id])

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all that decides on what a document gives: version, model, gazetteer, wordings, and so on."""
        model = (self.nlp.meta.get("name"), self.nlp.meta.get("version"))
        own = (self.own.wordings, self.own.predicates)
        decisions = self.links.decisions
        known = self.gazetteer.fingerprint
        settings = (self.min_confidence, self.proposals.fingerprint)
        return fingerprint(__version__, model, known, own, decisions, *settings)

    def read(self, documents: Document | Iterable[Document]) -> Iterator[Reading]:
        """Read documents in order, each into its assertions; one that says nothing gives an empty reading.

        Raises:
            TypeError: something is no document; told when it is come to.
        """
        readings = map(put_back, self._read(map(self._to_read, _each(documents))))
        return map(self._with_proposed, readings)

    def _read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        reading: _Draft | None = None
        for part in self._parts(documents):
            if reading is not None and part.offset == 0:
                yield reading.finish()
            if reading is None or part.offset == 0:
                reading = _Draft(part.document)
            self._read_part(part, reading)
            part.doc.take_apart()
        if reading is not None:
            yield reading.finish()

    def _with_proposed(self, reading: Reading) -> Reading:
        """Add what is proposed for a document and holds; sentences are accounted for as they were read."""
        proposed = self.proposals.of(reading.document.id)
        if not proposed:
            return reading
        made, refused = Checker(self.find_names, self.predicates).check(reading.document, proposed)
        sure = (each for each in made if each.confidence >= self.min_confidence)
        kept = (self.links.resolve(each, reading.document.id) for each in sure)
        added = (orient(each, self.predicates) for each in kept if each.subject != each.object)
        told = tuple(f"a proposal of {each.proposal.by} left out: {each.reason}" for each in refused)
        return replace(reading, assertions=assemble((*reading.assertions, *added)), refused=told)

    def _to_read(self, document: Document) -> Document:
        """Give a document without markup and with headlines in the case of sentences, to be put back when read."""
        read = without_markup(_checked(document))
        if self._dictionary is None:
            return read
        if "-\n" in read.text:
            read = with_whole_words(read, unwrap(read.text), self._dictionary.has)
        return respelt(read, sentence_case(read.text, self.gazetteer.find, self._dictionary))

    def parse(self, documents: Iterable[Document]) -> Iterator[ParsedPart]:
        """Parse documents part by part, all of them, as they are read: for whoever asks what each sentence gives.

        Of a text with markup its parts are those of the text without; a headline has the case of a sentence.
        """
        read = map(self._to_read, documents)
        return map(self.respell, parse_parts(read, self.nlp, self.find_names, sieve=self.prefilter))

    def _parts(self, documents: Iterable[Document]) -> Iterator[ParsedPart]:
        whole, sieve = self._reads_all, self.prefilter
        return map(self.respell, parse_parts(documents, self.nlp, self.find_names, sieve=sieve, whole=whole))

    def read_open(self, documents: Document | Iterable[Document]) -> Iterator[OpenReading]:
        """Read documents in order, each into all its propositions, in their own words and of whatever domain.

        Those less sure than `min_confidence` are left out.

        Raises:
            TypeError: something is no document; told when it is come to.
        """
        for document, parts in parse_documents(
            map(self._to_read, _each(documents)), self.nlp, self.find_names
        ):
            reading = read_open(document, parts)
            sure = tuple(said for said in reading.propositions if said.confidence >= self.min_confidence)
            yield put_back(replace(reading, propositions=sure))

    def _read_part(self, part: ParsedPart, reading: "_Draft") -> None:
        unread = find_unread(part.text, part.units)
        pairs = [
            (part.unit_at(relation.trigger.idx), assertion) for relation, assertion in self.assertions(part)
        ]
        found = [(number, assertion) for number, assertion in pairs if number not in unread]
        reading.assertions += [assertion for _, assertion in found]
        reading.account.add(part.text, part.units, unread, {number for number, _ in found})

    def assertions(self, part: ParsedPart) -> Iterator[tuple[Relation, Assertion]]:
        """Read the assertions of a part, each with the relation that it is made of."""
        for relation, time in self._relations(part):
            assertion = self.links.resolve(assertion_of(relation, time, part), part.document.id)
            if assertion.subject != assertion.object:  # decided to be the same: it says nothing any more
                yield relation, orient(assertion, self.predicates)

    @staticmethod
    def _is_suspect(mention: Mention, part: ParsedPart) -> bool:
        return part.suspects is None or part.unit_at(mention.span.start) in part.suspects

    def respell(self, part: ParsedPart) -> ParsedPart:
        """Add the places that a part names in another spelling than the gazetteer; no person is one of them.

        They are looked for where something may be said of them.
        """
        if part.live is not None and not part.live:
            return part
        near = [m for m in find_respelt(part.doc, part.mentions, self.gazetteer) if self._is_suspect(m, part)]
        if not near:
            return part
        persons = find_persons(part.doc, part.mentions, part.document.title)
        named = {at for p in persons for span in p.mentions for at in range(span.start, span.end)}
        places = (m for m in near if named.isdisjoint(range(m.span.start, m.span.end)))
        decided = (self.links.apply(m, m.span.of(part.text), part.document) for m in places)
        mentions = (*part.mentions, *(mention for mention in decided if mention is not None))
        return replace(part, mentions=tuple(sorted(mentions, key=lambda mention: mention.span)))

    def link(self, part: ParsedPart) -> tuple[Linker, tuple[Person, ...]]:
        """Give what links the words of a part, and the persons in it."""
        found = find_persons(part.doc, part.mentions, part.document.title)
        persons = identify(found, part.document, part.mentions)
        speech = (find_quotations(part.doc), find_turns(part.doc))
        headings = find_headings(part.doc)
        linker = Linker(part.doc, part.mentions, persons, self.gazetteer, part.document, speech, headings)
        return linker, persons

    def relations(self, part: ParsedPart) -> list[Relation]:
        """Read the relations of a parsed part, each with the rough confidence of its rule."""
        linker, persons = self.link(part)
        found = find_relations(part.doc, linker, self.index, _in_live_unit(part))
        relations = [quoted(relation, linker) for relation in found]
        read = (*relations, *bracketed(part, part.mentions), *represented(part, persons))
        return [self.peoples.told(relation, part.mentions, part.text) for relation in read]

    def _relations(self, part: ParsedPart) -> list[tuple[Relation, str | None]]:
        """Read the relations of a part that are sure enough, with their times."""
        if part.is_idle:
            return []
        calendar = Calendar(part.doc, part.text, part.document.date)
        sure = [each for each in rate(self.relations(part)) if each.confidence >= self.min_confidence]
        once = most_confident([(relation, time_of(relation, calendar)) for relation in sure])
        return [(relation, time) for relation, first in once for time in times_of(relation, first, calendar)]


def _in_live_unit(part: ParsedPart) -> Callable[[Words], bool] | None:
    """Give what tells whether a sentence may give anything; None where all are to be tried."""
    live = part.live
    return None if live is None else lambda sentence: part.unit_at(sentence.start_char) in live


def _each(documents: Document | Iterable[Document]) -> Iterable[Document]:
    """Give several documents as they are, and one alone as one: a text, too, is no list of its letters."""
    return (documents,) if isinstance(documents, Document | str) else documents


def _checked(document: Document) -> Document:
    """See that what a user gives is a document whose fields are what they should be: a text and a name are none."""
    if not isinstance(document, Document) or not isinstance(document.id, str):
        raise TypeError(
            f"{str(document)[:60]!r} is no document with a text for its id: kgraph.Document(id='1', text=…) makes"
            " one of a text, kgraph.Intake('articles/') reads files"
        )
    if not isinstance(document.text, str):
        raise TypeError(
            f"{document.id}: the text {str(document.text)[:60]!r} is no str; leave out what has none"
        )
    if document.date is not None and not isinstance(document.date, datetime.date):
        raise TypeError(
            f"{document.id}: the date {str(document.date)[:60]!r} is no datetime.date:"
            " datetime.date.fromisoformat('2019-05-10') makes one"
        )
    for name in ("title", "url", "source"):
        value = getattr(document, name)
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{document.id}: the {name} {str(value)[:60]!r} is no str")
    return document


@dataclass(slots=True)
class _Draft:
    """What a document has given so far."""

    document: Document
    assertions: list[Assertion] = field(default_factory=list)
    account: Account = field(default_factory=Account)

    def finish(self) -> Reading:
        return Reading(
            document=self.document,
            assertions=assemble(self.assertions),
            sentences=self.account.found,
            sentences_with_assertion=self.account.with_assertion,
            unread=tuple(sorted(self.account.unread.items())),
        )
