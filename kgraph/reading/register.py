"""What a document must be to be read on: some English text, and an id of its own."""

import hashlib

from kgraph.reading.language import looks_english
from kgraph.reading.rejection import EMPTY, Draft, Rejection
from kgraph.reading.temporary import open_table

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

    Of each document it keeps digests of the id and of the content, and the place, about 50 bytes, most of them
    on disk where there are many. Ids are told apart by 128 bits.
    """

    def __init__(self) -> None:
        self._seen = open_table(
            "CREATE TABLE seen (id BLOB PRIMARY KEY, content BLOB, file INTEGER, line INTEGER) WITHOUT ROWID"
        )
        self._files = open_table("CREATE TABLE files (name BLOB)")
        self._file = ""  # the one that was read last
        self._row: int | None = 0

    def check_id(self, name: str, content: bytes, where: str, line: int | None) -> str | None:
        """Enter a document; where its id is there already, say what is wrong with it.

        Args:
            name: the id.
            content: what was read, by which two copies of one document are told from two documents.
            where: the file.
            line: the line there.

        Raises:
            sqlite3.Error: there is no room for it on disk.
        """
        key = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        digest = hashlib.blake2b(content, digest_size=8).digest()
        row = key, digest, self._number(where), line
        if self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)", row).rowcount:
            return None
        first_digest, place = self._find(key)
        if digest == first_digest:
            return f"a duplicate: the document {name!r} was read from {place}"
        return f"the id {name!r} is taken by another text, from {place}: give each its own id"

    def _number(self, where: str) -> int | None:
        """Number a file; one that comes again later has another number, which does no harm."""
        if where != self._file:
            name = where.encode("utf-8", "surrogatepass")
            self._file = where
            self._row = self._files.execute("INSERT INTO files VALUES (?)", (name,)).lastrowid
        return self._row

    def _find(self, key: bytes) -> tuple[bytes, str]:
        """Give the digest of the content that has an id, and its place."""
        digest, file, line = self._seen.execute(
            "SELECT content, file, line FROM seen WHERE id = ?", (key,)
        ).fetchone()
        (name,) = self._files.execute("SELECT name FROM files WHERE rowid = ?", (file,)).fetchone()
        where = bytes(name).decode("utf-8", "surrogatepass")
        return bytes(digest), where if line is None else f"{where}:{line}"
