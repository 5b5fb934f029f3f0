"""Where in the world a description puts what it means: "the *Himalayan* kingdom", "the *Black Sea* peninsula".

What lies elsewhere is not meant, however near it is named; and a sea in a description is not the land at it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.reference.named import UNSETTLED, Named
from kgraph.reference.pairs import only_one_near
from kgraph.reference.told_apart import is_set_off, tells_apart
from kgraph.resources import DATA
from kgraph.tables import read_rows
from kgraph.tokens import Token

__all__ = ["Whereabouts", "located", "whereabouts"]

_COLUMNS = ("words", "south", "north", "west", "east", "source")
_POINTING = frozenset({"both", "that", "the", "these", "this", "those"})
_IDLE = frozenset({"CD", "JJ", "RB", "VBG", "VBN"})  # tags of words that may stand beside
_ISLAND = "island"  # "the *island* nation"
_TELLING = frozenset({"acl", "advmod", "appos", "relcl"})  # what stands so behind a noun says which is meant


@dataclass(frozen=True, slots=True)
class _Box:
    """A part of the world, in degrees; the coordinates of a state are those of its middle."""

    south: float
    north: float
    west: float
    east: float

    def covers(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a description says of where something lies."""

    boxes: tuple[_Box, ...]  # in one of them; empty where it does not say
    is_island: bool = False
    is_breakaway: bool = False

    def fits(self, named: Named) -> bool:
        """Tell whether something lies there."""
        cues = load_cues()
        if self.is_island and named.entity.id not in cues.places_insular | cues.places_archipelagic:
            return False
        if self.is_breakaway and named.kind not in UNSETTLED:
            return False
        at = named.at
        return not self.boxes or (at is not None and any(box.covers(*at) for box in self.boxes))


def whereabouts(noun: Token) -> Whereabouts | None:
    """Read where a definite noun puts what it means; None where it does not say, or says more than that.

    "the tiny West African nation", but not "the African nation of Togo", "the other Baltic state".
    """
    first = noun.left_edge.i
    if noun.i - first < 2 or noun.doc[first].lower_ not in _POINTING or _is_told_behind(noun):
        return None
    before = noun.doc[first + 1 : noun.i]
    words = [t.lower_ for t in before]
    region = _region_in(words) if any(t.is_title for t in before) else None  # "West African"
    start, end, boxes = region or (0, 0, ())
    beside = [t for at, t in enumerate(before) if not start <= at < end]
    is_state = noun.lemma_.lower() in load_cues().agents_country
    is_island = is_state and bool(beside) and beside[-1].lower_ == _ISLAND
    beside = beside[:-1] if is_island else beside
    is_breakaway = is_state and not load_cues().references_breakaway.isdisjoint(before.text.lower().split())
    if not (boxes or is_island or is_breakaway) or any(map(_tells_more, beside)):
        return None
    return Whereabouts(boxes, is_island, is_breakaway)


def located(noun: Token, where: Whereabouts, before: Iterable[Named]) -> tuple[Entity, ...]:
    """Give what lies where a description of it says: the one of the nearest sentence that names any.

    Of a text that names but one, that one from wherever.
    """
    fits = [named for named in before if where.fits(named)]
    all_ = tuple(dict.fromkeys(named.entity for named in fits))
    return all_ if len(all_) == 1 else only_one_near(fits, noun)


def _is_told_behind(noun: Token) -> bool:
    """Tell whether words behind say which is meant: "the island *of Aruba*", "the nation *that borders Chad*"."""
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN":
        return True
    behind = (c for c in noun.children if c.i > noun.i)
    return any(c.lower_ == "of" or (c.dep_ in _TELLING and not is_set_off(noun, c)) for c in behind)


def _tells_more(word: Token) -> bool:
    """Tell whether a word says more than of what sort something is, as "tiny" and "war-torn" do."""
    if word.text == "-" or word.nbor(1).text == "-":
        return False
    return not word.is_lower or word.tag_ not in _IDLE or tells_apart(word)


def _region_in(words: Sequence[str]) -> tuple[int, int, tuple[_Box, ...]] | None:
    """Find the longest name of a wide region among words: where it begins and ends, and what it is."""
    regions = _load_regions()
    spans = [(at, end) for at in range(len(words)) for end in range(at + 1, len(words) + 1)]
    for at, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if boxes := regions.get(" ".join(words[at:end])):
            return at, end, boxes
    return None


@cache
def _load_regions() -> Mapping[str, tuple[_Box, ...]]:
    """Read the wide regions once.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    found: dict[str, tuple[_Box, ...]] = {}
    for row in read_rows(DATA / "wide_regions.tsv", _COLUMNS):
        row.need("source")
        south, north = row.number("south", 90), row.number("north", 90)
        west, east = row.number("west", 180), row.number("east", 180)
        if south is None or north is None or west is None or east is None:
            raise row.error("a border is empty; give all four, in degrees")
        if south >= north or west >= east:
            raise row.error("its borders are the wrong way round")
        words = row.need("words")
        found[words] = (*found.get(words, ()), _Box(south, north, west, east))
    return found
