"""Relative clauses that begin with more than a pronoun, or whose verb the model takes for a noun."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Ceuta, over which Rabat has never given up its claim, received a visit from the king.",
            {"given": "relcl Ceuta", "which": "pobj over"},
        ),
        (
            "Bougainville, from where Fiji pulled out the last of its soldiers, voted for independence.",
            {"pulled": "relcl Bougainville", "where": "pobj from"},
        ),
        (
            "Taiwan, whose government Honduras ceased to recognise in 2023, regretted the decision.",
            {"government": "dobj recognise", "Honduras": "nsubj ceased", "ceased": "relcl Taiwan"},
        ),
        (
            "Doumeira, which Eritrea controls but Djibouti claims as its own, is a small island.",
            {"controls": "relcl Doumeira", "Eritrea": "nsubj controls", "which": "dobj controls"},
        ),
        (
            "Colorado, which the Texans claimed extended to the river, was divided.",
            {"which": "nsubj extended", "extended": "ccomp claimed"},
        ),
        (
            "Japan claims a chain of islets that Russia has held since 1945.",
            {"held": "relcl chain", "that": "dobj held"},
        ),
        ("Gaza is a strip of land ruled by Hamas.", {"ruled": "acl strip"}),
        ("It shelled some of the islets held by Vietnam.", {"held": "acl islets"}),
        # what measures how far, an adverbial clause, and what "whose" has as a subject
        (
            "The base is near a frontier post a few miles from where Israeli officials met Syrian officials.",
            {"miles": "npadvmod from"},
        ),
        (
            "Japan held the Gilbert Islands, after which the chain reverted to its former status.",
            {"reverted": "advcl held"},
        ),
        (
            "Vanuatu, whose leaders met French officials on Tuesday, claims Matthew Island.",
            {"leaders": "nsubj met", "officials": "dobj met"},
        ),
    ],
)
def test_a_relative_clause_hangs_on_what_it_is_of(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
