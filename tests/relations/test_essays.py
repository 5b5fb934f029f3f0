"""Wordings of essays on history: who followed, who had done so before, not this but that, the act that annexed."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    # who did the same, in a clause or a sentence of its own
    "Washington recognized the Republic of Texas in March 1837, France followed in 1839, and Great Britain in 1840.": (
        "France | recognizes | Republic of Texas",
        "United Kingdom | recognizes | Republic of Texas",
    ),
    "Russia recognised Abkhazia in August 2008, and Nicaragua followed suit a month later.": (
        "Nicaragua | recognizes | Abkhazia",
    ),
    "The United States recognized Finland on May 7, 1919. Great Britain had done so the day before.": (
        "United Kingdom | recognizes | Finland",
    ),
    "Slovenia seceded from Yugoslavia in June 1991; Croatia did so too.": (
        "Croatia | declaredIndependenceFrom | Yugoslavia",
    ),
    "The protocol with Chile was ratified by Peru in May 1930; Chile followed in July.": (
        "Chile | partyTo | protocol",
        "Peru | partyTo | protocol",
    ),
    "East Germany acknowledged the Oder as Poland's frontier. Bonn followed in the Treaty of Warsaw of 1970.": (
        "East Germany | recognizes | Poland",
        "Germany | recognizes | Poland",
        "Germany | partyTo | Treaty of Warsaw (1970)",
    ),
    "Peru signed the boundary convention in May. Ecuador refused to sign.": (
        "Ecuador | partyTo | boundary convention",
    ),
    # what stands between a subject and its verb
    "The court, to the surprise of the islanders, found for Paris in 1953.": ("court | ruledFor | France",),
    "The tribunal, to the grief of Ethiopia, which had claimed the town, found for Eritrea.": (
        "tribunal | ruledFor | Eritrea",
    ),
    "When a mob rose on May Day 1979, Libya, which held the Aozou Strip, recognised Western Sahara.": (
        "Libya | administers | Aouzou Strip",
        "Libya | recognizes | Western Sahara",
    ),
    "Under the treaty Mauritius becomes sovereign over the Chagos Archipelago, Diego Garcia included.": (
        "Chagos Archipelago | transferredTo | Mauritius",
        "Diego Garcia | transferredTo | Mauritius",
    ),
    "In 1967 Israel occupied the West Bank, East Jerusalem included.": (
        "Israel | occupies | East Jerusalem",
    ),
    "Argentina claims the Falkland Islands, South Georgia included.": ("Argentina | claims | South Georgia",),
    "At the instance of Kenya the General Assembly put the question to the International Court of Justice.": (
        "United Nations General Assembly | submittedTo | International Court of Justice",
    ),
    # whom somebody serves, of whom "who" is said, what a preposition leaves behind
    "India drew a line. The Chinese delegate, Ivan Chen, was repudiated by his government, which claims Tibet.": (
        "China | claims | Tibet",
    ),
    "In 1893 Siam and the French, who held Annam, signed a treaty.": ("France | administers | Annam",),
    "The return of Gibraltar has been asked for by Madrid.": ("Spain | claims | Gibraltar",),
    "The Chagos Islands were governed under the French and afterwards under the British.": (
        "France | administers | Chagos Archipelago",
        "United Kingdom | administers | Chagos Archipelago",
    ),
    "Manila keeps a rusting ship and a dozen marines on Second Thomas Shoal.": (
        "Philippines | deploysForcesTo | Second Thomas Shoal",
    ),
    # what was told before
    "Egypt and Israel went before a tribunal. In four places the judges preferred the Israeli line.": (
        "tribunal | ruledFor | Israel",
    ),
    "Kosovo broke away in 2008. Belgrade does not accept the secession.": ("Serbia | recognizes | Kosovo",),
    "A line was drawn. Chinese troops overran the Namka Chu in a morning.": ("China | occupies | Namka Chu",),
    # not this but that
    "Salazar said that Goa was not a colony but a province of Portugal.": ("Goa | partOf | Portugal",),
    # who acts
    "A French admiral annexed Tahiti in 1842.": ("France | annexed | Tahiti",),
    "On July 7, 1898, President William McKinley signed a joint resolution that annexed Hawaii.": (
        "United States | annexed | Hawaii",
    ),
    "Iceland recognised Lithuania in February 1991. Denmark did so in August.": (
        "Denmark | recognizes | Lithuania",
    ),
    "Portugal complained to the International Court of Justice.": (
        "Portugal | submittedTo | International Court of Justice",
    ),
}
NOTHING = {
    "The Chagos Islands were governed from Mauritius under the French.": "Mauritius | administers",
    "Spain gave up its title to Guam.": "Spain | claims",
    "The Saar was attached economically to France in 1947.": "Saar | transferredTo",
    "India drew a line. The Chinese delegate, Ivan Chen, was dropped by his government, which claims Tibet.": (
        "India | claims"
    ),
    "In 1893 Siam and the French, who held Annam, quarrelled.": "Thailand | administers",
    "India protested. Chinese troops took Tawang. They shelled Walong. Then they announced a cease-fire.": (
        "India | partyTo"
    ),
    "Four Norwegian soldiers were from Oslo.": "Norway | deploysForcesTo",
    "Peru signed a cheque. Ecuador refused to sign.": "Ecuador | partyTo",
    "Britain and France agreed on tariffs. Spain refused to sign.": "Spain | partyTo",
    "Latvia was recognised in January. Estonia followed in May.": "Estonia | recognizes",
    "Germany annexed Austria in 1938, and Bohemia followed in 1939.": "Bohemia | annexed",
    "Germany recognised Croatia, and Serbia followed the talks.": "Serbia | recognizes",
    "Germany recognised Croatia in May. Serbia did so in Geneva.": "Serbia | recognizes",
    "Russia recognised Abkhazia in August 2008. Georgia has refused to do so.": "Georgia | recognizes | Abk",
    "Russia kept Abkhazia under Georgian control.": "Russia | administers",
    "The French captain scored against Gibraltar.": "Gibraltar",
}


@pytest.mark.model
def test_essays_tell_who_did_the_same_and_who_acted(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
def test_who_followed_has_a_time_of_his_own(extractor: Extractor) -> None:
    text = "Germany recognized Slovenia in 1991, and France followed in January 1992. Sweden had done so in 1990."
    (reading,) = extractor.read([Document(id="1", text=text)])
    times = {a.subject.label: a.time for a in reading.assertions if a.predicate == "recognizes"}
    assert times == {"Germany": "1991", "France": "1992-01", "Sweden": "1990"}
