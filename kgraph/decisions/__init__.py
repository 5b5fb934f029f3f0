"""What a person decided of who is who: same, not same, unsure; kept in a small file that every run applies."""

from kgraph.decisions.links import Links
from kgraph.decisions.table import Decision, Verdict, decide, read_decisions, undo, write_decisions

__all__ = ["Decision", "Links", "Verdict", "decide", "read_decisions", "undo", "write_decisions"]
