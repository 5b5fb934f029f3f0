"""The arguments of a noun by role, each found by a function of its own."""

from collections.abc import Callable, Mapping

from kgraph.propositions.attacks import struck
from kgraph.propositions.clauses import outer_subject, resolve_relatives
from kgraph.propositions.complements import complements, held
from kgraph.propositions.nominals.agents_behind import makers
from kgraph.propositions.nominals.contents import content_clauses
from kgraph.propositions.nominals.dealt_with import dealt_with
from kgraph.propositions.nominals.governors import (
    clause_subjects,
    governor_subjects,
    governors_of,
    preposition_before,
    reporters,
    supported_by,
)
from kgraph.propositions.nominals.listed import heading_of_entry, listed_behind
from kgraph.propositions.nominals.opened_clauses import opened_agents, opened_subjects
from kgraph.propositions.nominals.patients import done_to
from kgraph.propositions.nominals.possessors import listed_owners, modifiers, possessors
from kgraph.propositions.nominals.predication import apposed_to, appositions, predicated_of
from kgraph.propositions.nominals.words_inside import (
    line_words,
    named_itself,
    own_pronoun,
    sought_peace,
    years,
)
from kgraph.propositions.taken_up import done_by, held_before, recognized_before, told_before
from kgraph.tokens import Token

__all__ = [
    "NOUN_ROLES",
    "ROLES_BEFORE",
    "noun_argument",
    "noun_arguments",
]

# All roles but the prepositions and the purpose; the second are those that depend on which verbs are light.
_ROLES: Mapping[str, Callable[[Token], tuple[Token, ...]]] = {
    "possessor": possessors,
    "owners": listed_owners,
    "modifier": modifiers,
    "dealt_with": dealt_with,
    "done_to": done_to,
    "line": line_words,
    "peace": sought_peace,
    "named": named_itself,
    "its": own_pronoun,
    "dated": years,
    "apposed_to": apposed_to,
    "apposition": appositions,
    "preposition": preposition_before,
    "governor": governors_of,
    "governor_subject": governor_subjects,
    "predicated": predicated_of,
    "clause_subject": clause_subjects,
    "outer_subject": outer_subject,
    "opened_subject": opened_agents,
    "opened_topic": opened_subjects,
    "reporter": reporters,
    "done_by": done_by,
    "held_before": held_before,
    "told_before": told_before,
    "struck": struck,
    "held": held,
    "maker": makers,
    "recognized_before": recognized_before,
    "entry": heading_of_entry,
    "listed": listed_behind,
}
_OF_SUPPORT: Mapping[str, Callable[[Token, frozenset[str]], tuple[Token, ...]]] = {
    "support": supported_by,
    "content": content_clauses,
}
ROLES_BEFORE = frozenset({"done_by", "entry", "struck", "told_before"})
"""The roles that may lead to the sentence before."""
NOUN_ROLES = frozenset((*_ROLES, *_OF_SUPPORT, "by", "purpose"))
"""The roles of a noun's arguments that need no preposition of that name: "by" is who does a participle too."""


def noun_arguments(noun: Token, support: frozenset[str]) -> Mapping[str, tuple[Token, ...]]:
    """Collect the arguments of a noun by role, those that it has.

    Roles: `possessor` ("Japan's"), `owners` (all of a list before "whose"),
    `modifier` (adjectives and nouns before it), `done_to` (what it is of where that stands before it),
    `dated` (a year among them or in "of 1998"),
    `line` (the words among them that say which boundary: "maritime boundary" of "a maritime boundary dispute"),
    `named` (the noun itself where it is a name), `its` (the pronoun of "its claim" where nothing tells to what),
    `support` (the subject of its light verb), `governor` (the verb or noun above it) and `governor_subject`,
    `predicated` (what it is said of), `reporter` (who says so), `clause_subject` (the nearest subject above),
    `outer_subject` (the one above that), `opened_subject` (of the clause that the noun's phrase opens, who acts there),
    `opened_topic` (the same, as it stands in the clause, whatever the voice),
    `done_by` and `told_before` (who did what "the move" takes up, and what the sentence before names),
    `struck` (whom an attack killed or hit, told beside it or in the sentence that "the attack" takes up),
    `held` (what it carries or whom it belongs to), `held_before` (the land somebody held further up),
    `recognized_before` (whom somebody recognised, where "its recognition" does not say whom),
    `entry` (what the entry of a register is about whose list the noun opens: "*Treaty of X*, 1850. Parties: A, B"),
    `listed` (the names behind a colon),
    `maker` (who made it, told by the clause behind: "the zone *that Norway set up*"),
    `purpose` (the object of an infinitive after it), `content` (the clause that a claim or a plan is of),
    `preposition` (the one before it), `apposition`, `apposed_to` (what it is an apposition of) and each
    preposition after it.
    A preposition of the light verb counts as the noun's where the noun has none of that name.
    """
    roles = dict.fromkeys((*_ROLES, *_OF_SUPPORT, *complements(noun, support)))
    return {role: tokens for role in roles if (tokens := noun_argument(noun, role, support))}


def noun_argument(noun: Token, role: str, support: frozenset[str]) -> tuple[Token, ...]:
    """Give the heads of one argument of a noun, left to right; the roles are those of `noun_arguments`."""
    if (find := _ROLES.get(role)) is not None:
        return resolve_relatives(find(noun))
    if (find_by := _OF_SUPPORT.get(role)) is not None:
        return resolve_relatives(find_by(noun, support))
    return resolve_relatives(complements(noun, support).get(role, ()))
