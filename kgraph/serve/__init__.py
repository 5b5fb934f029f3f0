"""A graph as a web server: pages for people, SPARQL and JSON for programs; it reads, and changes nothing.

The query of a user never runs in the process that serves. What the pages show is found by patterns of our own.
"""
