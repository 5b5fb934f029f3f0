"""From a text to assertions, whole: what is said, by whom, where it stands; and what is not said."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest

from kgraph.errors import ModelMissingError
from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document, Modality, Polarity, Reading

pytestmark = pytest.mark.model


def read(extractor: Extractor, text: str, **fields: object) -> Reading:
    (reading,) = extractor.read([Document(id="article", text=text, **fields)])  # type: ignore[arg-type]
    return reading


def lines(reading: Reading) -> list[tuple[str, str, str]]:
    return [(a.subject.label, a.predicate, a.object.label) for a in reading.assertions]


def only(reading: Reading) -> Assertion:
    (assertion,) = reading.assertions
    return assertion


CLAIM = ("Japan", "claims", "Kunashir")


def test_missing_model_is_an_error_of_the_user() -> None:
    with pytest.raises(ModelMissingError):
        Extractor(model="xx_no_model")


# -- the four that differ --------------------------------------------------------------------------------------------


def test_plain_claim(extractor: Extractor) -> None:
    claim = only(read(extractor, "Japan claims Kunashir."))
    assert (claim.subject.id, claim.predicate, claim.object.id) == ("japan", "claims", "kunashir")
    assert (claim.polarity, claim.modality) == (Polarity.POSITIVE, Modality.ACTUAL)
    assert (claim.about, claim.attribution, claim.time) == (None, None, None)
    assert claim.is_plain


def test_reported_claim_is_the_speakers_word(extractor: Extractor) -> None:
    claim = only(read(extractor, "Lavrov said that Japan claims Kunashir."))
    assert claim.attribution is not None
    assert claim.attribution.label == "Lavrov"
    assert claim.evidence[0].attribution_text == "Lavrov"
    assert not claim.is_plain


def test_what_the_claimant_says_itself_is_attributed_to_nobody_else_but_keeps_its_words(
    extractor: Extractor,
) -> None:
    reading = read(extractor, "Tokyo says that Kunashir is part of Japan.")
    (claim,) = (assertion for assertion in reading.assertions if assertion.predicate == "claims")
    assert claim.attribution is None
    assert claim.evidence[0].attribution_text == "Tokyo"
    assert claim.is_plain


def test_denied_claim_keeps_negative_polarity(extractor: Extractor) -> None:
    claim = only(read(extractor, "Japan never claimed Kunashir."))
    assert claim.polarity is Polarity.NEGATIVE
    assert not claim.is_plain


def test_possible_claim_is_no_fact(extractor: Extractor) -> None:
    claim = only(read(extractor, "Japan may claim Kunashir."))
    assert claim.modality is Modality.POSSIBLE
    assert not claim.is_plain


# -- near misses -----------------------------------------------------------------------------------------------------


def test_denial_does_not_reach_what_another_clause_says(extractor: Extractor) -> None:
    claim = only(read(extractor, "China never visited the Kuril Islands, which Japan claims."))
    assert (claim.subject.label, claim.polarity) == ("Japan", Polarity.POSITIVE)


def test_report_does_not_reach_the_sentence_after(extractor: Extractor) -> None:
    reading = read(extractor, "Lavrov spoke on Friday.\n\nJapan claims Kunashir.")
    assert only(reading).attribution is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "Japan exports cars to Russia.",
        "The insurer claims damages from Kunashir Shipping.",
        "Japan beat Russia in the final.",
        "Everybody knows Kunashir and Japan.",
        "Storms claimed nine lives in Japan.",
    ],
)
def test_text_that_says_nothing_of_territory_gives_nothing(extractor: Extractor, text: str) -> None:
    assert read(extractor, text).assertions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Japan cla\u00adims Kuna\u00adshir.",
        "Ｊａｐａｎ　ｃｌａｉｍｓ　Ｋｕｎａｓｈｉｒ．",
        "Japan claims\nKunashir.",
    ],
    ids=["soft hyphens", "letters of double width", "a line end"],
)
def test_what_only_shows_does_not_hide_what_is_said(extractor: Extractor, text: str) -> None:
    (reading,) = extractor.read([Document(id="any", text=text)])
    assert [(a.subject.id, a.predicate, a.object.id) for a in reading.assertions] == [
        ("japan", "claims", "kunashir")
    ]
    assert reading.assertions[0].evidence[0].quotation == text


# -- quotations ------------------------------------------------------------------------------------------------------


def test_quoted_words_are_the_speakers(extractor: Extractor) -> None:
    claim = only(read(extractor, "“Everybody here knows that Japan claims Kunashir,” Moscow said."))
    assert claim.attribution is not None
    assert claim.attribution.label == "Russia"


def test_words_outside_the_quotation_are_the_texts_own(extractor: Extractor) -> None:
    text = "“We are all very tired today,” Moscow said. Japan claims Kunashir."
    assert only(read(extractor, text)).attribution is None


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“Everybody here knows that Japan claims Kunashir.”", "unnamed speaker", None),
        ('"Japan occupies Kunashir," he said to applause.', "unnamed speaker", "he"),
        ("Some say that Japan occupies Kunashir.", "unnamed speaker", None),
        ("It was claimed that Japan occupies Kunashir.", "unnamed speaker", None),
        ("According to him, Japan occupies Kunashir.", "unnamed speaker", "him"),
        ('Said Lavrov: "Japan occupies Kunashir."', "Lavrov", None),
        ('It is over. Said Lavrov: "Japan occupies Kunashir."', "Lavrov", None),
        ("Said Musa said that Japan occupies Kunashir.", "Said Musa", None),
        ('Putin spoke on Monday. "Japan occupies Kunashir," he said.', "Putin", None),
        ('Putin spoke on Monday. "It is over," he said. "Japan occupies Kunashir."', "Putin", None),
    ],
)
def test_what_nobody_found_says_is_not_the_texts_own_word(
    extractor: Extractor, text: str, speaker: str, words: str | None
) -> None:
    said = only(read(extractor, text))
    assert said.attribution is not None
    assert not said.is_plain
    assert said.attribution.label == speaker
    assert words is None or said.evidence[0].attribution_text == words


def test_somebody_without_a_name_is_another_one_in_each_document(extractor: Extractor) -> None:
    text = "Some say that Japan occupies Kunashir."
    read_twice = extractor.read([Document(id=name, text=text) for name in ("1", "2")])
    speakers = {a.attribution.id for reading in read_twice for a in reading.assertions if a.attribution}
    assert len(speakers) == 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lavrov said that Tokyo had said that Japan claims Kunashir.", "Lavrov"),
        ("According to Moscow, Kyiv has admitted that Ukraine renounced Crimea.", "Russia"),
        ("Japan wrongly claims the right to Takeshima, Seoul says.", "South Korea"),
        ("Lavrov said that Tokyo vowed to annex Kunashir.", "Lavrov"),
        ("Some say that Tokyo has said that Japan claims Kunashir.", "unnamed speaker"),
        ("Lavrov said in a speech that Japan claims Kunashir.", "Lavrov"),
        ("Seoul complained in the talks that Japan claims Takeshima.", "South Korea"),
        ("The myth that Kunashir belongs to Japan persists.", "unnamed speaker"),
        ("Tokyo said that it claims Kunashir.", None),
        ("Japan claims that Takeshima is its own.", None),
    ],
)
def test_what_the_subject_says_himself_is_the_word_of_who_tells_it(
    extractor: Extractor, text: str, speaker: str | None
) -> None:
    said = only(read(extractor, text))
    assert (said.attribution.label if said.attribution is not None else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Beijing: Taiwan is part of China", "China"),
        ("Japan: Russia occupies Kunashir", "Japan"),
        ("Lavrov: Kunashir belongs to Russia", "Lavrov"),
        ("Lavrov: Kunashir belongs to Russia.", "Lavrov"),
        ("Crimea belongs to Russia: Putin", "Putin"),
        ("Golan Heights belong to Israel - Netanyahu", "Netanyahu"),
        # No one speaks: a place, a heading, a list, the place where the text was written.
        ("Kashmir: India occupies Kashmir", None),
        ("Background: Russia occupies Kunashir", None),
        ("Japan: claims Kunashir", None),
        ("Tokyo: Russia occupies Kunashir.", None),
        ("Japan: Russia occupies Kunashir\nMorocco: Spain was once there", None),
    ],
)
def test_headline_is_the_word_of_whom_it_names(extractor: Extractor, text: str, speaker: str | None) -> None:
    said = only(read(extractor, text))
    assert (said.attribution.label if said.attribution is not None else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that Japan claims Kunashir.",
        "It is certain that Japan claims Kunashir.",
        "We believe that Japan claims Kunashir.",
        "The map shows that Japan claims Kunashir.",
        "Tokyo said that it claims Kunashir.",
        'Japan, the "land of the rising sun", claims Kunashir.',
        'A stray " mark stands here, and Japan claims Kunashir.',
    ],
)
def test_what_the_author_vouches_for_is_his_word(extractor: Extractor, text: str) -> None:
    assert only(read(extractor, text)).is_plain


# -- evidence --------------------------------------------------------------------------------------------------------


def test_evidence_names_sentence_words_and_rule(extractor: Extractor) -> None:
    text = "It rained.\n\nToday Japan claims Kunashir.  It snowed."
    (evidence,) = only(read(extractor, text)).evidence
    assert evidence.document_id == "article"
    assert evidence.quotation == evidence.span.of(text) == "Today Japan claims Kunashir."
    assert evidence.subject_span is not None
    assert evidence.object_span is not None
    assert evidence.predicate_span is not None
    spans = (evidence.subject_span, evidence.predicate_span, evidence.object_span)
    assert [span.of(text) for span in spans] == ["Japan", "claims", "Kunashir"]
    assert evidence.rule == "claim-verb"
    assert not evidence.elliptical


def test_reference_has_no_words_in_the_sentence(extractor: Extractor) -> None:
    reading = read(extractor, "Japan claims Kunashir. It has never controlled the island.")
    control = reading.assertions[1]
    assert (control.subject.label, control.predicate, control.object.label) == (
        "Japan",
        "administers",
        "Kunashir",
    )
    assert control.polarity is Polarity.NEGATIVE
    assert (control.evidence[0].subject_span, control.evidence[0].object_span) == (None, None)


def test_title_gives_what_an_elliptical_sentence_leaves_out(extractor: Extractor) -> None:
    claim = only(read(extractor, "Claimed by Japan.", title="Kunashir"))
    assert (claim.subject.label, claim.predicate, claim.object.label) == CLAIM
    assert claim.evidence[0].elliptical
    assert claim.evidence[0].object_span is None


def test_title_alone_asserts_nothing(extractor: Extractor) -> None:
    assert read(extractor, "It rained.", title="Japan claims Kunashir").assertions == ()


def test_what_is_said_twice_is_one_assertion_with_two_evidences(extractor: Extractor) -> None:
    claim = only(read(extractor, "Japan claims Kunashir. It rained. Tokyo claims Kunashir."))
    assert [e.quotation for e in claim.evidence] == ["Japan claims Kunashir.", "Tokyo claims Kunashir."]


def test_one_sentence_gives_a_relation_once(extractor: Extractor) -> None:
    reading = read(extractor, "Japan claims Kunashir and lays claim to Kunashir.")
    assert lines(reading).count(CLAIM) == 1
    assert len(reading.assertions[0].evidence) == 1


def test_assertions_stand_in_document_order(extractor: Extractor) -> None:
    reading = read(extractor, "Spain claims Gibraltar. Japan claims Kunashir. Morocco claims Ceuta.")
    assert [a.subject.label for a in reading.assertions] == ["Spain", "Japan", "Morocco"]


def test_symmetric_relation_has_one_direction(extractor: Extractor) -> None:
    one = read(extractor, "Russia and Japan disagree over Kunashir.")
    other = read(extractor, "Japan and Russia disagree over Kunashir.")
    assert lines(one) == lines(other) == [("Japan", "disputesWith", "Russia")]
    evidence = one.assertions[0].evidence[0]
    assert evidence.subject_span is not None
    assert evidence.subject_span.of("Russia and Japan disagree over Kunashir.") == "Japan"


def test_opposite_statements_of_a_sentence_both_stay(extractor: Extractor) -> None:
    reading = read(extractor, "Japan claims Kunashir, but Japan does not claim Moneron Island or Iturup.")
    assert {(a.object.label, a.polarity) for a in reading.assertions} >= {
        ("Kunashir", Polarity.POSITIVE),
        ("Iturup", Polarity.NEGATIVE),
    }


# -- time, names, offices --------------------------------------------------------------------------------------------


def test_time_is_read_from_the_sentence(extractor: Extractor) -> None:
    assert only(read(extractor, "Russia occupied Kunashir in 1945.")).time == "1945"


def test_time_relative_to_the_article_needs_its_date(extractor: Extractor) -> None:
    text = "Russia occupied Kunashir last year."
    assert only(read(extractor, text, date=datetime.date(1946, 3, 1))).time == "1945"
    assert only(read(extractor, text)).time is None


def test_person_in_office_represents_the_state_once(extractor: Extractor) -> None:
    text = "Russian Foreign Minister Sergei Lavrov spoke. Foreign Minister Sergei Lavrov left."
    offices = [a for a in read(extractor, text).assertions if a.predicate == "represents"]
    assert [(a.subject.label, a.object.label, a.about and a.about.label) for a in offices] == [
        ("Sergei Lavrov", "Russia", "Foreign Minister")
    ]


def test_name_in_brackets_is_another_name(extractor: Extractor) -> None:
    text = "Japan and South Korea claim the Liancourt Rocks (Take-shima/Tok-do)."
    names = {a.object.label for a in read(extractor, text).assertions if a.predicate == "knownAs"}
    assert names == {"Take-shima", "Tok-do"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Sri Lanka was known as Ceylon until 1972.", "/1972"),
        ("From 1971 to 1997 Congo was called Zaire.", "1971/1997"),
        ("In 1505 sailors called Sri Lanka Ceylon.", None),  # no end, no beginning
        ("Ceylon has been known as Sri Lanka since 1972.", None),  # so was the other name, until then
    ],
)
def test_name_has_its_time_only_where_it_began_or_ended(
    extractor: Extractor, text: str, time: str | None
) -> None:
    named = [a for a in read(extractor, text).assertions if a.predicate == "knownAs"]
    assert [a.time for a in named] == [time]


# -- documents -------------------------------------------------------------------------------------------------------


def test_every_document_has_its_reading_in_order(extractor: Extractor) -> None:
    texts = ["Japan claims Kunashir.", "", "Spain claims Gibraltar."]
    readings = list(extractor.read(Document(id=str(i), text=t) for i, t in enumerate(texts)))
    assert [(r.document.id, len(r.assertions)) for r in readings] == [("0", 1), ("1", 0), ("2", 1)]


def test_one_document_alone_is_read_as_one(extractor: Extractor) -> None:
    document = Document(id="1", text="Japan claims Kunashir.")
    assert list(extractor.read(document)) == list(extractor.read([document]))
    assert list(extractor.read_open(document)) == list(extractor.read_open([document]))


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("Japan claims Kunashir.", "'Japan claims Kunashir.' is no document"),
        (["Japan claims Kunashir."], "'Japan claims Kunashir.' is no document"),
        (Document(id="a", text=None), "a: the text 'None' is no str"),  # type: ignore[arg-type]
        (Document(id="a", text="", source=5), "a: the source '5' is no str"),  # type: ignore[arg-type]
        (Document(id="a", text="", date="2019"), "a: the date '2019' is no datetime"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_document_is_told_in_its_words(extractor: Extractor, given: Any, complaint: str) -> None:
    with pytest.raises(TypeError, match=complaint):
        list(extractor.read(given))


@pytest.mark.parametrize("given", [-0.1, 1.5, 70])
def test_confidence_is_a_probability(given: float) -> None:
    with pytest.raises(ValueError, match=f"min_confidence is {given}; a probability is from 0 to 1"):
        Extractor(min_confidence=given)


def test_nothing_is_carried_from_one_document_to_the_next(extractor: Extractor) -> None:
    texts = ["Japan claims Kunashir.", "It claims the island."]
    _, second = extractor.read(Document(id=str(i), text=t) for i, t in enumerate(texts))
    assert second.assertions == ()


def test_documents_are_read_one_by_one(extractor: Extractor) -> None:
    def documents() -> Iterator[Document]:
        for i in range(100):
            taken.append(i)
            yield Document(id=str(i), text="Japan claims Kunashir.")

    taken: list[int] = []
    next(iter(extractor.read(documents())))
    assert len(taken) < 100


def test_reading_counts_sentences(extractor: Extractor) -> None:
    reading = read(extractor, "Japan claims Kunashir. It rained.\n\n\nRussia left. Tokyo claims Kunashir.")
    assert (reading.sentences, reading.sentences_with_assertion) == (4, 2)
    assert read(extractor, "").sentences == 0
