"""Infinitives that the model hung on the wrong word: on a verb further up, or on a noun that says when or where."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NAME_MODIFIERS, Row, climb

__all__ = ["complete_verb", "give_aim", "tell_of_ranked"]

_MAX_CLIMB = 3  # nouns between an infinitive and the verb above
_WHEN_OR_WHERE = frozenset({"after", "at", "before", "by", "during", "in", "on", "since", "through"})
_FOR_HOW_LONG = frozenset({"day", "decade", "hour", "month", "week", "year"})
_BELOW_NOUN = frozenset({"acl", "relcl"})
_BESIDE_OBJECT = frozenset({"advcl", "xcomp"})
_WHOSE = frozenset({"by", "of"})
_WITH_OBJECT = frozenset({"lead", "request", "require", "want"})  # "wants a state to live in"
_SEIZING_ON = frozenset({"capitalise", "capitalize", "seize"})
_COMPLETED = frozenset({"ccomp", "xcomp"})
_ATTACKS = frozenset({"invasion", "operation"})
_TOPPLING = frozenset({"depose", "overthrow", "remove", "topple", "unseat"})


@repair(labels={"advcl"}, tags={"VB"})
def give_aim(rows: Sequence[Row], position: int) -> None:
    """Hang what an attack is for on the attack right before it: "fled during the U.S. invasion *to oust* the Taliban".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the infinitive.
    """
    row, attack = rows[position], position - 2
    if attack <= row.head or rows[position - 1].text != "to" or rows[attack].label != "pobj":
        return
    cues = load_cues()
    is_attack = rows[attack].lemma in cues.presupposed_warfare | _ATTACKS
    if is_attack and row.lemma in cues.possibility_routing | _TOPPLING:
        row.head, row.label = attack, "acl"


@repair(tags={"NN", "VB"})
def complete_verb(rows: Sequence[Row], position: int) -> None:
    """Hang an infinitive on the verb that it completes: "has pressed X for weeks *to leave* Y", "used Y's fall *to*".

    What is planned or demanded by a noun stays with the noun: "asked X in its plan to leave Y". It goes back to it from
    a time: "efforts at the time *to revive* the talks", and from the verb beside: "criticised X's threat *to leave* Y".
    """
    row = rows[position]
    if row.label in _BELOW_NOUN and row.tag == "NN" and _has_to(rows, position):
        row.tag, row.part_of_speech = "VB", "VERB"  # "the decision to *sanction* X"
    if row.tag != "VB" or not _has_to(rows, position):
        return
    if row.label == "advcl" and _lacks_infinitive(rows, row.head, position):
        row.label = "xcomp"
    if row.label in _BESIDE_OBJECT and (plan := _owned_plan(rows, position)) is not None:
        row.head, row.label = plan, "acl"
        return
    if row.label not in _BELOW_NOUN:
        return
    if (planned := _planned_before(rows, row.head)) is not None:
        row.head, row.label = planned, "acl"
        return
    if (user := _user(rows, row.head)) is not None:
        row.head, row.label = user, "xcomp"
        return
    verb = _asking(rows, row.head) or _verb_above(rows, row.head)
    if verb is None or not _looks_ahead(rows[verb].lemma):
        return
    below = rows[verb + 1 : position]
    if not any(other.head == verb and other.label in _COMPLETED for other in below):
        row.head, row.label = verb, "xcomp"


def _lacks_infinitive(rows: Sequence[Row], verb: int, position: int) -> bool:
    """Tell whether a verb that says little without an infinitive has none yet: "tried since 1988 *to prevent* it"."""
    if rows[verb].lemma not in load_cues().support_infinitives or verb > position:
        return False
    between = rows[verb + 1 : position]
    return not any(row.head == verb and row.label in _COMPLETED | {"dobj"} for row in between)


def _asking(rows: Sequence[Row], noun: int) -> int | None:
    """Give the verb by which a noun is asked to do what was hung on it: "asked the court, the ICJ, *to rule*"."""
    verb, cues = rows[noun].head, load_cues()
    is_asked = rows[noun].label == "dobj" and rows[verb].lemma in cues.support_causing - _WITH_OBJECT
    planned = cues.possibility_nouns | cues.support_aims | cues.support_demands
    return verb if is_asked and verb < noun and rows[noun].lemma not in planned else None


def _owned_plan(rows: Sequence[Row], position: int) -> int | None:
    """Give somebody's plan or refusal right before an infinitive: "criticised X's *threat* to leave Y".

    So does "the *threat* by X to leave Y", and "alarmed by the Xian *threat* to leave Y".
    """
    last = position - 1
    while last and rows[last].head == position:
        last -= 1
    by = rows[last].head
    is_owned = (
        rows[last].label == "pobj"
        and rows[by].text in _WHOSE
        and rows[rows[by].head].part_of_speech == "NOUN"
    )
    noun = rows[by].head if is_owned else last
    row, cues = rows[noun], load_cues()
    if row.label not in {"dobj", "pobj"} or row.lemma not in cues.possibility_nouns | cues.negation_nouns:
        return None
    verb = climb(rows, row.head, lambda above: above.part_of_speech == "ADP")
    owners = rows[max(0, verb) : noun]
    is_owned = is_owned or any(other.head == noun and _is_owner(other) for other in owners)
    return (
        noun
        if is_owned and verb == rows[position].head and rows[verb].lemma not in cues.support_using
        else None
    )


def _is_owner(row: Row) -> bool:
    """Tell whether a word before a plan says whose it is: "*its* decision", "the *Israeli* decision"."""
    return row.label == "poss" or (row.label in NAME_MODIFIERS and row.text[:1].isupper())


def _planned_before(rows: Sequence[Row], noun: int) -> int | None:
    """Give the plan or effort that stands right before a phrase of when: "*efforts* at the time"."""
    preposition = rows[noun].head
    before = rows[preposition - 1] if preposition else rows[noun]
    is_when = rows[noun].label == "pobj" and rows[preposition].text in _WHEN_OR_WHERE
    is_plan = before.part_of_speech == "NOUN" and before.lemma in load_cues().possibility_nouns
    return preposition - 1 if is_when and is_plan and preposition < noun else None


def _has_to(rows: Sequence[Row], position: int) -> bool:
    return any(row.head == position and row.tag == "TO" for row in rows[max(0, position - 3) : position])


def _user(rows: Sequence[Row], noun: int) -> int | None:
    """Give the verb by which something is made use of: "*used* X's defeat to seize Y", "*took* advantage of it to"."""
    row, cues, verb = rows[noun], load_cues(), rows[noun].head
    if row.lemma in cues.possibility_nouns | cues.negation_nouns | cues.support_aims | cues.support_demands:
        return None  # "used X's *refusal to leave* Y"
    if row.label == "dobj":
        return verb if rows[verb].lemma in cues.support_using else None
    preposition, verb = verb, rows[verb].head
    is_of_advantage = rows[preposition].text == "of" and any(
        other.lemma == "advantage" and other.head == verb for other in rows[verb:preposition]
    )
    is_on = rows[preposition].text == "on" and rows[verb].lemma in _SEIZING_ON
    return verb if row.label == "pobj" and (is_of_advantage or is_on) else None


def _verb_above(rows: Sequence[Row], noun: int) -> int | None:
    """Climb from a noun that says when, where or by what to the verb that it says so of."""
    cues = load_cues()
    planned = cues.possibility_nouns | cues.support_aims | cues.support_demands
    for _ in range(_MAX_CLIMB):
        preposition = rows[noun].head
        above = rows[preposition].head
        word = rows[preposition].text
        is_planned = rows[noun].lemma in planned and word != "during"
        if rows[noun].label != "pobj" or is_planned or above > noun:
            return None
        if rows[above].part_of_speech == "VERB":
            is_long = word == "for" and rows[noun].lemma in _FOR_HOW_LONG
            return above if is_long or word in _WHEN_OR_WHERE else None
        noun = above
    return None


def _looks_ahead(verb: str) -> bool:
    cues = load_cues()
    return verb in cues.support_causing | cues.possibility_verbs


@repair(labels={"mark"}, words={"after"})
def tell_of_ranked(rows: Sequence[Row], position: int) -> None:
    """Say with an infinitive what one did next: "became the second country *after X to recognise* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "after".
    """
    verb, ranked = rows[position].head, position - 1
    is_to = any(r.head == verb and r.tag == "TO" for r in rows[position:verb])
    if not is_to or rows[verb].label != "advcl" or ranked < 0 or rows[ranked].label != "attr":
        return
    between = range(position + 1, verb)
    other = next((at for at in between if rows[at].head == verb and rows[at].label == "nsubj"), None)
    if other is not None and rows[verb].head == rows[ranked].head:
        rows[position].head, rows[position].label = ranked, "prep"
        rows[other].head, rows[other].label = position, "pobj"
        rows[verb].head, rows[verb].label = ranked, "acl"
