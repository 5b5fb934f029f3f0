"""Which of the names that the gazetteer has for a thing go into a graph and onto a page."""

from kgraph.gazetteer.entries import Entry, Name
from kgraph.gazetteer.lookup import Gazetteer
from kgraph.model import BackgroundName

__all__ = ["background_names"]

_NAMES = frozenset({"name", "short", "former"})  # and no adjectives, peoples, capitals
_LABEL_LANGUAGE = "en"
UNKNOWN_LANGUAGE = "und"


def background_names(entry: Entry, gazetteer: Gazetteer) -> tuple[BackgroundName, ...]:
    """List the names of a thing that its parties use, and those in the language of its label, sorted.

    A gazetteer has the names of some places in thirty languages; a graph keeps to those that say how the parties call
    the place and those by which a reader may look for it.
    """
    return tuple(sorted({_named(name, gazetteer) for name in entry.names if _is_kept(name, entry)}))


def _is_kept(name: Name, entry: Entry) -> bool:
    is_of_party = name.used_by is not None
    is_other = name.text != entry.entity.label
    return name.how in _NAMES and (is_of_party or (is_other and name.lang == _LABEL_LANGUAGE))


def _named(name: Name, gazetteer: Gazetteer) -> BackgroundName:
    party = gazetteer.get(name.used_by) if name.used_by else None
    return BackgroundName(
        text=name.text,
        lang=name.lang or UNKNOWN_LANGUAGE,
        used_by=party.entity.id if party is not None else "",
        user=party.entity.label if party is not None else "",
    )
