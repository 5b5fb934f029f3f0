"""From a time expression up to what it dates: the nouns that it describes, its verb, and what goes with that."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.dating.bearers import BEGINNINGS, BOUNDS, CONCLUDING, has_mark
from kgraph.propositions.arguments import first_child, is_verb
from kgraph.propositions.times import TimeExpression
from kgraph.tokens import Token, Words

__all__ = ["bounded", "find_dated"]

# A time expression hangs on a clause through these; it is not carried into another clause.
_THROUGH = frozenset(
    {
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "compound",
        "conj",
        "dative",
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
_JOINING = frozenset({"accede", "accept", "join", "make", "negotiate", "ratify", "reach"})
_APART = frozenset({"after", "before", "following", "since", "till", "until"})
_BEFORE = frozenset({"ahead", "before", "pending"})
_HOURS = frozenset({"dawn", "daybreak", "dusk", "midnight", "nightfall", "noon", "sunrise", "sunset"})
_COMPARED = frozenset({"like", "unlike"})
# What was at that time is why something is so, or is so all the same.
_GROUNDS = frozenset({"because", "despite", "due", "notwithstanding", "owing", "regardless", "thanks"})
_BREACHES = frozenset({"breach", "contravention", "contrary", "defiance", "disregard", "violation"})


def find_dated(time: TimeExpression, words: Words) -> Iterator[tuple[Token, str]]:
    """Give the tokens that a time dates, each with the value that it has there."""
    yield from ((token, bounded(time.value, bound)) for token, bound in _anchors(words, time.in_name))
    yield from ((clause, time.value.strip("/").rpartition("/")[2]) for clause in _when_clauses(words))
    yield from ((noun, time.value) for noun in _lasting_before(words) if _is_interval(time.value))


def _is_interval(value: str) -> bool:
    """Tell whether a time has a beginning and an end: `1910/1945`."""
    begun, _, ended = value.partition("/")
    return bool(begun and ended)


def _lasting_before(words: Words) -> Iterator[Token]:
    """Give what lasted so long, where the parser dates the verb: "discussed X's *rule* of Y from 1910 to 1945"."""
    if not words.start:
        return
    token = words[0].nbor(-1)
    for _ in range(_MAX_CLIMB):
        if token.dep_ not in {"compound", "pobj", "prep"}:
            break
        token = token.head
        if token.lemma_.lower() in load_cues().presupposed_states:
            yield token
            return


def _when_clauses(words: Words) -> list[Token]:
    """Give the clauses that say what happened then: "since 1999, when planes bombed X", "on 4 July, whereby X".

    Where none such word opens it, it is a clause of its own: "X fell, and *the following year* Y annexed Z".
    """
    below = [c for word in words for c in word.children if c.dep_ == "relcl"]
    clauses = [c for c in below if has_mark(c, "when") or has_mark(c, "whereby") or _is_bare(c, words)]
    after = next((t for t in words.doc[words.end : words.end + 2] if t.text != ","), None)
    if after is not None and after.lower_ in {"when", "whereby"} and after.head.dep_ == "advcl":
        clauses.append(after.head)  # "dates back to 1787, *when X became*"
    return clauses


def _is_bare(clause: Token, words: Words) -> bool:
    """Tell whether a clause follows a time at once and is no "last year *that* X left"."""
    return clause.left_edge.i == words.end and clause.left_edge.lower_ != "that"


def _anchors(words: Words, in_name: bool) -> Iterator[tuple[Token, str]]:
    """Climb from a time to the noun it names, or to the nouns and the verb that it can date, with bounds."""
    token, bound = words.root, ""
    if _is_of_rank(words) or _is_of_what_is_to_come(words):
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
        # "On 17 May Kosovo": no part of a name
        yield from _from_verb(before.head, BOUNDS.get(before.lower_, bound))
        return
    is_found = False
    for _ in range(_MAX_CLIMB):
        if token.head == token or (is_found and _ends_at(token)) or _says_what(token, words):
            return
        token = token.head
        if _is_of_its_own_time(token) or (is_found and _is_to_come(token)):
            return
        bound = BOUNDS.get(token.lower_, bound) if token.i < words.start else bound
        if is_verb(token):
            yield from _from_verb(token, bound)
            return
        if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ != "DATE":
            yield token, bound
            yield from () if in_name else _from_who_did(token, words, bound)
            if _is_breached(token) or _is_of_another_day(token, before):
                return
            is_found = True
        if is_found and (_is_basis(token) or (in_name and not _is_in_title(token))):
            yield from _done_in(token)
            return


def _is_to_come(token: Token) -> bool:
    """Tell whether something was done before the event of a time: "met *ahead* of the vote in June".

    So it is where it was done long after, on the *anniversary* of that; but not "before dawn" or "before the court".
    """
    below = {word for child in token.children for word in child.lemma_.lower().split()}
    is_event = _HOURS.isdisjoint(below) and load_cues().bodies_nouns.isdisjoint(below)
    return (token.lower_ in _BEFORE and is_event) or token.lemma_.lower() == "anniversary"


def _is_of_what_is_to_come(words: Words) -> bool:
    """Tell whether a time stands behind an event that was to come, be it that the parser dates the verb by it."""
    if not words.start:
        return False
    token = words[0].nbor(-1)
    if token.dep_ == "prep" and token.i > token.sent.start:
        token = token.nbor(-1)
    for _ in range(_MAX_CLIMB):
        if token.dep_ not in {"compound", "pobj", "prep"} or token.head.lower_ == "until":
            return False
        token = token.head
        if _is_to_come(token):
            return True
    return False


def _is_of_its_own_time(token: Token) -> bool:
    """Tell whether a word is not of the time of the verb above: "*Independent* from France in 1960, Oman annexed"."""
    return (token.pos_ == "ADJ" and token.dep_ == "advcl") or _is_compared(token) or _is_of_the_past(token)


def _is_of_the_past(token: Token) -> bool:
    """Tell whether a preposition leads to another time than its verb's: "claims X *despite* 1899", "*as* in 1982"."""
    if token.dep_ != "prep":
        return False
    is_like = token.lower_ == "as" and is_verb(token.head) and token.nbor(1).lower_ == "in"
    return is_like or token.lower_ in _COMPARED | _GROUNDS


def _from_who_did(noun: Token, words: Words, bound: str) -> Iterator[tuple[Token, str]]:
    """Give what somebody did at a time beside his name, which the parser takes to be of the name.

    It stands between commas behind it, "Britain, *late last month*, left", or before: "*the following May* Japan left".
    """
    if noun.dep_ not in {"nsubj", "nsubjpass"} or not is_verb(noun.head) or noun.head.i <= words.end:
        return
    is_before = noun.pos_ == "PROPN" and noun.left_edge.i == words.start and noun.i >= words.end
    if is_before or _is_set_off(noun, words):
        yield from _from_verb(noun.head, bound)


def _is_set_off(noun: Token, words: Words) -> bool:
    """Tell whether a time stands between commas behind a noun that it hangs on."""
    first = words.start
    while first and words.doc[first - 1].dep_ == "prep":
        first -= 1
    is_between = first > 0 and words.doc[first - 1].text == "," == words.doc[words.end].text
    return is_between and noun.right_edge.i >= words.end - 1 > noun.i


def _is_of_another_day(token: Token, before: Token) -> bool:
    """Tell whether a time says when what is spoken of was made: "revised the *treaty* of 1951"."""
    is_of = before.lower_ == "of" and before.head == token and token.dep_ == "dobj"
    if not is_of or token.lemma_.lower() not in load_cues().instruments_nouns:
        return False
    return token.head.lemma_.lower() not in CONCLUDING | _JOINING


def _is_compared(token: Token) -> bool:
    """Tell whether something only was more or less then: "*up* from 46 percent in July"."""
    return token.lower_ in {"down", "up"} and any(c.lower_ == "from" for c in token.children)


def _ends_at(noun: Token) -> bool:
    """Tell whether the time of a noun goes no further up: into another clause, or to another deed."""
    if _is_made(noun):
        return False
    return noun.dep_ not in _THROUGH or _is_deed_of_its_own(noun)


def _is_made(noun: Token) -> bool:
    """Tell whether a noun is what something was made or declared: "made X *a colony*", "was made *a colony*"."""
    return noun.dep_ in {"oprd", "ccomp"} and is_verb(noun.head) and first_child(noun, "cop", "mark") is None


def _is_deed_of_its_own(noun: Token) -> bool:
    """Tell a deed from the one that it is named with: "X's claim to A, and *Y's secession from B* in 1965"."""
    has_arguments = first_child(noun, "poss") is not None and first_child(noun, "prep") is not None
    return noun.dep_ == "conj" and has_arguments and first_child(noun.head, "prep") is not None


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


def _done_in(event: Token) -> Iterator[tuple[Token, str]]:
    """Give the verb that says what was done in a war, or since or until something: "held since the 1967 *war*".

    What was not done until something was done then: "did not recognise it until the 1783 *treaty*".
    """
    preposition, verb = event.head, event.head.head
    if event.dep_ != "pobj" or not is_verb(verb):
        return
    is_within = preposition.lower_ in {"during", "in"}
    is_within = is_within and event.lemma_.lower() in load_cues().presupposed_warfare
    bound = BOUNDS.get(preposition.lower_, "")
    is_then = bound == BOUNDS["until"] and first_child(verb, "neg") is not None
    if is_within or bound:
        yield verb, "" if is_then else bound


def _is_basis(token: Token) -> bool:
    """Tell whether the token is what something lasts by: "claims the islands under the treaty of 1855"."""
    return token.head.lower_ == "under" and token.lemma_.lower() in load_cues().instruments_nouns


def _is_breached(token: Token) -> bool:
    """Tell whether the token is what something is against: "holds it in violation of the *agreement* of 2008"."""
    is_against = token.head.lower_ in {"of", "to"} and token.head.head.lower_ in _BREACHES
    return is_against and token.lemma_.lower() in load_cues().instruments_nouns


def _is_in_title(token: Token) -> bool:
    """Tell whether the token is a place within a title: "Paris" in "the Treaty of Paris of 1898".

    What something is done after, or before, is none: "signed nothing after *the 1950-53 War*".
    """
    if token.dep_ == "pobj" and token.head.lower_ in _APART:
        return False
    is_instrument = token.lemma_.lower() in load_cues().instruments_nouns
    return token.pos_ in {"PROPN", "ADP"} and token.dep_ in {"pobj", "prep"} and not is_instrument


def _from_verb(verb: Token, bound: str) -> Iterator[tuple[Token, str]]:
    """Give the verb, and what else its time dates: "talks which began", "since X fell", "when X left"."""
    yield verb, bound
    if verb.dep_ in {"acl", "relcl"} and verb.lemma_.lower() in BEGINNINGS:
        yield verb.head, BOUNDS["since"]
    if verb.dep_ in {"acl", "relcl"} and _is_happening(verb):
        yield from ((noun, bound) for noun in _nouns_above(verb))
    if _says_since_when(verb):
        yield verb.head, BOUNDS["since"]
    if verb.dep_ == "advcl":
        for word in ("since", "until", "till", "when"):
            if has_mark(verb, word):
                yield verb.head, BOUNDS.get(word, bound)


def _says_since_when(verb: Token) -> bool:
    """Tell whether a participle says no more than since when: "was held by X, *beginning* in 1905"."""
    is_bare = first_child(verb, "ccomp", "dobj", "mark", "nsubj", "xcomp") is None
    is_beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_bare
    return is_beside and verb.lemma_.lower() in BEGINNINGS and is_verb(verb.head)


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


def bounded(value: str, bound: str) -> str:
    """Write a time with the open end that a word sets; of an interval its end counts: "until X took it in 1912-13"."""
    begun, _, ended = value.partition("/")
    if ".." in value or not bound or (ended and not begun) or value.endswith("/"):
        return value
    return bound.format(ended or begun)
