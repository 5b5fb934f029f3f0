"""What mends the analysis of a sentence where the small model errs by rule: each repair has its construction."""

from collections.abc import Mapping, Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.adjuncts import (
    free_from_span,
    give_noun,
    give_object,
    give_pronoun,
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
from kgraph.parse.repairs.agents import give_agent
from kgraph.parse.repairs.antecedents import (
    agree_in_number,
    agree_in_plural,
    hang_behind_date,
    hang_on_group,
    hang_on_last,
    hang_on_name,
    share_of_name,
)
from kgraph.parse.repairs.appositions import set_apart
from kgraph.parse.repairs.before_names import (
    hang_bracketed,
    hang_on_companion,
    take_for_doubted,
    take_for_name,
    take_for_prefix,
)
from kgraph.parse.repairs.between import join_between
from kgraph.parse.repairs.claims import take_for_claims, take_for_claims_of
from kgraph.parse.repairs.contact_clauses import part_contact_clause
from kgraph.parse.repairs.content_clauses import (
    go_on_judging,
    join_contents,
    open_content,
    tell_what_is_said,
    tell_when,
)
from kgraph.parse.repairs.dated_members import join_dated
from kgraph.parse.repairs.dates_in_front import free_from_date, free_from_year, free_subject_from_year
from kgraph.parse.repairs.deeds import tell_what_is_aimed_at, tell_what_was_done
from kgraph.parse.repairs.durations import free_from_duration
from kgraph.parse.repairs.fellows import (
    deny_fellow,
    join_fellow,
    join_like,
    join_object,
    join_over_participle,
    join_second,
    part_served,
)
from kgraph.parse.repairs.fighters import hang_group_on_fighter, take_fighters_for_object
from kgraph.parse.repairs.fronted import part_fronted
from kgraph.parse.repairs.fronted_clauses import give_verb_in_front, tell_besides_in_front
from kgraph.parse.repairs.gerunds import (
    give_owner,
    give_subject,
    hang_on_fighter,
    set_beside,
    take_for_companion,
    take_for_deed,
    take_for_noun,
    take_for_object,
    take_for_participle,
)
from kgraph.parse.repairs.grounds import hang_ground, hang_side, tell_of_land
from kgraph.parse.repairs.handed_over import hand_behind, hand_to
from kgraph.parse.repairs.helped_verbs import take_for_help
from kgraph.parse.repairs.included import hang_what_is_included
from kgraph.parse.repairs.infinitives import complete_verb, give_aim, tell_of_ranked
from kgraph.parse.repairs.insertions import resume_clause
from kgraph.parse.repairs.inversions import turn_inverted
from kgraph.parse.repairs.joint_forces import join_forces
from kgraph.parse.repairs.lands_taken import hang_where_land_lies
from kgraph.parse.repairs.left_out_verbs import part_gaps
from kgraph.parse.repairs.listed_among import name_among
from kgraph.parse.repairs.listed_verbs import go_on_with_deed, go_on_with_gerund, go_on_with_infinitive
from kgraph.parse.repairs.lost_subjects import find_lost_subject
from kgraph.parse.repairs.main_verbs import free_bare_verb, free_main_verb, free_verb_from_guise
from kgraph.parse.repairs.members import (
    count_people,
    give_to_counted,
    go_on_with_parts,
    hang_behind_colon,
    join_counted,
    join_members,
)
from kgraph.parse.repairs.office_holders import set_apart_holders
from kgraph.parse.repairs.parted import join_over_report, join_over_time
from kgraph.parse.repairs.partners import free_partner
from kgraph.parse.repairs.passives import (
    go_on_then,
    part_absolute,
    resume_passive,
    take_for_copula,
    take_for_owner,
)
from kgraph.parse.repairs.predicates import (
    describe_left,
    describe_noun,
    hold_answerable,
    hold_for,
    hold_relative_for,
    hold_subject_for,
    part_called,
    take_for_held,
)
from kgraph.parse.repairs.prepositions import hang_preposition
from kgraph.parse.repairs.relatives import (
    give_back_pronoun,
    hang_bare_relative,
    hang_relative,
    lower_object,
    lower_preposition,
    lower_subject,
    part_possessed,
    part_relative,
    take_for_relative,
)
from kgraph.parse.repairs.repair import Repairs, repair
from kgraph.parse.repairs.repeated_subjects import join_to_repeated
from kgraph.parse.repairs.second_clauses import (
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
from kgraph.parse.repairs.second_relatives import take_for_second_verb, take_for_verb_of_relative
from kgraph.parse.repairs.seeming_nouns import (
    take_for_deed_in_front,
    take_for_finite,
    take_for_main_verb,
    take_for_move,
    take_for_plural_finite,
)
from kgraph.parse.repairs.separated import join_separated
from kgraph.parse.repairs.shared_nouns import share_listed_noun, share_noun, share_officials, share_participle
from kgraph.parse.repairs.shared_subjects import (
    give_back_object,
    go_on_beside_infinitive,
    go_on_with_verb,
    join_listed_verb,
    join_to_participle,
    take_for_passive_denied,
    take_for_subject_before,
    take_for_verb_of_all,
)
from kgraph.parse.repairs.ships import take_for_ship
from kgraph.parse.repairs.signing import (
    hang_on_deed,
    hang_on_paper,
    hang_signed,
    part_from_treaty,
    sign_with,
    take_for_considered,
    take_for_means,
)
from kgraph.parse.repairs.states_of_things import free_from_adverb
from kgraph.parse.repairs.stray_members import (
    go_on_with_list,
    go_on_with_places,
    set_against,
)
from kgraph.parse.repairs.told_asides import tell_of_name
from kgraph.parse.repairs.twin_relatives import join_twin
from kgraph.parse.repairs.weekdays import part_from_day, part_from_year
from kgraph.parse.repairs.wishes import call_for, wish
from kgraph.parse.repairs.with_clauses import go_on_behind_with, meet_with_to
from kgraph.parse.rows import HELPING, NOUN_SUBJECT, Row, subject_label

__all__ = ["mend"]


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
def _part_from_others(rows: Sequence[Row], position: int) -> None:
    """Part a government from others beside it: "Sudan's *government* and southern rebels", "and U.S. envoys"."""
    row = rows[position]
    others = rows[row.head]
    if row.head <= position or rows[position + 1].text != "and":
        return
    cues = load_cues()
    before = [other for other in rows[:position] if other.head == row.head]
    told = rows[position + 2 : row.head]
    are_named = others.lemma in cues.agents_nouns and any(other.text[:1].isupper() for other in told)
    is_pair = row.lemma in cues.agents_nouns and (are_named or others.lemma in cues.agents_fighting)
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
    row.head, row.label = (position if others.head == noun else others.head), others.label
    others.head, others.label = position, "conj"


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


# What mends the analysis at one word, in this order: each reckons with what those before have mended.
_AT_WORDS = Repairs(
    (
        tell_of_name,
        part_from_day,
        part_from_year,
        join_forces,
        take_for_ship,
        take_for_second_verb,
        take_for_verb_of_relative,
        take_for_verb_of_all,
        go_on_with_verb,
        take_for_subject_before,
        take_for_passive_denied,
        join_listed_verb,
        join_to_participle,
        give_back_object,
        go_on_beside_infinitive,
        take_for_prefix,
        take_for_name,
        hang_bracketed,
        hang_on_companion,
        take_for_doubted,
        free_main_verb,
        free_from_date,
        free_from_year,
        free_subject_from_year,
        free_bare_verb,
        give_verb_in_front,
        tell_besides_in_front,
        free_verb_from_guise,
        take_for_deed_in_front,
        take_for_finite,
        take_for_main_verb,
        take_for_move,
        take_for_plural_finite,
        take_for_companion,
        hang_on_fighter,
        take_for_participle,
        describe_noun,
        describe_left,
        part_called,
        hold_for,
        hold_answerable,
        take_for_held,
        hold_subject_for,
        hold_relative_for,
        take_for_noun,
        take_for_deed,
        take_for_object,
        set_beside,
        resume_clause,
        resume_passive,
        go_on_then,
        join_over_time,
        join_over_report,
        hang_what_is_included,
        find_lost_subject,
        join_fellow,
        join_second,
        join_like,
        deny_fellow,
        join_object,
        part_served,
        _part_from_others,
        take_for_help,
        count_people,
        join_counted,
        give_to_counted,
        hang_behind_colon,
        go_on_with_parts,
        name_among,
        join_twin,
        go_on_with_list,
        join_over_participle,
        join_dated,
        set_against,
        go_on_with_infinitive,
        go_on_with_gerund,
        go_on_with_deed,
        tell_of_ranked,
        complete_verb,
        give_aim,
        open_content,
        go_on_judging,
        join_contents,
        tell_what_is_said,
        tell_when,
        tell_what_was_done,
        tell_what_is_aimed_at,
        wish,
        call_for,
        part_clauses,
        part_over_insertion,
        part_spliced,
        go_on_behind_time,
        go_on_with_main_clause,
        go_on_with_speaker,
        go_on_with_passive,
        go_on_with_participle,
        take_for_passive,
        take_for_claims,
        take_for_claims_of,
        go_on_with_places,
        part_fronted,
        join_to_repeated,
        hang_preposition,
        hang_group_on_fighter,
        take_fighters_for_object,
        hang_where_land_lies,
        join_separated,
        hand_to,
        hand_behind,
        free_from_duration,
        free_from_adverb,
        share_noun,
        share_listed_noun,
        share_officials,
        share_participle,
        hang_ground,
        hang_side,
        tell_of_land,
        give_agent,
        hang_signed,
        part_from_treaty,
        hang_on_deed,
        hang_on_paper,
        sign_with,
        take_for_considered,
        take_for_means,
        turn_inverted,
        _reduce_passive,
        part_absolute,
        take_for_copula,
        take_for_owner,
        hang_relative,
        lower_preposition,
        lower_subject,
        lower_object,
        hang_on_name,
        agree_in_number,
        agree_in_plural,
        share_of_name,
        hang_behind_date,
        hang_on_last,
        hang_on_group,
        part_relative,
        take_for_relative,
        hang_bare_relative,
        part_contact_clause,
        give_back_pronoun,
        part_possessed,
        hang_state,
        give_owner,
        give_subject,
        go_on_behind_with,
        meet_with_to,
        join_objects,
        open_clause,
        take_for_subject,
        take_for_particle,
        hang_line,
        free_from_span,
        give_noun,
        join_to_main_verb,
        give_object,
        give_pronoun,
        give_shifted,
        take_share,
        part_given,
        free_partner,
    )
)
