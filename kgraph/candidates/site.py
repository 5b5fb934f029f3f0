"""Where a name stands: the sentence, the words before and after, and what else the part of the text names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from kgraph.candidates.background import Background, Hit, between
from kgraph.candidates.times import all_years
from kgraph.model import Document, Mention, Span

__all__ = ["WHERE", "WORD_BEFORE", "Part", "Site"]

# What stands right before a name: a word, or one that says where.
WORD_BEFORE = re.compile(r"(?:^|(?<=\s)|(?<=[\"“‘(]))([^\W\d_][\w'’-]*\.?)\s+$")
WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Oo]utside|[Aa]round|[Ll]eft|[Rr]eached)\s+$")
# Where a sentence ends: not behind an initial, a title or "U.S.".
_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.)(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Col|Rev)\.)(?<=[.!?])"
    r"['\"”’)\]]*\s+(?=[\"“‘'(\[A-Z])|\n+"
)
_LONGER = 5  # letters; shorter words are small in headlines too
_MIN_YEARS = 4  # of a text that tells its time by them
_REACH = 60  # characters read before and after a name


class Part:
    """A part of a document with the names in it; all that holds for it as a whole is found once."""

    def __init__(
        self,
        document: Document,
        text: str,
        mentions: Sequence[Mention],
        unsure: Collection[Span],
        background: Background,
        in_title: Sequence[Mention] = (),
    ) -> None:
        """Look through a part.

        Args:
            document: whose part it is.
            text: the part.
            mentions: the names in it, in their order.
            unsure: the spans of those that have several bearers.
            background: the words to look for.
            in_title: the names in the document's title.
        """
        self.document = document
        self.text = text
        self.mentions = mentions
        self.unsure = unsure
        self.in_title = frozenset(mention.entity.id for mention in in_title if not mention.alternatives)
        self._starts = [0, *(found.end() for found in _END.finditer(text))]
        self._mention_starts = [mention.span.start for mention in mentions]
        self.hits = [self._within_name(hit) for hit in background.hits(text)]
        self.title_hits = background.hits(document.title or "")

    def _within_name(self, hit: Hit) -> Hit:
        """Note which entity a word names for sure; it is counted as that."""
        number = bisect_right(self._mention_starts, hit.start) - 1
        mention = self.mentions[number] if number >= 0 else None
        if mention is None or mention.span.end < hit.end or mention.span in self.unsure:
            return hit
        return replace(hit, of=frozenset({mention.entity.id}))

    @cached_property
    def sure(self) -> frozenset[str]:
        """The ids of the entities that some name in the part means for sure, having no other bearer."""
        return frozenset(mention.entity.id for mention in self.mentions if mention.span not in self.unsure)

    @cached_property
    def median_year(self) -> int | None:
        """The middle one of all years that the part names; None where they are too few to tell its time."""
        years = sorted(all_years(self.text))
        return years[len(years) // 2] if len(years) >= _MIN_YEARS else None

    def sentence(self, at: int) -> tuple[int, int]:
        """Give the start and the end of the sentence at a position."""
        number = bisect_right(self._starts, at)
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self._starts[number - 1], end

    def sentence_before(self, start: int) -> tuple[int, int] | None:
        """Give the sentence that ends where another begins; None at the start of a paragraph."""
        if start == 0 or "\n" in self.text[max(0, start - 2) : start]:
            return None
        return self.sentence(start - 1)

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """List the mentions that begin in a stretch of the text."""
        first = bisect_left(self._mention_starts, start)
        return self.mentions[first : bisect_left(self._mention_starts, end)]


class Site:
    """One name in its part."""

    def __init__(self, part: Part, mention: Mention) -> None:
        span = mention.span
        self.part = part
        self.mention = mention
        self.name = span.of(part.text)
        self.start, self.end = part.sentence(span.start)
        self.before = part.text[max(self.start, span.start - _REACH) : span.start]
        self.after = part.text[span.end : min(self.end, span.end + _REACH)]

    @cached_property
    def sentence(self) -> str:
        """The words of the sentence."""
        return self.part.text[self.start : self.end]

    @cached_property
    def is_headline(self) -> bool:
        """Tell whether the sentence has a capital on all its longer words, so that a capital says nothing."""
        longer = [word for word in re.findall(r"[^\W\d_]+", self.sentence) if len(word) >= _LONGER]
        return len(longer) > 2 and all(word[0].isupper() for word in longer)

    @cached_property
    def rest(self) -> str:
        """The words of the sentence behind the name."""
        return self.part.text[self.mention.span.end : self.end]

    @cached_property
    def clause(self) -> tuple[int, str]:
        """Where the stretch between semicolons begins that the name stands in, and its words."""
        at = self.mention.span.start - self.start
        first = self.sentence.rfind(";", 0, at) + 1
        last = self.sentence.find(";", at)
        return self.start + first, self.sentence[first : last if last >= 0 else None]

    @cached_property
    def hits_near(self) -> list[Hit]:
        """What goes with some bearer in the sentence, but for the name itself."""
        span = self.mention.span
        found = between(self.part.hits, self.start, self.end)
        return [hit for hit in found if hit.end <= span.start or hit.start >= span.end]

    @cached_property
    def mentions_near(self) -> list[Mention]:
        """The other names in the sentence that mean one thing for sure."""
        found = self.part.within(self.start, self.end)
        return [m for m in found if m.span not in self.part.unsure]

    def touching(self) -> tuple[Span | None, Span | None]:
        """Give where a comma and no more lies between the name and what stands before and after it."""
        before = re.search(r",\s*$", self.before)
        after = re.match(r"\s*,\s*(?:in\s+)?(?:the\s+)?", self.after)
        span = self.mention.span
        left = Span(start=span.start - len(before[0]), end=span.start) if before else None
        right = Span(start=span.end, end=span.end + len(after[0])) if after else None
        return left, right
