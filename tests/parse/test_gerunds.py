"""Participles and gerunds with those who do what they say, be they behind a preposition or another clause."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # who does it stands behind a preposition
        ("The decade ended with Eritrea claiming the town of Badme.", "Eritrea", "nsubj claiming"),
        ("The decade ended with Eritrea claiming the town of Badme.", "claiming", "pcomp with"),
        ("The war led to Serbia losing Kosovo.", "Serbia", "nsubj losing"),
        ("The talks resulted in Spain recognising Kosovo.", "Spain", "nsubj recognising"),
        ("Spain sent envoys with the aim of annexing Ceuta.", "aim", "pobj with"),
        # and so does a second one
        (
            "Tension rose, with Armenia claiming Shusha and Azerbaijan holding it.",
            "Azerbaijan",
            "nsubj holding",
        ),
        ("Tension rose, with Armenia claiming Shusha and Azerbaijan holding it.", "Shusha", "dobj claiming"),
        (
            "With Russia controlling Crimea and Ukraine claiming it, no vote was held.",
            "Ukraine",
            "nsubj claiming",
        ),
        ("Tension rose, with Russia arming Abkhazia and Ossetia fighting.", "Ossetia", "nsubj fighting"),
        ("The talks went on despite Israel annexing the plateau.", "Israel", "nsubj annexing"),
        (
            "The year ended with Japanese Prime Minister Shinzo Abe holding talks with NATO in Nagato.",
            "Abe",
            "nsubj holding",
        ),
        (
            "The year ended with Japanese Prime Minister Shinzo Abe holding talks with NATO in Nagato.",
            "talks",
            "dobj holding",
        ),
        ("Togo signed a treaty with Benin ending the war.", "Benin", "pobj with"),
        ("Togo has met with Benin, seeking a treaty.", "Benin", "pobj with"),
        ("Togo has complained of Benin closing the border.", "Benin", "nsubj closing"),
        ("The prospect of Benin closing the border worries Togo.", "Benin", "nsubj closing"),
        ("Togo insists on Benin closing the border.", "Benin", "nsubj closing"),
        ("The president of Benin seeking help was ill.", "Benin", "pobj of"),
        # who fights with somebody has no clause behind "with", and no fight tries to take anything
        ("Togo exchanged fire with rebels trying to capture Lome.", "rebels", "pobj with"),
        ("Togo exchanged fire with rebels trying to capture Lome.", "trying", "acl rebels"),
        ("Togo reports new clashes with rebels trying to capture Lome.", "trying", "acl rebels"),
        # a gerund behind a verb
        ("Togo denied asserting sovereignty over Benin.", "asserting", "xcomp denied"),
        ("Togo denied asserting sovereignty over Benin.", "sovereignty", "dobj asserting"),
        ("Togo denied existing claims on Benin.", "claims", "dobj denied"),
        # what goes on somewhere is a noun
        ("Days of firing between Indian and Pakistani troops killed two.", "firing", "pobj of"),
        ("Fighting in the Cenepa valley pitted Ecuador against Peru.", "Fighting", "nsubj pitted"),
        ("Fighting Peru in the valley cost Ecuador a fort.", "Fighting", "csubj cost"),
        # whose a gerund is does it
        ("Togo protested Benin's fencing the line.", "Benin", "nsubj fencing"),
        ("Togo objected to Benin's drawing a new line near Cotonou.", "Benin", "nsubj drawing"),
        ("Togo objected to Benin's drawing a new line near Cotonou.", "line", "dobj drawing"),
        ("Togo objected to Benin's building.", "Benin", "poss building"),
        # what is done beside another deed is not its subject
        ("Opposing an independent Kosovo, Serbia recalled its envoy.", "Serbia", "nsubj recalled"),
        ("Nauru, opening an embassy in Sukhumi, angered Georgia.", "opening", "acl Nauru"),
        ("Nauru, suing Japan over the port, angered Georgia.", "suing", "advcl angered"),
        # nor does it stand for a preposition
        ("Togo denied regarding Benin as one of its regions.", "Benin", "dobj regarding"),
        ("Togo denied regarding Benin as one of its regions.", "as", "prep regarding"),
        ("Togo issued a note regarding Benin as well.", "Benin", "pobj regarding"),
        ("Recognising the republic would be a mistake.", "Recognising", "csubj be"),
        # a participle before a name is none
        ("Backing Azerbaijan in the war, Turkey sent drones.", "Azerbaijan", "dobj Backing"),
    ],
)
def test_participle_has_its_place_and_its_subject(
    extractor: Extractor, text: str, word: str, place: str
) -> None:
    assert tree(extractor, text)[word] == place
