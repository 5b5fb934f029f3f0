"""Proposals read with the articles: in the graph with their origin, beside what the rules read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kgraph
from kgraph.extraction import Extractor
from kgraph.model import Document, Reading
from kgraph.proposals import Proposal, Proposals, to_line

CLAIM = "Japan claims Kunashir."
HINT = "To Tokyo, Iturup was never anything but home."
TEXT = f"{CLAIM} {HINT}"
NEW = Proposal(
    doc="a", quotation=HINT, subject="Tokyo", predicate="claims", object="Iturup", by="tiny", confidence=0.6
)
SAME = Proposal(doc="a", quotation=CLAIM, subject="Japan", predicate="claims", object="Kunashir", by="tiny")
LIE = Proposal(
    doc="a", quotation="Japan left.", subject="Japan", predicate="renounces", object="Kunashir", by="tiny"
)

pytestmark = pytest.mark.model


def read(*proposals: Proposal, min_confidence: float = 0.0) -> Reading:
    extractor = Extractor(proposals=Proposals({"a": proposals}), min_confidence=min_confidence)
    (reading,) = extractor.read([Document(id="a", text=TEXT)])
    return reading


def said(reading: Reading) -> list[tuple[str, str, list[str]]]:
    return [(a.subject.id, a.object.id, [e.rule for e in a.evidence]) for a in reading.assertions]


def test_a_proposal_stands_beside_what_the_rules_read() -> None:
    (claim, rules) = said(read())[0][:2], said(read())[0][2]
    assert claim == ("japan", "kunashir")
    assert said(read(NEW)) == [("japan", "kunashir", rules), ("japan", "iturup", ["proposed:tiny"])]


def test_what_the_rules_read_too_keeps_the_surer_evidence() -> None:
    (whole,) = said(read(SAME))
    assert whole == said(read())[0]


def test_a_lie_is_left_out_and_told() -> None:
    reading = read(LIE)
    assert said(reading) == said(read())
    assert reading.refused == ("a proposal of tiny left out: the quotation does not stand in the text",)


def test_a_proposal_below_the_bound_is_left_out() -> None:
    assert len(said(read(NEW, min_confidence=0.61))) == len(said(read(min_confidence=0.61)))


def test_build_takes_a_file_of_proposals_and_reads_again_what_it_changes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "p.jsonl"
    told = []
    for proposals in ((NEW, LIE), (NEW, LIE), ()):
        path.write_text("".join(to_line(p).replace('"a"', '"a.txt"') for p in proposals), encoding="utf-8")
        command = ["build", str(tmp_path / "a.txt"), "--proposals", str(path), "-o", str(tmp_path / "out")]
        run = subprocess.run(
            [sys.executable, "-m", "kgraph", *command], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
        lines = (tmp_path / "out/assertions.jsonl").read_text(encoding="utf-8").splitlines()
        told.append(({json.loads(line)["rule"] for line in lines}, "left out" in run.stderr))
    assert told[0] == told[1]
    assert "proposed:tiny" in told[0][0]
    assert told[0][1]
    assert told[2] == (told[0][0] - {"proposed:tiny"}, False)


def test_add_takes_the_same_proposals_and_makes_the_same_graph(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "p.jsonl"
    path.write_text("".join(to_line(p).replace('"a"', '"a.txt"') for p in (NEW, LIE)), encoding="utf-8")
    kgraph.build(tmp_path / "a.txt", tmp_path / "out", proposals=path)
    told = [record.getMessage() for record in caplog.records if "left out" in record.getMessage()]
    caplog.clear()
    added = kgraph.add(tmp_path / "a.txt", tmp_path / "news.kg", proposals=path)
    assert [record.getMessage() for record in caplog.records if "tiny" in record.getMessage()] == [
        "a.txt: a proposal of tiny left out: the quotation does not stand in the text"
    ]
    assert (added.new, len(told)) == (1, 1)
    kgraph.write_graph(kgraph.Graph.open(tmp_path / "news.kg"), tmp_path / "added.ttl")
    assert (tmp_path / "added.ttl").read_bytes() == (tmp_path / "out" / "graph.ttl").read_bytes()
    assert kgraph.add(tmp_path / "a.txt", tmp_path / "news.kg", proposals=path).unchanged == 1
    assert (
        kgraph.add(tmp_path / "a.txt", tmp_path / "news.kg").replaced == 1
    )  # without them it would be another
