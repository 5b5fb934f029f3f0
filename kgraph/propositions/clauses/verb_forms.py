"""What the form of a verb tells: its lemma with its particle, whether it is a passive, a copula, an infinitive."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_verb, prepositional_objects
from kgraph.tokens import Token

__all__ = [
    "SUBJECTS",
    "is_back",
    "is_bare_form",
    "is_copula",
    "is_headless",
    "is_participle",
    "is_passive",
    "is_past_infinitive",
    "is_yet_to",
    "may_share_object",
    "open_copula",
    "shared_auxiliaries",
    "verb_lemma",
]

SUBJECTS = ("nsubj", "nsubjpass")
_COPULAS = frozenset({"be", "remain", "stay"})
_JOINED_COPULA = frozenset({"ccomp", "csubj", "parataxis"})
# By the tag of a bare conjunct, the tags of the verb before it.
_SHARING = {"VB": {"VB", "VBP"}, "VBP": {"VB"}, "VBN": {"VBN"}, "VBD": {"VBN"}}


def verb_lemma(verb: Token) -> str:
    """Give the lemma with its particle: "hand over", "break away"."""
    lemma = verb.lemma_.lower()
    particle = first_child(verb, "prt") or _loose_particle(verb)
    if particle is None and lemma in load_cues().predicated_back:
        particle = _back(verb)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _loose_particle(verb: Token) -> Token | None:
    """Find a particle that the model took for an adverb or a preposition: "took X *over* from Y", "sign *away* X"."""
    particles = load_cues().predicated_particles
    found = (
        c for c in verb.children if c.i > verb.i and c.dep_ in {"advmod", "prep"} and c.lower_ in particles
    )
    return next((c for c in found if first_child(c, "pobj", "pcomp") is None), None)


def is_back(word: Token) -> bool:
    """Tell whether a word makes another verb of the one above; the model may see a clause: "wants X *back*"."""
    return word.lower_ == "back" and word.dep_ in {"advmod", "ccomp"}


def _back(verb: Token) -> Token | None:
    """Find "back" beside a verb, or behind its object."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return next((c for t in (verb, *things) for c in t.children if is_back(c) and c.i > verb.i), None)


def is_passive(verb: Token) -> bool:
    """Tell whether the verb's grammatical subject is what the action is done to.

    A participle after a noun ("islands claimed by Japan") and one coordinated with a passive are passive too.
    """
    if first_child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if verb.lemma_.lower() in load_cues().predicated_intransitive:  # "moved in, *clashed* with X and stayed"
        return False
    if not is_participle(verb) or first_child(verb, "aux", "nsubj") is not None:
        return False
    if verb.dep_ in {"acl", "amod", "relcl", "appos"}:
        return True
    if verb.dep_ == "conj" and is_verb(verb.head):
        return is_passive(verb.head) or is_copula(verb.head)
    return first_child(verb, "dobj") is None


def is_participle(verb: Token) -> bool:
    """Tell whether a verb is a past participle, or what the tagger took for a past tense.

    "A state considered a part of X but *recognized* by Y": two of a kind are joined.
    """
    if verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl" and not is_headless(verb)):
        return True
    first = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or first_child(verb, "dobj", "ccomp", "xcomp") is not None:
        return False
    if first.tag_ == "VBN" and first.dep_ == "acl":
        return True
    if first_child(first, "auxpass") is not None and first_child(verb, "oprd") is not None:
        return True  # "was annexed by X and *declared* independent"
    by = prepositional_objects(verb).get("by", ()) if is_copula(first) else ()
    return any(t.pos_ == "PROPN" for t in by)


def is_copula(verb: Token) -> bool:
    """Tell whether a verb says what something is."""
    return verb.lemma_.lower() == "be" and first_child(verb, "attr", "acomp") is not None


def is_yet_to(verb: Token) -> bool:
    """Tell whether "yet to" joins a verb to who has not done so: "X *yet to ratify* the pact"."""
    to = first_child(verb, "aux")
    is_infinitive = to is not None and to.tag_ == "TO" and verb.dep_ != "xcomp"
    return is_infinitive and to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet"


def open_copula(verb: Token) -> Token | None:
    """Give the earlier "is" whose predicate stands after a later one: "X *is*, has been and will be part of Y".

    The parser joins the two, or makes the earlier one a clause below.
    """
    if verb.lemma_.lower() not in _COPULAS:
        return None
    joined = [verb.head] if verb.dep_ == "conj" else []
    below = [c for c in verb.children if c.dep_ in _JOINED_COPULA and c.i < verb.i]
    for other in (*joined, *below):
        if other.lemma_.lower() in _COPULAS and first_child(other, "attr", "acomp", "prep") is None:
            return other
    return None


def is_headless(verb: Token) -> bool:
    """Tell whether the parser hung a sentence's only finite verb below its subject: "Officials *considered* it."."""
    noun = verb.head
    is_finite = verb.dep_ == "acl" and verb.tag_ == "VBD" and noun.i < verb.i
    is_finite = is_finite and first_child(verb, "agent") is None
    return is_finite and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}


def is_bare_form(verb: Token) -> bool:
    """Tell whether a clause says what is wanted: "asked X to *leave*", "let X *decide*", "demanded that X *leave*"."""
    is_alone = verb.tag_ == "VB" and first_child(verb, "aux", "auxpass", "neg") is None
    return has_infinitive(verb) or is_alone


def shared_auxiliaries(verb: Token) -> list[Token]:
    """Give the auxiliaries and "not" that a bare conjunct shares with the first: "will not sign or join".

    The second of three may share them in its turn, and may be misread for a plural: "would cut, suspend and take".
    """
    if verb.dep_ != "conj" or not is_verb(verb) or verb.tag_ not in _SHARING:
        return []
    if modals := _modals_over_base(verb):
        return modals
    if any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children):
        return []
    head = verb.head
    if head.tag_ not in _SHARING[verb.tag_] or (verb.tag_ == "VBD" and not _has_perfect(head)):
        return []
    own = [c for c in head.children if c.dep_ in {"aux", "auxpass", "neg"}]
    return own or (shared_auxiliaries(head) if head != verb else [])


def _modals_over_base(verb: Token) -> list[Token]:
    """Give the modal that a base form goes on with behind a passive: "X *would* be recognized and *withdraw*".

    So it does behind a subject of its own, to which the form does not fit: "X should reunite and *Y withdraw*".
    """
    subject = first_child(verb, "nsubj")
    is_helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    head = verb.head
    if subject is None:
        is_base = verb.tag_ == "VB" and head.tag_ == "VBN" and first_child(head, "auxpass") is not None
    else:
        is_single = first_child(subject, "conj") is None and subject.tag_ in {"NN", "NNP"}
        is_base = verb.tag_ in {"VB", "VBP"} and is_single
    if is_helped or not is_base:
        return []
    return [c for c in head.children if c.dep_ == "aux" and c.tag_ == "MD"]


def _has_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)


def is_past_infinitive(verb: Token) -> bool:
    """Tell whether a participle belongs to an infinitive of the past: "the only state *to have recognised* X"."""
    return has_infinitive(verb) and first_child(verb, "auxpass") is None


def may_share_object(verb: Token) -> bool:
    """Tell whether a verb may have an object that it has not beside it."""
    is_complete = first_child(verb, "ccomp", "xcomp", "acomp", "attr") is not None
    return not is_complete and verb.lemma_.lower() not in load_cues().predicated_intransitive
