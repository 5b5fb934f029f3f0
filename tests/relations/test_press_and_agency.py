"""What releases and agencies write in varied prose: who is held for what, how large, kept up, named and refused."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document, Modality, Polarity

pytestmark = pytest.mark.model

# "perhaps not A predicate B; speaker"
READINGS = {
    # -- treaties by what they are on, and no site -------------------------------------------------------
    "Latvia ratified the Treaty on the State Border.": {"Latvia partyTo Treaty on the State Border"},
    "Norway and Russia signed the Treaty on the White House lawn.": {
        "Norway partyTo Treaty",
        "Russia partyTo Treaty",
    },
    "India and Pakistan reaffirmed their obligation under the Charter not to use force.": set(),
    # -- one subject of several verbs --------------------------------------------------------------------
    "Iraq has massed troops, engaged in threats, and now attempted to annex Kuwait.": {
        "perhaps Iraq annexed Kuwait"
    },
    "Ukraine lost Crimea, annexed by Russia, and wanted talks.": {
        "Crimea transferredFrom Ukraine",
        "Russia annexed Crimea",
    },
    # -- how large a land is, and how many live there ----------------------------------------------------
    "Aksai Chin, a plateau about the size of Switzerland, seized by China, is cold.": {
        "China occupies Aksai Chin"
    },
    "Aksai Chin, an area as large as Switzerland, held by China, is cold.": {"China administers Aksai Chin"},
    "Taiwan held elections. The island of 23 million people is claimed by China.": {"China claims Taiwan"},
    # -- held for, listed --------------------------------------------------------------------------------
    "Portugal considers Goa, Daman and Diu overseas provinces.": {
        "Portugal claims Goa",
        "Portugal claims Daman",
        "Portugal claims Diu",
    },
    "Goa and Daman were quiet. Portugal considers them overseas provinces.": {
        "Portugal claims Goa",
        "Portugal claims Daman",
    },
    # -- whose ministry ----------------------------------------------------------------------------------
    "ATHENS, May 5 - The foreign ministry rejected Turkey's claim to Imia.": {
        "Greece rejectsClaimOf Turkey",
        "Turkey claims Imia",
    },
    "The visit to Athens ended. The foreign ministry rejected Turkey's claim to Imia.": {
        "Turkey claims Imia"
    },
    # -- refused, kept up, disputed ----------------------------------------------------------------------
    "Malaysia will not entertain any claim by any party on Sabah.": set(),
    "Malaysia will not entertain any claim by the Philippines on Sabah.": {
        "Malaysia rejectsClaimOf Philippines",
        "perhaps Philippines claims Sabah",
    },
    "Britain and France have governed the zone since the end of the war.": set(),
    "British sovereignty over Gibraltar is in doubt.": set(),
    "Tokyo disputes that Iturup passed to Russia lawfully.": {"not Iturup transferredTo Russia; Japan"},
    "Chad said that Libya is sovereign over Jebel Marra.": set(),
    # -- whose land is held for part of the nation -------------------------------------------------------
    "India attacked Goa. Portugal regards Goa as part of the nation.": {
        "Portugal claims Goa",
        "Goa partOf Portugal; Portugal",
    },
    # -- who signs, hosts, sends and passes on -----------------------------------------------------------
    "The presidents of Kenya, Uganda and Tanzania met. The three leaders signed a treaty.": {
        "Kenya metWith Uganda",
        "Kenya metWith Tanzania",
        "Tanzania metWith Uganda",
        "Kenya partyTo treaty",
        "Uganda partyTo treaty",
        "Tanzania partyTo treaty",
    },
    "Kyrgyzstan and Tajikistan met. Envoys of the two countries, both of which host Russian bases, smiled.": {
        "Kyrgyzstan metWith Tajikistan",
        "Russia deploysForcesTo Kyrgyzstan",
        "Russia deploysForcesTo Tajikistan",
    },
    "Secretary-General Kofi Annan sent his Special Representative, Alvaro de Soto.": {
        "Kofi Annan represents United Nations",
        "Alvaro de Soto represents United Nations",
    },
    "Under the treaty the village of Dostuk passes to Tajikistan, its people being resettled.": {
        "Dostuk transferredTo Tajikistan"
    },
    "Russia refuses to discuss the ownership of Shikotan with Japan.": {"not Japan negotiatesWith Russia"},
    # -- names on maps -----------------------------------------------------------------------------------
    "China's maps show Arunachal Pradesh as Zangnan, or South Tibet.": {
        "Arunachal Pradesh knownAs Zangnan; China",
        "Arunachal Pradesh knownAs South Tibet; China",
        "China claims Arunachal Pradesh",
    },
    "India took over the colony of Goa.": {"India occupies Goa", "India administers Goa"},
}


def _written(assertion: Assertion) -> str:
    said = f"{assertion.subject.label} {assertion.predicate} {assertion.object.label}"
    said = f"not {said}" if assertion.polarity is Polarity.NEGATIVE else said
    said = f"perhaps {said}" if assertion.modality is Modality.POSSIBLE else said
    return f"{said}; {assertion.attribution.label}" if assertion.attribution is not None else said


def test_releases_and_agencies_are_read_as_they_write(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=text, text=text) for text in READINGS)
    found = {r.document.text: {_written(a) for a in r.assertions} for r in readings}
    differing = {text: found[text] for text, said in READINGS.items() if found[text] != said}
    assert not differing
