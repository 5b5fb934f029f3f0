"""Evaluation as a data scientist has it: rows in, frames and labels out, the figures those of scikit-learn."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import classification_report, confusion_matrix

import kgraph
from kgraph.evaluation import Comparison, Names, compare, read_gold, read_predictions
from kgraph.evaluation.compare import NO_RELATION
from kgraph.model import Document

Rows = list[dict[str, Any]]

TEXTS: Rows = [
    {
        "id": "1",
        "date": datetime.date(2001, 5, 6),
        "text": "Argentina has claimed the Falkland Islands since last year. Britain governs them.",
        "assertions": [
            {"s": "Argentina", "p": "claims", "o": "Falkland Islands", "time": "2000/"},
            {"s": "United Kingdom", "p": "administers", "o": "Falkland Islands"},
        ],
    },
    {
        "id": "2",
        "text": "To Tokyo, Iturup was never anything but home.",
        "assertions": [{"s": "Japan", "p": "claims", "o": "Iturup", "polarity": "positive"}],
    },
]


def row(doc: str, subject: str, predicate: str, object_: str, **more: object) -> dict[str, object]:
    return {"doc": doc, "subject": subject, "predicate": predicate, "object": object_, **more}


def judged(gold: Rows, found: Rows) -> Comparison:
    return compare(read_gold(gold), read_predictions(found), Names())


@pytest.mark.model
def test_rows_are_read_and_judged_as_the_lines_of_a_file_are(extractor: kgraph.Extractor) -> None:
    comparison = kgraph.evaluate(iter(TEXTS), extractor=extractor)
    assert (comparison.core.wanted, comparison.core.extracted) == (3, comparison.core.hits)
    (claim,) = (each for each in comparison.hits if each.predicate == "claims")
    assert claim.qualifiers["time"] == "2000/"  # by the row's date
    assert [str(each) for each in comparison.missed] == ["Japan | claims | Iturup"]


@pytest.mark.model
def test_predictions_may_be_readings_records_or_the_rows_of_a_frame(extractor: kgraph.Extractor) -> None:
    documents = [Document(id=each["id"], text=each["text"]) for each in TEXTS]
    readings = list(extractor.read(documents))
    frame = kgraph.Graph.of(readings).to_pandas()
    records = frame.to_dict("records")
    by_readings, by_frame = (kgraph.evaluate(TEXTS, predictions=given) for given in (readings, records))
    assert by_readings.core == by_frame.core == by_readings.qualified == by_frame.qualified
    assert by_readings.core.hits == 2
    table = by_readings.to_pandas("assertions")
    assert "active verb" in set(table["construction"])


def test_a_wrong_row_is_named_by_its_number() -> None:
    with pytest.raises(kgraph.KgraphError, match="row 2: no gold text"):
        kgraph.evaluate([TEXTS[0], {"id": "3"}], predictions=[])
    half = {"id": "3", "text": "Japan claims Kunashir.", "assertions": [{"s": "Japan"}]}
    with pytest.raises(kgraph.KgraphError, match=r"\('p'\).* each assertion s, p, o"):
        kgraph.evaluate([half], predictions=[])


def test_the_table_of_predicates_is_a_frame_of_figures() -> None:
    found = [
        row("1", "Argentina", "claims", "Falkland Islands"),
        row("1", "Chile", "claims", "Picton Island"),
    ]
    for table in (frame := judged(TEXTS, found).to_pandas()).to_dict("list"), judged(TEXTS, found).columns():
        assert table["predicate"] == ["claims", "administers"]
        assert table["precision"] == [0.5, 0.0]
        assert table["recall"] == [0.5, 0.0]
        assert table["wanted"] == [2, 1]
    assert str(frame["hits"].dtype) == "Int64"
    assert str(frame["f1"].dtype) == "Float64"


def test_a_prompt_shows_the_sums() -> None:
    found = [row("1", "Argentina", "claims", "Falkland Islands", polarity="negative")]
    core, qualified = "P 1.000 R 0.333 F1 0.500", "P 0.000 R 0.000 F1 0.000"
    assert repr(judged(TEXTS, found)) == f"<Comparison: core {core}, qualified {qualified}>"


def test_the_table_of_assertions_has_each_once_with_its_outcome() -> None:
    found = [
        row("1", "Argentina", "claims", "Falkland Islands", confidence=0.9),
        row("2", "Japan", "partOf", "Iturup"),
    ]
    frame = judged(TEXTS, found).to_polars("assertions")
    assert frame["outcome"].to_list() == ["hit", "missed", "missed", "extra"]
    assert frame["confidence"].to_list() == [0.9, None, None, None]
    assert frame["predicate"].to_list() == ["claims", "administers", "claims", "partOf"]
    assert judged(TEXTS, []).to_polars("assertions").height == 3


@pytest.mark.parametrize("table", ["predicates", "constructions", "qualifiers", "assertions"])
def test_every_table_of_nothing_keeps_its_columns(table: str) -> None:
    nothing, something = judged([], []), judged(TEXTS, [row("1", "Argentina", "claims", "Falkland Islands")])
    assert list(nothing.columns(table)) == list(something.columns(table)) != []
    assert dict(something.to_pandas(table).dtypes) == dict(nothing.to_pandas(table).dtypes)


def test_an_unknown_table_says_which_there_are() -> None:
    with pytest.raises(ValueError, match="no table 'errors'; there are predicates, constructions"):
        judged([], []).columns("errors")


def test_a_relation_read_as_another_between_the_same_two_is_confused_with_it() -> None:
    found = [
        row("2", "Japan", "partOf", "Iturup"),
        row("1", "Falkland Islands", "disputesWith", "United Kingdom"),
    ]
    truth, predicted = judged(TEXTS, found).labels()
    labels = ["administers", "claims", "disputesWith", "partOf", NO_RELATION]
    matrix = confusion_matrix(truth, predicted, labels=labels)
    assert matrix[1][3] == 1  # claims read as partOf
    assert matrix[0][2] == 1  # whichever way round
    assert matrix[1][4] == 1  # the claim of Argentina is not there
    assert matrix.sum() == 3


def test_in_another_text_it_is_missed_there_and_too_much_here() -> None:
    truth, predicted = judged(TEXTS, [row("1", "Japan", "partOf", "Iturup")]).labels()
    assert sorted(zip(truth, predicted, strict=True)) == [
        (NO_RELATION, "partOf"),
        ("administers", NO_RELATION),
        ("claims", NO_RELATION),
        ("claims", NO_RELATION),
    ]


ASSERTIONS = st.lists(
    st.tuples(
        st.sampled_from("12"), st.sampled_from("AB"), st.sampled_from(["claims", "contests", "metWith"])
    ),
    max_size=6,
)


def figures(report: dict[str, dict[str, float]], key: str) -> list[float]:
    return [report[key][name] for name in ("precision", "recall", "f1-score")]


@settings(max_examples=40)
@given(ASSERTIONS, ASSERTIONS)
def test_figures_of_scikit_learn_are_ours(
    wanted: list[tuple[str, str, str]], found: list[tuple[str, str, str]]
) -> None:
    gold = [
        {"id": doc, "text": "", "assertions": [{"s": s, "p": p, "o": "C"} for d, s, p in wanted if d == doc]}
        for doc in "12"
    ]
    comparison = judged(gold, [row(d, s, p, "C") for d, s, p in found])
    truth, predicted = comparison.labels()
    names = list(comparison.predicates)
    if not names:
        assert (truth, predicted) == ([], [])
        return
    report = classification_report(truth, predicted, labels=names, output_dict=True, zero_division=0)
    for name, tally in comparison.predicates.items():
        assert figures(report, name) == pytest.approx([tally.precision, tally.recall, tally.f1])
        assert report[name]["support"] == tally.wanted
    core = comparison.core
    whole = "micro avg" if "micro avg" in report else "accuracy"
    if whole == "micro avg":
        assert figures(report, whole) == pytest.approx([core.precision, core.recall, core.f1])
    else:  # every label is a predicate: nothing was missed or too much but for confusions
        assert report[whole] == pytest.approx(core.f1)


@pytest.mark.parametrize("make", [lambda c: c.to_pandas(), lambda c: c.to_polars()])
def test_frames_are_made_of_the_columns(make: Callable[[Comparison], Any]) -> None:
    comparison = judged(TEXTS, [])
    assert list(make(comparison).columns) == list(comparison.columns())
