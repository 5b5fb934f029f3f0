"""A text explained step by step: what was read, what it gives, and what was missing where it gives nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.errors import ModelMissingError
from kgraph.extraction import Extractor
from kgraph.extraction.misses import KINDS
from kgraph.extraction.trace import explain_text
from kgraph.relations import package_wordings

pytestmark = pytest.mark.model
Explain = Callable[..., str]


@pytest.fixture
def explain(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Explain:
    """Give the explainer with the one extractor of the tests: its own takes over a second each time."""
    monkeypatch.setattr("kgraph.extraction.trace.Extractor", lambda **_: extractor)
    return explain_text


def section(told: str, name: str) -> list[str]:
    """Give the lines under the first heading of this name, without their indent."""
    lines = told.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith(f"  {name} ")), len(lines))
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith("   ")), len(lines))
    return [line[16:].strip() for line in lines[start:end]]


def test_missing_model_is_an_error_of_the_user() -> None:
    with pytest.raises(ModelMissingError):
        explain_text("Japan claims Kunashir.", model="xx_no_model")


def test_every_step_of_a_sentence_is_told(explain: Explain) -> None:
    told = explain("Japan claims Kunashir.")
    assert told.splitlines()[0] == "Japan claims Kunashir."
    assert section(told, "parse") == ["claims VBZ ROOT", "Japan NNP nsubj", "Kunashir NNP dobj", ". . punct"]
    assert section(told, "names") == [
        "Japan = Japan (State, by its name)",
        "Kunashir = Kunashir (Territory, by its name)",
    ]
    assert section(told, "propositions") == ["Japan | claims | Kunashir"]
    said, rule, qualifiers, subject, object_ = section(told, "assertion")
    assert said == "Japan claims Kunashir"
    assert rule.startswith("by claim-verb on “claims”, confidence 0.")
    assert qualifiers == "positive, actual"
    assert (subject, object_) == ("subject: Japan, “Japan”", "object: Kunashir, “Kunashir”")


def test_qualifiers_are_told_with_the_words_that_decided_and_their_scope(explain: Explain) -> None:
    lines = section(explain("Moscow said that Japan never claimed Kunashir in 1990."), "assertion")
    assert "negative, actual, in the words of Russia, time 1990" in lines
    assert "denied by “never”, which reaches over “claimed”" in lines
    assert "said by “said”, which reaches over “said” > “claimed”" in lines


def test_possibility_reaches_down_from_the_verb_above(explain: Explain) -> None:
    lines = section(explain("Chile plans to annex Kunashir."), "assertion")
    assert "positive, possible" in lines
    assert "possible by “plans”, which reaches over “plans” > “annex”" in lines


def test_qualifier_of_the_wording_itself_is_told(explain: Explain) -> None:
    lines = section(explain("Russia withdrew its troops from Georgia."), "assertion")
    assert any("negative" in line for line in lines[2:3])
    assert "negative by the wording itself" in lines


def test_what_a_relation_is_about_is_told(explain: Explain) -> None:
    told = explain("Japan and Russia disagree over Kunashir.")
    assert section(told, "assertion")[0] == "Japan disputesWith Russia, about Kunashir"


def test_person_is_told_with_office_and_state(explain: Explain) -> None:
    told = explain("Russian Foreign Minister Sergei Lavrov claimed Kunashir.")
    assert "Sergei Lavrov = a person (Foreign Minister of Russia)" in section(told, "names")


def test_candidates_of_a_name_are_told_with_what_speaks_for_them(explain: Explain) -> None:
    line, *candidates = section(explain("It rained in Georgia from Savannah to Atlanta."), "names")
    assert line == "Georgia = Georgia (US state), not known; it could be:"
    assert (
        candidates[0].strip()
        == "4.60 Georgia (US state): us state +2.2, Savannah near it +1.2, Atlanta near it +1.2"
    )
    assert candidates[1].strip() == "3.00 Georgia: by its name +2.0, sovereign +1.0"


def test_a_name_that_is_left_open_is_told_as_such(explain: Explain) -> None:
    line, *candidates = section(explain("They signed the Treaty of Paris."), "names")
    assert line == "Treaty of Paris = Treaty of Paris, not known; it could be:"
    assert len(candidates) == 3


def test_references_are_told_with_what_they_mean(explain: Explain) -> None:
    told = explain("Japan and Russia met in 2019. They dispute Kunashir.")
    assert section(told.split("\n\n")[1], "references") == ["They = Japan, Russia"]


def test_pronoun_that_means_nothing_known_is_told(explain: Explain) -> None:
    assert section(explain("They claimed Kunashir."), "references") == ["They = not resolved"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("It snowed in Japan.", "no trigger: no wording looks for any of its verbs and nouns"),
        ("The clerk slept.", "no state, territory, body or person is named that kgraph knows"),
        ("They claimed Kunashir.", "claim-verb: its subject “They” is not resolved"),
        ("Japan annexed a dream.", "its object “dream” is not linked: no place that the gazetteer knows"),
        (
            "NATO annexed the United Nations.",
            "is of another kind: United Nations (Organization) is no place",
        ),
        ("Japan claimed damages.", "claim-verb: excluded by unless: its object is “damages”"),
        ("Kunashir was annexed in 1945.", "its subject is missing (looked for as subject"),
    ],
)
def test_what_was_missing_is_said(explain: Explain, text: str, missing: str) -> None:
    told = explain(text)
    assert missing in "\n".join(section(told, "nothing"))
    assert section(told, "assertion") == []


def test_each_type_of_an_argument_has_its_words() -> None:
    types = {type_ for w in package_wordings() for type_ in (w.subject_type, w.object_type)}
    assert types <= KINDS.keys()


def test_one_of_a_pair_is_said(explain: Explain) -> None:
    told = explain("The border between Chile and the sea was delimited.")
    assert "only one of a pair is named: Chile" in "\n".join(section(told, "nothing"))


def test_trigger_that_reads_nothing_is_told_beside_what_was_read(explain: Explain) -> None:
    told = explain("Japan claims Kunashir and has occupied a hotel.")
    assert section(told, "assertion")[0] == "Japan claims Kunashir"
    assert any(line.startswith("trigger “occupied”") for line in section(told, "not read"))


def test_rejected_sentence_says_why(explain: Explain) -> None:
    assert section(explain("Japan claims Kunashir.\n*** 1956 ***"), "rejected") == ["no letters"]


def test_each_sentence_is_told_apart(explain: Explain) -> None:
    told = explain("Japan claims Kunashir.\n\nIt rained.")
    claim, rain = told.split("\n\n")
    assert section(claim, "assertion")
    assert not section(rain, "assertion")
    assert section(rain, "nothing")


def test_text_without_a_sentence_tells_nothing(explain: Explain) -> None:
    assert explain("").strip() == ""
    assert explain(" \n \n").strip() == ""


def test_explanation_names_no_file(explain: Explain) -> None:
    assert str(Path.cwd()) not in explain("Japan claims Kunashir.")
