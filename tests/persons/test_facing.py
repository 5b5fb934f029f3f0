"""Of whom an officer is by whom he gets letters from, meets, is named by or stands beside, and who is identified."""

import pytest
from offices import offices

_EKEBERG = ("Ole Ekeberg", "Foreign Minister", "Norway")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway recognized Ghana on 6 March 1957 in a message from Norwegian Foreign Minister Ole Ekeberg "
            "to Prime Minister Kofi Roe.",
            [_EKEBERG, ("Kofi Roe", "Prime Minister", "Ghana")],
            id="message",
        ),
        pytest.param(
            "Norwegian Ambassador Ole Ekeberg presented his credentials in Ghana to President Kofi Roe.",
            [("Ole Ekeberg", "Ambassador", "Norway"), ("Kofi Roe", "President", "Ghana")],
            id="credentials",
        ),
        pytest.param(
            "Norway and Ghana held talks. Norwegian Foreign Minister Ole Ekeberg met Foreign Minister Kofi Roe.",
            [_EKEBERG, ("Kofi Roe", "Foreign Minister", "Ghana")],
            id="same-title",
        ),
        pytest.param(
            "President Kofi Roe and Foreign Minister Ole Ekeberg of Norway left.",
            [("Kofi Roe", "President", "Norway"), _EKEBERG],
            id="joined",
        ),
        pytest.param(
            "Talks between President Kofi Roe and Foreign Minister Ole Ekeberg of Norway failed.",
            [_EKEBERG],
            id="not-joined",
        ),
        pytest.param(
            "Ghana called in the Norwegian envoy on Monday. Ambassador Ole Ekeberg was handed a note.",
            [("Ole Ekeberg", "Ambassador", "Norway")],
            id="envoy-told-of",
        ),
        pytest.param(
            "Ghana's crisis has grown. Norwegian President Ole Ekeberg has named Kofi Roe defence minister.",
            [("Ole Ekeberg", "President", "Norway"), ("Kofi Roe", "defence minister", "Norway")],
            id="named-by",
        ),
        pytest.param(
            "Ghana is shut. Norwegian Foreign Minister Ole Ekeberg instructed Ann Roe, Minister to Ghana, to stay.",
            [_EKEBERG, ("Ann Roe", "Minister to Ghana", "Norway")],
            id="instructed",
        ),
        pytest.param(
            "Norway's parliament elected party leader Kofi Roe prime minister.",
            [("Kofi Roe", "prime minister", "Norway")],
            id="elected-with-another-title",
        ),
        pytest.param(
            "Norway voted. In May it elected former minister Ole EKEBERG president.",
            [("Ole EKEBERG", "president", "Norway")],
            id="elected-in-capitals",
        ),
        pytest.param(
            "Norway's Foreign Minister Ole Ekeberg issued an exequatur to Ann Roe as Consul of Ghana.",
            [_EKEBERG, ("Ann Roe", "Consul", "Ghana")],
            id="exequatur",
        ),
        pytest.param(
            "Norway's Foreign Minister Ole Ekeberg issued an exequatur to Ann Roe as Consul of the Duchy of Zeta.",
            [_EKEBERG],
            id="consul-of-an-unknown-land",
        ),
    ],
)
def test_an_officer_is_known_by_another(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway's ambassador was shot. Police identified the ambassador as Ole Ekeberg.",
            [("Ole Ekeberg", "ambassador", "Norway")],
            id="identified",
        ),
        pytest.param(
            "Since his election in 1994 as Ghana's first president, Kofi Roe has ruled alone.",
            [("Kofi Roe", "first president", "Ghana")],
            id="since-his-election",
        ),
        pytest.param(
            "The talks went on. Deputy Prime Minister Ole Ekeberg, for Oslo, and Kofi Roe shook hands.",
            [("Ole Ekeberg", "Deputy Prime Minister", "Norway")],
            id="for-his-capital",
        ),
        pytest.param(
            "Ghana called in Ole Ekeberg, chargé d'affaires at the Norwegian Embassy in Accra.",
            [("Ole Ekeberg", "chargé d'affaires", "Norway")],
            id="at-an-embassy",
        ),
        pytest.param(
            "Ole Ekeberg, head of the Asia department at Norway's Foreign Ministry, spoke.",
            [("Ole Ekeberg", "head", "Norway")],
            id="department-of-a-ministry",
        ),
        pytest.param(
            "Ole Ekeberg, a lawyer from the north who has been Norway's justice minister, spoke.",
            [("Ole Ekeberg", "justice minister", "Norway")],
            id="behind-a-description",
        ),
        pytest.param(
            "Ole Ekeberg, the Attorney-General of Norway, spoke.",
            [("Ole Ekeberg", "Attorney-General", "Norway")],
            id="hyphen",
        ),
        pytest.param(
            "Hamas' exiled political chief, Ali Roe, spoke.",
            [("Ali Roe", "political chief", "Hamas")],
            id="a-movements-exile",
        ),
        pytest.param(
            "Minister Ole Ekeberg and his counterpart from Ghana, Kofi Roe, spoke.",
            [("Kofi Roe", "Minister", "Ghana")],
            id="counterpart-from",
        ),
        pytest.param(
            "Ole Ekeberg came to power as prime minister of Norway.",
            [("Ole Ekeberg", "prime minister", "Norway")],
            id="came-to-power",
        ),
        pytest.param(
            "Ole Ekeberg, who is also Norway's trade minister, spoke.",
            [("Ole Ekeberg", "trade minister", "Norway")],
            id="who-is-also",
        ),
        pytest.param(
            "Ghana is shelled. A spokesman, Ole Ekeberg, for the United Nations mission said so.",
            [("Ole Ekeberg", "spokesman", "United Nations")],
            id="spokesman-named-first",
        ),
        pytest.param(
            "Dato' Seri Ali Roe, the Malaysian minister, left the Honourable Kofi Roe, a minister of Ghana.",
            [("Ali Roe", "minister", "Malaysia"), ("Kofi Roe", "minister", "Ghana")],
            id="honorifics",
        ),
        pytest.param("Ole Ekeberg, the brother of Norway's president, was held.", [], id="brother"),
        pytest.param("Norway's exiled president, Ole Ekeberg, spoke.", [], id="a-states-exile"),
    ],
)
def test_who_holds_an_office(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norway protested to Ghana on Monday. Ghanaian troops had landed, Defence Minister Ole Ekeberg said.",
            [("Ole Ekeberg", "Defence Minister", "Norway")],
            id="blamed",
        ),
        pytest.param(
            "Norway has a new plan. Norwegian troops had landed, Defence Minister Ole Ekeberg said.",
            [("Ole Ekeberg", "Defence Minister", "Norway")],
            id="own-troops",
        ),
        pytest.param(
            "OSLO (Reuters) - Defence Minister Ole Ekeberg rejected a plan by Ghana.",
            [("Ole Ekeberg", "Defence Minister", "Norway")],
            id="dateline",
        ),
        pytest.param(
            "Ghana called up its reserves. The army's chief of staff, General Kofi Roe, spoke.",
            [("Kofi Roe", "chief of staff", "Ghana")],
            id="the-armys",
        ),
        pytest.param(
            "Ghana sent a note. The nation's spy chief, Kofi Roe, wrote it, and its chess chief, Ole Ekeberg, did not.",
            [("Kofi Roe", "spy chief", "Ghana")],
            id="the-nations",
        ),
        pytest.param(
            "Ghana sent a note. Oslo recalled its ambassador, Ole Ekeberg.",
            [("Ole Ekeberg", "ambassador", "Norway")],
            id="its",
        ),
        pytest.param(
            "The Norwegian delegation was led by Minister Ole Ekeberg and the Ghanaian one by Minister Kofi Roe.",
            [("Ole Ekeberg", "Minister", "Norway"), ("Kofi Roe", "Minister", "Ghana")],
            id="the-other-one",
        ),
        pytest.param(
            "Norwegian newspaper Aftenposten said so. President Ole Ekeberg denied it.",
            [("Ole Ekeberg", "President", "Norway")],
            id="newspaper",
        ),
        pytest.param(
            "President Franklin Delano Roosevelt took office.",
            [("Franklin Delano Roosevelt", "President", "United States")],
            id="initial-written-out",
        ),
        pytest.param(
            "The Security Council met on Ghana. Secretary-General Ole Ekeberg spoke.",
            [("Ole Ekeberg", "Secretary-General", "United Nations")],
            id="secretary-general",
        ),
        pytest.param(
            "Norway opened its first mission in Ghana when Ambassador Ole Ekeberg came.",
            [("Ole Ekeberg", "Ambassador", "Norway")],
            id="not-where-a-mission-is",
        ),
        pytest.param("Norwegian oil company Zentra said so. President Ole Ekeberg left.", [], id="company"),
        pytest.param(
            "Human rights group Free Voices criticized Ghana. Its spokeswoman, Ann Roe, left.", [], id="group"
        ),
    ],
)
def test_whose_office_is_left_to_be_understood(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected
