"""Entries of a handbook on disputes: the terse constructions of the genre, several to an entry, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity
from kgraph.vocab import predicates

pytestmark = pytest.mark.model


def _read(extractor: Extractor, title: str | None, text: str) -> set[str]:
    """Give what is read, a symmetric relation in one direction, and what is denied with "not"."""
    (reading,) = extractor.read([Document(id="entry", title=title, text=text)])
    found: set[str] = set()
    for said in reading.assertions:
        ends = [said.subject.label, said.object.label]
        subject, object_ = sorted(ends) if predicates()[said.predicate].symmetric else ends
        denied = " | not" if said.polarity is Polarity.NEGATIVE else ""
        found.add(f"{subject} | {said.predicate} | {object_}{denied}")
    return found


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param(
            "Eritrea",
            "Sovereignty over the Hanish Islands having been contested by force in 1995, a tribunal in 1998 found"
            " for Yemen as to the larger islands and for Eritrea as to the Mohabbakahs, Haycocks, and South West "
            "Rocks.",
            {"tribunal | ruledFor | Eritrea", "tribunal | ruledFor | Yemen"},
            id="found for one as to these and for another as to those",
        ),
        pytest.param(
            "Armenia",
            "Nagorno-Karabakh, an ethnic Armenian region that Soviet authorities had placed within Azerbaijan, "
            "was retaken by Azerbaijani forces in September 2023; commissions of the two countries have begun "
            "delimiting the common frontier, starting in the Tavush-Gazakh sector.",
            {"Armenia | delimitedBoundaryWith | Azerbaijan", "Azerbaijan | occupies | Nagorno-Karabakh"},
            id="commissions of both delimit",
        ),
        pytest.param(
            "Sri Lanka",
            "Kachchatheevu, an uninhabited islet in Palk Strait, was recognized by India as Sri Lankan in a 1974 "
            "agreement which politicians in Tamil Nadu want repudiated.",
            {"India | partyTo | 1974 Indo-Sri Lankan maritime agreement", "India | recognizes | Sri Lanka"},
            id="recognized as of another state",
        ),
        pytest.param(
            "South Korea",
            "The Northern Limit Line, proclaimed unilaterally by the UN Command in 1953 and disputed by "
            "Pyongyang, was the scene of naval engagements in 1999, 2002, and 2009; Yeonpyeong was shelled from "
            "the North in November 2010.",
            {"North Korea | contests | Northern Limit Line"},
            id="a line disputed by one",
        ),
        pytest.param(
            "Chad",
            "The Aozou Strip, overrun by Libya in 1973, reverted to Chad in 1994 in execution of an ICJ judgment.",
            {"Aouzou Strip | transferredTo | Chad", "Libya | occupies | Aouzou Strip"},
            id="overrun, reverted",
        ),
        pytest.param(
            "Norway",
            "Norway and Russia in 2010 split the formerly disputed area of the Barents Sea into two almost equal "
            "parts; Moscow takes issue with Oslo's 200-mile fishery protection zone around Svalbard.",
            {
                "Norway | delimitedBoundaryWith | Russia",
                "Norway | disputesWith | Russia",
                "Russia | rejectsClaimOf | Norway",
            },
            id="who takes issue with a zone",
        ),
        pytest.param(
            "Guyana",
            "Suriname claims the New River Triangle (Tigri), from which its police were ejected by Guyanese "
            "soldiers in 1969; a 2007 arbitration under UNCLOS fixed the sea boundary between the two.",
            {
                "Guyana | clashesWith | Suriname",
                "Guyana | delimitedBoundaryWith | Suriname",
                "Suriname | claims | Tigri Area",
                "Tigri Area | knownAs | Tigri",
            },
            id="police ejected by soldiers",
        ),
        pytest.param(
            "Haiti",
            "Navassa, an uninhabited island under US administration since 1857, is considered by Port-au-Prince "
            "to be national territory.",
            {"Haiti | claims | Navassa Island", "United States | administers | Navassa Island"},
            id="considered national territory",
        ),
        pytest.param(
            "Kuwait",
            "Maritime boundary with Iraq beyond the last point demarcated by the UN in 1993 has yet to be "
            "settled; Iraq's top court in 2023 annulled ratification of the 2012 Khor Abdullah agreement, drawing"
            " protests from Kuwait.",
            {"Iraq | delimitedBoundaryWith | Kuwait | not"},
            id="yet to be settled",
        ),
        pytest.param(
            "Ukraine",
            "The 2009 ICJ judgment drew a line between the shelf and EEZs of Romania and Ukraine that gives Snake"
            " Island (Serpents' Island) no effect beyond its territorial sea; both sides accept it.",
            {"Romania | delimitedBoundaryWith | Ukraine", "Snake Island | knownAs | Serpents' Island"},
            id="a line between the zones of two",
        ),
        pytest.param(
            "Maldives",
            "An ITLOS special chamber in April 2023 delimited the EEZ and shelf between the Maldives and "
            "Mauritius, treating the Chagos as Mauritian territory.",
            {"Maldives | delimitedBoundaryWith | Mauritius"},
            id="a chamber delimits between two",
        ),
        pytest.param(
            "Kenya",
            "Kenya withdrew from ICJ proceedings brought by Somalia over their Indian Ocean boundary, and "
            "rejected the October 2021 judgment adopting a line close to that asked for by Mogadishu.",
            {"Somalia | submittedTo | International Court of Justice"},
            id="proceedings brought by one",
        ),
        pytest.param(
            "Eswatini",
            "King Mswati III has from time to time revived Swazi claims to parts of Mpumalanga and to the "
            "Ingwavuma district of KwaZulu-Natal in South Africa.",
            {
                "Eswatini | claims | Ingwavuma",
                "Eswatini | claims | parts of Mpumalanga",
                "Mswati III | represents | Eswatini",
            },
            id="claims revived",
        ),
        pytest.param(
            "Mauritania",
            "Nouakchott gave up the southern third of Western Sahara in 1979 and in 1984 recognized the Sahrawi "
            "republic; Lagouira, at the tip of Ras Nouadhibou, is garrisoned by Mauritania though it lies outside"
            " its borders.",
            {
                "Mauritania | deploysForcesTo | Lagouira",
                "Mauritania | recognizes | Sahrawi Arab Democratic Republic",
                "Mauritania | renounces | Western Sahara",
            },
            id="garrisoned by",
        ),
        pytest.param(
            "Turkey",
            "Armenia yet to ratify the 2009 Zurich Protocols.",
            {"Armenia | partyTo | 2009 Zurich Protocols | not"},
            id="yet to, in the style of a note",
        ),
        pytest.param(
            None,
            "Sipadan and Ligitan were declared Malaysian by the ICJ in 2002.",
            {"International Court of Justice | ruledFor | Malaysia"},
            id="declared of a state by a court",
        ),
        pytest.param(
            None,
            "Pedra Branca was found by the ICJ in 2008 to belong to Singapore.",
            {"International Court of Justice | ruledFor | Singapore", "Pedra Branca | partOf | Singapore"},
            id="found to belong",
        ),
        pytest.param(
            None,
            "A 2025 ICJ judgment upheld Malabo's title to Conga Island.",
            {"International Court of Justice | ruledFor | Equatorial Guinea"},
            id="a judgment upholds a title",
        ),
        pytest.param(
            None,
            "The International Court of Justice, seized of the dispute by Guyana in 2018, has affirmed its "
            "jurisdiction.",
            {"Guyana | submittedTo | International Court of Justice"},
            id="a court seized of a matter",
        ),
        pytest.param(
            None,
            "Sabah is the object of a dormant Philippine claim.",
            {"Philippines | claims | Sabah"},
            id="object of a claim",
        ),
        pytest.param(
            None,
            "Venezuela claims the Essequibo, a claim rejected by Guyana.",
            {"Guyana | rejectsClaimOf | Venezuela", "Venezuela | claims | Essequibo"},
            id="a claim rejected by another",
        ),
        pytest.param(
            None,
            "New Zealand asserts a claim in Antarctica recognized by the UK and Norway.",
            {
                "New Zealand | claims | Antarctica",
                "Norway | recognizes | New Zealand",
                "United Kingdom | recognizes | New Zealand",
            },
            id="who recognizes a claim makes none",
        ),
        pytest.param(
            None,
            "Argentina disputes British possession of the Falkland Islands.",
            {
                "Argentina | rejectsClaimOf | United Kingdom",
                "United Kingdom | administers | Falkland Islands",
            },
            id="possession disputed",
        ),
        pytest.param(
            None,
            "There is no agreed boundary between Germany and the Netherlands in the Ems estuary.",
            {"Germany | delimitedBoundaryWith | Netherlands | not"},
            id="no agreed boundary",
        ),
        pytest.param(
            None,
            "The 1998 sea boundary treaty with Lithuania awaits ratification by Latvia.",
            {
                "Latvia | partyTo | 1998 sea boundary treaty | not",
                "Lithuania | partyTo | 1998 sea boundary treaty",
            },
            id="ratification awaited",
        ),
        pytest.param(
            "Kuwait",
            "Maritime boundary with Iraq pending.",
            {"Iraq | delimitedBoundaryWith | Kuwait | not"},
            id="a boundary pending",
        ),
        pytest.param(
            None,
            "East Jerusalem, occupied by Israel in 1967 and annexed in 1980, is claimed by the Palestinians.",
            {
                "Israel | annexed | East Jerusalem",
                "Israel | occupies | East Jerusalem",
                "Palestinians | claims | East Jerusalem",
            },
            id="taken by one and annexed later",
        ),
        pytest.param(
            None,
            "Four regions were declared annexed by Moscow.",
            {"Russia | annexed | Four regions"},
            id="declared annexed",
        ),
        pytest.param(
            None,
            "Egypt and Libya settled their boundary by a treaty of 1925.",
            {
                "Egypt | delimitedBoundaryWith | Libya",
                "Egypt | partyTo | treaty of 1925",
                "Libya | partyTo | treaty of 1925",
            },
            id="a treaty by its year behind of",
        ),
        pytest.param(
            None,
            "The North Sea shelf was apportioned among Germany, Denmark, and the Netherlands in 1971.",
            {
                "Denmark | delimitedBoundaryWith | Germany",
                "Denmark | delimitedBoundaryWith | Netherlands",
                "Germany | delimitedBoundaryWith | Netherlands",
            },
            id="a shelf apportioned among three",
        ),
        pytest.param(
            None,
            "Iceland and Ireland dispute Denmark's assertion that the Faroe shelf reaches Hatton Bank.",
            {"Iceland | rejectsClaimOf | Denmark", "Ireland | rejectsClaimOf | Denmark"},
            id="those who dispute another's assertion have no dispute with each other",
        ),
        pytest.param(
            None,
            "Turkey objects to Cyprus's EEZ agreements with Egypt (2003), Lebanon (2007), and Israel (2010).",
            {
                "Cyprus | delimitedBoundaryWith | Egypt",
                "Cyprus | delimitedBoundaryWith | Israel",
                "Cyprus | delimitedBoundaryWith | Lebanon",
                "Turkey | rejectsClaimOf | Cyprus",
            },
            id="agreements of one with three",
        ),
    ],
)
def test_what_an_entry_says(extractor: Extractor, title: str | None, text: str, expected: set[str]) -> None:
    assert _read(extractor, title, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The ICJ held Albania responsible for the mining of two warships in 1946.",
            id="to hold responsible",
        ),
        pytest.param("The EEZ claims of South Korea and China overlap.", id="claims to a zone of nowhere"),
        pytest.param("The court gave hope to El Salvador.", id="a court gives no land"),
        pytest.param("The delegation left the village for China.", id="who leaves hands nothing over"),
        pytest.param("Turkish firms operate from offices in northern Iraq.", id="firms are no forces"),
    ],
)
def test_what_says_nothing(extractor: Extractor, text: str) -> None:
    assert _read(extractor, None, text) == set()
