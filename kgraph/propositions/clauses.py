"""Verbal propositions: the subject, objects and prepositional arguments of a clause, passives turned.

Subjects that a clause shares with another are found where they stand: with the verb it is coordinated with, with
the noun that a relative or participial clause modifies, with the verb that controls it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    hyphenated_modifier,
    is_beyond_semicolon,
    is_definite,
    name_before,
    prepositional_objects,
)

__all__ = [
    "VERB_ROLES",
    "is_passive",
    "is_ranked",
    "is_yet_to",
    "objects",
    "open_copula",
    "outer_subject",
    "resolve_relatives",
    "subject_above",
    "subjects",
    "verb_argument",
    "verb_arguments",
    "verb_lemma",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_RESOLVED = frozenset({"whose", "which", "whom"})  # other than as subject or object
# A clause below these labels borrows its subject from the verb above when it has none.
_CONTROLLED = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "conj"})
# Who took a place does these with it.
_OF_HOLDERS = frozenset({"absorb", "administer", "annex", "govern", "incorporate", "occupy", "rule"})
# The small model takes a rare name after a verb for an adverb.
OBJECT_MISREAD = frozenset({"advmod", "npadvmod", "dep"})
# What stands after these the subject does, after others ("accused X of", "kept X from") the object.
_OF_THE_SUBJECT = frozenset(
    {
        "after",
        "before",
        "besides",
        "by",
        "despite",
        "in",
        "on",
        "since",
        "through",
        "upon",
        "while",
        "without",
    }
)
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_TIMES = frozenset({"DATE", "TIME"})
_CLAUSE_OPENING = frozenset({"after", "before", "since", "until"})
_IFS = frozenset({"if", "should", "unless"})
_OCCASIONS = frozenset({"after", "because", "since", "when"})
_COMITATIVE = frozenset({"together", "along", "jointly"})
_TOTALS = frozenset({"all", "both", "each"})
_PLURAL, _SINGULAR = frozenset({"are", "were", "have"}), frozenset({"is", "was", "has"})
_EXTENTS = frozenset({"entirety", "full", "part", "whole"})
_PARTS = frozenset({"bulk", "half", "part", "rest"})
_LYING = frozenset({"in", "near", "of", "off"})
_NAMING = frozenset({"call", "dub", "know", "name", "style"})
_MAX_DEPTH = 8
# Verbs whose prepositional object is to do what the infinitive says.
_ADDRESSING = {
    "appeal": frozenset({"to"}),
    "call": frozenset({"on", "upon"}),
    "count": frozenset({"on"}),
    "plead": frozenset({"with"}),
    "prevail": frozenset({"on", "upon"}),
    "rely": frozenset({"on"}),
}


_COPULAS = frozenset({"be", "remain", "stay"})
_JOINED_COPULA = frozenset({"ccomp", "csubj", "parataxis"})
_ADDED = frozenset({"adjacent", "its", "other", "surrounding", "their"})
_RETURNS = frozenset({"addition", "exchange", "return"})  # "kept Cuba in exchange for ceding Florida"
# Who does these to a plan is not who would do what it says: "criticized plans to annex X".
_COMMENTING = frozenset(
    {"condemn", "criticize", "denounce", "deplore", "oppose", "praise", "protest", "welcome"}
)
_MEASURED = frozenset({"acomp", "advmod"})  # "is committed to preserving", "far from giving X up, it"
_NAME_BEFORE = frozenset({"amod", "compound", "nmod"})
_RANKS = frozenset({"first", "last", "latest", "only", "second", "sole", "third"})


def verb_lemma(verb: Token) -> str:
    """Give the lemma with its particle: "hand over", "break away"."""
    lemma = verb.lemma_.lower()
    particle = first_child(verb, "prt")
    if particle is None and lemma in load_cues().predicated_back:
        particle = _back(verb)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _is_back(word: Token) -> bool:
    """Tell whether a word makes another verb of the one above; the model may see a clause: "wants X *back*"."""
    return word.lower_ == "back" and word.dep_ in {"advmod", "ccomp"}


def _back(verb: Token) -> Token | None:
    """Find "back" beside a verb, or behind its object."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return next((c for t in (verb, *things) for c in t.children if _is_back(c) and c.i > verb.i), None)


def is_passive(verb: Token) -> bool:
    """Tell whether the verb's grammatical subject is what the action is done to.

    A participle after a noun ("islands claimed by Japan") and one coordinated with a passive are passive too.
    """
    if first_child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if verb.lemma_.lower() in load_cues().predicated_intransitive:  # "moved in, *clashed* with X and stayed"
        return False
    if not _is_participle(verb) or first_child(verb, "aux", "nsubj") is not None:
        return False
    if verb.dep_ in {"acl", "amod", "relcl", "appos"}:
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head) or _is_copula(verb.head)
    return first_child(verb, "dobj") is None


def _is_participle(verb: Token) -> bool:
    """Tell whether a verb is a past participle, or what the tagger took for a past tense.

    "A state considered a part of X but *recognized* by Y": two of a kind are joined.
    """
    if verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl" and not _is_headless(verb)):
        return True
    first = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or first_child(verb, "dobj", "ccomp", "xcomp") is not None:
        return False
    if first.tag_ == "VBN" and first.dep_ == "acl":
        return True
    by = prepositional_objects(verb).get("by", ()) if _is_copula(first) else ()
    return any(t.pos_ == "PROPN" for t in by)


def _is_copula(verb: Token) -> bool:
    return verb.lemma_.lower() == "be" and first_child(verb, "attr", "acomp") is not None


@lru_cache(maxsize=1024)
def subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Find who or what does the action, left to right; empty where the clause names nobody."""
    if is_passive(verb):
        return _agents(verb)
    return _grammatical_subjects(verb, depth)


@lru_cache(maxsize=1024)
def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Find what the action is done to, left to right."""
    if is_passive(verb):
        return _given(verb) or _grammatical_subjects(verb, depth)
    renamed = _second_object(verb)
    own = [t for c in verb.children if c.dep_ in {"dobj", "oprd"} and c != renamed for t in conjuncts(c)]
    own += [
        t for c in verb.children if _is_back(c) for s in c.children if s.dep_ == "nsubj" for t in conjuncts(s)
    ]
    if own:
        return _through_relative(verb, tuple(own))
    misread = [
        c for c in verb.children if c.dep_ in OBJECT_MISREAD and c.tag_ in {"NNP", "NNPS"} and c.i > verb.i
    ]
    if misread and misread[0].ent_type_ not in _TIMES:
        return conjuncts(misread[0])
    if verb.dep_ == "relcl" and (_is_zero_relative(verb) or _has_relative_object(verb)):
        return _antecedents(verb)
    return _shared_object(verb, depth) or _relative_object_before(verb)


def _agents(verb: Token) -> tuple[Token, ...]:
    agent = first_child(verb, "agent")
    phrases = [agent, *(c for c in agent.children if c.dep_ == "conj")] if agent else []
    found = [t for phrase in phrases for c in phrase.children if c.dep_ == "pobj" for t in conjuncts(c)]
    if agent is not None and found:
        found += [t for t in _accompanying(verb, found[0]) if t.i > agent.i]
    if not found:
        by = prepositional_objects(verb).get("by", ()) or _agents_behind_extent(verb)
        found = [t for t in by if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not found:  # "occupied and annexed by Russia": the agent hangs on the last
        following = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and c.i - verb.i <= 3]
        found = [t for c in following for t in _agents(c)]
    prefix = hyphenated_modifier(verb)
    if not found and prefix is not None:
        found = [prefix]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
        after = [c for c in verb.head.children if c.dep_ == "agent" and c.i > verb.i]
        found = [t for c in after for child in c.children if child.dep_ == "pobj" for t in conjuncts(child)]
    if not found and verb.dep_ == "conj" and verb.head.dep_ == "acl" and verb.lemma_.lower() in _OF_HOLDERS:
        found = list(_agents(verb.head))  # "seized by Russia in 2014 and later annexed"
    return tuple(found)


def _given(verb: Token) -> tuple[Token, ...]:
    """Find what the subject of a passive is given: "Panama was granted *control* of the canal"."""
    if verb.lemma_.lower() not in load_cues().support_giving:
        return ()
    return tuple(t for c in verb.children if c.dep_ == "dobj" for t in conjuncts(c))


def _second_object(verb: Token) -> Token | None:
    """Give what a relative object is said to be: "its own" of "islands which X considers *its own*"."""
    before = [c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i and c.lower_ in _RELATIVE]
    before = before or [c for c in (_relative_read_as_subject(verb),) if c is not None]
    after = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    return after[0] if before and after else None


def _agents_behind_extent(verb: Token) -> tuple[Token, ...]:
    """Find by whom where the parser hung it on how far: "claimed in whole or *in part* by X"."""
    extents = (t for c in verb.children if c.i > verb.i and c.dep_ in {"prep", "conj"} for t in c.subtree)
    found = (t for t in extents if t.lower_ in _EXTENTS and first_child(t, "det") is None)
    return next((by for t in found if (by := prepositional_objects(t).get("by", ()))), ())


def _grammatical_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    both = _both_before(verb)
    own = [both] if both is not None else _own_subjects(verb) or _name_joined_to(verb)
    if own:
        agent = first_child(verb, "agent")
        beside = (t for t in _accompanying(verb, own[0]) if agent is None or t.i < agent.i)
        return _through_relative(verb, (*own, *beside))
    if depth > _MAX_DEPTH:
        return ()
    return _misread_subject(verb) or _said_of(verb) or _borrowed_subject(verb, depth)


def _misread_subject(verb: Token) -> tuple[Token, ...]:
    """Find the subject that the parser took for something else: a rare name for an adverb ("*Nauru* cut ties").

    So it does with the name after "since" where a time stands between: "since *Moscow* last year recognised it".
    """
    if verb.tag_ not in _FINITE or verb.dep_ == "relcl":
        return ()
    at = verb.i - 1
    while at > verb.sent.start and _says_when(verb.doc[at]):
        at -= 1
    name = verb.doc[max(at, 0)]
    if name.tag_ not in {"NNP", "NNPS"} or name.ent_type_ in _TIMES or name.i >= verb.i:
        return ()
    is_adverb = name.head == verb and name.dep_ in OBJECT_MISREAD
    is_after = name.dep_ == "pobj" and name.head.lower_ in _CLAUSE_OPENING and verb.dep_ == "conj"
    return conjuncts(name) if is_adverb or (is_after and name.i + 1 < verb.i) else ()


def _own_subjects(verb: Token) -> list[Token]:
    object_ = _relative_read_as_subject(verb)
    subjects_ = (c for c in verb.children if c.dep_ in _SUBJECTS and c != object_)
    return [t for child in subjects_ for t in conjuncts(child)]


def _relative_read_as_subject(verb: Token) -> Token | None:
    """Find the object that the model took for a second subject: "Kuwait, *which* Iraq considers its province"."""
    if verb.dep_ != "relcl":
        return None
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    is_second = len(found) > 1 and found[0].lower_ in _RELATIVE
    return found[0] if is_second else None


def _both_before(verb: Token) -> Token | None:
    """Find the subject of a relative clause that the model takes for nothing: "Kashmir, which *both* claim"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start and verb.dep_ == "relcl" else verb
    is_both = before.lower_ == "both" and before.head == verb and before.dep_ in {"dep", "det", "appos"}
    return (
        before
        if is_both and any(c.lower_ in _RELATIVE and c.dep_ == "nsubj" for c in verb.children)
        else None
    )


def _has_relative_object(verb: Token) -> bool:
    return _both_before(verb) is not None or _relative_read_as_subject(verb) is not None


def _name_joined_to(verb: Token) -> list[Token]:
    """Find the subject that the model took for a part of the verb, which it may take for a noun: "*Turkey* rejects"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    is_joined = before.dep_ == "compound" and before.head == verb and before.pos_ == "PROPN"
    return [before] if is_joined and verb.tag_ in {"VBZ", "VBP", "VBD"} else []


def _says_when(token: Token) -> bool:
    """Tell whether a word is an adverb or belongs to a time such as "last year"."""
    noun = token.head if token.dep_ in {"amod", "det", "nummod"} else token
    return token.pos_ == "ADV" or (noun.dep_ == "npadvmod" and noun.pos_ == "NOUN")


def _said_of(verb: Token) -> tuple[Token, ...]:
    """Find what a participle or relative clause is about: the noun that it modifies."""
    is_transitive = verb.lemma_.lower() not in load_cues().predicated_intransitive
    if (
        verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i > verb.head.i and is_transitive
    ):  # "gave up X, held by Y since"
        named = _nearer_name(verb)
        return _list_of(first_conjunct(named)) if named is not None else ()
    if is_beyond_semicolon(verb, verb.head):
        return ()
    if _is_headless(verb):
        return conjuncts(verb.head)
    is_reduced = verb.tag_ == "VBG" or _is_participle(verb)
    if verb.dep_ in {"acl", "amod", "relcl"} and verb.head != verb and is_reduced:
        return _modified(verb)
    if verb.dep_ == "oprd" and verb.tag_ == "VBN" and is_passive(verb.head):  # "were declared *annexed* by X"
        return tuple(_own_subjects(verb.head))
    if is_yet_to(verb) or (verb.dep_ == "appos" and verb.tag_ in {"VBN", "VBG"}):
        return conjuncts(verb.head)
    return ()


def is_yet_to(verb: Token) -> bool:
    """Tell whether "yet to" joins a verb to who has not done so: "X *yet to ratify* the pact"."""
    to = first_child(verb, "aux")
    is_infinitive = to is not None and to.tag_ == "TO" and verb.dep_ != "xcomp"
    return is_infinitive and to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet"


def _borrowed_subject(verb: Token, depth: int) -> tuple[Token, ...]:
    """Find the subject that a clause without its own shares with the verb or noun above it."""
    head = verb.head
    if verb.dep_ == "acomp":  # "is due to meet", "remain stationed": the subject hangs on the copula
        return _grammatical_subjects(head, depth + 1)
    if verb.dep_ in {"acl", "relcl"} and _is_singled(head):
        return _same_as(head)
    if verb.dep_ in {"acl", "amod", "relcl"} and head != verb:
        return () if verb.tag_ in {"VBG", "VBN"} else _noun_controller(head, depth)
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        if head.lower_ in _OF_THE_SUBJECT or head.i < head.head.i:  # "instead of signing, X left"
            joined = objects(head.head) if head.lower_ == "in" and head.head.lemma_.lower() == "join" else ()
            return (*_grammatical_subjects(head.head, depth + 1), *joined)  # "joins X in recognising"
        return _controller(head.head, depth)
    if verb.dep_ == "pcomp" and head.head.dep_ in _MEASURED:
        return _grammatical_subjects(head.head.head, depth + 1)
    if verb.dep_ == "pcomp" and head.head.pos_ == "NOUN":
        return _noun_controller(head.head, depth)
    is_finite = first_child(verb, "auxpass") is not None  # "left the union but was annexed by"
    is_alike = is_passive(head) or not is_passive(verb) or is_finite or _is_copula(head)
    if verb.dep_ == "conj" and (described := _relative_going_on(verb)) is not None:
        return _antecedents(described)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and is_alike:
        return _grammatical_subjects(head, depth + 1)
    earlier = open_copula(verb)
    if earlier is not None and earlier.dep_ != "ROOT":
        return _grammatical_subjects(earlier, depth + 1)
    if verb.dep_ in _CONTROLLED and head.pos_ in {"VERB", "AUX", "ADJ"} and head != verb:
        is_asked = _has_to(verb) and (_makes_others_act(head) or bool(_addressed(head)))
        is_adjunct = verb.dep_ == "advcl" and not is_asked
        return _grammatical_subjects(head, depth + 1) if is_adjunct else _controller(head, depth)
    return ()


def _relative_going_on(verb: Token) -> Token | None:
    """Give the relative clause that a verb goes on with, where the parser hung it on a main verb of another number.

    So in "the row over the islands, *which* were seized by X and *are* still claimed by Y".
    """
    finite = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    main = first_child(verb.head, *_SUBJECTS)
    if main is None or len(conjuncts(main)) > 1 or main.tag_ not in {"NN", "NNP", "NNS"}:
        return None
    differs = _PLURAL if main.tag_ != "NNS" else _SINGULAR
    clauses = (t for t in verb.doc[verb.head.i : verb.i] if t.dep_ == "relcl")
    told = [t for t in clauses if any(c.dep_ in _SUBJECTS and c.lower_ in _RELATIVE for c in t.children)]
    return told[-1] if told and finite & differs else None


def open_copula(verb: Token) -> Token | None:
    """Give the earlier "is" whose predicate stands after a later one: "X *is*, has been and will be part of Y".

    The parser joins the two, or makes the earlier one a clause below.
    """
    if verb.lemma_.lower() not in _COPULAS:
        return None
    joined = [verb.head] if verb.dep_ == "conj" else []
    below = [c for c in verb.children if c.dep_ in _JOINED_COPULA and c.i < verb.i]
    for other in (*joined, *below):
        if other.lemma_.lower() in _COPULAS and first_child(other, "attr", "acomp", "prep") is None:
            return other
    return None


def _is_headless(verb: Token) -> bool:
    """Tell whether the parser hung a sentence's only finite verb below its subject: "Officials *considered* it."."""
    noun = verb.head
    is_finite = verb.dep_ == "acl" and verb.tag_ == "VBD" and noun.i < verb.i
    is_finite = is_finite and first_child(verb, "agent") is None
    return is_finite and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}


def is_ranked(noun: Token) -> bool:
    """Tell whether an infinitive after a noun says what the noun does: "the only country to recognise X"."""
    ranks = (c for c in noun.children if c.dep_ in {"amod", "nummod"})
    return any(
        c.lower_ in _RANKS or c.tag_ == "JJS" for c in ranks
    )  # "X, the *largest* state that recognises Y"


def _is_singled(noun: Token) -> bool:
    """Tell whether a clause after a noun is of one who is named: "X is the only country that", "one of those that"."""
    return is_ranked(noun) or _one_of(noun) is not None


def _one_of(group: Token) -> Token | None:
    """Give "one" of "X is one *of the states* that", the verb of "X is *among the states* that"."""
    above = group.head.head
    if group.dep_ != "pobj" or above == group.head:
        return None
    is_one = group.head.lower_ == "of" and above.lower_ == "one"
    is_among = group.head.lower_ == "among" and above.lemma_.lower() == "be"
    return above if is_one or is_among else None


def _same_as(noun: Token) -> tuple[Token, ...]:
    """Give what a noun is said to be the same as: "X, the first to", "X is the first to", "the first to … is X"."""
    verb = noun.head
    if (one := _one_of(noun)) is not None:
        return subjects(one) if one.pos_ in {"VERB", "AUX"} else _same_as(one)
    if noun.dep_ == "appos":
        return conjuncts(verb)
    if noun.dep_ == "attr":
        return subjects(verb)
    if noun.dep_ == "nsubj" and verb.lemma_.lower() == "be":
        said = tuple(t for c in verb.children if c.dep_ == "attr" for t in conjuncts(c))
        return said or (noun,)
    return (noun,)


def _makes_others_act(verb: Token) -> bool:
    """Tell whether an infinitive after the verb's object is what that is to do: "pushed Syria to withdraw"."""
    return verb.lemma_.lower() in load_cues().support_causing


def _accompanying(verb: Token, first: Token) -> tuple[Token, ...]:
    """Find who acts beside another: "Malaysia, together with Vietnam, submitted", "claimed by X along with Y"."""
    found: list[Token] = []
    beside = (*verb.children, *first.children)
    for preposition in (
        *beside,
        *(c for word in beside if word.lower_ in _COMITATIVE for c in word.children),
    ):
        modified = (*preposition.children, preposition.head)
        if preposition.lower_ == "with" and any(c.lower_ in _COMITATIVE for c in modified):
            found += [t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c)]
    return tuple(found)


def _modified(participle: Token) -> tuple[Token, ...]:
    """Find what a participle says something of; set off by a comma or dash after a list, it is said of all of it.

    A bracket is about the name before it alone, unless it says so: "claims W, X (held by Y) and Z (both held by V)".
    """
    head = _nearer_name(participle) or _named_thing(participle.head)
    if participle.i < head.i:
        return conjuncts(head)
    head = _lying_there(head, is_naming=participle.lemma_.lower() in _NAMING)
    if _is_in_brackets(participle, head):
        return (head,)
    if head.dep_ == "attr" and head.head.lemma_.lower() == "be":  # "A is an island claimed by X"
        return _grammatical_subjects(head.head, 0) or conjuncts(head)
    first = first_conjunct(head)
    listed = _list_of(first) if _is_set_off(participle, head) else conjuncts(head)
    return tuple(t for t in listed if t.i < participle.i)


def _lying_there(surroundings: Token, *, is_naming: bool) -> Token:
    """Give what lies where the parser hung a participle: "an islet in the *Red Sea* claimed by X" is claimed.

    So is what has a size: "a tract of 10,000 *sq km* claimed by X". A name is told of what stands right before,
    unless what lies there is new: "a reef in the Yellow Sea, known as X".

    Whoever claims waters has them named without what lies in them.
    """
    found = surroundings
    while found.dep_ == "pobj" and found.head.lower_ in _LYING and found.head.head.pos_ in {"NOUN", "PROPN"}:
        is_water = {t.lower_ for t in (found, *found.children)} & load_cues().places_surroundings
        is_measure = found.head.lower_ == "of" and first_child(found, "nummod") is not None
        found = found.head.head
        if is_naming and is_definite(found):
            break  # "their boundary in Lake Nyasa, known in Malawi as X"
        if is_water or is_measure:
            surroundings = found
    return surroundings


def _nearer_name(participle: Token) -> Token | None:
    """Give the name before the comma where the parser hung a participle higher: "its claim to X, held by Y".

    A participle that it took for an adverbial may also follow a common noun: "seized the colony, then known as Y".
    """
    if participle.lemma_.lower() in load_cues().instruments_made and _is_of_instrument(participle):
        return None  # "a treaty with X, signed in 1998"
    comma = participle.nbor(-1) if participle.i >= 2 else participle
    while comma.i >= 2 and comma.pos_ == "ADV" and comma in participle.children:
        comma = comma.nbor(-1)
    before = comma.nbor(-1) if comma.i and comma.text == "," else participle
    nominal = {"PROPN", "NOUN"} if participle.dep_ == "advcl" else {"PROPN"}
    if before.pos_ not in nominal or before == participle.head:
        return None
    is_below = before in participle.head.subtree and participle.head.pos_ != "PROPN"
    return before if is_below else None


def _is_of_instrument(participle: Token) -> bool:
    return participle.head.lemma_.lower() in load_cues().instruments_nouns


def _named_thing(name: Token) -> Token:
    """Climb from a mere name to what bears it: in "islands known as the X, claimed by Y" the islands are claimed."""
    if name.lower_ in _TOTALS and name.dep_ == "appos":  # "A, B, and C, all claimed by X"
        return name.head
    preposition = name.head
    verb = preposition.head
    if name.dep_ == "pobj" and preposition.lower_ == "as" and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return name


def _is_set_off(participle: Token, head: Token) -> bool:
    between = participle.doc[head.i + 1 : participle.i]
    return any(t.text in {",", "-", "–", "—", "--", "("} for t in between)


def _is_in_brackets(participle: Token, head: Token) -> bool:
    between = [t.lower_ for t in participle.doc[head.i + 1 : participle.i]]
    return "(" in between and _TOTALS.isdisjoint(between)


def _list_of(first: Token) -> tuple[Token, ...]:
    """Give a list whole, also where the parser made two subjects of it: "the islands of A and B, and C"."""
    found = list(conjuncts(first))
    if first.dep_ in _SUBJECTS:
        before = [c for c in first.head.children if c.dep_ in _SUBJECTS and c.i < first.i]
        found = [t for c in before for t in conjuncts(c)] + found
    return tuple(dict.fromkeys(found))


def _controller(matrix: Token, depth: int) -> tuple[Token, ...]:
    """Find who is to do what an infinitive says: the object of "asked China to stop", else the subject."""
    if matrix.lemma_.lower() in load_cues().support_using:
        return _grammatical_subjects(matrix, depth + 1)
    controlled = [
        t for child in matrix.children if child.dep_ in {"dobj", "dative"} for t in conjuncts(child)
    ] or _addressed(matrix)
    if controlled and controlled[0].ent_type_ != "DATE" and not is_passive(matrix):
        return tuple(controlled)
    return _grammatical_subjects(matrix, depth + 1)


def _addressed(verb: Token) -> list[Token]:
    """Find who is called on, appealed to, prevailed upon to do something."""
    before = _ADDRESSING.get(verb.lemma_.lower(), frozenset())
    found = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in before]
    return [t for c in found for o in c.children if o.dep_ == "pobj" for t in conjuncts(o)]


def _noun_controller(noun: Token, depth: int) -> tuple[Token, ...]:
    """Find who does what stands under a noun: "Japan's plan of buying", "the decision by Japan to buy"."""
    possessor = first_child(noun, "poss")
    if possessor is not None:
        return conjuncts(possessor)
    agents = prepositional_objects(noun).get("by", ())
    if agents and agents[0].pos_ != "VERB":
        return agents
    if named := _named_before(noun):
        return named
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _COMMENTING:
        return ()
    if noun.head.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "attr"}:
        return _grammatical_subjects(noun.head, depth + 1)
    above = noun.head.head
    is_of_verb = noun.dep_ == "pobj" and above.pos_ == "VERB"
    if is_of_verb and noun.lemma_.lower() in load_cues().support_aims | _RETURNS:
        return _grammatical_subjects(above, depth + 1)  # "invaded Ethiopia in hopes of conquering it"
    return ()


def _named_before(noun: Token) -> tuple[Token, ...]:
    """Find whose a plan is by the name before it or after "of": "the *US* decision to", "a move of *Japan* to"."""
    if noun.lemma_.lower() in load_cues().support_demands:  # "a UN deadline to leave" is another's to keep
        return ()
    before = (c for c in noun.children if c.dep_ in _NAME_BEFORE and c.i < noun.i and c.text[0].isupper())
    found = tuple(t for c in before for t in conjuncts(c))
    return found or tuple(t for t in prepositional_objects(noun).get("of", ()) if t.pos_ == "PROPN")


def _antecedents(verb: Token) -> tuple[Token, ...]:
    """Find what a relative clause is about; after "A and B, which …" only the nearest, unless the verb is plural."""
    head = _right_before(verb) or _name_before_which(verb) or verb.head
    is_listed = head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"} and _is_plural(verb)
    if is_listed and (head.tag_ in {"NNP", "NN"} or _is_added(head, verb)):
        return conjuncts(first_conjunct(head))
    return _named_as(head) or conjuncts(head)


def _named_as(noun: Token) -> tuple[Token, ...]:
    """Give the names of what is told to be such a thing: "*A and B* are islands over which X has sovereignty"."""
    if noun.dep_ != "attr" or noun.head.lemma_.lower() != "be" or is_definite(noun):
        return ()
    named = _grammatical_subjects(noun.head, 0)
    return named if all(t.pos_ == "PROPN" for t in named) else ()


def _is_added(last: Token, clause: Token) -> bool:
    """Tell whether a plural at the end of a list is of the same sort: "A, B *and the adjacent waters*, which are"."""
    is_alike = last.tag_ == "NNPS" or any(c.lower_ in _ADDED for c in last.children)
    return is_alike and clause.doc[clause.left_edge.i - 1].text == ","


def _right_before(clause: Token) -> Token | None:
    """Give the name right before a relative clause that the parser hung further off: "held by *X*, to which Y ceded".

    What belongs to the noun that it hung the clause on stays with that: "the islands of X, which".
    """
    first = clause.left_edge
    before = first.nbor(-2) if first.i >= 2 and first.nbor(-1).text == "," else first
    is_relative = any(t.lower_ in _RELATIVE for t in clause.doc[first.i : first.i + 2])
    if not is_relative or before.pos_ != "PROPN" or before.i <= clause.head.i:
        return None
    return None if clause.head.is_ancestor(before) else before


def _name_before_which(verb: Token) -> Token | None:
    """Give X of "the union of X, *which* had been a colony": the parser hangs the clause on the noun before."""
    first = verb.left_edge
    if first.lower_ != "which" or first.i < 2 or first.nbor(-1).text != "," or verb.head.pos_ != "NOUN":
        return None
    name = first.nbor(-2)
    is_of_head = name.dep_ == "pobj" and name.head.lower_ == "of" and name.head.head == verb.head
    is_place = verb.head.lemma_.lower() in load_cues().places_nouns  # "the islands of X, which"
    return name if name.pos_ == "PROPN" and is_of_head and not is_place else None


def _is_plural(verb: Token) -> bool:
    finite = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.lower_ in _PLURAL or t.tag_ == "VBP" for t in finite)


def _through_relative(verb: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put the antecedent in the place of a relative pronoun."""
    clause = verb
    while (
        clause.dep_ in {"conj", "xcomp", "ccomp"}
        and clause.head.pos_ in {"VERB", "AUX"}
        and clause.head != clause
        and not _is_cleft(clause)
    ):
        clause = clause.head
    resolved: list[Token] = []
    for token in found:
        if token.lower_ in _RELATIVE and _is_cleft(clause):
            resolved.extend(_singled_out(clause.head))
        elif token.lower_ in _RELATIVE and clause.dep_ == "relcl":
            antecedents = _antecedents(clause)
            ranked = [same for noun in antecedents if _is_singled(noun) for same in _same_as(noun)]
            resolved.extend(ranked or antecedents)  # "X is the only country that recognises Y"
        else:
            resolved.append(token)
    return tuple(resolved)


def _is_cleft(clause: Token) -> bool:
    """Tell whether a clause says of whom something holds: "It was Argentina *that occupied the islands*"."""
    above = clause.head
    subject = first_child(above, "nsubj", "expl")
    is_it = subject is not None and subject.lower_ == "it" and above.lemma_.lower() == "be"
    return is_it and clause.dep_ in {"ccomp", "relcl", "advcl"} and first_child(above, "attr") is not None


def _singled_out(copula: Token) -> tuple[Token, ...]:
    """Give X of "it is X that"; of "it was not X but Y that" Y alone."""
    named = tuple(t for c in copula.children if c.dep_ == "attr" for t in conjuncts(c))
    is_contrast = first_child(copula, "neg") is not None and any(
        c.lower_ == "but" for t in named for c in t.children
    )
    return named[1:] if is_contrast else named


def resolve_relatives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put what they stand for in the place of "whose", "which" and "whom": "islands to which X lays claim"."""
    return tuple(t for token in tokens for t in (_antecedents_of(token) or (token,)))


def _antecedents_of(pronoun: Token) -> tuple[Token, ...]:
    """Find what a relative pronoun stands for: what its clause modifies, or the name before the comma.

    A quantity of it counts as it: "the region, *most of which* X claims".
    """
    if pronoun.lower_ not in _RESOLVED:
        return _whole_of(pronoun)
    clause = next((a for a in pronoun.ancestors if a.dep_ == "relcl"), None)
    if clause is not None and clause.head.i < pronoun.i:
        is_shared = pronoun.lower_ == "whose"  # "A and B, whose independence X recognised"
        return conjuncts(first_conjunct(clause.head)) if is_shared else _antecedents(clause)
    before = pronoun.doc[pronoun.i - 2] if pronoun.i >= 2 and pronoun.nbor(-1).text == "," else None
    return (before,) if before is not None and before.pos_ in {"NOUN", "PROPN"} else ()


def _whole_of(quantity: Token) -> tuple[Token, ...]:
    """Give what "all of which", "part of which" is some of."""
    if quantity.lower_ not in load_cues().places_quantities | _PARTS:
        return ()
    pronoun = next((t for c in quantity.children if c.lower_ == "of" for t in c.children), None)
    if pronoun is None or pronoun.lower_ != "which":
        return ()
    clause = next((a for a in quantity.ancestors if a.dep_ == "relcl"), None)
    if clause is not None and clause.head.i < quantity.i:
        return _antecedents(clause)
    at = quantity.left_edge.i
    before = quantity.doc[at - 2] if at >= 2 and quantity.doc[at - 1].text == "," else None
    return (before,) if before is not None and before.pos_ in {"NOUN", "PROPN"} else ()


def _is_zero_relative(verb: Token) -> bool:
    """Tell whether the modified noun is the verb's object: "land they want", "claims both make to the islands"."""
    if first_child(verb, "nsubj") is None or any(
        c.dep_ == "nsubj" and c.lower_ in _RELATIVE for c in verb.children
    ):
        return False
    if first_child(verb, "xcomp", "ccomp", "attr", "acomp") is not None:
        return False
    if any(c.tag_ == "WRB" for c in verb.children):  # "where it returned to growth"
        return False
    prepositions = [c for c in verb.children if c.dep_ == "prep"]
    return all(first_child(p, "pobj", "pcomp", "prep") is not None for p in prepositions)


def _shared_object(verb: Token, depth: int) -> tuple[Token, ...]:
    """Find the object in "signed and ratified the treaty": it hangs on the last verb."""
    if depth > _MAX_DEPTH or verb.dep_ == "xcomp":
        return ()
    following = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if following and following[0].i - verb.i <= 3 and first_child(verb, "prep", "xcomp", "ccomp") is None:
        return objects(following[0], depth + 1)
    return ()


def _relative_object_before(verb: Token) -> tuple[Token, ...]:
    """Find the object in "which X detached and ceded to Y": it hangs on the first verb."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or first_child(verb, *_SUBJECTS) is not None:
        return ()
    shared = [c for c in first.children if c.dep_ == "dobj" and c.lower_ in _RELATIVE and c.i < first.i]
    return _through_relative(first, tuple(shared))


def verb_arguments(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Collect the arguments of a clause by role, those that it has.

    Roles: subject, object, indirect, attribute, clause (a clause below, also the second of two infinitives),
    content (a clause in the object's place), reporter (who says what the clause says), clause_subject (the nearest
    subject above), outer_subject (the one above that), condition (the clauses after "if" and "unless"), occasion
    (those after "after", "when" and "because"), nearer (the noun right before a participle, where
    it hangs on one further up), governor (the verb that an infinitive completes), purpose (an infinitive that says
    what for), dated (years in the clause), there (the word) and each preposition.

    A preposition that hangs on the object ("signed a treaty with X") or on the verb above an infinitive is given
    too, where the verb has none of that name itself.
    """
    roles = dict.fromkeys((*_ROLES, *_by_preposition(verb)))
    return {role: tokens for role in roles if (tokens := verb_argument(verb, role))}


@lru_cache(maxsize=1024)
def verb_argument(verb: Token, role: str) -> tuple[Token, ...]:
    """Give the heads of one argument of a clause, left to right; the roles are those of `verb_arguments`."""
    find = _ROLES.get(role)
    return resolve_relatives(find(verb) if find is not None else _by_preposition(verb).get(role, ()))


@lru_cache(maxsize=1024)
def _by_preposition(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the prepositional arguments: the verb's own, those of its objects, of the verb that it is joined to."""
    found = dict(prepositional_objects(verb))
    for carried in _object_nouns(verb):
        found = {**prepositional_objects(carried), **found}
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        others = prepositional_objects(verb.head)
        found = {**{name: tokens for name, tokens in others.items() if tokens[0].i > verb.i}, **found}
    return found


def _recipients(verb: Token) -> tuple[Token, ...]:
    for word in (verb, *_object_nouns(verb)):
        if "to" in (found := prepositional_objects(word)):
            return found["to"]
    is_given = verb.dep_ == "xcomp" and verb.lemma_.lower() in load_cues().support_passing
    above = prepositional_objects(verb.head).get("to", ()) if is_given else ()
    if above and above[0].i > verb.i:  # "was forced to surrender X and part of Y *to Z*"
        return above
    return _after_insertion(verb, objects(verb))


def _indirect(verb: Token) -> tuple[Token, ...]:
    own = tuple(t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c))
    return own or _misread_recipient(verb)


def _misread_recipient(verb: Token) -> tuple[Token, ...]:
    """Find who is given something: the subject of a passive, or the name that the parser made one with the gift.

    So in "gave *Panama* control of the canal", where no article stands between the two.
    """
    if verb.lemma_.lower() not in load_cues().support_giving:
        return ()
    if is_passive(verb):
        return _grammatical_subjects(verb, 0) if _given(verb) else ()
    if any(c.lower_ == "to" for c in verb.children):
        return ()
    gifts = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN")
    names = (c for gift in gifts for c in gift.children if c.dep_ == "compound" and c.pos_ == "PROPN")
    return tuple(names)


def _attributes(verb: Token) -> tuple[Token, ...]:
    renamed = _second_object(verb)
    said = (
        c for c in verb.children if (c.dep_ in {"attr", "oprd", "acomp"} and c.pos_ != "ADP") or c == renamed
    )
    return (
        tuple(t for c in said for t in conjuncts(c))
        or _small_clause(objects(verb))
        or _said_behind_name(verb)
    )


def _said_behind_name(verb: Token) -> tuple[Token, ...]:
    """Find what is said of an object that ends in a name: "calls the walls in X *illegal*"."""
    thing = first_child(verb, "dobj")
    prepositions = (c for t in (thing, verb) if t is not None for c in t.children if c.dep_ == "prep")
    said = (t for c in prepositions for t in c.children if thing is not None and name_before(t) is not None)
    return tuple(t for each in said for t in conjuncts(each))


def _there(verb: Token) -> tuple[Token, ...]:
    """Give "there", or the place of which a clause says what happened "where"."""
    found: tuple[Token, ...] = ()
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ == "there":
            found = (child,)
        if child.tag_ == "WRB" and child.lower_ == "where" and verb.dep_ == "relcl":
            found = _antecedents(verb)
    return found


def _governor(verb: Token) -> tuple[Token, ...]:
    is_below = verb.dep_ in {"xcomp", "advcl"} or (verb.dep_ == "ccomp" and _is_bare_form(verb))
    return (verb.head,) if is_below else ()


def _is_bare_form(verb: Token) -> bool:
    """Tell whether a clause says what is wanted: "asked X to *leave*", "let X *decide*", "demanded that X *leave*"."""
    is_alone = verb.tag_ == "VB" and first_child(verb, "aux", "auxpass", "neg") is None
    return _has_to(verb) or is_alone


def _purposes(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ == "advcl" and _has_to(c))


def _conditions(verb: Token) -> tuple[Token, ...]:
    """Give the verbs of the clauses that say on what condition: "threatens to attack *if X declares*"."""
    above = (verb.head,) if verb.dep_ == "xcomp" else ()
    clauses = (c for v in (verb, *above) for c in v.children if c.dep_ == "advcl")
    return tuple(c for c in clauses if any(m.dep_ == "mark" and m.lower_ in _IFS for m in c.children))


def _occasions(verb: Token) -> tuple[Token, ...]:
    """Give the verbs of the clauses that say after what, or for what: "protested *after ships entered* the area"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return tuple(c for c in clauses if any(m.lower_ in _OCCASIONS for m in c.children if m.i < c.i))


def _nearer_subject(verb: Token) -> tuple[Token, ...]:
    """Give the noun right before a participle that the parser hung on one above: "attacks on *troops* occupying X"."""
    before = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i else verb
    is_apart = before.pos_ in {"NOUN", "PROPN"} and before != verb.head
    return conjuncts(before) if is_apart and verb.dep_ in {"acl", "advcl", "pcomp"} else ()


def _years(verb: Token) -> tuple[Token, ...]:
    return tuple(t for t in verb.subtree if t.shape_ == "dddd")


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _after_insertion(verb: Token, objects_: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the recipient after an insertion: "returned the port of X, held since the war, *to Y*"."""
    last = objects_[-1] if objects_ and objects_[-1].i > verb.i else verb
    for token in verb.doc[last.i + 1 : verb.sent.end]:
        if token.lower_ == "to" and token.nbor(-1).text == "," and token.dep_ in {"prep", "dative"}:
            return tuple(t for c in token.children if c.dep_ == "pobj" for t in conjuncts(c))
    return ()


def _clauses(verb: Token) -> tuple[Token, ...]:
    """Give the clauses that complete a verb."""
    return tuple(t for c in _below(verb) for t in (c, *_coordinated_infinitives(c)))


def _content(verb: Token) -> tuple[Token, ...]:
    """Give the clause that stands where a verb's object would."""
    has_object = is_passive(verb) or first_child(verb, "dobj") is not None
    return () if has_object else tuple(c for c in _below(verb) if c.dep_ == "ccomp")


def _below(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and not is_beyond_semicolon(verb, c))


def _coordinated_infinitives(verb: Token) -> list[Token]:
    """Give the further infinitives of "urged X to withdraw its troops and leave the area"."""
    if verb.tag_ != "VB":
        return []
    below = [c for c in verb.children if c.dep_ == "conj" and c.tag_ in {"VB", "VBP"}]
    return [t for c in below if first_child(c, "nsubj") is None for t in (c, *_coordinated_infinitives(c))]


def _small_clause(objects_: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the predicate noun that the parser took for an apposition: "considers A and B an integral part of C"."""
    apposed = [c for t in objects_ for c in t.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    return tuple(c for c in apposed if _is_predicate_noun(c))


def _is_predicate_noun(noun: Token) -> bool:
    """Tell whether nothing sets a noun off, or no more than a clause: "considers X, which broke away, part of it"."""
    if noun.doc[noun.left_edge.i - 1].text not in {",", "(", "-", "–", "—"}:
        return True
    clause = first_child(noun.head, "relcl")
    is_bare = noun.lower_ == "part" and noun.left_edge == noun
    return is_bare and clause is not None and clause.right_edge.i == noun.i - 2


def _reporters(verb: Token) -> tuple[Token, ...]:
    """Find who says what a clause says: "*Ankara* maintains that the islet belongs to it"."""
    return subjects(verb.head) if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else ()


@lru_cache(maxsize=1024)
def subject_above(token: Token) -> tuple[Token, ...]:
    """Find the subject of the nearest clause above that has one of its own."""
    return next(_subjects_above(token), ())


@lru_cache(maxsize=1024)
def outer_subject(token: Token) -> tuple[Token, ...]:
    """Find the subject of the clause above the one that `subject_above` looks at: of "X", not of "talks".

    So in "X resumed talks that were stalled over a dispute with Y".
    """
    return next(islice(_subjects_above(token), 1, None), ())


def _subjects_above(token: Token) -> Iterator[tuple[Token, ...]]:
    for ancestor in token.ancestors:
        if (rulers := _who_ruled(ancestor)) and rulers[0].i < token.i:
            yield rulers
        if ancestor.pos_ in {"VERB", "AUX"}:
            found = [
                t
                for c in ancestor.children
                if c.dep_ in _SUBJECTS and token not in c.subtree
                for t in conjuncts(c)
            ]
            if found and found[0].i < token.i:
                yield _through_relative(ancestor, tuple(found))


def _adverbs(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ == "advmod")


def _who_ruled(ruling: Token) -> tuple[Token, ...]:
    """Find whose a ruling is of which a clause says what was decided: "the *court's* ruling that X"."""
    if ruling.pos_ != "NOUN" or ruling.lemma_.lower() not in load_cues().bodies_rulings:
        return ()
    found = prepositional_objects(ruling)
    possessor = first_child(ruling, "poss")
    return conjuncts(possessor) if possessor is not None else found.get("by", ()) or found.get("of", ())


def _object_nouns(verb: Token) -> list[Token]:
    """Give the nouns and adjectives whose prepositions count as the verb's: "signed a treaty with X"."""
    labels = {"dobj", "attr", "nsubjpass", "acomp", "oprd"}
    carried = [c for c in verb.children if c.dep_ in labels or (c.dep_ == "ccomp" and c.pos_ == "ADJ")]
    return [t for c in carried for t in (*conjuncts(c), c) if t.pos_ in {"NOUN", "ADJ"}]


# All roles but the prepositions.
_ROLES: Mapping[str, Callable[[Token], tuple[Token, ...]]] = {
    "subject": subjects,
    "object": objects,
    "clause": _clauses,
    "content": _content,
    "indirect": _indirect,
    "attribute": _attributes,
    "there": _there,
    "to": _recipients,
    "reporter": _reporters,
    "clause_subject": subject_above,
    "outer_subject": outer_subject,
    "condition": _conditions,
    "occasion": _occasions,
    "nearer": _nearer_subject,
    "adverb": _adverbs,
    "governor": _governor,
    "purpose": _purposes,
    "dated": _years,
}
VERB_ROLES = frozenset(_ROLES)
"""The roles of a clause's arguments that are not prepositions, and "to", which is one."""
