"""What a sentence tells besides: a second object, whoever joins in, whose land it is, of whom a report tells."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    # Who says that a land is his own only claims it, and does not hold it.
    "Argentina says that the Malvinas are part of Argentina. Britain rejects that. Argentina invaded the Falklands in "
    "1982.": ("Argentina | clashesWith | United Kingdom",),
    "The blast in Basra was aimed at the Iranian-backed Badr Brigade militia.": (
        "Iran | supports | Badr Organization",
    ),
    "Israel not only occupied the West Bank, but the Golan Heights as well.": (
        "Israel | occupies | West Bank",
        "Israel | occupies | Golan Heights",
    ),
    "The US relinquished its claims to the uninhabited Phoenix and Line Islands in 1979.": (
        "United States | renounces | Phoenix Islands",
        "United States | renounces | Line Islands",
    ),
    "China claims the Paracel and Spratly Islands.": (
        "China | claims | Paracel Islands",
        "China | claims | Spratly Islands",
    ),
    "Italy joined the German attack on Yugoslavia.": (
        "Italy | clashesWith | Yugoslavia",
        "Germany | clashesWith | Yugoslavia",
    ),
    "Germany recognized the independence of three republics: Estonia, Latvia and Lithuania.": (
        "Germany | recognizes | Estonia",
        "Germany | recognizes | Lithuania",
    ),
    "In 1920, Palestine became a mandate under British administration.": (
        "United Kingdom | administers | Palestine",
    ),
    "Since a 1960 treaty with Burma, China has held no claim to Namwan.": (
        "China | partyTo | Sino-Burmese Boundary Treaty",
    ),
    "Settlers live on Palestinian land occupied by Israel.": ("Israel | occupies | Palestinian land",),
    "Russia annexed Ukrainian territory.": ("Russia | annexed | Ukrainian territory",),
    "Armenian troops are stationed on Azerbaijani soil.": ("Armenia | deploysForcesTo | Azerbaijan",),
    "The United States carried out airstrikes in southern Somalia targeting Al-Qaeda operatives.": (
        "United States | clashesWith | Al-Qaeda",
    ),
    "The United States captured the Mariana Islands in 1944 and administered them post-World War II.": (
        "United States | administers | Mariana Islands",
    ),
    "The dispute between Guyana, which administers the Essequibo, and Venezuela, which claims it, went on.": (
        "Guyana | administers | Essequibo",
        "Guyana | disputesWith | Venezuela",
        "Venezuela | claims | Essequibo",
    ),
    "Fighters from Hamas, which rules Gaza, and Fatah, which governs the West Bank, clashed.": (
        "Hamas | administers | Gaza Strip",
        "Fatah | administers | West Bank",
        "Fatah | clashesWith | Hamas",
    ),
    "A force of NATO and Afghan soldiers attacked the Taliban in Helmand.": (
        "NATO | clashesWith | Taliban",
        "Afghanistan | clashesWith | Taliban",
    ),
    "Spain said it would invoke a 1992 agreement with Morocco.": (
        "Spain | partyTo | 1992 agreement",
        "Morocco | partyTo | 1992 agreement",
    ),
    "The border between Chad and Libya, disputed since 1973, runs south of Aouzou.": (
        "Chad | disputesWith | Libya",
    ),
    "Russia liberated Bulgaria from Ottoman rule in 1878.": ("Ottoman Empire | administers | Bulgaria",),
    "Algeria freed itself from French rule in 1962.": ("Algeria | declaredIndependenceFrom | France",),
    "The British protectorate of Bechuanaland became Botswana in 1966.": (
        "Botswana | knownAs | Bechuanaland",
    ),
}
NOTHING = {
    "General Musharraf of Pakistan joined the U.S. war on terrorism after the attacks in the United States.": (
        "clashesWith"
    ),
    "Livni saw Abbas. Mark Regev, an Israeli spokesman, hailed the meeting between the two.": "Regev | metWith",
    "Serbia not only lost Kosovo, but Montenegro left the union.": "| transferredFrom | Montenegro",
    "Japan claims the Senkaku Islands, but nothing else.": "nothing",
    "The Gilbert and Ellice Islands were British.": "Gilbert Islands",
    "Romania joined the trade war against Canada.": "clashesWith",
    "After Egypt's 1979 peace treaty with Israel, Syria broke off relations.": "Syria",
    "The area that became Ghana had been part of the British Empire.": "knownAs",
    "In 2009, Guam became the first US territory to vote on the matter.": "transferredTo",
    "Germany had colonies in Africa and the Pacific.": "administers",
    "The United States carried out airstrikes in southern Somalia targeting Al-Qaeda operatives.": "Somalia",
    "Fighters from Hamas, which rules Gaza, and Fatah, which governs the West Bank, met.": "Fatah | administers | Gaza",
    "Guyana, which administers the Essequibo, and Venezuela, which claims it, met.": "administers | Venezuela",
    "Armenia, which occupied Lachin, and Azerbaijan, which lost it, signed a truce.": "transferredFrom | Armenia",
    "A patrol of US and Afghan troops attacked the Taliban in Helmand.": "Afghanistan | clashesWith | United States",
    "In 1997, Heard Island was named a UNESCO World Heritage Site.": "knownAs",
    "The Constitutional Court ruled in favor of Kenya's president.": "ruledFor",
    "Denmark exercises control over several policy areas on behalf of Greenland.": "administers",
    "Although the last Russian troops left in 1994, the status of the minority is of concern to Moscow.": "Moscow",
    "Although Turkey annexed the province in 1939, Syria still claims it.": "claims | Turkey",
    "One of the rebel groups has demanded a United Nations force in Darfur.": "deploysForcesTo",
    "Britain held Argentina and its generals responsible for the war.": "administers",
    "The Andorran mission to the United Nations serves as an embassy.": "deploysForcesTo",
    "The invasion of South Korea by Soviet and Chinese-backed North Korean forces began.": "clashesWith | Soviet",
    "Bulgaria was liberated from Ottoman rule by Russia.": "Russia",
    "Iraq, whose troops invaded Kuwait in 1990, and Iran made peace.": "Iran | clashesWith | Kuwait",
    "U.S.-led forces failed to secure the country's borders.": "deploysForcesTo",
    "Spain is starting to return to Morocco any Africans who make it into Melilla.": "transferredTo",
    "Ships that Manila says belong to China entered its waters.": "partOf",
    "Kenya deported rebels it said had fought the government of Ethiopia.": "Kenya",
    "Turkey returned the islets Greece says belong to it.": "partOf",
    "Israel withdrew from the Gaza Strip. The movement won the vote there. It changed its name to Reform.": "knownAs",
}
QUALIFIED = {
    "Israel built a fence to stop Hezbollah from attacking its posts.": {
        ("Hezbollah", "Israel", "positive", "possible"),
    },
    "India stopped Pakistan from seizing Kargil.": {("Pakistan", "Kargil", "negative", "actual")},
    "Iran will not leave unless sanctions are lifted and Israel withdraws from the Golan Heights.": {
        ("Israel", "Golan Heights", "negative", "possible"),
        ("Israel", "Golan Heights", "positive", "possible"),
    },
    "Poland refused to join the US-led war on Iraq.": {
        ("Iraq", "Poland", "negative", "actual"),
        ("Iraq", "United States", "positive", "actual"),
    },
    "In anticipation of the German occupation of Yugoslavia, the government left.": {
        ("Germany", "Yugoslavia", "positive", "possible"),
    },
}


@pytest.mark.model
def test_what_is_told_besides_is_read(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
@pytest.mark.parametrize("text", QUALIFIED)
def test_how_it_is_told_is_read(extractor: Extractor, text: str) -> None:
    (reading,) = extractor.read([Document(id="1", text=text)])
    read = {(a.subject.label, a.object.label, a.polarity.value, a.modality.value) for a in reading.assertions}
    assert read == QUALIFIED[text]
