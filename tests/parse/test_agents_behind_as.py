"""Who does what a passive says behind "as", and what stands "by" a noun of doing."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("He was described as a hero by the king.", "by", "agent described"),
        (
            "Jesus is not accepted as the son by Muslims, who maintain that he was human.",
            "maintain",
            "relcl Muslims",
        ),
        ("The raid was seen as an attack by rebels.", "by", "prep attack"),
        ("They described him as a hero by nature.", "by", "prep hero"),
    ],
)
def test_who_acts_hangs_on_the_passive(extractor: Extractor, text: str, word: str, place: str) -> None:
    assert tree(extractor, text)[word] == place
