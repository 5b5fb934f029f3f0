"""Clauses that leave out the verb of the one before: "Spain won the cup in 2010 and *Germany in 2014*".

The parser takes what is left of such a clause for members of a list. What tells are the words: a noun phrase between
"and" or a comma and a second one, or a preposition that the clause before has too, and nothing else up to a mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.propositions.arguments import first_child, is_verb
from kgraph.propositions.open.phrases import Phrase
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token, Words

__all__ = ["Remnant", "find_remnants"]

_PARTING = frozenset({",", "and", "but"})
_ENDING = frozenset({",", ";", ".", "and", "but", "!", "?"})
_OPENING = frozenset({"DT", "CD", "PRP$"})
_INSIDE = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
_HEADS = frozenset({"NOUN", "NUM", "PROPN"})
_SUBJECTS = ("nsubj", "nsubjpass")
_WHEN = frozenset({"DATE", "TIME"})
# What stands for another of the same kind, in how many words: "one sister studied law, *the other* medicine".
_OTHERS = {"another": 1, "others": 1, "the other": 2, "the others": 2, "the second": 2}
_FIRST = frozenset({"first", "one", "some"})


@dataclass(frozen=True, slots=True)
class Remnant:
    """What is left of a clause, and the verb that it is said of.

    `subjects` is empty where they are the verb's own. `thing` is the object, and `last` what stands behind
    `preposition`: "Germany", "in", "2014"; or "grain", "to", "the miller".
    """

    verb: Token
    subjects: tuple[Phrase, ...]
    thing: Phrase | None
    preposition: Token | None = None
    last: Phrase | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All its words, those of the phrases that end it last."""
        parts = (*self.subjects, *(part for part in (self.thing, self.last) if part is not None))
        own = (self.preposition,) if self.preposition is not None else ()
        return (*own, *(token for part in parts for token in part.tokens))


def find_remnants(sentence: Words) -> Iterator[Remnant]:
    """Find the clauses of a sentence that leave their verb out."""
    verb: Token | None = None
    before: Remnant | None = None
    for token in sentence:
        if token.pos_ in {"AUX", "VERB"}:
            verb, before = _verb_from(token, verb), None
        elif verb is None or token.lower_ not in _PARTING or token.i + 2 >= sentence.end:
            continue
        elif before is None or token.i > before.tokens[-1].i:
            found = _other_of_two(token, verb) or _remnant(token, verb, before)
            if found is not None:
                yield found
                before = found


def _verb_from(token: Token, verb: Token | None) -> Token | None:
    """Give the verb that what follows may leave out: this one where it has its subject before it."""
    subject = first_child(token, *_SUBJECTS)
    if is_verb(token) and subject is not None and subject.i < token.i:
        return token
    return verb if verb is not None and token.head == verb else None


def _remnant(mark: Token, verb: Token, before: Remnant | None) -> Remnant | None:
    firsts = list(_names_from(mark.i + 1, mark))
    if not firsts or firsts[0].head.ent_type_ in _WHEN:
        return None
    if any(first.head.dep_ in _SUBJECTS and first.head.head != verb for first in firsts):
        return None  # the subject of another verb
    after = firsts[-1].tokens[-1].i + 1
    following = mark.doc[after] if after < mark.sent.end else mark
    if following.tag_ in _OPENING and len(firsts) == 1:
        second = _phrase_from(after, mark)
        return _with_object(firsts[0], second, verb) if second is not None and _is_last(second) else None
    second = _phrase_from(after + 1, mark) if following.dep_ in {"dative", "prep"} else None
    if second is None or not _is_last(second) or not _goes_on(mark, following, second, verb, before):
        return None
    return _with_place(firsts, following, second, verb)


def _names_from(start: int, mark: Token) -> Iterator[Phrase]:
    """Read the noun phrase that starts at a place; of names all those that "and" joins before a preposition."""
    first = _phrase_from(start, mark)
    if first is None:
        return
    yield first
    after = first.tokens[-1].i + 1
    if first.head.pos_ == "PROPN" and after + 1 < mark.sent.end and mark.doc[after].lower_ == "and":
        yield from (p for p in _names_from(after + 1, mark) if p.head.pos_ == "PROPN")


def _phrase_from(start: int, mark: Token) -> Phrase | None:
    """Read the noun phrase that starts at a place: what opens it, and all up to the last noun in a row."""
    words: list[Token] = []
    for token in mark.doc[start : mark.sent.end]:
        is_opening = token.tag_ in _OPENING
        begins_another = is_opening and bool(words) and words[-1].pos_ in _HEADS
        if begins_another or not (token.pos_ in _INSIDE or (is_opening and not words)):
            break
        words.append(token)
    return Phrase(words[-1], tuple(words)) if words and words[-1].pos_ in _HEADS else None


def _is_last(phrase: Phrase) -> bool:
    last = phrase.tokens[-1]
    return last.i + 1 >= last.sent.end or last.nbor(1).lower_ in _ENDING


def _with_object(first: Phrase, second: Phrase, verb: Token) -> Remnant | None:
    """Read "and *Spain the east*" behind "France took the west": both are of a kind with what they stand for."""
    thing = first_child(verb, "dobj")
    if thing is None or verb.lemma_.lower() in open_words().two_objects:
        return None
    is_like = _is_common(thing) and _is_common(second.head) and thing.left_edge.tag_ in _OPENING
    is_in_order = verb.i < thing.i < first.tokens[0].i
    return Remnant(verb, (first,), second) if is_like and is_in_order and _is_subject(first, verb) else None


def _goes_on(mark: Token, preposition: Token, second: Phrase, verb: Token, before: Remnant | None) -> bool:
    """Tell whether right before a mark stands what is like the second phrase, behind the same preposition.

    Behind a comma alone it has to be a date: "an aide to the king, secretary to the queen" is one list.
    """
    if mark.text == "," and second.head.ent_type_ not in _WHEN:
        return False
    if before is not None and before.last is not None and before.tokens[-1].i + 1 == mark.i:
        return before.preposition is not None and before.preposition.lower_ == preposition.lower_
    bearers = (verb, first_child(verb, "dobj", "attr"))
    for word in verb.doc[verb.i + 1 : mark.i]:
        if word.lower_ == preposition.lower_ and word.head in bearers:
            place = first_child(word, "pobj")
            own = _phrase_from(word.i + 1, mark)
            if place is not None and own is not None and own.tokens[-1].i + 1 == mark.i:
                return _is_of_kind(own, second)
    return False


def _with_place(firsts: list[Phrase], preposition: Token, second: Phrase, verb: Token) -> Remnant | None:
    """Read "and *Germany in 2014*", or "and *grain to the miller*", behind a clause with the same preposition."""
    first, thing = firsts[0], first_child(verb, "dobj", "attr")
    if thing is not None and not verb.i < thing.i < first.tokens[0].i:
        return None
    if first.head.head == thing and second.head.ent_type_ not in _WHEN and first.head.pos_ != "NUM":
        return None  # the parser saw it: "bought a house in X and a flat in Y"
    is_of = preposition.lower_ == "of"
    if thing is not None and not is_of and (thing.pos_ == "PROPN") == (first.head.pos_ == "PROPN"):
        is_like = (thing.left_edge.tag_ in _OPENING) == (first.tokens[0].tag_ in _OPENING)
        is_thing = thing.pos_ == "PROPN" or (is_like and _is_common(thing) and _is_common(first.head))
        return Remnant(verb, (), first, preposition, second) if is_thing else None
    if first.head.pos_ != "PROPN" or (is_of and verb.lemma_ != "be"):
        return None
    if all(_is_subject(each, verb) for each in firsts) and (is_of or not _is_in_list(first)):
        return Remnant(verb, tuple(firsts), None, preposition, second)
    is_opened = first.tokens[0].tag_ in _OPENING  # "it joined the bank in 2014 and the UN in 2016"
    is_thing = thing is not None and is_opened and thing.left_edge.tag_ in _OPENING
    return Remnant(verb, (), first, preposition, second) if is_thing else None


def _is_subject(first: Phrase, verb: Token) -> bool:
    """Tell whether a phrase may stand where the subject stands: both are names, or both are told by a noun."""
    subject = first_child(verb, *_SUBJECTS)
    if subject is None or first.head.pos_ != "PROPN":
        return subject is not None and subject.pos_ == "NOUN" and first.tokens[0].tag_ in _OPENING
    return subject.pos_ == "PROPN" or (subject.pos_ == "PRON" and first.head.ent_type_ == "PERSON")


def _is_in_list(first: Phrase) -> bool:
    """Tell whether a name goes on with the one before the mark: "worked in Paris and *Rome in 2014*"."""
    before = first.tokens[0].nbor(-2)
    return before.pos_ == "PROPN" and before.ent_type_ == first.head.ent_type_


def _other_of_two(mark: Token, verb: Token) -> Remnant | None:
    """Read ", *the other medicine*" behind "One sister studied law"."""
    subject = first_child(verb, *_SUBJECTS)
    if subject is None or first_child(verb, "dobj") is None:
        return None
    if not _FIRST & {t.lower_ for t in subject.subtree}:
        return None
    start = mark.i + 1
    for words, count in _OTHERS.items():
        own = tuple(mark.doc[start : start + count])
        if " ".join(t.lower_ for t in own) == words:
            second = _phrase_from(start + count, mark)
            is_thing = second is not None and _is_last(second)
            return Remnant(verb, (Phrase(own[-1], own),), second) if is_thing else None
    return None


def _is_common(noun: Token) -> bool:
    return noun.pos_ in {"NOUN", "NUM"} and noun.ent_type_ not in _WHEN


def _is_of_kind(one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases are of a kind: both say when, both are names, or neither and alike in their opening."""
    heads = (one.head, other.head)
    if _WHEN & {head.ent_type_ for head in heads}:
        return one.head.ent_type_ == other.head.ent_type_ or all(head.pos_ == "NUM" for head in heads)
    if all(head.pos_ == "PROPN" for head in heads):
        return True
    is_like = (one.tokens[0].tag_ in _OPENING) == (other.tokens[0].tag_ in _OPENING)
    return is_like and all(map(_is_common, heads))
