"""What makes a predicate possible only: plans, wishes, demands, threats, conditions, purposes, questions."""

from collections.abc import Iterable, Iterator

from kgraph.cues import Cues, load_cues
from kgraph.propositions import forward_nouns
from kgraph.propositions.arguments import (
    finite_word,
    first_child,
    has_infinitive,
    is_subjunctive,
    is_verb,
    prepositional_objects,
)
from kgraph.propositions.awaited import ahead_of, awaited, is_present
from kgraph.propositions.clauses import is_ranked, open_copula, shared_auxiliaries, subjects, verb_lemma
from kgraph.propositions.denials import comes_about_late, is_done_there, was_waited_for
from kgraph.propositions.means import are_means_to_come
from kgraph.propositions.narrated import is_narrated
from kgraph.propositions.negations import negations
from kgraph.propositions.scheduled import appointed, scheduled
from kgraph.propositions.scopes import (
    Step,
    first_of_list,
    is_alleged,
    is_wished,
)
from kgraph.propositions.unachieved import is_setting, lacks_means
from kgraph.tokens import Token

__all__ = ["find_possibilities"]


_EXPECTED = frozenset({"due", "expected", "scheduled"})
_COMMANDING = frozenset({"command", "order"})
_OWN_DEEDS = frozenset({"attack", "deployment", "invasion", "offensive", "strike"})
_FENDING = frozenset({"defend", "protect", "repel", "repulse", "resist"})
_FIGHTING = frozenset({"battle", "fight"})
_RANKED = frozenset({"first", "last", "one", "only"})  # "became *the first* of them *to*"
_STATES = frozenset({"be", "belong", "fall", "form", "lie"})
_ON_DEEDS = frozenset({"for", "on", "to", "upon"})  # who agrees *with* or *after* a withdrawal has seen it

_TAKING_A_STAND = frozenset({"back", "endorse", "oppose", "reject", "support"})
_ANY = frozenset({"a", "an", "any"})

_TO_TALK = frozenset({"agree", "consent", "insist"})
_LASTING = frozenset({"remain", "stay"})


def find_possibilities(path: Iterable[Step]) -> tuple[Token, ...]:
    """Find the cues by which a predicate is possible and not actual, from it upwards."""
    cues, is_means = load_cues(), False
    found: list[Token] = []
    for step in path:
        is_means = is_means or (step.link == "pcomp" and step.preposition == "by")
        is_routing = step.link == "xcomp" and step.token.dep_ in {"acl", "advcl"}
        if not (is_routing and _is_routed(step.token, cues)) and not (
            is_means and _was_tried(step.token, cues)
        ):
            found += (*_possibilities(step, cues), *ahead_of(step, cues))
    return tuple(found)


def _was_tried(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody tried something: how he did so is done ("tried to expand its trade *by purchasing* X")."""
    return verb.tag_ in {"VBD", "VBN"} and verb_lemma(verb) in cues.possibility_trying


def _possibilities(step: Step, cues: Cues) -> Iterator[Token]:
    if not step.is_clause:
        yield from _in_clause(step, cues)
    if step.below is None:
        yield from _in_phrase(step.token, cues)
    else:
        yield from _by_meaning(step, cues)
        if are_means_to_come(step, cues):
            yield step.token


def _in_clause(step: Step, cues: Cues) -> Iterator[Token]:
    token = step.token
    for child in (*token.children, *shared_auxiliaries(token)):
        words = {"aux": cues.possibility_modals, "mark": cues.possibility_markers}.get(
            child.dep_, frozenset()
        )
        if child.lower_ not in words or _holds_already(token) or comes_about_late(token):
            continue
        if not is_narrated(child, token):
            yield child
    yield from _shared_marks(token, cues)
    if step.link == "nsubj" and token.lemma_.lower() == "be":  # "talks are to open"
        yield from (c for c in token.children if c.dep_ == "xcomp" and has_infinitive(c))
    yield from _inverted(token)
    yield from scheduled(token)
    yield from _announced(token)
    yield from awaited(token, cues)
    first = first_of_list(token)  # "called on X to stop and *to withdraw*"
    if first.dep_ == "advcl" and has_infinitive(first) and not _came_about(first, cues):
        yield first
    is_of_noun = token.dep_ in {"acl", "relcl"} or (token.dep_ == "xcomp" and token.head.pos_ == "NOUN")
    if is_of_noun and has_infinitive(token):  # "a deal for X to hand over the town"
        yield from (c for c in token.children if c.dep_ == "mark" and c.lower_ == "for")
    is_to_be = first.dep_ in {"xcomp", "acl"} and first.head.lemma_.lower() == "be"
    if is_to_be and has_infinitive(first) and not _is_of_ranked(first):
        yield first.head


def _shared_marks(verb: Token, cues: Cues) -> Iterator[Token]:
    """Find the "if" of a condition that goes on: "*unless* X disarms and accepts Y"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "advcl" or not is_verb(verb) or _tense(verb) != _tense(first):
        return
    if not any(t.text in {",", ";"} for t in verb.doc[first.i : verb.i]):
        yield from (c for c in first.children if c.dep_ == "mark" and c.lower_ in cues.possibility_markers)


def _tense(verb: Token) -> str:
    """Give the form of what is finite in a clause, the same for all persons: "*are* lifted", "*withdraws*"."""
    tag = finite_word(verb).tag_
    return "VBZ" if tag == "VBP" else tag


def _holds_already(verb: Token) -> bool:
    """Tell whether what will be so is so today: "its troops *will remain* there", "X is and will be part of Y"."""
    is_there = verb.lemma_.lower() in _LASTING and first_child(verb, "acomp", "attr") is None
    if is_there and any(c.lower_ == "will" and c.dep_ == "aux" for c in verb.children):
        return True
    earlier = open_copula(verb)
    while earlier is not None and _is_of_future(earlier):
        earlier = open_copula(earlier)
    return earlier is not None


def _is_of_future(copula: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in load_cues().possibility_modals for c in copula.children)


def _announced(verb: Token) -> Iterator[Token]:
    """Find the "to" of a headline about what is to come: "X *to* hold talks with Y", "X, Y *to* resume talks"."""
    to = first_child(verb, "aux")
    if to is None or to.tag_ != "TO":
        return
    is_clause = verb.dep_ == "ROOT" and first_child(verb, "nsubj", "nsubjpass") is not None
    is_of_names = verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"
    if is_clause or is_of_names:
        yield to


def _inverted(verb: Token) -> Iterator[Token]:
    """Find the auxiliary that opens a condition without "if": "Had X returned Y, ...", "Should X return Y, ..."."""
    subject = first_child(verb, "nsubj", "nsubjpass")
    first = verb.left_edge
    is_before = subject is not None and first.dep_ in {"aux", "auxpass"} and first.i < subject.i
    if is_before and first.lower_ in {"had", "should", "were"}:
        yield first


def _came_about(verb: Token, cues: Cues) -> bool:
    """Tell whether an infinitive says what came about or is held to be: "only to lose", "found to belong to"."""
    is_done = (
        verb_lemma(verb.head) in cues.possibility_results or verb.lemma_.lower() in cues.possibility_spoken
    )
    is_found = verb.lemma_.lower() in _STATES and verb.head.lemma_.lower() in cues.possibility_held
    is_so_far = verb.head.lower_ == "far"  # "went so far as *to annex* X"
    if (
        was_waited_for(verb)
        or is_so_far
        or is_done
        or is_found
        or _is_of_ranked(verb)
        or lacks_means(verb.head)
    ):
        return True
    if _is_routed(verb, cues) or _is_manned(verb, cues) or _is_defended(verb):
        return True
    return any(c.lower_ == "only" for c in verb.children)


def _is_routed(infinitive: Token, cues: Cues) -> bool:
    """Tell whether somebody opened an attack on those it names: "began an offensive *to* (try to) *flush out* X"."""
    is_of_attack = infinitive.dep_ == "acl"
    attack = infinitive.head if is_of_attack else first_child(infinitive.head, "dobj", "nsubjpass")
    tried = first_child(infinitive, "xcomp") if verb_lemma(infinitive) in cues.possibility_trying else None
    if attack is None or verb_lemma(tried or infinitive) not in cues.possibility_routing:
        return False
    is_attack = attack.lemma_.lower() in cues.presupposed_warfare | {"operation"}
    return is_attack and (is_of_attack or infinitive.head.lemma_.lower() in cues.support_verbs)


def _is_manned(infinitive: Token, cues: Cues) -> bool:
    """Tell whether forces do what they came or were sent for: "X's troops arrived *to occupy* Y"."""
    came = infinitive.head
    if came.tag_ not in {"VBD", "VBN"}:
        return False
    if came.lemma_.lower() in cues.possibility_landing:
        who = first_child(came, "nsubj")
    else:
        who = first_child(came, "nsubjpass") if came.lemma_.lower() in cues.possibility_sent else None
    is_force = who is not None and who.lemma_.lower() in cues.agents_serving | cues.agents_armed
    return is_force and verb_lemma(infinitive) in cues.possibility_manning


def _is_defended(infinitive: Token) -> bool:
    """Tell whether somebody fought off what he was struck by: "*fought to defend* X from an invasion by Y"."""
    return infinitive.lemma_.lower() in _FENDING and infinitive.head.lemma_.lower() in _FIGHTING


def _is_of_ranked(infinitive: Token) -> bool:
    """Tell whether an infinitive is what one was first to do: "is one of two *to recognise* X", "among the first"."""
    said = first_child(infinitive.head, "attr")
    among = prepositional_objects(infinitive.head).get("among", ())
    is_among = any(t.lower_ in {"first", "last"} for t in among)
    return is_among or (said is not None and (is_ranked(said) or said.lower_ in _RANKED))


def _in_phrase(token: Token, cues: Cues) -> Iterator[Token]:
    for child in token.children:
        is_hedge = child.dep_ in {"amod", "advmod"} and child.lower_ in cues.possibility_adjectives
        if is_hedge and not _is_of_next(child):
            yield child
        if child.dep_ == "det" and child.lower_ == "any":  # "any treaty between X and Y": there need be none
            yield child
    yield from appointed(token)
    if token.dep_ == "relcl" and is_present(token):  # "would shoot down *any* plane that enters its airspace"
        yield from (c for c in token.head.children if c.dep_ == "det" and c.lower_ == "any")
    if token.sent.text.rstrip().endswith("?"):
        yield token.sent[-1]


def _is_of_next(adverb: Token) -> bool:
    """Tell whether an adverb is of when or why something was so, which it was: "*perhaps* in 1980 X annexed Y"."""
    following = adverb.nbor(1) if adverb.dep_ == "advmod" and adverb.i + 1 < len(adverb.doc) else None
    return following is not None and following.dep_ == "prep"


def _by_meaning(step: Step, cues: Cues) -> Iterator[Token]:
    token = step.token
    if is_verb(token):
        if not _is_unwilling(token, cues) and any(tells(step, cues) for tells in _FORWARD_VERBS):
            yield token
        if step.is_clause:
            yield from _unconfirmed(token, cues)
        if step.link == "nsubj" or step.is_clause:  # "it is *possible* that X holds Y"
            yield from (c for c in token.children if c.dep_ == "acomp" and _is_forward(c, cues))
        if _is_wish(step):
            yield from (
                c for c in token.children if c.dep_ == "acomp" and c.lower_ in cues.possibility_needful
            )
    elif token.pos_ == "NOUN":
        below = step.below
        is_content = below is not None and (is_alleged(below, cues) or is_wished(below, cues))
        if is_content or forward_nouns.looks_forward(step, cues):
            yield token
    elif (
        _is_forward(token, cues)
        and step.link in {"xcomp", "pobj", "pcomp", "ccomp"}
        and not _takes_part(step, cues)
        and not _is_ground(step)
    ):
        yield token


def _is_ground(step: Step) -> bool:
    """Tell "tense *due to* a dispute", which says why, from "due to leave"."""
    return step.token.lower_ == "due" and step.preposition == "to"


def _takes_part(step: Step, cues: Cues) -> bool:
    """Tell whether people only are near to talks that there are: "officials *close to the talks* say"."""
    is_behind = step.token.dep_ == "amod" and step.token.i > step.token.head.i
    return is_behind and step.below is not None and step.below.lemma_.lower() in cues.presupposed_ongoing


def _is_forward(adjective: Token, cues: Cues) -> bool:
    words = {adjective.lower_, adjective.lemma_.lower()}  # "is getting closer to recognising X"
    is_done = adjective.lower_ in cues.possibility_achieved and _is_then(adjective.head)
    if is_done or _is_unwilling(adjective, cues):
        return False
    return bool(words & (cues.possibility_adjectives | cues.possibility_predicatives))


def _is_unwilling(word: Token, cues: Cues) -> bool:
    """Tell whether somebody does not do something as he is not willing to: "was never *prepared* to give up X"."""
    clause = word if is_verb(word) and word.dep_ != "acomp" else word.head
    return word.lower_ in cues.possibility_willing and any(negations(clause, word, cues))


def _is_then(copula: Token) -> bool:
    """Tell whether a copula is of the past: who "was able to seize X" did so."""
    return copula.lemma_.lower() == "be" and copula.tag_ in {"VBD", "VBN"}


def _looks_forward(step: Step, cues: Cues) -> bool:
    token = step.token
    if token.dep_ == "advcl" and token.lower_ in cues.possibility_supposing:
        return step.is_clause
    if _is_wish(step):
        return token.lemma_.lower() in cues.possibility_verbs | cues.possibility_wishes
    if not {verb_lemma(token), *_bare_lemma(token)} & cues.possibility_verbs:
        return False
    if step.is_clause and step.below is not None:
        is_wish = token.lemma_.lower() in cues.possibility_wishes and token.i < step.below.i
        return is_wish and not _is_told(token, step.below)
    if _is_held(step, cues) or _is_noun_read_as_verb(token) or _is_own_order(step, cues):
        return False
    if step.link in {"xcomp", "pcomp", "ccomp"}:
        if (
            step.below is not None
            and step.below.tag_ == "VBG"
            and step.by is None
            and token.lemma_.lower() in cues.support_causing
        ):
            return False  # "told visiting President X": the parser takes it for what he is told to do
        return not (token.tag_ == "VBD" and token.lemma_.lower() in cues.possibility_achieving)
    is_needed = step.link == "nsubjpass" and token.lemma_.lower() == "need"  # "more talks are needed"
    is_object = step.link in {"dobj", "pobj", "nsubjpass"} and not is_done_there(step, cues)
    is_open = is_object and not _is_actual_with_noun(token, cues) and not _only_names(step, cues)
    return is_needed or is_open


def _is_wish(step: Step) -> bool:
    """Tell whether a clause says by its base form what is wanted: "demands *that X withdraw*"."""
    return step.link == "ccomp" and step.below is not None and is_subjunctive(step.below)


def _is_own_order(step: Step, cues: Cues) -> bool:
    """Tell whether somebody has ordered what his own forces did: "since X *ordered* his army to invade Y".

    What was ordered in the main clause may not have been done: "X ordered its army to take Y".
    """
    verb, below = step.token, step.below
    if verb.tag_ != "VBD" or verb.lemma_.lower() not in _COMMANDING or below is None:
        return False
    if step.link == "dobj":
        return below.lemma_.lower() in _OWN_DEEDS
    is_background = step.link == "xcomp" and verb.dep_ in {"advcl", "pcomp", "relcl"}
    forces = [c for c in verb.children if c.dep_ == "dobj"] if is_background else []
    return any(t.lemma_.lower() in cues.agents_serving and _is_of_commander(t) for t in forces)


def _is_of_commander(forces: Token) -> bool:
    whose = first_child(forces, "poss", "amod", "compound", "nmod")
    return whose is None or whose.tag_ == "PRP$"


def _is_told(verb: Token, clause: Token) -> bool:
    """Tell whether somebody says that something is so: "suggested that X *has* left", but "suggested that X leave"."""
    is_telling = verb.lemma_.lower() in load_cues().possibility_telling
    return is_telling and finite_word(clause).tag_ in {"VBD", "VBZ", "VBP"}


def _is_noun_read_as_verb(token: Token) -> bool:
    """Tell whether a subject is a noun after all: "*Work* on marking the border goes on"."""
    return token.dep_ == "csubj" and token.tag_ in {"VB", "VBP"} and not has_infinitive(token)


def _is_held(step: Step, cues: Cues) -> bool:
    """Tell whether the step is what somebody takes something for: "considers X *to be* its own"."""
    is_copula = step.below is not None and step.below.lemma_.lower() == "be"
    return is_copula and step.token.lemma_.lower() in cues.possibility_held


def _is_arranged(step: Step, cues: Cues) -> bool:
    """Tell whether an act is agreed on or insisted on: "agreed to a deployment of troops", but "agreed to a treaty".

    So is what a clause tells: "insists on *X* returning the isle", "the talks hinge on *X* leaving it".
    """
    if step.link == "pcomp" and step.below is not None and first_child(step.below, "nsubj") is not None:
        return step.token.lemma_.lower() in cues.possibility_arranging | cues.support_resting
    deeds = cues.possibility_deeds
    if step.token.lemma_.lower() in _TO_TALK:  # "insists on *talks* with X", "agreed to *talks*"
        deeds = deeds | cues.presupposed_ongoing
    is_deed = step.below is not None and step.below.lemma_.lower() in deeds
    is_object = step.link in {"dobj", "nsubjpass"} or step.preposition in _ON_DEEDS
    return is_deed and is_object and step.token.lemma_.lower() in cues.possibility_arranging


def _is_destined(step: Step, cues: Cues) -> bool:
    """Tell whether a participle stands for an adjective: "is set to recognise", "was inclined towards annexing"."""
    is_participle = step.token.tag_ == "VBN" and step.token.lower_ in cues.possibility_predicatives
    is_towards = step.link == "pcomp" and step.preposition in {"toward", "towards"}
    return is_participle and (step.link == "xcomp" or is_towards)


def _is_provided(step: Step, cues: Cues) -> bool:
    """Tell whether a plan or treaty has it that something is to be: "the accord provides for the return of X"."""
    if step.token.lemma_.lower() not in cues.possibility_provisions:
        return False
    plans = cues.possibility_nouns | cues.instruments_nouns
    is_content = step.link == "dobj" or step.preposition == "for"
    return is_content and any(who.lemma_.lower() in plans for who in subjects(step.token))


def _unconfirmed(verb: Token, cues: Cues) -> Iterator[Token]:
    """Give the verb that leaves a clause open, since it is denied: "could not *confirm* that X attacked Y"."""
    first = first_of_list(verb)
    denials = {c.lower_ for t in (verb, first) for c in t.children if c.dep_ in {"neg", "preconj", "cc"}}
    if first.lemma_.lower() in cues.reporting_confirming and denials & cues.negation_words:
        yield first


def _is_actual_with_noun(verb: Token, cues: Cues) -> bool:
    """Tell whether the verb looks forward with an infinitive only: "consider", but not "is considering"."""
    is_progressive = verb.tag_ == "VBG" and verb.lower_ in cues.possibility_verbs
    lemmas = {verb.lemma_.lower(), verb_lemma(verb)}
    return not is_progressive and not lemmas.isdisjoint(cues.possibility_actual_with_noun)


def _only_names(step: Step, cues: Cues) -> bool:
    """Tell whether a verb says what its object is held for: "called the annexation illegal", not "considers it"."""
    lemma = step.token.lemma_.lower()
    is_naming = lemma in cues.predicated_held_for and lemma not in cues.possibility_actual_with_noun
    return is_naming and step.link == "dobj"


def _bare_lemma(verb: Token) -> tuple[str, ...]:
    """Give the lemma without particle, where it has none: "called off" is no "call"."""
    lemma = verb.lemma_.lower()
    return (lemma,) if verb_lemma(verb) == lemma else ()


def _is_duty(step: Step, _: Cues) -> bool:
    """Tell whether the step is "has to": who *had* to has done so, and who "has yet to" or "has still to" has not."""
    is_have = step.token.lemma_.lower() == "have" and step.token.tag_ in {"VBP", "VBZ"}
    is_open = not any(c.lower_ in {"still", "yet"} for c in step.token.children)
    return is_have and is_open and step.link == "xcomp"


def _is_rumour(step: Step, cues: Cues) -> bool:
    """Tell whether the step is "is believed to", "is accused of": nobody says so in his own name."""
    is_passive = first_child(step.token, "nsubjpass") is not None
    if is_passive and step.link == "pcomp" and step.token.lemma_.lower() in {"accuse", "suspect"}:
        return first_child(step.token, "agent") is None
    return is_passive and step.link == "xcomp" and step.token.lemma_.lower() in cues.possibility_rumoured


def _is_journey(step: Step, cues: Cues) -> bool:
    """Tell whether the step is "travels for", "arrived for", "is due in X for" and the like."""
    if step.preposition != "for" or step.link != "pobj":
        return False
    told = first_child(step.token, "acomp") if step.token.lemma_.lower() == "be" else None
    is_due = told is not None and told.lower_ in _EXPECTED
    return is_due or step.token.lemma_.lower() in cues.possibility_journeys


def _is_of_setting(step: Step, _: Cues) -> bool:
    """Tell whether the step says when or where something is to be: "a date was *set* for the talks"."""
    return step.link == "pobj" and is_setting(step)


def _is_stand(step: Step, cues: Cues) -> bool:
    """Tell whether somebody is for or against a deed that may be: "supports *a* withdrawal", but "*the* withdrawal"."""
    deed = step.below
    if deed is None or step.link != "dobj" or verb_lemma(step.token) not in _TAKING_A_STAND:
        return False
    return deed.lemma_.lower() in cues.possibility_deeds and any(c.lower_ in _ANY for c in deed.children)


_FORWARD_VERBS = (
    _looks_forward,
    _is_stand,
    _is_of_setting,
    _is_arranged,
    _is_destined,
    _is_provided,
    _is_journey,
    _is_rumour,
    _is_duty,
)
