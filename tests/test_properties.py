"""What holds for any input: nothing breaks, every quotation is a slice, and the same text gives the same reading."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.assemble import assemble
from kgraph.extraction import Extractor
from kgraph.model import Document, Reading, Span, assertion_key

pytestmark = pytest.mark.model

# Words that make relations likely, and characters that make trouble.
SAYING = [
    "claims",
    "claimed by",
    "administers",
    "occupied",
    "signed",
    "dispute",
    "talks with",
    "said",
    "never",
    "may",
]
NAMED = [
    "Japan",
    "Russia",
    "Kunashir",
    "the Kuril Islands",
    "Tokyo",
    "Lavrov",
    "the 1956 declaration",
    "U.S.",
    "1",
]
BETWEEN = [
    "both countries",
    "its",
    "the islands",
    "it",
    "that",
    "over",
    "and",
    "which",
    "of",
    "in 1945",
    "-",
    "’s",
]
ODD = ["(", ")", ",", ".", "“", "”", '"', "\n\n", "\n", "\t", "\u202e", "\u200b", "\x00", "\ufeff", "e\u0301"]
ODD += ["é", "القدس", "🏝", "</script>"]
WORDS = [*SAYING, *NAMED, *BETWEEN, *ODD]
sentences = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
examples = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def read(extractor: Extractor, text: str, title: str | None = None) -> Reading:
    (reading,) = extractor.read([Document(id="any", text=text, title=title)])
    return reading


def parts_of(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Give each span of a subject, predicate or object with that of its sentence."""
    for assertion in reading.assertions:
        for e in assertion.evidence:
            for span in (e.subject_span, e.predicate_span, e.object_span):
                if span is not None:
                    yield span, e.span


def check(reading: Reading) -> None:
    """Check what must hold of every reading."""
    text = reading.document.text
    for assertion in reading.assertions:
        assert assertion.evidence
        assert assertion.subject.id != assertion.object.id
        for evidence in assertion.evidence:
            assert evidence.quotation == evidence.span.of(text)
            assert evidence.quotation == evidence.quotation.strip()
            assert 0 < evidence.confidence <= 1
    assert all(sentence.contains(span) for span, sentence in parts_of(reading))
    assert 0 <= reading.sentences_with_assertion <= reading.sentences
    keys = [assertion_key(assertion) for assertion in reading.assertions]
    assert len(keys) == len(set(keys))


@examples
@given(st.text(max_size=120), st.one_of(st.none(), st.text(max_size=20)))
def test_any_text_is_read(extractor: Extractor, text: str, title: str | None) -> None:
    check(read(extractor, text, title))


@examples
@given(sentences)
def test_any_jumble_of_telling_words_is_read(extractor: Extractor, text: str) -> None:
    check(read(extractor, text, "Kunashir"))


@examples
@given(sentences)
def test_same_text_gives_the_same_reading(extractor: Extractor, text: str) -> None:
    once, again = read(extractor, text), read(extractor, text)
    assert once == again
    assert [a.evidence for a in once.assertions] == [a.evidence for a in again.assertions]


@examples
@given(sentences)
def test_what_is_read_is_assembled(extractor: Extractor, text: str) -> None:
    found = read(extractor, text).assertions
    again = assemble(found)
    assert [(a, a.evidence) for a in again] == [(a, a.evidence) for a in found]


SAMPLE = (
    "Japan, Russia and China claim Kunashir, Iturup and the Spratly Islands. Lavrov said that both countries "
    "signed the 1956 declaration. Troops from Russia occupied the islands in 1945, which Tokyo never accepted."
)
# Written as UTF-8 bytes: the locale of the machine must not matter.
READ_SAMPLE = """
import sys
from kgraph.extraction import Extractor
from kgraph.model import Document
(reading,) = Extractor().read([Document(id="any", text=sys.argv[1])])
sys.stdout.buffer.write(repr([(a, a.evidence) for a in reading.assertions]).encode("utf-8"))
"""


def test_sample_says_something(extractor: Extractor) -> None:
    assert len(read(extractor, SAMPLE).assertions) >= 6


def test_reading_is_the_same_whatever_the_hash_seed(extractor: Extractor) -> None:
    here = repr([(a, a.evidence) for a in read(extractor, SAMPLE).assertions])
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", READ_SAMPLE, SAMPLE]
        there = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert there.stdout.decode("utf-8") == here


def test_long_text_is_read_in_parts_with_the_right_offsets(extractor: Extractor) -> None:
    """Three claims far apart in 300,000 characters; between them are blank lines, which are quick to parse."""
    filler = (" " * 99 + "\n") * 1499
    text = f"Japan claims Kunashir.\n{filler}\nSpain claims Gibraltar.\n{filler}\nMorocco claims Ceuta.\n"
    reading = read(extractor, text)
    check(reading)
    assert len(text) > 299_000
    assert [a.evidence[0].quotation for a in reading.assertions] == [
        "Japan claims Kunashir.",
        "Spain claims Gibraltar.",
        "Morocco claims Ceuta.",
    ]
    assert [a.evidence[0].span.start for a in reading.assertions] == [
        text.index("Japan"),
        text.index("Spain"),
        text.index("Morocco"),
    ]
