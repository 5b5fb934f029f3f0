"""What somebody signs or not where that is not said again: "X initialled *the protocol*, but Y never *signed*"."""

from itertools import chain, islice

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, sentence_before
from kgraph.propositions.clauses.subjects_and_objects import objects
from kgraph.propositions.clauses.verb_forms import is_passive
from kgraph.tokens import Token

__all__ = ["leaves_out_signed", "signed_before"]

_SIGNING = frozenset({"accede", "initial", "ratify", "sign"})  # what is signed, the words before may tell
_OBJECTS = ("acomp", "ccomp", "dobj", "nsubjpass", "xcomp")


def leaves_out_signed(verb: Token) -> bool:
    """Tell whether a verb does not say what is signed."""
    if verb.lemma_.lower() not in _SIGNING or verb.pos_ != "VERB" or is_passive(verb):
        return False
    return first_child(verb, *_OBJECTS) is None and all(
        c.lower_ != "to" or c.dep_ != "prep" for c in verb.children
    )


def signed_before(verb: Token) -> tuple[Token, ...]:
    """Give the instrument that was signed last before a verb without an object, in its sentence or the one before.

    A draft of it stands for it, too.
    """
    if not leaves_out_signed(verb):
        return ()
    cues = load_cues()
    before = reversed(verb.doc[sentence_before(verb).start : verb.i])
    signing = (t for t in before if t.pos_ == "VERB" and t.lemma_.lower() in cues.instruments_signing)
    things = chain.from_iterable(map(objects, signing))
    nouns = (
        t for thing in things for t in (thing, *thing.subtree) if t.lemma_.lower() in cues.instruments_nouns
    )
    return tuple(islice(nouns, 1))
