"""Names of other languages stand in English texts: those of other scripts are found, English words are not."""

from pathlib import Path

import pytest
import spacy

from kgraph.gazetteer import Gazetteer, read_knowledge
from kgraph.gazetteer.matching import key_of
from kgraph.models import DEFAULT_MODELS

GAZETTEER = Gazetteer.load()


def found(text: str) -> list[str]:
    return [mention.entity.id for mention in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Southern Kurils (Южные Курилы)", ["southern-kuril-islands", "southern-kuril-islands"]),
        ("what Tokyo calls 北方領土", ["japan", "southern-kuril-islands"]),
        ("«ЮЖНЫЕ КУРИЛЫ»", ["southern-kuril-islands"]),
        ("Япония и 日本, Ιαπωνία", ["japan", "japan", "japan"]),
        ("독도 (Dokdo)", ["liancourt-rocks", "liancourt-rocks"]),
        ("called الصحراء الغربية in Arabic", ["western-sahara"]),
        ("竹島の領有権", ["liancourt-rocks"]),  # Japanese writes no spaces, but changes its script
        ("在黄岩岛 and at sea", []),  # Chinese neither: no word ends here that we know of
    ],
)
def test_names_in_other_scripts_are_found(text: str, ids: list[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "a Litany of complaints",
        "The Europa League",
        "An Island in the Stream",
        "Chili is hot",
        "Fas, Bi, Nga, Sec",
    ],
)
def test_english_words_are_no_names_of_another_language(text: str) -> None:
    assert found(text) == []


def test_derived_name_in_our_alphabet_is_known_but_not_looked_for() -> None:
    assert GAZETTEER.by_name("Island") == GAZETTEER.find("Island") == ()
    assert [entry.entity.id for entry in GAZETTEER.look_up("Island")] == ["iceland"]
    assert [entry.entity.id for entry in GAZETTEER.by_name("Исландия")] == ["iceland"]


def test_users_own_name_is_found_even_where_it_is_such_a_word(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("id\tname\nlawa-headwaters\tLitany\n", encoding="utf-8")
    assert [m.entity.id for m in Gazetteer.load(path).find("the Litany")] == ["lawa-headwaters"]


@pytest.mark.model
def test_no_name_of_another_language_is_an_english_word() -> None:
    """Such a name belongs into lookalikes.tsv, or is known as an English name too.

    English are the words of WordNet, which the language model has for its lemmas, that are common enough for the
    model to know.
    """
    nlp = spacy.load(DEFAULT_MODELS[0], enable=["lemmatizer", "tagger", "attribute_ruler"])
    lemmas = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    english = {word for words in lemmas.values() for word in words if word in nlp.vocab.strings}
    knowledge = read_knowledge()
    looking_english = set()
    for entry in knowledge.entries.values():
        said = {key_of(name.text) for name in entry.names if name.lang in (None, "en")}
        keys = {name.text: key_of(name.text) for name in entry.names if not name.derived}
        looking_english |= {name for name, key in keys.items() if key in english and key not in said}
    assert sorted(looking_english - {*knowledge.lookalikes}) == []
