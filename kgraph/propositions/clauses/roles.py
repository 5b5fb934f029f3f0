"""The arguments of a clause by role: prepositions, recipients, what is said of an object, clauses above and below."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    finite_word,
    first_child,
    governed,
    has_infinitive,
    is_beyond_semicolon,
    is_verb,
    is_with_owner,
    name_before,
    opens_with_that,
    prepositional_objects,
)
from kgraph.propositions.clauses.passives import given_things
from kgraph.propositions.clauses.pleas import plea_before
from kgraph.propositions.clauses.relative_clauses import prepositions_singled_out, second_object
from kgraph.propositions.clauses.relative_pronouns import resolve_relatives
from kgraph.propositions.clauses.scenes import scene_of
from kgraph.propositions.clauses.subjects_above import outer_subject, subject_above
from kgraph.propositions.clauses.subjects_and_objects import (
    antecedents_of,
    grammatical_subjects,
    objects,
    subjects,
)
from kgraph.propositions.clauses.unsaid_objects import signed_before
from kgraph.propositions.clauses.verb_forms import is_bare_form, is_passive
from kgraph.tokens import Token

__all__ = ["VERB_ROLES", "verb_argument", "verb_arguments"]

_ENTERING = frozenset({"attack", "enter"})
_TOGETHER = frozenset({"back", "home", "together"})
_IFS = frozenset({"if", "should", "unless"})
_OCCASIONS = frozenset({"after", "because", "since", "when"})


def verb_arguments(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Collect the arguments of a clause by role, those that it has.

    Roles: subject, object, indirect, attribute, clause (a clause below, also the second of two infinitives),
    content (a clause in the object's place), reporter (who says what the clause says), saying (the verb that says
    so), clause_subject (the nearest subject above), outer_subject (the one above that), condition (the clauses after
    "if" and "unless"), occasion (those after "after", "when" and "because"), nearer (the noun right before a
    participle, where it hangs on one further up), governor (the verb that an infinitive completes), purpose (an
    infinitive that says what for), theme (of what a clause without a verb says something), dated (years in the
    clause), scene (where the clause is set that this one goes with), plea (what a party pleads, where a pronoun stands
    for it), signed_before (the instrument that it signs, where that is told before and not again), there (the word),
    brought_in (the particle of "brought *in* troops", which says so, too) and each preposition.

    A preposition that hangs on the object ("signed a treaty with X") or on the verb above an infinitive is given
    too, where the verb has none of that name itself.
    """
    roles = dict.fromkeys((*_ROLES, *_by_preposition(verb)))
    return {role: tokens for role in roles if (tokens := verb_argument(verb, role))}


def verb_argument(verb: Token, role: str) -> tuple[Token, ...]:
    """Give the heads of one argument of a clause, left to right; the roles are those of `verb_arguments`."""
    find = _ROLES.get(role)
    return resolve_relatives(find(verb) if find is not None else _by_preposition(verb).get(role, ()))


@lru_cache(maxsize=1024)
def _by_preposition(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give the prepositional arguments: the verb's own, those of its objects, of the verb that it is joined to."""
    found = {**prepositions_singled_out(verb), **prepositional_objects(verb), **_left_behind(verb)}
    for carried in _object_nouns(verb):
        behind = prepositional_objects(carried).items()
        found = {**{name: tokens for name, tokens in behind if not is_with_owner(carried, name)}, **found}
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        others = prepositional_objects(verb.head)
        found = {**{name: tokens for name, tokens in others.items() if tokens[0].i > verb.i}, **found}
    return found


def _left_behind(verb: Token) -> Mapping[str, tuple[Token, ...]]:
    """Give what a passive is said of by the preposition that it leaves behind: "*its return* was asked *for* by X"."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) and is_passive(verb) else None
    if after is None or after.head != verb or after.dep_ != "prep" or any(True for _ in after.children):
        return {}
    return {after.lower_: grammatical_subjects(verb, 0)}


def _recipients(verb: Token) -> tuple[Token, ...]:
    for word in (verb, *_object_nouns(verb)):
        if "to" in (found := prepositional_objects(word)):
            return found["to"]
    if "to" in (singled := prepositions_singled_out(verb)):
        return singled["to"]
    is_given = verb.dep_ == "xcomp" and verb.lemma_.lower() in load_cues().support_passing
    above = prepositional_objects(verb.head).get("to", ()) if is_given else ()
    if above and above[0].i > verb.i:  # "was forced to surrender X and part of Y *to Z*"
        return above
    return _after_insertion(verb, objects(verb))


def _indirect(verb: Token) -> tuple[Token, ...]:
    own = tuple(t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c))
    return own or _misread_recipient(verb)


def _misread_recipient(verb: Token) -> tuple[Token, ...]:
    """Find who is given something: the subject of a passive, or the name that the parser made one with the gift.

    So in "gave *Panama* control of the canal", where no article stands between the two.
    """
    if is_passive(verb):
        return grammatical_subjects(verb, 0) if given_things(verb) else ()
    if verb.lemma_.lower() not in load_cues().support_giving:
        return ()
    if any(c.lower_ == "to" for c in verb.children):
        return ()
    gifts = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN")
    names = (c for gift in gifts for c in gift.children if c.dep_ == "compound" and c.pos_ == "PROPN")
    return tuple(names)


def _attributes(verb: Token) -> tuple[Token, ...]:
    renamed = second_object(verb)
    said = (c for c in verb.children if _is_said_of_object(c) or c == renamed or _is_new_name(c))
    return (
        tuple(t for c in said for t in conjuncts(c))
        or _small_clause(objects(verb))
        or _said_behind_name(verb)
        or _said_right_behind(objects(verb))
    )


def _is_said_of_object(word: Token) -> bool:
    """Tell whether a word is a predicate noun or adjective: "holds X *responsible*", which may be read as a clause."""
    is_adjective = (
        word.dep_ == "ccomp" and word.pos_ == "ADJ" and first_child(word, "cop", "nsubj", "mark") is None
    )
    return is_adjective or (word.dep_ in {"attr", "oprd", "acomp"} and word.pos_ != "ADP")


def _is_new_name(word: Token) -> bool:
    """Tell whether a name is what the subject of a passive is called from now on: "was rechristened *Sri Lanka*"."""
    is_name = word.dep_ == "dobj" and word.tag_ in {"NNP", "NNPS"}
    return is_name and first_child(word.head, "auxpass") is not None and not given_things(word.head)


def _said_behind_name(verb: Token) -> tuple[Token, ...]:
    """Find what is said of an object that ends in a name: "calls the walls in X *illegal*"."""
    thing = first_child(verb, "dobj")
    prepositions = (c for t in (thing, verb) if t is not None for c in t.children if c.dep_ == "prep")
    said = (t for c in prepositions for t in c.children if thing is not None and name_before(t) is not None)
    return tuple(t for each in said for t in conjuncts(each))


def _said_right_behind(objects_: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the adjective that the parser made part of an object: "holds the United States *responsible* for it"."""
    return tuple(c for t in objects_ for c in t.children if c.dep_ == "amod" and c.i == t.i + 1)


def _there(verb: Token) -> tuple[Token, ...]:
    """Give "there", also beside an object, or the place of which a clause says what happened "where"."""
    things = [o for o in verb.children if o.dep_ == "dobj"]
    # "a force of 900 men *there*"
    things += [t for o in things for t in prepositional_objects(o).get("of", ())]
    beside = (c for o in things for c in o.children if c.i > o.i)
    found = tuple(c for c in beside if c.dep_ == "advmod" and c.lower_ == "there")
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ == "there":
            found = (child,)
        if child.tag_ == "WRB" and child.lower_ == "where" and verb.dep_ == "relcl":
            found = antecedents_of(verb)
    return found


def _brought_in(verb: Token) -> tuple[Token, ...]:
    """Give the particle that says that something comes to where the text is: "sent *in* the army"."""
    return tuple(c for c in verb.children if c.dep_ in {"advmod", "prt"} and c.lower_ == "in")


def _governor(verb: Token) -> tuple[Token, ...]:
    is_below = verb.dep_ in {"xcomp", "advcl"} or (verb.dep_ == "ccomp" and is_bare_form(verb))
    # "an invasion *to oust* X"
    is_below = is_below or (verb.dep_ in {"acl", "relcl"} and has_infinitive(verb))
    return (verb.head,) if is_below else ()


def _purposes(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ == "advcl" and has_infinitive(c))


def _conditions(verb: Token) -> tuple[Token, ...]:
    """Give the verbs of the clauses that say on what condition: "threatens to attack *if X declares*"."""
    above = (verb.head,) if verb.dep_ == "xcomp" else ()
    clauses = (c for v in (verb, *above) for c in v.children if c.dep_ == "advcl")
    return tuple(c for c in clauses if any(m.dep_ == "mark" and m.lower_ in _IFS for m in c.children))


def _occasions(verb: Token) -> tuple[Token, ...]:
    """Give the verbs of the clauses that say after what, or for what: "protested *after ships entered* the area"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return tuple(c for c in clauses if any(m.lower_ in _OCCASIONS for m in c.children if m.i < c.i))


def _nearer_subject(verb: Token) -> tuple[Token, ...]:
    """Give the noun right before a participle that the parser hung on one above: "attacks on *troops* occupying X"."""
    before = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i else verb
    is_apart = before.pos_ in {"NOUN", "PROPN"} and before != verb.head
    return conjuncts(before) if is_apart and verb.dep_ in {"acl", "advcl", "pcomp"} else ()


def _years(verb: Token) -> tuple[Token, ...]:
    return tuple(t for t in verb.subtree if t.shape_ == "dddd")


def _after_insertion(verb: Token, objects_: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the recipient after an insertion: "returned the port of X, held since the war, *to Y*"."""
    last = objects_[-1] if objects_ and objects_[-1].i > verb.i else verb
    for token in verb.doc[last.i + 1 : verb.sent.end]:
        if token.lower_ == "to" and token.nbor(-1).text == "," and token.dep_ in {"prep", "dative"}:
            return governed(token)
    return ()


def _clauses(verb: Token) -> tuple[Token, ...]:
    """Give the clauses that complete a verb."""
    return tuple(t for c in _below(verb) for t in (c, *_coordinated_infinitives(c)))


def _content(verb: Token) -> tuple[Token, ...]:
    """Give the clause that stands where a verb's object would."""
    has_object = is_passive(verb) or first_child(verb, "dobj") is not None
    return () if has_object else tuple(c for c in _below(verb) if c.dep_ == "ccomp")


def _stated(verb: Token) -> tuple[Token, ...]:
    """Give the clause that only tells what is so, of who may want something too: "insists that X *withdrew*"."""
    if verb.lemma_.lower() not in load_cues().possibility_telling:
        return ()
    return tuple(c for c in _below(verb) if finite_word(c).tag_ in {"VBD", "VBZ"})


def _below(verb: Token) -> Iterator[Token]:
    below = (c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and not is_beyond_semicolon(verb, c))
    return (c for c in below if not _is_joined_content(c))


def _is_joined_content(clause: Token) -> bool:
    """Tell whether a clause goes on with another, which says something else: "found that A *and that B*"."""
    first = clause.left_edge
    return first.lower_ == "that" and first.i > 0 and first.nbor(-1).lower_ in {"and", "but"}


def _coordinated_infinitives(verb: Token) -> list[Token]:
    """Give the further infinitives of "urged X to withdraw its troops and leave the area"."""
    if verb.tag_ != "VB":
        return []
    below = [c for c in verb.children if c.dep_ == "conj" and c.tag_ in {"VB", "VBP"}]
    return [t for c in below if first_child(c, "nsubj") is None for t in (c, *_coordinated_infinitives(c))]


def _small_clause(objects_: tuple[Token, ...]) -> tuple[Token, ...]:
    """Find the predicate noun that the parser took for an apposition: "considers A and B an integral part of C"."""
    apposed = [c for t in objects_ for c in t.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    return tuple(c for c in apposed if _is_predicate_noun(c))


def _is_predicate_noun(noun: Token) -> bool:
    """Tell whether nothing sets a noun off, or no more than a clause: "considers X, which broke away, part of it"."""
    if noun.doc[noun.left_edge.i - 1].text not in {",", "(", "-", "–", "—"}:
        return True
    clause = first_child(noun.head, "relcl")
    is_bare = noun.lower_ == "part" and noun.left_edge == noun
    return is_bare and clause is not None and clause.right_edge.i == noun.i - 2


def _themes(verb: Token) -> tuple[Token, ...]:
    """Find the subject of a clause without a verb: "declared *itself* a republic", "declared *X* independent"."""
    bare = (c for c in verb.children if c.dep_ == "ccomp" and not is_verb(c))
    return tuple(t for c in bare for s in c.children if s.dep_ == "nsubj" for t in conjuncts(s))


def _reporters(verb: Token) -> tuple[Token, ...]:
    """Find who says what a clause says: "*Ankara* maintains that the islet belongs to it", "*Ankara's* view that"."""
    return tuple(who for saying in _saying(verb) for who in _sayers(saying))


def _sayers(saying: Token) -> tuple[Token, ...]:
    owner = first_child(saying, "poss") if saying.pos_ == "NOUN" else None
    return conjuncts(owner) if owner is not None else subjects(saying)


def _saying(verb: Token) -> tuple[Token, ...]:
    """Find the word that says what a clause says: "Ankara *maintains* that the islet belongs to it"."""
    if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
        return (verb.head,)
    is_content = verb.dep_ in {"acl", "ccomp"} and opens_with_that(verb)
    return (verb.head,) if is_content and first_child(verb.head, "poss") is not None else ()


def _adverbs(verb: Token) -> tuple[Token, ...]:
    """Give the adverbs of a verb; one before a phrase is no word of that: "brought X and Y *together* at Geneva"."""
    before = (
        c for phrase in verb.children if phrase.dep_ == "prep" for c in phrase.children if c.i < phrase.i
    )
    own = (c for c in verb.children if c.dep_ == "advmod")
    return (*own, *(c for c in before if c.dep_ == "advmod" and c.lower_ in _TOGETHER))


def _object_nouns(verb: Token) -> list[Token]:
    """Give the nouns and adjectives whose prepositions count as the verb's: "signed a treaty with X"."""
    labels = {"dobj", "attr", "nsubjpass", "acomp", "oprd"}
    carried = [c for c in verb.children if c.dep_ in labels or (c.dep_ == "ccomp" and c.pos_ == "ADJ")]
    return [t for c in carried for t in (*conjuncts(c), c) if t.pos_ in {"NOUN", "ADJ"}]


def _is_only_to(verb: Token) -> bool:
    """Tell whether an infinitive says what came of a clause: "took it, *only to pull* out"."""
    return verb.dep_ in {"advcl", "xcomp"} and any(c.lower_ == "only" for c in verb.children)


def _held_before(verb: Token) -> tuple[Token, ...]:
    """Find what land who does something took before: "occupied *Manchuria* and only pulled out in 1946".

    So it is in "took *the oilfield*, only to pull out".
    """
    cues = load_cues()
    taking = cues.places_held_by | cues.agents_ruling_verbs | _ENTERING
    while (verb.dep_ == "conj" or _is_only_to(verb)) and verb.head.pos_ == "VERB" and verb.head != verb:
        verb = verb.head
        done = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))  # "chose to enter X and stayed"
        taken = (objects(deed) for deed in done if deed.lemma_.lower() in taking)
        if land := next((found for found in taken if found), ()):
            return land
    return ()


# All roles but the prepositions.
_ROLES: Mapping[str, Callable[[Token], tuple[Token, ...]]] = {
    "subject": subjects,
    "object": objects,
    "clause": _clauses,
    "content": _content,
    "stated": _stated,
    "indirect": _indirect,
    "attribute": _attributes,
    "there": _there,
    "brought_in": _brought_in,
    "to": _recipients,
    "reporter": _reporters,
    "saying": _saying,
    "clause_subject": subject_above,
    "outer_subject": outer_subject,
    "condition": _conditions,
    "occasion": _occasions,
    "nearer": _nearer_subject,
    "adverb": _adverbs,
    "governor": _governor,
    "purpose": _purposes,
    "theme": _themes,
    "dated": _years,
    "held_before": _held_before,
    "scene": scene_of,
    "plea": plea_before,
    "signed_before": signed_before,
}
VERB_ROLES = frozenset(_ROLES)
"""The roles of a clause's arguments that are not prepositions, and "to", which is one."""
