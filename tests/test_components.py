"""kgraph as components of a spaCy pipeline of the user's own."""

import datetime
import importlib.metadata
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kgraph import components
from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

TEXT = "Tokyo says that Japan never gave up Kunashir. Argentina claims the Falkland Islands."

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in (components.GAZETTEER, components.PROPOSITIONS, components.ASSERTIONS):
        nlp.add_pipe(name)
    return nlp


def test_assertions_are_those_that_kgraph_reads(nlp: Language) -> None:
    (reading,) = Extractor().read([Document(id="0", text=TEXT)])
    doc = nlp(TEXT)
    assert doc._.kgraph_assertions == reading.assertions
    assert reading.assertions


def test_sentences_of_the_evidence_are_spans_labelled_by_the_relation(nlp: Language) -> None:
    doc = nlp(TEXT)
    spans = list(doc.spans["kgraph_assertions"])
    assert "claims" in {span.label_ for span in spans}
    assert [span.text for span in spans if span.label_ == "claims"][
        -1
    ] == "Argentina claims the Falkland Islands."
    assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_names_are_spans_with_kind_and_id(nlp: Language) -> None:
    doc = nlp(TEXT)
    named = [(span.text, span.label_, span.kb_id_) for span in doc.spans["kgraph_gazetteer"]]
    assert ("Kunashir", "Territory", "kunashir") in named
    assert ("Tokyo", "State", "japan") in named


def test_propositions_are_those_of_the_open_layer(nlp: Language) -> None:
    (reading,) = Extractor().read_open([Document(id="0", text=TEXT)])
    doc = nlp(TEXT)
    assert doc._.kgraph_propositions == reading.propositions
    assert len(doc.spans["kgraph_propositions"]) == len(reading.propositions) > 0


def test_many_documents_are_each_their_own_in_order(nlp: Language) -> None:
    texts = [f"Argentina claims the Falkland Islands. Number {number}." for number in range(70)]
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert all(len(doc._.kgraph_assertions) == 1 for doc in docs)
    assert list(nlp.pipe([])) == []


def test_a_text_without_an_id_is_called_by_its_words_wherever_it_stands(nlp: Language) -> None:
    texts = ["Argentina claims the Falkland Islands.", "Japan claims Kunashir.", "Japan claims Kunashir."]
    one, two, three = (doc._.kgraph_assertions[0].evidence[0].document_id for doc in nlp.pipe(texts))
    assert (one != two, two) == (True, three)


def test_date_and_id_are_taken_from_the_document_or_the_context(nlp: Language) -> None:
    text = "Last year Japan annexed Kunashir."
    day = datetime.date(1901, 5, 6)
    doc = nlp.make_doc(text)
    doc._.kgraph_document = Document(id="mine", text="", date=day)
    ((with_context, _),) = nlp.pipe([(text, {"id": "mine", "date": day})], as_tuples=True)
    for read in (nlp(doc), with_context):
        (assertion,) = read._.kgraph_assertions
        assert (assertion.time, assertion.evidence[0].document_id) == ("1900", "mine")


def test_tokens_that_kgraph_does_not_have_are_covered_whole() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # splits at blanks alone
    nlp.add_pipe("kgraph_gazetteer")
    doc = nlp("Kunashir, they say.")
    (span,) = doc.spans["kgraph_gazetteer"]
    assert span.text == "Kunashir,"


def test_an_own_gazetteer_is_read(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("id\ttype\tname\nnowhere-rock\tTerritory\tNowhere Rock\n", encoding="utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe("kgraph_gazetteer", config={"gazetteer": [str(table)]})
    doc = nlp("They left Nowhere Rock.")
    (span,) = doc.spans["kgraph_gazetteer"]
    assert span.kb_id_ == "nowhere-rock"


def test_what_is_found_goes_through_the_formats_of_spacy(nlp: Language) -> None:
    doc = nlp(TEXT)
    doc._.kgraph_document = Document(id="mine", text="", date=datetime.date(1901, 5, 6))
    bag = DocBin(store_user_data=True, docs=[doc])
    (stored,) = DocBin(store_user_data=True).from_bytes(bag.to_bytes()).get_docs(nlp.vocab)
    sent = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for read in (stored, sent):
        for name in ("kgraph_assertions", "kgraph_propositions", "kgraph_document"):
            assert repr(read._.get(name)) == repr(doc._.get(name)) not in ("()", "None")  # evidence and all


def test_several_processes_find_the_same(nlp: Language) -> None:
    texts = [f"Argentina claims the Falkland Islands. Number {number}." for number in range(4)]
    found = [doc._.kgraph_assertions for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert repr(found) == repr([doc._.kgraph_assertions for doc in nlp.pipe(texts)])


def test_a_saved_pipeline_is_loaded_with_its_components(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("id\ttype\tname\nnowhere-rock\tTerritory\tNowhere Rock\n", encoding="utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe("kgraph_gazetteer", config={"gazetteer": str(table)})  # one needs no list
    nlp.to_disk(tmp_path / "saved")
    doc = spacy.load(tmp_path / "saved")("They left Nowhere Rock.")
    (span,) = doc.spans["kgraph_gazetteer"]
    assert span.kb_id_ == "nowhere-rock"


def test_displacy_draws_an_assertion_with_its_denial(nlp: Language) -> None:
    doc = nlp("Japan has never claimed Iturup.")
    (assertion,) = doc._.kgraph_assertions
    assert assertion.polarity is Polarity.NEGATIVE
    drawn = displacy.render(components.to_displacy(doc, assertion), style="span", manual=True, jupyter=False)
    for label in ("subject: Japan", "not claims", "object: Iturup"):
        assert label in drawn
    assert components.to_displacy(doc)["spans"] == components.to_displacy(doc, assertion)["spans"]


def test_spacy_finds_the_components_by_name_without_an_import() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    declared = project["project"]["entry-points"]["spacy_factories"]
    assert set(declared) == {components.GAZETTEER, components.PROPOSITIONS, components.ASSERTIONS}
    for place in declared.values():
        assert callable(importlib.metadata.EntryPoint("x", place, "spacy_factories").load())
