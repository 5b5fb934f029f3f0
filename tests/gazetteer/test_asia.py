"""What the gazetteer must know of Asia, the Pacific, the Indian Ocean and the Caucasus: names, parts, parties."""

import pytest

from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.lookup import Gazetteer
from kgraph.gazetteer.read import read_knowledge
from kgraph.model import EntityKind

KNOWLEDGE = read_knowledge()
ENTRIES = KNOWLEDGE.entries
GAZETTEER = Gazetteer.load()
PARTIES = frozenset(
    """
    abkhazia afghanistan armenia azerbaijan bangladesh bhutan cambodia china georgia india indonesia japan
    kazakhstan kyrgyzstan malaysia mauritius myanmar nepal north-korea pakistan philippines russia singapore
    south-korea south-ossetia taiwan tajikistan thailand uzbekistan vanuatu vietnam
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
SHARED_LANGUAGES = {"china": "zh", "taiwan": "zh", "north-korea": "ko", "south-korea": "ko"}
MIN_WITH_ALL_NAMES = 2 / 3
ACTIVE = [e for e in ENTRIES.values() if e.status == "active" and len(PARTIES & set(e.claimants)) > 1]


def parents(id_: str) -> list[str]:
    """List what a place is part of, from the nearest upwards."""
    above: list[str] = []
    while (parent := ENTRIES[(above or [id_])[-1]].parent) is not None:
        above.append(parent)
    return above


def has_name_of(entry: Entry, party: str) -> bool:
    """Tell whether a name is the party's own, or another party's in the language that both share."""
    language = SHARED_LANGUAGES.get(party)
    return any(n.used_by == party or (n.used_by and n.lang == language) for n in entry.names)


def test_an_active_dispute_has_its_place_on_the_map() -> None:
    assert [e.entity.id for e in ACTIVE if e.lat is None or e.lon is None] == []


def test_most_active_disputes_have_the_own_name_of_every_party() -> None:
    named = [e for e in ACTIVE if all(has_name_of(e, party) for party in e.claimants)]
    assert len(named) / len(ACTIVE) >= MIN_WITH_ALL_NAMES


def test_each_disputed_place_of_the_kurils_is_named_by_both_sides_in_their_scripts() -> None:
    southern = [
        e for e in ENTRIES.values() if "southern-kuril-islands" in (e.entity.id, *parents(e.entity.id))
    ]
    assert len(southern) > 10
    for place in southern:
        assert {("russia", "ru"), ("japan", "ja")} <= {(n.used_by, n.lang) for n in place.names}


@pytest.mark.parametrize(
    ("id_", "names"),
    [
        ("southern-kuril-islands", ("Northern Territories", "Южные Курилы", "北方領土", "South Kurils")),
        ("iturup", ("Etorofu", "Итуруп", "択捉島")),
        ("kunashir", ("Kunashiri", "Кунашир", "国後島")),
        ("habomai-islands", ("Habomai rocks", "Хабомаи", "歯舞群島")),
        ("senkaku-islands", ("Diaoyu Islands", "尖閣諸島", "釣魚臺", "Tiaoyutai Islands", "Diaoyutai")),
        ("liancourt-rocks", ("Dokdo", "독도", "Takeshima", "竹島")),
        ("socotra-rock", ("Ieodo", "Suyan Rock", "이어도", "苏岩礁")),
        ("spratly-islands", ("Nansha Islands", "南沙群岛", "Trường Sa", "Kalayaan Island Group", "Spratlys")),
        ("paracel-islands", ("Xisha Islands", "西沙群島", "Hoang Sa", "Paracels")),
        ("scarborough-shoal", ("Huangyan Island", "Bajo de Masinloc", "Panatag Shoal", "黄岩岛")),
        ("second-thomas-shoal", ("Ayungin Shoal", "Ren'ai Jiao", "Bãi Cỏ Mây")),
        ("itu-aba", ("Taiping Island", "太平島", "Ba Bình", "Ligaw Island")),
        ("bolshoy-ussuriysky-island", ("Heixiazi Island", "黑瞎子岛", "Большой Уссурийский")),
        ("zhenbao-island", ("Damansky Island", "Даманский", "珍宝岛")),
        ("arunachal-pradesh", ("South Tibet", "Zangnan", "藏南", "अरुणाचल प्रदेश")),
        ("azad-kashmir", ("PoK", "آزاد کشمیر", "Azad Jammu and Kashmir")),
        ("shaksgam-valley", ("Trans-Karakoram Tract", "沙克思干谷地")),
        ("durand-line", ("خط دیورند", "ڈیورنڈ لائن")),
        ("preah-vihear", ("Khao Phra Viharn", "ប្រាសាទព្រះវិហារ", "เขาพระวิหาร")),
        ("pedra-branca", ("Pulau Batu Puteh", "白礁")),
        ("sabah", ("North Borneo",)),
        ("south-ossetia", ("Tskhinvali region", "Хуссар Ирыстон", "სამხრეთ ოსეთი")),
        ("nagorno-karabakh", ("Artsakh", "Արցախ", "Dağlıq Qarabağ")),
        ("kalbajar", ("Karvachar", "Kəlbəcər", "Քարվաճառ")),
        ("karki", ("Tigranashen", "Kərki")),
        ("akhalgori", ("Leningor", "ახალგორი")),
        ("chagos-archipelago", ("British Indian Ocean Territory", "Chagos Islands")),
        ("south-talpatti-island", ("New Moore Island", "Purbasha")),
        ("matthew-and-hunter-islands", ("Umaenupne mo Leka", "Îles Matthew et Hunter")),
        ("soviet-japanese-joint-declaration-of-1956", ("1956 Joint Declaration", "日ソ共同宣言")),
        ("treaty-of-saint-petersburg-1875", ("Sakhalin-Kuril Exchange Treaty",)),
        ("simla-agreement", ("Shimla Agreement", "1972 Simla Agreement")),
        ("simla-convention", ("1914 Simla Convention",)),
    ],
)
def test_the_names_of_all_sides_mean_the_same_thing(id_: str, names: tuple[str, ...]) -> None:
    assert {name: GAZETTEER.by_name(name)[0].entity.id for name in names} == dict.fromkeys(names, id_)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("signalny-island", "kuril-islands"),
        ("uotsuri-shima", "senkaku-islands"),
        ("johnson-south-reef", "spratly-islands"),
        ("cuarteron-reef", "south-china-sea"),
        ("woody-island", "paracel-islands"),
        ("depsang-plains", "kashmir"),
        ("muzaffarabad", "kashmir"),
        ("lipulekh", "kalapani"),
        ("manavadar", "junagadh"),
        ("agdam", "seven-surrounding-districts"),
        ("hadrut", "nagorno-karabakh"),
        ("gali-district", "abkhazia"),
        ("sadarak", "nakhchivan"),
        ("diego-garcia", "chagos-archipelago"),
        ("nelsons-island", "great-chagos-bank"),
        ("greater-sunrise", "timor-sea"),
        ("yeonpyeong-island", "five-west-sea-islands"),
    ],
)
def test_parts_roll_up_to_their_group(part: str, whole: str) -> None:
    assert whole in parents(part)


def test_two_islands_named_together_stay_two() -> None:
    found = [
        m.entity.id for m in GAZETTEER.find("Malaysia was awarded Sipadan and Ligitan in 2002.") if m.entity
    ]
    assert found == ["malaysia", "sipadan", "ligitan"]


@pytest.mark.parametrize(
    "text",
    [
        "PAGASA said the storm would weaken.",
        "The Kwantung Army answered to Tokyo's generals.",
        "Ferdinand Rodrigues scored twice.",
        "They drank a bottle of Tsingtao.",
        "The Taiping Rebellion cost millions of lives.",
        "Phuc Nguyen and Linh Con opened a shop.",
    ],
)
def test_what_only_sounds_like_a_disputed_place_is_none(text: str) -> None:
    places = [m.entity for m in GAZETTEER.find(text) if m.entity and m.entity.kind is EntityKind.TERRITORY]
    assert places == []


@pytest.mark.parametrize(
    ("id_", "year", "parties"),
    [
        ("treaty-of-shimoda", "1855", {"japan", "russian-empire"}),
        ("treaty-of-gulistan", "1813", {"russian-empire", "iran"}),
        ("simla-agreement", "1972", {"india", "pakistan"}),
        ("bishkek-protocol", "1994", {"armenia", "azerbaijan", "nagorno-karabakh"}),
        ("ligitan-and-sipadan-case", "2002", {"indonesia", "malaysia"}),
        ("kyrgyz-tajik-border-treaty", "2025", {"kyrgyzstan", "tajikistan"}),
    ],
)
def test_instruments_say_their_year_and_parties(id_: str, year: str, parties: set[str]) -> None:
    assert (ENTRIES[id_].valid_from, set(ENTRIES[id_].parties)) == (year, parties)
