"""What completes a predicate: objects, complements, contents, prepositional and adverbial phrases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, has_infinitive
from kgraph.propositions.clauses import is_passive, objects
from kgraph.propositions.open.attachments import (
    antecedent_of,
    further_clauses,
    goes_on_with_list,
    is_asked_to_act,
    is_bare_role,
    is_denied,
    is_idiom,
    is_introduction,
    joined_preposition,
    measure_of,
    preposition_of_three,
    raised_prepositions,
    state_of,
)
from kgraph.propositions.open.phrases import (
    Phrase,
    clause_phrase,
    is_example,
    is_inside,
    noun_phrases,
    object_phrases,
    plain_phrase,
)
from kgraph.propositions.open.predicates import (
    SUBJECTS,
    addressed_words,
    chain_of,
    is_addressing,
    is_existential,
    predicate_of,
    shares_passive,
)
from kgraph.propositions.open.stretches import is_joined, together
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = ["Complement", "complements"]

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_ADJUNCTS = frozenset({"prep", "agent", "dative"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_CONTENT_MARKS = frozenset({"that", "whether", "if"})
_UNTIL = frozenset({"to", "until", "till", "through"})
_NAMING_GERUND = frozenset({"for", "of"})  # "a program *for* calculating prices": it says which is meant
_BECOMING = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What completes a clause: the words that lead to it, its readings, and how sure it is.

    A role of "indirect" says that the words belong to the predicate: "gave the town", a forest. A role of "part"
    says that the words before the preposition are the object's own: "is the capital of", Japan. `until` is the verb
    that the predicate ends with, where that is not its last: "uses", tools for "uses tools to cut". `deed` is a
    further verb that `lead` ends with: "cut" of "uses tools to cut", wood.
    """

    role: str
    lead: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    confidence: float
    until: Token | None = None
    deed: Token | None = None

    @property
    def is_core(self) -> bool:
        """Tell whether it is what the verb asks for first."""
        return self.role in {"object", "complement", "clause"}


def complements(chain: list[Token]) -> list[Complement]:
    """Find what completes the verbs of a predicate."""
    last = chain[-1]
    found = [_cut_short(c, chain) for verb in chain for c in _of_verb(verb, is_last=verb == last)]
    found += [c for verb in chain[:-1] for c in _used_for_it(verb)]
    if not any(c.role in {"object", "complement"} for c in found):
        found += _shared_object(last)
    found = found or [c for verb in chain for c in _bare_adverbs(verb)] or _bare_participle(last)
    return found or _bare_infinitive(chain)


def _cut_short(complement: Complement, chain: list[Token]) -> Complement:
    """End the predicate before an infinitive that follows the complement: "called on, Iran" of "… to release him"."""
    preposition = complement.lead[0] if complement.lead else chain[0]
    verb = preposition.head
    is_inside = verb in chain[:-1] and complement.phrases[0].head.i < chain[chain.index(verb) + 1].i
    is_own = preposition.dep_ == "agent" or is_addressing(preposition)
    return replace(complement, until=verb) if is_inside and is_own else complement


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
    if child.dep_ == "acomp" or is_bare_role(child):
        yield from _adjective(child)
    elif child.dep_ in _OBJECTS and child.lower_ not in _RELATIVE and child.pos_ != "ADP":
        yield from _object(child, verb)
    elif child.dep_ in {"ccomp", "xcomp"}:
        yield from _content(child, verb)


def _used_for_it(verb: Token) -> Iterator[Complement]:
    """Read "uses a combination to select grants" without the purpose; of "asks him to go" it would be another thing."""
    word = verb.lemma_.lower()
    if word in load_cues().support_causing or word in open_words().raising:
        return
    for child in verb.children:
        if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"}:
            yield Complement("object", (), tuple(object_phrases(child)), 0.7, verb)


# -- objects and complements -------------------------------------------------------------------------------


def _object(noun: Token, verb: Token) -> Iterator[Complement]:
    """Read an object; a date or a gerund that the parser hung below it belongs to the verb."""
    if not any(c.isalnum() for c in noun.text) or goes_on_with_list(noun, verb):
        return
    raised = raised_prepositions(noun, verb)
    yield Complement("object", (), (*object_phrases(noun, raised), *_examples(noun)), 0.9)
    if not is_existential(verb):
        yield from _parts(noun, verb, raised)
    for preposition in raised:
        yield from _prepositional(preposition, (), verb)


def _parts(noun: Token, verb: Token, raised: list[Token]) -> Iterator[Complement]:
    """Read "imposed sanctions on Burma" and "is the capital of Japan" once more, with Burma and Japan as the object."""
    has_of = verb.lemma_ in _BECOMING or is_idiom(verb, noun)
    inside = [c for c in noun.children if c not in raised and is_inside(c, noun)]
    for preposition in inside:
        if preposition.lower_ == "of" and not has_of:
            return  # "announced the sale of X to Y"
        phrases = [p for c in preposition.children if c.dep_ == "pobj" for p in object_phrases(c)]
        if phrases:
            yield Complement("part", (*plain_phrase(noun).tokens, preposition), tuple(phrases), 0.45)


def _examples(noun: Token) -> list[Phrase]:
    """Give X and Y of "networks such as X and Y"."""
    marks = [c for c in noun.children if c.dep_ == "prep" and is_example(c)]
    return [p for mark in marks for c in mark.children if c.dep_ == "pobj" for p in object_phrases(c)]


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
    # "occur when X is blocked"
    if first.tag_ == "WRB" and verb.lemma_.lower() not in load_cues().reporting_verbs:
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
    if any(t.lower_ == "whose" for c in verb.children if c.dep_ in SUBJECTS for t in c.subtree):
        return []  # "athletes whose samples test positive"
    own = [t for t in objects(verb) if t.head != verb and t.lower_ not in _RELATIVE]
    own = [t for t in own if t.dep_ not in _OBJECTS or not _is_of_other(t.head, verb)]
    phrases = [p for t in own for p in noun_phrases(t)]
    return [Complement("object", (), tuple(phrases), 0.5)] if phrases else []


def _is_of_other(later: Token, verb: Token) -> bool:
    """Tell whether a verb goes on with a subject of its own, so that its object is not shared: "left, and X sold Y"."""
    is_verbal = later.i > verb.i and later.pos_ == "VERB"
    return is_verbal and first_child(later, "nsubj", "nsubjpass") is not None


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
    if preposition.lower_ == "for" and is_addressing(preposition) and is_asked_to_act(preposition):
        return
    if preposition.lower_ == "according" or clause_phrase(preposition).text.lower() in open_words().fillers:
        return
    lead = (*before, *joined_preposition(preposition))
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
        elif child.dep_ == "conj" and child.pos_ == "ADP" and not is_denied(child):
            yield from _prepositional(child, before, head)


def _prepositional_object(noun: Token, lead: tuple[Token, ...], head: Token) -> Iterator[Complement]:
    below = preposition_of_three(noun, lead[-1])
    if below is not None:  # "in honour of"
        yield from _prepositional(below, (*lead, noun), head)
        return
    if (said := state_of(noun)) is not None:  # "led to the two having a match"
        yield Complement("prepositional", lead, (said,), 0.5)
        return
    relative = antecedent_of(noun, head)
    if relative is not None:
        yield Complement("prepositional", lead, tuple(noun_phrases(relative)), 0.5)
        return
    raised = raised_prepositions(noun, head)
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


def _sureness(preposition: Token, head: Token) -> float:
    """Rate an adjunct: the nearer to its verb the surer; in front of it least."""
    if preposition.i < head.i:
        return 0.5
    return 0.8 if preposition.dep_ == "agent" or preposition.i == head.i + 1 else 0.7


def _gerund(verb: Token, lead: tuple[Token, ...]) -> Iterator[Complement]:
    """Read "accused of stealing the ring": the gerund belongs to the predicate where it has an object."""
    chain = chain_of(verb)
    found = list(_below(chain, lead)) if verb.tag_ == "VBG" else []
    if found:
        deed = chain[-1]
        yield from (Complement("prepositional", words, phrases, 0.5, deed=deed) for words, phrases in found)
    else:
        inside = {t for c in verb.children if c.dep_ == "advcl" for t in c.subtree}
        yield Complement("prepositional", lead, (clause_phrase(verb, without=inside),), 0.5)


def _below(
    chain: list[Token], lead: tuple[Token, ...]
) -> Iterator[tuple[tuple[Token, ...], tuple[Phrase, ...]]]:
    """Read a gerund or an infinitive with an object: "of stealing, the ring", "of stealing the ring from, the shop"."""
    found = complements(chain)
    things = [c for c in found if c.role == "object" and c.until is None]
    leads = (*lead, *predicate_of(chain))
    for thing in things:
        yield (*leads, *thing.lead), thing.phrases
    carried = plain_phrase(things[0].phrases[0].head).tokens if things else ()
    for other in found if things else ():
        if other.role == "prepositional" and other.lead and other.lead[0].i > carried[-1].i:
            yield (*leads, *carried, *other.lead), other.phrases


# -- adverbial phrases -------------------------------------------------------------------------------------


def _subordinate(clause: Token, verb: Token) -> Iterator[Complement]:
    """Read "until he left" as an adjunct, and "to keep it" as a purpose."""
    first, measure = clause.left_edge, measure_of(clause)
    first = measure[-1].nbor(1) if measure else first
    if (
        first.head == clause
        and first.dep_ in {"mark", "advmod"}
        and (clause.tag_ == "VBN" or first_child(clause, *SUBJECTS) is not None)
    ):
        marks = [c for c in clause.children if c == first or (c.dep_ == "mark" and c.i == first.i + 1)]
        phrase = clause_phrase(clause, without=[*measure, *marks, *further_clauses(clause)])
        if verb not in phrase.tokens:
            yield Complement("adverbial", (*measure, *marks), (phrase,), 0.45)
    elif has_infinitive(clause) and clause.i > verb.i:
        asked = together(*(addressed_words(c) for c in verb.children if c.i < clause.i))
        chain = chain_of(clause)
        for words, phrases in _below(chain, asked):
            yield Complement("purpose", words, phrases, 0.55, deed=chain[-1])


def _adverb(word: Token, verb: Token) -> Iterator[Complement]:
    """Read what says when, where and how often: "last year", "Several years later", "northeast of the town"."""
    prepositions = [c for c in word.children if c.dep_ == "prep" and c.i > word.i]
    if word.dep_ == "advmod" and word.i > verb.i and prepositions:
        yield from (c for p in prepositions for c in _prepositional(p, (word,), verb))
    elif word.dep_ == "advmod":
        if first_child(word, "npadvmod") is not None:
            yield Complement("adverbial", (), (clause_phrase(word),), 0.55)
    elif word in measure_of(verb):
        return
    elif word.pos_ in {"NOUN", "PROPN", "NUM", "ADV"} and not is_introduction(word, verb):
        yield Complement("adverbial", (), (clause_phrase(word),), 0.55)


def _bare_adverbs(verb: Token) -> Iterator[Complement]:
    """Read "returned home" and "are listed here", where nothing else completes the verb."""
    for child in verb.children:
        if child.dep_ == "advmod" and child.i > verb.i + (verb.lemma_ == "be") and child.tag_ != "WRB":
            below = {t for c in child.children if c.dep_ in {"advcl", "ccomp"} for t in c.subtree}
            yield Complement("adverbial", (), (clause_phrase(child, without=below),), 0.55)
