"""Who says what a verb reports or a noun holds: "*X* said", "*the ministry's* statement", "a report by *Amnesty*"."""

from itertools import islice

from kgraph.cues import Cues
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token

__all__ = ["author_of", "owners_of", "who_says"]

_OWNING = frozenset({"by", "from", "of"})
_PRESS = frozenset({"media", "news", "newspaper", "press"})
_ISSUING = frozenset({"issue", "make", "publish", "release", "write"})  # "a report released by Amnesty"


def who_says(verb: Token, cues: Cues) -> tuple[Token, ...]:
    """Give the first who says it, and no treaty that does.

    An apposition gives the name: "the minister, Abba Eban, denied".
    """
    nameless = cues.reporting_anonymous | cues.reporting_voiceless
    named = (s for s in subjects(verb) if s.lemma_.lower() not in nameless or _is_of_whom(s))
    authors = (author_of(who, cues) for who in islice(named, 1))
    nobody = cues.instruments_nouns | cues.reporting_documents
    return tuple(_name_of(who) for who in authors if who.lemma_.lower() not in nobody)


def _is_of_whom(report: Token) -> bool:
    """Tell whether a report says whose it is: "Amnesty's report", "*media* reports"."""
    return bool(owners_of(report)) or any(c.lower_ in _PRESS for c in report.children if c.dep_ == "compound")


def author_of(who: Token, cues: Cues) -> Token:
    """Give who made the statement that "says": "the ministry's statement", "a report by Amnesty"."""
    statements = cues.reporting_nouns | cues.reporting_documents
    is_statement = who.pos_ == "NOUN" and who.lemma_.lower() in statements
    is_share = who.lemma_.lower() in cues.places_shares | cues.places_quantities  # "half of the respondents"
    if not is_statement and not is_share:
        return who
    if any(c.lower_ in _PRESS for c in who.children if c.dep_ == "compound"):
        return who
    return next(iter(owners_of(who) or _issuers(who)), who)


def _issuers(statement: Token) -> list[Token]:
    """Find who made a statement by its verb: "The army issued *a statement* saying that"."""
    is_made = statement.dep_ == "dobj" and statement.head.lemma_.lower() in _ISSUING
    return list(subjects(statement.head))[:1] if is_made else []


def _name_of(head: Token) -> Token:
    return next((c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), head)


def owners_of(noun: Token) -> list[Token]:
    """Find whose a view or statement is: before it, or after "of" or "by"."""
    before = [
        c
        for c in noun.children
        if c.dep_ == "poss" or (c.dep_ in {"amod", "compound"} and c.text[:1].isupper())
    ]
    issued = [
        a for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in _ISSUING for a in c.children
    ]
    after = [
        o for c in (*noun.children, *issued) if c.lower_ in _OWNING for o in c.children if o.dep_ == "pobj"
    ]
    return before or after
