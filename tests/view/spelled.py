"""Places with the names that neighbours have for them, in many scripts and spellings; one statement for each."""

from kgraph.model import Assertion, Background, BackgroundName, Document, Entity, EntityKind, Evidence, Span

JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
CHINA = Entity(id="china", label="China", kind=EntityKind.STATE)
# The label of each place, and other names for it.
PLACES = {
    "Spratly Islands": ("Quần đảo Trường Sa", "南沙群岛", "Nánshā Qúndǎo"),
    "Thitu Island": ("Pag-asa", "Đảo Thị Tứ"),
    "Cyprus": ("Kıbrıs", "Κύπρος"),
    "Volhynia": ("Wołyń", "Волинь"),
    "Prussia": ("Preußen",),
    "Faroe Islands": ("Færøerne", "Føroyar"),
    "Abu Musa": ("أبو موسى", "جزیره ابوموسی"),
    "Liancourt Rocks": ("Dokdo", "독도", "竹島"),
    "Golan Heights": ("רָמַת הַגּוֹלָן", "هضبة الجولان"),
    "Ladakh": ("लद्दाख़",),
    "Iturup": ("Итуруп", "Etorofu", "択捉島"),
    "Malyi Island": ("Малый остров", "Ostrov Malyy"),
    "Preah Vihear": ("ปราสาทพระวิหาร",),
    "Hawai‘i": (),
    "Côte d'Azur": (),
}


def _key(label: str) -> str:
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in label.lower()).split())


ENTITIES = {label: Entity(id=_key(label), label=label, kind=EntityKind.TERRITORY) for label in PLACES}
BACKGROUND = Background(
    names={
        _key(label): tuple(BackgroundName(text=name, lang="und") for name in names)
        for label, names in PLACES.items()
    }
)
SENTENCE = "Envoys of both sides spoke of {} for the third time since spring."


def read_documents() -> list[Document]:
    """Give one article with a sentence for each place."""
    text = "\n".join(SENTENCE.format(label) for label in PLACES)
    return [Document(id="names", text=text, title="Many names", source="Specimen Courier")]


def read_assertions() -> list[Assertion]:
    """Give a statement for each place, as if the sentence said it."""
    found, start = [], 0
    for label, entity in ENTITIES.items():
        sentence = SENTENCE.format(label)
        evidence = Evidence(
            document_id="names",
            span=Span(start=start, end=start + len(sentence)),
            quotation=sentence,
            rule="clause",
            confidence=0.8,
        )
        start += len(sentence) + 1
        state = JAPAN if len(found) % 2 else CHINA
        found.append(Assertion(subject=state, predicate="claims", object=entity, evidence=(evidence,)))
    return found
