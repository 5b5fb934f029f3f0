"""Names are found in the untouched text, by their own case, longest first, and lead to one thing each."""

import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import FIND, best_seconds

from kgraph.errors import DataError
from kgraph.gazetteer import Gazetteer, read_knowledge
from kgraph.model import EntityKind

GAZETTEER = Gazetteer.load()


def found(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.entity.id) for m in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Japan claims Kunashir.", [("Japan", "japan"), ("Kunashir", "kunashir")], id="labels"),
        pytest.param(
            "Japan calls the Southern Kuril Islands the Northern Territories.",
            [
                ("Japan", "japan"),
                ("Southern Kuril Islands", "southern-kuril-islands"),
                ("Northern Territories", "southern-kuril-islands"),
            ],
            id="parties-names",
        ),
        pytest.param("Tokyo protested.", [("Tokyo", "japan")], id="capital"),
        pytest.param("the Kremlin said", [("Kremlin", "russia")], id="metonym"),
        pytest.param("Moroccan troops", [("Moroccan", "morocco")], id="adjective"),
        pytest.param("Israelis, Danes", [("Israelis", "israel"), ("Danes", "denmark")], id="demonyms"),
        pytest.param(
            "Tiran and Sanafir lie in the Red Sea.",
            [("Tiran", "tiran-island"), ("Sanafir", "sanafir-island"), ("Red Sea", "red-sea")],
            id="list-of-the-parts-of-a-group",
        ),
        pytest.param(
            "Bosnia and Herzegovina",
            [("Bosnia and Herzegovina", "bosnia-and-herzegovina")],
            id="name-with-and",
        ),
        pytest.param("Aid entered the Strip.", [("Strip", "gaza-strip")], id="short-name"),
        pytest.param("Sudan holds the Zargoula Strip.", [("Sudan", "sudan")], id="end-of-an-unknown-name"),
        pytest.param("the former USSR", [("USSR", "soviet-union")], id="historical"),
        pytest.param("Burma, now Myanmar", [("Burma", "myanmar"), ("Myanmar", "myanmar")], id="former-name"),
        pytest.param("U.S., U.N.", [("U.S.", "united-states"), ("U.N.", "united-nations")], id="dots"),
        pytest.param("the ICJ ruled", [("ICJ", "international-court-of-justice")], id="body"),
        pytest.param("the Kuril islands", [("Kuril islands", "kuril-islands")], id="lower-common-noun"),
        pytest.param("Golan heights", [("Golan heights", "golan-heights")], id="other-common-noun"),
        pytest.param(
            "North and South Korea", [("North", "north-korea"), ("South Korea", "south-korea")], id="halves"
        ),
        pytest.param(
            "North and South Korean ships",
            [("North", "north-korea"), ("South Korean", "south-korea")],
            id="halves-by-adjective",
        ),
        pytest.param("North and South Carolina", [], id="halves-of-something-else"),
        pytest.param("North and South Ossetia", [("South Ossetia", "south-ossetia")], id="halves-no-states"),
    ],
)
def test_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Japan's claim", "Japan", id="possessive"),
        pytest.param("Japan’s claim", "Japan", id="curly-possessive"),
        pytest.param("Russia-backed forces", "Russia", id="hyphen"),
        pytest.param("Côte d’Ivoire", "Côte d’Ivoire", id="curly-apostrophe"),
        pytest.param("Cote d'Ivoire", "Cote d'Ivoire", id="no-diacritics"),
        pytest.param("Co\u0302te d'Ivoire", "Co\u0302te d'Ivoire", id="decomposed"),
        pytest.param("Nagorno\u2011Karabakh", "Nagorno\u2011Karabakh", id="non-breaking-hyphen"),
        pytest.param("South\u00a0Korea", "South\u00a0Korea", id="non-breaking-space"),
        pytest.param("South\nKorea", "South\nKorea", id="line-end"),
        pytest.param("JAPAN PROTESTS", "JAPAN", id="capitals"),
        pytest.param("(竹島)", "竹島", id="other-script"),
    ],
)
def test_writing_varies_and_the_span_is_of_the_untouched_text(text: str, expected: str) -> None:
    assert [name for name, _ in found(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "they told us of it",
        "a turkey, fine china and polish",
        "Japanned boxes and Omanis2",
        "Indiana, Nigeriana, unRussian",
        "New Mexico and Latin America",
        "the Korean War",
        "US$5 million",
        "",
        "\x00\ud800\u202e",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("South China Sea", "south-china-sea"),
        ("Papua New Guinea", "papua-new-guinea"),
        ("Turkish Cypriots", "northern-cyprus"),
        ("South Georgia and the South Sandwich Islands", "south-georgia-and-the-south-sandwich-islands"),
        ("Democratic Republic of the Congo", "democratic-republic-of-the-congo"),
        ("UN Security Council", "united-nations-security-council"),
        ("Indian Ocean", "indian-ocean"),
    ],
)
def test_longest_name_wins(text: str, longest: str) -> None:
    assert found(text) == [(text, longest)]


def test_mention_says_by_what_kind_of_name() -> None:
    text = "Japanese, Japan, US, Tokyo, Kremlin, Ceylon, Russians"
    hows = [m.how for m in GAZETTEER.find(text)]
    assert hows == ["adjective", "name", "short", "capital", "metonym", "former", "demonym"]


@pytest.mark.parametrize(
    ("name", "first", "other"),
    [
        ("Jerusalem", "jerusalem", "israel"),  # a proper name before a capital
        ("Republic of China", "taiwan", "republic-of-china-1912-1949"),  # the present before the past
        ("Sahrawi", "sahrawi-arab-democratic-republic", "western-sahara"),  # a state before a territory
        ("Brussels", "belgium", "european-union"),  # a capital before a metonym
        ("Congolese", "democratic-republic-of-the-congo", "republic-of-the-congo"),  # the order of ids
    ],
)
def test_ambiguous_name_keeps_its_other_readings(name: str, first: str, other: str) -> None:
    (mention,) = GAZETTEER.find(name)
    assert (mention.entity.id, mention.alternatives[0].id) == (first, other)
    assert [e.entity.id for e in GAZETTEER.by_name(name)][:2] == [first, other]


@pytest.mark.parametrize("name", ["ABKHAZIA", "abkhazia", "Republic of Abkhazia", "apsny"])
def test_by_name_minds_neither_case_nor_diacritics(name: str) -> None:
    assert [e.entity.id for e in GAZETTEER.by_name(name)] == ["abkhazia"]
    assert GAZETTEER.by_name("atlantis") == ()


@pytest.mark.parametrize(
    "id_", ["abkhazia", "south-ossetia", "somaliland", "transnistria", "northern-cyprus", "kosovo", "taiwan"]
)
def test_one_entity_for_a_place_that_acts_for_itself(id_: str) -> None:
    entry = GAZETTEER.entry(id_)
    assert (entry.is_agent, entry.is_place, entry.entity.kind) == (True, True, EntityKind.STATE)
    assert len(GAZETTEER.by_name(entry.entity.label)) == 1


def test_unknown_id_is_refused_with_the_nearest() -> None:
    assert GAZETTEER.get("kunashri") is None
    with pytest.raises(DataError, match="no id 'kunashri'; did you mean 'kunashir'"):
        GAZETTEER.entry("kunashri")


def test_own_names_come_first_and_the_last_table_foremost(tmp_path: Path) -> None:
    tables = [tmp_path / "one.tsv", tmp_path / "two.tsv"]
    tables[0].write_text("id\tname\ttype\ngeorgia-us\tGeorgia\tTerritory\n", encoding="utf-8")
    tables[1].write_text("id\tname\ttype\ngeorgia-sea\tGeorgia\tTerritory\n", encoding="utf-8")
    (mention,) = Gazetteer.load(*tables).find("Georgia")
    assert [e.id for e in (mention.entity, *mention.alternatives)] == ["georgia-sea", "georgia-us", "georgia"]


def parts_in_text(name: str) -> int:
    return len(GAZETTEER.find(name))


# A group whose name lists its parts is read as these.
NAMES = sorted(
    name.text
    for entry in GAZETTEER
    for name in entry.names
    if not name.derived and (" and " not in name.text or parts_in_text(name.text) < 2)
)


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), max_size=12))
def test_mentions_stand_in_order_apart_and_at_word_boundaries(parts: list[str]) -> None:
    text = " ".join(parts)
    end = 0
    for mention in GAZETTEER.find(text):
        assert mention.span.start >= end
        end = mention.span.end
        name = mention.span.of(text)
        bearers = (*GAZETTEER.by_name(name), *GAZETTEER.by_name(f"{name}-"))  # "Anglo-" of "Anglo-Egyptian"
        assert mention.entity in [bearer.entity for bearer in bearers]
        assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


# But no "Indo-", which is part of another name: "Indo-Nepal Treaty".
@given(st.sampled_from(sorted(n for n in {*NAMES} - {*read_knowledge().lookalikes} if not n.endswith("-"))))
def test_every_name_is_found_alone(name: str) -> None:
    assert [m.span.of(name) for m in GAZETTEER.find(name)] == [name]


def test_order_of_reading_changes_nothing() -> None:
    again = Gazetteer(read_knowledge())
    text = " ".join(NAMES)
    assert again.find(text) == GAZETTEER.find(text)


def test_a_megabyte_takes_less_than_a_second() -> None:
    sentence = "Japan and Russia dispute the Southern Kuril Islands, held since 1945, said an official. "
    assert len(GAZETTEER.find(sentence * 100)) == 3 * 100
    assert best_seconds(FIND, sentence * (1_000_000 // len(sentence)), bound=1) < 1


def test_loading_leaves_the_garbage_collector_as_it_was(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tsv"
    wrong.write_text("id\tname\ttype\nx\tX\tPlanet\n", encoding="utf-8")
    with pytest.raises(DataError):
        Gazetteer.load(wrong)
    assert gc.isenabled()
