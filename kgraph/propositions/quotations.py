"""Direct speech: which stretches of a text are quoted, and whose words they are.

A quotation may run over several sentences and need not be closed: an unclosed one ends with its paragraph, as
the custom of the press is to open each paragraph of a long quotation anew.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.model import Span
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Doc, Token, Words

__all__ = ["Quotation", "find_quotations", "find_turns", "is_whole"]

# Single marks count where they close after a stop, as an apostrophe does not: ‘It is ours,’ he said.
_QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|\Z)|\"[^\"\n]*(?:\"|(?=\n)|\Z)|‘[^‘“\n]*?[,.!?]’")
_MIN_WORDS = 4  # shorter ones are scare quotes or titles
_STOPPED = re.compile(r".(?:\S+ ){2}\S+[.!?][”\"’]?")  # "Ukraine occupies Kherson."
_FIRST_PERSON = re.compile(r"[“\"‘](?:We|I)\s+\w+\s+\w")  # "We recognise Kosovo," and no title
_CLOSING = frozenset('”"’')
_MAX_GAP = 2  # characters between two quotations of one speaker that follow each other
_MAX_RESUMED = 60  # characters of "said X" between two parts of a quotation
# "President of Kenya William Ruto: Thank you." at the head of a line; "QUESTION: Mr. Secretary, …"; "A: It is ours."
_NAME_WORD = r"(?:[A-Z][\w.'’-]*|of|the|and|de|la|al|bin|\([^()\n]{1,40}\))"
_TURN = re.compile(
    rf"(?m)^(?P<who>(?:[A-Z]{{2,}}|[AQ]|Question|Answer|{_NAME_WORD}(?: {_NAME_WORD}){{1,12}})): (?=\S)"
)
_ASKING = frozenset({"Q", "QUESTION", "Question"})
_ANSWERING = frozenset({"A", "ANSWER", "Answer"})
_END_OF_SPEECH = re.compile(r"\bSee also\b|\n\* \* \*|\n#{2,}|\nEnd Text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words and the head of the phrase that names their speaker, None where the text does not say.

    In a transcript `label` are the words before the colon, which name the speaker, if anybody, by office and name.
    """

    span: Span
    speaker: Token | None
    label: tuple[Token, ...] = ()

    @property
    def answers(self) -> bool:
        """Tell whether this is an answer of an interview, whose label does not say who gives it: "A: It is ours"."""
        return len(self.label) == 1 and self.label[0].text in _ANSWERING


def find_quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Find the quotations of a parsed text in order, each with its speaker.

    The speaker is the subject of a reporting verb (or X of "according to X") in the same sentence outside the
    quotation marks, else who stands before its colon, else who is quoted just before; then the reporter of the
    sentence before, where the quotation is closed by a full stop, and of the sentence after.
    """
    text = doc.text
    spans = [Span(start=m.start(), end=m.end()) for m in _QUOTED.finditer(text)]
    spans = [s for s in spans if _is_speech(s.of(text))]
    found: list[Quotation] = []
    for span in spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None:
            found.append(Quotation(span=span, speaker=_find_speaker(words, text, spans, found)))
    return tuple(found)


def _is_speech(quoted: str) -> bool:
    is_long = len(quoted.split()) >= _MIN_WORDS
    return is_long or bool(_FIRST_PERSON.match(quoted) or _STOPPED.fullmatch(quoted))


def is_whole(quoted: Span, text: str) -> bool:
    """Tell whether marks stand where a quotation opens and closes, or its paragraph: no single one that went astray."""
    start, end = quoted.start, quoted.end
    opens = not text[start + 1].isspace() and (start == 0 or not text[start - 1].isalnum())
    return opens and (text[end - 1] in _CLOSING or start == 0 or text[start - 1] == "\n")


def find_turns(doc: Doc) -> tuple[Quotation, ...]:
    """Find the speeches of a transcript in order: from a label and its colon to the next, or to the end."""
    text = doc.text
    labels = list(_TURN.finditer(text)) if ": " in text else []
    if not any(label["who"] in _ASKING for label in labels):
        labels = [label for label in labels if label["who"] not in _ANSWERING]  # "A: the northern zone"
    ends = [*(label.start() for label in labels[1:]), len(text)][: len(labels)]
    found: list[Quotation] = []
    for match, end in zip(labels, ends, strict=True):
        over = _END_OF_SPEECH.search(text, match.end(), end)
        span = Span(start=match.end(), end=over.start() if over else end)
        words = doc.char_span(match.start("who"), match.end("who"), alignment_mode="expand")
        if words is not None:
            found.append(Quotation(span=span, speaker=None, label=tuple(words)))
    return tuple(found)


def _find_speaker(words: Words, text: str, quoted: list[Span], before: list[Quotation]) -> Token | None:
    own = _reporter(words[0].sent, quoted) or _reporter(words[-1].sent, quoted)
    resumed = own or _before_colon(words, quoted) or _resumed(words, text, before)
    return resumed if resumed is not None or _is_woven_in(words, quoted) else _beside(words, quoted)


def _is_woven_in(words: Words, quoted: list[Span]) -> bool:
    """Tell whether quoted words go on with a sentence that is somebody else's: "X empowered him “to conclude …”"."""
    sentence = words[0].sent
    return words.start > sentence.start and not _is_quoted(sentence.root, quoted)


def _before_colon(words: Words, quoted: list[Span]) -> Token | None:
    """Find X in "X was clear:", in "X told reporters:" on the line before, and in "Said X:"."""
    doc, start = words.doc, words.start
    while start > 0 and doc[start - 1].is_space:
        start -= 1
    if start < 2 or doc[start - 1].text != ":":
        return None
    sentence = doc[start - 2].sent
    subjects_before = (t for t in sentence if t.dep_ == "nsubj" and not _is_quoted(t, quoted))
    last = doc[start - 2]
    named = last if last.pos_ == "PROPN" and last.ent_type_ == "PERSON" else None
    return _reporter(sentence, quoted) or next(subjects_before, None) or named


def _resumed(words: Words, text: str, before: list[Quotation]) -> Token | None:
    """Give the speaker of the quotation that this one takes up: "…," said X. "…"."""
    if not before:
        return None
    last = before[-1]
    gap = text[last.span.end : words.start_char]
    is_short = len(gap) <= _MAX_RESUMED and "\n" not in gap.strip(" ") and gap.count(".") <= 1
    return last.speaker if is_short or len(gap) <= _MAX_GAP else None


def _beside(words: Words, quoted: list[Span]) -> Token | None:
    """Find the reporter in the sentence after, or before where a full stop closes the quotation."""
    doc, first, last = words.doc, words[0].sent, words[-1].sent
    after = _reporter(doc[last.end].sent, quoted) if last.end < len(doc) else None
    before = _reporter(doc[first.start - 1].sent, quoted) if first.start else None
    is_closed = words.text.rstrip('”"’ ').endswith((".", "!", "?"))
    is_pronoun = after is not None and after.pos_ == "PRON"
    return before or after if is_closed and not is_pronoun else after


def _reporter(sentence: Words, quoted: list[Span]) -> Token | None:
    cues = load_cues()
    nobody = cues.reporting_anonymous | cues.reporting_voiceless
    for token in sentence:
        if _is_quoted(token, quoted):
            continue
        if token.lower_ == "according":
            return next((o for to in token.children for o in to.children if o.dep_ == "pobj"), None)
        if token.pos_ != "VERB" or token.lemma_.lower() not in cues.reporting_verbs:
            continue
        for subject in subjects(token):
            if subject.lemma_.lower() not in nobody and not _is_quoted(subject, quoted):
                return subject
    return None


def _is_quoted(token: Token, quoted: list[Span]) -> bool:
    before = bisect_right(quoted, token.idx, key=lambda span: span.start)
    return before > 0 and token.idx < quoted[before - 1].end  # they do not overlap
