"""Names that the gazetteer has: on the page they stand apart from what the articles say."""

import packed
import specimen

from kgraph.model import Background, BackgroundName
from kgraph.view import build_page
from kgraph.view.content import Json, describe_entity
from kgraph.view.network import build_network
from kgraph.vocab import predicates

NAMES = (
    BackgroundName(text="Lomboko Rock", lang="en"),
    BackgroundName(text="Îlot de Lombôko", lang="fr", used_by="chad", user="Chad"),
    BackgroundName(text="صخرة", lang="und", used_by="chad", user="Chad"),
    BackgroundName(text="Peñón", lang="es", used_by="peru", user="Peru"),
)


def described(*names: BackgroundName) -> list[Json]:
    node = build_network(specimen.read_assertions())[0][0]
    found = describe_entity(node, Background(names={node.entity.id: names}))["background"]
    assert isinstance(found, list)
    return found


def test_names_stand_together_by_user_and_those_of_nobody_come_last() -> None:
    assert [each["user"] for each in described(*NAMES)] == ["Chad", "Peru", None]


def test_order_of_the_names_does_not_matter() -> None:
    assert described(*reversed(NAMES)) == described(*NAMES)


def test_language_that_is_not_known_is_not_told() -> None:
    (chad, *_) = described(*NAMES)
    assert chad["names"] == [
        {"text": "Îlot de Lombôko", "lang": "fr"},
        {"text": "صخرة", "lang": None},
    ]


def test_background_is_no_name_in_the_texts() -> None:
    page = build_page(
        specimen.read_documents(),
        specimen.read_assertions(),
        predicates=predicates(),
        title="x",
        background=Background(names={"falkland-islands": NAMES}),
    )
    entity = next(e for e in packed.read_data(page)["entities"] if e["id"] == "falkland-islands")
    assert "Peñón" not in entity["names"]
    assert len(entity["background"]) == 3
