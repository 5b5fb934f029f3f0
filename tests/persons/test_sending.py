"""Who sent an envoy that is told of where he serves: whose posts the text tells of, and never his hosts."""

import pytest
from offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Danish Consul at Lima, Ole Hansen, left. The Legation in Lima was closed when Minister Ann Roe died.",
            [("Ole Hansen", "Consul", "Denmark"), ("Ann Roe", "Minister", "Denmark")],
            id="post",
        ),
        pytest.param(
            "The Danish Embassy in Bamako was closed. Relations with the Republic of Chad began with Ann Roe as Chargé "
            "d'Affaires at the Embassy.",
            [("Ann Roe", "Chargé d'Affaires", "Denmark")],
            id="host-behind-with",
        ),
        pytest.param(
            "The Danish Minister to Peru, Ole Hansen, left. Ann Roe was appointed Minister to Chile.",
            [("Ole Hansen", "Minister to Peru", "Denmark"), ("Ann Roe", "Minister to Chile", "Denmark")],
            id="sent-to-another-state",
        ),
        pytest.param(
            "Peru sent a note. The Zetan Minister to Chile Ann Roe signed it.",
            [],
            id="sender-that-nobody-knows",
        ),
        pytest.param(
            "Denmark named Ann Roe its Ambassador to Peru.\nChile appointed Ole Hansen Ambassador to Peru.",
            [("Ann Roe", "Ambassador to Peru", "Denmark"), ("Ole Hansen", "Ambassador to Peru", "Chile")],
            id="behind-the-name",
        ),
        pytest.param(
            "Denmark and Peru met. Ann Roe was appointed Minister to Peru.",
            [],
            id="not-of-whom-she-is-sent-to",
        ),
        pytest.param(
            "The Danish consul in Lima Ole Hansen wrote to the Chilean Consul near the Kingdom of Tonga Ann Roe.",
            [("Ole Hansen", "consul", "Denmark"), ("Ann Roe", "Consul", "Chile")],
            id="place-before-the-name",
        ),
        pytest.param(
            "Peru acknowledged Ann Roe as Consul of Denmark. Ole Hansen was accredited as the Chilean Minister.",
            [("Ann Roe", "Consul", "Denmark"), ("Ole Hansen", "Minister", "Chile")],
            id="acknowledged-and-accredited",
        ),
    ],
)
def test_an_envoy_is_of_who_sent_him(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


def test_the_title_says_whose_relations_a_text_tells_of() -> None:
    title = "Denmark's Relations with Gabon"
    text = "Denmark recognized Gabon.\nEmbassy Libreville was opened with Ann Roe as Chargé d'Affaires."
    assert offices(text, title=title) == [("Ann Roe", "Chargé d'Affaires", "Denmark")]
