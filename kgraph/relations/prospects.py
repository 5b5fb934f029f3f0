"""Whether a wording can read anything in a sentence at all, before it is known what the words stand for.

What is asked here is less than what a wording asks: its words stand where they must, and of each argument there is
something that may link, be it a known name, any word in capitals, a pronoun, or a word that refers to what was named
elsewhere. So a sentence without prospects gives nothing, whatever its neighbours and the gazetteer say.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from kgraph.cues import load_cues
from kgraph.propositions import Proposition
from kgraph.propositions.arguments import is_definite, joined_lemma
from kgraph.propositions.attacks import may_be_struck_before
from kgraph.propositions.clauses import OBJECT_MISREAD, leaves_out_signed
from kgraph.propositions.nominals import ROLES_BEFORE, opens_list
from kgraph.propositions.taken_up import said_nouns, takes_up_taking
from kgraph.reference import PARTING, PLACE_PRONOUNS, may_be_state, says_there
from kgraph.relations.conditions import readings
from kgraph.relations.index import Index
from kgraph.relations.near import candidates
from kgraph.relations.paths import alternatives, has_word, is_ruled_out, split_paths
from kgraph.relations.wording import Wording
from kgraph.tokens import Doc, Token

__all__ = [
    "POINTING",
    "REFERRING",
    "THINGS",
    "body_words",
    "has_prospects",
    "instrument_words",
    "place_nouns",
    "referring_nouns",
]

# What may stand for something named elsewhere, as `kgraph.linking` and `kgraph.reference` take it up.
REFERRING = frozenset(
    """
    both each either former he her hers him his i it its itself latter me mine my neither our ours she their theirs them
    there they two us we whose
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
POINTING = frozenset({"that", "these", "this", "those"})
THINGS = PLACE_PRONOUNS | {"both", "either", "former", "latter", "neither"}  # may mean a place
# Types of arguments that are places alone, and that may be.
_LAND = frozenset({"landholder", "place", "territory"})
_LAND_OR_AGENT = frozenset({"any", "contested", "holder", "polity"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "relcl", "xcomp"})
_ARTICLES = frozenset({"a", "an", "the"})  # name nothing, though a sentence begin with them


def has_prospects(
    doc: Doc, index: Index, named: Collection[int], nouns: Collection[str], *, titled: bool
) -> bool:
    """Tell whether a wording may read something in a text, be it of a sentence only.

    Args:
        doc: the text, parsed.
        index: the wordings.
        named: the tokens that known names consist of.
        nouns: lemmas that may refer to what was named elsewhere, or to who holds an office (`referring_nouns`).
        titled: whether the document's title can stand for an argument that is missing.
    """
    if any(map(_takes_up, doc)):
        return True

    def prospects(reading: Proposition) -> _Prospects:
        return _Prospects(reading, named, nouns, titled)

    return any(
        _is_any_open(share, wordings, prospects)
        for candidate, wordings in candidates(doc, index)
        for share in candidate.shares
    )


def referring_nouns() -> frozenset[str]:
    """List the lemmas that may refer to a state, a place or whoever holds an office."""
    cues = load_cues()
    agents = (
        cues.agents_country | cues.agents_both | cues.agents_men | cues.agents_counted | cues.agents_chambers
    )
    agents |= cues.agents_institutions | cues.agents_taken_for_group | cues.agents_taken_for_union
    agents |= cues.agents_related | cues.agents_groups | cues.agents_serving | cues.agents_sent
    agents |= cues.agents_state_owned
    agents |= cues.offices_described | cues.offices_diplomats | cues.offices_mediators
    return agents | place_nouns() | cues.offices_chiefs | cues.offices_monarchs


@cache
def place_nouns() -> frozenset[str]:
    """List the lemmas that may refer to a place."""
    cues = load_cues()
    said = cues.places_nouns | cues.places_parts | cues.places_own | cues.places_owned | cues.places_realms
    return said | cues.places_settlements | cues.places_shares | cues.places_quantities


@cache
def body_words() -> frozenset[str]:
    """List the lemmas that may stand for a body that decides, where no known name does."""
    cues = load_cues()
    at_work = {name.split()[-1] for name in cues.bodies_at_work}
    told = cues.bodies_nouns | cues.bodies_brought | cues.bodies_seats | cues.bodies_mediating
    return told | at_work


@cache
def instrument_words() -> frozenset[str]:
    """List the lemmas that may stand for an instrument, where no known name does, or for who signed one."""
    cues = load_cues()
    return cues.instruments_nouns | cues.instruments_taken_up | cues.instruments_signers


def _takes_up(token: Token) -> bool:
    """Tell whether a noun may have its owner from the sentence before: "that claim", "the annexation".

    A verb may have its object from there: "Peru refused to *sign*".
    """
    lemma = token.lemma_.lower()
    if leaves_out_signed(token):
        return True
    if lemma not in _taking_up():
        return False
    if takes_up_taking(token):
        return True
    return lemma in said_nouns() and any(c.lower_ in POINTING for c in token.children)


@cache
def _taking_up() -> frozenset[str]:
    return said_nouns() | load_cues().presupposed_takings


def _is_any_open(
    share: Proposition, wordings: Iterable[Wording], prospects: "Callable[[Proposition], _Prospects]"
) -> bool:
    """Tell whether one of the wordings may read something in a proposition, in one of the ways to read its clause."""
    nearest = prospects(share)
    return any(
        (nearest if reading is share else prospects(reading)).are_open_to(wording)
        for wording in wordings
        for reading in readings(wording, share)
    )


class _Prospects:
    """Whether wordings may read something in a proposition that their triggers fit."""

    def __init__(
        self, candidate: Proposition, named: Collection[int], nouns: Collection[str], titled: bool
    ) -> None:
        self._candidate = candidate
        self._named, self._nouns = named, nouns
        self._may_be_missing = titled and candidate.is_headless
        self._known: dict[tuple[str, str], bool] = {}  # what was asked: wordings of a predicate ask alike

    def are_open_to(self, wording: Wording) -> bool:
        """Tell whether the words are there, and something for both arguments; what mostly decides is asked first."""
        return (
            self._has_words(wording)
            and self._has_arguments(wording)
            and all(self._links(path, type_) for path, type_ in wording.needs.items())
            and not any(self._is_there(path, words) for path, words in wording.unless.items())
        )

    def _has_words(self, wording: Wording) -> bool:
        return all(has_word(self._candidate, path, words) for path, words in wording.where.items())

    def _has_arguments(self, wording: Wording) -> bool:
        if wording.only_two or (wording.pair and self._links(wording.pair, wording.subject_type)):
            return True
        subject = self._links(wording.subject, wording.subject_type)
        if not subject and not self._may_be_missing:
            return False
        object_ = wording.is_object_at_issue or self._links(wording.object, wording.object_type)
        object_ = object_ or self._is_beside(wording.subject)
        return (subject and object_) or (self._may_be_missing and (subject or object_))

    def _is_there(self, path: str, words: frozenset[str]) -> bool:
        """Tell whether a word surely stands there: "clashed *Sunday*" has an object until names are looked for."""
        return any(is_ruled_out(head, words) for head in self._heads(path) if head.dep_ not in OBJECT_MISREAD)

    def _links(self, paths: str, type_: str) -> bool:
        if (paths, type_) not in self._known:
            found = any(self._may_link(head, type_) for head in self._heads(paths))
            self._known[paths, type_] = found or self._leads_before(paths)
        return self._known[paths, type_]

    def _heads(self, paths: str) -> Iterator[Token]:
        return chain.from_iterable(alternatives(self._candidate, paths)) if paths else iter(())

    def _leads_before(self, paths: str) -> bool:
        """Tell whether a path goes on in the sentence before, which is not at hand: "condemned *the move*"."""
        found = chain.from_iterable(map(self._heads, _paths_before(paths)))
        taken_up = load_cues().presupposed_taken_up
        return any(
            head.lemma_.lower() in taken_up or may_be_struck_before(head) or opens_list(head)
            for head in found
        )

    def _is_beside(self, subject: str) -> bool:
        """Tell whether the places may be told beside who has them: "administered by A (X) and B (Y)"."""
        return any(c.dep_ == "appos" for head in self._heads(subject) for c in head.children)

    def _may_link(self, head: Token, type_: str) -> bool:
        if type_ == "name":  # words of any sort
            return True
        if type_ in {"demonym", "state"}:  # by its own name
            return head.i in self._named
        if type_ == "country":
            return head.i in self._named or may_be_state(head)
        if type_ == "parted":  # a boundary, of states named elsewhere
            return head.lemma_.lower() in PARTING
        if type_ in {"parties", "told"}:  # named elsewhere
            return True
        if type_ == "body":
            is_body = head.i in self._named or head.lower_ == "it" or head.lemma_.lower() in body_words()
            return is_body or head.lemma_.lower() in load_cues().bodies_deciding or self._is_called(head)
        if type_ in {"instrument", "treaty"}:
            return head.i in self._named or head.lower_ == "it" or joined_lemma(head) in instrument_words()
        if type_ in _LAND:
            return self._may_be_place(head)
        return self._may_act(head) or (type_ in _LAND_OR_AGENT and self._may_be_place(head))

    def _is_called(self, head: Token) -> bool:
        """Tell whether a name may stand right behind a kind: "the militant group *Hamas*", "the group, *the FARC*"."""
        if head.lemma_.lower() not in load_cues().agents_called:
            return False
        return head.i + 1 in self._named or any(c.dep_ == "appos" for c in head.children)

    def _may_act(self, head: Token) -> bool:
        """Tell whether a head may be a person or who acts: by itself, by what it stands beside, or by whose it is."""
        if head.dep_ in {"appos", "conj"} or head.head.lower_ == "as":  # what it stands beside may tell
            return True
        return any(map(self._tells, _below(head)))

    def _may_be_place(self, head: Token) -> bool:
        """Tell whether a head may be a place by itself, or takes up one that a description brought in."""
        if head.i in self._named or _is_name(head) or head.tag_ == "CD" or head.lower_ in THINGS:
            return True
        if says_there(head):
            return True
        return not place_nouns().isdisjoint(
            (head.lower_, head.lemma_.lower(), joined_lemma(head))
        ) or is_definite(head)

    def _tells(self, token: Token) -> bool:
        if token.i in self._named or token.lower_ in REFERRING or token.lemma_.lower() in self._nouns:
            return True
        return _is_name(token)


@cache
def _paths_before(paths: str) -> tuple[str, ...]:
    """Give the paths to what a sentence before is looked for by, of those that lead there."""
    ways = (path.rpartition(".") for together in split_paths(paths) for path in together)
    return tuple(path or "self" for path, _, last in ways if last in ROLES_BEFORE)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text[:1].isupper() and token.lower_ not in _ARTICLES)


def _below(head: Token) -> Iterator[Token]:
    """Give a head and what stands below it, but no clause, as nobody is told by one."""
    yield head
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            yield from _below(child)
