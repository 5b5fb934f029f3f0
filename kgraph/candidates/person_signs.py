"""What speaks for a person where a name stands: a title before it, a first name, what only persons do."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kgraph.candidates.background import Background
from kgraph.candidates.sign import Sign
from kgraph.candidates.site import WHERE, WORD_BEFORE, Site
from kgraph.candidates.weights import Weights

__all__ = ["PersonSigns"]

_WORD_AFTER = re.compile(r"\s+([A-Z][\w'’-]*)")
_TWO_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.? [A-Z][a-z]+\s+$")
_NAME_PART = re.compile(r"(?:Mc|Mac|O['’])?\w[^\W\d_A-Z]{2,}(?:-\w[^\W\d_A-Z]+)*")
_INITIAL = re.compile(r"\b[A-Z]\.\s+$")
_CLOSED = re.compile(r"[,.!?][\"”’']\s+$")
_AGED = re.compile(r",\s+(?:\d{2},|who\s+(?:is|was)\s+\d{2}\b|a\s+\d{2}-year-old)")
_OPENS = re.compile(  # a clause, so that the name is who does what follows
    r"(?:^|[,;:—–(]\s|[\"“‘]|\b(?:after|and|as|before|but|said|that|when|where|while)\s)$"
)
_PERSONS = frozenset({"given_name", "surname"})
_FULL_REACH = 1500  # characters around a last name in which its full name says who is meant


class PersonSigns:
    """Finds the signs of persons; holds nothing of any text."""

    def __init__(self, background: Background, weights: Weights) -> None:
        """Take the first names and titles that are known, and what each sign counts for."""
        self._titles = background.titles
        self._weights = weights
        known = background.first_names | weights.first_names
        self._full_names = background.full_names
        self._first_names = frozenset(name for name in known if name.lower() not in background.titles)

    def of(self, kind: str, site: Site) -> Iterator[Sign]:
        """Give what speaks for a person, where the candidate is of a kind that is one: a name of persons."""
        if kind not in _PERSONS:
            return
        before = WORD_BEFORE.search(site.before)
        word = before[1].rstrip(".") if before else ""
        weights = self._weights.sign
        if known := self._known(kind, site):
            yield Sign(f"{known}, an office holder", weights["known_person"], lasting=True)
        if word in self._weights.honorifics or _rank(site) in self._weights.honorifics:
            yield Sign(f"“{word}” before it", weights["honorific"], lasting=True)
        elif kind == "surname":
            yield from self._forename(word, before, site)
        else:
            yield from self._surname(site)
        if _CLOSED.search(site.before) and self._weights.speaking.match(site.after):
            yield Sign("what was said stands before it", weights["spoke"])
        if _AGED.match(site.after):
            yield Sign("an age stands behind it", weights["surname_after"], lasting=True)
        yield from self._done_by_person(site)

    def _known(self, kind: str, site: Site) -> str | None:
        """Find the full name of an office holder that the name stands in: "*Israel* Katz", "Ricardo *Lagos*"."""
        for name in self._full_names.get(site.name, ()):
            if kind == "given_name":
                rest = name.removeprefix(site.name)
                is_there = (
                    rest != name and site.after.startswith(rest) and not site.after[len(rest) :][:1].isalpha()
                )
            else:
                rest = name.removesuffix(site.name)
                is_there = rest != name and site.before.endswith(rest)
            if is_there:
                return name
        return None

    def _done_by_person(self, site: Site) -> Iterator[Sign]:
        """Find what only a person does or has: "Jordan died", "Jordan and his wife", "Jordan …, his coach said"."""
        weights, opens = self._weights.sign, _OPENS.search(site.before) is not None
        owned = self._weights.owned.match(site.after)
        does = owned or (self._weights.does.match(site.after) if opens else None)
        if does:
            yield Sign(f"“{does[0].strip()}” behind it", weights["person_does"], lasting=True)
        kin = self._weights.kin.search(site.rest) if opens else None
        if kin:
            yield Sign(f"“{kin[0].strip(', ')}” behind it", weights["person_kin"], lasting=True)

    def full_name(self, kind: str, site: Site, seats: Iterable[str]) -> Iterator[Sign]:
        """Find the full name of a person near by: "Jordan sat on many boards" behind "Vernon Jordan".

        Args:
            kind: of the candidate.
            site: where the name stands.
            seats: the ids of what may be called so by its seat of government, which the text may name outright.
        """
        if kind != "surname" or WHERE.search(site.before):
            return
        at = site.mention.span.end
        near = _full_names(site.name).finditer(site.part.text, max(0, at - _FULL_REACH), at + _FULL_REACH)
        full = next((each for each in near if each[1] in self._first_names and each.end() != at), None)
        if full is not None:
            is_seat = any(seat in site.part.sure for seat in seats)
            weight = self._weights.sign["full_name_of_seat" if is_seat else "full_name"]
            yield Sign(f"{full[0]} in the text", weight)

    def _forename(self, word: str, before: re.Match[str] | None, site: Site) -> Iterator[Sign]:
        weights = self._weights.sign
        if _INITIAL.search(site.before):
            yield Sign("an initial before it", weights["initial"], lasting=True)
        elif word in self._first_names and not self.is_named(before, site):
            yield Sign(f"the first name {word} before it", weights["first_name"])
        elif (
            before is not None
            and before.start(1) > 0
            and self.may_name(word)
            and not self.is_named(before, site)
        ):
            yield Sign(f"{word} before it", weights["capital_before"], lasting=True)

    def _surname(self, site: Site) -> Iterator[Sign]:
        following = _WORD_AFTER.match(site.after)
        if following is None or site.is_headline or not self.may_name(following[1]):
            return
        at = site.mention.span.end + following.start(1)
        if not any(m.span.start == at for m in site.part.within(at, at + 1)):
            yield Sign(f"{following[1]} behind it", self._weights.sign["surname_after"], lasting=True)
            if self._weights.speaking.match(site.after, following.end()):
                yield Sign("who speaks", self._weights.sign["spoke"])

    def may_name(self, word: str) -> bool:
        """Tell whether a word may be a part of a person's name."""
        is_written_so = word[:1].isupper() and _NAME_PART.fullmatch(word) is not None
        return is_written_so and word not in self._weights.others and word.lower() not in self._titles

    def is_named(self, before: re.Match[str] | None, site: Site) -> bool:
        """Tell whether the word before is the end of another name: "South *Sudan* Jordan"."""
        at = site.mention.span.start - len(site.before) + (before.start(1) if before else 0)
        return any(m.span.start <= at < m.span.end for m in site.part.within(max(0, at - 40), at + 1))


@cache
def _full_names(surname: str) -> re.Pattern[str]:
    """Compile a last name behind a first one, with or without one between; not where more of a name follows."""
    between = r"(?:\s[A-Z](?:\.|\w+))?"
    return re.compile(
        rf"(?<!USS )(?<!carrier )(?<![Tt]he )\b([A-Z]\w+){between}\s{re.escape(surname)}\b(?!\s[A-Z]|-)"
    )


def _rank(site: Site) -> str:
    """Give the word before the word with a capital before a name: "*Private* Lynndie England"."""
    found = _TWO_BEFORE.search(site.before)
    return found[1] if found else ""
