"""Whose office "its president", "the movement's envoy" and "the Council President" is: that of a body named before."""

from collections.abc import Iterator, Sequence

from kgraph.model import EntityKind
from kgraph.persons.phrases import POSSESSIVES, Agent, agent_at, agent_of_words, is_agent
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word, sentence_start

__all__ = ["STATES_OWN", "body_in_title", "body_meant_after", "body_meant_before"]

_MAX_WORDS_TO_NAME = 2000  # between a body's full name and "the Council"
_OPENING = 8  # words of a sentence among which its subject mostly is
_MAX_SENTENCES = 3  # that "the movement" may be named before
_GOING_ON = frozenset(["of", "for", *POSSESSIVES])  # "the Council *of*"
_CLOSING = frozenset(["said", "says", "told", "has", "had", "was", "is", "and", "who"])
_BODIES = (EntityKind.ORGANIZATION, EntityKind.TRIBUNAL)
_SORTS = ("group", "force", "unit")
_FORCE_WORDS = ("force", "unit", "modifier")
_MAX_FORCE_WORDS = 4  # "coast guard", "ministry of foreign affairs"
_LANDS = frozenset({"enclave", "exclave", "island", "islands", "province", "region", "territory"})
_COURTS = frozenset({"commission", "court", "tribunal"})
STATES_OWN = frozenset(
    """
    administration army cabinet chamber congress department embassy force forces government house junta military
    ministry navy parliament police presidency senate side team
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def body_meant_before(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, Agent] | None:
    """Find the body that is taken up right before a title, and where the words that do so begin.

    "*Its* president", "the *Tribunal's* registrar", "the *movement's* representative".
    """
    if at > 0 and words[at - 1].key == "its":
        body = _subject_before(words, at - 1, titles)
        return (at - 1, body) if body else None
    if at < 3 or words[at - 1].key not in POSSESSIVES:
        return None
    noun = at - 2
    if place := _owner_of_force(words, noun, titles):
        return place, agent_at(words, place)
    if words[at - 3].key != "the":
        return None
    if words[noun].key in _LANDS:
        body = _only_one_near(words, noun, (EntityKind.TERRITORY,))
    elif words[noun].key in STATES_OWN:
        body = _named_before(words, noun, _sentences_before(words, noun))
    elif not _is_noun_of_body(words[noun], titles):
        return None
    else:
        body = _called(words, noun) if words[noun].is_capitalised else _only_one_near(words, noun)
    return (at - 3, body) if body else None


def body_meant_after(words: Sequence[Word], at: int, titles: Titles) -> tuple[int, Agent] | None:
    """Find the body that is taken up behind a title, and where the words that do so end.

    "A spokesman for *the Council*", "the head of *the movement*".
    """
    if at + 2 >= len(words) or words[at].key != "the" or not _is_noun_of_body(words[at + 1], titles):
        return None
    is_more = words[at + 2].is_capitalised or words[at + 2].key in _GOING_ON
    is_closed = not words[at + 2].text.isalpha() or words[at + 2].key in _CLOSING
    if is_more or not is_closed:
        return None
    noun = at + 1
    body = _named_before(words, noun, _sentences_before(words, noun)) or _only_one_near(words, noun)
    return (at + 2, body) if body else None


def _owner_of_force(words: Sequence[Word], noun: int, titles: Titles) -> int | None:
    """Give the place of the state whose force or ministry has an officer: "the *Ugandan* army's spokesman"."""
    at = noun
    while at > max(0, noun - _MAX_FORCE_WORDS) and _is_of_force(words[at], titles):
        at -= 1
    return at if at < noun and is_agent(words[at]) else None


def _is_of_force(word: Word, titles: Titles) -> bool:
    return word.mention is None and any(titles.has(kind, word) for kind in _FORCE_WORDS)


def body_in_title(words: Sequence[Word], first: int, titles: Titles) -> Agent | None:
    """Find the body that a title begins with, where the text has named it: "the *Council* President"."""
    is_called = words[first].is_capitalised and first > 0 and words[first - 1].key == "the"
    return _named_before(words, first) if is_called and _is_noun_of_body(words[first], titles) else None


def _called(words: Sequence[Word], noun: int) -> Agent:
    """Give the body that "the *Council*" means; one that the text has not named is called so."""
    near = _only_one_near(words, noun)
    is_court = words[noun].key in _COURTS  # those who keep its papers may be named, too
    is_meant = near is not None and near.entity.kind is EntityKind.ORGANIZATION and not is_court
    return _named_before(words, noun) or (near if is_meant else None) or agent_of_words(words, noun, noun + 1)


def _named_before(words: Sequence[Word], noun: int, since: int = 0) -> Agent | None:
    """Give the body last named whose name ends with a noun."""
    for at in range(noun - 1, max(since, noun - _MAX_WORDS_TO_NAME) - 1, -1):
        if _is_body(words[at]) and words[noun].key in _last_words(words[at]):
            return agent_at(words, at)
    return None


def _last_words(word: Word) -> set[str]:
    """Give the last words of a body's name, as it stands and as it is known."""
    label = word.mention.entity.label if word.mention is not None else word.text
    return {name.split()[-1].casefold() for name in (word.text, label)}


def _subject_before(words: Sequence[Word], at: int, titles: Titles) -> Agent | None:
    """Give the body that is named first in the sentence before a word, or opens the sentence before that one.

    None where a state or a land stands there: what is its own office, is said of it.
    """
    start = sentence_start(words, at)
    before = sentence_start(words, start)
    reach = (range(start, at), range(before, min(before + _OPENING, start)))
    place = next((i for places in reach for i in _named(words, places, titles)), None)
    if place is None:
        return None
    if words[place].mention is not None:
        return agent_at(words, place) if _is_body(words[place]) else None
    is_whole = words[place + 1].key != "of"  # no "Council of Ministers"
    return _called(words, place) if is_whole else None


def _named(words: Sequence[Word], places: range, titles: Titles) -> Iterator[int]:
    """List the agents among some words, but for the state that sent who is named there: "X X *of France*"."""
    for at in places:
        is_called = words[at].is_capitalised and words[at - 1].key == "the" and at > 0
        if words[at].mention is None and not (is_called and _is_noun_of_body(words[at], titles)):
            continue
        is_sender = at > 1 and words[at - 1].key == "of" and words[at - 2].is_capitalised
        if not is_sender:
            yield at


def _only_one_near(words: Sequence[Word], noun: int, kinds: Sequence[EntityKind] = _BODIES) -> Agent | None:
    """Give the only body that these sentences name before "the movement", or the only land before "the region"."""
    places = [at for at in range(_sentences_before(words, noun), noun) if _is_of(words[at], kinds)]
    ids = {agent_at(words, at).entity.id for at in places}
    return agent_at(words, places[0]) if len(ids) == 1 else None


def _sentences_before(words: Sequence[Word], at: int) -> int:
    """Give where the sentences begin in which "the movement" may have been named."""
    for _ in range(_MAX_SENTENCES):
        at = sentence_start(words, at)
    return at


def _is_body(word: Word) -> bool:
    return _is_of(word, _BODIES)


def _is_of(word: Word, kinds: Sequence[EntityKind]) -> bool:
    return word.mention is not None and word.mention.entity.kind in kinds


def _is_noun_of_body(word: Word, titles: Titles) -> bool:
    """Tell "Tribunal" and "movement" from "government" and "army", which are a state's own."""
    is_sort = word.mention is None and any(titles.has(sort, word) for sort in _SORTS)
    return is_sort and word.key not in STATES_OWN
