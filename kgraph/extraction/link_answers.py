"""What the mentions of annotated texts are linked to: by the same steps that link the arguments of relations."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kgraph.evaluation.links import Answer, GoldMention, LinkText
from kgraph.extraction import Extractor
from kgraph.linking import Linked, Linker
from kgraph.model import Entity
from kgraph.parse import ParsedPart, parse_documents
from kgraph.persons import Person
from kgraph.tokens import Token, Words

__all__ = ["answer_mentions"]

_Ask = Callable[[Linker, Token], tuple[Linked, ...]]

# As what relations ask for a mention of each kind: Tokyo that protests acts, Tokyo where one meets is a place.
_AS_AGENT: tuple[_Ask, ...] = (Linker.agents,)
_AS_PLACE: tuple[_Ask, ...] = (Linker.places,)
_AS_ANYTHING: tuple[_Ask, ...] = (Linker.humans, Linker.agents, Linker.places)
_ASKED: Mapping[str, tuple[_Ask, ...]] = {
    "state": _AS_AGENT,
    "historical": _AS_AGENT,
    "metonym": _AS_AGENT,
    "government": _AS_AGENT,
    "territory": _AS_PLACE,
    "alias": _AS_PLACE,
    "city": _AS_PLACE,
    "description": _AS_PLACE,
    "organisation": (Linker.bodies, Linker.agents),
    "instrument": (Linker.instruments,),
    "person": (Linker.humans,),
}


def answer_mentions(texts: Iterable[LinkText], extractor: Extractor) -> Iterator[tuple[Answer, ...]]:
    """Link the mentions of texts, text by text; the annotation is used only for where they stand and as what.

    Of a text so long that it is parsed in parts only the first part's mentions get an answer.
    """
    texts = list(texts)
    documents = (text.document for text in texts)
    parsed = parse_documents(documents, extractor.nlp, extractor.find_names)
    for text, (_, parts) in zip(texts, parsed, strict=True):
        part = extractor.respell(parts[0])
        linker, persons = extractor.link(part)
        yield tuple(_answer(mention, part, linker, persons) for mention in text.mentions)


def _answer(mention: GoldMention, part: ParsedPart, linker: Linker, persons: Sequence[Person]) -> Answer:
    words = part.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if words is None:
        return Answer()
    if mention.kind == "lookalike":
        return Answer(entity=next(_named_inside(words, linker), None))
    entity = _entity(words.root, mention.kind, linker)
    served = (p.office.agent.id for p in persons if p.office is not None and p.entity == entity)
    return Answer(entity=entity, serves=next(served, None))


def _entity(head: Token, kind: str, linker: Linker) -> Entity | None:
    """Ask as what a mention of this kind stands in relations, and else what its head names."""
    found = (link.entity for ask in _ASKED.get(kind, _AS_ANYTHING) for link in ask(linker, head))
    return next(found, None) or linker.named(head)


def _named_inside(words: Words, linker: Linker) -> Iterator[Entity]:
    """Give the known things that any of the words names."""
    entities = (linker.named(token) for token in words)
    yield from (entity for entity in entities if entity is not None and entity.known)
