"""Wordings tried on propositions: the relations of a text."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kgraph.cues import load_cues
from kgraph.linking import Linked, Linker
from kgraph.model import Entity, Modality, Polarity
from kgraph.propositions import Proposition
from kgraph.propositions.arguments import conjuncts, first_conjunct, is_definite
from kgraph.propositions.qualifiers import Qualifiers, qualify
from kgraph.propositions.speakers import find_speaker, is_demand
from kgraph.relations.conditions import is_met, of_owners, of_rivals, on_matter, readings
from kgraph.relations.holdings import holdings_before, is_telling, tell
from kgraph.relations.index import Index, package_index
from kgraph.relations.matters import ABOUT, find_matter, land_at_issue
from kgraph.relations.matters_of_others import on_own_matter
from kgraph.relations.matters_told import MattersTold
from kgraph.relations.near import candidates
from kgraph.relations.pairs import find_pairs, names_parties, only_two
from kgraph.relations.paths import alternatives
from kgraph.relations.relation import Relation, attributed
from kgraph.relations.traits import (
    GIVEN_BACK,
    NOT_BESIDE_RULING,
    ONE_SIDED,
    RULED,
    STATED,
)
from kgraph.relations.wording import Wording
from kgraph.tokens import Doc, Token, Words

__all__ = ["find_relations"]


def find_relations(
    doc: Doc,
    linker: Linker,
    index: Index | None = None,
    is_live: Callable[[Words], bool] | None = None,
) -> Iterator[Relation]:
    """Read every relation that a wording finds, in text order of the predicates.

    Args:
        doc: the parsed text.
        linker: links its arguments.
        index: the wordings; None takes those of the package.
        is_live: tells whether a sentence may give anything; None tries all.
    """
    known = package_index() if index is None else index
    tried = candidates(doc, known, is_live)
    matters = MattersTold(linker)
    for _, of_sentence in itertools.groupby(tried, key=lambda each: each[0].trigger.sent.start):
        yield from map(matters.complete, _read_sentence(tuple(of_sentence), linker))


def _read_sentence(tried: Sequence[tuple[Proposition, Sequence[Wording]]], linker: Linker) -> list[Relation]:
    """Read the relations of a sentence; what asks what was told before comes last, as the sentence may tell it."""
    found = [
        relation
        for candidate, wordings in tried
        for relation in _read(candidate, [w for w in wordings if not _asks_what_was_told(w)], linker)
    ]
    holdings = [relation for relation in found if is_telling(relation)]
    for candidate, wordings in tried:
        late = [w for w in wordings if _asks_what_was_told(w)]
        if late:
            tell(holdings_before(candidate.trigger, holdings), linker)
            found += _read(candidate, late, linker)
    tell(holdings, linker)
    kept = _with_others(_without_returns(_beside_rulings(found)))
    return sorted(kept, key=lambda relation: relation.trigger.i)


def _asks_what_was_told(wording: Wording) -> bool:
    """Tell whether a wording asks who held a land, or where somebody's forces are."""
    return wording.object_type == "holder" or wording.at_issue == "presence"


def _without_returns(found: Sequence[Relation]) -> list[Relation]:
    """Leave out that a land passes from whom it passes to: "X and Y agreed to hand over the town to Y".

    So, too, that it passes to whoever demands it: "X insists that *the town be returned to X*" says that X claims it.
    """
    lost, won = GIVEN_BACK
    gained = {_between(r) for r in found if r.predicate == won}
    demanded = {_between(r) for r in found if r.predicate == "claims"}
    kept = (r for r in found if r.predicate != lost or _between(r) not in gained)
    return [r for r in kept if r.predicate != won or _turned(r) not in demanded]


def _beside_rulings(found: Sequence[Relation]) -> list[Relation]:
    """Leave out what a court's ruling for or against somebody is not besides: "the court awarded *the isle to X*"."""
    ruled = {(r.trigger.i, r.object.entity) for r in found if r.predicate in RULED}
    return [
        r
        for r in found
        if r.predicate not in NOT_BESIDE_RULING or (r.trigger.i, r.object.entity) not in ruled
    ]


def _with_others(found: Sequence[Relation]) -> list[Relation]:
    """Leave out that one contests what it disputes with another: "*X and Y contest the status of Z*"."""
    alone, together = ONE_SIDED
    of_two = [r for r in found if r.predicate == together]
    parties = {(r.trigger.i, one.entity) for r in of_two for one in (r.subject, r.object)}
    return [r for r in found if r.predicate != alone or (r.trigger.i, r.subject.entity) not in parties]


def _between(relation: Relation) -> tuple[int, Entity, Entity]:
    return relation.trigger.i, relation.subject.entity, relation.object.entity


def _turned(relation: Relation) -> tuple[int, Entity, Entity]:
    return relation.trigger.i, relation.object.entity, relation.subject.entity


def _read(candidate: Proposition, wordings: Iterable[Wording], linker: Linker) -> Iterator[Relation]:
    found = [
        each
        for wording, share in itertools.product(wordings, candidate.shares)
        for each in _first_read(wording, share, linker)
    ]
    told = {relation.predicate for is_told, relation in found if is_told}
    return (relation for is_told, relation in found if is_told or relation.predicate not in told)


def _first_read(wording: Wording, candidate: Proposition, linker: Linker) -> Iterator[tuple[bool, Relation]]:
    """Apply a wording to the first reading that gives something; the flag says that it is not the nearest one."""
    for reading in readings(wording, candidate):
        found = [(_is_told(reading, candidate), relation) for relation in _apply(wording, reading, linker)]
        if found:
            yield from found
            return


def _is_told(reading: Proposition, nearest: Proposition) -> bool:
    """Tell whether a clause is read of something else than what stands nearest; a noun stays what it is."""
    return reading is not nearest and reading.carrier is None


def _apply(wording: Wording, candidate: Proposition, linker: Linker) -> Iterator[Relation]:
    if not is_met(wording, candidate, linker):
        return
    found, elliptical = find_pairs(wording, candidate, linker)
    pairs = on_matter(of_owners(found, wording, candidate, linker), wording, candidate.trigger, linker)
    pairs = list(on_own_matter(pairs, wording, candidate, linker))
    pairs = of_rivals(pairs, wording, linker)
    guessed = wording.only_two and not pairs and candidate.whole is None and not names_parties(candidate)
    if guessed:
        pairs = list(only_two(candidate.trigger, linker))
    if candidate.whole is not None:
        pairs = list(_of_others(pairs, wording, candidate, candidate.whole, linker))
    if not pairs:
        return
    qualifiers = _qualified(candidate)
    if wording.said is not None and wording.said is not qualifiers.polarity:
        return
    before = pairs[0][1].span if wording.object_type == "body" else None
    about = find_matter(wording, candidate, linker, before, {one.entity for pair in pairs for one in pair})
    about = about or land_at_issue(wording, candidate, pairs, linker)
    if about is None and wording.at_issue in ABOUT:
        return
    for subject, object_ in pairs:
        speaker = _attribution(wording, candidate, linker, qualifiers, subject, object_)
        is_renamed = wording.object_type == "name" and speaker is None
        other = linker.other_name(subject, object_) if is_renamed else object_
        if other is None:
            continue
        word, is_hearsay = _whose_word(wording, subject, speaker, qualifiers, linker)
        yield Relation(
            subject=subject,
            predicate=wording.predicate,
            object=other,
            about=about,
            trigger=candidate.trigger,
            qualifiers=_fixed(wording, qualifiers),
            attribution=word,
            rule=wording.id,
            confidence=wording.confidence,
            elliptical=elliptical,
            voice=speaker,
            is_hearsay=is_hearsay and wording.object_type != "name" and not _is_there(candidate.trigger),
            guessed=guessed,
            doing_so=candidate.doing_so,
        )


def _of_others(
    pairs: Sequence[tuple[Linked, Linked]],
    wording: Wording,
    candidate: Proposition,
    whole: Proposition,
    linker: Linker,
) -> Iterator[tuple[Linked, Linked]]:
    """Leave out what was said before: the second clause of "X ceded it to Y, as did Z" gives Y nothing new.

    Who does the contrary does so whoever the others are: "recognised by *most states*, but not by X".
    """
    said = {(subject.entity, object_.entity) for subject, object_ in find_pairs(wording, whole, linker)[0]}
    is_new = bool(said) or candidate.is_contrary
    return (pair for pair in pairs if is_new and (pair[0].entity, pair[1].entity) not in said)


def _qualified(candidate: Proposition) -> Qualifiers:
    """Give the qualifiers of a proposition; the contrary of what is denied is affirmed."""
    found = qualify(candidate.trigger)
    if candidate.doing_so is not None:
        found = replace(found, modality=qualify(candidate.doing_so).modality)
    if candidate.carrier is not None:
        found = _joined(found, qualify(candidate.carrier))
    if not candidate.is_contrary:
        return found
    is_denied = found.polarity is Polarity.NEGATIVE
    return replace(found, polarity=Polarity.POSITIVE if is_denied else Polarity.NEGATIVE)


def _joined(noun: Qualifiers, clause: Qualifiers) -> Qualifiers:
    """Put together how a noun is qualified and how the clause behind it: "a raid *planned* by X", "*never* made"."""
    is_denied = Polarity.NEGATIVE in {noun.polarity, clause.polarity}
    is_open = Modality.POSSIBLE in {noun.modality, clause.modality}
    return replace(
        noun,
        polarity=Polarity.NEGATIVE if is_denied else noun.polarity,
        modality=Modality.POSSIBLE if is_open else noun.modality,
    )


def _fixed(wording: Wording, qualifiers: Qualifiers) -> Qualifiers:
    """Apply the polarity and modality that the wording itself carries: "withdrew" denies, "plans" makes possible.

    A positive one holds whatever is said of it: "would not derail *the mission in X*".
    """
    polarity = wording.polarity or qualifiers.polarity
    if wording.polarity is Polarity.NEGATIVE:
        polarity = Polarity.POSITIVE if qualifiers.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
    modality = wording.modality or qualifiers.modality
    return replace(qualifiers, polarity=polarity, modality=modality)


def _attribution(
    wording: Wording,
    candidate: Proposition,
    linker: Linker,
    qualifiers: Qualifiers,
    subject: Linked,
    object_: Linked,
) -> Linked | None:
    for tokens in alternatives(candidate, wording.attribution) if wording.attribution else ():
        found = [link for token in _beside(tokens, object_) for link in linker.speakers(token)]
        if found:
            return None if _are_speaking_both(tokens, subject, object_, linker) else found[0]
    said_by = (qualifiers.speaker,) if qualifiers.speaker is not None else ()
    if wording.object_type == "name" or _are_speaking_both(said_by, subject, object_, linker):
        return None
    return _voice(qualifiers, subject, linker)


def _are_speaking_both(tokens: Sequence[Token], subject: Linked, object_: Linked, linker: Linker) -> bool:
    """Tell whether two say something of one another, which is the word of neither: "*X and Y* accuse each other"."""
    speaking = (
        link for t in tokens for each in conjuncts(first_conjunct(t)) for link in linker.speakers(each)
    )
    return {subject.entity, object_.entity} <= {link.entity for link in speaking}


def _voice(qualifiers: Qualifiers, subject: Linked, linker: Linker) -> Linked | None:
    if qualifiers.speaker is None:
        return None
    voices = linker.speakers(_speaking_for(subject, qualifiers.speaker, linker))
    return voices[0] if len(voices) == 1 else None  # what "they" say is the word of no one of them


def _whose_word(
    wording: Wording,
    subject: Linked,
    speaker: Linked | None,
    qualifiers: Qualifiers,
    linker: Linker,
    passed: Sequence[Token] = (),
) -> tuple[Linked | None, bool]:
    """Give whose word it is, and whether it is that of somebody whom nothing names.

    Where the subject says so himself, it is the word of who says that he does: "*Lavrov* said that Japan claims X"; and
    of the person who says so for his state: "*Lavrov* said that X belongs to Russia". The words by which he says so
    were `passed`: two reports may each be within the other, as they are parsed.
    """
    cue = _said_by(qualifiers)
    is_own = wording.is_own_word and (speaker is None or speaker.entity == subject.entity)
    is_spoken_for = wording.is_own_word and not is_own
    word = speaker if is_spoken_for else attributed(speaker, subject, wording.predicate, cue)
    word = None if is_own or _demands_for_his_state(wording, subject, qualifiers, linker) else word
    if word is not None or (speaker is None and not is_own):
        return word, word is None and _is_hearsay(qualifiers, subject, linker)
    who, above = find_speaker(cue) if cue is not None else (None, None)
    if cue is None or above is None or above == cue or above in passed:
        return None, False
    outer = Qualifiers(speaker=who, hearsay=who is None, cues=(above,))
    return _whose_word(wording, subject, _voice(outer, subject, linker), outer, linker, (*passed, cue))


def _is_hearsay(qualifiers: Qualifiers, subject: Linked, linker: Linker) -> bool:
    """Tell whether somebody says so who is not found, and is not the subject: "*he* said that X occupies Y"."""
    speaker = qualifiers.speaker
    if speaker is None:
        return qualifiers.hearsay
    if speaker.lower_ in load_cues().reporting_voiceless:
        return False
    voices = (voice for each in conjuncts(speaker) for voice in linker.speakers(each))
    return all(voice.entity != subject.entity for voice in voices)


def _is_there(trigger: Token) -> bool:
    """Tell whether a predicate is a treaty that is there whoever speaks of it: "*the accord between X and Y*"."""
    return trigger.lemma_.lower() in load_cues().instruments_nouns and is_definite(trigger)


def _demands_for_his_state(wording: Wording, subject: Linked, qualifiers: Qualifiers, linker: Linker) -> bool:
    """Tell whether somebody acts for his state by what he demands: "*the minister* urged Y to return X" claims X."""
    cue, speaker = _said_by(qualifiers), qualifiers.speaker
    if cue is None or speaker is None or wording.predicate not in STATED or not is_demand(cue):
        return False
    return any(link.entity == subject.entity for link in linker.agents(speaker))


def _speaking_for(subject: Linked, speaker: Token, linker: Linker) -> Token:
    """Give who of several says what is told of himself, else the first: "X and *Y* claimed responsibility"."""
    others = conjuncts(speaker)[1:] if subject.span is not None else ()
    own = (token for token in others if subject in linker.agents(token))
    return next(own, speaker)


def _said_by(qualifiers: Qualifiers) -> Token | None:
    """Give the word by which the speaker says something, the last of the cues."""
    return qualifiers.cues[-1] if qualifiers.speaker is not None else None


def _beside(voices: Sequence[Token], object_: Linked) -> Sequence[Token]:
    """Order whose word something is by which belongs to this object: "known in X as A and in Y as B"."""
    span = object_.span
    if span is None or len(voices) < 2:
        return voices
    before = [token for token in voices if token.idx < span.start]
    after = [token for token in voices if token.idx >= span.end]
    is_first = voices[0].idx < span.start and len(before) > 0
    return [*reversed(before), *after] if is_first else [*after, *before]
