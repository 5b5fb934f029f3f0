"""Wordings of essays on history: who followed, who had done so before, not this but that, the act that annexed."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

MEANT = {
    # who did the same, in a clause or a sentence of its own
    "Washington recognized the Republic of Texas in March 1837, France followed in 1839, and Great Britain in 1840.": (
        "France | recognizes | Republic of Texas",
        "United Kingdom | recognizes | Republic of Texas",
    ),
    "Russia recognised Abkhazia in August 2008, and Nicaragua followed suit a month later.": (
        "Nicaragua | recognizes | Abkhazia",
    ),
    "The United States recognized Finland on May 7, 1919. Great Britain had done so the day before.": (
        "United Kingdom | recognizes | Finland",
    ),
    "Slovenia seceded from Yugoslavia in June 1991; Croatia did so too.": (
        "Croatia | declaredIndependenceFrom | Yugoslavia",
    ),
    # not this but that
    "Salazar said that Goa was not a colony but a province of Portugal.": ("Goa | partOf | Portugal",),
    # who acts
    "A French admiral annexed Tahiti in 1842.": ("France | annexed | Tahiti",),
    "On July 7, 1898, President William McKinley signed a joint resolution that annexed Hawaii.": (
        "United States | annexed | Hawaii",
    ),
    "Iceland recognised Lithuania in February 1991. Denmark did so in August.": (
        "Denmark | recognizes | Lithuania",
    ),
    "Portugal complained to the International Court of Justice.": (
        "Portugal | submittedTo | International Court of Justice",
    ),
}
NOTHING = {
    "Germany annexed Austria in 1938, and Bohemia followed in 1939.": "Bohemia | annexed",
    "Germany recognised Croatia, and Serbia followed the talks.": "Serbia | recognizes",
    "Germany recognised Croatia in May. Serbia did so in Geneva.": "Serbia | recognizes",
    "Russia recognised Abkhazia in August 2008. Georgia has refused to do so.": "Georgia | recognizes | Abk",
    "Russia kept Abkhazia under Georgian control.": "Russia | administers",
    "The French captain scored against Gibraltar.": "Gibraltar",
}


@pytest.mark.model
def test_essays_tell_who_did_the_same_and_who_acted(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])


@pytest.mark.model
def test_who_followed_has_a_time_of_his_own(extractor: Extractor) -> None:
    text = "Germany recognized Slovenia in 1991, and France followed in January 1992. Sweden had done so in 1990."
    (reading,) = extractor.read([Document(id="1", text=text)])
    times = {a.subject.label: a.time for a in reading.assertions if a.predicate == "recognizes"}
    assert times == {"Germany": "1991", "France": "1992-01", "Sweden": "1990"}
