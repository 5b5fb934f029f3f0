"""What governs a word: the verb or noun whose cues reach down to it through a complement."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    first_child,
    has_infinitive,
    is_beyond_semicolon,
    is_verb,
    joined_lemma,
)
from kgraph.propositions.clauses import is_deed_judged, verb_lemma
from kgraph.propositions.scopes.contents import is_alleged, is_wished
from kgraph.propositions.scopes.steps import Step, is_gerund_object
from kgraph.tokens import Token

__all__ = [
    "first_of_list",
    "governor_of",
    "is_cleft",
    "is_placement",
    "is_way",
    "maker_of",
]

_COMPLEMENT = frozenset({"xcomp", "ccomp", "dobj", "attr", "acomp", "csubj", "nsubj", "nsubjpass", "oprd"})
_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "on",
        "in",
        "to",
        "at",
        "from",
        "with",
        "into",
        "as",
        "about",
        "against",
        "toward",
        "towards",
        "upon",
    }
)
_RENTS = frozenset({"fee", "rent", "rental", "toll"})


def governor_of(token: Token) -> Step | None:
    """Give the step to what governs a word; None where it stands alone, or beside rather than under what is above."""
    head = token.head
    if head == token or (is_verb(token) and is_beyond_semicolon(token, head)):
        return None
    if token.dep_ in {"pobj", "pcomp"}:
        return _above_preposition(token, head)
    is_so = head.lower_ == "case" and head.head.lemma_.lower() == "be"  # "it is not the case that"
    if token.dep_ == "relcl" and (is_so or is_cleft(head.head)):
        return Step(head.head, token)
    if token.dep_ == "nsubj" and not is_verb(head):
        return None
    if token.dep_ in _COMPLEMENT or (token.dep_ in {"acl", "advcl", "relcl"} and has_infinitive(token)):
        return Step(head, token)
    if is_alleged(token, load_cues()) or is_wished(token, load_cues()):
        return Step(head, token)
    if token.dep_ == "advcl" and is_gerund_object(token):
        return Step(head, token)
    return None


def first_of_list(token: Token) -> Token:
    """Give the first conjunct, which has the governor of all; a clause with its own subject stands alone."""
    while token.dep_ == "conj" and token.pos_ in {"VERB", "AUX", "NOUN"} and token.head != token:
        if is_verb(token) and first_child(token, "nsubj", "nsubjpass") is not None:
            break
        token = token.head
    return token


def _above_preposition(token: Token, preposition: Token) -> Step | None:
    """Give the step over a preposition to what it goes with: "its claim *to* X", "hopes *for* talks"."""
    first = preposition
    # "for a match and for talks"
    while first.dep_ == "conj" and first.head.pos_ == "ADP" and first.head != first:
        first = first.head
    noun = _stand_before(first)
    if noun is not None:
        return Step(noun, token, preposition)
    if (
        _is_added(first)
        or _is_ground(first)
        or _is_given_as_ground(token, first)
        or _is_rented(token, first)
        or is_deed_judged(token, first)
    ):
        return None
    # "with X *holding* it, Y left"
    if token.dep_ == "pcomp" and first.lower_ == "with" and first.i < first.head.i:
        return None
    is_manner = _is_means(token, first) or is_placement(first) or _is_way_of(token, first)
    is_governed = first.head != first and (first.lower_ in _PREPOSITIONS or is_manner)
    return Step(first.head, token, preposition) if is_governed else None


def _is_added(preposition: Token) -> bool:
    """Tell whether something is done beside what is above: "in *addition* to annexing X it threatened Y"."""
    return preposition.lower_ == "to" and preposition.head.lower_ == "addition"


def _is_ground(preposition: Token) -> bool:
    """Tell whether a phrase says why something is done: "in response to", "as a result of"."""
    noun = preposition.head
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in {"as", "in"}
    return is_within and noun.lemma_.lower() in load_cues().presupposed_grounds


def _is_given_as_ground(noun: Token, preposition: Token) -> bool:
    """Tell whether a noun is no more than the sort of ground: who suspends talks "in *protest*" protests."""
    return preposition.lower_ == "in" and noun.lemma_.lower() in load_cues().presupposed_grounds


def _is_rented(token: Token, preposition: Token) -> bool:
    """Tell whether a rent is for what somebody does: "will pay no higher *rent* for basing its fleet on X"."""
    if token.dep_ != "pcomp" or preposition.lower_ != "for":
        return False
    paid = (preposition.head, first_child(preposition.head, "dobj"))
    return any(noun is not None and noun.lemma_.lower() in _RENTS for noun in paid)


def _stand_before(preposition: Token) -> Token | None:
    """Give the noun that a preposition goes with where the parser hangs it on the verb: "lifted its objection to X"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    is_object = before.dep_ == "dobj" and before.head == preposition.head and preposition.lower_ == "to"
    cues = load_cues()
    is_stand = before.lemma_.lower() in cues.negation_nouns | cues.negation_opposing
    return before if is_object and is_stand else None


def is_placement(preposition: Token) -> bool:
    """Tell whether a place is said to be under somebody's rule: "came under Russian control"."""
    return preposition.lower_ == "under" and verb_lemma(preposition.head) in load_cues().predicated_placing


def _is_means(token: Token, preposition: Token) -> bool:
    """Tell whether a clause says how what is above comes about: "plans to help by sending troops"."""
    return token.dep_ == "pcomp" and preposition.lower_ == "by"


def _is_way_of(noun: Token, preposition: Token) -> bool:
    """Tell whether talks are how something comes about: "hopes to settle it *through talks* with X"."""
    is_talk = joined_lemma(noun) in load_cues().presupposed_ongoing
    return is_talk and preposition.lower_ in {"through", "via"}


def is_way(step: Step) -> bool:
    """Tell whether talks below are how something comes about: there may be some though it does not."""
    return step.by is not None and step.below is not None and _is_way_of(step.below, step.by)


def maker_of(clause: Token) -> Step | None:
    """Give the step to who makes a document of which a clause says what it does: "refused to sign *a decree* ceding X".

    Whatever "the decree" or "its map" says is there.
    """
    noun, subject = clause.head, first_child(clause, "nsubj")
    is_relative = clause.dep_ == "relcl" and subject is not None and subject.tag_ == "WDT"
    if not (is_relative or (clause.dep_ == "acl" and clause.tag_ == "VBG")) or noun.dep_ != "dobj":
        return None
    article = first_child(noun, "det")
    is_new = article is not None and article.lower_ in {"a", "an", "any"}
    cues = load_cues()
    documents = cues.reporting_documents | cues.instruments_nouns | cues.bodies_rulings
    return Step(noun.head, noun) if is_new and noun.lemma_.lower() in documents else None


def is_cleft(copula: Token) -> bool:
    """Tell whether "not" on a copula denies what follows: "it was not its soldiers who", but "not X but Y who"."""
    subject, said = first_child(copula, "nsubj"), first_child(copula, "attr")
    is_it = subject is not None and subject.lower_ == "it" and copula.lemma_.lower() == "be"
    is_contrast = said is not None and any(c.lower_ == "but" for c in (*said.children, *copula.children))
    known = load_cues().negation_evident | {"case"}  # "it is no *secret* that X claims Y"
    return is_it and said is not None and said.lower_ not in known and not is_contrast
