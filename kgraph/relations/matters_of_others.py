"""Talks on what is between others: on a war of A and B, X and Y talk of no land of theirs, and A and B do not talk."""

from collections.abc import Iterator, Sequence

from kgraph.cues import load_cues
from kgraph.linking import Linked, Linker
from kgraph.model import Entity
from kgraph.propositions import Kind, Proposition
from kgraph.propositions.clauses import verb_lemma
from kgraph.relations.paths import link_paths
from kgraph.relations.traits import ON_MATTER
from kgraph.relations.wording import Wording

__all__ = ["on_own_matter"]

_PREPOSITIONS = ("on", "about", "over", "regarding", "concerning")
_PARTED = ("between", "modifier")  # "the dispute *between A and B*", "the *A-B* dispute"


def on_own_matter(
    pairs: Sequence[tuple[Linked, Linked]], wording: Wording, candidate: Proposition, linker: Linker
) -> Sequence[tuple[Linked, Linked]]:
    """Leave out talks of which the text names who talks, and which are on what two others have between them."""
    if not pairs or wording.predicate not in ON_MATTER:
        return pairs
    parties = next((found for found in _parties(candidate, linker) if len(found) > 1), set())
    talking = _talking(candidate, linker) if parties else set()
    return pairs if not talking or talking & parties else ()


def _parties(candidate: Proposition, linker: Linker) -> Iterator[set[Entity]]:
    """Give between whom each matter of the talks is."""
    matters = _PREPOSITIONS if candidate.kind is Kind.NOUN else (*_PREPOSITIONS, "object")
    for matter in matters:
        for parted in _PARTED:
            yield {link.entity for link in link_paths(candidate, f"{matter}.{parted}", "agent", linker)}


def _talking(candidate: Proposition, linker: Linker) -> set[Entity]:
    """Give who talks; who hosts talks of others does not."""
    if candidate.kind is Kind.VERB:
        paths = ["subject", "with"]
    elif verb_lemma(candidate.trigger.head) in load_cues().support_hosting:
        paths = ["with"]
    else:
        paths = ["support", "possessor", "with"]
    return {link.entity for path in paths for link in link_paths(candidate, path, "agent", linker)}
