"""How far a qualifier reaches: the way up from a predicate through all that a cue above it would govern.

A cue reaches down through complements (object, infinitive, clause) but not into adjuncts: "never visited the
islands that Japan claims" denies the visit, not the claim. Nor does it reach what the text takes as given:
whoever rejects "Japan's claim" or hopes to settle "the dispute" says that there is one.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import (
    first_child,
    has_infinitive,
    is_beyond_semicolon,
    is_definite,
    joined_lemma,
    opens_with_that,
)
from kgraph.propositions.clauses import is_deed_judged, verb_lemma

__all__ = [
    "Reach",
    "Step",
    "first_of_list",
    "goes_on",
    "is_alleged",
    "is_cleft",
    "is_refuted",
    "is_verb",
    "is_way",
    "is_wished",
    "reach_of",
    "shared_auxiliaries",
]

_COMPLEMENT = frozenset({"xcomp", "ccomp", "dobj", "attr", "acomp", "csubj", "nsubj", "nsubjpass", "oprd"})
_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "on",
        "in",
        "to",
        "at",
        "from",
        "with",
        "into",
        "as",
        "about",
        "against",
        "toward",
        "towards",
        "upon",
    }
)
_CONTINGENTS = frozenset({"contingent", "deployment", "force", "garrison", "mission", "presence"})
_RENTS = frozenset({"fee", "rent", "rental", "toll"})
_AT = frozenset({"at", "from", "in", "inside", "on"})
_MAX_STEPS = 12
_SPANS = frozenset({"century", "day", "decade", "month", "week", "year"})


@dataclass(frozen=True, slots=True)
class Step:
    """A token on the way up, the one below through which it was reached, and the preposition between them."""

    token: Token
    below: Token | None = None
    by: Token | None = None

    @property
    def link(self) -> str:
        """Name the syntactic label of what is below; empty at the start."""
        if self.below is None:
            return ""
        return "xcomp" if self.below.dep_ == "advcl" and _is_gerund_object(self.below) else self.below.dep_

    @property
    def preposition(self) -> str:
        """Name the preposition between them; empty where there is none."""
        return self.by.lower_ if self.by is not None else ""

    @property
    def is_clause(self) -> bool:
        """Tell whether what is below is a finite clause of its own, and no "make X claim", "allow X to cross"."""
        below = self.below
        if below is None or self.link not in {"ccomp", "relcl"}:
            return False
        is_small = below.pos_ == "ADJ" and first_child(below, "mark") is None  # "find it *easier* to leave"
        return not is_small and not _is_bare(below)


@dataclass(frozen=True, slots=True)
class Reach:
    """The steps up to the last whose cues reach a predicate; `is_given` where the text presupposes it."""

    steps: tuple[Step, ...]
    is_given: bool


def reach_of(trigger: Token) -> Reach:
    """Climb from a predicate to what governs it, as far as a cue there reaches down to it."""
    steps = [Step(trigger)]
    while len(steps) < _MAX_STEPS:
        below = steps[-1].token
        step = _governor(first_of_list(below)) or (_maker(below) if below == trigger else None)
        if step is None:
            break
        if _is_given(step, below, load_cues()):
            return Reach(tuple(steps), is_given=True)
        steps.append(step)
    return Reach(tuple(steps), is_given=False)


def first_of_list(token: Token) -> Token:
    """Give the first conjunct, which has the governor of all; a clause with its own subject stands alone."""
    while token.dep_ == "conj" and token.pos_ in {"VERB", "AUX", "NOUN"} and token.head != token:
        if is_verb(token) and first_child(token, "nsubj", "nsubjpass") is not None:
            break
        token = token.head
    return token


def _governor(token: Token) -> Step | None:
    head = token.head
    if head == token or (is_verb(token) and is_beyond_semicolon(token, head)):
        return None
    if token.dep_ in {"pobj", "pcomp"}:
        return _above_preposition(token, head)
    if token.dep_ == "relcl" and (head.lower_ == "case" or is_cleft(head.head)):  # "it is not the case that"
        return Step(head.head, token)
    if token.dep_ == "nsubj" and not is_verb(head):
        return None
    if token.dep_ in _COMPLEMENT or (token.dep_ in {"acl", "advcl", "relcl"} and has_infinitive(token)):
        return Step(head, token)
    if is_alleged(token, load_cues()) or is_wished(token, load_cues()):
        return Step(head, token)
    if token.dep_ == "advcl" and _is_gerund_object(token):
        return Step(head, token)
    return None


def _maker(clause: Token) -> Step | None:
    """Give the step to who makes a document of which a clause says what it does: "refused to sign *a decree* ceding X".

    Whatever "the decree" or "its map" says is there.
    """
    noun, subject = clause.head, first_child(clause, "nsubj")
    is_relative = clause.dep_ == "relcl" and subject is not None and subject.tag_ == "WDT"
    if not (is_relative or (clause.dep_ == "acl" and clause.tag_ == "VBG")) or noun.dep_ != "dobj":
        return None
    article = first_child(noun, "det")
    is_new = article is not None and article.lower_ in {"a", "an", "any"}
    cues = load_cues()
    documents = cues.reporting_documents | cues.instruments_nouns | cues.bodies_rulings
    return Step(noun.head, noun) if is_new and noun.lemma_.lower() in documents else None


def is_alleged(token: Token, cues: Cues) -> bool:
    """Tell whether a clause is what an accusation of nobody known is of: "allegations that X attacked Y".

    What somebody refutes is no more than that: "dismissed a report that X attacked Y".
    """
    noun = token.head
    lemma = noun.lemma_.lower()
    is_said = lemma in cues.reporting_alleged or (lemma in cues.reporting_nouns and is_refuted(noun, cues))
    if noun.pos_ != "NOUN" or not is_said or _is_owned(noun):
        return False
    is_said_so = opens_with_that(token)
    return token.dep_ in {"acl", "ccomp", "relcl"} and (is_said_so or _is_whole(token))


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause says what a report is of though no "that" opens it: "denied reports *X hit Y*"."""
    subject = first_child(clause, "nsubj", "nsubjpass")
    is_said = subject is not None and subject.tag_ not in {"WDT", "WP"}
    return is_said and first_child(clause, "dobj", "prep", "acomp", "attr", "xcomp") is not None


def is_wished(token: Token, cues: Cues) -> bool:
    """Tell whether a clause is what a demand or fear is of: "Argentina's demand that X return the islands".

    Who insists that something *is* so only says so.
    """
    is_that = opens_with_that(token)
    is_content = is_that and token.dep_ in {"acl", "ccomp", "relcl"} and token.head.pos_ == "NOUN"
    lemma = token.head.lemma_.lower()
    is_said = lemma in cues.reporting_nouns and token.tag_ in {"VBZ", "VBD"}
    return is_content and lemma in cues.possibility_wished and not is_said


def is_cleft(copula: Token) -> bool:
    """Tell whether "not" on a copula denies what follows: "it was not its soldiers who", but "not X but Y who"."""
    subject, said = first_child(copula, "nsubj"), first_child(copula, "attr")
    is_it = subject is not None and subject.lower_ == "it" and copula.lemma_.lower() == "be"
    is_contrast = said is not None and any(c.lower_ == "but" for c in (*said.children, *copula.children))
    known = load_cues().negation_evident | {"case"}  # "it is no *secret* that X claims Y"
    return is_it and said is not None and said.lower_ not in known and not is_contrast


def is_refuted(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun is what somebody says is not so: "dismissed a report"."""
    return noun.dep_ == "dobj" and verb_lemma(noun.head) in cues.negation_refuting


def _is_gerund_object(verb: Token) -> bool:
    """Tell whether a gerund right after a verb is its object: "ruled out recognising"."""
    before = verb.nbor(-1) if verb.i else verb
    return verb.tag_ == "VBG" and (before == verb.head or (before.head == verb.head and before.dep_ == "prt"))


def _above_preposition(token: Token, preposition: Token) -> Step | None:
    first = preposition
    while (
        first.dep_ == "conj" and first.head.pos_ == "ADP" and first.head != first
    ):  # "for a match and for talks"
        first = first.head
    noun = _stand_before(first)
    if noun is not None:
        return Step(noun, token, preposition)
    if _is_ground(first) or _is_rented(token, first) or is_deed_judged(token, first):
        return None
    if (
        token.dep_ == "pcomp" and first.lower_ == "with" and first.i < first.head.i
    ):  # "with X *holding* it, Y left"
        return None
    return (
        Step(first.head, token, preposition)
        if (
            first.lower_ in _PREPOSITIONS
            or _is_means(token, first)
            or _is_placement(first)
            or _is_way_of(token, first)
        )
        and first.head != first
        else None
    )


def _is_ground(preposition: Token) -> bool:
    """Tell whether a phrase says why something is done: "in response to", "as a result of"."""
    noun = preposition.head
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in {"as", "in"}
    return is_within and noun.lemma_.lower() in load_cues().presupposed_grounds


def _is_rented(token: Token, preposition: Token) -> bool:
    """Tell whether a rent is for what somebody does: "will pay no higher *rent* for basing its fleet on X"."""
    if token.dep_ != "pcomp" or preposition.lower_ != "for":
        return False
    paid = (preposition.head, first_child(preposition.head, "dobj"))
    return any(noun is not None and noun.lemma_.lower() in _RENTS for noun in paid)


def _stand_before(preposition: Token) -> Token | None:
    """Give the noun that a preposition goes with where the parser hangs it on the verb: "lifted its objection to X"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    is_object = before.dep_ == "dobj" and before.head == preposition.head and preposition.lower_ == "to"
    cues = load_cues()
    return (
        before
        if is_object and before.lemma_.lower() in cues.negation_nouns | cues.negation_opposing
        else None
    )


def _is_placement(preposition: Token) -> bool:
    """Tell whether a place is said to be under somebody's rule: "came under Russian control"."""
    return preposition.lower_ == "under" and verb_lemma(preposition.head) in load_cues().predicated_placing


def _is_means(token: Token, preposition: Token) -> bool:
    """Tell whether a clause says how what is above comes about: "plans to help by sending troops"."""
    return token.dep_ == "pcomp" and preposition.lower_ == "by"


def _is_way_of(noun: Token, preposition: Token) -> bool:
    """Tell whether talks are how something comes about: "hopes to settle it *through talks* with X"."""
    is_talk = joined_lemma(noun) in load_cues().presupposed_ongoing
    return is_talk and preposition.lower_ in {"through", "via"}


def is_way(step: Step) -> bool:
    """Tell whether talks below are how something comes about: there may be some though it does not."""
    return step.by is not None and step.below is not None and _is_way_of(step.below, step.by)


def goes_on(steps: tuple[Step, ...]) -> bool:
    """Tell whether what will or may be so is so today: "will *continue* the talks", "may *keep* its troops there"."""
    cues = load_cues()
    aimed_at = {step.token for step in steps if step.below is not None and has_infinitive(step.below)}
    return any(
        _is_retained(step, cues) or (_is_continued(step, cues) and step.below not in aimed_at)
        for step in steps
    )


def _is_retained(step: Step, cues: Cues) -> bool:
    """Tell whether somebody is to keep what is told to be his: "*its* troops", "the stay of *its* peacekeepers"."""
    kept = first_child(step.token, "dobj")
    if kept is None or not is_verb(step.token) or step.below not in {None, kept}:
        return False
    if kept.lemma_.lower() in cues.possibility_nouns:  # "keeps its promise to leave"
        return False
    inner = (o for c in kept.children if c.lower_ == "of" for o in c.children)
    is_owned = any(first_child(noun, "poss") is not None for noun in (kept, *inner))
    lemma = step.token.lemma_.lower()
    is_resized = lemma in cues.presupposed_resizing - {"reduce"} and kept.lemma_.lower() in _CONTINGENTS
    return is_owned and (is_resized or lemma in cues.presupposed_retaining)


def _is_continued(step: Step, cues: Cues) -> bool:
    """Tell whether talks go on that there are, be they told of or not: "will continue negotiations with X".

    What they are to bring about is yet to come: "continue talks *to settle* the dispute".
    """
    is_talk = step.below is not None and joined_lemma(step.below) in cues.presupposed_ongoing
    return is_talk and step.link == "dobj" and step.token.lemma_.lower() == "continue"


def _is_given(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a noun, be it the last of a list, is taken as given by what stands above it."""
    above = step.token
    if _is_proper(noun, cues) or _is_dated(noun) or _is_there(step, noun, cues):
        return True
    if _is_to_stop(step, noun, cues):
        return True
    if (longer := _span_of(step, noun)) is not None:
        return longer.head.lemma_.lower() in cues.presupposed_endings and _lasts(noun, cues)
    if noun.pos_ != "NOUN" or (step.by is not None and _is_placement(step.by)):
        return False
    lemma, governor = joined_lemma(noun), above.lemma_.lower()
    if lemma == "decision" and governor in cues.presupposed_undoing:
        return _is_identified(noun)
    if lemma in cues.presupposed_ongoing:
        return _is_identified(noun) and (
            verb_lemma(above) in cues.presupposed_aspectual or _is_of_effect(step, cues)
        )
    if lemma in cues.presupposed_warfare and _is_going_on(noun, above, cues):
        return True
    if lemma in cues.instruments_nouns and _is_anyhow(noun, above, cues):
        return True
    if lemma in cues.presupposed_events:
        is_topic = governor in cues.presupposed_topics and _is_owned(noun)
        return is_topic or (governor in cues.presupposed_stands and _is_given_event(noun, above, cues))
    if lemma in cues.presupposed_states or any(c.lower_ == "disputed" for c in noun.children):
        return governor in cues.presupposed_endings or _is_given_state(noun, above, cues)
    return (
        _is_owned(noun)
        and step.link == "dobj"
        and _is_example(noun, cues)
        and governor not in cues.presupposed_light
    )


def _is_proper(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun names one war or one process: "its role in the First Chechen *War*", "the EU *Dialogue*"."""
    if noun.pos_ != "PROPN" or not is_definite(noun):
        return False
    return noun.lemma_.lower() in cues.presupposed_warfare | cues.presupposed_ongoing


def _is_there(step: Step, noun: Token, cues: Cues) -> bool:
    """Tell whether a noun is told to be there: "an *existing* force", "will increase *its* contingent in X".

    So are forces and bases where something is not, or may be, done: "would not be held in the U.S. base on X".
    """
    if noun.pos_ != "NOUN":
        return False
    if any(c.dep_ == "amod" and c.lower_ in cues.presupposed_existing for c in noun.children):
        return True
    if step.link == "dobj" and verb_lemma(step.token) in cues.presupposed_resizing:
        return _is_owned(noun) or first_child(noun, "poss") is not None
    is_place = step.preposition in _AT and is_verb(step.token)
    return is_place and noun.lemma_.lower() in cues.agents_served and _is_identified(noun)


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


def _span_of(step: Step, noun: Token) -> Token | None:
    """Give "years" of "to end thirty *years* of fighting"."""
    is_of = noun.dep_ == "pobj" and step.preposition == "of"
    return step.token if is_of and step.token.lemma_.lower() in _SPANS and step.token.dep_ == "dobj" else None


def _lasts(noun: Token, cues: Cues) -> bool:
    return joined_lemma(noun) in cues.presupposed_warfare | cues.presupposed_states | cues.presupposed_events


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
    if verb_lemma(above) in cues.presupposed_aspectual or governor in cues.presupposed_stands:
        return _is_owned(warfare) and not _is_threatened(above, cues)
    is_ended = governor in cues.presupposed_endings or governor in cues.presupposed_stopping
    return is_ended and (_is_identified(warfare) or any(c.lower_ == "by" for c in warfare.children))


def _is_threatened(verb: Token, cues: Cues) -> bool:
    """Tell whether somebody threatens to do something more: "*vowed* to step up its attacks", not to continue them."""
    is_new = verb.lemma_.lower() != "continue"
    return is_new and has_infinitive(verb) and verb.head.lemma_.lower() in cues.presupposed_threatening


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
    is_others = _is_owned(noun) or any(c.lower_ == "by" for c in noun.children)
    return is_others or (_is_identified(noun) and above.lemma_.lower() not in cues.negation_opposing)


def _is_given_state(noun: Token, above: Token, cues: Cues) -> bool:
    governor = verb_lemma(above)
    if governor in cues.presupposed_looked_forward_to:
        return False  # "feared German control of the island", "the accord allows Panamanian control"
    if above.pos_ == "NOUN":
        is_stand = governor in cues.presupposed_stands and _is_owned(noun)  # "rejection of China's claim"
        return (is_stand or governor not in cues.negation_nouns) and (
            _is_identified(noun) or governor not in cues.possibility_nouns
        )
    if governor in cues.presupposed_light or not is_verb(above):
        return False
    return noun.dep_ in {"nsubj", "nsubjpass"} or _is_identified(noun)


def _is_example(noun: Token, cues: Cues) -> bool:
    """Tell whether a noun says nothing of how real its complement is: "Russia's example in recognising"."""
    return (
        noun.lemma_.lower() not in cues.possibility_nouns | cues.negation_nouns | cues.negation_opposing
        and any(child.dep_ == "prep" and first_child(child, "pcomp") is not None for child in noun.children)
    )


def _is_identified(noun: Token) -> bool:
    """Tell whether a noun takes as known which one it means, or whose it is."""
    return _is_owned(noun) or is_definite(noun)


def _is_owned(noun: Token) -> bool:
    """Tell whether the noun names its bearer before it: "Japan's claim", "Moroccan administration"."""
    return any(
        c.dep_ == "poss" or (c.dep_ in {"amod", "compound", "nmod"} and c.text[:1].isupper() and _is_name(c))
        for c in noun.children
    )


def _is_name(word: Token) -> bool:
    """Tell whether a capital says something: not that of a sentence's first word, unless the model sees a name."""
    return word.i > word.sent.start or word.pos_ == "PROPN" or word.ent_type_ in {"NORP", "GPE"}


def _is_bare(verb: Token) -> bool:
    return has_infinitive(verb) or (verb.tag_ == "VB" and first_child(verb, "aux") is None)


def is_verb(token: Token) -> bool:
    """Tell whether the token is tagged as a verb, full or auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def shared_auxiliaries(verb: Token) -> list[Token]:
    """Give the auxiliaries and "not" that a bare conjunct shares with the first: "will not sign or join".

    The second of three may share them in its turn, and may be misread for a plural: "would cut, suspend and take".
    """
    if verb.dep_ != "conj" or not is_verb(verb) or verb.tag_ not in _SHARING:
        return []
    if any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children):
        return []
    head = verb.head
    if head.tag_ not in _SHARING[verb.tag_] or (verb.tag_ == "VBD" and not _has_perfect(head)):
        return []
    own = [c for c in head.children if c.dep_ in {"aux", "auxpass", "neg"}]
    return own or (shared_auxiliaries(head) if head != verb else [])


# By the tag of a bare conjunct, the tags of the verb before it.
_SHARING = {"VB": {"VB", "VBP"}, "VBP": {"VB"}, "VBN": {"VBN"}, "VBD": {"VBN"}}


def _has_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
