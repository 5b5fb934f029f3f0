"""What the model reads in place of each word: familiar names for rare ones, verbs that it knows for those like nouns.

Which word stands in for which leaves only with the lemma of the word itself, where the model would get another.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kgraph.model import EntityKind, Mention
from kgraph.parse.rewriting import homographs, marks, plain_adverbs, plain_participles, plain_words
from kgraph.parse.rewriting.plan import Word
from kgraph.parse.rewriting.unit_words import UnitWords
from kgraph.parse.texts import text_of
from kgraph.text.capitals import truecase

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["words_to_read"]

_FAMILIAR = ("Japan", "France", "Egypt", "Brazil", "Canada")
_MIN_RARE = 5  # letters of a body's short name that the model may take for another word

# In this order, each over all words.
_STEPS: tuple[Callable[[UnitWords], None], ...] = (
    plain_participles.read_adjective,
    plain_words.read_breakaway,
    plain_words.read_circa,
    plain_words.read_men,
    plain_words.read_charge,
    plain_participles.read_self_ruled,
    plain_adverbs.read_bearing,
    plain_words.read_outermost,
    plain_words.read_stating,
    plain_adverbs.read_still,
    plain_adverbs.read_de_facto,
    plain_adverbs.read_hand_to_hand,
    plain_adverbs.read_afterwards,
    plain_adverbs.read_each,
    plain_adverbs.read_and,
    plain_participles.read_annexed,
    plain_words.read_war_number,
    plain_words.read_war_of_words,
    plain_participles.read_overrun,
    plain_participles.read_occupied,
    plain_words.read_concerning,
    homographs.read_opening,
    plain_adverbs.read_judged,
    plain_words.read_that,
    homographs.read_behind_pointing,
    homographs.read_right,
    homographs.read_talks,
    homographs.read_void,
    homographs.read_stationing,
    plain_words.read_light_verb,
    marks.read_dash,
    marks.read_owner,
    homographs.read_behind_comma,
    plain_participles.read_behind_hyphen,
)


def words_to_read(doc: "Doc", mentions: Sequence[Mention]) -> list[Word]:
    """Choose what the model reads for each word, names and verbs like nouns among them.

    Args:
        doc: the words of a unit, names of states and bodies one token each.
        mentions: the names in it, in the order of the text.
    """
    cased = truecase(text_of(doc), mentions)
    words = [cased[token.idx : token.idx + len(token)] for token in doc]
    unit = UnitWords(doc, [word.lower() for word in words], [plain_words.american(word) for word in words])
    for step in _STEPS:
        step(unit)
    plain_participles.read_opening_participle(unit, {mention.span.start for mention in mentions})
    for turn, mention in enumerate(mentions):
        name = doc.char_span(mention.span.start, mention.span.end)
        if name is None:
            continue
        if len(name) == 1:
            _read_familiar(unit, name.start, mention, turn)
        homographs.read_beside_name(unit, name, mention)
    return unit.read


def _read_familiar(unit: UnitWords, at: int, mention: Mention, turn: int) -> None:
    """Put a familiar name for a name of one word."""
    own, seen = unit.doc[at].text, unit.read[at].text
    read = _familiar(mention, seen, unit.small[at - 1] if at else "", turn)
    unit.put(at, read, own if read != seen else "")


def _familiar(mention: Mention, word: str, before: str, turn: int) -> str:
    """Give a name of the same sort that the model has seen often; what is one word of a state's name stays.

    Args:
        mention: the name, and what it is of.
        word: the name as the model would read it.
        before: the word before it, in small letters.
        turn: how many names stand before it: several of one sort get several names.
    """
    is_the, kind = before == "the", mention.entity.kind
    is_body = kind in {EntityKind.ORGANIZATION, EntityKind.TRIBUNAL}
    is_rare = is_body and word.isupper() and len(word) >= _MIN_RARE  # "ECOWAS" is no gerund
    if (mention.how == "short" and not is_rare) or kind is EntityKind.INSTRUMENT:
        return word
    if kind is EntityKind.STATE and not {" ", "-"} & set(word):
        return word
    if mention.how == "adjective":
        return "Japanese"
    if mention.how == "demonym":
        return "Germans" if word.endswith(("s", "ese", "sh", "ch")) else "German"
    if is_body or (mention.how == "metonym" and is_the):
        return "Senate" if is_the else "NATO"
    return "Philippines" if is_the else _FAMILIAR[turn % len(_FAMILIAR)]
