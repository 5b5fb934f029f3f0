"""What completes a predicate: objects, complements, contents, prepositional and adverbial phrases."""

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, has_infinitive
from kgraph.propositions.clauses import is_passive, objects
from kgraph.propositions.open.phrases import (
    Phrase,
    clause_phrase,
    is_example,
    noun_phrases,
    object_phrases,
    plain_phrase,
)
from kgraph.propositions.open.predicates import (
    SUBJECTS,
    chain_of,
    is_existential,
    predicate_of,
    shares_passive,
)
from kgraph.propositions.open.stretches import is_joined, text_of, together
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = ["Complement", "complements"]

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_ADJUNCTS = frozenset({"prep", "agent", "dative"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_CONTENT_MARKS = frozenset({"that", "whether", "if"})
_WHEN = frozenset({"DATE", "TIME"})
_UNTIL = frozenset({"to", "until", "till", "through"})
_NAMING_GERUND = frozenset({"for", "of"})  # "a program *for* calculating prices": it says which is meant
_STATES = frozenset({"be", "become", "get", "have", "remain", "stay"})
_BECOMING = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What completes a clause: the words that lead to it, its readings, and how sure it is.

    A role of "indirect" says that the words belong to the predicate: "gave the town", a forest. A role of "part"
    says that the words before the preposition are the object's own: "is the capital of", Japan. A role of "means"
    says that the predicate is the first verb alone: "uses", tools for "uses tools to cut".
    """

    role: str
    lead: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    confidence: float

    @property
    def is_core(self) -> bool:
        """Tell whether it is what the verb asks for first."""
        return self.role in {"object", "complement", "clause"}


def complements(chain: list[Token]) -> list[Complement]:
    """Find what completes the verbs of a predicate."""
    last = chain[-1]
    found = [c for verb in chain for c in _of_verb(verb, is_last=verb == last)]
    found += [c for verb in chain[:-1] for c in _used_for_it(verb)]
    if not any(c.role in {"object", "complement"} for c in found):
        found += _shared_object(last)
    found = found or [c for verb in chain for c in _bare_adverbs(verb)] or _bare_participle(last)
    return found or _bare_infinitive(chain)


def _of_verb(verb: Token, *, is_last: bool) -> Iterator[Complement]:
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            yield Complement("indirect", (), (plain_phrase(child),), 0.0)
        elif child.dep_ in _ADJUNCTS:
            yield from _prepositional(child, (), verb)
        elif child.dep_ == "advcl":
            yield from _subordinate(child, verb)
        elif child.dep_ in {"npadvmod", "tmod", "advmod"}:
            yield from _adverb(child, verb)
        elif is_last:
            yield from _core(child, verb)


def _core(child: Token, verb: Token) -> Iterator[Complement]:
    if child.dep_ == "acomp" or _is_bare_role(child):
        yield from _adjective(child)
    elif child.dep_ in _OBJECTS and child.lower_ not in _RELATIVE and child.pos_ != "ADP":
        yield from _existing(child, verb) if is_existential(verb) else _object(child, verb)
    elif child.dep_ in {"ccomp", "xcomp"}:
        yield from _content(child, verb)


def _is_bare_role(noun: Token) -> bool:
    """Tell whether a noun says what is told of a subject towards another, as an adjective does: "is *home* to X"."""
    if noun.dep_ != "attr" or noun.tag_ != "NN" or noun.lefts or noun.i + 1 >= len(noun.doc):
        return False
    following = noun.nbor(1)
    return following.lower_ == "to" and following.head == noun and following.dep_ == "prep"


def _used_for_it(verb: Token) -> Iterator[Complement]:
    """Read "uses a combination to select grants" without the purpose, where the object is a thing."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and verb.lemma_.lower() in open_words().using:
            yield Complement("means", (), tuple(object_phrases(child)), 0.7)


# -- objects and complements -------------------------------------------------------------------------------


def _object(noun: Token, verb: Token) -> Iterator[Complement]:
    """Read an object; a date or a gerund that the parser hung below it belongs to the verb."""
    if not any(c.isalnum() for c in noun.text) or _goes_on_with_list(noun, verb):
        return
    raised = _raised(noun, verb)
    yield Complement("object", (), (*object_phrases(noun, raised), *_examples(noun)), 0.9)
    if verb.lemma_ in _BECOMING:
        yield from _parts(noun)
    for preposition in raised:
        yield from _prepositional(preposition, (), verb)


def _goes_on_with_list(noun: Token, verb: Token) -> bool:
    """Tell whether the parser took the end of a list for an object: "deals with taxes, fraud, *cases of theft*"."""
    first = noun.left_edge
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return first.i > 0 and first.nbor(-1).text == "," and following.dep_ == "prep" and following.head == verb


def _parts(noun: Token) -> Iterator[Complement]:
    """Read "is the capital of Japan" once more, with Japan as the object."""
    for preposition in noun.children:
        if preposition.lower_ == "of" and preposition.i > noun.i:
            phrases = [p for c in preposition.children if c.dep_ == "pobj" for p in object_phrases(c)]
            if phrases:
                yield Complement("part", (*plain_phrase(noun).tokens, preposition), tuple(phrases), 0.45)


def _existing(noun: Token, verb: Token) -> Iterator[Complement]:
    """Read where what there is, is: "there are risks to the status quo"."""
    yield from (c for p in noun.children if p.dep_ == "prep" for c in _prepositional(p, (), verb))


def _examples(noun: Token) -> list[Phrase]:
    """Give X and Y of "networks such as X and Y"."""
    marks = [c for c in noun.children if c.dep_ == "prep" and is_example(c)]
    return [p for mark in marks for c in mark.children if c.dep_ == "pobj" for p in object_phrases(c)]


def _raised(noun: Token, verb: Token) -> list[Token]:
    """Find the prepositions below a noun that go with the verb: "met X in 1990", "blamed X for leaving"."""
    return [c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and _goes_with_verb(c, verb)]


def _goes_with_verb(preposition: Token, verb: Token) -> bool:
    if preposition.lower_ == "as" and preposition.head.dep_ == "pobj":  # "worked in clubs as a singer"
        return verb.lemma_.lower() in open_words().serving
    below = first_child(preposition, "pobj", "pcomp")
    if below is None or preposition.lower_ == "of":
        return False
    if below.dep_ == "pcomp":
        return True
    return below.ent_type_ in _WHEN or (preposition.lower_ == "by" and is_passive(verb))


def _adjective(adjective: Token) -> Iterator[Complement]:
    """Read "close to collapse" and "older": the preposition, if any, belongs to the predicate."""
    beside = adjective.doc[max(adjective.i - 1, 0) : adjective.i + 2]
    if any(t.text == "-" for t in beside):
        return  # the parser takes "re-elected" for three words
    plain = plain_phrase(adjective).tokens
    found = [a for c in adjective.children if c.dep_ == "prep" for a in _prepositional(c, plain, adjective)]
    if found:
        yield from (Complement("complement", a.lead, a.phrases, 0.8) for a in found)
    else:
        phrases = [clause_phrase(t, without=_coordinated(t)) for t in conjuncts(adjective)]
        yield Complement("complement", (), tuple(phrases), 0.85)


def _coordinated(token: Token) -> set[Token]:
    conjoined = [c for c in token.children if c.dep_ in {"conj", "advcl"}]
    joints = [c for c in token.children if c.dep_ in {"cc", "preconj", "punct"}]
    return {t for c in conjoined for t in c.subtree} | set(joints)


def _content(clause: Token, verb: Token) -> Iterator[Complement]:
    """Read "said that …": the words of the clause, "that" with the predicate."""
    if clause.i < verb.i and verb.lemma_.lower() not in load_cues().reporting_verbs:
        return
    first = clause.left_edge
    if (
        first.i
        and first.nbor(-1).text == ","
        and any(t.tag_ in _RELATIVES for t in clause.doc[first.i : first.i + 3])
    ):
        return  # a relative clause that the parser hung too high: "…, none of which is new"
    mark = first_child(clause, "mark")
    if (
        first.tag_ == "WRB" and verb.lemma_.lower() not in load_cues().reporting_verbs
    ):  # "occur when X is blocked"
        yield Complement("adverbial", (first,), (clause_phrase(clause, without=[first]),), 0.45)
        return
    marks = [mark] if mark is not None and mark.lower_ in _CONTENT_MARKS else []
    phrase = clause_phrase(clause, without=marks)
    if verb not in phrase.tokens and len(phrase.tokens) > 1:
        yield Complement("clause", tuple(marks), (phrase,), 0.7)


def _shared_object(verb: Token) -> list[Complement]:
    """Give the object that hangs on a later verb: "signed and ratified the treaty"; of a relative clause its noun."""
    if is_passive(verb) or verb.lemma_ == "be":
        return []
    if any(c.tag_ == "WRB" for c in verb.subtree if c.i < verb.i):
        return []  # "the town, from where a line ran": it is no object
    own = [t for t in objects(verb) if t.head != verb and t.lower_ not in _RELATIVE]
    phrases = [p for t in own for p in noun_phrases(t)]
    return [Complement("object", (), tuple(phrases), 0.5)] if phrases else []


def _bare_participle(verb: Token) -> list[Complement]:
    """Read "was injured", where nothing else is said: the participle is what the subject was."""
    is_prefix = (
        verb.i + 1 < len(verb.doc) and verb.nbor(1).text == "-"
    )  # "re" of "re-elected", taken for a verb
    is_said = shares_passive(verb) and not is_prefix
    return [Complement("complement", (), (Phrase(verb, (verb,)),), 0.5)] if is_said else []


def _bare_infinitive(chain: list[Token]) -> list[Complement]:
    """Read "wants to leave", where nothing completes the infinitive: it completes the verb above."""
    if len(chain) == 1:
        return []
    phrase = clause_phrase(chain[-1])
    return [Complement("complement", (), (phrase,), 0.5)] if chain[0] not in phrase.tokens else []


# -- prepositional phrases ---------------------------------------------------------------------------------


def _prepositional(preposition: Token, before: tuple[Token, ...], head: Token) -> Iterator[Complement]:
    """Read a prepositional phrase: its object completes the predicate with the preposition."""
    if preposition.lower_ == "according" or clause_phrase(preposition).text.lower() in open_words().fillers:
        return
    lead = (*before, *_joined(preposition))
    has_object = first_child(preposition, "pobj") is not None
    for child in preposition.children:
        if child in lead or is_joined(child):
            continue
        if child.pos_ == "ADP" and child.dep_ in {"pcomp", "pobj"}:  # "due to"
            yield from _prepositional(child, lead, head)
        elif child.dep_ == "pobj":
            yield from _prepositional_object(child, lead, head)
        elif child.dep_ == "pcomp":
            yield from _gerund(child, lead)
        elif child.dep_ == "prep" and not (has_object and child.lower_ in _UNTIL):
            yield from _prepositional(child, before if has_object else lead, head)
        elif child.dep_ == "conj" and child.pos_ == "ADP" and not _is_denied(child):
            yield from _prepositional(child, before, head)


def _joined(preposition: Token) -> tuple[Token, ...]:
    """Give a preposition with what makes one of it: "Because of", "instead of"."""
    beside = [c for c in preposition.children if abs(c.i - preposition.i) == 1 and not c.children]
    pairs = [c for c in beside if text_of(together([c, preposition])).lower() in open_words().prepositions]
    return together([preposition], pairs[:1])


def _is_denied(preposition: Token) -> bool:
    """Tell whether a second preposition is named to be left out: "to the bay and not to the islands"."""
    return preposition.i > 0 and preposition.nbor(-1).dep_ == "neg"


def _prepositional_object(noun: Token, lead: tuple[Token, ...], head: Token) -> Iterator[Complement]:
    below = _of_bare_noun(noun, lead[-1])
    if below is not None:  # "in honour of"
        yield from _prepositional(below, (*lead, noun), head)
        return
    if (said := _gerund_of(noun)) is not None:  # "led to the two having a match"
        yield Complement("prepositional", lead, (said,), 0.5)
        return
    relative = _antecedent(noun, head)
    if relative is not None:
        yield Complement("prepositional", lead, tuple(noun_phrases(relative)), 0.5)
        return
    raised = _raised(noun, head)
    led = [c for c in raised if first_child(c, "pcomp") is not None and c.lower_ in _NAMING_GERUND]
    until = [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ in _UNTIL]
    phrases = [p for p in object_phrases(noun, raised) if p.tokens[0].lower_ not in _RELATIVE]
    phrases += _examples(noun)
    if until and phrases:  # "from 1970 to 1985"
        phrases = [Phrase(noun, together(phrases[0].tokens, *(clause_phrase(c).tokens for c in until)))]
    if phrases:
        yield Complement("prepositional", lead, tuple(phrases), _sureness(lead[-1], head))
    for preposition in raised:
        before = (*lead, *plain_phrase(noun).tokens) if preposition in led else ()
        yield from _prepositional(preposition, before, head)


def _gerund_of(noun: Token) -> Phrase | None:
    """Give what is said to be so of a noun, and not which one is meant: "the two having a match", "it being shut"."""
    for verb in noun.children:
        is_passive_ = any(c.dep_ == "auxpass" and c.lower_ == "being" for c in verb.children)
        is_state = verb.tag_ == "VBG" and verb.lemma_.lower() in _STATES
        is_near = verb.dep_ == "acl" and verb.left_edge.i == noun.i + 1
        if is_near and (is_passive_ or is_state):
            return Phrase(noun, together(plain_phrase(noun).tokens, clause_phrase(verb).tokens))
    return None


def _antecedent(pronoun: Token, verb: Token) -> Token | None:
    """Give the noun that a relative pronoun behind a preposition stands for: "the *town* in which he lived"."""
    if pronoun.lower_ not in {"which", "whom", "where"}:
        return None
    while verb.dep_ in {"xcomp", "conj", "acomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.i < pronoun.i else None


def _of_bare_noun(noun: Token, preposition: Token) -> Token | None:
    """Find the "of" that makes one preposition of three words: "in honour of", "on top of", "in line with"."""
    below = next((c for c in noun.children if c.i == noun.i + 1 and c.dep_ == "prep"), None)
    is_bare = (
        noun.tag_ == "NN" and noun.i == preposition.i + 1 and preposition.lower_ in {"in", "on", "by", "at"}
    )
    if below is None or not is_bare or first_child(below, "pobj") is None:
        return None
    words = f"{preposition.lower_} {noun.lower_} {below.lower_}"
    return below if below.lower_ in {"of", "to"} or words in open_words().prepositions else None


def _sureness(preposition: Token, head: Token) -> float:
    """Rate an adjunct: the nearer to its verb the surer; in front of it least."""
    if preposition.i < head.i:
        return 0.5
    return 0.8 if preposition.dep_ == "agent" or preposition.i == head.i + 1 else 0.7


def _gerund(verb: Token, lead: tuple[Token, ...]) -> Iterator[Complement]:
    """Read "accused of stealing the ring": the gerund belongs to the predicate where it has an object."""
    chain = chain_of(verb)
    found = [c for c in complements(chain) if c.role == "object"] if verb.tag_ == "VBG" else []
    if found:
        leads = (*lead, *predicate_of(chain))
        yield from (Complement("prepositional", (*leads, *c.lead), c.phrases, 0.5) for c in found)
    else:
        inside = {t for c in verb.children if c.dep_ == "advcl" for t in c.subtree}
        yield Complement("prepositional", lead, (clause_phrase(verb, without=inside),), 0.5)


# -- adverbial phrases -------------------------------------------------------------------------------------


def _subordinate(clause: Token, verb: Token) -> Iterator[Complement]:
    """Read "until he left" as an adjunct, and "to keep it" as a purpose."""
    first = clause.left_edge
    if (
        first.head == clause
        and first.dep_ in {"mark", "advmod"}
        and first_child(clause, *SUBJECTS) is not None
    ):
        marks = [c for c in clause.children if c == first or (c.dep_ == "mark" and c.i == first.i + 1)]
        phrase = clause_phrase(clause, without=[*marks, *_further_clauses(clause)])
        if verb not in phrase.tokens:
            yield Complement("adverbial", tuple(marks), (phrase,), 0.45)
    elif has_infinitive(clause) and clause.i > verb.i:
        chain = chain_of(clause)
        for found in complements(chain):
            if found.role == "object":
                yield Complement("purpose", (*predicate_of(chain), *found.lead), found.phrases, 0.55)


def _further_clauses(clause: Token) -> Iterator[Token]:
    """Give the words of the clauses that go on with subjects of their own: "after he left *and she came*"."""
    for child in clause.children:
        if child.dep_ == "conj" and first_child(child, "nsubj", "nsubjpass") is not None:
            yield from child.subtree


def _adverb(word: Token, verb: Token) -> Iterator[Complement]:
    """Read what says when, where and how often: "last year", "Several years later", "northeast of the town"."""
    prepositions = [c for c in word.children if c.dep_ == "prep" and c.i > word.i]
    if word.dep_ == "advmod" and word.i > verb.i and prepositions:
        yield from (c for p in prepositions for c in _prepositional(p, (word,), verb))
    elif word.dep_ == "advmod":
        if first_child(word, "npadvmod") is not None:
            yield Complement("adverbial", (), (clause_phrase(word),), 0.55)
    elif word.pos_ in {"NOUN", "PROPN", "NUM", "ADV"} and not _is_introduction(word, verb):
        yield Complement("adverbial", (), (clause_phrase(word),), 0.55)


def _is_introduction(noun: Token, verb: Token) -> bool:
    """Tell whether a phrase in front says what the subject is: "A Democrat, he became the mayor"."""
    first, after = noun.left_edge, noun.right_edge.i + 1
    is_followed = after < len(noun.doc) and noun.doc[after].text == ","
    is_in_front = noun.i < verb.i and is_followed and noun.dep_ in {"npadvmod", "dep", "nsubj"}
    is_described = first.dep_ == "det" and first.lower_ in {"a", "an"} and noun.pos_ == "NOUN"
    is_time = any(t.ent_type_ in _WHEN or t.lemma_ in open_words().periods for t in noun.subtree)
    is_behind = (
        noun.i > verb.i and first.i > 0 and first.nbor(-1).text == ","
    )  # "closed it, a step that hurt"
    return (is_in_front or is_behind) and is_described and not is_time


def _bare_adverbs(verb: Token) -> Iterator[Complement]:
    """Read "returned home" and "are listed here", where nothing else completes the verb."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.i > verb.i + (verb.lemma_ == "be") and child.tag_ != "WRB":
            below = {t for c in child.children if c.dep_ in {"advcl", "ccomp"} for t in c.subtree}
            yield Complement("adverbial", (), (clause_phrase(child, without=below),), 0.55)
