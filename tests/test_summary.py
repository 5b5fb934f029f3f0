"""What a run is said to have found."""

from collections import Counter
from dataclasses import replace

import pytest

from kgraph.disputes import find_disputes
from kgraph.model import Assertion, Entity, EntityKind
from kgraph.pipeline import Built, Report
from kgraph.summary import MOST_DISPUTES, summarize


def claim(who: str, what: str, predicate: str = "claims", **qualifiers: object) -> Assertion:
    return Assertion(
        subject=Entity(id=who.lower(), label=who, kind=EntityKind.STATE),
        predicate=predicate,
        object=Entity(id=what.lower(), label=what, kind=EntityKind.TERRITORY),
        **qualifiers,  # type: ignore[arg-type]
    )


def built(
    *assertions: Assertion, predicates: dict[str, int] | None = None, different: int | None = None
) -> Built:
    report = Report(
        read=1,
        rejected=0,
        rejections=(),
        sentences=4,
        sentences_with_assertion=2,
        documents_with_assertion=1,
        predicates=Counter(predicates or {}),
        polarities=Counter(negative=3),
        modalities=Counter(),
        attributed=1,
    )
    return Built(report=report, disputes=tuple(find_disputes(assertions)), different=different)


def test_the_summary_names_disputes_relations_and_doubts() -> None:
    text = summarize(built(claim("Japan", "Kunashir"), claim("Russia", "Kunashir"), predicates={"claims": 2}))
    assert "  Kunashir  claimed by Japan, Russia\n" in text
    assert "Relations: claims 2\n" in text
    assert text.endswith("3 denied, 0 only possible, 1 on somebody's word.")


def test_of_many_disputes_those_are_named_of_which_most_is_said() -> None:
    quarrels = [claim(who, f"Islet {n:03}") for n in range(MOST_DISPUTES + 2) for who in ("Japan", "Russia")]
    protests = [claim("Japan", f"Islet {n:03}", "contests") for n in range(2, MOST_DISPUTES + 2)]
    rows = summarize(built(*quarrels, *protests)).split("\n\n")[1].splitlines()[1:]
    named = [row.split("  ")[1] for row in rows[:-1]]
    assert named == [f"Islet {n:03}" for n in range(2, MOST_DISPUTES + 2)]
    assert rows[-1].startswith("  and 2 more, of which less is said: ")


def test_the_commonest_relations_come_first_and_the_rest_is_counted() -> None:
    text = summarize(built(predicates={f"p{n}": n for n in range(1, 11)}))
    assert "Relations: p10 10, p9 9," in text
    assert "p3 3 and 2 others" in text


@pytest.mark.parametrize(
    ("different", "said"),
    [
        pytest.param(
            2, "3 assertions, 2 of them different (what several articles say alike is one).", id="some equal"
        ),
        pytest.param(3, "3 assertions.", id="none equal"),
        pytest.param(None, "3 assertions.", id="in a store"),
    ],
)
def test_assertions_are_counted_as_articles_make_them_and_as_the_graph_has_them(
    different: int | None, said: str
) -> None:
    text = summarize(built(predicates={"claims": 3}, different=different))
    assert text.partition("\n")[0].endswith(f" {said}")


def test_relations_and_doubts_are_counted_as_the_page_counts_them() -> None:
    found = built(predicates={"claims": 3}, different=2)
    found = replace(found, relations=Counter(claims=2), stances=Counter(denied=1, attributed=1))
    text = summarize(found)
    assert "Relations: claims 2\n" in text
    assert text.endswith("1 denied, 0 only possible, 1 on somebody's word.")


def test_articles_without_a_date_are_told() -> None:
    assert "\n2 articles have no date: " in summarize(replace(built(), undated=2))
    assert "no date" not in summarize(built())


def test_a_run_that_found_nothing_has_no_empty_headings() -> None:
    assert "Disputes" not in summarize(built())
    assert "Relations" not in summarize(built())
