"""Copies of stories as papers print them: a seeded editor changes what editors change; and texts that are no copies."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kgraph.reading import read_sources
from kgraph.resources import DATA

__all__ = ["KINDS", "Copy", "NearMiss", "copies", "near_misses", "stories"]

HERE = Path(__file__).parent
EDITS = tomllib.loads((HERE / "edits.toml").read_text(encoding="utf-8"))
CITIES = r"^([A-Z][A-Z' -]+)(, \d+ \w+)? \([^)]*\) [–-] |^([A-Z][A-Z' -]+), \d+ \w+ – "


class Copy(NamedTuple):
    """A copy of a story, and what was done to it."""

    kind: str
    story: int
    text: str


class NearMiss(NamedTuple):
    """Two different stories, and what makes them look alike."""

    kind: str
    one: str
    other: str


def stories() -> list[str]:
    """Give the texts of the stories, by name: the demo's articles, and those of our own."""
    sources = [str(folder) for folder in (DATA / "demo", HERE / "stories")]
    found = sorted(read_sources(sources, on_reject=print), key=lambda document: document.id)
    return [document.text for document in found]


def near_misses() -> list[NearMiss]:
    """Give the pairs of different stories that look alike."""
    pairs = tomllib.loads((HERE / "near_misses.toml").read_text(encoding="utf-8"))["pair"]
    return [NearMiss(**pair) for pair in pairs]


def copies(seed: int = 1, rounds: int = 3) -> Iterator[Copy]:
    """Give edited copies of every story, `rounds` of each kind; the same seed gives the same."""
    for number, story in enumerate(stories()):
        for kind, edit in KINDS.items():
            for turn in range(rounds):
                chance = random.Random(f"{seed} {number} {kind} {turn}")
                yield Copy(kind, number, edit(story, chance))


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def give_headline(text: str, chance: random.Random) -> str:
    return f"{chance.choice(EDITS['headlines'])}\n\n{text}"


def change_dateline(text: str, chance: random.Random) -> str:
    line = chance.choice(
        ["LONDON (Example Agency) -- ", "", "(Example Agency) - ", "From our correspondent: "]
    )
    return re.sub(CITIES, line, text, count=1, flags=re.MULTILINE)


def _trimmed(share: float) -> Callable[[str, random.Random], str]:
    """Cut a share of the words from the end, at the end of a sentence."""

    def trim(text: str, chance: random.Random) -> str:
        most = len(text.split()) * (1 - share)
        kept, words = "", 0
        for sentence in re.findall(r"[^.]+\.[”’\"']?(?:\s+|$)", text):
            if words and words + len(sentence.split()) > most:
                break
            kept, words = kept + sentence, words + len(sentence.split())
        return kept.strip()

    return trim


def add_paragraph(text: str, chance: random.Random) -> str:
    parts = _paragraphs(text)
    parts.insert(chance.randrange(1, len(parts) + 1), chance.choice(EDITS["paragraphs"]))
    return "\n\n".join(parts)


def spell_american(text: str, chance: random.Random) -> str:
    for british, american in EDITS["american"]:
        text = re.sub(british, american, text)
    return text


def change_quotes(text: str, chance: random.Random) -> str:
    to = dict(zip("“”‘’–", ('"', '"', "'", "'", "-"), strict=True))
    return "".join(to.get(sign, sign) for sign in text).replace(". ", ".  ").replace("\n\n", "\n")


def add_furniture(text: str, chance: random.Random) -> str:
    return chance.choice(EDITS["furniture"]).format(text)


def update_numbers(text: str, chance: random.Random) -> str:
    """Change a third of the numbers by a little, as a later version of the same story does."""

    def change(found: re.Match[str]) -> str:
        digits = found.group().replace(",", "")
        return str(int(digits) + chance.randint(1, 9)) if chance.random() < 1 / 3 else found.group()

    return re.sub(r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\b", change, text)


def change_words(text: str, chance: random.Random) -> str:
    """Put other words for three in four of those that a copy editor would."""

    def change(new: str, found: re.Match[str]) -> str:
        return new if chance.random() < 3 / 4 else found.group()

    for old, new in EDITS["words"]:
        text = re.sub(rf"\b{old}\b", partial(change, new), text)
    return text


def reorder(text: str, chance: random.Random) -> str:
    first, *rest = _paragraphs(text)
    chance.shuffle(rest)
    return "\n\n".join([first, *rest])


def _together(*edits: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], str]:
    def edit(text: str, chance: random.Random) -> str:
        for each in edits:
            text = each(text, chance)
        return text

    return edit


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "headline": give_headline,
    "dateline": change_dateline,
    "ending trimmed by 10 %": _trimmed(0.1),
    "ending trimmed by 30 %": _trimmed(0.3),
    "ending trimmed by 50 %": _trimmed(0.5),
    "paragraph added": add_paragraph,
    "American spelling and dates": spell_american,
    "quotes and spaces": change_quotes,
    "byline and boilerplate": add_furniture,
    "numbers updated": update_numbers,
    "words exchanged": change_words,
    "paragraphs reordered": reorder,
    "headline, trimmed by 30 %, paragraph": _together(
        _trimmed(0.3), add_paragraph, change_dateline, give_headline
    ),
    "spelling, words, numbers": _together(spell_american, change_words, update_numbers, change_quotes),
    "trimmed by 50 %, paragraph, boilerplate": _together(_trimmed(0.5), add_paragraph, add_furniture),
    "everything, trimmed by 30 %": _together(
        _trimmed(0.3),
        spell_american,
        change_words,
        update_numbers,
        change_quotes,
        add_paragraph,
        change_dateline,
        add_furniture,
        give_headline,
    ),
}
