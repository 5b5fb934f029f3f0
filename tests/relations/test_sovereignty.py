"""Land that changes hands, recognition, independence and courts: constructions that wordings share, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_ASKED = frozenset(
    {
        "declaredIndependenceFrom",
        "recognizes",
        "renounces",
        "ruledAgainst",
        "ruledFor",
        "transferredFrom",
        "transferredTo",
    }
)


def _read(extractor: Extractor, text: str) -> set[str]:
    """Give what is read of land that changes hands, with "not" before what is denied."""
    (reading,) = extractor.read([Document(id="sovereignty", text=text)])
    asked = (a for a in reading.assertions if a.predicate in _ASKED)
    return {
        f"{'not ' if a.polarity == 'negative' else ''}{a.subject.label} | {a.predicate} | {a.object.label}"
        for a in asked
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The decision of Nicaragua to recognise South Ossetia angered Tbilisi.",
            {"Nicaragua | recognizes | South Ossetia"},
            id="whose a decision is, after of",
        ),
        pytest.param(
            "Nauru cut ties with Taiwan and recognised China in January 2024.",
            {"Nauru | recognizes | China"},
            id="a rare name before a verb",
        ),
        pytest.param(
            "Paraguay, one of the few states that recognise Taiwan, has an embassy in Taipei.",
            {"Paraguay | recognizes | Taiwan"},
            id="one of those that do so",
        ),
        pytest.param(
            "Two EU states - Spain and Greece - do not recognise Kosovo.",
            {"not Spain | recognizes | Kosovo", "not Greece | recognizes | Kosovo"},
            id="members between dashes",
        ),
        pytest.param(
            "Portugal never accepted the incorporation of East Timor into Indonesia.",
            {"not Portugal | recognizes | Indonesia"},
            id="incorporation accepted by nobody",
        ),
        pytest.param(
            "Kosovo's ethnic Albanians were pressing for independence from Serbia.",
            {"Kosovo | declaredIndependenceFrom | Serbia"},
            id="independence pressed for by those of a place",
        ),
        pytest.param(
            "A treaty of 1977 gave Panama control of the Panama Canal.",
            {"Panama Canal | transferredTo | Panama"},
            id="a name right before what it is given",
        ),
        pytest.param(
            "Portugal, which had ruled Macau for centuries, returned it to China.",
            {"Macau | transferredTo | China", "Macau | transferredFrom | Portugal"},
            id="it is what the subject is told by",
        ),
        pytest.param(
            "France was forced to surrender Alsace and part of Lorraine to the German Empire.",
            {
                "Alsace-Lorraine | transferredTo | German Empire",
                "part of Lorraine | transferredTo | German Empire",
                "Alsace-Lorraine | transferredFrom | France",
                "part of Lorraine | transferredFrom | France",
            },
            id="who gets what somebody is forced to give",
        ),
        pytest.param(
            "France ceded Louisiana to its ally, Spain.",
            {"Louisiana Territory | transferredTo | Spain", "Louisiana Territory | transferredFrom | France"},
            id="whose ally somebody is, he is not",
        ),
        pytest.param(
            "The Philippines dropped its demand for the return of Sabah.",
            {"Philippines | renounces | Sabah"},
            id="a demand for a return dropped",
        ),
        pytest.param(
            "The UN's top court ruled that the Temple of Preah Vihear was Cambodian.",
            {"International Court of Justice | ruledFor | Cambodia"},
            id="a court by what it is called",
        ),
        pytest.param(
            "The tribunal's ruling that China has no historic rights in the South China Sea angered Beijing.",
            {"tribunal | ruledAgainst | China"},
            id="what a ruling says",
        ),
    ],
)
def test_sentence_gives(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert _read(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No EU member state recognises Somaliland.", id="a member is not the union"),
        pytest.param(
            "Blinken voiced support for the sovereignty of his friends in Kyiv.", id="support of friends"
        ),
        pytest.param(
            "The United States helped Ukraine to preserve its territorial integrity.", id="integrity"
        ),
        pytest.param("Kosovo won recognition for its records.", id="recognition for something"),
        pytest.param(
            "In 1965 Britain separated the crew from the ship in Mauritius.", id="separated by another"
        ),
        pytest.param(
            "The court ruled that the ship should be handed over to Cameroon.", id="a ship is no place"
        ),
        pytest.param("Yugoslavia broke away from the Soviet sphere of influence.", id="a sphere is no state"),
    ],
)
def test_near_miss_gives_nothing(extractor: Extractor, text: str) -> None:
    assert _read(extractor, text) == set()
