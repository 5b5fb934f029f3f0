"""Whose delegation it is at talks, where these are held, and who only hosts them."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def _talks(extractor: Extractor, text: str) -> list[tuple[str, str, str]]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    talks = (a for a in reading.assertions if a.predicate == "negotiatesWith")
    return [(*sorted((a.subject.label, a.object.label)), a.polarity) for a in talks]


FARC = "Revolutionary Armed Forces of Colombia"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Borko Stefanovic led Serbia's team in the dialogue with Kosovo.",
            [("Kosovo", "Serbia", "positive")],
            id="team",
        ),
        pytest.param(
            "The Colombian government has named a general to lead its delegation at peace talks with the FARC.",
            [("Colombia", FARC, "positive")],
            id="its-delegation",
        ),
        pytest.param(
            "Humberto de la Calle headed the Colombian delegation at the Havana talks with the FARC.",
            [("Colombia", FARC, "positive")],
            id="capital-is-a-venue",
        ),
        pytest.param("Lawyers attended the Havana talks with the FARC.", [], id="venue-alone"),
        pytest.param(
            "The FARC recalled its negotiators from peace talks with Colombia.",
            [("Colombia", FARC, "negative")],
            id="recalled",
        ),
        pytest.param(
            "Qatar hosted Eritrean and Djiboutian officials for talks on the border.",
            [("Djibouti", "Eritrea", "positive")],
            id="host-of-two",
        ),
        pytest.param(
            "India received Chinese officials for talks on the border.",
            [("China", "India", "positive")],
            id="host-of-one",
        ),
    ],
)
def test_talks_are_of_those_who_send_delegations(
    extractor: Extractor, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _talks(extractor, text) == expected
