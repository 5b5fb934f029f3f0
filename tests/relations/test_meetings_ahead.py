"""Meetings that are planned, and those that have been."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Modality

pytestmark = pytest.mark.model

HOST = "Turkish Prime Minister Recep Tayyip Erdogan"


def modality_of(extractor: Extractor, text: str) -> Modality:
    """Give whether the one meeting of a text is planned."""
    (reading,) = extractor.read([Document(id="x", text=text)])
    (meeting,) = [a for a in reading.assertions if a.predicate == "metWith"]
    return meeting.modality


@pytest.mark.parametrize(
    "words",
    [
        f"will visit Skopje before meeting {HOST}",
        f"is to visit Skopje before holding talks with {HOST}",
        f"is due to visit Skopje before flying to Ankara and meeting {HOST}",
        f"is due in Istanbul Tuesday for talks with {HOST}",
    ],
    ids=["will", "is-to", "due-to", "due-for"],
)
def test_meeting_is_ahead_where_what_goes_before_it_is(extractor: Extractor, words: str) -> None:
    text = f"Greek Prime Minister Costas Karamanlis {words}."
    assert modality_of(extractor, text) is Modality.POSSIBLE


@pytest.mark.parametrize(
    "words",
    [
        f"visited Skopje before meeting {HOST}",
        f"was able to visit Skopje before meeting {HOST}",
        f"will visit Skopje after meeting {HOST}",
    ],
    ids=["done", "was-able", "after"],
)
def test_meeting_has_been_where_nothing_tells_that_it_is_ahead(extractor: Extractor, words: str) -> None:
    text = f"Greek Prime Minister Costas Karamanlis {words}."
    assert modality_of(extractor, text) is Modality.ACTUAL
