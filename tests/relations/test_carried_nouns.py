"""What is read of a noun whose verb stands behind it, in a relative clause, a participle or a passive."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

pytestmark = pytest.mark.model

SENTENCES = {
    "An invasion of Kuwait, which Iraq ordered in August 1990, began at night.": {"Iraq clashesWith Kuwait"},
    "The invasion of Kuwait, ordered by Iraq in August 1990, began at night.": {"Iraq clashesWith Kuwait"},
    "Sanctions on Russia over Crimea, which the European Union imposed in 2014, remain in place.": {
        "European Union sanctions Russia"
    },
    "Sanctions on Russia over Crimea, which the European Union has never imposed, were discussed.": {
        "not European Union sanctions Russia"
    },
    "Sanctions against Russia, welcomed by Ukraine, remain in place.": set(),
    "The boundary agreement, signed by Chad and Niger in 1994, is in force.": {
        "Chad delimitedBoundaryWith Niger",
        "Chad partyTo boundary agreement",
        "Niger partyTo boundary agreement",
    },
    "A decree recognising Abkhazia was signed by the Russian president.": {"Russia recognizes Abkhazia"},
    "A decree recognising Abkhazia was criticised by the Georgian president.": set(),
    "Historians described the southern half of Belize, claimed by Guatemala.": {
        "Guatemala claims southern half of Belize"
    },
    "The southern half of Belize, which Guatemala claims, is sparsely populated.": {
        "Guatemala claims southern half of Belize"
    },
}


def test_noun_is_read_as_if_its_verb_stood_before_it(extractor: Extractor) -> None:
    """All in one go: a model reads many sentences hardly longer than one."""
    documents = [Document(id=str(number), text=text) for number, text in enumerate(SENTENCES)]
    found = {
        reading.document.text: {
            f"{'not ' * (a.polarity is Polarity.NEGATIVE)}{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
        }
        for reading in extractor.read(documents)
    }
    assert found == SENTENCES
