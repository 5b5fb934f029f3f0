"""Who may be meant by a name: those that the gazetteer has under it, those that share it, and the homonyms."""

from collections.abc import Iterator

from kgraph.candidates.homonyms import load_homonyms, load_shared_names
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.model import Candidate, Entity, EntityKind, Mention

__all__ = ["bearers"]

_SEATS = frozenset({"capital", "metonym"})


def bearers(mention: Mention, name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """List who bears the name of a mention: in the gazetteer's order, then the homonyms; none where only one does.

    A place that has the name itself leaves out who is called by it as by a seat of government: Jerusalem is the city.
    """
    key = key_of(name)
    shared, homonyms = load_shared_names().get(key, ()), load_homonyms().by_name.get(key, ())
    if not (mention.alternatives or shared or homonyms) or _is_own(mention.entity, key, gazetteer):
        return ()
    found = {candidate.entity.id: candidate for candidate in _known(mention, name, gazetteer)}
    for id_, how in shared:
        if (entry := gazetteer.get(id_)) is not None:  # the user may have a gazetteer of another world
            found.setdefault(id_, Candidate(entity=entry.entity, how=how))
    is_place = mention.how == "name" and mention.entity.kind is EntityKind.TERRITORY
    kept = [each for each in found.values() if not (is_place and each.how in _SEATS)]
    kept += [Candidate(entity=homonym.entity) for homonym in homonyms]
    return tuple(kept) if len(kept) > 1 else ()


def _is_own(entity: Entity, key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the user's own table calls an entity so; then it is meant."""
    entry = gazetteer.get(entity.id)
    return entry is not None and any(name.own and key_of(name.text) == key for name in entry.names)


def _known(mention: Mention, name: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    yield Candidate(entity=mention.entity, how=mention.how)
    for other in mention.alternatives:
        yield Candidate(entity=other, how=_how(other, name, gazetteer) or mention.how)


def _how(entity: Entity, name: str, gazetteer: Gazetteer) -> str | None:
    """Give by what kind of name an entity is called so."""
    entry = gazetteer.get(entity.id)
    names = entry.names if entry is not None else ()
    return next((each.how for each in names if key_of(each.text) == key_of(name)), None)
