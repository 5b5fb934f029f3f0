"""Which time expression dates which relation: one on its predicate, on its verb, or on a treaty."""

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from kgraph.cues import load_cues
from kgraph.dating.bearers import (
    BEGINNINGS,
    BOUNDS,
    PRESENT,
    carrier,
    has_mark,
    instruments_of,
    shares_subject,
    time_bearers,
    when_concluded,
)
from kgraph.model import Span
from kgraph.propositions.arguments import first_child, first_conjunct, is_verb
from kgraph.propositions.ellipsis import is_followed
from kgraph.propositions.times import Headings, TimeExpression, add_duration, find_times
from kgraph.tokens import Doc, Token, Words

__all__ = ["Calendar"]

# A time expression hangs on a clause through these; it is not carried into another clause.
_THROUGH = frozenset(
    {
        "advmod",
        "amod",
        "appos",
        "attr",
        "compound",
        "conj",
        "det",
        "dobj",
        "nmod",
        "npadvmod",
        "nummod",
        "pcomp",
    }
    | {"pobj", "poss", "prep", "quantmod", "tmod"}
)
_RANKS = frozenset({"first", "only", "second", "third"})  # of the children of a noun before "since"
_MAX_CLIMB = 8
_COUNTED_BACK = frozenset({"before", "earlier", "previously"})
_BEHIND_MEMBER = re.compile(r"\s*\(?(?:(?:in|on|(?P<bound>since|until|till))\s+)?")
_HAPPENING = frozenset(
    {
        "announce",
        "break",
        "conduct",
        "convene",
        "erupt",
        "flare",
        "happen",
        "hold",
        "make",
        "occur",
        "stage",
        "take",
    }
)
_LASTING = frozenset({"administer", "claim", "contest", "control", "dispute", "govern", "hold", "occupy"})
_BREACHES = frozenset({"breach", "contravention", "contrary", "defiance", "disregard", "violation"})
_RESPECTIVE = frozenset({"by", "from", "to"})
# "invaded in 1982 and occupied it": who goes in takes at once; of other verbs in a row each has its own time.
_ENTERING = frozenset({"attack", "enter", "invade", "land", "march", "storm"})
_SEIZING = frozenset({"annex", "capture", "occupy", "overrun", "seize", "take"})


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
            for token, value in _hanging(time, words) if words is not None else ():
                found[token.i].append(_Dated(value, time.span.start, time.in_name, is_by))
        return found

    def time_of(self, trigger: Token) -> str | None:
        """Give the ISO 8601 time of a predicate.

        It is the predicate's own, else that of the verb that carries it ("agreed last year to resume"), else
        that of the instrument by which it came about ("ceded under the treaty of 1898"), else what heads its
        entry in a chronology ("1898: Spain cedes"). What began then is open at the end (`2005/`), what ended
        then at the start (`/2008`).
        """
        bearers = tuple(time_bearers(trigger))
        own = ((self._at(token, trigger), bound) for token, bound in bearers)
        shared = ((self._of_the_first(token), bound) for token, bound in ((trigger, ""), *bearers))
        for value, bound in chain(own, shared):
            if value is not None:
                return _lasting(trigger, _bounded(value, bound))
        return self._of_the_instrument(trigger) or self._of_the_heading(trigger)

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
        first = bisect_left(self._times, span.end, key=lambda time: time.span.start)
        for time in self._times[first : first + 1]:
            between = _BEHIND_MEMBER.fullmatch(self._text, span.end, time.span.start)
            if between is not None and not time.in_name:
                return BOUNDS.get(between["bound"] or "", "{}").format(time.value)
        return None

    def _at(self, token: Token, trigger: Token) -> str | None:
        times = _of_second(self._of.get(token.i, ()), token, trigger)
        nearest = min(times, key=lambda t: (t.in_name, abs(t.start - trigger.idx)), default=None)
        if nearest is None:
            return None
        return nearest.value.strip("/") if nearest.is_by and _is_state(trigger) else nearest.value

    def since(self, office: Token) -> str | None:
        """Give since when somebody holds an office: "the president of Georgia *since 1995*"."""
        return next((time.value for time in self._of.get(office.i, ()) if time.value.endswith("/")), None)

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

    def _of_the_instrument(self, trigger: Token) -> str | None:
        verb = carrier(trigger)
        if not is_verb(verb) or verb.lemma_.lower() in _LASTING:
            return None
        bearers = [token for noun in instruments_of(verb) for token in (noun, *when_concluded(noun))]
        return next((value for token in bearers if (value := self._at(token, trigger)) is not None), None)

    def _of_the_heading(self, trigger: Token) -> str | None:
        """Give the time that heads the entry, but not to what lasts: "1982: X seizes A, which Y *claims*"."""
        is_aside = trigger.dep_ == "relcl" and trigger.lemma_.lower() in _LASTING
        return None if is_aside else self._headings.value_at(trigger.idx)


def _followed(noun: Token) -> Token | None:
    """Give the participle of "followed by X and *Y* in 1991", whose time is theirs."""
    by = first_conjunct(noun).head
    return by.head if by.lower_ == "by" and is_followed(by.head) else None


def _is_member(noun: Token) -> bool:
    """Tell whether a noun is one of a list, or belongs to a verb that is left out: "X holds A and *Y B*".

    So it does behind a preposition: "A was taken by X in 1914, and B *by Y* in 1917", "to X in 1783, *to Y* in 1954".
    """
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


def _bounded(value: str, bound: str) -> str:
    return value if "/" in value or not bound else bound.format(value)


# -- from a time expression up -----------------------------------------------------------------------------


def _of_second(times: Sequence[_Dated], verb: Token, noun: Token) -> Sequence[_Dated]:
    """Leave out the times of the first of two nouns: "became a capital *in 1800* and part of X *in 1942*"."""
    first = noun.left_edge
    if len(times) < 2 or noun.pos_ != "NOUN" or first.i == noun.sent.start or first.nbor(-1).lower_ != "and":
        return times
    behind = [time for time in times if time.start > noun.idx]
    is_parted = any(verb.idx < time.start < noun.idx for time in times)
    return behind if behind and is_parted else times


def _hanging(time: TimeExpression, words: Words) -> Iterator[tuple[Token, str]]:
    """Give the tokens that a time dates, each with the value that it has there."""
    yield from ((token, _bounded(time.value, bound)) for token, bound in _anchors(words, time.in_name))
    yield from ((clause, time.value.strip("/").rpartition("/")[2]) for clause in _when_clauses(words))


def _when_clauses(words: Words) -> list[Token]:
    """Give the clauses that say what happened then: "since 1999, when planes bombed X"."""
    clauses = [c for word in words for c in word.children if c.dep_ == "relcl" and has_mark(c, "when")]
    after = next((t for t in words.doc[words.end : words.end + 2] if t.text != ","), None)
    if after is not None and after.lower_ == "when" and after.head.dep_ == "advcl":
        clauses.append(after.head)  # "dates back to 1787, *when X became*"
    return clauses


def _anchors(words: Words, in_name: bool) -> Iterator[tuple[Token, str]]:
    """Climb from a time to the noun it names, or to the nouns and the verb that it can date, with bounds."""
    token, bound = words.root, ""
    if _is_of_rank(words):
        return
    if is_verb(token):  # "began in 1997" is one expression
        yield from _from_verb(token, bound)
        return
    before = words[0].nbor(-1) if words.start else token
    if (perfect := _told_before(words)) is not None:
        yield from _from_verb(perfect, bound)
        return
    is_led = before not in {token, token.head} and before.dep_ == "prep" and is_verb(before.head)
    if is_led and not in_name:
        yield from _from_verb(
            before.head, BOUNDS.get(before.lower_, bound)
        )  # "On 17 May Kosovo": no part of a name
        return
    is_found = False
    for _ in range(_MAX_CLIMB):
        if token.head == token or (token.dep_ not in _THROUGH and is_found) or _says_what(token, words):
            return
        token = token.head
        if token.pos_ == "ADJ" and token.dep_ == "advcl":
            return  # "*Independent* from France in 1960, Mauritania annexed"
        bound = BOUNDS.get(token.lower_, bound) if token.i < words.start else bound
        if is_verb(token):
            yield from _from_verb(token, bound)
            return
        if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ != "DATE":
            yield token, bound
            if _is_breached(token):
                return
            is_found = True
        if is_found and (_is_basis(token) or (in_name and not _is_in_title(token))):
            yield from ((verb, bound) for verb in _done_in(token))
            return


def _told_before(words: Words) -> Token | None:
    """Find what "had" been done "two years *earlier*" where the parser dates the verb above: "left as X *had*"."""
    verb = words.root.head
    if words[-1].lower_ not in _COUNTED_BACK or not is_verb(verb):
        return None
    between = words.doc[verb.i + 1 : words.start] if verb.i < words.start else words.doc[0:0]
    return next((t for t in reversed(between) if t.tag_ == "VBN" and _has_aux(t, "had")), None)


def _has_aux(verb: Token, word: str) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == word for c in verb.children)


def _says_what(token: Token, words: Words) -> bool:
    """Tell whether a time says since when a name is what stands behind it: "claims X, *a department since 2011*"."""
    is_before = token.dep_ == "appos" and token.i < words.start
    return is_before and any(c.lower_ in {"a", "an"} and c.dep_ == "det" for c in token.children)


def _is_of_rank(words: Words) -> bool:
    """Tell whether a time says how rare something is: "the first talks *since 1999*" began later."""
    if words[0].lower_ != "since" or not words.start:
        return False
    noun = words[0].nbor(-1)
    return any(c.tag_ in {"JJS", "RBS"} or c.lower_ in _RANKS for c in noun.children)


def _done_in(event: Token) -> list[Token]:
    """Give the verb that says what was done in a war: "captured the heights in the 1967 *war*".

    So does "until" where it was not done before: "did not recognise it until the 1783 *treaty*".
    """
    verb = event.head.head
    if event.dep_ != "pobj" or not is_verb(verb):
        return []
    is_within = event.head.lower_ in {"during", "in"}
    is_within = is_within and event.lemma_.lower() in load_cues().presupposed_warfare
    is_then = event.head.lower_ == "until" and first_child(verb, "neg") is not None
    return [verb] if is_within or is_then else []


def _is_basis(token: Token) -> bool:
    """Tell whether the token is what something lasts by: "claims the islands under the treaty of 1855"."""
    return token.head.lower_ == "under" and token.lemma_.lower() in load_cues().instruments_nouns


def _is_breached(token: Token) -> bool:
    """Tell whether the token is what something is against: "holds it in violation of the *agreement* of 2008"."""
    is_against = token.head.lower_ in {"of", "to"} and token.head.head.lower_ in _BREACHES
    return is_against and token.lemma_.lower() in load_cues().instruments_nouns


def _is_in_title(token: Token) -> bool:
    """Tell whether the token is a place within a title: "Paris" in "the Treaty of Paris of 1898"."""
    is_instrument = token.lemma_.lower() in load_cues().instruments_nouns
    return token.pos_ in {"PROPN", "ADP"} and token.dep_ in {"pobj", "prep"} and not is_instrument


def _from_verb(verb: Token, bound: str) -> Iterator[tuple[Token, str]]:
    """Give the verb, and what else its time dates: "talks which began", "since X fell", "when X left"."""
    yield verb, bound
    if verb.dep_ in {"acl", "relcl"} and verb.lemma_.lower() in BEGINNINGS:
        yield verb.head, BOUNDS["since"]
    if verb.dep_ in {"acl", "relcl"} and _is_happening(verb):
        yield from ((noun, bound) for noun in _nouns_above(verb))
    if verb.dep_ == "advcl":
        for word in ("since", "until", "till", "when"):
            if has_mark(verb, word):
                yield verb.head, BOUNDS.get(word, bound)


def _is_happening(verb: Token) -> bool:
    """Tell whether a clause says that something happened: "held in Vienna", "which took place"."""
    done = first_child(verb, "dobj")
    return verb.lemma_.lower() in _HAPPENING and (done is None or done.lower_ == "place")


def _nouns_above(verb: Token) -> Iterator[Token]:
    """Give the nouns that a clause may be said of: in "the meeting with X, which took place" the parser takes X."""
    token = verb.head
    for _ in range(_MAX_CLIMB):
        if token.pos_ in {"NOUN", "PROPN"}:
            yield token
        elif token.pos_ != "ADP":
            return
        if token.dep_ not in {"pobj", "prep", "conj"}:
            return
        token = token.head
