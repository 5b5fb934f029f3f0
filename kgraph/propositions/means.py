"""Talks by which something is to be settled: "supports a settlement *through talks*"."""

from kgraph.cues import Cues
from kgraph.propositions.arguments import first_child
from kgraph.propositions.scopes import Step

__all__ = ["are_means_to_come"]

_THROUGH = frozenset({"by", "through", "via"})
_FAVOURING = frozenset({"advocate", "back", "endorse", "favor", "favour", "prefer", "support"})


def are_means_to_come(step: Step, cues: Cues) -> bool:
    """Tell whether somebody favours that something be settled by talks; by those that settled it, it *was* settled.

    The preposition may hang on what is to come or on who favours it.
    """
    below, settled = step.below, step.token
    if step.preposition not in _THROUGH or below is None:
        return False
    if settled.lemma_.lower() in _FAVOURING:
        favouring, settled = settled, first_child(settled, "dobj") or settled
    else:
        favouring = settled.head
    is_end = settled.pos_ == "NOUN" and settled.lemma_.lower() in cues.presupposed_endings
    is_favoured = favouring.lemma_.lower() in _FAVOURING and settled.dep_ == "dobj"
    return is_end and is_favoured and below.lemma_.lower() in cues.presupposed_ongoing
