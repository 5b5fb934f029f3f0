"""Protests and claims of few words: which land they are about, or against whose deed, the text has told before."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_ASKED = frozenset({"claims", "contests", "disputesWith", "rejectsClaimOf", "renounces"})


def _read(extractor: Extractor, text: str) -> set[str]:
    """Give what is read of claims and protests, with "not" before what is denied."""
    (reading,) = extractor.read([Document(id="protests", text=text)])
    return {
        f"{'not ' if a.polarity == 'negative' else ''}{a.subject.label} | {a.predicate} | {a.object.label}"
        for a in reading.assertions
        if a.predicate in _ASKED
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chinese troops planted a flag in Demchok, and India summoned the Chinese ambassador to complain.",
            {"India | rejectsClaimOf | China"},
            id="summoned to complain",
        ),
        pytest.param(
            "Chinese singers won a prize in Paris, and India summoned the Chinese ambassador to complain.",
            set(),
            id="summoned to complain, of no land",
        ),
        pytest.param(
            "In June Manila passed a law on Scarborough Shoal. China lodged representations with the Philippine side.",
            {"China | rejectsClaimOf | Philippines"},
            id="representations with a side",
        ),
        pytest.param(
            "In June Manila passed a law on Scarborough Shoal. China lodged representations with the Philippine side "
            "over the arrest of a chemist.",
            set(),
            id="representations over something else",
        ),
        pytest.param(
            "Washington has never accepted Ottawa's position that the Northwest Passage lies in Canadian waters.",
            {"United States | rejectsClaimOf | Canada", "Canada | claims | Northwest Passage"},
            id="never accepted a position, and whose it is",
        ),
        pytest.param(
            "Thailand does not share Cambodia's view that the ferries are late.",
            set(),
            id="a view on something else",
        ),
        pytest.param(
            "The United States has recognised Kosovo. Serbia opposes today's step.",
            {"Serbia | rejectsClaimOf | United States"},
            id="the step of a day",
        ),
        pytest.param(
            "Kyiv declared the Russian referendum in Crimea void.",
            {"Ukraine | rejectsClaimOf | Russia"},
            id="void is no noun",
        ),
        pytest.param(
            "In 1980 Managua called Colombian sovereignty over San Andres in question.",
            {"Nicaragua | rejectsClaimOf | Colombia"},
            id="called in question",
        ),
        pytest.param(
            "Nepal issued a map that shows Kalapani as Indian.",
            set(),
            id="a map that shows a place as another's",
        ),
        pytest.param(
            "Pakistan published a map that places Junagadh inside its borders.",
            {"Pakistan | claims | Junagadh"},
            id="a map that places it inside its borders",
        ),
        pytest.param(
            "Italy had given up nothing of its rights in Istria.",
            {"not Italy | renounces | Istria"},
            id="gave up nothing of its rights",
        ),
        pytest.param(
            "Baku and Yerevan should settle the Karabakh question by talks.",
            {"Armenia | disputesWith | Azerbaijan"},
            id="should settle the question of a land",
        ),
        pytest.param(
            "In Damascus the Foreign Ministry called the American step on the Golan Heights a blatant attack on "
            "Syria's sovereignty.",
            {"Syria | rejectsClaimOf | United States"},
            id="whose ministry it is, its seat tells",
        ),
        pytest.param(
            "Hans Island lies between Canada and Denmark's Greenland. Both wanted it.",
            {"Canada | claims | Hans Island", "Denmark | claims | Hans Island"},
            id="both wanted it",
        ),
        pytest.param(
            "Hans Island lies between Canada and Denmark's Greenland. A treaty was at hand, and Canada wanted it.",
            set(),
            id="one wanted what may be something else",
        ),
        pytest.param(
            "Neither Japan nor Russia was prepared to give up Iturup.",
            {"not Japan | renounces | Iturup", "not Russia | renounces | Iturup"},
            id="neither was prepared to give up",
        ),
        pytest.param(
            "Malaysia governs Sabah, and the Philippine claim has never been withdrawn.",
            {"not Philippines | renounces | Sabah"},
            id="a claim to the land told of was not withdrawn",
        ),
        pytest.param(
            "Denmark and Iceland dispute the seabed around Rockall with both.",
            set(),
            id="a dispute with two others",
        ),
        pytest.param(
            "Turkey replies that sovereignty over Imia is open.",
            {"Turkey | contests | Imia"},
            id="says that sovereignty is open",
        ),
        pytest.param(
            "Paris considers Mayotte a French department.",
            {"France | claims | Mayotte"},
            id="considered a department of its own",
        ),
        pytest.param(
            "China claims several reefs, among them Fiery Cross Reef and Subi Reef.",
            {
                "China | claims | several reefs",
                "China | claims | Fiery Cross Reef",
                "China | claims | Subi Reef",
            },
            id="several among them",
        ),
        pytest.param(
            "Canada and Denmark spoke of Hans Island. With Moscow's army shelling Ukrainian cities, two allies "
            "disputing a stone looked like a joke.",
            {"Canada | disputesWith | Denmark"},
            id="two allies are not the enemies of their sentence",
        ),
        pytest.param(
            "Manila reaffirmed that Scarborough Shoal is part of the national territory.",
            {"Philippines | claims | Scarborough Shoal"},
            id="part of the national territory",
        ),
        pytest.param(
            "Pakistan called India's revocation of Kashmir's status an illegal act.",
            {"Pakistan | rejectsClaimOf | India"},
            id="an illegal act",
        ),
        pytest.param(
            "Japan and Russia have yet to resolve the Northern Territories issue.",
            {"Japan | disputesWith | Russia"},
            id="an issue that is yet to be resolved",
        ),
        pytest.param(
            '"Ceuta and Melilla are an integral part of our national territory," the visitor stressed.',
            set(),
            id="our territory, of nobody who is named",
        ),
        pytest.param(
            "The council met over what it called violations of human rights by Turkey in Varosha.",
            set(),
            id="a violation, and not of land",
        ),
        pytest.param(
            "Kenya administers the Ilemi Triangle, the Ethiopian claim being dormant.",
            {"Ethiopia | claims | Ilemi Triangle"},
            id="a claim in an absolute clause",
        ),
    ],
)
def test_what_is_protested_and_claimed(text: str, expected: set[str], extractor: Extractor) -> None:
    assert _read(extractor, text) == expected


def test_who_is_not_willing_does_not_do_it(extractor: Extractor) -> None:
    (reading,) = extractor.read(
        [Document(id="protests", text="Serbia was never prepared to recognise Kosovo.")]
    )
    assert [(a.polarity.value, a.modality.value) for a in reading.assertions] == [("negative", "actual")]


def test_what_is_joined_to_an_apposition_is_said_of_the_same(extractor: Extractor) -> None:
    text = "Eritrea, first an Italian colony and then a province of Ethiopia, is now a state."
    (reading,) = extractor.read([Document(id="protests", text=text)])
    assert "Ethiopia" in {a.object.label for a in reading.assertions if a.predicate == "partOf"}
