"""Forms of nouns and verbs that their endings tell."""

import pytest

from kgraph.text.inflection import singular, verb_forms


@pytest.mark.parametrize(
    ("noun", "one"),
    [("authorities", "authority"), ("forces", "force"), ("army", "army"), ("police", "police")],
)
def test_plural_becomes_singular_and_a_singular_stays(noun: str, one: str) -> None:
    assert singular(noun) == one


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("annex", ("annex", "annexes", "annexed", "annexing")),
        ("cede", ("cede", "cedes", "ceded", "ceding")),
        ("occupy", ("occupy", "occupies", "occupied", "occupying")),
        ("deploy", ("deploy", "deploys", "deployed", "deploying")),
    ],
)
def test_verb_has_its_regular_forms(lemma: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == forms
