"""Which time expression dates which relation: one on its predicate, on its verb, or on a treaty."""

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from kgraph.cues import load_cues
from kgraph.model import Span
from kgraph.propositions.arguments import first_child, first_conjunct, has_infinitive, is_verb, verb_above
from kgraph.propositions.ellipsis import is_followed
from kgraph.propositions.scopes import Step, reach_of
from kgraph.propositions.times import Headings, TimeExpression, add_duration, find_times

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
_PRESENT = frozenset({"VBP", "VBZ"})
_RANKS = frozenset({"first", "only", "second", "third"})  # of the children of a noun before "since"
_MAX_CLIMB = 8
_BEHIND_MEMBER = re.compile(r"\s*\(?(?:(?:in|on|(?P<bound>since|until|till))\s+)?")
_BOUNDS = {"since": "{}/", "until": "/{}", "till": "/{}"}
_BEGINNINGS = frozenset({"begin", "commence", "initiate", "launch", "open", "start"})
_ENDINGS = frozenset({"cease", "end", "expire", "finish"})
_TAKING = frozenset(
    {"assume", "establish", "gain", "regain", "seize", "take"}
)  # "took control in 1999": since then
# What is announced or agreed to have happened or to be going to is dated with it; what is said, is not.
_DATING_REPORTS = frozenset({"agree", "announce", "decide", "declare", "order"})
_CONSEQUENCES = frozenset({"cause", "lead", "result", "contribute", "prevent"})
_HAPPENING = frozenset({"conduct", "convene", "happen", "hold", "occur", "stage", "take"})
# Who does so at a time did then what it was done for: "hosted X to launch the dialogue on May 2".
_DONE_WITH = frozenset(
    {"attend", "begin", "conclude", "discuss", "hold", "launch", "mark", "open", "resume", "sign"}
)
_TRIPS = frozenset(
    {"travel", "visit"}
)  # "on March 30 will travel to X for talks"; who arrives has not met yet
_TOPICAL = frozenset({"about", "concerning", "regarding"})  # "spoke today about the build-up"
_BESIDE = frozenset({"after", "during", "following"})  # "spoke after the talks on Friday"
_LASTING = frozenset({"administer", "claim", "contest", "control", "dispute", "govern", "hold", "occupy"})
_DECISIONS = frozenset({"award", "decision", "decree", "judgment", "ruling"})
_BREACHES = frozenset({"breach", "contravention", "contrary", "defiance", "disregard", "violation"})
_CONCLUDING = frozenset({"adopt", "conclude", "initial", "sign"})
# "invaded in 1982 and occupied it": who goes in takes at once; of other verbs in a row each has its own time.
_ENTERING = frozenset({"attack", "enter", "invade", "land", "march", "storm"})
_SEIZING = frozenset({"annex", "capture", "occupy", "overrun", "seize", "take"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time on a token: where it stands and whether it is part of a name ("the 1956 declaration")."""

    value: str
    start: int
    in_name: bool


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
            for token, value in _hanging(time, words) if words is not None else ():
                found[token.i].append(_Dated(value, time.span.start, time.in_name))
        return found

    def time_of(self, trigger: Token) -> str | None:
        """Give the ISO 8601 time of a predicate.

        It is the predicate's own, else that of the verb that carries it ("agreed last year to resume"), else
        that of the instrument by which it came about ("ceded under the treaty of 1898"), else what heads its
        entry in a chronology ("1898: Spain cedes"). What began then is open at the end (`2005/`), what ended
        then at the start (`/2008`).
        """
        bearers = tuple(_bearers(trigger))
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
                return _BOUNDS.get(between["bound"] or "", "{}").format(time.value)
        return None

    def _at(self, token: Token, trigger: Token) -> str | None:
        times = self._of.get(token.i, ())
        return min(times, key=lambda t: (t.in_name, abs(t.start - trigger.idx))).value if times else None

    def _of_the_first(self, verb: Token) -> str | None:
        """Give the time of the first of two verbs with one subject, where it holds for the second too.

        It does where it stands before both ("In 1990 X occupied and annexed Y"), and where the second comes with
        the first ("invaded Y in 1990 and annexed it"), but not of what is so to this day ("and *has* a claim to Z").
        """
        first = verb.head
        if verb.dep_ != "conj" or not is_verb(first) or not _shares_subject(verb):
            return None
        if first.tag_ == "VBD" and verb.tag_ in _PRESENT:
            return None
        follows = first.lemma_.lower() in _ENTERING and verb.lemma_.lower() in _SEIZING
        times = self._of.get(first.i, ())
        return next((t.value for t in times if t.start < first.idx or (follows and t.start < verb.idx)), None)

    def _of_the_instrument(self, trigger: Token) -> str | None:
        verb = _carrier(trigger)
        if not is_verb(verb) or verb.lemma_.lower() in _LASTING:
            return None
        bearers = [token for noun in _instruments(verb) for token in (noun, *_concluded(noun))]
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
    """Tell whether a noun is one of a list, or belongs to a verb that is left out: "X holds A and *Y B*"."""
    return noun.dep_ == "conj" or noun.head.dep_ == "orphan" or first_child(noun, "conj") is not None


def _lasting(verb: Token, value: str) -> str:
    """Add the end where a verb of the past says how long it lasted: "on 2 April 1982 … for ten weeks"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in _LASTING:
        return value
    phrases = (token for token in verb.children if token.dep_ == "prep" and token.lower_ == "for")
    stated = (noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text for p in phrases for noun in p.children)
    return next((end for words in stated if (end := add_duration(value, words))), value)


def _bounded(value: str, bound: str) -> str:
    return value if "/" in value or not bound else bound.format(value)


# -- from a time expression up -----------------------------------------------------------------------------


def _hanging(time: TimeExpression, words: Words) -> Iterator[tuple[Token, str]]:
    """Give the tokens that a time dates, each with the value that it has there."""
    yield from ((token, _bounded(time.value, bound)) for token, bound in _anchors(words, time.in_name))
    yield from ((clause, time.value.strip("/")) for clause in _when_clauses(words))


def _when_clauses(words: Words) -> list[Token]:
    """Give the clauses that say what happened then: "since 1999, when planes bombed X"."""
    clauses = [c for word in words for c in word.children if c.dep_ == "relcl" and _has_mark(c, "when")]
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
    if not in_name and token.head != before and before.dep_ == "prep" and is_verb(before.head):
        yield from _from_verb(
            before.head, _BOUNDS.get(before.lower_, bound)
        )  # "On 17 May Kosovo": no part of a name
        return
    is_found = False
    for _ in range(_MAX_CLIMB):
        if token.head == token or (token.dep_ not in _THROUGH and is_found) or _says_what(token, words):
            return
        token = token.head
        if token.pos_ == "ADJ" and token.dep_ == "advcl":
            return  # "*Independent* from France in 1960, Mauritania annexed"
        bound = _BOUNDS.get(token.lower_, bound) if token.i < words.start else bound
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
    """Give the verb that says what was done in a war: "captured the heights in the 1967 *war*"."""
    is_within = event.dep_ == "pobj" and event.head.lower_ in {"during", "in"} and is_verb(event.head.head)
    return [event.head.head] if is_within and event.lemma_.lower() in load_cues().presupposed_warfare else []


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
    if verb.dep_ in {"acl", "relcl"} and verb.lemma_.lower() in _BEGINNINGS:
        yield verb.head, _BOUNDS["since"]
    if verb.dep_ in {"acl", "relcl"} and _is_happening(verb):
        yield from ((noun, bound) for noun in _nouns_above(verb))
    if verb.dep_ == "advcl":
        for word in ("since", "until", "till", "when"):
            if _has_mark(verb, word):
                yield verb.head, _BOUNDS.get(word, bound)


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


def _has_mark(verb: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in {"mark", "advmod"} for c in verb.children)


# -- from a predicate up -----------------------------------------------------------------------------------


def _bearers(trigger: Token) -> Iterator[tuple[Token, str]]:
    """Give the tokens whose time is the predicate's, nearest first, each with the bound that it sets."""
    reach, token = reach_of(trigger), trigger
    bound = next(filter(None, map(_bound_by, reach.steps)), "")
    for step in reach.steps:
        if step.below is not None and not _shares_time(step):
            return
        token = step.token
        yield token, bound
    if reach.is_given:
        yield from _what_ended(token)
    else:
        yield from ((above, bound) for above in _verbs_beside(token, trigger))


def _shares_time(step: Step) -> bool:
    """Tell whether what is below happens when what is above does."""
    lemma = step.token.lemma_.lower()
    if lemma == "anniversary" or step.preposition in _TOPICAL:
        return False
    if step.preposition == "for":
        return lemma in _TRIPS
    if step.is_clause:
        is_marked = step.below is not None and first_child(step.below, "mark") is not None
        return is_marked and (lemma in _DATING_REPORTS or _is_cleft(step.token))
    return step.link != "nsubj" or lemma not in _CONSEQUENCES


def _is_cleft(verb: Token) -> bool:
    """Tell whether a clause singles a time out: "it was in 1954 that X occupied Y"."""
    subject = first_child(verb, "nsubj")
    is_it = subject is not None and subject.lower_ == "it" and verb.lemma_.lower() == "be"
    return is_it and first_child(verb, "attr", "acomp") is None


def _bound_by(step: Step) -> str:
    """Give the open end of what began: "launched talks", "took control"."""
    lemma = step.token.lemma_.lower()
    is_taken = (
        lemma in _TAKING and step.below is not None and step.below.lemma_ in load_cues().presupposed_states
    )
    is_begun = lemma in _BEGINNINGS and step.link in {"dobj", "nsubj", "nsubjpass", "xcomp"}
    return _BOUNDS["since"] if is_begun or is_taken else ""


def _what_ended(noun: Token) -> Iterator[tuple[Token, str]]:
    """Give the verb that says when a lasting thing ended: "Nigeria's control ended in 2008"."""
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _ENDINGS:
        yield noun.head, _BOUNDS["until"]


def _verbs_beside(token: Token, trigger: Token) -> Iterator[Token]:
    """Give the verb whose adjunct the predicate is: "under its control", "after talks", "starting a war"."""
    is_beside = token.head.lower_ == "under" or (token == trigger and token.head.lower_ in _BESIDE)
    if token.dep_ == "pobj" and is_beside and is_verb(token.head.head):
        yield token.head.head
    # "will be in X on Friday, where he is to meet Y"
    is_place = token.dep_ == "relcl" and _has_mark(token, "where")
    above = verb_above(token) if is_place else None
    if above is not None and (above.tag_ != "VBD" or token.tag_ not in _PRESENT):
        yield above  # and not of "X, where its troops *are*, broke away in 1990"
    if token.tag_ == "VBD":
        yield from (c for c in token.children if c.dep_ == "advcl" and _is_done_with(c))
    if token.dep_ == "advcl" and token.tag_ == "VBG" and first_child(token, "mark", "nsubj") is None:
        yield token.head
    has_agent = first_child(token, "agent") is not None  # "claimed by A but annexed by B in 1821"
    if token.tag_ in {"VBD", "VBN"} and not has_agent:  # "detached the region and ceded it in 1939"
        yield from (
            c for c in token.children if c.dep_ == "conj" and c.tag_ == token.tag_ and _shares_subject(c)
        )


def _is_done_with(verb: Token) -> bool:
    return verb.lemma_.lower() in _DONE_WITH and has_infinitive(verb)


def _shares_subject(verb: Token) -> bool:
    return first_child(verb, "nsubj", "nsubjpass") is None


# -- instruments -------------------------------------------------------------------------------------------


def _carrier(trigger: Token) -> Token:
    """Give the verb of a noun that is its subject or stands "under" ("placed under its rule")."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "under":
        return trigger.head.head
    return trigger.head if trigger.dep_ == "nsubjpass" else trigger


def _instruments(verb: Token) -> Iterator[Token]:
    """Find the treaties and decisions by which something came about: they did it, or it was by them."""
    nouns = load_cues().instruments_nouns | load_cues().bodies_nouns | _DECISIONS
    below = [c for c in verb.children if c.dep_ == "nsubj"]
    for preposition in verb.children:
        if preposition.lower_ in {"under", "by", "in", "with", "through"}:
            below += [c for c in preposition.children if c.dep_ == "pobj"]
    above = [verb.head] if verb.dep_ in {"acl", "relcl"} else []
    yield from (noun for noun in (*below, *above) if noun.lemma_.lower() in nouns)


def _concluded(instrument: Token) -> list[Token]:
    """Give the verbs that say when an instrument was made: "in a treaty that they signed on 6 March"."""
    clauses = [c for c in instrument.children if c.dep_ in {"acl", "relcl"}]
    clauses += [instrument.head] if instrument.dep_ == "dobj" else []
    return [c for c in clauses if c.lemma_.lower() in _CONCLUDING]
