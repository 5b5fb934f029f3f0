"""Who in office is taken up without his name, in whole sentences: of several, of those without a name."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

KURILS = "Russia occupied the Kuril Islands in 1945"


def read(extractor: Extractor, text: str) -> set[tuple[str, str, str, str]]:
    """Give what is said to be so, each with whose word it is."""
    (reading,) = extractor.read([Document(id="x", text=text)])
    return {
        (a.subject.label, a.predicate, a.object.label, a.attribution.label if a.attribution else "")
        for a in reading.assertions
        if a.predicate != "represents"
    }


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        ("The Japanese foreign minister came to Geneva.", "The minister", "Japan"),
        ("The president of Georgia came to Geneva. Spain sent observers.", "He", "Georgia"),
        ("The conference was opened by a Thai general. Spain sent observers.", "The general", "Thailand"),
        ("Gen. Prem Tinsulanonda, commander of the Thai army, came.", "The general", "Prem Tinsulanonda"),
        ("Japanese Deputy Foreign Minister Shinsuke Sugiyama came.", "The official", "Shinsuke Sugiyama"),
        (
            "A Thai official came. Shinsuke Sugiyama, Japan's deputy minister, left.",
            "The official",
            "Thailand",
        ),
        ("Sergei Lavrov, Russia's minister, left. A Thai minister came.", "The minister", "Thailand"),
    ],
    ids=["minister", "he-over-others", "after-by", "rank", "any-official", "same-word", "told-of-since"],
)
def test_official_is_taken_up_with_a_name_or_without(
    extractor: Extractor, before: str, speaker: str, expected: str
) -> None:
    assert read(extractor, f"{before} {speaker} said that {KURILS}.") == {
        ("Russia", "occupies", "Kuril Islands", expected)
    }


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Georgian President Mikheil Saakashvili was in Paris.", {"Mikheil Saakashvili"}),
        ("Presidents Mikheil Saakashvili of Georgia and Ilham Aliyev of Azerbaijan were in Paris.", set()),
    ],
    ids=["the-other", "either-of-two"],
)
def test_who_is_met_is_not_who_meets_him(extractor: Extractor, before: str, expected: set[str]) -> None:
    found = read(extractor, f"{before} Russian President Vladimir Putin received the president in Moscow.")
    met = {e for s, p, o, _ in found if p == "metWith" for e in (s, o)}
    assert met - {"Vladimir Putin"} == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            "President Ilham Aliyev left. President Mikheil Saakashvili of Georgia came.",
            "Mikheil Saakashvili",
        ),
        ("President Ilham Aliyev of Azerbaijan met President Mikheil Saakashvili.", "Ilham Aliyev"),
    ],
    ids=["nearest", "subject"],
)
def test_of_several_the_nearest_is_taken_up_and_there_the_subject(
    extractor: Extractor, before: str, expected: str
) -> None:
    found = read(extractor, f"{before} The president said that {KURILS}.")
    assert ("Russia", "occupies", "Kuril Islands", expected) in found


@pytest.mark.parametrize(
    ("before", "two"),
    [
        ("Thai Prime Minister Chuan Leekpai came. The minister met Cambodian leader Hun Sen.", "The two men"),
        ("The Thai foreign minister met his Cambodian counterpart.", "The two ministers"),
        (
            "The Danish ambassador sat by. The Thai minister met Cambodian Prime Minister Hun Sen.",
            "Both officials",
        ),
        (
            "Thai leader Chuan Leekpai came. The Danish ambassador sat by. He met Cambodia's leader, Hun Sen.",
            "The two leaders",
        ),
    ],
    ids=["taken-up", "without-names", "one-without-a-name", "another-told-of"],
)
def test_two_talk_for_their_states(extractor: Extractor, before: str, two: str) -> None:
    found = read(extractor, f"{before} {two} discussed the status of Preah Vihear.")
    assert [{s, o} for s, p, o, _ in found if p == "negotiatesWith"] == [{"Thailand", "Cambodia"}]


def test_two_men_of_whom_nothing_is_told_act_for_nobody(extractor: Extractor) -> None:
    text = "The Thai minister met reporters. The two men discussed the status of Preah Vihear."
    assert not [p for _, p, _, _ in read(extractor, text) if p == "negotiatesWith"]
