"""What the words of a phrase that refers back say of what it means: how many, whose, which not."""

from collections.abc import Iterator
from functools import cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    is_definite,
    is_verb,
    names_some,
    prepositional_objects,
    sentence_before,
)
from kgraph.propositions.clauses import objects, subject_above, subjects
from kgraph.tokens import Token

__all__ = [
    "MUTUAL",
    "ONE",
    "actors_above",
    "admitting",
    "announces",
    "dealt_with_place",
    "gets_status",
    "is_given_to",
    "is_mutual",
    "is_of_same_state",
    "is_party",
    "is_recognizing",
    "is_renamed",
    "is_said_of_subject",
    "is_struck",
    "is_united",
    "land_above",
    "may_be_state",
    "may_take_up_state",
    "only_tells_where",
    "opens_as_subject",
    "regarding",
    "says_there",
    "struck_meanwhile",
    "told_before_report",
    "words_for_state",
]

_ADMITTING = frozenset({"accept", "admit", "allow", "ban", "bar", "invite", "let", "permit", "welcome"})
_INTO = frozenset({"inside", "into", "onto"})
ONE = frozenset({"NN", "NNP"})  # a style stands with a capital, too: "the *Kingdom*"
_PARTS = frozenset({"part", "portion"})
_REGARDING = frozenset({"hold", "regard", "see", "treat", "view"})
MUTUAL = frozenset({"neighbor", "neighbour", "rival", "side"})
# Who unites two may be one of them: "considers X its own and wants to *reunite* the two sides".
_UNITING = frozenset({"reunify", "reunite", "unify", "unite"})
_OF_STATE = frozenset({"it", "its", "their", "they"})
_ONE_ANOTHER = frozenset({("each", "other"), ("one", "another")})


def gets_status(pronoun: Token) -> bool:
    """Tell whether "it" is what gets another status: "*it* became a colony", "*it* gained independence"."""
    verb, cues = pronoun.head, load_cues()
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj":
        return False
    if verb.lemma_.lower() == "become":
        got = {c.lemma_.lower() for c in verb.children if c.dep_ in {"acomp", "attr"}}
        return not got.isdisjoint(cues.references_held | {"independent"})
    won = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    return not won.isdisjoint(cues.references_statehood) and not is_recognizing(verb)


@cache
def words_for_state() -> frozenset[str]:
    """List the words, nouns as lemmas, that may refer back to a state itself: "its", "country", not "government"."""
    return _OF_STATE | load_cues().agents_country - {"government"}


def may_take_up_state(word: Token) -> bool:
    """Tell whether a word may refer back to a state itself: "its", "the country", but not "the Ruritanian state"."""
    is_named = any(c.dep_ in {"amod", "compound"} and c.is_title for c in word.children)
    return not is_named and not words_for_state().isdisjoint((word.lower_, word.lemma_.lower()))


def may_be_state(word: Token) -> bool:
    """Tell whether a word without a name of its own may stand for a state: what takes it up, and who rules it."""
    return may_take_up_state(word) or word.lemma_.lower() in load_cues().agents_ruling


def is_mutual(token: Token) -> bool:
    """Tell whether a word is "each other" or "one another", whichever of the two the model takes for the head."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return (before, token.lower_) in _ONE_ANOTHER or (token.lower_, after) == ("one", "another")


def is_given_to(pronoun: Token) -> bool:
    """Tell whether land passes to somebody: "was handed over to *it*"."""
    verb = pronoun.head.head
    is_to = pronoun.dep_ == "pobj" and pronoun.head.lower_ == "to"
    return is_to and verb.pos_ == "VERB" and verb.lemma_.lower() in load_cues().references_handing


def is_recognizing(word: Token) -> bool:
    """Tell whether a verb, or a noun with "of", is one of recognition."""
    above = word.head if word.lower_ == "of" else word
    return above.lemma_.lower() in load_cues().references_recognizing


def is_party(name: Token) -> bool:
    """Tell whether a name says between whom something is, and not where."""
    first = first_conjunct(name)
    return first.dep_ == "pobj" and first.head.lower_ in {"against", "among", "between", "by", "with"}


def is_struck(phrase: Token) -> bool:
    """Tell whether something is done to two by a third: "declared war on *both allies*"."""
    is_reached = phrase.dep_ == "pobj" and phrase.head.lower_ in {"against", "on", "upon"}
    is_two = phrase.lemma_.lower() in MUTUAL | {"ally", "enemy"}
    return is_reached or (phrase.dep_ == "dobj" and is_two and not is_united(phrase))


def is_united(phrase: Token) -> bool:
    """Tell whether two are made one, be it by one of them: "to reunite *the two sides*"."""
    return phrase.dep_ == "dobj" and phrase.head.lemma_.lower() in _UNITING


def is_said_of_subject(pronoun: Token, name: Token) -> bool:
    """Tell whether a name stands in what is said of the subject above an object: "X, backed by *Y*, rejects it"."""
    if pronoun.dep_ not in {"dobj", "pobj"}:
        return False
    return any(
        subject.is_ancestor(name) and not subject.is_ancestor(pronoun)
        for subject in subject_above(pronoun)
        if subject.i < pronoun.i
    )


def is_renamed(pronoun: Token) -> bool:
    """Tell whether a pronoun is what somebody makes or calls something, and nobody who acts: "made *it* a colony"."""
    return pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "ccomp" and pronoun.head.pos_ in {"ADJ", "NOUN"}


def announces(pronoun: Token, inside: Token) -> bool:
    """Tell whether "it" only announces the clause that a word stands in: "*it* is X's right to defend *its* land"."""
    said = [c for c in pronoun.head.children if c.dep_ in {"acomp", "attr"} and c.is_ancestor(inside)]
    is_clause = any(c.dep_ == "ccomp" for adjective in said for c in adjective.children)
    return pronoun.head.lemma_ == "be" and (is_clause or any(c.dep_ == "attr" for c in said))


def opens_as_subject(pronoun: Token) -> bool:
    """Tell whether a pronoun is a subject with none above it, as where it opens a sentence."""
    return pronoun.dep_ in {"nsubj", "nsubjpass"} and not subject_above(pronoun)


def says_there(token: Token) -> bool:
    """Tell whether a word says "there", be it the particle of a verb: "brought *in* troops"."""
    is_particle = token.lower_ == "in" and token.dep_ in {"advmod", "prt"}
    return (token.lower_ == "there" and token.dep_ != "expl") or is_particle


def dealt_with_place(pronoun: Token) -> bool:
    """Tell whether the sentence before is about what was done to a place: "X annexed the city. *It* passed to Y"."""
    done = objects(sentence_before(pronoun).root)
    return any(t.lemma_.lower() in load_cues().places_nouns for t in done)


def actors_above(token: Token) -> Iterator[Token]:
    """Give who does what a phrase belongs to: X of "X ruled the country", of "X's troops in the country".

    So is whoever is sent or praised: "*X's troops* are stationed in the country".
    """
    for above in token.ancestors:
        if is_verb(above):
            passive = (t for c in above.children if c.dep_ == "nsubjpass" for t in conjuncts(c))
            yield from (t for t in (*subjects(above), *passive) if not (t == token or t.is_ancestor(token)))
            return
        around = prepositional_objects(above)
        yield from (above, *around.get("of", ()), *around.get("by", ()))
        yield from (c for c in above.children if c.dep_ in {"amod", "compound", "poss"})


def admitting(country: Token) -> Token | None:
    """Give the verb by which somebody is, or is not, let in there: "refused to *allow* X's troops into the country"."""
    if country.dep_ != "pobj" or country.head.lower_ not in _INTO:
        return None
    verb = next((t for t in country.ancestors if is_verb(t)), None)
    return verb if verb is not None and verb.lemma_.lower() in _ADMITTING else None


def regarding(country: Token) -> Token | None:
    """Find the verb of who holds a land for part of what is his own: "*regards* Goa as part of the nation"."""
    part = country.head.head
    if country.dep_ != "pobj" or country.head.lower_ != "of" or part.lemma_.lower() not in _PARTS:
        return None
    while part.dep_ == "conj" and part.head.pos_ == "NOUN":
        part = part.head
    is_as = part.dep_ == "pobj" and part.head.lower_ == "as"
    verb = part.head.head if is_as else part.head
    is_held = is_as or part.dep_ in {"attr", "ccomp", "dobj", "oprd"}
    return verb if is_held and verb.lemma_.lower() in load_cues().predicated_held_for | _REGARDING else None


def only_tells_where(name: Token) -> bool:
    """Tell whether a name stands below what is said of another: "the farms, a strip on the slopes of *X*".

    So it is in "Memel was part of *East Prussia*". Or it is told along with another: "the east, together with the
    enclave of *X*". Nor is what something lies between the thing itself: "an islet between *X* and Y".
    """
    word, first = name, first_conjunct(name)
    if first.dep_ == "pobj" and first.head.lower_ == "between":
        return True
    while word.dep_ in {"compound", "pobj", "prep"} and word.head != word:
        if word.lower_ == "besides" or names_some(word) or (word.lower_ == "with" and _is_along(word)):
            return True
        word = word.head
    if word == name or not (word.pos_ == "NOUN" or word.tag_ == "JJS"):
        return False
    is_of_named = word.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in word.head.children
    )
    return is_of_named or word.dep_ == "appos"


def _is_along(preposition: Token) -> bool:
    return preposition.i > 0 and preposition.nbor(-1).lower_ in {"along", "together"}


def is_of_same_state(government: Token, verb: Token) -> bool:
    """Tell whether a part of a state acts on its government: "Israel's *parliament* urged the government to"."""
    if government.lemma_.lower() != "government":
        return False
    parts = load_cues().agents_chambers | load_cues().agents_lawmakers
    return any(t.lemma_.lower() in parts for t in subjects(verb))


def told_before_report(government: Token) -> tuple[Token, ...]:
    """Give of whom a report tells that stands behind what it tells: "*X* left the talks, the government said"."""
    verb = government.head
    is_reporting = government.dep_ == "nsubj" and verb.lemma_.lower() in load_cues().reporting_verbs
    if not is_reporting or government.lemma_.lower() != "government":
        return ()
    told = first_child(verb, "ccomp")
    return subjects(told) if told is not None and told.i < government.i else ()


def struck_meanwhile(pronoun: Token) -> tuple[Token, ...]:
    """Give who loses something when he is attacked: "*X* lost control of Y after Z bombed it"."""
    verb = pronoun.head
    is_struck = pronoun.lower_ == "it" and pronoun.dep_ == "dobj" and verb.dep_ == "advcl"
    harming = load_cues().presupposed_striking | load_cues().references_invading
    if not is_struck or verb.lemma_.lower() not in harming:
        return ()
    above, done_to = first_child(verb.head, "nsubj"), first_child(verb.head, "dobj")
    is_other = done_to is not None and done_to.pos_ == "PROPN"  # "would defend *Y* if Z attacked it"
    return conjuncts(above) if above is not None and above.i < pronoun.i and not is_other else ()


def land_above(token: Token) -> Token | None:
    """Give the land that the clause above is about and "it" takes up: "*the country* lay between A and B until it"."""
    above = subject_above(token) if token.lower_ == "it" and token.dep_ in {"nsubj", "nsubjpass"} else ()
    if token.head.dep_ != "advcl" or len(above) != 1 or above[0].i > token.i or above[0].tag_ != "NN":
        return None
    is_land = above[0].lemma_.lower() in load_cues().places_nouns | load_cues().agents_country
    return above[0] if is_land and is_definite(above[0]) else None
