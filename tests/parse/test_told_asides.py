"""Asides that tell what the name before them was, and when."""

import pytest
from plans import tree

from kgraph.extraction import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "In Malta, then a British colony, people voted.",
            {"colony": "appos Malta", "people": "nsubj voted"},
        ),
        (
            "Kosovo, at the time part of Serbia, has two airports.",
            {"part": "appos Kosovo", "at": "prep part", "time": "pobj at"},
        ),
        (
            "Gabon, until 1960 a colony of France, has two ports.",
            {"colony": "appos Gabon", "until": "prep colony", "1960": "pobj until"},
        ),
        (
            "The ship left Nauru, then ruled by Australia, on Monday.",
            {"ruled": "acl Nauru", "on": "prep left"},
        ),
        (
            "Hatay, since 1921 under French rule, has two ports.",
            {"under": "prep Hatay", "since": "prep under", "has": "ROOT has"},
        ),
        ("In Ifni, held by Spain, people protested.", {"held": "acl Ifni", "In": "prep protested"}),
        (
            "On the island, then under French rule, people voted.",
            {"under": "prep island", "On": "prep voted"},
        ),
        ("Olivenza was at that time claimed by Portugal.", {"was": "auxpass claimed", "at": "prep claimed"}),
        ("Ifni was held by Spain, claimed by Morocco.", {"claimed": "conj held"}),
        ("In Varosha, a town occupied by Turkey, people protested.", {"town": "appos Varosha"}),
        ("In Japan, a town was hit by a storm.", {"town": "nsubjpass hit"}),
        (
            "Mischief Reef, claimed by China, Taiwan and Vietnam, lies in the eastern Spratlys.",
            {"claimed": "acl Reef", "Taiwan": "conj China", "lies": "ROOT lies"},
        ),
        # what a list goes on with, and what tells of no place
        ("In May, then a quiet month, Poland voted.", {"month": "npadvmod voted"}),
    ],
)
def test_an_aside_hangs_on_the_name_before_it(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
