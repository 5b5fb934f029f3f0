"""Belief has the properties that its documentation promises."""

import pytest
from articles import NO, article, derived, rows, said
from hypothesis import given
from hypothesis import strategies as st

from kgraph.derive.belief import Rates, Word, combine, load_rates, origins, support
from kgraph.errors import DataError

TRUSTS = st.lists(st.floats(0, 0.99), max_size=8)
TRUST = st.floats(0.01, 0.99)
BELIEFS = (
    "SELECT ?b ?yes ?no WHERE { ?i a kg:Belief ; kg:belief ?b ; kg:origins ?yes ; kg:denyingOrigins ?no }"
)


def belief(yes: list[float], no: list[float]) -> float:
    return combine(support(yes), support(no))


@given(TRUSTS, TRUSTS)
def test_it_lies_between_0_and_1_and_with_disbelief_is_not_more_than_1(
    yes: list[float], no: list[float]
) -> None:
    assert 0 <= belief(yes, no) <= 1
    assert belief(yes, no) + belief(no, yes) <= 1 + 1e-12


@given(TRUSTS, TRUSTS, st.randoms())
def test_the_order_does_not_matter(yes: list[float], no: list[float], random: "st.Random") -> None:  # type: ignore[name-defined]
    shuffled = random.sample(yes, len(yes))
    assert belief(shuffled, no) == belief(yes, no)


@given(TRUSTS, TRUSTS, TRUST)
def test_another_independent_supporter_never_lowers_it(
    yes: list[float], no: list[float], more: float
) -> None:
    assert belief([*yes, more], no) >= belief(yes, no) - 1e-15


@given(st.lists(TRUST, min_size=1, max_size=4), st.lists(TRUST, max_size=3), TRUST)
def test_a_denial_by_another_origin_lowers_it(yes: list[float], no: list[float], more: float) -> None:
    assert belief(yes, [*no, more]) < belief(yes, no)


@given(TRUST)
def test_one_supporter_gives_no_more_than_its_trust(trust: float) -> None:
    assert belief([trust], []) <= trust + 1e-12


@given(st.integers(1, 400))
def test_no_number_of_origins_makes_certain(count: int) -> None:
    assert 0 < belief([0.99] * count, [0.99] * count) < 1


WORDS = st.lists(
    st.builds(Word, st.floats(0, 0.99), st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=2)),
    max_size=8,
)


@given(WORDS)
def test_copies_add_nothing(words: list[Word]) -> None:
    assert origins([*words, *words]) == origins(words)


@given(WORDS, st.floats(0, 0.99))
def test_an_origin_of_its_own_is_one_more(words: list[Word], trust: float) -> None:
    assert len(origins([*words, Word(trust, frozenset({"new"}))])) == len(origins(words)) + 1


@given(WORDS, st.randoms())
def test_origins_do_not_depend_on_the_order(words: list[Word], random: "st.Random") -> None:  # type: ignore[name-defined]
    assert origins(random.sample(words, len(words))) == origins(words)


def test_a_chain_of_ties_is_one_origin() -> None:
    chain = [Word(0.5, frozenset("ab")), Word(0.6, frozenset("cd")), Word(0.4, frozenset("bc"))]
    assert origins(chain) == [0.6]


# ---------------------------------------------------------------- from graphs


def claim(words: str = "", **more: object) -> object:
    return said("japan", "claims", "kunashir", words, **more)  # type: ignore[arg-type]


def test_two_publishers_are_two_origins() -> None:
    graph = derived(article("a", claim(), source="Post"), article("b", claim(), source="Times"))  # type: ignore[arg-type]
    assert rows(graph, BELIEFS) == [("0.964", "2", "0")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"source": "Post"}, {"source": "Post"}),
        ({"source": "Post", "words": "Japan claims it."}, {"source": "Times", "words": "Japan  claims IT."}),
        ({"source": "Post", "attribution": "china"}, {"source": "Times", "attribution": "china"}),
    ],
)
def test_a_publisher_a_speaker_and_the_same_words_are_one_origin(
    one: dict[str, str], other: dict[str, str]
) -> None:
    readings = []
    for name, what in (("a", dict(one)), ("b", dict(other))):
        source = what.pop("source")
        readings.append(article(name, claim(**what), source=source))  # type: ignore[arg-type]
    assert rows(derived(*readings), BELIEFS) == []


def test_one_source_alone_is_no_more_than_its_evidence_and_gets_no_node() -> None:
    assert rows(derived(article("a", claim())), BELIEFS) == []  # type: ignore[arg-type]


def test_a_denial_is_weighed_against_what_is_said() -> None:
    graph = derived(article("a", claim(), source="Post"), article("b", claim(polarity=NO), source="Times"))  # type: ignore[arg-type]
    assert rows(graph, BELIEFS) == [("0.448", "1", "1")]


def test_another_s_word_weighs_less_than_the_text_s_own_voice_and_one_s_own_as_much() -> None:
    found = []
    for voice in ("china", "japan"):
        graph = derived(
            article("a", claim(), source="Post"),  # type: ignore[arg-type]
            article("b", claim(attribution=voice), source="Times"),  # type: ignore[arg-type]
        )
        found += [float(value) for value, *_ in rows(graph, BELIEFS)]
    assert found == [0.93, 0.964]


def test_what_has_another_time_is_another_content() -> None:
    graph = derived(article("a", claim(time="1945"), source="Post"), article("b", claim(), source="Times"))  # type: ignore[arg-type]
    assert rows(graph, BELIEFS) == []


def test_the_rates_are_in_order_and_an_own_table_must_be_too() -> None:
    rates = load_rates()
    assert rates.text <= rates.itself < rates.other
    with pytest.raises(DataError, match=r"belief\.toml"):
        Rates(text=0.5, itself=0.1, other=0.3)
