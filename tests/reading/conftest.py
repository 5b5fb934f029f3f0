"""Reads sources to the end, and gives the documents with what was complained of."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kgraph.model import Document
from kgraph.reading import Rejection, read_sources

Outcome = tuple[list[Document], list[Rejection]]


@pytest.fixture
def read() -> Callable[..., Outcome]:
    """Give a function that reads sources."""

    def read_all(*sources: str | Path, stdin: bytes | None = None) -> Outcome:
        rejections: list[Rejection] = []
        stream = None if stdin is None else BytesIO(stdin)
        return list(read_sources(sources, on_reject=rejections.append, stdin=stream)), rejections

    return read_all


@pytest.fixture
def read_bytes(read: Callable[..., Outcome], tmp_path: Path) -> Callable[[str, bytes], Outcome]:
    """Give a function that writes one file and reads it."""

    def write_and_read(name: str, data: bytes) -> Outcome:
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name)

    return write_and_read
