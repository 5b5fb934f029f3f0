"""Nominal propositions: "Japan's claim to X", "the dispute between A and B over X", "Moroccan rejection of X"."""

from kgraph.propositions.nominals.governors import is_talk_of_others
from kgraph.propositions.nominals.listed import heading_of_entry, opens_list
from kgraph.propositions.nominals.roles import NOUN_ROLES, ROLES_BEFORE, noun_argument, noun_arguments

__all__ = [
    "NOUN_ROLES",
    "ROLES_BEFORE",
    "heading_of_entry",
    "is_talk_of_others",
    "noun_argument",
    "noun_arguments",
    "opens_list",
]
