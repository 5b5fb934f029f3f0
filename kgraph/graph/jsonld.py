"""Compact JSON-LD with its own context, one line a subject.

Prefixes alone make it compact, and the context names them: nothing is fetched, and each line reads without looking
up what a word means. A text is a string, a truth value or a whole number is one of JSON where that keeps its
spelling; whatever else has a type beside it.
"""

import functools
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import groupby
from operator import attrgetter
from typing import IO

import pyoxigraph as ox

from kgraph.graph import terms
from kgraph.graph.prefixes import namespace_of
from kgraph.vocab import PREFIXES

__all__ = ["write_jsonld"]

_STRING, _BOOLEAN, _INTEGER = (PREFIXES["xsd"] + name for name in ("string", "boolean", "integer"))
_PLAIN_INTEGER = re.compile("0|-?[1-9][0-9]{0,14}")  # 15 digits are exact in every reader of JSON

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Value = str | int | dict[str, str]


def write_jsonld(triples: Iterable[ox.Triple], stream: IO[bytes], used: Set[str]) -> None:
    """Write triples as one object with `@context` and `@graph`.

    Args:
        triples: the triples, those of a subject one after another.
        stream: what to write to.
        used: the prefixes to shorten IRIs by.
    """
    prefixes = {PREFIXES[prefix]: prefix for prefix in sorted(used)}
    context = ({prefix: namespace} for namespace, prefix in prefixes.items())
    stream.write(b'{"@context":{')
    _write_lines((_dump(term)[1:-1] for term in context), stream)
    stream.write(b'},"@graph":[')
    _write_lines((_dump(node) for node in _nodes(triples, prefixes)), stream)
    stream.write(b"]}\n")


def _write_lines(items: Iterable[str], stream: IO[bytes]) -> None:
    between = "\n"
    for item in items:
        stream.write((between + item).encode())
        between = ",\n"
    stream.write(b"\n")


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _nodes(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """Give each subject with its values by predicate; a single value stands without brackets."""

    @functools.lru_cache(maxsize=4096)
    def shorten(iri: str) -> str:
        namespace = namespace_of(iri)
        return f"{prefixes[namespace]}:{iri.removeprefix(namespace)}" if namespace in prefixes else iri

    for subject, same in groupby(triples, attrgetter("subject")):
        values: defaultdict[str, list[_Value]] = defaultdict(list)
        for triple in same:
            is_type = triple.predicate.value == terms.TYPE and not isinstance(triple.object, ox.Literal)
            value = _value(triple.object, shorten)
            if is_type and isinstance(value, dict):
                values["@type"].append(value["@id"])
            else:
                values[shorten(triple.predicate.value)].append(value)
        node = {key: found[0] if len(found) == 1 else found for key, found in values.items()}
        yield {"@id": _reference(subject, shorten), **node}


def _value(term: _Term, shorten: Callable[[str], str]) -> _Value:
    if not isinstance(term, ox.Literal):
        return {"@id": _reference(term, shorten)}
    if term.language is not None:
        return {"@language": term.language, "@value": term.value}
    datatype = term.datatype.value
    if datatype == _STRING:
        return term.value
    if datatype == _BOOLEAN and term.value in ("true", "false"):
        return term.value == "true"
    if datatype == _INTEGER and _PLAIN_INTEGER.fullmatch(term.value):
        return int(term.value)
    return {"@type": shorten(datatype), "@value": term.value}


def _reference(term: _Term, shorten: Callable[[str], str]) -> str:
    return shorten(term.value) if isinstance(term, ox.NamedNode) else str(term)
