"""Who is at odds over what: the one notion of a dispute, for the page, the summary and the derived layer.

A coder of territorial claims (ICOW) asks that one state claims a territory and that another, who holds it or claims it
too, does not give way. So here, from positive, actual assertions alone:

- **Claimants** are said to claim the territory or to have annexed it, by anybody: a claim that is reported is one.
- **Disputants** are said to be in a dispute over it; **opponents** to contest it, or to reject another's claim to it.
- **Holders** are said to administer it, to occupy it, to have annexed or got it, in the text's own voice or their own
  word. Holders *now*, as far as the texts go: those of whom no text says that it ended. Holders *once*: states of the
  past; those whose holding is dated, with its end, before the text; those who lost it, by date, after the last day on
  which they are said to hold it: handed it over, gave it up, or another took it; and those who got it by a dated
  annexation or transfer alone, where another is said to hold it later. What has no time counts as of its text's day,
  but for what the past tense tells: a state of the past ("Spain ruled it") was once; and who once took it ("Spain
  seized it") holds it as long as nobody else is said to, and as it is not said to have handed it over.
- Who **broke away** is at odds over itself with whom it left: where a text tells of it as of something that stands
  ("Georgia's breakaway region"), or where it is a state, and who was left claims or contests it. That one declared
  independence once ("in 1821") is history and no dispute, and with a state of the past nobody is at odds.
- There is a **dispute** where somebody claims, contests or disputes the territory, and two are parties or once held it.
  A state that exists is a party to a claim to it that is not told as past.

Its **status** is cautious. *Settled*, where a dated text ends it and no claim, protest or dispute is reported of a
later day: all claimants but one at most gave up, after their last claim; or the parties delimited their boundary there;
or it was awarded to somebody and handed over to it. *Contested*, where two claim it, or anybody is said to dispute it.
*Claimed*, where one claims what another is, holds or once held, and no text says that the two are at odds.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kgraph.model import Assertion, Entity, EntityKind, Modality, Past, Polarity, assertion_id, told_past
from kgraph.times import time_bounds

__all__ = ["SIDE_OF", "TERRITORY_OF", "Dispute", "Judgement", "Report", "Status", "find_disputes", "judge"]

# Which argument of a relation is the territory that it bears on.
TERRITORY_OF: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("claims", "annexed", "contests", "renounces"), "object"),
        **dict.fromkeys(("administers", "occupies", "controls"), "object"),
        **dict.fromkeys(("transferredTo", "transferredFrom", "declaredIndependenceFrom"), "subject"),
        **dict.fromkeys(("disputesWith", "rejectsClaimOf", "delimitedBoundaryWith", "ruledFor"), "about"),
    }
)
_CLAIMING = frozenset({"claims", "annexed"})
_OPPOSING = frozenset({"contests", "rejectsClaimOf"})
_HOLDING = frozenset({"administers", "occupies", "controls", "annexed"})
_TITLE = frozenset({"annexed", "transferredTo"})  # of what is held for it, it says only that it began
_TAKING = _TITLE | {"occupies"}  # what begins at its time, and is not said to end with it
_LEAVING = frozenset({"renounces", "transferredFrom"})  # who held it has it no more
_BREAKING_AWAY = "declaredIndependenceFrom"
_PLACES = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_NEVER = "~"  # after every day
_BY_ANYBODY = _CLAIMING | _OPPOSING | {"disputesWith", _BREAKING_AWAY}  # that it is reported is enough
# What a relation of `TERRITORY_OF` says of the territory: who claims it, is against that, holds it, gave it up, settled
# it, or that it broke away.
SIDE_OF: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((*sorted(_HOLDING), "transferredTo"), "hold"),
        **dict.fromkeys(sorted(_CLAIMING), "claim"),
        **dict.fromkeys((*sorted(_OPPOSING), "disputesWith"), "oppose"),
        **dict.fromkeys(("renounces", "transferredFrom"), "leave"),
        **dict.fromkeys(("delimitedBoundaryWith", "ruledFor"), "settle"),
        _BREAKING_AWAY: "secede",
    }
)


class Status(StrEnum):
    """How a dispute stands, by what the texts say."""

    CLAIMED = "claimed"
    CONTESTED = "contested"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A positive, actual assertion with a relation of `TERRITORY_OF`; days are ISO 8601, parties ids of any kind."""

    source: str
    subject: str
    predicate: str
    object: str
    own: bool  # in the text's own voice, or a party's word of itself
    time: str | None = None
    first: str | None = None
    last: str | None = None
    reported: str | None = None  # the last day on which a document said so
    past: Past | None = None  # how all that say so tell it in the past tense

    @property
    def latest(self) -> str:
        """Give the last day of which it is said: the end of its time, else the day of its text, else any day."""
        return self.last or self.reported or _NEVER

    @property
    def begins(self) -> bool:
        """Tell whether it says that something began at its time, and not that it lasted as long."""
        return self.predicate in _TAKING and self.time is not None and "/" not in self.time

    @property
    def is_undated_event(self) -> bool:
        """Tell whether it is told only that it began some time: "Spain seized it"."""
        return self.past is Past.EVENT and self.time is None

    @property
    def stands(self) -> bool:
        """Tell whether it is told without a time, and of the present: "Georgia's breakaway region of Abkhazia"."""
        return self.time is None and self.past is None

    @property
    def ended(self) -> bool:
        """Tell whether it is told as past: by its time, whose end was past when it was said, or by its tense alone."""
        if self.past is Past.STATE and self.time is None:
            return True
        return (
            self.last is not None and not self.begins and not (self.reported and self.last >= self.reported)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who is what in a dispute, by the ids of the reports, and on which reports that rests."""

    claimants: frozenset[str]
    disputants: frozenset[str]
    opponents: frozenset[str]
    holders: frozenset[str]
    former_holders: frozenset[str]
    renouncers: frozenset[str]
    status: Status
    sources: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """Give all who are at odds: who claims, disputes, opposes or holds it now."""
        return self.claimants | self.disputants | self.opponents | self.holders


def judge(
    reports: Iterable[Report], past: Callable[[str], bool] | None = None, state: str | None = None
) -> Judgement | None:
    """Tell who is at odds over one territory; None where nobody is.

    Args:
        reports: all that bear on the territory, in any order.
        past: tells whether a party is a state of the past; None: none is known to be.
        state: the territory, where it is a state.
    """
    is_past = past or (lambda party: party == "")
    counted = [r for r in reports if r.own or r.predicate in _BY_ANYBODY]
    by: defaultdict[str, list[Report]] = defaultdict(list)
    for report in counted:
        by[report.predicate].append(report)
    claims = [r for name in _CLAIMING for r in by[name]]
    protests = [r for name in _OPPOSING for r in by[name]]
    claimants, opponents = {r.subject for r in claims}, {r.subject for r in protests}
    holders, former = _tell_holders(counted, is_past)
    left = (r for r in by[_BREAKING_AWAY] if not is_past(r.object))
    breaches = [r for r in left if r.stands or (state and r.object in claimants | opponents)]
    quarrels = [*protests, *by["disputesWith"], *breaches]
    disputants = {party for r in (*by["disputesWith"], *breaches) for party in (r.subject, r.object)}
    at_odds = claimants | disputants | opponents
    is_claimed = any(r.predicate == "claims" and not r.ended for r in claims)
    itself = {state} if state is not None and is_claimed and not is_past(state) else set[str]()
    if not at_odds or len(at_odds | holders | former | itself) < 2:
        return None
    return Judgement(
        claimants=frozenset(claimants),
        disputants=frozenset(disputants),
        opponents=frozenset(opponents),
        holders=frozenset(holders),
        former_holders=frozenset(former),
        renouncers=frozenset(r.subject for r in by["renounces"]),
        status=_tell_status(claims, quarrels, by, holders),
        sources=frozenset(r.source for r in counted),
    )


def _tell_holders(reports: Iterable[Report], is_past: Callable[[str], bool]) -> tuple[set[str], set[str]]:
    """Tell who holds a territory now and who did once, as far as the reports go."""
    reports = list(reports)
    held: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.predicate in _HOLDING:
            held[report.subject].append(report)
        elif report.predicate == "transferredTo":
            held[report.object].append(report)
    live = {party: [r for r in said if not r.ended] for party, said in held.items() if not is_past(party)}
    latest = {party: max(r.latest for r in said) for party, said in live.items() if said}
    losses = [r for r in reports if not _is_mutual(r, reports)]
    now = {p for p in latest if not _lost(p, latest[p], losses) and not _superseded(p, live[p], latest)}
    firm = {p for p in now if not all(r.is_undated_event for r in live[p])}
    if not firm:
        now = {p for p in now if not any(_takes_from(p, r) for r in losses if r.predicate in _LEAVING)}
    now = firm or now
    return now, held.keys() - now


def _is_mutual(report: Report, reports: Iterable[Report]) -> bool:
    """Tell whether several gave up a claim at once, as after a war: each keeps what it holds."""
    alike = (r for r in reports if r.predicate == report.predicate == "renounces" and r.time == report.time)
    return any(other.subject != report.subject for other in alike)


def _lost(party: str, latest: str, reports: Iterable[Report]) -> bool:
    """Tell whether a party lost what it held, on the last day on which it is said to hold it or later."""
    return any(r.first is not None and r.first >= latest and _takes_from(party, r) for r in reports)


def _superseded(party: str, held: Iterable[Report], latest: Mapping[str, str]) -> bool:
    """Tell whether all that a party held by is a dated title, and another holds it at a later time."""
    if not all(r.begins and r.predicate in _TITLE for r in held):
        return False
    return any(day > latest[party] for other, day in latest.items() if other != party)


def _takes_from(party: str, report: Report) -> bool:
    match report.predicate:
        case "transferredFrom":
            return report.object == party
        case "renounces":
            return report.subject == party
        case "transferredTo":
            return report.object != party
        case "occupies" | "annexed":
            return report.subject != party and report.begins
    return False


def _tell_status(
    claims: list[Report], quarrels: list[Report], by: Mapping[str, list[Report]], holders: set[str]
) -> Status:
    gave_up = {r.subject for r in by.get("renounces", ()) if r.first and _all_before(r, claims)}
    left = {r.subject for r in claims} - gave_up
    if any(_settles(day, winners, claims, quarrels) for day, winners in _endings(by)):
        return Status.SETTLED
    last = max((r.first for r in by.get("renounces", ()) if r.first), default="")
    if (
        gave_up & {r.subject for r in claims}
        and len(left | holders) <= 1
        and all(q.latest < last for q in quarrels)
    ):
        return Status.SETTLED
    return Status.CONTESTED if len(left) > 1 or quarrels else Status.CLAIMED


def _all_before(renunciation: Report, claims: Iterable[Report]) -> bool:
    day = renunciation.first or ""
    return all(r.latest < day for r in claims if r.subject == renunciation.subject)


def _endings(by: Mapping[str, list[Report]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the dated events that can end a dispute, each with those whose claims it satisfies."""
    for drawn in by.get("delimitedBoundaryWith", ()):
        if drawn.first:
            yield drawn.first, frozenset()
    for award in by.get("ruledFor", ()):
        for given in by.get("transferredTo", ()):
            if given.object == award.object and award.first and given.first and award.first <= given.first:
                yield given.first, frozenset({given.object})


def _settles(day: str, winners: frozenset[str], claims: list[Report], quarrels: list[Report]) -> bool:
    against = [r for r in (*claims, *quarrels) if r.subject not in winners]
    return all(r.latest <= day for r in against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A territory in dispute, with those who claim it, those who else dispute it, and those who hold it, by label."""

    territory: Entity
    claimants: tuple[Entity, ...]
    opponents: tuple[Entity, ...]  # who disputes it and makes no claim of its own
    holders: tuple[Entity, ...]
    former_holders: tuple[Entity, ...]
    status: Status
    sources: frozenset[str] = frozenset()  # the ids of the assertions that this rests on


def find_disputes(
    assertions: Iterable[Assertion],
    published: Mapping[str, str] = MappingProxyType({}),
    past: Container[str] = frozenset(),
) -> tuple[Dispute, ...]:
    """List the disputes that a set of assertions shows; known places first, then by label.

    Args:
        assertions: what the texts say.
        published: the day on which a document appeared, ISO 8601, by its id, where it is known.
        past: the ids of the states that are known to be of the past.
    """
    things: dict[str, Entity] = {}
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    for one in assertions:
        territory = _territory(one)
        if territory is not None:
            reports[territory.id].append(_report(one, published))
            things |= {each.id: each for each in (one.subject, one.object, territory)}
    judged = ((key, judge(said, past.__contains__, _if_state(things[key]))) for key, said in reports.items())
    found = (_named(things[key], judgement, things) for key, judgement in judged if judgement is not None)
    return tuple(sorted(found, key=lambda d: (not d.territory.known, d.territory.label, d.territory.id)))


def _territory(assertion: Assertion) -> Entity | None:
    """Give the territory that an assertion bears on; None where it is denied, possible, or bears on none."""
    if assertion.polarity is not Polarity.POSITIVE or assertion.modality is not Modality.ACTUAL:
        return None
    match TERRITORY_OF.get(assertion.predicate):
        case "subject" if assertion.predicate == _BREAKING_AWAY and assertion.subject.kind not in _PLACES:
            return None  # a movement
        case "subject":
            return assertion.subject
        case "object":
            return assertion.object
        case "about" if assertion.about is not None and assertion.about.kind is not EntityKind.NAME:
            return assertion.about
    return None


def _if_state(territory: Entity) -> str | None:
    return territory.id if territory.kind is EntityKind.STATE else None


def _report(assertion: Assertion, published: Mapping[str, str]) -> Report:
    first, last = time_bounds(assertion.time) if assertion.time else (None, None)
    days = (published.get(evidence.document_id) for evidence in assertion.evidence)
    return Report(
        source=assertion_id(assertion),
        subject=assertion.subject.id,
        predicate=assertion.predicate,
        object=assertion.object.id,
        own=assertion.is_plain,
        time=assertion.time,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        reported=max((day for day in days if day), default=None),
        past=told_past(e.past for e in assertion.evidence),
    )


def _named(territory: Entity, judgement: Judgement, things: Mapping[str, Entity]) -> Dispute:
    def entities(ids: Iterable[str]) -> tuple[Entity, ...]:
        return tuple(sorted((things[each] for each in ids), key=lambda e: (e.label, e.id)))

    return Dispute(
        territory=territory,
        claimants=entities(judgement.claimants),
        opponents=entities((judgement.opponents | judgement.disputants) - judgement.claimants),
        holders=entities(judgement.holders),
        former_holders=entities(judgement.former_holders),
        status=judgement.status,
        sources=judgement.sources,
    )
