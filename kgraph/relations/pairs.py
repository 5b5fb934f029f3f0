"""Who stands in a relation to whom: subjects and objects, paired."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from kgraph.cues import load_cues
from kgraph.linking import Linked, Linker
from kgraph.model import Entity, EntityKind
from kgraph.propositions import Kind, Proposition
from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct, is_bracketed
from kgraph.propositions.clauses import verb_lemma
from kgraph.relations.paths import alternatives, link_paths, split_paths
from kgraph.relations.traits import (
    ABROAD,
    HELD,
    INTRUDING,
    JUST_TOLD,
    LINES_DRAWN,
    OF_PARTIES,
    ON_MATTER,
    TWO_SIDED,
)
from kgraph.relations.wording import Wording
from kgraph.tokens import Token

__all__ = ["find_pairs", "names_parties", "only_two"]

_ONE = frozenset({"it", "its"})  # take up a state that the sentence may name itself
_SEVERAL_OTHERS = frozenset({"all", "both", "each", "them"})
_ACTING = frozenset({"governor_subject", "support"})  # who does what a noun says, by the verb above it
_RECEIVING = frozenset({"host", "receive", "welcome"})
_MAX_MET = 4  # persons, or states at talks on no matter that is told, of whom each met each other one


def find_pairs(
    wording: Wording, candidate: Proposition, linker: Linker
) -> tuple[list[tuple[Linked, Linked]], bool]:
    """Link the arguments and pair them; the flag tells that one was taken from the title."""
    subjects = link_paths(candidate, wording.subject, wording.subject_type, linker)
    if not (subjects or wording.pair or linker.title):
        return [], False  # no object makes a pair
    objects = link_paths(candidate, wording.object, wording.object_type, linker)
    if wording.pair:
        together = _drawing(wording, candidate, linker) or link_paths(
            candidate,
            wording.pair,
            wording.subject_type,
            linker,
            with_officials=wording.subject_type == "person",
        )
        with_found = any(o.entity not in {t.entity for t in together} for o in objects)
        is_left_open = not with_found and _names_others(wording, candidate, are_found=bool(objects))
        with_others = (subjects and with_found) or is_left_open
        if with_others and not with_found:
            objects = ()  # "X and Y dispute it *with both*"
        if _is_roll(together) or (_is_gathering(wording, candidate) and len(together) > _MAX_MET):
            return [], False
        if len(together) >= 2 and (
            not with_others or link_paths(candidate, "between|among", "agent", linker)
        ):
            if dyads := _dyads(wording, candidate, linker):
                return dyads, False
            beside = _on_one_side(wording, candidate, linker)
            are_fighting = wording.predicate in TWO_SIDED  # a person by his men: "X and men loyal to *Y*"
            return [
                (one, other)
                for one, other in itertools.combinations(together, 2)
                if (are_fighting or _are_of_a_kind(one, other))
                and not beside.issuperset((one.entity, other.entity))
            ], False
    if wording.object_type == "holder":
        return _with_holders(wording, candidate, linker), False
    respective = _respective(wording, candidate, linker)
    if respective:
        return respective, False
    if subjects and not objects:
        objects = _at_issue(wording, candidate, subjects, linker)
    elliptical = bool(subjects) != bool(objects)
    if elliptical:
        filled = _left_out("object" if subjects else "subject", wording, candidate, linker)
        subjects, objects, elliptical = (subjects or filled), (objects or filled), bool(filled)
    if wording.predicate in HELD and _are_read_twice(subjects, objects):
        return [], False
    objects = _none_of(subjects, _host(wording, candidate, subjects, objects, linker), candidate)
    pairs = [(s, o) for s, o in _matched(subjects, objects, candidate.trigger) if _are_two(s, o)]
    pairs = [pair for pair in pairs if not _is_judged(wording, pair)]
    pairs = _one_way(pairs) if wording.predicate == "partOf" else pairs
    pairs = _not_at_home(pairs, wording, candidate, linker)
    is_meeting = wording.subject_type in _HUMAN and wording.object_type not in _LANDS
    return [pair for pair in pairs if not is_meeting or _are_of_a_kind(*pair)], elliptical


def _at_issue(
    wording: Wording, candidate: Proposition, subjects: Sequence[Linked], linker: Linker
) -> tuple[Linked, ...]:
    """Give the land for an object that is left out: what all claim, or where the one who acts has forces."""
    acting = {subject.entity for subject in subjects}
    if wording.at_issue == "object":
        land = linker.land_at_issue(candidate.trigger, acting)
    elif wording.at_issue == "presence" and len(acting) == 1:
        land = linker.presence(*acting) or linker.land_at_issue(candidate.trigger, acting, JUST_TOLD)
        land = land or linker.land_told_of(candidate.trigger)
    else:
        land = None
    return (land,) if land is not None else ()


def _is_judged(wording: Wording, pair: tuple[Linked, Linked]) -> bool:
    """Tell whether one of two is a court, which has no part in what it judges."""
    courts = (link for link in pair if link.entity.kind is EntityKind.TRIBUNAL)
    return wording.predicate in OF_PARTIES and any(courts)


def _drawing(wording: Wording, candidate: Proposition, linker: Linker) -> tuple[Linked, ...]:
    """Give the states that draw a line, where several do: "*X and Y* fixed the border between A and B".

    They are its parties, whatever lands it runs between, where they are named; who mediates or decides is no state. Who
    divides land may do so between others.
    """
    is_noun = candidate.kind is Kind.NOUN
    if wording.predicate not in LINES_DRAWN or not (is_noun or "subject" in wording.pair):
        return ()
    acting = link_paths(candidate, "governor_subject" if is_noun else "subject", "agent", linker)
    are_named = all(each.entity.kind is EntityKind.STATE and each.span is not None for each in acting)
    return acting if are_named and len(acting) > 1 else ()


def _left_out(missing: str, wording: Wording, candidate: Proposition, linker: Linker) -> tuple[Linked, ...]:
    """Give the land that the page tells of, or its title, for an argument, `subject` or `object`, that is left out."""
    is_subject = missing == "subject"
    given = linker.left_out(wording.subject_type if is_subject else wording.object_type, candidate.trigger)
    if not given or _is_left_to_title(candidate, wording.subject if is_subject else wording.object):
        return given
    is_said = not is_subject and candidate.kind is Kind.VERB and candidate.argument("object")
    return given if not is_said and candidate.is_headless and missing in wording.elliptical.split("|") else ()


def _is_left_to_title(candidate: Proposition, paths: str) -> bool:
    """Tell whether paths lead to what a clause leaves out: to who *signed* the pact in "Signed a pact with X"."""
    if not candidate.left_out:
        return False
    roles = {candidate.left_out} if candidate.kind is Kind.VERB else _ACTING
    return any(roles.intersection(together) for together in split_paths(paths))


def _with_holders(wording: Wording, candidate: Proposition, linker: Linker) -> list[tuple[Linked, Linked]]:
    """Pair each land with who held that one: "X and Y broke away", be it from different states."""
    for tokens in alternatives(candidate, wording.subject):
        found = [
            (land, h) for token in tokens for land in linker.polities(token) for h in linker.holders(token)
        ]
        if found:
            return [pair for pair in found if _are_two(*pair)]
    return []


def _host(
    wording: Wording,
    candidate: Proposition,
    subjects: Sequence[Linked],
    objects: tuple[Linked, ...],
    linker: Linker,
) -> tuple[Linked, ...]:
    """Give another "the country" than that of whose forces are there: "Y, which has troops in *the country*"."""
    acting = {subject.entity for subject in subjects}
    if wording.predicate not in ABROAD or {each.entity for each in objects} != acting or len(acting) != 1:
        return objects
    heads = (head for tokens in alternatives(candidate, wording.object) for head in tokens)
    countries = (head for head in heads if head.lemma_.lower() in load_cues().agents_country)
    others = (link for head in countries for link in linker.agents(head) if link.entity not in acting)
    other = next(others, None)
    return (other,) if other is not None else objects


def _none_of(
    subjects: Sequence[Linked], objects: tuple[Linked, ...], candidate: Proposition
) -> tuple[Linked, ...]:
    """Leave out what "it" and "them" cannot be: one of several who act, or several of whom one acts.

    "Between X and Y, each of which claims *it*" is of neither; in "it claims *them*" no one of them is "it".
    """
    acting = {subject.entity for subject in subjects}
    is_one_of_them = any(token.lower_ == "them" for token in candidate.argument("object"))
    if is_one_of_them and acting.intersection(object_.entity for object_ in objects):
        return ()
    if len(acting) < 2 or not any(token.lower_ == "it" for token in candidate.argument("object")):
        return objects
    return tuple(object_ for object_ in objects if object_.entity not in acting)


def _on_one_side(wording: Wording, candidate: Proposition, linker: Linker) -> set[Entity]:
    """Give who fights on one side of two: A and B in "between X and *A and B* troops"; empty where nobody fights."""
    heads = next(alternatives(candidate, wording.pair), ())
    if wording.predicate not in TWO_SIDED or len(heads) != 2:
        return set()
    sides = ({link.entity for link in linker.agents(head)} for head in heads)
    several = [side for side in sides if len(side) > 1]
    return several[0] if len(several) == 1 else set()


def _dyads(wording: Wording, candidate: Proposition, linker: Linker) -> list[tuple[Linked, Linked]]:
    """Pair those who are written as pairs: "*Israeli-Palestinian and Israeli-Jordanian* talks" are of no third pair."""
    heads = next(alternatives(candidate, wording.pair), ())
    halves = [(first, head) for head in heads for first in head.children if _is_joined(first, head)]
    dyads = [d for one, other in halves for d in itertools.product(linker.agents(one), linker.agents(other))]
    are_apart = {one for one, _ in halves}.isdisjoint(other for _, other in halves)  # no "A-B-C summit"
    return dyads if len(halves) > 1 and are_apart else []


def _is_joined(first: Token, second: Token) -> bool:
    """Tell whether two words make one with a hyphen between them."""
    return first.i == second.i - 2 and first.nbor().tag_ == "HYPH"


def _is_roll(together: Sequence[Linked]) -> bool:
    """Tell whether so many persons are named that nobody would say of each that he met each other one."""
    return sum(linked.entity.kind is EntityKind.PERSON for linked in together) > _MAX_MET


def _is_gathering(wording: Wording, candidate: Proposition) -> bool:
    """Tell whether those named only come together, on nothing told: "Envoys of five states took part in talks"."""
    if wording.predicate not in ON_MATTER:
        return False
    return not (wording.about and any(alternatives(candidate, wording.about)))


def _matched(
    subjects: Sequence[Linked], objects: Sequence[Linked], trigger: Token
) -> Iterable[tuple[Linked, Linked]]:
    """Match each subject with each object, or the first with the first where the text says "respectively".

    As many names as things, joined by "and", are one of each as well: "calls the Paracels and the Spratlys A and B".
    """
    if len(subjects) == len(objects) > 1:
        are_names = all(each.entity.kind is EntityKind.NAME for each in objects)
        is_each = are_names and not any(t.lower_ == "or" for t in trigger.sent)
        if is_each or any(t.lower_ == "respectively" for t in trigger.sent):
            return zip(subjects, objects, strict=True)
    return itertools.product(subjects, objects)


def names_parties(candidate: Proposition) -> bool:
    """Tell whether somebody is named as a party, though by no name that links: "talks with the rebels"."""
    return any(candidate.argument(path) for path in ("with", "between", "among"))


def only_two(trigger: Token, linker: Linker) -> Iterator[tuple[Linked, Linked]]:
    """Guess that the two states which a sentence names, where it names just two, are those of whom it speaks.

    Two that do something together stand on one side: "X and Y backed the peace talks".
    """
    acting = (token for token in trigger.sent if not _says_where(token))
    named: dict[Entity, tuple[Token, Linked]] = {}
    for token in acting:
        for link in linker.agents(token):
            if link.entity not in named or token.lower_ not in _ONE:
                named[link.entity] = (token, link)
    states = [each for entity, each in named.items() if entity.kind is EntityKind.STATE]
    if len(states) != 2 or any(link.span is None for _, link in states):
        return
    (one, first), (other, second) = states
    if _receives(one, trigger) or _receives(other, trigger):
        return
    is_side = other in conjuncts(one) and _are_outside(first_conjunct(one), trigger)
    if not (is_side or _is_of_others(one) or _is_of_others(other)):
        yield first, second


def _are_outside(one: Token, trigger: Token) -> bool:
    """Tell whether two of whom the first is given have no part in something that they do not do themselves."""
    above, cues = one.head, load_cues()
    if above.is_ancestor(trigger):
        return verb_lemma(above) in cues.support_hosting | cues.presupposed_stands
    return above.lower_ != "between"


def _receives(name: Token, trigger: Token) -> bool:
    """Tell whether somebody has several others talk at his place: "*Qatar* hosted rebels and officials for talks"."""
    is_host = name.dep_ == "nsubj" and verb_lemma(name.head) in _RECEIVING and name.head.is_ancestor(trigger)
    guests = first_child(name.head, "dobj") if is_host else None
    return guests is not None and len(conjuncts(guests)) > 1


def _is_of_others(name: Token) -> bool:
    """Tell whether a name says of what land somebody or something is that is no government: "*American* opinion"."""
    cues = load_cues()
    owned = cues.agents_nouns | cues.instruments_nouns | cues.presupposed_ongoing
    is_before = name.dep_ in {"amod", "compound", "nmod"} and name.i < name.head.i
    return is_before and name.head.pos_ == "NOUN" and name.head.lemma_.lower() not in owned


def _says_where(token: Token) -> bool:
    """Tell whether a name only says where: "talks with the rebels *in Nigeria*", "in Abuja, *Nigeria*"."""
    while token.dep_ == "appos" and token.head.pos_ == "PROPN":
        token = token.head
    return token.dep_ == "pobj" and token.pos_ == "PROPN" and token.head.lower_ in {"at", "in"}


def _names_others(wording: Wording, candidate: Proposition, *, are_found: bool) -> bool:
    """Tell whether the other side is somebody unknown: "India and Nepal say that talks with the rebels went on".

    "Both" and "them" may be taken for the very two who stand before: "India and Nepal dispute it *with both*".
    """
    cues = load_cues()
    groups = cues.agents_nouns | cues.agents_members | cues.agents_outsiders
    others = [
        token
        for path in ("with", "against")
        if path in wording.object.split("|")
        for token in candidate.argument(path)
    ]
    if any(token.lower_ in _SEVERAL_OTHERS for token in others):
        return True
    return not are_found and any(token.pos_ == "PROPN" or token.lemma_.lower() in groups for token in others)


def _respective(wording: Wording, candidate: Proposition, linker: Linker) -> list[tuple[Linked, Linked]]:
    """Pair each agent with the place in brackets behind it: "administered by China (Aksai Chin) and India (Jammu)"."""
    if (wording.subject_type, wording.object_type) != ("agent", "place"):
        return []
    found: list[tuple[Linked, Linked]] = []
    for token in (t for tokens in alternatives(candidate, wording.subject) for t in tokens):
        bracketed = [c for c in token.children if c.dep_ == "appos" and is_bracketed(c)]
        places = [link for c in bracketed for t in conjuncts(c) for link in linker.places(t)]
        if {agent.entity for agent in linker.agents(token)} & {place.entity for place in places}:
            continue  # "claimed by two states (A and B)"
        found += [(a, place) for a in linker.agents(token) for place in places if _are_two(a, place)]
    return found if len({agent.entity for agent, _ in found}) >= 2 else []


def _one_way(pairs: Sequence[tuple[Linked, Linked]]) -> list[tuple[Linked, Linked]]:
    """Leave out two that would be parts of each other: of "*the territory* comprising X and Y" these are the name."""
    said = {(subject.entity, object_.entity) for subject, object_ in pairs}
    return [pair for pair in pairs if (pair[1].entity, pair[0].entity) not in said]


def _are_two(subject: Linked, object_: Linked) -> bool:
    """Tell whether subject and object are two things, and not the same words read twice."""
    if subject.entity.label == object_.entity.label and object_.entity.kind is not EntityKind.NAME:
        return False
    return subject.entity.id != object_.entity.id and (subject.span is None or subject.span != object_.span)


def _are_read_twice(subjects: Sequence[Linked], objects: Sequence[Linked]) -> bool:
    """Tell whether several are both: "the territory comprising *X and Y*" is X and Y, of which none is the other's."""
    named = {(link.entity, link.span) for link in subjects}
    return (
        len(named) > 1
        and named == {(link.entity, link.span) for link in objects}
        and all(s for _, s in named)
    )


def _not_at_home(
    pairs: list[tuple[Linked, Linked]], wording: Wording, candidate: Proposition, linker: Linker
) -> list[tuple[Linked, Linked]]:
    """Leave out what nobody does in what is his own, where a wording is of such."""
    if wording.predicate in INTRUDING:
        owners = _owners(wording, candidate, linker)
        return [(s, o) for s, o in pairs if s.entity not in owners]
    if wording.predicate not in ABROAD:
        return pairs
    pairs = [(linker.sent_by(s), o) for s, o in pairs if not _is_own_part(s, o)]
    # a state may *send* forces to its own land, but they are at home there
    is_noun = candidate.kind is Kind.NOUN
    return [(s, o) for s, o in pairs if not (is_noun and linker.is_undisputed(s.entity, o.entity))]


def _owners(wording: Wording, candidate: Proposition, linker: Linker) -> set[Entity]:
    """Give whose an object is: who fires at others for violating "*Pakistani* airspace" does not violate his own."""
    paths = "|".join(f"{path}.modifier" for path in wording.object.split("|"))
    return {link.entity for link in link_paths(candidate, paths, "country", linker)}


def _is_own_part(state: Linked, land: Linked) -> bool:
    """Tell whether a land is called a part of a state's own, and no line: "Congolese troops in *eastern Congo*"."""
    is_described = land.entity.kind is EntityKind.TERRITORY and not land.entity.known
    is_line = not load_cues().lines_nouns.isdisjoint(_words(land))  # "Turkey's border with Iraq"
    return is_described and not is_line and _words(state) < _words(land)


def _words(linked: Linked) -> set[str]:
    return set(linked.entity.label.lower().replace("'s", "").replace("’s", "").split()) - {"the"}


_HUMAN = frozenset({"person", "human"})
_LANDS = frozenset({"place", "polity", "territory"})  # what somebody can take or claim


def _are_of_a_kind(one: Linked, other: Linked) -> bool:
    """Tell whether two can have met: a person does not meet a state, only its people."""
    kinds = {one.entity.kind, other.entity.kind}
    is_mixed = EntityKind.PERSON in kinds and kinds & {EntityKind.STATE, EntityKind.TERRITORY}
    return not is_mixed or any(linked.are_people for linked in (one, other))
