"""Which of those named before a reference is the likeliest: how prominent each stands in the sentences before.

Salience as Lappin and Leass reckon it ("An Algorithm for Pronominal Anaphora Resolution", 1994): each time that
something is named counts by its grammatical role, half as much with each sentence that has passed since.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from kgraph.propositions.arguments import first_conjunct, sentences_back, start_of_sentences_back
from kgraph.reference.named import Named
from kgraph.tokens import Token

__all__ = ["is_in_passing", "most_salient", "prominence", "weight"]

_SENTENCES = 6  # back from a reference; what was named before them counts no more than a hint
_BELOW_NAME = frozenset({"amod", "appos", "compound", "nmod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Who is named behind these is not where it happens: "observers *from Norway*".
_ASIDE = frozenset({"at", "by", "from", "near", "off", "via"})
_SUBJECT, _BESIDE_SUBJECT, _OBJECT, _WITH, _PASSING = 8.0, 6.0, 5.0, 4.0, 1.5
_FADING = 0.5
_LONG_AGO = 0.05
# What is reached by what is said goes on as such: "X left *Y*. Z sent troops to *the country*".
_PARALLEL = 4.0


def most_salient(named: Sequence[Named], reference: Token) -> Named:
    """Give the last mention of the most salient; of equals, that of the one named last.

    Args:
        named: at least one, in the order of the text.
        reference: what refers back to one of them.
    """
    scores = _scores(named, reference)
    return max(named, key=lambda n: (scores[n.entity.id], n.index))


def prominence(
    named: Sequence[Named], reference: Token, role: Callable[[Named], float], sentences: int
) -> defaultdict[str, float]:
    """Give how prominent each, by its id, stands in the sentences before a reference, its own among them.

    A sentence that names something twice counts its best role alone, and half as much with each since.

    Args:
        named: in any order.
        reference: what refers back.
        role: how much what is named counts in its sentence.
        sentences: how many are looked at.
    """
    starts = [sentence.start for sentence in islice(sentences_back(reference), sentences)]
    best: defaultdict[tuple[str, int], float] = defaultdict(float)
    for n in named:
        passed = next((i for i, start in enumerate(starts) if n.index >= start), None)
        if passed is not None:
            at = (n.entity.id, passed)
            best[at] = max(best[at], role(n))
    scores: defaultdict[str, float] = defaultdict(float)
    for (entity, passed), found in best.items():
        scores[entity] += found * _FADING**passed
    return scores


def _scores(named: Sequence[Named], reference: Token) -> Mapping[str, float]:
    is_subject = reference.dep_ in _SUBJECTS

    def role(n: Named) -> float:
        found = weight(reference.doc[n.index])
        is_parallel = not is_subject and _PASSING < found <= _OBJECT
        return found + _PARALLEL * is_parallel

    scores = prominence(named, reference, role, _SENTENCES)
    start = start_of_sentences_back(reference, _SENTENCES)
    for n in named:
        if n.index < start:
            scores[n.entity.id] += _LONG_AGO
    return scores


def is_in_passing(name: Token) -> bool:
    """Tell whether a name only says where something else comes from or lies near: "a ship *from Norway*"."""
    return weight(name) == _PASSING


def weight(name: Token) -> float:
    """Give how prominent a name stands in its sentence: a subject most, what is named in passing least."""
    head, is_beside = name, False
    while head.head != head and (head.dep_ in _BELOW_NAME or head.dep_ == "conj"):
        is_beside = is_beside or head.dep_ in _BELOW_NAME - {"compound"}
        head = head.head
    head = first_conjunct(head)
    if head.dep_ in _SUBJECTS:
        found = _SUBJECT
    elif head.dep_ == "pobj" and head.head.lower_ in _ASIDE:
        return _OBJECT if _opens_sentence(head.head) else _PASSING
    elif head.dep_ in {"dobj", "attr", "dative"}:
        found = _OBJECT
    elif head.dep_ == "pobj":
        above = first_conjunct(head.head.head)
        found = _OBJECT if above.dep_ in _SUBJECTS else _WITH
    else:
        found = _WITH
    return min(found, _BESIDE_SUBJECT) if is_beside else found


def _opens_sentence(preposition: Token) -> bool:
    """Tell whether a phrase of place is what its sentence is about: "*In Bosnia*, a referendum was held"."""
    return preposition.i == preposition.sent.start
