"""The open layer: who does what to whom in every clause, verbal or nominal. It knows nothing of disputes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.aboard import who_move
from kgraph.propositions.antecedents import antecedent_role, other_antecedents
from kgraph.propositions.arguments import (
    first_child,
    has_infinitive,
    is_verb,
    joined_lemma,
    prepositional_objects,
)
from kgraph.propositions.carriers import carriers_of
from kgraph.propositions.clauses import (
    goals_shared,
    is_bare_form,
    is_passive,
    objects,
    subjects,
    verb_argument,
    verb_arguments,
    verb_lemma,
)
from kgraph.propositions.complements import support_verb
from kgraph.propositions.ellipsis import echoes_of
from kgraph.propositions.gapping import pairs_of, shares_of
from kgraph.propositions.nominals import is_talk_of_others, noun_argument, noun_arguments
from kgraph.tokens import Token

__all__ = ["Kind", "Proposition", "proposition"]

_MAX_KEPT = 1024  # propositions: a sentence asks for those of its words again and again
_MOVED = frozenset({"object", "subject"})
_DOING = ("support", "governor_subject")  # whose act a noun is, by the verb above it
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass"})
_PERIODS = frozenset({"day", "decade", "month", "round", "week", "year"})
_BEFORE_VERB = frozenset({"advcl", "advmod", "aux", "auxpass", "cc", "neg", "npadvmod", "prep", "punct"})
_GOING_ON = frozenset({"conj", "xcomp"})  # on the subject of the verb above
# Stand for a noun: "insists that the island is theirs", "built homes there, something that X condemned".
_NOUNLIKE = frozenset({"own", "ours", "something", "theirs"})


class Kind(StrEnum):
    """What kind of word is the predicate."""

    VERB = "verb"
    NOUN = "noun"


@dataclass(frozen=True, kw_only=True)
class Proposition:
    """A predicate and its arguments, which are looked for only when asked: most predicates interest nobody."""

    trigger: Token
    lemma: str
    kind: Kind
    given: Mapping[str, tuple[Token, ...]] = field(
        default_factory=dict
    )  # what one share of a verb has of its own
    whole: "Proposition | None" = None  # of which it says the same of others: "X claims it, *as does Y*"
    is_contrary: bool = False  # where it says the contrary: "but Y *does not*"
    doing_so: Token | None = None  # the verb that stands for its own: "Y threatens to *do* so"
    carrier: Token | None = (
        None  # the clause behind a noun that says what is done with it: "a raid X *ordered*"
    )
    _known: dict[str, tuple[Token, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # arguments that were asked for

    def argument(self, role: str) -> tuple[Token, ...]:
        """Give the heads of one argument, coordination spread, left to right; empty where there is none.

        The roles are those of `verb_arguments` and `noun_arguments`.
        """
        found = self._known.get(role)
        if found is None:
            found = self._known[role] = self._find(role)
        return found

    def reach(self, path: str) -> tuple[Token, ...]:
        """Give the heads that a path of roles leads to: "object.of" to those of the object's "of", "self" to itself."""
        role, _, rest = path.partition(".")
        if not rest:
            return (self.trigger,) if role == "self" else self.argument(role)
        found = self._known.get(path)
        if found is None:
            inner = (proposition(token) for token in self.reach(role))
            found = tuple(head for each in inner if each is not None for head in each.reach(rest))
            self._known[path] = found
        return found

    def _find(self, role: str) -> tuple[Token, ...]:
        if role in self.given:
            return self.given[role]
        if self.kind is Kind.VERB:
            found = verb_argument(self.trigger, role) or self._below_given(role)
            if role not in _MOVED:
                return found
            return tuple(t for each in found for t in who_move(each, self.trigger))
        return noun_argument(self.trigger, role, load_cues().support_verbs)

    def _below_given(self, role: str) -> tuple[Token, ...]:
        """Give what hangs on what the clause is said of: "claims *to X*, which Y made"."""
        things = (t for t in self.given.get("object", ()) if t.pos_ == "NOUN")
        return next((found for t in things if (found := prepositional_objects(t).get(role, ()))), ())

    @property
    def roles(self) -> Mapping[str, tuple[Token, ...]]:
        """The heads of all arguments by role, as `argument` gives each."""
        if self.kind is Kind.VERB:
            return {**verb_arguments(self.trigger), **self.given}
        return noun_arguments(self.trigger, load_cues().support_verbs)

    @cached_property
    def shares(self) -> "tuple[Proposition, ...]":
        """Give the proposition itself, or one for each object with its own recipient: "ceded A to X and B to Y".

        So has a noun one for each of several pairs: "talks between X and Y and between X and Z". With them go those
        that a short verb says of others: "X claims it, *as does Y*".
        """
        is_verbal = self.kind is Kind.VERB
        found = shares_of(self.trigger, self.argument) if is_verbal else pairs_of(self.trigger)
        return (*(tuple(replace(self, given=own) for own in found) or (self,)), *self._echoes())

    def _echoes(self) -> "Iterator[Proposition]":
        verb = self.trigger if self.kind is Kind.VERB else (self.support or _verb_above(self.trigger))
        for echo in echoes_of(verb, self.argument) if verb is not None else ():
            roles = _DOING if self.kind is Kind.NOUN and echo.role == "subject" else (echo.role,)
            given = dict.fromkeys(roles, echo.named)
            yield replace(self, given=given, whole=self, is_contrary=echo.is_contrary, doing_so=echo.doing_so)

    @cached_property
    def otherwise(self) -> "tuple[Proposition, ...]":
        """Give the same clause said of what stands further off: "the treaty with X, *which Y signed*".

        Of a noun, give it as the clauses behind it tell of it.
        """
        if self.kind is not Kind.VERB:
            return tuple(self._carried_by(clause) for clause in carriers_of(self.trigger))
        role = antecedent_role(self.trigger, passive=is_passive(self.trigger))
        others = other_antecedents(self.trigger, self.argument(role)) if role else ()
        return tuple(replace(self, given={**self.given, role: other}) for other in others)

    def _carried_by(self, clause: Token) -> "Proposition":
        """Give a noun as if the clause behind it stood before it: "an attack on X, *launched by Y*"."""
        acting = subjects(clause)
        given = {"governor": (clause,), "governor_subject": acting}
        given["clause_subject"] = () if is_talk_of_others(self.trigger, clause) else acting
        if clause.lemma_.lower() in load_cues().support_verbs:
            given["support"] = acting
        around = prepositional_objects(clause).items()
        beside = {name: tokens for name, tokens in around if name != "by" and not self.argument(name)}
        return replace(self, given={**self.given, **beside, **given}, carrier=clause)

    @cached_property
    def shared(self) -> "Proposition | None":
        """Give the clause with an object that only the verb beside names: "refused to recognise or deal *with X*"."""
        if self.kind is not Kind.VERB:
            return None
        goals = goals_shared(self.trigger, self.argument("object"))
        return replace(self, given={**self.given, "object": goals}) if goals else None

    @cached_property
    def support(self) -> Token | None:
        """The light verb that carries a noun, None for a verb and where there is none."""
        return support_verb(self.trigger, load_cues().support_verbs) if self.kind is Kind.NOUN else None

    @property
    def is_headless(self) -> bool:
        """Tell whether a subject is missing that the page's title may give: "Claimed by Haiti", "Talks continue"."""
        clause = self.support or self.trigger
        if clause.dep_ == "pobj" and _leads_in(clause):
            clause = clause.head.head
        return clause.dep_ == "ROOT" or clause.head.dep_ == "ROOT" or _opens_after_semicolon(clause)

    @cached_property
    def left_out(self) -> str:
        """Tell which role a clause leaves to the page's title: "subject" in "*Claims* X", "object" in "*Held* by X".

        Nobody is asked to ("Recognise X!"), and what is done to nobody named stands in a main clause.
        """
        main = self._main_verb()
        if main is None or not _is_main(main) or is_bare_form(main):
            return ""
        has_stray_subject = any(c.i < main.i and c.dep_ not in _BEFORE_VERB for c in main.children)
        if has_stray_subject:
            return ""
        if self.kind is Kind.VERB and is_passive(self.trigger):
            return "" if objects(self.trigger) else "object"
        return "" if is_passive(main) or subjects(main) else "subject"

    def _main_verb(self) -> Token | None:
        """Give the first verb of those that share a subject: "*holds*" of "holds X, claims Y and wants to take Z"."""
        verb: Token | None = self.trigger
        if self.kind is Kind.NOUN:
            verb = self.support or _verb_above(self.trigger)
        while verb is not None and verb.dep_ in _GOING_ON and is_verb(verb.head) and verb.head != verb:
            verb = verb.head
        return verb


def _verb_above(noun: Token) -> Token | None:
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None


def _leads_in(noun: Token) -> bool:
    """Tell whether a phrase before a noun adds no one who does it: "days of *clashes*", "isles in *dispute* with X"."""
    if noun.head.lower_ == "of":
        return noun.head.head.lemma_.lower() in _PERIODS
    return noun.head.lower_ == "in" and noun.lemma_.lower() == "dispute"


def _is_main(verb: Token) -> bool:
    """Tell whether a verb is the main one, or stands beside a phrase that is: "Under X's rule, but *claimed* by Y"."""
    is_joined = verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "ADP"
    return verb.dep_ == "ROOT" or is_joined or _opens_after_semicolon(verb)


def _opens_after_semicolon(clause: Token) -> bool:
    first = clause.left_edge
    return first.i > clause.sent.start and first.nbor(-1).text == ";"


@lru_cache(maxsize=_MAX_KEPT)
def proposition(token: Token) -> Proposition | None:
    """Read the proposition whose predicate is this token; None where it is neither verb nor noun."""
    if _is_undone(token):
        return None
    if _is_noun_misread(token):
        return Proposition(trigger=token, lemma=joined_lemma(token), kind=Kind.NOUN)
    if _is_action(token):
        return Proposition(trigger=token, lemma=token.lower_, kind=Kind.NOUN)
    if is_verb(token) or (token.tag_ in {"VBN", "VBG", "VBD"} and token.pos_ == "ADJ"):
        if _is_asked(token):
            return None
        return Proposition(trigger=token, lemma=verb_lemma(token), kind=Kind.VERB)
    if _is_caption(token):
        return Proposition(trigger=token, lemma=_CAPTION, kind=Kind.NOUN)
    if token.pos_ in {"NOUN", "PROPN"} or token.lower_ in _NOUNLIKE or _is_quantity(token):
        return Proposition(trigger=token, lemma=joined_lemma(token), kind=Kind.NOUN)
    return None


def _is_undone(token: Token) -> bool:
    """Tell whether a prefix undoes what the word says: "will *de-occupy* its land"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "de"


_CAPTION = "caption"  # what a name is that stands for a sentence; wordings know it by this word


def _is_caption(token: Token) -> bool:
    """Tell whether a name alone, with somebody, makes a sentence: "Vladimir Putin with President Heidar Aliyev."."""
    is_all = token.dep_ == "ROOT" and token.pos_ == "PROPN"
    return is_all and any(c.lower_ == "with" and c.dep_ == "prep" for c in token.children)


def _is_asked(verb: Token) -> bool:
    """Tell whether an infinitive is what a question is of, and so not said: "disagree on how to divide the sea"."""
    return has_infinitive(verb) and any(c.dep_ == "advmod" and c.tag_ == "WRB" for c in verb.children)


def _is_noun_misread(token: Token) -> bool:
    """Tell whether what the tagger took for a verb is an object with a possessor: "rejected China's sea claims".

    So is a subject: "that *talks* with India could begin".
    """
    if token.tag_ == "VBZ" and token.dep_ in {"nsubj", "nsubjpass"}:
        return True
    return (
        token.tag_ in {"VB", "VBZ", "VBP"}
        and token.dep_ in {"dobj", "pobj"}
        and first_child(token, "poss", "amod", "compound") is not None
    )


def _is_action(token: Token) -> bool:
    """Tell whether a verb's form in -ing stands as a noun: "weeks of *fighting* with X", "X's *shelling* began"."""
    if token.tag_ != "VBG" or first_child(token, "dobj") is not None:
        return False
    if token.dep_ == "csubj" and token.lower_ == "fighting":  # "*Fighting* with X broke out"
        return True
    return token.dep_ == "pobj" or (token.dep_ in _THINGS and first_child(token, "poss") is not None)


def _is_quantity(token: Token) -> bool:
    """Tell whether a word stands for a part of what follows: "most of the boundary", "2,000 of the soldiers"."""
    following = first_child(token, "prep")
    return token.pos_ in {"ADJ", "DET", "NUM", "PRON"} and following is not None and following.lower_ == "of"
