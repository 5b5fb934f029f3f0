"""What is read of clauses below nouns, verbs and adjectives that say whose doing they are and whether it is so."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Modality, Polarity, Reading

pytestmark = pytest.mark.model

# Each sentence with what it gives, one a line; "not" stands before what is denied, "maybe" before what is possible.
SENTENCES = """
# what a fact, news or a report is of, also of a verb without an object
The fact that Indian and Chinese troops clashed in the Galwan Valley worries Nepal.
    China clashesWith India
Analysts point to the fact that Israel pulled out of the Gaza Strip in 2005.
    not Israel deploysForcesTo Gaza Strip
News that Katanga had split from the Congo under Tshombe reached Brussels.
    Katanga declaredIndependenceFrom Democratic Republic of the Congo
There were suspicions that Togo had recognised Abkhazia.
    maybe Togo recognizes Abkhazia
The report that Togo published recognised nobody.
The claim that Russia made to the peninsula angered Togo.
Beijing's decision to consider Taiwan a renegade province surprised the markets.
    maybe China claims Taiwan
# who is to say or do what an infinitive says
The mediator asked the tribunal to find that China had violated the rights of the Philippines.
    maybe tribunal ruledAgainst China
The envoy called for Sweden to give Finland to Russia.
    maybe Finland transferredTo Russia
    maybe Finland transferredFrom Sweden
Sudan is under pressure to recognise Kosovo.
    maybe Sudan recognizes Kosovo
Palestine held elections instead of acceding to the Rome Statute.
    not Palestine partyTo Rome Statute
Malta hailed the decision of the Russian parliament to recognise South Ossetia.
    Russia recognizes South Ossetia
Malta criticised Palestine's threat to accede to the Rome Statute in January 2015.
    maybe Palestine partyTo Rome Statute
Malta hailed Mogadishu's decision to regard Somaliland as one of its regions.
    maybe Somalia claims Somaliland
Malta hailed the decision of Germany to back Morocco's claim to Western Sahara.
    maybe Germany recognizes Morocco
    maybe Germany supports Morocco
    Morocco claims Western Sahara
# what is possible, needed, wanted
It is possible that Iraq annexed Kuwait.
    maybe Iraq annexed Kuwait
It is clear that Iraq annexed Kuwait.
    Iraq annexed Kuwait
Togo has to recognise Kosovo.
    maybe Togo recognizes Kosovo
Togo had to recognise Kosovo.
    Togo recognizes Kosovo
Togo is interested in recognising Kosovo.
    maybe Togo recognizes Kosovo
Togo is on the verge of recognising Kosovo.
    maybe Togo recognizes Kosovo
Togo decided not to recognise Kosovo.
    not Togo recognizes Kosovo
# what a document says that is not made
Togo vetoed a resolution recognizing Kosovo.
    not Togo recognizes Kosovo
Nepal plans to issue a map that includes Kalapani.
    maybe Nepal claims Kalapani
Nepal may withdraw the map that includes Kalapani.
    Nepal claims Kalapani
# what nobody need be told
It is no secret that Morocco controls Western Sahara.
    Morocco administers Western Sahara
It was not Togo that recognised Kosovo.
    not Togo recognizes Kosovo
"""


def _expected() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in SENTENCES.splitlines():
        if line.startswith(" "):
            found[next(reversed(found))].add(line.strip())
        elif line and not line.startswith("#"):
            found[line] = set()
    return found


def test_clause_below_gives_what_it_says(extractor: Extractor) -> None:
    """All in one go: a model reads many sentences hardly longer than one."""
    expected = _expected()
    documents = [Document(id=str(number), text=text) for number, text in enumerate(expected)]
    found = {reading.document.text: _said(reading) for reading in extractor.read(documents)}
    assert found == expected


def _said(reading: Reading) -> set[str]:
    return {
        f"{'maybe ' * (a.modality is Modality.POSSIBLE)}{'not ' * (a.polarity is Polarity.NEGATIVE)}"
        f"{a.subject.label} {a.predicate} {a.object.label}"
        for a in reading.assertions
    }
