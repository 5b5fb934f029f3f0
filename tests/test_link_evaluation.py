"""What counts as linked right, as a wrong merge and as a split: the measure's rules, one test each."""

import json
from pathlib import Path

import pytest

from kgraph.errors import ReadError
from kgraph.evaluation import LinkComparison, compare_links, format_links, links_as_json, read_link_texts
from kgraph.evaluation.links import NIL, Answer, GoldMention, LinkText
from kgraph.model import Document, Entity, EntityKind, Span
from kgraph.vocab import nil_entity

JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
GEORGIA = Entity(id="georgia", label="Georgia", kind=EntityKind.STATE)
NEMURO = nil_entity("Nemuro", EntityKind.TERRITORY)
WORDS = Span(start=0, end=2)


def gold(
    entity: str | None, *, kind: str = "state", thing: str | None = None, serves: str | None = None
) -> GoldMention:
    known = entity if entity != NIL else None
    return GoldMention(span=WORDS, kind=kind, entity=entity, thing=known or thing, serves=serves)


def compared(*pairs: tuple[GoldMention, Entity | None]) -> LinkComparison:
    return answered(*((mention, Answer(entity=entity)) for mention, entity in pairs))


def answered(*pairs: tuple[GoldMention, Answer]) -> LinkComparison:
    document = Document(id="d", text="It is.")
    text = LinkText(document=document, mentions=tuple(mention for mention, _ in pairs))
    return compare_links([text], [[answer for _, answer in pairs]])


@pytest.mark.parametrize(
    ("entity", "answer", "right"),
    [
        ("japan", JAPAN, 1),
        ("japan", GEORGIA, 0),
        ("japan", NEMURO, 0),
        ("japan", None, 0),
        (NIL, NEMURO, 1),
        (NIL, JAPAN, 0),
        (NIL, None, 0),
        (None, None, 1),
        (None, NEMURO, 1),
        (None, JAPAN, 0),
    ],
)
def test_what_is_right(entity: str | None, answer: Entity | None, right: int) -> None:
    assert compared((gold(entity), answer)).total.right == right


def test_accuracy_is_counted_by_kind_and_by_sum() -> None:
    outcome = compared(
        (gold("japan"), JAPAN),
        (gold("georgia", kind="metonym"), JAPAN),
        (gold("kunashir", kind="alias"), None),
        (gold(None, kind="lookalike"), None),
    )
    assert {kind: (c.right, c.stated) for kind, c in outcome.kinds.items()} == {
        "state": (1, 1),
        "metonym": (0, 1),
        "alias": (0, 1),
        "lookalike": (1, 1),
    }
    assert {name: c.accuracy for name, c in outcome.sums.items()} == {
        "states and metonyms": 0.5,
        "territories": 0.0,
    }


def test_nil_counts_answers_of_the_texts_own_and_leaves_null_out() -> None:
    outcome = compared(
        (gold(NIL), NEMURO),
        (gold(NIL), None),
        (gold(NIL), JAPAN),
        (gold("japan"), NEMURO),
        (gold(None), NEMURO),
    )
    assert (outcome.nil.hits, outcome.nil.extracted, outcome.nil.wanted) == (1, 2, 3)


def test_a_known_entity_takes_no_mention_of_another_thing() -> None:
    outcome = compared(
        (gold("japan"), JAPAN), (gold(NIL, thing="x"), JAPAN), (gold("georgia"), JAPAN), (gold(None), JAPAN)
    )
    assert outcome.merged == 3
    assert outcome.merge_rate == 0.75


def test_a_node_of_the_texts_belongs_to_the_thing_it_was_given_for_most_often() -> None:
    pair = (gold(NIL, thing="nemuro"), NEMURO)
    other = (gold(NIL, thing="naha"), NEMURO)
    assert compared(pair, pair).merged == 0
    assert compared(other, pair, pair).merged == 1
    assert [each.merged for each in compared(other, pair, pair).errors] == [True]


def test_what_is_missed_or_kept_apart_is_not_merged() -> None:
    outcome = compared((gold("japan"), None), (gold("japan"), NEMURO), (gold(None), NEMURO))
    assert outcome.merged == 0
    assert compared((gold("japan"), None)).split == 0


def test_a_thing_in_two_nodes_is_split_off_from_the_greater_one() -> None:
    outcome = compared((gold("japan"), JAPAN), (gold("japan"), JAPAN), (gold("japan"), NEMURO))
    assert outcome.split == 1


def test_things_are_the_same_over_texts() -> None:
    texts = [
        LinkText(document=Document(id=id_, text="It is."), mentions=(gold(NIL, thing=thing),))
        for id_, thing in (("a", "nemuro"), ("b", "naha"))
    ]
    outcome = compare_links(texts, [[Answer(entity=NEMURO)], [Answer(entity=NEMURO)]])
    assert outcome.merged == 1


def test_whom_a_person_acts_for_is_counted_where_it_is_told() -> None:
    outcome = answered(
        (gold(NIL, kind="person", serves="japan"), Answer(entity=NEMURO, serves="japan")),
        (gold(NIL, kind="person", serves="japan"), Answer(entity=NEMURO)),
        (gold(NIL, kind="person"), Answer(entity=NEMURO, serves="japan")),
    )
    assert (outcome.served.right, outcome.served.stated) == (1, 2)


def test_no_texts_give_an_empty_outcome() -> None:
    outcome = compare_links([], [])
    assert (outcome.total.stated, outcome.merge_rate, outcome.errors) == (0, 0.0, ())
    assert "all" in format_links(outcome)


def test_each_text_needs_its_answers() -> None:
    text = LinkText(document=Document(id="d", text="It is."), mentions=(gold("japan"),))
    with pytest.raises(ValueError, match="shorter"):
        compare_links([text], [[]])


def test_the_figures_of_floors_are_the_higher_the_better() -> None:
    good, bad = compared((gold("japan"), JAPAN)), compared((gold("japan"), GEORGIA))
    assert {name for name, figure in good.figures.items() if figure < bad.figures[name]} == set()
    assert (good.figures["not merged"], bad.figures["not merged"]) == (1.0, 0.0)


# -- the file --------------------------------------------------------------------------------------------------------


def line(**mention: object) -> str:
    whole = {"words": "Japan", "kind": "state", "entity": "japan"} | mention
    return json.dumps({"id": "a", "date": "2019-08-02", "text": "Japan is Japan.", "mentions": [whole]})


def read(folder: Path, content: str) -> list[LinkText]:
    path = folder / "links.jsonl"
    path.write_text(content, encoding="utf-8")
    return read_link_texts(path)


@pytest.mark.parametrize(("place", "start"), [({}, 0), ({"nth": 2}, 9), ({"start": 9}, 9)])
def test_words_are_found_where_the_line_says(tmp_path: Path, place: dict[str, int], start: int) -> None:
    ((mention,),) = (text.mentions for text in read(tmp_path, line(**place)))
    assert mention.span == Span(start=start, end=start + 5)


def test_what_nobody_knows_is_told_apart_by_same_as(tmp_path: Path) -> None:
    (text,) = read(tmp_path, line(entity=NIL, same_as="the-prefecture"))
    assert (text.mentions[0].entity, text.mentions[0].thing) == (NIL, "the-prefecture")
    assert text.document.date is not None


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (line(start=3), "the words 'Japan' do not stand there"),
        (line(nth=3), "the words 'Japan' do not stand there"),
        (line(words="Korea"), "the words 'Korea' do not stand there"),
        (line(kind="sate"), "'sate' is no kind of mention; there are state, historical"),
        ('{"id": "a", "text": "b"}', "it needs id, text, mentions"),
        ("[]", "a JSON object is needed"),
        ("{", "not JSON"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    with pytest.raises(ReadError, match=complaint) as raised:
        read(tmp_path, "\n" + content)
    assert "links.jsonl:2" in str(raised.value)


# -- what is shown -----------------------------------------------------------------------------------------------------


def test_the_table_names_errors_with_their_texts() -> None:
    outcome = compared((gold("japan"), GEORGIA), (gold("japan"), None))
    shown = format_links(outcome, errors=1)
    assert "d: state 'It' is japan, got georgia (wrong merge)\n    It is." in shown
    assert "got nothing" not in shown
    assert "merged      1 in the node of another thing, 0.500 of all" in shown


def test_the_json_holds_every_error() -> None:
    content = json.loads(links_as_json(compared((gold("japan"), GEORGIA), (gold(NIL), NEMURO))))
    assert content["all"] == {"mentions": 2, "right": 1, "accuracy": 0.5}
    assert content["nil"]["recall"] == 1.0
    assert [(e["entity"], e["found"], e["merged"]) for e in content["errors"]] == [("japan", "georgia", True)]
