"""Plain text and Markdown files."""

import re
from collections.abc import Iterator

from kgraph.model import Document
from kgraph.reading.dates import find_date_line
from kgraph.reading.encoding import decode
from kgraph.reading.record import Metadata, read_metadata
from kgraph.reading.rejection import Draft, Found
from kgraph.reading.stream import Source

__all__ = ["UNDECODABLE", "read_markdown", "read_text"]

UNDECODABLE = "its encoding is not clear: save it as UTF-8"

_HEAD = 4_000  # characters in which title and date are looked for
_MAX_TITLE = 200
_LINE_END = re.compile(r"\r\n|\n|\r")
_HEADING = re.compile(r"#[ \t]+(.+?)[ \t]*#*")
_FRONT_MATTER = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(\w+[ \t]*:.{0,10000}?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"(\w+)[ \t]*:[ \t]+([\"']?)(.*?)\2[ \t]*")


def read_text(data: bytes, source: Source) -> Iterator[Found]:
    """Read a plain text file: the text whole, with the title and the date that its first lines show."""
    decoded = decode(data)
    if decoded is None:
        yield source.reject(UNDECODABLE)
        return
    yield from source.doubt(decoded.doubt)
    yield Draft(document=_to_document(decoded.text, source, Metadata()), where=source.where)


def read_markdown(data: bytes, source: Source) -> Iterator[Found]:
    """Read a Markdown file: its front matter tells title, date, url and source, the text is what follows it.

    The markup of the text stays, since offsets count the characters of the file.
    """
    decoded = decode(data)
    if decoded is None:
        yield source.reject(UNDECODABLE)
        return
    yield from source.doubt(decoded.doubt)
    text = decoded.text
    front = _FRONT_MATTER.match(text)
    metadata = read_metadata(_read_front_matter(front[1]) if front else {})
    yield from (source.reject(complaint, fatal=False) for complaint in metadata.complaints)
    body = text[front.end() :] if front else text
    yield Draft(document=_to_document(body, source, metadata), where=source.where)


def _to_document(text: str, source: Source, metadata: Metadata) -> Document:
    """Give the document; what the metadata do not tell, the first lines may."""
    lines = _LINE_END.split(text[:_HEAD])
    dated = find_date_line(lines)
    undated = [line for i, line in enumerate(lines) if dated is None or i != dated[0]]
    return Document(
        id=source.name(text),
        text=text,
        title=metadata.title or _find_title(undated),
        date=metadata.date or (dated[1] if dated else None),
        url=metadata.url,
        source=metadata.source,
    )


def _find_title(lines: list[str]) -> str | None:
    """Find the title: a first line that stands alone and does not end like a sentence, or a heading."""
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return None
    first, rest = lines[start].strip(), lines[start + 1 :]
    if heading := _HEADING.fullmatch(first):
        return heading[1]
    stands_alone = any(line.strip() for line in rest) and not rest[0].strip()
    ends_like_sentence = first.rstrip("\"'”’)").endswith(".")
    return first if stands_alone and not ends_like_sentence and len(first) <= _MAX_TITLE else None


def _read_front_matter(block: str) -> dict[str, object]:
    """Read the `key: value` lines; anything nested is no concern of ours."""
    matches = (_FIELD.fullmatch(line) for line in _LINE_END.split(block))
    return {match[1].lower(): match[3] for match in matches if match}
