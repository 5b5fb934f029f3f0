"""Propositions to relations: wordings, which are data, say which words express which predicate.

A wording's `subject`, `object` and `about` are paths over the roles of a proposition. `to|over` tries one after
the other, the first that links to the right kind of thing is taken; `subject+with` takes both together;
`object.of` goes through the proposition of the object's head ("rejected the claims of X"); `self` is the
predicate's own phrase.
"""

import itertools
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from kgraph.cues import load_cues
from kgraph.errors import DataError
from kgraph.linking import Linked, Linker
from kgraph.model import Entity, EntityKind, Modality, Polarity, Span
from kgraph.propositions import Kind, Proposition, proposition
from kgraph.propositions.arguments import conjuncts, is_bracketed
from kgraph.propositions.qualifiers import Qualifiers, qualify
from kgraph.resources import DATA

__all__ = [
    "Attempt",
    "Classes",
    "Index",
    "Relation",
    "Wording",
    "attributed",
    "find_relations",
    "index_wordings",
    "load_wordings",
    "package_wordings",
    "read_classes",
    "read_wording",
    "wordings_for",
]

# Predicates that hold by being stated.
_STANDS = frozenset(
    {"claims", "contests", "recognizes", "rejectsClaimOf", "renounces", "ruledAgainst", "ruledFor"}
)
_MAX_MET = 4  # persons who are said to have met without more
_TYPES = frozenset(
    {
        "agent",
        "any",
        "body",
        "human",
        "instrument",
        "name",
        "person",
        "place",
        "polity",
        "power",
        "state",
        "territory",
    }
)


Classes = Mapping[str, frozenset[str]]  # sets of words by name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to express a predicate; the fields are those of `data/wordings/`, whose README explains them."""

    id: str
    predicate: str
    trigger: tuple[str, ...]
    kind: Kind
    subject: str = ""
    object: str = ""
    about: str = ""
    pair: str = ""
    subject_type: str = "agent"
    object_type: str = "place"
    about_type: str = ""
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needs: Mapping[str, str] = field(default_factory=dict)
    excludes: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    whose: str = ""
    context: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    said: Polarity | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    attribution: str = ""
    elliptical: str = ""
    only_two: bool = False
    confidence: float = 0.8
    example: str
    gives: tuple[str, ...] = ()
    miss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation read in one sentence by one wording, linked and qualified."""

    subject: Linked
    predicate: str
    object: Linked
    about: Entity | None
    trigger: Token
    qualifiers: Qualifiers
    attribution: Linked | None
    rule: str
    confidence: float
    elliptical: bool = False
    guessed: bool = False  # no path gave the arguments: they are the only ones that the sentence names
    voice: Linked | None = None  # who says so, also where it is the subject and nothing is attributed


def load_wordings(folder: Path = DATA / "wordings") -> tuple[Wording, ...]:
    """Read and check all wordings of a folder, by file name and then in file order.

    A table `[classes]` in one of the files names sets of words; `@name` in a condition stands for all of a set.

    Raises:
        DataError: not TOML, an unknown field, type or role, or an id given twice; names the file and the wording.
    """
    files = {path.name: _read_file(path) for path in sorted(folder.glob("*.toml"))}
    classes = _classes(files.values())
    wordings = tuple(
        read_wording(row, name, classes) for name, file in files.items() for row in file.get("wording", [])
    )
    ids = [w.id for w in wordings]
    for repeated in sorted({i for i in ids if ids.count(i) > 1}):
        raise DataError(f"{folder.name}: the wording {repeated!r} is given twice")
    return wordings


def _read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error


def read_classes(folder: Path = DATA / "wordings") -> Classes:
    """Read the sets of words that `@name` stands for in the wordings of a folder."""
    return _classes(map(_read_file, sorted(folder.glob("*.toml"))))


def _classes(files: Iterable[Mapping[str, Any]]) -> Classes:
    return {name: frozenset(words) for file in files for name, words in file.get("classes", {}).items()}


def read_wording(row: dict[str, Any], file: str, classes: Classes) -> Wording:
    """Read and check one table of a file of wordings.

    Args:
        row: the table.
        file: its file, for a complaint.
        classes: the sets of words that `@name` stands for.

    Raises:
        DataError: a field is unknown, missing or has a value that it cannot have; names the file and the wording.
    """
    name = row.get("id", "a wording without id")
    try:
        return _wording(row, name, file, classes)
    except (TypeError, ValueError, AttributeError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{file}: {name}: {_plainly(error)}") from error


def _plainly(error: Exception) -> str:
    """Say a complaint of Python's in the user's words."""
    missing = re.findall(r"'(\w+)'", str(error)) if "missing" in str(error) else []
    if missing:
        return f"needs {', '.join(missing)}"
    value = re.fullmatch(r"(.*) is not a valid (\w+)", str(error))
    return f"{value[1]} is no {value[2].lower()}" if value else "a field has a value of the wrong sort"


def _wording(row: dict[str, Any], name: str, file: str, classes: Classes) -> Wording:
    unknown = set(row) - set(Wording.__slots__)
    if unknown:
        raise DataError(f"{file}: {name}: unknown field {', '.join(sorted(unknown))}")
    _check_sorts(row, name, file)
    for key in ("subject_type", "object_type", "about_type"):
        if row.get(key, "any") not in _TYPES:
            raise DataError(f"{file}: {name}: {key} {row[key]!r} is none of {', '.join(sorted(_TYPES))}")
    for key in ("needs", "excludes"):
        for type_ in row.get(key, {}).values():
            if type_ not in _TYPES:
                raise DataError(
                    f"{file}: {name}: {key} {type_!r}, which is none of {', '.join(sorted(_TYPES))}"
                )
    conditions = {
        k: {path: _words(words, classes, f"{file}: {name}") for path, words in row.get(k, {}).items()}
        for k in ("where", "unless")
    }
    where = f"{file}: {name}"
    closed: dict[str, Any] = {key: _words(row.get(key, ()), classes, where) for key in ("context", "doubt")}
    closed["gives"] = tuple(row.get("gives", ()))
    if "trigger" in row:
        closed["trigger"] = tuple(sorted(_words(row["trigger"], classes, where)))
    if "kind" in row:
        closed["kind"] = Kind(row["kind"])
    for key, enum in (("said", Polarity), ("polarity", Polarity), ("modality", Modality)):
        closed[key] = enum(row[key]) if key in row else None
    return Wording(**{**row, **conditions, **closed})


_LISTS = frozenset({"trigger", "gives", "context", "doubt"})
_CONDITIONS = ("where", "unless", "needs", "excludes")
_PATHS = ("subject", "object", "about", "pair", "owner", "whose", "attribution")
_PATH = re.compile(r"[\w-]+(?:[.|+][\w-]+)*")


def _check_sorts(row: dict[str, Any], name: str, file: str) -> None:
    """Complain of a field whose value is of another sort, and of a path that is none."""
    for key, value in row.items():
        if not _is_of_its_sort(key, value):
            raise DataError(f"{file}: {name}: {key} cannot be {value!r}")
    paths = [row[key] for key in _PATHS if row.get(key)]
    paths += [path for key in _CONDITIONS for path in row.get(key, {})]
    for path in paths:
        if not _PATH.fullmatch(path):
            raise DataError(f"{file}: {name}: {path!r} is no path of roles, such as object.of or to|over")


def _is_of_its_sort(key: str, value: object) -> bool:
    if key in _LISTS:
        return _is_list(value) and (bool(value) or key != "trigger")
    if key == "confidence":
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    if key == "only_two":
        return isinstance(value, bool)
    if key in {"where", "unless"}:
        return isinstance(value, dict) and all(map(_is_list, value.values()))
    return isinstance(value, dict if key in _CONDITIONS else str)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


Index = Mapping[tuple[Kind, str], tuple[Wording, ...]]  # wordings by what their trigger is


def _words(words: Sequence[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    """Put the words of a class in the place of its name: "@forces"."""
    unknown = sorted(word for word in words if word[0] == "@" and word[1:] not in classes)
    if unknown:
        raise DataError(f"{where}: {unknown[0]!r} is none of the classes {', '.join(sorted(classes))}")
    return frozenset().union(*(classes[word[1:]] if word[0] == "@" else {word} for word in words))


@cache
def package_wordings() -> tuple[Wording, ...]:
    """Give the package's own wordings, read once a process."""
    return load_wordings()


@cache
def _package_index() -> Index:
    return index_wordings(package_wordings())


def index_wordings(wordings: Sequence[Wording]) -> Index:
    """Put wordings where `find_relations` finds them."""
    found: dict[tuple[Kind, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for trigger in wording.trigger:
            found[wording.kind, trigger].append(wording)
    return {key: tuple(value) for key, value in found.items()}


def find_relations(doc: Doc, linker: Linker, index: Index | None = None) -> Iterator[Relation]:
    """Read every relation that a wording finds, in text order of the predicates.

    Args:
        doc: the parsed text.
        linker: links its arguments.
        index: the wordings; None takes those of the package.
    """
    for token in doc:
        candidate = proposition(token)
        wordings = wordings_for(candidate, index) if candidate is not None else ()
        shares = candidate.shares if candidate is not None and wordings else ()
        for wording, share in itertools.product(wordings, shares):
            yield from _apply(wording, share, linker)


def wordings_for(candidate: Proposition, index: Index | None = None) -> tuple[Wording, ...]:
    """Give the wordings that look for a proposition's predicate, a verb's with its particle before those without."""
    index = _package_index() if index is None else index
    found = index.get((candidate.kind, candidate.lemma), ())
    if not found and " " in candidate.lemma:
        found = index.get((candidate.kind, candidate.lemma.split()[0]), ())
    if not found and candidate.kind is Kind.VERB:
        found = index.get((candidate.kind, candidate.trigger.lower_), ())
    return found


# -- paths -------------------------------------------------------------------------------------------------


def _heads(candidate: Proposition, path: str) -> tuple[Token, ...]:
    """Follow one path without alternatives to the heads it names."""
    role, _, rest = path.partition(".")
    tokens = (candidate.trigger,) if role == "self" else candidate.roles.get(role, ())
    if not rest:
        return tokens
    found: list[Token] = []
    for token in tokens:
        inner = proposition(token)
        if inner is not None:
            found.extend(_heads(inner, rest))
    return tuple(found)


def _alternatives(candidate: Proposition, paths: str) -> Iterator[tuple[Token, ...]]:
    for path in paths.split("|"):
        tokens = tuple(dict.fromkeys(t for part in path.split("+") for t in _heads(candidate, part)))
        if tokens:
            yield tokens


def _holds(candidate: Proposition, wording: Wording) -> bool:
    """Tell whether the words that the wording asks for stand there, and those it excludes do not."""
    if not _fits_text(wording, candidate.trigger.doc):
        return False
    return all(_has_word(candidate, path, words) for path, words in wording.where.items()) and not any(
        _has_word(candidate, path, words) for path, words in wording.unless.items()
    )


def _fits_text(wording: Wording, doc: Doc) -> bool:
    """Tell whether the text is about what the wording means, as far as it gives reason to doubt that."""
    if not wording.doubt or wording.doubt.isdisjoint(_lemmas(doc)):
        return True
    return not wording.context.isdisjoint(_lemmas(doc))


_LEMMAS = "kgraph_lemmas"


def _lemmas(doc: Doc) -> frozenset[str]:
    """Give the lemmas of the whole text; they are kept with it."""
    if _LEMMAS not in doc.user_data:
        doc.user_data[_LEMMAS] = frozenset(token.lemma_.lower() for token in doc)
    found: frozenset[str] = doc.user_data[_LEMMAS]
    return found


def _has_word(candidate: Proposition, path: str, words: frozenset[str]) -> bool:
    return any(_is_word(token, words) for tokens in _alternatives(candidate, path) for token in tokens)


def _is_word(token: Token, words: frozenset[str]) -> bool:
    """Tell whether the token is one of the words, or a joined name has one of them in it ("Court")."""
    return "*" in words or token.lemma_.lower() in words or not words.isdisjoint(token.lower_.split())


# -- applying a wording ------------------------------------------------------------------------------------


def _apply(wording: Wording, candidate: Proposition, linker: Linker) -> Iterator[Relation]:
    if not _holds(candidate, wording):
        return
    if not all(_linked(candidate, path, type_, linker) for path, type_ in wording.needs.items()):
        return
    if any(_linked(candidate, path, type_, linker) for path, type_ in wording.excludes.items()):
        return
    if wording.about_type and not _linked(candidate, wording.about, wording.about_type, linker):
        return
    pairs, elliptical = _pairs(wording, candidate, linker)
    if wording.owner:
        owners = {owner.entity for owner in _linked(candidate, wording.owner, "agent", linker)}
        pairs = [(subject, object_) for subject, object_ in pairs if subject.entity in owners]
    if wording.whose:
        pairs = [pair for pair in pairs if not _is_anothers(candidate, wording, pair, linker)]
    guessed = wording.only_two and not pairs and not _names_parties(candidate)
    if guessed:
        pairs = list(_only_two(candidate.trigger, linker))
    if not pairs:
        return
    qualifiers = qualify(candidate.trigger)
    if wording.said is not None and wording.said is not qualifiers.polarity:
        return
    before = pairs[0][1].span if wording.object_type == "body" else None
    about = _about(wording, candidate, linker, before)
    for subject, object_ in pairs:
        speaker = _attribution(wording, candidate, linker, qualifiers, object_)
        yield Relation(
            subject=subject,
            predicate=wording.predicate,
            object=object_,
            about=about if about not in (subject.entity, object_.entity) else None,
            trigger=candidate.trigger,
            qualifiers=_fixed(wording, qualifiers),
            attribution=attributed(speaker, subject, wording.predicate),
            rule=wording.id,
            confidence=wording.confidence,
            elliptical=elliptical,
            voice=speaker,
            guessed=guessed,
        )


def attributed(speaker: Linked | None, subject: Linked, predicate: str) -> Linked | None:
    """Drop the attribution of what an agent does by saying it.

    Who "says that X is its own" claims X, and who "rules that X belongs to Y" decides; neither is quoted. But
    what Russia says of its troops is its word.
    """
    if speaker is None or (speaker.entity == subject.entity and predicate in _STANDS):
        return None
    return None if subject.span is not None and subject.span == speaker.span else speaker


def _about(
    wording: Wording, candidate: Proposition, linker: Linker, outside: Span | None = None
) -> Entity | None:
    matters = (
        (linker.matter(tokens, outside) for tokens in _alternatives(candidate, wording.about))
        if wording.about
        else ()
    )
    return next((matter for matter in matters if matter is not None), None)


def _fixed(wording: Wording, qualifiers: Qualifiers) -> Qualifiers:
    """Apply the polarity and modality that the wording itself carries: "withdrew" denies, "plans" makes possible."""
    polarity = qualifiers.polarity
    if wording.polarity is Polarity.NEGATIVE:
        polarity = Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
    modality = wording.modality or qualifiers.modality
    return Qualifiers(polarity=polarity, modality=modality, speaker=qualifiers.speaker, cues=qualifiers.cues)


def _attribution(
    wording: Wording, candidate: Proposition, linker: Linker, qualifiers: Qualifiers, object_: Linked
) -> Linked | None:
    for tokens in _alternatives(candidate, wording.attribution) if wording.attribution else ():
        found = [link for token in _beside(tokens, object_) for link in linker.speakers(token)]
        if found:
            return found[0]
    if qualifiers.speaker is None:
        return None
    voices = linker.speakers(qualifiers.speaker)
    return voices[0] if len(voices) == 1 else None  # what "they" say is the word of no one of them


def _beside(voices: Sequence[Token], object_: Linked) -> Sequence[Token]:
    """Order whose word something is by which belongs to this object: "known in X as A and in Y as B"."""
    span = object_.span
    if span is None or len(voices) < 2:
        return voices
    before = [token for token in voices if token.idx < span.start]
    after = [token for token in voices if token.idx >= span.end]
    is_first = voices[0].idx < span.start and len(before) > 0
    return [*reversed(before), *after] if is_first else [*after, *before]


def _pairs(
    wording: Wording, candidate: Proposition, linker: Linker
) -> tuple[list[tuple[Linked, Linked]], bool]:
    """Link the arguments and pair them; the flag tells that one was taken from the title."""
    subjects = _linked(candidate, wording.subject, wording.subject_type, linker)
    objects = _linked(candidate, wording.object, wording.object_type, linker)
    if wording.pair:
        together = _linked(candidate, wording.pair, wording.subject_type, linker)
        with_others = subjects and any(o.entity not in {t.entity for t in together} for o in objects)
        with_others = with_others or (not objects and _names_others(wording, candidate))
        if _is_roll(together):
            return [], False
        if len(together) >= 2 and (not with_others or _linked(candidate, "between|among", "agent", linker)):
            return [pair for pair in itertools.combinations(together, 2) if _are_of_a_kind(*pair)], False
    respective = _respective(wording, candidate, linker)
    if respective:
        return respective, False
    elliptical = False
    if linker.title is not None and candidate.is_headless and bool(subjects) != bool(objects):
        missing = "object" if subjects else "subject"
        is_said = missing == "object" and candidate.kind is Kind.VERB and candidate.roles.get("object")
        if not is_said and missing in wording.elliptical.split("|") and linker.may_be_title(missing):
            filled = (Linked(linker.title, None),)
            subjects, objects, elliptical = (subjects or filled), (objects or filled), True
    pairs = [(s, o) for s, o in _matched(subjects, objects, candidate.trigger) if _are_two(s, o)]
    return [pair for pair in pairs if wording.subject_type not in _HUMAN or _are_of_a_kind(*pair)], elliptical


def _is_roll(together: Sequence[Linked]) -> bool:
    """Tell whether so many persons are named that nobody would say of each that he met each other one."""
    return sum(linked.entity.kind is EntityKind.PERSON for linked in together) > _MAX_MET


def _matched(
    subjects: Sequence[Linked], objects: Sequence[Linked], trigger: Token
) -> Iterable[tuple[Linked, Linked]]:
    """Match each subject with each object, or the first with the first where the text says "respectively"."""
    is_in_order = any(t.lower_ == "respectively" for t in trigger.sent)
    if is_in_order and len(subjects) == len(objects):
        return zip(subjects, objects, strict=True)
    return itertools.product(subjects, objects)


def _names_parties(candidate: Proposition) -> bool:
    """Tell whether somebody is named as a party, though by no name that links: "talks with the rebels"."""
    return any(candidate.roles.get(path) for path in ("with", "between", "among"))


def _only_two(trigger: Token, linker: Linker) -> Iterator[tuple[Linked, Linked]]:
    """Guess that the two states which a sentence names, where it names just two, are those of whom it speaks."""
    named = {link.entity: link for token in trigger.sent for link in linker.agents(token)}
    states = [link for entity, link in named.items() if entity.kind is EntityKind.STATE]
    if len(states) == 2 and all(link.span is not None for link in states):
        yield states[0], states[1]


def _names_others(wording: Wording, candidate: Proposition) -> bool:
    """Tell whether the other side is somebody unknown: "India and Nepal say that talks with the rebels went on"."""
    cues = load_cues()
    groups = cues.agents_nouns | cues.agents_members | cues.agents_outsiders
    return any(
        token.pos_ == "PROPN" or token.lemma_.lower() in groups
        for path in ("with", "against")
        if path in wording.object.split("|")
        for token in candidate.roles.get(path, ())
    )


def _respective(wording: Wording, candidate: Proposition, linker: Linker) -> list[tuple[Linked, Linked]]:
    """Pair each agent with the place in brackets behind it: "administered by China (Aksai Chin) and India (Jammu)"."""
    if (wording.subject_type, wording.object_type) != ("agent", "place"):
        return []
    found: list[tuple[Linked, Linked]] = []
    for token in next(_alternatives(candidate, wording.subject), ()):
        bracketed = [c for c in token.children if c.dep_ == "appos" and is_bracketed(c)]
        places = [link for c in bracketed for t in conjuncts(c) for link in linker.places(t)]
        found += [(a, place) for a in linker.agents(token) for place in places if _are_two(a, place)]
    return found if len({agent.entity for agent, _ in found}) >= 2 else []


def _is_anothers(
    candidate: Proposition, wording: Wording, pair: tuple[Linked, Linked], linker: Linker
) -> bool:
    """Tell whether the text names a third as the owner: "X does not regard Imia as *Turkish* territory"."""
    owners = {owner.entity for owner in _linked(candidate, wording.whose, "power", linker)}
    return bool(owners) and owners.isdisjoint(linked.entity for linked in pair)


def _are_two(subject: Linked, object_: Linked) -> bool:
    """Tell whether subject and object are two things, and not the same words read twice."""
    if subject.entity.label == object_.entity.label and object_.entity.kind is not EntityKind.NAME:
        return False
    return subject.entity.id != object_.entity.id and (subject.span is None or subject.span != object_.span)


_HUMAN = frozenset({"person", "human"})


def _are_of_a_kind(one: Linked, other: Linked) -> bool:
    """Tell whether two can have met: a person does not meet a state, only its people."""
    kinds = {one.entity.kind, other.entity.kind}
    is_mixed = EntityKind.PERSON in kinds and kinds & {EntityKind.STATE, EntityKind.TERRITORY}
    return not is_mixed or any(linked.are_people for linked in (one, other))


def _linked(candidate: Proposition, paths: str, type_: str, linker: Linker) -> tuple[Linked, ...]:
    """Link the first alternative that gives something of the right type; beside a person, no state counts as one."""
    if not paths:
        return ()
    link = _LINKERS[type_]
    for tokens in _alternatives(candidate, paths):
        found: dict[str, Linked] = {}
        for linked in (linked for token in tokens for linked in link(linker, token)):
            found.setdefault(linked.entity.id, linked)
        people = tuple(linked for linked in found.values() if linked.entity.kind is EntityKind.PERSON)
        if found:
            return people or tuple(found.values())
    return ()


_LINKERS: Mapping[str, Callable[[Linker, Token], tuple[Linked, ...]]] = {
    "agent": Linker.agents,
    "person": Linker.persons,
    "human": Linker.humans,
    "place": Linker.places,
    "body": Linker.bodies,
    "instrument": Linker.instruments,
    "name": Linker.names,
    "any": Linker.anything,
    "polity": Linker.polities,
    "power": Linker.powers,
    "state": Linker.states,
    "territory": Linker.territories,
}


# -- for whoever asks why nothing was read -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attempt:
    """A wording tried on a proposition: what each of its conditions finds."""

    wording: Wording
    candidate: Proposition
    linker: Linker

    @property
    def fits_text(self) -> bool:
        """Tell whether the text is about what the wording means."""
        return _fits_text(self.wording, self.candidate.trigger.doc)

    @property
    def has_pairs(self) -> bool:
        """Tell whether there are a subject and an object."""
        return bool(_pairs(self.wording, self.candidate, self.linker)[0])

    def words(self, paths: str) -> tuple[Token, ...]:
        """Give the heads that the paths lead to."""
        return tuple(dict.fromkeys(t for tokens in _alternatives(self.candidate, paths) for t in tokens))

    def linked(self, paths: str, type_: str) -> tuple[Linked, ...]:
        """Give what these link to."""
        return _linked(self.candidate, paths, type_, self.linker)

    def has_word(self, path: str, words: frozenset[str]) -> bool:
        """Tell whether one of the words heads the argument."""
        return _has_word(self.candidate, path, words)

    def is_word(self, token: Token, words: frozenset[str]) -> bool:
        """Tell whether the token is one of the words."""
        return _is_word(token, words)
