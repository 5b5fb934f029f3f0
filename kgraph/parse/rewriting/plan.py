"""What the model reads in place of the untouched words, and how its analysis comes back to them.

A plan is a row of nodes, one for each word that the model sees. Most stand for one untouched word; one that stands
for several ("Etorofu, Kunashiri and Shikotan" read as "Japan") knows how these hang together. What stands in brackets
is read after everything else, as sentences of its own, and hung back below the word before the bracket.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.parse.network.analysed import Analysed
from kgraph.parse.repairs import mend
from kgraph.parse.rewriting.treebank import find_set_off_hyphens
from kgraph.parse.rows import FINITE, NOMINAL, NOUN_SUBJECT, Row, is_tree, to_doc
from kgraph.text.bounds import MAX_SENTENCE_TOKENS, bounded_tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Inner", "Node", "Plan", "Segment", "Word"]


_LOCATING = frozenset({"in", "at", "near", "off", "of", "between", "along", "on"})
_MAX_CLIMB = 4
_MAX_CONJUNCTS = 40  # as many as are looked at in any coordination
_BRACKETS = {"(": "-LRB-", ")": "-RRB-"}
_LEADING = frozenset({"ADP", "SCONJ"})  # parts of speech of prepositions


@dataclass(frozen=True, slots=True)
class Inner:
    """An untouched word whose place in the tree is known before the model reads: positions are those of the Doc."""

    position: int
    head: int
    label: str
    tag: str
    part_of_speech: str


@dataclass(frozen=True, slots=True)
class Word:
    """What the model reads for a word, and the lemma of the untouched one, "" where the model's will do."""

    text: str
    lemma: str = ""


@dataclass(slots=True)
class Node:
    """A word for the model to read, and the untouched words that it stands for."""

    head: int  # of them; what stands before it hangs here
    word: Word
    last: int = -1  # what stands after it hangs here
    inner: tuple[Inner, ...] = ()
    is_start: bool | None = None  # of a sentence; None leaves it to the model
    is_clause: bool = False  # of a sentence only for the model: a clause behind a semicolon
    are_agents: bool = False  # a list of those who act
    is_name: bool = True  # where it stands for several words
    is_pronoun: bool = False  # what is read in place of a name
    is_added: bool = False  # a comma that the text has not
    place: int = 0  # among those that the model reads

    def __post_init__(self) -> None:
        if self.last < 0:
            self.last = self.head


@dataclass(slots=True)
class Segment:
    """Nodes read in a row: the text without its brackets, or what one bracket holds; `brackets` are not read."""

    nodes: list[Node] = field(default_factory=list)
    anchor: int = -1  # the untouched word that a bracket stands behind; -1 for the text itself
    brackets: tuple[int, ...] = ()
    is_adverbial: bool = False  # of a member of a list, "A *in 1956* and B *in 1968*", or of a verb


@dataclass(slots=True)
class Plan:
    """The untouched Doc, and what is read in its place."""

    doc: "Doc"
    segments: list[Segment]
    gaps: Sequence[tuple[int, int]] = ()  # subject and object of each clause that leaves its verb out

    def to_read(self) -> "Doc":
        """Make the Doc for the model."""
        from spacy.tokens import Doc

        nodes = list(self._nodes())
        for place, node in enumerate(nodes):
            node.place = place
        spaced = self.doc.to_array("SPACY").tolist()
        spaces = [bool(spaced[node.last]) for node in nodes]
        for added in (node.place for node in nodes if node.is_added):
            spaces[added - 1] = False
        hyphens = find_set_off_hyphens(self.doc)
        for joint in (node.place for node in nodes if node.head in hyphens):
            spaces[joint - 1] = spaces[joint] = False
        starts: list[bool | int | None] = [i == 0 or node.is_start for i, node in enumerate(nodes)]
        # all at once: setting `token.is_sent_start` looks through the whole Doc each time
        return Doc(
            self.doc.vocab, words=[node.word.text for node in nodes], spaces=spaces, sent_starts=starts
        )

    def carry_over(self, read: Sequence[Analysed]) -> "list[Row]":
        """Put the model's analysis of the nodes on the untouched words, and mend it; heads are places in the Doc."""
        rows = self._carried(read)
        mend(rows, self.gaps)
        if not is_tree(rows):  # two repairs that each were right can be wrong together
            rows = self._carried(read)
        if len(rows) > MAX_SENTENCE_TOKENS:
            _bound(rows)
        return rows

    def _carried(self, read: Sequence[Analysed]) -> "list[Row]":
        rows = [Row(token.text, bool(token.whitespace_), token.i) for token in self.doc]
        nodes = list(self._nodes())
        for word, node in zip(read, nodes, strict=True):
            _fill(rows, node, word, nodes, read)
        _join_clauses(rows, nodes, read)
        for segment in self.segments[1:]:
            _hang(rows, segment)
        return rows

    def name(self, rows: "Sequence[Row]", names: Sequence[tuple[str, bool]]) -> None:
        """Put names on the untouched words: for each word that the model read, of what sort and whether one begins."""
        for (sort, begins), node in zip(names, self._nodes(), strict=True):
            if not node.is_added:
                rows[node.head].entity, rows[node.head].begins = sort, begins

    def _nodes(self) -> Iterator[Node]:
        for segment in self.segments:
            yield from segment.nodes


def _bound(rows: Sequence[Row]) -> None:
    heads, labels = bounded_tree(to_doc([rows]))
    for row, head, label in zip(rows, heads, labels, strict=True):
        row.head, row.label = head, label


def _fill(
    rows: Sequence[Row], node: Node, word: Analysed, nodes: Sequence[Node], read: Sequence[Analysed]
) -> None:
    if node.is_added:
        return
    row, at = rows[node.head], node.place
    above = nodes[_hold(nodes, read, word.head)]
    row.label, row.tag, row.part_of_speech = word.label, word.tag, word.part_of_speech
    row.morph, row.lemma = word.morph, node.word.lemma or word.lemma
    if (node.inner or node.is_pronoun) and node.is_name:
        row.tag, row.part_of_speech = "NNP", "PROPN"
    if word.head == at:
        row.head = node.head
    elif above.are_agents and _says_where(word, read):
        row.head = nodes[read[read[word.head].head].head].last
    else:
        row.head = above.head if at < word.head else above.last
    for inner in node.inner:
        _fill_inner(rows[inner.position], inner)


def _hold(nodes: Sequence[Node], read: Sequence[Analysed], at: int) -> int:
    """Give the place of the word that others can hang on: of a comma that was added, what that hangs on."""
    return read[at].head if nodes[at].is_added else at


def _join_clauses(rows: Sequence[Row], nodes: Sequence[Node], read: Sequence[Analysed]) -> None:
    """Make one sentence again of clauses that semicolons part: each hangs beside the first."""
    if not any(node.is_clause for node in nodes):
        return
    main = 0
    for word, node in zip(read, nodes, strict=True):
        root = _root(read, node.place)
        if not node.is_clause:
            main = root if word.starts else main
            continue
        row = rows[nodes[root].head]
        row.head, row.label = nodes[main].head, "dep"


def _root(read: Sequence[Analysed], at: int) -> int:
    while read[at].head != at:
        at = read[at].head
    return at


def _says_where(word: Analysed, read: Sequence[Analysed]) -> bool:
    """Tell whether it is not the states that are there but what is theirs: "claims of Peru and Chile in Antarctica"."""
    name = read[word.head]
    is_there = word.label == "prep" and word.text.lower() == "in" and name.label == "pobj"
    return is_there and read[name.head].text.lower() == "of"


def _fill_inner(row: Row, inner: Inner) -> None:
    row.head, row.label, row.tag, row.part_of_speech = (
        inner.head,
        inner.label,
        inner.tag,
        inner.part_of_speech,
    )
    is_name = inner.part_of_speech == "PROPN"
    row.lemma = row.text if is_name else row.text.lower()


def _hang(rows: list[Row], segment: Segment) -> None:
    """Hang what a bracket holds below the word before it, and the brackets below that."""
    roots = [node.head for node in segment.nodes if rows[node.head].label == "ROOT"]
    for root in roots:
        rows[root].head, rows[root].label = _attachment(rows, root, segment)
    for position in segment.brackets:
        row = rows[position]
        row.head, row.tag = (roots[0] if roots else segment.anchor), _BRACKETS.get(row.text, "SYM")
        row.lemma = row.text


def _attachment(rows: Sequence[Row], at: int, segment: Segment) -> tuple[int, str]:
    """Choose where a bracket hangs by its root, and as what; a participle after "by X" says more of what X does."""
    root, anchor = rows[at], segment.anchor
    if segment.is_adverbial:
        is_alone = len(segment.nodes) == 1 and root.part_of_speech == "ADV"
        return anchor, "prep" if root.part_of_speech in _LEADING else "advmod" if is_alone else "npadvmod"
    first, above = rows[segment.nodes[0].head], rows[rows[anchor].head]
    if first.tag in {"WDT", "WP", "WRB"}:
        return _described(rows, anchor), "relcl"
    if first.text == "including":
        return anchor, "prep"
    if root.part_of_speech == "ADP":
        return _described(rows, anchor), "prep"
    below = [row for row in rows[segment.nodes[0].head : at] if row.head == at]
    is_clause = any(row.label in NOUN_SUBJECT for row in below) and any(row.tag in FINITE for row in below)
    if root.tag in {"VBN", "VBG"} and not is_clause and rows[anchor].part_of_speech in {"NOUN", "PROPN"}:
        is_by = above.label == "agent" and root.tag == "VBN"
        return (above.head, "conj") if is_by else (_described(rows, anchor), "acl")
    return anchor, "appos" if root.part_of_speech in NOMINAL else "parataxis"


def _described(rows: Sequence[Row], anchor: int) -> int:
    """Climb from a name to the place that it describes: "islands in the Gulf of Fonseca (claimed by Honduras)"."""
    found = anchor
    for _ in range(_MAX_CLIMB):
        for _ in range(_MAX_CONJUNCTS):
            if rows[anchor].label != "conj" or rows[anchor].head >= anchor:
                break
            anchor = rows[anchor].head
        preposition = rows[anchor].head
        noun = rows[preposition].head
        if rows[anchor].label != "pobj" or rows[preposition].text not in _LOCATING or noun > preposition:
            break
        anchor = noun
        found = noun if rows[noun].lemma in load_cues().places_nouns else found
    return found
