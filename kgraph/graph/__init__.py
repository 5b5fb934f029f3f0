"""Assertions as RDF: written, read, asked, checked; import from the module that does it."""
