"""Whether a proposition is what a wording asks for."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from kgraph.linking import Linked, Linker
from kgraph.propositions import Proposition
from kgraph.relations.paths import has_word, link_paths, split_paths
from kgraph.relations.wording import Wording

__all__ = ["fits_text", "is_met", "is_possible", "of_owners", "surroundings"]


# Sentences that a role may lead back: "that claim" is somebody's of the one before, and "whose" there of another.
_BACK = 2
_MAX_ROLES = 4  # of a path that is looked after; a longer one is tried wherever its trigger stands
_MAX_PAIRS = 50_000  # of a lemma and a form, whose words are kept: texts repeat theirs

Surroundings = Sequence[frozenset[str]]  # by how many roles a path has, the words that it can lead to


def surroundings(doc: Doc) -> Iterator[tuple[Sequence[frozenset[str]], Span, Surroundings]]:
    """Give each sentence with the words that its tokens are, and with those around, as far as paths lead."""
    strings = doc.vocab.strings
    words = [_words_of(strings, lemma, form) for lemma, form in doc.to_array(["LEMMA", "LOWER"]).tolist()]
    before: deque[frozenset[str]] = deque(maxlen=_BACK * _MAX_ROLES)  # sentences, the latest first
    for sentence in doc.sents:
        own = words[sentence.start : sentence.end]
        around = [_ANYTHING.union(*own)]
        for roles in range(_MAX_ROLES):
            around.append(around[-1].union(*islice(before, _BACK * roles, _BACK * (roles + 1))))
        before.appendleft(around[0])
        yield own, sentence, around


_ANYTHING = frozenset({"*"})  # how a wording asks for any word


@lru_cache(maxsize=_MAX_PAIRS)
def _words_of(strings: StringStore, lemma: int, form: int) -> frozenset[str]:
    """Give all words that a token may be taken for; the numbers are those of spaCy's strings."""
    whole = strings[lemma].lower()
    return frozenset((whole, *whole.split(), *strings[form].split()))


def is_possible(wording: Wording, around: Surroundings) -> bool:
    """Tell whether the words that a wording asks for stand near at all, whatever they head."""
    return all(
        _roles(path) > _MAX_ROLES or not asked.isdisjoint(around[_roles(path)])
        for path, asked in wording.where.items()
    )


@cache
def _roles(path: str) -> int:
    """Count the roles of the longest alternative of a path."""
    return max(len(roles) for together in split_paths(path) for roles in together)


def is_met(wording: Wording, candidate: Proposition, linker: Linker) -> bool:
    """Tell whether a proposition has the words that the wording asks for, all it needs, and nothing it excludes."""
    if not _has_words(candidate, wording):
        return False
    if not all(link_paths(candidate, path, type_, linker) for path, type_ in wording.needs.items()):
        return False
    if any(link_paths(candidate, path, type_, linker) for path, type_ in wording.excludes.items()):
        return False
    return not wording.about_type or bool(link_paths(candidate, wording.about, wording.about_type, linker))


def _has_words(candidate: Proposition, wording: Wording) -> bool:
    """Tell whether the words that the wording asks for stand there, and those it excludes do not."""
    if not fits_text(wording, candidate.trigger.doc):
        return False
    return all(has_word(candidate, path, words) for path, words in wording.where.items()) and not any(
        has_word(candidate, path, words) for path, words in wording.unless.items()
    )


def fits_text(wording: Wording, doc: Doc) -> bool:
    """Tell whether the text is about what the wording means, as far as it gives reason to doubt that."""
    if not wording.doubt or wording.doubt.isdisjoint(_lemmas(doc)):
        return True
    return not wording.context.isdisjoint(_lemmas(doc))


_LEMMAS = "kgraph_lemmas"


def _lemmas(doc: Doc) -> frozenset[str]:
    """Give the lemmas of the whole text; they are kept with it."""
    if _LEMMAS not in doc.user_data:
        lemmas = set(doc.to_array("LEMMA").tolist())
        doc.user_data[_LEMMAS] = frozenset(doc.vocab.strings[lemma].lower() for lemma in lemmas)
    found: frozenset[str] = doc.user_data[_LEMMAS]
    return found


def of_owners(
    pairs: Sequence[tuple[Linked, Linked]], wording: Wording, candidate: Proposition, linker: Linker
) -> list[tuple[Linked, Linked]]:
    """Leave out the pairs whose subject is not the owner that is named, or of which the text names a third as owner.

    So it does in "X does not regard Imia as *Turkish* territory".
    """
    if wording.owner:
        owners = {owner.entity for owner in link_paths(candidate, wording.owner, "agent", linker)}
        pairs = [(subject, object_) for subject, object_ in pairs if subject.entity in owners]
    third = {owner.entity for owner in link_paths(candidate, wording.whose, "power", linker)}
    return [pair for pair in pairs if not third or not third.isdisjoint(one.entity for one in pair)]
