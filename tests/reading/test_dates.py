"""Dates as articles write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.dates import parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2019-05-10",
        " 2019-05-10 ",
        "2019-05-10T23:30:00Z",
        "2019-05-10T23:30:00.000+09:00",
        "2019-05-10 23:30",
        "May 10, 2019",
        "MAY 10 2019",
        "May 10th, 2019",
        "Friday, May 10, 2019",
        "10 May 2019",
        "10 May, 2019 at 14:30 GMT",
        "Fri, 10 May 2019 12:00:00 GMT",
    ],
)
def test_clear_dates_are_read(text):
    assert parse_date(text) == datetime.date(2019, 5, 10)


@pytest.mark.parametrize(
    "text",
    ["20191231", "2019/12/31", "2019.12.31", "31/12/2019", "12/31/2019", "31.12.2019", "31-12-2019 08:15"],
)
def test_numbers_are_read_where_only_one_can_be_the_month(text):
    assert parse_date(text) == datetime.date(2019, 12, 31)


def test_day_and_month_of_one_number_are_clear():
    assert parse_date("5/5/2019") == datetime.date(2019, 5, 5)


@pytest.mark.parametrize(("text", "month"), [("Sept. 3, 2019", 9), ("3 Sep 2019", 9), ("June 3, 2019", 6)])
def test_months_may_be_shortened(text, month):
    assert parse_date(text) == datetime.date(2019, month, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019",
        "2019-05",
        "10/05/2019",
        "10.05.2019",
        "31/02/2019",
        "20191310",
        "31/12-2019",
        "2019-13-10",
        "February 30, 2019",
        "Friday",
        "0000-01-01",
        "२०१९-०५-१०",
    ],
)
def test_others_are_none(text):
    assert parse_date(text) is None


@given(st.dates())
def test_iso_dates_are_read_back(date):
    assert parse_date(date.isoformat()) == date


@given(st.text())
def test_no_text_is_an_error(text):
    assert parse_date(text) is None or isinstance(parse_date(text), datetime.date)
