"""Hostile texts: nothing breaks, every sentence is accounted for, and twice the words take twice the time."""

import json
from collections.abc import Callable

import pytest
from timing import growths

from kgraph.extraction import Extractor
from kgraph.model import Document, Reading, Unread
from kgraph.parse import parse_documents
from kgraph.pipeline import Intake, report_on
from kgraph.text.bounds import MAX_SENTENCE_TOKENS

pytestmark = pytest.mark.model

NAMES = ("Japan", "Russia", "China", "India", "Vietnam", "Greece", "Chile")


def name(number: int) -> str:
    """Give a different made-up name for each number."""
    return "A" + "".join("bcdefghijk"[int(digit)] for digit in str(number)) + "o"


# Each makes a text of about so many words.
SHAPES: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: "the island claimed by Japan and " * (n // 6) + "Russia .",
    "chain of nouns": lambda n: "the claim of Japan to " * (n // 5) + "Kunashir .",
    "list of states": lambda n: (
        "Japan, " + ", ".join(NAMES[i % 7] for i in range(n // 2)) + " claim Kunashir."
    ),
    "list of persons": lambda n: ", ".join(f"President Ada {name(i)}" for i in range(n // 4)) + " met.",
    "persons of one name": lambda n: " ".join(f"Mr. {name(i)} Smith met Smith." for i in range(n // 6)),
    "titles": lambda n: "President " * n,
    "descriptions": lambda n: "The president of Japan said so. " * (n // 7),
    "honorifics": lambda n: "Mr. " * n,
    "nested": lambda n: "that it claims " * (n // 3),
    "speakers": lambda n: "” he said. “" * (n // 5),
    "pronouns": lambda n: "They claim it and " * (n // 4) + ".",
    "back references": lambda n: "Japan claims it. It rejects the island. " * (n // 9),
    "reported": lambda n: "Japan said that " * (n // 3) + "Russia claims Kunashir.",
    "open quotation marks": lambda n: "“Japan claims Kunashir " * (n // 4),
    "quotations": lambda n: "“Japan claims the island.” said he. " * (n // 8),
    "open brackets": lambda n: "(" * n + " Japan claims Kunashir.",
    "names in brackets": lambda n: "Japan (" * (n // 2),
    "commas": lambda n: "," * n,
    "capitals": lambda n: "JAPAN CLAIMS KUNASHIR. " * (n // 4),
    "list": lambda n: "- Japan claims Kunashir\n" * (n // 4),
    "table": lambda n: "Japan | Russia | Kunashir | 1956\n" * (n // 7),
    "dates": lambda n: "In 1945 Japan, on 3 May 1956, " * (n // 9) + "left.",
    "months": lambda n: "May " * n,
    "brackets": lambda n: "(a) " * n + "Japan claims Kunashir.",
    "numbers": lambda n: "1956 | 7 | 12\n" * (n // 5),
    "blanks": lambda n: " " * (6 * n) + "\n\nJapan claims Kunashir.",
    "no word": lambda n: "x" * (6 * n),
    "symbols": lambda n: "🇯🇵 ⚔ \u202e\u200b " * (n // 4),
    "unlike letters": lambda n: "日本は国後島を要求する。" * (n // 6),
}
shapes = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def read(extractor: Extractor, text: str) -> Reading:
    (reading,) = extractor.read([Document(id="hostile", text=text)])
    return reading


@shapes
def test_every_sentence_of_a_hostile_text_is_accounted_for(
    extractor: Extractor, shape: Callable[[int], str]
) -> None:
    reading = read(extractor, shape(600))
    rejected = sum(count for _, count in reading.unread)
    assert reading.sentences_without_finding >= 0
    assert (
        reading.sentences_with_assertion + reading.sentences_without_finding + rejected
        == reading.sentences
        > 0
    )
    said = {(e.span.start, e.span.end) for a in reading.assertions for e in a.evidence}
    assert (
        bool(said) <= reading.sentences_with_assertion <= len(said)
    )  # units count, each of one sentence or more


@shapes
def test_no_sentence_is_longer_than_the_bound(extractor: Extractor, shape: Callable[[int], str]) -> None:
    document = Document(id="hostile", text=shape(1500))
    ((_, parts),) = parse_documents([document], extractor.nlp, extractor.find_names)
    assert all(len(sentence) <= MAX_SENTENCE_TOKENS for part in parts for sentence in part.doc.sents)
    assert "".join(part.doc.text for part in parts) == document.text


MOST_GROWTH = 8  # for four times the words: a quadratic step makes it sixteen, noise hardly ever eight
GROWING = [
    "one sentence",
    "chain of nouns",
    "list of persons",
    "persons of one name",
    "titles",
    "descriptions",
]
GROWING += [
    "blanks",
    "months",
    "brackets",
    "back references",
    "quotations",
    "open brackets",
    "dates",
    "list of states",
]


@pytest.fixture(scope="module")
def growth() -> dict[str, float]:
    return growths({name: (SHAPES[name](500), SHAPES[name](2000)) for name in GROWING}, MOST_GROWTH)


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_words_take_about_four_times_as_long(growth: dict[str, float], name: str) -> None:
    assert growth[name] < MOST_GROWTH


def test_sentences_are_rejected_for_a_stated_reason(extractor: Extractor) -> None:
    text = "Japan claims Kunashir.\n*** 1956 ***\nLa Russie et le Japon ne sont pas d'accord sur les îles.\nRain fell."
    reading = read(extractor, text)
    assert reading.unread == ((Unread.NO_LETTERS, 1), (Unread.NOT_ENGLISH, 1))
    assert (reading.sentences, reading.sentences_with_assertion, reading.sentences_without_finding) == (
        4,
        1,
        1,
    )


def test_what_is_asserted_in_another_language_is_not_read(extractor: Extractor) -> None:
    reading = read(extractor, "Les îles que la Chine claims Taiwan et les Chinois ne sont pas dans le pays.")
    assert reading.assertions == ()


def test_a_long_list_is_read_to_its_end(extractor: Extractor) -> None:
    names = ", ".join(f"Ada {name(i)}" for i in range(2000))
    reading = read(extractor, f"{names} and others wrote the book; Japan claims Kunashir.")
    assert [(a.subject.label, a.predicate) for a in reading.assertions] == [("Japan", "claims")]


def test_report_of_hostile_texts_adds_up(extractor: Extractor) -> None:
    readings = [read(extractor, shape(150)) for shape in SHAPES.values()]
    report = report_on(Intake([]), readings)
    counts = json.loads(report.as_json())["sentences"]
    assert counts["with_assertions"] + counts["without_finding"] + counts["rejected"] == counts["found"] > 0
    assert sum(counts["rejected_by_reason"].values()) == counts["rejected"] > 0
    assert str(report.account).startswith(f"sentences: {counts['found']} found = ")
