"""What the present tense tells of days to come: "X *meets* Y *next week*", "will be discussed *when* X *meets* Y"."""

from collections.abc import Iterator

from kgraph.propositions.arguments import finite_word, is_verb
from kgraph.times import WEEKDAYS
from kgraph.tokens import Token

__all__ = ["appointed", "scheduled"]

_PRESENT = frozenset({"VBP", "VBZ"})
_ADVERBIAL = frozenset({"advmod", "npadvmod", "prep", "tmod"})
_SPANS = frozenset(
    {"autumn", "day", "fall", "month", "spring", "summer", "week", "weekend", "winter", "year"}
)
_WEEKS = frozenset({"week", "weekend"})
_COMING = frozenset({"coming", "next"})
_WITHIN = frozenset({"during", "in", "over", "within"})
_EVENTS = frozenset(
    {"conference", "consultation", "dialogue", "meeting", "negotiation", "session", "summit", "talk"}
)
_FIXED = frozenset({"due", "planned", "scheduled", "set", "slated"})
_ON_A_DAY = frozenset({"for", "in", "on"})
_WHEN = frozenset({"after", "before", "once", "when"})


def scheduled(verb: Token) -> Iterator[Token]:
    """Find the words for a time to come beside a verb of the present tense; what is so by then is not so yet.

    "The next day X attacks Y" tells a story.
    """
    finite = finite_word(verb)
    if not is_verb(verb) or finite.tag_ not in _PRESENT or finite.lemma_.lower() == "have":
        return
    yield from _time_of_what_will_be(verb)
    beside = (
        c for noun in verb.children if noun.dep_ == "dobj" for c in noun.children
    )  # "hold talks *in* June"
    for time in (child for child in (*verb.children, *beside) if child.dep_ in _ADVERBIAL):
        behind = (t for noun in time.children if noun.dep_ == "pobj" for t in noun.children)
        words = (time, *time.children, *behind)
        yield from (t for t in words if _is_ahead(t) or (_is_of_this(t) and verb.tag_ in _PRESENT))


def appointed(event: Token) -> Iterator[Token]:
    """Find the word that fixes a day for talks or a meeting: "a summit *set* for Tuesday", "talks are *set* for June".

    The parser may hang it on a name between.
    """
    if event.pos_ != "NOUN" or event.lemma_.lower() not in _EVENTS:
        return
    behind = [t for t in event.subtree if t.i > event.i and t.dep_ in {"acl", "amod", "relcl"}]
    verb = [event.head] if event.dep_ == "nsubjpass" else []
    yield from (t for t in (*behind, *verb) if t.lower_ in _FIXED and _has_day(t))


def _has_day(word: Token) -> bool:
    """Tell whether a day or month stands behind: "set *for Tuesday*"; "set in 1990" is another thing."""
    marks = {"for"} if word.lower_ == "set" else _ON_A_DAY
    phrases = (c for c in word.children if c.dep_ == "prep" and c.lower_ in marks)
    return any(t.ent_type_ in {"DATE", "TIME"} for c in phrases for t in c.children if t.dep_ == "pobj")


def _is_of_this(word: Token) -> bool:
    """Tell "meets *this* week" and "visits *this* Friday", of which "is attacking this week" tells nothing."""
    return word.lower_ == "this" and word.head.lemma_.lower() in _WEEKS | WEEKDAYS


def _time_of_what_will_be(verb: Token) -> Iterator[Token]:
    """Find the "will" of the clause whose time a verb tells: "Kashmir *will* be discussed when X *meets* Y"."""
    opens = any(c.lower_ in _WHEN and c.dep_ in {"advmod", "mark"} for c in verb.children)
    if opens and verb.dep_ in {"advcl", "relcl"}:
        above = verb.head if is_verb(verb.head) else verb.head.head  # "will be the *topic* when X meets Y"
        yield from (c for c in above.children if c.dep_ == "aux" and c.lower_ in {"shall", "will"})


def _is_ahead(word: Token) -> bool:
    """Tell whether a word is of a time to come: "*tomorrow*", "*next* week", "the *coming* days", "*later* today"."""
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    if word.lower_ == "later":
        return following in {"this", "today"}
    if word.lower_ == "tomorrow":
        return True
    is_span = word.head.lemma_.lower() in _SPANS | WEEKDAYS and word.head.i > word.i
    if word.lower_ not in _COMING or not is_span:
        return False
    article = word.nbor(-1) if word.i else word
    return article.lower_ != "the" or (article.i > 0 and article.nbor(-1).lower_ in _WITHIN)
