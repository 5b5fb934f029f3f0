"""axe-core, which looks for what keeps people out of a page: WCAG 2.0 to 2.2, A and AA, and good practice."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright import sync_api

__all__ = ["find_violations"]

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return { violations: found.violations, passed: found.passes.map((rule) => rule.id) };
}"""


def find_violations(page: "sync_api.Page | sync_api.Frame") -> list[str]:
    """List the violations in a page as it stands: the rule, what is wrong, and where.

    A page must say `window.__ready` first: axe finds no fault with one that is empty because its script broke.
    """
    assert page.evaluate("window.__ready") is True, (
        "the page is not ready, and an empty page has no violations"
    )
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_script())
    found = page.evaluate(RUN, TAGS)
    assert found["passed"], "axe looked at nothing"
    return [
        f"{rule['id']} ({node['impact']}): {rule['help']}: {json.dumps(node['target'])} {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@cache
def _script() -> str:
    """Read the script that the package carries; with it a run can say in one object what it found."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
