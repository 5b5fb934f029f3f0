"""Calendar dates as far as a text says them, and what a form of words may ask to complete one."""

import datetime
from dataclasses import dataclass, field

__all__ = ["Context", "Date", "Dates", "counted_back", "date_of"]

_FIGURES = 4  # of a year
_PAST = 3  # years before the document: a day without a year goes on with what is told
_SHIFTS = {"following": 1, "next": 1, "preceding": -1, "previous": -1}  # of years from the one named before
_MAX_DAYS_AHEAD = 60  # "on June 2" in a text of May is this June; in a text of January it is last June


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date as far as the text says it; one without a year is not resolved yet.

    `figures` says how many of its year the text tells: three of a decade, two of a century. `is_about` is True
    where it is a guess: "about 1971".
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    figures: int = field(default=_FIGURES, kw_only=True)
    is_about: bool = field(default=False, kw_only=True)

    @property
    def is_era(self) -> bool:
        """Tell a decade or a century from a year."""
        return self.figures < _FIGURES

    @property
    def iso(self) -> str:
        """Write it as ISO 8601, as precise as it is: "2019-05", "197X", "1971~"."""
        year = f"{self.year:04d}"[: self.figures].ljust(_FIGURES, "X")
        parts = year, self.month and f"{self.month:02d}", self.day and f"{self.day:02d}"
        return "-".join(part for part in parts if part) + "~" * self.is_about

    @property
    def is_possible(self) -> bool:
        """Tell whether the calendar has such a date; 29 February needs no year to be possible."""
        try:
            datetime.date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


Dates = tuple[Date, ...]


def date_of(day: datetime.date) -> Date:
    """Give a day as a date of a text."""
    return Date(day.year, day.month, day.day)


def counted_back(date: datetime.date, count: int, unit: str) -> Date:
    """Count so many days, months or years back, as precise as the unit; on where the count is negative."""
    if unit == "year":
        return Date(date.year - count)
    if unit == "month":
        months = date.year * 12 + date.month - 1 - count
        return Date(months // 12, months % 12 + 1)
    return date_of(date - datetime.timedelta(days=count))


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader of a form may ask beside its own words.

    The document's date, whether the future is meant, the time that the text named last, and the year that opens the
    sentence.
    """

    date: datetime.date | None
    is_ahead: bool
    before: Date | None = None
    year: int | None = None

    def place(self, month: int, day: int | None) -> Date:
        """Give a month or day its year, none where it cannot be told.

        In a dated text that is the year in which it lies nearest, as news mean it, but where the text tells of years
        past, and in an undated one, that of the time named before or, where the month is over then, the next. After
        a year alone it may be a month of the present: "fought a war in 1999. In August they resumed talks"; but where
        that year opens the sentence, it is its own: "In 1999 they fought a war and in August resumed talks".
        """
        if self.year:
            return Date(self.year, month, day)
        told = self.before if self.before and self.before.month else None
        is_past = (
            told is not None and told.year is not None and self.date and self.date.year - told.year >= _PAST
        )
        if self.date and not is_past:
            return Date(self._year_of(month, day, self.date), month, day)
        if told is None or told.year is None or told.month is None:
            return Date(None, month, day)
        return Date(told.year + (month < told.month), month, day)

    def year_told(self, words: str) -> int | None:
        """Give the year that is told from the time named before: "that year", "the following year"; None if unknown."""
        if self.before is None or self.before.year is None or self.before.is_era:
            return None
        return self.before.year + _SHIFTS.get(words.split()[-1].lower(), 0)

    def month_after(self, month: int) -> Date | None:
        """Give the next such month after the one named before; None where that says no month."""
        told = self.before
        if told is None or told.year is None or told.month is None:
            return None
        return Date(told.year + (month <= told.month), month)

    def _year_of(self, month: int, day: int | None, date: datetime.date) -> int:
        days = (month - date.month) * 30 + (day or date.day) - date.day
        if self.is_ahead:
            return date.year + (days < 0)
        return date.year - (days > _MAX_DAYS_AHEAD) + (days < _MAX_DAYS_AHEAD - 360)
