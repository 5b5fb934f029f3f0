"""Who the members of a group are, where the text names them behind it."""

import pytest
from linked import labels
from parses import linker, parse, word
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document


def test_members_stand_behind_a_colon() -> None:
    doc = parse("""
        Two       CD  nummod states
        states/state NNS nsubj  agreed
        :         :   punct  states
        Chad      NNP appos  states
        and       CC  cc     Chad
        Libya     NNP conj   Chad
        agreed/agree VBD ROOT agreed
        .         .   punct  agreed
        """)
    assert labels(linker(doc).agents(word(doc, "states"))) == ["Chad", "Libya"]


def test_who_stands_alone_behind_a_comma_is_no_member() -> None:
    doc = parse("""
        Unlike    IN  prep   agreed
        states/state NNS pobj   Unlike
        ,         ,   punct  agreed
        Chad      NNP nsubj  agreed
        agreed/agree VBD ROOT agreed
        .         .   punct  agreed
        """)
    assert linker(doc).agents(word(doc, "states")) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Four members of the United Nations (Russia, Nauru, Syria and Nicaragua) have recognized Abkhazia.",
            4,
        ),
        ("Kosovo is recognized by 100 states, among them Canada and Italy.", 2),
        ("Kosovo is recognized by 100 states, notably Canada.", 1),
        ("Kosovo is recognized by two of its neighbours, Albania and Montenegro.", 2),
        ("Kosovo is recognized by 100 states (more than half).", 0),
        ("Kosovo is recognized by many states, and Spain is in dispute with none of them.", 0),
    ],
)
def test_each_member_takes_part_and_nobody_else(extractor: Extractor, text: str, names: int) -> None:
    (reading,) = extractor.read([Document(id="example", text=text)])
    assert len([a for a in reading.assertions if a.predicate == "recognizes"]) == names


@pytest.mark.model
def test_fighters_are_their_group_and_not_the_land_where_it_is(extractor: Extractor) -> None:
    told = {
        "Yemen's Houthi rebels attacked Saudi Arabia.": ("Houthi movement | clashesWith | Saudi Arabia",),
        "Iran helped Lebanon's Hezbollah guerrillas in their fight against Israel.": (
            "Hezbollah | clashesWith | Israel",
        ),
        "Rwanda supports Congo's M23 rebels in their offensive against Kinshasa.": (
            "Rwanda | supports | March 23 Movement",
            "Democratic Republic of the Congo | clashesWith | March 23 Movement",
        ),
        "Pakistan's rulers claim Kashmir.": ("Pakistan | claims | Kashmir",),
        "The government of Spain made Ifni a province in 1958.": ("Spain | annexed | Sidi Ifni",),
    }
    nothing = {
        "Iran backs Yemen's Houthi rebels in their war with Saudi Arabia.": "Iran | supports | Saudi Arabia",
        "Iran helped Lebanon's Hezbollah guerrillas in their fight against Israel.": "Israel | clashesWith | Leb",
        "Russia's NATO group left Moscow.": "NATO |",
    }
    missing, wrong = amiss(extractor, told, nothing)
    assert missing == []
    assert wrong == []


@pytest.mark.model
def test_powers_with_a_name_are_those_whom_the_text_lists(extractor: Extractor) -> None:
    told = {
        "The Central Powers (Germany, Austria-Hungary and Bulgaria) signed the Treaty of Brest-Litovsk in 1918.": (
            "Germany | partyTo | Treaty of Brest-Litovsk",
            "Bulgaria | partyTo | Treaty of Brest-Litovsk",
        ),
        "The three Axis powers—Germany, Italy and Japan—agreed. In Berlin, the three Axis powers signed the "
        "Tripartite Pact.": ("Japan | partyTo | Tripartite Pact",),
        "Russia signed the Treaty of Brest-Litovsk with the Central Powers, among them Bulgaria.": (
            "Central Powers | partyTo | Treaty of Brest-Litovsk",
        ),
    }
    nothing = {
        "The Central Powers (all but beaten) signed the armistice of Mudros.": "Germany |",
        "The Central Powers (Germany, Austria-Hungary and Bulgaria) signed the Treaty of Brest-Litovsk.": "Powers |",
    }
    missing, wrong = amiss(extractor, told, nothing)
    assert missing == []
    assert wrong == []
