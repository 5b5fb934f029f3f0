"""Parses made by hand, one word a line, so that a rule is tested apart from what the model makes of a sentence.

    claims/claim VBZ ROOT claims

is a word with its lemma (left out where it is the word in lower case), its tag, its label and its head. The second of
two equal words is `of#2` as a head; an underscore is a space within a name; a fifth column is the sort of name.
"""

from functools import cache
from typing import TYPE_CHECKING

from kgraph.gazetteer import Gazetteer
from kgraph.linking import Linker
from kgraph.model import Document
from kgraph.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

_PARTS_OF_SPEECH = {
    **dict.fromkeys(["NN", "NNS"], "NOUN"),
    **dict.fromkeys(["NNP", "NNPS"], "PROPN"),
    **dict.fromkeys(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"], "VERB"),
    **dict.fromkeys(["PRP", "WP", "WDT", "DT", "PRP$"], "PRON"),
    **dict.fromkeys(["JJ", "JJR", "JJS"], "ADJ"),
    **dict.fromkeys(["RB", "WRB"], "ADV"),
    **dict.fromkeys(["IN", "RP"], "ADP"),
    **dict.fromkeys([".", ",", "HYPH", "-LRB-", "-RRB-", ":"], "PUNCT"),
    **dict.fromkeys(["TO", "POS"], "PART"),
    "CC": "CCONJ",
    "CD": "NUM",
}


def parse(rows: str) -> Doc:
    """Make the Doc of a table of words."""
    table = [row.split() for row in rows.strip().splitlines()]
    words = [row[0].partition("/")[0].replace("_", " ") for row in table]
    tokens = [_token(text, row) for text, row in zip(words, table, strict=True)]
    return Doc(tokens, [_position(words, row[3].replace("_", " ")) for row in table])


def _token(text: str, row: list[str]) -> Token:
    written, tag, label, _, *sort = row
    lemma = written.partition("/")[2].replace("_", " ") or text.lower()
    return Token(text, " ", lemma, tag, _part_of_speech(tag, label), label, *sort, begins_name=bool(sort))


def from_spacy(doc: "SpacyDoc") -> Doc:
    """Take over what spaCy made of a text; where there is no tree, the words of a sentence hang on its first."""
    tokens = [
        Token(
            t.text,
            t.whitespace_,
            t.lemma_,
            t.tag_,
            t.pos_,
            t.dep_,
            t.ent_type_,
            begins_name=t.ent_iob_ == "B",
        )
        for t in doc
    ]
    if doc.has_annotation("DEP"):
        return Doc(tokens, [token.head.i for token in doc])
    is_cut = doc.has_annotation("SENT_START")
    return Doc(tokens, [token.sent.start if is_cut else 0 for token in doc])


def word(doc: Doc, form: str) -> Token:
    """Give the first word of this form, or with `#2` the second."""
    return doc[_position([token.text for token in doc], form)]


def forms(tokens: tuple[Token, ...] | None) -> list[str]:
    """List the words of tokens, in their order."""
    return [token.text for token in tokens or ()]


def _part_of_speech(tag: str, label: str) -> str:
    if label in {"aux", "auxpass"} and tag != "TO":
        return "AUX"
    return "DET" if label == "det" else _PARTS_OF_SPEECH[tag]


def _position(words: list[str], form: str) -> int:
    text, _, number = form.partition("#")
    return [i for i, other in enumerate(words) if other == text][int(number or 1) - 1]


@cache
def gazetteer() -> Gazetteer:
    """The package's own gazetteer, loaded once."""
    return Gazetteer.load()


def linker(doc: Doc, *, title: str | None = None, id: str = "article") -> Linker:  # noqa: A002
    """Give the linker of a document that is this parse and nothing else; it has no persons."""
    document = Document(id=id, text=doc.text, title=title)
    return Linker(doc, gazetteer().find(doc.text), (), gazetteer(), document)
