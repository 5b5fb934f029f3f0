"""How a text is read, step by step, in words: `kgraph explain --text`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgraph.decisions import Decision
from kgraph.extraction import Extractor
from kgraph.extraction.misses import nearest_misses
from kgraph.extraction.sentences import find_unread
from kgraph.gazetteer import Gazetteer
from kgraph.linking import Linker
from kgraph.model import Assertion, Candidate, Document, Mention
from kgraph.parse import ParsedPart
from kgraph.persons import Person
from kgraph.propositions import Proposition, proposition
from kgraph.propositions.denials import find_denials
from kgraph.propositions.open import Extraction, find_extractions
from kgraph.propositions.possibilities import find_possibilities
from kgraph.propositions.qualifiers import qualify
from kgraph.propositions.scopes import reach_of
from kgraph.relations import Relation, wordings_for
from kgraph.tokens import Token, Words

__all__ = ["explain_text"]

# Wordings whose reason is told for a trigger that reads nothing, where the sentence gives nothing, and else.
MAX_MISSES, MAX_MISSES_BESIDE = 3, 1
_PRONOUNS = frozenset({"he", "him", "his", "it", "its", "she", "her", "them", "their", "they"})
_WIDTH = 14

_Read = Sequence[tuple[Relation, Assertion]]


def explain_text(
    text: str,
    *,
    gazetteer: Gazetteer | None = None,
    model: str | None = None,
    wordings: Iterable[Path] = (),
    decisions: Iterable[Decision] = (),
) -> str:
    """Tell how a text is read, sentence by sentence.

    The parse, the names with what they link to, what the references mean, the propositions in the sentence's own
    words, and each assertion with the wording that read it and the words and scopes of its qualifiers. Then, for each
    trigger of a wording that reads nothing, what was missing. Takes and raises what `Extractor` does.
    """
    extractor = Extractor(gazetteer=gazetteer, model=model, wordings=wordings, decisions=decisions)
    document = Document(id="text", text=text)
    lines: list[str] = []
    for part in extractor.parse([document]):
        lines += _explain_part(part, extractor)
    return "\n".join(lines).rstrip() + "\n"


def _explain_part(part: ParsedPart, extractor: Extractor) -> Iterator[str]:
    linker, persons = extractor.link(part)
    unread = find_unread(part.text, part.units)
    read = list(extractor.assertions(part))
    for sentence in part.doc.sents:
        if sentence.text.isspace():
            continue
        yield sentence.text.strip()
        unit = part.unit_at(sentence.start_char)
        if unit in unread:
            yield from _section("rejected", [unread[unit].value])
        else:
            here = [pair for pair in read if pair[0].trigger.sent.start == sentence.start]
            yield from _explain_sentence(sentence, part, extractor, linker, persons, here)
        yield ""


def _explain_sentence(
    sentence: Words,
    part: ParsedPart,
    extractor: Extractor,
    linker: Linker,
    persons: Sequence[Person],
    read: _Read,
) -> Iterator[str]:
    names = [m for m in part.mentions if sentence.start_char <= m.span.start < sentence.end_char]
    people = [
        p for p in persons if any(sentence.start_char <= m.start < sentence.end_char for m in p.mentions)
    ]
    yield from _section("parse", _tree(sentence))
    yield from _section(
        "names", [*_names(names, part), *map(_person, people)] or ["none that the gazetteer knows"]
    )
    yield from _section("references", _references(sentence, linker))
    yield from _section("propositions", map(_proposition, find_extractions(sentence)))
    for relation, assertion in read:
        yield from _section("assertion", _assertion(relation, assertion, extractor, part))
    if read:
        missed = _missed(sentence, extractor, linker, {relation.trigger.i for relation, _ in read})
        yield from _section("not read", missed)
        return
    missed = _missed(sentence, extractor, linker, set())
    if not names and not people:
        missed = ["no state, territory, body or person is named that kgraph knows", *missed]
    yield from _section("nothing", missed or [_no_trigger(sentence)])


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Put a heading before the first line, and the others below it."""
    for number, line in enumerate(lines):
        yield f"  {'' if number else name:<{_WIDTH}}{line}".rstrip()


# -- the parse ----------------------------------------------------------------------------------------------------


def _tree(sentence: Words) -> Iterator[str]:
    """Draw the parse: each word with its tag and what it is to the word above it."""
    for token in sentence:
        if token.head.i == token.i:
            yield from _branch(token, 0)


def _branch(token: Token, depth: int) -> Iterator[str]:
    if not token.is_space:
        yield f"{'  ' * depth}{token.text} {token.tag_} {token.dep_}"
    for child in token.children:
        yield from _branch(child, depth + 1)


# -- names and references -----------------------------------------------------------------------------------------


def _names(names: Sequence[Mention], part: ParsedPart) -> Iterator[str]:
    for mention in names:
        words = mention.span.of(part.text)
        if mention.candidates and not mention.entity.known:
            yield f"{words} = {mention.entity.label}, not known; it could be:"
        else:
            yield f"{words} = {mention.entity.label} ({mention.entity.kind}, by its {mention.how}){_others(mention)}"
        yield from (f"  {line}" for line in map(_candidate, mention.candidates))


def _others(mention: Mention) -> str:
    """List who else bears the name, where the candidates below do not say so."""
    others = ", ".join(other.label for other in mention.alternatives)
    return f"; it could also be: {others}" if others and not mention.candidates else ""


def _candidate(candidate: Candidate) -> str:
    """Write a candidate with its score and what that is the sum of."""
    parts = ", ".join(f"{name} {weight:+.1f}" for name, weight in candidate.parts)
    return f"{candidate.score:5.2f} {candidate.entity.label}: {parts or 'nothing speaks for it'}"


def _person(person: Person) -> str:
    office = f"{person.office.title} of {person.office.agent.label}" if person.office else "no office is told"
    return f"{person.entity.label} = a person ({office})"


def _references(sentence: Words, linker: Linker) -> Iterator[str]:
    """Tell what stands for something named elsewhere, and which pronouns stand for nothing that is known."""
    for token in sentence:
        meant = list(_meant(token, linker))
        if meant:
            yield f"{token.text} = {'; '.join(meant)}"
        elif token.pos_ == "PRON" and token.lower_ in _PRONOUNS:
            yield f"{token.text} = not resolved"


def _meant(token: Token, linker: Linker) -> Iterator[str]:
    """Give what a word refers to, as one who acts, as a person and as a place."""
    seen: set[str] = set()
    for role, link in (("acts", linker.agents), ("person", linker.persons), ("place", linker.places)):
        labels = ", ".join(found.entity.label for found in link(token) if found.span is None)
        if labels and labels not in seen:
            seen.add(labels)
            yield labels if role != "place" or len(seen) == 1 else f"as a place {labels}"


# -- propositions and assertions ----------------------------------------------------------------------------------


def _proposition(extraction: Extraction) -> str:
    """Write a proposition of the open layer: who, what, whom, and what else its clause says."""
    said = f"{extraction.subject.text} | {extraction.predicate_text} | {extraction.object.text}"
    others = "; ".join(
        " ".join([*(token.text for token in other.lead), other.phrase.text]) for other in extraction.others
    )
    return f"{said} (also: {others})" if others else said


def _assertion(
    relation: Relation, assertion: Assertion, extractor: Extractor, part: ParsedPart
) -> Iterator[str]:
    about = f", about {assertion.about.label}" if assertion.about is not None else ""
    yield f"{assertion.subject.label} {assertion.predicate} {assertion.object.label}{about}"
    yield f"  by {relation.rule} on “{relation.trigger.text}”, confidence {relation.confidence:.2f}"
    yield f"  {assertion.polarity}, {assertion.modality}" + _voice(assertion) + _time(assertion)
    yield from (f"  {line}" for line in _cues(relation))
    yield from (f"  {line}" for line in _by_wording(relation, extractor))
    for name, link in (("subject", relation.subject), ("object", relation.object)):
        words = f"“{' '.join(link.span.of(part.text).split())}”" if link.span else "not in these words"
        yield f"  {name}: {link.entity.label}, {words}" + (
            "" if link.entity.known else ", known by this text only"
        )


def _voice(assertion: Assertion) -> str:
    return f", in the words of {assertion.attribution.label}" if assertion.attribution is not None else ""


def _time(assertion: Assertion) -> str:
    return f", time {assertion.time}" if assertion.time is not None else ""


def _cues(relation: Relation) -> Iterator[str]:
    """Name each word that decided on a qualifier, and the words over which it reaches down to the predicate."""
    steps = reach_of(relation.trigger).steps
    denials, possible = find_denials(steps), find_possibilities(steps)
    for cue in relation.qualifiers.cues:
        kind = "denied" if cue in denials else "possible" if cue in possible else "said"
        yield f"{kind} by “{cue.text}”, which reaches over {_scope(cue, relation.trigger)}"


def _scope(cue: Token, trigger: Token) -> str:
    """Give the way down from what a cue stands with to the predicate."""
    path = [trigger]
    while path[-1] not in (cue, cue.head) and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return " > ".join(f"“{token.text}”" for token in reversed(path))


def _by_wording(relation: Relation, extractor: Extractor) -> Iterator[str]:
    """Name the qualifiers that the wording itself carries: "withdrew" denies a presence."""
    wording = next(
        (
            each.wording
            for found in extractor.index.by_trigger.values()
            for each in found
            if each.wording.id == relation.rule
        ),
        None,
    )
    if wording is not None:
        carried = [each.value for each in (wording.polarity, wording.modality) if each is not None]
        yield from (f"{value} by the wording itself" for value in carried)


# -- what was missing -----------------------------------------------------------------------------------------------


def _missed(sentence: Words, extractor: Extractor, linker: Linker, read: set[int]) -> list[str]:
    """Say of each trigger that reads nothing what was missing for the wordings that came nearest."""
    lines: list[str] = []
    for candidate in filter(None, map(proposition, sentence)):
        wordings = wordings_for(candidate, extractor.index)
        if wordings and candidate.trigger.i not in read:
            lines.append(_trigger(candidate))
            misses = nearest_misses(candidate, wordings, linker)
            shown = MAX_MISSES_BESIDE if read else MAX_MISSES
            lines += [f"  {miss.wording}: {miss.reason}" for miss in misses[:shown]]
            if len(misses) > shown:
                lines.append(f"  and {len(misses) - shown} further from it")
    return lines


def _trigger(candidate: Proposition) -> str:
    qualifiers = qualify(candidate.trigger)
    cues = ", ".join(f"“{cue.text}”" for cue in qualifiers.cues)
    how = f"{qualifiers.polarity}, {qualifiers.modality}" + (f" by {cues}" if cues else "")
    return f"trigger “{candidate.trigger.text}” ({candidate.kind} {candidate.lemma}; {how})"


def _no_trigger(sentence: Words) -> str:
    words = dict.fromkeys(p.lemma for p in map(proposition, sentence) if p is not None)
    looked = f": {', '.join(words)}" if words else ""
    return f"no trigger: no wording looks for any of its verbs and nouns{looked}"
