"""The open layer: who does what to whom in every clause, verbal or nominal. It knows nothing of disputes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, joined_lemma
from kgraph.propositions.clauses import verb_arguments, verb_lemma
from kgraph.propositions.nominals import noun_arguments, support_verb

__all__ = ["Kind", "Proposition", "proposition"]


_POSSESSED = frozenset({"theirs", "ours", "own"})  # stand for a noun: "insists that the island is theirs"


class Kind(StrEnum):
    """What kind of word is the predicate."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A predicate and its arguments.

    `roles` gives the heads of each argument, coordination spread, left to right; the role names are those of
    `verb_arguments` and `noun_arguments`. `support` is the light verb that carries a noun.
    """

    trigger: Token
    lemma: str
    kind: Kind
    roles: Mapping[str, tuple[Token, ...]] = field(default_factory=dict)
    support: Token | None = None

    @property
    def is_headless(self) -> bool:
        """Tell whether a subject is missing that the page's title may give: "Claimed by Haiti", "Talks continue"."""
        clause = self.support or self.trigger
        return clause.dep_ == "ROOT" or clause.head.dep_ == "ROOT"


def proposition(token: Token) -> Proposition | None:
    """Read the proposition whose predicate is this token; None where it is neither verb nor noun."""
    if token.pos_ in {"VERB", "AUX"} or (token.tag_ in {"VBN", "VBG", "VBD"} and token.pos_ == "ADJ"):
        return Proposition(
            trigger=token, lemma=verb_lemma(token), kind=Kind.VERB, roles=verb_arguments(token)
        )
    if token.pos_ in {"NOUN", "PROPN"} or token.lower_ in _POSSESSED or _is_quantity(token):
        support = load_cues().support_verbs
        roles = noun_arguments(token, support)
        carrier = support_verb(token, support)
        return Proposition(
            trigger=token, lemma=joined_lemma(token), kind=Kind.NOUN, roles=roles, support=carrier
        )
    return None


def _is_quantity(token: Token) -> bool:
    """Tell whether a word stands for a part of what follows: "most of the boundary"."""
    following = first_child(token, "prep")
    return token.pos_ in {"ADJ", "DET", "PRON"} and following is not None and following.lower_ == "of"
