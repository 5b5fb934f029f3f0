"""Which land is meant where none is named: the one told of last that the parties are known to claim."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document
from tests.linking.linked import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "parties", "expected"),
    [
        ("Troops landed on Imia. Greece protested.", "protested", ("greece", "turkey"), "Imia"),
        ("Imia is a rock. Leros is an island. Greece protested.", "protested", ("greece", "turkey"), "Imia"),
        ("Greece, a claimant, landed on Imia.", "claimant", ("greece",), "Imia"),
        ("Imia lies in the Aegean Sea. Greece protested.", "protested", ("greece", "turkey"), "Aegean Sea"),
        (
            "Hans Island lies in the Arctic. Canada protested.",
            "protested",
            ("canada", "denmark"),
            "Hans Island",
        ),
        (
            "Argentina landed on the Falkland Islands. Troops reached Port Stanley. Britain protested.",
            "protested",
            ("argentina", "united-kingdom"),
            "Falkland Islands",
        ),
        ("The talks were held in Gibraltar.", "talks", ("spain", "united-kingdom"), None),
        # Whoever is no party to the dispute is not meant, nor is a land that one state holds in peace.
        ("Troops landed on Imia. Spain protested.", "protested", ("spain", "turkey"), None),
        ("Troops landed on Leros. Greece protested.", "protested", ("greece",), None),
        ("Greece protested. Troops landed on Imia.", "protested", ("greece", "turkey"), None),
    ],
)
def test_the_land_at_issue_is_the_last_that_all_parties_claim(
    text: str, word: str, parties: tuple[str, ...], expected: str | None, extractor: Extractor
) -> None:
    doc, linker = read(extractor, text)
    (token,) = (t for t in doc.tokens if t.text == word)
    entries = (extractor.gazetteer.get(party) for party in parties)
    found = linker.land_at_issue(token, [entry.entity for entry in entries if entry is not None])
    assert (found.entity.label if found is not None else None) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Imia", "Imia"), ("Greece and Turkey quarrel over Imia", "Imia"), ("Gibraltar", None), (None, None)],
)
def test_the_title_names_it_where_the_text_does_not(
    title: str | None, expected: str | None, extractor: Extractor
) -> None:
    document = Document(id="x", title=title, text="Greece held talks with Turkey.")
    (reading,) = extractor.read([document])
    assert [a.about.label if a.about else None for a in reading.assertions] == [expected]
