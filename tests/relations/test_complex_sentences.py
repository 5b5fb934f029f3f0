"""What is read in relative, participial and other clauses within a sentence, and near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity, Reading

pytestmark = pytest.mark.model

# Each sentence with what it gives, one a line; "not" stands before what is denied.
SENTENCES = """
# relative clauses that share their object
Tromelin Island, which Mauritius claims and France administers, has a weather station.
    Mauritius claims Tromelin Island
    France administers Tromelin Island
Doumeira, which Eritrea controls but Djibouti claims as its own, is a small island in the Red Sea.
    Eritrea administers Ras Doumeira
    Djibouti claims Ras Doumeira
Melilla, the port Spanish troops seized in 1497 and Morocco wants back, has a population of 85,000.
    Spain occupies Melilla
    Morocco claims Melilla
Kosovo, which Serbia refuses to recognise and still regards as its southern province, joined the bank.
    not Serbia recognizes Kosovo
    Serbia claims Kosovo
These are reefs that the Philippines and Vietnam consider theirs.
    Philippines claims reefs
    Vietnam claims reefs
The premier said that Hanoi and Manila would jointly explore for oil in waters both claim.
    Vietnam claims waters
    Philippines claims waters
The raid came on the same day that Russian forces left posts in western Georgia.
    not Russia deploysForcesTo western Georgia
# behind a preposition and "whose"
Ceuta, over which Rabat has never given up its claim, received a visit from the king.
    not Morocco renounces Ceuta
Bougainville, from where Fiji withdrew its soldiers in 2003, voted for independence.
    Fiji withdrawsFrom Bougainville
    not Fiji deploysForcesTo Bougainville
Taiwan, whose government Honduras ceased to recognise in March 2023, regretted the decision.
    not Honduras recognizes Taiwan
Vanuatu, whose leaders met French officials on Tuesday, claims Matthew Island.
    France metWith Vanuatu
    Vanuatu claims Matthew Island
East Jerusalem and the West Bank, both of which Israel captured in 1967, were held by Jordan before.
    Israel occupies East Jerusalem
    Israel occupies West Bank
    Jordan administers East Jerusalem
    Jordan administers West Bank
Iturup and Kunashir, which Soviet troops occupied in 1945 and whose return Tokyo demands, have few roads.
    Soviet Union occupies Iturup
    Soviet Union occupies Kunashir
    Japan claims Iturup
    Japan claims Kunashir
# what a clause tells, taken up by another
Russia annexed Crimea in March 2014, which the General Assembly declared invalid.
    Russia annexed Crimea
    United Nations General Assembly rejectsClaimOf Russia
Venezuela published a map with the Essequibo in December 2023, which drew protests from Guyana.
    Guyana rejectsClaimOf Venezuela
Latvia was annexed by the Soviet Union in 1940, an act never recognised by Washington.
    Soviet Union annexed Latvia
    United States rejectsClaimOf Soviet Union
Israel approved homes in East Jerusalem, drawing sharp condemnation from Jordan.
    Jordan rejectsClaimOf Israel
The council adopted a plan for Kosovo, which Serbia rejected.
Morocco signed a fisheries deal with Spain, which France welcomed.
# appositions and participles
Ankara, the only capital to have recognised Northern Cyprus, was not invited.
    Turkey recognizes Northern Cyprus
The United Arab Emirates, one of two claimants to Abu Musa, kept silent.
    United Arab Emirates claims Abu Musa
Following annexation by Nazi Germany in 1938, the status of Austria remained unclear.
    Nazi Germany annexed Austria
After its occupation by Iraq in 1990, Kuwait was rebuilt.
    Iraq occupies Kuwait
A British colony until 1957, Ghana was the first to leave.
    United Kingdom administers Ghana
The majority of European states, the United States and Canada have recognized Kosovo.
    United States recognizes Kosovo
    Canada recognizes Kosovo
Despite its claim to the Falkland Islands, Argentina takes part in the games.
    Argentina claims Falkland Islands
In its dispute with Chad over the Aozou Strip, Libya cited a treaty of 1935.
    Chad disputesWith Libya
In a letter to its ally, the court said that Turkey occupied Afrin.
    Turkey occupies Afrin
A blast damaged the bridge to Russian-annexed Crimea.
    Russia annexed Crimea
Etorofu, one of four islands seized by Soviet troops in the last days of the war, has hot springs.
    Soviet Union occupies Iturup
Upon breaking away from Yugoslavia in 1991, Macedonia was blocked by Athens.
    North Macedonia declaredIndependenceFrom Yugoslavia
While claiming the whole of Bolshoi Ussuriysky Island, Beijing in the end settled for half of it.
    China claims Bolshoy Ussuriysky Island
Spain took Olivenza on Monday.
    Spain occupies Olivenza
He told the council that Venezuela, having massed troops at Anacoco Island, was preparing an attack.
    Venezuela deploysForcesTo Ankoko Island
Prices rose and Chad and Niger reached an agreement in 1994.
    Chad partyTo agreement
    Niger partyTo agreement
Georgia and Russia, which never signed a peace treaty, have not commented.
    not Georgia partyTo peace treaty
    not Russia partyTo peace treaty
# each of a list with what is told of it
Kashmir is divided into Azad Kashmir, held by Pakistan, and Ladakh, controlled by India.
    Pakistan administers Azad Kashmir
    India administers Ladakh
Germany lost Memel, occupied by France in 1920, and Silesia, occupied by Poland.
    Memel transferredFrom Germany
    France occupies Memel
    Poland occupies Silesia
The group includes Swains Island, held by the United States, and Matthew Island, held by France.
    United States administers Swains Island
    France administers Matthew Island
# who does it is told once
Goa was seized by India in 1961 and annexed the next year.
    India occupies Goa
    India annexed Goa
Goa was visited by India in 1961 and cheered the next year.
Minorca was taken by a Franco-Spanish fleet in 1782.
    France occupies Minorca
    Spain occupies Minorca
Bosnia and Herzegovina, administered by Austria-Hungary, was annexed by it in 1908 despite protests from Serbia.
    Austria-Hungary administers Bosnia and Herzegovina
    Austria-Hungary annexed Bosnia and Herzegovina
    Serbia rejectsClaimOf Austria-Hungary
Kosovo declared independence from Serbia in 2008. Russia does not recognise its independence.
    Kosovo declaredIndependenceFrom Serbia
    not Russia recognizes Kosovo
# what the subject was part of is not meant by "it"
Memel was part of East Prussia until 1919, when it was placed under French administration.
    Memel partOf East Prussia
    France administers Memel
# clauses with a question word, and what a clause has as its object
Tanzania and Malawi disagree over where their border runs in Lake Malawi.
    Malawi disputesWith Tanzania
Croatia and Serbia differ on where their boundary lies along the Danube.
    Croatia disputesWith Serbia
Chile and Bolivia disagree over where river boats can land.
The atoll is claimed by Mauritius, whose sovereignty Britain agreed in 2024 to recognise.
    United Kingdom recognizes Mauritius
Spain gave up all right, title and claim to Louisiana in 1800.
    Spain renounces Louisiana Territory
Togo, administered by France under a UN trusteeship, was at peace.
    France administers Togo
# a heading, and what its participles tell of it
Hans Island: visited by Canadian troops in 1984; claimed by Denmark.
    Denmark claims Hans Island
Itu Aba, the largest of the Spratlys, is garrisoned by Taiwan, which calls it Taiping.
    Taiwan deploysForcesTo Itu Aba
    Itu Aba knownAs Taiping
Sovereignty over the Senkakus, administered by Japan, is contested by China and Taiwan alike.
    Japan administers Senkaku Islands
    China contests Senkaku Islands
    Taiwan contests Senkaku Islands
# what is so beside something else
With Dokdo under Seoul's control since 1952, Tokyo has few means of pressing its case.
    South Korea administers Liancourt Rocks
""".strip()


def _expected() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in SENTENCES.splitlines():
        if line.startswith(" "):
            found[next(reversed(found))].add(line.strip())
        elif not line.startswith("#"):
            found[line] = set()
    return found


def test_every_clause_gives_its_own(extractor: Extractor) -> None:
    """All in one go: a model reads many sentences hardly longer than one."""
    expected = _expected()
    documents = [Document(id=text[:20], text=text) for text in expected]
    found = {reading.document.text: _said(reading) for reading in extractor.read(documents)}
    assert found == expected


def _said(reading: Reading) -> set[str]:
    return {
        f"{'not ' * (a.polarity is Polarity.NEGATIVE)}{a.subject.label} {a.predicate} {a.object.label}"
        for a in reading.assertions
    }


def test_what_is_done_to_two_together_is_done_by_one(extractor: Extractor) -> None:
    text = "The United States administered Okinawa together with Iwo Jima and returned them to Japan in 1972."
    (reading,) = extractor.read([Document(id="any", text=text)])
    losers = {a.object.label for a in reading.assertions if a.predicate == "transferredFrom"}
    assert losers == {"United States"}


def test_what_was_told_long_before_is_not_of_the_sentence_before(extractor: Extractor) -> None:
    bought = "Japan bought three of the Senkaku Islands. China protested against the purchase."
    sent = "China sent ships to the Senkaku Islands. Taiwan protested against the purchase."
    (reading,) = extractor.read([Document(id="any", text=f"{bought} {sent}")])
    found = [(a.subject.label, a.object.label) for a in reading.assertions if a.predicate == "rejectsClaimOf"]
    assert found == [("China", "Japan")]


def test_each_has_its_name_for_the_place(extractor: Extractor) -> None:
    text = "The Paracels are called Xisha by China and Hoang Sa by Vietnam."
    (reading,) = extractor.read([Document(id="any", text=text)])
    names = {(a.object.label, a.attribution and a.attribution.label) for a in reading.assertions}
    assert names == {("Xisha", "China"), ("Hoang Sa", "Vietnam")}


def test_each_of_two_under_one_verb_has_its_own_time(extractor: Extractor) -> None:
    text = "Adélie Land has been claimed by France since 1840, and Peter I Island by Norway since 1931."
    (reading,) = extractor.read([Document(id="any", text=text)])
    assert {(a.subject.label, a.time) for a in reading.assertions} == {
        ("France", "1840/"),
        ("Norway", "1931/"),
    }
