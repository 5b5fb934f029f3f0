"""Whom "she", "he" and "him" mean, in whole sentences."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def met_in(extractor: Extractor, text: str) -> list[set[str]]:
    """List who met whom."""
    (reading,) = extractor.read([Document(id="x", text=text)])
    return [{a.subject.label, a.object.label} for a in reading.assertions if a.predicate == "metWith"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norwegian Prime Minister Jens Stoltenberg waited until Icelandic Foreign Minister Ingibjorg "
            "Gisladottir came. She met Russian Foreign Minister Sergei Lavrov in Tromso.",
            [{"Ingibjorg Gisladottir", "Sergei Lavrov"}],
            id="given-name",
        ),
        pytest.param(
            "Serbian President Boris Tadic left after German Chancellor Merkel came to Pristina. She met Kosovo Prime "
            "Minister Hashim Thaci.",
            [{"Merkel", "Hashim Thaci"}],
            id="known-by-last-name",
        ),
        pytest.param(
            "Russian Foreign Minister Sergei Lavrov was annoyed that a Foreign Ministry spokeswoman, Kamo Vance, had "
            "left. She met Turkish President Abdullah Gul.",
            [{"Kamo Vance", "Abdullah Gul"}],
            id="title",
        ),
        pytest.param(
            "The visit of Ms. Haliti to Belgrade was short. Serbian President Boris Tadic was ill. She met Russian "
            "Foreign Minister Sergei Lavrov.",
            [{"Haliti", "Sergei Lavrov"}],
            id="honorific",
        ),
        pytest.param(
            "Pakistani President Pervez Musharraf flew to Delhi. Indian Prime Minister Manmohan Singh met him there.",
            [{"Pervez Musharraf", "Manmohan Singh"}],
            id="object-is-not-who-acts",
        ),
        pytest.param(
            "Bangladesh Prime Minister Sheikh Hasina came. Indian Prime Minister Manmohan Singh met her there.",
            [{"Sheikh Hasina", "Manmohan Singh"}],
            id="object-her",
        ),
    ],
)
def test_pronoun_agrees_with_whom_it_takes_up(
    extractor: Extractor, text: str, expected: list[set[str]]
) -> None:
    assert met_in(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Serbian President Boris Tadic was in Pristina. She met Kosovo Prime Minister Hashim Thaci.",
        "Indian Prime Minister Manmohan Singh met him in Delhi.",
    ],
    ids=["nobody-agrees", "nobody-before"],
)
def test_pronoun_that_nobody_agrees_with_is_nobody(extractor: Extractor, text: str) -> None:
    assert met_in(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Roe, Minister of Foreign Affairs of Chad\nI met President Idriss Deby of Mali today.",
            "Ann Roe",
        ),
        ("I met President Idriss Deby of Mali today.", None),
        (
            'Ann Roe, Minister of Foreign Affairs of Chad\n"I met President Idriss Deby," said Premier Jon Lee.',
            "Jon Lee",
        ),
    ],
    ids=["signed", "nobody", "quoted"],
)
def test_who_signs_a_text_is_its_i(extractor: Extractor, text: str, expected: str | None) -> None:
    assert met_in(extractor, text) == ([{expected, "Idriss Deby"}] if expected else [])


def test_he_who_should_is_whom_somebody_calls_on(extractor: Extractor) -> None:
    told = {
        "Venezuelan President Hugo Chavez criticised British Prime Minister Tony Blair, saying he should return the "
        "Falkland Islands to Argentina.": ("Falkland Islands | transferredFrom | United Kingdom",),
        "Turkish President Tayyip Erdogan wrote to Greek Prime Minister Kyriakos Mitsotakis, saying he should "
        "withdraw his troops from Imia.": ("Greece | withdrawsFrom | Imia",),
        "Egyptian President Anwar Sadat said he should recognise Israel.": ("Egypt | recognizes | Israel",),
        "British Prime Minister Tony Blair met Hugo Chavez, saying he would keep the Falkland Islands.": (
            "United Kingdom | administers | Falkland Islands",
        ),
    }
    missing, _ = amiss(extractor, told, {})
    assert missing == []
