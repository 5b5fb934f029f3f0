"""Whole texts in which talks, a fight or a pact is left to the two adversaries of whom the text told before."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Belize rejects the claim of Guatemala. Talks resumed in 2000.": ("Belize | negotiatesWith | Guatemala",),
    "Bolivia disputes its border with Chile. No negotiations are planned.": (
        "Bolivia | negotiatesWith | Chile",
    ),
    "Egypt and Sudan both claim Halaib. Talks on its future were held in 1958.": (
        "Egypt | negotiatesWith | Sudan",
    ),
    "Cameroon and Nigeria contested Bakassi. Skirmishes broke out in 1994.": (
        "Cameroon | clashesWith | Nigeria",
    ),
    "Iran and Iraq contested the Shatt al-Arab. War broke out in 1980.": ("Iran | clashesWith | Iraq",),
    "Serbia does not recognise Kosovo. A ceasefire was signed in 1999.": (
        "Serbia | partyTo | ceasefire",
        "Kosovo | partyTo | ceasefire",
    ),
    # Whoever is named beside is one of them,
    "Venezuela claims the Essequibo, which Guyana holds. Caracas has called for talks.": (
        "Venezuela | negotiatesWith | Guyana",
    ),
    "Argentina and Britain quarrel over the Falkland Islands. London refuses to negotiate.": (
        "Argentina | negotiatesWith | United Kingdom",
    ),
    # unless he brings them together, or says where.
    "Eritrea and Ethiopia both claimed Badme. Algeria hosted talks in 2000.": (
        "Eritrea | negotiatesWith | Ethiopia",
    ),
    "Eritrea and Ethiopia both claimed Badme. Talks were held in Algeria.": (
        "Eritrea | negotiatesWith | Ethiopia",
    ),
    # Who attacks attacks the other.
    "Ethiopia and Eritrea both claimed Badme. In May 1998 Eritrea attacked.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "Guyana and Venezuela both claim the Essequibo. Caracas has threatened to use force.": (
        "Guyana | clashesWith | Venezuela",
    ),
    "Somalia and Ethiopia quarrelled over the Ogaden. The war of 1977 cost thousands of lives.": (
        "Ethiopia | clashesWith | Somalia",
    ),
    "Argentina and Britain both claim the Falkland Islands. London refuses to discuss the matter.": (
        "Argentina | negotiatesWith | United Kingdom",
    ),
    "Eritrea and Ethiopia both claimed Badme. Talks mediated by Algeria were held in 2000.": (
        "Eritrea | negotiatesWith | Ethiopia",
    ),
    # Beside its rebels "the government" is theirs, whoever was named since.
    "Colombia is at war with the FARC. Cuba is mediating. Talks between the rebels and the government began.": (
        "Colombia | negotiatesWith | Revolutionary Armed Forces of Colombia",
    ),
    "The LTTE is at war with Sri Lanka. Norway sent an envoy. The government rejected talks with the rebels.": (
        "Liberation Tigers of Tamil Eelam | negotiatesWith | Sri Lanka",
    ),
    "Sudan has fought rebels of the SLA. Chad is near. The government and the rebels resumed negotiations.": (
        "SLA | negotiatesWith | Sudan",
    ),
    # The one of two is told of before,
    "Ethiopia became a republic in 1987. A border war with Eritrea broke out in 1998.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "Peru gained independence in 1821. Wars with Ecuador followed.": ("Ecuador | clashesWith | Peru",),
    "Ecuador's raids on Peru went on. A war with Ecuador ended under UN auspices in 1942.": (
        "Ecuador | clashesWith | Peru",
    ),
    # No claim need be known where the text tells of one,
    "Mali seized a border post from Niger in 1970. Talks opened in May.": ("Mali | negotiatesWith | Niger",),
    "Mali and Niger dispute a well. Talks opened in May.": ("Mali | negotiatesWith | Niger",),
}
NOTHING = {
    # Somebody else takes part,
    "Belize rejects the claim of Guatemala. Talks with Mexico resumed in 2000.": "negotiatesWith | Guatemala",
    "Belize rejects the claim of Guatemala. The government and the miners agreed to talks.": "negotiatesWith",
    "Bolivia lost its coast to Chile. Peru and Brazil began talks.": "Bolivia | negotiatesWith",
    # or does not,
    "Mauritius and Britain both claim the Chagos Archipelago. Islanders, who are no party to the talks, protest.": (
        "negotiatesWith"
    ),
    "Mauritius and Britain both claim the Chagos Archipelago. No islander took part in the talks.": "negotiatesWith",
    "Mauritius and Britain both claim the Chagos Archipelago. Islanders were excluded from talks.": "negotiatesWith",
    # or it is about something else, or some other war.
    "Egypt and Sudan both claim Halaib. Talks to end the war in Chad were held in 1958.": "negotiatesWith",
    "Egypt and Sudan both claim Halaib. Talks on cotton were held in 1958.": "negotiatesWith",
    "Cameroon and Nigeria contested Bakassi. The Biafran War began in 1967.": "clashesWith",
    "Greece and Turkey both claim Imia. Fighting broke out in Syria.": "clashesWith",
    "Croatia and Slovenia both claim the bay. An EU accession treaty was signed in 2011.": "partyTo",
    # Two who are told of are no adversaries.
    "Mali and Niger sell cotton. Talks opened in May.": "negotiatesWith",
    "Mali and Niger sell cotton. A ceasefire was signed in May.": "partyTo",
    "Mali and Niger sell cotton. In May Niger attacked.": "clashesWith",
    # "The war" may be another's, and where several are told of none of them is meant.
    "Turkey held an election in 2002. The war with Iraq began in March.": "clashesWith",
    "Mali sold gold to Niger. A war with Chad followed.": "clashesWith",
    "Kenya won the match. A battle with Uganda followed in the final.": "clashesWith",
    # Somebody attacked who is neither.
    "Israel left Gaza, which the Palestinians claim. The gunman launched an attack.": "clashesWith",
    # Rebels without a name are the other party.
    "Eritrea and Ethiopia both claim Badme. Rebels fought Ethiopian men. Fighting broke out.": "clashesWith | Ethiopia",
    # They were told of too long ago.
    "Egypt and Sudan both claim Halaib. It is hot. It is dry. Few live there. Talks opened in May.": "negotiatesWith",
}


@pytest.mark.model
def test_talks_fights_and_pacts_are_of_the_two_told_of(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
