"""Which two of those named before "both", "the two countries", "between them" mean: the pair that stands out.

A model of salience for two, after Lappin and Leass ("An Algorithm for Pronominal Anaphora Resolution", 1994). Each
counts by the role in which a sentence names him, half as much with each sentence since; two count by the lesser of
them, and by what ties them to one another: "and", or that one has to do with the other. Who is named in passing
("observers from *Norway*", "talks in *Vienna*"), or brings the two together, is hardly ever one of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import combinations, islice
from operator import itemgetter
from typing import NamedTuple

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import conjuncts, first_child, sentences_back, verb_above
from kgraph.propositions.clauses import objects
from kgraph.reference.lists import MAX_SENTENCES_BACK
from kgraph.reference.named import Named
from kgraph.tokens import Token, Words

__all__ = ["brings_together", "likeliest_pair"]

_FADING = 0.4  # with each sentence that has passed
_LONG_AGO = 0.05  # each time that somebody is named further back
_LAND = 0.5  # times as weighty is a land: "between Canada and Denmark's *Greenland*"
# How much the roles count in which a sentence names somebody.
_ACTING, _BESIDE_ACTING, _CONCERNED, _ASIDE, _PASSING = 8.0, 7.0, 6.0, 2.0, 1.0
# How much it counts, times the lesser role, that a sentence names two: as a pair, in one clause, at all, in a list.
_JOINED, _RELATED, _TOLD, _LISTED = 1.75, 1.5, 0.5, 0.0
# The same for how the two stand by themselves, and where they are known to claim the same land.
_STANDING, _RIVALS = 0.5, 1.5
_AT_ISSUE = 3.0  # times as likely are two who claim what the sentence of the reference names
_CLEAR = 1.05  # times the next: of pairs that stand out alike, none is meant

_NONE = (frozenset[Entity](), 0.0)  # a pair, and how well it scores
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"attr", "dative", "dobj", "oprd"})
_TO_PARTIES = frozenset({"against", "among", "between", "for", "on", "to", "toward", "towards", "with"})
_BELOW_NOUN = frozenset({"amod", "appos", "compound", "conj", "nmod", "poss"})
# Whose men these are is between the two: "*Finnish mediators* are helping the two sides".
_MEDIATORS = frozenset({"arbiter", "facilitator", "intermediary", "mediator"})
_GOING_ON = frozenset({"ccomp", "conj", "xcomp"})


class _Role(NamedTuple):
    """In what role a sentence names somebody: how weighty, in which phrase and clause."""

    weight: float
    phrase: int
    clause: int


def likeliest_pair(
    before: Sequence[Named], token: Token, claimants: Sequence[frozenset[str]] = ()
) -> tuple[Entity, ...]:
    """Give the two in the order in which they were named; empty where fewer are, or two pairs stand out alike.

    So it is where the sentence before tells of one and of a group without a name: "*Sudan's government and the main
    rebel group* met. The two sides".

    Args:
        before: those who may be meant, in the order of the text.
        token: what refers to two of them.
        claimants: who claims each land that its sentence names, by their ids.
    """
    before = [n for n in before if _noun_above(token.doc[n.index])[0].lemma_.lower() not in _MEDIATORS]
    sentences = list(islice(sentences_back(token), 1 + MAX_SENTENCES_BACK))
    if any(_is_paired_with_nameless(before, sentence) for sentence in sentences[1:2]):
        return ()
    starts = [sentence.start for sentence in sentences]
    standing, scores = _standing_and_ties(before, token, starts)
    rivals = {n.entity: n.rivals for n in before}
    for one, other in combinations(standing, 2):
        pair = frozenset((one, other))
        is_of_list = scores.get(pair) == _LISTED  # what is known of two of a list does not choose them
        factor = _RIVALS if other.id in rivals[one] and not is_of_list else _STANDING
        scores[pair] += factor * min(standing[one], standing[other])
        if not is_of_list and any(claiming >= {one.id, other.id} for claiming in claimants):
            scores[pair] *= _AT_ISSUE
    best, next_best = nlargest(2, [*scores.items(), _NONE, _NONE], key=itemgetter(1))
    return _in_order(best[0], before, starts) if best[1] > _CLEAR * next_best[1] else ()


def _is_paired_with_nameless(before: Sequence[Named], sentence: Words) -> bool:
    """Tell whether a sentence joins one who is named with a group that is not, and names nobody else so.

    So it is where such a group does something to him.
    """
    places, rebels = {n.index for n in before}, load_cues().agents_rebels
    for noun in sentence:
        pair = conjuncts(noun) if noun.dep_ in _SUBJECTS else ()
        named = [not places.isdisjoint(t.i for t in _phrase(member)) for member in pair]
        if len(pair) == 2 and sum(named) == 1:
            group = pair[named.index(False)]
            return group.tag_ in {"NN", "NNS"} and group.lemma_.lower() in rebels
        if named == [False] and noun.tag_ == "NNS" and noun.lemma_.lower() in rebels:
            others = (t for o in objects(noun.head) for t in _phrase(o))
            return any(t.i in places for t in others)  # "*rebels* battled Moroccan troops"
    return False


def _phrase(noun: Token) -> Iterator[Token]:
    """Give a noun and what stands below it, without what is joined to it."""
    yield noun
    for child in noun.children:
        if child.dep_ != "conj":
            yield from child.subtree


def _standing_and_ties(
    before: Sequence[Named], token: Token, starts: Sequence[int]
) -> tuple[dict[Entity, float], dict[frozenset[Entity], float]]:
    """Give how much each stands out by himself, and how much each two are tied by the sentences that name both."""
    standing: dict[Entity, float] = defaultdict(float)
    ties: dict[frozenset[Entity], float] = defaultdict(float)
    told: list[dict[Entity, list[_Role]]] = [defaultdict(list) for _ in starts]
    for named in before:
        passed = next((i for i, start in enumerate(starts) if named.index >= start), None)
        if passed is None:
            standing[named.entity] += _LONG_AGO
        else:
            told[passed][named.entity].append(_role(named, token.doc[named.index]))
    for passed, roles in enumerate(told):
        for entity, found in roles.items():
            standing[entity] += max(role.weight for role in found) * _FADING**passed
        for pair, tied in _ties(roles).items():
            ties[pair] += tied * _FADING**passed
    return standing, ties


def _ties(roles: Mapping[Entity, Sequence[_Role]]) -> Mapping[frozenset[Entity], float]:
    """Give how much one sentence ties each two of those that it names to one another."""
    in_phrase = Counter(phrase for found in roles.values() for phrase in {role.phrase for role in found})
    return {
        frozenset((one, other)): max(_tie(a, b, in_phrase) for a in roles[one] for b in roles[other])
        for one, other in combinations(roles, 2)
    }


def _tie(one: _Role, other: _Role, in_phrase: Mapping[int, int]) -> float:
    """Give how two roles tie two to one another; who faces a pair is none of it: "*Peru* told *Chile and Bolivia*"."""
    are_alone = in_phrase[one.phrase] == in_phrase[other.phrase] == 1
    if one.phrase == other.phrase:
        factor = _JOINED if in_phrase[one.phrase] == 2 else _LISTED
    elif one.clause == other.clause and are_alone and min(one.weight, other.weight) > _PASSING:
        factor = _RELATED
    else:
        factor = _TOLD
    return factor * min(one.weight, other.weight)


def _in_order(pair: frozenset[Entity], before: Sequence[Named], starts: Sequence[int]) -> tuple[Entity, ...]:
    """Put a pair in the order of the last sentence that names both, else of where each is named last."""
    for start, end in zip(starts, [None, *starts], strict=False):
        inside = (n for n in before if n.index >= start and (end is None or n.index < end))
        found = tuple(dict.fromkeys(n.entity for n in inside if n.entity in pair))
        if len(found) == 2:
            return found
    last = {n.entity: n.index for n in before if n.entity in pair}
    return tuple(sorted(last, key=last.__getitem__))


def _role(named: Named, name: Token) -> _Role:
    noun, is_beside = _noun_above(name)
    weight = _weight(noun)
    if named.is_capital and noun.dep_ == "pobj" and noun.head.lower_ == "to":
        weight = _PASSING  # "flew *to Athens*"
    weight = min(weight, _BESIDE_ACTING) if is_beside else weight
    is_land = named.entity.kind is EntityKind.TERRITORY
    return _Role(weight * _LAND if is_land else weight, noun.i, _clause(noun))


def _noun_above(name: Token) -> tuple[Token, bool]:
    """Give the first noun of the phrase that a name stands in, and whether it stands beside that: "*Thai* troops"."""
    noun, is_beside = name, False
    while noun.head != noun:
        is_of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in {"NOUN", "PROPN"}
        if not is_of and noun.dep_ not in _BELOW_NOUN:
            break
        is_beside = is_beside or noun.dep_ not in {"compound", "conj"}
        noun = noun.head.head if is_of else noun.head
    return noun, is_beside


def _weight(noun: Token) -> float:
    """Give how much the role of a noun counts: a subject's most, that of what is named in passing least."""
    above = noun.head
    if noun.dep_ in _SUBJECTS:
        if brings_together(above):
            return _PASSING
        is_report = above.lemma_.lower() in load_cues().reporting_verbs and first_child(above, "ccomp")
        return _ASIDE if is_report else _ACTING
    if noun.dep_ in _OBJECTS:
        return _CONCERNED
    if noun.dep_ != "pobj":
        return _CONCERNED if noun.dep_ == "ROOT" else _PASSING
    if above.dep_ == "agent":
        # No "by *way* of Oslo".
        is_doing = noun.pos_ == "PROPN" or noun.lemma_.lower() in load_cues().agents_nouns
        return _ACTING if is_doing and not brings_together(above.head) else _PASSING
    if above.lower_ == "from" and first_child(above.head, "dobj") is not None:  # "bought wheat *from Iran*"
        return _ASIDE
    return _CONCERNED if above.lower_ in _TO_PARTIES else _PASSING


def brings_together(verb: Token) -> bool:
    """Tell whether a verb is of who mediates: "*Qatar* hosted talks", "*Norway* has offered to mediate"."""
    cues = load_cues()
    thing = first_child(verb, "dobj")
    if thing is not None and thing.pos_ == "PROPN":  # "hosted *the World Cup*"
        return False
    words = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    return any(t.lemma_.lower() in cues.support_hosting | cues.talks_mediating for t in words)


def _clause(noun: Token) -> int:
    """Give the verb of a noun's clause; what one is asked to do, and what one does besides, is of the same."""
    verb = verb_above(noun)
    while verb is not None and verb.dep_ in _GOING_ON and verb.head != verb:
        is_own = verb.tag_ != "VB" and first_child(verb, *_SUBJECTS) is not None
        if is_own:
            break
        verb = verb.head
    return verb.i if verb is not None else -1
