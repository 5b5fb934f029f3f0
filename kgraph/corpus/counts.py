"""What readings hold, counted; the counts of several parts add up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kgraph.model import Reading

__all__ = ["Counts"]


@dataclass(slots=True)
class Counts:
    """Documents read, their sentences, and the assertions in them, each counted once a document."""

    read: int = 0
    sentences: int = 0
    sentences_with_assertion: int = 0
    documents_with_assertion: int = 0
    attributed: int = 0
    evidence: int = 0  # places that say it
    unread: Counter[str] = field(default_factory=Counter)  # sentences, by reason
    predicates: Counter[str] = field(default_factory=Counter)
    polarities: Counter[str] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)

    def add(self, reading: Reading) -> None:
        """Count what one document gave."""
        self.read += 1
        self.sentences += reading.sentences
        self.sentences_with_assertion += reading.sentences_with_assertion
        self.documents_with_assertion += bool(reading.assertions)
        self.unread.update({reason.value: count for reason, count in reading.unread})
        for assertion in reading.assertions:
            self.predicates[assertion.predicate] += 1
            self.polarities[assertion.polarity.value] += 1
            self.modalities[assertion.modality.value] += 1
            self.attributed += assertion.attribution is not None
            self.evidence += len(assertion.evidence)

    def __iadd__(self, other: "Counts") -> "Counts":
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        return self

    def as_json(self) -> dict[str, Any]:
        """Give the counts as JSON has them, sorted."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            name: dict(sorted(value.items())) if isinstance(value, Counter) else value
            for name, value in values.items()
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Counts":
        """Read what `as_json` gave; raise TypeError for other fields."""
        values: dict[str, Any] = {
            name: Counter(value) if isinstance(value, dict) else value for name, value in told.items()
        }
        return cls(**values)
