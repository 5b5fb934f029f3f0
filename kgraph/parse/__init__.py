"""Documents to spaCy `Doc`s: the only module that loads a language model.

The small model stumbles over rare names: it takes "Ceuta" for an adverb, "Abu Musa" for two things and the "and" of
"Trinidad and Tobago" for a coordination. So the names of states and bodies are one token each, and the model reads a
familiar name of the same sort in their place ("Morocco claims Japan" for "Morocco claims Ceuta"); its analysis is
carried over to the untouched words. In the same way a list of names is read as one name, and what stands in brackets
apart from its sentence (`rewrite`): which familiar name stands for which then hardly matters. On the Factbook
statements core F1 over six choices of familiar names was 0.71 to 0.79 (mean 0.74) without and is 0.77 to 0.78 with it.
"""

import itertools
import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kgraph.bounds import split_words, start_pieces
from kgraph.capitals import truecase
from kgraph.errors import ModelMissingError
from kgraph.model import Document, EntityKind, Mention, Span
from kgraph.models import DEFAULT_MODELS
from kgraph.parse.analysis import analyst_of, index_lemmas, lemmas_of, take_fast_products
from kgraph.parse.convolution import join_convolutions
from kgraph.parse.embedding import keep_embeddings
from kgraph.parse.lemmas import correct_lemmas
from kgraph.parse.passes import Passage, Sieve, read_passages
from kgraph.parse.plan import Plan, Word
from kgraph.parse.prepositions import BEARINGS
from kgraph.parse.rewrite import make_plan
from kgraph.parse.units import Unit, find_units
from kgraph.printable import encodable
from kgraph.texts import text_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = [
    "FindNames",
    "ParsedPart",
    "Passage",
    "Sieve",
    "Unit",
    "lemmas_of",
    "load_model",
    "parse_documents",
    "parse_parts",
    "split_parts",
]

log = logging.getLogger(__name__)

FindNames = Callable[[Document, str], tuple[Mention, ...]]
"""Gives the names in a part of a document, by their spans within that part."""

# A Doc of this many code points takes some 200 MB; a longer document is read in parts cut between paragraphs.
MAX_PART_CHARACTERS = 100_000
MAX_BATCH_CHARACTERS = MAX_PART_CHARACTERS  # parsed at a time
_MAX_KEPT = 50_000  # words of which it is kept what the model reads for them
# The default models come with one component switched off, as the parser ends sentences; and the tokenizer is made
# without rules, as all of them are read from the model's files.
_BARE = "kgraph.BareTokenizer.v1"
_LEAN: dict[str, Any] = {"exclude": ["senter"], "config": {"nlp": {"tokenizer": {"@tokenizers": _BARE}}}}
_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """A stretch of a document, parsed; `offset` is where it begins in the document's text, in code points."""

    document: Document
    offset: int
    doc: "Doc"
    text: str  # of this part, untouched
    mentions: tuple[Mention, ...]  # what the gazetteer knows by name in it, spans within the part
    units: tuple[Unit, ...] = ()  # that it was read in
    suspects: frozenset[int] | None = (
        None  # those that may give an assertion by their words; None where nobody asked
    )
    live: frozenset[int] | None = None  # those that may indeed; None where all are to be tried
    is_idle: bool = False  # whether it gives none, and was not parsed

    def unit_at(self, at: int) -> int:
        """Give the number of the unit that a place of the part is in."""
        return bisect_right(self.units, at, key=lambda unit: unit.start) - 1


def load_model(name: str | None = None) -> "Language":
    """Load the spaCy pipeline, with paragraph ends as sentence ends.

    Args:
        name: an installed spaCy model; None takes the first installed of `DEFAULT_MODELS`.

    Raises:
        ModelMissingError: none of them is installed.
    """
    import spacy  # over a second: only who parses pays for it
    from spacy.language import Language
    from spacy.util import registry

    if not Language.has_factory("kgraph_pieces"):
        Language.component("kgraph_pieces", func=start_pieces)
        registry.tokenizers.register(_BARE, func=_bare_tokenizer)
    for candidate in (name,) if name else DEFAULT_MODELS:
        if spacy.util.is_package(candidate) or (name and _is_path(candidate)):
            nlp = spacy.load(candidate, **(_LEAN if candidate in DEFAULT_MODELS else {}))
            nlp.add_pipe("kgraph_pieces", before="parser")
            keep_embeddings(nlp)
            join_convolutions(nlp)
            take_fast_products(nlp)
            index_lemmas(nlp)
            correct_lemmas(nlp)
            _part_abbreviations(nlp)
            nlp.max_length = 2 * MAX_PART_CHARACTERS + 1
            return nlp
    wanted = name or DEFAULT_MODELS[0]
    package = wanted.replace("_", "-")
    raise ModelMissingError(f"spaCy model {wanted!r} is not installed: pip install {package}")


def _part_abbreviations(nlp: "Language") -> None:
    """Let the tokenizer split at a hyphen behind a full stop as well: "the *U.S.-Canada* border"."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), _ABBREVIATED]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]


_ABBREVIATED = r"(?<=[A-Z]\.)-(?=[A-Za-z])"


def _bare_tokenizer() -> "Callable[[Language], object]":
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled: it has no types

    return lambda nlp: Tokenizer(nlp.vocab)


def _is_path(name: str) -> bool:
    from pathlib import Path

    return Path(name).is_dir()


def split_parts(text: str, limit: int = MAX_PART_CHARACTERS) -> Iterator[tuple[int, str]]:
    """Cut a text into (offset, part), each at most `limit` code points, between paragraphs where it can."""
    start = 0
    while len(text) - start > limit:
        breaks = [m.end() for m in _BREAK.finditer(text, start + 1, start + limit)]
        space = text.rfind(" ", start + 1, start + limit)
        end = breaks[-1] if breaks else space if space > start else start + limit
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def parse_documents(
    documents: Iterable[Document],
    nlp: "Language",
    find_names: FindNames,
    batch_size: int = 32,
    sieve: Sieve | None = None,
) -> Iterator[tuple[Document, tuple[ParsedPart, ...]]]:
    """Parse each document, in order; most are one part.

    Args:
        documents: read lazily, at most a batch ahead.
        nlp: the pipeline of `load_model`.
        find_names: finds the names in a part of a document and says what they mean; called once per part.
        batch_size: parts parsed together.
        sieve: says which names the model is to look for; None has it look for all.
    """
    parts: list[ParsedPart] = []
    for part in parse_parts(documents, nlp, find_names, batch_size, sieve):
        if parts and part.offset == 0:
            yield parts[0].document, tuple(parts)
            parts = []
        parts.append(part)
    if parts:
        yield parts[0].document, tuple(parts)


def parse_parts(
    documents: Iterable[Document],
    nlp: "Language",
    find_names: FindNames,
    batch_size: int = 32,
    sieve: Sieve | None = None,
    *,
    whole: bool = True,
) -> Iterator[ParsedPart]:
    """Parse as `parse_documents` does, but give part by part: a text of any length fits into memory.

    The first part of each document has the offset 0. Where not the whole of a text is asked for, only those units are
    parsed that the sieve needs.
    """
    parts = (
        _passage(document, offset, text, find_names)
        for document in documents
        for offset, text in split_parts(document.text)
    )

    def plan(passage: Passage, number: int) -> Plan:
        return _plan(nlp, passage.unit_text(number), passage.units[number].opens, passage.named[number])

    for batch in _batches(parts, batch_size):
        read_passages(batch, analyst_of(nlp), plan, sieve, whole=whole)
        for part in batch:
            yield _parsed(part, nlp, whole=whole)


def _parsed(part: Passage, nlp: "Language", *, whole: bool) -> ParsedPart:
    doc = (
        Passage(part.document, part.offset, "", (), (), ()).doc(nlp.vocab)
        if part.is_idle
        else part.doc(nlp.vocab)
    )
    return ParsedPart(
        part.document,
        part.offset,
        doc,
        part.text,
        part.mentions,
        tuple(part.units),
        part.suspects,
        None if whole else part.live,
        part.is_idle,
    )


def _batches(parts: Iterable[Passage], size: int) -> Iterator[list[Passage]]:
    """Put parts together, at most so many and so much text."""
    batch: list[Passage] = []
    characters = 0
    for part in parts:
        batch.append(part)
        characters += len(part.text)
        if len(batch) == size or characters >= MAX_BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


# -- familiar names ---------------------------------------------------------------------------------------------------


def _passage(document: Document, offset: int, text: str, find_names: FindNames) -> Passage:
    """Cut a part of a document into units, each with its names."""
    mentions = find_names(document, text)
    units = find_units(text, [mention.span for mention in mentions])
    return Passage(document, offset, text, mentions, units, list(_by_unit(mentions, units)))


def _by_unit(mentions: Sequence[Mention], units: Sequence[Unit]) -> Iterator[list[Mention]]:
    """Give the mentions of each unit, none of which is cut, with their places in it."""
    at = 0
    for unit in units:
        found = []
        while at < len(mentions) and mentions[at].span.start < unit.end:
            span = mentions[at].span
            found.append(
                replace(mentions[at], span=Span(start=span.start - unit.start, end=span.end - unit.start))
            )
            at += 1
        yield found


def _plan(nlp: "Language", text: str, opens: bool, mentions: Sequence[Mention]) -> Plan:
    """Choose what the model reads for a unit; `opens` tells whether it begins a line."""
    doc = split_words(nlp, encodable(text))  # half a character spaCy cannot encode
    several = (doc.char_span(m.span.start, m.span.end) for m in mentions if _is_one_token(m))
    joined = [span for span in several if span is not None and len(span) > 1]
    if joined:
        with doc.retokenize() as retokenizer:
            for span in joined:
                retokenizer.merge(span)
    names = {
        token.i: mention
        for mention in mentions
        for token in doc.char_span(mention.span.start, mention.span.end) or ()
    }
    return make_plan(doc, _words(doc, mentions), names, opens=opens)


def _words(doc: "Doc", mentions: Sequence[Mention]) -> list[Word]:
    """Choose what the model reads for each word, names and verbs like nouns among them."""
    cased = truecase(text_of(doc), mentions)
    usual = [cased[token.idx : token.idx + len(token)] for token in doc]
    words = [_american(word) for word in usual]
    small = [word.lower() for word in usual]
    _read_as_adjective(doc, small, words)
    _read_breakaway(small, words)
    _read_self_ruled(doc, small, words)
    _read_as_bearing(small, words)
    _read_as_noun(small, words)
    _read_as_light(small, words)
    _read_as_dash(doc, small, words)
    _read_behind_comma(doc, small, words)
    _read_behind_hyphen(small, words)
    for turn, mention in enumerate(mentions):
        span = doc.char_span(mention.span.start, mention.span.end)
        if span is not None and mention.entity.kind is EntityKind.TERRITORY:
            _read_as_claimed(doc, span.start, span.end, words)
        if span is not None and len(span) == 1:
            before = doc[span.start - 1].lower_ if span.start else ""
            own, seen = doc[span.start].text, words[span.start].text
            read = _familiar(mention, seen, before, turn)
            words[span.start] = Word(read, own if read != seen else "")
            relative = "" if mention.how == "adjective" else _relative_before(doc, span.start)
            _read_as_verb(doc, span.end, words, relative)
            _read_as_planned(doc, span.end, before, words)
            if mention.how in _ADJECTIVES:
                _read_as_owned(doc, span.end, words)
    return words


# Nouns that are verbs too, and after a name mostly are: the word that the model reads instead, and the lemma.
_HOMOGRAPHS = {
    "claim": ("want", "claim"),
    "claims": ("wants", "claim"),
    "control": ("govern", "control"),
    "controls": ("governs", "control"),
    "dispute": ("discuss", "dispute"),
    "disputes": ("discusses", "dispute"),
    "protest": ("condemn", "protest"),
    "protests": ("condemns", "protest"),
    "contest": ("discuss", "contest"),
    "contests": ("discusses", "contest"),
    "exercises": ("keeps", "exercise"),
}
_ADVERBS = frozenset({"also", "still", "both", "each", "now", "again", "continually", "long"})
# After these the word is a noun: "China claims over", "the Japan dispute is".
_NOT_AFTER_VERB = frozenset(
    {
        "of",
        "over",
        "with",
        "between",
        "about",
        "on",
        "in",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "to",
        "and",
        "or",
        "by",
    }
)


_RELATIVE = frozenset({"that", "which", "whom"})
_BETWEEN_NAMES = frozenset({"and", "both", "the"})
_MAX_SUBJECT = 6  # words


def _relative_before(doc: "Doc", position: int) -> str:
    """Give the relative pronoun right before a name, or a list that it ends: "*which* both A and B"."""
    at = position - 1
    while at >= max(0, position - _MAX_SUBJECT) and (
        doc[at].lower_ in _BETWEEN_NAMES or doc[at].text[:1].isupper()
    ):
        at -= 1
    return doc[at].lower_ if at >= 0 and doc[at].lower_ in _RELATIVE else ""


def _read_as_verb(doc: "Doc", position: int, words: list[Word], relative: str) -> None:
    """Put an unambiguous verb where a name is followed by "claim", "dispute" … and that by its object.

    In a relative clause the object stands before: "islands which Japan *claims* and Russia holds".
    """
    while position < len(doc) and doc[position].lower_ in _ADVERBS:
        position += 1
    if position + 1 >= len(doc) or doc[position].lower_ not in _HOMOGRAPHS:
        return
    following = doc[position + 1]
    is_before_object = (
        following.lower_ not in _NOT_AFTER_VERB and not following.is_punct and not following.is_space
    )
    is_at_end = following.is_punct or following.lower_ in {"and", "but"}
    if is_before_object or (relative and (is_at_end or relative != "that")):
        words[position] = Word(*_HOMOGRAPHS[doc[position].lower_])


_HOLDING = frozenset({"contests", "controls", "disputes"})
_BEFORE_OBJECT = frozenset({"a", "about", "all", "both", "its", "most", "much", "part", "the", "this"})


def _read_behind_comma(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put an unambiguous verb behind the comma that ends an insertion: "Cyprus, an island, *disputes* the line"."""
    for at in range(2, len(small) - 1):
        if small[at] in _HOLDING and small[at - 1] == ",":
            after = doc[at + 1].text
            if after.lower() in _BEFORE_OBJECT or after[:1].isupper():
                words[at] = Word(*_HOMOGRAPHS[small[at]])


# Participles that the model takes for adjectives behind a name and a hyphen: it knows "Russian-*held*".
_HELD = {
    "administered": "administer",
    "annexed": "annex",
    "claimed": "claim",
    "controlled": "control",
    "governed": "govern",
    "occupied": "occupy",
    "recognised": "recognize",
    "recognized": "recognize",
    "ruled": "rule",
    "seized": "seize",
}


def _read_behind_hyphen(small: Sequence[str], words: list[Word]) -> None:
    """Put a participle that the model knows behind a hyphen: "the bridge to Russian-*annexed* Crimea"."""
    for at in range(2, len(small) - 1):
        if small[at - 1] == "-" and small[at] in _HELD and words[at - 2].text[:1].isupper():
            words[at] = Word("held", _HELD[small[at]])


def _read_as_claimed(doc: "Doc", start: int, end: int, words: list[Word]) -> None:
    """Put an unambiguous verb for "claims" between a comma and a place: the model takes it for "says"."""
    at = start - 2 if start and doc[start - 1].lower_ == "the" else start - 1
    is_behind = at > 1 and doc[at].lower_ in {"claim", "claims"} and doc[at - 1].text == ","
    is_owner = end < len(doc) and doc[end].lower_ in {"'s", "’s"}
    if is_behind and not is_owner and not doc[at - 2].is_quote:
        words[at] = Word(*_HOMOGRAPHS[doc[at].lower_])


_BEFORE_OWNERS = frozenset({"about", "against", "of", "over"})
_PLANS = {"claims": ("ideas", "claim"), "demands": ("ideas", "demand"), "plans": ("ideas", "plan")}


def _read_as_planned(doc: "Doc", position: int, before: str, words: list[Word]) -> None:
    """Put an unambiguous noun for what somebody named behind a preposition has: "tired of *UK plans* to"."""
    if position < len(doc) and before in _BEFORE_OWNERS and doc[position].lower_ in _PLANS:
        words[position] = Word(*_PLANS[doc[position].lower_])


_ADJECTIVES = frozenset({"adjective", "demonym"})
_ON_LAND = frozenset({"against", "on", "over"})


def _read_as_owned(doc: "Doc", position: int, words: list[Word]) -> None:
    """Put an unambiguous noun for what an adjective tells the owner of: "*Ugandan claims* to the island were"."""
    if position + 2 >= len(doc) or doc[position].lower_ not in _PLANS:
        return
    after, beyond = doc[position + 1], doc[position + 2]
    is_place = beyond.lower_ in _BEFORE_OBJECT or beyond.text[:1].isupper()
    if after.lower_ in _ON_LAND or (after.lower_ == "to" and is_place):
        words[position] = Word(*_PLANS[doc[position].lower_])


def _is_one_token(mention: Mention) -> bool:
    """Tell whether a name of several words is joined.

    A place's own words help the model ("Islands" is plural), an instrument's are read as a predicate ("treaty of").
    """
    return mention.entity.kind not in {EntityKind.INSTRUMENT, EntityKind.TERRITORY}


_FAMILIAR = ("Japan", "France", "Egypt", "Brazil", "Canada")


# The model was trained on American news: it takes "recognises" for a plural noun.
_BRITISH = re.compile(
    r"(?i)^(recogn|critic|formal|normal|militar|demilitar|author|apolog|emphas|final|organ|real)is(e|es|ed|ing)$"
)


# Verbs that the model takes for nouns wherever they stand: what it reads instead, and the lemma.
_RARE_VERBS = {
    "administer": ("govern", "administer"),
    "administers": ("governs", "administer"),
    "administered": ("governed", "administer"),
    "sever": ("cut", "sever"),
    "severs": ("cuts", "sever"),
    "reoccupied": ("occupied", "reoccupy"),
    "reoccupies": ("occupies", "reoccupy"),
    "reoccupying": ("occupying", "reoccupy"),
}
_CONTRACTED = re.compile(r"n’t|’(?:d|ll|re|ve)")  # "does" and "n’t"
# Participles that the model takes for the verb of the clause ("have overlapping claims"), and adjectives of their sort.
_PLAIN_ADJECTIVES = {"overlapping": "rival", "competing": "rival", "conflicting": "rival"}


_POINTING = frozenset({"that", "this", "these", "those"})
_NOUNS = {"claim": ("idea", "claim"), "claims": ("ideas", "claim")}
_AFTER_NOUN = frozenset(
    {".", ",", ";", ":", ")", "”", '"', "and", "as", "but", "in", "on", "to", "over", "was", "were", "is"}
)
# "In the west of X": here it is a noun.
_BEFORE_NOUN_BEARING = frozenset({"the", "far", "to", "in", "its", "from"})


@lru_cache(maxsize=_MAX_KEPT)
def _american(word: str) -> Word:
    """Give what the model reads for a word by itself, a British one or a rare verb another.

    It knows "n't" and "'s" by the plain mark alone, and takes "n’t" for a name.
    """
    if _CONTRACTED.fullmatch(word):
        return Word(word.replace("’", "'"))
    return Word(*_RARE_VERBS[word]) if word in _RARE_VERBS else Word(_BRITISH.sub(r"\1iz\2", word))


def _read_as_adjective(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put a plain adjective where a participle stands before "claims" that somebody has."""
    for at, word in enumerate(small):
        if word in _PLAIN_ADJECTIVES and "claims" in small[at + 1 : at + 4]:
            words[at] = Word(_PLAIN_ADJECTIVES[word], doc[at].text)


def _read_breakaway(small: Sequence[str], words: list[Word]) -> None:
    """Put a plain adjective for "breakaway", which the model takes for a noun: "the *breakaway* Turkish part"."""
    for at, word in enumerate(small[:-1]):
        if (
            word == "breakaway"
            and small[at + 1][:1].isalpha()
            and small[at + 1] not in _AFTER_NOUN | {"of", "from"}
        ):
            words[at] = Word("northern", word)


_RULED = frozenset({"elected", "governed", "ruled", "run"})


def _read_self_ruled(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put a plain adjective for a participle that the model takes for a verb: "democratically *ruled* Taiwan"."""
    for at, (before, word) in enumerate(itertools.pairwise(small[:-1]), 1):
        if word in _RULED and before == "democratically" and doc[at + 1].text[:1].isupper():
            words[at] = Word("independent", doc[at].text)


def _read_as_noun(small: Sequence[str], words: list[Word]) -> None:
    """Put a plain noun where "claim" follows "that" and nothing that it could be the verb of: "rejects that claim"."""
    for at, word in enumerate(small):
        if word in _NOUNS and at and small[at - 1] in _POINTING and _ends_a_noun(small[at + 1 : at + 2]):
            words[at] = Word(*_NOUNS[word])


_BEING = frozenset({"are", "be", "been", "is", "now", "remained", "remains", "was", "were"})
_LAYING = {"lay": "make", "lays": "makes", "laid": "made", "laying": "making"}


def _read_as_light(small: Sequence[str], words: list[Word]) -> None:
    """Put words that the model knows in "lays claim to" and "is home to".

    It takes "lays" for a noun, "lay" for "lie", and "home" for where one goes.
    """
    for at, (word, after) in enumerate(itertools.pairwise(small)):
        if word in _LAYING and after in _NOUNS:
            words[at] = Word(_LAYING[word], "lay")
        elif word == "home" and after == "to" and at and small[at - 1] in _BEING:
            words[at] = Word("host", "home")


def _read_as_dash(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put a dash for a hyphen that stands for one, with white space on both sides."""
    for token in doc[1:-1] if "-" in small else ():
        if token.text == "-" and token.whitespace_ and doc[token.i - 1].whitespace_:
            words[token.i] = Word("--", token.text)


def _ends_a_noun(after: Sequence[str]) -> bool:
    """Tell whether what follows, if anything, cannot be the object of a verb."""
    return not after or after[0] in _AFTER_NOUN


def _read_as_bearing(small: Sequence[str], words: list[Word]) -> None:
    """Put the direction that the model knows as an adverb where another one stands: "the area *west* of the river"."""
    for at, word in enumerate(small):
        if (
            word in BEARINGS
            and at
            and small[at + 1 : at + 2] == ["of"]
            and small[at - 1] not in _BEFORE_NOUN_BEARING
        ):
            words[at] = Word("south", words[at].text)


def _familiar(mention: Mention, word: str, before: str, turn: int) -> str:
    """Give a name of the same sort that the model has seen often; what is one word of a state's name stays."""
    if mention.how == "short" or mention.entity.kind is EntityKind.INSTRUMENT:
        return word
    if mention.entity.kind is EntityKind.STATE and not {" ", "-"} & set(word):
        return word
    if mention.how == "adjective":
        return "Japanese"
    if mention.how == "demonym":
        return "Germans" if word.endswith(("s", "ese", "sh", "ch")) else "German"
    if mention.entity.kind in {EntityKind.ORGANIZATION, EntityKind.TRIBUNAL} or (
        mention.how == "metonym" and before == "the"
    ):
        return "Senate" if before == "the" else "NATO"
    return "Philippines" if before == "the" else _FAMILIAR[turn % len(_FAMILIAR)]
