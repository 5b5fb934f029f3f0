"""Whose office it is where the words beside it do not say so: what was named before, who is told, who is summoned."""

import pytest
from offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Signor Aldo Rossi, the Italian Ambassador, spoke.",
            ("Aldo Rossi", "Ambassador", "Italy"),
            id="foreign-honorific",
        ),
        pytest.param(
            "Malaysian Prime Minister Datuk Seri Najib Razak spoke.",
            ("Najib Razak", "Prime Minister", "Malaysia"),
            id="honorific-of-two-words",
        ),
        pytest.param(
            "Prime Minister Sheikh Hasina of Bangladesh spoke.",
            ("Sheikh Hasina", "Prime Minister", "Bangladesh"),
            id="honorific-by-which-somebody-is-known",
        ),
        pytest.param(
            "Bahrain's minister Sheikh Khalid Roe spoke.",
            ("Khalid Roe", "minister", "Bahrain"),
            id="honorific-by-which-nobody-is-known",
        ),
    ],
)
def test_honorifics_are_no_part_of_a_name(text: str, expected: tuple[str, str, str]) -> None:
    assert offices(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Security Council met. Its President for the month, Ole Hansen of Denmark, spoke.",
            ("Ole Hansen", "President", "United Nations Security Council"),
            id="its",
        ),
        pytest.param(
            "The Security Council met. A text was read by Ole Hansen of Denmark, its President.",
            ("Ole Hansen", "President", "United Nations Security Council"),
            id="behind-the-name",
        ),
        pytest.param(
            "The Tribunal has ruled on Denmark. Judge Ole Hansen, its President, read the award.",
            ("Ole Hansen", "President", "Tribunal"),
            id="tribunal",
        ),
        pytest.param(
            "The Security Council met. The Council President for May, Ole Hansen of Denmark, spoke.",
            ("Ole Hansen", "Council President", "United Nations Security Council"),
            id="in-the-title",
        ),
        pytest.param(
            "The Polisario Front met. Ali Roe, the movement's representative, spoke.",
            ("Ali Roe", "representative", "Polisario Front"),
            id="sort-of-body",
        ),
        pytest.param(
            "The Kurdistan Regional Government met. Ali Roe, the government's spokesman, spoke.",
            ("Ali Roe", "spokesman", "Kurdistan Regional Government"),
            id="government-by-name",
        ),
        pytest.param(
            "Gagauzia voted. The region's leader, Ali Roe, spoke.",
            ("Ali Roe", "leader", "Gagauzia"),
            id="land",
        ),
        pytest.param(
            "Greenland's parliament met. Premier Ole Hansen spoke.",
            ("Ole Hansen", "Premier", "Greenland"),
            id="premier-of-a-land",
        ),
        pytest.param(
            "Denmark sent a note. Its foreign minister, Ole Hansen, signed it.",
            ("Ole Hansen", "foreign minister", "Denmark"),
            id="state",
        ),
        pytest.param(
            "Ole Hansen, the premier of Fyrholm, told Denmark so.",
            ("Ole Hansen", "premier", "Fyrholm"),
            id="land-unknown",
        ),
        pytest.param(
            "Ole Hansen, who was at the time Denmark's foreign minister, spoke.",
            ("Ole Hansen", "foreign minister", "Denmark"),
            id="at-the-time",
        ),
        pytest.param(
            "Norway wrote to Denmark. The Swedish envoy met with Prime Minister Ole Hansen in Copenhagen.",
            ("Ole Hansen", "Prime Minister", "Denmark"),
            id="met-at-home",
        ),
        pytest.param(
            "The Swedish envoy met with Prime Minister Ole Hansen in Denmark.",
            ("Ole Hansen", "Prime Minister", "Denmark"),
            id="met-in-the-only-land",
        ),
        pytest.param(
            "Denmark wrote to Finland. The Swedish envoy met with Prime Minister Ole Hansen in Norway.",
            ("Ole Hansen", "Prime Minister", "Denmark"),
            id="met-abroad",
        ),
        pytest.param(
            "Denmark shut its border. A spokesman for the government, Ole Hansen, spoke.",
            ("Ole Hansen", "spokesman", "Denmark"),
            id="for-the-government",
        ),
        pytest.param(
            "Denmark shut its ports. The head of the navy, Admiral Ole Hansen, spoke.",
            ("Ole Hansen", "head", "Denmark"),
            id="of-the-navy",
        ),
        pytest.param(
            "Denmark shut its border. Ole Hansen, the country's foreign minister, spoke.",
            ("Ole Hansen", "foreign minister", "Denmark"),
            id="the-country's",
        ),
        pytest.param(
            "Denmark shut its border. Foreign Minister Ole Hansen met his Swedish counterpart.",
            ("Ole Hansen", "Foreign Minister", "Denmark"),
            id="met-another's",
        ),
        pytest.param(
            "COPENHAGEN (AP) - The border is shut. Foreign Minister Ole Hansen said so.",
            ("Ole Hansen", "Foreign Minister", "Denmark"),
            id="dateline-alone",
        ),
        pytest.param(
            "Denmark heard the Agent of Norway, Ole Hansen.",
            ("Ole Hansen", "Agent", "Norway"),
            id="agent-in-court",
        ),
    ],
)
def test_office_is_of_what_was_named_before(text: str, expected: tuple[str, str, str]) -> None:
    assert offices(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Denmark lost. Judge Ole Hansen, its President, read the award.", id="judge"),
        pytest.param("The UN and NATO met. Ali Roe, the movement's leader, spoke.", id="two-bodies"),
        pytest.param("The director of the Baghdad office of Care, Ole Hansen, spoke.", id="branch"),
        pytest.param("Denmark heard Spokesman Ole Hansen for two groups.", id="spokesman-for-others"),
        pytest.param("Lawyers for Denmark and Norway spoke. Minister Ole Hansen left.", id="two-states"),
        pytest.param("Greenland and Gagauzia met. The region's leader, Ali Roe, spoke.", id="two-lands"),
        pytest.param("Danish agent Ole Hansen fled.", id="agent-of-no-court"),
        pytest.param("Ole Hansen, the president of Fyrholm, told Denmark so.", id="president-of-anything"),
    ],
)
def test_office_of_nobody_known_is_no_state_s(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Danish troops left. Defense Minister Ole Hansen told the Knesset so.",
            "Israel",
            id="house-by-name",
        ),
        pytest.param(
            "Danish troops left. Defense Minister Ole Hansen told Sweden's parliament so.",
            "Sweden",
            id="owner-of-a-house",
        ),
        pytest.param(
            "Danish troops left. Defense Minister Ole Hansen told the Senate in Manila so.",
            "Philippines",
            id="seat-of-a-house",
        ),
        pytest.param(
            "OSLO - Danish troops left. Defense Minister Ole Hansen reported to parliament.",
            "Norway",
            id="dateline",
        ),
        pytest.param(
            "OSLO - Danish troops left Norway. Defense Minister Ole Hansen was glad.",
            "Norway",
            id="dateline-before-an-adjective",
        ),
        pytest.param(
            "The British left. Mr Ole Hansen, the Foreign Secretary, and Morocco agreed with Spain.",
            "United Kingdom",
            id="state-that-has-such-an-office",
        ),
    ],
)
def test_minister_is_of_the_state_that_he_answers_to(text: str, expected: str) -> None:
    assert [agent for *_, agent in offices(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Oslo summoned Ambassador Ole Hansen over Danish jets.", ["Denmark"], id="active"),
        pytest.param("Norway called in Ambassador Ole Hansen over Danish jets.", ["Denmark"], id="called-in"),
        pytest.param(
            "Ambassador Ole Hansen was summoned to the Norwegian ministry over Danish jets.",
            ["Denmark"],
            id="passive",
        ),
        pytest.param(
            "Norway summoned Ambassador Ole Hansen after Danish jets flew to Sweden.",
            ["Denmark"],
            id="who-acted",
        ),
        pytest.param("Danish jets came. Norway expelled Ambassador Ole Hansen.", ["Denmark"], id="expelled"),
        pytest.param("Norway summoned Ambassador Ole Hansen.", [], id="sender-unknown"),
        pytest.param("Norway recalled Ambassador Ole Hansen.", ["Norway"], id="recalled"),
    ],
)
def test_who_is_summoned_serves_another_state(text: str, expected: list[str]) -> None:
    assert [agent for *_, agent in offices(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Danish President Per Berg smiled. His foreign minister, Ole Hansen, a quiet man, went to Sweden.",
            ["Denmark", "Denmark"],
            id="sentence-before",
        ),
        pytest.param(
            "Danish President Per Berg sent his envoy, Ole Hansen, to Sweden.",
            ["Denmark", "Denmark"],
            id="same-sentence",
        ),
        pytest.param(
            "Mrs Gandhi's foreign minister, Ole Hansen, came to India.", ["India"], id="superior-who-is-known"
        ),
        pytest.param(
            "Aides of Secretary of State Ole Hansen called Denmark.", ["United States"], id="aides-of"
        ),
    ],
)
def test_officers_serve_whom_their_superior_serves(text: str, expected: list[str]) -> None:
    assert [agent for *_, agent in offices(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'Norway accused Denmark. "The Danish side refused," Minister Ole Hansen told reporters.',
            ["Norway"],
            id="quoted-are-others",
        ),
        pytest.param('"We will not," Minister Ole Hansen of Denmark said.', ["Denmark"], id="said-beside"),
        pytest.param(
            'Norway left. "The Danish came," Minister Ole Hansen said in Oslo.', ["Norway"], id="home"
        ),
        pytest.param(
            "Danish and Norwegian ships met. Prime Minister Ole Hansen told reporters in Oslo so.",
            ["Norway"],
            id="home-of-one-of-two",
        ),
        pytest.param(
            "Denmark and Norway talked. Minister Ole Hansen left. His Danish counterpart, Per Berg, stayed.",
            ["Norway", "Denmark"],
            id="counterpart-is-of-the-other",
        ),
        pytest.param(
            "Denmark spoke. Norway rejected it. Foreign Minister Ole Hansen said the isle belongs to Denmark.",
            ["Denmark"],
            id="to-whom-he-says-it-belongs",
        ),
        pytest.param(
            "The Danish foreign minister went to Oslo for talks with President Ole Hansen.",
            ["Norway"],
            id="host-of-a-guest-without-a-name",
        ),
        pytest.param(
            "Gibraltar rejected a plan by Spain. Chief Minister Peter Caruana said so.",
            ["Gibraltar"],
            id="chief-minister-of-a-land",
        ),
    ],
)
def test_own_words_tell_whose_minister_speaks(text: str, expected: list[str]) -> None:
    assert [agent for *_, agent in offices(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway smiled. President Ole Hansen spoke of independence from Norway.", id="left"),
        pytest.param("The Danish envoy met President Ole Hansen in Berlin.", id="met-abroad"),
        pytest.param("Danish troops landed. Governor General Ole Hansen fled.", id="governor-before-troops"),
        pytest.param('"Denmark must leave," Minister Ole Hansen said.', id="of-whom-he-speaks"),
    ],
)
def test_of_whom_somebody_speaks_he_is_not(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad closed the border. President Omar al-Bashir rejected that.",
            ("Omar al-Bashir", "President", "Sudan"),
        ),
        (
            "Chad was hit. Prime Minister Ismail Haniyeh spoke.",
            ("Ismail Haniyeh", "Prime Minister", "Palestine"),
        ),
        ("Israel and Jordan agreed. In Rome the pope saw King Hussein.", ("Hussein", "King", "Jordan")),
        ("Palestinian President Mahmoud Abbas of Fatah left.", ("Mahmoud Abbas", "President", "Palestine")),
        (
            "Chad closed the border. President Omar Ngarta rejected that.",
            ("Omar Ngarta", "President", "Chad"),
        ),
    ],
)
def test_who_is_known_to_have_led_others_leads_none_but_these(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert offices(text) == [expected]


def test_a_king_has_no_family_name() -> None:
    text = "Saddam Hussein of Iraq wrote to King Hussein of Jordan. King Hussein answered."
    assert offices(text) == [("Hussein", "King", "Jordan")]


def test_who_has_his_name_twice_is_no_king() -> None:
    assert offices("The envoy flew to Jordan, where he saw King Abdullah.") == [
        ("Abdullah", "King", "Jordan")
    ]


def test_any_president_of_a_state_is_not_the_one_named() -> None:
    assert offices("President Mwanza left. No one had seen a Zambian president do so.") == []
    assert offices("President Mwanza left. The Zambian president was tired.") == [
        ("Mwanza", "President", "Zambia")
    ]


def test_an_envoy_is_not_of_whom_he_is_accredited_to() -> None:
    text = (
        "U.S. Minister Jay Roe was accredited to Luxembourg. Rudolf Lee was named Chargé d'Affaires in 1944."
    )
    assert offices(text)[1:] == [("Rudolf Lee", "Chargé d'Affaires", "United States")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Spanish monarch, Ferdinand VII, was captured.", [("Ferdinand VII", "monarch", "Spain")]),
        (
            "The U.S. Ministers Plenipotentiary Benjamin Franklin and John Adams tried to agree.",
            [
                ("Benjamin Franklin", "Minister Plenipotentiary", "United States"),
                ("John Adams", "Minister Plenipotentiary", "United States"),
            ],
        ),
        ("Congress paid for Ministers Plenipotentiary to Chile, Peru and Mexico.", []),
        ("The tribunal indicted a Croatian general. Chief Prosecutor Carla Roe said so.", []),
        (
            "Turkey arrested two officers. Chief Prosecutor Irfan Roe said so.",
            [("Irfan Roe", "Chief Prosecutor", "Turkey")],
        ),
        (
            "Shinzo Abe, the Prime Minister of Japan, spoke. Mr Abe Abe Shinzo thanked Oslo.",
            [("Shinzo Abe", "Prime Minister", "Japan")],
        ),
    ],
    ids=["monarch", "several", "of-nobody", "of-a-tribunal", "of-a-state", "card-behind-a-last-name"],
)
def test_office_has_its_form_and_its_agent(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


def test_a_first_lady_is_of_the_president_beside_her() -> None:
    text = "U.S. President George Bush and first lady Laura Bush came to Beijing."
    assert offices(text)[1] == ("Laura Bush", "first lady", "United States")


def test_its_envoy_is_of_who_acts() -> None:
    text = "Washington soon named Adolph Dubs its Ambassador to Afghanistan."
    assert offices(text) == [("Adolph Dubs", "Ambassador to Afghanistan", "United States")]
    text = "Peru has withdrawn its ambassador to Japan, Luis Roe, and backed Lima's effort to try a man from Chile."
    assert offices(text) == [("Luis Roe", "ambassador to Japan", "Peru")]
    text = "The United States closed its consulate. From Mexico City, Ambassador Tony Roe said it would open."
    assert offices(text) == [("Tony Roe", "Ambassador", "United States")]


def test_who_is_handed_credentials_has_not_sent_the_envoy() -> None:
    text = (
        "The United States knew Tuvalu. Ambassador Inoke Roe gave his credentials to President Jimmy Carter."
    )
    assert offices(text) == [("Jimmy Carter", "President", "United States")]
    told = "Tuvalu was free. Ambassador Inoke Roe gave his credentials to President Jimmy Carter."
    assert offices(told)[:1] == [("Inoke Roe", "Ambassador", "Tuvalu")]
    sent = "The US Ambassador Ann Roe gave her credentials to the government. Jimmy Carter praised her."
    assert offices(sent) == [("Ann Roe", "Ambassador", "United States")]


def test_presidents_come_one_after_the_other() -> None:
    told = "President Alan Roe of Peru fell. On Friday Ana Poe was elected president."
    assert offices(told) == [("Alan Roe", "President", "Peru"), ("Ana Poe", "president", "Peru")]


def test_a_title_that_somebody_bears_is_nobody_elses() -> None:
    told = "Iran's president spoke. President Hassan Rouhani then quoted Ayatollah Ali Khamenei."
    assert offices(told) == [("Hassan Rouhani", "President", "Iran")]
    assert offices("Iran's president spoke. Hassan Rouhani then left.") == [
        ("Hassan Rouhani", "president", "Iran")
    ]


def test_several_presidents_of_one_country_have_all_been_its_own() -> None:
    text = "Denmark rose. It ousted the country's first two presidents, Ole Hansen and Aldo Rossi."
    assert [agent for _, _, agent in offices(text)] == ["Denmark", "Denmark"]
    assert offices("Denmark rose. Presidents Ole Hansen and Aldo Rossi met.") == []
