"""What a word is by itself: with what a hyphen joins to it, and of which kind."""

from kgraph.cues import load_cues
from kgraph.tokens import Token

__all__ = ["hyphenated_modifier", "is_court", "is_verb", "joined_lemma"]

_JOINED = frozenset({"break", "build", "cease", "face", "fire", "hand", "pull", "stand"})


def joined_lemma(token: Token) -> str:
    """Give the lemma in lower case, with what a hyphen joins to it: "cease-fire", "build-up"."""
    lemma = token.lemma_.lower()
    if token.i >= 2 and token.nbor(-1).text in {"-", "‑"} and token.nbor(-2).lower_ in _JOINED:
        return f"{token.nbor(-2).lower_}-{lemma}"
    return lemma


def hyphenated_modifier(participle: Token) -> Token | None:
    """Give "Russian" of "Russian-held", None where the participle has no such part."""
    if participle.i < 2 or participle.nbor(-1).text not in {"-", "–", "‑"}:
        return None
    before = participle.nbor(-2)
    return before if before.pos_ in {"PROPN", "ADJ", "NOUN"} or before.is_title else None


def is_verb(token: Token) -> bool:
    """Tell whether the token is tagged as a verb, full or auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def is_court(token: Token) -> bool:
    """Tell whether a word, or a name that is one word with others, is that of who judges the matters of others."""
    return not load_cues().bodies_nouns.isdisjoint(token.lower_.split())
