"""What a name means where it stands: the candidates of the gazetteer, weighed by what is around it.

The gazetteer finds the names of a text; a name with one bearer means that, and nothing is weighed. For any other
the stages here follow one another, each a function of its own:

1. who may be meant: the bearers of the name (`bearers`);
2. how well each fits, as a sum of named parts (`Weigher`);
3. which is meant: the best, or none where it is too weak or another is too close; then the name stays as an unknown
   entity that keeps its candidates (`settle`).
"""

from dataclasses import replace

from kgraph.candidates.settle import settle
from kgraph.gazetteer import Gazetteer
from kgraph.model import Candidate, Document, Mention

__all__ = ["NameFinder", "bearers"]


class NameFinder:
    """Finds the names in documents and says what each means."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def find(self, document: Document, text: str) -> tuple[Mention, ...]:
        """Find the names in a part of a document, left to right, none overlapping another.

        Args:
            document: whose part it is; its title and date tell what a name means.
            text: the part, as it stands in the document; the spans are counted in it.
        """
        return tuple(self._settled(mention, document, text) for mention in self._gazetteer.find(text))

    def _settled(self, mention: Mention, document: Document, text: str) -> Mention:
        if not mention.alternatives:
            return mention
        weighed = replace(mention, candidates=bearers(mention))
        return settle(weighed, mention.span.of(text), document)


def bearers(mention: Mention) -> tuple[Candidate, ...]:
    """List who bears the name of a mention, in the gazetteer's order."""
    first = Candidate(entity=mention.entity, how=mention.how)
    return (first, *(Candidate(entity=other, how=mention.how) for other in mention.alternatives))
