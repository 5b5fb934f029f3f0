"""Phrases with a preposition that the model hangs on the wrong word, and near misses."""

import pytest
from plans import parsed, tree
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("By the pact of Rome, France was to cede the Aouzou Strip to Italy.", "Italy", "cede"),
        ("Thailand agreed to hand Battambang to France in 1946.", "France", "hand"),
        ("Turkey recognised the annexation of Cyprus by Britain.", "Britain", "annexation"),
        ("Mexico denounced the occupation of Clipperton by France.", "France", "occupation"),
        ("Syria long regarded Hatay, ceded by France to Turkey in 1939, as its own.", "own", "regarded"),
        ("Sweden gave up Pomerania, held since 1648, to Prussia.", "Prussia", "gave"),
        ("Sudan has pulled out of talks with Chad.", "talks", "pulled"),
        ("The envoy brought Chad and Sudan back to the table.", "table", "brought"),
        ("Fresh talks will begin in Ohrid between Chad and Sudan.", "Chad", "begin"),
        ("British troops will next hand over control of Basra to Iraq.", "control", "hand"),
        ("Riots broke out, and Britain flew in marines.", "marines", "flew"),
        ("Oman walked away from talks with Chad.", "talks", "walked"),
        ("Ukraine sent troops to the border with Russia.", "Russia", "border"),
        ("Guyana suspended talks in protest at a Venezuelan decree.", "decree", "protest"),
        ("Japan postponed talks with Russia after the arrest of a sailor.", "arrest", "postponed"),
        ("Peru cancelled talks with Chile over a visit to Arica.", "visit", "cancelled"),
        ("Japan protested after the deployment of missiles to Iturup.", "Iturup", "deployment"),
        ("The old quarrel pits the Philippines against Oman.", "Oman", "pits"),
        # of the name, of the act, of the verb, of the talks
        ("Peru cancelled talks with Chile over the port of Arica.", "port", "talks"),
        ("The navy had won control of the fort by Friday.", "Friday", "won"),
        ("The annexation of Cyprus was recognised by Turkey.", "Turkey", "recognised"),
        ("They met Ambassador to Japan Jane Roe in Oslo.", "Roe", "Ambassador"),
    ],
)
def test_the_phrase_hangs_where_it_belongs(extractor: Extractor, text: str, word: str, place: str) -> None:
    found = tree(extractor, text)
    above = found[word].split()[1]
    assert found[above].split()[1] == place or above == place


def test_phrase_that_goes_on_hangs_where_the_first_does(extractor: Extractor) -> None:
    doc = parsed(extractor, "Vietnam claims sovereignty over Hainan and over several of the Spratly Islands.")
    assert [token.head.text for token in doc if token.text == "over"] == ["sovereignty", "sovereignty"]
    told = parsed(
        extractor,
        "Officials say U.S. envoy John Roe met with his Omani counterpart, Ali Said, and with Omani King Musa.",
    )
    assert [token.head.text for token in told if token.text == "with"] == ["met", "met"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The minister, he said, spoke by phone with his Chilean counterpart.", "prep spoke"),
        ("The isle, he said, was taken by Chile.", "agent taken"),
    ],
)
def test_bare_noun_is_the_means_and_not_who_acts(extractor: Extractor, text: str, place: str) -> None:
    assert tree(extractor, text)["by"] == place


def test_how_much_is_claimed_is_nobody_and_what_it_is_under_no_other_who_claims_it(
    extractor: Extractor,
) -> None:
    meant = {
        "Arunachal Pradesh is held by India but claimed in its entirety by China, which calls it South Tibet.": (
            "China | claims | Arunachal Pradesh",
        ),
        "The Golan is claimed by Syria but under Israeli occupation.": (
            "Syria | claims | Golan Heights",
            "Israel | occupies | Golan Heights",
        ),
    }
    nothing = {"The Golan is claimed by Syria but under Israeli control.": "administers | Syria"}
    assert amiss(extractor, meant, nothing) == ([], [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fighting between Kenyan soldiers and militants from Al-Shabaab began.", "militants"),
        ("Lebanese troops killed two fighters from Hezbollah.", "fighters"),
        ("Clashes with rebels from Chad went on.", "rebels"),
        # who leaves a fight leaves it
        ("Kenya withdrew its soldiers from Somalia.", "withdrew"),
        ("Norway called home two soldiers from Chad.", "called"),
    ],
)
def test_group_hangs_on_its_fighters(extractor: Extractor, text: str, place: str) -> None:
    doc = parsed(extractor, text)
    assert [token.head.text for token in doc if token.text == "from"] == [place]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("NATO strikes drove out Serbian forces waging war on Kosovo.", ("dobj", "acl")),
        ("NATO strikes drove out Serbian forces.", ("dobj", "")),
    ],
)
def test_who_is_driven_out_does_what_stands_behind(
    extractor: Extractor, text: str, labels: tuple[str, str]
) -> None:
    said = {token.text: token.dep_ for token in parsed(extractor, text)}
    assert (said["forces"], said.get("waging", "")) == labels
