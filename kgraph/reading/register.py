"""What a document must be to be read on: some English text, and an id of its own."""

import hashlib

from kgraph.reading.language import looks_english
from kgraph.reading.rejection import EMPTY, Draft, Rejection

__all__ = ["Register"]


class Register:
    """Holds drafts against what a document must be, and against those before it.

    Of each document it keeps the id, a digest of the text and the place, about 250 bytes.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[bytes, str, int | None]] = {}

    def check(self, draft: Draft) -> Rejection | None:
        """Give what is wrong with a draft; None admits it."""
        text = draft.document.text
        if not text.strip():
            return draft.reject(EMPTY)
        if "\x00" in text:
            return draft.reject("the text holds a NUL character: save it as plain text in UTF-8")
        if not looks_english(text):
            return draft.reject("no sentence in English: kgraph reads English only")
        return self._check_id(draft)

    def _check_id(self, draft: Draft) -> Rejection | None:
        name = draft.document.id
        digest = hashlib.blake2b(draft.document.text.encode("utf-8"), digest_size=16).digest()
        if name not in self._seen:
            self._seen[name] = digest, draft.where, draft.line
            return None
        first_digest, where, line = self._seen[name]
        place = where if line is None else f"{where}:{line}"
        if digest == first_digest:
            return draft.reject(f"a duplicate: the document {name!r} was read from {place}")
        return draft.reject(f"the id {name!r} is taken by another text, from {place}: give each its own id")
