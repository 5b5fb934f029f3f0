"""Whom servants serve, and whose forces have an officer."""

import pytest
from offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ole Hansen, adviser to Denmark's supreme leader, spoke.",
            [("Ole Hansen", "adviser", "Denmark")],
            id="adviser-to-an-officer",
        ),
        pytest.param(
            "Adviser to the President of Denmark Ole Hansen spoke.",
            [("Ole Hansen", "Adviser", "Denmark")],
            id="aide-and-not-the-president",
        ),
        pytest.param(
            "Danish Foreign Minister Jan Lund came with Presidential Aide Ole Hansen.",
            [("Jan Lund", "Foreign Minister", "Denmark"), ("Ole Hansen", "Presidential Aide", "Denmark")],
            id="aide-beside-a-minister",
        ),
        pytest.param(
            "Danish Economy, Trade and Industry Minister Ole Hansen spoke.",
            [("Ole Hansen", "Economy, Trade and Industry Minister", "Denmark")],
            id="several-fields",
        ),
        pytest.param(
            "Danish President Jan Lund and Trade Minister Ole Hansen spoke.",
            [("Jan Lund", "President", "Denmark"), ("Ole Hansen", "Trade Minister", "Denmark")],
            id="one-field-behind-a-name",
        ),
        pytest.param(
            "Denmark's first two presidents, Ole Hansen and Jan Lund, spoke.",
            [("Ole Hansen", "president", "Denmark"), ("Jan Lund", "president", "Denmark")],
            id="the-first-two",
        ),
        pytest.param(
            "Ole Hansen, special envoy of the president of Denmark, spoke.",
            [("Ole Hansen", "special envoy", "Denmark")],
            id="envoy-of-an-officer",
        ),
        pytest.param(
            "Chad sent arms to Libya. Copenhagen has sent special envoy Ole Hansen to the coast.",
            [("Ole Hansen", "special envoy", "Denmark")],
            id="envoy-sent-by-a-state",
        ),
        pytest.param(
            "The Danish queen, Ana Lund, spoke. Chad sent arms to Libya. Lund sent emissary Ole Hansen to the coast.",
            [("Ana Lund", "queen", "Denmark"), ("Ole Hansen", "emissary", "Denmark")],
            id="envoy-sent-by-an-officer",
        ),
        pytest.param(
            "An aide to the Danish prime minister, Ole Hansen, spoke.",
            [("Ole Hansen", "aide", "Denmark")],
            id="aide-named-behind",
        ),
        pytest.param(
            "The Danish army's spokesman, Colonel Ole Hansen, spoke.",
            [("Ole Hansen", "spokesman", "Denmark")],
            id="spokesman-of-a-force",
        ),
        pytest.param(
            "Ole Hansen, commander of the Danish army's Fifth Division, spoke.",
            [("Ole Hansen", "commander", "Denmark")],
            id="commander-of-a-part-of-a-force",
        ),
        pytest.param(
            "The head of the UN mission, Ole Hansen, and the force commander, Per Berg, came to Denmark.",
            [("Ole Hansen", "head", "United Nations"), ("Per Berg", "force commander", "United Nations")],
            id="commander-beside-the-head-of-a-body",
        ),
        pytest.param(
            "Denmark's army chief, Ole Hansen, met his Swedish counterpart, Per Berg.",
            [("Ole Hansen", "army chief", "Denmark"), ("Per Berg", "army chief", "Sweden")],
            id="counterpart-of-an-officer",
        ),
        pytest.param(
            "Denmark's foreign minister, Ole Hansen, and Sweden's, Per Berg, met.",
            [("Ole Hansen", "foreign minister", "Denmark"), ("Per Berg", "foreign minister", "Sweden")],
            id="office-left-out",
        ),
        pytest.param(
            "NATO met. The Alliance's commander, Ole Hansen, spoke.",
            [("Ole Hansen", "commander", "NATO")],
            id="only-body-near",
        ),
        pytest.param(
            "Denmark was represented by Water Secretary Ole Hansen.",
            [("Ole Hansen", "Water Secretary", "Denmark")],
            id="secretary-of-another-state",
        ),
    ],
)
def test_servants_serve_whom_their_superiors_serve(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Danish minister's cousin, Ole Hansen, sold arms.", id="cousin"),
        pytest.param("The Danish consulate's driver, Ole Hansen, left.", id="driver"),
        pytest.param(
            "In August 2020, soldiers in Denmark held Ole Hansen, his foreign minister, and others.",
            id="beside-his-minister",
        ),
        pytest.param("The Council of Elders met. Its President, Ole Hansen, spoke.", id="part-of-a-name"),
    ],
)
def test_who_is_no_officer_serves_nobody(text: str) -> None:
    assert offices(text) == []
