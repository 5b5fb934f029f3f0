"""What agency news is easily misread in: fighters from elsewhere, courts of one state, conditions yet to be met."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model

MEANT = {
    # Whence fighters come is told by the way.
    "Afghan troops killed 30 Taliban fighters, including a Pakistani.": (
        "Afghanistan | clashesWith | Taliban",
    ),
    "Ethiopian troops killed 40 people, including 11 Eritrean soldiers.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "Syrian militants were killed in a U.S. airstrike.": ("Syrian militants | clashesWith | United States",),
    # A people that lives in several lands is not its state.
    "Croatian troops shelled the Serb-held town of Knin in 1995.": (
        "Croatia | clashesWith | Serbs",
        "Serbs | administers | Knin",
    ),
    "The Serbian-held town of Vukovar was shelled in 1991.": ("Serbia | administers | Vukovar",),
    # Whose army says so acts; whose authorities are helped, there the troops are; a year is no place.
    "The Israeli army said soldiers shot two Palestinians in Nablus.": (
        "Israel | clashesWith | Palestinians",
    ),
    "In 1979 the Soviet Union sent troops to help the Afghan government fight rebels.": (
        "Soviet Union | deploysForcesTo | Afghanistan",
    ),
    # Whose government stands beside rebels who were called so before; the wars and talks that somebody gets nowhere in.
    "FARC rebels fought Colombian troops. The rebels fled. Cuba helped. A truce between the rebels and the government "
    "that took effect in 2002 failed.": ("Colombia | partyTo | truce",),
    "Morocco has failed to make progress in its talks with the Polisario Front.": (
        "Morocco | negotiatesWith | Polisario Front",
    ),
    # To whom a land passes is no part of its name.
    "Portugal handed administration of all remaining enclaves to India.": (
        "enclaves | transferredTo | India",
    ),
    "Egypt gave up control of the crossing to Gaza.": ("crossing to Gaza | transferredFrom | Egypt",),
    # Courts that judge between states.
    "Malta asked the Hague court to decide on the maritime line with Libya.": (
        "Malta | submittedTo | Hague court",
    ),
    "The UN's highest court ruled in favour of Cameroon over Bakassi.": (
        "International Court of Justice | ruledFor | Cameroon",
    ),
    # What opens a sentence says more of the subject behind a date.
    "Originally a Dutch colony, by 1815 Guyana had become a British possession.": (
        "Netherlands | administers | Guyana",
        "Guyana | transferredTo | United Kingdom",
    ),
    "Once a Portuguese colony, in 1961 Goa was annexed by India.": (
        "Portugal | administers | Goa",
        "India | annexed | Goa",
    ),
    # "The country" goes on with who fought, and not with whom.
    "Chad fought with Libya, but the country was occupied by France.": ("France | occupies | Chad",),
    "Japan invaded Korea, and the country was occupied until 1945.": ("Japan | clashesWith | Korea",),
    # Who held a land is told before.
    "The UK ran Christmas Island. Japan bombed Christmas Island in 1942. Later Australia bought it.": (
        "Japan | clashesWith | United Kingdom",
    ),
    "Israel and Syria agreed to end their fighting in Lebanon.": ("Israel | clashesWith | Syria",),
    # A town from which somebody acts is a town where land is left or taken.
    "Israel has yet to hand over two towns, Jericho and Ramallah.": ("Ramallah | transferredFrom | Israel",),
    "Iran does not recognise the Jewish state.": ("Iran | recognizes | Israel",),
    "Israeli troops killed a Palestinian gunman.": ("Israel | clashesWith | Palestinian gunmen",),
    # "The country" was told of before, whoever is told of behind.
    "Latvia is small. Since the country seceded from the Soviet Union, Russia has courted it.": (
        "Latvia | declaredIndependenceFrom | Soviet Union",
    ),
    # Who is named again as a subject acts with the name before.
    "Israel withdrew from Sinai and Egypt and Israel signed a peace treaty.": (
        "Israel | withdrawsFrom | Sinai",
        "Egypt | partyTo | peace treaty",
    ),
    "The UK recognised Texas in 1840. It recognised the government of President Huerta of Mexico.": (
        "United Kingdom | recognizes | Mexico",
    ),
    "India and Pakistan attended a meeting in Geneva.": ("India | metWith | Pakistan",),
    "Moscow supports Syria on the Golan Heights.": ("Russia | supports | Syria",),
}
NOTHING = {
    # Who tells of a revolt takes no part in it; who acts for another does not fight his fight.
    "The British Museum hailed the popular uprising against Syria in Lebanon.": "clashesWith",
    "Turkey closed the crossing in support of Azerbaijan during the conflict with Armenia.": "Turkey | clashesWith",
    "U.S. troops killed nine insurgents, including five Syrians.": "Syria",
    "U.S. forces killed 20 militants, among them three Saudis.": "Saudi Arabia",
    "The Jordanian militant was killed in a U.S. airstrike.": "Jordan",
    "Convoys reached the Croat-controlled half of Mostar.": "Croatia |",
    "Ukraine's president asked the Constitutional Court to rule on the dismissal.": "submittedTo",
    "Shell asked a Nigerian court to block the strike.": "submittedTo",
    "The European Court of Justice ruled against Morocco over Western Sahara.": "administers",
    "The leaders of Kenya and Uganda chose not to attend the summit in Nairobi.": "metWith",
    "Chad and Sudan accused each other of supporting the other's rebels.": "supports",
    "Russia wants to settle the Georgian-Abkhazian conflict and dam the Inguri River.": "Inguri River | dis",
    "Russia and Turkey met. They noted the need to settle the Armenian-Azerbaijani conflict.": (
        "Russia | clashesWith"
    ),
    "Puerto Rico belongs to the United States. It was the worst storm to hit the island.": "clashesWith",
    "Spain and Peru signed a pact. Chile reaffirmed its claim to the islands by sending ships there.": (
        "deploysForcesTo"
    ),
    "President Bachelet of Chile spoke. Peruvian soldiers shot a woman after she attacked a Peruvian post.": (
        "Chile | clashesWith"
    ),
    "President Tovar of Chile spoke. In a session of parliament he named an official, Jan Ek.": "metWith",
    "An Iraqi militant group claimed responsibility for the murders of two American contractors.": "clashesWith",
    "U.S. troops found rounds at an abandoned Iraqi base near Kirkuk.": "Iraq | deploysForcesTo",
    "Spain agreed to withdraw its troops from Ifni and Morocco and Spain signed a treaty.": "withdrawsFrom | Mor",
    "Turkey recognised Northern Cyprus. Britain supports the government of Glafkos Clerides.": "supports",
    "Two men were held in Gibraltar. The pair returned to Spain.": "transferredTo",
    "Brazil helped Guyana in its dispute over Essequibo.": "disputesWith",
    "Denmark and Chad sent aid. NATO says two soldiers were killed in a firefight with the Taliban.": "Chad",
    "The Treaties of San Stefano and Berlin recognized Romania's independence.": "recognizes",
    "The Treaty of London recognized Belgium as a neutral state.": "recognizes",
    "In 1965 New Zealand granted the Cook Islands self-government status.": "transferredFrom",
    "The Iraqi Communist Party controlled Basra.": "Iraq | administers",
    "The Treaty of Amity and Commerce with Peru recognised Chile.": "Commerce | recognizes",
    "Ethiopia supports Somalia's U.N.-backed administration.": "recognizes",
    "South Korea sent troops to support American forces during the war.": "deploysForcesTo",
    "In 2013 France deployed soldiers in Mali to back the Chadian army.": "deploysForcesTo | Chad",
    "The ambassador transferred the Embassy to Athens in 1944.": "transferred",
    "A spokeswoman for the U.S. Geological Survey said the quake in Peru was small.": "represents",
}


def test_wires_are_not_misread(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []
