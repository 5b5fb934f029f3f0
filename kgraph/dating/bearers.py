"""Which words carry the time of a predicate: its verb, the verb that it hangs on, the treaty by which it came about."""

from collections.abc import Iterator
from itertools import islice

from kgraph.cues import load_cues
from kgraph.propositions.arguments import finite_word, first_child, has_infinitive, is_verb, verb_above
from kgraph.propositions.scopes import Step, reach_of
from kgraph.tokens import Token

__all__ = [
    "BEGINNINGS",
    "BOUNDS",
    "CONCLUDING",
    "ENDINGS",
    "PRESENT",
    "asker_of",
    "carrier",
    "has_mark",
    "instruments_of",
    "is_at_own_time",
    "is_told_of",
    "outbreak_of",
    "shares_subject",
    "time_bearers",
    "when_concluded",
]

PRESENT = frozenset({"VBP", "VBZ"})
BOUNDS = {"since": "{}/", "until": "/{}", "till": "/{}"}
BEGINNINGS = frozenset({"begin", "commence", "initiate", "launch", "open", "start"})
_BREAKING_OUT = frozenset({"break", "erupt", "flare"})
ENDINGS = frozenset({"cease", "end", "expire", "finish"})
# "took control in 1999": since then
_TAKING = frozenset({"assume", "establish", "gain", "regain", "seize", "take"})
# What is announced or agreed to have happened or to be going to is dated with it; what is said, is not.
_DATING_REPORTS = frozenset({"agree", "announce", "decide", "declare", "order"})
_CONSEQUENCES = frozenset({"cause", "lead", "result", "contribute", "prevent"})
_LEADING = frozenset({"culminate", "lead", "result"})  # to or in what comes about then
# Who does so at a time did then what it was done for: "hosted X to launch the dialogue on May 2".
_DONE_WITH = frozenset(
    {"attend", "begin", "conclude", "discuss", "hold", "launch", "mark", "open", "resume", "sign"}
)
# "on March 30 will travel to X for talks", "convened for talks"; who arrives has not met yet
_TRIPS = frozenset({"assemble", "convene", "gather", "meet", "travel", "visit"})
_TOPICAL = frozenset({"about", "concerning", "regarding"})  # "spoke today about the build-up"
_OVER = frozenset({"after", "following"})  # "after Y's rule": what lasted until then
_BESIDE = _OVER | {"during"}  # "spoke after the talks on Friday"
# "declared a protectorate over X in 1884": since then
_FOUNDING = frozenset({"create", "declare", "establish", "form", "found", "impose", "proclaim"})
_HOLDING = frozenset({"have", "hold", "keep", "maintain", "retain"})
# a mandate
_GETTING = frozenset({"accept", "assign", "award", "confer", "get", "grant", "obtain", "receive"})
# What is told to go on at a time, or to break out: "the conflict *simmered* throughout the 1970s".
_GOING_ON = _BREAKING_OUT | {
    *("continue", "drag", "endure", "escalate", "go", "intensify", "last"),
    *("persist", "rage", "remain", "simmer", "smoulder"),
}
_BEING = frozenset({"be", "come", "fall", "lie", "pass", "remain", "stay"})
_WITHIN = frozenset({"beyond", "in", "into", "outside", "under", "within"})  # somebody's control
_DECISIONS = frozenset({"award", "decision", "decree", "judgment", "ruling"})
CONCLUDING = frozenset({"adopt", "conclude", "initial", "sign"})
_FRONTED = frozenset({"by", "in", "under", "with"})
_TERMS = frozenset({"condition", "provision", "term"})
_RULING = frozenset({"administer", "control", "govern", "hold", "rule"})
_HOLDING_LAND = _RULING | {"occupy"}
_LEAVING = frozenset({"abandon", "evacuate", "leave", "lose", "quit", "relinquish", "renounce"})
_LATER = frozenset({"afterwards", "eventually", "finally", "later", "subsequently", "then"})
_EARLIER = frozenset({"first", "initially", "originally"})
_LONG = frozenset({"century", "decade", "generation", "long", "once", "year"})  # before "under Y's rule"


_REMEMBERING = frozenset({"celebrate", "commemorate", "honor", "honour", "mark", "remember"})


def time_bearers(trigger: Token) -> Iterator[tuple[Token, str]]:
    """Give the tokens whose time is the predicate's, nearest first, each with the bound that it sets."""
    reach, token = reach_of(trigger), trigger
    bound = next(filter(None, map(_bound_by, reach.steps)), "")
    for step in reach.steps:
        if step.below is not None and not _shares_time(step):
            return
        token = step.token
        yield token, bound
    if reach.is_given:
        yield from _what_ended(token)
    else:
        yield from ((above, _until(token, above) or bound) for above in _verbs_beside(token, trigger))
    if _is_what_one_of_them_did(token):
        yield from ((above, bound) for above in (verb_above(token),) if above is not None)
    aside = next(filter(_is_of_then, (token, *islice(token.ancestors, 2))), None)
    above = verb_above(aside) if aside is not None else None
    if above is not None:
        yield above, bound


def _is_what_one_of_them_did(verb: Token) -> bool:
    """Tell whether a clause says what something became one of: "in 1991 X *became one of* two that *declared*"."""
    noun = verb.head
    if verb.dep_ != "relcl" or not is_told_of(verb) or noun.head.lower_ != "of":
        return False
    one = noun.head.head
    return one.dep_ == "attr" and one.head.lemma_.lower() == "become"


def _shares_time(step: Step) -> bool:
    """Tell whether what is below happens when what is above does."""
    lemma = step.token.lemma_.lower()
    if lemma == "anniversary" or step.preposition in _TOPICAL:
        return False
    if step.preposition == "for":
        return lemma in _TRIPS
    if step.below is not None and (_is_long_apart(step.below) or _is_held_land(step)):
        return False
    if step.below is not None and has_mark(step.below, "whether"):
        return False
    if step.is_clause:
        is_marked = step.below is not None and first_child(step.below, "mark") is not None
        is_that = step.below is not None and any(c.lower_ == "that" for c in step.below.children)
        return (is_marked and lemma in _DATING_REPORTS) or (is_that and _is_cleft(step.token))
    return step.link != "nsubj" or lemma not in _CONSEQUENCES


def _is_long_apart(verb: Token) -> bool:
    """Tell whether a clause says how long before or after the one above it was: "*ten years after* X left".

    So does what came of it: "became independent in 1918, *only to be* taken".
    """
    if verb.dep_ == "advcl" and has_infinitive(verb) and has_mark(verb, "only"):
        return True
    is_apart = verb.dep_ == "advcl" and any(has_mark(verb, word) for word in ("after", "before"))
    return is_apart and first_child(verb, "npadvmod") is not None


def _is_held_land(step: Step) -> bool:
    """Tell whether a noun only names a land as somebody's: "in 1960 the French *colony* of X broke away".

    What somebody has or makes one, it is when he does: "held a *mandate* over X until 1948".
    """
    noun = step.below
    if noun is None or step.link in {"attr", "oprd"} or step.preposition == "as":
        return False
    if noun.lemma_.lower() not in load_cues().places_owned:
        return False
    having = _HOLDING | _FOUNDING | _GETTING | {"confirm"}
    return step.link != "dobj" or step.token.lemma_.lower() not in having


def _is_cleft(verb: Token) -> bool:
    """Tell whether a clause singles a time out: "it was in 1954 that X occupied Y"."""
    subject = first_child(verb, "nsubj")
    is_it = subject is not None and subject.lower_ == "it" and verb.lemma_.lower() == "be"
    complement = first_child(verb, "attr", "acomp")
    return is_it and (complement is None or complement.ent_type_ == "DATE")


def _bound_by(step: Step) -> str:
    """Give the open end of what began or ended: "launched talks", "took control", "a war ended"."""
    lemma = step.token.lemma_.lower()
    below = step.below.lemma_.lower() if step.below is not None else ""
    is_taken = lemma in _TAKING and below in load_cues().presupposed_states
    is_taken |= lemma in _FOUNDING | _GETTING and below in load_cues().places_owned
    is_begun = lemma in BEGINNINGS and step.link in {"dobj", "nsubj", "nsubjpass", "xcomp"}
    is_begun &= lemma != "launch" or below not in load_cues().presupposed_attacks  # it is over by then
    if is_begun or is_taken:
        return BOUNDS["since"]
    is_over = lemma in ENDINGS and below in load_cues().presupposed_warfare
    return BOUNDS["until"] if is_over and step.link in {"dobj", "nsubj"} else ""


def _what_ended(noun: Token) -> Iterator[tuple[Token, str]]:
    """Give the verb that says when a lasting thing ended: "Nigeria's control ended", "Nigeria ended its control".

    Or from when to when somebody has it, or when it came of something: "since 1991 has had a *conflict* with X", "led
    to the X-Y *War* in 1941". Or when it went on: "the *conflict* simmered", "remained in the *possession* of X".
    """
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    lemma = verb.lemma_.lower()
    is_led_to = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "to"} and lemma in _LEADING
    is_had = noun.dep_ == "dobj" and lemma in _HOLDING | {"confirm"}
    goes_on = noun.dep_ == "nsubj" and lemma in _GOING_ON and noun.lemma_.lower() in _overs()
    if is_led_to or is_had or goes_on or _is_state_of(noun, verb):
        yield verb, ""
    if noun.dep_ == "dobj" and lemma in _GETTING:
        yield verb, BOUNDS["since"]
    if noun.dep_ in {"dobj", "nsubj"} and noun.head.lemma_.lower() in ENDINGS:
        yield noun.head, BOUNDS["until"]


def outbreak_of(fight: Token) -> Token | None:
    """Give the verb that says when a fight broke out that has ended: "a war that *broke out* in 1978 ended in 1987".

    The model may hang it on who fights: "the war between X and *Y* that broke out".
    """
    verb = fight.head
    if fight.dep_ != "nsubj" or verb.lemma_.lower() not in ENDINGS:
        return None
    clauses = (c for c in fight.subtree if c.dep_ in {"acl", "relcl"})
    return next((c for c in clauses if c.lemma_.lower() in BEGINNINGS | _BREAKING_OUT), None)


def _verbs_beside(token: Token, trigger: Token) -> Iterator[Token]:
    """Give the verb whose adjunct the predicate is: "under its control", "after talks", "starting a war"."""
    is_after = (
        token == trigger and token.head.lower_ in _BESIDE and first_child(token.head, "npadvmod") is None
    )
    is_over = token.head.lower_ in _OVER and token.lemma_.lower() in _overs()
    is_by_treaty = token.head.lower_ == "by" and token.lemma_.lower() in load_cues().instruments_nouns
    is_beside = (is_after and not is_over) or is_by_treaty or _is_then_under(token.head)
    verb = token.head.head
    if token.dep_ == "pobj" and is_verb(verb) and (is_beside or _is_state_of(token, verb)):
        yield verb
    yield from _told_by(token)
    # "will be in X on Friday, where he is to meet Y"
    is_place = token.dep_ == "relcl" and has_mark(token, "where")
    above = verb_above(token) if is_place else None
    if above is not None and (above.tag_ != "VBD" or token.tag_ not in PRESENT):
        yield above  # and not of "X, where its troops *are*, broke away in 1990"
    if token.tag_ == "VBD":
        yield from (c for c in token.children if c.dep_ == "advcl" and _is_done_with(c))
    if token.dep_ == "advcl" and token.tag_ == "VBG" and first_child(token, "mark", "nsubj") is None:
        yield token.head
    has_agent = first_child(token, "agent") is not None  # "claimed by A but annexed by B in 1821"
    # "*first* passed to A and became part of B in 1866"
    is_earlier = any(c.lower_ in _EARLIER for c in token.children)
    # "detached the region and ceded it in 1939"
    if token.tag_ in {"VBD", "VBN"} and not has_agent and not is_earlier:
        yield from (
            c
            for c in token.children
            if c.dep_ == "conj" and c.tag_ == token.tag_ and shares_subject(c) and not is_at_own_time(c)
            if token.lemma_.lower() not in _RULING or _until(token, c)
        )


def _is_state_of(noun: Token, verb: Token) -> bool:
    """Tell whether a noun says how it was when its verb says: "lay *outside* X's *control*"."""
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and verb.lemma_.lower() in _BEING
    return is_within and noun.lemma_.lower() in load_cues().presupposed_states


def _told_by(token: Token) -> Iterator[Token]:
    """Give what tells when a clause was so: "X *protested* when Y attacked", "carried out *strikes* targeting Y"."""
    above = token.head
    is_past = token.tag_ == "VBD" and above.tag_ in {"VBD", "VBN"}
    if token.dep_ == "advcl" and is_past and has_mark(token, "when"):
        yield above
    is_strike = above.lemma_.lower() in load_cues().presupposed_attacks
    if token.dep_ == "acl" and token.tag_ == "VBG" and is_strike:
        yield above
        yield from (above.head,) if above.dep_ in {"dobj", "nsubjpass"} else ()


def _until(verb: Token, above: Token) -> str:
    """Give the bound of a rule that ended with what was done next: "governed X and *returned* it in 1930"."""
    is_given_up = above.dep_ == "conj" and above.head == verb and verb.lemma_.lower() in _HOLDING_LAND
    ending = load_cues().references_handing | _LEAVING
    return BOUNDS["until"] if is_given_up and above.lemma_.lower() in ending else ""


def _overs() -> frozenset[str]:
    """Give the nouns of what is over when something is done after it; but "spoke after the talks on Friday"."""
    cues = load_cues()
    return cues.presupposed_states | cues.presupposed_warfare | cues.presupposed_events


def _is_of_then(token: Token) -> bool:
    """Tell whether something was so when its verb says: "in 1898 took X, *then* a colony", "which *then* ruled X"."""
    is_aside = token.dep_ == "appos" or (token.dep_ == "relcl" and token.tag_ == "VBD")
    return is_aside and any(c.lower_ == "then" for c in token.children)


def _is_then_under(preposition: Token) -> bool:
    """Tell whether something is under somebody when its verb says, and not "for *centuries* under Y's rule" before."""
    return preposition.lower_ == "under" and preposition.nbor(-1 if preposition.i else 0).lemma_ not in _LONG


def is_at_own_time(verb: Token) -> bool:
    """Tell whether a verb of a row has its time before it: "occupied X, and *in 1981* extended its law to it"."""
    return any(c.i < verb.i and (c.dep_ in {"npadvmod", "prep"} or c.lower_ in _LATER) for c in verb.children)


def _is_done_with(verb: Token) -> bool:
    return verb.lemma_.lower() in _DONE_WITH and has_infinitive(verb)


def shares_subject(verb: Token) -> bool:
    """Tell whether a verb of a row has no subject of its own: "X seized it and *annexed* it"."""
    return first_child(verb, "nsubj", "nsubjpass") is None


def is_told_of(verb: Token) -> bool:
    """Tell whether a verb tells what was done: "*annexed*", "was *annexed*", but not "had *annexed*" before."""
    finite = finite_word(verb)
    return verb.tag_ in {"VBD", "VBN"} and finite.tag_ == "VBD" and finite.lower_ != "had"


def carrier(trigger: Token) -> Token:
    """Give the verb of a noun that is its subject, stands "under" ("placed under its rule"), or is what ended."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "under":
        return trigger.head.head
    is_ended = trigger.dep_ == "dobj" and trigger.head.lemma_.lower() in ENDINGS
    return trigger.head if trigger.dep_ == "nsubjpass" or is_ended else trigger


def asker_of(verb: Token) -> Token | None:
    """Give the verb by which somebody was asked or brought to do something: "*asked* X to leave A *in 1995*".

    So is what was done for a purpose: "*sent* soldiers to guard the border *in 1995*".
    """
    asker = verb.head
    if not has_infinitive(verb) or asker.tag_ not in {"VBD", "VBN"}:
        return None
    is_call = asker.lemma_.lower() == "call" and any(c.lower_ == "on" for c in asker.children)
    is_asked = is_call or asker.lemma_.lower() in load_cues().support_causing
    is_for = verb.dep_ == "advcl" and verb.i > asker.i and asker.tag_ == "VBD"
    is_for &= verb.lemma_.lower() not in _REMEMBERING
    return asker if is_for or (verb.dep_ in {"ccomp", "xcomp"} and is_asked) else None


def instruments_of(verb: Token) -> Iterator[Token]:
    """Find the treaties and decisions by which something came about: they did it, or it was by them."""
    nouns = load_cues().instruments_nouns | load_cues().bodies_nouns | _DECISIONS
    below = [c for c in verb.children if c.dep_ == "nsubj"]
    for preposition in verb.children:
        if preposition.lower_ in {"under", "by", "in", "with", "through"}:
            below += [_whole(c) for c in preposition.children if c.dep_ == "pobj"]
    if verb.lemma_.lower() in CONCLUDING:
        below += [c for c in verb.children if c.dep_ == "dobj"]
    if verb.dep_ == "conj" and is_verb(verb.head):  # "*under the treaty* X got A and Y gave up B"
        below += [_whole(c) for p in verb.head.lefts if p.lower_ in _FRONTED for c in p.children]
    above = [verb.head] if verb.dep_ in {"acl", "relcl"} else []
    yield from (noun for noun in (*below, *above) if noun.lemma_.lower() in nouns)


def _whole(noun: Token) -> Token:
    """Give the instrument whose terms a noun is: "under the *terms* of the treaty"."""
    of = first_child(noun, "prep") if noun.lemma_.lower() in _TERMS else None
    return (first_child(of, "pobj") or noun) if of is not None and of.lower_ == "of" else noun


def when_concluded(instrument: Token) -> list[Token]:
    """Give the verbs that say when an instrument was made: "in a treaty that they signed on 6 March"."""
    clauses = [c for c in instrument.children if c.dep_ in {"acl", "relcl"}]
    clauses += [instrument.head] if instrument.dep_ == "dobj" else []
    return [c for c in clauses if c.lemma_.lower() in CONCLUDING]


def has_mark(verb: Token, word: str) -> bool:
    """Tell whether a clause opens with a word: "*since* X fell"."""
    return any(c.lower_ == word and c.dep_ in {"mark", "advmod"} for c in verb.children)
