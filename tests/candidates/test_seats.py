"""A city that was a seat of government for a time means its state in that time only."""

import datetime

import pytest

from kgraph.candidates import NameFinder
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document

FINDER = NameFinder(Gazetteer.load())


@pytest.mark.parametrize(
    ("text", "date", "id_"),
    [
        ("In 1956 Karachi protested to Delhi over Kashmir.", None, "pakistan"),
        ("Karachi rejected the offer.", "1955-03-01", "pakistan"),
        ("In 1955 Karachi rejected India's offer.", "2023-05-01", "pakistan"),
        ("Karachi protested against the rates.", "2023-05-01", "karachi-city"),
        ("Karachi protested against the rates.", None, "karachi-city"),
        ("Lagos recognised the new government in Angola.", "1975-02-02", "nigeria"),
        ("Lagos will build a new harbour.", "2024-01-01", "lagos-city"),
        ("In 1878 St. Petersburg accepted the treaty.", None, "russian-empire"),
        ("He spoke in St. Petersburg.", "2022-02-02", "saint-petersburg-city"),
        ("They moved to St. Petersburg, Florida.", None, "saint-petersburg-city"),
        ("The talks were held in Istanbul.", "2022-03-29", "istanbul-city"),
    ],
)
def test_a_former_seat_of_government_is_one_in_its_time(text: str, date: str | None, id_: str) -> None:
    document = Document(id="d", text=text, date=datetime.date.fromisoformat(date) if date else None)
    assert FINDER.find(document, text)[0].entity.id == id_


@pytest.mark.parametrize("name", ["Bonn", "Petrograd", "Saigon"])
def test_a_seat_that_no_city_bears_as_its_present_role_needs_no_time(name: str) -> None:
    text = f"{name} protested."
    (mention,) = FINDER.find(Document(id="d", text=text), text)
    assert mention.entity.known
