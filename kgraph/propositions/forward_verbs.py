"""Verbs that make possible what is below: "wants to annex X", "is set to recognise Y", "agreed to a withdrawal"."""

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import finite_word, first_child, has_infinitive, is_subjunctive
from kgraph.propositions.clauses import subjects, verb_lemma
from kgraph.propositions.denials import is_done_there
from kgraph.propositions.scopes import Step
from kgraph.propositions.unachieved import is_setting
from kgraph.tokens import Token

__all__ = ["is_wish", "looks_forward"]

_EXPECTED = frozenset({"due", "expected", "scheduled"})
_COMMANDING = frozenset({"command", "order"})
_OWN_DEEDS = frozenset({"attack", "deployment", "invasion", "offensive", "strike"})
_ON_DEEDS = frozenset({"for", "on", "to", "upon"})  # who agrees *with* or *after* a withdrawal has seen it
_TAKING_A_STAND = frozenset({"back", "endorse", "oppose", "reject", "support"})
_ANY = frozenset({"a", "an", "any"})
_TO_TALK = frozenset({"agree", "consent", "insist"})


def looks_forward(step: Step, cues: Cues) -> bool:
    """Tell whether a verb leaves open what is below: it is wanted, planned, provided for, rumoured or a duty."""
    return any(tells(step, cues) for tells in _WAYS)


def is_wish(step: Step) -> bool:
    """Tell whether a clause says by its base form what is wanted: "demands *that X withdraw*"."""
    return step.link == "ccomp" and step.below is not None and is_subjunctive(step.below)


def _wants(step: Step, cues: Cues) -> bool:
    """Tell whether a verb is of those that look forward to what is done: "*wants* X to leave", "*considers* it"."""
    token = step.token
    if token.dep_ == "advcl" and token.lower_ in cues.possibility_supposing:
        return step.is_clause
    if is_wish(step):
        return token.lemma_.lower() in cues.possibility_verbs | cues.possibility_wishes
    if not {verb_lemma(token), *_bare_lemma(token)} & cues.possibility_verbs:
        return False
    if step.is_clause and step.below is not None:
        is_wished = token.lemma_.lower() in cues.possibility_wishes and token.i < step.below.i
        return is_wished and not _is_told(token, step.below)
    if _is_held(step, cues) or _is_noun_read_as_verb(token) or _is_own_order(step, cues):
        return False
    if step.link in {"xcomp", "pcomp", "ccomp"}:
        is_achieved = token.tag_ == "VBD" and token.lemma_.lower() in cues.possibility_achieving
        return not is_achieved and not _describes_who_is_told(step, cues)
    is_needed = step.link == "nsubjpass" and token.lemma_.lower() == "need"  # "more talks are needed"
    is_object = step.link in {"dobj", "pobj", "nsubjpass"} and not is_done_there(step, cues)
    is_open = is_object and not _is_actual_with_noun(token, cues) and not _only_names(step, cues)
    return is_needed or is_open


def _describes_who_is_told(step: Step, cues: Cues) -> bool:
    """Tell "told *visiting* President X" from what somebody is told to do, which the parser takes it for."""
    is_participle = step.below is not None and step.below.tag_ == "VBG" and step.by is None
    return is_participle and step.token.lemma_.lower() in cues.support_causing


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


_WAYS = (
    _wants,
    _is_stand,
    _is_of_setting,
    _is_arranged,
    _is_destined,
    _is_provided,
    _is_journey,
    _is_rumour,
    _is_duty,
)
