"""What histories tell of a land: under whom it was and when, who drew its borders, who broke away from it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_MEANT = {
    # a land is part of a state by what it became there, or by what that is made up of
    "Iceland became a state within the Kingdom of Denmark in 1918.": ("Iceland | partOf | Denmark",),
    "Vanuatu comprises Tafea and Torba.": ("Tafea | partOf | Vanuatu", "Torba | partOf | Vanuatu"),
    # a war of two ends in what both have signed
    "Ecuador's war with Peru ended in the Brasilia Accord.": (
        "Ecuador | partyTo | Brasilia Presidential Act",
        "Peru | partyTo | Brasilia Presidential Act",
    ),
    # each of several things that a land was has whom it was under
    "Estonia was a duchy and then a province under Sweden, and a governorate of Russia until 1918.": (
        "Sweden | administers | Estonia",
    ),
    "Finland was an autonomous grand duchy of Russia after 1809.": ("Russia | administers | Finland",),
    # a land lay within borders, or what is now a state did
    "Until 1937 Burma remained inside the confines of British India.": ("Myanmar | partOf | British India",),
    "What is today Bangladesh was contained within the borders of Pakistan.": (
        "Bangladesh | partOf | Pakistan",
    ),
    # who draws a line is a party
    "Britain and France fixed the border between Nigeria and Niger in 1906.": (
        "France | delimitedBoundaryWith | United Kingdom",
    ),
    "Commissioners of Britain and Portugal traced the frontier between Mozambique and Nyasaland.": (
        "Portugal | delimitedBoundaryWith | United Kingdom",
    ),
    "A commission fixed the border between Iraq and Kuwait in 1993.": (
        "Iraq | delimitedBoundaryWith | Kuwait",
    ),
    # who holds is recognised as doing so
    "France acquiesced in British control of Egypt in 1904.": ("France | recognizes | United Kingdom",),
    "In 1938 Britain recognised Italian possession of Ethiopia.": ("United Kingdom | recognizes | Italy",),
    # a people within a land is no state
    "In 1991 the Armenians of Nagorno-Karabakh declared their independence from Azerbaijan.": (
        "Armenians of Nagorno-Karabakh | declaredIndependenceFrom | Azerbaijan",
    ),
    "Bosnia voted in 1992, while the Serbs in Bosnia declared their own areas an independent republic.": (
        "Serbs in Bosnia | declaredIndependenceFrom | Bosnia and Herzegovina",
    ),
    "The Turkish minority in Cyprus broke away in 1983.": (
        "Turkish minority in Cyprus | declaredIndependenceFrom | Cyprus",
    ),
    "The Greeks of Greece declared their independence from the Ottoman Empire in 1822.": (
        "Greece | declaredIndependenceFrom | Ottoman Empire",
    ),
    # who leaves a federation or an empire
    "Lithuania left the Soviet Union in 1990.": ("Lithuania | declaredIndependenceFrom | Soviet Union",),
    "The Mali Federation became independent in 1960. Senegal's secession from the Federation came in August.": (
        "Senegal | declaredIndependenceFrom | Mali Federation",
    ),
    "The Austrian Empire was beaten at Solferino. The empire ceded Lombardy to France in 1859.": (
        "Lombardy | transferredFrom | Austrian Empire",
    ),
    # what states share out passes to each of them, and no line is said to be drawn
    "In 1795 Russia, Prussia and Austria partitioned Poland among themselves.": (
        "Poland | transferredTo | Austria",
        "Poland | transferredTo | Prussia",
        "Poland | transferredTo | Russia",
    ),
    "France gave up the Saar in return for Silesia.": ("Silesia | transferredTo | France",),
    "Britain gave up its claims in exchange for Tonga.": ("Tonga | transferredTo | United Kingdom",),
    # a union that nobody recognises has come about all the same
    "The Soviet Union never recognised the union of Bessarabia with Romania.": (
        "Soviet Union | recognizes | Romania",
        "Bessarabia | transferredTo | Romania",
    ),
    "The assembly of Hatay voted for union with Turkey.": ("Hatay | transferredTo | Turkey",),
    # colonies are founded, and protectorates declared, over lands that no list has
    "Italy established the colony of Eritrea in 1890.": ("Italy | administers | Eritrea",),
    "Britain declared a protectorate over the Niger delta in 1885.": (
        "United Kingdom | administers | Niger delta",
    ),
    "Katanga declared its independence from the Congo, followed in August by South Kasai province.": (
        "South Kasai | declaredIndependenceFrom | Democratic Republic of the Congo",
    ),
    # what is left open is not settled
    "Britain and Venezuela agreed to postpone the question of the boundary.": (
        "United Kingdom | delimitedBoundaryWith | Venezuela",
    ),
    # from whom a treaty brought land
    "The United States acquired Florida through an agreement with Spain.": (
        "Florida | transferredFrom | Spain",
        "Florida | transferredTo | United States",
    ),
}
_NOTHING = {
    "Polk sought the territory comprising New Mexico and California.": "partOf",
    "Britain and France fixed the border between Nigeria and Niger.": "Niger | delimited",
    "In 1795 Russia, Prussia and Austria partitioned Poland among themselves.": "delimited",
    "Britain and Venezuela agreed to postpone the question of the loan.": "delimited",
    "Norway and Sweden agreed to postpone the issue.": "delimited",
    "Britain established a colony of the League of Nations.": "administers",
    "Denmark sold the islands to the United States. They have since been known as the Virgin Islands.": "knownAs",
    "Turkey became Turkey's friend.": "knownAs",
    "Polk sought the territory comprising the present-day states of New Mexico and California.": "partOf",
    "The conflict stayed within the borders of Sudan.": "partOf",
    "Troops stayed within the borders of Croatia.": "partOf",
    "Russia left the football federation in 2022.": "declaredIndependenceFrom",
    "Soviet troops left the Federation of Malaya.": "declaredIndependenceFrom",
    "Britain left the European Union in 2020.": "declaredIndependenceFrom",
    "Germany and Austria quarrelled over the island of Veglia. The empire annexed it.": "annexed",
    "The Armenians of Nagorno-Karabakh declared their independence from Azerbaijan.": "Armenia |",
    "The Turkish minority in Bulgaria declared its loyalty to the state.": "declaredIndependenceFrom",
    "Britain acquired the Cape Colony by treaty with the Netherlands.": "partyTo",
    "The European powers colonised most of East Africa.": "administers",
    "Jamaica's withdrawal from the West Indies Federation was decided by a vote.": "deploysForcesTo",
    "Britain recognised the right of France to fish off Newfoundland.": "Newfoundland",
    "The American consulate told of it on the day on which Eritrea declared its independence.": "United States",
}
_DATED = {
    "Cyprus was a British protectorate until 1914 and a republic after 1960.": ["Cyprus /1914"],
    "Rwanda was a German colony until 1916, then a Belgian mandate until 1962.": [
        "Rwanda /1916",
        "Rwanda /1962",
    ],
    "Estonia was a duchy and then a province under Sweden from 1561 to 1710.": ["Estonia 1561/1710"],
}


def test_histories_tell_whose_a_land_was(extractor: Extractor) -> None:
    assert amiss(extractor, _MEANT, _NOTHING) == ([], [])


def test_each_thing_that_a_land_was_has_its_time(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_DATED)]
    found = [
        sorted(f"{a.object.label} {a.time}" for a in reading.assertions)
        for reading in extractor.read(documents)
    ]
    assert found == list(_DATED.values())


@pytest.mark.parametrize(
    ("title", "text", "holder"),
    [
        ("East Timor", "Portugal left in 1975. The region was annexed by Indonesia in 1976.", "Indonesia"),
        ("Moldova", "Russia seized the region from the Ottoman Empire in 1812.", "Russia"),
        # something else is meant where land has just been told of, or where it only says where
        ("Kenya", "Raids troubled the north. The region was annexed by Italy.", None),
        ("Thailand", "Tension in the region rose when Japan seized Hainan.", None),
    ],
)
def test_the_region_may_be_the_land_of_the_state_of_which_a_page_tells(
    extractor: Extractor, title: str, text: str, holder: str | None
) -> None:
    (reading,) = extractor.read([Document(id="1", text=text, title=title)])
    found = [a.subject.label for a in reading.assertions if a.object.label == title]
    assert found == ([holder] if holder else [])


def test_it_that_gets_another_status_is_the_state_of_which_a_page_tells(extractor: Extractor) -> None:
    text = "Germany annexed Nauru. Japan occupied it in 1942. After the war it gained independence from Australia."
    (reading,) = extractor.read([Document(id="1", text=text, title="Nauru")])
    found = [a.subject.label for a in reading.assertions if a.predicate == "declaredIndependenceFrom"]
    assert found == ["Nauru"]
