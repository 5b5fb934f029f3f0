"""What kgraph reads in a plain sentence it reads in other constructions too."""

import zlib
from collections.abc import Mapping

import pytest
from varied import Form, Kept, keep, load_forms

from kgraph.extraction import Extractor
from kgraph.relations import package_wordings

FORMS = load_forms()
# One in so many of the wordings' examples is tried, each in one in two of the constructions: all together they take a
# minute and a half. `benchmarks/constructions.py` tries all.
ONE_IN, ONE_FORM_IN = 8, 2


@pytest.fixture(scope="module")
def kept(extractor: Extractor) -> Mapping[str, Kept]:
    """Read a sample of the examples in all forms; the same sample whatever else is added."""
    texts = [wording.example for wording in package_wordings()]
    sample = [text for text in texts if zlib.crc32(text.encode()) % ONE_IN == 0]
    return keep(extractor, extractor.nlp, sample, FORMS, _is_tried)


def _is_tried(form: Form, text: str) -> bool:
    return zlib.crc32(f"{form.name} {text}".encode()) % ONE_FORM_IN == 0


@pytest.mark.model
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_what_is_read_of_a_sentence_is_read_in_another_form(form: Form, kept: Mapping[str, Kept]) -> None:
    found = kept[form.name]
    assert found.share >= form.kept, "\n".join(f"{text} -> {' | '.join(told)}" for text, told in found.lost)
