"""What texts tell, as the tables of a test spell it: "Chad | claims | Aouzou"."""

from collections.abc import Iterable, Mapping

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document


def told(extractor: Extractor, texts: Iterable[str], *, either_way: bool = False) -> dict[str, set[str]]:
    """Give what each text tells, all read in one go; with `either_way` each line the other way round as well."""
    documents = [Document(id=str(i), text=text) for i, text in enumerate(texts)]
    return {
        document.text: {line for a in reading.assertions for line in _lines(a, either_way)}
        for document, reading in zip(documents, extractor.read(documents), strict=True)
    }


def amiss(
    extractor: Extractor, meant: Mapping[str, Iterable[str]], nothing: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """List the lines, either way round, that are meant and not told, and the texts that tell what no line may have."""
    read = told(extractor, [*meant, *nothing], either_way=True)
    missing = [line for text, lines in meant.items() for line in lines if line not in read[text]]
    wrong = [text for text, part in nothing.items() if any(part in line for line in read[text])]
    return missing, wrong


def _lines(assertion: Assertion, either_way: bool) -> tuple[str, ...]:
    one, other = assertion.subject.label, assertion.object.label
    lines = (f"{one} | {assertion.predicate} | {other}", f"{other} | {assertion.predicate} | {one}")
    return lines if either_way else lines[:1]
