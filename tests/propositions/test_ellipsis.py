"""What a verb says of others without being said again: of them the same, or the contrary."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document, Polarity

# Of whom a sentence says what of what; "!" stands before those of whom it is denied.
SAID = [
    ("Sudan claims the Halaib Triangle, as does Egypt.", "Sudan|Egypt", "claims", "Halaib Triangle"),
    (
        "Abkhazia is recognised by Russia, as is South Ossetia.",
        "Russia",
        "recognizes",
        "Abkhazia|South Ossetia",
    ),
    ("Serbia refuses to recognise Kosovo, and so does Spain.", "!Serbia|!Spain", "recognizes", "Kosovo"),
    ("Spain does not recognise Kosovo, nor does Greece.", "!Spain|!Greece", "recognizes", "Kosovo"),
    (
        "Malta has recognised Kosovo, and so have Libya and Jordan.",
        "Malta|Libya|Jordan",
        "recognizes",
        "Kosovo",
    ),
    (
        "Germany recognises Kosovo, while Spain and India do not.",
        "Germany|!Spain|!India",
        "recognizes",
        "Kosovo",
    ),
    ("Germany recognised Kosovo; Greece did not.", "Germany|!Greece", "recognizes", "Kosovo"),
    (
        "Nauru recognised Abkhazia, but Belarus has declined to do so.",
        "Nauru|!Belarus",
        "recognizes",
        "Abkhazia",
    ),
    (
        "Colombia has a claim to Serranilla Bank, as does Jamaica.",
        "Colombia|Jamaica",
        "claims",
        "Serranilla Bank",
    ),
    (
        "Kosovo is recognised by Italy, but not by Greece or India.",
        "Italy|!Greece|!India",
        "recognizes",
        "Kosovo",
    ),
    ("Algeria recognised Palestine but not Kosovo.", "Algeria", "recognizes", "Palestine|!Kosovo"),
    (
        "Slovenia rather than Croatia administers Sveta Gera.",
        "Slovenia|!Croatia",
        "administers",
        "Sveta Gera",
    ),
    (
        "Turkey and Armenia, as well as Georgia, signed the Treaty of Kars.",
        "Turkey|Armenia|Georgia",
        "partyTo",
        "Treaty of Kars",
    ),
    (
        "Nicaragua recognised Palestine and Abkhazia, as well as South Ossetia.",
        "Nicaragua",
        "recognizes",
        "Palestine|Abkhazia|South Ossetia",
    ),
    (
        "Paraguay recognises Taiwan, as do Guatemala and Belize.",
        "Paraguay|Guatemala|Belize",
        "recognizes",
        "Taiwan",
    ),
    (
        "Abyei lies between Sudan and South Sudan, both of which claim it.",
        "Sudan|South Sudan",
        "claims",
        "Abyei",
    ),
    ("Russia recognised Abkhazia, followed by Nauru.", "Russia|Nauru", "recognizes", "Abkhazia"),
    (
        "Croatia declared independence from Yugoslavia, followed by Bosnia in 1992.",
        "Croatia|Bosnia and Herzegovina",
        "declaredIndependenceFrom",
        "Yugoslavia",
    ),
    ("Russia recognised Abkhazia, followed in May by Nauru.", "Russia|Nauru", "recognizes", "Abkhazia"),
    ("Malta has recognised Kosovo, followed by talks in Pristina.", "Malta", "recognizes", "Kosovo"),
    # a verb of its own, a condition, the same once more, what is well known
    ("Russia annexed Crimea, but Ukraine has not given up hope.", "Russia", "annexed", "Crimea"),
    ("Ireland would claim Rockall if Britain did not.", "Ireland", "claims", "Rockall"),
    ("Japan claims the Kuril Islands, as it did before the war.", "Japan", "claims", "Kuril Islands"),
    ("Argentina claims the Falklands, as is well known.", "Argentina", "claims", "Falkland Islands"),
    ("Turkey invaded Cyprus while Greece was in turmoil.", "Cyprus", "clashesWith", "Turkey"),
    ("China claims the Paracels and does business with Vietnam.", "China", "claims", "Paracel Islands"),
]


@pytest.mark.model
def test_what_is_said_of_one_is_said_of_the_other_or_denied(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=text, text=text) for text, *_ in SAID)
    found = {reading.document.text: {_line(a) for a in reading.assertions} for reading in readings}
    assert found == {text: _expected(*said) for text, *said in SAID}


def _line(assertion: Assertion) -> str:
    denied = " not" if assertion.polarity is Polarity.NEGATIVE else ""
    return f"{assertion.subject.label} {assertion.predicate} {assertion.object.label}{denied}"


def _expected(subjects: str, predicate: str, objects: str) -> set[str]:
    pairs = [(s, o) for s in subjects.split("|") for o in objects.split("|")]
    return {f"{s.strip('!')} {predicate} {o.strip('!')}{' not' if '!' in s + o else ''}" for s, o in pairs}
