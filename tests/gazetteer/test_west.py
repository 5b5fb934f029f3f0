"""Names that both sides of a dispute use lead to one thing: Europe, the Middle East, Africa, the Americas."""

import pytest

from kgraph.gazetteer import Gazetteer

GAZETTEER = Gazetteer.load()

SAME = [
    # Europe
    ("Crimea", "Крим", "Крым", "Qırım"),
    ("Donbas", "Donbass", "Донбасс"),
    ("Bakhmut", "Artyomovsk", "Бахмут"),
    ("Luhansk Oblast", "Lugansk", "Луганська область"),
    ("Zaporizhzhia Oblast", "Zaporozhye", "Запорожская область"),
    ("Snake Island", "Zmiinyi Island", "Insula Șerpilor"),
    ("Tuzla Island", "Коса Тузла", "Тузлинская коса"),
    ("Bendery", "Tighina", "Бендеры"),
    ("North Kosovo", "Severno Kosovo", "Kosova e Veriut"),
    ("Gazivoda Lake", "Ujman"),
    ("Preševo Valley", "Lugina e Preshevës", "Preševska dolina"),
    ("Gulf of Piran", "Piranski zaliv", "Savudrijska vala"),
    ("Varosha", "Maraş", "Βαρώσι"),
    ("Kyrenia", "Girne", "Κερύνεια"),
    ("Imia", "Kardak", "Ίμια"),
    ("Imbros", "Gökçeada"),
    ("Olivenza", "Olivença"),
    ("South Tyrol", "Alto Adige", "Südtirol"),
    ("Trieste", "Trst"),
    ("Fiume", "Rijeka"),
    ("Danzig", "Gdańsk"),
    ("Lviv", "Lwów", "Lemberg", "Lvov"),
    ("Memel", "Klaipėda"),
    ("Cieszyn Silesia", "Śląsk Cieszyński", "Těšínsko"),
    ("Transylvania", "Erdély", "Ardeal"),
    ("Petsamo", "Pechenga"),
    ("Vyborg", "Viipuri"),
    ("Åland Islands", "Ahvenanmaa"),
    ("Hans Island", "Tartupaluk"),
    ("Rockall", "Rocal"),
    # the Middle East
    ("West Bank", "Judea and Samaria", "الضفة الغربية"),
    ("Temple Mount", "Haram al-Sharif", "הר הבית"),
    ("Golan Heights", "הגולן", "الجولان"),
    ("Shebaa Farms", "Har Dov", "مزارع شبعا"),
    ("Hatay", "Alexandretta", "لواء إسكندرون"),
    ("Shatt al-Arab", "Arvand Rud", "شط العرب"),
    ("Abu Musa", "ابوموسی", "أبو موسى"),
    ("Greater Tunb", "Tonb-e Bozorg", "طنب الكبرى"),
    ("Persian Gulf", "Arabian Gulf", "خلیج فارس"),
    ("Durra gas field", "Arash gas field"),
    ("Kirkuk", "Kerkûk", "كركوك"),
    ("Gulf of Aqaba", "Gulf of Eilat"),
    # Africa
    ("Western Sahara", "Moroccan Sahara", "Sáhara Occidental", "الصحراء الغربية"),
    ("Laayoune", "El Aaiún", "العيون"),
    ("Ceuta", "Sebta", "سبتة"),
    ("Melilla", "Mlilya", "مليلية"),
    ("Perejil Island", "Leila Island", "Isla de Perejil"),
    ("Halaib Triangle", "Hala'ib", "حلايب"),
    ("Heglig", "Panthou"),
    ("Badme", "Badime", "ባድመ"),
    ("Ogaden", "Western Somalia"),
    ("Lake Malawi", "Lake Nyasa", "Lago Niassa"),
    ("Sedudu Island", "Kasikili"),
    ("Mbanie Island", "Mbañe"),
    ("Southern Cameroons", "Ambazonia"),
    # the Americas and Antarctica
    ("Falkland Islands", "Malvinas", "Falklands", "Islas Malvinas"),
    ("Port Stanley", "Puerto Argentino"),
    ("South Georgia", "Isla San Pedro"),
    ("Essequibo", "Guayana Esequiba", "Zona en Reclamación"),
    ("Tigri Area", "New River Triangle"),
    ("Isla Portillos", "Harbor Head"),
    ("Sapodilla Cayes", "Cayos Zapotillos"),
    ("Navassa Island", "Lanavaz", "La Navase"),
    ("Quitasueno Bank", "Quitasueño"),
    ("Southern Patagonian Ice Field", "Hielos Continentales", "Campo de Hielo Sur"),
    ("King George Island", "Isla 25 de Mayo"),
    ("Antarctic Peninsula", "Tierra de San Martín", "Tierra de O'Higgins"),
    # instruments and bodies
    ("Boundary Treaty of 1881", "1881 Boundary Treaty"),
    ("Treaty of Peace and Friendship of 1984", "1984 Treaty of Peace and Friendship"),
    ("Treaty of Trianon", "Trianon Treaty"),
    ("Minsk agreements", "Minsk II", "Minsk I"),
    ("Dayton Agreement", "Dayton Accords"),
    ("Madrid Accords", "Madrid Tripartite Agreement"),
    ("Paris Arbitral Award", "1899 Arbitral Award", "Laudo de París"),
    ("Geneva Agreement (1966)", "1966 Geneva Agreement", "Acuerdo de Ginebra"),
    ("Algiers Agreement (1975)", "1975 Algiers Accord"),
    ("Wall Advisory Opinion", "ICJ advisory opinion on the wall"),
    ("UN Interim Force in Lebanon", "UNIFIL"),
    ("UN Security Council Resolution 2334", "Resolution 2334"),
]

WHOLES = [
    ("Sevastopol", "crimea"),
    ("Mariupol", "donbas"),
    ("Lesser Tunb", "greater-and-lesser-tunbs"),
    ("Penon de Alhucemas", "plazas-de-soberania"),
    ("Shebaa Farms", "golan-heights"),
    ("Al-Aqsa Mosque", "east-jerusalem"),
    ("Khan Younis", "palestinian-territories"),
    ("Nueva Island", "picton-lennox-and-nueva"),
    ("Isla Portillos", "isla-calero"),
    ("Buuhoodle", "ayn-region"),
    ("Smara", "western-sahara"),
    ("West Falkland", "falkland-islands"),
    ("Deception Island", "antarctica"),
]

NEAR_MISSES = [
    "Sarah Leila",
    "the British Isles",
    "Plaza de Armas",
    "a pile of stones",
    "Santa Rosa",
    "Kotel",
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_every_partys_name_leads_to_one_thing(names: tuple[str, ...]) -> None:
    assert {GAZETTEER.by_name(name)[0].entity.id for name in names} == {
        GAZETTEER.by_name(names[0])[0].entity.id
    }


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_and_stands_in_a_text_as_it_is_written(names: tuple[str, ...]) -> None:
    text = "; ".join(names)
    assert [mention.span.of(text) for mention in GAZETTEER.find(text)] == list(names)


@pytest.mark.parametrize(("part", "whole"), WHOLES)
def test_a_part_leads_up_to_its_whole(part: str, whole: str) -> None:
    entry = GAZETTEER.by_name(part)[0]
    seen = set()
    while entry.parent is not None:
        seen.add(entry.parent)
        entry = GAZETTEER.entry(entry.parent)
    assert whole in seen


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_words_like_a_name_are_none(text: str) -> None:
    assert GAZETTEER.find(text) == ()
