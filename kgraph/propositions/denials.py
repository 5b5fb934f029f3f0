"""What denies a predicate: "not", "no longer", "neither", "refused to", "the failure to"."""

from collections.abc import Iterable, Iterator
from itertools import islice

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_verb, prepositional_objects
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.negations import negations
from kgraph.propositions.scopes import Step, is_cleft, is_identified, is_way
from kgraph.propositions.unachieved import find_failures, is_setting, lacks_means
from kgraph.tokens import Token

__all__ = ["comes_about_late", "find_denials", "is_done_there", "was_waited_for"]

# Of these the subject comes about: "no talks took place". Others, denied, say nothing of their subject.
_COMING_ABOUT = frozenset(
    {"arise", "be", "begin", "continue", "exist", "happen", "occur", "remain", "resume", "start", "take"}
)

_GATHERINGS = frozenset({"conference", "meeting", "round", "session", "summit"})
# What one of these verbs says at talks is of the talks themselves: "did not appear at", "aimed at".
_BEING_THERE = frozenset({"aim", "appear", "arrive", "be", "participate", "sit"})
_KEEPING = frozenset({"deter", "prevent"})
_MADE = frozenset({"attr", "dobj", "nsubj", "nsubjpass"})
_QUITTING = frozenset({"exit", "quit"})
_UNTIL = frozenset({"till", "until"})
_WAITING = frozenset({"take", "wait"})
# What is not so has not come about: "the withdrawal is not complete", "talks are not under way".
_BEING_SO = frozenset(
    {
        "acceptable",
        "case",
        "complete",
        "fact",
        "imminent",
        "ongoing",
        "option",
        "over",
        "possibility",
        "true",
        "way",
    }
)
_COPULAS = frozenset({"be", "remain"})
_ENDING = frozenset({"close", "conclude", "culminate", "end", "finish"})
_TAKING_UP = frozenset({"reopen", "restart", "resume", "revive", "take", "take up"})


def find_denials(path: Iterable[Step]) -> tuple[Token, ...]:
    """Find the cues that deny a predicate, from it upwards; two of them affirm it."""
    cues = load_cues()
    return tuple(cue for step in _in_reach(path, cues) for cue in _denials(step, cues))


def _in_reach(path: Iterable[Step], cues: Cues) -> Iterator[Step]:
    """Give the steps up to what is only spoken of or asked: "declined to say why X attacked Y" denies no attack."""
    for step in path:
        if is_done_there(step, cues) or _is_so_meanwhile(step) or _is_of_outcome(step, cues):
            return  # "failed to agree at the talks", "failed to agree, with X holding it", "failed to win its war on X"
        if step.link == "dobj" and step.token.lemma_.lower() in cues.presupposed_affecting:
            if step.token.lemma_.lower() in cues.presupposed_threatening:
                yield step  # "never threatened an attack"
            return  # "prevented attempts to disrupt the withdrawal", "will not weaken its support for X"
        yield step
        if _is_put_instead(step.token):
            return
        if any(c.lower_ == "whether" and c.dep_ == "mark" for c in step.token.children):
            return  # "has not decided whether to annex it"
        if (
            step.is_clause
            and is_verb(step.token)
            and step.token.lemma_.lower() in cues.reporting_verbs
            and not _reaches_down(step, cues)
        ):
            return


def _is_put_instead(conjunct: Token) -> bool:
    """Tell whether a noun takes the place of the one that is denied: "is not a colony but *a province* of X"."""
    first = conjunct.head
    if conjunct.dep_ != "conj" or first.i > conjunct.i or not any(c.lower_ == "but" for c in first.children):
        return False
    return first.left_edge.i > 0 and first.left_edge.nbor(-1).lower_ in {"n't", "not"}


def is_done_there(step: Step, cues: Cues) -> bool:
    """Tell whether something is, or is not, done or wanted at talks that there are, and not that somebody is there."""
    is_at = step.preposition in {"at", "during"} and is_verb(step.token)
    is_talk = step.below is not None and step.below.lemma_.lower() in cues.presupposed_ongoing | _GATHERINGS
    return is_at and is_talk and step.token.lemma_.lower() not in _BEING_THERE


def _is_of_outcome(step: Step, cues: Cues) -> bool:
    """Tell whether it is said how a fight or talks go, which there are: "made no *progress* in its war with X"."""
    if (
        step.below is None
        or step.below.lemma_.lower() not in cues.presupposed_warfare | cues.presupposed_ongoing
    ):
        return False
    if step.link == "dobj":
        return step.token.lemma_.lower() in cues.presupposed_winning
    made = (step.token, *(c for c in step.token.children if c.dep_ in _MADE))
    return step.preposition == "in" and any(t.lemma_.lower() in cues.presupposed_progress for t in made)


def _is_so_meanwhile(step: Step) -> bool:
    """Tell whether something is so while another thing is not: "no vote was held, *with X controlling it*".

    What does not end so has no comma behind it: "did not end with X recognising it".
    """
    if step.below is None or step.by is None or step.link != "pcomp" or step.preposition != "with":
        return False
    is_clause = is_verb(step.token) and first_child(step.below, "nsubj", "nsubjpass") is not None
    is_parted = step.by.nbor(-1).text == "," if step.by.i else False
    return is_clause and (is_parted or step.token.lemma_.lower() not in _ENDING)


def _denials(step: Step, cues: Cues) -> Iterator[Token]:
    """Give at most one negation of the step's own clause, and what its word denies below it."""
    if _reaches_down(step, cues) and not comes_about_late(step.token):
        yield from islice(negations(step.token, step.below, cues), 1)
    yield from islice(_by_meaning(step, cues), 1)


def comes_about_late(verb: Token) -> bool:
    """Tell whether what a verb says came about, if not at first: "did *not* recognise X *until* 1992".

    What "will not" or "has not" be done until something happens is still to come.
    """
    return _ends_in_past(verb, first_child(verb, "aux", "auxpass") or verb)


def was_waited_for(infinitive: Token) -> bool:
    """Tell whether what an infinitive says came about at last: "X *had to wait until* 1993 for Y *to recognise* it"."""
    verb = infinitive.head
    if verb.lemma_.lower() not in _WAITING:
        return False
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" else verb
    return _ends_in_past(verb, first_child(above, "aux") or above)


def _ends_in_past(verb: Token, finite: Token) -> bool:
    is_narrated = finite.lower_ == "would"  # "would not recognise X until 1992", but "would not until X left"
    if finite.tag_ != "VBD" and not is_narrated:
        return False
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    limits = (m for clause in (verb, *clauses) for m in clause.children if m.lower_ in _UNTIL)
    limit = next((m for m in limits if m.dep_ in {"mark", "prep"}), None)
    return limit is not None and (not is_narrated or _names_year(limit))


def _names_year(preposition: Token) -> bool:
    return any(t.shape_ == "dddd" for t in preposition.subtree)


def _reaches_down(step: Step, cues: Cues) -> bool:
    if step.link in {"csubj", "nsubj"}:
        return _comes_about(step.token)
    if step.link == "advcl" or _is_cause(step) or is_way(step) or is_setting(step):
        return False
    return not step.is_clause or _is_raising(step.token, cues) or step.token.lemma_.lower() == "deny"


def _is_cause(step: Step) -> bool:
    """Tell whether what is below says for what something is not done: "will not *pay for* basing its fleet there"."""
    is_for = step.link == "pcomp" and step.preposition == "for"
    return is_for and is_verb(step.token) and verb_lemma(step.token) == step.token.lemma_.lower()


def _comes_about(verb: Token) -> bool:
    """Tell whether a verb says that its subject comes about, or with an infinitive below: "failed to begin".

    What its subject is not like comes about all the same: "the decision to annex it was not without controversy".
    """
    if verb.lemma_.lower() == "be" and _says_what_like(verb):
        return False
    below = first_child(verb, "xcomp")
    return verb.lemma_.lower() in _COMING_ABOUT or (
        below is not None and has_infinitive(below) and below.lemma_.lower() in _COMING_ABOUT
    )


def _says_what_like(copula: Token) -> bool:
    """Tell whether a copula says what its subject is like, and not whether it may be so: "is no easy decision"."""
    cues = load_cues()
    said = first_child(copula, "acomp", "attr")
    if said is None:
        return any(c.lower_ == "without" for c in copula.children)
    words = {said.lower_, said.lemma_.lower()}
    possible = cues.possibility_adjectives | cues.possibility_predicatives
    return said.pos_ in {"ADJ", "NOUN"} and not words & possible and not words & _BEING_SO


def _is_raising(token: Token, cues: Cues) -> bool:
    """Tell whether "not" belongs to the clause below: "does not believe that", "it is not true that"."""
    complements = {c.lower_ for c in token.children if c.dep_ in {"acomp", "attr"}}
    return (
        token.lemma_.lower() in cues.negation_raising | cues.negation_conceding
        or is_cleft(token)
        or bool(complements & {"true", "correct", "case"})
    )


def _by_meaning(step: Step, cues: Cues) -> Iterator[Token]:
    token, below = step.token, step.below
    if below is None:
        return
    yield from find_failures(step, cues)
    if _turns_round(token, cues) and step.link in {"xcomp", "pcomp", "pobj"}:
        if not _is_anyones(below) and not _is_deed_of_another(below):  # "opposed to *Israel's* withdrawal"
            yield token
    elif is_verb(token):
        if _is_denying(step, cues) or _is_yet_to_come(step):
            yield token
        yield from _ruled_out(step, cues)
        if step.is_clause:
            yield from (c for c in token.children if c.dep_ == "acomp" and _turns_round(c, cues))
    elif token.pos_ == "NOUN" and (
        token.lemma_.lower() in cues.negation_nouns or _is_opposed(step, cues) or _is_undone(step, cues)
    ):
        yield token


def _turns_round(adjective: Token, cues: Cues) -> bool:
    """Tell whether the contrary holds of what is so: "is *opposed* to recognising X", "was *unable* to annex it"."""
    return adjective.lower_ in cues.negation_adjectives or adjective.lower_ in cues.negation_helpless


def _ruled_out(step: Step, cues: Cues) -> Iterator[Token]:
    """Find what says that an act does not come about: "recognition is *unthinkable*", "is *out* of the question"."""
    below = step.below
    is_act = below is not None and below.lemma_.lower() in cues.possibility_deeds | cues.presupposed_ongoing
    if step.link != "nsubj" or not is_act or step.token.lemma_.lower() not in _COPULAS:
        return
    for child in step.token.children:
        is_nowhere = child.lower_ in {"off", "out"} and any(
            t.lower_ in cues.negation_nowhere for t in child.subtree
        )
        if is_nowhere or (child.dep_ == "acomp" and child.lower_ in cues.negation_impossible):
            yield child


def _is_denying(step: Step, cues: Cues) -> bool:
    lemma = verb_lemma(step.token)
    if _is_refuted(step, cues) or _is_lifted(step, cues) or _is_opposed(step, cues):
        return True
    if _is_left(step, cues) or _is_decided_against(step, cues) or _is_disowned(step, cues):
        return True
    if step.is_clause and step.below is not None:
        is_told = lemma == "deny" or first_child(step.below, "mark") is not None
        return is_told and lemma in cues.negation_disputing
    if lemma not in cues.negation_implicatives or _is_occasion_of(step) or _is_anothers(step, cues):
        return False
    if _is_to_keep_another(step):
        return False
    if step.link in {"dobj", "nsubjpass"} and _goes_on_again(step.token):
        return False
    if step.link == "nsubj":
        return first_child(step.token, "xcomp") is not None and _comes_about(step.token)
    return lemma not in cues.negation_from or step.preposition == "from"


def _is_to_keep_another(step: Step) -> bool:
    """Tell whether somebody acts so that another will not, who may: "sent troops *to stop X from raiding Y*".

    So with the other's deed: "sent troops *to prevent a Greek takeover*".
    """
    is_kept = step.link == "pcomp" and step.preposition == "from"
    if step.link == "dobj" and step.below is not None and verb_lemma(step.token) in _KEEPING:
        cues = load_cues()
        is_asked = step.token.head.lemma_.lower() in cues.possibility_nouns | cues.reporting_nouns
        is_deed = step.below.lemma_.lower() in cues.presupposed_events | cues.presupposed_warfare
        is_kept = is_deed and not is_asked  # no "request to prevent the deployment"
    return is_kept and step.token.dep_ in {"acl", "advcl"} and has_infinitive(step.token)


def _goes_on_again(verb: Token) -> bool:
    """Tell whether what was broken off went on later: "talks were suspended in 1972 and *taken up* again in 1975".

    What is taken has to be the same: not so in "suspended talks and *took the village*".
    """
    later = (c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and verb_lemma(c) in _TAKING_UP)
    return any(first_child(c, "nsubj", "neg") is None and not _has_other_object(c) for c in later)


def _has_other_object(verb: Token) -> bool:
    """Tell whether a verb names what it is done to, and does not take that up: "resumed *fighting*", not "*them*"."""
    thing = first_child(verb, "dobj", "xcomp")
    return thing is not None and thing.pos_ != "PRON"


def _is_occasion_of(step: Step) -> bool:
    """Tell whether what is below says when something is done: "*upon leaving* the union X was blocked by Y"."""
    is_before = step.by is not None and step.by.i < step.token.i and is_verb(step.token)
    return (step.link == "advcl" and not lacks_means(step.token)) or (step.link == "pcomp" and is_before)


def _is_left(step: Step, cues: Cues) -> bool:
    """Tell whether somebody leaves talks or a treaty, and has no part in them: "withdrew from the dialogue with X"."""
    is_out = step.preposition in {"from", "of"}
    is_of_talks = step.below is not None and step.below.lemma_.lower() in cues.negation_left
    is_quit = step.link in {"dobj", "nsubjpass"} and verb_lemma(step.token) in _QUITTING
    return is_of_talks and (is_quit or (is_out and verb_lemma(step.token) in cues.negation_leaving))


def _is_decided_against(step: Step, cues: Cues) -> bool:
    """Tell whether somebody decides not to do something: "voted *against* recognising X"."""
    is_against = step.link == "pcomp" and step.preposition == "against"
    return is_against and verb_lemma(step.token) in cues.negation_deciding


def _is_refuted(step: Step, cues: Cues) -> bool:
    """Tell whether somebody denies an accusation: "dismissed allegations that", "called charges of it baseless"."""
    below = step.below
    said = cues.reporting_alleged | cues.reporting_nouns
    is_said = below is not None and below.lemma_.lower() in said and not _is_anyones(below)
    return is_said and step.link == "dobj" and verb_lemma(step.token) in cues.negation_refuting


def _is_disowned(step: Step, cues: Cues) -> bool:
    """Tell whether somebody says that he does not plan or wish something: "disavowed any intention of annexing X"."""
    is_plan = step.below is not None and step.below.lemma_.lower() in cues.possibility_nouns
    return is_plan and step.link == "dobj" and verb_lemma(step.token) in cues.negation_disowning


def _is_anyones(noun: Token) -> bool:
    """Tell whether a statement is somebody's own: who rejects "China's claim that" does not say the contrary."""
    return first_child(noun, "poss") is not None


def _is_deed_of_another(deed: Token) -> bool:
    """Tell whether a noun is what somebody named does: "opposed to the *annexation* of X *by Russia*"."""
    agents = prepositional_objects(deed).get("by", ()) if deed.pos_ == "NOUN" else ()
    return any(agent.pos_ == "PROPN" for agent in agents)


def _is_opposed(step: Step, cues: Cues) -> bool:
    """Tell whether somebody is against an act of his own: "opposes recognition of X", "objects to recognising X"."""
    below = step.below
    if below is None or step.token.lemma_.lower() not in cues.negation_opposing or step.link == "nsubj":
        return False
    if step.link in {"pcomp", "xcomp"}:
        return first_child(below, "nsubj") is None  # "objects to *X* recognising it"
    return below.lemma_.lower() in cues.negation_acts or _is_joint_act(below, cues)


def _is_joint_act(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun is what one would do with another: "opposes *talks* with X", not "the ongoing talks"."""
    if noun.lemma_.lower() not in cues.negation_joint or is_identified(noun):
        return False
    words = {child.lower_ for child in noun.children}
    return "with" in words and not words & cues.presupposed_existing


def _is_undone(step: Step, cues: Cues) -> bool:
    """Tell whether an act is taken back by the noun above it: "the withdrawal of *recognition* from X"."""
    below = step.below
    is_act = below is not None and below.lemma_.lower() in cues.negation_acts
    return is_act and step.token.lemma_.lower() in cues.negation_undoing


def _is_lifted(step: Step, cues: Cues) -> bool:
    """Tell whether somebody gives up an objection: "dropped its opposition to"."""
    below = step.below
    denials = cues.negation_nouns | cues.negation_opposing
    is_denial = below is not None and below.lemma_.lower() in denials
    return (
        is_denial and step.link in {"dobj", "nsubjpass"} and verb_lemma(step.token) in cues.negation_lifting
    )


def _is_anothers(step: Step, cues: Cues) -> bool:
    """Tell whether a verb is said of what another one has decided: "rejects the decision by X to recognise Y"."""
    below = step.below
    if below is None or below.lemma_.lower() not in cues.negation_owned:
        return False
    if any(c.dep_ == "poss" and c.pos_ != "PRON" for c in below.children):
        return True
    owners = prepositional_objects(below).get("by", ())
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in below.children):  # "the decision of X to recognise Y"
        owners += prepositional_objects(below).get("of", ())
    return any(t.pos_ == "PROPN" for t in owners)


def _is_yet_to_come(step: Step) -> bool:
    """Tell whether the step is "has yet to", "have still to"."""
    has = step.token.lemma_.lower() in {"have", "be", "remain"}
    return has and step.link == "xcomp" and any(c.lower_ in {"yet", "still"} for c in step.token.children)
