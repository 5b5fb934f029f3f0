"""What encyclopaedias say of disputes in a sentence each: lists, judgments, who does not agree where a line runs."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    # one passive after another, and lists of by whom
    "Tromelin is administered by France, claimed by Mauritius, and formerly claimed by the Seychelles.": (
        "France | administers | Tromelin Island",
        "Mauritius | claims | Tromelin Island",
        "Seychelles | claims | Tromelin Island",
    ),
    "Kosovo is not recognized by Serbia, five EU members, Russia and China.": (
        "Serbia | recognizes | Kosovo",
        "Russia | recognizes | Kosovo",
        "China | recognizes | Kosovo",
    ),
    # who does the contrary of what many do that have no name
    "Most EU states recognize Kosovo, but Spain does not.": ("Spain | recognizes | Kosovo",),
    "Kosovo is recognized by half of the UN's members, though not by Serbia or China.": (
        "Serbia | recognizes | Kosovo",
        "China | recognizes | Kosovo",
    ),
    # where a line runs, and who owns what
    "Malawi and Tanzania disagree about where the boundary in Lake Nyasa runs.": (
        "Malawi | disputesWith | Tanzania",
    ),
    "Namibia and South Africa have not settled whether their boundary follows the river.": (
        "Namibia | disputesWith | South Africa",
    ),
    "Sudan and South Sudan have not agreed on the status of Abyei.": ("South Sudan | disputesWith | Sudan",),
    "Qatar and Bahrain long contended for the Hawar Islands.": ("Bahrain | disputesWith | Qatar",),
    # what a relative clause goes on to
    "Egypt holds Hala'ib, to which Sudan has never ceased to lay claim.": (
        "Sudan | claims | Halaib Triangle",
    ),
    "Egypt holds Hala'ib, over which Sudan continues to assert sovereignty.": (
        "Sudan | claims | Halaib Triangle",
    ),
    # what a claim told in the same sentence meets with
    "Honduras claims Conejo Island, a claim that El Salvador rejects.": (
        "El Salvador | rejectsClaimOf | Honduras",
    ),
    "Honduras claims Conejo Island, but El Salvador disputes the claim.": (
        "El Salvador | rejectsClaimOf | Honduras",
    ),
    "Russia annexed Crimea and Ukraine rejects the annexation.": ("Ukraine | rejectsClaimOf | Russia",),
    # whose capture somebody claims a land since
    "Spain has contested Gibraltar since its capture by Britain.": ("United Kingdom | occupies | Gibraltar",),
    "Latvia has changed since its occupation by Germany.": ("Germany | occupies | Latvia",),
    # what somebody does on disputed land, or proclaims at sea, and who objects to that
    "Pakistan protests India's fencing the Line of Control.": ("Pakistan | rejectsClaimOf | India",),
    "Russia objects to the fisheries zone that Norway set up around Svalbard.": (
        "Russia | rejectsClaimOf | Norway",
        "Norway | claims | fisheries zone",
    ),
    "Turkey does not recognize the economic zone that Cyprus proclaimed in 2004.": (
        "Turkey | rejectsClaimOf | Cyprus",
        "Cyprus | claims | economic zone",
    ),
    # that land is another's is granted or denied
    "Denmark admitted that Jan Mayen was Norwegian.": (
        "Denmark | recognizes | Norway",
        "Jan Mayen | partOf | Norway",
    ),
    "Colombia denied that Santa Rosa, an island in the Amazon, was Peruvian.": (
        "Colombia | rejectsClaimOf | Peru",
    ),
    # talks and hands that a phrase beside tells of
    "Despite recent discussions, Peru and Chile dispute their maritime limits.": (
        "Chile | negotiatesWith | Peru",
        "Chile | disputesWith | Peru",
    ),
    "Uruguay claims Isla Brasilera, now in Brazilian hands.": (
        "Uruguay | claims | Isla Brasilera",
        "Brazil | administers | Isla Brasilera",
    ),
    # what passes to one, and what to another; what is told behind to whom
    "Transylvania passed to Romania and Upper Hungary to Czechoslovakia.": (
        "Transylvania | transferredTo | Romania",
        "Upper Hungary | transferredTo | Czechoslovakia",
    ),
    "Germany ceded to Poland the corridor and Posen.": ("Posen | transferredTo | Poland",),
    # a capital that is taken is the city, and so is what takes it up
    "Poland seized Vilnius and held it until 1939, when the Soviet Union gave the city to Lithuania.": (
        "Poland | administers | Vilnius",
        "Vilnius | transferredTo | Lithuania",
    ),
    # who decides as arbiter, and what two agree on
    "The Spanish king, as arbitrator, awarded the Mosquitia to Honduras in 1906.": (
        "Spain | ruledFor | Honduras",
    ),
    "France and Suriname agreed in 2021 that the frontier follows the Maroni.": (
        "France | delimitedBoundaryWith | Suriname",
    ),
    "Fighting in the Cenepa valley pitted Ecuador against Peru.": ("Ecuador | clashesWith | Peru",),
    "Turkey says any Greek extension of its waters would be a cause for war.": (
        "Turkey | clashesWith | Greece",
    ),
    # what recognition is withdrawn, told further up; what goes on behind a time
    "Suriname recognized Kosovo in 2016 but withdrew its recognition two years later.": (
        "Suriname | recognizes | Kosovo",
    ),
    "Nauru recognized Abkhazia, and Vanuatu revoked its recognition in 2013.": (
        "Vanuatu | recognizes | Abkhazia",
    ),
    "Russia annexed Crimea in March 2014 and in September 2022 proclaimed the annexation of Kherson.": (
        "Russia | annexed | Crimea",
        "Russia | annexed | Kherson Oblast",
    ),
    "Olivenza, a town on the Guadiana that Spain took in 1801, is claimed by Portugal.": (
        "Spain | occupies | Olivenza",
        "Portugal | claims | Olivenza",
    ),
    "France and Suriname reached agreement on the course of the Maroni as the frontier in 2021.": (
        "France | delimitedBoundaryWith | Suriname",
    ),
    # a demand that is refused, a law that is rejected, a line that is accepted or agreed on
    "Norway turned down Soviet demands for the cession of Spitsbergen.": (
        "Soviet Union | claims | Svalbard",
        "Norway | rejectsClaimOf | Soviet Union",
    ),
    "Chile rejects Peru's 2005 law on baselines.": ("Chile | rejectsClaimOf | Peru",),
    "Ecuador recognized its maritime boundary with Peru in 2011.": (
        "Ecuador | delimitedBoundaryWith | Peru",
    ),
    "Cuba and the Bahamas initialed a maritime boundary in 2011.": (
        "Bahamas | delimitedBoundaryWith | Cuba",
    ),
    # a second subject before an insertion
    "In 1938 Poland annexed Teschen, and Hungary, by the Vienna Award, obtained southern Slovakia.": (
        "Poland | annexed | Cieszyn Silesia",
        "southern Slovakia | transferredTo | Hungary",
    ),
    "Germany annexed Austria, and Italy, in April 1939, occupied Albania.": ("Italy | occupies | Albania",),
    # what waters are held for, and whose land is denied to be
    "Canada regards the Northwest Passage as internal waters.": ("Canada | claims | Northwest Passage",),
    "Japan denies that the Senkaku Islands belong to China.": ("Japan | rejectsClaimOf | China",),
    # whose claim is dropped
    "The Irish Constitution's claim to Northern Ireland was dropped in 1999.": (
        "Ireland | renounces | Northern Ireland",
    ),
    "The Irish claim to Northern Ireland was dropped in 1999.": ("Ireland | renounces | Northern Ireland",),
    "Chile and Argentina disagree on where their border runs in the southern icefield.": (
        "Argentina | disputesWith | Chile",
    ),
    # each line with its own neighbour and year
    "Bahrain settled its boundary with Saudi Arabia in 1958 and that with Iran in 1971.": (
        "Bahrain | delimitedBoundaryWith | Iran",
        "Bahrain | delimitedBoundaryWith | Saudi Arabia",
    ),
    # what was moved under a treaty, and drawn by one
    "By the Algiers Accord of 1975 Iran and Iraq moved their border to the deepest channel.": (
        "Iran | partyTo | Algiers Agreement (1975)",
        "Iraq | partyTo | Algiers Agreement (1975)",
    ),
    "Greece protested the 2019 memorandum by which Turkey and Libya drew a maritime boundary.": (
        "Libya | delimitedBoundaryWith | Turkey",
    ),
    "By a treaty signed in 1867 Russia sold Alaska to the United States.": (
        "Russia | partyTo | Alaska Purchase",
    ),
    # how certain somebody's ownership is said to be
    "Iran holds that its ownership of Abu Musa is not open to discussion.": ("Iran | claims | Abu Musa",),
    "London says its sovereignty over the Falklands is not up for negotiation.": (
        "United Kingdom | claims | Falkland Islands",
    ),
    # who gives a claim up by whose claim it is
    "The Shah gave up Iran's claim to Bahrain in 1970.": ("Iran | renounces | Bahrain",),
    # whom a court gives most of something
    "The Court gave Somalia most of a wedge of the ocean.": ("Court | ruledFor | Somalia",),
    # what is judged before it is named
    "Iran dismisses as baseless the claims of Bahrain to Abu Musa.": ("Iran | rejectsClaimOf | Bahrain",),
    "Ukraine rejects as void the annexation of Crimea by Russia.": ("Ukraine | rejectsClaimOf | Russia",),
    # a main verb behind a relative clause, and what is kept
    "South Africa, which had administered Namibia under a mandate, held on to Walvis Bay until 1994.": (
        "South Africa | administers | Walvis Bay",
    ),
    # who is named behind a year, and each place with its own name
    "In 2019 Jordan regained full control of Baqura and al-Ghamr, known to Israelis as Naharayim and Tzofar.": (
        "Jordan | administers | Naharayim",
        "Al Ghamr | knownAs | Tzofar",
    ),
    "In 1836 settlers in Texas declared themselves independent from Mexico.": (
        "Texas | declaredIndependenceFrom | Mexico",
    ),
    # what came of it
    "South Sudanese troops overran the Heglig oilfield in April 2012, only to pull out after ten days.": (
        "South Sudan | occupies | Heglig",
        "South Sudan | deploysForcesTo | Heglig",
    ),
    "Eritrea was annexed by Ethiopia in 1962 and declared independent in 1993.": (
        "Ethiopia | annexed | Eritrea",
        "Eritrea | declaredIndependenceFrom | Ethiopia",
    ),
    "Iraq accepted the UN-demarcated boundary with Kuwait in November 1994.": (
        "Iraq | delimitedBoundaryWith | Kuwait",
    ),
    "Malaysia won Ligitan and Sipadan when the International Court of Justice ruled against Indonesia.": (
        "International Court of Justice | ruledFor | Malaysia",
        "International Court of Justice | ruledAgainst | Indonesia",
    ),
    "Greece and Turkey have talked for decades about the Aegean shelf.": (
        "Greece | negotiatesWith | Turkey",
    ),
    # whose return is meant, in a second clause
    "Beirut regards the Shebaa Farms as occupied land and calls for their return.": (
        "Lebanon | claims | Shebaa Farms",
    ),
    # a war told behind its parties, forces of a body with a rare name, and observers
    "Mali and Burkina Faso, after two brief wars over the Agacher Strip (1974 and 1985), accepted the ruling.": (
        "Burkina Faso | clashesWith | Mali",
    ),
    "ECOWAS troops, most of them Senegalese, have been stationed in The Gambia since January 2017.": (
        "Economic Community of West African States | deploysForcesTo | Gambia",
    ),
    "Djibouti holds Doumeira Island, from which Qatari observers withdrew in June 2017.": (
        "Qatar | deploysForcesTo | Doumeira Islands",
    ),
    # what a thing is held for
    "Abkhazia is regarded by Georgia as occupied Georgian land.": ("Georgia | claims | Abkhazia",),
    "Ceuta is regarded by Morocco as an occupied Moroccan city.": ("Morocco | claims | Ceuta",),
    "Eswatini has asked South Africa to give back land in Mpumalanga.": ("Eswatini | claims | Mpumalanga",),
}
NOTHING = {
    "Germany annexed Austria, and Italy, in April 1939, occupied Albania.": "annexed | Italy",
    "Canada regards the Northwest Passage as international waters.": "claims",
    "Spain insists that Gibraltar be returned to Spain.": "transferredTo",
    "Norway turned down Soviet demands for the return of Spitsbergen.": "Norway | claims",
    "Chile rejects Peru's 2005 law on pensions.": "Chile",
    "Neither London nor Dublin disputes that the majority decides.": "disputesWith",
    "The pact was broken by farmers, not by Serbia.": "Serbia",
    "Nicaraguan soldiers on Isla Calero were ordered out by the ICJ.": "deploysForcesTo",
    "Greece and Turkey reached agreement on the course of the talks in 2021.": "delimitedBoundaryWith",
    "In 2019 Jordan regained full control of Baqura and al-Ghamr, known in Israel as Naharayim and Tzofar.": (
        "Al Ghamr | knownAs | Naharayim"
    ),
    "Iraq accepted the UN-demarcated boundary with Kuwait in November 1994.": "United Nations",
    "Poland seized Vilnius and held it until 1939.": "| Lithuania",
    "The minister flew to Paris and the president to Berlin.": "transferredTo",
    "The Spanish king, as host, awarded a medal to Honduras.": "ruledFor",
    "The assassination in Sarajevo gave Austria a cause for war.": "clashesWith",
    "Mexico objected to Spain's using the euro.": "rejectsClaimOf",
    "Turkey objects to the special economic zone that Cyprus proclaimed.": "Turkey",
    "Despite trade talks, Peru and Chile dispute the border at Arica.": "negotiatesWith",
    "Colombia denies that the boats off Santa Rosa Island are Peruvian.": "rejectsClaimOf",
    "A provisional line is all that separates Ethiopia from Somalia.": "transferredFrom",
    "Guatemala has asked Britain to return Belize.": "rejectsClaimOf",
    "Jordan hosts more than two million Palestinians.": "metWith",
    "The report says that with Iran's help the border was closed and that with Iraq's it will open.": "delimited",
    "Sipadan was awarded to Malaysia in a judgment of the International Court of Justice.": "transferredTo",
    "Nigeria and São Tomé and Príncipe agreed on a line at sea in 2001.": "Príncipe | del",
    "China has claimed the Senkaku Islands since their occupation by Japan.": "occupies | China",
    "Abkhazia is regarded by Georgia as occupied Georgian land.": "occupies",
    "Most states consider Abkhazia occupied Georgian territory.": "occupies",
    "The United Nations considers East Jerusalem occupied Palestinian territory.": "claims",
    "Tromelin is administered by France, claimed by Mauritius, and formerly claimed by the Seychelles.": "claims | Fr",
    "Malawi and Tanzania disagree about where the race around Lake Nyasa begins.": "disputesWith",
    "Sudan and South Sudan have not agreed on the price of Abyei's oil.": "disputesWith",
    "Honduras claims Conejo Island, a claim that the press rejects.": "rejectsClaimOf",
    "Qatar and Bahrain vied for the votes of Egypt.": "disputesWith",
    "Portugal does not acknowledge Spanish sovereignty over Olivenza, ceded under the Treaty of Badajoz.": "partyTo",
    "The delegation of Peru was led by Chile, accompanied by Bolivia.": "claims",
}


@pytest.mark.model
def test_statements_of_disputes(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Crimea became a republic in 1991 and part of Russia in 2014.", {"2014"}),
        ("Crimea became a resort and part of Ukraine in 1954.", {"1954"}),
        ("The Comoros claim Mayotte, a French department since 2011.", {None, "2011/"}),
        ("The Comoros have claimed Mayotte since 1975.", {"1975/"}),
        ("India annexed Goa, a colony of Portugal, in 1961.", {"1961", None}),
        ("Transnistria, where Russian soldiers remain, broke away from Moldova in 1990.", {"1990", None}),
    ],
)
def test_a_time_is_that_of_its_own_words(text: str, times: set[str | None], extractor: Extractor) -> None:
    (reading,) = extractor.read([Document(id="times", text=text)])
    assert {a.time for a in reading.assertions} == times
