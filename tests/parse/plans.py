"""What the model reads for a text, and texts parsed with the real model."""

import spacy
from parses import gazetteer

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import parse_documents
from kgraph.parse.rewriting.plan import Plan, Word
from kgraph.parse.rewriting.rewrite import make_plan
from kgraph.tokens import Doc

BLANK = spacy.blank("en")


def plan_of(text: str) -> Plan:
    """Plan the reading of a text, every word but those of lists, quoted names and brackets as it is."""
    doc = BLANK.make_doc(text)
    names = {
        token.i: mention
        for mention in gazetteer().find(text)
        for token in doc.char_span(mention.span.start, mention.span.end) or ()
    }
    return make_plan(doc, [Word(token.text) for token in doc], names)


def read_as(text: str) -> str:
    """Give what the model reads in place of a text; brackets come last, each on its own."""
    plan = plan_of(text)
    return " | ".join(" ".join(node.word.text for node in segment.nodes) for segment in plan.segments)


def tree(extractor: Extractor, text: str) -> dict[str, str]:
    """Give each word's label and head, as the whole reading gives them."""
    doc = parsed(extractor, text)
    return {token.text: f"{token.dep_} {token.head.text}" for token in doc}


def parsed(extractor: Extractor, text: str) -> Doc:
    """Parse a short text with the real model."""
    document = Document(id="any", text=text)
    ((_, (part,)),) = parse_documents([document], extractor.nlp, extractor.find_names)
    return part.doc
