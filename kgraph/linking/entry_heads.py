"""The land that a page tells of without a subject: "Halaib. Arid tract on the Red Sea. *Held by Egypt* since 1995"."""

from collections.abc import Sequence

from kgraph.linking.linked import Link
from kgraph.linking.named import NamedThings
from kgraph.linking.unknown_names import UnknownNames
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_child, joined_lemma, sentences_back
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token, Words

__all__ = ["EntryHeads"]

_NO_HEADS = frozenset({"adjective", "capital", "demonym"})  # by which a place is no entry: "LONDON. A treaty"
_CLOSING = frozenset({".", ":", ";", "–", "—"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_ARTICLES = frozenset({"a", "an", "the"})


class EntryHeads:
    """Finds what a clause is about that leaves it out, on a page about something else."""

    def __init__(self, named: NamedThings, unknown_names: UnknownNames, title: Entity | None, link: Link):
        self._named = named
        self._unknown_names = unknown_names
        self._title = title
        self._link = link

    def land_at(self, word: Token) -> Entity | None:
        """Give the land that the paragraph tells of before a word; None where the page's title is meant.

        It is the name that opens the paragraph as an entry, or stands alone in a line above. On a page about a state
        it is the land, too, that is the subject of the sentence before, with none but sentences without a subject
        between.
        """
        behind, goes_on = word.sent, self._title is not None and self._title.kind is EntityKind.STATE
        for sentence in sentences_back(word):
            if sentence.start == behind.start:
                continue
            head = self._head_of(sentence, behind)
            line, is_behind, _ = self._named.text[sentence.start_char : word.idx].partition("\n")
            if head is not None and (not is_behind or line.rstrip(" .:").endswith((head.text, ")"))):
                return self._only_land(head)
            if is_behind:
                return None
            if goes_on and (told := [t for t in subjects(sentence.root) if _is_told_of(t)]):
                lands = {link.entity for token in told for link in self._link(token)}
                if len(lands) == 1 and {land.kind for land in lands} == {EntityKind.TERRITORY}:
                    return lands.pop()
                goes_on = False
            behind = sentence
        return None

    def _only_land(self, head: Token) -> Entity | None:
        found = self._link(head) or self._unknown_names.place(head)
        return found[0].entity if len(found) == 1 else None

    def _head_of(self, sentence: Words, behind: Words) -> Token | None:
        """Give the last word of the name that opens a paragraph, with nothing behind it but brackets or a mark.

        Behind a comma it may be described, where the sentence tells nothing of it: "*Bessarabia*, a fertile plain."
        """
        text = self._named.text
        opens = sentence.start == 0 or "\n" in text[sentence.start_char - 2 : sentence.start_char]
        tokens = list(sentence)
        name = tokens[1:] if tokens[0].lower_ in _ARTICLES else tokens
        end = next((at for at, t in enumerate(name) if t.pos_ != "PROPN"), len(name))
        if not opens or not end or not _is_closed(name[end:], is_told=_has_clause(tokens)):
            return None
        head = name[end - 1]
        return head if self._is_land(head, behind) else None

    def _is_land(self, head: Token, behind: Words) -> bool:
        mention = self._named.mention_of.get(head.i)
        if mention is not None:
            return self._named.is_place(mention.entity) and mention.how not in _NO_HEADS
        if head.i in self._named.person_of:
            return False
        nouns = self._named.cues.places_nouns
        is_told = behind.root.pos_ == "NOUN" and behind.root.lemma_.lower() in nouns
        return joined_lemma(head) in nouns or is_told or self._unknown_names.is_place(head)


def _is_told_of(subject: Token) -> bool:
    """Tell whether a noun is a subject indeed, and no part of a description: "*Desert* tract on the border"."""
    return subject.pos_ == "PROPN" or first_child(subject, "det") is not None


def _has_clause(sentence: Sequence[Token]) -> bool:
    """Tell whether a sentence has a finite verb, and not only in what describes: "a port *that was French*"."""
    return any(t.tag_ in _FINITE and not _is_in_relative(t) for t in sentence)


def _is_in_relative(verb: Token) -> bool:
    return any(t.dep_ in {"relcl", "acl", "advcl"} for t in (verb, *verb.ancestors))


def _is_closed(behind: Sequence[Token], *, is_told: bool) -> bool:
    """Tell whether a name is closed by a mark or the end of its line, be it behind brackets.

    A comma closes it where nothing is told of it.
    """
    rest = list(behind)
    if rest and rest[0].text in {"(", "["}:
        end = next((at for at, t in enumerate(rest) if t.text in {")", "]"}), len(rest) - 1)
        rest = rest[end + 1 :]
    return (
        not rest or rest[0].text in _CLOSING or "\n" in rest[0].text or (rest[0].text == "," and not is_told)
    )
