"""Lists of names with a date behind each."""

import pytest
from plans import read_as, tree

from kgraph.extraction import Extractor
from kgraph.model import Document


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Russia invaded Hungary in 1956, Georgia in August 2008 and Ukraine six years later.",
            "Russia invaded Philippines . | in 1956 | in August 2008 | six years later",
        ),
        (
            "Japan recognised Estonia on January 26, 1921, and Latvia the same day.",
            "Japan recognised Estonia , and Latvia . | on January 26 , 1921 | the same day",
        ),
        (
            "Israel is to leave Jericho by May 4, Hebron by May 20 and Nablus by July 1.",
            "Israel is to leave Philippines . | by May 4 | by May 20 | by July 1",
        ),
        # no list: a verb follows, one date, another's thing, another preposition
        ("Russia invaded Georgia in 2008 and Ukraine in 2014 lost.", None),
        ("Russia invaded Hungary in 1956 and Georgia.", None),
        ("Prussia took Silesia from Austria in 1742 and Posen in 1793.", None),
        ("He met Abe in Tokyo in May and Xi in Beijing in June.", None),
        ("In 1990 Iraq took Kuwait, and in 1991 Egypt left.", None),
    ],
)
def test_dates_behind_members_are_read_apart(text: str, read: str | None) -> None:
    assert read_as(text) == (read or " ".join(text.replace(",", " ,").replace(".", " .").split()))


@pytest.mark.model
def test_date_hangs_on_its_member(extractor: Extractor) -> None:
    found = tree(extractor, "Russia invaded Hungary in 1956, Georgia in 2008 and Ukraine six years later.")
    assert (found["Georgia"], found["1956"], found["2008"]) == ("conj Hungary", "pobj in", "pobj in")
    assert found["later"] == "npadvmod Ukraine"


@pytest.mark.model
def test_each_member_has_its_own_time(extractor: Extractor) -> None:
    texts = [
        "The United States recognised Finland in 1919, Estonia in 1922 and Latvia the same year.",
        "Britain held Cyprus from 1878, Egypt from 1882 and Palestine until 1948.",
        "Kosovo was recognised by France in 2008 and Israel in 2020.",
        # what was handed over stands before the verb
        "Sinai was returned to Egypt in 1982, and Taba in 1989.",
        "Hong Kong was handed over to China in 1997, the colony of Macau in 1999.",
        "Minorca was ceded to Britain in 1713 and Spain in 1802.",
    ]
    readings = extractor.read(Document(id=text, text=text) for text in texts)
    found = [{(a.subject.label, a.object.label, a.time) for a in reading.assertions} for reading in readings]
    assert found == [
        {
            ("United States", place, time)
            for place, time in (("Finland", "1919"), ("Estonia", "1922"), ("Latvia", "1922"))
        },
        {("United Kingdom", place, time) for place, time in (("Cyprus", "1878/"), ("Egypt", "1882/"))}
        | {("United Kingdom", "Palestine", "/1948")},
        {("France", "Kosovo", "2008"), ("Israel", "Kosovo", "2020")},
        {("Sinai", "Egypt", "1982"), ("Taba", "Egypt", "1989")},
        {("Hong Kong", "China", "1997"), ("Macau", "China", "1999")},
        {("Minorca", "United Kingdom", "1713")},
    ]
