"""From documents to assertions: every stage of a reading, in order, and how sure each reading is."""

from kgraph.extraction.examples import check_wording
from kgraph.extraction.extractor import Extractor

__all__ = ["Extractor", "check_wording"]
