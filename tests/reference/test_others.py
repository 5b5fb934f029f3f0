"""Whole texts in which a noun takes up who acts: "its neighbour", "all three", "the communist state"."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "British Defence Secretary Des Browne says the last soldiers left Basra in 2007.": (
        "United Kingdom | deploysForcesTo | Basra",
    ),
    "The Russians defeated the Turks in 1829: they also took Kars and occupied Erzurum.": (
        "Russia | occupies | Erzurum",
    ),
    "The Oregon Territory held what are Idaho, Washington and Oregon. Spain and Russia claimed the territory.": (
        "Spain | claims | Oregon Country",
        "Russia | claims | Oregon Country",
    ),
    "Kosovo was once a province of Serbia, which does not recognise it.": ("Serbia | recognizes | Kosovo",),
    "Kosovo was once a province of Serbia, which was ruled by the Ottoman Empire.": (
        "Kosovo | partOf | Serbia",
    ),
    "Spain claims Gibraltar. France and Italy reject its claim.": (
        "France | rejectsClaimOf | Spain",
        "Italy | rejectsClaimOf | Spain",
    ),
    "Austria annexed Bosnia in 1908, and it became part of Yugoslavia in 1918.": (
        "Bosnia and Herzegovina | partOf | Yugoslavia",
    ),
    "Cambodia is a kingdom. The king placed the country under French protection in 1863.": (
        "France | administers | Cambodia",
    ),
    "Malawi is poor. Traders came to Lake Malawi. Britain renamed the territory Nyasaland, and it was part of the "
    "British Empire until 1964.": ("Malawi | partOf | British Empire",),
    "The land comprising modern-day South Sudan was conquered by Egypt.": ("Egypt | occupies | South Sudan",),
    "Serbia and Kosovo talk in Brussels. Belgrade has refused to recognise its neighbour.": (
        "Serbia | recognizes | Kosovo",
    ),
    "Djibouti fought Eritrea at Ras Doumeira. It accused its neighbour of having occupied the cape.": (
        "Eritrea | occupies | Ras Doumeira",
    ),
    "Kenya, Uganda and South Sudan border it. All three have stationed soldiers in the Ilemi Triangle.": (
        "Kenya | deploysForcesTo | Ilemi Triangle",
        "Uganda | deploysForcesTo | Ilemi Triangle",
        "South Sudan | deploysForcesTo | Ilemi Triangle",
    ),
    "Iran, Iraq and Turkey border Kurdistan. All three of them sent troops to the region.": (
        "Iran | deploysForcesTo | Kurdistan",
    ),
    "China, Taiwan and Vietnam like the Paracel Islands. The three rival claimants held talks on the islands.": (
        "China | negotiatesWith | Taiwan",
        "Taiwan | negotiatesWith | Vietnam",
    ),
    "North Korea fired on South Korea. The communist state does not recognise the Northern Limit Line.": (
        "North Korea | recognizes | Northern Limit Line",
    ),
    "Kuwait was invaded by Iraq. The tiny emirate claims Warbah.": ("Kuwait | claims | Warbah Island",),
    "Iraq left Kuwait in 1991. The United States later sent soldiers to the oil-rich emirate.": (
        "United States | deploysForcesTo | Kuwait",
    ),
    "Eritrea and Ethiopia made peace in 2018. Ethiopia's army had attacked its northern neighbour.": (
        "Ethiopia | clashesWith | Eritrea",
    ),
    "Iraq invaded its neighbor, Kuwait.": ("Iraq | clashesWith | Kuwait",),
    "The Tamil Tigers fought Sri Lanka for years. The army defeated the separatist rebels in 2009.": (
        "Sri Lanka | clashesWith | Liberation Tigers of Tamil Eelam",
    ),
    "The Polisario Front left Tindouf. Moroccan troops fought the independence movement until 1991.": (
        "Morocco | clashesWith | Polisario Front",
    ),
    "Japan claims the Kuril Islands, South Korea the Liancourt Rocks, which Japan claims. Seoul rejects the claim.": (
        "South Korea | rejectsClaimOf | Japan",
    ),
    "Syria was torn by war. Government troops recaptured Aleppo in 2016.": ("Syria | occupies | Aleppo",),
    "Bosnian Serb forces captured Srebrenica in 1995.": ("Bosnian Serbs | occupies | Srebrenica",),
    "Denmark and Canada held talks in 2022. The two Arctic states quarrel over Hans Island.": (
        "Denmark | disputesWith | Canada",
    ),
    "The UN rejects Israel's annexation of the Golan Heights. Syria too rejects the annexation.": (
        "Syria | rejectsClaimOf | Israel",
    ),
    "Talks on Gibraltar failed in 2002. Spain has not dropped its claim.": ("Spain | renounces | Gibraltar",),
    "Hamas won the election of 2006. The group does not recognise Israel.": ("Hamas | recognizes | Israel",),
    "Al-Shabab seized Kismayo. The militants controlled the port.": ("Al-Shabaab | administers | Kismayo",),
    "Fighting between Sri Lanka and the Tamil Tigers flared. The government and rebels signed a truce.": (
        "Sri Lanka | partyTo | truce",
        "Liberation Tigers of Tamil Eelam | partyTo | truce",
    ),
    "Joseph Kony leads the Lord's Resistance Army. Uganda fought the rebel group in Congo.": (
        "Lord's Resistance Army | clashesWith | Uganda",
    ),
    "Israel will not deal with Hamas. The Palestinian militant group does not recognise Israel.": (
        "Hamas | recognizes | Israel",
    ),
    # Without an article "rebels" are those of the only group, where the text has called it so.
    "The Polisario rebels held a congress. Rebels had battled Moroccan troops for sixteen years.": (
        "Polisario Front | clashesWith | Morocco",
    ),
    "Tamil Tiger rebels left the talks in Geneva. Rebels fought Sri Lankan troops in Jaffna.": (
        "Liberation Tigers of Tamil Eelam | clashesWith | Sri Lanka",
    ),
    "ASEAN met in Manila. The ten-nation bloc held talks with China on the South China Sea.": (
        "Association of Southeast Asian Nations | negotiatesWith | China",
    ),
    "The Northern Alliance took Kabul in 2001. The alliance fought the Taliban for years.": (
        "Northern Alliance | clashesWith | Taliban",
    ),
    "Eritrea and Djibouti clashed in 2008. Qatar hosted talks between the two neighbours.": (
        "Djibouti | negotiatesWith | Eritrea",
    ),
    "Sri Lanka bombed the Tamil Tigers. Norway brokered a truce between the two sides in 2002.": (
        "Sri Lanka | partyTo | truce",
        "Liberation Tigers of Tamil Eelam | partyTo | truce",
    ),
    "Nepal fought Maoist rebels for ten years. The two sides signed a ceasefire in 2006.": (
        "Maoists | partyTo | ceasefire",
    ),
    "Hamas and Fatah clashed in Gaza. Saudi Arabia urged the two factions to sign a truce.": (
        "Hamas | partyTo | truce",
        "Fatah | partyTo | truce",
    ),
    "China ruled out talks with Japan and South Korea. The three nations met in Jeju.": (
        "China | metWith | Japan",
        "Japan | metWith | South Korea",
    ),
    "Kuwait gained independence in 1961. Iraq at once laid claim to its small neighbour.": (
        "Iraq | claims | Kuwait",
    ),
    "The Syrian president said his troops would leave Lebanon by May.": (
        "Syria | deploysForcesTo | Lebanon",
    ),
    "A Saudi-led coalition fights the Houthis. The coalition bombed Sanaa in 2015.": (
        "Saudi Arabia | clashesWith | Houthi movement",
    ),
    "Portugal ruled Angola. Cuba sent soldiers to the former Portuguese colony in 1975.": (
        "Cuba | deploysForcesTo | Angola",
    ),
    "Turkey backs Azerbaijan. The former Soviet republic claims Nagorno-Karabakh.": (
        "Azerbaijan | claims | Nagorno-Karabakh",
    ),
    "Libya has a border with Chad. It invaded the country in 1980.": ("Libya | clashesWith | Chad",),
    "Syria has soldiers in Lebanon. Washington demands that Damascus withdraw them from its neighbour.": (
        "Syria | withdrawsFrom | Lebanon",
    ),
    "Cyprus is split. Turkey invaded the island in 1974.": ("Cyprus | clashesWith | Turkey",),
    "Guam is American. Japan occupied the island from 1941 to 1944.": ("Japan | occupies | Guam",),
    "The African Union condemned the coup. The bloc sent 2,000 soldiers to Burundi.": (
        "African Union | deploysForcesTo | Burundi",
    ),
    "Israel will not deal with Hamas unless the group disarms and recognises Israel.": (
        "Hamas | recognizes | Israel",
    ),
    "“We reject China's claim to the Natuna Islands,” the Indonesian foreign minister said.": (
        "Indonesia | rejectsClaimOf | China",
    ),
    "Djibouti's foreign minister spoke. “Eritrea attacked us without cause,” he said. “It occupies our land.”": (
        "Eritrea | clashesWith | Djibouti",
        "Eritrea | occupies | Djibouti",
    ),
    "Statement by the Government of Guyana. We reject Venezuela's claim to Essequibo.": (
        "Guyana | rejectsClaimOf | Venezuela",
    ),
    "Belgium and Luxembourg were neutral. Both were occupied by Germany.": (
        "Germany | occupies | Luxembourg",
    ),
    "Kurdish forces pushed Islamic State fighters out of a town they had captured in Iraq.": (
        "Islamic State | occupies | town",
    ),
    "On a visit to Georgia, U.S. Vice President Dick Cheney said Russia had invaded the country.": (
        "Georgia | clashesWith | Russia",
    ),
    "On his trip to Moscow, the Japanese minister said the country would not give up its claim to Kunashir.": (
        "Japan | renounces | Kunashir",
    ),
    "Greece expelled Turkey's ambassador over its claim to Imia.": ("Turkey | claims | Imia",),
    "China punished Lithuania for its recognition of Taiwan.": ("Lithuania | recognizes | Taiwan",),
    "Serbia was praised by Russia for its claim to Kosovo.": ("Serbia | claims | Kosovo",),
    "The European Union imposed sanctions on Russia over its annexation of Crimea.": (
        "Russia | annexed | Crimea",
    ),
    "The West has hit Russia with sanctions because of its invasion of Ukraine.": (
        "Russia | clashesWith | Ukraine",
    ),
    "Washington drew criticism from Moscow for its recognition of Kosovo.": (
        "United States | recognizes | Kosovo",
    ),
    "Germany blamed France for its loss of Alsace.": ("Alsace-Lorraine | transferredFrom | Germany",),
}
NOTHING = {
    "FARC rebels met ELN rebels in Cuba. Rebels attacked Colombian troops on Monday.": "clashesWith",
    "The Polisario rebels held a congress. Unknown rebels attacked Algerian troops.": "clashesWith",
    "Mali met the Polisario Front. Rebels attacked Malian troops.": "clashesWith",
    "The minister thanked Albania for our trade and for its recognition of Kosovo.": "Kosovo | recognizes | Kosovo",
    "Pakistan's army fights in Swat. Soldiers ejected militants from territory they had seized.": "occupies",
    "The last soldiers left Iraq.": "deploysForcesTo",
    "Serbia, Russia and Spain do not accept its independence.": "recognizes",
    "The Germans conquered the area and it was part of German East Africa until 1919.": "Germany | partOf",
    "Peru and Chile are far from Kenya and Bolivia. Chile recognised its neighbour.": "recognizes",
    "France sent soldiers to Chad. The West African nation has claimed Aouzou.": "claims",
    "Japan claims the Kuril Islands and South Korea claims the Liancourt Rocks. Moscow rejects the claim.": (
        "rejectsClaimOf"
    ),
    "Syria and Iraq were torn by war. Government troops recaptured the town of Aleppo.": "occupies | Aleppo",
    "Georgia attacked Russia's ally.": "Georgia | clashesWith | Russia",
    "The FARC met Peru and Chile. The army shelled Mitú in 2009.": "clashesWith",
    "The Taliban and the Islamic State fight in Nangarhar. The group has attacked Pakistan.": "clashesWith | Pak",
    "Hamas met Israel. The Lebanese group does not recognise Israel.": "recognizes",
    "Peru met Ecuador. Chile called for talks between the two countries.": "Chile | negotiatesWith",
    "Sudan fights Chad's rebels. Two Darfur groups signed a truce.": "partyTo",
    "The Iraq Study Group met Iran. The country claims Kuwait.": "Iraq | claims",
    "Turkey met Iran. The former Soviet republic claims Nagorno-Karabakh.": "claims",
    "Ethiopian troops entered Somalia. Eritrea demands that they leave the country.": "Eritrea | demands | Somalia",
    "The Russians defeated the Turks: they also occupied Erzurum.": "Turkey | occupies",
    "Peru and Ecuador rejected the plan. Chile backs it.": "supports",
    "Japan met Russia. The other country claims Iturup.": "claims",
    "Norway won Eastern Greenland. Denmark dropped its claims for damages.": "renounces",
}


@pytest.mark.model
def test_nouns_take_up_who_acts(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
