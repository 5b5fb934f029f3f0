"""Whose office a text leaves to be understood: of whom "Foreign Minister X" is, where no words beside it say so."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.model import Entity, EntityKind, Mention
from kgraph.persons.answering import Answering
from kgraph.persons.headline import Headline
from kgraph.persons.owners import STATES_OWN
from kgraph.persons.phrases import POSSESSIVES
from kgraph.persons.stated import Stated
from kgraph.persons.superiors import sending_verb
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import UNDERSTOOD_KINDS, Titles
from kgraph.persons.words import Word
from kgraph.times import MONTHS, WEEKDAYS
from kgraph.vocab import slug

__all__ = ["SUBORDINATE_KINDS", "Understood", "is_bodys"]

SUBORDINATE_KINDS = ("envoy", "military", "spokesperson")

_UNITED_NATIONS = "United Nations"
_JUDGES = frozenset(["judge", "judges"])
_PROSECUTED_AT = frozenset(["hague", "tribunal"])
_OF_LANDS = frozenset(["chief", "first"])  # ministers
_ITS = frozenset(["its", "their"])
_STATES = frozenset(["country", "nation"])
_COMPANIES = frozenset(
    """
    airline automaker bank brewer carmaker carrier company conglomerate corporation firm maker manufacturer
    producer retailer supplier
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_GROUPS = frozenset(
    [
        "agency",
        "association",
        "charity",
        "club",
        "federation",
        "group",
        "organisation",
        "organization",
        "union",
        "watchdog",
    ]
)
_MONTHS_AND_DAYS = WEEKDAYS.union(month.casefold() for month in MONTHS)
_HEADS = frozenset(["chancellor", "emperor", "king", "minister", "premier", "president", "queen", "sultan"])
_DELEGATIONS = frozenset(["delegation", "delegations"])
_INCLUDING = frozenset(["comprised", "comprising", "headed", "included", "includes", "including", "led"])
_OPENING = 8  # words of a sentence among which its subject mostly is
_MAIN_NAMED = 3  # times that a text names the state that it is about


@dataclass(frozen=True)
class Understood:
    """The words of a text and its title, asked for the states that may be meant; several leave the question open."""

    words: Sequence[Word]
    around: Surroundings
    answering: Answering
    headline: Headline
    entities: Mapping[str, Entity]  # what the text names, by id

    def having_title(self, office: Stated) -> Sequence[Entity]:
        """List the states of the text that have such an office: few have a Foreign Secretary."""
        if is_bodys(office):
            return self._body_named(office)
        if office.kind == "spokesperson" and (body := self._body_speaking(office)):
            return [body]
        few = office.phrase.title.agents
        return [entity for entity in self.entities.values() if entity.label in few] if few else []

    def _body_named(self, office: Stated) -> Sequence[Entity]:
        """Give the United Nations, where the text names no other body: "The *Security Council* met"."""
        bodies = [entity for entity in self.entities.values() if entity.kind is EntityKind.ORGANIZATION]
        is_alone = bool(bodies) and all(body.label.startswith(_UNITED_NATIONS) for body in bodies)
        whole = Entity(id=slug(_UNITED_NATIONS), label=_UNITED_NATIONS, kind=EntityKind.ORGANIZATION)
        return [whole] if is_alone and not self.has_other_owner(office) else []

    def _body_speaking(self, office: Stated) -> Entity | None:
        """Give the body that the sentence before is about: "*NATO* says five died. *Spokesman X* says more did"."""
        first = office.phrase.first
        if not self.words[first].opens or len(office.phrase.title.words) > 1 or self.has_other_owner(office):
            return None
        start, stop = self.around.sentence_before(first)
        reach = range(start, min(start + _OPENING, stop))
        at = next((i for i in reach if self.words[i].mention is not None), stop)
        subject = self.words[at].mention
        is_body = subject is not None and subject.entity.kind is EntityKind.ORGANIZATION
        is_whole = at + 1 >= stop or not self.words[at + 1].is_capitalised  # no "UN War Crimes Tribunal"
        return subject.entity if subject is not None and is_body and is_whole else None

    def told(self, office: Stated) -> Sequence[Entity]:
        """Give a minister who tells a parliament something the state whose parliament it is."""
        told = self.answering.house_told(office) if office.kind in ("head", "minister") else None
        return [told.entity] if told is not None else []

    def in_context(self, office: Stated) -> Sequence[Entity]:
        """Give the state that is named near.

        It is the only state named before in the sentence ("Iranian media quote Foreign Minister X"), or else the
        first of the sentence before, where it is near its beginning and so mostly its subject, or else that of the
        dateline, or else the one whose minister the sentence names before.
        """
        title = office.phrase.title.words
        is_understood = (
            office.kind in UNDERSTOOD_KINDS
            or "speaker" in title
            or self._is_of_no_state(office)
            or self.is_of_states_own(office)
            or self.is_in_delegation(office)
            or self._is_its_leader(office)
        )
        if not is_understood or self.has_other_owner(office) or self._is_of_unknown(office):
            return []
        if self._is_of_group(office) or self._is_in_region(office) or self._is_of_several(office):
            return []
        at = office.phrase.first
        is_monarch = office.phrase.title.reigns
        if is_monarch and not self.around.named_before(at):
            return []  # it is nobody's whom only the sentence before names
        others = self.around.own.others(office)
        states = self.around.understood(
            at,
            is_abroad=office.kind == "envoy",
            is_subordinate=office.kind in SUBORDINATE_KINDS,
            is_governor=title[0] == "governor",
            others=others,
        )
        home = (
            self._of_subject(office)
            or self._speaking_at_home(office, others)
            or self._met_at_home(office, others)
            or self._claiming(office, others)
            or self._under(office)
            or self._behind_dateline(office)
        )
        named = [state.entity for state in home or states]
        if self._is_of_no_state(office):
            named = []
        if not named and self._is_of_land(office):
            land = self.around.land_before(at)
            named = [land.entity] if land is not None else []
        is_of_other = is_monarch and self.headline.entry not in (None, *named)
        return [] if is_of_other else named

    def _is_of_several(self, office: Stated) -> bool:
        """Tell "signed in Paris by *the foreign ministers* X and Y": two who hold it at once are of two states."""
        title = office.phrase.title.words
        is_plural = self.words[office.phrase.title_stop - 1].key in ("ministers", "presidents")
        is_plural = is_plural and not self.is_of_states_own(office)  # "the country's first two presidents"
        return is_plural and title[0] in ("defence", "defense", "foreign", "president", "prime")

    def _is_its_leader(self, office: Stated) -> bool:
        """Tell "with X as *its leader*", which is the state's that the sentence is about."""
        return office.kind == "leader" and bool(self._of_subject(office))

    def _speaking_at_home(self, office: Stated, others: Collection[str]) -> Sequence[Mention]:
        """Give the state in whose capital a leader or minister speaks, where it is told of near too."""
        place = self.around.own.place(office) if office.kind in ("head", "minister") else None
        if place is None or place.entity.id in others:
            return ()
        at = office.phrase.first
        first, _ = self.around.sentence_before(at)
        _, end = self.around.sentence_of(at)
        opening, closing = self.around.own.quoted_before(at) or (at, at)
        near = [*self.around.states(first, opening), *self.around.states(closing, end)]
        others_near = [m for m in near if m.span != place.span]
        is_told = any(m.entity == place.entity for m in others_near)
        return (place,) if is_told or not others_near else ()

    def _met_at_home(self, office: Stated, others: Collection[str]) -> Sequence[Mention]:
        """Give the state in which a leader or minister is met, where the text has just told of it too, or of none."""
        place = self.around.own.met_in(office) if office.kind in ("head", "minister") else None
        if place is None or place.entity.id in others:
            return ()
        first, _ = self.around.sentence_before(office.phrase.first)
        near = [m for m in self.around.states(first, office.phrase.first) if m.entity.id not in others]
        is_told = any(m.entity == place.entity for m in near)
        is_only = not near and place.how != "capital"  # in a capital a third one may meet them
        return (place,) if is_told or is_only else ()

    def _claiming(self, office: Stated, others: Collection[str]) -> Sequence[Mention]:
        """Give the state to which somebody says that land belongs, where the two sentences before name it."""
        claiming = {*self.around.own.claiming(office)} - {*others}
        start, _ = self.around.sentence_before(office.phrase.first)
        first, _ = self.around.sentence_before(start - 1) if start else (0, 0)
        near = [m for m in self.around.states(first, office.phrase.first) if m.entity.id in claiming]
        return near[-1:]

    def _under(self, office: Stated) -> Sequence[Mention]:
        """Give the state that a sentence tells of which opens with who rules it: "Under President X, *Peru* joined"."""
        before, comma = office.phrase.first - 1, office.name_end
        is_opening = before >= 0 and self.words[before].key == "under" and self.words[before].opens
        if not is_opening or comma >= len(self.words) or self.words[comma].key != ",":
            return ()
        subject = comma + 2 if self.words[min(comma + 1, len(self.words) - 1)].key == "the" else comma + 1
        return self.around.states(subject, min(subject + 1, len(self.words)))

    def _of_subject(self, office: Stated) -> Sequence[Mention]:
        """Give the state that does something with its own officer: "*Lima* recalled its ambassador, X".

        So with an envoy whom a state sends: "*Lima* sent special envoy X".
        """
        at = office.phrase.first
        verb = sending_verb(office, self.words)
        if verb is not None:
            return self.around.states(verb - 1, verb)
        if self.words[at].key != "its":
            return []
        start, _ = self.around.sentence_of(at)
        named = self.around.states(start, at)
        return named[:1] if len({m.entity.id for m in named}) == 1 else []

    def _behind_dateline(self, office: Stated) -> Sequence[Mention]:
        """Give the state from whose capital a text comes that opens with the officer: "QUITO (AP) - *President X*"."""
        state = self.around.dateline_state if office.phrase.first == self.around.dateline_end else None
        return [state] if state is not None and state.how == "capital" else []

    def _is_of_group(self, office: Stated) -> bool:
        """Tell whether the sentence before is about a group or a company, whose man this may be.

        "*Oil company* X said so. Its president, Y", "A *Thai bank* failed. President Y".
        """
        at = office.phrase.first
        is_its = self.words[at].key in _ITS
        is_states_own = office.kind == "minister" or office.phrase.title.words[0] == "prime"
        if not self.words[at].opens or (is_states_own and not is_its):
            return False
        first, stop = self.around.sentence_before(at)
        reach = range(first, min(first + _OPENING, stop))
        verb = next((i for i in reach if Titles.load().has("speech", self.words[i])), reach.stop)
        opening = self.words[first:verb]
        is_company = any(w.key in _COMPANIES and b.key != "central" for b, w in pairwise(opening))
        if is_company or not is_its:
            return is_company
        state = next((i for i, word in enumerate(opening) if word.mention is not None), len(opening))
        return any(word.key in _GROUPS for word in opening[:state])

    def _is_in_region(self, office: Stated) -> bool:
        """Tell one of several in a region: "the first elected president *in West Africa*"."""
        behind = self.words[office.phrase.stop : office.phrase.stop + 2]
        is_in = office.phrase.is_entered and len(behind) > 1 and behind[0].key == "in"
        is_date = is_in and behind[1].key in _MONTHS_AND_DAYS
        return is_in and not is_date and behind[1].is_capitalised and behind[1].mention is None

    @staticmethod
    def _is_of_no_state(office: Stated) -> bool:
        """Tell the offices that no state has: "Chief Minister", "Secretary-General"."""
        words = office.phrase.title.words
        return words == ("chief", "minister") or is_bodys(office)

    def _is_of_land(self, office: Stated) -> bool:
        """Tell the offices that lands have which are no states: "Premier", "First Minister"."""
        title = office.phrase.title.words
        return title[-1] == "premier" or (title[0] in _OF_LANDS and title[-1] == "minister")

    def of_text(self, office: Stated) -> Sequence[Entity]:
        """Give a president, king or minister the state that the text is an entry about.

        Else give one elected president the state that it has named most before.
        """
        is_ruling = office.kind in ("head", "minister")
        if not is_ruling or self.has_other_owner(office) or self._is_of_unknown(office):
            return []
        entry = self.headline.entry
        if entry is not None:
            return [entry] if entry.kind is EntityKind.STATE else []
        if office.kind != "head" or not office.phrase.is_entered:
            return []
        named = Counter(m.entity for m in self.around.states(0, office.phrase.first)).most_common(2)
        others = named[1][1] if len(named) > 1 else 0
        is_clear = bool(named) and named[0][1] >= max(_MAIN_NAMED, 2 * others)
        return [named[0][0]] if is_clear else []

    def has_other_owner(self, office: Stated) -> bool:
        """Tell "the company's representatives" from "the country's president": theirs is no state's office.

        A consul of a land that nobody knows is that land's.
        """
        if office.kind == "envoy" and self._is_of_land_unknown(office.phrase.stop):
            return True
        at = office.phrase.first
        if at < 2 or self.words[at - 1].key not in POSSESSIVES:
            return False
        owner = self.words[at - 2]
        is_states = Titles.load().has("polity", owner) or self.is_of_states_own(office)
        is_states = is_states or owner.key in _HEADS
        return owner.mention is None and not is_states

    def is_of_states_own(self, office: Stated) -> bool:
        """Tell who is of the state or of what each has: "*the nation's* spy chief", "head *of the navy*"."""
        at, stop = office.phrase.first, office.phrase.stop
        owners = STATES_OWN | _STATES
        is_led = (
            stop > office.phrase.title_stop
            and not office.phrase.agents
            and self.words[stop - 1].key in owners
        )
        return is_led or (
            at > 1 and self.words[at - 1].key in POSSESSIVES and self.words[at - 2].key in owners
        )

    def is_in_delegation(self, office: Stated) -> bool:
        """Tell one of those who stand for a state: "Peru *was represented by* X and the director Y"."""
        if office.kind == "local":
            return False
        start, _ = self.around.sentence_of(office.phrase.first)
        before = [word.key for word in self.words[start : office.phrase.first]]
        is_sent = not _DELEGATIONS.isdisjoint(before) and not _INCLUDING.isdisjoint(before)
        return is_sent or ("represented" in before and "by" in before[before.index("represented") :])

    def _is_of_unknown(self, office: Stated) -> bool:
        """Tell who is no state's: a judge, who is summoned, a spokesman "for two groups", a king of a land unknown."""
        end = office.name_end
        is_judge = office.holder is not None and self.words[office.holder - 1].key in _JUDGES
        is_for = office.kind == "spokesperson" and end < len(self.words) and self.words[end].key == "for"
        is_apart = is_judge or is_for or self._is_of_tribunal(office)
        return is_apart or self.answering.is_summoned(office) or self._is_monarch_of_unknown(office)

    def _is_of_tribunal(self, office: Stated) -> bool:
        """Tell a prosecutor of an international court: "charged by the *tribunal*. Chief Prosecutor X said"."""
        if office.phrase.title.words[-1] != "prosecutor":
            return False
        first, _ = self.around.sentence_before(office.phrase.first)
        _, stop = self.around.sentence_of(office.phrase.first)
        near = self.words[first:stop]
        named = (word.mention.entity.kind for word in near if word.mention is not None)
        return EntityKind.TRIBUNAL in named or any(word.key in _PROSECUTED_AT for word in near)

    def _is_of_land_unknown(self, at: int) -> bool:
        """Tell a consul "*of the Duchy* of X", a land that nobody knows."""
        after = [word for word in self.words[at : at + 3] if word.key != "the"]
        return len(after) > 1 and after[0].key == "of" and after[1].is_capitalised

    def _is_monarch_of_unknown(self, office: Stated) -> bool:
        """Tell "Frankish King X" and "King X of Uvea", of lands that nobody knows."""
        if not office.phrase.title.reigns:
            return False
        before = self.words[office.phrase.first - 1]
        if office.phrase.first and before.is_capitalised and not before.opens:
            return True
        after = self.words[office.name_end : office.name_end + 2]
        return len(after) > 1 and after[0].key == "of" and after[1].is_capitalised


def is_bodys(office: Stated) -> bool:
    """Tell the office that bodies have and no state: "Secretary-General"."""
    return "-".join(office.phrase.title.words[-2:]).endswith("secretary-general")
