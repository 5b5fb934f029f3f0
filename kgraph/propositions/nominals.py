"""Nominal propositions: "Japan's claim to X", "the dispute between A and B over X", "Moroccan rejection of X"."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    is_court,
    joined_lemma,
    opens_with_that,
    prepositional_objects,
)
from kgraph.propositions.attacks import struck
from kgraph.propositions.clauses import (
    objects,
    outer_subject,
    resolve_relatives,
    subject_above,
    subjects,
    verb_lemma,
)
from kgraph.propositions.complements import complements, held, support_verb
from kgraph.propositions.taken_up import (
    done_by,
    held_before,
    said_before,
    taken_before,
    told_before,
)

__all__ = ["NOUN_ROLES", "ROLES_BEFORE", "is_talk_of_others", "noun_argument", "noun_arguments"]

_ITS = frozenset({"its", "their"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_BEFORE_ACTS = frozenset({"at", "for", "of"})
_JOINED = frozenset({"compound", "nmod"})
_OPENING = frozenset({"a", "formerly", "long", "now", "once", "still", "the"})  # before what a subject is
# What becomes of a noun that says what the subject behind it is.
_FRONTED = frozenset({"advcl", "dep", "npadvmod", "nsubj", "nsubjpass", "pobj"})
_LINE_WORDS = 4  # before a noun: "the South China Sea boundary dispute"


def noun_arguments(noun: Token, support: frozenset[str]) -> Mapping[str, tuple[Token, ...]]:
    """Collect the arguments of a noun by role, those that it has.

    Roles: `possessor` ("Japan's"), `owners` (all of a list before "whose"),
    `modifier` (adjectives and nouns before it), `done_to` (what it is of where that stands before it),
    `dated` (a year among them or in "of 1998"),
    `line` (the words among them that say which boundary: "maritime boundary" of "a maritime boundary dispute"),
    `named` (the noun itself where it is a name), `its` (the pronoun of "its claim" where nothing tells to what),
    `support` (the subject of its light verb), `governor` (the verb or noun above it) and `governor_subject`,
    `predicated` (what it is said of), `reporter` (who says so), `clause_subject` (the nearest subject above),
    `outer_subject` (the one above that), `opened_subject` (of the clause that the noun's phrase opens),
    `done_by` and `told_before` (who did what "the move" takes up, and what the sentence before names),
    `struck` (whom an attack killed or hit, told beside it or in the sentence that "the attack" takes up),
    `held` (what it carries or whom it belongs to), `held_before` (the land somebody held further up),
    `purpose` (the object of an infinitive after it), `content` (the clause that a claim or a plan is of),
    `preposition` (the one before it), `apposition`, `apposed_to` (what it is an apposition of) and each
    preposition after it.
    A preposition of the light verb counts as the noun's where the noun has none of that name.
    """
    roles = dict.fromkeys((*_ROLES, *_OF_SUPPORT, *complements(noun, support)))
    return {role: tokens for role in roles if (tokens := noun_argument(noun, role, support))}


@lru_cache(maxsize=1024)
def noun_argument(noun: Token, role: str, support: frozenset[str]) -> tuple[Token, ...]:
    """Give the heads of one argument of a noun, left to right; the roles are those of `noun_arguments`."""
    if (find := _ROLES.get(role)) is not None:
        return resolve_relatives(find(noun))
    if (find_by := _OF_SUPPORT.get(role)) is not None:
        return resolve_relatives(find_by(noun, support))
    return resolve_relatives(complements(noun, support).get(role, ()))


def _possessors(noun: Token) -> tuple[Token, ...]:
    if noun.tag_ == "NNS" and noun.lemma_.lower() in load_cues().agents_related:
        return ()  # "lost land to *its* neighbors": they are others
    own = _possessor(noun) or (first_child(noun.head, "poss") if _shares_owner(noun) else None)
    if own is not None:
        return () if _is_done_to_its_own(noun) else _named_later(own, noun) or conjuncts(own)
    beside = () if _modifiers(noun) else _whose_example(noun) or _whose_doing(noun) or said_before(noun)
    return beside or taken_before(noun)


def _whose_example(noun: Token) -> tuple[Token, ...]:
    """Give whose acts a noun is named among: "actions of Washington, including *the deployment* of missiles"."""
    first = first_conjunct(noun)
    preposition = first.head
    is_such = preposition.lower_ == "as" and any(c.lower_ == "such" for c in preposition.children)
    acts = preposition.head
    if first.dep_ != "pobj" or not (is_such or preposition.lower_ == "including"):
        return ()
    if acts.pos_ != "NOUN" or acts.lemma_.lower() not in load_cues().negation_owned:
        return ()
    own = first_child(acts, "poss")
    by = prepositional_objects(acts)
    if own is not None:
        return conjuncts(own)
    return by.get("of", ()) or by.get("by", ()) or _named_modifiers(acts)


def _whose_doing(noun: Token) -> tuple[Token, ...]:
    """Give whose the threat or plan is that a bare act is of: "*Venezuelan* threats of annexation of X"."""
    above = noun.head.head
    is_of = noun.dep_ == "pobj" and noun.head.lower_ in _BEFORE_ACTS and above.pos_ == "NOUN"
    is_bare = not any(c.dep_ in {"det", "poss"} or c.lower_ == "by" for c in noun.children)
    if not (is_of and is_bare) or above.lemma_.lower() not in load_cues().support_doing:
        return ()
    own = first_child(above, "poss")
    if own is not None:
        return conjuncts(own)
    return prepositional_objects(above).get("by", ()) or _named_modifiers(above)


def _modifiers(noun: Token) -> tuple[Token, ...]:
    if _shares_modifiers(noun):
        return tuple(c for c in noun.head.children if c.dep_ in _MODIFIERS)
    own = tuple(t for c in noun.children if c.dep_ in _MODIFIERS for t in _nested(c))
    return (*_named_modifiers(noun.head), *own) if _shares_owner(noun) else own


def _possessor(noun: Token) -> Token | None:
    """Give whose a noun is; the parser may hang him on the name between: "*Mauritius*'s Tromelin claim"."""
    joined = _joined_name(noun)
    return first_child(noun, "poss") or (first_child(joined, "poss") if joined is not None else None)


def _joined_name(noun: Token) -> Token | None:
    """Give the name right before a noun, where it says more of it: "Morocco's *Ceuta* claim"."""
    names = (c for c in noun.children if c.dep_ in _JOINED and c.pos_ == "PROPN")
    return next((c for c in names if c.right_edge.i + 1 == noun.i), None)


def _done_to(noun: Token) -> tuple[Token, ...]:
    """Give the name before a noun that says what it is of, where it is told whose it is.

    So in "Morocco's *Ceuta* claim" and "*Ceuta*'s capture by Portugal"; also behind what opens a sentence: "after
    occupation by Iraq *Kuwait* was rebuilt".
    """
    if _is_done_to_its_own(noun):
        owner = next(c for c in noun.children if c.dep_ == "poss")
        named = _subject_opened(noun) if owner.pos_ == "PRON" else ()  # "after *its* occupation by Y, X"
        return named if any(t.pos_ == "PROPN" for t in named) else conjuncts(owner)
    if _is_bare_act(noun):
        return tuple(t for told in _subject_opened(noun) for t in (_possessors(told) or (told,)))
    joined = _joined_name(noun)
    is_anyones = _possessor(noun) is not None or any(c.lower_ == "by" for c in noun.children)
    return conjuncts(joined) if joined is not None and is_anyones else ()


def _is_done_to_its_own(noun: Token) -> bool:
    """Tell whether somebody does to the possessor what a noun says: "Kuwait's invasion *by Iraq*"."""
    by = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if by.lower_ != "by" or first_child(noun, "poss") is None:
        return False
    return _is_by_somebody(by)


def _is_bare_act(noun: Token) -> bool:
    """Tell whether a noun says by whom something is done, but not to what: "following *annexation* by Germany"."""
    by = next((c for c in noun.children if c.lower_ == "by"), None)
    if by is None or any(
        c.dep_ in {"det", "poss"} or c.lower_ in {"in", "of"} for c in noun.children if c.i < by.i
    ):
        return False
    return _is_by_somebody(by)


def _is_by_somebody(by: Token) -> bool:
    return any(_acts(token) for token in by.children if token.dep_ == "pobj")


def _acts(token: Token) -> bool:
    """Tell whether a word can be somebody's who acts, and is no time: "by Iraq", "by its army", but not "by May"."""
    is_name = token.pos_ == "PROPN" and token.lower_ not in load_cues().calendar_names
    return is_name or token.lemma_.lower() in load_cues().agents_nouns


def _shares_modifiers(noun: Token) -> bool:
    """Tell whether what stands before the first of two nouns may be said of both: "Russian troops and *tanks*"."""
    is_second = noun.dep_ == "conj" and noun.head.pos_ == "NOUN"
    return is_second and first_child(noun, "poss", *_MODIFIERS) is None


def _shares_owner(noun: Token) -> bool:
    """Tell whether two nouns may be somebody's whom the first names: "X's occupation and later *annexation* of Y"."""
    is_second = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and first_child(noun, "poss", "det") is None
    return is_second and not any(c.text[:1].isupper() for c in noun.children if c.dep_ in _MODIFIERS)


def _named_later(own: Token, noun: Token) -> tuple[Token, ...]:
    """Give the subject whose "its" is meant in what opens its clause: "In *its* dispute with X, *Y* sent an envoy"."""
    if own.lower_ not in _ITS or any(t.pos_ == "PROPN" for t in noun.doc[noun.sent.start : own.i]):
        return ()
    told = _subject_opened(noun)
    is_one = own.lower_ == "its"
    return told if told and (len(told) == 1) is is_one and all(t.pos_ == "PROPN" for t in told) else ()


def _named(noun: Token) -> tuple[Token, ...]:
    return (noun,) if noun.pos_ == "PROPN" else ()


def _its(noun: Token) -> tuple[Token, ...]:
    """Give "its" of "dropped *its* claim", where no word behind tells what is claimed: what it means may be claimed."""
    behind = any(
        c.i > noun.i and c.dep_ in {"acl", "prep", "relcl"} and c.lower_ != "in" for c in noun.children
    )
    own = first_child(noun, "poss")
    is_pronoun = own is not None and own.lower_ in _ITS and own.i == noun.i - 1
    return (own,) if own is not None and is_pronoun and not behind else ()


def _years(noun: Token) -> tuple[Token, ...]:
    before = noun.doc[noun.left_edge.i : noun.i]  # "an August 1979 agreement"
    below = (t for c in noun.children if c.lower_ == "of" for t in c.subtree)
    behind = [t for t in below if t.ent_type_ in {"DATE", ""}]  # "" where names are not looked for yet
    return tuple(dict.fromkeys(t for t in (*before, *noun.children, *behind) if t.shape_ == "dddd"))


def _apposed_to(noun: Token) -> tuple[Token, ...]:
    return (noun.head,) if noun.dep_ == "appos" else _subject_behind(noun)


def _subject_behind(noun: Token) -> tuple[Token, ...]:
    """Give X of "Once part of Y, *X* became", "A colony until then, *X*", where the subject follows what it is."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "once" else noun.head
    is_fronted = noun.dep_ in _FRONTED and above.pos_ in {"VERB", "AUX"} and above.i > noun.i
    if not is_fronted or not all(_may_open(t, noun) for t in noun.doc[noun.sent.start : noun.i]):
        return ()
    told = next((c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and c != noun), None)
    if told is None or told.left_edge.i <= noun.right_edge.i or told.left_edge.nbor(-1).text != ",":
        return ()
    return (told,)


def _may_open(word: Token, noun: Token) -> bool:
    """Tell whether a word may stand before what opens a sentence: "*Once a British* colony"."""
    return word.lower_ in _OPENING or (word.head == noun and word.dep_ in _MODIFIERS)


def _appositions(noun: Token) -> tuple[Token, ...]:
    return tuple(t for c in noun.children if c.dep_ == "appos" for t in conjuncts(c))


def _line(noun: Token) -> tuple[Token, ...]:
    """Give the words right before a noun that say which line it concerns, empty where they name none."""
    cues = load_cues()
    found: list[Token] = []
    for token in reversed(noun.doc[max(noun.left_edge.i, noun.i - _LINE_WORDS) : noun.i]):
        is_line = token.lemma_.lower() in cues.lines_nouns
        is_kind = bool(found) and (token.lemma_.lower() in cues.lines_kinds or token.pos_ == "PROPN")
        if not (is_line or is_kind):
            break
        found.append(token)
    return tuple(reversed(found))


def _content(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    clauses = (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"})
    return tuple(c for c in clauses if _is_said(c, support))


def _is_said(clause: Token, support: frozenset[str]) -> bool:
    """Tell whether a clause says what a noun is of: "the claim that X holds Y", but not "that X makes to Y"."""
    is_open = first_child(clause, "dobj", "attr", "acomp", "nsubjpass") is None
    is_relative = is_open and clause.lemma_.lower() in support
    return not is_relative and opens_with_that(clause)


def _owners(noun: Token) -> tuple[Token, ...]:
    """Give both of "A and B, whose dispute", where the nearer alone is meant with what one can have alone."""
    possessor = first_child(noun, "poss")
    if possessor is None or possessor.lower_ != "whose":
        return ()
    first = [first_conjunct(token) for token in resolve_relatives((possessor,))]
    return tuple(dict.fromkeys(t for token in first for t in conjuncts(token)))


def _nested(modifier: Token) -> list[Token]:
    """Give a modifier with what it is coordinated or joined with: "Kazakh-Uzbek borders", "land and sea borders"."""
    joined = [c for c in modifier.children if c.dep_ in _MODIFIERS and c.i < modifier.i]
    return [
        *(() if _is_mediated(modifier) else joined),
        *(t for t in conjuncts(modifier) if not _is_mediated(t)),
    ]


def _is_mediated(modifier: Token) -> bool:
    """Tell whether a participle says who helped, and is no party: "the EU-facilitated dialogue"."""
    words = modifier.doc[modifier.left_edge.i : modifier.i + 1].text.lower()
    return "-" in words and words.rsplit("-", 1)[-1] in load_cues().talks_helped


def _supported(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    """Find the bearer of a noun below a light verb: the subject, but in "left Japan with claims" the object.

    Whose it is by name bears it before all others: "X helped to end *Y's* dispute with Z". No court has one of its own.
    """
    verb = support_verb(noun, support)
    if verb is None or any(_is_named_owner(c) for c in noun.children):
        return ()
    found = (objects(verb) if noun.head.lower_ == "with" else ()) or subjects(verb)
    owner = first_child(noun, "poss")
    return () if owner is not None and found and all(map(is_court, found)) else found


def _is_named_owner(word: Token) -> bool:
    """Tell whether a word names whose something is: "*Peru's* claim", but not "*Saturday's* talks"."""
    return word.dep_ == "poss" and word.pos_ == "PROPN" and word.lower_ not in load_cues().calendar_names


def _before(noun: Token) -> tuple[Token, ...]:
    """Give the preposition before a noun, or before the list that it stands in."""
    first = first_conjunct(noun)
    return (first.head,) if first.dep_ == "pobj" and first.head != first else ()


def _governor(noun: Token) -> tuple[Token, ...]:
    """Give the verb or noun above a noun, over a preposition."""
    first = first_conjunct(noun)
    governor = first.head.head if first.dep_ == "pobj" else first.head
    return (governor,) if first.head != first else ()


def _predicated(noun: Token) -> tuple[Token, ...]:
    """Give what a noun is said of."""
    first = first_conjunct(noun)
    if first.head == first:
        return ()
    if first.dep_ == "pobj":
        return _said_of(first.head.head, first.head)
    return _small_clause_subject(first, first.head)


def _governor_subject(noun: Token) -> tuple[Token, ...]:
    return tuple(t for governor in _governor(noun) for t in _subject_above(governor))


def _subject_above(governor: Token) -> tuple[Token, ...]:
    if governor.pos_ in {"VERB", "AUX"}:
        return subjects(governor)
    possessor = first_child(governor, "poss")
    if possessor is not None:
        return conjuncts(possessor)
    if governor.pos_ != "NOUN":
        return ()
    behind = prepositional_objects(governor)
    is_for_others = governor.lemma_.lower() in load_cues().support_demands  # "Turkish calls for recognition"
    named = () if is_for_others else behind.get("by", ()) or _named_modifiers(governor)
    return behind.get("of", ()) or named


def _named_modifiers(noun: Token) -> tuple[Token, ...]:
    """Give whose a noun is by an adjective: "*Slovak* objections"."""
    return tuple(t for t in _modifiers(noun) if t.text[:1].isupper())


def _said_of(governor: Token, preposition: Token) -> tuple[Token, ...]:
    """Find what stands under, in, within: the noun before the preposition, or the subject or object of its verb."""
    if governor.pos_ in {"NOUN", "PROPN"}:
        aside = _name_before(preposition) if governor.dep_ == "ROOT" else ()
        if aside:
            return aside
        return conjuncts(governor) if governor.i < preposition.i else ()
    if governor.pos_ in {"VERB", "AUX"}:
        before = tuple(t for t in subjects(governor) if t.i < preposition.i < governor.i)
        return _name_before(preposition) or before or objects(governor) or subjects(governor)
    if governor.pos_ == "ADJ" and governor.head.pos_ in {"VERB", "AUX"}:
        return subjects(governor.head)
    return ()


def _name_before(preposition: Token) -> tuple[Token, ...]:
    """Find the name that an aside is of: "sailed through New Orleans, *then under Spanish rule*"."""
    edge = preposition.left_edge
    if edge == preposition or edge.i < 2 or edge.nbor(-1).text != ",":
        return ()
    return (edge.nbor(-2),) if edge.nbor(-2).pos_ == "PROPN" else ()


def _small_clause_subject(noun: Token, governor: Token) -> tuple[Token, ...]:
    """Find A in "A is part of", "considers A part of", "A, part of B,"."""
    own = first_child(noun, "nsubj", "nsubjpass")
    if own is not None:
        return conjuncts(own)
    if noun.dep_ == "appos":
        return conjuncts(governor)
    if noun.dep_ == "attr":
        return subjects(governor)
    if noun.dep_ == "nsubj" and governor.lemma_.lower() == "be":  # "the administrator of the islet is *X*"
        said = first_child(governor, "attr")
        return conjuncts(said) if said is not None and said.pos_ == "PROPN" else ()
    if noun.dep_ in {"oprd", "dobj", "ccomp"}:
        others = tuple(t for t in objects(governor) if t != noun)
        return others or tuple(
            c for c in noun.children if c.dep_ == "compound" and c.pos_ in {"NOUN", "PROPN"}
        )
    return ()


def _opened_subject(noun: Token) -> tuple[Token, ...]:
    """Find who acts in the clause that a noun's phrase opens: "During the *talks*, X and Y agreed".

    The noun may stand below another: "After years of Spanish *rule*, X declared its independence".
    """
    verb = _opened_clause(noun)
    return subjects(verb) if verb is not None else ()


def _subject_opened(noun: Token) -> tuple[Token, ...]:
    """Give what stands as subject in the clause that a noun's phrase opens, whatever the voice."""
    verb = _opened_clause(first_conjunct(noun))
    subject = first_child(verb, "nsubj", "nsubjpass") if verb is not None else None
    return conjuncts(subject) if subject is not None else ()


def _opened_clause(noun: Token) -> Token | None:
    preposition = noun.head
    while noun.dep_ == "pobj" and preposition.head.dep_ == "pobj":
        noun, preposition = preposition.head, preposition.head.head
        if (
            preposition.lower_ == "with" and noun.pos_ == "PROPN"
        ):  # "with *X* under its rule": it is said of X
            return None
    verb = preposition.head
    opening = verb.left_edge if verb.left_edge.pos_ != "ADV" else verb.left_edge.nbor(1)
    is_first = noun.dep_ == "pobj" and verb.pos_ in {"VERB", "AUX"} and preposition.i == opening.i
    return verb if is_first else None


def _reporter(noun: Token) -> tuple[Token, ...]:
    """Find who says what the noun is the predicate of: "Malawi contends that the lake is its territory"."""
    token = noun
    while token.head != token and token.dep_ in {"attr", "conj", "xcomp", "dobj", "oprd"}:
        token = token.head
    if (
        token.dep_ in {"acl", "ccomp"} and token.head.pos_ == "NOUN"
    ):  # "Malawi's claim that the lake is its territory"
        return _possessors(token.head) if _is_said(token, frozenset()) else ()
    return subjects(token.head) if token.dep_ == "ccomp" and token.head.pos_ == "VERB" else ()


def _clause_subject(noun: Token) -> tuple[Token, ...]:
    """Find the subject of the nearest clause above, if it does not only back or host others' talks."""
    is_done = noun.dep_ == "dobj" and is_talk_of_others(noun, noun.head)
    return () if is_done else subject_above(noun)


def is_talk_of_others(noun: Token, verb: Token) -> bool:
    """Tell whether a verb says no more than who backs or hosts a talk: "welcomed the talks", "*hosted* talks"."""
    cues = load_cues()
    is_from_outside = verb_lemma(verb) in cues.presupposed_stands | cues.support_hosting
    return is_from_outside and joined_lemma(noun) in cues.presupposed_ongoing


# All roles but the prepositions and the purpose; the second are those that depend on which verbs are light.
_ROLES: Mapping[str, Callable[[Token], tuple[Token, ...]]] = {
    "possessor": _possessors,
    "owners": _owners,
    "modifier": _modifiers,
    "done_to": _done_to,
    "line": _line,
    "named": _named,
    "its": _its,
    "dated": _years,
    "apposed_to": _apposed_to,
    "apposition": _appositions,
    "preposition": _before,
    "governor": _governor,
    "governor_subject": _governor_subject,
    "predicated": _predicated,
    "clause_subject": _clause_subject,
    "outer_subject": outer_subject,
    "opened_subject": _opened_subject,
    "reporter": _reporter,
    "done_by": done_by,
    "held_before": held_before,
    "told_before": told_before,
    "struck": struck,
    "held": held,
}
_OF_SUPPORT: Mapping[str, Callable[[Token, frozenset[str]], tuple[Token, ...]]] = {
    "support": _supported,
    "content": _content,
}
ROLES_BEFORE = frozenset({"done_by", "struck", "told_before"})
"""The roles that may lead to the sentence before."""
NOUN_ROLES = frozenset((*_ROLES, *_OF_SUPPORT, "by", "purpose"))
"""The roles of a noun's arguments that need no preposition of that name: "by" is who does a participle too."""
