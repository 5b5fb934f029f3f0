"""What mends the analysis of a sentence where the small model errs by rule: each repair has its construction."""

from collections.abc import Mapping, Sequence

from kgraph.cues import load_cues
from kgraph.parse.adjuncts import (
    free_from_span,
    give_noun,
    give_object,
    give_shifted,
    hang_line,
    hang_state,
    join_objects,
    join_to_main_verb,
    open_clause,
    part_given,
    take_for_particle,
    take_for_subject,
    take_share,
)
from kgraph.parse.agents import give_agent
from kgraph.parse.antecedents import (
    agree_in_number,
    agree_in_plural,
    hang_behind_date,
    hang_on_name,
    share_of_name,
)
from kgraph.parse.appositions import set_apart
from kgraph.parse.before_names import take_for_name, take_for_prefix
from kgraph.parse.between import join_between
from kgraph.parse.content_clauses import go_on_judging, join_contents, open_content
from kgraph.parse.fellows import (
    are_lands,
    join_fellow,
    join_like,
    join_over_participle,
    join_second,
    part_served,
)
from kgraph.parse.gerunds import (
    give_owner,
    give_subject,
    set_beside,
    take_for_noun,
    take_for_object,
    take_for_participle,
)
from kgraph.parse.grounds import hang_ground, tell_of_land
from kgraph.parse.infinitives import complete_verb, go_on_with_infinitive, tell_of_ranked
from kgraph.parse.insertions import resume_clause
from kgraph.parse.inversions import turn_inverted
from kgraph.parse.joint_forces import join_forces
from kgraph.parse.left_out_verbs import part_gaps
from kgraph.parse.lost_subjects import find_lost_subject
from kgraph.parse.main_verbs import (
    free_bare_verb,
    free_from_date,
    free_from_year,
    free_main_verb,
    free_subject_from_year,
    take_for_finite,
    take_for_move,
    take_for_plural_finite,
)
from kgraph.parse.members import give_to_counted, join_counted, join_members
from kgraph.parse.office_holders import set_apart_holders
from kgraph.parse.parted import join_over_report, join_over_time
from kgraph.parse.predicates import describe_noun
from kgraph.parse.prepositions import hang_preposition
from kgraph.parse.relatives import (
    give_back_pronoun,
    hang_bare_relative,
    hang_relative,
    lower_object,
    lower_preposition,
    part_possessed,
    part_relative,
    take_for_relative,
)
from kgraph.parse.repair import Repairs, repair
from kgraph.parse.rows import HELPING, NOUN_SUBJECT, NOUNS, Row, is_below, subject_label
from kgraph.parse.second_clauses import (
    go_on_behind_time,
    go_on_with_main_clause,
    go_on_with_participle,
    go_on_with_passive,
    go_on_with_speaker,
    part_clauses,
    part_over_insertion,
    part_spliced,
    take_for_passive,
)
from kgraph.parse.shared_subjects import (
    give_back_object,
    go_on_beside_infinitive,
    go_on_with_verb,
    join_to_participle,
    take_for_passive_denied,
    take_for_subject_before,
    take_for_verb_of_all,
)
from kgraph.parse.ships import take_for_ship
from kgraph.parse.weekdays import part_from_day, part_from_year

__all__ = ["mend"]

_MISTAKEN = frozenset({"acl", "advcl", "ccomp", "conj", "dobj", "pobj", "relcl"})
_BEFORE_NOUN = frozenset({"amod", "case", "compound", "det", "nmod", "poss"})
_MAX_PHRASE = 6  # words from "not" to the name
_MAX_TOLD = 40  # words between a claim and the verb of what it says
_DESCRIBING = frozenset({"det", "amod", "compound", "nummod", "nmod"})
_LISTED = frozenset({"pobj", "dobj", "conj", "appos"})
_JOINING = frozenset({"and", "as", "or", "well"})


def mend(rows: Sequence[Row], gaps: Sequence[tuple[int, int]]) -> None:
    """Mend the analysis of a sentence.

    Args:
        rows: its words, analysed; those that stand wrong are changed.
        gaps: where subject and object of a clause without its verb stand, left to right.
    """
    for row in rows:
        _raise_subject(rows, row)
    part_gaps(rows, gaps)
    set_apart_holders(rows)
    join_members(rows)
    join_between(rows)
    set_apart(rows)
    for position, _ in enumerate(rows):
        _AT_WORDS.mend(rows, position)
    _take_both(rows)


def _raise_subject(rows: Sequence[Row], row: Row) -> None:
    """Hang a subject on its verb where the model hung it on the auxiliary: "Peru and Chile *are* committed"."""
    auxiliary = rows[row.head]
    if row.label in NOUN_SUBJECT and auxiliary.label in HELPING:
        row.head = auxiliary.head
        row.label = subject_label(is_passive=auxiliary.label == "auxpass")


@repair(labels=_MISTAKEN, tags={"VBZ"}, words={"claims"})
def _take_for_claims(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is where the model took it for a verb: "rejects its maritime *claims* as void"."""
    row = rows[position]
    if row.text != "claims":
        return
    first = position
    while first and (
        rows[first - 1].label in _BEFORE_NOUN or (first == position and _is_object(rows[first - 1]))
    ):
        first -= 1
    phrase = rows[first:position]
    above = rows[first - 1] if first else row
    if not any(r.label == "poss" for r in phrase) or above.part_of_speech not in {"ADP", "VERB"}:
        return
    for place, other in enumerate(phrase, first):
        if other.head in {position - 1, position} or place == position - 1:
            other.head = position
    rows[position - 1].label = "amod"
    _be_claims(row, first - 1, "pobj" if above.part_of_speech == "ADP" else "dobj")


@repair(labels=_MISTAKEN, tags={"VBZ"}, words={"claims"})
def _take_for_claims_of(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is after whose they are: "is investigating *Eritrean claims* that troops entered X"."""
    row, owner = rows[position], rows[position - 1]
    is_after = position > 1 and owner.label == "dobj" and owner.head < position - 1
    is_told = position + 1 < len(rows) and rows[position + 1].text == "that"
    if not (row.text == "claims" and is_after and is_told) or owner.part_of_speech not in {"ADJ", "PROPN"}:
        return
    _be_claims(row, owner.head, "dobj")
    owner.head, owner.label = position, "amod"
    for other in rows[position + 1 : position + 1 + _MAX_TOLD]:
        if other.head == position and other.label == "ccomp":
            other.label = "acl"


def _be_claims(row: Row, head: int, label: str) -> None:
    row.head, row.label = head, label
    row.tag, row.part_of_speech, row.lemma = "NNS", "NOUN", "claim"


def _is_object(row: Row) -> bool:
    return row.label in {"dobj", "pobj"}


@repair(labels={"auxpass"}, words={"being"})
def _reduce_passive(rows: Sequence[Row], position: int) -> None:
    """Make a participle say more of its noun where the model made a clause: "rejects the drills *being held by X*"."""
    row = rows[position]
    if row.text != "being" or rows[row.head].label != "ccomp":
        return
    participle = rows[row.head]
    subject = next((i for i in range(position - 1, participle.head, -1) if rows[i].head == row.head), None)
    if subject is not None and rows[subject].label == "nsubjpass" and subject == position - 1:
        rows[subject].head, rows[subject].label = participle.head, "dobj"
        participle.head, participle.label = subject, "acl"


@repair(labels={"nmod"})
def _part_from_rebels(rows: Sequence[Row], position: int) -> None:
    """Part a state's government from the rebels beside it: "Sudan's *government* and southern rebels"."""
    row = rows[position]
    rebels = rows[row.head]
    if row.head <= position or rows[position + 1].text != "and":
        return
    cues = load_cues()
    is_pair = row.lemma in cues.agents_nouns and rebels.lemma in cues.agents_fighting
    before = [other for other in rows[:position] if other.head == row.head]
    told = rows[position + 2 : row.head]
    is_told = all(other.part_of_speech in {"ADJ", "NOUN", "PROPN"} for other in told)
    is_whose = any(r.label == "poss" for r in before) or any(
        r.head == position and r.label in {"amod", "compound", "poss"} for r in rows[:position]
    )
    if not (is_pair and is_told and is_whose):
        return
    for other in told:
        other.head, other.label = row.head, "amod" if other.part_of_speech == "ADJ" else "compound"
    for other in before:
        other.head = position
    noun = row.head
    row.head, row.label = (position if rebels.head == noun else rebels.head), rebels.label
    rebels.head, rebels.label = position, "conj"


@repair(labels={"conj", "npadvmod"})
def _go_on_with_list(rows: Sequence[Row], position: int) -> None:
    """Hang a noun that goes on with a list on what it follows, where the model hung it on the verb above.

    "Claims islands in the north, and the reefs of the south": no verb has a noun for its fellow, but where the verb
    itself is left out ("argued with Kenya, and Eritrea with Ethiopia").
    """
    row = rows[position]
    is_added = position > 2 and [r.text for r in rows[position - 3 : position]] == ["as", "well", "as"]
    is_stray = row.label == "conj" or (is_added and row.label == "npadvmod")
    is_stray = is_stray and row.part_of_speech in NOUNS
    is_gapped = not is_added and (
        rows[min(position + 1, len(rows) - 1)].part_of_speech == "ADP" and row.part_of_speech == "PROPN"
    )
    if not is_stray or is_gapped or rows[row.head].part_of_speech != "VERB" or row.head > position:
        return
    before = position - 1
    while before > row.head and _stands_between(rows[before], position):
        before -= 1
    fellow = rows[before]
    is_fellow = fellow.part_of_speech in NOUNS and fellow.label in _LISTED
    if before > row.head and is_fellow and not is_below(rows, before, position):
        row.head, row.label = before, "conj"


@repair(labels={"neg"})
def _set_against(rows: Sequence[Row], position: int) -> None:
    """Give "not" to the name that it sets against the one before: "Malaysia, *not Laos*, claims the reef"."""
    row = rows[position]
    if row.head > position - 2 or rows[position - 1].text != ",":
        return
    behind = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    other = next((at for at in behind if rows[at].head == row.head), None)
    if other is not None and rows[other].label == "appos" and rows[row.head].part_of_speech == "PROPN":
        rows[other].label, row.head = "conj", other


@repair(labels={"conj"})
def _go_on_with_places(rows: Sequence[Row], position: int) -> None:
    """Hang a place that goes on with a list on the place before it, where the model hung it on the noun above.

    "The annexation of Crimea and *the city* of Sevastopol": no city beside an annexation. Nor does a name stand beside
    one: "the annexation of Crimea and *Sevastopol*".
    """
    row, cues = rows[position], load_cues()
    above = rows[row.head]
    nouns = cues.places_nouns
    is_name = row.part_of_speech == "PROPN" and above.lemma in cues.places_titles | cues.presupposed_takings
    is_stray = (row.lemma in nouns or is_name) and row.head < position
    if not is_stray or above.part_of_speech != "NOUN" or above.lemma in nouns or are_lands(above, row):
        return
    before = position - 1
    while before > row.head and _stands_between(rows[before], position):
        before -= 1
    before = _named_with(rows, before)
    fellow = rows[before]
    is_place = fellow.label in _LISTED and fellow.part_of_speech == "PROPN"
    is_above = is_below(rows, before, row.head) and not is_below(rows, before, position)
    if before > row.head and is_place and is_above:
        row.head = before


def _named_with(rows: Sequence[Row], position: int) -> int:
    """Climb from the last word of a name with "of" to its head: "the Autonomous *Republic* of Crimea"."""
    preposition = rows[position].head
    above = rows[preposition].head
    is_inside = rows[preposition].text == "of" and rows[above].part_of_speech == "PROPN"
    return above if is_inside and above == preposition - 1 else position


def _take_both(rows: Sequence[Row]) -> None:
    """Give each "both" its role beside a verb: object in "recognised both as", subject in "which both claim"."""
    found = [position for position, row in enumerate(rows) if row.text.lower() == "both"]
    below: dict[int, list[Row]] = {}
    for row in rows if found else ():
        below.setdefault(row.head, []).append(row)
    for position in found:
        _place_both(rows, position, below)


def _place_both(rows: Sequence[Row], position: int, children: Mapping[int, Sequence[Row]]) -> None:
    row = rows[position]
    if row.label not in {"advmod", "det", "preconj"}:
        return
    above = rows[row.head]
    is_behind = above.tag == "IN" or above.text.lower() == "back"
    if is_behind and row.head == position + 1 and above.head == position - 1:  # "recognised both as states"
        row.head = position - 1
    verb, below = rows[row.head], children.get(row.head, ())
    if verb.part_of_speech != "VERB" or any(r.label == "dobj" for r in below):
        return
    relative = next((r for r in below if r.tag == "WDT" and r.label == "nsubj"), None)
    after = rows[position + 1] if position + 1 < len(rows) else row
    if row.head == position - 1 and (after.tag == "IN" or after.text.lower() == "back"):
        row.label, row.part_of_speech = "dobj", "PRON"
    elif row.head == position + 1 and relative is not None:
        row.label, row.part_of_speech, relative.label = "nsubj", "PRON", "dobj"


def _stands_between(row: Row, noun: int) -> bool:
    """Tell whether a word is a comma, "and", "as well as", or what describes the noun that follows."""
    if row.head == noun:
        return row.label in _DESCRIBING
    return row.label == "punct" or (row.label in {"advmod", "cc"} and row.text.lower() in _JOINING)


# What mends the analysis at one word, in this order: each reckons with what those before have mended.
_AT_WORDS = Repairs(
    (
        part_from_day,
        part_from_year,
        join_forces,
        take_for_ship,
        take_for_verb_of_all,
        go_on_with_verb,
        take_for_subject_before,
        take_for_passive_denied,
        join_to_participle,
        give_back_object,
        go_on_beside_infinitive,
        take_for_prefix,
        take_for_name,
        free_main_verb,
        free_from_date,
        free_from_year,
        free_subject_from_year,
        free_bare_verb,
        take_for_finite,
        take_for_move,
        take_for_plural_finite,
        take_for_participle,
        describe_noun,
        take_for_noun,
        take_for_object,
        set_beside,
        resume_clause,
        join_over_time,
        join_over_report,
        find_lost_subject,
        join_fellow,
        join_second,
        join_like,
        part_served,
        _part_from_rebels,
        join_counted,
        give_to_counted,
        _go_on_with_list,
        join_over_participle,
        _set_against,
        go_on_with_infinitive,
        tell_of_ranked,
        complete_verb,
        open_content,
        go_on_judging,
        join_contents,
        part_clauses,
        part_over_insertion,
        part_spliced,
        go_on_behind_time,
        go_on_with_main_clause,
        go_on_with_speaker,
        go_on_with_passive,
        go_on_with_participle,
        take_for_passive,
        _take_for_claims,
        _take_for_claims_of,
        _go_on_with_places,
        hang_preposition,
        hang_ground,
        tell_of_land,
        give_agent,
        turn_inverted,
        _reduce_passive,
        hang_relative,
        lower_preposition,
        lower_object,
        hang_on_name,
        agree_in_number,
        agree_in_plural,
        share_of_name,
        hang_behind_date,
        part_relative,
        take_for_relative,
        hang_bare_relative,
        give_back_pronoun,
        part_possessed,
        hang_state,
        give_owner,
        give_subject,
        join_objects,
        open_clause,
        take_for_subject,
        take_for_particle,
        hang_line,
        free_from_span,
        give_noun,
        join_to_main_verb,
        give_object,
        give_shifted,
        take_share,
        part_given,
    )
)
