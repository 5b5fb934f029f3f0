"""When a relation holds or came about: which of its words the calendar is asked for."""

from collections.abc import Iterator
from itertools import islice

from kgraph.dating import Calendar
from kgraph.dating.bearers import shares_subject
from kgraph.model import Modality, Polarity
from kgraph.propositions.nominals import heading_of_entry
from kgraph.relations import Relation
from kgraph.relations.traits import STATED
from kgraph.tokens import Token

__all__ = ["time_of", "times_of"]

_LASTING = frozenset({"administers", "claims", "occupies", "partOf"})  # a time of their own, or none
_REPEATED = frozenset({"clashesWith", "metWith"})  # each time is another event
_EVENTS = _REPEATED | {"negotiatesWith"}
_RULED = frozenset({"ruledAgainst", "ruledFor"})


def time_of(relation: Relation, calendar: Calendar) -> str | None:
    """Give when a relation holds or came about; a party to a dated instrument is so since its date."""
    if relation.predicate == "represents":
        return _term_of(relation, calendar)
    if relation.predicate == "knownAs":
        return _called_for(relation, calendar)
    spans = (linked.span for linked in (relation.object, relation.subject) if linked.span is not None)
    own = (calendar.of_member(span) for span in spans)
    time = next((value for value in own if value is not None), None)
    again = relation.doing_so
    if time is None and again is not None:
        time = calendar.time_of(again)
        if time is None and again.sent != relation.trigger.sent:
            return None
    time = time or calendar.time_of(_dated(relation))
    if time is None and _is_said_then(relation):
        time = calendar.time_of(_reporter_above(relation.trigger))
    if (
        time is None
        and relation.predicate not in _LASTING
        and relation.qualifiers.modality is Modality.ACTUAL
    ):
        time = calendar.of_sentence_before(_dated(relation))
    span = relation.object.span
    is_party = relation.predicate == "partyTo" and relation.qualifiers.polarity is Polarity.POSITIVE
    told = calendar.inside(span) if is_party and span is not None else None
    return told if told is not None and time in {None, f"/{told}"} else time


def times_of(relation: Relation, first: str | None, calendar: Calendar) -> Iterator[str | None]:
    """Give all times of a relation, of which the first is told: "fought in 2008 and *again in 2009*"."""
    yield first
    if first is None or relation.predicate in {"knownAs", "represents"}:
        return
    is_event = relation.predicate in _EVENTS
    further = [*calendar.times_again(relation.trigger, first, is_event=is_event)]
    if relation.predicate in _REPEATED:
        further += calendar.in_row(first, relation.trigger)
    yield from (time for time in dict.fromkeys(further) if time != first)


def _called_for(relation: Relation, calendar: Calendar) -> str | None:
    """Give from when or until when something has a name; a day on which it is called so says neither.

    What is known today as it was not once, "Ceylon has been known as Sri Lanka since 1972", had the other name before.
    """
    is_turned = relation.object.span == relation.subject.span
    time = None if is_turned else calendar.time_of(relation.trigger)
    return time if time is not None and "/" in time else None


def _term_of(relation: Relation, calendar: Calendar) -> str | None:
    """Give when somebody holds an office: beside its words, else in brackets behind the name.

    They may stand behind the state too: "King Hussein *of Jordan* (1952-1999)".
    """
    held = next(filter(None, map(calendar.held, _office_words(relation.trigger))), None)
    name, state = relation.subject.span, relation.object.span
    if held is not None or name is None:
        return held
    is_joined = state is not None and 0 < state.start - name.end <= len(" of the ")
    return calendar.term_behind((is_joined and state) or name)


def _office_words(last: Token) -> Iterator[Token]:
    """Give the last word of an office and the noun that heads it: "*president* of *Georgia*"."""
    yield last
    if last.dep_ == "pobj" and last.head.dep_ == "prep":
        yield last.head.head


def _is_said_then(relation: Relation) -> bool:
    """Tell whether a relation comes about by being said: "ruled in 1999 that", "said in 1961 that X was its own".

    What others say of it does not make it: "officials *said on Monday* that the court had ruled for X".
    """
    if relation.attribution is not None:
        return False
    if relation.predicate == "claims":
        return relation.voice is not None
    trigger = relation.trigger
    is_apart = trigger.dep_ == "advcl" and _clause_of(trigger) is None
    if relation.is_hearsay or is_apart or (trigger.dep_ == "conj" and not shares_subject(trigger)):
        return False
    is_own = relation.voice is not None and relation.voice.entity == relation.subject.entity
    return relation.predicate in _RULED or (is_own and relation.predicate in STATED)


def _reporter_above(trigger: Token) -> Token:
    """Give the verb whose clause a predicate stands in, else what it depends on."""
    return (_clause_of(trigger) or trigger).head


def _clause_of(trigger: Token) -> Token | None:
    """Give the verb of the content clause that a predicate stands in."""
    return next((t for t in (trigger, *islice(trigger.ancestors, 3)) if t.dep_ == "ccomp"), None)


def _dated(relation: Relation) -> Token:
    """Give the predicate whose time is the relation's: of "found the 1955 accord void" that of the finding.

    Of who is listed in the entry of a register it is what the entry is about.
    """
    trigger = relation.trigger
    if heading := heading_of_entry(trigger):
        return heading[0]
    is_judged = relation.predicate == "rejectsClaimOf" and trigger.dep_ == "nsubj"
    return trigger.head.head if is_judged and trigger.head.dep_ == "ccomp" else trigger
