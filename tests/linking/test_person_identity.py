"""Which person a name means over all documents: the same one is one node, two are never one."""

import datetime

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Entity
from kgraph.persons.holders import Holders
from kgraph.persons.identity import person_entity


def who(name: str, *agents: str, year: int | None = None, agent: str | None = None, doc: str = "x") -> Entity:
    date = datetime.date(year, 6, 1) if year else None
    return person_entity(name, Document(id=doc, text="", date=date), agents or {agent or ""}, agent)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Lavrov", agent="russia"), who("Sergei Lavrov", agent="russia")),
        (who("Sergey Lavrov", agent="russia"), who("Sergei Lavrov")),
        (who("Lavrov", "russia", "japan", year=2019), who("Sergei Lavrov", agent="russia")),
        (who("Putin", agent="russia", doc="a"), who("Vladimir Putin", agent="russia", doc="b")),
        (who("Biden", agent="united-states"), who("Joe Biden", agent="united-states")),
        (who("Antony J. Blinken", agent="united-states"), who("Tony Blinken", agent="united-states")),
        (who("George W. Bush", agent="united-states"), who("Bush", agent="united-states", year=2004)),
        (who("Heydar Aliyev", "azerbaijan"), who("Heidar Aliyev", agent="azerbaijan")),
        (who("Binyamin Netanyahu", "israel"), who("Benjamin Netanyahu", agent="israel")),
        (who("Mira Okonjo", doc="a"), who("Mira Okonjo", doc="b")),
    ],
)
def test_one_person_is_one(one: Entity, other: Entity) -> None:
    assert one.id == other.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Bush", agent="united-states", year=1990), who("Bush", agent="united-states", year=2004)),
        (who("George Bush", agent="united-states", doc="a"), who("George W. Bush", agent="united-states")),
        (who("Wang", "china", doc="a"), who("Wang", "china", doc="b")),
        (who("Wang Yi", agent="china"), who("Wang Wenbin", agent="china")),
        (who("Wang", agent="china", year=2022, doc="a"), who("Wang Yi", agent="china")),
        (who("Castro", agent="cuba", year=1999), who("Raul Castro", agent="cuba")),
        (who("Lavrov", "japan"), who("Sergei Lavrov", agent="russia")),
        (who("Lavrov", agent="russia", year=1950), who("Sergei Lavrov", agent="russia")),
        (who("Heydar Aliyev", agent="azerbaijan"), who("Ilham Aliyev", agent="azerbaijan")),
        (who("Okonjo", doc="a"), who("Okonjo", doc="b")),
        (who("John Adams", agent="united-states"), who("John Quincy Adams", agent="united-states")),
    ],
)
def test_two_persons_are_never_one(one: Entity, other: Entity) -> None:
    assert one.id != other.id


def test_undated_name_of_father_and_son_is_its_documents_own() -> None:
    ids = {who("George Bush", agent="united-states", doc=doc).id for doc in ("a", "b")}
    assert len(ids) == 2


def test_label_is_what_the_text_says() -> None:
    assert who("Putin", agent="russia").label == "Putin"


def test_rows_of_two_who_were_in_office_at_other_times_are_two() -> None:
    rows = [h for h in Holders.load().called(("bush",)) if h.agent.id == "united-states"]
    assert len(Holders.load().persons(rows)) >= 2


@pytest.mark.model
def test_two_texts_name_one_minister_differently(extractor: Extractor) -> None:
    texts = (
        "Russian Foreign Minister Sergei Lavrov met Japanese Foreign Minister Taro Kono in Moscow.",
        "Lavrov said that Japan claims Kunashir, which Russia administers.",
    )
    documents = (Document(id=str(at), text=text) for at, text in enumerate(texts))
    full, short = (r.assertions for r in extractor.read(documents))
    named = {e.id for a in full for e in (a.subject, a.object) if "Lavrov" in e.label}
    assert {a.attribution.id for a in short if a.attribution} == named
