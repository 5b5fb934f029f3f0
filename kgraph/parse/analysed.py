"""What the language model says of a word."""

from dataclasses import dataclass

__all__ = ["Analysed"]


@dataclass(slots=True)
class Analysed:
    """A word as the model reads it; `head` is the place of the word that it hangs on, its own for a root."""

    text: str
    head: int
    label: str
    tag: str
    part_of_speech: str
    morph: str
    lemma: str
    starts: bool  # a sentence
