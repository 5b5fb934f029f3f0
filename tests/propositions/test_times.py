"""Time expressions: which words are one, and the ISO 8601 value of each."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.propositions.times import find_times

FRIDAY = datetime.date(2019, 5, 10)


def values(text: str, date: datetime.date | None = None) -> list[str]:
    return [time.value for time in find_times(text, date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The islands were occupied in 1945.", ["1945"], id="year"),
        pytest.param("It has held them since 1954.", ["1954/"], id="since"),
        pytest.param("It has held them since at least 1954.", ["1954/"], id="since-at-least"),
        pytest.param("The base was used until 1994.", ["/1994"], id="until"),
        pytest.param("The troops are to leave by 2008.", ["/2008"], id="by"),
        pytest.param("It was free prior to June 1961.", ["/1961-06"], id="prior-to"),
        pytest.param("They fought between 1998 and 2000.", ["1998/2000"], id="between"),
        pytest.param("It lasted from 1992 to 1995.", ["1992/1995"], id="from-to"),
        pytest.param("It has held them from 1975 onwards.", ["1975/"], id="from-onwards"),
        pytest.param("the war of 1967-73", ["1967/1973"], id="short-range"),
        pytest.param("the war of 1980–1988", ["1980/1988"], id="long-range"),
        pytest.param("the war of 1899-1902", ["1899/1902"], id="long-range-with-a-hyphen"),
        pytest.param("on December 11 and 12, 1960", ["1960-12-11/1960-12-12"], id="two-days"),
        pytest.param("It was not until 1921 that they signed.", ["1921"], id="not-until"),
        pytest.param("Oman did not sign the treaty until 1958.", ["1958"], id="did-not-until"),
        pytest.param("in 1998/99", ["1998/1999"], id="slash-range"),
        pytest.param("They signed it in May 2005.", ["2005-05"], id="month"),
        pytest.param("As of January 2007 it was done.", ["2007-01"], id="as-of"),
        pytest.param("since May 2010", ["2010-05/"], id="since-month"),
        pytest.param("on May 10, 2019", ["2019-05-10"], id="american-day"),
        pytest.param("on 10 May 2019", ["2019-05-10"], id="british-day"),
        pytest.param("on the 10th of May, 2019", ["2019-05-10"], id="ordinal-day"),
        pytest.param("on August 19th of 1919", ["1919-08-19"], id="day-of-a-year"),
        pytest.param("on Sept. 3, 1945", ["1945-09-03"], id="short-month"),
        pytest.param("2019-05-10", ["2019-05-10"], id="iso"),
        pytest.param("July 16 − 22, 2001", ["2001-07-16/2001-07-22"], id="days-of-a-month"),
        pytest.param("10-12 May 2019", ["2019-05-10/2019-05-12"], id="british-days"),
        pytest.param("from May 10 to May 12, 2018", ["2018-05-10/2018-05-12"], id="year-said-once"),
        pytest.param("between May and July 2018", ["2018-05/2018-07"], id="months-of-a-year"),
        pytest.param("in early 2018", ["2018"], id="early"),
        pytest.param("in mid-2020", ["2020"], id="mid"),
        pytest.param("at the end of 2008", ["2008"], id="end-of"),
        pytest.param("in the summer of 2008", ["2008"], id="season"),
        pytest.param("since the year 2000", ["2000/"], id="the-year"),
        pytest.param("in 1951, 1952 and 1953", ["1951", "1952", "1953"], id="enumeration"),
        pytest.param("in May 2003 and by Japan in 1999", ["2003-05", "1999"], id="two"),
        pytest.param("talks which began in 1967", ["1967/"], id="began"),
        pytest.param("the treaty dates from 1904", ["1904"], id="dates-from"),
    ],
)
def test_absolute_time_needs_no_date_of_the_document(text: str, expected: list[str]) -> None:
    assert values(text) == expected
    assert values(text, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They agreed last year to talk.", ["2018"], id="last-year"),
        pytest.param("They agreed last month.", ["2019-04"], id="last-month"),
        pytest.param("They will agree next year.", ["2020"], id="next-year"),
        pytest.param("earlier this month", ["2019-05"], id="this-month"),
        pytest.param("until next year", ["/2020"], id="until-relative"),
        pytest.param("in September of last year", ["2018-09"], id="month-of-last-year"),
        pytest.param("in September", ["2018-09"], id="month-before"),
        pytest.param("last June", ["2018-06"], id="last-month-by-name"),
        pytest.param("next June", ["2019-06"], id="next-month-by-name"),
        pytest.param("two years ago", ["2017"], id="years-ago"),
        pytest.param("a month ago", ["2019-04"], id="month-ago"),
        pytest.param("ten days ago", ["2019-04-30"], id="days-ago"),
        pytest.param("They met today.", ["2019-05-10"], id="today"),
        pytest.param("They met yesterday.", ["2019-05-09"], id="yesterday"),
        pytest.param("They met the day before yesterday.", ["2019-05-08"], id="before-yesterday"),
        pytest.param("They meet the day after tomorrow.", ["2019-05-12"], id="after-tomorrow"),
        pytest.param("They met on Friday.", ["2019-05-10"], id="weekday-of-the-date"),
        pytest.param("They met on Tuesday.", ["2019-05-07"], id="weekday-before"),
        pytest.param("They met last Friday.", ["2019-05-03"], id="last-weekday"),
        pytest.param("They meet next Wednesday.", ["2019-05-15"], id="next-weekday"),
        pytest.param("They will meet on Monday.", ["2019-05-13"], id="weekday-ahead"),
        pytest.param("Mr. Putin will meet Mr. Bush on Monday.", ["2019-05-13"], id="ahead-with-a-title"),
        pytest.param("They will leave, he said Monday.", ["2019-05-06"], id="said-not-ahead"),
        pytest.param("on Wednesday of last week", ["2019-05-01"], id="weekday-of-last-week"),
        pytest.param("on November 27", ["2018-11-27"], id="day-before"),
        pytest.param("on June 2", ["2019-06-02"], id="day-soon"),
        pytest.param("since Monday", ["2019-05-06/"], id="since-weekday"),
    ],
)
def test_relative_time_counts_from_the_date_of_the_document(text: str, expected: list[str]) -> None:
    assert values(text, FRIDAY) == expected
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In May 1993 it left. Five years later they fought.", "1998", id="years-later"),
        pytest.param("In 1905 it left. Forty years later they fought.", "1945", id="tens-of-years-later"),
        pytest.param("In 1905 it left. Thirty-nine years later they fought.", "1944", id="39-years-later"),
        pytest.param("It left in 1993, as they had done two years previously.", "1991", id="previously"),
        pytest.param("It left on 2 May 1993 and signed on the same date.", "1993-05-02", id="same-date"),
        pytest.param(
            "In the summer of 1993 it left, and in August was back.",
            "1993-08",
            id="month-of-the-year-that-opens",
        ),
        pytest.param("It left in 1488.", "1488", id="fifteenth-century"),
        pytest.param("On 2 May 1993 it left, and two days later it was back.", "1993-05-04", id="days-later"),
        pytest.param(
            "It left in May 1993, a year earlier than planned. A month later", "1993-06", id="month"
        ),
        pytest.param("It fell in 1841 and was ceded the following year.", "1842", id="following-year"),
        pytest.param("It fell in 1841. The year before, it had been besieged.", "1840", id="year-before"),
        pytest.param(
            "It was invaded in August 1990 and annexed later that month.", "1990-08", id="that-month"
        ),
        pytest.param("In early 1965 they met. Fighting grew that August.", "1965-08", id="that-august"),
        pytest.param(
            "They met in October 1955. They signed the following October.",
            "1956-10",
            id="following-october",
        ),
        pytest.param("They met in May 1955. They signed the following July.", "1955-07", id="following-july"),
        pytest.param(
            "It fell in 1841, and in June of the following year it was ceded.", "1842-06", id="june-of-it"
        ),
        pytest.param("It fell in March 1841. On 5 June of that year", "1841-06-05", id="day-of-that-year"),
        pytest.param(
            "It fell on 2 May 1841. Three weeks later it was ceded.", "1841-05-23~", id="weeks-later"
        ),
        pytest.param("It fell in May 1841. A decade later it was ceded.", "1851~", id="decade-later"),
        pytest.param(
            "In November 1975 it left; in February the war began.", "1976-02", id="month-after-month"
        ),
        pytest.param("It was invaded in 1974 and has been occupied since.", "1974/", id="since"),
        pytest.param("It was annexed in 2014, and held ever since.", "2014/", id="ever-since"),
        pytest.param("It fell in 1841. Since then it has been ruled from London.", "1841/", id="since-then"),
        pytest.param("It fell in 1841; until then it was free.", "/1841", id="until-then"),
    ],
)
def test_time_counts_from_the_one_named_before(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They fought in 1999.\nThe following year they met.", id="another-paragraph"),
        pytest.param("They fought in 1999. Three days later they met.", id="finer-than-what-was-named"),
        pytest.param("They fought in 1999. In August they met.", id="month-of-the-present"),
        pytest.param("They fought in 1999. They met the following August.", id="month-after-a-year"),
        pytest.param("They fought in 1999. Two weeks later they met.", id="weeks-after-a-year"),
        pytest.param("They fought in 1999. Over the next year they met.", id="stretch"),
        pytest.param("They fought in 1999. They will meet in the next year.", id="to-come"),
        pytest.param("They fought in 1999. Over two years later they met.", id="vague"),
        pytest.param("They fought in 1999. It left at about 1400 hours.", id="hour"),
        pytest.param("They fought in 1999. Many years later they met.", id="no-number"),
        pytest.param("They fought in 1999. It left two years after the war.", id="after-an-event"),
        pytest.param("They fought in 1999. It left the year before the war.", id="before-an-event"),
        pytest.param("They fought in 1999. Since it left they have met.", id="since-a-clause"),
    ],
)
def test_time_that_does_not_count_from_the_one_before_is_left_out(text: str) -> None:
    assert values(text) == ["1999"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Argentina landed on 2 April 1982. It surrendered on 14 June.", ["1982-04-02", "1982-06-14"]),
        ("They met on 28 December 1999. They met again on 3 January.", ["1999-12-28", "2000-01-03"]),
        ("Argentina landed in 1982. Voters decide on 10 March.", ["1982", "2013-03-10"]),
        ("They met on 20 November 2012. They met again on 3 December.", ["2012-11-20", "2012-12-03"]),
    ],
)
def test_day_without_a_year_goes_on_with_years_past(text: str, found: list[str]) -> None:
    assert values(text, datetime.date(2013, 3, 12)) == found


def test_days_from_one_to_another_are_an_interval() -> None:
    assert values("He will be there from March 28 to 30, 2022.") == ["2022-03-28/2022-03-30"]
    assert values("He was there from 10 to 12 May 2019.") == ["2019-05-10/2019-05-12"]
    assert values("On May 10 to 30 people he gave it, in 2019.", FRIDAY) == ["2019-05-10", "2019"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a 2,000 mile border", id="thousands"),
        pytest.param("about 1,400 troops and 112 people", id="counts"),
        pytest.param("2000 troops", id="count-without-comma"),
        pytest.param("1945 fighters", id="plural-after-bare-number"),
        pytest.param("at 1500 GMT", id="hour"),
        pytest.param("$2000", id="money"),
        pytest.param("Security Council Resolutions 1559 and 1701", id="resolutions"),
        pytest.param("https://example.org/2019/05", id="address"),
        pytest.param("about 2000 were killed", id="about-a-round-number"),
        pytest.param("more than 1500 died", id="more-than"),
        pytest.param("circa 1500 B.C.", id="year-before-our-era"),
        pytest.param("1000s of refugees", id="thousands-of"),
        pytest.param("for the past few years", id="past-few"),
        pytest.param("in the 5th century B.C.", id="before-our-era"),
        pytest.param("a man in his 70s", id="age"),
        pytest.param("after the Second World War", id="after-a-war"),
        pytest.param("since World War II", id="since-a-war"),
        pytest.param("veterans of World War II", id="of-a-war"),
        pytest.param("terms for the end of World War II", id="for-the-end"),
        pytest.param("in World War II battles", id="war-of-a-noun"),
        pytest.param("the 19th division", id="ordinal-of-something-else"),
        pytest.param("Theresa May will travel to Japan", id="person-called-may"),
        pytest.param("Japan may claim it", id="modal-may"),
        pytest.param("over two years ago", id="vague-ago"),
        pytest.param("over the last year", id="stretch-of-time"),
        pytest.param("last week", id="week"),
        pytest.param("February 30, 2011", id="no-such-day"),
        pytest.param("on Fridays", id="habit"),
    ],
)
def test_what_is_no_date_or_too_vague_gives_nothing(text: str) -> None:
    assert values(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("under the 1956 declaration", True, id="determined"),
        pytest.param("Nicaragua's 2012 suit", True, id="possessed"),
        pytest.param("reviewed 2002 ICJ ruling", True, id="bare"),
        pytest.param("the April 2006 decision", True, id="month"),
        pytest.param("the Convention of 1907", True, id="of"),
        pytest.param("Friday's talks", True, id="possessive"),
        pytest.param("since the 1967 war", True, id="since-a-dated-thing"),
        pytest.param("ended the 1990s war", True, id="decade-of-a-thing"),
        pytest.param("a 19th-century map", True, id="century-of-a-thing"),
        pytest.param("a 1920s-era base", True, id="of-an-era"),
        pytest.param("in the 1990s Georgia left", False, id="decade"),
        pytest.param("in 1995 agreed to stop", False, id="adverbial"),
        pytest.param("In 2010 clashes broke out", False, id="opening"),
        pytest.param("ceded in 1884, but", False, id="comma"),
        pytest.param("last year Russia agreed", False, id="relative"),
    ],
)
def test_time_before_a_noun_is_told_from_one_of_the_clause(text: str, expected: bool) -> None:
    assert [time.in_name for time in find_times(text, FRIDAY)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in the 1970s", ["197X"], id="decade"),
        pytest.param("since the late 1970s", ["197X/"], id="part-of-a-decade"),
        pytest.param("in the mid-to-late 1970s", ["197X"], id="two-parts"),
        pytest.param("late in the 1990s", ["199X"], id="late-in"),
        pytest.param("in the ’70s", ["197X"], id="short"),
        pytest.param("in the 1800s", ["18XX"], id="hundreds"),
        pytest.param("in the early 2000s", ["200X"], id="decade-of-a-hundred"),
        pytest.param("in the 1970s and early 1980s", ["197X/198X"], id="two-decades"),
        pytest.param("in the 1960s and ’70s", ["196X/197X"], id="two-decades-in-short"),
        pytest.param("in October and November 1962", ["1962-10/1962-11"], id="two-months"),
        pytest.param("in 1999 or so", ["1999~"], id="or-so"),
        pytest.param("before about 1900", ["/1900~"], id="before-about-a-round-year"),
        pytest.param("from the 1950s to 1974", ["195X/1974"], id="decade-to-year"),
        pytest.param("by the 1880s", ["/188X"], id="by-a-decade"),
        pytest.param("in the late 19th century", ["18XX"], id="century"),
        pytest.param("until the mid-nineteenth century", ["/18XX"], id="in-words"),
        pytest.param("from the 14th to the mid-19th century", ["13XX/18XX"], id="centuries"),
        pytest.param("in the first half of the 19th century", ["18XX"], id="half"),
        pytest.param("at the turn of the 20th century", ["1900~"], id="turn"),
        pytest.param("during the Second World War", ["[1939..1945]"], id="second-war"),
        pytest.param("In World War I", ["[1914..1918]"], id="first-war"),
        pytest.param("at the end of WWII", ["[1939..1945]"], id="end-of-a-war"),
        pytest.param(
            "In World War II it fell. The following year it left.", ["[1939..1945]"], id="war-before"
        ),
        pytest.param("about 1971", ["1971~"], id="about"),
        pytest.param("in or around May 1971", ["1971-05~"], id="in-or-around"),
        pytest.param("from circa 1971 until about 1975", ["1971~/1975~"], id="from-about-until-about"),
        pytest.param("in 1971 or 1972", ["1971/1972"], id="or"),
        pytest.param("until at least 2030", ["/2030"], id="until-at-least"),
        pytest.param(
            "It fell in the 1970s. The following year it left.", ["197X"], id="no-year-to-count-from"
        ),
        pytest.param("the 1950 - 53 Korean War", ["1950/1953"], id="short-range-with-spaces"),
        pytest.param("1989. Mar. 15: it leaves.", ["1989", "1989-03-15"], id="day-behind-a-year"),
        pytest.param(
            "In 1927 it landed, and X, which had relied on a visit in 1825, left in the following year.",
            ["1927", "1825", "1928"],
            id="what-had-been-is-told-in-passing",
        ),
        pytest.param(
            "In 1927 it landed. X came in 1925 and left in the following year.",
            ["1927", "1925", "1926"],
            id="what-was-is-not",
        ),
        pytest.param("In 1266, Norway ceded it.", ["1266"], id="middle-ages"),
        pytest.param("from 1250 to 1809", ["1250/1809"], id="from-the-middle-ages"),
        pytest.param("between 1215 and 1297", ["1215/1297"], id="both-in-the-middle-ages"),
        pytest.param("since 1415, when it fell", ["1415/"], id="since-the-middle-ages"),
        pytest.param("in 1200 villages", [], id="villages"),
        pytest.param("raised from 1200 to 1400 soldiers", [], id="soldiers"),
        pytest.param("at 1430, two died", [], id="o-clock"),
        pytest.param("It fell about 1971. Two years later it left.", ["1971~", "1973~"], id="from-a-guess"),
    ],
)
def test_vague_time_stays_vague_and_is_not_lost(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("for the past six months", ["2018-11/"], id="months"),
        pytest.param("for at least the last 10 years", ["2009/"], id="years"),
        pytest.param("for the past year", ["2018/"], id="one"),
        pytest.param("for the past three weeks", ["2019-04-19~/"], id="weeks"),
        pytest.param("three weeks ago", ["2019-04-19~"], id="weeks-ago"),
        pytest.param("a decade ago", ["2009~"], id="decade-ago"),
        pytest.param("for the past two decades", ["1999~/"], id="decades"),
        pytest.param("nearly two years ago", ["2017~"], id="nearly"),
        pytest.param("about ten years ago", ["2009~"], id="about"),
    ],
)
def test_stretch_up_to_now_tells_when_it_began(text: str, expected: list[str]) -> None:
    assert values(text, FRIDAY) == expected
    assert values(text) == []


def test_span_holds_the_word_that_decides_the_value() -> None:
    text = "Held since 1954, and claimed by another until May 2005; lost in 2007."
    assert [time.span.of(text) for time in find_times(text, None)] == ["since 1954", "until May 2005", "2007"]


def test_offset_moves_the_spans() -> None:
    (time,) = find_times("since 1954", None, offset=100)
    assert (time.span.start, time.span.end) == (100, 110)


@given(
    st.text(alphabet="in since 1954-/,.May1028’s\n year ago last Friday the 19th century about", max_size=60)
)
def test_times_stand_in_order_without_overlap(text: str) -> None:
    times = find_times(text, FRIDAY)
    ends = [0, *(time.span.end for time in times)]
    assert all(end <= time.span.start for end, time in zip(ends, times, strict=False))
    assert all(time.span.end <= len(text) for time in times)


@given(st.dates(min_value=datetime.date(1500, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_written_day_is_read_back(day: datetime.date) -> None:
    assert values(f"on {day:%B} {day.day}, {day.year}") == [day.isoformat()]
    assert values(f"on {day.day} {day:%B} {day.year}") == [day.isoformat()]


@given(st.dates(min_value=datetime.date(1990, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_weekday_lies_in_the_week_up_to_the_date(date: datetime.date, weekday: str) -> None:
    (value,) = values(f"They met on {weekday}.", date)
    day = datetime.date.fromisoformat(value)
    assert 0 <= (date - day).days < 7
    assert f"{day:%A}" == weekday
