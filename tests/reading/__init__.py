"""Tests of kgraph.reading."""
