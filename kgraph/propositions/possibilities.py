"""What makes a predicate possible only: plans, wishes, demands, threats, conditions, purposes, questions."""

from collections.abc import Iterable, Iterator

from kgraph.cues import Cues, load_cues
from kgraph.propositions import forward_nouns, forward_verbs
from kgraph.propositions.arguments import finite_word, first_child, has_infinitive, is_verb
from kgraph.propositions.awaited import ahead_of, awaited, is_present
from kgraph.propositions.clauses import open_copula, shared_auxiliaries
from kgraph.propositions.denials import comes_about_late
from kgraph.propositions.means import are_means_to_come
from kgraph.propositions.narrated import is_narrated
from kgraph.propositions.negations import negations
from kgraph.propositions.purposes import came_about, is_of_ranked, is_routed, was_tried
from kgraph.propositions.scheduled import appointed, scheduled
from kgraph.propositions.scopes import Step, first_of_list, is_alleged, is_wished
from kgraph.tokens import Token

__all__ = ["find_possibilities"]

_LASTING = frozenset({"remain", "stay"})


def find_possibilities(path: Iterable[Step]) -> tuple[Token, ...]:
    """Find the cues by which a predicate is possible and not actual, from it upwards."""
    cues, is_means = load_cues(), False
    found: list[Token] = []
    for step in path:
        is_means = is_means or (step.link == "pcomp" and step.preposition == "by")
        is_routing = step.link == "xcomp" and step.token.dep_ in {"acl", "advcl"}
        is_done = (is_routing and is_routed(step.token, cues)) or (is_means and was_tried(step.token, cues))
        if not is_done:
            found += (*_possibilities(step, cues), *ahead_of(step, cues))
    return tuple(found)


def _possibilities(step: Step, cues: Cues) -> Iterator[Token]:
    if not step.is_clause:
        yield from _in_clause(step, cues)
    if step.below is None:
        yield from _in_phrase(step.token, cues)
    else:
        yield from _by_meaning(step, cues)
        if are_means_to_come(step, cues):
            yield step.token


def _in_clause(step: Step, cues: Cues) -> Iterator[Token]:
    token = step.token
    for child in (*token.children, *shared_auxiliaries(token)):
        words = {"aux": cues.possibility_modals, "mark": cues.possibility_markers}.get(
            child.dep_, frozenset()
        )
        if child.lower_ not in words or _holds_already(token) or comes_about_late(token):
            continue
        if not is_narrated(child, token):
            yield child
    yield from _shared_marks(token, cues)
    if step.link == "nsubj" and token.lemma_.lower() == "be":  # "talks are to open"
        yield from (c for c in token.children if c.dep_ == "xcomp" and has_infinitive(c))
    yield from _inverted(token)
    yield from scheduled(token)
    yield from _announced(token)
    yield from awaited(token, cues)
    first = first_of_list(token)  # "called on X to stop and *to withdraw*"
    if first.dep_ == "advcl" and has_infinitive(first) and not came_about(first, cues):
        yield first
    is_of_noun = token.dep_ in {"acl", "relcl"} or (token.dep_ == "xcomp" and token.head.pos_ == "NOUN")
    if is_of_noun and has_infinitive(token):  # "a deal for X to hand over the town"
        yield from (c for c in token.children if c.dep_ == "mark" and c.lower_ == "for")
    is_to_be = first.dep_ in {"xcomp", "acl"} and first.head.lemma_.lower() == "be"
    if is_to_be and has_infinitive(first) and not is_of_ranked(first):
        yield first.head


def _shared_marks(verb: Token, cues: Cues) -> Iterator[Token]:
    """Find the "if" of a condition that goes on: "*unless* X disarms and accepts Y"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "advcl" or not is_verb(verb) or _tense(verb) != _tense(first):
        return
    if not any(t.text in {",", ";"} for t in verb.doc[first.i : verb.i]):
        yield from (c for c in first.children if c.dep_ == "mark" and c.lower_ in cues.possibility_markers)


def _tense(verb: Token) -> str:
    """Give the form of what is finite in a clause, the same for all persons: "*are* lifted", "*withdraws*"."""
    tag = finite_word(verb).tag_
    return "VBZ" if tag == "VBP" else tag


def _holds_already(verb: Token) -> bool:
    """Tell whether what will be so is so today: "its troops *will remain* there", "X is and will be part of Y"."""
    is_there = verb.lemma_.lower() in _LASTING and first_child(verb, "acomp", "attr") is None
    if is_there and any(c.lower_ == "will" and c.dep_ == "aux" for c in verb.children):
        return True
    earlier = open_copula(verb)
    while earlier is not None and _is_of_future(earlier):
        earlier = open_copula(earlier)
    return earlier is not None


def _is_of_future(copula: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in load_cues().possibility_modals for c in copula.children)


def _announced(verb: Token) -> Iterator[Token]:
    """Find the "to" of a headline about what is to come: "X *to* hold talks with Y", "X, Y *to* resume talks"."""
    to = first_child(verb, "aux")
    if to is None or to.tag_ != "TO":
        return
    is_clause = verb.dep_ == "ROOT" and first_child(verb, "nsubj", "nsubjpass") is not None
    is_of_names = verb.dep_ == "relcl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"
    if is_clause or is_of_names:
        yield to


def _inverted(verb: Token) -> Iterator[Token]:
    """Find the auxiliary that opens a condition without "if": "Had X returned Y, ...", "Should X return Y, ..."."""
    subject = first_child(verb, "nsubj", "nsubjpass")
    first = verb.left_edge
    is_before = subject is not None and first.dep_ in {"aux", "auxpass"} and first.i < subject.i
    if is_before and first.lower_ in {"had", "should", "were"}:
        yield first


def _in_phrase(token: Token, cues: Cues) -> Iterator[Token]:
    for child in token.children:
        is_hedge = child.dep_ in {"amod", "advmod"} and child.lower_ in cues.possibility_adjectives
        if is_hedge and not _is_of_next(child):
            yield child
        if child.dep_ == "det" and child.lower_ == "any":  # "any treaty between X and Y": there need be none
            yield child
    yield from appointed(token)
    if token.dep_ == "relcl" and is_present(token):  # "would shoot down *any* plane that enters its airspace"
        yield from (c for c in token.head.children if c.dep_ == "det" and c.lower_ == "any")
    if token.sent.text.rstrip().endswith("?"):
        yield token.sent[-1]


def _is_of_next(adverb: Token) -> bool:
    """Tell whether an adverb is of when or why something was so, which it was: "*perhaps* in 1980 X annexed Y"."""
    following = adverb.nbor(1) if adverb.dep_ == "advmod" and adverb.i + 1 < len(adverb.doc) else None
    return following is not None and following.dep_ == "prep"


def _by_meaning(step: Step, cues: Cues) -> Iterator[Token]:
    token = step.token
    if is_verb(token):
        if not _is_unwilling(token, cues) and forward_verbs.looks_forward(step, cues):
            yield token
        if step.is_clause:
            yield from _unconfirmed(token, cues)
        if step.link == "nsubj" or step.is_clause:  # "it is *possible* that X holds Y"
            yield from (c for c in token.children if c.dep_ == "acomp" and _is_forward(c, cues))
        if forward_verbs.is_wish(step):
            yield from (
                c for c in token.children if c.dep_ == "acomp" and c.lower_ in cues.possibility_needful
            )
    elif token.pos_ == "NOUN":
        below = step.below
        is_content = below is not None and (is_alleged(below, cues) or is_wished(below, cues))
        if is_content or forward_nouns.looks_forward(step, cues):
            yield token
    elif (
        _is_forward(token, cues)
        and step.link in {"xcomp", "pobj", "pcomp", "ccomp"}
        and not _takes_part(step, cues)
        and not _is_ground(step)
    ):
        yield token


def _is_ground(step: Step) -> bool:
    """Tell "tense *due to* a dispute", which says why, from "due to leave"."""
    return step.token.lower_ == "due" and step.preposition == "to"


def _takes_part(step: Step, cues: Cues) -> bool:
    """Tell whether people only are near to talks that there are: "officials *close to the talks* say"."""
    is_behind = step.token.dep_ == "amod" and step.token.i > step.token.head.i
    return is_behind and step.below is not None and step.below.lemma_.lower() in cues.presupposed_ongoing


def _is_forward(adjective: Token, cues: Cues) -> bool:
    words = {adjective.lower_, adjective.lemma_.lower()}  # "is getting closer to recognising X"
    is_done = adjective.lower_ in cues.possibility_achieved and _is_then(adjective.head)
    if is_done or _is_unwilling(adjective, cues):
        return False
    return bool(words & (cues.possibility_adjectives | cues.possibility_predicatives))


def _is_unwilling(word: Token, cues: Cues) -> bool:
    """Tell whether somebody does not do something as he is not willing to: "was never *prepared* to give up X"."""
    clause = word if is_verb(word) and word.dep_ != "acomp" else word.head
    return word.lower_ in cues.possibility_willing and any(negations(clause, word, cues))


def _is_then(copula: Token) -> bool:
    """Tell whether a copula is of the past: who "was able to seize X" did so."""
    return copula.lemma_.lower() == "be" and copula.tag_ in {"VBD", "VBN"}


def _unconfirmed(verb: Token, cues: Cues) -> Iterator[Token]:
    """Give the verb that leaves a clause open, since it is denied: "could not *confirm* that X attacked Y"."""
    first = first_of_list(verb)
    denials = {c.lower_ for t in (verb, first) for c in t.children if c.dep_ in {"neg", "preconj", "cc"}}
    if first.lemma_.lower() in cues.reporting_confirming and denials & cues.negation_words:
        yield first
