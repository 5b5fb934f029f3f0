"""Clauses that leave their verb out after the first: "X holds part of it, Y another, and Z the rest"."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document


def read(extractor: Extractor, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="d", text=text)])
    return {f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "India controls part of Kashmir, Pakistan another, and China a third.",
            {f"{state} administers Kashmir" for state in ("India", "Pakistan", "China")},
        ),
        (
            "Spain claims Gibraltar, and Argentina the Falkland Islands.",
            {"Spain claims Gibraltar", "Argentina claims Falkland Islands"},
        ),
        (
            "Japan claims the Southern Kurils, South Korea the Liancourt Rocks and China the Senkaku Islands.",
            {
                "Japan claims Southern Kuril Islands",
                "South Korea claims Liancourt Rocks",
                "China claims Senkaku Islands",
            },
        ),
        (
            "The Golan Heights are occupied by Israel, Abkhazia and South Ossetia by Russia and Crimea by Russia.",
            {"Israel occupies Golan Heights"}
            | {f"Russia occupies {place}" for place in ("Abkhazia", "South Ossetia", "Crimea")},
        ),
        (
            "Pakistan controls Azad Kashmir, India Jammu and Ladakh, and China Aksai Chin.",
            {"Pakistan administers Azad Kashmir", "China administers Aksai Chin"}
            | {f"India administers {place}" for place in ("Jammu", "Ladakh")},
        ),
        (
            "Mauritius claims Tromelin, Madagascar Juan de Nova and the Comoros Mayotte.",
            {
                "Mauritius claims Tromelin Island",
                "Madagascar claims Juan de Nova Island",
                "Comoros claims Mayotte",
            },
        ),
        # with an article or a share between the names
        (
            "Britain held Malta and Italy the Dodecanese.",
            {"United Kingdom administers Malta", "Italy administers Dodecanese"},
        ),
        (
            "China occupied the Paracel Islands and Vietnam most of the Spratly Islands.",
            {"China occupies Paracel Islands", "Vietnam occupies Spratly Islands"},
        ),
        (
            "Russia controls Crimea and Ukraine parts of Donbas.",
            {"Russia administers Crimea", "Ukraine administers Donbas"},
        ),
        # of states that were lands of others
        (
            "Italy governed Eritrea and Britain Sudan.",
            {"Italy administers Eritrea", "United Kingdom administers Sudan"},
        ),
        (
            "Portugal ruled Goa and France all of Madagascar.",
            {"Portugal administers Goa", "France administers Madagascar"},
        ),
        (
            "Germany occupied Norway and Italy Albania during the war.",
            {"Germany occupies Norway", "Italy occupies Albania"},
        ),
        ("In talks with Japan and Russia the Kuril Islands came up.", set()),
        ("The treaty gave France the Saar and Poland the Danzig corridor.", set()),
        (
            "Kashmir is claimed in full by India and, after a war, in part by China, which took Aksai Chin.",
            {"India claims Kashmir", "China claims Kashmir", "China occupies Aksai Chin"},
        ),
        (
            "Syria was occupied by Britain until 1919 and by France thereafter.",
            {"United Kingdom occupies Syria", "France occupies Syria"},
        ),
    ],
    ids=[
        "shares",
        "another thing",
        "three",
        "each by another",
        "names alone",
        "with an article",
        "an article between",
        "a share between",
        "a share without an article",
        "states",
        "all of a state",
        "states and a time",
        "a front",
        "what is given",
        "how far",
        "how long",
    ],
)
def test_verb_left_out_is_that_of_the_first_clause(
    extractor: Extractor, text: str, expected: set[str]
) -> None:
    assert read(extractor, text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain claims Ceuta, Melilla and Gibraltar.", {"Ceuta", "Melilla", "Gibraltar"}),
        ("Russia claims Crimea, and Ukraine the day after protested.", {"Crimea"}),
        ("Spain claims Ceuta, and France Mayotte officials were there.", {"Ceuta"}),
        ("Crimea is claimed by Ukraine in a decree, a paper by France and a book.", {"Crimea"}),
    ],
    ids=["a list", "a verb of its own", "one name before a noun", "another's deed"],
)
def test_list_of_objects_leaves_no_verb_out(extractor: Extractor, text: str, expected: set[str]) -> None:
    found = {line for line in read(extractor, text) if " claims " in line}
    assert {line.split(" claims ")[1] for line in found} == expected
    assert len({line.split(" claims ")[0] for line in found}) == 1


@pytest.mark.model
def test_several_pairs_are_told_apart(extractor: Extractor) -> None:
    talks = read(
        extractor, "Border talks between Thailand and Laos and between Thailand and Myanmar were held."
    )
    assert talks == {"Laos negotiatesWith Thailand", "Myanmar negotiatesWith Thailand"}


@pytest.mark.model
def test_each_thing_has_its_own_recipient(extractor: Extractor) -> None:
    text = "The treaty gave Transylvania to Romania, Slovakia and Ruthenia to Czechoslovakia and Burgenland to Austria."
    assert read(extractor, text) == {
        "Transylvania transferredTo Romania",
        "Slovakia transferredTo Czechoslovakia",
        "Ruthenia transferredTo Czechoslovakia",
        "Burgenland transferredTo Austria",
    }
    text = "Pedra Branca was awarded to Singapore in 2008, and Middle Rocks to Malaysia."
    assert read(extractor, text) == {
        "Pedra Branca transferredTo Singapore",
        "Middle Rocks transferredTo Malaysia",
    }
