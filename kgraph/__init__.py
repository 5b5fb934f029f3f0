"""A knowledge graph of territorial disputes from news articles, every edge with the words that say it."""

__version__ = "0.1.0"
