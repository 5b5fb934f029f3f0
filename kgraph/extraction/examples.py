"""A wording's own sentences, tried: the example gives what it says, the near miss nothing."""

from typing import TYPE_CHECKING

from kgraph.errors import DataError
from kgraph.model import Document
from kgraph.relations import Wording
from kgraph.vocab import is_symmetric

if TYPE_CHECKING:
    from kgraph.extraction.extractor import Extractor

__all__ = ["check_wording"]


def check_wording(wording: Wording, extractor: "Extractor", file: str) -> None:
    """Try a wording's own sentences: the example gives what it says, the near miss nothing.

    Raises:
        DataError: one of them does not; one line that names the file and the wording.
    """
    found = _statements(extractor, wording.example)
    for line in wording.gives:
        if line not in found and _turned(line, extractor) not in found:
            gives = "; ".join(sorted(found)) or "nothing"
            raise DataError(f"{file}: {wording.id}: the example does not give {line!r}, but {gives}")
    wrong = [s for s in _statements(extractor, wording.miss) if s.split(" | ")[1] == wording.predicate]
    if wrong:
        raise DataError(f"{file}: {wording.id}: the near miss gives {wrong[0]!r}")


def _statements(extractor: "Extractor", text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="example", text=text)])
    return {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions}


def _turned(line: str, extractor: "Extractor") -> str:
    """Give a statement the other way round where its predicate has no direction."""
    subject, predicate, object_ = line.split(" | ")
    return f"{object_} | {predicate} | {subject}" if is_symmetric(predicate, extractor.predicates) else line
