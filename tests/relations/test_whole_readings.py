"""All that is read of a sentence, with its qualifiers: what is easily read too much, or of the wrong time or voice."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document, Modality, Polarity

pytestmark = pytest.mark.model

# "X says: perhaps not A predicate B, 1981"
READINGS = {
    # -- what is not accepted is denied, by whom is told -------------------------------------------------
    "Serbia does not accept that Kosovo is part of Albania.": {"Serbia: not Kosovo partOf Albania"},
    "India never agreed that China controlled Aksai Chin.": {"India: not China administers Aksai Chin"},
    "India disputes that Aksai Chin is part of China.": {"India: not Aksai Chin partOf China"},
    "Japan argues that Takeshima is part of Shimane.": {"Japan: Liancourt Rocks partOf Shimane"},
    # -- "it" is the land that was taken -----------------------------------------------------------------
    "Israel captured the plateau from Syria in 1967 and annexed it in 1981.": set(),
    "Israel captured the Golan Heights from Syria in 1967 and annexed it in 1981.": {
        "Israel occupies Golan Heights, 1967",
        "Israel annexed Golan Heights, 1981",
    },
    "China attacked Tibet and annexed it.": {"China annexed Tibet"},
    # -- whose rule of what ------------------------------------------------------------------------------
    "The Bonin Islands, which Japan controlled except for years of American administration, are small.": {
        "Japan administers Bonin Islands"
    },
    "Spain has long contested the sovereignty of Gibraltar.": {"Spain contests Gibraltar"},
    "Argentina contests the sovereignty of the United Kingdom over the Falkland Islands.": {
        "Argentina rejectsClaimOf United Kingdom"
    },
    "Italy occupied Albania, along with Kosovo, in 1939.": {"Italy occupies Albania, 1939"},
    "Germany occupied Poland, along with the Soviet Union.": {"Germany occupies Poland"},
    "Japan occupied Attu Island, along with Kiska Island, in 1942.": {
        "Japan occupies Attu Island, 1942",
        "Japan occupies Kiska Island, 1942",
    },
    "Japan annexed Korea along with Taiwan.": {"Japan annexed Korea", "Japan annexed Taiwan"},
    "Egypt attacked Israel along with Syria.": {"Egypt clashesWith Israel"},
    "Spain ceded Guam, along with Puerto Rico, to the United States.": {
        "Guam transferredFrom Spain",
        "Guam transferredTo United States",
        "Puerto Rico transferredFrom Spain",
        "Puerto Rico transferredTo United States",
    },
    "Britain took control of the Cayman Islands, along with Jamaica, in 1670.": {
        "United Kingdom administers Cayman Islands, 1670/"
    },
    "France claims Matthew Island, along with Hunter Island.": {
        "France claims Hunter Island",
        "France claims Matthew Island",
    },
    "China claims the Spratly Islands, along with Vietnam.": {
        "China claims Spratly Islands",
        "Vietnam claims Spratly Islands",
    },
    # -- the time of another verb ------------------------------------------------------------------------
    "Israel occupied the Golan Heights, and in 1981 extended its law to the territory.": {
        "Israel occupies Golan Heights"
    },
    "Austria seized Bosnia and formally annexed it in 1908.": {
        "Austria occupies Bosnia and Herzegovina, 1908",
        "Austria annexed Bosnia and Herzegovina, 1908",
    },
    "In 1960 the French colony of Mali won its independence.": {
        "France administers Mali",
        "Mali declaredIndependenceFrom France, 1960",
    },
    "In 2018 Ethiopia accepted the ruling, sixteen years after a commission had awarded Badme to Eritrea.": {
        "commission ruledFor Eritrea"
    },
    "The controversy between Guyana and Venezuela over the border was referred to a mediator in 1990.": {
        "Guyana disputesWith Venezuela"
    },
    "The controversy between Guyana and Venezuela over the border broke out in 1962.": {
        "Guyana disputesWith Venezuela, 1962"
    },
    # -- talks that are yet to be, and of others ---------------------------------------------------------
    "The United States encouraged Serbia and Kosovo to resume the Dialogue.": {
        "perhaps Kosovo negotiatesWith Serbia"
    },
    "Serbia supports the Dialogue with Kosovo.": {"Kosovo negotiatesWith Serbia"},
    "India insists on bilateral talks with Pakistan over Kashmir.": {
        "perhaps India negotiatesWith Pakistan",
    },
    "China and the United States held talks on Japan's dispute with South Korea.": {
        "China negotiatesWith United States",
        "Japan disputesWith South Korea",
    },
    "Talks between Guatemala and Belize were broken off in 1972 and taken up again in 1975.": {
        "Belize negotiatesWith Guatemala, 1972"
    },
    "Talks between Cyprus and Turkey were suspended in 2017 and have not resumed.": {
        "not Cyprus negotiatesWith Turkey, 2017"
    },
    "More talks between India and Pakistan on the Siachen Glacier are needed.": {
        "perhaps India negotiatesWith Pakistan"
    },
    "Japan agreed to a treaty after talks with Russia.": {
        "Japan negotiatesWith Russia",
        "Japan partyTo treaty",
    },
    "Russia will sign a treaty after talks with Japan.": {
        "perhaps Japan negotiatesWith Russia",
        "perhaps Russia partyTo treaty",
    },
    # -- what will remain is there -----------------------------------------------------------------------
    "Russian forces will stay in Abkhazia.": {"Russia deploysForcesTo Abkhazia"},
    "US troops could remain in Iraq.": {"perhaps United States deploysForcesTo Iraq"},
    "Fighting was reported between Congolese troops and dissidents in eastern Democratic Republic of Congo.": set(),
    # -- a state's forces on a land that is nobody else's are at home ---------------------------------------
    "A suicide bomber struck Afghan and foreign forces in Kandahar province.": set(),
    "Pakistan's army fought the Taliban in the Swat Valley.": {"Pakistan clashesWith Taliban"},
    "The general thanked Ukrainian troops in Crimea.": {"Ukraine deploysForcesTo Crimea"},
    "US troops in Guam were praised.": {"United States deploysForcesTo Guam"},
    "Indonesia sent troops to Aceh.": {"Indonesia deploysForcesTo Aceh"},
    # -- the presence of those who are named before it ------------------------------------------------------
    "The envoys discussed US military officers' presence in Georgia.": {
        "United States deploysForcesTo Georgia"
    },
    "The envoys discussed the US fleet's presence in the Persian Gulf.": {
        "United States deploysForcesTo Persian Gulf"
    },
    "The envoys discussed US news reporters' presence in Georgia.": set(),
    # -- who kills together fights on one side --------------------------------------------------------------
    "NATO and Afghan forces killed 15 Taliban fighters in a fierce battle.": {
        "NATO clashesWith Taliban",
        "Afghanistan clashesWith Taliban",
    },
    "Pakistani and Indian soldiers were killed in a fierce battle.": {"India clashesWith Pakistan"},
    "A joint U.N.-African Union mission confirmed there was fighting in the area.": set(),
    "Three French soldiers and two Malian policemen were wounded in a gunfight.": set(),
    # -- a contingent of troops lies where they are ---------------------------------------------------------
    "Britain has the second largest contingent of troops in Iraq.": {"United Kingdom deploysForcesTo Iraq"},
    # -- what returns under a treaty signs nothing ----------------------------------------------------------
    "Spain lost the islands, but by the Treaty of Paris they returned to Spanish rule.": set(),
    # -- who is in control while something else goes on -----------------------------------------------------
    "The war ended in 1967, with Israel in control of the Golan Heights.": {
        "Israel administers Golan Heights"
    },
    "The talks went on, with Israel in control of the agenda.": set(),
    # -- a land is what those in it declare independent -----------------------------------------------------
    "In 1992 rebels in Transnistria rose up, declaring independence from Moldova.": {
        "Transnistria declaredIndependenceFrom Moldova, 1992"
    },
    "Rebels in Transnistria declared independence from their party.": set(),
    # -- of several who speak, each speaks for himself ------------------------------------------------------
    "Rwanda and Uganda admitted sending troops into Burundi.": {
        "Rwanda: Rwanda deploysForcesTo Burundi",
        "Uganda: Uganda deploysForcesTo Burundi",
    },
    # -- who and what is meant ---------------------------------------------------------------------------
    "Sudanese troops besieged Bentiu.": set(),
    "Israel shelled southern Lebanon.": {"Israel clashesWith Lebanon"},
    "Argentina invaded South Georgia.": set(),
    "Venezuela's government often clashes with Washington.": set(),
    "Palestinian officers stormed the parliament building in Gaza City.": set(),
    "As India prepares to hold elections in its part of Kashmir, a road has been opened.": {
        "India administers Kashmir"
    },
    "Mayotte, a French department, lies in the Indian Ocean.": {"France administers Mayotte"},
    "South Ossetia, a breakaway Georgian territory, is mountainous.": {
        "South Ossetia declaredIndependenceFrom Georgia"
    },
    "Palau was part of the United Nations Trust Territory of the Pacific.": set(),
    "Iran has backed Shiite militias in Iraq and Syria.": set(),
    "The territory was established as a French colony named Ubangui-Shari in 1903.": set(),
    "The United States signed treaties with Indian nations in the Ohio Valley.": {
        "United States partyTo treaties"
    },
    "Indian troops entered Goa in 1961.": {"India deploysForcesTo Goa, 1961"},
}


def _written(assertion: Assertion) -> str:
    said = f"{assertion.subject.label} {assertion.predicate} {assertion.object.label}"
    said = f"not {said}" if assertion.polarity is Polarity.NEGATIVE else said
    said = f"perhaps {said}" if assertion.modality is Modality.POSSIBLE else said
    said = f"{assertion.attribution.label}: {said}" if assertion.attribution is not None else said
    return f"{said}, {assertion.time}" if assertion.time is not None else said


@pytest.fixture(scope="module")
def readings(extractor: Extractor) -> dict[str, set[str]]:
    """Read all in one go: a model reads many sentences hardly longer than one."""
    documents = [Document(id=str(number), text=text) for number, text in enumerate(READINGS)]
    return {r.document.text: {_written(a) for a in r.assertions} for r in extractor.read(documents)}


@pytest.mark.parametrize("text", READINGS)
def test_nothing_more_and_nothing_less_is_read(readings: dict[str, set[str]], text: str) -> None:
    assert readings[text] == READINGS[text]
