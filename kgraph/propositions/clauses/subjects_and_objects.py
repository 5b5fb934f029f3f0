"""Who does what to whom, passives turned, also where a clause shares its subject with another.

Shared subjects are found where they stand: with the verb it is coordinated with, with the noun that a relative or
participial clause modifies, with the verb that controls it. So each function here may ask for any other's answer
about the clause above; what asks for none is in the modules beside.
"""

from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    governed,
    has_infinitive,
    is_beyond_semicolon,
    is_definite,
    is_verb,
    prepositional_objects,
)
from kgraph.propositions.clauses.control import (
    addressed,
    commands_own,
    hangs_on_object,
    is_own_deed,
    judged,
    makes_others_act,
    named_before,
    told_by,
    verdict_above,
)
from kgraph.propositions.clauses.joined_verbs import verb_going_on
from kgraph.propositions.clauses.own_subjects import (
    OBJECT_MISREAD,
    TIMES,
    misread_subject,
    name_joined_to,
    own_subjects,
)
from kgraph.propositions.clauses.participles import (
    is_in_brackets,
    is_of_one_each,
    is_said_as,
    is_set_off,
    list_of,
    lying_there,
    named_thing,
    nearer_name,
    share_with,
)
from kgraph.propositions.clauses.passives import accompanying, agents_of, given_things, passes_on, taken_along
from kgraph.propositions.clauses.relative_clauses import (
    RELATIVE,
    both_before,
    cleft_copula,
    free_relative_of,
    has_relative_object,
    is_added,
    is_aim_of_zero_relative,
    is_of_all_subjects,
    is_plural,
    is_singled,
    is_zero_relative,
    name_before_which,
    object_singled_out,
    one_of,
    relative_going_on,
    right_before,
    second_object,
    singled_out,
)
from kgraph.propositions.clauses.reported_in_relatives import noun_reported_of, report_in_relative
from kgraph.propositions.clauses.verb_forms import (
    SUBJECTS,
    is_back,
    is_copula,
    is_headless,
    is_participle,
    is_passive,
    is_past_infinitive,
    is_yet_to,
    may_share_object,
    open_copula,
)
from kgraph.tokens import Token

__all__ = ["antecedents_of", "grammatical_subjects", "objects", "subjects", "through_relative"]

# A clause below these labels borrows its subject from the verb above when it has none.
_CONTROLLED = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "conj"})
# What stands after these the subject does, after others ("accused X of", "kept X from") the object.
_OF_THE_SUBJECT = frozenset(
    """
    after before besides by despite in on since through upon while without
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_HELPING = frozenset({"aid", "assist", "help"})
_NAMING = frozenset({"call", "dub", "know", "name", "style"})
_JOINED = frozenset({"ccomp", "conj", "xcomp"})
_MAX_DEPTH = 8
# What one gives another to do: "gave X the right to station troops in Y".
_RIGHTS = frozenset(
    {"authority", "consent", "licence", "license", "mandate", "permission", "power", "right", "task"}
)
_RETURNS = frozenset({"addition", "exchange", "return"})  # "kept Cuba in exchange for ceding Florida"
# Who does these to a plan is not who would do what it says: "criticized plans to annex X".
_COMMENTING = frozenset(
    {"condemn", "criticize", "denounce", "deplore", "oppose", "praise", "protest", "welcome"}
)
# Nor is who says that something has them: "stressed the importance of annexing X".
_WEIGHED = frozenset({"importance", "legality", "merit", "necessity", "significance", "urgency", "wisdom"})
_ADVISING = frozenset({"advise", "argue", "caution", "counsel", "warn"})
_BEING = frozenset({"be", "become", "remain"})
_MEASURED = frozenset(
    {"acomp", "advmod", "npadvmod"}
)  # "is committed to preserving X", "*a day* after annexing X"


@lru_cache(maxsize=1024)
def subjects(verb: Token) -> tuple[Token, ...]:
    """Find who or what does the action, left to right; empty where the clause names nobody."""
    if is_passive(verb):
        return agents_of(verb)
    return grammatical_subjects(verb, 0)


@lru_cache(maxsize=1024)
def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Find what the action is done to, left to right."""
    if is_passive(verb):
        return given_things(verb) or grammatical_subjects(verb, depth)
    renamed = second_object(verb)
    beside = [c for c in verb.children if c.dep_ == "dobj" and c != renamed]
    if not beside:  # what stands there beside an object says what that is: "calls Corfu its *own*"
        beside = [c for c in verb.children if c.dep_ == "oprd" and c != renamed]
    beside += [s for c in verb.children if is_back(c) for s in c.children if s.dep_ == "nsubj"]
    own = [t for c in beside for t in conjuncts(c)]
    if own:
        return through_relative(verb, (*own, *taken_along(verb)))
    behind = (c for c in verb.children if c.dep_ in OBJECT_MISREAD and c.i > verb.i)
    misread = next((c for c in behind if c.tag_ in {"NNP", "NNPS"}), None)
    if misread is not None and misread.ent_type_ not in TIMES:
        return conjuncts(misread)
    if verb.dep_ in {"acl", "relcl"} and (is_zero_relative(verb) or has_relative_object(verb)):
        return antecedents_of(verb)
    if is_aim_of_zero_relative(verb):
        return antecedents_of(verb.head)
    return _shared_object(verb, depth) or _relative_object_before(verb) or object_singled_out(verb)


def grammatical_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    """Find what stands as subject, whatever the voice; borrowed where the clause has none of its own."""
    both = both_before(verb)
    own = [both] if both is not None else own_subjects(verb) or name_joined_to(verb)
    if own:
        agent = first_child(verb, "agent")
        beside = (t for t in accompanying(verb, own[0]) if agent is None or t.i < agent.i or passes_on(verb))
        return through_relative(verb, (*own, *beside))
    if depth > _MAX_DEPTH:
        return ()
    return misread_subject(verb) or _said_of(verb) or _borrowed_subject(verb, depth)


def _said_of(verb: Token) -> tuple[Token, ...]:
    """Find what a participle or relative clause is about: the noun that it modifies."""
    if is_said_as(verb):
        return objects(verb.head)
    is_transitive = verb.lemma_.lower() not in load_cues().predicated_intransitive
    is_behind = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i > verb.head.i
    if is_behind and is_transitive:  # "gave up X, held by Y since"
        named = nearer_name(verb)
        return _told_of(named, verb) if named is not None else ()
    is_heading = verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"  # "X: held by Y; claimed by Z"
    if is_beyond_semicolon(verb, verb.head) and not is_heading:
        return ()
    if is_headless(verb):
        return conjuncts(verb.head)
    is_after = verb.pos_ == "ADJ" and verb.dep_ == "amod" and verb.i > verb.head.i
    if is_after and first_child(verb, "xcomp") is not None:  # "a truce *due* to be signed by X"
        return conjuncts(verb.head)
    is_reduced = (verb.tag_ == "VBG" or is_participle(verb)) and not is_past_infinitive(verb)
    if verb.dep_ in {"acl", "amod", "relcl"} and verb.head != verb and is_reduced:
        return _modified(verb)
    if verb.dep_ == "oprd" and verb.tag_ == "VBN" and is_passive(verb.head):  # "were declared *annexed* by X"
        return tuple(own_subjects(verb.head))
    if is_yet_to(verb) or (verb.dep_ == "appos" and verb.tag_ in {"VBN", "VBG"}):
        return conjuncts(verb.head)
    return ()


def _borrowed_subject(verb: Token, depth: int) -> tuple[Token, ...]:
    """Find the subject that a clause without its own shares with the verb or noun above it."""
    head = verb.head
    if verb.dep_ == "acomp":  # "is due to meet", "remain stationed": the subject hangs on the copula
        return grammatical_subjects(head, depth + 1)
    if verb.dep_ in {"acl", "relcl"} and is_singled(head):
        return _same_as(head)
    if verb.dep_ in {"acl", "amod", "relcl"} and head != verb:
        is_reduced = verb.tag_ in {"VBG", "VBN"} and not is_past_infinitive(verb)
        return () if is_reduced else _noun_controller(head, depth)
    if verb.dep_ == "pcomp" and (acting := _gerund_subject(head, depth)) is not None:
        return acting
    is_finite = first_child(verb, "auxpass") is not None  # "left the union but was annexed by"
    is_alike = is_passive(head) or not is_passive(verb) or is_finite or is_copula(head)
    if verb.dep_ == "conj" and (described := relative_going_on(verb)) is not None:
        return antecedents_of(described)
    if verb.dep_ == "conj" and is_verb(head) and is_alike:
        return grammatical_subjects(head, depth + 1)
    earlier = open_copula(verb)
    if earlier is not None and earlier.dep_ != "ROOT":
        return grammatical_subjects(earlier, depth + 1)
    # "went so *far* as to annex X"
    if verb.dep_ == "advcl" and head.dep_ == "advmod" and has_infinitive(verb):
        return grammatical_subjects(head.head, depth + 1)
    if (report := report_in_relative(verb)) is not None:
        return antecedents_of(report)
    if (told_of := noun_reported_of(verb)) is not None:
        return conjuncts(told_of)
    if verb.dep_ in _CONTROLLED and head.pos_ in {"VERB", "AUX", "ADJ"} and head != verb:
        is_asked = has_infinitive(verb) and (makes_others_act(head) or bool(addressed(head)))
        is_adjunct = verb.dep_ == "advcl" and not is_asked
        return grammatical_subjects(head, depth + 1) if is_adjunct else _controller(head, depth)
    return ()


def _gerund_subject(preposition: Token, depth: int) -> tuple[Token, ...] | None:
    """Find who does what stands behind a preposition; None where that hangs on nothing that tells."""
    # "for taking X and *for* annexing Y"
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head
    above = preposition.head
    if hangs_on_object(preposition):
        verb = above.head
        is_of_subject = preposition.lower_ == "by"
        return grammatical_subjects(verb, depth + 1) if is_of_subject else _controller(verb, depth)
    if (verdict := verdict_above(preposition)) is not None:
        return grammatical_subjects(verdict.head, depth + 1) if is_own_deed(verdict) else judged(verdict)
    if preposition.lower_ == "against" and above.lemma_.lower() in _ADVISING and not objects(above):
        return ()  # "warned against recognising X": nobody is told who would
    if is_verb(above):
        is_instead = preposition.i > 0 and preposition.nbor(-1).lower_ == "instead"
        if preposition.lower_ in _OF_THE_SUBJECT or preposition.i < above.i or is_instead:
            if preposition.lower_ == "in" and above.lemma_.lower() in _HELPING:  # "helps X in driving Y out"
                return objects(above)
            joined = objects(above) if preposition.lower_ == "in" and above.lemma_.lower() == "join" else ()
            return (*grammatical_subjects(above, depth + 1), *joined)  # "joins X in recognising"
        return _controller(above, depth)
    if above.dep_ in _MEASURED:
        return grammatical_subjects(above.head, depth + 1)
    return _noun_controller(above, depth) if above.pos_ == "NOUN" else None


def _same_as(noun: Token) -> tuple[Token, ...]:
    """Give what a noun is said to be the same as: "X, the first to", "X is the first to", "the first to … is X"."""
    verb = noun.head
    if (one := one_of(noun)) is not None:
        return subjects(one) if is_verb(one) else _same_as(one)
    if noun.dep_ == "appos":
        return conjuncts(verb)
    if noun.dep_ == "attr":
        return subjects(verb)
    if noun.dep_ == "nsubj" and verb.lemma_.lower() == "be":
        said = tuple(t for c in verb.children if c.dep_ == "attr" for t in conjuncts(c))
        return said or (noun,)
    return (noun,)


def _modified(participle: Token) -> tuple[Token, ...]:
    """Find what a participle says something of; set off by a comma or dash after a list, it is said of all of it.

    A bracket is about the name before it alone, unless it says so: "claims W, X (held by Y) and Z (both held by V)".
    """
    head = nearer_name(participle) or named_thing(participle.head)
    if participle.i < head.i:  # "between the Palestinian-ruled territory and *Israel*" says nothing of that
        return tuple(t for t in conjuncts(head) if t == head or t.pos_ != "PROPN" or head.pos_ == "PROPN")
    head = lying_there(head, is_naming=participle.lemma_.lower() in _NAMING)
    if is_in_brackets(participle, head):
        return (head,)
    if _is_what_something_is(head):  # "A is an island claimed by X"
        return grammatical_subjects(head.head, 0) or conjuncts(head)
    if named := _one_that_is_named(head):
        return named
    first = first_conjunct(head)
    listed = list_of(first) if is_set_off(participle, head) else conjuncts(head)
    if is_of_one_each(participle, head, listed):
        return (head,)
    return tuple(t for t in listed if t.i < participle.i)


def _told_of(name: Token, participle: Token) -> tuple[Token, ...]:
    """Find what a participle is told of that the parser hung on the verb: the list before it, or what A is said to be.

    "A is a state in *B*, considered part of C."
    """
    head = lying_there(name, is_naming=participle.lemma_.lower() in _NAMING)
    if _is_what_something_is(head):
        return grammatical_subjects(head.head, 0)
    return list_of(first_conjunct(head))


def _is_what_something_is(noun: Token) -> bool:
    """Tell whether a noun says what the subject is, and not what there is: "there are *prisons* run by X"."""
    is_said = noun.dep_ == "attr" and noun.head.lemma_.lower() == "be"
    return is_said and first_child(noun.head, "expl") is None


def _one_that_is_named(group: Token) -> tuple[Token, ...]:
    """Give A of "A, one of four islands claimed by X", "A is among the islands claimed by X"."""
    one = one_of(group)
    if one is None or (one.dep_ not in {"appos", "attr"} and one.lemma_.lower() != "be"):
        return ()
    return tuple(t for t in _same_as(group) if t.pos_ == "PROPN")


def _controller(matrix: Token, depth: int) -> tuple[Token, ...]:
    """Find who is to do what an infinitive says: the object of "asked China to stop", else the subject."""
    if matrix.lemma_.lower() in load_cues().support_using:  # "was used *by Hezbollah* to fire on Israel"
        agent = first_child(matrix, "agent")
        return governed(agent) if agent is not None else grammatical_subjects(matrix, depth + 1)
    controlled = [
        t for child in matrix.children if child.dep_ in {"dobj", "dative"} for t in conjuncts(child)
    ] or addressed(matrix)
    if controlled and controlled[0].ent_type_ != "DATE" and not is_passive(matrix):
        if commands_own(matrix, controlled):  # "ordered *marines* to deploy to X"
            controlled += grammatical_subjects(matrix, depth + 1)
        return tuple(controlled)
    return grammatical_subjects(matrix, depth + 1)


def _noun_controller(noun: Token, depth: int) -> tuple[Token, ...]:
    """Find who does what stands under a noun: "Japan's plan of buying", "the decision by Japan to buy"."""
    if (told := told_by(noun)) is not None:
        return told
    possessor = first_child(noun, "poss")
    if possessor is not None:
        return conjuncts(possessor)
    agents = prepositional_objects(noun).get("by", ())
    if agents and agents[0].pos_ != "VERB":
        return agents
    if named := named_before(noun):
        return named
    if noun.dep_ == "dobj" and (noun.head.lemma_.lower() in _COMMENTING or noun.lemma_.lower() in _WEIGHED):
        return ()
    if is_verb(noun.head) and noun.dep_ in {"dobj", "attr"}:
        given = first_child(noun.head, "dative") if noun.lemma_.lower() in _RIGHTS else None
        if given is not None:  # "awarded *Britain* the mandate to govern X"
            return conjuncts(given) if given.pos_ != "ADP" else governed(given)
        return grammatical_subjects(noun.head, depth + 1)
    above = noun.head.head
    if noun.dep_ == "pobj" and above.lemma_.lower() == "be":  # "X is under pressure to leave Y"
        return grammatical_subjects(above, depth + 1)
    is_of_verb = noun.dep_ == "pobj" and above.pos_ == "VERB"
    if is_of_verb and noun.lemma_.lower() in load_cues().support_aims | _RETURNS:
        return grammatical_subjects(above, depth + 1)  # "invaded Ethiopia in hopes of conquering it"
    return ()


def antecedents_of(verb: Token) -> tuple[Token, ...]:
    """Find what a relative clause is about; after "A and B, which …" only the nearest, unless the verb is plural."""
    if (people := _people_before(verb)) is not None:
        return (people,)
    head = share_with(right_before(verb) or name_before_which(verb) or verb.head)
    is_listed = head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"} and is_plural(verb)
    if is_listed and (head.tag_ in {"NNP", "NN"} or is_added(head, verb)):
        return conjuncts(first_conjunct(head))
    if is_of_all_subjects(head, verb):
        return conjuncts(first_conjunct(head))
    # "*X*, which holds the isle, and Y, which claims it"
    return _named_as(head) or tuple(t for t in conjuncts(head) if t == head or t.i < verb.i)


def _people_before(verb: Token) -> Token | None:
    """Give the people that "who" is said of alone behind a state or ruler: "the King and *the British*, who ruled"."""
    who = next((c for c in verb.children if c.lower_ == "who" and c.i < verb.i), None)
    people = who.doc[who.i - 2] if who is not None and who.i > 2 and who.nbor(-1).text == "," else None
    if people is None or people.dep_ != "conj" or people.pos_ not in {"ADJ", "PROPN"}:
        return None
    beside = [c for c in people.children if c.i < people.i]
    is_people = [c.lower_ for c in beside] == ["the"]
    return people if is_people and people.head.tag_ in {"NN", "NNP"} else None


def _named_as(noun: Token) -> tuple[Token, ...]:
    """Give the names of what is told to be such a thing: "*A and B* are islands over which X has sovereignty"."""
    if noun.dep_ != "attr" or noun.head.lemma_.lower() not in _BEING or is_definite(noun):
        return ()
    named = grammatical_subjects(noun.head, 0)
    return named if all(t.pos_ == "PROPN" for t in named) else ()


def through_relative(verb: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put the antecedent in the place of a relative pronoun."""
    clause = verb
    while clause.dep_ in _JOINED and is_verb(clause.head) and clause.head != clause:
        if cleft_copula(clause) is not None:
            break
        clause = clause.head
    resolved: list[Token] = []
    copula = cleft_copula(clause)
    for token in found:
        if token.lower_ in RELATIVE and copula is not None:
            resolved.extend(singled_out(copula))
        elif token.lower_ in RELATIVE and clause.dep_ == "relcl":
            antecedents = antecedents_of(clause)
            ranked = [same for noun in antecedents if is_singled(noun) for same in _same_as(noun)]
            resolved.extend(ranked or antecedents)  # "X is the only country that recognises Y"
        else:
            resolved.extend(free_relative_of(token, clause) or (token,))
    return tuple(resolved)


def _shared_object(verb: Token, depth: int) -> tuple[Token, ...]:
    """Find the object in "signed and ratified the treaty": it hangs on the last verb."""
    further = verb_going_on(verb) if depth <= _MAX_DEPTH else None
    return objects(further, depth + 1) if further is not None else ()


def _relative_object_before(verb: Token) -> tuple[Token, ...]:
    """Find the object in "which X detached and ceded to Y", "which X refuses to return and Y claims": it hangs before.

    So does that of "the port X seized and Y wants", which no pronoun names.
    """
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB":
        return ()
    governing = first_child(first, "xcomp") or first
    shared = [c for c in governing.children if c.dep_ == "dobj" and c.lower_ in RELATIVE and c.i < first.i]
    if shared:
        return through_relative(first, tuple(shared)) if may_share_object(verb) else ()
    is_bare = first.dep_ == "relcl" and first_child(verb, *SUBJECTS) is not None and is_zero_relative(first)
    return antecedents_of(first) if is_bare and may_share_object(verb) else ()
