"""For whoever asks why nothing was read: a wording tried, condition by condition."""

from dataclasses import dataclass

from kgraph.linking import Linked, Linker
from kgraph.propositions import Proposition
from kgraph.relations.conditions import fits_text
from kgraph.relations.pairs import find_pairs
from kgraph.relations.paths import alternatives, has_word, is_ruled_out, is_word, link_paths
from kgraph.relations.wording import Wording
from kgraph.tokens import Token

__all__ = ["Attempt"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A wording tried on a proposition: what each of its conditions finds."""

    wording: Wording
    candidate: Proposition
    linker: Linker

    @property
    def fits_text(self) -> bool:
        """Tell whether the text is about what the wording means."""
        return fits_text(self.wording, self.candidate.trigger)

    @property
    def has_pairs(self) -> bool:
        """Tell whether there are a subject and an object."""
        return bool(find_pairs(self.wording, self.candidate, self.linker)[0])

    def words(self, paths: str) -> tuple[Token, ...]:
        """Give the heads that the paths lead to."""
        return tuple(dict.fromkeys(t for tokens in alternatives(self.candidate, paths) for t in tokens))

    def linked(self, paths: str, type_: str) -> tuple[Linked, ...]:
        """Give what these link to."""
        return link_paths(self.candidate, paths, type_, self.linker)

    def has_word(self, path: str, words: frozenset[str]) -> bool:
        """Tell whether one of the words heads the argument."""
        return has_word(self.candidate, path, words)

    def is_ruled_out(self, token: Token, words: frozenset[str]) -> bool:
        """Tell whether a token is one of the words that exclude a wording."""
        return is_ruled_out(token, words)

    def is_word(self, token: Token, words: frozenset[str]) -> bool:
        """Tell whether the token is one of the words."""
        return is_word(token, words)
