"""Peoples are told apart from the states called after them."""

import pytest

from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.entries import PEOPLE
from kgraph.model import Document, EntityKind

_SAID = {
    "Israeli and Palestinian leaders met in Washington.": {"Israel | metWith | Palestinians"},
    "Egypt hosted an Israeli-Palestinian summit.": {"Israel | metWith | Palestinians"},
    "Palestinian negotiator Saeb Erekat spoke in Jericho.": {"Saeb Erekat | represents | Palestinians"},
    "Israeli soldiers shot dead two Palestinians near Jenin.": {"Israel | clashesWith | Palestinians"},
    "The Greek Cypriots and the Turkish Cypriots resumed talks in Nicosia.": {
        "Greek Cypriots | negotiatesWith | Turkish Cypriots"
    },
    "Turkish-Cypriot leader Rauf Denktash rejected the map.": {
        "Rauf Denktash | represents | Turkish Cypriots"
    },
    "Israel and the Palestinians held talks in May. The two sides resumed the talks in June.": {
        "Israel | negotiatesWith | Palestinians"
    },
    # the state: by its name, by its organs, and by who has an office in it
    "Israel and Palestine held talks in May. The two sides resumed the talks in June.": {
        "Israel | negotiatesWith | Palestine"
    },
    "Israel and the Palestinian Authority resumed talks.": {"Israel | negotiatesWith | Palestine"},
    "Israel resumed talks with the Palestinian government.": {"Israel | negotiatesWith | Palestine"},
    "Palestinian Prime Minister Salam Fayyad resigned.": {"Salam Fayyad | represents | Palestine"},
    "Palestinian deputy foreign minister Tayseer Jaradat spoke.": {
        "Tayseer Jaradat | represents | Palestine"
    },
    "Norway recognised the State of Palestine in May 2024.": {"Norway | recognizes | Palestine"},
    # nobody but the state is called so
    "Cypriot troops clashed with Turkish troops.": {"Cyprus | clashesWith | Turkey"},
}


@pytest.mark.model
@pytest.mark.parametrize("text", _SAID)
def test_what_is_said_of_a_people_is_not_said_of_the_state(text: str, extractor: Extractor) -> None:
    (reading,) = extractor.read([Document(id="peoples", text=text)])
    assert {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions} == _SAID[
        text
    ]


def test_a_people_is_known_with_whom_it_belongs_to() -> None:
    gazetteer = Gazetteer.load()
    peoples = [entry for entry in gazetteer if entry.kind == PEOPLE]
    assert peoples
    for entry in peoples:
        assert entry.entity.kind is EntityKind.ORGANIZATION
        assert [gazetteer.entry(state).entity.id for state in entry.parties] == list(entry.parties) != []


def test_names_in_texts_are_the_states_until_a_relation_is_read() -> None:
    mentions = Gazetteer.load().find("The Palestinians met Turkish Cypriot envoys.")
    assert [mention.entity.id for mention in mentions] == ["palestine", "northern-cyprus"]
    assert all(not mention.alternatives for mention in mentions)
