"""Assertions that another extractor proposes, a language model or a person: checked, or put aside with the reason.

A proposal is data: it is made once (`kgraph propose`), kept in a file of JSON Lines, and read with the articles
(`kgraph build --proposals FILE`), so that a graph comes of files alone and is the same each time. What is let in
passes the checks of `check`, and its evidence says who proposed it (`kg:rule`, "proposed:NAME").
"""

from kgraph.proposals.check import Checker, Refused
from kgraph.proposals.proposal import RULE, Proposal, Proposals, read_proposals, to_line

__all__ = [
    "RULE",
    "Checker",
    "Proposal",
    "Proposals",
    "Refused",
    "read_proposals",
    "to_line",
]
