"""Whether a proposition is what a wording asks for."""

import itertools
from collections.abc import Iterator, Sequence

from kgraph.linking import Linked, Linker
from kgraph.propositions import Kind, Proposition
from kgraph.relations.paths import has_word, is_excluded, link_paths, split_paths
from kgraph.relations.wording import Wording
from kgraph.tokens import Token

__all__ = ["fits_text", "is_met", "of_owners", "of_rivals", "on_matter", "readings"]

_MAX_WORDS_OFF = 60  # to what tells of a word what it is about: two or three sentences
_SORTS = frozenset({"body", "instrument", "treaty"})  # what is told by its own word


def readings(wording: Wording, candidate: Proposition) -> Iterator[Proposition]:
    """Give the ways to read a clause that a wording may choose from, each only if those before say nothing.

    What stands further off is asked for by its own word or sort ("the *treaty* with X, which Y signed"), or by what
    takes two ("*X and Y*, which fought over it"). What is done with a noun may stand behind it ("an attack, *ordered by
    X*"): where that is hung on another word, the wording must ask for the verb.
    """
    yield candidate
    if candidate.kind is Kind.NOUN:
        asks = any(_leads_over(path, "governor") for path in wording.where)
        yield from (other for other in candidate.otherwise if asks or _is_right_behind(other))
        return
    for other in candidate.otherwise:
        (role,) = other.given.keys() - candidate.given.keys() or ("",)
        if role and _tells_apart(wording, role, len(other.given[role])):
            yield other
    if candidate.shared is not None:
        yield candidate.shared


def _is_right_behind(carried: Proposition) -> bool:
    return carried.carrier is not None and carried.carrier.head == carried.trigger


def _tells_apart(wording: Wording, role: str, number: int) -> bool:
    if number > 1:
        return bool(wording.pair) and _leads_over(wording.pair, role)
    by_sort = ((wording.subject, wording.subject_type), (wording.object, wording.object_type))
    is_of_sort = any(type_ in _SORTS and _leads_over(path, role) for path, type_ in by_sort)
    return is_of_sort or any(_leads_over(path, role) for path in wording.where)


def _leads_over(paths: str, role: str) -> bool:
    """Tell whether paths begin with a role."""
    together = itertools.chain.from_iterable(split_paths(paths))
    return any(path.partition(".")[0] == role for path in together)


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
    if not fits_text(wording, candidate.trigger):
        return False
    return all(has_word(candidate, path, words) for path, words in wording.where.items()) and not any(
        is_excluded(candidate, path, words) for path, words in wording.unless.items()
    )


def fits_text(wording: Wording, trigger: Token) -> bool:
    """Tell whether text and sentence are about what the wording means, as far as they give reason to doubt that."""
    if wording.barred:
        said = {token.lemma_.lower() for token in trigger.sent}
        if not wording.barred.isdisjoint(said) and wording.context.isdisjoint(said):
            return False
    if not wording.doubt or wording.doubt.isdisjoint(trigger.doc.lemmas):
        return True
    return not wording.context.isdisjoint(trigger.doc.lemmas)


def on_matter(
    pairs: Sequence[tuple[Linked, Linked]], wording: Wording, trigger: Token, linker: Linker
) -> list[tuple[Linked, Linked]]:
    """Leave out pairs of which no word near tells what it is about, and who are not known to claim one land.

    A text of agencies tells of one thing after another: what its other parts are about does not count. A sentence by
    itself gives no reason to doubt it.
    """
    is_alone = len(trigger.sent) == len(trigger.doc)
    if not wording.nearby or is_alone or not wording.nearby.isdisjoint(_told_around(trigger)):
        return list(pairs)
    return [(one, other) for one, other in pairs if linker.dispute_land(one.entity, other.entity)]


def of_rivals(
    pairs: Sequence[tuple[Linked, Linked]], wording: Wording, linker: Linker
) -> list[tuple[Linked, Linked]]:
    """Leave out pairs not known to claim one land, where the wording asks for such: who tells of it may be anybody."""
    return [p for p in pairs if not wording.rivals or linker.dispute_soil(p[0].entity, p[1].entity)]


def _told_around(trigger: Token) -> Iterator[str]:
    """Give the lemmas of the words around one: a text of agencies tells of one thing after another."""
    around = trigger.doc.tokens[max(0, trigger.i - _MAX_WORDS_OFF) : trigger.i + _MAX_WORDS_OFF]
    return (token.lemma_.lower() for token in around)


def of_owners(
    pairs: Sequence[tuple[Linked, Linked]], wording: Wording, candidate: Proposition, linker: Linker
) -> list[tuple[Linked, Linked]]:
    """Leave out the pairs whose subject is not the owner that is named, or of which the text names a third as owner.

    So it does in "X does not regard Imia as *Turkish* territory".
    """
    if wording.owner:
        type_ = "territory" if wording.subject_type == "territory" else "agent"
        owners = {owner.entity for owner in link_paths(candidate, wording.owner, type_, linker)}
        pairs = [(subject, object_) for subject, object_ in pairs if subject.entity in owners]
    third = {owner.entity for owner in link_paths(candidate, wording.whose, "power", linker)}
    return [pair for pair in pairs if not third or not third.isdisjoint(one.entity for one in pair)]
