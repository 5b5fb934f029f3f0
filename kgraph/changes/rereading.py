"""The same words read otherwise: an evidence that is gone beside one that is new at the same place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Assertion, Evidence, Span, assertion_key

__all__ = ["Rereading", "Said", "find_rereadings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One place that says an assertion."""

    iri: str  # of the assertion
    assertion: Assertion
    evidence: Evidence

    @property
    def place(self) -> tuple[str, Span]:
        """Give the document and the sentence."""
        return self.evidence.document_id, self.evidence.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """A sentence that said one thing and is now read as another."""

    before: Said
    after: Said


def find_rereadings(gone: Iterable[Said], new: Iterable[Said]) -> tuple[Rereading, ...]:
    """Pair what is gone and what is new at the same place and alike; each is in one pair at most.

    Alike is what relates the same two things, or says the same of one of them. Of several the likest are paired first.
    """
    here: defaultdict[object, list[Said]] = defaultdict(list)
    for said in new:
        here[said.place].append(said)
    pairs = [(before, after) for before in gone for after in here[before.place] if _alike(before, after)]
    pairs.sort(key=lambda pair: (-_likeness(*pair), pair[0].iri, pair[1].iri))
    found, taken = [], set[Said]()
    for before, after in pairs:
        if before not in taken and after not in taken:
            taken |= {before, after}
            found.append(Rereading(before=before, after=after))
    return tuple(found)


def _alike(before: Said, after: Said) -> bool:
    one, other = before.assertion, after.assertion
    things = {one.subject.id, one.object.id} & {other.subject.id, other.object.id}
    return len(things) == 2 or (bool(things) and one.predicate == other.predicate)


def _likeness(before: Said, after: Said) -> int:
    fields = zip(assertion_key(before.assertion), assertion_key(after.assertion), strict=True)
    return sum(one == other for one, other in fields)
