"""Direct speech: which stretches of a text are quoted, and whose words they are.

A quotation may run over several sentences and need not be closed: an unclosed one ends with its paragraph, as
the custom of the press is to open each paragraph of a long quotation anew.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kgraph.cues import load_cues
from kgraph.model import Span as TextSpan
from kgraph.propositions.clauses import subjects

__all__ = ["Quotation", "find_quotations"]

_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|\Z)|\"[^\"\n]*(?:\"|(?=\n)|\Z)")
_MIN_WORDS = 4  # shorter ones are scare quotes or titles
_MAX_GAP = 2  # characters between two quotations of one speaker that follow each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words and the head of the phrase that names their speaker, None where the text does not say."""

    span: TextSpan
    speaker: Token | None


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Find the quotations of a parsed text in order, each with its speaker.

    The speaker is the subject of a reporting verb in the same sentence outside the quotation marks, else in
    the sentence after, else before; a quotation without any takes the speaker of the one it directly follows.
    """
    spans = [
        TextSpan(start=m.start(), end=m.end()) for m in _QUOTED.finditer(doc.text) if m.end() > m.start()
    ]
    spans = [s for s in spans if len(s.of(doc.text).split()) >= _MIN_WORDS]
    found: list[Quotation] = []
    for span in spans:
        speaker = _find_speaker(doc, span, spans)
        if speaker is None and found and span.start - found[-1].span.end <= _MAX_GAP:
            speaker = found[-1].speaker
        found.append(Quotation(span=span, speaker=speaker))
    return tuple(found)


def _find_speaker(doc: Doc, span: TextSpan, quoted: list[TextSpan]) -> Token | None:
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    if inside is None:
        return None
    sentences = [inside[0].sent, inside[-1].sent]
    if inside[-1].sent.end < len(doc):
        sentences.append(doc[inside[-1].sent.end].sent)
    for sentence in sentences:
        speaker = _reporter(sentence, quoted)
        if speaker is not None:
            return speaker
    before = doc[inside[0].sent.start - 1].sent if inside[0].sent.start else None
    return _reporter(before, quoted) if before is not None and before.text.rstrip().endswith(":") else None


def _reporter(sentence: Span, quoted: list[TextSpan]) -> Token | None:
    cues = load_cues()
    for token in sentence:
        if (
            token.pos_ != "VERB"
            or token.lemma_.lower() not in cues.reporting_verbs
            or _is_quoted(token, quoted)
        ):
            continue
        for subject in subjects(token):
            if subject.lemma_.lower() not in cues.reporting_anonymous and not _is_quoted(subject, quoted):
                return subject
    return None


def _is_quoted(token: Token, quoted: list[TextSpan]) -> bool:
    return any(span.start <= token.idx < span.end for span in quoted)
