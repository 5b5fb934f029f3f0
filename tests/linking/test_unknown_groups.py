"""Groups that no gazetteer holds: by name, by initials told in brackets, and what takes them up."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

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
    "Maoist rebels fought troops of Nepal. The guerrillas signed a ceasefire.": (
        "Nepal | clashesWith | Maoists",
        "Maoists | partyTo | ceasefire",
    ),
}
NOTHING = {
    "Senegal was ruled by a Socialist Party for 40 years.": "Party",
    "The Front of Azul met envoys. Armed groups in Peru attacked Colombian troops.": "Azul",
    "The Lakeland Liberation Army met envoys. The Democratic Force (LLA) was there. The LLA claims Bakassi.": "Lake",
    "Supporters of the People's Party clashed with Indian police.": "Party",
}


@pytest.mark.model
def test_groups_are_known_by_the_text_alone(extractor: Extractor) -> None:
    texts = [*MEANT, *NOTHING]
    readings = list(extractor.read(Document(id=str(i), text=text) for i, text in enumerate(texts)))
    read = [
        {
            line
            for a in reading.assertions
            for line in (
                f"{a.subject.label} | {a.predicate} | {a.object.label}",
                f"{a.object.label} | {a.predicate} | {a.subject.label}",
            )
        }
        for reading in readings
    ]
    missing = [
        line
        for lines, found in zip(MEANT.values(), read, strict=False)
        for line in lines
        if line not in found
    ]
    wrong = [
        text
        for (text, name), found in zip(NOTHING.items(), read[len(MEANT) :], strict=True)
        if any(name in line for line in found)
    ]
    assert (missing, wrong) == ([], [])
