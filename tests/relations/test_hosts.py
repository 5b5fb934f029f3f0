"""Forces of others: a state lets them in and sends them away; they stand on duty, at posts, sail, fly and leave."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Djibouti likes France, which maintains a naval presence in the country.": (
        "France | deploysForcesTo | Djibouti",
    ),
    "Azerbaijan hosts Turkish military bases.": ("Turkey | deploysForcesTo | Azerbaijan",),
    "Moldova has Russian soldiers on its territory.": ("Russia | deploysForcesTo | Moldova",),
    "Georgian troops were driven out of South Ossetia in 2008.": (
        "Georgia | deploysForcesTo | South Ossetia",
    ),
    "Ethiopia's exit from Somalia was complete in 2009.": ("Ethiopia | deploysForcesTo | Somalia",),
    "Russia has based troops at former Soviet bases in Georgia.": ("Russia | deploysForcesTo | Georgia",),
    "NATO established a peacekeeping mission in Kosovo in 1999.": ("NATO | deploysForcesTo | Kosovo",),
    "Polish soldiers on patrol in Iraq found a cache of arms.": ("Poland | deploysForcesTo | Iraq",),
}
NOTHING = {
    "The Azerbaijan hosts lost to a team of Turkish soldiers.": "deploysForcesTo",
    "Ten Polish soldiers on a tour of Rome's museums sang.": "deploysForcesTo",
    "Iran refused to grant inspectors access to its military base.": "deploysForcesTo",
    "The first American consular post in Hungary opened in 1869.": "deploysForcesTo",
    "A Russian-made helicopter was found near Beirut.": "deploysForcesTo",
    "France likes Djibouti and has bases throughout its own land.": "France | deploysForcesTo | Djibouti",
    "Norway's exit from the talks on Western Sahara came in 2009.": "deploysForcesTo",
}


@pytest.mark.model
def test_forces_of_others_are_let_in_stand_there_and_leave(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_who_only_visits_or_builds_has_no_forces_there(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
