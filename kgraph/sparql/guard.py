"""What a query from outside may do: read this one graph, and nothing else."""

import re
import sys
from collections.abc import Mapping
from types import MappingProxyType

from kgraph.errors import QueryError

__all__ = ["MAX_NESTING", "check"]

MAX_NESTING = 100  # brackets; from 3,000 on Oxigraph overflows its stack and takes the process down

_TOKEN = re.compile(
    r"""
      (?P<skipped> <[^<>"{}|^`\\\x00-\x20]*>                          # IRI
      | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\" | '''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'                 # strings
      | \#[^\n\r]*                                                    # comment
      | [?$]\w+ | @[A-Za-z-]+ | [\w.-]*:[\w.%:-]* )        # variable, language, prefixed name
    | (?P<word> [A-Za-z_]\w* ) | (?P<open> [({\[] ) | (?P<close> [)}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("SERVICE",), "asks another server"),
        **dict.fromkeys(("FROM", "LOAD"), "reads another source"),
        **dict.fromkeys(
            ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"), "changes a graph"
        ),
    }
)


def check(text: str) -> None:
    """See that the query only reads, and that no engine breaks on its nesting.

    Raises:
        QueryError: says what is not allowed.
    """
    _check_tokens(text)
    # rdflib undoes \u0053 anywhere in a query before it reads it, so such a query is looked at in both forms.
    _check_tokens(re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", _undo_escape, text))


def _undo_escape(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _check_tokens(text: str) -> None:
    depth, form = 0, None
    for token in _TOKEN.finditer(text):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth > MAX_NESTING:
            raise QueryError(f"the query nests more than {MAX_NESTING} brackets")
        word = (token["word"] or "").upper()
        if word in _REFUSED:
            raise QueryError(
                f"{word} is not allowed: it {_REFUSED[word]}, and a query may only read this graph"
            )
        form = form or (word if word in _READING else None)
    if form is None:
        raise QueryError(f"not a SPARQL query: it has none of {', '.join(sorted(_READING))}")
