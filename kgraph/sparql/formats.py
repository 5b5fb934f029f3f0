"""In what forms an answer can be written: one table for the command line and the server."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.sparql.plain import to_json
from kgraph.sparql.results import Answer, Kind, Term
from kgraph.vocab import PREFIXES

__all__ = ["FORMATS", "Format", "formats_of", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form of an answer.

    Attributes:
        name: as `--format` and a link call it.
        media_types: the one it is sent with first, then others that clients ask for it by.
        triples: whether it can write triples as RDF; what cannot writes them as rows of three.
        solutions: whether it can write rows, and the answer to ASK.
        meaning: in a word or two.
    """

    name: str
    media_types: tuple[str, ...]
    triples: bool = False
    solutions: bool = True
    meaning: str = ""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format(name="table", media_types=("text/plain",), meaning="for a terminal"),
            Format(name="csv", media_types=("text/csv",), meaning="comma-separated, plain values"),
            Format(
                name="tsv", media_types=("text/tab-separated-values",), meaning="W3C: tab-separated terms"
            ),
            Format(
                name="json",
                media_types=("application/json",),
                meaning="a list of objects, text and numbers",
            ),
            Format(
                name="srj",
                media_types=("application/sparql-results+json", "application/json"),
                meaning="W3C SPARQL results in JSON",
            ),
            Format(
                name="srx",
                media_types=("application/sparql-results+xml", "application/xml", "text/xml"),
                meaning="W3C SPARQL results in XML",
            ),
            Format(name="md", media_types=("text/markdown",), meaning="a Markdown table"),
            Format(
                name="ttl",
                media_types=("text/turtle", "application/x-turtle"),
                triples=True,
                solutions=False,
                meaning="triples as Turtle",
            ),
            Format(
                name="nt",
                media_types=("application/n-triples", "text/plain"),
                triples=True,
                solutions=False,
                meaning="triples as N-Triples",
            ),
            Format(
                name="jsonld",
                media_types=("application/ld+json", "application/json"),
                triples=True,
                solutions=False,
                meaning="triples as JSON-LD",
            ),
            Format(
                name="rdf",
                media_types=("application/rdf+xml", "application/xml", "text/xml"),
                triples=True,
                solutions=False,
                meaning="triples as RDF/XML",
            ),
        )
    }
)
_RESULTS = {
    "srj": ox.QueryResultsFormat.JSON,
    "srx": ox.QueryResultsFormat.XML,
    "tsv": ox.QueryResultsFormat.TSV,
}
_RDF = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


def formats_of(kind: Kind) -> tuple[Format, ...]:
    """List the forms that an answer of this kind can have."""
    return tuple(
        f for f in FORMATS.values() if (f.triples or f.solutions if kind == "triples" else f.solutions)
    )


def write(answer: Answer, name: str) -> bytes:
    """Write an answer in a form of `FORMATS` that its kind can have.

    Where rows are missing, both forms of JSON say so by a `"cut"`, W3C's in its head; in the others only the answer
    itself can tell.
    """
    if name in _RDF:
        if answer.kind != "triples":
            there_are = ", ".join(each.name for each in formats_of(answer.kind))
            raise QueryError(
                f"{name} is for the triples of CONSTRUCT and DESCRIBE; for this answer: {there_are}"
            )
        triples = (ox.Triple(*row) for row in answer.rows)  # type: ignore[arg-type]
        return ox.serialize(triples, format=_RDF[name], prefixes=_used_prefixes(answer)) or b""
    if name in _RESULTS:
        return _write_results(answer, name)
    if name == "json":
        return to_json(answer).encode("utf-8", "surrogatepass")
    table = answer.table()
    writers = {"table": table.to_text, "csv": table.to_csv, "md": table.to_markdown}
    return writers[name]().encode("utf-8", "surrogatepass")


def _used_prefixes(answer: Answer) -> dict[str, str]:
    """Give the prefixes of kgraph that an answer has a use for."""
    iris = {term.value for row in answer.rows for term in row if isinstance(term, ox.NamedNode)}
    iris |= {term.datatype.value for row in answer.rows for term in row if isinstance(term, ox.Literal)}
    return {p: space for p, space in PREFIXES.items() if any(iri.startswith(space) for iri in iris)}


def _write_results(answer: Answer, name: str) -> bytes:
    """Write W3C's JSON, and let Oxigraph make the other forms of it: it writes only what it has read or found."""
    head = {"vars": answer.columns} | ({"cut": answer.cut} if answer.cut else {})
    document: dict[str, object] = {"head": {} if answer.kind == "boolean" else head}
    if answer.kind == "boolean":
        document["boolean"] = str(_value(answer.rows[0][0])["value"]) == "true"
    else:
        document["results"] = {"bindings": [dict(_bound(answer, row)) for row in answer.rows]}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if name == "srj":
        return text + b"\n"
    results = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    return results.serialize(format=_RESULTS[name]) or b""


def _bound(answer: Answer, row: tuple[Term | None, ...]) -> Iterator[tuple[str, dict[str, object]]]:
    for column, term in zip(answer.columns, row, strict=True):
        if term is not None:
            yield column, _value(term)


def _value(term: Term | None) -> dict[str, object]:
    """Write a term as W3C's JSON has it."""
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Literal():
            return {"type": "literal", "value": term.value, **_tag(term)}
        case ox.Triple():
            parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
            return {"type": "triple", "value": {name: _value(part) for name, part in parts.items()}}
    raise TypeError(f"no RDF term: {term!r}")


def _tag(literal: ox.Literal) -> dict[str, str]:
    if literal.language:
        direction = literal.direction
        return {"xml:lang": literal.language} | ({"its:dir": direction.value} if direction else {})
    datatype = literal.datatype.value
    return {} if datatype == PREFIXES["xsd"] + "string" else {"datatype": datatype}
