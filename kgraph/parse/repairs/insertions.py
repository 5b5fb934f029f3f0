"""A subject, a remark between commas, and its verb, where the model made the verb a part of the remark or the subject.

"Malaysia, a member since 1957, *protested* to Singapore": it takes the verb for a participle. "Georgia, hit hard by the
crisis, never *signed* it": it takes the remark for the main clause.
"""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    CLAUSE_ENDS,
    FINITE,
    INSERTION_MARKS,
    OF_VERB,
    VERBS,
    Row,
    be_subject,
    has_passive,
    read_as_past,
)

__all__ = ["resume_clause"]

_STRAYED = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "dep", "relcl"})  # what the verb is taken for
_OF_PHRASE = frozenset({"ADJ", "ADV", "CCONJ", "DET", "NOUN", "NUM", "PART", "PROPN"})
# Tags of what may open a remark: "*however*", "*as* expected", "*he* said".
_REMARKS = frozenset({"CD", "DT", "IN", "PRP", "RB", "TO", "VBG", "VBN", "WDT", "WP"})
_ASIDE = frozenset({"advcl", "advmod", "dep", "npadvmod"})  # what the subject is taken for
_OBJECT = frozenset({"appos", "conj", "dep", "npadvmod"})  # what the object is, where the verb describes it
_SITUATED = frozenset({"base", "know", "locate", "name", "situate", "station"})  # of these a caption tells
_MAX_PHRASE = 8  # words of a subject
_MAX_REMARK = 40


@repair(words=INSERTION_MARKS)
def resume_clause(rows: Sequence[Row], position: int) -> None:
    """Give a sentence its verb and subject, where a remark stands between the two.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the comma or dash that may end the remark.
    """
    verb = _verb_behind(rows, position)
    phrase = _subject_before(rows, position) if verb is not None else None
    if verb is None or phrase is None or any(r.head == verb and r.label in ANY_SUBJECT for r in rows):
        return
    noun, remark = _head_of(rows, phrase), phrase.stop + 1
    if noun is None or not _may_be_active(rows, remark, verb):
        return
    if rows[verb].label == "amod":
        _take_object(rows, verb)
    if rows[noun].head == verb and rows[noun].label in _ASIDE:
        _be_clause(rows, noun, verb)
    elif rows[verb].label != "ROOT" and _is_root(rows, noun):
        _take_root(rows, phrase, verb, position)
        _be_clause(rows, noun, verb)
    elif rows[remark].tag == "VBG" and rows[noun].head == remark:
        _part_from_gerund(rows, noun, verb, position)
    else:
        above = rows[noun].head
        is_remark = phrase.stop < above < position and _is_root(rows, above) and _is_passive(rows, above)
        if is_remark and rows[verb].head == above:
            _take_root(rows, (above,), verb, position)
            rows[above].head, rows[above].label, rows[above].tag = noun, "acl", "VBN"
            _be_clause(rows, noun, verb)


def _verb_behind(rows: Sequence[Row], comma: int) -> int | None:
    """Give the verb right behind a comma, be there an adverb or an auxiliary before it."""
    at = comma + 1
    while at + 1 < len(rows) and rows[at].label in OF_VERB and rows[at].head > at:
        at += 1
    while at + 1 < len(rows) and rows[at].tag == "SYM":  # "did not *and will not*" is read once
        at += 1
    if at >= len(rows) or rows[at].part_of_speech not in VERBS:
        return None
    is_stray = rows[at].label in _STRAYED or _describes_object(rows, at, comma)
    is_alone = at == comma + 1 and rows[at].tag == "VBN"
    is_finite = is_alone or any(row.tag in FINITE for row in rows[comma + 1 : at + 1])
    return at if is_stray and is_finite else None


def _describes_object(rows: Sequence[Row], verb: int, comma: int) -> bool:
    """Tell whether a verb was taken to describe its object: "X, however, *annexed* Turkish Crete"."""
    thing = rows[rows[verb].head]
    is_before = rows[verb].label == "amod" and rows[verb].head > verb and verb == comma + 1
    return is_before and thing.label in _OBJECT and thing.head < comma


def _take_object(rows: Sequence[Row], verb: int) -> None:
    """Turn a verb and its object round, where the model hung the verb on it."""
    thing = rows[verb].head
    rows[verb].head, rows[verb].label = rows[thing].head, "dep"
    rows[thing].head, rows[thing].label = verb, "dobj"


def _subject_before(rows: Sequence[Row], comma: int) -> range | None:
    """Give the words that open a sentence, where a comma and then a remark follow them."""
    start = comma
    while start and comma - start < _MAX_REMARK + _MAX_PHRASE and rows[start - 1].text not in CLAUSE_ENDS:
        start -= 1
    first = next((at for at in range(start, comma) if rows[at].text == rows[comma].text), None)
    if first is None or not 0 < first - start <= _MAX_PHRASE or first + 1 == comma:
        return None
    words, opening = rows[start:first], rows[first + 1]
    is_phrase = all(r.part_of_speech in _OF_PHRASE or r.text == "of" for r in words)
    is_name = len(words) == 1 and words[0].text[:1].isupper() and words[0].label in _ASIDE
    is_remark = opening.tag in _REMARKS or (opening.tag == "VBD" and _is_passive(rows, first + 1))
    return range(start, first) if is_remark and (is_phrase or is_name) else None


def _head_of(rows: Sequence[Row], phrase: range) -> int | None:
    heads = [at for at in phrase if rows[at].head not in phrase or rows[at].head == at]
    is_day = any(rows[at].text.lower() in load_cues().calendar_names for at in heads)
    return heads[0] if len(heads) == 1 and not is_day else None


def _may_be_active(rows: Sequence[Row], remark: int, verb: int) -> bool:
    """Tell whether what may be a participle says what its subject does: "by" would tell who does it.

    A sentence that ends with a full stop has no other verb: "X, as expected, *called* on Y to leave.".
    """
    row = rows[verb]
    if row.label == "amod":
        return row.tag in {"VBD", "VBN"}
    if row.tag != "VBN" or any(r.head == verb and r.tag in FINITE for r in rows[:verb]):
        return True
    below = {r.label for r in rows[verb + 1 :] if r.head == verb}
    is_surely = "dobj" in below or row.lemma.lower() in load_cues().predicated_intransitive
    is_past = row.text.endswith("ed") and row.lemma not in _SITUATED and rows[-1].text == "."
    return "agent" not in below and (is_surely or rows[remark].tag == "VBG" or is_past)


def _is_root(rows: Sequence[Row], at: int) -> bool:
    return rows[at].label == "ROOT" and rows[at].head == at


def _is_passive(rows: Sequence[Row], verb: int) -> bool:
    return any(row.head == verb and row.label == "agent" for row in rows[verb + 1 : verb + _MAX_PHRASE])


def _take_root(rows: Sequence[Row], above: Collection[int], verb: int, comma: int) -> None:
    """Put a verb where the root was, with what follows the remark."""
    for row in rows[comma:]:
        if row.head in above:
            row.head = verb
    rows[verb].head, rows[verb].label = verb, "ROOT"


def _part_from_gerund(rows: Sequence[Row], noun: int, verb: int, comma: int) -> None:
    """Take a subject from the remark: "*X*, citing its own needs, called on Y"."""
    remark = rows[noun].head
    if _is_root(rows, remark):
        _take_root(rows, (remark,), verb, comma)
        rows[remark].head, rows[remark].label = verb, "advcl"
    elif rows[remark].head != verb:
        return
    _be_clause(rows, noun, verb)


def _be_clause(rows: Sequence[Row], noun: int, verb: int) -> None:
    is_passive = has_passive(rows, verb, slice(noun, verb))
    if rows[verb].tag == "VBN" and not any(r.head == verb and r.tag in FINITE for r in rows[:verb]):
        read_as_past(rows[verb])
    be_subject(rows, noun, verb, is_passive=is_passive)
    if rows[noun].part_of_speech not in {"NOUN", "PROPN"}:
        rows[noun].tag, rows[noun].part_of_speech = "NNP", "PROPN"
