"""The closed word lists of `data/cues.toml`: what denies, who reports, what stands for whom."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.errors import DataError
from kgraph.resources import DATA

__all__ = ["Cues", "load_cues"]

_FILE = "cues.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lemmas in lower case by what they do; the file says of each list what it is for."""

    support_verbs: frozenset[str]
    support_causing: frozenset[str]
    support_existing: frozenset[str]
    support_using: frozenset[str]
    support_aims: frozenset[str]
    support_giving: frozenset[str]
    support_given: frozenset[str]
    support_demands: frozenset[str]
    support_passing: frozenset[str]
    support_judging: frozenset[str]
    negation_words: frozenset[str]
    negation_pronouns: frozenset[str]
    negation_not_before: frozenset[str]
    negation_occasions: frozenset[str]
    negation_implicatives: frozenset[str]
    negation_manner: frozenset[str]
    negation_leaving: frozenset[str]
    negation_left: frozenset[str]
    negation_lifting: frozenset[str]
    negation_excluding: frozenset[str]
    negation_opposing: frozenset[str]
    negation_acts: frozenset[str]
    negation_refuting: frozenset[str]
    negation_from: frozenset[str]
    negation_nouns: frozenset[str]
    negation_owned: frozenset[str]
    negation_adjectives: frozenset[str]
    negation_prepositions: frozenset[str]
    negation_raising: frozenset[str]
    possibility_modals: frozenset[str]
    possibility_verbs: frozenset[str]
    possibility_actual_with_noun: frozenset[str]
    possibility_held: frozenset[str]
    possibility_rumoured: frozenset[str]
    possibility_provisions: frozenset[str]
    possibility_arranging: frozenset[str]
    possibility_deeds: frozenset[str]
    possibility_supposing: frozenset[str]
    possibility_wishes: frozenset[str]
    possibility_nouns: frozenset[str]
    possibility_at: frozenset[str]
    possibility_wished: frozenset[str]
    possibility_valued: frozenset[str]
    possibility_offered: frozenset[str]
    possibility_pending: frozenset[str]
    possibility_decided: frozenset[str]
    possibility_adjectives: frozenset[str]
    possibility_predicatives: frozenset[str]
    possibility_markers: frozenset[str]
    possibility_awaiting: frozenset[str]
    possibility_journeys: frozenset[str]
    possibility_spoken: frozenset[str]
    possibility_results: frozenset[str]
    possibility_achieving: frozenset[str]
    possibility_achieved: frozenset[str]
    possibility_denied_now: frozenset[str]
    presupposed_states: frozenset[str]
    presupposed_events: frozenset[str]
    presupposed_stands: frozenset[str]
    presupposed_endings: frozenset[str]
    presupposed_ongoing: frozenset[str]
    presupposed_aspectual: frozenset[str]
    presupposed_affecting: frozenset[str]
    presupposed_keeping: frozenset[str]
    presupposed_topics: frozenset[str]
    presupposed_warfare: frozenset[str]
    presupposed_grounds: frozenset[str]
    presupposed_looked_forward_to: frozenset[str]
    presupposed_light: frozenset[str]
    presupposed_taken_up: frozenset[str]
    presupposed_proposed: frozenset[str]
    presupposed_measures: frozenset[str]
    presupposed_takings: frozenset[str]
    presupposed_takes: frozenset[str]
    presupposed_attacks: frozenset[str]
    presupposed_striking: frozenset[str]
    predicated_back: frozenset[str]
    predicated_particles: frozenset[str]
    predicated_intransitive: frozenset[str]
    predicated_placing: frozenset[str]
    predicated_states: frozenset[str]
    reporting_verbs: frozenset[str]
    reporting_stating: frozenset[str]
    reporting_anonymous: frozenset[str]
    reporting_documents: frozenset[str]
    reporting_accusing: frozenset[str]
    reporting_nouns: frozenset[str]
    reporting_alleged: frozenset[str]
    reporting_taking: frozenset[str]
    reporting_confirming: frozenset[str]
    reporting_minds: frozenset[str]
    reporting_views: frozenset[str]
    agents_nouns: frozenset[str]
    agents_country: frozenset[str]
    agents_both: frozenset[str]
    agents_companions: frozenset[str]
    agents_voices: frozenset[str]
    agents_related: frozenset[str]
    agents_ruling: frozenset[str]
    agents_serving: frozenset[str]
    agents_serving_told: frozenset[str]
    agents_served: frozenset[str]
    agents_state_owned: frozenset[str]
    agents_press: frozenset[str]
    agents_men: frozenset[str]
    agents_members: frozenset[str]
    agents_called: frozenset[str]
    agents_armed: frozenset[str]
    agents_groups: frozenset[str]
    agents_listing: frozenset[str]
    agents_outsiders: frozenset[str]
    agents_chambers: frozenset[str]
    agents_blocs: frozenset[str]
    agents_led: frozenset[str]
    agents_counted: frozenset[str]
    places_nouns: frozenset[str]
    places_collective: frozenset[str]
    places_settlements: frozenset[str]
    places_pieces: frozenset[str]
    places_edges: frozenset[str]
    places_parts: frozenset[str]
    places_named: frozenset[str]
    places_owned: frozenset[str]
    places_own: frozenset[str]
    places_unspecific: frozenset[str]
    places_times: frozenset[str]
    places_held_by: frozenset[str]
    places_held_through: frozenset[str]
    places_titles: frozenset[str]
    places_beside: frozenset[str]
    places_handed: frozenset[str]
    places_quantities: frozenset[str]
    places_surroundings: frozenset[str]
    places_shares: frozenset[str]
    places_directions: frozenset[str]
    places_insular: frozenset[str]
    places_archipelagic: frozenset[str]
    places_countries: frozenset[str]
    lines_nouns: frozenset[str]
    lines_kinds: frozenset[str]
    talks_helped: frozenset[str]
    instruments_nouns: frozenset[str]
    instruments_vague: frozenset[str]
    instruments_laws: frozenset[str]
    instruments_of_one: frozenset[str]
    instruments_general: frozenset[str]
    instruments_made: frozenset[str]
    instruments_of: frozenset[str]
    offices_described: frozenset[str]
    offices_diplomats: frozenset[str]
    offices_leading: frozenset[str]
    bodies_nouns: frozenset[str]
    bodies_rulings: frozenset[str]
    bodies_of_states: frozenset[str]
    bodies_general: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read the lists once.

    Raises:
        DataError: the file is not TOML, or a list is missing or unknown.
    """
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads((DATA / _FILE).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{_FILE}: {error}") from error
    lists = {
        f"{table}_{name}": frozenset(words) for table, rows in tables.items() for name, words in rows.items()
    }
    missing = set(Cues.__slots__) ^ set(lists)
    if missing:
        raise DataError(f"{_FILE}: lists missing or unknown: {', '.join(sorted(missing))}")
    return Cues(**lists)
