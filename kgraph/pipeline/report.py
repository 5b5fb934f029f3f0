"""What a run read, left out and found, counted: every input and every sentence is in one of the counts."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgraph.corpus.counts import Counts
from kgraph.model import Reading
from kgraph.pipeline.intake import Intake
from kgraph.reading import Rejection

__all__ = ["Account", "Report", "report_on"]


@dataclass(slots=True)
class Account:
    """Accounts for every sentence found: with an assertion, without finding, or rejected and why."""

    found: int = 0
    with_assertion: int = 0
    unread: Counter[str] = field(default_factory=Counter)

    def add(self, reading: Reading) -> None:
        """Take in the sentences of one document."""
        self.found += reading.sentences
        self.with_assertion += reading.sentences_with_assertion
        self.unread.update(dict(reading.unread))

    @property
    def without_finding(self) -> int:
        """How many sentences were read and gave nothing."""
        return self.found - self.with_assertion - self.unread.total()

    def __str__(self) -> str:
        """Say it in one line."""
        reasons = ", ".join(f"{reason} {count}" for reason, count in _sorted(self.unread).items())
        return (
            f"sentences: {self.found} found = {self.with_assertion} with an assertion"
            f" + {self.without_finding} without finding + {self.unread.total()} rejected"
        ) + (f" ({reasons})" if reasons else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run read, left out, and found; `where` of a rejection is free of the machine's folders."""

    read: int
    rejected: int
    rejections: tuple[Rejection, ...]
    sentences: int
    sentences_with_assertion: int
    documents_with_assertion: int
    predicates: Counter[str]
    polarities: Counter[str]
    modalities: Counter[str]
    attributed: int
    unread: Counter[str] = field(default_factory=Counter)  # sentences that were not read, by reason
    evidence: int = 0  # places that say it: the lines of assertions.jsonl
    decisions: tuple[str, int] | None = None  # the file of decisions on who is who, and how many it holds

    @classmethod
    def of(cls, intake: Intake, counts: Counts, decisions: tuple[str, int] | None = None) -> "Report":
        """Report what came in and what its readings hold.

        Args:
            intake: read to its end.
            counts: of all readings.
            decisions: the file of decisions on who is who, and how many it holds.
        """
        return cls(
            read=intake.read,
            rejected=intake.rejected,
            rejections=tuple(intake.rejections),
            sentences=counts.sentences,
            sentences_with_assertion=counts.sentences_with_assertion,
            unread=counts.unread,
            documents_with_assertion=counts.documents_with_assertion,
            predicates=counts.predicates,
            polarities=counts.polarities,
            modalities=counts.modalities,
            attributed=counts.attributed,
            evidence=counts.evidence,
            decisions=decisions,
        )

    @property
    def assertions(self) -> int:
        """How many assertions the articles make, each counted once an article."""
        return self.predicates.total()

    @property
    def account(self) -> Account:
        """The account of the sentences."""
        return Account(self.sentences, self.sentences_with_assertion, self.unread)

    def as_json(self) -> str:
        """Write the report as JSON, the same for the same input on every machine."""
        return json.dumps(self._content(), indent=2, ensure_ascii=False) + "\n"

    def _content(self) -> dict[str, Any]:
        documents = {
            "found": self.read + self.rejected,
            "read": self.read,
            "rejected": self.rejected,
            "with_assertions": self.documents_with_assertion,
        }
        assertions = {
            "found": self.assertions,
            "by_predicate": _sorted(self.predicates),
            "by_polarity": _sorted(self.polarities),
            "by_modality": _sorted(self.modalities),
            "attributed": self.attributed,
            "evidence": self.evidence,
        }
        return {
            "documents": documents,
            "rejections": [_rejection(each) for each in self.rejections],
            "sentences": {
                "found": self.sentences,
                "with_assertions": self.sentences_with_assertion,
                "without_finding": self.account.without_finding,
                "rejected": self.unread.total(),
                "rejected_by_reason": _sorted(self.unread),
            },
            "assertions": assertions,
            "decisions": {"file": self.decisions[0], "held": self.decisions[1]} if self.decisions else None,
        }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    """List counts, the highest first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "where": Path(rejection.where).name,
        "line": rejection.line,
        "reason": rejection.reason,
        "inputs": rejection.count if rejection.fatal else 0,
    }


def report_on(intake: Intake, readings: Iterable[Reading]) -> Report:
    """Count what a run gave."""
    counts = Counts()
    for reading in readings:
        counts.add(reading)
    return Report.of(intake, counts)
