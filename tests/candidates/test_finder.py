"""Names of several bearers are weighed, all others are left as the gazetteer finds them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.candidates import NameFinder
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document, Mention

GAZETTEER = Gazetteer.load()
FINDER = NameFinder(GAZETTEER)


def find(text: str, title: str | None = None, finder: NameFinder = FINDER) -> tuple[Mention, ...]:
    return finder.find(Document(id="any", text=text, title=title), text)


def only(text: str, title: str | None = None, finder: NameFinder = FINDER) -> Mention:
    (mention,) = find(text, title, finder)
    return mention


def test_names_with_one_bearer_are_not_weighed() -> None:
    text = "Japan claims Kunashir."
    assert find(text) == GAZETTEER.find(text)
    assert not any(mention.candidates for mention in find(text))


def test_candidates_stand_best_first_and_their_scores_are_sums() -> None:
    candidates = only("Georgia chose a new senator.").candidates
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
    assert candidates[0].score == sum(weight for _, weight in candidates[0].parts)


def test_every_part_of_a_score_has_words_and_a_weight() -> None:
    for candidate in only("In 1956 Moscow offered two islands.").candidates:
        assert all(name and weight for name, weight in candidate.parts)


def test_the_title_tells_what_a_name_means() -> None:
    text = "Congo closed the border."
    assert only(text, "Brazzaville swears Sassou Nguesso in again").entity.id == "republic-of-the-congo"
    assert only(text).entity.id == "democratic-republic-of-the-congo"


def test_the_same_name_is_told_by_what_it_is_called_elsewhere_in_the_text() -> None:
    text = "The storm turned towards Georgia. Rivers rose.\nThe state of Georgia closed its schools."
    assert [mention.entity.known for mention in find(text)] == [False, False]


def test_what_is_left_open_keeps_its_candidates() -> None:
    mention = only("The Treaty of Paris was signed.")
    assert not mention.entity.known
    assert {entity.id for entity in mention.entity.candidates} >= {
        "treaty-of-paris-1763",
        "treaty-of-paris-1898",
    }


def test_a_homonym_is_unknown_and_has_a_label_of_its_own() -> None:
    entity = only("ATLANTA, Georgia — The governor signed the budget.").entity
    assert (entity.known, entity.label) == (False, "Georgia (US state)")


def test_a_person_is_no_mention() -> None:
    assert find("Denzel Washington and Michael Jordan sat beside Chad Miller.") == ()


def test_a_user_s_own_name_is_not_weighed(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("id\tname\ttype\ngeorgia-farm\tGeorgia\tTerritory\n", encoding="utf-8")
    finder = NameFinder(Gazetteer.load(table))
    mention = only("The state of Georgia chose a senator.", finder=finder)
    assert (mention.entity.id, mention.candidates) == ("georgia-farm", ())


@pytest.mark.parametrize("text", ["", " ", "Georgia", "Georgia, Georgia, Georgia", "\n\nMoscow\n"])
def test_bare_names_are_no_trouble(text: str) -> None:
    find(text)


SOME_WORDS = (
    """Georgia Jordan Moscow Congo the The in 1956 1985, Atlanta Tbilisi . , Mr. Chad said state of river"""
)
WORDS = st.sampled_from([*SOME_WORDS.split(), "\n"])


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_what_is_found_are_names_of_the_gazetteer_and_the_same_each_time(text: str) -> None:
    spans = {mention.span for mention in GAZETTEER.find(text)}
    found = find(text)
    assert {mention.span for mention in found} <= spans
    assert found == NameFinder(GAZETTEER).find(Document(id="any", text=text), text)
