"""A collection of as many entities as one likes, made up: power-law degrees, disputes, persons, times, sentences.

Names of states and territories are the gazetteer's while it has any, so that labels are as long as real ones. The
same number gives the same collection.
"""

import datetime
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Span
from kgraph.view.board import Box
from kgraph.view.layout import compute_positions
from kgraph.vocab import nil_entity

SENTENCES_A_DOCUMENT = 6
STATE, TERRITORY, PERSON = EntityKind.STATE, EntityKind.TERRITORY, EntityKind.PERSON
INSTRUMENT, ORGANIZATION = EntityKind.INSTRUMENT, EntityKind.ORGANIZATION
SHARES = {STATE: 0.16, TERRITORY: 0.3, INSTRUMENT: 0.1, ORGANIZATION: 0.06}  # persons are the rest
# What is said of whom: predicate, verb, kinds of both ends, how often of a hundred.
RELATIONS = (
    ("claims", "has claimed", STATE, TERRITORY, 17),
    ("administers", "has administered", STATE, TERRITORY, 7),
    ("occupies", "has occupied", STATE, TERRITORY, 4),
    ("deploysForcesTo", "sent patrol vessels to", STATE, TERRITORY, 5),
    ("renounces", "gave up its right to", STATE, TERRITORY, 2),
    ("recognizes", "has recognised", STATE, STATE, 4),
    ("negotiatesWith", "resumed talks with", STATE, STATE, 8),
    ("clashesWith", "exchanged fire with", STATE, STATE, 4),
    ("rejectsClaimOf", "turned down the claim of", STATE, STATE, 4),
    ("partyTo", "is a party to", STATE, INSTRUMENT, 12),
    ("submittedTo", "put the matter before", STATE, ORGANIZATION, 7),
    ("partOf", "forms a part of", TERRITORY, TERRITORY, 4),
    ("represents", "spoke for", PERSON, STATE, 15),
    ("metWith", "held talks in private with", PERSON, PERSON, 7),
)
CAUSES = (
    "after a week in which both governments had recalled their envoys",
    "although neither side has published the maps on which it relies",
    "in a letter to the other coastal states of the region",
    "while fishing crews kept away from the waters around it",
    "and asked that the status quo be kept until a court has ruled",
)
# What any page of vis-network needs; straight lines, places given, labels by vis-network.
BARE = """<!doctype html><meta charset="utf-8"><title>Bare</title>
<style>html,body,#canvas{height:100%;margin:0}</style><div id="canvas"></div>
<script type="application/json" id="data">DATA</script><script>SCRIPT</script>
<script>
const data = JSON.parse(document.getElementById("data").textContent);
const options = { physics: false, layout: { improvedLayout: false }, edges: { smooth: false, arrows: "to" } };
const drawn = { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) };
window.network = new vis.Network(document.getElementById("canvas"), drawn, options);
window.__ready = true;
</script>
"""


@dataclass
class _World:
    """The entities of each kind, and how often each has been spoken of."""

    draw: random.Random
    kinds: dict[EntityKind, list[Entity]]
    spoken: defaultdict[EntityKind, list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def pick(self, kind: EntityKind) -> Entity:
        """Draw one: whoever is spoken of often is likely to be spoken of again (preferential attachment)."""
        chosen = self.draw.choice(self.spoken[kind] or self.kinds[kind])
        return chosen if self.draw.random() < 0.8 else self.draw.choice(self.kinds[kind])

    def say(
        self, relation: tuple[str, str, EntityKind, EntityKind, int], one: Entity | None = None
    ) -> Assertion:
        """Make an assertion, of this entity where one is given."""
        predicate, _, first, second, _ = relation
        subject = one if one and one.kind is first else self.pick(first)
        value = one if one and subject is not one else self.pick(second)
        while subject == value:
            value = self.draw.choice(self.kinds[second])
        self.spoken[first].append(subject)
        self.spoken[second].append(value)
        year, chance = self.draw.randrange(1945, 2026), self.draw.random()
        return Assertion(
            subject=subject,
            predicate=predicate,
            object=value,
            about=self.pick(TERRITORY) if first is second is STATE and self.draw.random() < 0.4 else None,
            polarity=Polarity.NEGATIVE if self.draw.random() < 0.06 else Polarity.POSITIVE,
            modality=Modality.POSSIBLE if self.draw.random() < 0.12 else Modality.ACTUAL,
            attribution=self.pick(PERSON) if self.draw.random() < 0.1 else None,
            time=(f"{year}", f"{year}/", f"{year}/{year + 3}")[int(chance * 12)] if chance < 0.25 else None,
        )


def make(nodes: int, statements_a_node: float = 2.1) -> tuple[list[Document], list[Assertion]]:
    """Make so many entities, so many statements of each, and the articles that say them."""
    draw = random.Random(nodes)
    world = _World(draw, _make_entities(nodes))
    everyone = [entity for entities in world.kinds.values() for entity in entities]
    relations_of = {kind: [r for r in RELATIONS if kind in r[2:4]] for kind in world.kinds}
    said = {}
    for entity in everyone:
        relations = relations_of[entity.kind]
        (relation,) = draw.choices(relations, [r[-1] for r in relations])
        said[world.say(relation, entity)] = relation
    while len(said) < round(nodes * statements_a_node):
        (relation,) = draw.choices(RELATIONS, [r[-1] for r in RELATIONS])
        said.setdefault(world.say(relation), relation)
    return _write_articles(draw, [(assertion, relation[1]) for assertion, relation in said.items()])


def _make_entities(nodes: int) -> dict[EntityKind, list[Entity]]:
    known = sorted((e.entity for e in Gazetteer.load() if not e.valid_to), key=lambda entity: entity.id)
    kinds = {}
    for kind, share in SHARES.items():
        names = [entity for entity in known if entity.kind is kind] if kind in (STATE, TERRITORY) else []
        wanted = max(round(nodes * share), 2)
        step = max(len(names) // wanted, 1)
        kinds[kind] = names[::step][:wanted]
        # More states than there are would be odd: the rest of a large graph is islets and persons.
        if kind is not STATE:
            missing = range(wanted - len(kinds[kind]))
            kinds[kind] += [nil_entity(f"{NEW_NAMES[kind]} {i}", kind) for i in missing]
    left = nodes - sum(map(len, kinds.values()))
    return kinds | {PERSON: [nil_entity(f"Envoy No{i}", PERSON) for i in range(left)]}


NEW_NAMES = {TERRITORY: "Outer Shoal", INSTRUMENT: "Agreement of Port", ORGANIZATION: "Commission"}


def _write_articles(
    draw: random.Random, said: Sequence[tuple[Assertion, str]]
) -> tuple[list[Document], list[Assertion]]:
    documents, assertions = [], []
    for number, start in enumerate(range(0, len(said), SENTENCES_A_DOCUMENT)):
        text, name = "", f"made-{number:05}"
        for assertion, verb in said[start : start + SENTENCES_A_DOCUMENT]:
            sentence = f"{assertion.subject.label} {verb} {assertion.object.label} {draw.choice(CAUSES)}."
            evidence = _evidence(assertion, sentence, len(text), verb, name, draw)
            assertions.append(assertion.with_evidence((evidence,)))
            text += sentence + "\n"
        day = datetime.date(2000, 1, 1) + datetime.timedelta(days=draw.randrange(9400))
        source = f"Publisher {int(30 * draw.random() ** 2)}"
        url = f"https://news.example/{name}"
        documents.append(
            Document(id=name, text=text, title=f"Report {number}", date=day, source=source, url=url)
        )
    return documents, assertions


def _evidence(
    assertion: Assertion, sentence: str, start: int, verb: str, document: str, draw: random.Random
) -> Evidence:
    ends = [start + sentence.index(verb), start + sentence.index(verb) + len(verb)]
    return Evidence(
        document_id=document,
        span=Span(start=start, end=start + len(sentence)),
        quotation=sentence,
        subject_span=Span(start=start, end=start + len(assertion.subject.label)),
        predicate_span=Span(start=ends[0], end=ends[1]),
        object_span=Span(start=ends[1] + 1, end=ends[1] + 1 + len(assertion.object.label)),
        attribution_text=assertion.attribution.label if assertion.attribution else None,
        rule="active-verb",
        confidence=draw.choice((0.62, 0.71, 0.8, 0.93)),
    )


def bare_page(assertions: Iterable[Assertion]) -> str:
    """Write the least page that vis-network draws these with: what ours can be compared with."""
    import pyvis

    ends = [(a.subject, a.object) for a in assertions]
    labels = {entity.id: entity.label for pair in ends for entity in pair}
    places = _places([(one.id, other.id) for one, other in ends])
    look = {"shape": "dot", "size": 14}
    nodes = [look | {"id": k, "label": v, "x": places[k][0], "y": places[k][1]} for k, v in labels.items()]
    data = {"nodes": nodes, "edges": [{"from": one.id, "to": other.id} for one, other in ends]}
    script = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
    return BARE.replace("DATA", json.dumps(data)).replace("SCRIPT", script.read_text(encoding="utf-8"))


def _places(ties: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Lay the graph out; above a thousand nodes, where that takes a minute, on a spiral, each near the one it joins."""
    names = sorted({name for tie in ties for name in tie})
    if len(names) <= 1000:
        return compute_positions([Box(id=name, width=60.0, height=60.0) for name in names], ties)
    first = dict(reversed(ties))
    names.sort(key=lambda name: (first.get(name, name), name))
    angles = [(math.sqrt(i) * 45, i * 2.399963) for i in range(len(names))]
    return {
        n: (round(r * math.cos(a)), round(r * math.sin(a))) for n, (r, a) in zip(names, angles, strict=True)
    }
