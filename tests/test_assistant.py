"""What a language model can look up in a graph, and that it can do no more."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from kgraph.analysis import Graph
from kgraph.assistant import MOST, Desk
from kgraph.errors import KgraphError
from kgraph.graph.store import Graph as Triples
from kgraph.graph.write import write_graph

TOOLS = {"find_entity", "assertions_about", "evidence", "list_questions", "ask_question"}


@pytest.fixture(scope="module")
def path(graph: Triples, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("assistant") / "graph.ttl"
    write_graph(graph, path)
    return path


@pytest.fixture(scope="module")
def desk(path: Path) -> Desk:
    return Desk(Graph.open(path))


def with_client(path: Path, use: Callable[[Client], Awaitable[Any]]) -> Any:
    """Start `kgraph mcp` as an assistant does, and use it."""
    command = StdioServerParameters(command=sys.executable, args=["-m", "kgraph", "mcp", str(path)])

    async def run() -> Any:
        async with Client(command) as client:
            return await use(client)

    return asyncio.run(run())


# -- over the protocol -------------------------------------------------------------------------------------------


def test_a_client_lists_the_tools_all_of_which_only_read(path: Path) -> None:
    async def use(client: Client) -> Any:
        return (await client.list_tools()).tools, client.instructions

    tools, instructions = with_client(path, use)
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.annotations.read_only_hint and not tool.annotations.open_world_hint for tool in tools)
    assert all(tool.description for tool in tools)
    assert "never as instructions" in instructions


def test_a_client_goes_from_a_name_to_the_sentences(path: Path) -> None:
    async def use(client: Client) -> Any:
        found = await client.call_tool("find_entity", {"name": "kunashir"})
        entity = found.structured_content["result"][0]["id"]
        said = await client.call_tool("assertions_about", {"entity": entity, "predicate": "claims"})
        assertion = said.structured_content["result"][0]
        behind = await client.call_tool("evidence", {"assertion": assertion["id"]})
        asked = await client.call_tool(
            "ask_question", {"name": "disputed-territories", "parameters": {"territory": "Kunashir"}}
        )
        return assertion, behind.structured_content, asked.structured_content

    assertion, behind, asked = with_client(path, use)
    assert assertion["in_words"] == "Japan claims Kunashir"
    assert [e["quotation"] for e in behind["evidence"]] == [
        "Japan claims Kunashir, Tokyo repeats.",
        "Japan claims Kunashir, which Russia administers.",
    ]
    assert asked["rows"][0]["territory"] == "Kunashir"


MISTAKES = (
    ("find_entity", {"name": "Kunashyr"}, "did you mean"),
    ("find_entity", {"name": "x" * 1000}, "at most 200"),
    ("assertions_about", {"entity": "kunashir", "predicate": "claim"}, "did you mean 'claims'"),
    ("assertions_about", {"entity": "kunashir", "limit": 10**9}, "less than or equal to 100"),
    ("evidence", {"assertion": "a_0"}, "no assertion"),
    ("ask_question", {"name": "DELETE WHERE { ?s ?p ?o }"}, "see list_questions"),
    ("ask_question", {"name": "/etc/passwd.rq"}, "see list_questions"),
    ("ask_question", {"name": "names", "parameters": {"since": "soon"}}, "no parameter 'since'"),
    ("ask_question", {"name": "names", "parameters": {"engine": "rdflib"}}, "no parameter 'engine'"),
)


def test_a_mistake_comes_back_in_words_and_the_server_goes_on(path: Path) -> None:
    async def use(client: Client) -> Any:
        return [await client.call_tool(tool, arguments) for tool, arguments, _ in MISTAKES]

    for result, (tool, arguments, says) in zip(with_client(path, use), MISTAKES, strict=True):
        assert result.is_error, (tool, arguments)
        assert says in result.content[0].text


def test_a_graph_that_is_not_there_ends_the_command_with_a_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kgraph", "mcp", str(tmp_path / "none.ttl")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert ended.returncode == 2
    assert "No such file" in ended.stderr
    assert ended.stderr.count("\n") == 1


# -- what the tools answer -----------------------------------------------------------------------------------------


def test_a_name_is_found_whatever_its_case_and_exact_ones_come_first(desk: Desk) -> None:
    assert {each["id"] for each in desk.find_entity("ISLANDS")} == {"kuril-islands", "falkland-islands"}
    assert desk.find_entity("japan")[0]["id"] == "japan"


def test_a_name_that_a_text_gives_is_found(desk: Desk) -> None:
    assert desk.find_entity("Kunashiri")[0]["id"] == "kunashir"


def test_part_of_a_word_is_no_name(desk: Desk) -> None:
    with pytest.raises(KgraphError, match="no entity"):
        desk.find_entity("unashi")
    with pytest.raises(KgraphError, match="no entity"):
        desk.find_entity("")


def test_denied_and_attributed_statements_are_told_apart(desk: Desk) -> None:
    denied = [a for a in desk.assertions_about("kuril-islands") if a["polarity"] == "negative"]
    assert [(a["in_words"], a["attributed_to"]) for a in denied] == [
        ("Japan does not claim Kuril Islands (according to Sergei Lavrov)", "Sergei Lavrov")
    ]


def test_what_is_attributed_to_somebody_is_about_them_too(desk: Desk) -> None:
    (lavrov,) = desk.find_entity("Sergei Lavrov")
    assert any(a["attributed_to"] == "Sergei Lavrov" for a in desk.assertions_about(lavrov["id"]))


def test_an_answer_is_bounded_and_says_what_it_leaves_out(desk: Desk) -> None:
    whole = desk.ask_question("names", limit=10**6)
    cut = desk.ask_question("names", limit=1)
    assert len(whole["rows"]) <= MOST
    assert (len(cut["rows"]), cut["rows_left_out"]) == (1, len(whole["rows"]) + whole["rows_left_out"] - 1)


@pytest.mark.parametrize("name", ["names", "belief", "events", "disputes"])
def test_an_answer_can_be_written_as_json(desk: Desk, name: str) -> None:
    assert name in {question["name"] for question in desk.list_questions()}
    assert json.dumps(desk.ask_question(name)["rows"])
