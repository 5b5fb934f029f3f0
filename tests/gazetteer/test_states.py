"""What the gazetteer must know of states, and how their times and codes fit together."""

import re
from collections import Counter
from datetime import date

import pytest

from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.lookup import Gazetteer
from kgraph.gazetteer.read import read_knowledge
from kgraph.model import EntityKind

KNOWLEDGE = read_knowledge()
ENTRIES = KNOWLEDGE.entries
GAZETTEER = Gazetteer.load()
STATES = [entry for entry in ENTRIES.values() if entry.entity.kind is EntityKind.STATE]
LIVE = [entry for entry in ENTRIES.values() if entry.kind != "historical"]
SOVEREIGN = [entry for entry in STATES if entry.kind == "sovereign"]
MAX_GAP_DAYS = 400  # "within a year or so"


def first_day(time: str) -> date:
    """Give the first day of a date, month or year."""
    return date.fromisoformat((time + "-01-01")[:10])


def ids(entries: list[Entry]) -> set[str]:
    return {entry.entity.id for entry in entries}


def test_a_sovereign_state_has_codes_capital_place_and_languages() -> None:
    wanted = ("iso2", "iso3", "wikidata", "geonames", "capital", "lat", "lon", "languages")
    missing = [(s.entity.id, field) for s in SOVEREIGN for field in wanted if getattr(s, field) in (None, ())]
    assert missing == []


def test_there_are_the_members_of_the_united_nations_and_the_holy_see() -> None:
    assert len(SOVEREIGN) == 193 + 1


@pytest.mark.parametrize(
    ("field", "form"), [("iso2", "[A-Z]{2}"), ("iso3", "[A-Z]{3}"), ("wikidata", r"Q[1-9]\d*")]
)
def test_codes_have_their_form_and_mean_one_thing(field: str, form: str) -> None:
    codes = [code for entry in LIVE if (code := getattr(entry, field))]
    assert [code for code in codes if not re.fullmatch(form, code)] == []
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_languages_are_iso_639_codes() -> None:
    assert {lang for s in STATES for lang in s.languages if not re.fullmatch("[a-z]{2,3}", lang)} == set()


@pytest.mark.parametrize("field", ["valid_from", "valid_to"])
def test_times_are_dates_months_or_years(field: str) -> None:
    times = [time for state in STATES if (time := getattr(state, field))]
    assert [time for time in times if not re.fullmatch(r"\d{3,4}(-\d\d){0,2}", time)] == []
    assert all(first_day(time.zfill(4)) for time in times)


def test_a_state_begins_before_it_ends() -> None:
    wrong = [
        s.entity.id
        for s in STATES
        if s.valid_from and s.valid_to and s.valid_from.zfill(4) > s.valid_to.zfill(4)
    ]
    assert wrong == []


def test_states_of_the_past_have_ended_and_only_they() -> None:
    ended = {s.entity.id for s in STATES if s.valid_to}
    assert ended - ids([s for s in STATES if s.kind == "historical"]) == {
        "donetsk-peoples-republic",
        "luhansk-peoples-republic",
    }
    assert ids([s for s in STATES if s.kind == "historical"]) - ended == set()


def test_successors_are_there_when_a_state_ends_and_outlive_it() -> None:
    wrong = []
    for state in STATES:
        for successor in (ENTRIES[id_] for id_ in state.successors):
            assert successor.entity.kind is EntityKind.STATE
            assert state.valid_to is not None
            begins, ends = (successor.valid_from or "1000").zfill(4), (successor.valid_to or "9999").zfill(4)
            gap = (first_day(begins) - first_day(state.valid_to.zfill(4))).days
            if gap > MAX_GAP_DAYS or ends < state.valid_to.zfill(4):
                wrong.append((state.entity.id, successor.entity.id))
    assert wrong == []


def test_nothing_succeeds_itself() -> None:
    for state in STATES:
        seen, ahead = {state.entity.id}, list(state.successors)
        while ahead:
            id_ = ahead.pop()
            assert id_ != state.entity.id
            ahead += [each for each in ENTRIES[id_].successors if each not in seen]
            seen.add(id_)


@pytest.mark.parametrize(
    ("id_", "until", "successors"),
    [
        ("soviet-union", "1991", {"russia", "ukraine", "kazakhstan"}),
        ("east-germany", "1990", {"germany"}),
        ("czechoslovakia", "1992", {"czech-republic", "slovakia"}),
        ("ottoman-empire", "1922", {"turkey"}),
        ("british-india", "1947", {"india", "pakistan"}),
        ("free-city-of-danzig", "1939", set()),
        ("kingdom-of-hawaii", "1893", {"provisional-government-of-hawaii"}),
    ],
)
def test_well_known_states_of_the_past_lead_to_those_that_followed(
    id_: str, until: str, successors: set[str]
) -> None:
    state = ENTRIES[id_]
    assert state.valid_to is not None
    assert state.valid_to[:4] == until
    assert set(state.successors) >= successors


@pytest.mark.parametrize(
    ("name", "how", "id_"),
    [
        ("Kremlin", "metonym", "russia"),
        ("Whitehall", "metonym", "united-kingdom"),
        ("Foggy Bottom", "metonym", "united-states"),
        ("Quai d'Orsay", "metonym", "france"),
        ("Kantei", "metonym", "japan"),
        ("Cheong Wa Dae", "metonym", "south-korea"),
        ("Malacañan Palace", "metonym", "philippines"),
        ("La Moneda", "metonym", "chile"),
        ("Torre Tagle", "metonym", "peru"),
        ("Bonn", "metonym", "germany"),
        ("Abidjan", "metonym", "ivory-coast"),
        ("Yamoussoukro", "capital", "ivory-coast"),
        ("La Paz", "capital", "bolivia"),
        ("Sucre", "capital", "bolivia"),
        ("Saigon", "capital", "south-vietnam"),
        ("Petrograd", "capital", "russian-empire"),
        ("Siam", "former", "thailand"),
        ("Persia", "former", "iran"),
        ("Upper Volta", "former", "burkina-faso"),
        ("FYROM", "short", "north-macedonia"),
        ("N. Korea", "short", "north-korea"),
        ("Abyssinian", "adjective", "ethiopia"),
        ("Ottomans", "demonym", "ottoman-empire"),
    ],
)
def test_a_state_is_known_by_its_seats_metonyms_and_former_names(name: str, how: str, id_: str) -> None:
    (mention,) = GAZETTEER.find(name)
    assert (mention.entity.id, mention.how) == (id_, how)


@pytest.mark.parametrize(
    ("name", "id_", "kind"),
    [
        ("Central Tibetan Administration", "tibetan-government-in-exile", "government_in_exile"),
        ("Polish government in exile", "polish-government-in-exile", "government_in_exile"),
        ("National Unity Government of Myanmar", "national-unity-government-of-myanmar", "rival_government"),
        ("Republic of Serbian Krajina", "republic-of-serbian-krajina", "historical"),
        ("SADR", "sahrawi-arab-democratic-republic", "partially_recognised"),
    ],
)
def test_who_is_not_generally_recognised_is_marked_as_such(name: str, id_: str, kind: str) -> None:
    (mention,) = GAZETTEER.find(name)
    entry = GAZETTEER.entry(mention.entity.id)
    assert (entry.entity.id, entry.kind, entry.is_agent) == (id_, kind, True)
