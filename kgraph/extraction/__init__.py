"""From documents to assertions: every stage of a reading, in order, and how sure each reading is."""

from kgraph.extraction.extractor import Extractor, check_wording

__all__ = ["Extractor", "check_wording"]
