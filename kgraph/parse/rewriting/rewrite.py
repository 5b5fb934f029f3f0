"""Puts together what the model reads: brackets apart, a list of names and a name in quotation marks as one name."""

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kgraph.model import Mention
from kgraph.parse.rewriting.adjacent_names import find_front_ends, find_gaps
from kgraph.parse.rewriting.asides import find_asides
from kgraph.parse.rewriting.cards import find_cards
from kgraph.parse.rewriting.dated_lists import find_dates_in_lists
from kgraph.parse.rewriting.judged import find_judged_names
from kgraph.parse.rewriting.lists import find_lists
from kgraph.parse.rewriting.plan import Inner, Node, Plan, Segment, Word
from kgraph.parse.rewriting.prefixes import find_prefixed_words
from kgraph.parse.rewriting.quoted import find_quoted_names, find_quoted_words
from kgraph.parse.rewriting.shifted import find_shifts
from kgraph.parse.sentences import find_datelines, sentence_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["make_plan"]

# A name that is plural where it is a subject ("the Philippines claim") and a place where it is an object.
_SEVERAL = "Philippines"
_QUOTED = "Canada"
_JUDGED = "it"
_JOINING = frozenset({"and", "or"})  # after a semicolon the last of a list


def make_plan(doc: "Doc", words: Sequence[Word], names: Mapping[int, Mention], *, opens: bool = True) -> Plan:
    """Choose what the model reads.

    Args:
        doc: the untouched words, names of states and bodies joined.
        words: what is read for each of them.
        names: the mention that each position belongs to.
        opens: whether a line begins with the first word; a dateline stands nowhere else.
    """
    starts = sentence_starts(doc, opens=opens)
    segments = _segments(doc, names, list(find_cards(doc, names)), opens=opens)
    gaps = find_gaps(doc, segments[0][1], names)
    acting = {who for who, _ in gaps}  # none of them is the member of a list
    members = {at: name for at, name in names.items() if at not in acting}
    for segment, row in segments:
        segment.nodes = _nodes(doc, row, words, members)
        for node in segment.nodes:
            node.is_start = starts.get(node.head)
    _part_clauses(segments[0][0].nodes)
    for segment, _ in segments[1:]:
        for number, node in enumerate(segment.nodes):
            node.is_start = not number
    return Plan(doc, [segment for segment, _ in segments], gaps)


def _part_clauses(nodes: Sequence[Node]) -> None:
    """Let the model read what follows a semicolon by itself: it takes it for a part of what goes before."""
    for before, node in itertools.pairwise(nodes):
        if before.word.text == ";" and node.is_start is None and node.word.text.lower() not in _JOINING:
            node.is_start = node.is_clause = True


def _segments(
    doc: "Doc", names: Mapping[int, Mention], cards: Sequence[range], *, opens: bool
) -> list[tuple[Segment, list[int]]]:
    """Part the text from its brackets: each segment with the positions of its words; cards have none to read."""
    silent = {position for card in cards for position in card}
    barred = silent | {
        position for start, end in find_datelines(doc, opens=opens) for position in range(start, end)
    }
    asides = {aside.opens: aside for aside in find_asides(doc, barred)}
    adverbials = _adverbials(doc, names)
    found: list[tuple[Segment, list[int]]] = [(Segment(), [])]
    within = [found[0]]
    read: set[int] = set()
    for at in range(len(doc)):
        aside, adverbial = asides.get(at), adverbials.get(at)
        segment, row = within[-1]
        if adverbial is not None and row:
            found.append(adverbial)
            read.update(adverbial[1], adverbial[0].brackets)
        elif at in read:
            continue
        elif aside is not None and row:
            inner: tuple[Segment, list[int]] = (
                Segment(anchor=row[-1], brackets=(aside.opens, aside.closes)),
                [],
            )
            found.append(inner)
            within.append(inner)
        elif at in segment.brackets:
            within.pop()
        elif at not in silent:
            row.append(at)
    return found + [(Segment(anchor=card.start - 1, brackets=tuple(card)), []) for card in cards]


def _adverbials(doc: "Doc", names: Mapping[int, Mention]) -> dict[int, tuple[Segment, list[int]]]:
    """Give by where they begin the adverbials that are read apart, each with its words and what it hangs on."""
    found = {}
    for shift in find_shifts(doc, names):
        segment = Segment(anchor=shift.verb, brackets=shift.commas, is_adverbial=True)
        found[min(shift.start, *shift.commas, len(doc))] = segment, list(range(shift.start, shift.end))
    for date in find_dates_in_lists(doc):
        found[date.start] = Segment(anchor=date.start - 1, is_adverbial=True), list(date)
    return found


def _nodes(doc: "Doc", row: Sequence[int], words: Sequence[Word], names: Mapping[int, Mention]) -> list[Node]:
    """Make the nodes of a row: one a word, but one only for a list and for a name in quotation marks.

    Where what stands in front of a clause ends without a comma, one is added.
    """
    joined = _joined(doc, row, words, names)
    ends = frozenset(find_front_ends(doc, row, names))
    nodes: list[Node] = []
    place = 0
    while place < len(row):
        if place in joined:
            end, several = joined[place]
            nodes += several
        else:
            position, end = row[place], place + 1
            nodes.append(Node(position, words[position]))
        place = end
        if row[place - 1] in ends:
            nodes.append(Node(row[place - 1], Word(","), is_added=True))
    return nodes


def _joined(
    doc: "Doc", row: Sequence[int], words: Sequence[Word], names: Mapping[int, Mention]
) -> dict[int, tuple[int, list[Node]]]:
    """Give where the stretches begin that are read as one name, and for each where it ends and its nodes."""
    found: dict[int, tuple[int, list[Node]]] = {}
    for quoted in find_quoted_names(doc, row):
        nodes = [Node(quoted.head, Word(_QUOTED, doc[quoted.head].text), inner=quoted.inner)]
        if quoted.comma is not None:
            nodes.append(Node(quoted.comma, Word(",")))
        found[quoted.start] = (quoted.end, nodes)
    for start in find_quoted_words(doc, row):
        opening, at, closing = row[start : start + 3]
        marks = (Inner(opening, at, "punct", "``", "PUNCT"), Inner(closing, at, "punct", "''", "PUNCT"))
        found[start] = (start + 3, [Node(at, words[at], inner=marks, is_name=False)])
    for start in find_prefixed_words(doc, row):
        prefix, hyphen, at = row[start : start + 3]
        joined = (Inner(prefix, at, "amod", "AFX", "X"), Inner(hyphen, at, "punct", "HYPH", "PUNCT"))
        found.setdefault(start, (start + 3, [Node(at, words[at], inner=joined, is_name=False)]))
    for judged in find_judged_names(doc, row, names):
        word = Word(_JUDGED, doc[judged.head].text)
        found[judged.start] = (judged.end, [Node(judged.head, word, inner=judged.inner, is_pronoun=True)])
    for each in find_lists(doc, row, names):
        word = Word(_SEVERAL, doc[each.first].text)
        found.setdefault(
            each.start,
            (each.end, [Node(each.first, word, each.last, each.inner, are_agents=each.are_agents)]),
        )
    return found
