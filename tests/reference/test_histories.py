"""Essays on history: what their title is about, the country as they go on to call it, two of several, lists."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    # a list ends where a preposition parts it
    "Denmark sold the Danish West Indies to the United States in 1917. The islands are Danish no more.": (
        "Danish West Indies | transferredTo | United States",
    ),
    # a republic is who acts, and no land before "it"
    "Spain held Western Sahara. Rebels proclaimed the Sahrawi Arab Democratic Republic in 1976. The republic is a"
    " member of the African Union. Morocco does not recognise it.": (
        "Morocco | recognizes | Sahrawi Arab Democratic Republic",
    ),
    # two of several
    "Bolivia allied itself with Peru in 1873. Chile landed troops. It then declared war on both allies.": (
        "Chile | clashesWith | Bolivia",
        "Chile | clashesWith | Peru",
    ),
    "Bolivia signed a pact with Peru. It taxed a Chilean company, against an agreement that the two signed in 1874.": (
        "Bolivia | partyTo | agreement",
        "Chile | partyTo | agreement",
    ),
    "The Åland Islands belonged to Sweden, as did Finland. In 1809 Stockholm lost both to Russia.": (
        "Åland Islands | transferredTo | Russia",
        "Finland | transferredFrom | Sweden",
    ),
    # who goes on
    "When Guatemala broke with Spain in 1821, it kept its laws. In 1859 the republic ceded Belize to Great Britain.": (
        "Belize | transferredFrom | Guatemala",
    ),
    "Haiti fought for years. France recognized its independence only in 1825.": (
        "France | recognizes | Haiti",
    ),
    "Bolivia turned to the International Court of Justice, but the judges rejected its plea in 2018.": (
        "International Court of Justice | ruledAgainst | Bolivia",
    ),
    "Italy and the Yugoslav kingdom claimed Fiume. By the Treaty of Rapallo the two governments agreed to free it.": (
        "Yugoslavia | partyTo | Treaty of Rapallo",
    ),
    "Britain leased Cyprus from the Ottoman Empire, annexed the island in 1914, and made it a crown colony in 1925.": (
        "United Kingdom | administers | Cyprus",
    ),
    # one of the first
    "Ethiopia was among the first to recognize Eritrea.": ("Ethiopia | recognizes | Eritrea",),
    "It was Britain that laid it before the Council of the League of Nations.": (
        "United Kingdom | submittedTo | League of Nations",
    ),
    "The islands of St. Thomas and St. Croix had been Danish possessions.": (
        "Denmark | administers | St. Thomas",
        "Denmark | administers | St. Croix",
    ),
    "Nauru was contested by England and Courland; it was ceded to Germany in 1888.": (
        "Nauru | transferredTo | Germany",
    ),
    "They met in Banjul, The Gambia. Sudan's President Omar al-Bashir refused to allow UN troops into the country.": (
        "United Nations | deploysForcesTo | Sudan",
    ),
    "Spain lost all French territory east of the Sabine. Mexico gained all French land west of the Sabine.": (
        "French land west of the Sabine | transferredTo | Mexico",
    ),
    "Mexico gained French territory west of the Sabine.": (
        "French territory west of the Sabine | transferredTo | Mexico",
    ),
}
NOTHING = {
    "Portugal ruled Timor, together with Oecusse. Indonesia invaded. Jakarta annexed the territory.": "Oecusse",
    "The Dutch held half of Timor and the enclave of Maucatar. Japan overran both parts in 1942.": "Japan | occupies",
    "Malta is proud. Italy celebrated its independence in 1861.": "recognizes",
    "Greenland was quiet. The envoy left Copenhagen. German forces had occupied the city in 1940.": "Greenland",
    "Algeria sheltered them. They proclaimed a republic in Bir Lehlou, near Ceuta; Mali recognized it.": "Ceuta",
    "Britain laid a wreath before the League of Nations.": "submittedTo",
    "The region was disputed by Peru and Ecuador for decades; it became part of Peru in 1942.": "Ecuador | partOf",
    "The envoys met in Accra, Ghana. Togo will not let French troops into the country.": "Ghana",
}


@pytest.mark.model
def test_essays_on_history_go_on_with_what_they_tell_of(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "History of Recognition, by Country: Estonia",
            (
                "The United States recognized Estonia in 1922. The country had been part of the Russian Empire. In "
                "1940 it was occupied by the Soviet Union. Soviet Russia had recognized the new state in 1920."
            ),
            {
                "Estonia | partOf | Russian Empire",
                "Soviet Union | occupies | Estonia",
                "Soviet Russia | recognizes | Estonia",
            },
        ),
        (
            "Eritrea: A Federation That Failed",
            "An Ethiopian federation arose in 1952. Ten years later Haile Selassie annexed the territory outright.",
            {"Ethiopia | annexed | Eritrea"},
        ),
        (
            "Annexation of Hawaii, 1898",
            "In 1843 a British captain came. The United States annexed the islands in 1898.",
            {"United States | annexed | Hawaii"},
        ),
        (
            "Western Sahara: From Spanish Colony to Stalemate",
            "Spain landed near Cape Bojador in 1884. France fixed the limits of the colony. Morocco laid claim to it.",
            {"Morocco | claims | Western Sahara"},
        ),
    ],
    ids=["country", "colon", "event", "unnamed"],
)
def test_title_tells_what_an_essay_is_about(
    title: str, text: str, expected: set[str], extractor: Extractor
) -> None:
    (reading,) = extractor.read([Document(id="1", text=text, title=title)])
    assert expected <= {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions}
