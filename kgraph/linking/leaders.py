"""For which state acts who leads it, by the text or as is known: "Thatcher's government", "Galtieri invaded X"."""

from kgraph.cues import load_cues
from kgraph.linking.named import NamedThings
from kgraph.model import Entity, EntityKind
from kgraph.persons.folding import fold_name
from kgraph.persons.holders import Holders
from kgraph.propositions.arguments import first_child, first_conjunct
from kgraph.tokens import Token

__all__ = ["Leaders"]

_ENGLISH_SPEAKING = frozenset(
    {"australia", "canada", "ireland", "new-zealand", "united-kingdom", "united-states"}
)


class Leaders:
    """Those who lead a state, in the words of one part of a document."""

    def __init__(self, named: NamedThings) -> None:
        """Take what the part names."""
        self._named = named

    def of_administration(self, group: Token) -> tuple[Entity, ...]:
        """Give the state that "the McKinley administration", "Thatcher's government" stands for."""
        if group.lemma_.lower() not in load_cues().agents_led:
            return ()
        names = [c for c in group.children if c.dep_ in {"compound", "poss", "nmod"} and c.pos_ == "PROPN"]
        served = (self._served(name) or self._known(name) for name in names)
        return next(((state,) for state in served if state is not None), ())

    def acting(self, name: Token) -> Entity | None:
        """Give the state whose leader does what only a state does: "*Saddam*'s invasion of X", "*Saddam* invaded X"."""
        person = self._named.person_at(name)
        is_former = person is not None and person.is_former
        if name.pos_ != "PROPN" or name.i in self._named.mention_of or is_former:
            return None
        is_deed = name.dep_ == "poss" and name.head.lemma_.lower() in load_cues().agents_led_deeds
        if not is_deed and not _acts(name):
            return None
        if (served := self._served(name)) is not None:
            return served
        known = self._known(name)
        return known if known is not None and (is_deed or self._is_meant(name, known)) else None

    def _is_meant(self, name: Token, state: Entity) -> bool:
        """Tell whether a name is the leader's: an English last name may be anybody's where his state is not told of."""
        is_whole = first_child(name, "compound") is not None
        return is_whole or state.id not in _ENGLISH_SPEAKING or state.id in self._named.known_ids

    def _served(self, name: Token) -> Entity | None:
        """Give the state that a person holds an office of by the text."""
        return self._named.state_served(self._named.person_at(name))

    def _known(self, name: Token) -> Entity | None:
        """Give the state that whoever bears a name is known to have held an office of."""
        before = (c.text for c in name.children if c.dep_ == "compound" and c.pos_ == "PROPN")
        words = tuple(map(fold_name, (*before, name.text)))
        holders = Holders.load()
        known = holders.find_agent(words, self._named.known_ids)
        if known is not None and len(words) == 1 and known.id not in self._named.known_ids:
            known = None if holders.is_given_name(words[0], known) else known  # "Alexander's armies"
        entry = self._named.gazetteer.get(known.id) if known is not None else None
        return entry.entity if entry is not None and entry.entity.kind is EntityKind.STATE else None


def _acts(name: Token) -> bool:
    """Tell whether somebody does, or wants to do, what only a state does; in a clause about him, too."""
    first = first_conjunct(name)
    verbs = [c for c in name.children if c.dep_ == "relcl"]
    if first.dep_ == "nsubj":
        verbs += [first.head, *(c for c in first.head.children if c.dep_ == "xcomp")]
    elif first.dep_ == "pobj" and first.head.lower_ == "by":
        verbs.append(first.head.head)
    return any(verb.lemma_.lower() in load_cues().agents_led_acts for verb in verbs)
