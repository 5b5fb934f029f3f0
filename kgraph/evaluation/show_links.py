"""The outcome of a comparison of links, for a terminal and as JSON."""

import json
from typing import Any

from kgraph.evaluation.compare import Counted, Tally
from kgraph.evaluation.links import LinkComparison, WrongLink

__all__ = ["format_links", "links_as_json"]


def format_links(comparison: LinkComparison, errors: int = 0) -> str:
    """Write the outcome for a terminal: by kind of mention, so many errors, and the sums last."""
    total, nil = comparison.total, comparison.nil
    blocks = [
        [f"{'kind':<24}{'mentions':>10}{'right':>8}{'accuracy':>10}"]
        + [_row(kind, counted) for kind, counted in comparison.kinds.items()],
        [_error(each) for each in comparison.errors[:errors]],
        [_row(name, counted) for name, counted in (*comparison.sums.items(), ("all", total))],
        [
            f"NIL         P {nil.precision:.3f}  R {nil.recall:.3f}   ({_nil_counts(nil)})",
            f"merged      {comparison.merged} in the node of another thing, {comparison.merge_rate:.3f} of all",
            f"split off   {comparison.split} from the node of most mentions of their thing",
            f"served      {comparison.served.right} right of {comparison.served.stated} persons who act for one",
        ],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _row(name: str, counted: Counted) -> str:
    return f"{name:<24}{counted.stated:>10}{counted.right:>8}{counted.accuracy:>10.3f}"


def _nil_counts(nil: Tally) -> str:
    return f"{nil.hits} right of {nil.wanted} annotated, {nil.extracted} answered"


def _error(one: WrongLink) -> str:
    return f"{one}\n    {' '.join(one.document.text.split())}"


def links_as_json(comparison: LinkComparison) -> str:
    """Write the whole outcome as JSON, every error with its text."""
    nil = comparison.nil
    content = {
        "kinds": {name: _figures(counted) for name, counted in comparison.kinds.items()},
        "sums": {name: _figures(counted) for name, counted in comparison.sums.items()},
        "all": _figures(comparison.total),
        "nil": {
            "right": nil.hits,
            "answered": nil.extracted,
            "annotated": nil.wanted,
            "precision": nil.precision,
            "recall": nil.recall,
        },
        "served": _figures(comparison.served),
        "merged": comparison.merged,
        "merge_rate": comparison.merge_rate,
        "split": comparison.split,
        "errors": [_error_as_json(each) for each in comparison.errors],
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def _figures(counted: Counted) -> dict[str, float]:
    return {"mentions": counted.stated, "right": counted.right, "accuracy": counted.accuracy}


def _error_as_json(one: WrongLink) -> dict[str, Any]:
    found = one.answer.entity
    return {
        "doc": one.document.id,
        "words": one.mention.span.of(one.document.text),
        "start": one.mention.span.start,
        "kind": one.mention.kind,
        "entity": one.mention.entity,
        "found": found.id if found is not None else None,
        "known": found.known if found is not None else None,
        "merged": one.merged,
        "text": one.document.text,
    }
