"""Which place is meant by "it", "its", "them", "there"."""

from collections.abc import Callable, Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import conjuncts, first_conjunct, sentence_before
from kgraph.propositions.clauses import objects, subject_above
from kgraph.reference.acting import Acting
from kgraph.reference.calling import WATERS, is_one_state
from kgraph.reference.choice import list_around, list_ending_at, named_as_several, subjects_taken_up
from kgraph.reference.lands_told_of import LandsToldOf, takes_up_land
from kgraph.reference.named import Named, NamedInOrder, is_mere_place
from kgraph.reference.owned_by_speaker import is_said_to_be_owned, speakers_owning
from kgraph.reference.phrases import (
    dealt_with_place,
    is_party,
    is_renamed,
    is_said_of_subject,
    only_tells_where,
    opens_as_subject,
    says_there,
)
from kgraph.reference.possessives import is_handed_over
from kgraph.reference.salient_lands import is_mark_of_unknown, most_salient_land, tells_where_another_lies
from kgraph.reference.several_places import island_state
from kgraph.reference.taken_lands import (
    land_changing,
    land_left_before,
    noun_going_on,
    noun_striven_for,
    noun_taken,
    striven_for,
    taken_by_other,
)
from kgraph.reference.unnamed_people import means_unnamed_people
from kgraph.tokens import Token

__all__ = ["PLACE_PRONOUNS", "PlacePronouns"]

_LANDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EXTENDING = frozenset(
    {"border", "comprise", "cover", "encompass", "include", "lie", "span", "straddle", "stretch"}
)
_RECOGNISING = frozenset({"acknowledge", "recognise", "recognize"})
_TAKEN_OR_LEFT = frozenset({"capture", "evacuate", "leave", "seize", "take"})
_RENAMED = frozenset({"call", "declare", "designate", "make", "name", "rename"})
_PLACED = frozenset({"bring", "place", "put"})
_MADE_PART = frozenset({"absorb", "hand", "incorporate", "restore", "return"})
# Pronouns that can mean a place.
PLACE_PRONOUNS = frozenset({"it", "its", "them", "their", "there", "these", "they"})

_Meant = Callable[[Token], tuple[Entity, ...]]


class PlacePronouns:
    """Resolves pronouns that take up places."""

    def __init__(
        self,
        named: NamedInOrder,
        told: LandsToldOf,
        acting: Acting,
        title: Entity | None,
        *,
        land: _Meant,
        islands: _Meant,
    ):
        """Take what the text tells of.

        Args:
            named: what is named.
            told: the lands that are named, and that nouns take up.
            acting: tells who acts.
            title: what the title names.
            land: tells what a noun means, be it a state: "the region", "the country".
            islands: tells what a plural means, be it named later.
        """
        self._named = named
        self._told = told
        self._acting = acting
        self._title = title
        self._land = land
        self._islands = islands

    def of(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "it", "them", "there" to a place named before that is not the subject of the pronoun's clause.

        A pronoun that is a subject takes up the last subject, another one the last place that is nobody who acts.
        """
        is_there = says_there(token)
        is_pronoun = token.lower_ in PLACE_PRONOUNS and token.dep_ != "expl"  # "*there* were talks"
        if not is_pronoun and not is_there and not is_handed_over(token):
            return ()
        if self._acting.takes_up_a_thing(token) or self._takes_up_people(token):
            return ()
        if speakers := speakers_owning(token):
            return tuple(e for t in speakers for e in self._acting.agents_of(t) if e.kind in _LANDS)
        if told := self._told_by_clause(token):
            return told
        same = self._by_noun(token)
        if same is not None or (is_there and self._is_where_unknown(token)):
            return same or ()
        near = sentence_before(token).start
        acting = self._acting.clause_subjects(token)
        taken = self._taken_beside(token)
        if taken or self._goes_on_with(acting, token):
            return taken or acting
        before = self._lands_for(token, acting)
        close = [n for n in before if n.index >= near]
        choice = subjects_taken_up(token, close) or [n for n in close if is_mere_place(n)]
        goes_on = token.lower_ == "it" and opens_as_subject(token) and not dealt_with_place(token)
        if len(acting) == 1 and goes_on and not choice:
            return acting  # "X is close to Y. *It* belongs to"
        choice = choice or [n for n in before if is_mere_place(n)]
        # "*X* held elections. Y annexed *it*"
        choice = choice or [n for n in close if n.is_object or (n.is_subject and token.dep_ == "dobj")]
        choice = choice or (self._states_there(token, close) if is_there else [])
        several = token.lower_ in {"them", "these", "they", "their"}
        if several:  # land, where it has been named: "the islands of A and B, in the X Channel"
            choice = [n for n in choice if n.kind != "partially_recognised"] or choice
            choice = named_as_several([n for n in choice if n.kind not in WATERS] or choice, token.doc)
        if choice:
            land = most_salient_land(choice, token, self._title)
            # "both regions", and troops are *there*
            together = sum(n.index == land.index for n in choice) > 1
            found = list_around(land, choice, token.doc, plural=several or (is_there and together))
            return () if several and is_one_state(found) else found
        described = self._described_places(token) if several or is_there else ()
        if described:
            return described
        title = self._title
        if title is not None and title.kind is EntityKind.TERRITORY:
            return (title,)
        unknown = [n for n in self._named.before(token.i) if n.is_unknown and n.index >= near]
        # "it", not where it is
        unknown = [n for n in unknown if is_there or token.doc[n.index].dep_ != "pobj"]
        return list_ending_at(unknown, token.doc, plural=several) if unknown else ()

    def _takes_up_people(self, token: Token) -> bool:
        """Tell whether a pronoun is a group's, or "they" of people who act for nobody."""
        return _takes_up_a_group(token) or means_unnamed_people(token, self._acting.agents_of)

    def _lands_for(self, token: Token, acting: Sequence[Entity]) -> list[Named]:
        """Give the lands told of before that a pronoun may mean, be it not the last."""
        is_there = says_there(token)
        others = set(acting) - self._places_that_go_on(token)
        before = [n for n in self._told.before(token, token.i) if n.is_place and n.entity not in others]
        known = {n.index for n in self._named.known_before(token.i)}
        before = [n for n in before if not n.is_people and not n.is_unknown]
        before = [n for n in before if not is_mark_of_unknown(token.doc[n.index], known)]
        before = [n for n in before if is_mere_place(n) or not is_said_of_subject(token, token.doc[n.index])]
        before = [n for n in before if not only_tells_where(token.doc[n.index])] or before
        if is_said_to_be_owned(token):  # land, where it has been named, before a state
            before = [n for n in before if is_mere_place(n)] or before
        if is_there or token.dep_ == "poss":  # nobody is stationed in a river, nor has it wishes
            before = [n for n in before if n.kind not in WATERS]
            before = [n for n in before if not (is_there and is_party(token.doc[n.index]))]
        return before

    def _states_there(self, there: Token, close: Sequence[Named]) -> list[Named]:
        """Give the states that "there" may mean: none where something else has been told of, known or not."""
        start = sentence_before(there).start
        nouns = (t for t in there.doc[start : there.i] if takes_up_land(t))
        if any(not self._land(noun) for noun in nouns):
            return []
        return [n for n in close if not tells_where_another_lies(there.doc[n.index])]

    def _is_where_unknown(self, there: Token) -> bool:
        """Tell whether "there" is on land that the sentence tells of last, and nobody knows: "claimed *the islets*"."""
        before = there.doc[there.sent.start : there.i]
        last = next((t for t in reversed(before) if takes_up_land(t) or self._is_named_land(t)), None)
        return last is not None and not self._is_named_land(last) and not self._land(last)

    def _is_named_land(self, word: Token) -> bool:
        return any(n.index == word.i and n.is_place for n in self._named.before(word.i + 1)[-1:])

    def _told_by_clause(self, token: Token) -> tuple[Entity, ...]:
        """Give the places that the clause alone tells a pronoun to mean."""
        named = self._named
        return (
            taken_by_other(token, named)
            or self._becoming_independent(token)
            or land_changing(token, named, self._acting, self._title)
            or self._owning_places(token)
            or self._announced(token)
            or striven_for(token, named)
            or island_state(token, named)
        )

    def _becoming_independent(self, token: Token) -> tuple[Entity, ...]:
        """Give whom somebody recognises by "it", who acts in the clause before: "when *X* rose, Y recognised *it*"."""
        verb = token.head
        if token.lower_ != "it" or token.dep_ != "dobj" or verb.lemma_.lower() not in _RECOGNISING:
            return ()
        before = {t.i for t in verb.sent if t.i < verb.i and t.dep_ in _SUBJECTS and t.head.dep_ == "advcl"}
        acting = set(self._acting.clause_subjects(token))
        named = (n for n in self._named.before(token.i) if n.index in before and n.is_place)
        found = tuple(dict.fromkeys(n.entity for n in named if n.entity not in acting))
        return found if len(found) == 1 else ()

    def _taken_beside(self, token: Token) -> tuple[Entity, ...]:
        """Give what the clause beside says was taken: "Austria annexed *Bosnia*, and it became part of Yugoslavia".

        So it is with what was put under somebody, or called otherwise: "renamed *the territory*, and it was a colony".
        """
        verb, taking = token.head, load_cues().places_held_by
        is_taken = (token.dep_ == "nsubj" and _is_of_another(verb)) or (
            token.dep_ == "nsubjpass"
            and (verb.lemma_.lower() in taking | _MADE_PART or _is_placed_under(verb))
        )
        if token.lower_ != "it" or not is_taken or verb.dep_ != "conj":
            return ()
        is_done_to = verb.head.lemma_.lower() in taking | _TAKEN_OR_LEFT | _RENAMED
        if not is_done_to and not _is_placed_under(verb.head):
            return ()
        taken = [t for t in objects(verb.head) if len(conjuncts(t)) == 1]
        named = self._named.before(token.i)
        words = {t.i for noun in taken for t in (noun, *noun.children) if t == noun or t.dep_ == "appos"}
        found = tuple(n.entity for n in named if n.is_place and n.index in words)
        return found or next((self._land(t) for t in taken), ())

    def _owning_places(self, possessive: Token) -> tuple[Entity, ...]:
        """Give the places that are the subject of a clause with "its": "*X* has changed since its annexation by Y"."""
        owned = possessive.head
        is_wanted = owned.dep_ == "dobj" or (owned.dep_ == "pobj" and owned.head.lower_ == "for")
        if possessive.dep_ != "poss" or is_wanted:  # "X demands, calls for *its* return": of something else
            return ()
        above = {t.i for t in subject_above(possessive)}
        return tuple(
            n.entity for n in self._named.known_before(possessive.i) if n.is_place and n.index in above
        )

    def _announced(self, token: Token) -> tuple[Entity, ...]:
        """Give X of "While *it* was held by Y, X was": the mere place that is the subject to come.

        The sentence must name no other before.
        """
        above = (a.head for a in token.ancestors if a.dep_ in {"advcl", "prep"} and a.head.i > token.i)
        coming = {c.i for v in above for c in v.children if c.dep_ in _SUBJECTS and c.i > token.i}
        if not coming or token.lower_ not in {"it", "its"}:
            return ()
        places = [n for n in self._named.before(max(coming) + 1) if n.is_place and is_mere_place(n)]
        inside = [n for n in places if n.index >= token.sent.start]
        return (inside[0].entity,) if inside and inside[0].index in coming else ()

    def _described_places(self, token: Token) -> tuple[Entity, ...]:
        """Give what "the islands" of the sentence before are, for "them" to mean."""
        start = sentence_before(token).start
        nouns = load_cues().places_nouns
        several = (
            t for t in reversed(token.doc[start : token.i]) if t.tag_ == "NNS" and t.lemma_.lower() in nouns
        )
        return next((found for noun in several if (found := self._islands(noun))), ())

    def _goes_on_with(self, acting: Sequence[Entity], token: Token) -> bool:
        """Tell whether a subject pronoun takes up the subject of its own sentence, no mere place coming between.

        "The republic arose in 1918, but it was annexed", not "Russia took the island, and it is claimed".
        """
        above = {entity for t in subject_above(token) for entity in self._acting.agents_of(t)}
        if token.dep_ not in {"nsubj", "nsubjpass"} or not acting or above != set(acting):
            return False
        between = [n for n in self._named.before(token.i) if n.index >= token.sent.start and is_mere_place(n)]
        between = [n for n in between if first_conjunct(token.doc[n.index]).head.dep_ != "agent"]
        between = [n for n in between if not _describes_subject(token.doc[n.index], token)]
        above_it = subject_above(token)
        if not any(entity.kind in _LANDS for entity in acting):  # "a court ruled that *it* is": no court is
            return False
        is_plural = len(acting) > 1 or any(t.tag_ in {"NNS", "NNPS"} for t in above_it)
        if is_renamed(token) or (token.lower_ == "it" and self._acting.are_people(above_it)):
            return False
        if self._is_said_to_be_of(acting, token):
            return False
        fits = is_plural if token.lower_ == "they" else len(acting) == 1 and token.lower_ == "it"
        return fits and not any(n.entity not in acting for n in between)

    def _is_said_to_be_of(self, acting: Sequence[Entity], token: Token) -> bool:
        """Tell whether what the sentence before names is said to be land: "X says *it* is X's", "*it* is a colony"."""
        said = [c for c in token.head.children if c.dep_ in {"acomp", "attr"}]
        if any(entity in acting for t in said for entity in self._acting.agents_of(t)):
            return any(n.is_subject for n in self._lands_before(token))
        is_held = any(t.tag_ == "NN" and t.lemma_.lower() in load_cues().places_owned for t in said)
        is_held = is_held or is_said_to_be_owned(token)
        is_land = is_held and not any(
            n.entity in acting and is_mere_place(n) for n in self._named.before(token.i)
        )
        return is_land and bool(self._lands_before(token))

    def _lands_before(self, token: Token) -> list[Named]:
        """Give the mere places that the sentence before names."""
        if not token.sent.start:
            return []
        start = sentence_before(token).start
        before = [n for n in self._told.before(token, token.sent.start) if n.index >= start]
        return [n for n in before if is_mere_place(n)]

    def _by_noun(self, token: Token) -> tuple[Entity, ...] | None:
        """Resolve a pronoun that takes up a noun as that noun; None where it takes up none that is known.

        Land that was just taken, or that the clause above is about, is what it is, known or not: "captured *the
        plateau* from X and annexed *it*", "*the country* lay between X and Y until *it* won independence".
        """
        taken = noun_taken(token) or self._acting.unnamed_land_above(token)
        own = taken or noun_going_on(token)
        noun = own or noun_striven_for(token)
        left = land_left_before(token, self._named) if noun is None else None
        noun = noun or left
        found = self._land(noun) if noun is not None else ()
        is_own = taken is not None or (own is not None and token.head.sent == own.sent)
        return found if found or is_own or left is not None else None

    def _places_that_go_on(self, token: Token) -> set[Entity]:
        """Give the mere places that the sentence before is about, where a pronoun opens the next as its subject.

        "Kosovo broke away. *It* is recognised by": what acts there is what is meant here.
        """
        if not opens_as_subject(token):
            return set()
        return {n.entity for n in self._named.before(token.i) if n.is_subject and is_mere_place(n)}


def _is_of_another(verb: Token) -> bool:
    """Tell whether a verb may say that land is somebody else's: "it *became*", "*was part of*", "*is a colony*"."""
    if verb.lemma_ == "become":
        return True
    said = (c.lemma_.lower() for c in verb.children if c.dep_ == "attr")
    return verb.lemma_ == "be" and any(noun == "part" or noun in load_cues().places_owned for noun in said)


def _is_placed_under(verb: Token) -> bool:
    """Tell whether something is put under a rule: "was *placed under* a mandate"."""
    return verb.lemma_.lower() in _PLACED and any(c.lower_ == "under" for c in verb.children)


def _describes_subject(place: Token, pronoun: Token) -> bool:
    """Tell whether a place stands in what opens a sentence and says what its subject is: "*Composed of X and Y*, Z"."""
    above = {t.i for t in subject_above(pronoun)}
    participle = next((t for t in place.ancestors if t.tag_ in {"VBG", "VBN"}), None)
    if participle is None or participle.dep_ != "advcl" or participle.i >= participle.head.i:
        return False
    if participle.tag_ == "VBG" and participle.lemma_.lower() not in _EXTENDING:
        return False
    is_bare = not any(c.dep_ in {"aux", "mark", *_SUBJECTS} for c in participle.children)
    return is_bare and any(c.i in above and c.i > place.i for c in participle.head.children)


def _takes_up_a_group(pronoun: Token) -> bool:
    """Tell whether "it" or its "its" goes on with a group: "*The movement* won the vote. *It* changed its name"."""
    one = pronoun if pronoun.lower_ == "it" else next(iter(subject_above(pronoun)), pronoun)
    if one.lower_ != "it" or not opens_as_subject(one) or not one.sent.start:
        return False
    before = [c for c in sentence_before(one).root.children if c.dep_ in _SUBJECTS]
    cues = load_cues()
    kinds = cues.agents_taken_for_group | {"party"}
    is_one = len(before) == 1 and before[0].tag_ == "NN" and before[0].lemma_.lower() in kinds
    # "the island group"
    return is_one and not any(c.lemma_.lower() in cues.places_nouns for c in before[0].children)
