"""Propositions without a verb: appositions, titles, possessors, places in places, examples, nouns with arguments.

"X, the president of Y" is (X, is, the president of Y): the copula is the one word that the sentence lacks.
"""

from collections.abc import Iterator

from kgraph.propositions.arguments import (
    INSERTION_MARKS,
    conjuncts,
    first_child,
    first_conjunct,
    governed,
    hyphenated_modifier,
    is_bracketed,
)
from kgraph.propositions.open.extractions import Extraction
from kgraph.propositions.open.phrases import (
    Phrase,
    is_close,
    is_example,
    noun_phrases,
    object_phrases,
    plain_phrase,
    without_case,
)
from kgraph.propositions.open.stretches import together
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = ["noun_extractions"]

_NOMINAL = frozenset({"NOUN", "PROPN"})
_PLURAL = frozenset({"NNS"})
_PLACES = frozenset({"GPE", "LOC"})
_CLOSING = frozenset({")", "]"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_NO_APPOSITION = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_RELATING = frozenset({"to", "over", "with", "on", "for", "against", "of", "from", "by", "in"})
_STANDING = frozenset({"in", "at", "on", "near", "outside", "inside", "with", "under", "behind", "during"})
_RAISED = frozenset({"over", "about", "on"})  # below one party the parser hangs what is meant of the noun
_GOING = frozenset({"to", "from", "by", "into"})  # "the return of X to Y", "the annexation of X by Y"
_DOING = ("tion", "sion", "ment", "ing")
_JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})
_MAX_PHRASES = 8


def noun_extractions(noun: Token) -> Iterator[Extraction]:
    """Read the propositions that a noun's own dependents make."""
    if noun.pos_ in _NOMINAL and noun.children:
        yield from _appositions(noun)
        yield from _title(noun)
        yield from _possession(noun)
        yield from _place(noun)
        yield from _examples(noun)
        yield from _held(noun)
        yield from _arguments(noun)
        yield from _caption(noun)


def _is(noun: Token, one: Phrase, other: Phrase, rule: str, sure: float, copula: str = "") -> Extraction:
    """Say that one is the other, with a copula that the sentence lacks."""
    return Extraction(
        trigger=noun,
        deed=noun,
        subject=one,
        predicate=(),
        object=other,
        rule=rule,
        confidence=sure,
        copula=copula or ("are" if one.head.tag_ in _PLURAL else "is"),
        role="complement",
    )


def _with(
    noun: Token, one: Phrase, words: tuple[Token, ...], other: Phrase, rule: str, sure: float
) -> Extraction:
    """Say with a noun or participle how one is related to the other."""
    return Extraction(
        trigger=noun, deed=noun, subject=one, predicate=words, object=other, rule=rule, confidence=sure
    )


# -- what it is --------------------------------------------------------------------------------------------


def _appositions(noun: Token) -> Iterator[Extraction]:
    """Read "X, the president of Y" and "the film composer X"."""
    for child in noun.children:
        if child.dep_ != "appos" or not _is_apposition(noun, child):
            continue
        phrases = object_phrases(child)[:_MAX_PHRASES]
        whole = _listed(noun, child)
        if whole is not None:
            yield _is(noun, whole, phrases[0], "apposition", 0.5, "are")
        elif len(phrases) == 1 or noun.pos_ == "PROPN":  # "three medals, a gold and two silvers" are parts
            for phrase in phrases:
                yield from _equal(noun, phrase)


def _listed(noun: Token, child: Token) -> Phrase | None:
    """Give a list whole, for what a plural says of it: "Peru and Chile, two neighbours"."""
    first = first_conjunct(noun)
    last = max((t for t in conjuncts(first) if t.i < child.i), key=lambda t: t.i, default=first)
    if last == first or child.tag_ != "NNS":
        return None
    return Phrase(last, tuple(t for t in noun.doc[first.left_edge.i : last.i + 1] if not t.is_space))


def _equal(noun: Token, other: Phrase) -> Iterator[Extraction]:
    is_joined = noun.doc[other.tokens[0].i - 1].text not in INSERTION_MARKS  # "the film A New Oath"
    is_name = other.head.pos_ == "PROPN" and (is_joined or first_child(other.head, "det") is None)
    for one in noun_phrases(noun, [c for c in noun.children if is_close(c, noun)]):
        pair = (other, one) if is_name and noun.pos_ == "NOUN" else (one, other)
        are_names = noun.pos_ == other.head.pos_ == "PROPN" and first_child(other.head, "det") is None
        yield _is(noun, *pair, "apposition", 0.4 if are_names else 0.6)


def _is_apposition(noun: Token, child: Token) -> bool:
    """Tell whether an apposition says what the noun is: it is no date, place, list, clause or part of a name."""
    is_ranked = child.tag_ == "JJS" and first_child(child, "det") is not None  # "X, the longest in Europe"
    if (child.pos_ not in _NOMINAL and not is_ranked) or child.i < noun.i:
        return False
    if is_bracketed(child):
        return _is_second_name(noun, child) or _is_remark(child)
    if {noun.ent_type_, child.ent_type_} & _NO_APPOSITION or {noun.ent_type_, child.ent_type_} <= _PLACES:
        return False
    if noun.tag_ == "NNS" and child.tag_ in {"NN", "NNP"} and first_child(child, "conj") is None:
        return False  # "arrested four men, including a judge, X": it is one of them
    if any(
        c.tag_ in _FINITE or c.dep_ in {"nsubj", "nsubjpass"} for c in child.children if c.dep_ != "relcl"
    ):
        return False
    is_set_off = noun.doc[child.left_edge.i - 1].text in INSERTION_MARKS or (noun.pos_, child.pos_) == (
        "NOUN",
        "PROPN",
    )
    return is_set_off and not _is_list(noun, child)


def _is_second_name(noun: Token, child: Token) -> bool:
    """Tell whether a bracket holds another name and nothing else: "the World Trade Organization (WTO)"."""
    last = child.right_edge
    closing = last.i if last.text in _CLOSING else last.i + 1
    is_closed = closing < len(noun.doc) and noun.doc[closing].text in _CLOSING
    is_source = noun.ent_type_ in _PLACES and child.ent_type_ == "ORG"  # "MOSCOW (Reuters)"
    return noun.pos_ == child.pos_ == "PROPN" and is_closed and not is_source and child.text.isalpha()


def _is_remark(child: Token) -> bool:
    """Tell whether a bracket says what the thing before it is: "the drug (a painkiller)"."""
    article = first_child(child, "det")
    return child.tag_ == "NN" and article is not None and article.lower_ in {"a", "an", "the"}


def _is_list(noun: Token, child: Token) -> bool:
    """Tell whether the parser took the members of a list for appositions."""
    if any(c.dep_ in {"conj", "cc"} and c.i > child.i for c in (*noun.children, *child.children)):
        return first_child(child, "det") is None and child.pos_ == noun.pos_
    is_nested = any(c.dep_ == "appos" and c.lower_ not in _JUNIOR for c in child.subtree if c != child)
    return is_nested or sum(c.dep_ == "appos" for c in noun.children) > 2


def _title(noun: Token) -> Iterator[Extraction]:
    """Read "President X" and "the Finnish composer X": a person's name with nouns before it."""
    is_within = noun.dep_ in {"compound", "poss"} and noun.head.ent_type_ == "PERSON"
    if noun.ent_type_ != "PERSON" or is_within:
        return
    words = plain_phrase(noun).tokens
    name = tuple(t for t in words if t.ent_type_ == "PERSON")
    before = tuple(t for t in words if t.i < name[0].i and not t.is_punct) if name else ()
    if before and _is_title(before):
        yield _is(noun, Phrase(noun, name), Phrase(before[-1], before), "title", 0.75)


def _is_title(words: tuple[Token, ...]) -> bool:
    last = words[-1]
    if any(t.dep_ in {"poss", "case"} or t.ent_type_ == "DATE" for t in words):
        return False
    return last.pos_ == "NOUN" or (last.pos_ == "PROPN" and last.lower_ in open_words().titles)


def _place(noun: Token) -> Iterator[Extraction]:
    """Read "Paris, France": the one lies in the other."""
    for child in noun.children:
        is_pair = child.dep_ == "appos" and {noun.ent_type_, child.ent_type_} <= _PLACES and child.i > noun.i
        if is_pair and first_child(child, "det", "cc") is None:
            between = noun.doc[noun.i + 1 : child.left_edge.i]
            if between.text.strip() == ",":
                one, other = noun_phrases(noun)[0], noun_phrases(child)[0]
                yield _is(noun, one, other, "place-in-place", 0.65, "is in")


def _examples(noun: Token) -> Iterator[Extraction]:
    """Read "members, including X and Y" and "members such as X": each is one."""
    for child in noun.children:
        if child.dep_ != "prep" or not (child.lower_ == "including" or is_example(child)):
            continue
        one = noun_phrases(noun)[0]
        members = [p for c in child.children if c.dep_ == "pobj" for p in object_phrases(c)][:_MAX_PHRASES]
        if child.lower_ == "including":
            yield from (_with(noun, one, (child,), member, "including", 0.55) for member in members)
        else:
            yield from (_is(noun, member, one, "example", 0.5) for member in members)


# -- whose it is -------------------------------------------------------------------------------------------


def _possession(noun: Token) -> Iterator[Extraction]:
    """Read "X's Y" as X has Y, where X is a name and Y no deed of X's."""
    owner = first_child(noun, "poss")
    if owner is None or owner.pos_ != "PROPN" or owner.ent_type_ in _NO_APPOSITION or noun.pos_ != "NOUN":
        return
    if _is_deed(noun) or _is_relating(noun):
        return
    if first_child(noun, "prep") is None or noun.dep_ == "nsubj":
        own = set(owner.subtree)
        owned = tuple(t for t in noun_phrases(noun)[0].tokens if t not in own)
        copula = "have" if owner.tag_ in _PLURAL else "has"
        for one in object_phrases(owner)[:_MAX_PHRASES]:
            yield _is(noun, without_case(one), Phrase(noun, owned), "possessor", 0.4, copula)


def _held(noun: Token) -> Iterator[Extraction]:
    """Read "Russian-held territory"."""
    for child in noun.children:
        holder = hyphenated_modifier(child) if child.tag_ == "VBN" and child.dep_ == "amod" else None
        if holder is not None and holder.text[:1].isupper():
            own = set(child.subtree)
            held = together([noun], (t for t in plain_phrase(noun).tokens if t not in own))
            yield _with(child, Phrase(holder, (holder,)), (child,), Phrase(noun, held), "held", 0.5)


# -- nouns with arguments ----------------------------------------------------------------------------------


def _arguments(noun: Token) -> Iterator[Extraction]:
    """Read "Japan's claim to X", "the dispute between A and B over X", "the return of X to Y"."""
    prepositions = [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i]
    if noun.pos_ != "NOUN" or not prepositions:
        return
    owners = [p for c in noun.children if _is_doer(c, noun) for p in object_phrases(c)]
    for preposition in prepositions:
        if preposition.lower_ == "between":
            yield from _between(noun, preposition, prepositions)
        elif preposition.lower_ in _GOING and prepositions[0].lower_ == "of" and _is_deed(noun):
            yield from _related(noun, _objects(prepositions[0]), preposition)
        elif owners and preposition.lower_ in _RELATING:
            yield from _related(noun, owners, preposition)


def _is_relating(noun: Token) -> bool:
    """Tell whether a noun relates its possessor to something: "Peru's *ties with* Chile"."""
    return any(c.dep_ == "prep" and c.i > noun.i and c.lower_ in _RELATING for c in noun.children)


def _is_doer(word: Token, noun: Token) -> bool:
    """Tell whether a word before a noun says whose deed it is: "*Peru's* claim to X", "*Moroccan* rejection of X"."""
    if word.dep_ == "poss":  # "Monday's report" is nobody's
        return word.pos_ in _NOMINAL and word.ent_type_ not in _NO_APPOSITION
    is_demonym = word.ent_type_ == "NORP" and word.i < noun.i and not any(True for _ in word.children)
    is_told = _is_deed(noun) or noun.lemma_.lower() in open_words().stances
    return word.dep_ in {"amod", "compound"} and is_demonym and is_told


def _is_deed(noun: Token) -> bool:
    """Tell whether a noun says that something is done."""
    words = open_words()
    word = noun.lemma_.lower()
    return word in words.deeds or (noun.lower_.endswith(_DOING) and word not in words.things)


def _caption(noun: Token) -> Iterator[Extraction]:
    """Read "Troops at the border", a sentence without a verb."""
    if noun.dep_ == "ROOT" and not any(t.tag_ in _FINITE for t in noun.sent):
        for preposition in noun.children:
            if preposition.dep_ == "prep" and preposition.lower_ in _STANDING and preposition.i > noun.i:
                for other in _objects(preposition):
                    yield _with(noun, plain_phrase(noun), (preposition,), other, "caption", 0.35)


def _objects(preposition: Token) -> list[Phrase]:
    """Give what stands under a preposition and is no date."""
    heads = [c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ not in _NO_APPOSITION]
    return [p for head in heads for p in object_phrases(head)][:_MAX_PHRASES]


def _related(noun: Token, ones: list[Phrase], preposition: Token) -> Iterator[Extraction]:
    for one in ones[:_MAX_PHRASES]:
        for other in _objects(preposition):
            yield _with(noun, without_case(one), (*_named(noun), preposition), other, "noun", 0.4)


def _between(noun: Token, between: Token, prepositions: list[Token]) -> Iterator[Extraction]:
    heads = governed(between)
    below = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in _RAISED]
    parties = [p for head in heads for p in noun_phrases(head, below)[:1]]
    if len(parties) == 2:
        yield _with(noun, parties[0], (*_named(noun), between), parties[1], "between", 0.4)
        for preposition in (*prepositions, *below):
            if preposition != between and preposition.lower_ in _RELATING:
                yield from _related(noun, parties, preposition)


def _named(noun: Token) -> tuple[Token, ...]:
    """Give a noun with its particle: "handing over"."""
    return together([noun], (c for c in noun.children if c.dep_ == "prt"))
