"""Which of several lands a reference means: how prominent each stands in what was said before.

Salience as Lappin and Leass reckon it ("An Algorithm for Pronominal Anaphora Resolution", 1994): a land counts once
for each sentence that names it, by its best grammatical role there, and half as much with each sentence that has
passed since. What the text is about, by its title or by how often it is named, counts besides.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import first_conjunct, verb_above
from kgraph.reference.named import Named
from kgraph.reference.phrases import only_tells_where
from kgraph.reference.salience import prominence
from kgraph.tokens import Token

__all__ = ["is_in_passing", "is_mark_of_unknown", "most_salient_land", "tells_where_another_lies"]

_SENTENCES = 8  # back from a reference
_SUBJECT, _ABOVE_SUBJECT, _OBJECT, _BESIDE, _PASSING = 8.0, 6.0, 5.0, 3.0, 0.5
_TOPIC = 0.5  # for each time that a land is named anywhere before
_TITLE = 2.5
_CALLED_SO, _CALLED_OTHERWISE = 2.0, -3.0  # by its name
_BELOW_NAME = frozenset({"amod", "appos", "compound", "nmod", "poss"})
_SUBJECTS = frozenset({"csubj", "nsubj", "nsubjpass"})
# A land behind these only says where another is, or what it is like.
_IN_PASSING = frozenset(
    """
    across against along among as behind below beside besides between beyond by from like near off opposite outside
    past than toward towards unlike via with without
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MEASURES = frozenset({"area", "distance", "size"})
_BEING = frozenset({"be", "become", "belong", "remain"})
# Who calls "Scarborough Shoal" anything else of these means another land.
_SORTS = frozenset({"atoll", "bank", "cay", "island", "islands", "reef", "shoal"})


def most_salient_land(lands: Sequence[Named], reference: Token, title: Entity | None) -> Named:
    """Give the last mention of the most salient land; of equals, that of the one named last.

    Args:
        lands: what may be meant, in the order of the text; at least one.
        reference: what refers back to one of them.
        title: what the title names, if it may be meant.
    """
    scores = _prominence(lands, reference)
    for named in lands:
        scores[named.entity.id] += _TOPIC
    for land in {n.entity.id for n in lands}:
        scores[land] += max(_fit(reference, n) for n in lands if n.entity.id == land)
    if title is not None and title.id in scores:
        scores[title.id] += _TITLE
    return max(lands, key=lambda n: (scores[n.entity.id], n.index))


def _prominence(lands: Sequence[Named], reference: Token) -> defaultdict[str, float]:
    """Give how prominent each land, by its id, stands in the sentences before."""

    def role(named: Named) -> float:
        name = reference.doc[named.index]
        return _BESIDE if named.is_agent and _acts(name) else role_of(name)

    return prominence(lands, reference, role, _SENTENCES)


def _fit(reference: Token, named: Named) -> float:
    """Tell how well a noun goes with a name: "the *reef*" with "Mischief Reef", and less with "Scarborough Shoal"."""
    called, noun = reference.lower_, reference.lemma_.lower()
    words = {named.entity.label.lower().rpartition(" ")[-1], reference.doc[named.index].lower_}
    if called in words or noun in named.entity.label.lower().split():
        return _CALLED_SO
    return _CALLED_OTHERWISE if called in _SORTS and words & _SORTS else 0.0


def _acts(name: Token) -> bool:
    """Tell whether a name is of who does something, and not told of as land: "*Taiwan* has troops on the island"."""
    first = first_conjunct(name)
    return first.dep_ == "nsubj" and not _only_lies(first.head)


def _only_lies(verb: Token) -> bool:
    """Tell whether land may be the subject of a verb: it lies somewhere, is something, belongs to somebody."""
    return verb.lemma_.lower() in _BEING | load_cues().places_lying


def is_in_passing(name: Token) -> bool:
    """Tell whether a name only says where something else is, or what it is like: "Sark lies near *Guernsey*"."""
    return role_of(name) == _PASSING


def tells_where_another_lies(name: Token) -> bool:
    """Tell whether a name only says where something lies: "the island lies off *Romania*", "borders *Romania*"."""
    verb, first = verb_above(name), first_conjunct(name)
    if verb is None or not _only_lies(verb):
        return False
    return is_in_passing(name) or (first.head == verb and first.dep_ in {"dobj", "npadvmod"})


def is_mark_of_unknown(name: Token, known: Collection[int]) -> bool:
    """Tell whether a name says where lies what only its own name tells: "*Sark* lies near *Guernsey*".

    Args:
        name: of a land.
        known: the places of the names that are known.
    """
    if not is_in_passing(name):
        return False
    verb = verb_above(name)
    lying = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None and _only_lies(verb) else []
    return any(t.pos_ == "PROPN" and t.i not in known for t in lying)


def role_of(name: Token) -> float:
    """Tell how prominent a name stands in its sentence: a subject most, what is named in passing least."""
    if only_tells_where(name):
        return _PASSING
    head, is_beside = first_conjunct(name), False
    while head.dep_ in _BELOW_NAME and head.head != head:
        is_beside = is_beside or head.dep_ in {"amod", "compound", "nmod"}
        head = first_conjunct(head.head)
    if head.dep_ == "pobj":
        return _role_behind(head.head, is_beside=is_beside)
    if _is_compared(head):
        return _PASSING
    role = _SUBJECT if head.dep_ in _SUBJECTS else _OBJECT
    return min(role, _BESIDE) if is_beside else role


def _role_behind(preposition: Token, *, is_beside: bool) -> float:
    """Tell how prominent stands what a preposition leads to: "the history *of X*", "an island *near X*"."""
    above = preposition.head
    if preposition.lower_ in _IN_PASSING or above.lemma_.lower() in _MEASURES:
        return _PASSING
    if is_beside:
        return _BESIDE
    return _ABOVE_SUBJECT if first_conjunct(above).dep_ in _SUBJECTS else _OBJECT


def _is_compared(subject: Token) -> bool:
    """Tell whether a clause only compares: "Sark is smaller than *Guernsey is*"."""
    clause = subject.head
    return clause.dep_ in {"advcl", "ccomp"} and any(
        c.dep_ == "mark" and c.lower_ == "than" for c in clause.children
    )
