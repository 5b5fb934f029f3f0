"""Leads as agencies write them: a second deed behind a time, a name and what it is one of; near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

TOLD = {
    # "and" goes on with the main clause
    "Seoul protested after a Japanese minister attended a rite, and repeated that Dokdo was its territory.": {
        "South Korea | claims | Liancourt Rocks"
    },
    # one of several
    "Itu Aba, the largest of the Spratly Islands, which is held by Taiwan, has fresh water.": {
        "Taiwan | administers | Itu Aba"
    },
    "The Senkaku Islands, which are held by Japan, are dry.": {"Japan | administers | Senkaku Islands"},
    "Bhutan objected to a road on the plateau of Doklam, most of which is claimed by China.": {
        "China | claims | Doklam"
    },
    # troops brought nearer
    "Serbia moved units closer to the boundary with Kosovo on Friday.": {
        "Serbia | deploysForcesTo | boundary with Kosovo"
    },
    "China sent 71 aircraft towards Taiwan on Saturday.": {"China | deploysForcesTo | Taiwan"},
    "Brazil moved armoured vehicles to Roraima.": {"Brazil | deploysForcesTo | Roraima"},
    # fire across a line is on whoever tells of it
    "Pakistan's army said Indian troops opened fire across the Line of Control on Sunday.": {
        "India | clashesWith | Pakistan"
    },
    "Pakistan said its troops fired across the border.": set(),
    # talks offered to one who is named further on
    "Pakistan offered talks on Kashmir, but India says it will discuss nothing there.": {
        "India | negotiatesWith | Pakistan"
    },
    "Saudi Arabia and Kuwait have invited Tehran to negotiate on the neutral zone.": {
        "Iran | negotiatesWith | Saudi Arabia",
        "Iran | negotiatesWith | Kuwait",
    },
    "Saudi Arabia and Kuwait have invited Tehran to negotiate on oil output.": set(),
    # instruments, and who decides
    "Islamabad suspended the Simla Agreement of 1972.": {"Pakistan | partyTo | Simla Agreement"},
    "Guyana turned to the International Court of Justice in 2018.": {
        "Guyana | submittedTo | International Court of Justice"
    },
    "Sudan lodged a protest with the Security Council over Egyptian patrols in Hala'ib.": {
        "Sudan | rejectsClaimOf | Egypt"
    },
    "Khartoum and Juba left open the status of Abyei.": set(),
}
_ASKED = frozenset(
    {
        "administers",
        "claims",
        "clashesWith",
        "deploysForcesTo",
        "negotiatesWith",
        "partyTo",
        "rejectsClaimOf",
        "submittedTo",
    }
)


@pytest.mark.parametrize("text", TOLD)
def test_leads(extractor: Extractor, text: str) -> None:
    (reading,) = extractor.read([Document(id="lead", text=text)])
    asked = (a for a in reading.assertions if a.predicate in _ASKED)
    assert {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in asked} == TOLD[text]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ferdinand Marcos said Manila would not renounce Sabina Shoal as Beijing declared a zone there.",
            "Ferdinand Marcos",
        ),
        ("Belgrade, as Vucic announced, will not recognise Kosovo.", "Vucic"),
    ],
)
def test_who_does_something_meanwhile_says_nothing(extractor: Extractor, text: str, speaker: str) -> None:
    (reading,) = extractor.read([Document(id="lead", text=text)])
    said = (a.attribution for a in reading.assertions if a.predicate in {"recognizes", "renounces"})
    assert [who and who.label for who in said] == [speaker]
