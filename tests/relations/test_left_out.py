"""Statements that leave it to their title who or what they are about."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    ("Vietnam", "Claims the Paracel Islands, held by China."): {
        "Vietnam | claims | Paracel Islands",
        "China | administers | Paracel Islands",
    },
    ("Nepal", "Disputes Kalapani with India."): {"India | disputesWith | Nepal"},
    ("Nepal", "Dispute with India over Kalapani."): {"India | disputesWith | Nepal"},
    ("Korea, South", "Occupies Liancourt Rocks, claimed by Japan."): {
        "South Korea | occupies | Liancourt Rocks",
        "Japan | claims | Liancourt Rocks",
    },
    ("Pakistan", "Ceded the Shaksgam Valley to China in 1963."): {
        "Shaksgam Valley | transferredTo | China",
        "Shaksgam Valley | transferredFrom | Pakistan",
    },
    ("Saint Kitts and Nevis", "Objects to Venezuela's claim to Aves Island."): {
        "Saint Kitts and Nevis | rejectsClaimOf | Venezuela",
        "Venezuela | claims | Aves Island",
    },
    ("Macau", "Returned to China in 1999."): {"Macau | transferredTo | China"},
    ("Macau", "A decade ended with the return of the enclave to China."): {"Macau | transferredTo | China"},
    ("Thailand", "Fighting with Cambodia broke out in 2025."): {"Cambodia | clashesWith | Thailand"},
    ("Thailand", "Years of talks with Laos on the border ended in 1996."): {
        "Laos | negotiatesWith | Thailand"
    },
    ("Australia", "Its claim to Antarctica is recognized by Norway."): {
        "Australia | claims | Antarctica",
        "Norway | recognizes | Australia",
    },
    ("Thailand", "Preah Vihear is claimed by Cambodia; the two countries clashed there in 2011."): {
        "Cambodia | claims | Preah Vihear",
        "Cambodia | clashesWith | Thailand",
    },
    ("Heard Island", "Sovereignty over the island passed from Britain to Australia in 1947."): {
        "Heard Island | transferredTo | Australia",
        "Heard Island | transferredFrom | United Kingdom",
    },
    ("Laos", "Boundary with Thailand in dispute; boundary with China not yet marked."): {
        "Laos | disputesWith | Thailand",
        "China | delimitedBoundaryWith | Laos",
    },
    ("Vietnam", "Involved in a complex dispute over the Spratly Islands with China."): {
        "China | disputesWith | Vietnam"
    },
    ("Nepal", "Disputed sovereignty over Kalapani with India."): {"India | disputesWith | Nepal"},
    ("Algeria", "Seceded from France in 1962 and was invaded by Morocco."): {
        "Algeria | declaredIndependenceFrom | France",
        "Algeria | clashesWith | Morocco",
    },
    ("Mali", "The last French troops left in 2022."): {"France | deploysForcesTo | Mali"},
    ("Palau", "Under American administration until 1994."): {"United States | administers | Palau"},
    ("Serbia", "Refuses to recognize Kosovo."): {"Serbia | recognizes | Kosovo"},
    ("Algeria", "Withdrew its troops from Mali."): {"Algeria | deploysForcesTo | Mali"},
}
NOTHING = [
    ("Serbia", "Recognize Kosovo!"),
    ("Serbia", "Claims about Kosovo fill the papers."),
    ("Mali", "The French envoy left in 2022."),
    ("Nepal", "Dispute settled."),
    ("Canada", "Data are collected in support of claims to the shelf."),
    ("Afghanistan", "No king, the last one included, has recognized the Durand Line."),
    (None, "Claims the Paracel Islands."),
    ("A day in Hanoi", "Claims the Paracel Islands."),
]


def _read(extractor: Extractor, title: str | None, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="1", text=text, title=title)])
    made = (a for a in reading.assertions if a.predicate != "withdrawsFrom")
    return {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in made}


@pytest.mark.model
@pytest.mark.parametrize(("title", "text"), MEANT, ids=[text for _, text in MEANT])
def test_title_gives_what_a_statement_leaves_out(extractor: Extractor, title: str, text: str) -> None:
    assert _read(extractor, title, text) == MEANT[title, text]


@pytest.mark.model
@pytest.mark.parametrize(("title", "text"), NOTHING)
def test_title_gives_nothing_where_nothing_is_left_out(
    extractor: Extractor, title: str | None, text: str
) -> None:
    assert _read(extractor, title, text) == set()
