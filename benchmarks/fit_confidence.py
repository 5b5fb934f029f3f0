"""Fits the weights of `kgraph/data/confidence.toml`, and shows how well they tell right readings from wrong ones.

    python benchmarks/fit_confidence.py fit --learn fresh.jsonl --calibrate news.jsonl --calibrate statements.jsonl
    python benchmarks/fit_confidence.py check held_out.jsonl ...

`fit` learns the weights from the annotated cases (`tests/cases`) and the files to learn from, and shift and slope
from the files to calibrate on. Rules were made for the cases, and nearly all readings of them are right: what tells a
wrong reading is learnt from texts that were annotated before anything was read of them. Those to calibrate on must be
texts whose errors nobody read: where rules were made for a text, readings are right more often than elsewhere; so
the level in use was fitted by the version that stood before those texts were opened. Cases held out take no part.

`check` prints a reliability table, the expected calibration error over ten bins of equal mass, and the Brier
score; it names no text.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from kgraph.evaluation import (
    PREDICATES,
    GoldText,
    NamedAssertion,
    Names,
    from_record,
    read_aliases,
    read_gold,
)
from kgraph.evaluation.compare import agrees
from kgraph.extraction import Extractor
from kgraph.extraction.confidence import Model, load_model
from kgraph.extraction.signs import GUESSED, ROUGH, Signs, signs_of_all
from kgraph.parse import parse_documents
from kgraph.reading import read_sources
from kgraph.relations import Relation
from kgraph.resources import DATA

ROOT = Path(__file__).parent.parent
HELD_OUT = frozenset({"mixed_held"})
BINS = 10
PENALTY = 15.0  # on the square of each weight
LEAST_ROUGH = 0.2  # the weight of the rough confidence may not be less: it must not turn round
PRIORS = {ROUGH: LEAST_ROUGH, GUESSED: -1.0}  # what is believed of a weight before any example
STEPS = 50

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A reading by its signs, and whether a careful reader made it."""

    signs: Signs
    right: bool


def examples_of(path: Path, extractor: Extractor, names: Names) -> Iterator[Example]:
    """Read a gold file, and tell of each reading whether it is right; what is optional there is left out."""
    gold = {text.id: text for text in read_gold(path)}
    documents = read_sources([str(path)], on_reject=lambda rejection: click.echo(rejection, err=True))
    for document, parts in parse_documents(documents, extractor.nlp, extractor.find_names):
        for part in parts:
            relations = extractor.relations(part)
            for relation, signs in zip(relations, signs_of_all(relations), strict=True):
                right = _is_right(relation, part.text, gold[document.id], names)
                if right is not None:
                    yield Example(signs, right)


def _is_right(relation: Relation, text: str, gold: GoldText, names: Names) -> bool | None:
    if relation.predicate not in PREDICATES:  # gold files do not speak of it
        return None
    named = _named(relation, text, gold.id)
    agreeing = [wanted for wanted in gold.assertions if agrees(wanted, named, names)]
    if any(wanted.counts for wanted in agreeing):
        return True
    return None if agreeing else False


def _named(relation: Relation, text: str, document: str) -> NamedAssertion:
    record = {"doc": document, "predicate": relation.predicate}
    for name, linked in (("subject", relation.subject), ("object", relation.object)):
        words = linked.span.of(text) if linked.span is not None else None
        record |= {name: linked.entity.label, f"{name}_text": words or linked.entity.label}
    return from_record(record)


def fit_weights(examples: Sequence[Example]) -> dict[str, float]:
    """Fit a logistic model with a penalty on large weights, by Newton's method."""
    names = sorted({name for example in examples for name in example.signs})
    table = np.array([[example.signs.get(name, 0.0) for name in names] + [1.0] for example in examples])
    right = np.array([float(example.right) for example in examples])
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[-1] = 0.0
    prior = np.array([*(PRIORS.get(name, 0.0) for name in names), 0.0])
    weights = _newton(table, right, penalty, prior)
    fitted = dict(zip(names, weights.tolist(), strict=False))
    fitted[ROUGH] = max(fitted[ROUGH], LEAST_ROUGH)
    return {name: round(weight, 3) for name, weight in fitted.items() if abs(weight) >= 0.0005}


def _newton(table: Floats, right: Floats, penalty: Floats, prior: Floats) -> Floats:
    weights = prior.copy()
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (odds - right) + penalty * (weights - prior)
        curve = (table * (odds * (1 - odds))[:, None]).T @ table + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def calibrated(weights: dict[str, float], examples: Sequence[Example]) -> Model:
    """Fit shift and slope so that the probabilities are those seen on these examples."""
    raw = Model(weights=weights)
    scores = np.array([[raw.score(example.signs), 1.0] for example in examples])
    right = np.array([float(example.right) for example in examples])
    slope, shift = _newton(scores, right, np.array([2.0, 0.0]), np.array([1.0, 0.0]))
    return Model(weights=weights, shift=round(float(shift), 3), slope=round(max(float(slope), 0.1), 3))


def write_model(model: Model, path: Path) -> None:
    """Write a model as TOML, sorted, so that the same examples give the same bytes."""
    lines = [
        "# The weights of the signs that a reading's confidence is made of; kgraph/extraction/confidence.py says how.",
        "# Written by benchmarks/fit_confidence.py: do not edit by hand.",
        f"shift = {model.shift}",
        f"slope = {model.slope}",
        "",
        "[weights]",
        *(f'"{name}" = {weight}' for name, weight in sorted(model.weights.items())),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(model: Model, examples: Sequence[Example]) -> str:
    """Give the reliability table, the expected calibration error and the Brier score."""
    said = np.array([model.probability(example.signs) for example in examples])
    right = np.array([float(example.right) for example in examples])
    bins = np.array_split(np.argsort(said, kind="stable"), BINS)
    gaps = [abs(said[each].mean() - right[each].mean()) * len(each) for each in bins if len(each)]
    lines = [f"{'said':>8}{'right':>8}{'n':>6}"]
    lines += [
        f"{said[each].mean():>8.3f}{right[each].mean():>8.3f}{len(each):>6}" for each in bins if len(each)
    ]
    error, brier = sum(gaps) / len(examples), float(((said - right) ** 2).mean())
    base = float(right.mean() * (1 - right.mean()))
    lines.append(
        f"{len(examples)} readings, {right.mean():.3f} right; ECE {error:.3f}, Brier {brier:.4f} ({base:.4f})"
    )
    lines += [_kept(threshold, said, right) for threshold in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)]
    return "\n".join(lines)


def _order(said: Floats, right: Floats) -> float:
    """Give how often a right reading is rated above a wrong one, equal ones counting half."""
    good, bad = said[right == 1][:, None], said[right == 0][None, :]
    return float(((good > bad) + 0.5 * (good == bad)).mean()) if good.size and bad.size else math.nan


def _kept(threshold: float, said: Floats, right: Floats) -> str:
    kept = said >= threshold
    share = right[kept].mean() if kept.any() else math.nan
    lost = int((right * ~kept).sum())
    return f"at least {threshold:.2f}: {kept.sum()} kept, {share:.3f} right; {lost} right ones lost"


def _names(path: Path, extractor: Extractor) -> Names:
    beside = path.with_name("aliases.json")
    if beside.exists():
        return read_aliases(beside)
    known: dict[str, list[str]] = defaultdict(list)
    for entry in extractor.gazetteer:
        known[entry.entity.label] += [name.text for name in entry.names if name.how in ("name", "short")]
    return Names(known)


def _examples(paths: Sequence[Path], extractor: Extractor) -> list[Example]:
    return [example for path in paths for example in examples_of(path, extractor, _names(path, extractor))]


FILE = click.Path(path_type=Path, exists=True)


@click.group()
def cli() -> None:
    """Fit and check the confidence of readings."""


@cli.command()
@click.option(
    "--learn", multiple=True, type=FILE, help="Gold texts that the weights are fitted on, beside the cases."
)
@click.option("--calibrate", multiple=True, type=FILE, help="Gold texts that shift and slope are fitted on.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=DATA / "confidence.toml")
def fit(learn: Sequence[Path], calibrate: Sequence[Path], out: Path) -> None:
    """Fit the weights on the cases and the texts to learn from, shift and slope on unread ones, and write them."""
    extractor = Extractor()
    cases = sorted((ROOT / "tests/cases").glob("*.jsonl"))
    own = _examples([path for path in cases if path.stem not in HELD_OUT], extractor)
    fresh, unread = _examples(learn, extractor), _examples(calibrate, extractor)
    model = calibrated(fit_weights([*own, *fresh]), unread)
    write_model(model, out)
    for name, examples in (("cases", own), ("learnt from", fresh), ("calibrated on", unread)):
        if examples:
            click.echo(f"{name}\n{report(model, examples)}")


@cli.command()
@click.argument("gold", nargs=-1, required=True, type=FILE)
def check(gold: Sequence[Path]) -> None:
    """Show how well the confidence fits what is right in these gold texts."""
    click.echo(report(load_model(), _examples(gold, Extractor())))


if __name__ == "__main__":
    cli()
