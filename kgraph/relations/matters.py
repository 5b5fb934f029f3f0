"""What a relation is about: where the paths of its wording lead, or the land that is told of beside them."""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.linking import Linked, Linker
from kgraph.model import Entity, Span
from kgraph.propositions import Kind, Proposition
from kgraph.relations.paths import alternatives, has_word, link_paths
from kgraph.relations.traits import DECIDED, OVER_LAND, TWO_SIDED
from kgraph.relations.wording import Wording
from kgraph.tokens import Token

__all__ = ["ABOUT", "find_matter", "land_at_issue"]

# What a wording is about is the land at issue, of both parties or its subject's.
ABOUT = frozenset({"about", "own"})
_INSIDE = frozenset({"at", "in"})
_FOUGHT = frozenset({"fight", "wage"})  # "two wars were *fought* over X"


def find_matter(
    wording: Wording,
    candidate: Proposition,
    linker: Linker,
    outside: Span | None,
    parties: Collection[Entity],
) -> Entity | None:
    """Give what a relation is about, as its sentence tells it; the words end before `outside`."""
    dealt_with = "dealt_with" if wording.predicate in OVER_LAND else ""
    paths = "|".join(filter(None, (wording.about, dealt_with)))
    own = linker.land_of(candidate.trigger) if paths else None
    matters = (
        (
            linker.matter([t for t in tokens if not _is_venue(t, candidate, linker)], outside, parties)
            for tokens in alternatives(candidate, paths)
            # "the *Kashmir* peace process" is on Kashmir, and no process on itself
            if own is None or any(token.i > candidate.trigger.i for token in tokens)
        )
        if paths
        else ()
    )
    found = next((matter for matter in matters if matter is not None and matter not in parties), None)
    if found is None and wording.about:
        found = own
    if found is None and wording.predicate in TWO_SIDED:
        found = _fought_over(candidate, linker)
    if found is None and wording.predicate in DECIDED:
        found = linker.land_before(candidate.trigger, parties)
    return found if found not in parties else None


def _is_venue(place: Token, candidate: Proposition, linker: Linker) -> bool:
    """Tell whether a place says where something is done about a dispute: "brought it before a court *at Geneva*".

    No land that is known is one: "a dispute persists *in Abyei*".
    """
    is_inside = place.dep_ == "pobj" and place.head.lower_ in _INSIDE
    if candidate.kind is not Kind.NOUN or not is_inside or place.pos_ != "PROPN":
        return False
    is_apart = candidate.trigger not in {place.head.head, place.head.head.head}
    return is_apart and not any(link.entity.known for link in linker.places(place))


def _fought_over(candidate: Proposition, linker: Linker) -> Entity | None:
    """Give the land that is fought over, whatever else the words say: "signed a truce to end the war *over Badme*"."""
    trigger = candidate.trigger
    fights = load_cues().presupposed_warfare if candidate.kind is Kind.NOUN else _FOUGHT
    if fights.isdisjoint({trigger.lemma_.lower(), trigger.lower_}):
        return None
    is_fought = has_word(candidate, "governor", _FOUGHT)
    lands = link_paths(candidate, "over|governor.over" if is_fought else "over", "place", linker)
    return lands[0].entity if len(lands) == 1 else None


def land_at_issue(
    wording: Wording, candidate: Proposition, pairs: Sequence[tuple[Linked, Linked]], linker: Linker
) -> Entity | None:
    """Give the land told of last that both parties claim, or its subject, where a wording is about that one."""
    if wording.at_issue not in ABOUT:
        return None
    parties = {subject.entity for subject, _ in pairs}
    if wording.at_issue == "about":
        parties |= {object_.entity for _, object_ in pairs}
    land = linker.land_at_issue(candidate.trigger, parties)
    return land.entity if land is not None else None
