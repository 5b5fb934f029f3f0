"""Which state sent an envoy, and who takes a post: not the state that receives him."""

import pytest
from offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peru and Chad set up relations in 1972, when Ambassador Ana Ruiz presented her credentials to the "
            "Chadian president.",
            ("Ana Ruiz", "Ambassador", "Peru"),
            id="credentials",
        ),
        pytest.param(
            "Peru recognized Chad in 1960. Embassy N'Djamena was opened in 1962 with Ana Ruiz as chargé d'affaires.",
            ("Ana Ruiz", "chargé d'affaires", "Peru"),
            id="post",
        ),
        pytest.param(
            "The Peruvian embassy in Chad was opened with Ole M. Berg, Jr., as chargé d'affaires.",
            ("Ole M. Berg", "chargé d'affaires", "Peru"),
            id="junior",
        ),
        pytest.param(
            "Peru's government moved. Ana Ruiz was appointed ambassador to Chad.",
            ("Ana Ruiz", "ambassador to Chad", "Peru"),
            id="goes-to",
        ),
        pytest.param(
            "President Ole Berg of Chad received Ana Ruiz, as Peru's minister plenipotentiary to Chad.",
            ("Ana Ruiz", "minister plenipotentiary to Chad", "Peru"),
            id="received-as",
        ),
        pytest.param(
            "Peru appointed Ana Ruiz of Callao to be its first consul in Manila.",
            ("Ana Ruiz", "first consul", "Peru"),
            id="to-be",
        ),
        pytest.param(
            "Peru appointed Ana Ruiz as its first Minister Resident in Manila.",
            ("Ana Ruiz", "first Minister Resident", "Peru"),
            id="minister-resident",
        ),
        pytest.param(
            "Ana Ruiz presented her credentials to the king in Rabat as the Peruvian ambassador.",
            ("Ana Ruiz", "ambassador", "Peru"),
            id="credentials-as",
        ),
        pytest.param(
            "Peru closed its embassy in Chad. Ana Ruiz was designated on May 3, 1940, to serve as chargé d'affaires.",
            ("Ana Ruiz", "chargé d'affaires", "Peru"),
            id="date-between",
        ),
        pytest.param(
            "Ana Ruiz became the first official Peruvian Ambassador to Chad.",
            ("Ana Ruiz", "Ambassador to Chad", "Peru"),
            id="first-official",
        ),
        pytest.param(
            "Chad became independent in 1960, with Ole Berg as its first leader.",
            ("Ole Berg", "first leader", "Chad"),
            id="its-leader",
        ),
    ],
)
def test_an_envoy_is_of_the_state_that_sent_him(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in offices(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        pytest.param(
            "The new Chadian ambassador, Ana Ruiz, presented her credentials to President Ole Berg.",
            "Ole Berg",
            id="receiver",
        ),
        pytest.param(
            "Ambassador Ana Ruiz presented her credentials to the Chadian president.", "Ana Ruiz", id="sender"
        ),
        pytest.param(
            "Chargé d’Affaires Ana Ruiz presented her credentials to the King of Siam in 1882.",
            "Ana Ruiz",
            id="receiver-of-a-state",
        ),
        pytest.param(
            "Chad and Peru met. Morocco and Iran talked. Ana Ruiz was appointed ambassador to Mali.",
            "Ana Ruiz",
            id="several",
        ),
        pytest.param(
            "Officials received Ana Ruiz, as Peru's foreign minister watched.", "Ana Ruiz", id="while"
        ),
        pytest.param(
            "The accord was signed in Paris by the foreign ministers Ana Ruiz and Ole Berg.",
            "Ana Ruiz",
            id="two-ministers",
        ),
        pytest.param("Chad beat Peru, with Ole Berg as its best player.", "Ole Berg", id="no-office"),
    ],
)
def test_a_receiver_sends_nobody(text: str, holder: str) -> None:
    assert holder not in {name for name, _, _ in offices(text)}
