"""A language model behind an endpoint on this machine: one that answers well, badly, slowly, and with lies."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import servers

from kgraph.errors import KgraphError
from kgraph.model import Document
from kgraph.proposals import Proposal
from kgraph.proposals.ask import AT_ONCE, MOST, Answered, LanguageModel
from kgraph.vocab import predicates

CLAIM = "Japan claims Kunashir, which Russia administers."
DOCUMENT = Document(id="kurils", text=f"{CLAIM} Talks went on.", title="Talks in Moscow")
GOOD = {"quotation": CLAIM, "subject": "Japan", "predicate": "claims", "object": "Kunashir"}
LIE = {**GOOD, "quotation": "Japan gave Kunashir up.", "predicate": "renounces"}
JSON = "application/json"


def completion(content: object) -> list[bytes]:
    """Write what the endpoint sends where the model says this."""
    said = content if isinstance(content, str) or content is None else json.dumps(content)
    message = {"role": "assistant", "content": said}
    body = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "tiny",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
    }
    return servers.answer(json.dumps(body), content_type=JSON)


def asked(
    respond: Callable[[servers.Request], Iterable[bytes]], document: Document = DOCUMENT, **settings: Any
) -> Answered:
    with servers.speaking(respond) as url:
        return LanguageModel(f"{url}/v1", "tiny", predicates(), **{"tries": 1, **settings}).ask(document)


def test_a_good_answer_is_read_and_marked_by_the_models_name() -> None:
    answered = asked(lambda _: completion({"assertions": [GOOD]}), confidence=0.7)
    assert answered == Answered(proposals=(Proposal(doc="kurils", by="tiny", confidence=0.7, **GOOD),))


def test_the_request_has_text_title_and_predicates_and_the_key_in_its_header() -> None:
    requests: list[servers.Request] = []

    def respond(request: servers.Request) -> list[bytes]:
        requests.append(request)
        return completion({"assertions": []})

    asked(respond, key="secret")
    (request,) = requests
    messages = json.loads(request.body)["messages"]
    assert request.target == "/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer secret"
    assert CLAIM in messages[1]["content"]
    assert "Talks in Moscow" in messages[1]["content"]
    assert all(f"- {name} (" in messages[0]["content"] for name in predicates())


def test_a_fence_of_code_around_an_answer_is_taken_off() -> None:
    fenced = f"```json\n{json.dumps({'assertions': [GOOD]})}\n```"
    assert len(asked(lambda _: completion(fenced)).proposals) == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("I am sorry, I cannot do that.", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ([GOOD], "no list `assertions`"),
        ({"assertions": {"claims": 1}}, "no list `assertions`"),
        ({"answer": []}, "no list `assertions`"),
        ("", "the model answers nothing"),
        (None, "the model answers nothing"),
    ],
)
def test_a_bad_answer_is_told(content: object, fault: str) -> None:
    answered = asked(lambda _: completion(content))
    assert answered.proposals == ()
    assert len(answered.faults) == 1
    assert fault in answered.faults[0]


def test_what_is_no_proposal_among_others_is_told_and_the_rest_is_read() -> None:
    listed = ["Japan claims Kunashir", {"subject": "Japan"}, {**GOOD, "subject": 3}, GOOD]
    answered = asked(lambda _: completion({"assertions": listed}))
    assert len(answered.proposals) == 1
    assert [fault.partition(": ")[2] for fault in answered.faults] == [
        "no object with the fields of a proposal",
        "`quotation` is missing",
        "`subject` is no text",
    ]


def test_a_model_cannot_say_who_it_is_how_sure_or_which_document_it_means() -> None:
    listed = [{**GOOD, "by": "a person", "confidence": 1.0, "doc": "another"}]
    (proposal,) = asked(lambda _: completion({"assertions": listed})).proposals
    assert (proposal.by, proposal.confidence, proposal.doc) == ("tiny", 0.5, "kurils")


def test_a_flood_of_proposals_is_cut_and_told() -> None:
    listed = [{**GOOD, "time": str(year)} for year in range(1000, 1000 + MOST + 5)]
    answered = asked(lambda _: completion({"assertions": listed}))
    assert len(answered.proposals) == MOST
    assert f"the first {MOST} are looked at" in answered.faults[0]


@pytest.mark.parametrize(
    ("respond", "fault"),
    [
        (lambda _: servers.answer("{}", "500 Internal Server Error", JSON), "the endpoint answers 500"),
        (lambda _: servers.answer("{}", "401 Unauthorized", JSON), "the endpoint answers 401"),
        (lambda _: servers.answer("<html>", content_type="text/html"), "none of the protocol"),
        (lambda _: servers.answer("{}", content_type=JSON), "none of the protocol"),
        (lambda _: servers.answer('{"choices": []}', content_type=JSON), "none of the protocol"),
        (lambda _: [], "cannot be reached"),
    ],
)
def test_an_endpoint_that_does_not_answer_as_it_should_is_told(
    respond: Callable[[servers.Request], list[bytes]], fault: str
) -> None:
    answered = asked(respond)
    assert answered.proposals == ()
    assert len(answered.faults) == 1
    assert fault in answered.faults[0]


def test_a_slow_endpoint_is_given_up() -> None:
    def respond(_: servers.Request) -> Iterable[bytes]:
        time.sleep(3)
        yield from completion({"assertions": [GOOD]})

    begin = time.monotonic()
    assert asked(respond, seconds=0.3).faults == ("no answer in time",)
    assert time.monotonic() - begin < 2.5


def test_an_overloaded_endpoint_is_asked_again() -> None:
    answers = iter([servers.answer("{}", "429 Too Many Requests", JSON), completion({"assertions": [GOOD]})])
    assert len(asked(lambda _: next(answers), tries=2).proposals) == 1


def test_nobody_there_is_told() -> None:
    model = LanguageModel(f"http://127.0.0.1:{servers.free_port()}/v1", "tiny", predicates(), tries=1)
    assert model.ask(DOCUMENT).faults == ("the endpoint cannot be reached",)


def test_a_long_text_is_asked_about_piece_by_piece_and_a_fault_costs_its_piece_only() -> None:
    long = Document(id="long", text="\n".join([CLAIM] + ["Talks went on for days."] * (3 * AT_ONCE // 24)))
    answers = iter(["no JSON", *[{"assertions": [GOOD]}] * 10])
    answered = asked(lambda _: completion(next(answers)), long)
    assert answered.faults == ("the model's answer is no JSON",)
    assert len(answered.proposals) == 1


def test_without_the_sdk_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(KgraphError, match=r"pip install 'kgraph-disputes\[llm\]'"):
        LanguageModel("http://127.0.0.1:1/v1", "tiny", predicates())


# -- the command ----------------------------------------------------------------------------------------------------


def test_the_command_lets_in_what_holds_and_puts_lies_aside(tmp_path: Path) -> None:
    (tmp_path / "kurils.txt").write_text(DOCUMENT.text, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Nothing of that sort.", encoding="utf-8")
    answers = {"kurils": {"assertions": [GOOD, LIE]}, "other": "no JSON"}

    def respond(request: servers.Request) -> list[bytes]:
        return completion(
            answers["kurils" if CLAIM in json.loads(request.body)["messages"][1]["content"] else "other"]
        )

    with servers.speaking(respond) as url:
        command = [
            *(
                sys.executable,
                "-m",
                "kgraph",
                "propose",
                str(tmp_path),
                "--endpoint",
                f"{url}/v1",
                "--llm",
                "tiny",
            ),
            *("-o", str(tmp_path / "p.jsonl"), "--quarantine", str(tmp_path / "q.jsonl")),
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1  # the model gave no answer to one text
    assert run.stderr.splitlines() == [
        "kgraph: other.txt: the model's answer is no JSON",
        "kgraph: proposals: 1 let in, 1 refused",
    ]
    (line,) = (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["quotation"] == CLAIM
    (aside,) = (tmp_path / "q.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(aside)["reason"] == "the quotation does not stand in the text"


def test_the_command_that_got_no_answer_at_all_did_nothing(tmp_path: Path) -> None:
    (tmp_path / "kurils.txt").write_text(DOCUMENT.text, encoding="utf-8")
    with servers.speaking(lambda _: completion("no JSON")) as url:
        command = ["propose", str(tmp_path), "--endpoint", f"{url}/v1", "--llm", "tiny", "-o", "p.jsonl"]
        run = subprocess.run(
            [sys.executable, "-m", "kgraph", *command],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
    assert run.returncode == 2
    assert run.stderr.splitlines() == [
        "kgraph: kurils.txt: the model's answer is no JSON",
        "kgraph: no text was answered: see that --endpoint is right, and that it has a model tiny",
    ]
    assert not (tmp_path / "p.jsonl").exists()
