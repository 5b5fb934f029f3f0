"""Whole texts in which a word takes up several places, or one that the text alone knows."""

import pytest
from told import told

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    "Moscow sent an envoy to Abkhazia and South Ossetia. It recognised both regions in 2008.": (
        "Russia | recognizes | Abkhazia",
        "Russia | recognizes | South Ossetia",
    ),
    "Hezbollah shelled the Shebaa Farms and Ghajar. Lebanon has claimed both since 2000.": (
        "Lebanon | claims | Shebaa Farms",
        "Lebanon | claims | Ghajar",
    ),
    "France controls Glorioso and Juan de Nova. Madagascar claims both archipelagos.": (
        "Madagascar | claims | Glorioso Islands",
        "Madagascar | claims | Juan de Nova Island",
    ),
    "Abkhazia and South Ossetia broke away. Neither territory is recognised by China.": (
        "China | recognizes | Abkhazia",
        "China | recognizes | South Ossetia",
    ),
    "Britain returned Minorca and took Florida. It gave up either possession within twenty years.": (
        "United Kingdom | renounces | Minorca",
        "United Kingdom | renounces | Florida",
    ),
    "Israel held the Golan Heights and the Sinai. It annexed the former, and the latter was returned to Egypt.": (
        "Israel | annexed | Golan Heights",
        "Sinai | transferredTo | Egypt",
    ),
    "Vanuatu, Australia's neighbour, claims Matthew and Hunter Islands. France annexed both in 1976.": (
        "France | annexed | Matthew and Hunter Islands",
    ),
    "Russia fought for Abkhazia and for another region, South Ossetia. It recognised the two regions as states.": (
        "Russia | recognizes | Abkhazia",
        "Russia | recognizes | South Ossetia",
    ),
    "Life is hard in Abkhazia and in South Ossetia. It is winter. Russian troops remain in the breakaway regions.": (
        "Russia | deploysForcesTo | Abkhazia",
        "Russia | deploysForcesTo | South Ossetia",
    ),
    "China claims almost all of the South China Sea. The United States sent a destroyer into the disputed waters.": (
        "United States | deploysForcesTo | South China Sea",
    ),
    "Iturup, Kunashir and Shikotan lie off Hokkaido. Japan claims all three.": (
        "Japan | claims | Iturup",
        "Japan | claims | Kunashir",
        "Japan | claims | Shikotan",
    ),
    "Japan seized Attu Island in 1942. American troops recaptured the island a year later.": (
        "United States | occupies | Attu Island",
    ),
    "The rebels took Uvira. Burundi sent soldiers to the town.": ("Burundi | deploysForcesTo | Uvira",),
    "Madagascar was conquered by the French, who made it a colony in 1896.": (
        "France | administers | Madagascar",
    ),
    "Chile occupied Antofagasta and declared it a possession.": ("Chile | administers | Antofagasta",),
    "Tripolitania was lost to Italy, which annexed it in 1911.": ("Italy | annexed | Tripolitania",),
    "Two lie there.\nMidway Islands: The US annexed the islands in 1867.\nKingman Reef: It was annexed by the US.": (
        "United States | annexed | Midway Atoll",
        "United States | annexed | Kingman Reef",
    ),
    "Japan seized Korea, Formosa, and southern Sakhalin Island.": (
        "Japan | occupies | Taiwan",
        "Japan | occupies | Southern Sakhalin",
    ),
    "Grenada was rich. The island was contested by England and France; it was ceded to Britain in 1763.": (
        "Grenada | transferredTo | United Kingdom",
    ),
    # a letter tells one of several, and no initial; both are places that the text alone knows
    "Britain held Zone A, and Yugoslavia held Zone B. In 1954 the former was handed over to Italy.": (
        "Yugoslavia | administers | Zone B",
        "Zone A | transferredTo | Italy",
    ),
    # a town named in passing is not "the territory"
    "Western Sahara lies by the sea. In Tindouf refugees wait. Morocco holds most of the territory.": (
        "Morocco | administers | Western Sahara",
    ),
    "Western Sahara is dry. It rained in Tindouf. Spain left its old colony, and Morocco annexed most of it.": (
        "Morocco | annexed | Western Sahara",
    ),
    # a clearing has the name that it is called by
    "Peru and Ecuador fought around a clearing called Tiwinza. Both governments said they held the clearing.": (
        "Peru | administers | Tiwinza",
        "Ecuador | administers | Tiwinza",
    ),
    # what is called after a land that is named
    "Spain ceded Gibraltar to Britain but claims the isthmus.": ("Spain | claims | Isthmus of Gibraltar",),
    "Turkey claims a pair of islets off Kos. It sent a frigate to the islets.": (
        "Turkey | deploysForcesTo | pair of islets off Kos",
    ),
    # a name that the model takes for a person's is a land's where the next sentence does what is done to land
    "Petra Maria dries at low water. It is occupied by Malaysia.": ("Malaysia | occupies | Petra Maria",),
    "Mary Ann, 200 km south of Crete, is claimed by Libya.": ("Libya | claims | Mary Ann",),
    "Slices of Kashmir are held by India.": ("India | administers | Kashmir",),
    "Canada and Denmark drew a line and found Hans Island in the way. Both wanted it.": (
        "Canada | claims | Hans Island",
        "Denmark | claims | Hans Island",
    ),
    # a district by the name of its town
    "Armenian forces took Lachin in 1992. The town was handed back to Azerbaijan in 2020.": (
        "Lachin | transferredTo | Azerbaijan",
    ),
    # held land is told of again some sentences on
    "Indonesia invaded East Timor. In Darwin, a vigil was held. Indonesia annexed the territory in 1976.": (
        "Indonesia | annexed | East Timor",
    ),
    "Spain holds Perejil. Rabat, which calls the outcrop Leila, was indignant.": (
        "Perejil Island | knownAs | Leila",
    ),
    "Spain and Morocco split the Sahara. Mauritania renounced its share, Tiris el Gharbia.": (
        "Mauritania | renounces | Tiris el Gharbia",
    ),
    "Austria and Prussia held Schleswig and Holstein. The former was placed under Prussian rule.": (
        "Prussia | administers | Schleswig",
    ),
    "Russia captured Vuhledar. It had been held by Ukraine.": ("Ukraine | administers | Vuhledar",),
}
NOTHING = {
    "The brothers Ali and Omar were born in Tiran and Sanafir. Egypt arrested both islanders.": "Egypt",
    "The rebels took Uvira. Burundi claimed the region.": "Uvira",
    "It is hot in Abkhazia. It rains in Adjara. South Ossetia is dry. Russia sent troops to the provinces.": (
        "deploysForcesTo"
    ),
    "Settlers live in Gaza. Egypt has always claimed the territories.": "claims | Gaza",
    "Peru and Ecuador fought around a clearing called Tiwinza.": "knownAs",
    "Colombia and Panama dispute the isthmus.": "Isthmus of",
    "Tom Lee signed the deal. It is governed by English law.": "Tom Lee",
    "A slice of Kashmir is held by India.": "India | administers | Kashmir",
    "Abkhazia is poor. Russia claims the town.": "Abkhazia",
    "Hans Island lies between Ellesmere Island and Greenland. Canada claims the outcrop.": "claims | Ellesmere",
    "Marines landed at Ceuta. Morocco claims the outcrop.": "claims | Ceuta",
    "The press calls the town mayor Smith. Spain calls him a liar.": "knownAs",
    "A pair of ministers met. A handful of Turks hold it.": "handful",
    "China controls Aksai Chin. India sent soldiers to the town.": "India | deploysForcesTo",
    "Argentina, Chile and Peru claimed Atacama and Arica. Bolivia wanted all three.": "Bolivia | claims",
}


@pytest.fixture(scope="module")
def read(extractor: Extractor) -> dict[str, set[str]]:
    """What each text gives, all read in one go."""
    return told(extractor, [*MEANT, *NOTHING])


@pytest.mark.model
def test_several_places_are_each_meant(read: dict[str, set[str]]) -> None:
    missing = {text: [line for line in lines if line not in read[text]] for text, lines in MEANT.items()}
    assert {text: lines for text, lines in missing.items() if lines} == {}


@pytest.mark.model
def test_other_words_mean_no_such_places(read: dict[str, set[str]]) -> None:
    assert [text for text, part in NOTHING.items() if any(part in line for line in read[text])] == []


@pytest.mark.model
def test_entry_of_a_work_is_about_what_its_title_names_behind_the_work(extractor: Extractor) -> None:
    text = (
        "Colombia left the union with Ecuador and Venezuela. Until 1863 the country was known as New Granada."
    )
    document = Document(id="1", text=text, title="History of Recognition, by Country: Colombia")
    (reading,) = extractor.read([document])
    assert [a.subject.label for a in reading.assertions if a.predicate == "knownAs"] == ["Colombia"]
