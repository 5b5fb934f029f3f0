"""A wording: one way to express a predicate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgraph.model import Modality, Polarity
from kgraph.propositions import Kind

__all__ = ["TYPES", "Wording"]

# What an argument can be asked to link to.
TYPES = frozenset(
    {
        "agent",
        "any",
        "body",
        "community",
        "contested",
        "country",
        "demonym",
        "group",
        "holder",
        "home",
        "landholder",
        "human",
        "instrument",
        "name",
        "named",
        "parted",
        "parties",
        "person",
        "place",
        "polity",
        "power",
        "state",
        "territory",
        "told",
        "treaty",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to express a predicate; the fields are those of `data/wordings/`, whose README explains them."""

    id: str
    predicate: str
    trigger: tuple[str, ...]
    kind: Kind
    subject: str = ""
    object: str = ""
    about: str = ""
    pair: str = ""
    subject_type: str = "agent"
    object_type: str = "place"
    about_type: str = ""
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    excludes: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    whose: str = ""
    context: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    said: Polarity | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    attribution: str = ""
    elliptical: str = ""
    at_issue: str = ""
    only_two: bool = False
    rivals: bool = False
    confidence: float = 0.8
    example: str
    gives: tuple[str, ...] = ()
    miss: str = ""

    @property
    def is_own_word(self) -> bool:
        """Whether its subject is who says so: who says that a land is his own claims it, and is not quoted."""
        return self.subject == "reporter"

    @property
    def is_object_at_issue(self) -> bool:
        """Whether the text before tells its object where its own sentence does not."""
        return self.at_issue in {"object", "presence"}
