"""What stands around a predicate in the dependency parse: conjuncts, prepositional objects, noun phrases.

Everything here only walks a parsed `Doc`; labels are those of spaCy's English models (CLEAR style).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Span, Token

from kgraph.cues import load_cues

__all__ = [
    "MEASURES",
    "OPEN_BRACKETS",
    "PARTING",
    "begins_remnant",
    "conjuncts",
    "first_child",
    "first_conjunct",
    "governed",
    "has_infinitive",
    "hyphenated_modifier",
    "is_beyond_semicolon",
    "is_bracketed",
    "is_court",
    "is_definite",
    "is_listed_apposition",
    "is_passed_over",
    "joined_lemma",
    "name_before",
    "noun_phrase",
    "object_behind_name",
    "opens_with_that",
    "prepositional_objects",
    "same_before",
    "sentence_before",
    "sentences_back",
    "verb_above",
]

OPEN_BRACKETS = frozenset("([")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
# Dependents that are not part of a minimal noun phrase: they say more about the thing, not which thing it is.
_OUTSIDE = frozenset(
    {"relcl", "appos", "cc", "conj", "punct", "det", "predet", "advcl", "preconj", "parataxis"}
)
# Prepositions that a bare name hardly ever takes: found below one, they belong to the noun or verb above.
_RAISED = frozenset(
    {"over", "about", "on", "with", "between", "to", "by", "as", "under", "from", "against", "regarding"}
)
# An "of" after these names is part of the name: "by the Republic of Korea".
_BEFORE_OF = frozenset(
    {
        "army",
        "commonwealth",
        "emirate",
        "federation",
        "government",
        "king",
        "kingdom",
        "league",
        "minister",
        "ministry",
        "organisation",
        "organization",
        "parliament",
        "president",
        "prince",
        "republic",
        "secretary",
        "state",
        "states",
        "sultanate",
        "union",
    }
)
_PARTING_OF = frozenset({"at", "by", "from", "in", "near", "on", "to"})  # between an act and what it is of
# What stands below these is of another matter: "delayed the talks because of drills between A and B".
_APART = frozenset(
    {"after", "amid", "because", "before", "despite", "due", "during", "following", "since", "until"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "our"})
_JOINED = frozenset({"cease", "build", "stand", "break", "pull", "hand", "fire"})
MEASURES = frozenset(
    {
        "majority",
        "ten",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "number",
        "handful",
        "couple",
        "series",
        "spate",
        "string",
        "wave",
    }
)
# What follows these is of the group before: "with officials, including the president".
_INCLUDING = frozenset({"including"})
PARTING = frozenset({",", ";", "and", "while"})
_OPENING_REMNANT = frozenset({"a", "an", "another", "the"})  # no name has one of these right behind it
_GROUPS = frozenset({"archipelago", "chain", "group", "qundao"})
_MAX_SHARED = 15  # words from a preposition to what it shares with a later one
_MAX_CHAIN = 40  # conjuncts looked at: a list of hundreds is a table, not a statement


def first_child(token: Token, *labels: str) -> Token | None:
    """Give the first dependent with one of these labels, None where there is none."""
    for (
        child
    ) in token.children:  # asked for more often than anything else: a generator would take twice as long
        if child.dep_ in labels:
            return child
    return None


def verb_above(token: Token) -> Token | None:
    """Give the nearest verb or auxiliary that a word stands below, None where there is none."""
    return next((t for t in token.ancestors if t.pos_ in {"AUX", "VERB"}), None)


def joined_lemma(token: Token) -> str:
    """Give the lemma in lower case, with what a hyphen joins to it: "cease-fire", "build-up"."""
    lemma = token.lemma_.lower()
    if token.i >= 2 and token.nbor(-1).text in {"-", "‑"} and token.nbor(-2).lower_ in _JOINED:
        return f"{token.nbor(-2).lower_}-{lemma}"
    return lemma


def is_definite(noun: Token) -> bool:
    """Tell whether a noun takes what it means as known: "the islands", "these islands", "its islands"."""
    if (
        noun.dep_ == "compound" and noun.pos_ == "NOUN"
    ):  # "the island part of its territory": a slip of the parse
        return is_definite(noun.head)
    return any(c.lower_ in _DEFINITE for c in noun.children if c.dep_ in {"det", "poss", "predet"})


def is_bracketed(token: Token) -> bool:
    """Tell whether the token's phrase opens with a bracket."""
    left = token.left_edge
    return left.text in OPEN_BRACKETS or (left.i > 0 and left.nbor(-1).text in OPEN_BRACKETS)


def is_court(token: Token) -> bool:
    """Tell whether a word, or a name that is one word with others, is that of who judges the matters of others."""
    return not load_cues().bodies_nouns.isdisjoint(token.lower_.split())


def has_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def opens_with_that(clause: Token) -> bool:
    """Tell whether "that" opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def governed(preposition: Token) -> tuple[Token, ...]:
    """Give the heads of what a preposition leads to, coordination spread."""
    return tuple(t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c))


def sentence_before(token: Token) -> Span:
    """Give the sentence before that of a word; the first has none but itself."""
    before: Span = token.doc[max(0, token.sent.start - 1)].sent
    return before


def sentences_back(token: Token) -> Iterator[Span]:
    """Walk back from the sentence of a word, which comes first, to that with which the text begins."""
    sentence: Span = token.sent
    yield sentence
    while sentence.start > 0:
        sentence = token.doc[sentence.start - 1].sent
        yield sentence


def same_before(noun: Token, reach: int) -> Iterator[Token]:
    """Walk back over the words with the lemma and tag of a noun, from its phrase to so many tokens before it."""
    before = noun.doc[max(0, noun.i - reach) : noun.left_edge.i]
    return (t for t in reversed(before) if t.lemma_ == noun.lemma_ and t.tag_ == noun.tag_)


def is_beyond_semicolon(token: Token, other: Token) -> bool:
    """Tell whether a semicolon stands between two words: what it parts says neither of the other.

    The parser makes "X claims A; Y claims B" a clause that Y's claim reports.
    """
    first, last = sorted((token.i, other.i))
    return any(t.text == ";" for t in token.doc[first + 1 : last])


@lru_cache(maxsize=1024)
def conjuncts(head: Token) -> tuple[Token, ...]:
    """Give the head and all that is coordinated with it, left to right.

    A name that the parser took for an apposition inside a list ("A (B), C, and D") counts as coordinated.
    """
    found = [head]
    for token in found:
        for child in token.children:
            if _is_excluded(child):
                continue
            if (child.dep_ == "conj" and child.pos_ in _NOMINAL) or is_listed_apposition(child):
                found.append(child)
        found.extend(_included_in(_measured(token)))
        found.extend(_included_after(token))
        found.extend(_titles_below(token))
        found.extend(_no_less(token))
        if len(found) > _MAX_CHAIN:
            break
    return tuple(sorted({_measured(token) for token in found}, key=lambda t: t.i))


def first_conjunct(token: Token) -> Token:
    """Give the first noun of the coordination that a noun stands in."""
    for _ in range(_MAX_CHAIN):
        if token.dep_ != "conj" or token.head == token or token.head.pos_ not in {"NOUN", "PROPN"}:
            break
        token = token.head
    return token


def _names_several(token: Token) -> bool:
    """Tell whether a word is of several: "tracts", "the Spratly Islands", "the Spratly archipelago"."""
    return token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() in _GROUPS


def _included_in(group: Token) -> list[Token]:
    """Give what "officials, including the president" names of a group."""
    if not _names_several(group):
        return []
    names = (c for c in group.children if c.dep_ == "prep" and c.lower_ in _INCLUDING)
    return [t for c in names for t in c.children if t.dep_ == "pobj"]


def _included_after(group: Token) -> list[Token]:
    """Find what ", including" and ", among them" name of a group where the parser hung it elsewhere."""
    if not _names_several(group):
        return []
    after = group.doc[group.i + 1 : group.i + 5]
    if [t.lower_ for t in after[:3]] == [",", "among", "them"]:
        return list(conjuncts(after[3])) if len(after) > 3 and after[3].pos_ == "PROPN" else []
    following = group.doc[group.right_edge.i + 1 : group.right_edge.i + 3]
    if len(following) < 2 or following[0].text != ",":
        return []
    included = [following[1]] if following[1].lower_ in _INCLUDING and following[1].head.i < group.i else []
    return [t for word in included for t in governed(word)]


def _no_less(name: Token) -> list[Token]:
    """Find what "as well as" adds to a list, where the parser hung it on no name: "X and Y, *as well as Z*"."""
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 5]
    is_behind = len(behind) > 2 and behind[0].text in {",", "as"}
    marks = (t for t in (behind if is_behind else name.children) if _adds(t))
    return [o for t in marks for o in t.children if o.dep_ == "pobj" and o.pos_ in {"NOUN", "PROPN"}]


def _adds(word: Token) -> bool:
    """Tell whether a word is the last of "as well as"."""
    return (
        word.lower_ == "as" and word.i > 1 and word.nbor(-1).lower_ == "well" and word.nbor(-2).lower_ == "as"
    )


def _titles_below(title: Token) -> list[Token]:
    """Find a second title that the parser hung below the first: "President of A and Prime Minister of B X. Y."."""
    if title.pos_ != "PROPN":
        return []
    inner = [o for c in title.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    below = [c for o in inner for c in o.children if c.dep_ == "conj"]
    return [c for c in below if c.pos_ == "PROPN" and any(t.lower_ == "of" for t in c.children)]


def _is_excluded(conjunct: Token) -> bool:
    """Tell whether a conjunct is named to be left out, "to Iraq and not to Iran", or is of another statement."""
    if begins_remnant(conjunct):
        return True
    if conjunct.dep_ != "conj":
        return False
    is_denied = any(c.dep_ == "neg" for c in conjunct.children) or is_passed_over(conjunct)
    return is_denied or _is_of_another_statement(conjunct)


def is_passed_over(conjunct: Token) -> bool:
    """Tell whether it is the other and not this one: "X rather than *Y* has held it"."""
    between = (c for c in conjunct.head.children if c.dep_ == "cc" and conjunct.head.i < c.i < conjunct.i)
    return any(c.lower_ == "than" for c in between)


def begins_remnant(name: Token) -> bool:
    """Tell whether a name begins a clause that leaves its verb out: "X holds part of it, and *Y* another"."""
    if name.pos_ != "PROPN" or name.i + 2 >= len(name.doc) or name.i <= name.sent.start:
        return False
    is_opened = name.nbor(-1).lower_ in PARTING and name.nbor(1).lower_ in _OPENING_REMNANT
    return is_opened and not _is_dated_member(name)


def _is_dated_member(name: Token) -> bool:
    """Tell whether a date stands behind it as behind one before it: "A in 1922 and *B the same year*"."""
    if name.dep_ != "conj" or not any(c.dep_ == "npadvmod" and c.i > name.i for c in name.children):
        return False
    first = first_conjunct(name)
    return any(c.dep_ in {"npadvmod", "prep"} and first.i < c.i < name.i for c in first.children)


def _is_of_another_statement(conjunct: Token) -> bool:
    """Tell whether the sentence's only semicolon parts the two: where there are more, they part a list."""
    is_parted = is_beyond_semicolon(conjunct.head, conjunct)
    return is_parted and sum(t.text == ";" for t in conjunct.sent) == 1


def _measured(token: Token) -> Token:
    """Give what is counted: "soldiers" of "tens of thousands of soldiers"."""
    if token.lemma_.lower() in MEASURES:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                counted = first_child(child, "pobj")
                return _measured(counted) if counted is not None else token
    return token


def is_listed_apposition(token: Token) -> bool:
    """Tell whether an apposition is a member of a list: two bare names, and the list goes on after the second."""
    if token.dep_ != "appos" or token.pos_ != "PROPN" or token.head.pos_ != "PROPN" or is_bracketed(token):
        return False
    is_parted = any(
        t.text == ":" for t in token.doc[token.head.i : token.i]
    )  # "claim the islands: A, B and C"
    if is_parted or first_child(token, "det") is not None:
        return False
    if any(c.dep_ in {"conj", "cc"} and c.i > token.i for c in (*token.head.children, *token.children)):
        return True
    following = token.doc[token.right_edge.i + 1 : token.right_edge.i + 3].text
    return following.startswith((", and", "and ", ", or"))


@lru_cache(maxsize=1024)
def prepositional_objects(head: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the heads of the prepositional objects by preposition, coordination spread.

    A preposition that the parser hung below a name ("the dispute with India over Kashmir") is raised to the head,
    after the head's own.
    """
    found: dict[str, list[Token]] = {}
    for name, token in _own_prepositions(head):
        found.setdefault(name, []).extend(t for t in conjuncts(token) if t not in found[name])
    for name, token in _raised_prepositions(head, depth=0):
        if name not in found:
            found[name] = list(conjuncts(token))
    return {name: tuple(tokens) for name, tokens in found.items()}


def _other_side(preposition: Token, side: Token) -> Iterator[Token]:
    """Give Y of "talks between X and Y are nearing their end" where the parser makes it a subject of its own."""
    if preposition.lower_ != "between":
        return
    last = side.right_edge.i
    after = side.doc[last + 1 : last + 2]  # "Fighting between X *and* Y began": hung on the verb
    links = [*side.children, *(t for t in after if t.dep_ == "cc")]
    link = next((c for c in links if c.dep_ == "cc" and c.lower_ == "and"), None)
    if link is None or len(conjuncts(side)) > 1:
        return
    for token in side.sent:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.left_edge.i == link.i + 1:
            yield token


@lru_cache(maxsize=1024)
def _own_prepositions(head: Token) -> tuple[tuple[str, Token], ...]:
    """Give what stands below a head's own prepositions, each with the preposition's name."""
    return tuple(_below_prepositions(head))


def _below_prepositions(head: Token) -> Iterator[tuple[str, Token]]:
    goals = 0
    for child in head.children:
        if _is_misread_recipient(child):
            yield "to", child
        is_phrase = _goes_on(child) or child.dep_ in {"prep", "dative", "agent", "prt", "advmod"}
        if not is_phrase or child.lower_ == "according" or _adds(child) or _is_idle(child):
            continue
        goals += child.lower_ == "to"
        if head.pos_ == "NOUN" and child.lower_ == "to" and goals > 1:
            continue  # "ceded its claims to X to Y": the second is the verb's
        yield from _objects_of(child)
        if head.pos_ == "NOUN" and child.lower_ in _PARTING_OF:
            yield from object_behind_name(head, child)


def object_behind_name(act: Token, preposition: Token) -> Iterator[tuple[str, Token]]:
    """Give Y, as "of", of "the recognition by X *of Y*", "the return to X *of Y*" where the parser hung it on X."""
    if any(c.lower_ == "of" for c in act.children):
        return
    nouns = load_cues().places_nouns  # "in the Gulf of Aden"
    for agent in preposition.children:
        is_name = agent.pos_ in {"NUM", "PROPN"}  # or a year: "the cession to X in 1890 of Y"
        word = agent.lemma_.lower()
        if agent.dep_ == "pobj" and is_name and word not in nouns and word not in _BEFORE_OF:
            for child in agent.children:
                if child.lower_ == "of" and child.i > agent.i:
                    yield from _objects_of(child)


def _is_misread_recipient(token: Token) -> bool:
    """Tell whether the parser took "to" and a name for an infinitive: "handed over by X *to Y*"."""
    is_clause = token.dep_ in {"advcl", "xcomp", "ccomp", "acl", "relcl"} and token.is_title
    return is_clause and has_infinitive(token)


def _goes_on(preposition: Token) -> bool:
    """Tell whether a phrase is joined to another: "met with X and *with Y*", but "belongs to X and *not to Y*"."""
    is_joined = preposition.dep_ == "conj" and preposition.pos_ == "ADP"
    return is_joined and not (preposition.i > 0 and preposition.nbor(-1).lower_ == "not")


def _is_idle(preposition: Token) -> bool:
    """Tell whether a phrase adds nothing: "met with X but *not with Y*", "X, *for its part*, asked"."""
    part = first_child(preposition, "pobj") if preposition.lower_ == "for" else None
    is_for_its = part is not None and part.lower_ == "part" and first_child(part, "poss") is not None
    return is_for_its or _is_denied(preposition)


def _is_denied(preposition: Token) -> bool:
    """Tell whether a phrase says with whom not: "met with X but *not with Y*"."""
    before = preposition.i > 1 and preposition.nbor(-2).lower_ == "but"
    return before and any(c.dep_ == "neg" for c in preposition.children)


def _objects_of(preposition: Token) -> Iterator[tuple[str, Token]]:
    name = preposition.lower_
    if (shared := _shared_goal(preposition)) is not None:
        yield name, shared
    for child in preposition.children:
        if child.dep_ == "amod" and name == "as":  # "recognized *as independent* by X"
            yield name, child
        elif child.dep_ == "pobj" and any(c.dep_ == "cc" and c.i < child.i for c in preposition.children):
            yield from (
                (name, token) for _, token in _own_prepositions(child)
            )  # "attacks on and sieges of X"
        elif child.dep_ in {"pobj", "pcomp"}:
            yield name, name_before(child) or child
            yield from ((name, other) for other in _other_side(preposition, child))
        elif child.dep_ == "prep" or _goes_on(child):
            yield from _objects_of(child)  # "out of", "together with": the last one governs


def _shared_goal(preposition: Token) -> Token | None:
    """Give X of "its recognition *of*, and its relations with, X", where the model hangs it on the last."""
    following = preposition.doc[preposition.i + 1 : preposition.i + _MAX_SHARED]
    if preposition.dep_ != "prep" or not following or following[0].text not in {",", "and", "or"}:
        return None
    if first_child(preposition, "pobj", "pcomp", "prep") is not None:
        return None
    later = (t for t in following if t.dep_ == "prep" and t.sent.start == preposition.sent.start)
    goals = (goal for t in later if (goal := first_child(t, "pobj")) is not None)
    goal = next(goals, None)
    return goal if goal is not None and goal.pos_ == "PROPN" else None


def name_before(adjective: Token) -> Token | None:
    """Give the name that the parser put before an adjective which is said of more: "calls the walls *in X* illegal"."""
    before = (
        adjective.nbor(-1) if adjective.i and adjective.tag_ == "JJ" and adjective.dep_ == "pobj" else None
    )
    is_joined = before is not None and before.dep_ == "compound" and before.head == adjective
    return before if is_joined and before is not None and before.pos_ == "PROPN" else None


def _raised_prepositions(head: Token, depth: int) -> Iterator[tuple[str, Token]]:
    if depth > 3:
        return
    for _, below in _own_prepositions(head):
        if _stands_apart(below.head):
            continue
        for token in conjuncts(below):
            if token.pos_ == "VERB":
                continue
            for name, deeper in _own_prepositions(token):
                if name in _RAISED:
                    yield name, deeper
            yield from _raised_prepositions(token, depth + 1)


def _stands_apart(preposition: Token) -> bool:
    """Tell whether a preposition, or the one above it ("because of"), sets another matter beside what is said."""
    return any(
        t.lower_ in _APART and t.pos_ in {"ADP", "SCONJ", "ADJ"} for t in (preposition, preposition.head)
    )


def hyphenated_modifier(participle: Token) -> Token | None:
    """Give "Russian" of "Russian-held", None where the participle has no such part."""
    if participle.i < 2 or participle.nbor(-1).text not in {"-", "–", "‑"}:
        return None
    before = participle.nbor(-2)
    return before if before.pos_ in {"PROPN", "ADJ", "NOUN"} or before.is_title else None


def _is_second_recipient(preposition: Token, head: Token) -> bool:
    """Tell whether a preposition is of the verb: "gave a town *to X*", "gave A to X and the east *to Y*"."""
    if preposition.lower_ != "to":
        return False
    first = first_conjunct(head)
    is_listed = head.dep_ == "conj" and first.dep_ == "pobj" and first.head.lower_ == "to"
    is_given = (
        first.dep_ in {"dobj", "nsubjpass"} and first.head.lemma_.lower() in load_cues().support_passing
    )
    return is_listed or is_given


def noun_phrase(head: Token, *, post: bool = True, clauses: bool = False) -> tuple[Token, Token]:
    """Give the first and last token of the minimal noun phrase of a head.

    Args:
        head: a noun, name or pronoun.
        post: keep prepositional phrases after the head ("islands at the mouth of the river").
        clauses: keep participles after the head too ("land occupied in 1967").
    """
    kept = [head]
    for child in head.children:
        if child.dep_ in _OUTSIDE or is_bracketed(child):
            continue
        if child.i < head.i:
            kept.extend(_before(child))
        elif (
            post
            and child.i < _first_break(head)
            and not _is_second_recipient(child, head)
            and (child.dep_ == "prep" or _locates(child) or (clauses and child.dep_ == "acl"))
        ):
            inside = [t for t in child.subtree if t.i < _first_break(head)]
            whole = clauses or child.dep_ == "acl"
            kept.extend(t for t in inside if whole or not _is_clause_inside(t, head))
    kept = [t for t in kept if t.i <= head.i or post]
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    while first.i < head.i and (first.dep_ in {"det", "punct", "predet"} or first.is_space):
        first = first.nbor(1)
    while last.i > head.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return first, last


def _locates(child: Token) -> bool:
    """Tell whether a word after a noun says where it lies: "west" of "the area west of the river", "stretching"."""
    if child.dep_ == "acl":
        is_told = first_child(child, "prep", "dobj") is not None
        return is_told and child.tag_ == "VBG" and child.lemma_.lower() in load_cues().places_lying
    return child.dep_ in {"advmod", "amod", "npadvmod"} and first_child(child, "prep") is not None


def _is_clause_inside(token: Token, head: Token) -> bool:
    """Tell whether a token stands in a clause that says more: "islands" of "group of islands controlled by X"."""
    while token != head and token.head != token:
        if token.dep_ in {"acl", "relcl", "appos", "advcl"}:
            return True
        token = token.head
    return False


def _before(child: Token) -> list[Token]:
    tokens = [
        t
        for t in child.subtree
        if t.i <= child.i or t.dep_ in {"conj", "cc", "case", "punct", "pobj", "prep"}
    ]
    return tokens or [child]


def _first_break(head: Token) -> int:
    """Find where the phrase is cut: at the first comma, bracket or dash after the head."""
    for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
        if token.is_punct and token.text not in {"-", "'", "’", '"', "“", "”", "‘", "/", "."}:
            return token.i
    return head.right_edge.i + 1
