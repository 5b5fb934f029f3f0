"""Which time expression dates which relation: one on its predicate, on its verb, or on a treaty."""

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, takewhile

from kgraph.cues import load_cues
from kgraph.dating.anchors import bounded, find_dated
from kgraph.dating.bearers import (
    BOUNDS,
    ENDINGS,
    PRESENT,
    asker_of,
    carrier,
    instruments_of,
    is_at_own_time,
    is_told_of,
    outbreak_of,
    shares_subject,
    time_bearers,
    when_concluded,
)
from kgraph.dating.repeated import times_in_row
from kgraph.dating.terms import BEFORE_TERM, enters_office, is_life, is_term, verb_of_holding
from kgraph.model import Span
from kgraph.propositions.arguments import first_child, first_conjunct, is_verb
from kgraph.propositions.ellipsis import is_followed
from kgraph.propositions.times import Headings, TimeExpression, add_duration, find_times
from kgraph.tokens import Doc, Token

__all__ = ["Calendar"]

_AGAIN = frozenset({"that", "the", "this"})
_MAX_BACK = 80  # words from an instrument to where it was named
_BEHIND_MEMBER = re.compile(r"\s*\(?(?:(?:in|on|(?P<bound>since|until|till))\s+)?")
_LASTING = frozenset({"administer", "claim", "contest", "control", "dispute", "govern", "hold", "occupy"})
_RESPECTIVE = frozenset({"by", "from", "to"})
# "invaded in 1982 and occupied it": who goes in takes at once; of other verbs in a row each has its own time.
_ENTERING = frozenset({"attack", "enter", "invade", "land", "march", "storm"})
_TOLD = frozenset({"had", "was", "were"})  # before a participle
# before the time that opens a sentence
_OPENING = re.compile(r"\W*(?:(?:in|on|at|during)\s+)?", re.IGNORECASE)
_LINKED = r"(?:,[^.;\n]{1,80}?,)?[\s,]*(?:(?:and|then|but)\s+){0,2}"  # with an aside or some words between
_AT = r"\s+(?:(?:in|on|at|during|from|between)\s+)?"
# "in April 2021 *and again in* September 2022"
_ONCE_MORE = re.compile(rf"{_LINKED}(?:once\s+)?again,?{_AT}")
# "a war in 1965 *and another in* 1971, *a third in* 1999"
_ONE_MORE = re.compile(
    rf"{_LINKED}(?:(?:yet\s+)?another|an?\s+(?:second|third|fourth|fifth|further))(?:\s+one)?{_AT}"
)
_SEIZING = frozenset({"annex", "capture", "occupy", "overrun", "seize", "take"})
_STATES = _LASTING - _SEIZING


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time on a token: where it stands and whether it is part of a name ("the 1956 declaration")."""

    value: str
    start: int
    in_name: bool
    is_by: bool  # "by 1900"


class Calendar:
    """The time expressions of a parsed part, by the predicate that each hangs on.

    They are looked for when first asked for: most texts say nothing that could have a time.
    """

    def __init__(self, doc: Doc, text: str, date: datetime.date | None):
        """Take a part, its text as it stands in the document, and the document's date."""
        self._doc = doc
        self._text = text
        self._date = date

    @cached_property
    def _times(self) -> Sequence[TimeExpression]:
        """List the time expressions in text order."""
        return find_times(self._text, self._date)

    @cached_property
    def _headings(self) -> Headings:
        return Headings(self._text, self._times)

    @cached_property
    def _of(self) -> Mapping[int, Sequence[_Dated]]:
        """Give the times that hang on a token, by its place."""
        found: defaultdict[int, list[_Dated]] = defaultdict(list)
        for time in self._times:
            words = self._doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            is_by = self._text.startswith(("By ", "by "), time.span.start)
            for token, value in find_dated(time, words) if words is not None else ():
                found[token.i].append(_Dated(value, time.span.start, time.in_name, is_by))
        of_things = {
            t.start for place, times in found.items() if not is_verb(self._doc[place]) for t in times
        }
        for place, times in tuple(found.items()):
            asker = asker_of(self._doc[place])
            if asker is not None and asker.i not in found:
                asked = [time for time in times if self._is_of_asking(time, self._doc[place])]
                found[asker.i] += [time for time in asked if time.start not in of_things]
        return found

    def _is_of_asking(self, time: _Dated, asked: Token) -> bool:
        """Tell whether a time behind what was asked for says when it was: it is over, and none of what is to come."""
        today = self._date.isoformat() if self._date is not None else time.value
        return time.start > asked.idx and not time.in_name and "/" not in time.value <= today

    def time_of(self, trigger: Token) -> str | None:
        """Give the ISO 8601 time of a predicate.

        It is the predicate's own, else that of the verb that carries it ("agreed last year to resume"), else
        that of the instrument by which it came about ("ceded under the treaty of 1898"), else what heads its
        entry in a chronology ("1898: Spain cedes"). What began then is open at the end (`2005/`), what ended
        then at the start (`/2008`).
        """
        if (whole := self._from_outbreak(trigger)) is not None:
            return whole
        bearers = tuple(time_bearers(trigger))
        own = ((self._at(token, trigger), bound) for token, bound in bearers)
        verbs = ((trigger, ""), *bearers)
        shared = ((self._of_the_first(token), bound) for token, bound in verbs)
        framing = ((self._of_the_frame(token), bound) for token, bound in verbs)
        for value, bound in chain(own, shared, framing):
            if value is not None:
                return self._of_a_guess(value, trigger) or _lasting(trigger, bounded(value, bound))
        return self._of_the_instrument(trigger) or self._of_the_heading(trigger)

    def times_again(self, trigger: Token, time: str, *, is_event: bool = False) -> Iterator[str]:
        """Give the further times of a predicate that its sentence dates: "was held in 1915 *and again in 1941*".

        Of an event another may be told: "fought a war in 1965 *and another in 1971*". Another treaty is another thing.
        """
        sentence = trigger.sent
        first = bisect_left(self._times, sentence.start_char, key=lambda each: each.span.start)
        told = takewhile(lambda each: each.span.end <= sentence.end_char, self._times[first:])
        is_meant = False
        for before, after in pairwise(told):
            is_meant |= before.value == time and not before.in_name
            if not is_meant:
                continue
            between = before.span.end, after.span.start
            is_again = _ONCE_MORE.fullmatch(self._text, *between)
            if not (is_again or (is_event and _ONE_MORE.fullmatch(self._text, *between))):
                return
            yield after.value

    def _from_outbreak(self, fight: Token) -> str | None:
        """Give the time of a fight of which a clause says when it broke out, with its end where that is told."""
        outbreak = outbreak_of(fight)
        told = self._at(outbreak, outbreak) if outbreak is not None else None
        begun = told.removesuffix("/") if told is not None else "/"
        if "/" in begun:
            return None
        ended = self._at(fight.head, fight.head)
        return f"{begun}/{ended}" if ended is not None and "/" not in ended else begun

    def in_row(self, value: str, trigger: Token) -> list[str]:
        """Give a time and those joined to it in the sentence of a predicate: "in *1965* and again in *1971*"."""
        start, end = trigger.sent.start_char, trigger.sent.end_char
        times = [time for time in self._times if start <= time.span.start < end]
        own = {verb for time in times if time.value == value for verb in self._verbs_dated(time)}
        of_one = [time for time in times if not (own and own.isdisjoint(self._verbs_dated(time) or own))]
        return times_in_row(self._text, of_one, value)

    def _verbs_dated(self, time: TimeExpression) -> set[int]:
        """Give the places of the verbs that a time hangs on."""
        dated = (place for place, times in self._of.items() if any(t.start == time.span.start for t in times))
        return {place for place in dated if is_verb(self._doc[place])}

    def inside(self, span: Span) -> str | None:
        """Give the time that a phrase itself names: "2004 cease-fire", "treaty of 1904"."""
        first = bisect_left(self._times, span.start, key=lambda time: time.span.start)
        following = self._times[first : first + 1]  # they do not overlap: the first ends before any other
        return next((time.value for time in following if span.contains(time.span)), None)

    def of_member(self, span: Span) -> str | None:
        """Give the time behind a member of a list, which is that one's own: "recognised X in 1991 and Y *in 1992*"."""
        words = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        head = words.root if words is not None else None
        followed = _followed(head) if head is not None else None
        if followed is not None:
            return self._at(followed, followed)
        if head is None or not _is_member(head):
            return None
        first = bisect_left(self._times, head.idx, key=lambda time: time.span.start)
        for time in self._times[first : first + 1]:
            is_inside = span.contains(time.span)
            between = _BEHIND_MEMBER.fullmatch(self._text, span.end, time.span.start)
            if is_inside and not time.in_name:
                return time.value
            if between is not None and not time.in_name:
                return BOUNDS.get(between["bound"] or "", "{}").format(time.value)
        return None

    def _at(self, token: Token, trigger: Token) -> str | None:
        times = _of_second(self._of.get(token.i, ()), token, trigger)
        nearest = min(
            times, key=lambda t: (t.in_name, ".." in t.value, abs(t.start - trigger.idx)), default=None
        )
        if nearest is None:
            return None
        if nearest.is_by and (_is_state(trigger) or _is_done(token)):
            return nearest.value.strip("/")
        closer = (each for other in times if (each := _closed(nearest, other) or _within(nearest, other)))
        return next(closer, nearest.value)

    def held(self, office: Token) -> str | None:
        """Give when an office is held: "president *from 1989 to 1999*", "*since* 1995", "*in 1995* became it"."""
        verb = verb_of_holding(office)
        bearers = (office, verb) if verb is not None else (office,)
        times = (time.value for token in bearers for time in self._of.get(token.i, ()))
        term = next(filter(is_term, times), None)
        if term is not None or verb is None or not enters_office(verb):
            return term
        begun = self._at(verb, verb)
        return bounded(begun, BOUNDS["since"]) if begun is not None else None

    def term_behind(self, name: Span) -> str | None:
        """Give the term in brackets behind the name of who holds an office: "Prime Minister X (*1979-1990*)".

        So many years as a life has are none, unless they are said to be in office.
        """
        first = bisect_left(self._times, name.end, key=lambda time: time.span.start)
        time = next(iter(self._times[first : first + 1]), None)
        if time is None or not is_term(time.value) or not self._text.startswith(")", time.span.end):
            return None
        lead = BEFORE_TERM.fullmatch(self._text, name.end, time.span.start)
        is_told = lead is not None and (lead["stated"] is not None or not is_life(time.value))
        return time.value if is_told else None

    def of_sentence_before(self, trigger: Token) -> str | None:
        """Give the time of what was done just before: "*On Friday* X met Y. They *discussed* the border".

        The sentence goes on with a pronoun, tells the past and says nothing of when.
        """
        sentence = trigger.sent
        verb = sentence.root
        if not sentence.start or verb.tag_ != "VBD" or not _goes_on(verb):
            return None
        if all(bearer != verb for bearer, _ in time_bearers(trigger)):
            return None
        before = trigger.doc[sentence.start - 1].sent
        told = self._text[before.start_char : sentence.start_char]
        if before.root.tag_ != "VBD" or "\n" in told[len(told.rstrip()) :]:
            return None
        first = bisect_left(self._times, sentence.start_char, key=lambda time: time.span.start)
        if any(time.span.start < sentence.end_char for time in self._times[first : first + 1]):
            return None
        value = self._at(before.root, before.root)
        return value if value is not None and "/" not in value else None

    def _of_the_first(self, verb: Token) -> str | None:
        """Give the time of the first of two verbs with one subject, where it holds for the second too.

        It does where it stands before both ("In 1990 X occupied and annexed Y"), and where the second comes with
        the first ("invaded Y in 1990 and annexed it"), but not of what is so to this day ("and *has* a claim to Z").
        """
        first = verb.head
        if verb.dep_ != "conj" or not is_verb(first) or not shares_subject(verb):
            return None
        if first.tag_ == "VBD" and verb.tag_ in PRESENT:
            return None
        follows = first.lemma_.lower() in _ENTERING and verb.lemma_.lower() in _SEIZING
        times = self._of.get(first.i, ())
        return next((t.value for t in times if t.start < first.idx or (follows and t.start < verb.idx)), None)

    def _of_the_frame(self, verb: Token) -> str | None:
        """Give the time that opens a sentence, where it frames all its clauses: "*In 1990* rule ended, and X *took* Y".

        Each tells what was done and none has a time of its own; what lasts is not of that time alone.
        """
        row = [verb]
        while row[-1].dep_ == "conj" and is_verb(row[-1].head):
            row.append(row[-1].head)
        *later, first = row
        if not later or verb.lemma_.lower() in _STATES or not all(map(is_told_of, row)):
            return None
        if any(is_at_own_time(each) or self._of.get(each.i) for each in later):
            return None
        opens = first.sent.start_char
        framing = (
            t for t in self._of.get(first.i, ()) if not t.in_name and not t.is_by and "/" not in t.value
        )
        return next((t.value for t in framing if _OPENING.fullmatch(self._text, opens, t.start)), None)

    def _of_the_instrument(self, trigger: Token) -> str | None:
        verb = carrier(trigger)
        bound = BOUNDS["until"] if verb.lemma_.lower() in ENDINGS else ""
        if not is_verb(verb) or verb.lemma_.lower() in _LASTING:
            return None
        instruments = list(instruments_of(verb))
        bearers = [token for noun in instruments for token in (noun, *when_concluded(noun))]
        values = (self._at(token, trigger) for token in bearers)
        known = next((bounded(value, bound) for value in values if value is not None), None)
        return known or next(filter(None, map(self._of_the_one_before, instruments)), None)

    def _of_a_guess(self, value: str, trigger: Token) -> str | None:
        """Give the date of the instrument in place of a guess: "ten years later, in the Treaty *of December 1970*"."""
        told = self._of_the_instrument(trigger) if value.endswith("~") else None
        return told if told is not None and told.startswith(value.rstrip("~")) else None

    def _of_the_one_before(self, instrument: Token) -> str | None:
        """Give the time of the instrument that is meant again: "the Treaty of Paris of 1763. Under *the treaty* …"."""
        if not any(c.dep_ == "det" and c.lower_ in _AGAIN for c in instrument.children):
            return None
        lemma = instrument.lemma_.lower()
        for token in reversed(instrument.doc[max(0, instrument.i - _MAX_BACK) : instrument.i]):
            if "\n" in token.text:
                return None
            if token.lemma_.lower() == lemma:
                own = (self._at(bearer, token) for bearer in (token, *when_concluded(token)))
                return next((value for value in own if value is not None and "/" not in value), None)
        return None

    def _of_the_heading(self, trigger: Token) -> str | None:
        """Give the time that heads the entry, but not to what lasts: "1982: X seizes A, which Y *claims*"."""
        is_aside = trigger.dep_ == "relcl" and trigger.lemma_.lower() in _LASTING
        return None if is_aside else self._headings.value_at(trigger.idx)


def _goes_on(verb: Token) -> bool:
    """Tell whether a sentence opens with a pronoun for who acted in the one before: "*They* discussed"."""
    subject = first_child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.tag_ == "PRP" and subject.i == verb.sent.start


def _closed(one: _Dated, other: _Dated) -> str | None:
    """Make one of what began and what ended: "*since 1990* X had held it, *until 2020*"."""
    begun, ended = (one, other) if one.value.endswith("/") else (other, one)
    is_apart = one.is_by or other.is_by
    is_begun = begun.value.endswith("/") and ended.value.startswith("/")
    return (
        begun.value + ended.value[1:] if is_begun and not is_apart and begun.value < ended.value[1:] else None
    )


def _within(one: _Dated, other: _Dated) -> str | None:
    """Give the other time where it is a closer one: "after clashes *in 2008*, X attacked Y *in August*"."""
    is_closer = other.value.startswith(f"{one.value}-") and not (other.in_name or other.is_by)
    return other.value if is_closer else None


def _followed(noun: Token) -> Token | None:
    """Give the participle of "followed by X and *Y* in 1991", whose time is theirs."""
    by = first_conjunct(noun).head
    return by.head if by.lower_ == "by" and is_followed(by.head) else None


def _is_member(noun: Token) -> bool:
    """Tell whether a noun is one of a list, or belongs to a verb that is left out: "X holds A and *Y B*".

    So it does behind a preposition: "A was taken by X in 1914, and B *by Y* in 1917", "to X in 1783, *to Y* in 1954".
    """
    if first_conjunct(noun).head.lower_ == "between":
        return False
    is_led = noun.dep_ == "pobj" and noun.head.lower_ in _RESPECTIVE
    if is_led and noun.head.dep_ == "conj":
        return True
    if is_led and noun.head.head.pos_ == "PROPN":
        return noun.head.head.dep_ == "conj"
    return noun.dep_ == "conj" or noun.head.dep_ == "orphan" or first_child(noun, "conj") is not None


def _lasting(verb: Token, value: str) -> str:
    """Add the end where a verb of the past says how long it lasted: "on 2 April 1982 … for ten weeks"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in _LASTING:
        return value
    phrases = (token for token in verb.children if token.dep_ == "prep" and token.lower_ == "for")
    stated = (noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text for p in phrases for noun in p.children)
    return next((end for words in stated if (end := add_duration(value, words))), value)


def _is_state(trigger: Token) -> bool:
    """Tell whether something lasts and does not end by a date: "by 1900 *controlled* it", but "is to leave by 2008"."""
    lemma = trigger.lemma_.lower()
    is_noun = lemma in load_cues().presupposed_states
    return is_noun or (lemma in _LASTING | load_cues().predicated_states and trigger.tag_ in {"VBD", "VBN"})


def _is_done(verb: Token) -> bool:
    """Tell whether something was over by a date: "*had left* by 30 May", but "*promised* the withdrawal by 2008"."""
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ in _TOLD for c in verb.children))
    return is_past and verb.lemma_.lower() not in load_cues().possibility_verbs | {"say"}


def _of_second(times: Sequence[_Dated], verb: Token, noun: Token) -> Sequence[_Dated]:
    """Leave out the times of the first of two nouns: "became a capital *in 1800* and part of X *in 1942*"."""
    first = noun.left_edge
    if len(times) < 2 or noun.pos_ != "NOUN" or first.i == noun.sent.start or first.nbor(-1).lower_ != "and":
        return times
    behind = [time for time in times if time.start > noun.idx]
    is_parted = any(verb.idx < time.start < noun.idx for time in times)
    return behind if behind and is_parted else times
