"""Articles in, graph out: the stages in order, and the report of the run."""

from kgraph.pipeline.adding import ADD_AT_ONCE, Added, add
from kgraph.pipeline.building import LARGE_OUTPUTS, OUTPUTS, PARTS, STORE, Built, build
from kgraph.pipeline.evaluating import evaluate, evaluate_links, evaluate_with_causes
from kgraph.pipeline.extracting import extract, extract_open
from kgraph.pipeline.intake import NOTHING_READ, Intake
from kgraph.pipeline.report import Account, Report, report_on

__all__ = [
    "ADD_AT_ONCE",
    "LARGE_OUTPUTS",
    "NOTHING_READ",
    "OUTPUTS",
    "PARTS",
    "STORE",
    "Account",
    "Added",
    "Built",
    "Intake",
    "Report",
    "add",
    "build",
    "evaluate",
    "evaluate_links",
    "evaluate_with_causes",
    "extract",
    "extract_open",
    "report_on",
]
