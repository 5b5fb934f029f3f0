"""What the words of a noun's own phrase tell: its name, "its", years, which line it concerns."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child
from kgraph.propositions.nominals.possessors import ITS
from kgraph.tokens import Token

__all__ = [
    "line_words",
    "named_itself",
    "own_pronoun",
    "sought_peace",
    "years",
]

_MADE = frozenset({"concluded", "negotiated", "ratified", "reached", "signed"})
_ON_DATE = frozenset({"in", "on"})
_LINE_WORDS = 4  # before a noun: "the South China Sea boundary dispute"


def named_itself(noun: Token) -> tuple[Token, ...]:
    """Give the noun itself where it is a name."""
    return (noun,) if noun.pos_ == "PROPN" else ()


def own_pronoun(noun: Token) -> tuple[Token, ...]:
    """Give "its" of "dropped *its* claim", where no word behind tells what is claimed: what it means may be claimed."""
    behind = any(
        c.i > noun.i and c.dep_ in {"acl", "prep", "relcl"} and c.lower_ != "in" for c in noun.children
    )
    own = first_child(noun, "poss")
    is_pronoun = own is not None and own.lower_ in ITS and own.i == noun.i - 1
    return (own,) if own is not None and is_pronoun and not behind else ()


def years(noun: Token) -> tuple[Token, ...]:
    """Give the years before a noun or in "of 1998", "signed in 1998", "the accord between X and Y *in 1998*"."""
    before = noun.doc[noun.left_edge.i : noun.i]  # "an August 1979 agreement"
    signed = (c for c in noun.children if c.dep_ == "acl" and c.lower_ in _MADE and c.i > noun.i)
    phrases = [c for c in noun.children if c.lower_ == "of" or (c.lower_ == "in" and _is_year(c))]
    phrases += (c for verb in signed for c in verb.children if c.lower_ in _ON_DATE)
    below = (t for c in phrases for t in c.subtree)
    behind = [t for t in below if t.ent_type_ in {"DATE", ""}]  # "" where names are not looked for yet
    return tuple(dict.fromkeys(t for t in (*before, *noun.children, *behind) if t.shape_ == "dddd"))


def _is_year(preposition: Token) -> bool:
    """Tell whether a preposition leads to a year or a month of one: "in *1998*", "in *May 1998*"."""
    when = first_child(preposition, "pobj")
    return when is not None and any(t.shape_ == "dddd" for t in (when, *when.children))


def line_words(noun: Token) -> tuple[Token, ...]:
    """Give the words right before a noun that say which line it concerns, empty where they name none."""
    cues = load_cues()
    found: list[Token] = []
    for token in reversed(noun.doc[max(noun.left_edge.i, noun.i - _LINE_WORDS) : noun.i]):
        is_line = token.lemma_.lower() in cues.lines_nouns
        is_kind = bool(found) and (token.lemma_.lower() in cues.lines_kinds or token.pos_ == "PROPN")
        if not (is_line or is_kind):
            break
        found.append(token)
    return tuple(reversed(found))


def sought_peace(noun: Token) -> tuple[Token, ...]:
    """Give "peace" right before a noun, which is what talks are about then: "*peace* talks"; a process is one of it."""
    before = noun.nbor(-1) if noun.i > noun.left_edge.i else noun
    if before.lower_ != "peace" or before.dep_ != "compound":
        return ()
    return (before, noun) if noun.lemma_.lower() == "process" else (before,)
