"""How the past tense tells who holds what: as a state, as an event."""

from collections.abc import Mapping

import pytest

from kgraph.disputes import SIDE_OF
from kgraph.extraction import Extractor
from kgraph.model import Document, Past

STATES = (
    "Armenian forces held Kalbajar.",
    "Spain ruled the Philippines for three centuries.",
    "Eritrea had been under Ethiopian rule.",
    "Cuba was a Spanish colony.",
    "Guam was administered by Spain and ruled by Spain.",
    "The port of Bizerte, which France controlled, is in Tunisia.",
)
EVENTS = (
    "Azerbaijani forces took control of Shusha.",
    "Japan seized Guam.",
    "Eritrea came under Ethiopian rule.",
    "India and Pakistan gained independence from Britain.",
    "Zimbabwe marks 25 years of independence from Britain.",
    "Guam became an American territory, and Spain ceded the Philippines to the United States.",
)
OTHERS = (
    "India has administered Siachen since 1984.",
    "Moscow said that Russia held Kunashir.",
    "Kunashir is held by Russia.",
    "Hainan, controlled by China, is an island.",
    "Georgia's breakaway region of Abkhazia held an election.",
)


@pytest.fixture(scope="module")
def told(extractor: Extractor) -> Mapping[str, set[Past | None]]:
    """How each sentence tells who holds what; all are read in one go."""
    readings = extractor.read(Document(id=text, text=text) for text in (*STATES, *EVENTS, *OTHERS))
    return {
        reading.document.text: {
            e.past
            for said in reading.assertions
            if SIDE_OF.get(said.predicate) in ("hold", "secede")
            for e in said.evidence
        }
        for reading in readings
    }


@pytest.mark.model
@pytest.mark.parametrize("text", STATES)
def test_state_is_told(text: str, told: Mapping[str, set[Past | None]]) -> None:
    assert told[text] == {Past.STATE}


@pytest.mark.model
@pytest.mark.parametrize("text", EVENTS)
def test_event_is_told(text: str, told: Mapping[str, set[Past | None]]) -> None:
    assert told[text] == {Past.EVENT}


@pytest.mark.model
@pytest.mark.parametrize("text", OTHERS)
def test_past_tense_tells_it_not_where_it_lasts_or_has_no_tense(
    text: str, told: Mapping[str, set[Past | None]]
) -> None:
    assert told[text] == {None}


def test_tense_is_told_of_holdings_alone(extractor: Extractor) -> None:
    (reading,) = extractor.read([Document(id="any", text="Japan claimed Kunashir. Tokyo recognised Kosovo.")])
    assert [e.past for said in reading.assertions for e in said.evidence] == [None, None]
