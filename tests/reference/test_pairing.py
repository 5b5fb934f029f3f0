"""Whole texts in which "both", "the two countries", "their troops" take up two of those who were named."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    # Whoever a phrase names in passing is none of the two.
    "Mali and Niger held elections. Observers had come from Togo. The two countries signed a ceasefire.": (
        "Mali | partyTo | ceasefire",
        "Niger | partyTo | ceasefire",
    ),
    "Malaysia and Singapore went to court. It sits in the Netherlands. The two countries disputed Pedra Branca.": (
        "Malaysia | disputesWith | Singapore",
    ),
    "Nigeria has a long coast with Cameroon. Fish is sold by way of Benin. The neighbours disputed Bakassi.": (
        "Nigeria | disputesWith | Cameroon",
    ),
    "Serbia and Kosovo met. Envoys had come from Spain and France. The two sides do not recognise each other.": (
        "Serbia | recognizes | Kosovo",
        "Kosovo | recognizes | Serbia",
    ),
    "Slovenia quarrels with Croatia. German officials flew to Zagreb. Both governments claim the Bay of Piran.": (
        "Slovenia | claims | Gulf of Piran",
        "Croatia | claims | Gulf of Piran",
    ),
    # Nor is who brings them together, by whatever word.
    "Eritrea and Ethiopia made war in 1998. Algeria brokered the peace. Both armies had shelled Badme.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "Egypt fought Sudan. Kenya has offered to mediate. The two governments signed a ceasefire.": (
        "Egypt | partyTo | ceasefire",
        "Sudan | partyTo | ceasefire",
    ),
    # Two who are joined by "and", or of whom one has to do with the other, are likelier than a third besides.
    "Peru and Ecuador fought in 1995. Spain held elections. The two sides signed a ceasefire.": (
        "Peru | partyTo | ceasefire",
        "Ecuador | partyTo | ceasefire",
    ),
    "Qatar told Bahrain that it would not withdraw. Saudi Arabia kept silent. Both claim the Hawar Islands.": (
        "Qatar | claims | Hawar Islands",
        "Bahrain | claims | Hawar Islands",
    ),
    # A land counts less than who holds it.
    "Hans Island lies between Canada and Denmark's Greenland. It is bare, but both wanted it.": (
        "Canada | claims | Hans Island",
        "Denmark | claims | Hans Island",
    ),
    # Those are likelier who are known to claim the same land, above all the one that is told of.
    "Venezuela called up reservists. Guyana asked Brazil for help. The two countries dispute the Essequibo.": (
        "Venezuela | disputesWith | Guyana",
    ),
    "Japan protested to China. The United States backs Japan. The two countries dispute the Senkaku Islands.": (
        "Japan | disputesWith | China",
    ),
    # The nearer, the likelier.
    "Mali and Niger signed a pact. Chad and Sudan signed another. The two countries dispute a border.": (
        "Chad | disputesWith | Sudan",
    ),
    "Chile and Argentina are at peace. In 1995 Peru attacked Ecuador. The two countries signed a ceasefire.": (
        "Peru | partyTo | ceasefire",
        "Ecuador | partyTo | ceasefire",
    ),
    # Who faces a pair is none of it.
    "Peru told Chile and Bolivia that the two countries dispute the Silala.": (
        "Chile | disputesWith | Bolivia",
    ),
    # Two in office are those whose office is named, but for one in passing.
    "The presidents of Armenia and Azerbaijan met. The president of Norway wrote. The two presidents signed a truce.": (
        "Armenia | partyTo | truce",
        "Azerbaijan | partyTo | truce",
    ),
    # Whom "he" acts for is as good as named where he stands.
    "Sudan and Chad arm rebels. Libyan leader Muammar Gaddafi said he would meet Tunisia and the two countries would "
    "sign a peace treaty.": (
        "Libya | partyTo | peace treaty",
        "Tunisia | partyTo | peace treaty",
    ),
    # What two own is theirs.
    "Vietnam and China made peace in 1991. Cuba was glad. The two countries' armies had fought a war in 1979.": (
        "Vietnam | clashesWith | China",
    ),
    # "The latter" is the second of those named together last.
    "Spain left in 1976, and the desert was split between Morocco and Mauritania. The latter renounced its claim "
    "to Tiris el Gharbia in 1979.": ("Mauritania | renounces | Tiris el Gharbia",),
}
NOTHING = {
    # What is known of two does not choose them from a list.
    "Vietnam, Malaysia, Brunei and the Philippines met. The two countries signed a ceasefire.": "partyTo",
    "Mali, Niger, Chad and Togo held elections. The two countries signed a ceasefire.": "partyTo",
    "Mali held elections. The two countries signed a ceasefire.": "partyTo",
    "Mali met Spain, and Togo met France. The two countries signed a ceasefire.": "partyTo",
}


@pytest.mark.model
def test_two_who_are_meant_are_the_pair_that_stands_out(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []
