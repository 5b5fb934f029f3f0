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
    ],
    ids=["shares", "another thing", "three"],
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
    ],
    ids=["a list", "a verb of its own"],
)
def test_list_of_objects_leaves_no_verb_out(extractor: Extractor, text: str, expected: set[str]) -> None:
    found = {line for line in read(extractor, text) if " claims " in line}
    assert {line.split(" claims ")[1] for line in found} == expected
    assert len({line.split(" claims ")[0] for line in found}) == 1
