"""Whose text it is, and for whom "we" and "I" stand."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from kgraph.linking.antecedents import Antecedents
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.model import Entity
from kgraph.persons import Person
from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.propositions.quotations import Quotation
from kgraph.tokens import Token

__all__ = ["FIRST_PERSON", "SPEAKER", "Authors", "heads_of"]

FIRST_PERSON = frozenset({"we", "our", "us", "ours"})
SPEAKER = frozenset({"i", "me", "my"})  # only in what is marked as somebody's speech, or signed by him
# "Communiqué of the Government of Chile", "Statement by the Ministry of Foreign Affairs of Georgia on ..."
_STATEMENT_OF = re.compile(
    r"(?i:statement|communiqu[eé]|declaration|note|message|press release)\s+(?:by|from|of)\s+(?:the\s+)?"
    r"(?i:[a-z]+\s+){0,6}?(?i:government|ministry|mission|embassy|office|department|council|cabinet)"
    r"(?:\s+(?:of|for)\s+(?i:foreign affairs|defen[cs]e|external relations|foreign relations))?"
    r"\s+of\s+(?:the\s+)?(?P<issuer>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)
_BYLINE_CHARACTERS = 300  # in the opening of a release stands who issues it


class Authors:
    """Finds who speaks at a place of the text, and who speaks in the text as a whole."""

    def __init__(
        self,
        named: NamedThings,
        speech: Sequence[Sequence[Quotation]],
        antecedents: Antecedents,
        agents_of: Callable[[Token], tuple[Linked, ...]],
    ):
        self._named = named
        self._speech = speech
        self._antecedents = antecedents
        self._agents_of = agents_of
        self._issuer: tuple[Entity, ...] | None = None  # found when first asked for

    def first_person(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "we", "our": those named beside it, else for whom the speaker acts, else whose text it is."""
        if pronoun.lower_ not in FIRST_PERSON | SPEAKER:
            return ()
        beside = [t for c in pronoun.children if c.dep_ == "appos" for t in conjuncts(c)]
        if beside:
            return tuple(link for token in beside for link in self._agents_of(token))
        around = self.around(pronoun.idx)
        if around:
            meant = self._named.state_served(self.speaker_at(pronoun)) or self._served(around)
        else:
            is_plural = pronoun.lower_ in FIRST_PERSON
            meant = self.issuer if is_plural else self._named.state_served(self.signatory)
        return (Linked(meant, None),) if meant is not None else ()

    def speaker_at(self, token: Token) -> Person | None:
        """Give the person whose words stand at a token; of the text's own words that is who signs it, if anybody."""
        around = self.around(token.idx)
        speakers = (person for q in around if (person := self.speaking(q)) is not None)
        return next(speakers, None) if around else self.signatory

    def _served(self, around: Sequence[Quotation]) -> Entity | None:
        """Give for whom somebody without a name speaks: "We reject it," *the Indonesian minister* said."""
        heads = (t for q in around for t in heads_of(q) if t.i not in self._named.person_of)
        spoken = (self._agents_of(head) for head in heads)
        return next((links[0].entity for links in spoken if len(links) == 1), None)

    def around(self, at: int) -> list[Quotation]:
        """Give the quotation and the speech that a place, in code points, stands in, in this order."""
        found = []
        for spoken in self._speech:
            before = bisect_right(spoken, at, key=lambda quotation: quotation.span.start)
            found += [q for q in spoken[max(0, before - 1) : before] if at < q.span.end]
        return found

    def speaking(self, quotation: Quotation) -> Person | None:
        """Give the person whose words a quotation or a speech is."""
        if quotation.answers:
            return self._interviewed
        heads, person_of = heads_of(quotation), self._named.person_of
        named = [person_of[t.i] for t in heads if t.i in person_of]
        pronoun = next((t for t in heads if t.lower_ in {"he", "she"}), None)
        return named[0] if named else self._antecedents.of(pronoun) if pronoun is not None else None

    @cached_property
    def _interviewed(self) -> Person | None:
        """Find who answers in an interview: the one with a title, else the one person, told of before it begins."""
        first = min((q.span.start for spoken in self._speech for q in spoken if q.label), default=0)
        before = [p for i, p in self._named.person_of.items() if self._named.doc[i].idx < first]
        people = {p.entity: p for p in before if p.titles} or {p.entity: p for p in before}
        return next(iter(people.values())) if len(people) == 1 else None

    @cached_property
    def signatory(self) -> Person | None:
        """Find the official of a byline: "Ned Price, Department Spokesperson" on a line of its own."""
        opening = {t.i: t.sent for t in self._named.doc if t.idx < _BYLINE_CHARACTERS}
        said = {"VERB", "AUX"}
        bylines = {i for i, s in opening.items() if not any(t.pos_ in said or t.text == ":" for t in s)}
        person_of = self._named.person_of
        people = (person_of[i] for i in sorted(bylines) if i in person_of)
        return next((p for p in people if p.official and p.office), None)

    @property
    def issuer(self) -> Entity | None:
        """Give whose statement the text is: "We, the ministers of X", the byline, else the state that states."""
        if self._issuer is None:
            found = self._named_author() or self._signing() or self._headed() or self._stating()
            self._issuer = tuple(found[:1])
        return next(iter(self._issuer), None)

    def _named_author(self) -> list[Entity]:
        firsts = (t for t in self._named.doc if t.lower_ == "we" and first_child(t, "appos") is not None)
        return [link.entity for t in firsts for link in self._agents_of(t)]

    def _signing(self) -> list[Entity]:
        person = self.signatory
        return [person.office.agent] if person is not None and person.office else []

    def _headed(self) -> list[Entity]:
        """Find whose statement a title or a line that opens the text announces: "Statement by the Government of X"."""
        lines = [self._named.document.title or "", *self._named.text[:_BYLINE_CHARACTERS].splitlines()[:1]]
        issuers = (match["issuer"] for line in lines if (match := _STATEMENT_OF.search(line)) is not None)
        named = (self._named.called(issuer) for issuer in issuers)
        return [state for state in named if state is not None and self._named.is_agent(state)]

    def _stating(self) -> list[Entity]:
        """Find who is most often the subject of "reaffirms", "welcomes", "calls on" outside quotations."""
        doc = self._named.doc
        stating = Counter(
            mention.entity
            for index, mention in self._named.mention_of.items()
            if self._states(doc[index]) and self._named.is_agent(mention.entity)
        )
        first = stating.most_common(2)
        return [first[0][0]] if first and (len(first) == 1 or first[0][1] > first[1][1]) else []

    def _states(self, token: Token) -> bool:
        verb = token.head
        is_stating = verb.tag_ == "VBZ" and verb.lemma_.lower() in self._named.cues.reporting_stating
        return token.dep_ == "nsubj" and is_stating and not self.around(token.idx)


def heads_of(quotation: Quotation) -> tuple[Token, ...]:
    """Give the words that name whose a quotation is: of the label before a speech, of the clause that reports."""
    return (*quotation.label, *((quotation.speaker,) if quotation.speaker is not None else ()))
