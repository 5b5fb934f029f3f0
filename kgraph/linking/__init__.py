"""The heads of arguments to entities: gazetteer, then persons and offices, then descriptions; else nothing.

A head stands for more than its own word: "the Finnish government", "troops from Russia" and "Prime Minister
Abe" act for a state; "the islands of Iturup and Kunashir" are two places. What the gazetteer does not know but
the text describes ("islands at the Amur and Ussuri confluence") becomes an entity of its own, `known` false.

`Linker` answers for one parsed part, and asks one module for each kind of answer: `agents` who acts, `people` who
is meant or speaks, `places`, `instruments`, `bodies`, `matters`. They share what is `named` in the part.
"""

from kgraph.linking.linked import Linked
from kgraph.linking.linker import Linker

__all__ = ["Linked", "Linker"]
