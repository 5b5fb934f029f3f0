"""What a relation is about: a place, or a matter in the text's own words; and names as such."""

import re
from collections.abc import Collection, Iterable, Sequence

from kgraph.cues import load_cues
from kgraph.linking.descriptions import one_space
from kgraph.linking.linked import Linked
from kgraph.linking.named import QUOTES, NamedThings, is_adjective
from kgraph.linking.places import Places
from kgraph.model import Entity, EntityKind, Span
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    has_infinitive,
    noun_phrase,
    prepositional_objects,
)
from kgraph.propositions.clauses import objects
from kgraph.reference.one_another import is_the_other
from kgraph.text.inflection import singular
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["Matters"]

_BRACKETED = re.compile(r"\s?\([^()]*\)")
_ACRONYM = re.compile(r"^[A-Z][A-Z.&-]{1,6}s?$")
_DRAWING = frozenset({"delimitation", "demarcation"})
_WHOSE = frozenset({"amod", "compound", "poss"})  # of what follows, which is meant
_TOGETHER = frozenset({"between", "for", "with"})
_WHEN = frozenset({"during", "in", "under"})
_OPPOSING = frozenset({"objection", "opposition", "protest"})  # one has these over something
_PROSPECTS = frozenset({"fate", "future", "return"})
_WAYS = frozenset({"means", "option", "possibility", "step", "way"})
_RUNNING = frozenset({"across", "along", "at", "beyond", "in", "off", "through"})
_DATING = frozenset({"in", "on", "since"})
_TIMES = frozenset({"age", "century", "day", "decade", "era", "period", "rule", "time", "year"})
_WITHIN = frozenset({"at", "during", "for", "in"})
# "In accordance with X" and the like say how, and not about what.
_MANNERS = frozenset(
    {
        "accordance",
        "addition",
        "compliance",
        "conformity",
        "part",
        "connection",
        "context",
        "framework",
        "keeping",
        "line",
        "spirit",
    }
)
_TAKING_UP = frozenset(
    {"act", "action", "affair", "case", "issue", "matter", "problem", "question"}
)  # alone, what was told before
_QUARRELS = frozenset({"conflict", "crisis", "dispute"})  # called by the land that they are over
_SETTLING = frozenset({"resolution", "settlement", "solution"})
_HELD = frozenset({"administration", "control", "jurisdiction", "position", "presence", "rule", "territory"})
_NO_MATTER = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})


def _is_plan(noun: Token) -> bool:
    """Tell whether an infinitive says what a noun is: "its plans *to build a dam*"."""
    is_open = noun.lemma_.lower() in load_cues().possibility_nouns
    return is_open and any(c.dep_ == "acl" and has_infinitive(c) for c in noun.children)


class Matters:
    """Finds what is in question, and takes phrases as names."""

    def __init__(self, named: NamedThings, places: Places):
        self._named = named
        self._places = places
        self._idle = named.cues.instruments_vague | named.cues.places_unspecific

    def of(
        self, heads: Iterable[Token], outside: Span | None = None, parties: Collection[Entity] = ()
    ) -> Entity | None:
        """Give what a relation is about: one place that is known, else the whole phrase as words.

        The words end before `outside`, the relation's object ("referred the dispute to *the court*"), and do not name
        again who has to do with it ("talks on completion of the demarcation *with Laos*").
        """
        meant = (t for head in heads for t in self._meant(head) if self._can_be_matter(t))
        tokens = sorted(meant, key=lambda token: token.i)  # paths give them in their own order
        if not tokens:
            return None
        linked = [link for token in tokens for link in self._places.of(token)]
        if len(linked) == 1 and (linked[0].entity.known or linked[0].span is None):
            is_own = linked[0].entity in parties and tokens[0].lemma_.lower() == "territory"
            if not is_own:  # "encroachment on *Venezuelan territory*"
                return linked[0].entity
        end = outside.start if outside is not None else len(self._named.text)
        if all(token.pos_ == "PRON" for token in tokens) or _are_taken_up(linked):
            return _joined([link.entity for link in linked])
        text = self._words(tokens, min([end, *self._with_parties(tokens[-1], parties)]), parties)
        return nil_entity(text, EntityKind.NAME) if text and not self._says_nothing(text) else None

    def _says_nothing(self, text: str) -> bool:
        """Tell whether one word takes up what was told, or says that somebody has it: "the matter", "its claim"."""
        word = singular(text.lower())
        return word in _TAKING_UP or word in _HELD or word in self._named.cues.presupposed_takings

    def named_before(self, noun: Token) -> Entity | None:
        """Give the land by which a dispute or talks are called: "the *Bakassi* dispute", "*Kashmir* talks"."""
        named = (self._named.mention_of.get(c.i) for c in noun.children if c.dep_ == "compound")
        lands = (m.entity for m in named if m is not None and m.entity.kind is EntityKind.TERRITORY)
        return next(lands, None)

    def told_before(self, word: Token, parties: Collection[Entity] = ()) -> Entity | None:
        """Give the lands, by name, that a sentence tells of before a word: "X held *Y* until the court found for Z".

        Several lands are meant where they stand in one list; where no land is told of, the one line is meant.
        """
        before = word.doc[word.sent.start : word.i]
        heads = [token for token in before if self._is_land(token)]
        heads = heads or [token for token in before if self._is_line(token) and token.dep_ != "compound"]
        if not heads:
            return None
        is_one = len({self._named.entity_at(head) or head for head in heads}) == 1
        return (
            self.of(heads[:1] if is_one else heads, None, parties) if is_one or _are_listed(heads) else None
        )

    def _is_land(self, head: Token) -> bool:
        mention = self._named.mention_of.get(head.i)
        if mention is None or is_adjective(mention) or head.dep_ in _WHOSE or _is_in_brackets(head):
            return False
        return mention.entity.kind is EntityKind.TERRITORY

    def _meant(self, head: Token) -> tuple[Token, ...]:
        """Give what is in question: what is to be done with it, or whose it is, is not told again."""
        if head.pos_ == "VERB":  # "talks on *demarcating* the boundary"
            return objects(head) or (head,)
        lemma = head.lemma_.lower()
        if lemma in _WAYS:  # "discussed ways to settle *the dispute*"
            return _done_by_way(head) or (head,)
        if land := self._land_at_issue(head):
            return land
        held = self._named.cues.places_titles | _DRAWING | {"independence"}
        around = prepositional_objects(head) if lemma in held else {}
        told = next((around[name] for name in ("over", "of", "to") if name in around), ())
        return told or (self._its_land(head) if lemma in held | _PROSPECTS else ()) or (head,)

    def _land_at_issue(self, head: Token) -> tuple[Token, ...]:
        """Give the land that is in question: "talks on the question of *Gibraltar*", "on the *Kashmir* issue".

        Also where it is to be settled: "talks on the settlement of the *Karabakh* conflict".
        """
        lemma, lands = head.lemma_.lower(), prepositional_objects(head).get("of", ())
        if lemma in _SETTLING and len(lands) == 1:
            return self._land_at_issue(lands[0])
        if lemma in _TAKING_UP and len(lands) == 1 and self._is_land(lands[0]):
            return lands
        if lemma not in _TAKING_UP | _QUARRELS:
            return ()
        named = ((c, self._named.mention_of.get(c.i)) for c in head.children if c.dep_ == "compound")
        return tuple(
            c for c, m in named if m is not None and m.entity.known and m.entity.kind is EntityKind.TERRITORY
        )[:1]

    def _its_land(self, head: Token) -> tuple[Token, ...]:
        """Give the pronoun that stands for a land: "talks on *its* status", "dispute over *its* return"."""
        owner = first_child(head, "poss")
        if owner is None or owner.tag_ != "PRP$":
            return ()
        return (owner,) if any(t.entity.kind is EntityKind.TERRITORY for t in self._places.of(owner)) else ()

    def names(self, head: Token) -> tuple[Linked, ...]:
        """Take a head's phrase as a name, without quotation marks, and without when it was so.

        What "a" stands before is no name: "was named *a* World Heritage Site".
        """
        if any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children):
            return ()
        span = self._named.phrase(head, post=head.pos_ == "PROPN")
        when = next((c for c in head.children if c.i > head.i and _is_in_times(c)), None)
        if when is not None:
            span = Span(start=span.start, end=when.nbor(-1).idx + len(when.nbor(-1)))
        text = one_space(span.of(self._named.text)).strip(QUOTES + " ,.;")
        is_name = text[:1].isupper() and not _ACRONYM.match(text)
        return (Linked(nil_entity(text, EntityKind.NAME), span),) if is_name else ()

    def _says_when_or_why(self, head: Token) -> bool:
        """Tell whether a noun says in what something happened, and not about what: "an attack *in violation of* X"."""
        cues = self._named.cues
        if head.dep_ != "pobj":
            return False
        if head.head.lower_ == "of" and head.head.i and head.head.nbor(-1).lower_ == "ahead":
            return True
        if head.head.lower_ not in _WITHIN:
            return False
        is_manner = head.head.lower_ == "in" and head.lemma_.lower() in _MANNERS
        return is_manner or head.lemma_.lower() in cues.presupposed_grounds | cues.presupposed_warfare

    def _with_parties(self, head: Token, parties: Collection[Entity]) -> list[int]:
        """Give where the words before "with X", "between X and Y" end, if they say more than the head alone."""
        found = []
        for token in head.doc[head.i + 2 : head.right_edge.i + 1] if parties else ():
            is_both = token.lemma_.lower() in self._named.cues.agents_both  # "between the two *rivals*"
            if self._named.entity_at(token) not in parties and not is_both:
                continue
            before = token.left_edge.nbor(-1)
            is_more = head.left_edge.i < head.i and head.nbor(-1).dep_ not in {"case", "det", "poss"}
            says_more = is_more or before.lower_ == "for" or before.i - head.i > 1
            if before.lower_ in _TOGETHER and says_more:
                found.append(before.idx)
        return found

    def _owner_length(self, words: Sequence[Token], head: Token, parties: Collection[Entity]) -> int:
        """Count the words before a line, claim or plan that say which party's it is: "*Spain's* claim to X"."""
        cues, owner = self._named.cues, first_child(head, "poss")
        kinds = cues.lines_nouns | cues.reporting_nouns | cues.possibility_nouns
        if owner is None or head.lemma_.lower() not in kinds or self._named.entity_at(owner) not in parties:
            return 0
        length = owner.right_edge.i + 1 - words[0].i
        return length if len(words) - length > 1 or self._says_nothing(head.lower_) else 0

    def _words(self, tokens: Sequence[Token], end: int, parties: Collection[Entity]) -> str:
        """Give the words from the first to the last of several heads, without what says nothing of the matter."""
        first, _ = noun_phrase(tokens[0])
        _, last = noun_phrase(tokens[-1], clauses=_is_plan(tokens[-1]), lists=True)
        last = self._where_drawn(tokens[-1], last)
        words = list(self._named.doc[first.i : max(last.i, tokens[-1].i) + 1])
        words = words[self._owner_length(words, tokens[0], parties) :]
        while len(words) > 1 and self._is_idle(words[0]):
            words.pop(0)
        # "*Gabon-occupied* Mbane Island"
        if len(words) > 3 and words[1].text == "-" and words[2].tag_ == "VBN":
            words = words[3:]
        if tokens[-1].idx < end < words[-1].idx + len(words[-1]):
            words = [w for w in words if w.idx < end]
            while len(words) > 1 and words[-1].pos_ in {"DET", "ADP", "PUNCT"}:
                words.pop()
        words = _without_date(words)
        while len(words) > 1 and words[-1].lower_ in _DRAWING and self._is_line(words[-2]):
            words.pop()  # "the Caspian seabed *delimitation* treaty"
        text = one_space("".join(t.text_with_ws for t in words))
        if text.count("“") != text.count("”"):
            text = text.replace("“", "").replace("”", "")
        return _BRACKETED.sub("", text).strip(QUOTES + " ,.;")

    def _where_drawn(self, head: Token, last: Token) -> Token:
        """Give the last word of where a line runs, if that follows it: "settled their boundary *in the gulf*"."""
        place = last.nbor(1) if self._is_line(head) and last.i + 1 < len(last.doc) else None
        if place is None or place.lower_ not in _RUNNING or place.dep_ != "prep" or place.head != head.head:
            return last
        where = first_child(place, "pobj")
        is_place = where is not None and where.ent_type_ not in _NO_MATTER and where.pos_ in {"NOUN", "PROPN"}
        return noun_phrase(where)[1] if where is not None and is_place else last

    def _is_line(self, word: Token) -> bool:
        return word.lemma_.lower() in self._named.cues.lines_nouns

    def _is_idle(self, word: Token) -> bool:
        """Tell whether a word before a matter does not say which it is: "their", "the", "bilateral"."""
        return word.tag_ in {"PRP$", "DT"} or word.lower_ in self._idle

    def _is_of_instrument(self, head: Token) -> bool:
        """Tell whether a word says by what, or of what sort: "recognised it *in the treaty*", "a *border* treaty"."""
        treaties = self._named.cues.instruments_nouns
        if head.dep_ == "pobj":
            return head.head.lower_ in {"in", "under"} and head.lemma_.lower() in treaties
        before = head.nbor(-1) if head.i else head
        is_sort = head.dep_ == "compound" and self._is_line(head) and before.dep_ not in {"amod", "compound"}
        return is_sort and head.head.lemma_.lower() in treaties and head.nbor(1) == head.head

    def _can_be_matter(self, head: Token) -> bool:
        """Tell whether something can be in question: no date, no number, no person, no agent but a place."""
        is_share = (
            head.ent_type_ == "CARDINAL" and first_child(head, "prep") is not None
        )  # "half of the border"
        if (head.ent_type_ in _NO_MATTER and not is_share) or self._named.person_at(head):
            return False
        if self._says_when_or_why(head) or head.tag_ in {"WP", "WDT"}:
            return False
        if head.lemma_.lower() in _OPPOSING or self._is_of_instrument(head):
            return False
        if (owner := first_child(head, "poss")) is not None and is_the_other(owner):
            return False  # "each rejects *the other's claim*"
        mention = self._named.mention_of.get(head.i)
        if mention is not None and mention.span.start < head.left_edge.idx:
            return False  # "the UN Convention on *the Law of the Sea*"
        entity = mention.entity if mention is not None else None
        return entity is None or self._named.is_place(entity) or entity.kind is EntityKind.INSTRUMENT


def _done_by_way(way: Token) -> tuple[Token, ...]:
    """Give what a way is a way to do something with: "ways to settle *the dispute*", "steps towards *a treaty*"."""
    aims = (c for c in way.children if c.dep_ in {"acl", "relcl"} and has_infinitive(c))
    around = prepositional_objects(way)
    told = (objects(aim) for aim in aims)
    return (
        next((found for found in told if found), ()) or around.get("towards", ()) or around.get("toward", ())
    )


def _joined(places: Sequence[Entity]) -> Entity | None:
    """Give several places that a word stands for as one matter: "sovereignty over *them*", "over *the islands*"."""
    known = [place.label for place in dict.fromkeys(places) if place.kind is EntityKind.TERRITORY]
    text = f"{', '.join(known[:-1])} and {known[-1]}" if len(known) > 1 else ""
    return nil_entity(text, EntityKind.NAME) if text else None


def _are_taken_up(linked: Sequence[Linked]) -> bool:
    """Tell whether words stand for lands that were named before: "*the islands*", after "Iturup and Kunashir"."""
    lands = (link.span is None and link.entity.known for link in linked)
    return len(linked) > 1 and all(lands) and all(_is_territory(link) for link in linked)


def _is_territory(link: Linked) -> bool:
    return link.entity.kind is EntityKind.TERRITORY


def _are_listed(heads: Sequence[Token]) -> bool:
    return set(heads) <= set(conjuncts(heads[0]))


def _without_date(words: list[Token]) -> list[Token]:
    """Cut when something was: "the line with Oman *in May 1992*"."""
    end = len(words)
    while end > 1 and words[end - 1].ent_type_ == "DATE":
        end -= 1
    is_dated = 1 < end < len(words) and words[end - 1].lower_ in _DATING
    return words[: end - 1] if is_dated else words


def _is_in_brackets(head: Token) -> bool:
    """Tell whether a name stands in brackets, as of who acts: "Denmark (through *Greenland*)"."""
    before = [t.text for t in head.doc[head.sent.start : head.i]]
    return before.count("(") > before.count(")")


def _is_in_times(preposition: Token) -> bool:
    """Tell whether a phrase says when a name was used: "called Leningrad *in Soviet times*"."""
    led = preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1]
    return preposition.lower_ in _WHEN and any(t.lemma_.lower() in _TIMES and t.pos_ == "NOUN" for t in led)
