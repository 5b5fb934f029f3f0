"""Who sends a mission that keeps the peace: the body or state that it is called after, as the UN sends UNIFIL."""

from dataclasses import replace
from functools import lru_cache

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.entries import Entry
from kgraph.linking.linked import Linked
from kgraph.model import EntityKind

__all__ = ["sent_by"]

_MISSION = "peacekeeping_mission"
_ADJECTIVE = "adjective"
_MOST_WORDS = 2  # of the name of who sends: "African Union"


def sent_by(mission: Linked, gazetteer: Gazetteer) -> Linked:
    """Give who sends a mission, by the mission's words; anybody else acts himself."""
    entry = gazetteer.get(mission.entity.id) if mission.entity.kind is EntityKind.ORGANIZATION else None
    sender = _sender(entry, gazetteer) if entry is not None and entry.kind == _MISSION else None
    return mission if sender is None else replace(mission, entity=sender.entity)


@lru_cache(maxsize=256)
def _sender(mission: Entry, gazetteer: Gazetteer) -> Entry | None:
    for name in mission.names:
        words = name.text.split()
        for number in range(_MOST_WORDS, 0, -1):
            before = " ".join(words[:number])
            found = (entry for entry in gazetteer.look_up(before) if _sends(entry, before))
            if number < len(words) and (sender := next(found, None)) is not None:
                return sender
    return None


def _sends(entry: Entry, name: str) -> bool:
    """Tell whether a name in front is that of who sends, and not of where the mission is: "*Kosovo* Force"."""
    if entry.entity.kind is EntityKind.STATE:
        return any(each.text == name and each.how == _ADJECTIVE for each in entry.names)
    return entry.entity.kind is EntityKind.ORGANIZATION and entry.kind != _MISSION
