"""Who does what to whom in clauses whose order or voice is not the usual one."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

READ: dict[str, set[str]] = {
    # a participle or a phrase before "is", its subject behind
    "Also claimed by Madagascar are the Glorioso Islands.": {"Madagascar | claims | Glorioso Islands"},
    "Stationed in Gyumri are some 3,000 Russian soldiers.": {"Russia | deploysForcesTo | Gyumri"},
    "Not recognised by Tokyo is Moscow's annexation of Iturup.": {
        "Japan | rejectsClaimOf | Russia",
        "Russia | annexed | Iturup",
    },
    "Under Turkish control since 1974 is the northern third of Cyprus.": {
        "Turkey | administers | northern third of Cyprus"
    },
    "Issued by Katanga, a declaration of independence from the Congo drew protests.": {
        "Katanga | declaredIndependenceFrom | Democratic Republic of the Congo"
    },
    # what is given and to whom, in either order
    "Israel gave Egypt back the Sinai.": {
        "Sinai | transferredTo | Egypt",
        "Sinai | transferredFrom | Israel",
    },
    "Ethiopia was returned the town of Zalambessa in 2018.": {"Zalambessa | transferredTo | Ethiopia"},
    "Palestine was accorded recognition by Ireland and Norway in May 2024.": {
        "Ireland | recognizes | Palestine",
        "Norway | recognizes | Palestine",
    },
    # particles behind the object
    "Panama took the Canal Zone over from the United States.": {
        "Panama Canal Zone | transferredTo | Panama",
        "Panama Canal Zone | transferredFrom | United States",
    },
    "Finland had to sign away Karelia in March 1940.": {"Karelia | transferredFrom | Finland"},
    # who is singled out
    "It was by Libya that the Aouzou Strip was occupied.": {"Libya | occupies | Aouzou Strip"},
    "It was to Russia that Sweden ceded Finland in 1809.": {
        "Finland | transferredTo | Russia",
        "Finland | transferredFrom | Sweden",
    },
    "What China wants is the return of Taiwan.": {"China | claims | Taiwan"},
    "A party to the Antarctic Treaty since 1961 is Chile.": {"Chile | partyTo | Antarctic Treaty"},
    "Mayotte is considered by the Comoros as its fourth island.": {"Comoros | claims | Mayotte"},
    "It was Kuwait that Iraqi forces invaded in August 1990.": {"Iraq | clashesWith | Kuwait"},
    "It was Egypt and Israel that signed the Camp David Accords.": {
        "Egypt | partyTo | Camp David Accords",
        "Israel | partyTo | Camp David Accords",
    },
    # an object behind an insertion
    "Mauritius demanded, according to two newspapers, the return of the Chagos Archipelago.": {
        "Mauritius | claims | Chagos Archipelago"
    },
    "Paraguay recognized, in a statement of its foreign ministry, the government of Taiwan.": {
        "Paraguay | recognizes | Taiwan"
    },
    # what a clause is about stands further off than a name
    "Claims to the Shatt al-Arab, which were made by both Iraq and Iran, were in the news.": {
        "Iraq | claims | Shatt al-Arab",
        "Iran | claims | Shatt al-Arab",
    },
    "The situation in Varosha, which Nicosia referred to the Security Council, is tense.": {
        "Cyprus | submittedTo | United Nations Security Council"
    },
    "Israel's sovereignty over the Golan Heights, recognized by the United States, is disputed.": {
        "United States | recognizes | Israel"
    },
    "Kenya and Somalia, which disagreed over their maritime boundary, went on talking.": {
        "Kenya | disputesWith | Somalia"
    },
    "The southern half of Belize, claimed by Guatemala, is thinly settled.": {
        "Guatemala | claims | southern half of Belize"
    },
    "The year in which Alaska passed to the United States was a wet one.": {
        "Alaska | transferredTo | United States"
    },
    # one object of several verbs
    "Vanuatu claims but does not control Matthew and Hunter Islands.": {
        "Vanuatu | claims | Matthew and Hunter Islands",
        "Vanuatu | administers | Matthew and Hunter Islands",
    },
    "Israel captured in 1967 and later annexed the Golan Heights.": {
        "Israel | occupies | Golan Heights",
        "Israel | annexed | Golan Heights",
    },
    "The United States refused to recognize or establish relations with Cuba.": {
        "United States | recognizes | Cuba"
    },
    "The United States withdrew its recognition of, and terminated relations with, Taiwan.": {
        "United States | recognizes | Taiwan"
    },
    # what a time or a report parts
    "Spain retained in 1640 Ceuta and Melilla.": {
        "Spain | administers | Ceuta",
        "Spain | administers | Melilla",
    },
    "Kenya and Somalia, the minister said on Friday, disagreed over their maritime boundary.": {
        "Kenya | disputesWith | Somalia"
    },
    "Pakistan, the minister said on Friday, took the dispute to the United Nations Security Council.": {
        "Pakistan | submittedTo | United Nations Security Council"
    },
    # a noun that looks like a verb
    "The generals agreed to hand over Tulkarm to Palestinian control this week.": {
        "Tulkarm | transferredTo | Palestinians"
    },
    # whom a gerund behind an object is of
    "Critics accused Iraqi forces of entering Kuwait in August 1990.": {"Iraq | clashesWith | Kuwait"},
    # words before a name
    "Ghana contributed 800 soldiers to neighboring Lebanon.": {"Ghana | deploysForcesTo | Lebanon"},
    "Portugal controlled what is now Angola and Mozambique.": {
        "Portugal | administers | Angola",
        "Portugal | administers | Mozambique",
    },
    "Germany took what would later become Namibia from its people.": {"Germany | occupies | Namibia"},
    "Colombia's army attacked the leftist Revolutionary Armed Forces of Colombia (FARC).": {
        "Colombia | clashesWith | Revolutionary Armed Forces of Colombia"
    },
    # whose "its" is, where one ship or plane acts
    "Finland says that a Russian aircraft violated its airspace.": {"Finland | clashesWith | Russia"},
    # who does what a relative clause says of a noun
    "A raid NATO carried out on an Afghan post was reported by the BBC.": {
        "Afghanistan | clashesWith | NATO"
    },
    # members of a group, and its name behind its kind
    "Rebels with the Lord's Resistance Army attacked Ugandan soldiers.": {
        "Lord's Resistance Army | clashesWith | Uganda"
    },
    "Colombia's army fought with the largest rebel group, the FARC.": {
        "Colombia | clashesWith | Revolutionary Armed Forces of Colombia"
    },
    # what a thing holds
    "Israeli aircraft hit a car carrying two Hamas commanders.": {"Hamas | clashesWith | Israel"},
    "Israeli aircraft hit a house belonging to Hamas.": {"Hamas | clashesWith | Israel"},
    # whom an attack struck
    "Four Turkish gendarmes died in an attack blamed on the Kurdistan Workers' Party.": {
        "Kurdistan Workers' Party | clashesWith | Turkey"
    },
    "Al-Shabaab was behind the blast that killed three Ugandan soldiers.": {
        "Al-Shabaab | clashesWith | Uganda"
    },
    "A shell landed near an Ethiopian base, and Al-Shabaab claimed responsibility.": {
        "Al-Shabaab | clashesWith | Ethiopia"
    },
}

NOTHING = [
    "Cambodia held the United States responsible for the attacks.",
    "Also killed by the flood in Madagascar are two Kenyan tourists.",
    "Israel gave the Egyptian singer back the guitar from the Sinai.",
    "Part of the Kashmir dispute is Siachen.",
    "It was in Libya that the Aouzou Strip was discussed.",
    "China protested but did not recall its ambassador from Japan.",
    "Kenya lost and appealed the ruling of the court on Somalia.",
    "Troops withdrew from Gori but did not recognise the border.",
    "The Soviets fought well and suffered losses on the Eastern Front.",
    "The talks on Ceuta were held in 2012 Geneva style.",
    "Russia, the ministry said, believing that the treaty holds, will not leave Georgia's side.",
    "Nobody knows what is now France's policy on Mayotte.",
    "Al-Shabaab was behind the show that pleased three Ugandan soldiers.",
    "Diplomats of Kenya and Somalia, which lies to the east, disagreed over lunch.",
]


def test_voices_and_orders_are_read_alike(extractor: Extractor) -> None:
    texts = [*READ, *NOTHING]
    readings = extractor.read([Document(id=text, text=text) for text in texts])
    found = {
        reading.document.id: {
            f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions
        }
        for reading in readings
    }
    assert found == {**READ, **{text: set() for text in NOTHING}}
