"""What can give no assertion is not parsed, and nothing is different for it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.extraction import Extractor
from kgraph.extraction.prefilter import WordTable
from kgraph.model import Document, Reading
from kgraph.parse import Passage, parse_parts
from kgraph.parse.network.analysis import lemmas_of
from kgraph.parse.units import find_units
from kgraph.reading import read_sources
from kgraph.records import to_records
from kgraph.relations import package_wordings
from kgraph.resources import DATA

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def plain(extractor: Extractor) -> Extractor:
    """An extractor that parses everything."""
    return Extractor(gazetteer=extractor.gazetteer, prefilter=False)


@pytest.fixture(scope="module")
def table(extractor: Extractor) -> WordTable:
    lemmas = lemmas_of(extractor.nlp)
    assert lemmas is not None
    return WordTable(package_wordings(), lemmas)


def told(reading: Reading) -> object:
    account = (reading.sentences, reading.sentences_with_assertion, reading.unread)
    return reading.document.id, account, list(to_records(reading))


def case_texts() -> Iterator[Document]:
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            yield Document(id=f"{path.stem}:{number}", text=row["text"], title=row.get("title"))


def strung(documents: list[Document], size: int) -> Iterator[Document]:
    """Make articles of samples: what one gives must not hang on what is read of the others."""
    for first in range(0, len(documents), size):
        some = documents[first : first + size]
        yield Document(id=some[0].id, text=" ".join(document.text for document in some))


def test_demo_gives_the_same_with_and_without(extractor: Extractor, plain: Extractor) -> None:
    documents = list(read_sources([str(DATA / "demo")], on_reject=print))
    assert [told(r) for r in extractor.read(documents)] == [told(r) for r in plain.read(documents)]


def test_samples_give_the_same_with_and_without(extractor: Extractor, plain: Extractor) -> None:
    samples = list(case_texts())
    documents = [*samples[::3], *strung(samples, 7)]
    for one, other in zip(extractor.read(documents), plain.read(documents), strict=True):
        assert told(one) == told(other)


# -- what is read of a text ------------------------------------------------------------------------------------------


def read_units(extractor: Extractor, text: str) -> list[str]:
    """List the units of a text that are parsed."""
    found = parse_parts(
        [Document(id="any", text=text)],
        extractor.nlp,
        extractor.find_names,
        sieve=extractor.prefilter,
        whole=False,
    )
    (part,) = found
    tagged = {part.unit_at(token.idx) for token in part.doc if token.tag_}
    return [part.text[part.units[n].start : part.units[n].end].strip() for n in sorted(tagged)]


def test_text_that_can_give_nothing_is_not_parsed(extractor: Extractor) -> None:
    assert read_units(extractor, "The cake was good. Anna ate it with pleasure, and the cat slept.") == []


def test_where_one_sentence_can_give_something_all_are_parsed(extractor: Extractor) -> None:
    text = "The cake was good. Japan claims Kunashir. Anna ate."
    assert read_units(extractor, text) == ["The cake was good.", "Japan claims Kunashir.", "Anna ate."]


@pytest.mark.parametrize(
    ("near_miss", "sample"),
    [
        ("Kenya attacked a position that Japan liked.", "Kenya attacked a position of Japan."),
        ("Kenya returned a cake of Japan to Uganda.", "Kenya returned an island of Japan to Uganda."),
        ("Japan is a party to its treaty cakes.", "Japan is a party to its treaty."),
    ],
)
def test_text_is_read_where_both_arguments_may_be_told(
    extractor: Extractor, near_miss: str, sample: str
) -> None:
    cake = "The cake was good."
    assert read_units(extractor, f"{cake} {near_miss}") == []
    assert read_units(extractor, f"{cake} {sample}") == [cake, sample]


@pytest.mark.parametrize("day", ["Sunday", "Monday", "on Sunday"])
def test_day_is_no_object_though_names_are_looked_for_later(
    extractor: Extractor, plain: Extractor, day: str
) -> None:
    text = f"Thai soldiers clashed {day} with Cambodian troops near Preah Vihear."
    for reader in (extractor, plain):
        (reading,) = reader.read([Document(id="a", text=text)])
        assert [said.predicate for said in reading.assertions] == ["clashesWith"]


def test_two_states_of_one_name_are_parties_though_neither_is_named(
    extractor: Extractor, plain: Extractor
) -> None:
    for reader in (extractor, plain):
        (reading,) = reader.read([Document(id="a", text="Two Koreas clashed at sea.")])
        found = [(said.subject.label, said.object.label) for said in reading.assertions]
        assert found == [("North Korea", "South Korea")]


def test_of_who_is_in_office_only_what_says_so_is_parsed(extractor: Extractor) -> None:
    text = "The cake was good. Russian Foreign Minister Sergei Lavrov smiled. The cat slept."
    assert read_units(extractor, text) == ["Russian Foreign Minister Sergei Lavrov smiled."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S. Senator Murray smiled. The cake was good. Patty Murray ate it.", "Patty Murray"),
        ("A top Russian lawmaker is smiling. Vyacheslav Volodin told a joke.", "Vyacheslav Volodin"),
    ],
)
def test_of_who_is_in_office_the_full_name_is_looked_for_too(
    extractor: Extractor, plain: Extractor, text: str, name: str
) -> None:
    document = Document(id="any", text=text)
    (one,), (other,) = extractor.read([document]), plain.read([document])
    assert [(said.subject.label, said.predicate) for said in one.assertions] == [(name, "represents")]
    assert told(one) == told(other)
    assert "The cake was good." not in read_units(extractor, text)


def test_full_names_of_those_in_no_office_are_not_looked_for(extractor: Extractor) -> None:
    assert read_units(extractor, "The cake was good. Patty Murray ate it.") == []


def test_second_name_in_brackets_has_the_text_parsed(extractor: Extractor) -> None:
    assert read_units(extractor, "The ferry to Kunashir (Kunashiri) smells.") != []


@pytest.mark.parametrize("form", ["claims", "claimed", "Claiming", "CLAIM", "counterclaims"])
def test_word_is_known_in_each_of_its_forms(table: WordTable, form: str) -> None:
    assert table.suspects([f"Japan {form} to it."], [()], titled=False) == [True]


def test_words_without_a_trigger_make_no_suspect(table: WordTable) -> None:
    assert table.suspects(["Japan smiles.", ""], [(), ()], titled=False) == [False, False]


def test_what_is_asked_beside_the_trigger_must_stand_there(table: WordTable) -> None:
    both = ["Japan maintained trade.", "Japan maintained a truce."]
    assert table.suspects(both, [(), ()], titled=False) == [False, True]


def table_of(wording: str, extractor: Extractor) -> WordTable:
    """Make the table of one wording of the package."""
    lemmas = lemmas_of(extractor.nlp)
    assert lemmas is not None
    return WordTable([each for each in package_wordings() if each.id == wording], lemmas)


@pytest.mark.parametrize(
    ("wording", "near_miss", "sample"),
    [
        ("taken-from", "Petsamo was acquired by them.", "Petsamo was acquired from them."),  # a preposition
        (
            "withdraw-from-place",
            "They pulled it from the port.",
            "They pulled back from the port.",
        ),  # a particle
        (
            "award-by-decision",
            "A prize was awarded to him.",
            "The court awarded it to him.",
        ),  # a body that decides
        ("party-to", "They are a party to the bill.", "They are a party to the treaty."),  # an instrument
    ],
)
def test_what_leads_to_an_argument_must_stand_there(
    extractor: Extractor, wording: str, near_miss: str, sample: str
) -> None:
    table = table_of(wording, extractor)
    assert table.suspects([near_miss, sample], [(), ()], titled=False) == [False, True]


def test_title_may_stand_for_what_the_words_do_not_tell(extractor: Extractor) -> None:
    table = table_of("taken-from", extractor)
    assert table.suspects(["Acquired in 1944."], [()], titled=True) == [True]
    assert table.suspects(["Acquired in 1944."], [()], titled=False) == [False]


def test_state_is_told_by_its_own_name(extractor: Extractor) -> None:
    text = "Crimea is Ukraine."
    place, state = extractor.find_names(Document(id="any", text=text), text)
    named = [(place, state), (place,), (state,)]
    table = table_of("is-the-state", extractor)
    assert table.suspects([text] * 3, named, titled=False) == [True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "Japan took the page. It claims Kunashir. The cake was good.",
        "Russia seized the islands. The Kurils are cold. Japan wants them back, and it claims them.",
        "Finland was glad. Petsamo was acquired by it. Petsamo was acquired from it by the Soviet Union.",
        "The minister of Kenya ate cake. He met the president of Uganda. They held talks with the rebels.",
    ],
)
def test_what_is_left_out_does_not_change_its_neighbors(
    extractor: Extractor, plain: Extractor, text: str
) -> None:
    document = Document(id="any", text=text)
    assert [told(r) for r in extractor.read([document])] == [told(r) for r in plain.read([document])]


def test_claim_of_the_sentence_before_is_taken_up(extractor: Extractor, plain: Extractor) -> None:
    text = "Japan's claim to Kunashir is old. Russia rejects that claim."
    document = Document(id="any", text=text)
    assert [told(r) for r in extractor.read([document])] == [told(r) for r in plain.read([document])]


def test_what_the_sentence_before_tells_is_taken_up(extractor: Extractor, plain: Extractor) -> None:
    text = "Israel approved 500 new homes in East Jerusalem. Norway condemned the decision."
    document = Document(id="any", text=text)
    (reading,) = extractor.read([document])
    assert [a.predicate for a in reading.assertions] == ["rejectsClaimOf"]
    assert [told(reading)] == [told(r) for r in plain.read([document])]


def test_words_of_an_own_wording_are_in_the_table(tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / "own.toml").write_text(
        """
        [[wording]]
        id = "covets-loudly"
        predicate = "claims"
        trigger = ["bellow"]
        kind = "verb"
        subject = "subject"
        object = "for"
        example = "Japan bellowed for Kunashir."
        gives = ["Japan | claims | Kunashir"]
        """,
        encoding="utf-8",
    )
    own = Extractor(gazetteer=extractor.gazetteer, wordings=[tmp_path])
    (reading,) = own.read([Document(id="any", text="Japan bellowed for Kunashir.")])
    assert [assertion.predicate for assertion in reading.assertions] == ["claims"]


def test_every_trigger_makes_a_suspect_by_its_own_form(table: WordTable, extractor: Extractor) -> None:
    """Each wording's own example passes, so that no wording can be forgotten."""
    for wording in package_wordings():
        text = wording.example
        mentions = extractor.find_names(Document(id="any", text=text), text)
        units = find_units(text, [mention.span for mention in mentions])
        passage = Passage(Document(id="any", text=text), 0, text, mentions, units, [mentions for _ in units])
        assert extractor.prefilter.suspects(passage), wording.id
