"""The language model run over many short texts at a time, each as if it stood alone.

What the model makes of a text must not hang on what else is read with it, or leaving one sentence out would change
another. Texts in a batch meet in one place only, the products of matrices: these are taken in blocks of a fixed number
of rows, so that each row is added up in the same order whatever stands above and below it. They are OpenBLAS's, by way
of NumPy: 2 to 3 times as fast as those of BLIS, which thinc takes (measured on Zen 4: 90 against 34 GFLOPS).

Parts of speech and lemmas are looked up by what decides on them rather than matched word by word; where the model's
own rules say more (`gon` before `na`), these are asked.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.pipeline import AttributeRuler, Lemmatizer
from thinc.api import NumpyOps

from kgraph.parse.network.analysed import HEADS_WRAP, Analysed
from kgraph.parse.network.naming import NameSearch, name_search
from kgraph.parse.network.trees import tree_search

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Analyst", "analyst_of", "index_lemmas", "lemmas_of", "take_fast_products"]

BLOCK = 128  # rows of a matrix that are multiplied at a time
_HALF = HEADS_WRAP // 2  # from here on a head is a negative number
_COLUMNS: list[int | str] = [
    "ORTH",
    "LOWER",
    "TAG",
    "DEP",
    "IS_SPACE",
    "HEAD",
    "SENT_START",
]
_MAX_KEPT = 200_000  # lemmas looked up before; a corpus of a year has more words than memory is for


# -- products of matrices ---------------------------------------------------------------------------------------------


class _BlockOps(NumpyOps):  # type: ignore[misc]  # compiled: it has no types
    """NumPy's products of matrices in blocks of rows."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:  # the signature is thinc's
        """Multiply two matrices, either of them turned."""
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        other = np.ascontiguousarray(y.T) if trans2 else y  # copied: 90 against 78 GFLOPS
        product = self.xp.empty((x.shape[0], other.shape[1]), dtype=x.dtype) if out is None else out
        whole = x.shape[0] - x.shape[0] % BLOCK
        for first in range(0, whole, BLOCK):
            np.dot(x[first : first + BLOCK], other, out=product[first : first + BLOCK])
        if whole < x.shape[0]:
            last = np.zeros((BLOCK, x.shape[1]), dtype=x.dtype)
            last[: x.shape[0] - whole] = x[whole:]
            product[whole:] = np.dot(last, other)[: x.shape[0] - whole]
        return product


def take_fast_products(nlp: "Language") -> None:
    """Let a pipeline multiply by NumPy, on one core, where thinc would by BLIS; on a GPU nothing changes."""
    import threadpoolctl

    threadpoolctl.threadpool_limits(
        1, user_api="blas"
    )  # small matrices: more threads only wait for one another
    ops = _BlockOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


# -- the pipeline -----------------------------------------------------------------------------------------------------


@dataclass
class Analyst:
    """A pipeline, its parse and its search for names apart."""

    nlp: "Language"
    _morphology: "_Morphology | None" = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Take the model's own rules for parts of speech and lemmas where they are of the usual sort."""
        pipes = dict(self.nlp.pipeline)
        ruler, lemmatizer = pipes.get("attribute_ruler"), pipes.get("lemmatizer")
        if type(ruler) is AttributeRuler and isinstance(lemmatizer, Lemmatizer):
            morphology = _Morphology(ruler, lemmatizer)
            self._morphology = morphology if morphology.is_usual else None

    @cached_property
    def _parsing(self) -> Sequence[tuple[str, Any]]:
        """List the components that a parse takes; rules for parts of speech and lemmas are looked up instead.

        For a parser of the usual sort there is its search for trees.
        """
        own = {"attribute_ruler", "lemmatizer"} if self._morphology is not None else set()
        pipes = ((name, pipe) for name, pipe in self.nlp.pipeline if name not in {"ner", *own})
        return [(name, tree_search(pipe) or pipe) for name, pipe in pipes]

    @cached_property
    def _naming(self) -> Sequence[tuple[str, Any]]:
        """List the components that finding names takes: with its own layers below, no other.

        Names are looked for apart from the parse: the model lets none run over the end of a sentence, and what is named
        must not hang on whether a text is parsed.
        """
        names = self.nlp.pipe_names
        if "ner" not in names:
            return ()
        model = getattr(self.nlp.get_pipe("ner"), "model", None)
        listens = model is None or any("listener" in node.name for node in model.walk())
        below = {"tok2vec", "transformer"} if listens else set[str]()
        return [(name, pipe) for name, pipe in self.nlp.pipeline if name == "ner" or name in below]

    @cached_property
    def _search(self) -> NameSearch | None:
        """Give the search for names where that takes one component of the usual sort, and no other."""
        return name_search(self._naming[0][1]) if len(self._naming) == 1 else None

    def parse(self, docs: "Sequence[Doc]") -> Iterator[list[Analysed]]:
        """Tag and parse texts; gives the words of each, in order, with no names."""
        return map(self._words, _run(self._parsing, docs))

    def find_names(self, docs: "Sequence[Doc]") -> Iterator[list[tuple[str, bool]]]:
        """Give for each word of each text the sort of name that it is of, "" for none, and whether it begins one."""
        if self._search is not None:
            return self._search.find(docs)
        read = _run(self._naming, docs)
        return ([(token.ent_type_, token.ent_iob_ == "B") for token in doc] for doc in read)

    def _words(self, doc: "Doc") -> list[Analysed]:
        if self._morphology is not None:
            return self._morphology.words(doc)
        return [
            Analysed(
                text=token.text,
                head=token.head.i,
                label=token.dep_,
                tag=token.tag_,
                part_of_speech=token.pos_,
                morph=str(token.morph),
                lemma=token.lemma_,
                starts=bool(token.is_sent_start),
            )
            for token in doc
        ]


def _run(pipes: "Iterable[tuple[str, Any]]", docs: "Sequence[Doc]") -> "Sequence[Doc]":
    for _, pipe in pipes:
        read = pipe.pipe(docs, batch_size=max(1, len(docs))) if hasattr(pipe, "pipe") else map(pipe, docs)
        docs = list(read)
    return docs


_ANALYSTS: "WeakKeyDictionary[Language, Analyst]" = WeakKeyDictionary()


def analyst_of(nlp: "Language") -> Analyst:
    """Give the one analyst of a pipeline, which keeps what it looked up."""
    found = _ANALYSTS.get(nlp)
    if found is None:
        found = _ANALYSTS[nlp] = Analyst(nlp)
    return found


# -- parts of speech and lemmas ---------------------------------------------------------------------------------------


_Key = tuple[
    str, int, int, int
]  # what decides on a word's part of speech: "" or itself, tag, label, white space
_KNOWN = frozenset(
    {"LOWER", "TAG", "DEP", "IS_SPACE"}
)  # what rules may look at to be asked once for each case


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What the rules make of a case; no lemma where they say none."""

    label: str
    tag: str
    part_of_speech: str
    morph: str
    lemma: str


class _Morphology:
    """The rules of a pipeline for parts of speech and lemmas, asked once for each case."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """Learn which words, labels and tags the rules tell apart, and what they look at several words for."""
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._strings = ruler.vocab.strings
        told, patterns, self._joined, self.is_usual = _learn(ruler.patterns)
        self._told, self._patterns = told, tuple(map(re.compile, sorted(patterns)))
        self._lower: dict[int, str] = {}  # what of a word the rules look at, by its number
        self._ruled: dict[_Key, _Ruled] = {}
        self._lemmas: dict[tuple[int, str, str], str] = {}

    def words(self, doc: "Doc") -> list[Analysed]:
        """Give the words of a text that is tagged and parsed."""
        table = doc.to_array(_COLUMNS)
        rows = table.tolist()
        ruled = self._rule(doc, rows)
        found = []
        for i, (row, case) in enumerate(zip(rows, ruled, strict=True)):
            head = row[5] - HEADS_WRAP if row[5] > _HALF else row[5]
            found.append(
                Analysed(
                    text=self._strings[row[0]],
                    head=i + head,
                    label=case.label,
                    tag=case.tag,
                    part_of_speech=case.part_of_speech,
                    morph=case.morph,
                    lemma=case.lemma or self._lemma(doc, i, row[0], case),
                    starts=row[6] == 1,
                )
            )
        return found

    def _rule(self, doc: "Doc", rows: Sequence[Sequence[int]]) -> list[_Ruled]:
        lowers = [self._looked_at(row[1]) for row in rows]
        if not self._joined.isdisjoint(lowers) or any(self._strings[row[3]] in self._joined for row in rows):
            return self._ask(doc)
        keys = [(lower, row[2], row[3], row[4]) for lower, row in zip(lowers, rows, strict=True)]
        found = [self._ruled.get(key) for key in keys]
        known = [case for case in found if case is not None]
        if len(known) == len(keys):
            return known
        asked = self._ask(doc)
        self._ruled.update(zip(keys, asked, strict=True))
        return asked

    def _looked_at(self, lower: int) -> str:
        """Give a word in small letters, "" where no rule looks at it."""
        known = self._lower.get(lower)
        if known is None:
            word = self._strings[lower]
            is_told = word in self._told or any(pattern.search(word) for pattern in self._patterns)
            known = word if is_told else ""
            _keep(self._lower, lower, known)
        return known

    def _ask(self, doc: "Doc") -> list[_Ruled]:
        self._ruler(doc)
        return [
            _Ruled(token.dep_, token.tag_, token.pos_, str(token.morph), token.lemma_ if token.lemma else "")
            for token in doc
        ]

    def _lemma(self, doc: "Doc", at: int, word: int, case: _Ruled) -> str:
        key = (word, case.part_of_speech, case.morph)
        known = self._lemmas.get(key)
        if known is None:
            token: Any = doc[at]  # spaCy's own types leave `set_morph` out
            token.pos_ = case.part_of_speech
            token.set_morph(case.morph)
            known = self._lemmatizer.lemmatize(token)[0]
            _keep(self._lemmas, key, known)
        return known


def _keep(known: dict[Any, str], key: object, value: str) -> None:
    """Remember an answer; of too many, none is kept."""
    if len(known) >= _MAX_KEPT:
        known.clear()
    known[key] = value


def _learn(rules: Sequence[Mapping[str, Any]]) -> tuple[frozenset[str], set[str], frozenset[str], bool]:
    """Give the words that rules tell from others, patterns of such words, what leads to rules of several words.

    The last says whether each rule can be asked once for each case.
    """
    told: set[str] = set()
    patterns: set[str] = set()
    joined: set[str] = set()
    is_usual = True
    for tokens in (tokens for rule in rules for tokens in rule["patterns"]):
        for token in tokens:
            is_usual = is_usual and token.keys() <= _KNOWN
            words, regex = _values(token.get("LOWER", ()))
            told.update(words)
            patterns.update(regex)
        if len(tokens) > 1:
            leads = [w for t in tokens for key in ("LOWER", "DEP") for w in _values(t.get(key, ()))[0]]
            joined.update(leads[:1])
            is_usual = is_usual and bool(leads)
    return frozenset(told), patterns, frozenset(joined), is_usual


def _values(condition: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words, and the patterns of words, that a condition of a rule names."""
    if isinstance(condition, str):
        return (condition,), ()
    if not isinstance(condition, Mapping):
        return (), ()
    regex = condition.get("REGEX")
    return tuple(condition.get("IN", ())), (regex,) if regex else ()


def index_lemmas(nlp: "Language") -> None:
    """Let a pipeline look words up among its known lemmas, where it would go through all of 57,000 for each noun.

    They stay in order, and can be saved, as in the lists that they were.
    """
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            table = pipe.lookups.get_table("lemma_index")
            for part_of_speech in list(table):
                table[part_of_speech] = dict.fromkeys(table[part_of_speech])


# -- the lemmas of a form ---------------------------------------------------------------------------------------------


def dictionary_of(nlp: "Language") -> Mapping[str, Collection[str]]:
    """Give the lemmas that a pipeline knows by part of speech: "noun", "verb"; none where it has no list of them."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            table = pipe.lookups.get_table("lemma_index")
            return {name: table[name] for name in ("adj", "adv", "noun", "verb") if name in table}
    return {}


def lemmas_of(nlp: "Language") -> Callable[[str], frozenset[str]] | None:
    """Give what tells all lemmas that a pipeline can give a word, whatever part of speech it takes it for.

    None for a pipeline whose lemmas are not made by rules alone.
    """
    pipes = dict(nlp.pipeline)
    ruler, lemmatizer = pipes.get("attribute_ruler"), pipes.get("lemmatizer")
    if (
        type(ruler) is not AttributeRuler
        or not isinstance(lemmatizer, Lemmatizer)
        or lemmatizer.mode != "rule"
    ):
        return None
    suffixes = [pair for rules in lemmatizer.lookups.get_table("lemma_rules", {}).values() for pair in rules]
    tables = list(lemmatizer.lookups.get_table("lemma_exc", {}).values())
    said, by_pattern = _lemmas_by_rule(ruler.patterns)

    def lemmas(word: str) -> frozenset[str]:
        """List the lemmas of a word in small letters."""
        found = {word, *said.get(word, ()), *(lemma for pattern, lemma in by_pattern if pattern.search(word))}
        found.update(word[: len(word) - len(old)] + new for old, new in suffixes if word.endswith(old))
        for table in tables:
            found.update(table.get(word, ()))
        return frozenset(found)

    return lemmas


def _lemmas_by_rule(
    rules: Sequence[Mapping[str, Any]],
) -> tuple[Mapping[str, set[str]], list[tuple[re.Pattern[str], str]]]:
    """Give the lemmas that rules for single words and forms say: "'re" is "be"; of "'re" the letters count."""
    said: dict[str, set[str]] = {}
    by_pattern: list[tuple[re.Pattern[str], str]] = []
    for rule in rules:
        lemma = rule["attrs"].get("LEMMA")
        for tokens in rule["patterns"] if lemma else ():
            words, patterns = _values(tokens[rule.get("index", 0)].get("LOWER", ()))
            for word in words:
                for part in re.findall(r"\w+", word):
                    said.setdefault(part, set()).add(lemma.lower())
            by_pattern += [(re.compile(pattern), lemma.lower()) for pattern in patterns]
            if not words and not patterns:
                by_pattern.append((re.compile(""), lemma.lower()))
    return said, by_pattern
