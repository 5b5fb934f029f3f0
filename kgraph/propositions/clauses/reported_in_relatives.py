"""What somebody says of a noun in a clause behind it: "men *whom officials say* planned the raid"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child
from kgraph.propositions.clauses.relative_clauses import RELATIVE
from kgraph.tokens import Token

__all__ = ["noun_reported_of", "report_in_relative"]

_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def report_in_relative(verb: Token) -> Token | None:
    """Give the report that stands between a verb and what it is said of: "ships that Manila *says* belong to X"."""
    report = verb.head
    return report if report.dep_ == "relcl" and _is_left_open(verb) else None


def noun_reported_of(verb: Token) -> Token | None:
    """Give the noun before a report that the model took for the main verb: "took *the islets* Y says belong to it"."""
    report = verb.head
    speaker = first_child(report, "nsubj")
    if speaker is None or report.dep_ == "relcl" or not _is_left_open(verb):
        return None
    first = speaker.left_edge.i
    is_behind = any(c.dep_ == "ccomp" and c.i < first for c in report.children)
    noun = speaker.doc[first - 1] if is_behind else speaker
    return noun if noun.pos_ == "NOUN" else None


def _is_left_open(verb: Token) -> bool:
    """Tell whether a clause that somebody tells lacks its subject: "it says *belong to X*", "they say *had fled*"."""
    report = verb.head
    if verb.dep_ != "ccomp" or verb.i < report.i or report.lemma_.lower() not in load_cues().reporting_verbs:
        return False
    speaker = first_child(report, "nsubj")
    if speaker is None or speaker.i > report.i or speaker.lower_ in RELATIVE:
        return False
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.lower_ == "to" for c in helping) or first_child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return False
    return verb.tag_ in _FINITE | {"VB"} or any(c.tag_ in _FINITE for c in helping)
