"""What a place can be called: "the islands", "the strait", "the territory"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import sentence_before
from kgraph.reference.named import Named
from kgraph.tokens import Token

__all__ = [
    "GROUPS",
    "GROUP_KINDS",
    "WATERS",
    "can_be_called",
    "is_by_waters",
    "is_more_than_town",
    "is_of_several",
    "is_one_state",
    "is_several",
    "is_title_called",
    "may_be_among",
]

_DRY = frozenset(
    {
        "city",
        "coast",
        "coastline",
        "colony",
        "district",
        "emirate",
        "land",
        "nation",
        "port",
        "province",
        "republic",
        "state",
        "sultanate",
        "territory",
        "town",
        "village",
    }
)  # "these lands" are no river
WATERS = frozenset({"river", "sea", "lake", "strait", "waterway", "maritime_area"})
_EXPANSES = frozenset({"area", "region", "territory"})
# No peninsula is a plateau, nor is an island a valley.
_TERRAINS = frozenset({"corridor", "desert", "oasis", "plain", "plateau", "strip", "valley"})
_OF_NO_TERRAIN = WATERS | {
    "border_line",
    "city",
    "glacier",
    "island",
    "island_group",
    "mountain",
    "peninsula",
    "reef",
}
_UNSETTLED = frozenset(
    {"border_line", "glacier", "island_group", "mountain", "peninsula", "reef", "region"}
)  # none is a town
_STATELIKE = frozenset({"de_facto", "partially_recognised"})  # nor are these a town
_STATES = frozenset({"republic", "state"})
_STATELESS = _UNSETTLED - {"region"} | {"island"}
# So is only called what has the word in its name or kind: no island is "the mainland".
_OF_ITS_NAME = frozenset(
    {
        "bay",
        "continent",
        "gulf",
        "heights",
        "isthmus",
        "lake",
        "mainland",
        "mountain",
        "peninsula",
        "river",
        "sea",
        "shelf",
        "strait",
    }
)
_SAME = {"bay": "gulf", "gulf": "bay"}  # one sea inlet is either: "the *bay*" of the Gulf of Piran
_PRONOUNS = frozenset({"both", "former", "latter"})  # of places of whatever sort
_LANDS = frozenset({"colony", "land", "possession", "protectorate", "territory"})  # more than a town is
_WIDE = frozenset({"province", "region", "republic", "state", "valley"})  # no town is called so
_AREAS = frozenset(
    {"area", "enclave", "province", "region", "territory"}
)  # so a state that few recognise is called
_APART = frozenset({"colony", "enclave", "exclave", "republic", "state", "territory"})
_WITH_GOVERNMENT = frozenset(
    {"de_facto", "dependency", "self_declared"}
)  # places, though somebody acts for them
_STRETCHES = frozenset({"area", "district", "province", "region", "territory"})
_SIDES = frozenset({"center", "centre", "east", "north", "south", "west"})  # of a land, and not all of it
_COUNTING = frozenset({"handful", "pair", "trio"})  # people are these more often than lands
GROUP_KINDS = frozenset({"archipelago", "island_group"})
GROUPS = frozenset({"archipelago", "chain", "group"})
_ISLANDS = (
    "island",
    "reef",
    "islet",
    "shoal",
    "rock",
    "cay",
    "archipelago",
    "isle",
    "atoll",
    "outcrop",
    "sandbank",
)


def _may_be_unknown(lemma: str, plural: bool, kind: str) -> bool:
    """Tell whether a noun takes up a place that only the text knows: of its kind, or "this area" a plateau."""
    if kind in _TERRAINS and lemma in _EXPANSES and not plural:
        return True
    is_stretch = lemma in _STRETCHES and not plural and kind in _STRETCHES | {"coast", "valley"}
    return lemma == kind or is_stretch or {lemma, kind or lemma} <= load_cues().places_settlements


def can_be_called(lemma: str, plural: bool, named: Named) -> bool:
    """Tell whether a place can be called so: "the islands" are no state, "the strait" has that word in its name."""
    if lemma in _COUNTING:
        return False
    if named.is_unknown:
        return _may_be_unknown(lemma, plural, named.kind)
    label = f"{named.kind} {named.entity.label}".lower()
    if any(word in lemma for word in _ISLANDS) or lemma in GROUPS:
        if _is_state_called(lemma, named.entity, plural=plural):
            return True
        if lemma in GROUPS:
            return "group" in label or "islands" in label or "archipelago" in label
        return any(word in label for word in (*_ISLANDS, lemma))
    if lemma in _SIDES:
        return lemma in label
    if lemma in _OF_ITS_NAME:
        return lemma in label or _SAME.get(lemma, lemma) in label
    if lemma == "line" and named.kind != "border_line":  # no land at a border is "the line"
        label = named.entity.label.lower()
    if lemma in {"border", "boundary", "line", "frontier"}:
        return "border" in label or "line" in label or "boundary" in label
    if not _is_of_size(lemma, named.kind):
        return False
    if _is_land_before_state(lemma, plural) and lemma in label.split():  # "the Free *Territory* of Trieste"
        return True
    is_area = not plural and lemma in _AREAS and named.kind == "partially_recognised"
    return is_area or not named.is_agent or named.kind in _WITH_GOVERNMENT


def _is_of_size(lemma: str, kind: str) -> bool:
    """Tell whether a noun can be said of a kind of place: no river is "the town", no line "the region"."""
    if kind in WATERS and (lemma in _DRY or (lemma == "region" and kind != "maritime_area")):
        return False
    if lemma in load_cues().places_settlements:
        return kind not in _UNSETTLED and kind not in _STATELIKE
    if lemma in _TERRAINS and kind in _OF_NO_TERRAIN:
        return False
    if kind == "border_line" and lemma in _DRY | _WIDE | _AREAS:
        return False
    return not (lemma in _WIDE and kind == "city") and not (lemma in _STATES and kind in _STATELESS)


def is_by_waters(lemma: str, kind: str) -> bool:
    """Tell whether a noun beside the name of waters is of land that lies by them: "the Red Sea *port*"."""
    return kind in WATERS and _is_dry(lemma)


def _is_dry(lemma: str) -> bool:
    return lemma in _DRY or any(word in lemma for word in _ISLANDS)


def is_more_than_town(lemma: str, named: Named) -> bool:
    """Tell whether a place is what a noun calls more than a town: "the territory" where a town is named in passing."""
    return lemma not in _LANDS or named.kind not in load_cues().places_settlements


def may_be_among(lemma: str, named: Named) -> bool:
    """Tell whether a place can be one of several that are called so: an archipelago of "both islands"."""
    if lemma in _PRONOUNS:
        return True
    if named.is_unknown:
        return can_be_called(lemma, False, named)
    is_town = lemma in load_cues().places_settlements and named.kind == "region"  # named after its town
    return (is_town or _is_of_size(lemma, named.kind)) and not is_by_waters(lemma, named.kind)


def _is_state_called(lemma: str, entity: Entity, *, plural: bool) -> bool:
    """Tell whether a state is "the island", or "the islands"."""
    cues = load_cues()
    if plural or lemma == "archipelago":
        return lemma in {"archipelago", "island"} and entity.id in cues.places_archipelagic
    return lemma == "island" and entity.id in cues.places_insular


def is_title_called(noun: Token, title: Entity) -> bool:
    """Tell whether a noun can mean what the title names: in an entry about a state "the islands", "the territory"."""
    lemma = noun.lemma_.lower()
    if title.kind is EntityKind.TERRITORY or lemma in title.label.lower():
        return True
    if title.kind is not EntityKind.STATE:
        return False
    plural = noun.tag_ in {"NNS", "NNPS"}
    if _is_state_called(lemma, title, plural=plural) or _is_land_before_state(lemma, plural):
        return True
    return lemma in load_cues().references_land_of_state and not plural and _is_all_its_land(noun)


def _is_all_its_land(noun: Token) -> bool:
    """Tell whether "the region" may be all of a state: something is said of it, and no land was told of just before.

    "*The region* was a Portuguese colony", not "in *the region*" nor "troops went to the north. *The region* is".
    """
    if _has_over(noun).dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return False
    cues = load_cues()
    lands = cues.places_nouns | cues.places_directions
    before = noun.doc[sentence_before(noun).start : noun.left_edge.i]
    return not any(t.pos_ in {"ADJ", "NOUN"} and t.lemma_.lower() in lands - cues.places_own for t in before)


def _has_over(noun: Token) -> Token:
    """Give what somebody has of a land, where a noun is that: "seized *control* of the area"; else the noun itself."""
    is_over = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "over"}
    had = noun.head.head if is_over else noun
    return had if had.lemma_.lower() in load_cues().places_titles else noun


def _is_land_before_state(lemma: str, plural: bool) -> bool:
    """Tell whether it is what a state may be called from before it was one: "the colony"."""
    return not plural and lemma in load_cues().references_before_state


def is_several(entity: Entity, lemma: str) -> bool:
    """Tell whether one thing can be meant by a plural: by its name, or as islands; no state is "the states"."""
    is_insular = any(word in lemma for word in _ISLANDS) or lemma in GROUPS
    return is_insular or entity.label.endswith("s")


def is_one_state(found: Sequence[Entity]) -> bool:
    """Tell whether a single state is found, which no plural means: the Maldives are "they", the United States not."""
    is_state = len(found) == 1 and found[0].kind is EntityKind.STATE
    return is_state and found[0].id not in load_cues().places_archipelagic


def is_of_several(lemma: str) -> bool:
    """Tell whether the plural of a noun is of several places: "the provinces", but not "the waters", "the hills"."""
    return lemma in _APART or lemma in load_cues().places_districts
