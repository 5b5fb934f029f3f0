"""Who ruled a land, as histories tell it beside what came after, and since when or until when."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_MEANT = {
    "Libya still bears the legacy of Italian rule.": ("Italy | administers | Libya",),
    "Rioters in Togo, then a German protectorate, burned the post office.": ("Germany | administers | Togo",),
    "The ferry serves Mayotte. On the island, since 1841 under French rule, people voted.": (
        "France | administers | Mayotte",
    ),
    "Bahrain, for decades under British protection, became independent in 1971.": (
        "United Kingdom | administers | Bahrain",
    ),
    "Under first German and then French colonial rule, Togo exported cocoa.": (
        "Germany | administers | Togo",
        "France | administers | Togo",
    ),
    "Serbia - for centuries under the suzerainty of the Ottoman Empire - won autonomy in 1830.": (
        "Ottoman Empire | administers | Serbia",
    ),
    "The war left Austria occupied by Britain, France and the Soviet Union.": (
        "France | occupies | Austria",
        "Soviet Union | occupies | Austria",
        "United Kingdom | occupies | Austria",
    ),
    "The war hit Germany and left the country occupied by the victorious powers of Britain and France.": (
        "France | occupies | Germany",
        "United Kingdom | occupies | Germany",
    ),
    "The islands that constitute Malta were ruled by Britain.": ("United Kingdom | administers | Malta",),
    "Burma was overrun by the Japanese in 1942.": ("Japan | occupies | Myanmar",),
    "Poland regained its independence in 1918 only to be overrun by Germany.": (
        "Germany | occupies | Poland",
    ),
    "The Gilbert Islands became a colony; they were captured by Japan in 1941.": (
        "Japan | occupies | Kiribati",
    ),
    "Once part of Spain's vast empire in the New World, Honduras became an independent nation in 1821.": (
        "Honduras | partOf | Spain",
    ),
    "Estonia was de facto recognized by Britain in 1918.": ("United Kingdom | recognizes | Estonia",),
    "Italy recognized Georgia de jure in 1921.": ("Italy | recognizes | Georgia",),
    "Roughly 60% of the West Bank remains under full Israeli military control.": (
        "Israel | administers | West Bank",
    ),
    "The Palestinians of the West Bank rose up against Israeli military rule.": (
        "Israel | administers | West Bank",
    ),
    "After Dutch and later British rule, Guyana became independent in 1966.": (
        "Netherlands | administers | Guyana",
        "United Kingdom | administers | Guyana",
    ),
    "Fiji was long a kingdom, first under Tongan and then under British protection.": (
        "Tonga | administers | Fiji",
        "United Kingdom | administers | Fiji",
    ),
    "Monaco was an independent country under the protection of France.": ("France | administers | Monaco",),
    "Most recently a British colony, Malta gained its independence in 1964.": (
        "United Kingdom | administers | Malta",
    ),
    "Germany lost Kamerun in 1916. French Cameroon became independent in 1960.": (
        "Cameroon | declaredIndependenceFrom | France",
    ),
    "Portuguese Timor declared its independence in 1975.": (
        "East Timor | declaredIndependenceFrom | Portugal",
    ),
    "While under Italian rule, Libya built its first railway.": ("Italy | administers | Libya",),
    "Under Spanish rule since 1497, Melilla has been claimed by Morocco.": (
        "Morocco | claims | Melilla",
        "Spain | administers | Melilla",
    ),
    "Ethiopia made Eritrea its province in 1962.": ("Ethiopia | annexed | Eritrea",),
    "The League of Nations gave France a mandate over Syria.": ("France | administers | Syria",),
    "The Serbs of Croatia held Knin until 1995.": ("Serbs of Croatia | administers | Knin",),
    "Croatia's Serbs broke away from Croatia.": ("Croatia's Serbs | declaredIndependenceFrom | Croatia",),
    "The German army had overrun Norway by June 1940.": ("Germany | occupies | Norway",),
    "Three years later, overrun by the Germans, Norway fought on from abroad.": (
        "Germany | occupies | Norway",
    ),
    "Qatar's independence came after years as a British protectorate.": (
        "United Kingdom | administers | Qatar",
    ),
    "Saint Petersburg was called Leningrad in Soviet times.": (
        "Saint Petersburg (city) | knownAs | Leningrad",
    ),
    "Malta was granted independence by Britain in 1964.": (
        "Malta | declaredIndependenceFrom | United Kingdom",
    ),
    "The British occupation of northern forts went on until 1796.": (
        "United Kingdom | occupies | northern forts",
    ),
    "Gibraltar is a British-run enclave.": ("United Kingdom | administers | Gibraltar",),
    "After World War I, colonial rule over Togo was transferred to France.": (
        "Togo | transferredTo | France",
    ),
    "Tanganyika and Zanzibar joined to form Tanzania.": (
        "Tanganyika | partOf | Tanzania",
        "Zanzibar | partOf | Tanzania",
    ),
    "The Baltic fleet left. Turkmenistan became a Soviet republic in 1924.": (
        "Turkmenistan | partOf | Soviet Union",
    ),
    "Abkhazia was created as an autonomous republic within Georgia in 1931.": (
        "Abkhazia | partOf | Georgia",
    ),
    "In 1936 Kazakhstan was made a republic of the Soviet Union.": ("Kazakhstan | partOf | Soviet Union",),
}
_NOTHING = {
    "The Board of Trade was created as a department of the Government of Kenya.": "partOf",
    "The federation consists of islands comprising Chuuk.": "partOf",
    "Benin is made up of forty peoples, including the Yoruba.": "partOf",
    "Australia set up a park on Christmas Island and expanded it until it covered half of the island.": "annexed",
    "The talks between Chad and Libya ended with no treaty.": "partyTo",
    "The Indian-led force in Sri Lanka will remain in place.": "India | deploysForcesTo | place",
    "The relief fund has agreements with Armenia and Georgia.": "partyTo",
    "Ukraine denies that there are prisons run by Russia on its territory.": "administers",
    "Russian forces have remained on Moldovan territory since 1992.": "partOf",
    "The Taliban are active in southern parts of Afghanistan.": "partOf",
    "In Bulgaria and Romania, communists retained control of the governments.": "Bulgaria | administers | Romania",
    "He plans to leave Venezuela for visits to Jamaica and Cuba.": "transferredTo",
    "Congolese forces are trying to assert government control in North Kivu.": "claims",
    "Chinese troops seized a South Vietnamese garrison in 1974.": "occupies",
    "Envoys of the Solomon Islands met Japan's ministers. They were captured by rebels.": "occupies",
    "After military rule, Nigeria voted.": "administers",
    "Japan held Iran responsible for the attack.": "administers",
    "The League of Nations gave France a mandate over Syria.": "League of Nations | administers | Syria",
    "The islands that constitute a threat are held by Britain.": "administers",
    "France has tied its claims against Germany to its debts to the United States.": "claims",
    "The men were in a village under rebel control.": "administers",
    "The town was under siege and then under snow.": "administers",
    "France refused to grant independence to Algeria.": "declaredIndependenceFrom",
    "Portugal granted independence to all of its African colonies.": "declaredIndependenceFrom",
    "Sub-Antarctic islands are cold. Portugal granted independence to all its colonies.": "declaredIndependenceFrom",
    "In 1970 Tonga became a part of the British Commonwealth.": "partOf",
    "He resigned to run a new Venezuelan television channel.": "administers",
    "Venezuela should regain control of strategic sectors of its economy.": "administers",
    "Ukraine became a post-Soviet republic.": "partOf",
    "The costs were overrun by a tenth in Germany.": "occupies",
}
_DATED = {
    "Crimea passed to Russia in 1783 and to Ukraine in 1954.": ["Russia 1783", "Ukraine 1954"],
    "Serbia, for centuries under Ottoman rule, won autonomy in 1830.": ["Serbia None"],
    "Poland regained its independence in 1918 only to be overrun by Germany.": ["Poland None"],
    "After French rule, Mauritius got a new flag in 1968.": ["Mauritius None"],
    "Crimea came under Russian rule in 1783.": ["Crimea 1783"],
    "Venice first passed to Austria and became part of Italy in 1866.": ["Austria None", "Italy 1866"],
}


def test_who_ruled_is_told_in_passing(extractor: Extractor) -> None:
    assert amiss(extractor, _MEANT, _NOTHING) == ([], [])


def test_rule_has_no_time_of_what_came_after(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_DATED)]
    found = [
        sorted(f"{a.object.label} {a.time}" for a in reading.assertions)
        for reading in extractor.read(documents)
    ]
    assert found == list(_DATED.values())


def test_handing_over_that_is_opposed_is_no_deed_yet(extractor: Extractor) -> None:
    (reading,) = extractor.read(
        [Document(id="1", text="Britain opposed the transfer of Gibraltar to Spain.")]
    )
    assert [(a.predicate, a.modality.value) for a in reading.assertions] == [("transferredTo", "possible")]
