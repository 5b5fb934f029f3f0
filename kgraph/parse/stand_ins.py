"""What the model reads in place of each word: familiar names for rare ones, verbs that it knows for those like nouns.

Which word stands in for which never leaves this module: the lemma of the word itself goes with it where the model would
get another.
"""

import itertools
import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kgraph.capitals import truecase
from kgraph.cues import load_cues
from kgraph.model import EntityKind, Mention
from kgraph.parse.marks import read_as_dash, read_as_owner
from kgraph.parse.plan import Word
from kgraph.parse.prepositions import BEARINGS
from kgraph.parse.rows import PREPOSITIONAL_PARTICIPLES
from kgraph.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["words_to_read"]

_MAX_KEPT = 50_000  # words of which it is kept what the model reads for them


def words_to_read(doc: "Doc", mentions: Sequence[Mention]) -> list[Word]:
    """Choose what the model reads for each word, names and verbs like nouns among them.

    Args:
        doc: the words of a unit, names of states and bodies one token each.
        mentions: the names in it, in the order of the text.
    """
    cased = truecase(text_of(doc), mentions)
    usual = [cased[token.idx : token.idx + len(token)] for token in doc]
    words = [_american(word) for word in usual]
    small = [word.lower() for word in usual]
    _read_as_adjective(doc, small, words)
    _read_breakaway(small, words)
    _read_self_ruled(doc, small, words)
    _read_as_bearing(small, words)
    _read_as_afterwards(small, words)
    _read_as_and(small, words)
    _read_as_seized(small, words)
    _read_as_noun(small, words)
    _read_as_light(small, words)
    read_as_dash(doc, small, words)
    read_as_owner(doc, small, words)
    _read_behind_comma(doc, small, words)
    _read_behind_hyphen(small, words)
    _read_as_participle(doc, words, {mention.span.start for mention in mentions})
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
            if not _is_of_acting(doc, span.start):
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
_SOON = frozenset({"immediately", "shortly", "soon"})
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
_MIN_PARTICIPLE = 6  # letters
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})


def _read_as_participle(doc: "Doc", words: list[Word], names: Collection[int]) -> None:
    """Put a small letter in a participle before a name with which a sentence begins: "*Backing* Azerbaijan, Turkey".

    The model takes the two for one name.
    """
    for token in doc[:-1]:
        is_participle = token.lower_.endswith("ing") and token.is_title and len(token) >= _MIN_PARTICIPLE
        if not is_participle or token.idx in names or token.nbor(1).idx not in names:
            continue
        is_first = not token.i or doc[token.i - 1].text.strip(" ") in _SENTENCE_ENDS
        if is_first and token.lower_ not in PREPOSITIONAL_PARTICIPLES:
            words[token.i] = Word(words[token.i].text.lower(), words[token.i].lemma)


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
    """Put an unambiguous verb behind the comma that ends a remark: "Cyprus, an island, *disputes* the line"."""
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


def _is_of_acting(doc: "Doc", name: int) -> bool:
    """Tell whether a name says for whom somebody acts, so that a verb may follow: "the *government* of X *claims*"."""
    if name < 2 or doc[name - 1].lower_ != "of":
        return False
    noun = doc[name - 2].lower_
    return not {noun, noun.removesuffix("s")}.isdisjoint(
        load_cues().agents_nouns | load_cues().agents_serving
    )


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
    "annexes": ("seizes", "annex"),
    "conquers": ("captures", "conquer"),
    "invades": ("enters", "invade"),
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


_BEFORE_DESCRIBED = frozenset(
    """
    a against around at by for from in into its near of on over the their through to toward towards with
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_AFTER_PARTICIPLE = frozenset({",", "as", "at", "by", "for", "from", "in", "of", "on", "to", "under", "with"})
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


def _is_inflected(word: str) -> bool:
    return word.endswith(("ed", "s")) or word in {"held", "ran", "sold", "took", "won"}


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


def _read_as_afterwards(small: Sequence[str], words: list[Word]) -> None:
    """Put an unambiguous adverb in "X soon *after* established a colony", which the model takes for a preposition."""
    for at in range(1, len(small) - 2):
        if small[at] == "after" and small[at - 1] in _SOON and small[at + 1].endswith("ed"):
            words[at] = Word("afterwards", "after")


def _read_as_seized(small: Sequence[str], words: list[Word]) -> None:
    """Put a participle that the model knows for a verb, but before a name: not "in illegally *annexed* Crimea"."""
    for at, word in enumerate(small):
        if word == "annexed":
            before = next((w for w in reversed(small[:at]) if not w.endswith("ly")), "the")
            if before not in _BEFORE_DESCRIBED:
                words[at] = Word("seized", "annex")


def _read_as_and(small: Sequence[str], words: list[Word]) -> None:
    """Put "and" for the comma between two verbs of one object: "Iraq invaded, *then* annexed Kuwait"."""
    for at in range(1, len(small) - 3):
        is_between = small[at : at + 2] == [",", "then"] and small[at + 3] not in _AFTER_PARTICIPLE
        if is_between and _is_inflected(small[at - 1]) and _is_inflected(small[at + 2]):
            words[at] = Word("and", ",")


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
