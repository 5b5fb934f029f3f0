"""What the text takes as given, whatever is said of it: "rejected *Japan's claim*", "to settle *the dispute*"."""

from kgraph.cues import Cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_definite, is_verb, joined_lemma
from kgraph.propositions.clauses import verb_lemma
from kgraph.propositions.scopes.definiteness import is_identified, is_owned
from kgraph.propositions.scopes.governors import is_placement
from kgraph.propositions.scopes.steps import Step
from kgraph.times import SPANS
from kgraph.tokens import Token

__all__ = ["is_done_with", "is_given"]

_RESUMING = frozenset({"join", "reopen", "restart", "resume", "return", "start"})
_AT = frozenset({"at", "from", "in", "inside", "on"})


def is_given(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a noun, be it the last of a list, is taken as given by what stands above it.

    What something is said or made to be is told there: "was declared *a protectorate*".
    """
    if step.link == "oprd":
        return False
    if (
        _is_proper(step, noun, cues)
        or _is_dated(noun)
        or _is_there(step, noun, cues)
        or _is_to_stop(step, noun, cues)
    ):
        return True
    if (ending := _ending_of(step, noun)) is not None:
        is_over = ending.lemma_.lower() in cues.presupposed_endings | cues.presupposed_stopping
        return is_over and _lasts(noun, cues)
    if noun.pos_ != "NOUN" or (step.by is not None and is_placement(step.by)):
        return False
    return _is_given_by_kind(step, noun, cues)


def is_done_with(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a clause says that what a noun means was done: "to postpone the *case* that X *had filed*"."""
    if noun.pos_ != "NOUN" or not is_definite(noun) or verb_lemma(step.token) == "deny":
        return False
    done = (c for c in noun.children if c.dep_ == "relcl" and c.tag_ in {"VBD", "VBN"})
    return any(_is_done(verb, cues) for verb in done)


def _is_done(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody did what a light verb of the past says: "which X *had filed*", "that X *made*"."""
    lemma = verb.lemma_.lower()
    is_light = lemma in cues.support_verbs and lemma not in cues.possibility_verbs
    is_own = first_child(verb, "nsubj") is not None and first_child(verb, "neg") is None
    helping = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return is_light and is_own and helping <= {"had", "has", "have"} and (verb.tag_ == "VBD" or bool(helping))


def _is_given_by_kind(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether what is above takes a noun as given: which verbs do so goes by what the noun is of."""
    above = step.token
    lemma, governor = joined_lemma(noun), above.lemma_.lower()
    if lemma == "decision" and governor in cues.presupposed_undoing:
        return is_identified(noun)
    if lemma in cues.presupposed_ongoing:
        # "to *include* X in talks with Y", "has not *commented* on talks with Y"
        if (governor, step.preposition) in {("include", "in"), ("comment", "on")}:
            return True
        is_about = verb_lemma(above) in cues.presupposed_aspectual or _is_of_effect(step, cues)
        return (is_about or _is_joined(step)) and is_identified(noun)
    if lemma in cues.presupposed_warfare and _is_going_on(noun, above, cues):
        return True
    if lemma in cues.places_owned and _is_held_land(step, noun, cues):
        return True
    if lemma in cues.presupposed_warfare | cues.presupposed_events and _is_joined(step):
        return is_definite(noun) and is_owned(noun)
    if lemma in cues.instruments_nouns and _is_anyhow(noun, above, cues):
        return True
    if lemma in cues.presupposed_events:
        is_topic = governor in cues.presupposed_topics and is_owned(noun)
        is_topic |= step.link == "nsubj" and is_owned(noun) and _is_said_to_be(above, cues.presupposed_lawful)
        return is_topic or (governor in cues.presupposed_stands and _is_given_event(noun, above, cues))
    if lemma in cues.presupposed_states or any(c.lower_ == "disputed" for c in noun.children):
        return governor in cues.presupposed_endings or _is_given_state(noun, above, cues)
    is_full = step.link == "dobj" and governor not in cues.presupposed_light
    return is_full and is_owned(noun) and _is_example(noun, cues)


def _is_proper(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a noun names one war or one process: "its role in the First Chechen *War*", "the EU *Dialogue*".

    What is to be taken up again is not going on: "to *resume* the Dialogue".
    """
    if noun.pos_ != "PROPN" or not is_definite(noun) or step.token.lemma_.lower() in _RESUMING:
        return False
    return noun.lemma_.lower() in cues.presupposed_warfare | cues.presupposed_ongoing


def _is_there(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a noun is told to be there: "an *existing* force", "will increase *its* contingent in X".

    So are forces and bases where something is not, or may be, done: "would not be held in the U.S. base on X".
    """
    if noun.pos_ != "NOUN":
        return False
    if any(c.dep_ == "amod" and c.lower_ in cues.presupposed_existing for c in noun.children):
        return verb_lemma(step.token) != "deny"
    if step.link == "dobj" and verb_lemma(step.token) in cues.presupposed_resizing:
        return is_owned(noun)
    is_place = step.preposition in _AT and is_verb(step.token)
    return is_place and noun.lemma_.lower() in cues.agents_served and is_identified(noun)


def _is_to_stop(step: Step, done: Token, cues: Cues) -> bool:
    """Tell whether somebody is to end what he does: "urged X to *stop its attacks* on Y", "to stop attacking Y"."""
    verb = step.token
    if verb.lemma_.lower() not in cues.presupposed_stopping or step.link not in {"dobj", "xcomp"}:
        return False
    is_asked = has_infinitive(verb) and verb_lemma(verb.head) in cues.possibility_verbs and verb.head != verb
    if not is_asked and not any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children):
        return False
    lasting = cues.presupposed_warfare | cues.presupposed_states | cues.presupposed_events
    is_own = done.lemma_.lower() in lasting and first_child(done, "poss") is not None
    return is_own or (done.tag_ == "VBG" and step.link == "xcomp")


def _is_dated(noun: Token) -> bool:
    """Tell whether a noun is of somebody and a year: "data to augment its *2001* submission"."""
    is_of_year = any(c.shape_ == "dddd" and c.dep_ in {"compound", "nummod"} for c in noun.children)
    return is_of_year and noun.pos_ == "NOUN" and any(c.dep_ == "poss" for c in noun.children)


def _ending_of(step: Step, noun: Token) -> Token | None:
    """Give what ends so long a time of something: "to *end* thirty years of fighting", "an *end* to years of it"."""
    span = step.token
    if noun.dep_ != "pobj" or step.preposition != "of" or span.lemma_.lower() not in SPANS:
        return None
    if span.dep_ == "dobj":
        return span.head
    return span.head.head if span.dep_ == "pobj" and span.head.lower_ == "to" else None


def _lasts(noun: Token, cues: Cues) -> bool:
    return joined_lemma(noun) in cues.presupposed_warfare | cues.presupposed_states | cues.presupposed_events


def _is_joined(step: Step) -> bool:
    """Tell whether somebody is to join what others do: "refused to join *the US-led war* on X"."""
    return step.token.lemma_.lower() == "join" and step.link == "dobj"


def _is_of_effect(step: Step, cues: Cues) -> bool:
    """Tell whether a verb says what comes of talks that there are: "does not *benefit* the peace process".

    So it does of what becomes of them: "if the talks *collapse*".
    """
    lemma = verb_lemma(step.token)
    becoming = step.link == "nsubj" and lemma in cues.presupposed_becoming
    return becoming or (step.link == "dobj" and lemma in cues.presupposed_affecting)


def _is_going_on(warfare: Token, above: Token, cues: Cues) -> bool:
    """Tell whether fighting is there for whoever is to end it, takes a stand on it, or is to make more of his own."""
    governor = above.lemma_.lower()
    if verb_lemma(above) in cues.presupposed_continuing:
        return True
    if verb_lemma(above) in cues.presupposed_aspectual or governor in cues.presupposed_stands:
        return is_owned(warfare) and not _is_threatened(above, cues)
    is_ended = governor in cues.presupposed_endings or governor in cues.presupposed_stopping
    return is_ended and (is_identified(warfare) or any(c.lower_ == "by" for c in warfare.children))


def _is_threatened(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody threatens to do something more: "*vowed* to step up its attacks"."""
    return has_infinitive(verb) and verb.head.lemma_.lower() in cues.presupposed_threatening


def _is_anyhow(instrument: Token, above: Token, cues: Cues) -> bool:
    """Tell whether a treaty is there whatever is done to it, or is that of others: "rejected the accord between"."""
    if verb_lemma(above) in cues.presupposed_keeping:
        return True
    made = (c for c in instrument.children if c.dep_ == "acl" and c.lemma_.lower() in cues.instruments_made)
    is_others = any(c.lower_ == "between" for t in (instrument, *made) for c in t.children)
    is_any = any(c.lower_ == "any" for c in instrument.children)
    is_stand = above.lemma_.lower() in cues.presupposed_stands
    return is_others and is_stand and (is_any or is_definite(instrument))


def _is_given_event(noun: Token, above: Token, cues: Cues) -> bool:
    """Tell whether something came about; who opposes what names nobody else has not done it himself."""
    is_others = is_owned(noun) or any(c.lower_ == "by" for c in noun.children)
    return is_others or (is_identified(noun) and above.lemma_.lower() not in cues.negation_opposing)


def _is_given_state(noun: Token, above: Token, cues: Cues) -> bool:
    governor = verb_lemma(above)
    if governor in cues.presupposed_looked_forward_to:
        return False  # "feared German control of the island", "the accord allows Panamanian control"
    if above.pos_ == "NOUN":
        is_stand = governor in cues.presupposed_stands and is_owned(noun)  # "rejection of China's claim"
        return (is_stand or governor not in cues.negation_nouns) and (
            is_identified(noun) or governor not in cues.possibility_nouns
        )
    if _is_said_to_be(above, cues.presupposed_debatable):  # "its sovereignty over X is not *in doubt*"
        return is_owned(noun)
    if governor in cues.presupposed_light or not is_verb(above):
        return False
    is_others = governor in cues.presupposed_stands and any(c.lower_ == "by" for c in noun.children)
    return noun.dep_ in {"nsubj", "nsubjpass"} or is_identified(noun) or is_others


def _is_held_land(step: Step, colony: Token, cues: Cues) -> bool:
    """Tell whether a noun only names a land as somebody's: "what to do about the French *colony* of X"."""
    governor = verb_lemma(step.token)
    is_had = step.link == "dobj" and governor in cues.presupposed_light
    is_made = step.link == "attr" or step.preposition in {"as", "into"}
    return is_definite(colony) and not (is_had or is_made or governor in cues.presupposed_looked_forward_to)


def _is_said_to_be(copula: Token, kinds: frozenset[str]) -> bool:
    """Tell whether a clause is about how certain, open or lawful its subject is: "is not *open* to discussion"."""
    if copula.lemma_ != "be":
        return False
    said = (c for c in copula.children if c.i > copula.i and c.dep_ in {"acomp", "advmod", "prep"})
    words = (t for c in said for t in (c, first_child(c, "pobj") or c))
    return any(t.lemma_.lower() in kinds for t in words)


def _is_example(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun says nothing of how real its complement is: "Russia's example in recognising"."""
    if noun.lemma_.lower() in cues.possibility_nouns | cues.negation_nouns | cues.negation_opposing:
        return False
    return any(c.dep_ == "prep" and first_child(c, "pcomp") is not None for c in noun.children)
