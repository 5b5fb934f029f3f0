"""Groups that no gazetteer holds: by name, by initials told in brackets, and what takes them up."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "The Lakeland Liberation Army (LLA) attacked Nigerian troops. The LLA claims Bakassi.": (
        "Lakeland Liberation Army | claims | Bakassi",
    ),
    "The separatist Sudan Liberation Army (SLA) met envoys. The SLA attacked Sudanese troops.": (
        "Sudan Liberation Movement | clashesWith | Sudan",
    ),
    "Niger fights the Niger Movement for Plenty.": ("Niger | clashesWith | Niger Movement for Plenty",),
    "A rebel group called the Front of Azul met envoys. The group fought Malian troops.": (
        "Mali | clashesWith | Front of Azul",
    ),
    "Nigerian troops fought militants from the Delta Freedom Army.": (
        "Nigeria | clashesWith | Delta Freedom Army",
    ),
    "Polisario leader Brahim Ghali says his movement attacked Moroccan troops.": (
        "Morocco | clashesWith | Polisario Front",
    ),
    "A Hamas official said that his group might negotiate with Israel.": ("Hamas | negotiatesWith | Israel",),
    "Maoist rebels fought troops of Nepal. The guerrillas signed a ceasefire.": (
        "Nepal | clashesWith | Maoists",
        "Maoists | partyTo | ceasefire",
    ),
    "UN troops attacked Rwandan Hutu rebels.": ("Rwandan Hutu rebels | clashesWith | United Nations",),
    "Kenyan troops clashed with Somali militias.": ("Kenya | clashesWith | Somali militias",),
    "Kenyan troops clashed with Somali Islamist fighters.": ("Kenya | clashesWith | Somali fighters",),
    "Turkish fighters attacked a Greek ship.": ("Greece | clashesWith | Turkey",),
    "The Hezbollah militia attacked Israel.": ("Hezbollah | clashesWith | Israel",),
    "The Polish National Committee claimed Danzig.": ("Polish National Committee | claims | Danzig",),
    "The U.S. Congress recognized Kosovo.": ("United States | recognizes | Kosovo",),
}
NOTHING = {
    "A Lebanese doctor said that his group might negotiate with Israel.": "negotiatesWith",
    "A Sudanese plane bombed the village of Shegag Karo on Sunday.": "clashesWith",
    "Israeli troops attacked the Church of the Nativity in Bethlehem.": "Church",
    "Syrian jets bombed Aleppo University.": "University",
    "Soviet troops launched an offensive on the Eastern Front.": "clashesWith",
    "NATO chief Jens Stoltenberg says his movement attacked Russian troops.": "NATO | clashesWith",
    "Senegal was ruled by a Socialist Party for 40 years.": "Party",
    "The Front of Azul met envoys. Armed groups in Peru attacked Colombian troops.": "Azul",
    "The Lakeland Liberation Army met envoys. The Democratic Force (LLA) was there. The LLA claims Bakassi.": "Lake",
    "Kenyan troops attacked Somali militias of no name.": "Kenya | clashesWith | Somalia",
    "Supporters of the People's Party clashed with Indian police.": "Party",
    "Britain recognized the French Committee of National Liberation.": "France",
    "Liberia declared independence from the American Colonization Society.": "United States",
}


@pytest.mark.model
def test_groups_are_known_by_the_text_alone(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
