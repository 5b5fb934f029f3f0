"""References of articles that reach over several sentences: "the two presidents", "the case", "the document"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Russian President Vladimir Putin praised the talks. Japanese Prime Minister Shinzo Abe was more cautious. The two "
    "leaders met twice in 2018.": ("Vladimir Putin | metWith | Shinzo Abe",),
    "The Russian foreign minister, Sergei Lavrov, spoke. Taro Kono, Japan's foreign minister, did so too. President "
    "Putin was silent. The two foreign ministers will meet in May.": ("Sergei Lavrov | metWith | Taro Kono",),
    "Georgian Minister Tamar Beruchashvili spoke. The Minister met her Lithuanian counterpart, Linas Linkevicius.": (
        "Tamar Beruchashvili | metWith | Linas Linkevicius",
    ),
    "NATO chief Jens Stoltenberg spoke alongside Turkish President Recep Erdogan. The two leaders met on Monday.": (
        "Jens Stoltenberg | metWith | Recep Erdogan",
    ),
    "Chinese Premier Wen Jiabao praised French Prime Minister Francois Fillon. The two met in Paris.": (
        "Wen Jiabao | metWith | Francois Fillon",
    ),
    "Slovenia and Croatia are at odds over the Bay of Piran. Ljubljana claimed the whole bay.": (
        "Slovenia | claims | Gulf of Piran",
    ),
    "The International Court of Justice ruled on the border of Peru and Chile. Lima brought the case in 2008.": (
        "Peru | submittedTo | International Court of Justice",
    ),
    "Cameroon and Nigeria signed the Maroua Declaration. The Nigerian government never ratified the document.": (
        "Nigeria | partyTo | Maroua Declaration",
    ),
    "China and the ten members of ASEAN have held talks on the Spratly Islands.": (
        "China | negotiatesWith | Association of Southeast Asian Nations",
    ),
    "The dispute over Bakassi was settled in favour of Cameroon by the International Court of Justice in 2002, and the "
    "territory was handed over to it in 2008.": ("Bakassi | transferredTo | Cameroon",),
    "The Chagos Islands are claimed by Mauritius. In a case between Mauritius and the Maldives, the tribunal holds "
    "that the islands belong to the former.": ("Chagos Archipelago | partOf | Mauritius",),
    "Yakubu Gowon of Nigeria and Ahmadou Ahidjo of Cameroon agreed on a maritime boundary.": (
        "Nigeria | delimitedBoundaryWith | Cameroon",
    ),
    "Mauritius claims the Chagos. London replies that the opinion is not binding and that it has no doubt about its "
    "sovereignty over the islands.": ("United Kingdom | claims | Chagos Archipelago",),
    "China sails in the Spratlys. The tribunal found that the map had no basis and that China violated the law.": (
        "tribunal | ruledAgainst | China",
    ),
    "Vietnam submitted a joint claim, to which Beijing objected.": ("China | rejectsClaimOf | Vietnam",),
    "Aldabra, Farquhar and Desroches were ceded to Seychelles.": (
        "Aldabra | transferredTo | Seychelles",
        "Desroches | transferredTo | Seychelles",
    ),
    "Peru and Chile quarrelled. Lima argued that the boundary had never been agreed.": (
        "Peru | delimitedBoundaryWith | Chile",
    ),
    "Russia and China share a long border. The border was demarcated in 2008.": (
        "Russia | delimitedBoundaryWith | China",
    ),
    "Peru ceded Tarapaca to Chile. The Treaty of Lima left Arica to its southern neighbor.": (
        "Arica | transferredTo | Chile",
    ),
    "Vietnam claims the Paracels and the Spratlys, and calls them Hoang Sa and Truong Sa.": (
        "Paracel Islands | knownAs | Hoang Sa",
        "Spratly Islands | knownAs | Truong Sa",
    ),
    "Serbia was angry. Norway recognised the new country, Kosovo.": ("Norway | recognizes | Kosovo",),
    "Iraq protested. Iran attacked the kingdom, Saudi Arabia.": ("Iran | clashesWith | Saudi Arabia",),
    "The two presidents, Peru's Ollanta Humala and Sebastian Pinera of Chile, met.": (
        "Ollanta Humala | represents | Peru",
        "Sebastian Pinera | represents | Chile",
        "Ollanta Humala | metWith | Sebastian Pinera",
    ),
    "Russia recognised Abkhazia in 2008, a step in which Nicaragua and Venezuela have followed it.": (
        "Nicaragua | recognizes | Abkhazia",
        "Venezuela | recognizes | Abkhazia",
    ),
    "Russia recognised Abkhazia in 2008. Only Nicaragua, Venezuela and Nauru have followed it.": (
        "Nauru | recognizes | Abkhazia",
    ),
    "Russia occupied Abkhazia. On 26 August of the same year Moscow recognised it as a state, a decision that Georgia "
    "rejects.": ("Russia | recognizes | Abkhazia",),
    "Cameroon and Nigeria are at peace. A commission of the two countries, chaired by the UN, has demarcated most of "
    "their land boundary.": ("Cameroon | delimitedBoundaryWith | Nigeria",),
    "The Chagos lie in the Indian Ocean. The largest of the islands, Diego Garcia, houses an American base.": (
        "United States | deploysForcesTo | Diego Garcia",
    ),
    "The legation at Copenhagen was closed. German forces had occupied the city.": (
        "Germany | occupies | Copenhagen",
    ),
    "The ambassador left Kabul in July. The Taliban captured the city in August.": (
        "Taliban | occupies | Kabul",
    ),
    "Denmark sold the Danish West Indies; the islands are now known as the U.S. Virgin Islands.": (
        "Danish West Indies | knownAs | U.S. Virgin Islands",
    ),
    "British troops left Aden. Though South Yemen became independent in 1967, China did not recognise it before May.": (
        "China | recognizes | South Yemen",
    ),
    "Chinese President Hu Jintao wrote to Japanese Prime Minister Yasuo Fukuda. Their meeting in Tokyo went well.": (
        "Hu Jintao | metWith | Yasuo Fukuda",
    ),
    "Vladimir Putin spoke by telephone with President of Egypt Abdel Fattah el-Sisi. It was late. Oil fell. Gas rose. "
    "Grain was cheap. The two leaders recalled the meeting. The two leaders met in Cairo.": (
        "Abdel Fattah el-Sisi | metWith | Vladimir Putin",
    ),
    "U.S. President Bill Clinton came with his wife, Hillary Clinton. Mr. Clinton will meet President Hu Jintao.": (
        "Bill Clinton | metWith | Hu Jintao",
    ),
}
NOTHING = {
    "President Putin spoke. Foreign Minister Sergei Lavrov of Russia spoke too. The two leaders met.": "metWith",
    "President Eisenhower of the United States spoke. The new president met Nikita Khrushchev.": "Eisenhower | m",
    "The International Court of Justice is in The Hague. Kenya closed the case in 2014.": "submittedTo",
    "Kenya and Somalia met in Nairobi. Kenya brought the case in 2014.": "submittedTo",
    "Slovenia and Croatia signed a border treaty in 2001. Serbia signed the document on trade.": "Serbia | partyTo",
    "Three of the ten members of ASEAN claim the Spratly Islands.": "claims",
    "China draws a nine-dash line. Vietnam drew up a claim to the continental shelf.": "Nine-dash line",
    "John Smith of Canada said that the Hans Island belongs to Denmark.": "Canada",
    "President Evo Morales of Bolivia spoke. President Lula da Silva of Brazil did not. The leaders of Cuba, Haiti and "
    "Venezuela met.": "Morales | metWith",
    "Norway, Sweden and Finland are at peace. The border was settled in 1751.": "delimitedBoundaryWith",
    "Sudan and Chad are at peace. The border with Libya was settled in 1955.": "Chad | delimited",
    "Iraq and Iran are at peace. Turkey says that the boundary was fixed in 1913.": "delimitedBoundaryWith",
    "The Paracels and the Spratlys are known in Vietnam as Hoang Sa and Truong Sa.": "Spratly Islands | knownAs | H",
    "In the Spratlys, Vietnam holds 21 reefs, the Philippines nine and Malaysia five.": "administers | Phil",
    "Two friends of Turkey's Kemal Ataturk and Peru's Ollanta Humala met.": "represents",
    "Russia recognised Abkhazia in 2008, a step in which Latvia saw a threat. Peru followed the talks.": (
        "Peru | recognizes"
    ),
    "Turkey recognised Northern Cyprus in 1983. No other state followed suit.": "state | recognizes",
    "Prime Minister Lloyd George of Britain and President Wilson of the United States suggested that the leaders of "
    "the factions should meet.": "metWith",
    "The largest of the companies, Gazprom, houses a Russian base.": "deploysForcesTo",
    "The ministers met in Moscow and spoke of Mariupol. Russian troops captured the city.": "| Moscow",
    "Israeli troops entered southern Lebanon. They seized a truck of General Aoun's and occupied his base.": "| S",
    "The United Nations mediates in Lebanon. The unions called a strike, rejecting the offer.": "United Nations |",
    "Prime Minister Shinzo Abe spoke. Oil fell. Gas rose. Grain was cheap. Haruki Murakami spoke. Tin fell. It rained. "
    "It snowed. The two leaders met in Rome.": "Murakami | metWith",
    "Hillary Clinton spoke. Mr. Clinton met President Jacques Chirac.": "Hillary Clinton | metWith",
    "Envoys of Indonesia and of rebels met. Finnish mediators are helping the two sides discuss a deal.": "Finland |",
    "Spain and Chad met. Somali gunmen freed the ship after holding it for months.": "Somali gunmen |",
}


@pytest.mark.model
def test_references_reach_over_sentences(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
