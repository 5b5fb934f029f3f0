"""A text explained step by step: what was read, what it gives, and what was missing where it gives nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import ModelMissingError
from kgraph.extraction import Extractor
from kgraph.trace import explain_text

pytestmark = pytest.mark.model
Explain = Callable[..., str]


@pytest.fixture
def explain(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Explain:
    """Give the explainer with the one extractor of the tests: its own takes over a second each time."""
    monkeypatch.setattr("kgraph.trace.Extractor", lambda **_: extractor)
    return explain_text


def line(text: str, name: str) -> str:
    """Give the rest of the first line that begins with this word."""
    return next(row.split(maxsplit=1)[1] for row in text.splitlines() if row.split()[:1] == [name])


def test_missing_model_is_an_error_of_the_user() -> None:
    with pytest.raises(ModelMissingError):
        explain_text("Japan claims Kunashir.", model="xx_no_model")


def test_every_step_of_a_sentence_is_told(explain: Explain) -> None:
    told = explain("Japan claims Kunashir.")
    assert told.splitlines()[0] == "Japan claims Kunashir."
    assert line(told, "parse").startswith("Japan/nsubj claims/ROOT Kunashir/dobj")
    assert line(told, "names") == "Japan = Japan (name), Kunashir = Kunashir (name)"
    assert line(told, "proposition").startswith(
        "claim (verb) [subject: Japan; object: Kunashir] positive, actual"
    )
    assert "claim-verb" in line(told, "proposition")
    assert line(told, "assertion").startswith(
        "Japan claims Kunashir, positive, actual (rule claim-verb, confidence 0."
    )


def test_qualifiers_are_told_with_the_words_that_decided(explain: Explain) -> None:
    told = explain("Moscow said that Japan never claimed Kunashir in 1990.")
    assert "negative, actual by never, said" in line(told, "proposition")
    assert "negative, actual, in the words of Russia, time 1990" in line(told, "assertion")


def test_what_a_relation_is_about_is_told(explain: Explain) -> None:
    told = explain("Japan and Russia disagree over Kunashir.")
    assert "Japan disputesWith Russia, about Kunashir" in line(told, "assertion")


def test_person_is_told_with_office_and_state(explain: Explain) -> None:
    told = explain("Russian Foreign Minister Sergei Lavrov claimed Kunashir.")
    assert "Sergei Lavrov (Foreign Minister, Russia)" in line(told, "names")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("It rained.", "no state, territory or body is named that the gazetteer knows"),
        ("It rained in Japan.", "no verb or noun of it is one that a wording looks for"),
        ("They claimed Kunashir.", "a wording looks for 'claim', but nobody is named who could act"),
        (
            "Japan claimed damages.",
            "a wording looks for 'claim', but one of its arguments is missing or of another kind",
        ),
    ],
)
def test_what_was_missing_is_said(explain: Explain, text: str, missing: str) -> None:
    told = explain(text)
    assert line(told, "nothing") == missing
    assert "assertion " not in told


def test_each_sentence_is_told_apart(explain: Explain) -> None:
    told = explain("Japan claims Kunashir.\n\nIt rained.")
    claim, rain = told.split("\n\n")
    assert "  assertion " in claim
    assert "  assertion " not in rain
    assert "  nothing " in rain


def test_text_without_a_sentence_tells_nothing(explain: Explain) -> None:
    assert explain("").strip() == ""
    assert explain(" \n \n").strip() == ""


def test_explanation_names_no_file(explain: Explain) -> None:
    assert str(Path.cwd()) not in explain("Japan claims Kunashir.")
