"""Clauses that say what a noun is of: an allegation, a demand, a refuted report."""

from kgraph.cues import Cues
from kgraph.propositions.arguments import first_child, opens_with_that
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.scopes.definiteness import is_owned
from kgraph.tokens import Token

__all__ = ["is_alleged", "is_refuted", "is_wished"]


def is_alleged(token: Token, cues: Cues) -> bool:
    """Tell whether a clause is what an accusation of nobody known is of: "allegations that X attacked Y".

    What somebody refutes is no more than that: "dismissed a report that X attacked Y".
    """
    noun = token.head
    lemma = noun.lemma_.lower()
    is_said = lemma in cues.reporting_alleged or (lemma in cues.reporting_nouns and is_refuted(noun, cues))
    if noun.pos_ != "NOUN" or not is_said or is_owned(noun):
        return False
    is_said_so = opens_with_that(token)
    return token.dep_ in {"acl", "ccomp", "relcl"} and (is_said_so or _is_whole(token))


def is_wished(token: Token, cues: Cues) -> bool:
    """Tell whether a clause is what a demand or fear is of: "Argentina's demand that X return the islands".

    Who insists that something *is* so only says so.
    """
    is_that = opens_with_that(token)
    is_content = is_that and token.dep_ in {"acl", "ccomp", "relcl"} and token.head.pos_ == "NOUN"
    lemma = token.head.lemma_.lower()
    is_said = lemma in cues.reporting_nouns and token.tag_ in {"VBZ", "VBD"}
    return is_content and lemma in cues.possibility_wished and not is_said


def is_refuted(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun is what somebody says is not so: "dismissed a report"."""
    return noun.dep_ == "dobj" and verb_lemma(noun.head) in cues.negation_refuting


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause says what a report is of though no "that" opens it: "denied reports *X hit Y*"."""
    subject = first_child(clause, "nsubj", "nsubjpass")
    is_said = subject is not None and subject.tag_ not in {"WDT", "WP"}
    return is_said and first_child(clause, "dobj", "prep", "acomp", "attr", "xcomp") is not None
