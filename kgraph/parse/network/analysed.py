"""What the language model says of a word."""

from dataclasses import dataclass

__all__ = ["HEADS_WRAP", "Analysed"]

# spaCy tells heads by how far away they are; before a word that is negative, written without a sign.
HEADS_WRAP = 1 << 64


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
