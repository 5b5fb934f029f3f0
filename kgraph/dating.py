"""Which time expression dates which relation: the one that hangs on its predicate in the parse."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.propositions.times import TimeExpression

__all__ = ["Calendar"]

# A time expression hangs on a clause through these; it is not carried into another clause.
_THROUGH = frozenset({"pobj", "prep", "npadvmod", "nummod", "compound", "tmod", "advmod", "amod", "pcomp", "appos", "nmod", "poss", "conj", "dobj", "attr", "det", "quantmod"})


class Calendar:
    """The time expressions of a parsed part, by the predicate that each hangs on."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression]):
        self._of: dict[int, list[TimeExpression]] = {}
        for time in times:
            span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if span is None:
                continue
            for token in _anchors(span.root, time.in_name):
                self._of.setdefault(token.i, []).append(time)

    def time_of(self, trigger: Token, support: Token | None = None) -> str | None:
        """Give the ISO 8601 time of a predicate: its own, else its light verb's, else that of the verb it completes."""
        for token in (trigger, support, *_clause_above(trigger)):
            if token is not None and token.i in self._of:
                times = self._of[token.i]
                best = min(times, key=lambda t: (t.in_name, abs(t.span.start - trigger.idx)))
                return best.value
        return None

    def dated_inside(self, head: Token) -> str | None:
        """Give the year in a noun phrase: "the 1956 declaration"."""
        times = [t for t in self._of.get(head.i, ()) if t.in_name]
        return times[0].value if times else None


def _anchors(root: Token, in_name: bool) -> list[Token]:
    """Climb from a time expression to the noun it names, or to the nouns and the verb that it can date."""
    found: list[Token] = []
    token = root
    for _ in range(8):
        head = token.head
        if head == token or (token.dep_ not in _THROUGH and found):
            break
        token = head
        if token.pos_ in {"VERB", "AUX", "NOUN", "PROPN"} and token.ent_type_ != "DATE":
            found.append(token)
        if token.pos_ in {"VERB", "AUX"} or (in_name and found):
            break
    return found


def _clause_above(trigger: Token) -> list[Token]:
    """Give the verbs that the predicate completes, as far as they share its time: "agreed last year to resume"."""
    found: list[Token] = []
    token = trigger
    while len(found) < 4 and token.head != token and token.dep_ in {"dobj", "nsubjpass", "xcomp", "attr", "conj", "pobj", "prep", "nsubj"}:
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            break
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            found.append(token)
    return found
