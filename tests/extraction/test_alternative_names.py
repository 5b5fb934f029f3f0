"""Other names beside a place's name: what sets them off, and what stands there without being one."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def _names(extractor: Extractor, text: str) -> set[tuple[str, str]]:
    (reading,) = extractor.read([Document(id="example", text=text)])
    return {(a.subject.label, a.object.label) for a in reading.assertions if a.predicate == "knownAs"}


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("The Falkland Islands (Islas Malvinas) are windy.", "Falkland Islands", "Islas Malvinas"),
        ("Etorofu (Iturup in Russian) is larger than Kunashir.", "Iturup", "Iturup"),
        ("The Senkaku Islands (Diaoyu in Chinese, Tiaoyutai in Taiwan) are small.", "Senkaku Islands", "Tiaoyutai"),
        ("Lake Nyasa, or Lake Malawi, is deep.", "Lake Malawi", "Lake Malawi"),
        ("Transnistria, officially the Pridnestrovian Moldavian Republic, is narrow.", "Transnistria",
         "Pridnestrovian Moldavian Republic"),
        ("Hans Island, Tartupaluk in Greenlandic, is bare.", "Hans Island", "Tartupaluk"),
        ("Imia – Kardak to the Turks – consists of two rocks.", "Imia", "Kardak"),
        ("The Falkland Islands, which Argentina calls the Malvinas, lie south.", "Falkland Islands", "Malvinas"),
        ("China calls Arunachal Pradesh South Tibet.", "Arunachal Pradesh", "South Tibet"),
        ("The Liancourt Rocks (called Dokdo in Korea and Takeshima in Japan) are bare.", "Liancourt Rocks",
         "Takeshima"),
        ("The Liancourt Rocks, known as Dokdo in South Korea and as Takeshima in Japan, are bare.",
         "Liancourt Rocks", "Takeshima"),
        ("Scarborough Shoal, or Huangyan Dao as China calls it, is a ring of reefs.", "Scarborough Shoal",
         "Huangyan Dao"),
        ("The Senkaku Islands, or Diaoyu in Chinese, are bare.", "Senkaku Islands", "Diaoyu"),
        ("Artsakh is the Armenian name of Nagorno-Karabakh.", "Nagorno-Karabakh", "Artsakh"),
        ("Fiume (Croat. Rijeka), a port, was Italian.", "Fiume", "Rijeka"),
        ("The Åland Islands (Finn. Ahvenanmaa; Swed. Åland) are Finnish.", "Åland Islands", "Ahvenanmaa"),
        ("Hatay (formerly the sanjak of Alexandretta) is Turkish.", "Hatay", "sanjak of Alexandretta"),
        ("The Aozou Strip (Fr. Bande d'Aozou) is dry.", "Aouzou Strip", "Bande d'Aozou"),
        ("Memel (Lith. Klaipėdos kraštas) is small.", "Memel", "Klaipėdos kraštas"),
        ("Bukovina, duchy of (Ger. Buchenland); capital Czernowitz.", "Bukovina", "Buchenland"),
        ("The embassy moved to Kyiv (Kiev).", "Kyiv", "Kiev"),
        ("The embassy in Rangoon (now Yangon) closed.", "Rangoon", "Yangon"),
        ("Austria ruled Lemberg (now Lviv in Ukraine).", "Lviv", "Lemberg"),
        ("South Korea (formally the Republic of Korea or ROK) claims Dokdo.", "South Korea", "Republic of Korea"),
        ("The Germans held South West Africa (modern-day Namibia).", "Namibia", "South West Africa"),
        ("Transnistria, also known as “Trans-Dniester” or simply “Pridnestrovie,” broke away.", "Transnistria",
         "Pridnestrovie"),
        ("Iturup, also called Etorofu or simply “Etoro”, is windy.", "Iturup", "Etoro"),
        ("Japan took the port of Dairen (Dalian).", "Dairen", "Dalian"),
        ("Peru lost the ports of Zarema (now Zarum), Ocha (now Osha) and Lima.", "Ocha", "Osha"),
        ("Troops landed in Zarema (formerly Kilda).", "Zarema", "Kilda"),
        ("Morocco destroyed the Songhai (Songhay) Empire in 1591.", "Songhai Empire", "Songhay"),
    ],
)  # fmt: skip
def test_a_name_set_off_beside_a_place_is_its_other_name(
    extractor: Extractor, text: str, place: str, name: str
) -> None:
    assert (place, name) in _names(extractor, text)


@pytest.mark.parametrize(
    ("text", "caller"),
    [
        ("Imia, called Kardak by the Turks, consists of two rocks.", "Turkey"),
        ("Imia (Kardak to Turkey) consists of two rocks.", "Turkey"),
        ("Hans Island, Tartupaluk in Greenlandic, is bare.", None),
        ("Imia (Kardak) in the Aegean consists of two rocks.", None),
        ("Greek officials say that Imia, also known as Kardak, is bare.", None),
    ],
)
def test_whose_name_it_is_stands_right_behind_it(extractor: Extractor, text: str, caller: str | None) -> None:
    (reading,) = extractor.read([Document(id="example", text=text)])
    (named,) = (a for a in reading.assertions if a.predicate == "knownAs")
    assert (named.attribution.label if named.attribution else None) == caller


@pytest.mark.parametrize(
    "text",
    [
        "The Gaza Strip (IDF) was quiet.",
        "The army entered Abkhazia (Georgia) in 1992.",
        "The Aozou Strip (1973) was quiet.",
        "The envoy flew to Crimea, or Kashmir, on Friday.",
        "They met in Crimea, Simferopol in Ukraine, on Monday.",
        "The Liancourt Rocks are dear to fishermen in Korea and Takeshima in Oki is a street.",
        "Hong Kong, or so Britain hoped, was safe.",
        "Guerrillas of the Kurdistan Workers' Party, or PKK, laid down their arms.",
        "The Strait of Hormuz (Iran-Oman) is narrow.",
        "The drill, Operation Bahamas, Turks and Caicos, or OPBAT, is over.",
        "Turtles nest on Ascension Island (Saint Helena, Ascension, and Tristan da Cunha).",
        "Austria ruled Ruthenia (now largely in Ukraine).",
        "The fight of Cassius Clay (now Muhammad Ali) was long.",
        "Shares in Zarema Oil (now Zarum) rose.",
        "The village of Zarema (Ocha) is in Peru.",
        "The Zarema (Zarum) Committee met in Peru.",
    ],
)
def test_what_is_no_name_of_the_place_is_not_read_as_one(extractor: Extractor, text: str) -> None:
    assert _names(extractor, text) == set()
