"""Annotated texts in, the measure of what is read from them out."""

import io
import json
import logging
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph.errors import ReadError
from kgraph.evaluation import (
    Causes,
    Comparison,
    GoldText,
    LinkComparison,
    NamedAssertion,
    Names,
    Sight,
    compare,
    compare_links,
    find_causes,
    from_record,
    read_aliases,
    read_gold,
    read_link_texts,
    read_predictions,
)
from kgraph.files import StrPath
from kgraph.gazetteer import Gazetteer
from kgraph.lean_imports import import_spacy
from kgraph.model import Document, Reading
from kgraph.pipeline.intake import Intake
from kgraph.reading import read_sources
from kgraph.records import to_records
from kgraph.vocab import predicates

if TYPE_CHECKING:
    from kgraph.extraction import Extractor

__all__ = ["evaluate", "evaluate_links", "evaluate_with_causes"]

log = logging.getLogger(__name__)

Rows = Iterable[Mapping[str, Any]]


def evaluate(
    gold: StrPath | Rows,
    *,
    predictions: StrPath | Iterable[Mapping[str, Any] | Reading] | None = None,
    aliases: StrPath | None = None,
    extractor: "Extractor | None" = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] = iter,
) -> Comparison:
    """Compare what is extracted from annotated texts with what they are annotated with.

    Args:
        gold: the texts, one a line of a file or a mapping each, with `id`, `text` and `assertions`.
        predictions: what was extracted from them: a file that `kgraph extract` wrote, such records, or readings; None
            extracts anew.
        aliases: names for the same thing; None takes `aliases.json` beside the gold file, else the names
            of the gazetteer.
        extractor: own settings; None takes the defaults.
        progress: goes through the documents, say to show how far it is.

    Raises:
        ReadError: a file cannot be read.

    >>> half = [{"id": "1", "text": "Japan claims Kunashir.",
    ...          "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir"}]}]
    >>> kgraph.evaluate(half).core
    Tally(hits=1, extracted=1, wanted=1)
    """
    return evaluate_with_causes(
        gold, predictions=predictions, aliases=aliases, extractor=extractor, progress=progress
    )[0]


def evaluate_with_causes(
    gold: StrPath | Rows,
    *,
    predictions: StrPath | Iterable[Mapping[str, Any] | Reading] | None = None,
    aliases: StrPath | None = None,
    extractor: "Extractor | None" = None,
    progress: Callable[[Iterable[Document]], Iterable[Document]] = iter,
) -> tuple[Comparison, Causes]:
    """Do what `evaluate` does, and say why each error is one."""
    given = gold if isinstance(gold, str | os.PathLike) else list(gold)
    texts = read_gold(given)
    if not texts:
        raise ReadError("the gold file holds no text: one JSON object a line with id, text and assertions")
    if predictions is not None:
        found, gazetteer = read_predictions(_records(predictions)), Gazetteer.load()
    else:
        found, gazetteer = _extracted(given, extractor, progress)
    known = {*predicates(), *(extractor.predicates if extractor else ()), *(one.predicate for one in found)}
    _warn_of_unknown(texts, known)
    names = _names(given, aliases, gazetteer)
    comparison = compare(texts, found, names)
    return comparison, find_causes(texts, comparison, names, Sight(gazetteer.find, _triggers()))


def _warn_of_unknown(texts: Iterable[GoldText], known: Collection[str]) -> None:
    """Name the predicates of a gold file that nothing can be read by: a slip of the pen, mostly."""
    given = {one.predicate: text.id for text in reversed(list(texts)) for one in text.assertions}
    for predicate in sorted(given.keys() - set(known)):
        near = get_close_matches(predicate, known, 1)
        hint = f"; is {near[0]} meant?" if near else ""
        log.warning("%s: no predicate %r, so that it counts as missed%s", given[predicate], predicate, hint)


def _records(predictions: StrPath | Iterable[Mapping[str, Any] | Reading]) -> StrPath | Rows:
    if isinstance(predictions, str | os.PathLike):
        return predictions
    return (
        record for one in predictions for record in (to_records(one) if isinstance(one, Reading) else (one,))
    )


def evaluate_links(paths: Iterable[Path], *, extractor: "Extractor | None" = None) -> LinkComparison:
    """Compare what mentions are linked to with what they are annotated with, over all texts of some files.

    Args:
        paths: JSON Lines of annotated texts, as `read_link_texts` reads them.
        extractor: own settings; None takes the defaults.

    Raises:
        ReadError: a file cannot be read.
    """
    import_spacy()  # half a second
    from kgraph.extraction import Extractor
    from kgraph.extraction.link_answers import answer_mentions

    texts = [text for path in paths for text in read_link_texts(path)]
    return compare_links(texts, answer_mentions(texts, extractor or Extractor()))


def _extracted(
    gold: StrPath | Rows,
    extractor: "Extractor | None",
    progress: Callable[[Iterable[Document]], Iterable[Document]],
) -> tuple[list[NamedAssertion], Gazetteer]:
    """Extract anew from annotated texts."""
    import_spacy()  # half a second
    from kgraph.extraction import Extractor

    extractor = extractor or Extractor()
    readings = extractor.read(progress(_articles(gold)))
    found = [from_record(record) for reading in readings for record in to_records(reading)]
    return found, extractor.gazetteer


def _articles(gold: StrPath | Rows) -> Iterable[Document]:
    """Read the texts as articles are read: rows as the lines of a file."""
    if isinstance(gold, str | os.PathLike):
        return Intake(gold)
    lines = "".join(f"{json.dumps(row, default=str)}\n" for row in gold)
    return read_sources(
        ("-",), on_reject=lambda each: log.warning("%s", each), stdin=io.BytesIO(lines.encode())
    )


def _triggers() -> dict[str, frozenset[str]]:
    """List the words that wordings look for, by predicate."""
    from kgraph.relations import package_wordings

    wordings = package_wordings()
    return {
        predicate: frozenset(word for w in wordings if w.predicate == predicate for word in w.trigger)
        for predicate in {wording.predicate for wording in wordings}
    }


def _names(gold: StrPath | Rows, aliases: StrPath | None, gazetteer: Gazetteer) -> Names:
    beside = Path(gold).with_name("aliases.json") if isinstance(gold, str | os.PathLike) else None
    if aliases is None and beside is not None and beside.exists():
        aliases = beside
    if aliases is not None:
        return read_aliases(aliases)
    # Adjectives, capitals and the like stand for a thing in a text, but are not its name.
    return Names(
        {each.entity.label: [n.text for n in each.names if n.how in ("name", "short")] for each in gazetteer}
    )
