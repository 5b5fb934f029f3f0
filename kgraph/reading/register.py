"""What a document must be to be read on: some English text, and an id of its own."""

import hashlib

from kgraph.reading.language import looks_english
from kgraph.reading.rejection import EMPTY, Draft, Rejection

__all__ = ["Register", "check_text"]


def check_text(draft: Draft) -> Rejection | None:
    """Give what is wrong with the text of a draft; None: it can be read on."""
    text = draft.document.text
    if not text.strip():
        return draft.reject(EMPTY)
    if "\x00" in text:
        return draft.reject("the text holds a NUL character: save it as plain text in UTF-8")
    if not looks_english(text):
        return draft.reject("no sentence in English: kgraph reads English only")
    return None


class Register:
    """Holds the ids of documents against those before them.

    Of each document it keeps the id, a digest of the text and the place, about 250 bytes.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[bytes, str, int | None]] = {}

    def check_id(self, name: str, content: bytes, where: str, line: int | None) -> str | None:
        """Enter a document; where its id is there already, say what is wrong with it.

        Args:
            name: the id.
            content: what was read, by which two copies of one document are told from two documents.
            where: the file.
            line: the line there.
        """
        digest = hashlib.blake2b(content, digest_size=16).digest()
        if name not in self._seen:
            self._seen[name] = digest, where, line
            return None
        first_digest, first_where, first_line = self._seen[name]
        place = first_where if first_line is None else f"{first_where}:{first_line}"
        if digest == first_digest:
            return f"a duplicate: the document {name!r} was read from {place}"
        return f"the id {name!r} is taken by another text, from {place}: give each its own id"
