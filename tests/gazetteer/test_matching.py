"""Names are found by their keys: one character for one, in one pass, as a slow plain search finds them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import FIND, LOAD, best_seconds

from kgraph.gazetteer import Entry, Name
from kgraph.gazetteer.matching import Matcher, key_of
from kgraph.model import Entity, EntityKind


def entry(id_: str, *names: str) -> Entry:
    return Entry(
        entity=Entity(id=id_, label=names[0], kind=EntityKind.TERRITORY),
        kind="island",
        names=tuple(Name(name) for name in names),
    )


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def hits(matcher: Matcher, text: str) -> list[tuple[str, str | None]]:
    return [
        (hit.span.of(text), hit.meaning.entity.id if hit.meaning.entity else None)
        for hit in matcher.hits(text)
    ]


# ---------------------------------------------------------------- ways to write a name


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("Bjørnøya", "to Bjornoya", "Bjornoya", id="stroke"),
        pytest.param("Łódź", "in LODZ", "LODZ", id="capitals-without-diacritics"),
        pytest.param("Weißrussland", "WEISSRUSSLAND", "WEISSRUSSLAND", id="sharp-s-in-capitals"),
        pytest.param("İmia", "IMIA", "IMIA", id="dotted-i"),
        pytest.param("Κύπρος", "ΚΥΠΡΟΣ", "ΚΥΠΡΟΣ", id="final-sigma"),
        pytest.param("Kunashir", "Kuna\u00adshir", "Kuna\u00adshir", id="soft-hyphen"),
        pytest.param("جزیره‌ها", "از جزیرهها", "جزیرهها", id="joiner-left-out"),
        pytest.param("الجولان", "\u200fالجولان\u200e.", "الجولان", id="marks-of-direction-stay-outside"),
        pytest.param(
            "독도",
            unicodedata.normalize("NFD", "독도 (Dokdo)"),
            unicodedata.normalize("NFD", "독도"),
            id="jamo",
        ),
        pytest.param(
            "がんじ",
            unicodedata.normalize("NFD", "がんじ"),
            unicodedata.normalize("NFD", "がんじ"),
            id="kana",
        ),
        pytest.param("Cay Islands", "the Cay\n islands", None, id="two-spaces"),
        pytest.param("Cay Islands", "the Cay\nislands", "Cay\nislands", id="line-end-and-common-noun"),
        pytest.param("al-Qaeda", "Al-Qaeda left", "Al-Qaeda", id="article-in-capital"),
        pytest.param("Al Aqsa", "at al Aqsa", "al Aqsa", id="article-in-small-letters"),
        pytest.param("Alborz", "the alborz", None, id="no-article"),
        pytest.param("US", "tell us", None, id="other-case"),
        pytest.param("US", "Us", None, id="mixed-case"),
        pytest.param("Cote", "Coté", None, id="diacritics-that-the-name-lacks"),
        pytest.param("竹島", "竹島は", "竹島", id="script-changes"),
        pytest.param("竹島", "竹島区", None, id="inside-a-run-of-one-script"),
        pytest.param("Sino-", "the Sino-Indian border", "Sino", id="combining-form"),
        pytest.param("Sino-", "the Sino border", None, id="combining-form-without-hyphen"),
    ],
)
def test_ways_to_write_a_name(name: str, text: str, found: str | None) -> None:
    matcher = Matcher([entry("it", name)], [])
    assert hits(matcher, text) == ([(found, "it")] if found else [])


def test_users_own_name_comes_before_a_lookalike() -> None:
    one = entry("it", "Litany")
    assert hits(Matcher([one], ["Litany"]), "Litany") == [("Litany", None)]
    own = Entry(entity=one.entity, kind="river", names=(Name("Litany", own=1),))
    assert hits(Matcher([own], ["Litany"]), "Litany") == [("Litany", "it")]


def test_no_names_at_all_find_nothing() -> None:
    matcher = Matcher([], [])
    assert list(matcher.hits("Japan")) == []
    assert matcher.by_name("Japan") == ()


# ---------------------------------------------------------------- properties


@given(st.text())
def test_a_key_is_of_the_length_of_its_name_without_loose_marks(text: str) -> None:
    closed = unicodedata.normalize("NFC", text)
    if not re.search("[\u00ad\u0300-\u036f\u061c\u1161-\u11c2\u200b-\u206f\u3099\u309a\ufeff]", closed):
        assert len(key_of(closed)) == len(closed)


@given(st.text(st.characters(codec="utf-8")))
def test_a_key_minds_neither_case_nor_composition(text: str) -> None:
    assert key_of(unicodedata.normalize("NFD", text)) == key_of(unicodedata.normalize("NFC", text))
    if len(text.upper()) == len(text) and text.upper().lower() == text.lower():
        assert key_of(text.upper()) == key_of(text)


WORDS = st.sampled_from(
    ["Ulla", "ulla", "ULLA", "Islands", "islands", "Nord", "Nörd", "No\u0308rd", "-", ",", "\n", "a"]
)
ENTRIES = [entry("ulla", "Ulla", "Ulla Islands"), entry("nord", "Nörd", "Nord Ulla"), entry("other", "ULLA")]


@given(st.lists(WORDS, max_size=12), st.sampled_from([" ", "", "  "]))
def test_one_pass_finds_what_a_search_for_each_name_finds(words: list[str], between: str) -> None:
    text = between.join(words)
    found = {(hit.span.start, hit.span.end) for hit in Matcher(ENTRIES, []).hits(text)}
    assert found == set(slow_hits(text))


def slow_hits(text: str) -> list[tuple[int, int]]:
    """Find each way to write each name of `ENTRIES`, one after the other."""
    forms = {"Ulla", "ULLA", "Ulla Islands", "Ulla islands", "ULLA ISLANDS", "Nord Ulla", "NORD ULLA"}
    forms |= {"Nörd", "NÖRD", "Nord", "NORD", "No\u0308rd", "NO\u0308RD"}
    spaced = text.replace("\n", " ")
    return [
        found.span()
        for form in forms
        for found in re.finditer(rf"(?<![\w\u0308]){re.escape(form)}(?![\w\u0308])", spaced)
    ]


# ---------------------------------------------------------------- speed


def test_reading_takes_less_than_the_time_of_a_look() -> None:
    """The target is 150 ms on a core of one's own; here others may use it too."""
    assert best_seconds(LOAD, bound=0.25) < 0.25


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Japan and Russia dispute the Southern Kuril Islands, an official told us. ", id="news"),
        pytest.param("us, polish china, turkey and chad; a jordan of oman. ", id="small-letters"),
        pytest.param("Союз нерушимый республик свободных Японии и России. ", id="cyrillic"),
        pytest.param("日本は国後島の領有権を主張している。", id="han"),
        pytest.param("Co\u0302te de l\u2019e\u0301toile et la me\u0302me. ", id="decomposed"),
    ],
)
def test_a_megabyte_of_any_script_takes_less_than_a_second(sentence: str) -> None:
    assert best_seconds(FIND, sentence * (1_000_000 // len(sentence.encode())), bound=1) < 1


@pytest.mark.parametrize("name", ["آذربايجان", "কোচবিহার", "தமிழீழம்", "ಕೊಡಗು", "ශ්‍රී ලංකාව"])
def test_letters_that_compose_have_one_key(name: str) -> None:
    assert key_of(unicodedata.normalize("NFD", name)) == key_of(unicodedata.normalize("NFC", name))
