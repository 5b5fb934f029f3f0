"""Verbal propositions: the subject, objects and prepositional arguments of a clause, passives turned."""

from kgraph.propositions.clauses.control import (
    addressed,
    is_deed_judged,
    is_own_deed,
)
from kgraph.propositions.clauses.joined_verbs import goals_shared
from kgraph.propositions.clauses.own_subjects import OBJECT_MISREAD, names_exception
from kgraph.propositions.clauses.participles import is_gerund
from kgraph.propositions.clauses.relative_clauses import is_ranked
from kgraph.propositions.clauses.relative_pronouns import resolve_relatives
from kgraph.propositions.clauses.roles import VERB_ROLES, verb_argument, verb_arguments
from kgraph.propositions.clauses.subjects_above import outer_subject, subject_above
from kgraph.propositions.clauses.subjects_and_objects import (
    grammatical_subjects,
    objects,
    subjects,
    through_relative,
)
from kgraph.propositions.clauses.unsaid_objects import leaves_out_signed
from kgraph.propositions.clauses.verb_forms import (
    is_bare_form,
    is_passive,
    is_yet_to,
    open_copula,
    shared_auxiliaries,
    verb_lemma,
)

__all__ = [
    "OBJECT_MISREAD",
    "VERB_ROLES",
    "addressed",
    "goals_shared",
    "grammatical_subjects",
    "is_bare_form",
    "is_deed_judged",
    "is_gerund",
    "is_own_deed",
    "is_passive",
    "is_ranked",
    "is_yet_to",
    "leaves_out_signed",
    "names_exception",
    "objects",
    "open_copula",
    "outer_subject",
    "resolve_relatives",
    "shared_auxiliaries",
    "subject_above",
    "subjects",
    "through_relative",
    "verb_argument",
    "verb_arguments",
    "verb_lemma",
]
