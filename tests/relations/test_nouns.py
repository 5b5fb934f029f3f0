"""Nouns for what somebody does: however their arguments stand, the same is read; and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

SAID = {
    "Peru protested against the seizure by Chile of Tacna.": "Chile | occupies | Tacna",
    "Sweden's criticism of the annexation by Moscow of Latvia was muted.": "Russia | annexed | Latvia",
    "The memory of the occupation of Goma by the Rwandan army is fresh.": "Rwanda | occupies | Goma",
    "The envoy told of Peru's support for the recognition of Palestine by Sweden.": "Sweden | recognizes | Palestine",
    "Morocco's Ceuta claim is older than the kingdom's flag.": "Morocco | claims | Ceuta",
    "Israel's Golan Heights annexation was declared void by the Security Council.": "Israel | annexed | Golan Heights",
    "Alaska's sale by Russia took a single night of talks.": "Alaska | transferredFrom | Russia",
    "Kuwait's invasion by Iraq lasted two days.": "Iraq | clashesWith | Kuwait",
    "Goa has spoken Portuguese, but its conquest by India changed the schools.": "India | occupies | Goa",
    "South Korea's shelling by North Korea in 2010 killed four people.": "North Korea | clashesWith | South Korea",
    "Finland's renunciation of its claims to East Karelia was never popular.": "Finland | renounces | East Karelia",
    "Spain, the colonial ruler of Equatorial Guinea, left in 1968.": "Spain | administers | Equatorial Guinea",
    "Indonesia waged a war against Portugal.": "Indonesia | clashesWith | Portugal",
    "Venezuelan threats of annexation of the Essequibo worry its neighbours.": "Venezuela | annexed | Essequibo",
    "Ugandan claims to the island of Migingo were raised in Parliament.": "Uganda | claims | Migingo Island",
    "Kenya's anger at Somalia's claim to Mandera grew.": "Somalia | claims | Mandera",
    "Zambia's Caprivi claim was the talk of the Kavango.": "Zambia | claims | Caprivi Strip",
    "Serbian delegates opened talks on Kosovo with Albania.": "Albania | negotiatesWith | Serbia",
    "The policy of Somalia has led to clashes with Ethiopia.": "Ethiopia | clashesWith | Somalia",
    "Djibouti is home to a French naval base.": "France | deploysForcesTo | Djibouti",
    "Recognition of Kosovo by Romania is out of the question.": "not Romania | recognizes | Kosovo",
    "Japan's annexation of Korea was never legal.": "Japan | annexed | Korea",
    "The Cyprus question between Athens and Ankara is old.": "Greece | disputesWith | Turkey",
    "The return to Egypt of the Sinai was celebrated.": "Sinai | transferredTo | Egypt",
    "The presence in Kidal of French troops worried many.": "France | deploysForcesTo | Kidal",
    "Iraq's annexation and subsequent occupation of Kuwait drew protests.": "Iraq | occupies | Kuwait",
    "The seizure and incorporation of East Timor by Indonesia drew protests.": "Indonesia | annexed | East Timor",
    "Turkish occupation and later annexation of Hatay was contested.": "Turkey | annexed | Hatay",
    "Since its annexation by Rabat, Dakhla has received subsidies.": "Morocco | annexed | Dakhla",
    "As part of its dispute with Libya over the Aouzou Strip, Chad sent an envoy.": "Chad | disputesWith | Libya",
    "Throughout its war with Iran, Iraq was helped by Kuwait.": "Iran | clashesWith | Iraq",
    "The Sino-Vietnamese border treaty of 1999 was kept secret.": "China | delimitedBoundaryWith | Vietnam",
    "Spain's criticism of British reclamation around Gibraltar was voiced.": "Spain | rejectsClaimOf | United Kingdom",
    "Chinese drills near Luconia Shoals drew criticism from Malaysia.": "Malaysia | rejectsClaimOf | China",
    "Cyprus repeated its protest at Turkey's occupation of Varosha.": "Cyprus | rejectsClaimOf | Turkey",
    "Somalia staked a claim to the Ogaden.": "Somalia | claims | Ogaden",
    "Iraq ordered an invasion of Kuwait.": "Iraq | clashesWith | Kuwait",
    "Algeria was critical of Morocco's annexation of Western Sahara.": "Algeria | rejectsClaimOf | Morocco",
    "Morocco staged a raid on Algeria in October 1963.": "Algeria | clashesWith | Morocco",
}

UNSAID = {
    "Sweden's criticism of the annexation of Latvia by telephone was muted.": "annexed",
    "Washington's grain sales to Moscow by ship were halted in 1980.": "transferredTo",
    "The Chile claim was settled by the insurers.": "claims",
    "Kuwait's invasion by locusts lasted two days.": "clashesWith",
    "The condemnation of the occupation by Peru came late.": "occupies",
    "Portugal, the record holder of Macau's marathon, left in 1999.": "administers",
    "Macau's handover by May was agreed.": "transferredFrom",
    "Brazil's criticism of annexation of land by settlers in Peru was mild.": "annexed",
    "Turkish calls for recognition of Kosovo were heard in Madrid.": "recognizes",
    "Elections in the Gulf of Aden of all places were held.": "administers",
    "Poland's challenge to a ruling by the court in Luxembourg failed.": "rejectsClaimOf",
    "Canadian complaints about American tariffs on lumber from Quebec go on.": "rejectsClaimOf",
    "The Iranian presence at a fair in Qatar drew protests from exiles in London.": "rejectsClaimOf",
    "Kenya's resistance to Ethiopia's runners in Boston ended.": "rejectsClaimOf",
    "Cyprus became independent after years of resistance to British rule.": "rejectsClaimOf",
    "French claims to fame in Ceuta are few.": "claims",
    "The case of Chile against Peru over a brand of brandy ended.": "disputesWith",
    "Vienna is home to a Russian bank.": "deploysForcesTo",
    "Spain's claim rests on the old maps of Morocco.": "claims",
}


def _read(extractor: Extractor, texts: list[str]) -> list[set[str]]:
    documents = (Document(id=str(at), text=text) for at, text in enumerate(texts))
    return [
        {
            f"{'not ' if a.polarity == 'negative' else ''}{a.subject.label} | {a.predicate} | {a.object.label}"
            for a in reading.assertions
        }
        for reading in extractor.read(documents)
    ]


def test_arguments_are_found_before_and_behind_the_noun_and_on_the_words_above(extractor: Extractor) -> None:
    found = _read(extractor, list(SAID))
    missed = [text for (text, said), read in zip(SAID.items(), found, strict=True) if said not in read]
    assert missed == []


def test_near_misses_give_nothing(extractor: Extractor) -> None:
    found = _read(extractor, list(UNSAID))
    wrong = [
        read
        for (_, predicate), read in zip(UNSAID.items(), found, strict=True)
        if any(f"| {predicate} |" in statement for statement in read)
    ]
    assert wrong == []
