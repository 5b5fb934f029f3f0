"""Instruments: treaties, declarations, agreements.

One that the gazetteer knows is found by its name, by what the text tells of it (`known_instruments`), or as what "the
treaty" takes up. Any other is an entity of its own: the same in every document where a name of its own ("Treaty of
Nowhere", "Kellogg-Briand Pact") or a year with two parties says which one it is, else its document's ("the 1997
treaty", "Memorandum of Understanding"). Kind, year and parties count for that, their order does not: "the 1923 Treaty
of Nowhere" is "Nowhere Treaty of 1923", and no other Treaty of Nowhere.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from kgraph.document_scope import document_scope
from kgraph.linking.descriptions import Descriptions, one_space
from kgraph.linking.instrument_names import name_told
from kgraph.linking.known_instruments import KnownInstruments, Sought
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.linking.wording import content_words
from kgraph.model import Entity, EntityKind, Mention, Span
from kgraph.propositions.arguments import conjuncts, first_child, is_definite, joined_lemma, sentence_before
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["Instruments", "is_specific"]

_SAYS_WHAT = frozenset({"of", "on", "concerning"})  # what an instrument is of
_OF_PARTIES = frozenset({"between", "with", "among"})
_YEAR = re.compile(r"[12]\d{3}")
_MAX_TOKENS_BACK = 150  # how far "the treaty" looks for the one it takes up: some five sentences


class Instruments:
    """Finds instruments by name, by what is told of them, by reference, else by description."""

    def __init__(self, named: NamedThings, descriptions: Descriptions):
        self._named = named
        self._cues = named.cues
        self._descriptions = descriptions
        self._known = KnownInstruments.of(named.gazetteer)

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a treaty, declaration or agreement."""
        mention = self._named.mention_of.get(head.i)
        if mention is not None and mention.entity.kind is EntityKind.INSTRUMENT:
            linked = self._mentioned(head, mention)
            entry = self._named.gazetteer.get(linked.entity.id)
            return (linked,) if entry is None or entry.kind not in self._cues.instruments_of_one else ()
        if (
            head.lower_ == "it"
            or self._is_document(head)
            or head.lemma_.lower() in self._cues.instruments_signers
        ):
            return self._taken_up(head)
        if not self._is_instrument(head):
            return ()
        if (name := name_told(head, self._is_instrument)) is not None:
            return self.of(name)
        described = self._described(head)
        if not described:
            return ()
        known = self._meant(head) or self._before(head)
        return (Linked(known, self._name_span(head, described[0])),) if known is not None else described

    def _mentioned(self, head: Token, mention: Mention) -> Linked:
        """Link a known name: of several treaties of Paris that of the year said, and no other of another year."""
        described = self._described(head)
        is_phrase = head.pos_ == "NOUN" and bool(described)
        span = described[0].span if is_phrase else self._named.phrase(head)
        sought = self._sought(head)
        # "the 1956 declaration": whose, is not said
        if not sought.words and sought.year is not None and described:
            return Linked(self._meant(head) or described[0].entity, span)
        bearers = (mention.entity, *mention.alternatives)
        fits = [entity for entity in bearers if self._known.may_be_of(entity, sought.year)]
        if fits or not described:
            return Linked(next(iter(fits), mention.entity), span)
        return Linked(described[0].entity, described[0].span)

    def _is_instrument(self, head: Token) -> bool:
        if joined_lemma(head) not in self._cues.instruments_nouns or _is_of_independence(head):
            return False
        return head.lower_ not in self._cues.instruments_laws or self._is_act_of_several(head)

    def _is_act_of_several(self, act: Token) -> bool:
        """Tell whether states joined in an act: "the General Act of Berlin", but not "the Foreign Assistance Act"."""
        before = {c.lower_ for c in act.children if c.i < act.i}
        names = (t for c in act.children if c.lower_ == "of" for t in c.children)
        return bool(before & self._cues.instruments_general) or any(t.is_alpha for t in names)

    def _described(self, head: Token) -> tuple[Linked, ...]:
        """Describe an instrument by the words before it, and by "of X" where that is its kind or name."""
        vague = self._cues.instruments_vague
        described = self._descriptions.of(head, EntityKind.INSTRUMENT, drop=vague, post=False)
        last = self._last_of_name(head) or _year_behind(head)
        if not described or described[0].span is None:
            return described
        span, label = described[0].span, described[0].entity.label
        if last is not None:
            span = Span(start=span.start, end=last.idx + len(last.text))
            label = one_space(span.of(self._named.text))
        return (Linked(self._own(head, label), span),)

    def _name_span(self, head: Token, described: Linked) -> Span | None:
        """Give the words of a name and its year, without what else is told behind."""
        if described.span is None:
            return None
        last = max(self._last_of_name(head) or head, *self._phrase(head), head, key=lambda token: token.i)
        return Span(start=described.span.start, end=last.idx + len(last.text))

    def _last_of_name(self, head: Token) -> Token | None:
        """Find where a name goes on to behind the head: "Treaty on the Law of the *Sea*"."""
        is_kind = head.lemma_.lower() in self._cues.instruments_of and bool(_what_it_is_of(head))
        follows = [c for c in head.children if c.lower_ in _SAYS_WHAT] or _next_in_name(head)
        tails = [t for c in follows for t in c.children if t.dep_ == "pobj" and t.ent_type_ != "DATE"]
        if not tails or (head.pos_ != "PROPN" and not is_kind):
            return None
        tail = tails[0]
        if tail.lower_ in self._cues.instruments_general:  # "Memorandum of Understanding on *Trade*"
            tail = _what_it_is_on(tail) or tails[-1]
        return self._joined(head, _name_end(tail))

    def _joined(self, head: Token, tail: Token) -> Token:
        """Find where "Treaty of Amity and *Commerce*" ends; "the treaties of A and B" are two."""
        others = [c for c in tail.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > tail.i]
        is_one = head.tag_ in {"NN", "NNP"} and tail.i not in self._named.mention_of and len(others) == 1
        is_more = is_one and others[0].i not in self._named.mention_of and others[0].ent_type_ != "GPE"
        return self._joined(head, _name_end(others[0])) if is_more else tail

    def _own(self, head: Token, label: str) -> Entity:
        """Make the entity of an instrument that is not known."""
        sought = self._sought(head)
        is_specific = bool(sought.words) or (sought.year is not None and len(sought.parties) >= 2)
        if not is_specific:
            scope = document_scope(self._named.document, label)
            return nil_entity(label, EntityKind.INSTRUMENT, scope=scope)
        words = [word for word in content_words(label) if not word.isdigit() and word != sought.kind]
        year = [str(sought.year)] if sought.year is not None else []
        parties = sorted(sought.parties) if not sought.words else []
        besides = sorted(sought.words - set(words))
        key = " ".join([*besides, *words, sought.kind, *year, *parties])
        return nil_entity(label, EntityKind.INSTRUMENT, key=key)

    # -- the known one that is meant -----------------------------------------------------------------

    def _meant(self, head: Token) -> Entity | None:
        """Give the known instrument that the phrase tells of, where it tells more than a kind."""
        sought = self._sought(head)
        is_dated = sought.year is not None and head.tag_ not in {
            "NNS",
            "NNPS",
        }  # "the treaties of 1858" are many
        return self._known.find(sought) if sought.words or is_dated else None

    def _sought(self, head: Token) -> Sought:
        """Gather what the text tells of an instrument."""
        phrase = list(self._phrase(head))
        parties = frozenset(self._parties(head, phrase))
        names = [t for t in phrase if self._may_identify(t)]
        words = frozenset(w for t in names for w in content_words(t.text)) - self._cues.instruments_general
        places = [t for t in names if self._named.called(t.text) is not None]
        return Sought(
            kind=head.lemma_.lower(),
            words=words,
            general=frozenset(t.lower_ for t in phrase) & self._cues.instruments_general,
            only_places=len(places) == len(names),
            year=next(_years(head, phrase, self._making(head)), None),
            parties=parties,
            around=self._named.known_ids,
        )

    def _phrase(self, head: Token) -> Iterator[Token]:
        """Give the words that say which instrument it is: those before the head, and those of its name behind."""
        last = self._last_of_name(head)
        for child in head.children:
            is_before = child.i < head.i and child.dep_ not in {"relcl", "acl", "appos", "conj"}
            if is_before:
                yield from child.subtree
            elif child.lower_ in _SAYS_WHAT and last is not None:
                yield from (t for t in child.subtree if t.i <= last.i or t.shape_ == "dddd")
            elif child.lower_ == "of":
                yield from (t for t in child.subtree if t.shape_ == "dddd")

    def _may_identify(self, token: Token) -> bool:
        """Tell whether a word of the phrase is of the instrument's own name, and names neither a day nor a party."""
        is_date = token.ent_type_ in {"DATE", "CARDINAL", "ORDINAL"}
        is_name = token.pos_ == "PROPN" and token.text[:1].isupper() and not is_date
        return is_name and not self._is_party(token)

    def _is_party(self, token: Token) -> bool:
        mention = self._named.mention_of.get(token.i)
        is_capital = mention is not None and mention.how in {"capital", "metonym"}
        return mention is not None and mention.entity.kind is EntityKind.STATE and not is_capital

    def _parties(self, head: Token, phrase: Sequence[Token]) -> Iterator[str]:
        """Give the states that the phrase tells of, and who made the instrument."""
        yield from self._parties_in_name(head, phrase)
        makers = (t for verb in self._making(head) for t in subjects(verb))
        yield from (self._named.mention_of[t.i].entity.id for t in makers if self._is_party(t))

    def _parties_in_name(self, head: Token, phrase: Sequence[Token]) -> Iterator[str]:
        """Give the states in the name, those that "between" and "with" add, and who "signed" it in a clause behind."""
        behind = [o for c in head.children if c.lower_ in _OF_PARTIES for o in c.children if o.dep_ == "pobj"]
        clauses = [c for c in head.children if c.dep_ == "relcl"]
        signed = [s for c in clauses for s in c.children if s.dep_ == "nsubj" and s.tag_ not in {"WDT", "WP"}]
        others = [t for token in (*behind, *signed) for t in conjuncts(token)]
        yield from (self._named.mention_of[t.i].entity.id for t in (*phrase, *others) if self._is_party(t))

    def _making(self, head: Token) -> list[Token]:
        """Give the verb that says who made the instrument, and when: "X and Y *signed* a declaration in 1956"."""
        is_made = (
            head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_.lower() in self._cues.instruments_made
        )
        return [head.head] if is_made else []

    # -- what a reference takes up -------------------------------------------------------------------

    def _is_document(self, head: Token) -> bool:
        """Tell whether "the document" is what the text has named: nothing beside it says which."""
        is_one = head.tag_ == "NN" and head.lemma_.lower() in self._cues.instruments_taken_up
        return is_one and is_definite(head) and self._is_bare(head)

    def _taken_up(self, pronoun: Token) -> tuple[Linked, ...]:
        """Link "it" as the instrument named last, here or in the sentence before: "drafted a treaty and signed it".

        So what "the signatories" signed.
        """
        start = pronoun.sent.start
        first = self._named.doc[start - 1].sent.start if start else start
        heads = (t for t in reversed(self._named.doc[first : pronoun.i]) if t.pos_ in {"NOUN", "PROPN"})
        return next((links for t in heads if (links := self.of(t))), ())

    def _before(self, head: Token) -> Entity | None:
        """Give the instrument last named that "the treaty", "the joint declaration" takes up."""
        if not is_definite(head) or not self._is_bare(head):
            return None
        said = {head.lemma_.lower(), *(c.lower_ for c in head.children if c.dep_ in {"amod", "compound"})}
        said -= self._cues.instruments_vague | self._cues.places_unspecific
        first = max(0, head.i - _MAX_TOKENS_BACK)
        for token in reversed(self._named.doc[first : head.left_edge.i]):
            found = self._named_at(token)
            if found is not None and said <= self._words_of(found):
                return found
        return self._called_otherwise(head, said)

    def _called_otherwise(self, head: Token, said: Collection[str]) -> Entity | None:
        """Give the only instrument, here or in the sentence before, that "the pact" is though it is called a treaty."""
        others = self._cues.instruments_called_otherwise
        if head.tag_ not in {"NN", "NNS"} or not others.issuperset(said):
            return None
        before = map(self._named_at, self._named.doc[sentence_before(head).start : head.left_edge.i])
        fits = {each for each in before if each is not None and not others.isdisjoint(self._words_of(each))}
        return fits.pop() if len(fits) == 1 else None

    def _is_bare(self, head: Token) -> bool:
        """Tell whether nothing but general words stand beside the head."""
        sought = self._sought(head)
        in_name = any(self._parties_in_name(head, list(self._phrase(head))))
        is_told = bool(sought.words or in_name) or sought.year is not None
        return not is_told and all(
            c.dep_ in {"det", "punct"}
            or c.lower_ in self._cues.instruments_general | self._cues.instruments_vague
            for c in head.children
            if c.i < head.i
        )

    def _named_at(self, token: Token) -> Entity | None:
        """Give the instrument that a word heads, but not one that is itself only taken up."""
        mention = self._named.mention_of.get(token.i)
        if mention is not None:
            return mention.entity if mention.entity.kind is EntityKind.INSTRUMENT else None
        if token.pos_ not in {"NOUN", "PROPN"} or not self._is_instrument(token):
            return None
        found = self._described(token)
        return self._meant(token) or (found[0].entity if found and not self._is_bare_the(token) else None)

    def _is_bare_the(self, head: Token) -> bool:
        """Tell whether it takes up an instrument itself; "the *Land Boundary* Agreement" has that for its name."""
        return is_definite(head) and self._is_bare(head) and not _is_titled(head)

    def _words_of(self, entity: Entity) -> frozenset[str]:
        return self._known.words_of(entity) if entity.known else frozenset(content_words(entity.label))


def is_specific(instrument: Entity) -> bool:
    """Tell whether an instrument is known, or its name says more than its kind: a capital or a year."""
    words = instrument.label.split()
    return instrument.known or any(word[:1].isupper() or _YEAR.fullmatch(word) for word in words)


def _is_titled(head: Token) -> bool:
    """Tell whether a kind and the words right before it have capitals: "the Land Boundary Agreement"."""
    before = [c for c in head.children if c.dep_ in {"amod", "compound", "nmod"} and c.i < head.i]
    return head.text[:1].isupper() and bool(before) and all(c.text[:1].isupper() for c in before)


def _years(head: Token, phrase: Sequence[Token], making: Sequence[Token]) -> Iterator[int]:
    """Give the years in the phrase, then that of its making: "the declaration that they signed in *1956*"."""
    clauses = [*(c for c in head.children if c.dep_ in {"acl", "relcl"}), *making]
    dates = [t for c in clauses for p in c.children if p.lower_ in {"in", "on"} for t in p.subtree]
    for token in (*phrase, *dates):
        if token.shape_ == "dddd" and "1000" <= token.text <= "2100":
            yield int(token.text)


def _year_behind(head: Token) -> Token | None:
    """Find the year that tells which instrument is meant: "the treaty of *1904*", "the act of 26 October *1998*"."""
    for when in _what_it_is_of(head):
        dates = [t for t in when.subtree if t.i <= when.i or t.ent_type_ == "DATE" or t.shape_ == "dddd"]
        if dates[-1].shape_ == "dddd" and "1000" <= dates[-1].text <= "2100":
            return dates[-1]
    return None


def _what_it_is_of(head: Token) -> list[Token]:
    """Give what "of" right after the head adds."""
    following = first_child(head, "prep")
    is_of = following is not None and following.lower_ == "of"
    return [c for c in following.children if c.dep_ == "pobj"] if following is not None and is_of else []


def _what_it_is_on(word: Token) -> Token | None:
    """Give what "on" right after a word of a name adds."""
    if word.i + 1 == word.sent.end or word.nbor(1).lower_ != "on":
        return None
    return next((c for c in word.nbor(1).children if c.dep_ == "pobj" and c.ent_type_ != "DATE"), None)


def _is_of_independence(head: Token) -> bool:
    """Tell whether a declaration is no instrument between states: "its declaration of independence"."""
    return any(c.lemma_.lower() == "independence" for c in _what_it_is_of(head))


def _next_in_name(head: Token) -> list[Token]:
    """Give the preposition that goes on a name and hangs on its verb: "signed the Joint Statement *on* Trade".

    Behind an article, the whole that follows has a capital: "the Treaty *on* the State Border", no "on the border".
    """
    after = head.doc[head.i + 1 : min(head.i + 3, head.sent.end)]
    if len(after) < 2 or after[0].lower_ not in _SAYS_WHAT or after[0].head != head.head:
        return []
    tail = after[1].head if after[1].lower_ == "the" else after[1]
    is_site = tail != after[1] and tail.ent_type_ in {"FAC", "GPE", "LOC"}
    return [after[0]] if tail.text[:1].isupper() and not is_site else []


def _name_end(token: Token) -> Token:
    """Find where an instrument's name ends: "on the Law of the Sea", but not "for the construction of …"."""
    for child in token.children:
        if child.lower_ == "of":
            inner = first_child(child, "pobj")
            return _name_end(inner) if inner is not None else token
    return _word_end(token)


def _word_end(token: Token) -> Token:
    """Find the last part of a word with hyphens: "Non-*Aggression*"."""
    after = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    is_joined = len(after) == 2 and after[0].text == "-" and token.idx + len(token.text) == after[0].idx
    return _word_end(after[1]) if is_joined else token
