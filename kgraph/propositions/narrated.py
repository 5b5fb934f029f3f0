"""What "would" tells of as past: "Japan *would later* annex Korea", "*would go on to* rule it for the next decades"."""

from kgraph.propositions.arguments import first_child, first_conjunct, has_infinitive
from kgraph.times import SPANS
from kgraph.tokens import Token

__all__ = ["is_narrated"]

_LATER = frozenset({"eventually", "finally", "later", "subsequently", "ultimately"})
_FOLLOWING = frozenset({"coming", "ensuing", "following", "next", "subsequent"})
_TOLD = frozenset({"acl", "ccomp", "pcomp"})  # "the hope *that X would later leave*"
_LASTING = frozenset({"during", "for", "in", "over"})
_SUPPOSED = frozenset({"if", "unless"})
_TERMS = frozenset({"agreement", "plan", "proposal", "scheme", "term", "treaty"})


def is_narrated(modal: Token, verb: Token) -> bool:
    """Tell whether "would" is the past of a tale, which knows what came: "it *would later* invade Y".

    What somebody says or a plan foresees is still to come: "said that it would later leave", "under the plan, X
    would later leave"; so is what hangs on a condition.

    Args:
        modal: an auxiliary of the verb.
        verb: what would be done.
    """
    if modal.lower_ != "would" or first_conjunct(verb).dep_ in _TOLD or _is_supposed(verb):
        return False
    return _goes_on(verb) or any(_is_later(child) or _is_span_after(child) for child in verb.children)


def _is_supposed(verb: Token) -> bool:
    marks = (m for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark")
    terms = (t for c in verb.children if c.dep_ == "prep" and c.lower_ == "under" for t in c.children)
    return any(m.lower_ in _SUPPOSED for m in marks) or any(t.lemma_.lower() in _TERMS for t in terms)


def _goes_on(verb: Token) -> bool:
    """Tell "go on to" do something."""
    is_on = any(c.lower_ == "on" for c in verb.children)
    return verb.lemma_.lower() == "go" and is_on and any(has_infinitive(c) for c in verb.children)


def _is_later(adverb: Token) -> bool:
    return adverb.dep_ == "advmod" and adverb.lower_ in _LATER


def _is_span_after(preposition: Token) -> bool:
    """Tell "for the next two decades", "over the following months"."""
    span = first_child(preposition, "pobj")
    if preposition.dep_ != "prep" or preposition.lower_ not in _LASTING or span is None:
        return False
    is_after = any(c.lower_ in _FOLLOWING for c in span.children)
    return is_after and span.lemma_.lower() in SPANS
