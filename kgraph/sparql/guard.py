r"""What a query from outside may do: read this one graph, and nothing else.

How it is told, and why that is sound:

- The verdict is by the parsed form: rdflib's parse tree is walked for SERVICE and FROM, and what is no query is
  parsed as an update to say what it would do. Nothing in Python gives Oxigraph's own tree (tree-sitter-sparql 0.1
  is the one other maintained parser, and reads by W3C's tokens, which neither engine does: see below).
- rdflib answers the very tree that was walked. Oxigraph parses the text anew, and the two read some texts
  differently: rdflib undoes `\u0022` before it parses, Oxigraph inside strings and IRIs only; rdflib lets a comment
  run over a carriage return. Each hid a SERVICE from rdflib's tree that Oxigraph then asked. So line ends are made
  plain in the text that both get, and escapes are made inert in the text whose tree judges for Oxigraph.
- SERVICE is the only thing by which Oxigraph's queries reach out (updates are no queries to it, and FROM only
  chooses among graphs of the store), and a keyword in ASCII to it. A text without these letters, in any case,
  therefore needs no tree: rdflib's 0.2 s are spent on the few that have them.
- A second reader, the tokeniser below, must find no SERVICE either. It takes the longest IRI, as W3C's grammar says;
  both engines instead read `1<2)SERVICE?s#>` as a comparison, which the tree sees. Whoever wants a SERVICE past
  the guard has to fool both at once, and then finds a process without a network: `kgraph.sparql.confine`.

All of it runs in the child process: rdflib's parser can be slow, and is recursive.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from kgraph.errors import QueryError, QueryRefusedError

if TYPE_CHECKING:
    from pyparsing import ParseResults

_Tree = TypeVar("_Tree")

__all__ = ["MAX_LENGTH", "MAX_NESTING", "check", "parse_checked", "plain_lines"]

MAX_NESTING = 100  # brackets; from 3,000 on Oxigraph overflows its stack and takes the process down
MAX_LENGTH = 1_000_000  # characters
_MAX_QUOTES = 100

# What is looked for in vain is looked for once, else a query of a megabyte takes an hour: the possessive quantifiers
# (*+) try no part of a string again, a run that no colon ends is one token, and of quotation marks that nothing closes
# there may be `_MAX_QUOTES`.
_TOKEN = re.compile(
    r"""
      (?P<iri> <[^<>"{}|^`\\\x00-\x20]*+> )
    | (?P<skipped>
        \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*+\"\"\" | '''(?:(?:'|'')?(?:[^'\\]|\\.))*+'''
      | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'              # strings
      | \#[^\n\r]*+                                                  # comment
      | [?$]\w++ | @[A-Za-z-]++ | [\w.-]*+:[\w.%:-]*+ )              # variable, language, prefixed name
    | (?P<run> [\w.-]++ ) | (?P<quote> ['"] ) | (?P<open> [({\[] ) | (?P<close> [)}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z_]\w*+")  # in a run: `1.SERVICE` has one
_OPEN = re.compile(r"[({\[]")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)", re.DOTALL)

_READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "SERVICE": "asks another server",
        **dict.fromkeys(("FROM", "LOAD"), "reads another source"),
        **dict.fromkeys(
            ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"), "changes a graph"
        ),
    }
)
# What rdflib calls them in its trees.
_NODES: Mapping[str, str] = MappingProxyType(
    {
        "ServiceGraphPattern": "SERVICE",
        "DatasetClause": "FROM",
        "Load": "LOAD",
        "InsertData": "INSERT",
        "DeleteData": "DELETE",
        "DeleteWhere": "DELETE",
        "Modify": "DELETE",
        "Clear": "CLEAR",
        "Drop": "DROP",
        "Create": "CREATE",
        "Add": "ADD",
        "Move": "MOVE",
        "Copy": "COPY",
    }
)


def plain_lines(text: str) -> str:
    """Give the query without a byte order mark and with line feeds alone, which all parsers read alike."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def check(text: str) -> None:
    """See that a query for Oxigraph only reads, and that no engine breaks on its nesting.

    Raises:
        QueryRefusedError: says what is not allowed.
        QueryError: it is no query.
    """
    words = _check_tokens(text)
    if words.isdisjoint(_REFUSED) and not _READING & words:
        raise QueryError(f"not a SPARQL query: it has none of {', '.join(sorted(_READING))}")
    spelt = _undo_escapes(text)
    if words.isdisjoint(_REFUSED) and "service" not in spelt.casefold():
        return
    if spelt != text:  # what rdflib would make of it is refused here too: both engines have the same rules
        _refuse(*_names_where_parsed(text))
    _judge(_make_inert(text), words)


def parse_checked(text: str) -> "ParseResults":
    """Parse a query for rdflib, see that it only reads, and give its tree, which is then to be answered.

    Raises:
        QueryRefusedError: says what is not allowed.
        QueryError: it is no query.
    """
    return _judge(text, _check_tokens(text))


def _check_tokens(text: str) -> frozenset[str]:
    """Give the bare words of a query, in capitals.

    Raises:
        QueryRefusedError: it is too long, nests too deep, or opens too many strings without end.
        QueryError: it holds what is no text.
    """
    if len(text) > MAX_LENGTH:
        raise QueryRefusedError(f"the query has more than {MAX_LENGTH:,} characters")
    if not text.isascii() and re.search("[\ud800-\udfff]", text):
        raise QueryError("the query holds half a surrogate pair, which is no character")
    nests = len(_OPEN.findall(text)) > MAX_NESTING
    depth, quotes = 0, 0
    words = set[str]()
    for token in _TOKEN.finditer(text):
        if token["run"]:
            words.update(word.upper() for word in _WORD.findall(token["run"]))
        elif token["quote"]:
            quotes += 1
            if quotes > _MAX_QUOTES:
                raise QueryRefusedError(
                    f"the query has over {_MAX_QUOTES} quotation marks that nothing closes"
                )
        elif nests:
            depth += _brackets(token)
            if depth > MAX_NESTING:
                raise QueryRefusedError(f"the query nests more than {MAX_NESTING} brackets")
    return frozenset(words)


def _brackets(token: re.Match[str]) -> int:
    """Count by how much a token deepens the nesting; brackets in an IRI count, since it may be none."""
    if token["iri"]:
        return len(_OPEN.findall(token["iri"]))
    return (token["open"] is not None) - (token["close"] is not None)


def _make_inert(text: str) -> str:
    r"""Keep rdflib from undoing escapes: `\u0022` becomes `u0022`, and `\\` two letters.

    Where Oxigraph undoes one, in a string or an IRI, letters are no other than what they stand for; anywhere else it
    takes none. What the text says changes, how it parses does not.
    """

    def inert(found: re.Match[str]) -> str:
        if found[3] is None:
            return found[0].replace("\\", "")
        return "xx" if found[3] == "\\" else found[0]

    return _ESCAPE.sub(inert, text)


def _undo_escapes(text: str) -> str:
    """Undo the escapes of a whole text, as W3C's grammar and rdflib do."""

    def undo(found: re.Match[str]) -> str:
        if found[3] is not None:
            return found[0]
        code = int(found[1] or found[2], 16)
        return chr(code) if code <= sys.maxunicode else "\ufffd"

    return _ESCAPE.sub(undo, text)


def _judge(text: str, words: frozenset[str]) -> "ParseResults":
    from rdflib.plugins.sparql.parser import parseQuery  # 0.2 s that most queries to Oxigraph need not wait

    refused = [word for word in _REFUSED if word in words]
    try:
        tree = _parse(parseQuery, text)
    except QueryError:
        _refuse(*_named_in_update(text), *refused)
        raise
    _refuse(*_names_in(tree), *(("SERVICE",) if "SERVICE" in words else ()))
    return tree


def _parse(parse: "Callable[[str], _Tree]", text: str) -> "_Tree":
    from pyparsing import ParseException

    try:
        return parse(text)
    except (ParseException, SyntaxError) as error:
        raise QueryError(f"not SPARQL 1.1: {' '.join(str(error).split())}") from error
    except RecursionError as error:
        raise QueryRefusedError("the query is too deep to be checked; try it in smaller steps") from error
    except Exception as error:  # rdflib builds terms while it parses, and their checks raise what they like
        raise QueryError(f"not SPARQL 1.1: {' '.join(str(error).split())}") from error


def _names_where_parsed(text: str) -> tuple[str, ...]:
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        return tuple(_names_in(_parse(parseQuery, text)))
    except QueryError:
        return ()


def _named_in_update(text: str) -> tuple[str, ...]:
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        return tuple(_names_in(_parse(parseUpdate, text)))
    except QueryError:
        return ()


def _refuse(*names: str) -> None:
    if names:
        raise QueryRefusedError(
            f"{names[0]} is not allowed: it {_REFUSED[names[0]]}, and a query may only read this graph"
        )


def _names_in(tree: object) -> Iterator[str]:
    """List what is refused in a tree of rdflib: its nodes are dicts and lists of one another."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, CompValue):
            if node.name in _NODES:
                yield _NODES[node.name]
            waiting.extend(node.values())
        elif isinstance(node, list | tuple | ParseResults):
            waiting.extend(node)
