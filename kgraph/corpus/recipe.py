"""How to make an extractor, in any process: what the user chose, without the language model.

Its fingerprint says what the extractor would be, without loading spaCy: a run that finds all its parts there takes no
model.
"""

import hashlib
import importlib.metadata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from kgraph import __version__
from kgraph.decisions import Decision, read_decisions
from kgraph.files import StrPath, names_of
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.lean_imports import import_spacy
from kgraph.models import model_version
from kgraph.proposals import Proposals, read_proposals
from kgraph.resources import ONTOLOGIES, PACKAGE

if TYPE_CHECKING:
    from kgraph.extraction import Extractor
    from kgraph.own import Own

__all__ = ["Recipe", "Settings", "code_digest", "versions"]

_LIBRARIES = ("spacy", "thinc", "trafilatura", "numpy", "rensa")  # that decide on what a text gives
_CODE = (".py", ".tsv", ".toml", ".ttl", ".json")


class Settings(TypedDict, total=False):
    """What decides on how articles are read, by the names that `Recipe.of` and `kgraph.build` take them by."""

    gazetteer: Gazetteer | StrPath | None
    model: str | None
    wordings: StrPath | Iterable[StrPath]
    min_confidence: float
    links: StrPath | None
    proposals: StrPath | None


@dataclass(frozen=True)
class Recipe:
    """The settings of an extractor; it goes to other processes as it is.

    Attributes:
        gazetteer: the things known by name; None for the built-in ones.
        model: an installed spaCy model; None for the default one.
        own: the user's wordings and predicates, if there are any.
        min_confidence: what is less probably right is left out.
        decisions: on who is who.
        proposals: what another extractor proposes.
    """

    gazetteer: Gazetteer | None = None
    model: str | None = None
    own: "Own | None" = None
    min_confidence: float = 0.0
    decisions: tuple[Decision, ...] = ()
    proposals: Proposals = field(default_factory=Proposals)

    @classmethod
    def of(
        cls,
        gazetteer: Gazetteer | StrPath | None = None,
        model: str | None = None,
        wordings: StrPath | Iterable[StrPath] = (),
        min_confidence: float = 0.0,
        links: StrPath | None = None,
        proposals: StrPath | None = None,
    ) -> "Recipe":
        """Read the files that the user names: a gazetteer may be a table of the user's own.

        Raises:
            DataError: an own table, wording or decision is wrong.
            ReadError: the file of proposals cannot be read.
        """
        known = None if gazetteer is None else Gazetteer.of(gazetteer)
        decisions = tuple(read_decisions(Path(links))) if links else ()
        proposed = read_proposals(Path(proposals)) if proposals else Proposals()
        own = _read_own(names_of(wordings))
        return cls(known, model, own, min_confidence, decisions, proposed)

    def make(self) -> "Extractor":
        """Make the extractor: loads the language model, over a second.

        Raises:
            ModelMissingError: the model is not installed.
            DataError: an example of an own wording does not hold; two decisions exclude each other.
        """
        import_spacy()
        from kgraph.extraction import Extractor

        return Extractor(
            gazetteer=self.gazetteer,
            model=self.model,
            own=self.own,
            min_confidence=self.min_confidence,
            decisions=self.decisions,
            proposals=self.proposals,
        )

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all that decides on what a document gives: code, data, libraries, model, settings."""
        known = self.gazetteer.fingerprint if self.gazetteer is not None else None
        own = (self.own.wordings, self.own.predicates) if self.own else None
        settings = (known, own, sorted(self.decisions), self.min_confidence, self.proposals.fingerprint)
        return fingerprint(versions(self.model), *settings)


def versions(model: str | None) -> dict[str, str]:
    """Tell, by name, the versions of all that decides on what a document gives beside the settings.

    Args:
        model: as `Recipe` has it.
    """
    libraries = {name: importlib.metadata.version(name) for name in _LIBRARIES}
    code = f"{__version__}, code {code_digest()[:12]}"
    return {"kgraph": code, "model": model_version(model), **libraries}


def _read_own(paths: tuple[str, ...]) -> "Own | None":
    if not paths:
        return None
    from kgraph.own import load_own  # with spaCy, over a second

    return load_own(paths)


@cache
def code_digest() -> str:
    """Digest kgraph's own code and data, file by file: a version alone would not tell a change of either.

    All files count, be they the page's: which of them a reading rests on would be one more thing to keep right.
    """
    digest = hashlib.sha256()
    for folder in (PACKAGE, ONTOLOGIES):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _CODE):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(folder).as_posix()}\t{content}\n".encode())
    return digest.hexdigest()
