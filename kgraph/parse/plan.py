"""What the model reads in place of the untouched words, and how its analysis comes back to them.

A plan is a row of nodes, one for each word that the model sees. Most stand for one untouched word; one that stands
for several ("Etorofu, Kunashiri and Shikotan" read as "Japan") knows how these hang together. What stands in brackets
is read after everything else, as sentences of its own, and hung back below the word before the bracket.
"""

import itertools
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from kgraph.bounds import MAX_SENTENCE_TOKENS, bounded_tree
from kgraph.cues import load_cues
from kgraph.parse.adjuncts import (
    give_object,
    hang_state,
    join_objects,
    open_clause,
    take_for_subject,
)
from kgraph.parse.analysed import HEADS_WRAP, Analysed
from kgraph.parse.before_names import take_for_name
from kgraph.parse.infinitives import complete_verb, go_on_with_infinitive
from kgraph.parse.insertions import resume_clause
from kgraph.parse.inversions import turn_inverted
from kgraph.parse.left_out_verbs import part_gaps
from kgraph.parse.lost_subjects import find_lost_subject
from kgraph.parse.parted import join_over_report, join_over_time
from kgraph.parse.prepositions import hang_preposition
from kgraph.parse.relatives import (
    hang_bare_relative,
    hang_behind_date,
    hang_relative,
    part_possessed,
    part_relative,
)
from kgraph.parse.second_clauses import go_on_with_passive, is_below, part_clauses, part_spliced

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Inner", "Node", "Plan", "Row", "Segment", "Word", "to_doc"]


_LOCATING = frozenset({"in", "at", "near", "off", "of", "between", "along", "on"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_CLIMB = 4
_MISTAKEN = frozenset({"acl", "advcl", "ccomp", "conj", "dobj", "pobj", "relcl"})
_BEFORE_NOUN = frozenset({"amod", "case", "compound", "det", "nmod", "poss"})
_MAX_TOLD = 40  # words between a claim and the verb of what it says
_MAX_CONJUNCTS = 40  # as many as are looked at in any coordination
_BRACKETS = {"(": "-LRB-", ")": "-RRB-"}
_DESCRIBING = frozenset({"det", "amod", "compound", "nummod", "nmod"})
_LISTED = frozenset({"pobj", "dobj", "conj", "appos"})
_NOMINAL_LIST = frozenset({"NOUN", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ"})


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
    is_date: bool = False  # of a member of a list: "A *in 1956* and B *in 1968*"


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
        starts: list[bool | int | None] = [i == 0 or node.is_start for i, node in enumerate(nodes)]
        # all at once: setting `token.is_sent_start` looks through the whole Doc each time
        return Doc(
            self.doc.vocab, words=[node.word.text for node in nodes], spaces=spaces, sent_starts=starts
        )

    def carry_over(self, read: Sequence[Analysed]) -> "list[Row]":
        """Put the model's analysis of the nodes on the untouched words; heads are places in the Doc."""
        rows = [Row(token.text, bool(token.whitespace_), token.i) for token in self.doc]
        nodes = list(self._nodes())
        for word, node in zip(read, nodes, strict=True):
            _fill(rows, node, word, nodes, read)
        _join_clauses(rows, nodes, read)
        for segment in self.segments[1:]:
            _hang(rows, segment)
        for row in rows:
            _raise_subject(rows, row)
        part_gaps(rows, self.gaps)
        _set_apart(rows)
        _set_apart_objects(rows)
        for position, _ in enumerate(rows):
            for repair in _REPAIRS:
                repair(rows, position)
        _take_both(rows)
        if len(rows) > MAX_SENTENCE_TOKENS:
            _bound(rows, self.doc.vocab)
        return rows

    def name(self, rows: "Sequence[Row]", names: Sequence[tuple[str, bool]]) -> None:
        """Put names on the untouched words: for each word that the model read, of what sort and whether one begins."""
        for (sort, begins), node in zip(names, self._nodes(), strict=True):
            if not node.is_added:
                rows[node.head].entity, rows[node.head].begins = sort, begins

    def _nodes(self) -> Iterator[Node]:
        for segment in self.segments:
            yield from segment.nodes


@dataclass(slots=True)
class Row:
    """An untouched word as it is analysed; `head` is a place among the rows, its own for a root."""

    text: str
    space: bool  # whether one follows
    head: int
    label: str = "punct"
    tag: str = ""
    part_of_speech: str = "PUNCT"
    morph: str = ""
    lemma: str = ""
    entity: str = ""
    begins: bool = True


def _bound(rows: Sequence[Row], vocab: "Vocab") -> None:
    heads, labels = bounded_tree(to_doc([rows], vocab))
    for row, head, label in zip(rows, heads, labels, strict=True):
        row.head, row.label = head, label


def to_doc(units: Sequence[Sequence[Row]], vocab: "Vocab") -> "Doc":
    """Make the Doc of analysed words, those of several texts one behind the other; heads are places in their own."""
    from spacy.tokens import Doc

    rows = list(itertools.chain.from_iterable(units))
    doc = Doc(vocab, words=[row.text for row in rows], spaces=[row.space for row in rows])
    if rows:  # numbers all at once: given words for them, `Doc` looks up each, and sets it by itself
        heads = [(row.head - at) % HEADS_WRAP for unit in units for at, row in enumerate(unit)]
        doc.from_array(_COLUMNS, _numbered(rows, heads, vocab))
    return doc


_COLUMNS: list[int | str] = ["HEAD", "ENT_IOB", "POS", "DEP", "LEMMA", "TAG", "MORPH", "ENT_TYPE"]
_OUTSIDE, _BEGINS, _CONTINUES = 2, 3, 1  # a name, as spaCy numbers it
_MAX_KEPT = 50_000  # words as they are analysed, whose numbers are kept: texts repeat theirs


def _numbered(rows: Sequence[Row], heads: Sequence[int], vocab: "Vocab") -> Any:
    """Give the numbers of each row, in the order of `_COLUMNS`; a head is so many words away."""
    told = (
        _numbers(vocab, row.part_of_speech, row.label, row.lemma, row.tag, row.morph, row.entity)
        for row in rows
    )
    table = np.empty((len(rows), len(_COLUMNS)), dtype=np.uint64)
    table[:, 0], table[:, 1] = array("Q", heads), array("Q", _in_names(rows))
    table[:, 2:] = np.array(array("Q", itertools.chain.from_iterable(told))).reshape(len(rows), -1)
    return table


@lru_cache(maxsize=_MAX_KEPT)
def _numbers(
    vocab: "Vocab", part_of_speech: str, label: str, lemma: str, tag: str, morph: str, entity: str
) -> tuple[int, ...]:
    """Give the numbers of what is said of a word, whatever stands beside it."""
    add = vocab.strings.add
    return add(part_of_speech), add(label), add(lemma), add(tag), vocab.morphology.add(morph), add(entity)


def _fill(
    rows: Sequence[Row], node: Node, word: Analysed, nodes: Sequence[Node], read: Sequence[Analysed]
) -> None:
    if node.is_added:
        return
    row, at = rows[node.head], node.place
    above = nodes[_hold(nodes, read, word.head)]
    row.label, row.tag, row.part_of_speech = word.label, word.tag, word.part_of_speech
    row.morph, row.lemma = word.morph, node.word.lemma or word.lemma
    if node.inner and node.is_name:
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
        rows[root].head, rows[root].label = _attachment(rows, rows[root], segment)
    for position in segment.brackets:
        row = rows[position]
        row.head, row.tag = (roots[0] if roots else segment.anchor), _BRACKETS.get(row.text, "SYM")
        row.lemma = row.text


def _attachment(rows: Sequence[Row], root: Row, segment: Segment) -> tuple[int, str]:
    """Choose where a bracket hangs, and as what; a participle after "by X" says more of what is done by X."""
    anchor = segment.anchor
    if segment.is_date:
        return anchor, "prep" if root.part_of_speech == "ADP" else "npadvmod"
    first, above = rows[segment.nodes[0].head], rows[rows[anchor].head]
    if first.tag in {"WDT", "WP", "WRB"}:
        return _described(rows, anchor), "relcl"
    if first.text == "including":
        return anchor, "prep"
    if root.part_of_speech == "ADP":
        return _described(rows, anchor), "prep"
    if root.tag in {"VBN", "VBG"} and rows[anchor].part_of_speech in {"NOUN", "PROPN"}:
        is_by = above.label == "agent" and root.tag == "VBN"
        return (above.head, "conj") if is_by else (_described(rows, anchor), "acl")
    return anchor, "appos" if root.part_of_speech in _NOMINAL else "parataxis"


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


def _raise_subject(rows: Sequence[Row], row: Row) -> None:
    """Hang a subject on its verb where the model hung it on the auxiliary: "Peru and Chile *are* committed"."""
    auxiliary = rows[row.head]
    if row.label in _SUBJECTS and auxiliary.label in {"aux", "auxpass"}:
        row.head = auxiliary.head
        row.label = "nsubjpass" if auxiliary.label == "auxpass" else "nsubj"


def _set_apart(rows: Sequence[Row]) -> None:
    """Hang the second of two subjects on the first where a comma parts them: "X, *a tract* left by the river, was"."""
    first: dict[int, int] = {}
    for position, row in enumerate(rows):
        if row.label not in _SUBJECTS or row.head < position:
            continue
        before = first.setdefault(row.head, position)
        if before == position or row.part_of_speech not in _NOMINAL:
            continue
        between = [
            r.text
            for r in rows[before + 1 : position]
            if r.head not in (before, position) or r.label == "punct"
        ]
        if between[:1] == [","] and not {"and", "or"} & set(between):
            row.head, row.label = before, "appos"


def _set_apart_objects(rows: Sequence[Row]) -> None:
    """Hang a second object behind a comma on the name before it: "the drills in X, *land* occupied by Y".

    Where the verb has no first object the model may take the land for an adverbial.
    """
    first: dict[int, int] = {}
    for position, row in enumerate(rows):
        if row.head > position or row.label not in {"dobj", "npadvmod"}:
            continue
        is_second = row.label == "dobj" and first.setdefault(row.head, position) != position
        if not is_second and not (row.label == "npadvmod" and row.lemma in load_cues().places_nouns):
            continue
        edge = position
        while edge > row.head and rows[edge - 1].text != "," and is_below(rows, edge - 1, position):
            edge -= 1
        if row.head < edge - 2 and rows[edge - 1].text == "," and rows[edge - 2].part_of_speech == "PROPN":
            row.head, row.label = edge - 2, "appos"


def _take_for_claims(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is where the model took it for a verb: "rejects its maritime *claims* as void"."""
    row = rows[position]
    if not _may_be_claims(row):
        return
    first = position
    while first and (
        rows[first - 1].label in _BEFORE_NOUN or (first == position and _is_object(rows[first - 1]))
    ):
        first -= 1
    phrase = rows[first:position]
    above = rows[first - 1] if first else row
    if not any(r.label == "poss" for r in phrase) or above.part_of_speech not in {"ADP", "VERB"}:
        return
    for place, other in enumerate(phrase, first):
        if other.head in {position - 1, position} or place == position - 1:
            other.head = position
    rows[position - 1].label = "amod"
    _be_claims(row, first - 1, "pobj" if above.part_of_speech == "ADP" else "dobj")


def _take_for_claims_of(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is after whose they are: "is investigating *Eritrean claims* that troops entered X"."""
    row, owner = rows[position], rows[position - 1]
    is_after = position > 1 and owner.label == "dobj" and owner.head < position - 1
    is_told = position + 1 < len(rows) and rows[position + 1].text == "that"
    if not (_may_be_claims(row) and is_after and is_told) or owner.part_of_speech not in {"ADJ", "PROPN"}:
        return
    _be_claims(row, owner.head, "dobj")
    owner.head, owner.label = position, "amod"
    for other in rows[position + 1 : position + 1 + _MAX_TOLD]:
        if other.head == position and other.label == "ccomp":
            other.label = "acl"


def _may_be_claims(row: Row) -> bool:
    return row.text == "claims" and row.tag == "VBZ" and row.label in _MISTAKEN


def _be_claims(row: Row, head: int, label: str) -> None:
    row.head, row.label = head, label
    row.tag, row.part_of_speech, row.lemma = "NNS", "NOUN", "claim"


def _is_object(row: Row) -> bool:
    return row.label in {"dobj", "pobj"}


def _reduce_passive(rows: Sequence[Row], position: int) -> None:
    """Make a participle say more of its noun where the model made a clause: "rejects the drills *being held by X*"."""
    row = rows[position]
    if row.text != "being" or row.label != "auxpass" or rows[row.head].label != "ccomp":
        return
    participle = rows[row.head]
    subject = next((i for i in range(position - 1, participle.head, -1) if rows[i].head == row.head), None)
    if subject is not None and rows[subject].label == "nsubjpass" and subject == position - 1:
        rows[subject].head, rows[subject].label = participle.head, "dobj"
        participle.head, participle.label = subject, "acl"


def _join_fellow(rows: Sequence[Row], position: int) -> None:
    """Make a fellow of what the model set apart though it is joined: "not only Argentina but also *Chile*"."""
    row = rows[position]
    if row.label != "appos" or row.head > position:
        return
    joining = (
        at for at in range(row.head + 1, position) if rows[at].head == row.head and rows[at].label == "cc"
    )
    at = next(joining, None)
    if at is not None and rows[at].text in {"and", "but", "or"}:
        row.label = "conj"


def _join_like(rows: Sequence[Row], position: int) -> None:
    """Join two nouns alike where the model joined the second to what the first is of.

    So in "the Georgian region of Abkhazia and the Moldovan *region* of Transnistria".
    """
    row = rows[position]
    name, preposition = rows[row.head], rows[rows[row.head].head]
    first = preposition.head
    is_of_first = row.label == "conj" and name.label == "pobj" and preposition.label == "prep"
    if not is_of_first or name.part_of_speech != "PROPN" or rows[first].text.lower() != row.text.lower():
        return
    for at in range(row.head + 1, position):
        if rows[at].head == row.head and rows[at].label == "cc":
            rows[at].head = first
    row.head = first


def _go_on_with_list(rows: Sequence[Row], position: int) -> None:
    """Hang a noun that goes on with a list on what it follows, where the model hung it on the verb above.

    "Claims islands in the north, and the reefs of the south": no verb has a noun for its fellow, but where the verb
    itself is left out ("argued with Kenya, and Eritrea with Ethiopia").
    """
    row = rows[position]
    is_stray = row.label == "conj" and row.part_of_speech in _NOMINAL_LIST
    is_gapped = (
        rows[min(position + 1, len(rows) - 1)].part_of_speech == "ADP" and row.part_of_speech == "PROPN"
    )
    if not is_stray or is_gapped or rows[row.head].part_of_speech != "VERB" or row.head > position:
        return
    before = position - 1
    while before > row.head and _stands_between(rows[before], position):
        before -= 1
    fellow = rows[before]
    is_fellow = fellow.part_of_speech in _NOMINAL_LIST and fellow.label in _LISTED
    if before > row.head and is_fellow and not is_below(rows, before, position):
        row.head = before


def _go_on_with_places(rows: Sequence[Row], position: int) -> None:
    """Hang a place that goes on with a list on the place before it, where the model hung it on the noun above.

    "The annexation of Crimea and *the city* of Sevastopol": no city beside an annexation.
    """
    row = rows[position]
    above = rows[row.head]
    nouns = load_cues().places_nouns
    is_stray = row.label == "conj" and row.lemma in nouns and row.head < position
    if not is_stray or above.part_of_speech != "NOUN" or above.lemma in nouns:
        return
    before = position - 1
    while before > row.head and _stands_between(rows[before], position):
        before -= 1
    before = _named_with(rows, before)
    fellow = rows[before]
    is_place = fellow.label in _LISTED and fellow.part_of_speech == "PROPN"
    if before > row.head and is_place and is_below(rows, before, row.head):
        row.head = before


def _named_with(rows: Sequence[Row], position: int) -> int:
    """Climb from the last word of a name with "of" to its head: "the Autonomous *Republic* of Crimea"."""
    preposition = rows[position].head
    above = rows[preposition].head
    is_inside = rows[preposition].text == "of" and rows[above].part_of_speech == "PROPN"
    return above if is_inside and above == preposition - 1 else position


def _take_both(rows: Sequence[Row]) -> None:
    """Give each "both" its role beside a verb: object in "recognised both as", subject in "which both claim"."""
    found = [position for position, row in enumerate(rows) if row.text.lower() == "both"]
    below: dict[int, list[Row]] = {}
    for row in rows if found else ():
        below.setdefault(row.head, []).append(row)
    for position in found:
        _place_both(rows, position, below)


def _place_both(rows: Sequence[Row], position: int, children: Mapping[int, Sequence[Row]]) -> None:
    row = rows[position]
    if row.label not in {"advmod", "det", "preconj"}:
        return
    above = rows[row.head]
    is_behind = above.tag == "IN" or above.text.lower() == "back"
    if is_behind and row.head == position + 1 and above.head == position - 1:  # "recognised both as states"
        row.head = position - 1
    verb, below = rows[row.head], children.get(row.head, ())
    if verb.part_of_speech != "VERB" or any(r.label == "dobj" for r in below):
        return
    relative = next((r for r in below if r.tag == "WDT" and r.label == "nsubj"), None)
    after = rows[position + 1] if position + 1 < len(rows) else row
    if row.head == position - 1 and (after.tag == "IN" or after.text.lower() == "back"):
        row.label, row.part_of_speech = "dobj", "PRON"
    elif row.head == position + 1 and relative is not None:
        row.label, row.part_of_speech, relative.label = "nsubj", "PRON", "dobj"


def _stands_between(row: Row, noun: int) -> bool:
    """Tell whether a word is a comma, an "and", or what describes the noun that follows."""
    if row.head == noun:
        return row.label in _DESCRIBING
    return row.label == "punct" or (row.label == "cc" and row.text.lower() in {"and", "or"})


def _in_names(rows: Sequence[Row]) -> list[int]:
    """Tell of each word whether it begins a name or continues one; one that continues nothing begins anew."""
    found, before = [], ""
    for row in rows:
        continues = row.entity == before and not row.begins
        found.append((_CONTINUES if continues else _BEGINS) if row.entity else _OUTSIDE)
        before = row.entity
    return found


# What mends the analysis at one word, in this order: each reckons with what those before have mended.
_REPAIRS: tuple[Callable[[Sequence[Row], int], None], ...] = (
    take_for_name,
    resume_clause,
    join_over_time,
    join_over_report,
    find_lost_subject,
    _join_fellow,
    _join_like,
    _go_on_with_list,
    go_on_with_infinitive,
    complete_verb,
    part_clauses,
    part_spliced,
    go_on_with_passive,
    _take_for_claims,
    _take_for_claims_of,
    _go_on_with_places,
    hang_preposition,
    turn_inverted,
    _reduce_passive,
    hang_relative,
    hang_behind_date,
    part_relative,
    hang_bare_relative,
    part_possessed,
    hang_state,
    join_objects,
    open_clause,
    take_for_subject,
    give_object,
)
