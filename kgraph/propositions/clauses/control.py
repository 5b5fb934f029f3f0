"""Who does what an infinitive or a gerund says: who is asked, accused or praised, and whose a plan is."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, governed, prepositional_objects
from kgraph.tokens import Token

__all__ = [
    "addressed",
    "commands_own",
    "hangs_on_object",
    "is_deed_judged",
    "is_own_deed",
    "judged",
    "makes_others_act",
    "named_before",
    "told_by",
    "verdict_above",
]

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
# Whether what they tell of was done is open.
_ALLEGING = frozenset(
    {
        "accusation",
        "accuse",
        "arrest",
        "blame",
        "charge",
        "convict",
        "detain",
        "indict",
        "prosecute",
        "sue",
        "warrant",
    }
)
# Who gives one of these does not do himself what it says: "an *ultimatum* to X to withdraw".
_TELLING = frozenset({"admonition", "exhortation", "instruction", "ultimatum", "warning"})
_COMMANDING = frozenset({"authorise", "authorize", "command", "direct", "instruct", "order", "tell"})
_TOWARDS = ("on", "upon", "against", "at", "to", "toward", "towards", "of")  # whom a verdict strikes
_NAME_BEFORE = frozenset({"amod", "compound", "nmod"})


def hangs_on_object(preposition: Token) -> bool:
    """Tell whether what follows an object is of its verb: "accused *troops of* entering X", "kept them *from* it".

    So is "by": "surprised *observers by* giving X up". "The *other*" is a noun, though the model may not say so.
    """
    noun = preposition.head
    verb = noun.head.lemma_.lower()
    is_noun = noun.pos_ in {"NOUN", "PROPN"} or noun.lower_ == "other"
    if not is_noun or noun.dep_ != "dobj":
        return False
    if preposition.lower_ in {"by", "from"}:
        return noun.pos_ == "NOUN"
    return (preposition.lower_ == "of" and verb in _CHARGING) or (
        preposition.lower_ == "for" and verb in load_cues().deeds_judging
    )


def verdict_above(preposition: Token) -> Token | None:
    """Find the praise or blame that a gerund after "for" tells the reason of: "*sanctions* on X for annexing Y".

    The parser hangs "for" on it, on its verb or on the name between.
    """
    above = preposition.head
    if preposition.lower_ != "for":
        return None
    beside = [above]
    if above.dep_ == "pobj":
        above = above.head.head
    if above.pos_ == "VERB":
        beside += (c for c in above.children if c.dep_ in {"dobj", "nsubjpass"})
    else:
        beside += (above, *prepositional_objects(above).get("of", ()))  # "the imposition *of sanctions* on"
    cues = load_cues()
    words = cues.deeds_verdicts | cues.deeds_contrition
    return next((t for t in beside if t.pos_ == "NOUN" and t.lemma_.lower() in words), None)


def is_deed_judged(gerund: Token, preposition: Token) -> bool:
    """Tell whether praise or blame takes a deed as done: "may condemn X *for annexing* Y", but not "may accuse"."""
    if gerund.dep_ != "pcomp" or preposition.lower_ != "for":
        return False
    verdict = verdict_above(preposition)
    word = (verdict or preposition.head).lemma_.lower()
    is_judging = verdict is not None or word in load_cues().deeds_judging
    return is_judging and word not in _ALLEGING


def is_own_deed(verdict: Token) -> bool:
    """Tell whether the subject of a verdict's verb is who is judged: "drew criticism for", "offered an apology for"."""
    cues, verb = load_cues(), verdict.head.lemma_.lower()
    if verdict.dep_ != "dobj":
        return False
    if verdict.lemma_.lower() in cues.deeds_contrition:
        return verb not in cues.reporting_verbs | cues.possibility_wishes
    return verb in cues.deeds_earning


def judged(verdict: Token) -> tuple[Token, ...]:
    """Find whom praise or blame is for: "sanctions *on X* for annexing Y", "directed its anger *at X*".

    Regret is asked for "from" somebody.
    """
    around = {**prepositional_objects(verdict.head), **prepositional_objects(verdict)}
    is_regret = verdict.lemma_.lower() in load_cues().deeds_contrition
    whom = (*_TOWARDS, "from") if is_regret else _TOWARDS
    return next((found for name in whom if (found := around.get(name, ()))), ())


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


def told_by(noun: Token) -> tuple[Token, ...] | None:
    """Find who is told to do something by a noun: "sent *X* an ultimatum to leave"; None where it tells nobody to."""
    if noun.lemma_.lower() not in _TELLING:
        return None
    around = prepositional_objects(noun).get("to", ())
    if noun.dep_ not in {"dobj", "nsubjpass"}:
        return around
    given = [c for c in noun.head.children if c.dep_ == "dative"]
    others = [t for c in given for t in (governed(c) if c.pos_ == "ADP" else conjuncts(c))]
    return around or tuple(others) or prepositional_objects(noun.head).get("to", ())
