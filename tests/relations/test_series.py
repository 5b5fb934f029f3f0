"""What stands above "a string of" or "the start of" something stands above that as well."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Hamas has carried out a string of suicide attacks in Israel.": ("Hamas | clashesWith | Israel",),
    "Japan lodged a number of protests with China over the Senkaku Islands.": (
        "Japan | rejectsClaimOf | China",
    ),
    "Norway's parliament approved the start of the deployment of 200 soldiers to Kosovo.": (
        "Norway | deploysForcesTo | Kosovo",
    ),
    "Britain announced the completion of the withdrawal of its troops from Basra.": (
        "United Kingdom | withdrawsFrom | Basra",
    ),
    "On the eve of a meeting with Ugandan President Yoweri Museveni, Kenya's Raila Odinga spoke of the border.": (
        "Raila Odinga | metWith | Yoweri Museveni",
    ),
}
NOTHING = {
    "Dozens of people died in attacks in Kenya.": "clashesWith",
    "Ahead of elections in Uganda, Kenya's Raila Odinga spoke of the border.": "metWith",
    "Hamas has published a history of suicide attacks in Israel.": "Hamas | clashesWith",
}


@pytest.mark.model
def test_a_verb_governs_what_a_series_is_of(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
