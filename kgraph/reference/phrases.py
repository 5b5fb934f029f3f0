"""What the words of a phrase that refers back say of what it means: how many, whose, which not."""

from collections.abc import Collection, Iterator
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
    verb_above,
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
    "is_bare",
    "is_epithet",
    "is_given_to",
    "is_handed_over",
    "is_mutual",
    "is_of_deed",
    "is_of_one",
    "is_of_same_state",
    "is_of_speakers",
    "is_one_of_a_sort",
    "is_owned_by_other",
    "is_party",
    "is_plain",
    "is_pointed_at",
    "is_renamed",
    "is_said_of",
    "is_said_of_subject",
    "is_set_off",
    "is_struck",
    "is_told_apart",
    "is_united",
    "land_above",
    "may_be_state",
    "may_take_up_state",
    "mediating_in",
    "only_tells_where",
    "opens_as_subject",
    "regarding",
    "says_there",
    "struck_meanwhile",
    "tells_apart",
    "thing_helped",
    "told_before_report",
    "words_for_state",
]

_ADMITTING = frozenset({"accept", "admit", "allow", "ban", "bar", "invite", "let", "permit", "welcome"})
_INTO = frozenset({"inside", "into", "onto"})
ONE = frozenset({"NN", "NNP"})  # a style stands with a capital, too: "the *Kingdom*"
_LEAVING = frozenset({"find", "keep", "leave", "see"})
_TELLING_APART = frozenset(
    """
    aggrieved central current federal first foreign former host interim latter local military nearby neighboring
    neighbouring new next only other own provisional ruling same second smaller sole third transitional whole
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_PARTS = frozenset({"part", "portion"})
_REGARDING = frozenset({"hold", "regard", "see", "treat", "view"})
_INHABITANTS = frozenset({"inhabitant", "islander", "people", "person", "resident", "soul"})
_POSTS = frozenset({"base", "garrison", "outpost"})
_IDLE = frozenset({"case", "cc", "conj", "det", "preconj", "punct"})
_MEMBERS = frozenset({"country", "member", "nation", "state"})
_WHERE = frozenset({"across", "along", "around", "at", "in", "inside", "near", "outside"})
_BY_TREATY = frozenset({"by", "in", "through", "under", "with"})
_WHOLLY = frozenset({"entirety", "full", "total", "whole"})
_WHOLE = frozenset({"entire", "whole"})
_COPULAS = frozenset({"be", "become", "constitute", "form", "remain"})
MUTUAL = frozenset({"neighbor", "neighbour", "rival", "side"})
# Who unites two may be one of them: "considers X its own and wants to *reunite* the two sides".
_UNITING = frozenset({"reunify", "reunite", "unify", "unite"})
_ONE = frozenset({"it", "its", "itself"})
_OF_STATE = frozenset({"it", "its", "their", "they"})
_ONE_ANOTHER = frozenset({("each", "other"), ("one", "another")})
_APIECE = frozenset({"each", "either", "neither"})
_MAX_WORDS_BACK = 200  # to where a text brought in what it takes up


def gets_status(pronoun: Token) -> bool:
    """Tell whether "it" is what gets another status: "*it* became a colony", "*it* gained independence"."""
    verb, cues = pronoun.head, load_cues()
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj":
        return False
    if verb.lemma_.lower() == "become":
        got = {c.lemma_.lower() for c in verb.children if c.dep_ in {"acomp", "attr"}}
        return not got.isdisjoint(cues.references_held | {"independent"})
    won = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    return not won.isdisjoint(cues.references_statehood) and not _is_recognizing(verb)


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


def is_bare(token: Token) -> bool:
    """Tell whether the noun refers back: no name and no phrase beside it says which one is meant."""
    beside = [c for c in token.children if c.i < token.i or not is_set_off(token, c)]
    # "a claim to the islands dating from 1816", "recognized the regions as states"
    beside = [c for c in beside if c.lower_ not in {"as", "dating"}]
    beside = [c for c in beside if not _is_kind_of_place(c) and not _says_by_what(c)]  # "the island chain"
    beside = [c for c in beside if not _is_left_so(token, c) and not _says_of_what_ground(c)]
    beside = [c for c in beside if not _says_how_many_live_there(c)]
    content = [
        c
        for c in beside
        if c.dep_ in {"compound", "prep", "poss", "nmod", "relcl", "acl"} or c.pos_ == "PROPN"
    ]
    if any(c.lower_ in load_cues().places_beside for c in beside):  # "the adjoining hill" is another one
        return False
    located = any(c.dep_ in {"advmod", "npadvmod", "amod"} and c.i > token.i for c in beside)
    is_located = located or _lies_beyond(token)
    return not is_located and not any(c.pos_ in {"PROPN", "NOUN", "ADP", "VERB"} for c in content)


def is_of_speakers(token: Token) -> bool:
    """Tell whether a noun is of those who speak: "*our* national territory" takes up no place that was named.

    Nor does a post of somebody's: "*his* base".
    """
    owner = first_child(token, "poss")
    is_post = token.lemma_.lower() in _POSTS and owner is not None and owner.pos_ == "PRON"
    return owner is not None and (owner.lower_ in {"my", "our"} or is_post)


def _is_left_so(thing: Token, participle: Token) -> bool:
    """Tell whether a participle says how something is left, and not which it is: "left the country *occupied* by X"."""
    is_left = thing.dep_ == "dobj" and thing.head.lemma_.lower() in _LEAVING
    return is_left and participle.dep_ == "acl" and participle.tag_ == "VBN"


def _is_kind_of_place(word: Token) -> bool:
    """Tell the kind in "the *island* chain" from the name in "the *Ohio River* valley"."""
    cues, lemma = load_cues(), word.lemma_.lower()
    is_named = any(c.pos_ == "PROPN" for c in word.children)
    return lemma in cues.places_nouns - cues.lines_nouns and not is_named


def _says_of_what_ground(phrase: Token) -> bool:
    """Tell whether a phrase only says of what a piece of land is: "the strip *of land*", "the patch *of desert*".

    Where a piece of that sort was brought in before ("*a strip* of land near X"), that one is meant.
    """
    ground = first_child(phrase, "pobj") if phrase.lower_ == "of" else None
    if ground is None or ground.lower_ not in load_cues().places_grounds or any(ground.children):
        return False
    piece = phrase.head
    before = piece.doc[max(0, piece.i - _MAX_WORDS_BACK) : piece.i]
    return not any(t.lemma_ == piece.lemma_ and not is_definite(t) for t in before)


def _says_how_many_live_there(phrase: Token) -> bool:
    """Tell whether a phrase says how many live in a place: "the island *of 23 million people*", "*of 300,000*"."""
    people = first_child(phrase, "pobj") if phrase.lower_ == "of" else None
    if people is None:
        return False
    is_number = people.pos_ == "NUM" and people.lower_ != "one"
    is_counted = (
        people.lemma_.lower() in _INHABITANTS and first_child(people, "nummod", "quantmod") is not None
    )
    return is_number or is_counted


def _lies_beyond(noun: Token) -> bool:
    """Tell whether the words behind say where land lies, whatever the parser hangs them on: "lands *east of* X"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(2).lower_ != "of":
        return False
    return noun.nbor(1).lower_ in load_cues().places_directions


def _says_by_what(phrase: Token) -> bool:
    """Tell whether a phrase says how something is done to a place: "gained the island *in a treaty*, *in full*"."""
    if phrase.lower_ not in _BY_TREATY | {"as"}:
        return False
    if [t.lower_ for t in phrase.subtree][-1] in _WHOLLY:  # "in full", "in its entirety", "as a whole"
        return True
    nouns = load_cues().instruments_nouns
    objects_ = (t for t in phrase.children if t.dep_ == "pobj")
    return any(w.lower() in nouns for t in objects_ for w in t.text.split())


def is_set_off(token: Token, child: Token) -> bool:
    """Tell whether a comma, dash or bracket parts a noun from what stands behind it: "the island, *a reef*"."""
    return any(t.text in {",", "–", "—", "("} for t in token.doc[token.i + 1 : child.left_edge.i + 1])


def tells_apart(word: Token) -> bool:
    """Tell whether a word says which of several is meant: "the *northern* state", "the *other* country"."""
    return word.lower_ in _TELLING_APART or word.lower_ in load_cues().places_directions


def is_told_apart(noun: Token) -> bool:
    """Tell whether an adjective says which country is meant: "the neighbouring country"."""
    return any(c.dep_ == "poss" or (c.dep_ == "amod" and c.lower_ not in _WHOLE) for c in noun.children)


def is_one_of_a_sort(noun: Token) -> bool:
    """Tell whether the words before a country say at most of what sort it is: "the war-torn country"."""
    told = (c for c in noun.children if c.dep_ in {"amod", "compound", "nmod", "poss"})
    return all(_is_of_sort(c) or c.lower_ in _WHOLE for c in told)


def _is_of_sort(adjective: Token) -> bool:
    """Tell whether a word says of what sort something is: "tiny", "oil-rich", "war-torn", but not "largest"."""
    is_joined = adjective.tag_ == "VBN" and adjective.i > 0 and adjective.nbor(-1).text == "-"
    is_plain_ = adjective.dep_ == "amod" and adjective.is_lower and (adjective.tag_ == "JJ" or is_joined)
    return is_plain_ and not tells_apart(adjective)


def is_plain(noun: Token, named: Collection[int] = ()) -> bool:
    """Tell whether no words beside a noun say which group is meant: "the rebel group in Kivu", but not "of X".

    Args:
        noun: the head of the phrase.
        named: the places of the names before it that are looked at elsewhere: "the *Lebanese* group".
    """
    beside = (c for c in noun.children if c.dep_ not in _IDLE and not is_set_off(noun, c))
    return all(c.i in named or _says_where(c) or _is_epithet_of_group(c) for c in beside)


def _says_where(phrase: Token) -> bool:
    return phrase.dep_ == "prep" and phrase.lower_ in _WHERE


def _is_epithet_of_group(word: Token) -> bool:
    cues = load_cues()
    if word.lower_ in cues.agents_epithets or word.lemma_.lower() in cues.agents_fighting:
        return True
    is_behind_hyphen = word.i > 0 and word.nbor(-1).text == "-"
    if is_behind_hyphen and word.lemma_.lower() in _MEMBERS:  # "the ten-nation bloc"
        return True
    return word.dep_ == "amod" and word.is_lower and word.lower_ not in _TELLING_APART


def is_epithet(noun: Token) -> bool:
    """Tell whether adjectives only say of what sort a state is, and none which: "the communist state"."""
    told = [
        c for c in noun.children if c.dep_ in {"amod", "acl", "prep", "relcl"} and not is_set_off(noun, c)
    ]
    return all(c.dep_ == "amod" and c.tag_ == "JJ" and c.lower_ not in _TELLING_APART for c in told)


def is_pointed_at(noun: Token) -> bool:
    """Tell "that country", the one named last, from "the country", the one that acts."""
    return any(c.dep_ == "det" and c.lower_ == "that" for c in noun.children)


def is_mutual(token: Token) -> bool:
    """Tell whether a word is "each other" or "one another", whichever of the two the model takes for the head."""
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return (before, token.lower_) in _ONE_ANOTHER or (token.lower_, after) == ("one", "another")


def thing_helped(owner: Token) -> Token | None:
    """Give the object, one or several as its owner is, of a verb of help before "in its war"."""
    preposition = owner.head.head
    if preposition.lower_ not in {"against", "during", "in"}:
        return None
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    thing = first_child(verb, "dobj") if verb.lemma_.lower() in load_cues().support_helping else None
    if thing is None or thing.i > owner.i:
        return None
    are_several = thing.tag_ in {"NNS", "NNPS"} or len(conjuncts(thing)) > 1
    return thing if are_several == (owner.lower_ == "their") else None


def is_given_to(pronoun: Token) -> bool:
    """Tell whether land passes to somebody: "was handed over to *it*"."""
    verb = pronoun.head.head
    is_to = pronoun.dep_ == "pobj" and pronoun.head.lower_ == "to"
    return is_to and verb.pos_ == "VERB" and verb.lemma_.lower() in load_cues().references_handing


def is_handed_over(possessive: Token) -> bool:
    """Tell whether "its" is what passes to somebody, and nobody who acts: "sought *their* return"."""
    is_own = possessive.dep_ == "poss" and possessive.lower_ in {"its", "their"}
    return is_own and possessive.head.lemma_.lower() in load_cues().places_handed


def is_owned_by_other(possessive: Token) -> bool:
    """Tell whether "its" is of another than who does something to it: "X recognized *its* independence".

    So it is where he judges what another does or says: "X condemned *its* invasion", "supports *its* claim to Y".
    """
    thing, above, cues = possessive.head, possessive.head.head, load_cues()
    is_reached = thing.dep_ == "pobj"
    if thing.dep_ != "dobj" and not is_reached:
        return False
    what = thing.lemma_.lower()
    judging = above.head if is_reached else above
    if what in cues.references_judged and judging.lemma_.lower() in cues.references_judging:
        return True
    is_object = not is_reached or above.lower_ == "of"
    return is_object and what in cues.references_statehood | cues.references_judged and _is_recognizing(above)


def is_of_deed(possessive: Token) -> bool:
    """Tell whether "its" stands before what one state does to others: "*its* occupation", "*its* claim"."""
    return possessive.dep_ == "poss" and possessive.head.lemma_.lower() in load_cues().references_judged


def _is_recognizing(word: Token) -> bool:
    """Tell whether a verb, or a noun with "of", is one of recognition."""
    above = word.head if word.lower_ == "of" else word
    return above.lemma_.lower() in load_cues().references_recognizing


def is_party(name: Token) -> bool:
    """Tell whether a name says between whom something is, and not where."""
    first = first_conjunct(name)
    return first.dep_ == "pobj" and first.head.lower_ in {"against", "among", "between", "by", "with"}


def is_said_of(possessive: Token, predicate: Token) -> bool:
    """Tell whether a possessive stands in what a verb or a noun says of its subject: "is its province".

    So it does in "is regarded by X as its province".
    """
    if possessive.dep_ != "poss" or possessive.pos_ != "PRON":
        return False
    if predicate.pos_ in {"NOUN", "PROPN"}:  # "considers X part of its territory"
        return predicate.is_ancestor(possessive)
    is_copula = predicate.lemma_.lower() in _COPULAS
    agent = first_child(predicate, "agent")
    is_told = agent is not None and agent.i < possessive.i
    said = (
        c
        for c in predicate.children
        if (is_copula and c.dep_ == "attr") or (is_told and (c.dep_ == "oprd" or c.lower_ == "as"))
    )
    return any(c.is_ancestor(possessive) for c in said)


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


def is_of_one(pronoun: Token) -> bool:
    """Tell whether "its" is of nobody among several who act: "A and B reject *its* claim", not "each keep its own"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return pronoun.lower_ in _ONE and not any(token.lower_ in _APIECE for token in before)


def is_of_same_state(government: Token, verb: Token) -> bool:
    """Tell whether a part of a state acts on its government: "Israel's *parliament* urged the government to"."""
    if government.lemma_.lower() != "government":
        return False
    parts = load_cues().agents_chambers | load_cues().agents_lawmakers
    return any(t.lemma_.lower() in parts for t in subjects(verb))


def mediating_in(owner: Token) -> tuple[Token, ...]:
    """Give who mediates in what is "its": it is another's ("an offer by *X* to mediate in its dispute with Y")."""
    verb = verb_above(owner) if owner.dep_ == "poss" and owner.head.dep_ in {"dobj", "pobj"} else None
    return subjects(verb) if verb is not None and verb.lemma_.lower() in load_cues().talks_mediating else ()


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
