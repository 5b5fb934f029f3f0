"""Who is said to be or to become what: "X X was elected president", "received X X as consul"."""

from collections.abc import Sequence

from kgraph.persons.names import name_end, name_start, skip_prefixes
from kgraph.persons.phrases import (
    DETERMINERS,
    INDEFINITE,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    Holder,
    OfficePhrase,
    is_agent,
)
from kgraph.persons.titles import UNDERSTOOD_KINDS, Titles
from kgraph.persons.words import Word, sentence_start
from kgraph.times import MONTHS, WEEKDAYS

__all__ = ["holder_becoming"]

_RULING_KINDS = ("head", "minister")
_BEING = frozenset(["is", "was", "remains", "remained", "be", "been"])
_TAKING = frozenset(
    ["in", "over", "office", "up", "duty", "power", "to"]
)  # "sworn *in* as", "came *to power* as"
# When somebody is sworn in "*on Tuesday* as", "*late last month* as".
_WHEN = frozenset(
    """
    on in late early last this earlier later next day week month year today yesterday tomorrow
    """.split()  # noqa: SIM905 - a list of words reads best as words
).union((month.casefold() for month in MONTHS), WEEKDAYS)
_THEN = ["at", "the", "time"]
_AT_THAT_TIME = ["at", "that", "time"]
_LINKS = (("to", "serve", "as"), ("to", "be"), ("as",))
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr."])
_ENDS_OF_TITLE = frozenset([".", ",", ";", "to", "in", "on", "at", "until"])  # no "as the minister watched"
_HIMSELF = frozenset(["himself", "herself"])
_JOINING = frozenset(["and", "of", "or", "who", "whose"])
_PARTING = frozenset(';:"“”')  # between clauses, and around what somebody says
_PARTING_CLAUSES = _PARTING | {","}
_MAX_RECEIVER = 9  # words of "to President X in Moscow"
_MAX_TERM = 7  # words of "to a six-year term"
_FOR = frozenset(["for", "to"])
_MAX_TO_SUBJECT = 40  # words from "and became" to where its sentence begins
_MAX_DESCRIPTION = 9  # words of ", a lawyer from the north"
_MAX_BRACKET = 20  # words of "(a lawyer who had worked in the north)"
_MAX_ASIDE = 14  # words of ", from the National Front (NF),"
_OPENING_ASIDE = frozenset(["a", "an", "the", "from", "of", "himself", "herself"])
_CLAUSAL = frozenset(["and", "who", "which", "while", "where"])  # an aside with these tells of several
_MAX_TITLE = 5  # words of another title before a name
_PASSIVE = frozenset(["was", "were", "been", "being"])
_OF_WHOM = frozenset(["of", "for", "to"])
_HAVING_BECOME = frozenset(
    """
    was were has had been is
    then later first also subsequently now currently still once
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BEFORE_TITLE = (
    DETERMINERS
    | POSSESSIVES
    | {"first", "new", "interim", "acting", "accredited", "official", "also", "currently", "now", "still"}
)


def holder_becoming(words: Sequence[Word], phrase: OfficePhrase, titles: Titles) -> list[Holder]:
    """Read "X X was elected president", "X X is the spokesman for", "elected X X president", "with X X as consul"."""
    at = phrase.title_first
    while at > 0 and _stands_before_title(words[at - 1], titles):
        at -= 1
        if words[at].key in POSSESSIVES and at > 0 and titles.has("polity", words[at - 1]):
            at -= 1  # "emerged as the *country's* new president"
    if [word.key for word in words[max(0, at - len(_THEN)) : at]] in (_THEN, _AT_THAT_TIME):
        at -= len(_THEN)  # "who was *at the time* Canada's minister"
    is_told = bool(phrase.agents) or phrase.title.kind in UNDERSTOOD_KINDS or words[at].key == "its"
    if not is_told or phrase.is_plural or at < MIN_FULL_NAME_WORDS + 1:
        return []
    is_being = words[at - 1].key in _BEING and _link_start(words, at) == at
    if is_being and not phrase.agents and phrase.title.kind not in _RULING_KINDS:
        return []  # "X X is the ambassador"
    stop = _subject_end(words, at, titles)
    if stop is None:
        stop = _link_start(words, at)
        stop -= words[stop - 1].key == "who" and words[stop].key == "as"  # "X X, who as president"
        if not _is_appointing(words, stop, phrase, titles):
            return []
    stop = _over_bracket(words, stop - (words[stop - 1].key == ","))
    stop = _over_home(words, _over_suffix(words, stop))
    start = name_start(words, stop, titles)
    named = skip_prefixes(words, start, titles)  # "Mr. Abe" will do
    is_named = stop - named >= MIN_FULL_NAME_WORDS or (stop > named > start)
    return [Holder(first=named, stop=stop)] if is_named else []


def _link_start(words: Sequence[Word], at: int) -> int:
    """Give where "as", "to be" or "to serve as" begins before a title; the title's place where none stands there."""
    before = [word.key for word in words[max(0, at - 3) : at]]
    return at - next((len(link) for link in _LINKS if tuple(before[-len(link) :]) == link), 0)


def _over_suffix(words: Sequence[Word], stop: int) -> int:
    """Give where a name ends before ", Jr.,"; the same place where it has none."""
    at = stop - 1 - (words[stop - 1].key == ".")
    is_suffix = at > 1 and words[at].key in _SUFFIXES and words[at - 1].key == ","
    return at - 1 if is_suffix else stop


def _over_bracket(words: Sequence[Word], stop: int) -> int:
    """Give where a name ends before what a bracket says of him, "named X X *(a lawyer)* as"; else the same place."""
    if words[stop - 1].text != ")":
        return stop
    opening = (at for at in range(stop - 2, max(1, stop - _MAX_BRACKET), -1) if words[at].text == "(")
    return next(opening, stop)


def _over_home(words: Sequence[Word], stop: int) -> int:
    """Give where a name ends before whence somebody is, "X X *of Callao*"; the same place where it is not said."""
    is_home = stop > 2 and words[stop - 1].is_capitalised and words[stop - 2].key == "of"
    is_named = is_home and words[stop - 3].is_capitalised and words[stop - 3].mention is None
    return stop - 2 if is_named else stop


def _subject_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where the name ends before "was elected", "has served as", ", who is"; None without such a verb."""
    verb = at - 1
    link = _link_start(words, at)
    is_as = link < at
    if is_as:
        verb = _over_predecessor(words, _before_as(words, link - 1), titles)
    is_own = verb > 0 and words[verb].key in _HIMSELF
    verb -= is_own
    is_passive = is_as or is_own or words[verb - 1].key in _PASSIVE
    is_verb = titles.has("becoming", words[verb]) or (is_passive and titles.has("serving", words[verb]))
    is_verb = is_verb or (is_as and titles.has("succeeding", words[verb]))
    if not is_verb and (is_as or words[verb].key not in _BEING):
        return None
    while verb > 0 and (words[verb - 1].key in _HAVING_BECOME or _is_of_date(words, verb - 1)):
        verb -= 1
    if verb > 1 and words[verb - 1].key == "and":
        return _first_subject_end(words, verb - 1, titles)
    if verb > 1 and words[verb - 1].key == "who":
        verb = _over_description(words, verb - 1)
    elif verb > 0 and words[verb - 1].key == ",":  # "X X, serving as"
        verb = _over_aside(words, verb - 1, titles)
    return verb


def _over_aside(words: Sequence[Word], closing: int, titles: Titles) -> int:
    """Give where a name ends before an aside, by its closing comma: "X X, from the Broad Front, was elected"."""
    own = name_start(words, closing, titles)
    if closing - own >= MIN_FULL_NAME_WORDS and words[own - 1].key == ",":
        return closing  # "the vice president, X X, became"
    for at in range(closing - 1, max(1, closing - _MAX_ASIDE), -1):
        if words[at].opens or words[at].text in _PARTING or words[at].key in _CLAUSAL:
            break
        if words[at].key == "," and words[at + 1].key in _OPENING_ASIDE:
            return at
    return closing


def _over_description(words: Sequence[Word], who: int) -> int:
    """Give where a name ends before ", who", and before ", a lawyer from the north who"."""
    if words[who - 1].key == ",":
        return who - 1
    for at in range(who - 1, max(1, who - _MAX_DESCRIPTION), -1):
        if words[at].key in INDEFINITE and words[at - 1].key == ",":
            return at - 1
        if words[at].opens or words[at].text in ",.;":
            break
    return who


def _first_subject_end(words: Sequence[Word], stop: int, titles: Titles) -> int | None:
    """Give where the name ends of who did something first: "*X X* overthrew the king and became president".

    It is the first full name of the sentence, with a verb behind it.
    """
    first = sentence_start(words, stop)
    if stop - first > _MAX_TO_SUBJECT or any(word.text in _PARTING for word in words[first:stop]):
        return None
    ends = ((at, name_end(words, at, titles)) for at in range(first, stop))
    end = next((end for at, end in ends if end - at >= MIN_FULL_NAME_WORDS), stop)
    return end if end < stop and words[end].text.islower() and words[end].key not in _JOINING else None


def _before_as(words: Sequence[Word], at: int) -> int:
    """Give the verb of "was sworn *in on Tuesday* as", "presented *his credentials to the king* as"."""
    at = _over_term(words, _over_receiver(words, at))
    while at > 0 and (words[at].key in _TAKING or _is_of_date(words, at)):
        at -= 1
    if words[at].key == "credentials" and at > 1:
        at -= 1 + (words[at - 1].key in DETERMINERS)
    return at


def _over_term(words: Sequence[Word], last: int) -> int:
    """Give the word before "*to a six-year term*", "*for his second term*"; the same word for any other."""
    if words[last].key != "term":
        return last
    before = range(last - 1, max(0, last - _MAX_TERM), -1)
    return next((at - 1 for at in before if words[at].key in _FOR), last)


def _is_of_date(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word says when, or is a comma of a date: "was appointed on May 3, *1940,* to serve as"."""
    is_comma = words[at].text == "," and at > 0 and _says_when(words[at - 1])
    return _says_when(words[at]) or is_comma


def _over_receiver(words: Sequence[Word], last: int) -> int:
    """Give the word before "to *the king in Lima*" where that is whom credentials are shown to; else the same word."""
    first = max(1, last - _MAX_RECEIVER)
    to = next((at for at in range(last, first, -1) if words[at].key == "to"), first)
    is_whole = all(not word.opens and word.text not in _PARTING_CLAUSES for word in words[to : last + 1])
    return to - 1 if is_whole and words[to - 1].key == "credentials" else last


def _says_when(word: Word) -> bool:
    """Tell whether a word is of a date, or of what says when in place of one."""
    return word.mention is None and (word.key in _WHEN or word.text.isdecimal())


def _over_predecessor(words: Sequence[Word], last: int, titles: Titles) -> int:
    """Give the verb of "*succeeded* Y Y as president", "*took* over from Y Y as"; the same word for any other."""
    start = name_start(words, last + 1, titles)
    if last + 1 - start < 1 or start < 1:
        return last
    before = start - 1
    if titles.has("succeeding", words[before]):
        return before
    return _before_as(words, before - 1) if words[before].key == "from" and before > 1 else last


def _is_appointing(words: Sequence[Word], link: int, phrase: OfficePhrase, titles: Titles) -> bool:
    """Tell whether a name stands behind "elected", "with", "the credentials of", or in ", as president"."""
    is_parted = words[link - 1].key == ","
    stop = _over_suffix(words, link - is_parted)
    is_parted = is_parted and stop == link - 1  # a comma behind "Jr." parts nothing
    stop = _over_bracket(words, stop)
    stop = _over_home(words, stop)
    start = name_start(words, stop, titles)
    if start == stop:
        return False
    is_linked = words[link].key in ("as", "to")
    is_made = is_linked and start > 0 and titles.has("appointing", words[start - 1])
    if is_parted:
        is_ended = phrase.stop == len(words) or words[phrase.stop].key in _ENDS_OF_TITLE
        return words[link].key == "as" and (words[start].opens or (is_made and is_ended))
    is_credited = (
        start > 1 and words[start - 1].key in _OF_WHOM and titles.has("appointment", words[start - 2])
    )
    return is_made or is_credited or _is_chosen(words, start, titles)


def _is_chosen(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a verb of choosing ends here, over another title: "elected X X", "*elected party leader* X X"."""
    start = at
    while start > max(0, at - _MAX_TITLE) and _is_of_title(words[start - 1], titles):
        start -= 1
    is_titled = start == at or titles.is_office(words[at - 1])
    return start > 0 and is_titled and titles.has("becoming", words[start - 1])


def _is_of_title(word: Word, titles: Titles) -> bool:
    if titles.has("becoming", word):
        return False
    kinds = ("modifier", "adjunct", "former", "outsider", "group")
    return word.key == "party" or titles.is_office(word) or any(titles.has(kind, word) for kind in kinds)


def _stands_before_title(word: Word, titles: Titles) -> bool:
    """Tell whether a word between a name and the title that is taken says no more: "the *first Georgian* president"."""
    if titles.has("becoming", word):
        return False
    return word.key in _BEFORE_TITLE or is_agent(word) or titles.has("adjunct", word)
