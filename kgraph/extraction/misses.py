"""Why a wording reads nothing from a predicate that it looks for: what `kgraph explain --text` says of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.linking import Linker
from kgraph.propositions import Proposition
from kgraph.propositions.qualifiers import qualify
from kgraph.relations import Attempt, Wording
from kgraph.tokens import Token

__all__ = ["KINDS", "Miss", "nearest_misses"]

_SHOWN_WORDS = 4  # of a list of words that a wording asks for

KINDS = {
    "agent": "state or body that can act",
    "power": "state or body that can act",
    "person": "person or state",
    "human": "person",
    "place": "place",
    "territory": "territory",
    "body": "court or other body",
    "group": "known group that fights a state",
    "contested": "territory, or state that another claims,",
    "holder": "place of which is told who held it",
    "home": "armed group at home in a state",
    "landholder": "land that one state holds which the text names",
    "parted": "boundary of two states that the text names",
    "parties": "two whom the text told of before",
    "told": "state told of before that fights it",
    "demonym": "state by its adjective",
    "community": "people that lives in a land which is not its state",
    "instrument": "treaty or other instrument",
    "treaty": "instrument with a name or a year",
    "name": "name",
    "any": "place, state or body",
    "named": "place that a name tells, known or not",
    "polity": "known state or territory",
    "state": "state by its own name",
    "country": "state by its own name or what refers to it",
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Miss:
    """What was missing for a wording; the higher the rank, the nearer it came to reading something."""

    rank: int
    wording: str
    reason: str


def nearest_misses(candidate: Proposition, wordings: Iterable[Wording], linker: Linker) -> list[Miss]:
    """Say for each wording why it reads nothing here, the nearest first."""
    misses = [_why_not(Attempt(wording, candidate, linker)) for wording in wordings]
    return sorted(misses, key=lambda miss: -miss.rank)


def _why_not(attempt: Attempt) -> Miss:
    found = ((rank, next(check(attempt), None)) for rank, check in enumerate(_CHECKS))
    rank, reason = next(
        ((rank, reason) for rank, reason in found if reason is not None),
        (len(_CHECKS), "its subject and object are one thing, or another wording reads the same more surely"),
    )
    # A missing subject or object is nearer than two of them, and so is what only an exclusion rules out.
    if rank == _CHECKS.index(_argument) and len(list(_argument(attempt))) > 1:
        return Miss(rank=10 * _CHECKS.index(_unless) - 1, wording=attempt.wording.id, reason=reason)
    return Miss(rank=10 * rank, wording=attempt.wording.id, reason=reason)


def _text(attempt: Attempt) -> Iterator[str]:
    if not attempt.fits_text:
        yield f"the text speaks of other matters than {_list(attempt.wording.context)}"


def _where(attempt: Attempt) -> Iterator[str]:
    for path, words in attempt.wording.where.items():
        if not attempt.has_word(path, words):
            here = _quoted(attempt.words(path))
            yield f"{_role(path)} must be {_list(words)}" + (
                f", and is {here}" if here else ", and there is none"
            )


def _unless(attempt: Attempt) -> Iterator[str]:
    for path, words in attempt.wording.unless.items():
        if attempt.has_word(path, words):
            said = [t for t in attempt.words(path) if attempt.is_ruled_out(t, words)]
            yield f"excluded by unless: {_role(path)} is {_quoted(said)}"


def _argument(attempt: Attempt) -> Iterator[str]:
    wording = attempt.wording
    if attempt.has_pairs:
        return
    if wording.pair:
        together = attempt.linked(wording.pair, wording.subject_type)
        if len(together) == 1:
            yield f"only one of a pair is named: {together[0].entity.label}"
    for name, paths, type_ in (
        ("subject", wording.subject, wording.subject_type),
        ("object", wording.object, wording.object_type),
    ):
        if paths and not attempt.linked(paths, type_):
            yield _unlinked(attempt, name, paths, type_)


def _needs(attempt: Attempt) -> Iterator[str]:
    wanted = dict(attempt.wording.needs)
    if attempt.wording.about_type:
        wanted[attempt.wording.about] = attempt.wording.about_type
    for path, type_ in wanted.items():
        if not attempt.linked(path, type_):
            yield _unlinked(attempt, _list(path.split("|"), in_order=True), path, type_)


def _excludes(attempt: Attempt) -> Iterator[str]:
    for path, type_ in attempt.wording.excludes.items():
        for link in attempt.linked(path, type_)[:1]:
            yield f"excluded: {_role(path)} is {link.entity.label}, a {KINDS[type_]}"


def _owner(attempt: Attempt) -> Iterator[str]:
    if attempt.wording.owner and not attempt.linked(attempt.wording.owner, "agent"):
        yield f"{_role(attempt.wording.owner)} does not lead back to its subject"


def _said(attempt: Attempt) -> Iterator[str]:
    wanted = attempt.wording.said
    if wanted is not None and qualify(attempt.candidate.trigger).polarity is not wanted:
        yield f"it must be {wanted}"


# From what tells most surely that the wording does not mean this sentence to what all but fits.
_CHECKS: tuple[Callable[[Attempt], Iterator[str]], ...] = (
    *(_text, _where, _unless, _argument),
    *(_needs, _excludes, _owner, _said),
)


def _unlinked(attempt: Attempt, name: str, paths: str, type_: str) -> str:
    tokens = attempt.words(paths)
    if not tokens:
        return f"its {name} is missing (looked for as {_list(paths.split('|'), in_order=True)})"
    return f"its {name} {_quoted(tokens)} {_problem(tokens[0], type_, attempt.linker)}"


def _problem(token: Token, type_: str, linker: Linker) -> str:
    named = linker.named(token)
    if named is not None:
        return f"is of another kind: {named.label} ({named.kind}) is no {KINDS[type_]}"
    if token.pos_ == "PRON":
        return "is not resolved: nothing named before fits, or two things alike"
    return f"is not linked: no {KINDS[type_]} that the gazetteer knows or the text describes"


def _role(path: str) -> str:
    return "the trigger itself" if path == "self" else f"its {path.replace('|', ' or ').replace('.', ' > ')}"


def _list(words: Iterable[str], *, in_order: bool = False) -> str:
    known = list(words) if in_order else sorted(words)
    more = f" … ({len(known)} in all)" if len(known) > _SHOWN_WORDS else ""
    return ("there" if known == ["*"] else " or ".join(known[:_SHOWN_WORDS])) + more


def _quoted(tokens: Sequence[Token]) -> str:
    return ", ".join(f"“{token.text}”" for token in tokens)
