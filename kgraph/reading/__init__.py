"""Article files to Documents: formats, encodings, titles, dates. Complaints are lines, never raised."""

from kgraph.reading.language import looks_english
from kgraph.reading.page import RawPage
from kgraph.reading.rejection import Rejection
from kgraph.reading.sources import SUFFIXES, read_sources
from kgraph.reading.stream import MAX_BYTES

__all__ = ["MAX_BYTES", "SUFFIXES", "RawPage", "Rejection", "looks_english", "read_sources"]
