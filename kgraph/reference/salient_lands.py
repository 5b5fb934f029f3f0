"""Which of several lands a reference means: how prominent each stands in what was said before.

Salience as Lappin and Leass reckon it ("An Algorithm for Pronominal Anaphora Resolution", 1994): a land counts once
for each sentence that names it, by its best grammatical role there, and half as much with each sentence that has
passed since. What the text is about, by its title or by how often it is named, counts besides.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from kgraph.model import Entity
from kgraph.propositions.arguments import first_conjunct, sentences_back
from kgraph.reference.named import Named
from kgraph.tokens import Token

__all__ = ["most_salient_land", "role_of"]

_SENTENCES = 8  # back from a reference
_FADING = 0.5
_SUBJECT, _ABOVE_SUBJECT, _OBJECT, _PLACE, _BESIDE, _PASSING = 8.0, 6.0, 5.0, 5.0, 3.0, 0.5
_TOPIC = 0.5  # for each time that a land is named anywhere before
_TITLE = 2.5
_BELOW_NAME = frozenset({"amod", "appos", "compound", "nmod", "poss"})
_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
# A land behind these only says where another is, or what it is like.
_IN_PASSING = frozenset(
    {
        "across", "against", "along", "among", "as", "behind", "below", "beside", "besides", "between", "beyond", "by", "from", "like",
        "near", "off", "opposite", "outside", "past", "than", "toward", "towards", "unlike", "via", "with", "without",
    }
)  # fmt: skip
_MEASURES = frozenset({"area", "distance", "size"})


def most_salient_land(lands: Sequence[Named], reference: Token, title: Entity | None) -> Named:
    """Give the last mention of the most salient land; of equals, that of the one named last.

    Args:
        lands: what may be meant, in the order of the text; at least one.
        reference: what refers back to one of them.
        title: what the title names, if it may be meant.
    """
    starts = [sentence.start for sentence in islice(sentences_back(reference), _SENTENCES)]
    best: dict[tuple[str, int], float] = {}
    for named in lands:
        passed = next((i for i, start in enumerate(starts) if named.index >= start), None)
        if passed is not None:
            at = (named.entity.id, passed)
            best[at] = max(best.get(at, 0.0), role_of(reference.doc[named.index]))
    scores: Counter[str] = Counter()
    for named in lands:
        scores[named.entity.id] += _TOPIC
    for (land, passed), role in best.items():
        scores[land] += role * _FADING**passed
    if title is not None and title.id in scores:
        scores[title.id] += _TITLE
    return max(lands, key=lambda n: (scores[n.entity.id], n.index))


def role_of(name: Token) -> float:
    """Tell how prominent a name stands in its sentence: a subject most, what is named in passing least."""
    head, is_beside = first_conjunct(name), False
    while head.dep_ in _BELOW_NAME and head.head != head:
        is_beside = is_beside or head.dep_ in {"amod", "compound", "nmod"}
        head = first_conjunct(head.head)
    if head.dep_ == "pobj":
        return _role_behind(head.head, is_beside=is_beside)
    role = _SUBJECT if head.dep_ in _SUBJECTS else _OBJECT
    return min(role, _BESIDE) if is_beside else role


def _role_behind(preposition: Token, *, is_beside: bool) -> float:
    """Tell how prominent stands what a preposition leads to: "the history *of X*", "an island *near X*"."""
    above = preposition.head
    if preposition.lower_ in _IN_PASSING or above.lemma_.lower() in _MEASURES:
        return _PASSING
    if is_beside:
        return _BESIDE
    above = first_conjunct(above)
    return _ABOVE_SUBJECT if above.dep_ in _SUBJECTS else _PLACE
