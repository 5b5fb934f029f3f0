"""Who talks, meets and signs: constructions that several wordings share, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_ASKED = frozenset({"metWith", "negotiatesWith", "partyTo", "submittedTo"})


def _read(extractor: Extractor, text: str) -> set[str]:
    """Give what is read of talks, meetings, instruments and courts."""
    (reading,) = extractor.read([Document(id="talks", text=text)])
    asked = (a for a in reading.assertions if a.predicate in _ASKED)
    return {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in asked}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Serbia and Kosovo resumed talks on Monday.",
            {"Kosovo | negotiatesWith | Serbia"},
            id="a day is not what talks are on",
        ),
        pytest.param(
            "Togo held talks with Ghana in Accra. The two had moved troops to the border.",
            {"Ghana | negotiatesWith | Togo"},
            id="the sentence after tells what talks are on",
        ),
        pytest.param(
            "Palestinians should stop firing in addition to agreeing to a cease-fire.",
            {"Palestinians | partyTo | cease-fire"},
            id="who does something in addition to another thing does both",
        ),
        pytest.param(
            "Uganda and the Lord's Resistance Army signed a permanent cease-fire agreement.",
            {
                "Lord's Resistance Army | partyTo | permanent cease-fire agreement",
                "Uganda | partyTo | permanent cease-fire agreement",
            },
            id="a cease-fire agreement",
        ),
        pytest.param(
            "Georgian President Mikheil Saakashvili met with a number of U.S. officials, including Secretary of State "
            "Condoleezza Rice.",
            {"Condoleezza Rice | metWith | Mikheil Saakashvili"},
            id="one of a number of officials",
        ),
        pytest.param(
            "Boris Yeltsin and the leaders of Ukraine and Belarus met at Viskuli in December 1991.",
            {
                "Belarus | metWith | Boris Yeltsin",
                "Belarus | metWith | Ukraine",
                "Boris Yeltsin | metWith | Ukraine",
            },
            id="a person and the leaders of states",
        ),
        pytest.param(
            "No meeting was held between the heads of Armenia and Azerbaijan.",
            {"Armenia | metWith | Azerbaijan"},
            id="the heads of states",
        ),
        pytest.param(
            "Talks on the province's status between Kosovo's ethnic Albanian-led government and Serbian leaders opened "
            "in Vienna.",
            {"Kosovo | negotiatesWith | Serbia"},
            id="a government led by a people and other leaders",
        ),
        pytest.param(
            "Sudanese President Omar al-Bashir and Chadian President Idriss Deby met in Dakar at a summit hosted by "
            "Senegalese President Abdoulaye Wade.",
            {
                "Abdoulaye Wade | metWith | Idriss Deby",
                "Abdoulaye Wade | metWith | Omar al-Bashir",
                "Idriss Deby | metWith | Omar al-Bashir",
            },
            id="the host of a summit is met",
        ),
        pytest.param(
            "U.S. Secretary of State James Baker met with Syrian President Hafez al-Assad and with Egyptian President "
            "Hosni Mubarak, but not with Iraqi President Saddam Hussein.",
            {"Hafez al-Assad | metWith | James Baker", "Hosni Mubarak | metWith | James Baker"},
            id="with one and with another, but not with a third",
        ),
        pytest.param(
            "SECRETARY KERRY: I had talks with Russian Foreign Minister Sergei Lavrov.",
            {"KERRY | metWith | Sergei Lavrov"},
            id="who speaks in a transcript",
        ),
        pytest.param(
            "The President of Russia received Japanese Foreign Minister Taro Kono.",
            {"Taro Kono | metWith | Russia"},
            id="a president without a name",
        ),
        pytest.param(
            "India's foreign minister is in Beijing. His talks with Chinese President Hu Jintao concern the border.",
            {"India | metWith | Hu Jintao"},
            id="his talks who is not named",
        ),
        pytest.param(
            "U.N. mediator Alvaro de Soto flew to Cyprus. The mediator met with Turkish Cypriot leader Rauf Denktash.",
            {"Alvaro de Soto | metWith | Rauf Denktash"},
            id="one taken up by a word of his office",
        ),
        pytest.param(
            "Russian President Vladimir Putin met leaders of the Palestinian group Hamas in Moscow.",
            {"Hamas | metWith | Vladimir Putin"},
            id="a group with its name behind",
        ),
        pytest.param(
            "The Sudanese government and the rebel Sudan People's Liberation Army signed accords at peace "
            "talks in Kenya.",
            {
                "Sudan | negotiatesWith | Sudan People's Liberation Army",
                "Sudan | partyTo | accords",
                "Sudan People's Liberation Army | partyTo | accords",
            },
            id="a rebel army with its name behind, and what is done at talks",
        ),
        pytest.param(
            "In the Treaty of Guadalupe Hidalgo, Mexico ceded California to the United States.",
            {
                "Mexico | partyTo | Treaty of Guadalupe Hidalgo",
                "United States | partyTo | Treaty of Guadalupe Hidalgo",
            },
            id="who cedes in a treaty is party to it, and to whom",
        ),
        pytest.param(
            "The Potsdam Declaration was published in July 1945. The Soviet Union signed the declaration in August.",
            {"Soviet Union | partyTo | Potsdam Declaration"},
            id="a declaration taken up, though its signer is told",
        ),
        pytest.param(
            "The Treaty of Portsmouth ended the war. Under the treaty, Russia gave up half of Sakhalin.",
            {"Russia | partyTo | Treaty of Portsmouth"},
            id="who gives up land under a treaty taken up",
        ),
        pytest.param(
            "Five of Indonesia's warships left ahead of talks with Malaysia on the disputed border.",
            {"Indonesia | negotiatesWith | Malaysia"},
            id="some of whose ships",
        ),
        pytest.param(
            "Pakistan's prime minister says he will push the peace process with India forward.",
            {"India | negotiatesWith | Pakistan"},
            id="an official who is not named speaks of himself",
        ),
        pytest.param(
            "Spain ceded the Philippines to the United States in the Treaty of Paris.",
            {"Spain | partyTo | Treaty of Paris (1898)"},
            id="a treaty hung on who receives",
        ),
        pytest.param(
            "Talks with Georgia on the border post have been suspended, Abkhazia said.",
            {"Abkhazia | negotiatesWith | Georgia"},
            id="who says so behind what he says",
        ),
        pytest.param(
            "Talks are to be held in Bratislava between Moldova and Russia on the status of Transnistria.",
            {"Moldova | negotiatesWith | Russia"},
            id="who talks, behind where they do",
        ),
        pytest.param(
            "Deputy Secretary of State John Negroponte is in Islamabad. On Friday the U.S. envoy met Pakistani "
            "President Pervez Musharraf.",
            {"John Negroponte | metWith | Pervez Musharraf"},
            id="an envoy takes up who serves abroad",
        ),
        pytest.param(
            "The Russian defense minister flew home after a meeting with Japanese Defense Minister Itsunori Onodera.",
            {"Itsunori Onodera | metWith | Russia"},
            id="an official who is not named is met for his state",
        ),
        pytest.param(
            "SECRETARY KERRY: It is a pleasure to welcome Georgian Prime Minister Irakli Garibashvili.",
            {"Irakli Garibashvili | metWith | KERRY"},
            id="who says that he is pleased",
        ),
        pytest.param(
            "The United Nations brought Morocco and the Polisario Front back to the negotiating table.",
            {"Morocco | negotiatesWith | Polisario Front"},
            id="back to where they talk",
        ),
        pytest.param(
            "Georgia's breakaway region of Abkhazia held talks with Tbilisi.",
            {"Abkhazia | negotiatesWith | Georgia"},
            id="a region by its name",
        ),
        pytest.param(
            "Rebel leaders of the Justice and Equality Movement arrived in Doha for peace talks with Sudan.",
            {"Justice and Equality Movement | negotiatesWith | Sudan"},
            id="rebels act for their group",
        ),
        pytest.param(
            "Chilean President Michelle Bachelet met Peruvian President Alejandro Toledo. The presidents discussed "
            "the sea border.",
            {"Alejandro Toledo | metWith | Michelle Bachelet", "Chile | negotiatesWith | Peru"},
            id="two presidents who are not counted",
        ),
        pytest.param(
            "Chilean President Michelle Bachelet met Peruvian President Alejandro Toledo. The heads of state discussed "
            "the sea border.",
            {"Alejandro Toledo | metWith | Michelle Bachelet", "Chile | negotiatesWith | Peru"},
            id="heads of state who are not counted",
        ),
        pytest.param(
            "Chilean President Michelle Bachelet met Peruvian President Alejandro Toledo. The foreign ministers "
            "discussed the sea border.",
            {"Alejandro Toledo | metWith | Michelle Bachelet"},
            id="ministers are no presidents",
        ),
    ],
)
def test_parties_are_read(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert _read(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Serbia and Kosovo resumed talks on cotton.", id="talks on another matter"),
        pytest.param(
            "Georgian President Mikheil Saakashvili met with a number of problems, including rain.",
            id="no people",
        ),
        pytest.param(
            "Indian and Nepalese envoys discussed future cooperation.", id="what is to come is no future"
        ),
        pytest.param(
            "In talks about the Iranian nuclear standoff, French and British envoys discussed more pressure.",
            id="a standoff over no land",
        ),
        pytest.param(
            "Turkish and Qatari envoys were working to resolve the dispute between Cairo and Khartoum.",
            id="a dispute of others",
        ),
        pytest.param(
            "Finland's foreign minister says the Palestinian vote is an opportunity to renew the Middle East peace "
            "process.",
            id="who speaks of a peace process has no part in it",
        ),
        pytest.param(
            "The treaty was negotiated by the U.S. consul and the Greek foreign minister. It deals with commerce and "
            "navigation.",
            id="a treaty of commerce",
        ),
        pytest.param(
            "The Russian team flew home after a meeting with Japanese Defense Minister Itsunori Onodera.",
            id="who does not act for a state is not met for it",
        ),
        pytest.param(
            "SECRETARY KERRY: It is important to welcome visitors of Georgia.", id="nobody is pleased"
        ),
        pytest.param(
            "Egypt held talks with the group that Hamas left.", id="a group with another name further on"
        ),
        pytest.param("In the treaty room, Mexico gave a dinner.", id="no treaty"),
        pytest.param(
            "The Treaty of Portsmouth ended the war. Under the roof, Russia gave up a coat.",
            id="under no treaty",
        ),
    ],
)
def test_near_miss_gives_nothing(extractor: Extractor, text: str) -> None:
    assert _read(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Israel and the Palestinians resumed peace talks in Washington.", "peace"),
        ("India and Pakistan held peace talks on Kashmir.", "Kashmir"),
        ("The on-going peace process between India and Pakistan was praised.", "peace process"),
        ("Moldova has begun talks with Transnistria.", None),
        ("Talks between Morocco and the Polisario Front to settle the status of Tindouf began.", "Tindouf"),
        ("Armenia and Azerbaijan discussed ways to settle the Karabakh conflict.", "Karabakh conflict"),
        ("India and Pakistan met over Kashmir. The two sides discussed its future.", "Kashmir"),
    ],
)
def test_peace_talks_are_about_peace_unless_the_text_says_about_what(
    extractor: Extractor, text: str, about: str | None
) -> None:
    (reading,) = extractor.read([Document(id="t", text=text)])
    found = {
        a.about.label if a.about else None for a in reading.assertions if a.predicate == "negotiatesWith"
    }
    assert found == {about}
