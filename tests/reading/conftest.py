"""Reading a few files at once, with what was complained of."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kgraph.model import Document
from kgraph.reading import Rejection, read_sources

Outcome = tuple[list[Document], list[Rejection]]
ENGLISH = "Japan claims Kunashir, which Russia administers."


def read(*sources: str | Path, stdin: bytes | None = None) -> Outcome:
    """Read sources to the end."""
    rejections: list[Rejection] = []
    stream = None if stdin is None else BytesIO(stdin)
    return list(read_sources(sources, on_reject=rejections.append, stdin=stream)), rejections


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[[str, bytes], Outcome]:
    """Give a function that writes one file and reads it."""

    def write_and_read(name: str, data: bytes) -> Outcome:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return read(path)

    return write_and_read
