"""Why a gold assertion was missed or an extracted one is too much, as far as the text shows it.

The causes of what was missed, the first that holds:

    another predicate         the pair was read in the sentence, but as another relation
    another argument          the relation was read in it, but with one of its two arguments only
    no trigger                no word of the sentence is one that a wording of the predicate looks for
    not named                 subject or object is named nowhere in the text by a name that is known
    named elsewhere           subject or object is named in another sentence: a reference was to be resolved
    all there                 trigger and both names stand in the sentence: the parse or a path failed

and of what is too much: the other polarity of what is right, another predicate, another argument, none of
these (nothing in the gold file is near to it).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.evaluation.compare import Comparison, agrees, same_name
from kgraph.evaluation.gold import GoldText, NamedAssertion
from kgraph.evaluation.names import Names, fold
from kgraph.model import Mention

__all__ = ["Causes", "Sight", "find_causes"]

OTHER_POLARITY = "the other polarity of what is right"
OTHER_PREDICATE = "another predicate"
OTHER_ARGUMENT = "another argument"
NO_TRIGGER = "no trigger in the sentence"
NOT_NAMED = "an argument is not named in the text"
NAMED_ELSEWHERE = "an argument is named in another sentence"
ALL_THERE = "trigger and arguments are there"
NOTHING_NEAR = "nothing near it in the gold file"

_SHORTEST_STEM = 4  # of a trigger that may lose its last letter before an ending: "occup(y)", but "sign"


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen in a text without reading it: the known names, and the words that wordings look for."""

    find_names: Callable[[str], Sequence[Mention]]
    triggers: Mapping[str, frozenset[str]]  # of each predicate


@dataclass(frozen=True, slots=True)
class Causes:
    """The cause of each error, in the order of the comparison's `missed` and `extra`."""

    missed: tuple[str, ...]
    extra: tuple[str, ...]


def find_causes(gold: Iterable[GoldText], comparison: Comparison, names: Names, sight: Sight) -> Causes:
    """Find the cause of each error of a comparison."""
    texts = {text.id: text for text in gold}
    read: dict[str, list[NamedAssertion]] = defaultdict(list)
    for one in (*comparison.hits, *comparison.extra):
        read[one.document_id].append(one)
    return Causes(
        missed=tuple(
            _cause_of_miss(one, texts[one.document_id].text, read[one.document_id], names, sight)
            for one in comparison.missed
        ),
        extra=tuple(
            _cause_of_extra(one, texts[one.document_id].assertions, names) for one in comparison.extra
        ),
    )


def _cause_of_miss(
    wanted: NamedAssertion, text: str, read: Sequence[NamedAssertion], names: Names, sight: Sight
) -> str:
    near = _nearest(wanted, read, names)
    if near is not None:
        return near
    if not _has_trigger(wanted, sight.triggers):
        return NO_TRIGGER
    arguments = (wanted.subjects[0], wanted.objects[0])
    for span, cause in ((text, NOT_NAMED), (wanted.quotation, NAMED_ELSEWHERE)):
        if not all(_is_named(name, span, names, sight) for name in arguments):
            return cause
    return ALL_THERE


def _cause_of_extra(extra: NamedAssertion, wanted: Sequence[NamedAssertion], names: Names) -> str:
    if any(agrees(one, extra, names) for one in wanted):
        return OTHER_POLARITY
    return _nearest(extra, wanted, names) or NOTHING_NEAR


def _nearest(one: NamedAssertion, others: Iterable[NamedAssertion], names: Names) -> str | None:
    """Tell what an assertion shares with the nearest of its sentence: the pair, or the predicate and an argument."""
    others = tuple(other for other in others if _is_same_place(one.quotation, other.quotation))
    if any(_shared(one, other, names) == 2 for other in others):
        return OTHER_PREDICATE
    same = (other for other in others if other.predicate == one.predicate)
    return OTHER_ARGUMENT if any(_shared(one, other, names) for other in same) else None


def _is_same_place(one: str, other: str) -> bool:
    """Tell whether two quotations may be of one sentence; one that is not told may."""
    return one in other or other in one


def _shared(one: NamedAssertion, other: NamedAssertion, names: Names) -> int:
    """Count the arguments that two assertions share, either way round."""

    def count(subjects: Sequence[str], objects: Sequence[str]) -> int:
        return same_name(one.subjects, subjects, names) + same_name(one.objects, objects, names)

    return max(count(other.subjects, other.objects), count(other.objects, other.subjects))


def _has_trigger(wanted: NamedAssertion, triggers: Mapping[str, frozenset[str]]) -> bool:
    stems = tuple(_stem(trigger) for trigger in triggers.get(wanted.predicate, ()))
    words = re.findall(r"\w+", wanted.quotation.lower())
    return not stems or any(word.startswith(stems) for word in words)


def _stem(trigger: str) -> str:
    word = re.split(r"[ -]", trigger)[0]
    return word[:-1] if len(word) > _SHORTEST_STEM else word


def _is_named(name: str, text: str, names: Names, sight: Sight) -> bool:
    """Tell whether a text names something by a known name or, what is only described, by its words."""
    if set(fold(name)) <= set(fold(text)):
        return True
    return any(names.same(name, mention.entity.label) for mention in sight.find_names(text))
