"""What counts as found: the measure's rules, one test each."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import ReadError
from kgraph.evaluation import (
    PREDICATES,
    QUALIFIERS,
    SYMMETRIC,
    Comparison,
    GoldText,
    NamedAssertion,
    Names,
    Sight,
    Tally,
    compare,
    comparison_as_json,
    find_causes,
    fold,
    format_comparison,
    read_aliases,
    read_gold,
    read_predictions,
)
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.vocab import predicates

STATE = EntityKind.STATE


def assertion(
    subject: str, predicate: str, object_: str, *, doc: str = "d", counts: bool = True, **qualifiers: str
) -> NamedAssertion:
    return NamedAssertion(
        document_id=doc,
        subjects=(subject,),
        predicate=predicate,
        objects=(object_,),
        qualifiers=QUALIFIERS | qualifiers,
        counts=counts,
    )


def compared(
    gold: list[NamedAssertion], found: list[NamedAssertion], aliases: dict[str, list[str]] | None = None
) -> Comparison:
    return compare([GoldText(id="d", text="", assertions=tuple(gold))], found, Names(aliases))


JAPAN = assertion("Japan", "claims", "Kunashir")


def test_same_names_count_as_found() -> None:
    assert compared([JAPAN], [JAPAN]).core == Tally(hits=1, extracted=1, wanted=1)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Kunashir", "kunashir island"),
        ("Habomai Islands", "the Habomai islets"),
        ("São Tomé", "Sao Tome"),
        ("Republic of Abkhazia", "Abkhazia"),
        ("The Islands", "the islands"),
        ("国後島", "国後島"),
        ("islands at the mouth of the Amur", "islands at the Amur mouth"),
    ],
)
def test_names_agree_but_for_case_accents_and_generic_words(wanted: str, given: str) -> None:
    assert Names().same(wanted, given)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Kunashir", "Shikotan"),
        ("North Korea", "South Korea"),
        ("国後島", "色丹島"),
        ("islands in the Amur river", "islands in the Danube delta"),
    ],
)
def test_different_places_do_not_agree(wanted: str, given: str) -> None:
    assert not Names().same(wanted, given)


def test_aliases_stand_for_one_another_through_a_common_name() -> None:
    names = Names({"Liancourt Rocks": ["Dokdo", "Takeshima"]})
    assert names.same("Dokdo", "Takeshima")
    assert not Names().same("Dokdo", "Takeshima")


def test_aliases_that_go_in_a_circle_end() -> None:
    names = Names({"A1": ["B1"], "B1": ["A1"]})
    assert names.same("A1", "B1")


@given(st.text())
def test_every_name_agrees_with_itself(name: str) -> None:
    assert Names().same(name, name)


def test_names_of_several_words_in_another_script_stay_two() -> None:
    assert not Names().same("北方 領土", "竹島 問題")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(" ".join(fold(name))) == fold(name)


@pytest.mark.parametrize("predicate", sorted(SYMMETRIC))
def test_symmetric_predicates_agree_either_way(predicate: str) -> None:
    turned = assertion("Peru", predicate, "Chile")
    assert compared([assertion("Chile", predicate, "Peru")], [turned]).core.f1 == 1


@pytest.mark.parametrize("predicate", sorted(PREDICATES - SYMMETRIC))
def test_other_predicates_have_a_direction(predicate: str) -> None:
    turned = assertion("Peru", predicate, "Chile")
    assert compared([assertion("Chile", predicate, "Peru")], [turned]).core.hits == 0


def test_surface_form_will_do_where_the_linked_name_differs() -> None:
    found = NamedAssertion(
        document_id="d",
        subjects=("Japan", "Tokyo"),
        predicate="claims",
        objects=("Kuril Islands", "Kunashir"),
        qualifiers=QUALIFIERS,
    )
    assert compared([JAPAN], [found]).core.hits == 1


def test_wrong_polarity_is_a_core_hit_but_not_a_qualified_one() -> None:
    outcome = compared([JAPAN], [assertion("Japan", "claims", "Kunashir", polarity="negative")])
    assert (outcome.core.hits, outcome.qualified.hits) == (1, 0)


def test_wrong_attribution_costs_nothing_but_shows_in_the_table() -> None:
    outcome = compared([JAPAN], [assertion("Japan", "claims", "Kunashir", attribution="Lavrov")])
    assert outcome.qualified.f1 == 1
    assert (outcome.qualifiers["attribution"].right, outcome.qualifiers["attribution"].stated) == (0, 1)


def test_qualifiers_are_those_of_the_sentence_that_the_gold_file_quotes() -> None:
    """What a text says twice it says first without a speaker, then with one; both sums take the first reading."""
    first = replace(JAPAN, quotation="Japan's claim to Kunashir is old.")
    again = replace(
        assertion("Japan", "claims", "Kunashir", attribution="Russia", modality="possible"),
        quotation="Japan may claim Kunashir, Russia said.",
    )
    quoted = replace(again, quotation=f"{again.quotation} He said no more.")
    outcome = compared([quoted], [first, again])
    assert outcome.qualifiers["attribution"].accuracy == outcome.qualifiers["modality"].accuracy == 1
    assert (outcome.core.hits, outcome.core.extracted, outcome.qualified.hits) == (1, 1, 0)
    elsewhere = replace(again, quotation="Elsewhere.")
    assert compared([elsewhere], [first, again]).qualifiers["attribution"].accuracy == 0


def test_who_was_found_by_the_words_of_the_text_is_found_as_speaker_too() -> None:
    """The gold file calls it Al-Shabab, as the text does; we link the text's words to Al-Shabaab."""
    wanted = assertion("Al-Shabab", "clashesWith", "Uganda", attribution="Al-Shabab")
    found = replace(
        assertion("Al-Shabaab", "clashesWith", "Uganda", attribution="Al-Shabaab"),
        subjects=("Al-Shabaab", "Al-Shabab"),
    )
    assert compared([wanted], [found]).qualifiers["attribution"].accuracy == 1
    other = replace(found, qualifiers={**found.qualifiers, "attribution": "Al-Qaida"})
    assert compared([wanted], [other]).qualifiers["attribution"].accuracy == 0


def test_of_two_readings_the_one_with_the_right_polarity_is_chosen() -> None:
    denied = assertion("Japan", "claims", "Kunashir", polarity="negative")
    outcome = compared([JAPAN], [denied, JAPAN])
    assert (outcome.qualified.hits, outcome.extra) == (1, (denied,))


@pytest.mark.parametrize("found", [[], [JAPAN]])
def test_optional_gold_counts_neither_way(found: list[NamedAssertion]) -> None:
    optional = assertion("Japan", "claims", "Kunashir", counts=False)
    assert compared([optional], found).core == Tally(hits=0, extracted=0, wanted=0)


def test_required_gold_chooses_before_optional() -> None:
    optional = assertion("Japan", "claims", "Kunashir", counts=False)
    assert compared([optional, JAPAN], [JAPAN]).core.hits == 1


def test_predicates_beyond_the_guide_count_where_the_gold_file_has_them() -> None:
    demand = assertion("Japan", "demands", "Kunashir")
    assert compared([], [demand]).core.extracted == 0
    assert compared([demand], [demand]).core.hits == 1


def test_confidence_is_off_by_the_gap_between_what_it_says_and_what_is_right() -> None:
    right = [replace(assertion(f"S{n}", "claims", "Kunashir"), confidence=0.9) for n in range(60)]
    wrong = [replace(assertion(f"T{n}", "claims", "Kunashir"), confidence=0.3) for n in range(60)]
    error = compared(right, [*right, *wrong]).calibration_error
    assert error == pytest.approx((0.1 + 0.3) / 2)
    assert compared(right, []).calibration_error is None
    assert compared([JAPAN], [JAPAN]).calibration_error is None


def test_error_of_confidence_is_shown_where_there_are_readings_enough() -> None:
    many = [replace(assertion(f"S{n}", "claims", "Kunashir"), confidence=0.75) for n in range(40)]
    assert "confidence is off by 0.250 on average" in format_comparison(compared(many, many))
    assert "confidence" not in format_comparison(compared(many[:5], many[:5]))


def test_repeated_extraction_counts_once() -> None:
    assert compared([JAPAN], [JAPAN, JAPAN]).core.precision == 1


def test_what_was_missed_and_what_was_too_much_is_named() -> None:
    other = assertion("China", "claims", "Kunashir")
    outcome = compared([JAPAN], [other])
    assert (outcome.missed, outcome.extra) == ((JAPAN,), (other,))


def test_figures_of_nothing_are_zero() -> None:
    nothing = Tally(hits=0, extracted=0, wanted=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_tables_list_every_predicate_wanted_or_extracted_most_wanted_first() -> None:
    gold = [JAPAN, assertion("Russia", "claims", "Kunashir"), assertion("Russia", "administers", "Kunashir")]
    outcome = compared(gold, [assertion("Japan", "occupies", "Kunashir")])
    assert list(outcome.predicates) == ["claims", "administers", "occupies"]


@given(
    st.permutations([JAPAN, assertion("Russia", "administers", "Kunashir"), assertion("A", "metWith", "B")])
)
def test_order_of_distinct_extractions_changes_no_figure(found: list[NamedAssertion]) -> None:
    outcome = compared([JAPAN, assertion("B", "metWith", "A")], found)
    assert outcome.core == Tally(hits=2, extracted=3, wanted=2)


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_gold_files_are_read_with_their_defaults(tmp_path: Path) -> None:
    text = "Japan claims Kunashir. Russia may hand it over."
    row = {
        "id": "d",
        "text": text,
        "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir", "span": [0, 22]}],
    }
    (read,) = read_gold(write(tmp_path / "gold.jsonl", row))
    assert read.assertions[0].quotation == "Japan claims Kunashir."
    assert dict(read.assertions[0].qualifiers) == QUALIFIERS


@pytest.mark.parametrize("mark", ["optional", "elliptical"])
def test_gold_marks_make_an_assertion_not_count(tmp_path: Path, mark: str) -> None:
    given_ = {"s": "Japan", "p": "claims", "o": "Kunashir", mark: True}
    (read,) = read_gold(write(tmp_path / "gold.jsonl", {"id": "d", "text": "", "assertions": [given_]}))
    assert not read.assertions[0].counts


def test_predictions_are_read_with_null_fields_as_defaults(tmp_path: Path) -> None:
    row = {"doc": "d", "subject": "Japan", "predicate": "claims", "object": "Kunashir", "polarity": None}
    (read,) = read_predictions(write(tmp_path / "found.jsonl", row))
    assert read.qualifiers["polarity"] == "positive"


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"id": "x", "text": "y", "assertions": [1]}'])
def test_a_broken_gold_line_is_named_by_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"gold\.jsonl:2: "):
        read_gold(path)


def test_a_prediction_without_object_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = write(tmp_path / "found.jsonl", {"doc": "d", "subject": "Japan", "predicate": "claims"})
    with pytest.raises(ReadError, match=r"found\.jsonl:1: .*'object'"):
        read_predictions(path)


def test_a_prediction_for_an_unknown_text_is_an_error() -> None:
    with pytest.raises(ReadError, match="no text 'other'"):
        compared([JAPAN], [assertion("Japan", "claims", "Kunashir", doc="other")])


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[1]", b"{", b'{"a": 1}'])
def test_broken_aliases_are_one_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "aliases.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"aliases\.json"):
        read_aliases(path)


def test_a_missing_file_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.jsonl"):
        read_gold(tmp_path / "none.jsonl")


def test_the_measure_and_the_ontology_know_the_same_predicates() -> None:
    known = predicates()
    assert known.keys() >= PREDICATES
    assert {name for name in PREDICATES if known[name].symmetric} == SYMMETRIC


# ------------------------------------------------------------------ constructions and causes


def found_by(construction: str, subject: str) -> NamedAssertion:
    return replace(assertion(subject, "claims", "Kunashir"), construction=construction)


def test_constructions_are_listed_with_what_is_right_of_them() -> None:
    outcome = compared([JAPAN], [found_by("noun", "Japan"), found_by("noun", "Peru"), found_by("", "Chile")])
    assert {name: (tally.hits, tally.extracted) for name, tally in outcome.constructions.items()} == {
        "noun": (1, 2),
        "": (0, 1),
    }


SIGHT = Sight(
    find_names=lambda text: [
        Mention(span=Span(start=m.start(), end=m.end()), entity=Entity(id="j", label="Japan", kind=STATE))
        for m in re.finditer("Tokyo", text)
    ],
    triggers={"claims": frozenset({"claim", "lay claim"})},
)


def cause_of_miss(text: str, quotation: str, found: list[NamedAssertion]) -> str:
    gold = GoldText(id="d", text=text, assertions=(replace(JAPAN, quotation=quotation),))
    outcome = compare([gold], found, Names())
    return find_causes([gold], outcome, Names(), SIGHT).missed[0]


@pytest.mark.parametrize(
    ("text", "quotation", "cause"),
    [
        ("Tokyo claims Kunashir.", "Tokyo claims Kunashir.", "trigger and arguments are there"),
        (
            "Tokyo said so. It claimed Kunashir.",
            "It claimed Kunashir.",
            "an argument is named in another sentence",
        ),
        ("It claims Kunashir.", "It claims Kunashir.", "an argument is not named in the text"),
        ("Tokyo wants Kunashir.", "Tokyo wants Kunashir.", "no trigger in the sentence"),
    ],
)
def test_cause_of_a_miss_is_what_the_text_shows(text: str, quotation: str, cause: str) -> None:
    assert cause_of_miss(text, quotation, []) == cause


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        (assertion("Kunashir", "partOf", "Japan"), "another predicate"),
        (assertion("Japan", "claims", "Iturup"), "another argument"),
        (assertion("Peru", "claims", "Iturup"), "trigger and arguments are there"),
    ],
)
def test_cause_of_a_miss_is_the_nearest_that_was_read(found: NamedAssertion, cause: str) -> None:
    text = "Tokyo claims Kunashir."
    assert cause_of_miss(text, text, [found]) == cause


def test_what_was_read_in_another_sentence_is_no_cause() -> None:
    other = replace(assertion("Japan", "claims", "Iturup"), quotation="Japan claims Iturup.")
    assert cause_of_miss("", "Tokyo claims Kunashir.", [other]) != "another argument"


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        (
            assertion("Japan", "claims", "Kunashir", polarity="negative"),
            "the other polarity of what is right",
        ),
        (assertion("Japan", "occupies", "Kunashir"), "another predicate"),
        (assertion("Japan", "claims", "Iturup"), "another argument"),
        (assertion("Peru", "occupies", "Iturup"), "nothing near it in the gold file"),
    ],
)
def test_cause_of_what_is_too_much(found: NamedAssertion, cause: str) -> None:
    gold = GoldText(id="d", text="", assertions=(JAPAN,))
    outcome = compare([gold], [JAPAN, found], Names())
    assert find_causes([gold], outcome, Names(), SIGHT).extra == (cause,)


def test_the_outcome_as_json_holds_every_error_with_its_cause() -> None:
    gold = GoldText(id="d", text="", assertions=(JAPAN,))
    outcome = compare([gold], [assertion("Peru", "occupies", "Iturup", time="1945")], Names())
    content = json.loads(comparison_as_json(outcome, find_causes([gold], outcome, Names(), SIGHT)))
    assert content["core"]["wanted"] == 1
    assert content["causes"]["extra"] == {"nothing near it in the gold file": 1}
    assert content["extra"][0]["time"] == "1945"
    assert len(content["missed"]) == 1


def test_causes_are_counted_and_named_beside_the_errors() -> None:
    gold = GoldText(id="d", text="", assertions=(JAPAN,))
    outcome = compare([gold], [found_by("noun", "Peru")], Names())
    shown = format_comparison(outcome, 1, find_causes([gold], outcome, Names(), SIGHT))
    assert re.search(r"too much: another argument +1\n", shown)
    assert "(another argument)" in shown
    assert re.search(r"noun +1 +0 +0\.000", shown)
