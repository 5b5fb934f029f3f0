"""Who is to do what an infinitive or a gerund says: who is asked or accused, and whose a plan is."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, governed, prepositional_objects

__all__ = ["addressed", "commands_own", "hangs_on_object", "makes_others_act", "named_before"]

_CHARGING = frozenset({"accuse", "acquit", "convict", "suspect"})
# Verbs whose prepositional object is to do what the infinitive says.
_ADDRESSING = {
    "appeal": frozenset({"to"}),
    "arrange": frozenset({"for"}),
    "call": frozenset({"for", "on", "upon"}),
    "count": frozenset({"on"}),
    "lobby": frozenset({"for"}),
    "plead": frozenset({"for", "with"}),
    "press": frozenset({"for"}),
    "prevail": frozenset({"on", "upon"}),
    "push": frozenset({"for"}),
    "rely": frozenset({"on"}),
    "vote": frozenset({"for"}),
    "wait": frozenset({"for"}),
}
_COMMANDING = frozenset({"authorise", "authorize", "command", "direct", "instruct", "order", "tell"})
_NAME_BEFORE = frozenset({"amod", "compound", "nmod"})


def hangs_on_object(preposition: Token) -> bool:
    """Tell whether what follows an object is of its verb: "accused *troops of* entering X", "kept them *from* it".

    So is "by": "surprised *observers by* giving X up".
    """
    noun = preposition.head
    verb = noun.head.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj":
        return False
    return preposition.lower_ in {"by", "from"} or (preposition.lower_ == "of" and verb in _CHARGING)


def makes_others_act(verb: Token) -> bool:
    """Tell whether an infinitive after the verb's object is what that is to do: "pushed Syria to withdraw"."""
    return verb.lemma_.lower() in load_cues().support_causing


def addressed(verb: Token) -> list[Token]:
    """Find who is called on, appealed to, waited for to do something."""
    before = _ADDRESSING.get(verb.lemma_.lower(), frozenset())
    found = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in before]
    return [t for c in found for t in governed(c)]


def commands_own(verb: Token, commanded: Sequence[Token]) -> bool:
    """Tell whether somebody gives orders to forces of which it is not told whose they are: they are his."""
    is_command = verb.lemma_.lower() in _COMMANDING
    forces = load_cues().agents_serving
    return is_command and all(
        t.lemma_.lower() in forces and first_child(t, "poss", "amod", "compound") is None for t in commanded
    )


def named_before(noun: Token) -> tuple[Token, ...]:
    """Find whose a plan is by the name before it or after "of": "the *US* decision to", "a move of *Japan* to"."""
    if noun.lemma_.lower() in load_cues().support_demands:  # "a UN deadline to leave" is another's to keep
        return ()
    before = (c for c in noun.children if c.dep_ in _NAME_BEFORE and c.i < noun.i and c.text[0].isupper())
    found = tuple(t for c in before for t in conjuncts(c))
    return found or tuple(t for t in prepositional_objects(noun).get("of", ()) if _acts(t))


def _acts(token: Token) -> bool:
    """Tell whether a word can be somebody who decides: "Japan", "the tribunal", "Turkish troops"."""
    cues = load_cues()
    lemma = token.lemma_.lower()
    return token.pos_ == "PROPN" or lemma in cues.agents_nouns or lemma in cues.bodies_nouns
