"""Writes the reference pages of the guide from the code: python .docs/generate.py; with --check it only compares."""

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path

import click
import pyoxigraph as ox

import kgraph
from kgraph.cli import cli
from kgraph.sparql.named import named_queries
from kgraph.vocab import NAMESPACE, ONTOLOGY, PREFIXES, local_name, predicates

PAGES = Path(__file__).parent / "pages" / "reference"
MADE = "<!-- Made by .docs/generate.py from the code; change that. -->\n\n"
ABOUT_COMMANDS = """\
# Commands

Exit codes: 0 done; 1 something was left out, or a check says no; 2 nothing could be done, or used wrongly; 130 stopped
by Ctrl-C. Data goes to standard output, talk to standard error.
"""
ABOUT_ONTOLOGY = f"""\
# Ontology

![An assertion, its evidence and the document, with the terms that join them](../ontology.svg)

Terms are in `{NAMESPACE}` (`kg:`). An **assertion** is what a text says, with its qualifiers; it is not a fact. The
bare triple stands beside it only where the text says it in its own voice, or a party of itself, as positive and actual.
"""
ABOUT_RELATIONS = """\
## Relations

What a relation leads from and to is a hint, not a rule of logic. The codes are the nearest, not equals.
"""
ABOUT_QUESTIONS = """\
# Questions

`kgraph query GRAPH NAME`, in Python `graph.query(NAME)`, over HTTP `/queries/NAME`. Each gives the same rows by
Oxigraph and by rdflib.
"""
ABOUT_PYTHON = """\
# Python

All that `import kgraph` promises; what a module has beside it may change.
"""


def commands() -> str:
    """Give each command's own help, as the command line shows it."""
    parts = [ABOUT_COMMANDS]
    for name, command in _commands(cli, "kgraph"):
        parts.append(f"## {name}\n\n```text\n{_help(command, name)}\n```\n")
    return "\n".join(parts)


def _commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        whole = f"{path} {name}"
        if isinstance(command, click.Group):
            yield from _commands(command, whole)
        else:
            yield whole, command


def _help(command: click.Command, name: str) -> str:
    # As the command line itself makes it: click keeps the first help option that a command is asked for.
    names = cli.context_settings["help_option_names"]
    context = click.Context(
        command, info_name=name, terminal_width=100, max_content_width=100, help_option_names=names
    )
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    return "\n".join(lines).strip()


def ontology() -> str:
    """Give the classes and relations of the ontology, by family, with the terms of other vocabularies."""
    terms = _terms()
    parts = [
        ABOUT_ONTOLOGY,
        "## Classes\n",
        _table(
            ("class", "what it is"), ((f"`kg:{name}`", _cell(_definition(t))) for name, t in _classes(terms))
        ),
        ABOUT_RELATIONS,
    ]
    families = sorted({each.family for each in predicates().values()})
    for family in families:
        rows = (_relation(name, terms[name]) for name, each in predicates().items() if each.family == family)
        header = ("relation", "from → to", "what it says", "example", "elsewhere")
        parts += [f"### {family}\n", _table(header, rows)]
    return "\n".join(parts)


def _terms() -> Mapping[str, dict[str, list[str]]]:
    """Read the ontology: by local name, the values of each property."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in ox.parse(path=ONTOLOGY, format=ox.RdfFormat.TURTLE):
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(NAMESPACE):
            value = triple.object
            text = value.value if isinstance(value, ox.NamedNode | ox.Literal) else ""
            if isinstance(value, ox.Literal) and value.datatype.value.startswith(NAMESPACE):
                text = f"{local_name(value.datatype.value)} {text}"
            properties = found.setdefault(local_name(triple.subject.value), {})
            properties.setdefault(triple.predicate.value, []).append(text)
    return found


def _classes(terms: Mapping[str, dict[str, list[str]]]) -> list[tuple[str, dict[str, list[str]]]]:
    kind = PREFIXES["owl"] + "Class"
    return sorted(
        (name, each) for name, each in terms.items() if kind in each.get(PREFIXES["rdf"] + "type", ())
    )


def _relation(name: str, term: Mapping[str, list[str]]) -> tuple[str, ...]:
    def one(prefix: str, local: str) -> str:
        return next(iter(term.get(PREFIXES[prefix] + local, ())), "")

    ends = " → ".join(
        f"`{local_name(one('rdfs', end))}`" if one("rdfs", end) else "anything" for end in ("domain", "range")
    )
    items = [
        *(f"Wikidata {local_name(each)}" for each in sorted(term.get(NAMESPACE + "wikidataProperty", ()))),
        *(
            f"Wikidata {local_name(each)} (the other way)"
            for each in sorted(term.get(NAMESPACE + "wikidataInverseProperty", ()))
        ),
        *sorted(term.get(PREFIXES["skos"] + "notation", ())),
        *(f"ICOW: {each}" for each in term.get(NAMESPACE + "icowNote", ())),
    ]
    example = one("skos", "example")
    return (f"`{name}`", ends, _cell(_definition(term)), _cell(example), _cell("; ".join(items)))


def _definition(term: Mapping[str, list[str]]) -> str:
    return next(iter(term.get(PREFIXES["skos"] + "definition", ())), "")


def questions() -> str:
    """Give the named questions with their parameters and columns."""
    parts = [ABOUT_QUESTIONS]
    for named in named_queries():
        options = ", ".join(f"`--{each.name}` ({each.meaning})" for each in named.parameters) or "none"
        rows = ((f"`{name}`", _cell(meaning)) for name, meaning in named.columns.items())
        parts += [
            f"## {named.name}\n",
            f"{named.question}\n\nOptions: {options}.\n",
            _table(("column", "what it holds"), rows),
        ]
    return "\n".join(parts)


def python() -> str:
    """Give the public names of `import kgraph`, with their signatures and what they say of themselves."""
    parts = [ABOUT_PYTHON]
    for name in kgraph.__all__:
        value = getattr(kgraph, name)
        if callable(value):
            parts.append(
                f"## kgraph.{name}\n\n```text\n{_signature(name, value)}\n```\n\n{_docstring(value)}\n"
            )
            if _tells_how_it_is_made(value):
                parts.append(_docstring(value.__init__) + "\n")
            parts += [
                f"### {name}.{method}\n\n```text\n{_signature(method, member)}\n```\n\n{_docstring(member)}\n"
                for method, member in _methods(value)
            ]
    return "\n".join(parts)


# What users call of the classes that they hold; records speak for themselves.
METHODS: Mapping[object, tuple[str, ...]] = {
    kgraph.Answer: ("table", "to_pandas", "to_polars", "values"),
    kgraph.Comparison: ("columns", "labels", "to_pandas", "to_polars"),
    kgraph.Extractor: ("read", "read_open"),
    kgraph.Gazetteer: ("by_name", "find", "get", "load", "look_up"),
    kgraph.Graph: (
        *("open", "of", "query", "questions", "show", "to_pandas", "to_polars", "to_networkx", "columns"),
        *("assertions", "documents", "rdflib", "around", "match"),
    ),
    kgraph.Page: ("save",),
    kgraph.Store: ("add", "close", "compact", "has", "holds", "open", "remove"),
}


def _tells_how_it_is_made(value: object) -> bool:
    """Tell whether a class says itself what it takes; records tell their attributes, and errors need nothing."""
    made = vars(value).get("__init__") if isinstance(value, type) else None
    return bool(made and made.__doc__) and not is_dataclass(value)


def _methods(value: object) -> list[tuple[str, Callable[..., object]]]:
    return [(name, getattr(value, name)) for name in METHODS.get(value, ())]


def _signature(name: str, value: Callable[..., object]) -> str:
    """Write a call without types, which the docstring tells: they read differently from version to version."""
    if isinstance(value, type) and issubclass(value, Exception):
        return name
    if isinstance(value, type) and issubclass(value, Enum):
        return "\n".join(f"{name}.{each.name} = {each.value!r}" for each in value)
    parameters = inspect.signature(value).parameters.values()
    shown: list[str] = []
    for each in parameters:
        if each.name in ("self", "cls"):
            continue
        if each.kind is each.KEYWORD_ONLY and "*" not in shown and not any(p.startswith("*") for p in shown):
            shown.append("*")
        mark = {each.VAR_POSITIONAL: "*", each.VAR_KEYWORD: "**"}.get(each.kind, "")
        shown.append(f"{mark}{each.name}{_default(each.default)}")
    return f"{name}({', '.join(shown)})"


def _default(value: object) -> str:
    if value is inspect.Parameter.empty:
        return ""
    plain = value is None or isinstance(value, str | int | float) or value == ()
    return f"={str(value) if isinstance(value, Enum) else repr(value)}" if plain else "=…"


def _docstring(value: object) -> str:
    text = inspect.cleandoc(value.__doc__ or "")
    return f"```text\n{text}\n```" if "\n" in text else text


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


WRITTEN: Mapping[str, Callable[[], str]] = {
    "commands.md": commands,
    "ontology.md": ontology,
    "python.md": python,
    "questions.md": questions,
}


def stale() -> list[str]:
    """List the pages that are not what the code gives now."""
    return [
        name
        for name, write in WRITTEN.items()
        if not (PAGES / name).exists() or (PAGES / name).read_text(encoding="utf-8") != MADE + write()
    ]


def main() -> int:
    """Write the pages, or say which are stale."""
    if "--check" in sys.argv[1:]:
        found = stale()
        for name in found:
            sys.stderr.write(f"{name}: stale; run python .docs/generate.py\n")
        return 1 if found else 0
    for name, write in WRITTEN.items():
        (PAGES / name).write_text(MADE + write(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
