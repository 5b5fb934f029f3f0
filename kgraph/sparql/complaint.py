"""Says where a query is wrong, in fewer words than Oxigraph, which lists each letter that could stand there."""

import re

from kgraph.vocab import PREFIXES

__all__ = ["tell_error"]

_ERROR = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_NAME = re.compile(r"([\w.-]*):[\w.%:-]*$")
_SIGN = re.compile(
    r'"[^"\w\s,\\]{1,2}"'
)  # keywords are left out: those that Oxigraph names are seldom what is missing
_REASON = re.compile(r"(?:^|, )([A-Z]\w+ \w[^,\[\"]*)")
_MOST_SIGNS = 3
_SHOWN = 20  # characters before the place
_LONGEST = 200  # of a name: the search is quadratic


def tell_error(error: str, query: str) -> str:
    """Give Oxigraph's complaint about the syntax of a query in one line: where, behind which words, what is wrong."""
    found = _ERROR.match(error)
    if found is None:
        return " ".join(error.split())
    line, column, expected = int(found[1]), int(found[2]), found[3]
    before = (query.split("\n")[line - 1 : line] or [""])[0][: column - 1].rstrip()
    place = f"error at {line}:{column}" + (f", behind '{_last_words(before)}'" if before else "")
    name = _NAME.search(before[-_LONGEST:])
    if name and not _is_declared(name[1], query):  # Oxigraph says so only where nothing else could be wrong
        return f"{place}: Prefix not found: begin with PREFIX {name[1]}: <...>"
    reason = _REASON.search(expected)
    if reason:
        return f"{place}: {reason[1]}"
    signs = _SIGN.findall(expected)
    return f"{place}: expected {' or '.join(signs)}" if 0 < len(signs) <= _MOST_SIGNS else place


def _is_declared(prefix: str, query: str) -> bool:
    return (
        prefix in PREFIXES or re.search(rf"prefix\s+{re.escape(prefix)}:", query, re.IGNORECASE) is not None
    )


def _last_words(text: str) -> str:
    return text if len(text) <= _SHOWN else text[-_SHOWN:].partition(" ")[2] or text[-_SHOWN:]
