"""Whose word a predicate is: reporting verbs, "according to", "in X's view", "X's position that", "X demands that"."""

from collections.abc import Iterator
from itertools import chain

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import (
    first_child,
    governed,
    is_beyond_semicolon,
    is_verb,
    opens_with_that,
)
from kgraph.propositions.clauses import objects, subjects, verb_lemma
from kgraph.propositions.sayers import author_of, owners_of, who_says
from kgraph.propositions.scopes import is_alleged, is_owned, is_refuted, reach_of
from kgraph.tokens import Token

__all__ = ["find_caller", "find_speaker", "is_demand"]

_MAX_STEPS = 15
_LEARNING = frozenset({"find out"})  # who does so is told
_SAID_IN = frozenset({"at", "during", "in", "on", "through", "via"})
_TIMING = frozenset({"after", "before", "following", "since"})
_PERSONS = frozenset({"he", "she", "they"})
_ADDRESSED = frozenset({"on", "to", "upon"})
_DOING_TOO = frozenset({"announce", "claim", "declare", "proclaim", "protest", "signal"})


def find_speaker(trigger: Token) -> tuple[Token | None, Token | None]:
    """Find the head of the phrase that names whose word the predicate is, and the cue; the nearest wins.

    Where somebody says so whom nothing names, there is the cue alone: "*some* say that", "it was *claimed* that". Whose
    a claim is that is nobody's, who speaks of it may tell: "X says that *the claim* that Y is false".
    """
    cues = load_cues()
    if _is_gloss(trigger, cues):
        return None, None
    own = next(chain(_avowed(trigger, cues), _called(trigger, cues)), None)
    if own is not None:
        return own
    token, nobodys = trigger, None
    for _ in range(_MAX_STEPS):
        for speaker, cue in (*_speakers_at(token, cues), *_demanded(trigger, token, cues)):
            if not is_beyond_semicolon(trigger, cue):
                return speaker, cue
        nobodys = nobodys or _unowned(token, cues)
        if token.head == token:
            break
        token = token.head
    return None, nobodys


def find_caller(trigger: Token) -> tuple[Token | None, Token | None]:
    """Find whose name for something a noun is that is taken as given, and the cue."""
    return next(_called(trigger, load_cues()), (None, None))


def _called(noun: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "what X called the occupation of Y", "what X described as an attack on Y"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if noun.dep_ in {"dobj", "oprd", "pobj"} and verb_lemma(verb) in cues.predicated_held_for | {"describe"}:
        named = first_child(verb, "dobj")
        is_what = named is not None and named.lower_ == "what"
        yield from ((who, verb) for who in who_says(verb, cues) if is_what)


def _is_gloss(trigger: Token, cues: Cues) -> bool:
    """Tell whether the writer himself tells of something within a report.

    So does a participle before a name ("said that two died in *Indian-held* Kashmir"), a time that counts from or to
    what happens ("the first visit since *the clashes*", "ahead of *talks*") and what harms somebody's act: "to
    disrupt X's *pullout*".
    """
    above = trigger.head
    if trigger.dep_ == "amod":
        return trigger.tag_ == "VBN" and trigger.i < above.i
    if trigger.pos_ != "NOUN":
        return False
    is_harmed = trigger.dep_ == "dobj" and above.lemma_.lower() in cues.presupposed_affecting
    return (is_harmed and is_owned(trigger)) or (trigger.dep_ == "pobj" and _is_when(above))


def _is_when(preposition: Token) -> bool:
    """Tell whether a preposition leads to what happens before or after: "since", "ahead of"."""
    is_ahead = preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "ahead"
    return is_ahead or preposition.lower_ in _TIMING


def _speakers_at(token: Token, cues: Cues) -> Iterator[tuple[Token | None, Token]]:
    for child in token.children:
        yield from _according(child)
        yield from _view(child, cues)
        yield from _for_whom(child)
        yield from _inserted(child, cues)
        yield from _inserted_after(child, cues)
    yield from _reported(token, cues)
    yield from _minded(token, cues)
    yield from _owned(token, cues)
    yield from _said_in(token, cues)


def _avowed(trigger: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "X claimed responsibility for an attack on Y", "X claimed an attack", "X reported an attack"."""
    avowal = trigger if is_verb(trigger) else trigger.head
    done = first_child(avowal, "dobj")
    if done is None or not (is_verb(trigger) or trigger == done):
        return
    lemma, noun = avowal.lemma_.lower(), done.lemma_.lower()
    is_own = lemma in cues.reporting_avowing and noun in cues.presupposed_answering | cues.presupposed_attacks
    is_own |= lemma in cues.reporting_telling_of and noun in cues.presupposed_warfare | {"exchange"}
    # who assumes administrative responsibilities has duties, and answers for nothing done
    is_answering = done.tag_ == "NN" and noun in cues.presupposed_answering
    if is_own or (lemma in cues.reporting_owning_up and is_answering):
        yield from ((who, avowal) for who in who_says(avowal, cues))


def _demanded(trigger: Token, token: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "X demanded that Y leave Z", "X called on Y to leave Z", "X called for talks between Y and Z".

    What the demand is not of, but made of, is there: "wants *the forces in Z* to leave".
    """
    verb = token.head.head if token.dep_ in {"pobj", "pcomp"} else token.head
    lemma = verb.lemma_.lower()
    if token.dep_ in {"pobj", "pcomp"}:
        is_demanded = lemma in cues.reporting_calling and token.head.lower_ == "for"
        is_demanded |= lemma == "warn" and token.head.lower_ == "against"
    elif token.dep_ in {"ccomp", "xcomp"}:
        is_demanded = lemma in cues.reporting_demanding | cues.reporting_calling and _is_of_others(
            token, verb
        )
    else:
        is_demanded = token.dep_ == "dobj" and lemma == "demand"
    steps = reach_of(trigger).steps if is_demanded else ()
    is_governed = any(step.token == verb for step in steps)
    if is_governed and not any(step.link in {"nsubj", "nsubjpass"} for step in steps):
        yield from ((who, verb) for who in who_says(verb, cues))


def is_demand(cue: Token) -> bool:
    """Tell whether a cue of a speaker is what he wants of others, and not what he says: "*demanded* that X leave Y"."""
    cues = load_cues()
    wanting = cues.reporting_demanding | cues.reporting_calling
    is_naming = first_child(cue, "dobj") is not None and cue.lemma_.lower() in cues.predicated_held_for
    return cue.lemma_.lower() in wanting - cues.reporting_verbs and not is_naming  # "what it *called*"


def _is_of_others(clause: Token, demand: Token) -> bool:
    """Tell whether somebody else is to do what is demanded: "asked *Japan* to leave", but not "asked to leave"."""
    asked = first_child(clause, "nsubj", "nsubjpass") or first_child(demand, "dobj", "dative")
    return asked is not None or any(c.dep_ == "prep" and c.lower_ in _ADDRESSED for c in demand.children)


def _according(word: Token) -> Iterator[tuple[Token, Token]]:
    """Read X in "according to X"."""
    if word.lower_ == "according":
        objects = [t for to in word.children for t in governed(to)]
        yield from ((author_of(token, load_cues()), word) for token in objects[:1])


def _view(preposition: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "in X's view", "in the words of X", "by X's account", and nobody in "in view of X"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in {"in", "by", "from", "on", "to"}:
        return
    for noun in preposition.children:
        is_owned = _is_point_of_view(noun) and first_child(noun, "poss") is not None
        is_bare = noun.left_edge == noun
        if noun.dep_ == "pobj" and (
            is_owned or (noun.lemma_.lower() in cues.reporting_views and not is_bare)
        ):
            yield from ((owner, noun) for owner in owners_of(noun)[:1])


def _is_point_of_view(noun: Token) -> bool:
    return noun.lower_ == "point" and any(t.lower_ == "view" for of in noun.children for t in of.children)


def _for_whom(preposition: Token) -> Iterator[tuple[Token, Token]]:
    """Read X in "For X, Y belongs to Z": for whom it is so, told first by a bare name and of what is so now."""
    above = preposition.head
    if (
        preposition.lower_ not in {"for", "to"}
        or preposition.dep_ != "prep"
        or above.tag_ not in {"VBZ", "VBP"}
    ):
        return
    name = first_child(preposition, "pobj")
    if name is None or name.pos_ != "PROPN" or any(name.children) or name.i + 1 == len(name.doc):
        return
    is_first = preposition.i == preposition.sent.start and name.nbor(1).text == ","
    if is_first and first_child(above, "nsubj") is not None:
        yield name, preposition


def _inserted(verb: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "the islands, X says, belong to it" and "as X sees it"."""
    is_report = verb.lemma_.lower() in cues.reporting_verbs
    if verb.dep_ == "parataxis" and is_report and first_child(verb, "ccomp") is None:
        yield from ((who, verb) for who in who_says(verb, cues))
    mark = first_child(verb, "mark", "advmod")
    if (
        verb.dep_ == "advcl"
        and mark is not None
        and mark.lower_ == "as"
        and (is_report or verb.lemma_.lower() in {"see", "put"})
        and not _is_of_deed(verb)
    ):
        yield from ((who, verb) for who in who_says(verb, cues))


def _is_of_deed(verb: Token) -> bool:
    """Tell whether a verb that may report does not here: "refused, as X *declared* a blockade"."""
    thing = first_child(verb, "dobj")
    return thing is not None and thing.pos_ == "NOUN" and verb.lemma_.lower() in _DOING_TOO


def _inserted_after(subject: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "Y, X says, occupied Z", where the parser hangs the insertion on the subject."""
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return
    for verb in subject.children:
        is_report = is_verb(verb) and verb.lemma_.lower() in cues.reporting_verbs
        if is_report and verb.dep_ in {"appos", "parataxis", "relcl"} and _is_between_commas(verb):
            yield from ((who, verb) for who in who_says(verb, cues))


def _is_between_commas(verb: Token) -> bool:
    """Tell whether a clause is inserted whole: its own subject and itself, and nothing else."""
    subject = first_child(verb, "nsubj")
    first = verb.left_edge
    if subject is None or subject.tag_ in {"WDT", "WP"} or first_child(verb, "ccomp", "dobj") is not None:
        return False
    return first.i > 0 and verb.i + 1 < len(verb.doc) and first.nbor(-1).text == verb.nbor(1).text == ","


def _reported(token: Token, cues: Cues) -> Iterator[tuple[Token | None, Token]]:
    verb = _reporting_verb(token, cues)
    if verb is None:
        return
    quoted = [t for t in objects(verb) if t.i < token.i and t.lemma_.lower() in cues.reporting_nouns]
    owners = [(owner, noun) for noun in quoted for owner in owners_of(noun)[:1]]
    yield from owners  # "acknowledges Beijing's position that"
    yield from ((who, verb) for who in who_says(verb, cues))
    if _is_of_nobody(verb, cues):
        yield None, verb


def _is_of_nobody(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody says so whom nothing names: "*some* say that", "it was *claimed* that"."""
    told = subjects(verb)
    if told:
        return all(who.lemma_.lower() in cues.reporting_anonymous for who in told)
    return verb.tag_ == "VBN" and verb.lemma_.lower() in cues.reporting_unvouched


def _minded(token: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "X is adamant that", "X is convinced that"."""
    if token.dep_ != "ccomp":
        return
    above = (token.head, *(c for c in token.head.children if c.dep_ == "acomp"))
    cue = next((t for t in above if t.lower_ in cues.reporting_minds), None)
    copula = token.head.head if cue is not None and cue.dep_ == "acomp" and cue == token.head else token.head
    who = first_child(copula, "nsubj", "nsubjpass") if cue is not None else None
    is_somebody = who is not None and (who.pos_ != "PRON" or who.lower_ in _PERSONS)
    if cue is not None and who is not None and is_somebody:
        yield who, cue


def _reporting_verb(token: Token, cues: Cues) -> Token | None:
    """Give the verb that reports the token's clause, None where the token is not a reported clause."""
    head = token.head
    if _is_small_clause(token):
        return None
    is_report = token.dep_ in {"ccomp", "parataxis"} or _is_told_after(token)
    if is_report and head.lemma_.lower() in cues.reporting_verbs:
        return head if verb_lemma(head) not in _LEARNING else None
    if _is_described(token) and head.lemma_.lower() in cues.reporting_verbs | {"depict", "portray", "see"}:
        return head
    if token.dep_ == "ccomp" and head.lemma_.lower() in cues.reporting_holding and opens_with_that(token):
        return head
    if token.dep_ == "ccomp" and head.lemma_.lower() in cues.negation_conceding | cues.negation_disputing:
        return head if first_child(token, "mark") is not None else None  # "does not accept *that* X holds Y"
    if token.dep_ == "conj" and head.lemma_.lower() in cues.reporting_verbs and _goes_on(token):
        return head
    if token.dep_ == "xcomp" and verb_lemma(head) in cues.reporting_verbs:
        is_passive = first_child(head, "nsubjpass") is not None  # "is said by X to occupy"
        is_own = head.lemma_.lower() == "claim" or token.tag_ == "VBG"  # "claims to hold", "denied sending"
        return head if is_passive or is_own else None
    if (
        token.dep_ == "pcomp"
        and head.lower_ in {"of", "for", "as"}
        and head.head.lemma_.lower() in cues.reporting_accusing
    ):
        return head.head
    return None


def _is_described(participle: Token) -> bool:
    """Tell whether somebody calls something so: "described X *as occupied* by Y"."""
    mark = first_child(participle, "mark")
    if participle.dep_ != "advcl" or participle.tag_ != "VBN" or mark is None or mark.lower_ != "as":
        return False
    is_bare = first_child(participle, "nsubj", "nsubjpass") is None
    return is_bare and first_child(participle.head, "dobj", "nsubjpass") is not None


def _is_told_after(clause: Token) -> bool:
    """Tell whether a clause stands before who told it to whom: "*X occupies Y*, the minister told reporters"."""
    subject = first_child(clause, "nsubj", "nsubjpass")
    is_before = clause.dep_ == "advcl" and clause.i < clause.head.i and subject is not None
    is_free = is_before and first_child(clause, "mark", "advmod") is None
    told = first_child(clause.head, "nsubj") if is_free else None
    helping = first_child(clause, "aux", "auxpass")
    is_finite = clause.tag_ not in {"VBG", "VBN"} or (helping is not None and helping.tag_ != "VBG")
    return told is not None and told.i > clause.i and is_finite


def _is_small_clause(token: Token) -> bool:
    """Tell whether a verb makes something so and reports nothing: "declared itself *independent*", "find it easier"."""
    return token.dep_ == "ccomp" and token.pos_ == "ADJ" and first_child(token, "mark") is None


def _goes_on(verb: Token) -> bool:
    """Tell whether a verb beside a report belongs to it: "said that it had a right, but would negotiate"."""
    is_bare = first_child(verb, "nsubj", "nsubjpass") is None
    is_after = (c for c in verb.head.children if c.dep_ == "ccomp" and c.i < verb.i)
    tensed = {"would", "could"} if verb.head.tag_ == "VBD" else {"would", "could", "will"}
    would = any(c.dep_ == "aux" and c.lower_ in tensed for c in verb.children)
    return is_bare and next(is_after, None) is not None and (would or _is_willing(verb))


def _is_willing(verb: Token) -> bool:
    stated = first_child(verb, "acomp")
    predicatives = load_cues().possibility_predicatives
    return verb.lemma_.lower() == "be" and stated is not None and stated.lower_ in predicatives


def _owned(token: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "X's claim that", "the position of X that" and "X's position is that"."""
    noun, stating = token.head, cues.reporting_nouns
    if token.dep_ == "ccomp" and noun.lemma_.lower() == "be":
        noun, stating = first_child(noun, "nsubj") or noun, stating | cues.reporting_lines
    elif token.dep_ not in {"acl", "relcl", "ccomp"} or not (
        first_child(token, "mark") is not None or is_alleged(token, cues)
    ):
        return
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in stating:
        yield from ((owner, noun) for owner in owners_of(noun)[:1])
    if noun.lemma_.lower() in cues.reporting_alleged | cues.reporting_nouns and not owners_of(noun):
        is_taken = noun.dep_ == "dobj" and noun.head.lemma_.lower() in cues.reporting_taking
        yield from (
            (who, noun.head) for who in who_says(noun.head, cues) if is_taken or is_refuted(noun, cues)
        )


def _said_in(clause: Token, cues: Cues) -> Iterator[tuple[Token, Token]]:
    """Read X in "X said in a speech that Y", where the parser hangs the clause on the speech."""
    noun = clause.head
    if noun.dep_ == "pobj" and noun.head.head.dep_ == "pobj":  # "wrote in a letter *to the court* that"
        noun = noun.head.head
    verb = noun.head.head
    if clause.dep_ not in {"acl", "relcl", "ccomp"} or noun.dep_ != "pobj" or not opens_with_that(clause):
        return
    is_said = noun.head.lower_ in _SAID_IN and verb.lemma_.lower() in cues.reporting_verbs
    if is_said and noun.lemma_.lower() not in cues.reporting_unmade:  # "insisted on the fact that"
        yield from ((who, verb) for who in who_says(verb, cues))


def _unowned(clause: Token, cues: Cues) -> Token | None:
    """Give "myth" of "the *myth* that X belongs to Y", which is the word of nobody named."""
    noun = clause.head
    is_content = clause.dep_ in {"acl", "relcl", "ccomp"} and noun.lemma_.lower() in cues.reporting_unowned
    is_nobodys = is_content and noun.pos_ == "NOUN" and opens_with_that(clause) and not owners_of(noun)
    return noun if is_nobodys else None
