"""Lemmas that a model's rules get wrong, put right: "waged" is a form of "wage", and not of "wag"."""

import tomllib
from typing import TYPE_CHECKING

from spacy.pipeline import Lemmatizer

from kgraph.resources import DATA

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["correct_lemmas"]


def correct_lemmas(nlp: "Language") -> None:
    """Let a pipeline that looks lemmas up forget the rare ones of `data/lemmas.toml`, and learn its forms."""
    data = tomllib.loads((DATA / "lemmas.toml").read_text(encoding="utf-8"))
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            index, exceptions = (pipe.lookups.get_table(f"lemma_{name}") for name in ("index", "exc"))
            for part_of_speech, rare in data["rare"].items():
                index[part_of_speech] = dict.fromkeys(w for w in index[part_of_speech] if w not in rare)
            for part_of_speech, forms in data["forms"].items():
                told = {form: [lemma] for form, lemma in forms.items()}
                exceptions[part_of_speech] = {**exceptions[part_of_speech], **told}
