"""The open layer as a product: every proposition of a sentence in the sentence's own words, of whatever domain.

A verb gives one line for each of its objects, complements and adjuncts; a preposition belongs to the predicate:

    Monks built the abbey in 1152 and sold it to the town.
    (Monks, built, the abbey) (Monks, built the abbey in, 1152) (Monks, sold, it) (Monks, sold it to, the town)

Coordination is spread, passives stay as they are (the abbey, was built by, monks), what a relative or participial
clause says is said of the noun before it, infinitives are read with the verb above ("agreed to resume"). Nouns give
lines of their own: appositions and titles (X, is, the president of Y), possessors (X, has, Y), examples, and nouns
with arguments (Japan, claim to, the islands). The predicate of these may be a copula that the sentence lacks.
"""

from collections.abc import Iterator

from kgraph.propositions.open.extractions import Extraction
from kgraph.propositions.open.gapping import find_remnants
from kgraph.propositions.open.nominal import noun_extractions
from kgraph.propositions.open.phrases import Phrase, plain_phrase
from kgraph.propositions.open.verbal import clause_extractions, remnant_extractions
from kgraph.tokens import Words

__all__ = ["Extraction", "Phrase", "find_extractions", "plain_phrase"]


def find_extractions(sentence: Words) -> list[Extraction]:
    """Read the propositions of a sentence, in the order of their predicates, each once."""
    found: dict[tuple[str, str, str], Extraction] = {}
    for extraction in _read(sentence):
        key = (extraction.subject.text, extraction.predicate_text, extraction.object.text)
        if key not in found and _is_sound(extraction):
            found[key] = extraction
    return list(found.values())


def _is_sound(extraction: Extraction) -> bool:
    """Tell whether subject, predicate and object are words, and none is part of another."""
    one, other = extraction.subject, extraction.object
    has_words = all(any(c.isalnum() for c in text) for text in (one.text, other.text))
    return has_words and bool(extraction.predicate_text) and not set(one.tokens) & set(other.tokens)


def _read(sentence: Words) -> Iterator[Extraction]:
    remnants = list(find_remnants(sentence))
    left_over = {token for remnant in remnants for token in remnant.tokens}
    for token in sentence:
        for extraction in (*clause_extractions(token), *noun_extractions(token)):
            if not left_over:
                yield extraction
            elif not left_over & set(extraction.tokens):
                yield extraction.without(left_over)
        yield from (e for r in remnants if r.verb == token for e in remnant_extractions(r))
