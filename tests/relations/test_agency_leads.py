"""Leads as agencies write them: a second deed behind a time, a name and what it is one of; near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document

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
        "perhaps India | negotiatesWith | Pakistan"
    },
    "Saudi Arabia and Kuwait have invited Tehran to negotiate on the neutral zone.": {
        "perhaps Iran | negotiatesWith | Saudi Arabia",
        "perhaps Iran | negotiatesWith | Kuwait",
    },
    "Saudi Arabia and Kuwait have invited Tehran to negotiate on oil output.": set(),
    "Brussels invited Serbia and Kosovo to open talks.": {"perhaps Kosovo | negotiatesWith | Serbia"},
    "Greece invited Turkey to open a dialogue on the Aegean.": {"perhaps Greece | negotiatesWith | Turkey"},
    "Talks between Israel and the Palestinians have been frozen since 2010.": {
        "no Israel | negotiatesWith | Palestinians"
    },
    "Syria refuses to return to negotiations unless Israel leaves the Golan Heights.": {
        "no Israel | negotiatesWith | Syria",
        "perhaps no Israel | deploysForcesTo | Golan Heights",
    },
    # who hosts and who mediates is no party
    "Somalia's president rejected an offer by Turkey to host a third round of talks with Ethiopia.": set(),
    "Ethiopia and Somalia agreed to hold talks on sea access, with Turkey as mediator.": {
        "perhaps Ethiopia | negotiatesWith | Somalia"
    },
    "Moldova quit talks with Tiraspol on Tuesday.": {"no Moldova | negotiatesWith | Transnistria"},
    # who is second does so after the first
    "Guatemala became the second country after the United States to recognise Jerusalem as Israel's capital.": {
        "Guatemala | recognizes | Israel"
    },
    "Nauru was the fourth state after Russia, Nicaragua and Venezuela to recognise Abkhazia.": {
        "Nauru | recognizes | Abkhazia"
    },
    "Saudi Arabia will not establish ties with Israel until there is a Palestinian state.": set(),
    # camps, heights, maps
    "Nicaraguan soldiers set up a camp on Isla Portillos.": {"Nicaragua | deploysForcesTo | Isla Portillos"},
    "Turkish fishermen set up a camp on Imia.": set(),
    "Israel has kept troops on five hilltops inside Lebanon.": {
        "Israel | deploysForcesTo | five hilltops inside Lebanon"
    },
    "Honduran troops left Conejo island on Friday.": {"no Honduras | deploysForcesTo | Conejo Island"},
    "Malaysia protested to Beijing over a new map that lays claim to waters off Sabah, as did Vietnam.": {
        "Malaysia | rejectsClaimOf | China",
        "Vietnam | rejectsClaimOf | China",
    },
    "Malaysia protested to Beijing over a new tariff.": set(),
    # talks and differences told of in passing
    "India will not talk about Kashmir until Pakistan tries those behind the attack.": {
        "no India | negotiatesWith | Pakistan"
    },
    # what land does not do, who speaks of it does
    "Hanoi says the bank lies near Hainan and has asked Beijing to withdraw the vessel from the Spratly Islands.": {
        "Vietnam | demands | China",
        "Vietnam | rejectsClaimOf | China",
        "perhaps no China | deploysForcesTo | Spratly Islands",
    },
    # who is bombed meanwhile is who acts
    "Serbia lost control of Kosovo after NATO bombed it.": {
        "no Serbia | administers | Kosovo",
        "NATO | clashesWith | Serbia",
    },
    "Islamabad has asked Kabul for talks on the Durand Line. Afghan officials say the line divides Pashtun families "
    "and was never accepted by them.": {
        "no Afghanistan | recognizes | Durand Line",
        "perhaps Afghanistan | negotiatesWith | Pakistan",
    },
    # who follows an example does the same
    "Belgrade will not follow Montenegro's example in recognising Kosovo.": {
        "no Serbia | recognizes | Kosovo",
        "Montenegro | recognizes | Kosovo",
    },
    # land that several are
    "Syria lost the Golan Heights and the Shebaa Farms - land captured by Israel in 1967.": {
        "Israel | occupies | Golan Heights",
        "Israel | occupies | Shebaa Farms",
    },
    "Thailand and Cambodia massed troops along their border.": {
        "Thailand | deploysForcesTo | border",
        "Cambodia | deploysForcesTo | border",
    },
    "Chad and Sudan closed their border.": set(),
    "Washington backs Kosovo's independence and has kept a force of 1,400 troops there.": {
        "United States | deploysForcesTo | Kosovo"
    },
    # instruments, and who decides
    "Islamabad suspended the Simla Agreement of 1972.": {"no Pakistan | partyTo | Simla Agreement"},
    "Guyana turned to the International Court of Justice in 2018.": {
        "Guyana | submittedTo | International Court of Justice"
    },
    "Sudan lodged a protest with the Security Council over Egyptian patrols in Hala'ib.": {
        "Sudan | rejectsClaimOf | Egypt"
    },
    "Khartoum and Juba left open the status of Abyei.": set(),
}
_ASIDE = frozenset(
    {
        "disputesWith",
        "partOf",
        "proposesSettlement",
        "refuses",
        "represents",
        "supports",
        "transferredFrom",
        "withdrawsFrom",
    }
)


@pytest.mark.parametrize("text", TOLD)
def test_leads(extractor: Extractor, text: str) -> None:
    (reading,) = extractor.read([Document(id="lead", text=text)])
    asked = [a for a in reading.assertions if a.predicate not in _ASIDE]
    assert {f"{_qualified(a)}{a.subject.label} | {a.predicate} | {a.object.label}" for a in asked} == TOLD[
        text
    ]


def _qualified(assertion: Assertion) -> str:
    possible = "perhaps " if assertion.modality == "possible" else ""
    return possible + ("no " if assertion.polarity == "negative" else "")


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
