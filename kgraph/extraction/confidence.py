"""How sure a reading is, with a stated meaning.

**Meaning.** The confidence of an evidence is the probability that a careful reader, asked what this sentence says,
would give this assertion: its subject, predicate and object. Of many evidences with a confidence near 0.8 about
eight in ten are right. It says nothing of whether the assertion is true of the world, nor of its qualifiers.

**Formula.** A logistic model: `1 / (1 + exp(-(shift + slope * sum of weight * sign)))` over the signs of
`kgraph.extraction.signs`. Weights are data, `data/confidence.toml`; `benchmarks/fit_confidence.py` fits them on
annotated sentences of our own and on 15 sets of passages that were annotated before anything was read of them, and
shift and slope on 105 news texts, releases and essays, 502 readings, by the version of kgraph that stood before
anybody looked at its errors there: on texts that rules were made for, readings are right more often than the
confidence says. What took no part, with the expected calibration error over ten bins: of those 105 texts each half
with the level of the other, 0.06 and 0.07; 1,155 readings of news, releases, essays and encyclopaedias, one genre left
out at a time, 0.04. A right reading is rated above a wrong one 75 times in a hundred there, 77 in the latter.

**Properties.** It lies between `LEAST` and `MOST`: no reading is certain. It never falls where the wording's own
rough confidence rises. A copy of a text does not raise it: an assertion is as sure as its best evidence.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kgraph.errors import DataError
from kgraph.extraction.signs import ROUGH, Signs, signs_of_all
from kgraph.relations import Relation
from kgraph.resources import DATA

__all__ = ["LEAST", "MOST", "Model", "load_model", "rate"]

LEAST, MOST = 0.02, 0.99
_FILE = DATA / "confidence.toml"
_DIGITS = 2  # more would say more than is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The weight of each sign; one that is not named weighs nothing."""

    weights: Mapping[str, float]
    shift: float = 0.0
    slope: float = 1.0

    def __post_init__(self) -> None:
        if self.slope <= 0 or self.weights.get(ROUGH, 0.0) < 0:
            raise DataError(f"{_FILE.name}: slope must be above 0, and the weight of {ROUGH!r} not below")

    def score(self, signs: Signs) -> float:
        """Give the weighted sum of signs, before shift and slope."""
        return sum(self.weights.get(name, 0.0) * value for name, value in signs.items())

    def probability(self, signs: Signs) -> float:
        """Give how probable it is that a reading with these signs is right."""
        exponent = self.shift + self.slope * self.score(signs)
        return min(max(round(_logistic(exponent), _DIGITS), LEAST), MOST)


def _logistic(exponent: float) -> float:
    """Give the logistic function, without overflow at either end."""
    if exponent < 0:
        return 1 - _logistic(-exponent)
    return 1 / (1 + math.exp(-exponent))


@cache
def load_model(path: Path = _FILE) -> Model:
    """Read a model once.

    Raises:
        DataError: not TOML, or without weights, shift and slope.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        weights = {str(name): float(weight) for name, weight in content["weights"].items()}
        return Model(weights=weights, shift=float(content["shift"]), slope=float(content["slope"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"{path.name}: no weights, shift and slope ({error})") from error


def rate(relations: Iterable[Relation], model: Model | None = None) -> list[Relation]:
    """Put the probability of being right in the place of each reading's rough confidence."""
    relations, model = list(relations), model or load_model()
    signs: Sequence[Signs] = signs_of_all(relations)
    return [
        replace(relation, confidence=model.probability(each))
        for relation, each in zip(relations, signs, strict=True)
    ]
