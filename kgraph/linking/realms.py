"""Who ruled in histories and is in no gazetteer: realms and their rulers, and peoples, by the name that they bear.

A realm is told by its noun with a name beside it ("the Zagwe dynasty", "the Kingdom of Kush", "Funj sultans"), a people
by its plural with a capital ("the Aztecs"), where it does what is done to land alone.
"""

from kgraph.cues import load_cues
from kgraph.linking.descriptions import one_space
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, singular
from kgraph.model import EntityKind, Span
from kgraph.propositions.arguments import conjuncts, first_conjunct, is_definite, prepositional_objects
from kgraph.tokens import Token
from kgraph.vocab import nil_entity

__all__ = ["in_history", "sharing_noun"]

_STYLES = frozenset(
    {"grand", "great", "holy", "imperial", "middle", "new", "old", "royal", "second", "united"}
)
_MAX_BACK = 120  # words, some four sentences
_BEFORE = frozenset({"amod", "compound", "nmod"})
_NAMES = frozenset({"NNP", "NNPS"})
_PLURALS = frozenset({"NNP", "NNPS", "NNS"})


def in_history(head: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link a realm, its rulers or a people that only the text names: "the Zagwe dynasty", "the Aztecs"."""
    span = _realm_named(head, named) or _people_named(head)
    if span is None:
        before = _realm_before(head, named)
        found = in_history(before, named) if before is not None else ()
        return tuple(Linked(link.entity, None) for link in found)
    words = one_space(span.of(named.text))
    known = named.called(words.removesuffix(head.text) + head.text.capitalize())
    return (Linked(known or nil_entity(words, EntityKind.ORGANIZATION), span),)


def sharing_noun(head: Token, named: NamedThings, kind: EntityKind) -> tuple[Linked, ...]:
    """Link each of the realms whose names share their noun: "the Safavid and Ottoman *Empires*"."""
    noun = singular(head)
    if not head.text.endswith("s") or noun not in load_cues().agents_realms:
        return ()
    first = head.i
    while first > head.sent.start and (head.doc[first - 1].text.istitle() or _joins(head.doc[first - 1])):
        first -= 1
    names = [t for t in head.doc[first : head.i] if not _joins(t) and t.lower_ != "the"]
    parted = sum(_joins(t) for t in head.doc[first : head.i])
    is_plain = 1 < len(names) <= parted + 1 and not any(t.lower_ in _STYLES for t in names)
    if not is_plain or "and" not in {t.lower_ for t in head.doc[first : head.i]}:
        return ()
    told = [f"{name.text} {noun.capitalize()}" for name in names]
    known = (named.called(words) or nil_entity(words, kind) for words in told)
    spans = (Span(start=name.idx, end=name.idx + len(name.text)) for name in names)
    return tuple(map(Linked, known, spans))


def _joins(word: Token) -> bool:
    return word.lower_ in {",", "and"}


def _realm_named(head: Token, named: NamedThings) -> Span | None:
    """Give the name of a realm or of its rulers: "the *Zagwe dynasty*"; None where no name stands beside the noun."""
    cues, lemma = load_cues(), singular(head)
    if lemma not in cues.agents_realms and not (lemma in cues.agents_rulers and head.text.endswith("s")):
        return None
    before = [c for c in head.children if c.dep_ in _BEFORE and c.i < head.i and c.text[:1].isupper()]
    of = prepositional_objects(head).get("of", ()) if head.tag_ in _NAMES else ()
    if len(of) == 1 and of[0].i > head.i and of[0].tag_ in _NAMES and of[0].i not in named.person_of:
        first = before[0] if before else head
        return Span(start=first.idx, end=of[0].idx + len(of[0].text))
    names = [c for c in before if _is_name(c)]
    is_one = bool(names) and all(len(conjuncts(c)) == 1 for c in names)
    return Span(start=_first_part(names[0]).idx, end=head.idx + len(head.text)) if is_one else None


def _first_part(name: Token) -> Token:
    """Give the first of what hyphens join to a name: "*Kanem*-Bornu"."""
    while name.i > name.sent.start + 1 and name.nbor(-1).text == "-":
        name = name.nbor(-2)
    return name


def _realm_before(head: Token, named: NamedThings) -> Token | None:
    """Give the realm that "the empire" takes up: the last of that noun with a name of which only the text knows."""
    cues, lemma = load_cues(), head.lemma_.lower()
    if head.tag_ != "NN" or lemma not in cues.agents_realms:
        return None
    if not is_definite(head) or any(c.dep_ in _BEFORE for c in head.children):
        return None
    back = (t for t in reversed(named.doc[max(0, head.i - _MAX_BACK) : head.i]) if t.lower_ == lemma)
    return next((t for t in back if t.i not in named.mention_of and _realm_named(t, named) is not None), None)


def _is_name(word: Token) -> bool:
    """Tell a name from another word with a capital: "*Zagwe* dynasty", but "*Ancient* kingdoms", "*Grand* Duchy"."""
    return (word.tag_ in _NAMES or bool(word.ent_type_)) and word.lower_ not in _STYLES


def _people_named(head: Token) -> Span | None:
    """Give a people or movement that holds or takes land: "the *Aztecs* ruled", "was conquered by the *Mahdists*"."""
    if head.tag_ not in _PLURALS or not head.text.istitle() or not head.text.endswith("s"):
        return None
    first = first_conjunct(head)
    verb = first.head.head if first.dep_ == "pobj" and first.head.dep_ == "agent" else first.head
    if first.dep_ not in {"nsubj", "pobj"} or verb.pos_ != "VERB" or not _takes_land(verb):
        return None
    beside = [c for c in head.children if c.i < head.i]
    is_known = any(c.lower_ == "the" for c in beside) or head.i > head.sent.start
    is_plain = all(c.dep_ == "det" or c.dep_ in _BEFORE for c in beside)
    lemma, cues = singular(head), load_cues()
    is_role = lemma in cues.agents_nouns or lemma in cues.agents_both
    is_people = is_known and is_plain and not is_role
    return Span(start=head.idx, end=head.idx + len(head.text)) if is_people else None


def _takes_land(verb: Token) -> bool:
    """Tell whether a verb is done to land alone, or carries what is: "*took* control of X"."""
    cues = load_cues()
    below = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    lemma = verb.lemma_.lower()
    is_taking = lemma in cues.places_held_by or lemma in cues.agents_ruling_verbs
    return is_taking or not below.isdisjoint(cues.places_titles)
