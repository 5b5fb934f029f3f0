"""Infinitives that say what came about: "troops arrived *to occupy* X", "fought *to defend* Y", "only *to lose* Z"."""

from kgraph.cues import Cues
from kgraph.propositions.arguments import first_child, prepositional_objects
from kgraph.propositions.clauses import is_ranked, verb_lemma
from kgraph.propositions.denials import was_waited_for
from kgraph.propositions.unachieved import lacks_means
from kgraph.tokens import Token

__all__ = ["came_about", "is_of_ranked", "is_routed", "was_tried"]

_FENDING = frozenset({"defend", "protect", "repel", "repulse", "resist"})
_FIGHTING = frozenset({"battle", "fight"})
_RANKED = frozenset({"first", "last", "one", "only"})  # "became *the first* of them *to*"
_STATES = frozenset({"be", "belong", "fall", "form", "lie"})


def was_tried(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody tried something: how he did so is done ("tried to expand its trade *by purchasing* X")."""
    return verb.tag_ in {"VBD", "VBN"} and verb_lemma(verb) in cues.possibility_trying


def came_about(verb: Token, cues: Cues) -> bool:
    """Tell whether an infinitive says what came about or is held to be: "only to lose", "found to belong to"."""
    is_result = verb_lemma(verb.head) in cues.possibility_results
    is_done = is_result or verb.lemma_.lower() in cues.possibility_spoken
    is_found = verb.lemma_.lower() in _STATES and verb.head.lemma_.lower() in cues.possibility_held
    is_so_far = verb.head.lower_ == "far"  # "went so far as *to annex* X"
    is_so = is_done or is_found or is_so_far or was_waited_for(verb)
    if is_so or is_of_ranked(verb) or lacks_means(verb.head):
        return True
    if is_routed(verb, cues) or _is_manned(verb, cues) or _is_defended(verb):
        return True
    return any(c.lower_ == "only" for c in verb.children)


def is_routed(infinitive: Token, cues: Cues) -> bool:
    """Tell whether somebody opened an attack on those it names: "began an offensive *to* (try to) *flush out* X"."""
    is_of_attack = infinitive.dep_ == "acl"
    attack = infinitive.head if is_of_attack else first_child(infinitive.head, "dobj", "nsubjpass")
    tried = first_child(infinitive, "xcomp") if verb_lemma(infinitive) in cues.possibility_trying else None
    if attack is None or verb_lemma(tried or infinitive) not in cues.possibility_routing:
        return False
    is_attack = attack.lemma_.lower() in cues.presupposed_warfare | {"operation"}
    return is_attack and (is_of_attack or infinitive.head.lemma_.lower() in cues.support_verbs)


def _is_manned(infinitive: Token, cues: Cues) -> bool:
    """Tell whether forces do what they came or were sent for: "X's troops arrived *to occupy* Y"."""
    came = infinitive.head
    if came.tag_ not in {"VBD", "VBN"}:
        return False
    if came.lemma_.lower() in cues.possibility_landing:
        who = first_child(came, "nsubj")
    else:
        who = first_child(came, "nsubjpass") if came.lemma_.lower() in cues.possibility_sent else None
    is_force = who is not None and who.lemma_.lower() in cues.agents_serving | cues.agents_armed
    return is_force and verb_lemma(infinitive) in cues.possibility_manning


def _is_defended(infinitive: Token) -> bool:
    """Tell whether somebody fought off what he was struck by: "*fought to defend* X from an invasion by Y"."""
    return infinitive.lemma_.lower() in _FENDING and infinitive.head.lemma_.lower() in _FIGHTING


def is_of_ranked(infinitive: Token) -> bool:
    """Tell whether an infinitive is what one was first to do: "is one of two *to recognise* X", "among the first"."""
    said = first_child(infinitive.head, "attr")
    among = prepositional_objects(infinitive.head).get("among", ())
    is_among = any(t.lower_ in {"first", "last"} for t in among)
    return is_among or (said is not None and (is_ranked(said) or said.lower_ in _RANKED))
