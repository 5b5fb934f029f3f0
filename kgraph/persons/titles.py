"""The words of offices, from `data/offices.tsv`: one row a title, or a word that stands with titles or names.

A title has the `agent` whose office it is, or the few states of which one has it ("Foreign Secretary").

Kinds of titles: head, leader, minister, spokesperson, envoy, official, military, legislative, local,
counterpart, successor; before names: honorific, rank. Kinds of other words: `modifier` and `unit` belong to a title
("Interior Ministry spokesman"), `adjunct` may stand beside it ("outgoing"), `former` says that the office is
over, `outsider` that it is none of a state ("rebel leader"), `force` is what an agent has and an office leads
("commander of Russia's navy"), `field` ends what an office is for ("of Foreign Affairs"), `group` is a word of
an organisation's name ("Army"), `polity` stands between "of" and a name ("President of the Republic of"),
`particle` inside a name ("de"), `family` before the given names ("Kim"), `stop` never is a part of one, `speech`
follows a speaker, `becoming` says that somebody takes an office ("was elected president"),
so do `serving` ("*served* as"), `succeeding` ("*replaced* Y as"), `rising` ("*promoted* to"), `appointing`
("*received* X as") and `appointment` ("the *credentials* of X as"),
`remit` ends what an envoy is sent to ("to the Middle *East*"), `wing` is a part of a group,
`styled` is somebody known by his title alone ("the *Dalai Lama*"),
`seeker` is who does not hold it yet ("presidential *candidate*"), and `seeking` what he does ("*ran* for president"),
a `house` is what a minister answers to at home ("told *parliament*"), who is `summoned` serves another state,
a `ship` may bear a title behind its letters ("*HMS* Queen Elizabeth"),
`clausal` words end a phrase, `letters` are those in capitals that name no body ("TV").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.persons.words import Word
from kgraph.resources import DATA
from kgraph.tables import read_rows

__all__ = ["OFFICES", "UNDERSTOOD_KINDS", "Title", "Titles"]

OFFICES = frozenset(
    [
        "head",
        "leader",
        "minister",
        "spokesperson",
        "envoy",
        "official",
        "military",
        "legislative",
        "local",
        "counterpart",
        "successor",
    ]
)
# Whose office one of these is need not be said.
UNDERSTOOD_KINDS = frozenset(["head", "minister", "spokesperson", "military", "envoy"])
_MONARCHS = frozenset(
    """
    king queen prince princess sultan emir emperor empress
    monarch caliph khedive maharaja maharajah
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BEHIND = frozenset(["extraordinary", "general", "plenipotentiary"])  # adjectives that end a title
_CASED = frozenset(["letters", "ship", "stop"])
_PREFIXES = frozenset(["honorific", "rank"])
_OTHERS = frozenset(
    [
        "modifier",
        "unit",
        "force",
        "field",
        "group",
        "house",
        "letters",
        "adjunct",
        "appointing",
        "appointment",
        "becoming",
        "clausal",
        "serving",
        "former",
        "outsider",
        "polity",
        "particle",
        "remit",
        "rising",
        "seeker",
        "seeking",
        "ship",
        "summoned",
        "wing",
        "family",
        "stop",
        "speech",
        "styled",
        "succeeding",
    ]
)
_KINDS = sorted(OFFICES | _PREFIXES | _OTHERS)
_COLUMNS = ("title", "kind", "agent", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title that a name can follow; `agents` are the only states that have such an office, where they are few."""

    words: tuple[str, ...]
    kind: str
    agents: tuple[str, ...] = ()

    @property
    def agent(self) -> str | None:
        """Whose office it is, where the title alone says so."""
        return self.agents[0] if len(self.agents) == 1 else None

    @property
    def reigns(self) -> bool:
        """Whether it is a monarch's, whose name is no family's: "King *Alexander*" is no Mr. Alexander."""
        return self.words[-1] in _MONARCHS


_Table = dict[str, list[Title]]  # by the first word, the longest first


@dataclass(frozen=True, slots=True)
class Titles:
    """The table of titles, asked word by word."""

    offices: _Table
    prefixes: _Table
    kinds: dict[str, frozenset[str]]

    @classmethod
    @cache
    def load(cls, path: Path = DATA / "offices.tsv") -> "Titles":
        """Read and check the table.

        Raises:
            DataError: a row is wrong; says the file and the line.
        """
        titles: list[Title] = []
        kinds: dict[str, set[str]] = {kind: set() for kind in _OTHERS}
        for row in read_rows(path, _COLUMNS):
            text, kind = row.need("title"), row.one_of("kind", _KINDS)
            if kind in _OTHERS:
                kinds[kind].add(text if kind in _CASED else text.casefold())
            else:
                titles.append(
                    Title(words=tuple(text.casefold().split()), kind=kind, agents=row.parts("agent"))
                )
        return cls(
            _index(title for title in titles if title.kind in OFFICES),
            _index(title for title in titles if title.kind in _PREFIXES),
            {kind: frozenset(words) for kind, words in kinds.items()},
        )

    def find_office(self, words: Sequence[Word], at: int) -> tuple[int, Title] | None:
        """Find the longest title of an office, singular or plural, that begins at a word; gives its end."""
        found = _longest(self.offices, words, at)
        is_ship = found is not None and at > 0 and self.has("ship", words[at - 1])
        return None if is_ship else found

    def find_prefix(self, words: Sequence[Word], at: int) -> tuple[int, Title] | None:
        """Find the longest honorific or rank that begins at a word; they are written with a capital."""
        return _longest(self.prefixes, words, at) if words[at].is_capitalised else None

    def is_office(self, word: Word) -> bool:
        """Tell whether the word alone is the title of an office."""
        return any(title.words == (word.key,) for title in self.offices.get(word.key, ()))

    def is_prefix(self, word: Word) -> bool:
        """Tell whether the word alone is a rank or an honorific: "former *general* X"."""
        return any(title.words == (word.key,) for title in self.prefixes.get(word.key, ()))

    def has(self, kind: str, word: Word) -> bool:
        """Tell whether a word is of a kind that stands with titles and names."""
        return (word.text if kind in _CASED else word.key) in self.kinds[kind]


def _index(titles: Iterable[Title]) -> _Table:
    table: _Table = {}
    for title in sorted(titles, key=lambda title: (-len(title.words), title.words)):
        table.setdefault(title.words[0], []).append(title)
        if len(title.words) == 1 or title.words[-1] in _BEHIND:  # "*consuls* general"
            table.setdefault(f"{title.words[0]}s", []).append(title)
    return table


def _longest(table: _Table, words: Sequence[Word], at: int) -> tuple[int, Title] | None:
    known = table.get(words[at].key)
    if known is None or words[at].mention:
        return None
    for title in known:
        end = at + len(title.words)
        if end <= len(words) and words[end - 1].key in (title.words[-1], f"{title.words[-1]}s"):
            middle = words[at + 1 : end - 1]
            if all(
                word.key == key and not word.mention
                for word, key in zip(middle, title.words[1:-1], strict=True)
            ):
                return end, title
    return None
