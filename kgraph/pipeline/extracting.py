"""Documents in, what they say out: nothing is kept and nothing written."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import cast

from kgraph.corpus import Recipe
from kgraph.files import StrPath
from kgraph.gazetteer import Gazetteer
from kgraph.model import Document, OpenReading, Reading
from kgraph.pipeline.intake import Intake

__all__ = ["extract", "extract_open"]


def extract(
    documents: Document | Iterable[Document] | StrPath | Iterable[StrPath],
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
    wordings: StrPath | Iterable[StrPath] = (),
    min_confidence: float = 0.0,
    links: StrPath | None = None,
    proposals: StrPath | None = None,
    fields: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Reading]:
    """Read what documents say, one after the other.

    Args:
        documents: articles, or their sources as `build` takes them.
        gazetteer: the things known by name, or a table of your own beside the built-in ones.
        model: an installed spaCy model; None takes the default one.
        wordings: TOML files with own wordings and predicates, or folders of them.
        min_confidence: what is less probably right is left out.
        links: a file of decisions on who is who.
        proposals: a file of what another extractor proposes; `Reading.refused` says what does not hold.
        fields: what records of sources call the fields that they call otherwise than kgraph: {"text": "body"}.

    Raises:
        ModelMissingError: the model is not installed.
        DataError: an own table, wording or decision is wrong.
        ReadError: the file of proposals cannot be read.

    >>> text = "Argentina claims the Falkland Islands."
    >>> (reading,) = kgraph.extract([kgraph.Document(id="1", text=text)])
    >>> [(said.subject.label, said.predicate, said.object.label) for said in reading.assertions]
    [('Argentina', 'claims', 'Falkland Islands')]
    """
    recipe = Recipe.of(gazetteer, model, wordings, min_confidence, links, proposals)
    return recipe.make().read(_documents(documents, fields))


def extract_open(
    documents: Document | Iterable[Document] | StrPath | Iterable[StrPath],
    *,
    gazetteer: Gazetteer | StrPath | None = None,
    model: str | None = None,
    fields: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[OpenReading]:
    """Read every proposition of documents, in their own words and of whatever domain, one document after the other.

    Args:
        documents: articles, or their sources as `build` takes them.
        gazetteer: names that are read as one word each: as `extract` has it.
        model: an installed spaCy model; None takes the default one.
        fields: what records of sources call their fields, as `extract` has it.

    Raises:
        ModelMissingError: the model is not installed.

    >>> (reading,) = kgraph.extract_open([kgraph.Document(id="1", text="The ferry did not reach Shikotan.")])
    >>> [(said.predicate, said.polarity.value) for said in reading.propositions]
    [('did not reach', 'negative')]
    """
    return Recipe.of(gazetteer, model).make().read_open(_documents(documents, fields))


def _documents(
    given: Document | Iterable[Document] | StrPath | Iterable[StrPath], fields: Mapping[str, str]
) -> Document | Iterable[Document]:
    """Give documents as they are, and those of sources."""
    if isinstance(given, str | os.PathLike):
        return Intake(given, fields=fields)
    is_named = isinstance(given, Sequence) and any(isinstance(one, str | os.PathLike) for one in given)
    if is_named:
        return Intake(cast("Iterable[StrPath]", given), fields=fields)
    return cast("Document | Iterable[Document]", given)
