"""What the confidence of a reading means, and what holds of it whatever the weights."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import DataError
from kgraph.evaluation import PREDICATES
from kgraph.extraction import Extractor
from kgraph.extraction.confidence import LEAST, MOST, Model, load_model, rate
from kgraph.extraction.signs import ROUGH
from kgraph.model import Construction, Document
from kgraph.parse import parse_documents

NAMES = sorted(load_model().weights)
signs = st.dictionaries(st.sampled_from(NAMES), st.floats(-50, 50))


@given(signs)
def test_it_lies_between_nought_and_one_and_is_never_certain(found: dict[str, float]) -> None:
    assert 0 < LEAST <= load_model().probability(found) <= MOST < 1


@given(signs, st.floats(-5, 5), st.floats(0, 5))
def test_it_never_falls_where_the_rough_confidence_rises(
    found: dict[str, float], rough: float, more: float
) -> None:
    model = load_model()
    assert model.probability({**found, ROUGH: rough}) <= model.probability({**found, ROUGH: rough + more})


def test_an_unknown_sign_weighs_nothing() -> None:
    assert load_model().probability({"unheard of": 9.0}) == load_model().probability({})


@pytest.mark.parametrize("change", [{"slope": 0.0}, {"slope": -1.0}, {"weights": {ROUGH: -0.1}}])
def test_a_model_that_turns_the_rough_confidence_round_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(DataError, match="slope"):
        Model(**{"weights": {ROUGH: 1.0}, **change})  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["[", "", "shift = 0\nslope = 1", "shift = 0\nslope = 1\nweights = 3"])
def test_a_broken_file_is_one_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"weights\.toml"):
        load_model(path)


def test_weights_of_predicates_and_constructions_name_known_ones() -> None:
    named = {tuple(name.split(" ", 1)) for name in NAMES if name.startswith(("predicate ", "construction "))}
    known = {("predicate", name) for name in PREDICATES} | {("construction", c.value) for c in Construction}
    assert named <= known


@pytest.mark.model
@pytest.mark.parametrize("rough", [0.0, 1.0])
def test_a_wording_that_calls_itself_certain_is_still_rated(extractor: Extractor, rough: float) -> None:
    (document, parts) = next(
        parse_documents([Document(id="any", text=SURE)], extractor.nlp, extractor.find_names)
    )
    assert document.text == SURE
    relations = [replace(each, confidence=rough) for each in extractor.relations(parts[0])]
    assert all(LEAST <= each.confidence <= MOST for each in rate(relations))


SURE = "Japan claims Kunashir."


@pytest.mark.model
def test_a_copy_of_the_text_does_not_raise_it(extractor: Extractor) -> None:
    def confidence_of(text: str) -> float:
        (reading,) = extractor.read([Document(id="any", text=text)])
        return reading.assertions[0].confidence

    assert confidence_of(SURE) == confidence_of(f"{SURE}\n{SURE}\n{SURE}")


@pytest.mark.model
def test_what_is_less_sure_than_asked_for_is_left_out(extractor: Extractor) -> None:
    strict = Extractor(gazetteer=extractor.gazetteer, min_confidence=1.0)
    (reading,) = strict.read([Document(id="any", text=SURE)])
    assert (reading.assertions, reading.sentences_with_assertion) == ((), 0)
