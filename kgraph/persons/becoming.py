"""Who is said to be or to become what: "X X was elected president", "received X X as consul"."""

from collections.abc import Collection, Sequence

from kgraph.persons.asides import (
    PARTING,
    over_aside,
    over_bracket,
    over_description,
    over_home,
    over_suffix,
)
from kgraph.persons.names import name_end, name_start, skip_prefixes
from kgraph.persons.phrases import (
    DETERMINERS,
    MIN_FULL_NAME_WORDS,
    POSSESSIVES,
    RELATING,
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
# Between a verb and an office: "sworn *in* as", "came *to power* as", "took *the oath of office* as".
_TAKING = frozenset(
    """
    in over office up duty power to on out down oath of the control again throne one two three term terms
    country island islands nation state government at
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_POSTS = frozenset(["job", "office", "position", "post", "role"])
_HOLDING = frozenset(["assume", "assumed", "assumes", "held", "holds", "occupied", "took", "takes"])
_DISTINCT = frozenset(["first", "second", "third", "fourth", "last", "only", "youngest", "oldest"])
_WINNING = frozenset(["beat", "defeated", "overthrew", "returned", "rose", "seized", "won"])
# When somebody is sworn in "*on Tuesday* as", "*late last month* as".
_WHEN = frozenset(
    """
    on in late early last this earlier later next day week month year today yesterday tomorrow
    """.split()  # noqa: SIM905 - a list of words reads best as words
).union((month.casefold() for month in MONTHS), WEEKDAYS)
_PARTING_CLAUSES = PARTING | {","}
_THEN = ["at", "the", "time"]
_AT_THAT_TIME = ["at", "that", "time"]
_LINKS = (("to", "serve", "as"), ("to", "be"), ("as",), ("to",))
_ENDS_OF_TITLE = frozenset([".", ",", ";", "to", "in", "on", "at", "until"])  # no "as the minister watched"
_HIM = frozenset(["him", "her", "them"])
_HIMSELF = frozenset(["himself", "herself"])
_JOINING = frozenset(["and", "of", "or", "who", "whose"])
_TO_POWER = (["to", "office"], ["to", "power"])  # "brought X X *to power* as"
_MAX_RECEIVER = 9  # words of "to President X in Moscow"
_MAX_TERM = 7  # words of "to a six-year term"
_FOR = frozenset(["for", "to"])
_MAX_TO_SUBJECT = 40  # words from "and became" to where its sentence begins
_MAX_TENURE = 7  # words of "'s presentation of his credentials"
_MAX_TITLE = 5  # words of another title before a name
_MAX_BEFORE_TITLE = 5  # words: "the first *directly elected* president"
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
    at = _over_post(words, _description_start(words, phrase.title_first, titles), titles)
    if [word.key for word in words[max(0, at - len(_THEN)) : at]] in (_THEN, _AT_THAT_TIME):
        at -= len(_THEN)  # "who was *at the time* Canada's minister"
    is_owner = phrase.stop < len(words) and words[phrase.stop].key in POSSESSIVES
    is_told = bool(phrase.agents) or phrase.title.kind in UNDERSTOOD_KINDS or words[at].key == "its"
    if not is_told or is_owner or phrase.is_plural or at < MIN_FULL_NAME_WORDS + 1:
        return []
    is_being = words[at - 1].key in _BEING and _link_start(words, at) == at
    is_sent = words[phrase.title_stop - 2].key == "to"  # "X X was the first ambassador *to Peru*"
    if is_being and not phrase.agents and phrase.title.kind not in _RULING_KINDS and not is_sent:
        return []  # "X X is the ambassador"
    stop = _subject_end(words, at, titles)
    if stop is None:
        stop = _link_start(words, at)
        stop -= words[stop - 1].key == "who" and words[stop].key == "as"  # "X X, who as president"
        stop -= 2 * ([word.key for word in words[max(0, stop - 2) : stop]] in _TO_POWER)
        if (owner := _over_tenure(words, stop, titles)) is not None:
            stop = owner
        elif not _is_appointing(words, stop, at, phrase, titles):
            return []
    stop = over_bracket(words, stop - (words[stop - 1].key == ","))
    stop = over_home(words, over_suffix(words, stop), titles)
    start = name_start(words, stop, titles)
    named = skip_prefixes(words, start, titles)  # "Mr. Abe" will do
    is_named = stop - named >= MIN_FULL_NAME_WORDS or (stop > named > start)
    return [Holder(first=named, stop=stop)] if is_named else []


def _description_start(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where the words before a title begin that only describe it: "*the country's first directly elected*"."""
    first = at
    while first > 0 and _stands_before_title(words[first - 1], titles):
        first -= 1
        if words[first].key in POSSESSIVES and first > 0 and _is_owner(words[first - 1], titles):
            first -= 1
    for place in range(first - 1, max(0, first - _MAX_BEFORE_TITLE), -1):
        word = words[place]
        if word.key in DETERMINERS or word.key in POSSESSIVES:
            return _description_start(words, place + 1, titles)
        if place < first - 1 and titles.has("becoming", word):
            return place + 1  # "was named *youth* minister"
        if not _may_describe(word, titles):
            break
    return first


def _is_owner(word: Word, titles: Titles) -> bool:
    """Tell "the *country's* new president", "the *President's* representative"."""
    return titles.has("polity", word) or titles.is_office(word)


def _may_describe(word: Word, titles: Titles) -> bool:
    """Tell whether a word may stand between "the" and a title: "*youngest-ever*", "*elected*", but no "of"."""
    is_plain = word.mention is None and word.text.islower() and word.text[:1].isalpha()
    return is_plain and word.key not in RELATING | {"time"} and not titles.has("clausal", word)


def _over_post(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where "the *post of*" begins before a title; the title's place where none stands there."""
    is_post = at > 2 and words[at - 1].key == "of" and words[at - 2].key in _POSTS
    return _description_start(words, at - 2, titles) if is_post else at


def _link_start(words: Sequence[Word], at: int) -> int:
    """Give where "as", "to be" or "promoted *to*" begins before a title; the title's place where none stands there."""
    before = [word.key for word in words[max(0, at - 3) : at]]
    return at - next((len(link) for link in _LINKS if tuple(before[-len(link) :]) == link), 0)


def _subject_end(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give where the name ends before "was elected", "has served as", ", who is"; None without such a verb."""
    verb = _taking_verb(words, at, titles)
    if verb is None:
        return None
    verb = _over_distinction(words, verb)
    while verb > 0 and _stands_before_verb(words, verb - 1):
        verb -= 1
    if verb > 1 and words[verb - 1].key == "and":
        return _first_subject_end(words, verb - 1, titles)
    if verb > 1 and words[verb - 1].key == "to" and words[verb].key == "become":
        return _first_subject_end(words, verb - 1, titles, _WINNING)
    if verb > 1 and words[verb - 1].key == "who":
        verb = over_description(words, verb - 1)
    elif verb > 0 and words[verb - 1].key == ",":  # "X X, serving as"
        verb = over_aside(words, verb - 1, titles)
    return verb


def _taking_verb(words: Sequence[Word], at: int, titles: Titles) -> int | None:
    """Give the verb by which somebody takes or has the office that begins here, without its auxiliaries.

    "*elected* president", "*served* twice as", "*promoted* to", "*held* the post of", "*is* the".
    """
    link = _link_start(words, at)
    if words[link].key == "to" and link == at - 1:
        verb = _before_as(words, link - 1, titles)
        is_raised = titles.has("rising", words[verb])
        return verb if is_raised or (_is_post(words, at) and titles.has("becoming", words[verb])) else None
    if _is_post(words, at) and link == at and words[at - 1].key in _HOLDING:
        return at - 1
    verb = at - 1
    is_as = link < at
    if is_as:
        verb = _over_predecessor(words, _before_as(words, link - 1, titles), titles)
    is_own = verb > 0 and words[verb].key in _HIMSELF
    verb -= is_own
    is_passive = is_as or is_own or words[verb - 1].key in _PASSIVE
    is_verb = titles.has("becoming", words[verb]) or (is_passive and titles.has("serving", words[verb]))
    is_verb = is_verb or (is_as and titles.has("succeeding", words[verb]))
    return None if not is_verb and (is_as or words[verb].key not in _BEING) else verb


def _is_post(words: Sequence[Word], at: int) -> bool:
    """Tell whether "the post of" begins here."""
    return any(words[i].key in _POSTS for i in range(at, min(at + _MAX_BEFORE_TITLE, len(words))))


def _over_distinction(words: Sequence[Word], verb: int) -> int:
    """Give the verb of "*was* the first woman elected", "*became* the only general to become"; else the same verb."""
    end = verb - (words[verb - 1].key == "to")
    for at in range(end - 2, max(1, end - _MAX_BEFORE_TITLE), -1):
        if words[at].key in _DISTINCT and words[at - 1].key in DETERMINERS:
            is_said = words[at - 2].key in _BEING or words[at - 2].key in ("became", "becoming")
            return at - 2 if is_said else verb
        if not words[at].text.isalpha():
            break
    return verb


def _first_subject_end(
    words: Sequence[Word], stop: int, titles: Titles, verbs: Collection[str] = ()
) -> int | None:
    """Give where the name ends of who did something first: "*X X* overthrew the king and became president".

    It is the first full name of the sentence, with a verb behind it, one of those given.
    """
    first = sentence_start(words, stop)
    if stop - first > _MAX_TO_SUBJECT or any(word.text in PARTING for word in words[first:stop]):
        return None
    ends = ((at, name_end(words, at, titles)) for at in range(first, stop))
    end = next((end for at, end in ends if end - at >= MIN_FULL_NAME_WORDS), stop)
    if end >= stop or not words[end].text.islower() or words[end].key in _JOINING:
        return None
    return None if verbs and words[end].key not in verbs else end


def _before_as(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give the verb of "was sworn *in on Tuesday* as", "presented *his credentials to the king* as"."""
    at = _over_term(words, _over_receiver(words, at))
    while at > 0 and not titles.has("serving", words[at]) and _is_between(words, at):
        at -= 1
    if words[at].key == "credentials" and at > 1:
        at -= 1 + (words[at - 1].key in DETERMINERS)
    return at


def _is_between(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word may stand between a verb and "as": "led *Peru* as", "served *briefly* as"."""
    word = words[at]
    return is_agent(word) or _is_adverb(word) or word.key in _TAKING or _is_of_date(words, at)


def _stands_before_verb(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word may stand between a name and a verb: "*was narrowly* elected", "*in 1990* became"."""
    return words[at].key in _HAVING_BECOME or _is_adverb(words[at]) or _is_of_date(words, at)


def _is_adverb(word: Word) -> bool:
    return word.mention is None and word.text.islower() and word.text.endswith("ly")


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
    """Tell whether a word is of a date, or of what says when in place of one; "may be" is of none."""
    is_when = word.key in _WHEN and word.text != "may"
    return word.mention is None and (is_when or word.text.isdecimal())


def _over_predecessor(words: Sequence[Word], last: int, titles: Titles) -> int:
    """Give the verb of "*succeeded* Y Y as president", "*replaced* him as", "*took* over from Y Y as"; else it."""
    if words[last].key in _HIM and titles.has("succeeding", words[last - 1]):
        return last - 1
    start = name_start(words, last + 1, titles)
    if last + 1 - start < 1 or start < 1:
        return last
    before = start - 1
    if titles.has("succeeding", words[before]):
        return before
    return _before_as(words, before - 1, titles) if words[before].key == "from" and before > 1 else last


def _over_tenure(words: Sequence[Word], link: int, titles: Titles) -> int | None:
    """Give where the name ends before "*'s second term* as", "*'s presentation of his credentials* as"; else None."""
    if link >= len(words) or words[link].key not in ("as", "to"):
        return None
    for at in range(link - 1, max(1, link - _MAX_TENURE), -1):
        if words[at].key in POSSESSIVES:
            is_tenure = any(titles.has("appointment", word) for word in words[at + 1 : link])
            return at if is_tenure else None
        if words[at].mention is not None or not words[at].text.islower():
            break
    return None


def _is_appointing(words: Sequence[Word], link: int, at: int, phrase: OfficePhrase, titles: Titles) -> bool:
    """Tell whether a name stands behind "elected", "with", "the credentials of", or in ", as president"."""
    is_parted = words[link - 1].key == ","
    stop = over_suffix(words, link - is_parted)
    is_parted = is_parted and stop == link - 1  # a comma behind "Jr." parts nothing
    stop = over_bracket(words, stop)
    stop = over_home(words, stop, titles)
    start = name_start(words, stop, titles)
    if start == stop:
        return False
    before = _over_titles(words, start, titles)
    before -= words[before - 1].key == "in"  # "ushered *in*"
    is_linked = words[link].key in ("as", "to")
    is_raised = before > 0 and titles.has("rising", words[before - 1])
    is_made = is_linked and before > 0 and titles.has("appointing", words[before - 1])
    is_made = (
        is_raised if words[link].key == "to" and link == at - 1 else is_made or (is_linked and is_raised)
    )
    if is_parted:
        is_ended = phrase.stop == len(words) or words[phrase.stop].key in _ENDS_OF_TITLE
        return words[link].key == "as" and (words[start].opens or (is_made and is_ended))
    is_credited = (
        start > 1 and words[start - 1].key in _OF_WHOM and titles.has("appointment", words[start - 2])
    )
    is_credited = is_credited and words[link].key not in POSSESSIVES  # no "resignation of Mr. X's aide"
    return is_made or is_credited or _is_chosen(words, start, titles)


def _is_chosen(words: Sequence[Word], at: int, titles: Titles) -> bool:
    """Tell whether a verb of choosing ends here, over another title: "elected X X", "*elected party leader* X X"."""
    start = _over_titles(words, at, titles)
    return start > 0 and titles.has("becoming", words[start - 1])


def _over_titles(words: Sequence[Word], at: int, titles: Titles) -> int:
    """Give where other titles of somebody begin before his name: "elected *former general* X X"."""
    start = at
    while start > max(0, at - _MAX_TITLE) and _is_of_title(words[start - 1], titles):
        start -= 1
    is_titled = start < at and (titles.is_office(words[at - 1]) or titles.is_prefix(words[at - 1]))
    return start if is_titled else at


def _is_of_title(word: Word, titles: Titles) -> bool:
    if titles.has("becoming", word):
        return False
    kinds = ("modifier", "adjunct", "former", "outsider", "group")
    is_title = word.key == "party" or titles.is_office(word) or titles.is_prefix(word)
    return is_title or any(titles.has(kind, word) for kind in kinds)


def _stands_before_title(word: Word, titles: Titles) -> bool:
    """Tell whether a word between a name and the title that is taken says no more: "the *first Georgian* president"."""
    if titles.has("becoming", word):
        return False
    return word.key in _BEFORE_TITLE or is_agent(word) or titles.has("adjunct", word)
