"""Tables that outgrow memory: SQLite keeps a few megabytes of them, and the rest in a file that goes with it."""

import sqlite3

__all__ = ["open_table"]

_CACHE_KIB = 16_000


def open_table(definition: str) -> sqlite3.Connection:
    """Open a table of its own in a temporary database, which vanishes with the connection.

    An empty name is SQLite's for a database without a place: what does not fit into its cache is written to a
    file without a name in the folder for temporary files (SQLITE_TMPDIR, else TMPDIR).

    Args:
        definition: a CREATE TABLE statement.

    Raises:
        sqlite3.Error: also later, of any use of it: that folder is full.
    """
    # The documents may be asked for by another thread than the one that began.
    table = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
        table.execute(f"PRAGMA {setting}")
    table.execute(definition)
    table.execute("BEGIN")  # never ended: there is nothing to keep
    return table
