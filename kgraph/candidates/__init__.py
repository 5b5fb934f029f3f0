"""What a name means where it stands: the candidates of the gazetteer, weighed by what is around it.

The gazetteer finds the names of a text; what a person decided on a name goes before all (`kgraph.decisions`), and a
name with one bearer means that, so nothing is weighed. For any other the stages follow one another, each a module of
its own:

1. `bearers`: who may be meant, homonyms that are no entity of disputes among them;
2. `signs`: how well each fits where the name stands (`site`), as a sum of named signs that go by `weights`, by the
   words of `background` and by `times`; those of persons in `person_signs`;
3. `settle`: which is meant; or a person or a thing, and then the name is no mention; or none that is known, where the
   best is too weak or another too close: then the name stays as an unknown entity that keeps its candidates.

The weights and all words are data: `data/candidates.toml`, `homonyms.tsv`, `contexts.tsv`.
"""

from kgraph.candidates.finder import NameFinder

__all__ = ["NameFinder"]
