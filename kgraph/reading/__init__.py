"""Article files to Documents: formats, encodings, titles, dates. Complaints are lines, never raised."""

from kgraph.reading.extent import Extent
from kgraph.reading.kinds import SUFFIXES
from kgraph.reading.language import looks_english
from kgraph.reading.page import RawPage
from kgraph.reading.rejection import Rejection
from kgraph.reading.sources import read_sources
from kgraph.reading.stream import MAX_BYTES

__all__ = ["MAX_BYTES", "SUFFIXES", "Extent", "RawPage", "Rejection", "looks_english", "read_sources"]
