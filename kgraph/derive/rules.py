"""The rules of the derived layer, in the order of the documentation; none starts from what another concludes."""

from kgraph.derive import belief, contradiction, dispute, period, superproperty
from kgraph.derive.places import Concerns, Within
from kgraph.derive.rule import Rule
from kgraph.derive.story import Stories

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Within(),
    Concerns(),
    superproperty.RULE,
    contradiction.RULE,
    period.RULE,
    belief.RULE,
    dispute.RULE,
    Stories(),
)
