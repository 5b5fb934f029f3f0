"""Windows, as far as another system can tell: its paths, its files, and what it has not."""

import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.endpoint import is_url
from kgraph.own import load_own
from kgraph.reading.file import parts_of
from kgraph.reading.labels import Labels
from kgraph.reading.url import is_url as is_source_url

ROOT = Path(__file__).parent.parent
TEXT = "Japan claims Kunashir. Russia administers Kunashir."

WITHOUT_POSIX = """
import asyncio, concurrent.futures, ctypes, importlib, multiprocessing.connection, os, pkgutil, signal, socket
import subprocess, sys, tempfile, warnings, numpy, pyoxigraph, spacy, trafilatura

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "resource", "pwd", "grp", "termios", "pty"):
            raise ModuleNotFoundError(name)

class Library(ctypes.CDLL):
    def __init__(self, name, *args, **kwargs):
        if name is None:
            raise TypeError("argument of type 'NoneType' is not iterable")
        super().__init__(name, *args, **kwargs)

sys.meta_path.insert(0, Missing())
for name in ("fcntl", "resource", "pwd", "grp", "termios", "pty"):
    sys.modules.pop(name, None)
ctypes.CDLL = Library
for module, names in (
    (os, "fork killpg setsid getuid geteuid sched_getaffinity uname sysconf statvfs O_NOFOLLOW O_DIRECTORY"),
    (socket, "send_fds recv_fds AF_UNIX"),
    (signal, "SIGALRM SIGXCPU SIGHUP SIGCHLD SIGPIPE setitimer alarm"),
):
    for name in names.split():
        delattr(module, name)

warnings.filterwarnings("error", category=EncodingWarning, module="kgraph")  # a file opened in the code page

import kgraph

for found in pkgutil.walk_packages(kgraph.__path__, "kgraph."):
    if found.name != "kgraph.__main__":
        importlib.import_module(found.name)

import kgraph.corpus.lock

kgraph.corpus.lock._take = lambda stream: True  # by msvcrt there
if __name__ == "__main__":
    kgraph.build("a.txt", "out")
    graph = kgraph.Graph.open("out")
    assert len(graph.query("in-the-year", territory="Kunashir", year=2020)) >= 0
    kgraph.add("a.txt", "news.kg")
    assert len(kgraph.Graph.open("news.kg").query("SELECT ?s WHERE { ?s a kg:Assertion }")) == 2
    kgraph.write_graph(graph, "graph.gexf")
"""


@pytest.mark.model
def test_nothing_needs_what_only_posix_systems_have(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "run.py").write_text(WITHOUT_POSIX, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "run.py"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.model
def test_what_is_written_does_not_hang_on_the_code_page(tmp_path: Path) -> None:
    """A console in cp1252 cannot write 北方領土, and a file opened in it would not hold it."""
    (tmp_path / "a.txt").write_text("Japan claims Kunashir and Shikotan – “the islands”.", encoding="utf-8")
    env = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"}
    said = []
    for arguments in (["extract", "a.txt"], ["gazetteer", "find", "北方領土"]):
        command = [sys.executable, "-m", "kgraph", *arguments]
        run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False)
        assert run.returncode == 0, run.stderr
        said.append(run.stdout)
    assert "– “the islands”" in said[0].decode("utf-8")
    assert "Southern Kuril Islands" in said[1].decode("utf-8")
    assert b"\r" not in said[0]


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        (PureWindowsPath(r"C:\News\2019\a.txt"), ("C", "News", "2019", "a.txt")),
        (PureWindowsPath(r"\\server\share\news\a.txt"), ("server", "share", "news", "a.txt")),
        (PurePosixPath("/news/2019/a.txt"), ("news", "2019", "a.txt")),
    ],
)
def test_a_path_has_the_same_parts_by_either_kind_of_stroke(
    path: PureWindowsPath | PurePosixPath, parts: tuple[str, ...]
) -> None:
    assert parts_of(path) == parts


def test_one_name_on_two_drives_is_two_documents_with_slashes_in_their_ids() -> None:
    labels = Labels()
    drives = [parts_of(PureWindowsPath(rf"{drive}:\news\a.txt")) for drive in "CDC"]
    assert [labels.choose(parts) for parts in drives] == ["a.txt", "news/a.txt", "a.txt"]
    assert labels.choose(parts_of(PureWindowsPath(r"E:\news\a.txt"))) == "E/news/a.txt"


@pytest.mark.parametrize("path", [r"C:\news\a.txt", "C:/news/a.txt", r"\\server\share\a.txt", "c:a.txt"])
def test_a_drive_is_no_scheme_of_a_url(path: str) -> None:
    assert not is_url(path)
    assert not is_source_url(path)


def test_own_files_may_have_the_mark_and_the_line_ends_of_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As its editor saves them."""

    def save(name: str, text: str) -> None:
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    monkeypatch.chdir(tmp_path)
    save("own.tsv", "id\ttype\tname\nzenda\tTerritory\tZenda Islets\n")
    save("question.rq", "SELECT ?what\nWHERE { id:japan kg:claims ?what }\n")
    save(
        "own.toml",
        '[[wording]]\nid = "craves"\npredicate = "claims"\nkind = "verb"\ntrigger = ["crave"]\n'
        'subject = "subject"\nobject = "object"\nexample = "Argentina craves the Falkland Islands."\n'
        'gives = ["Argentina | claims | Falkland Islands"]\nmiss = "Argentina craves the prize."\n',
    )
    (tmp_path / "graph.ttl").write_text(
        "@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix id: <https://w3id.org/kgraph/id/> .\n"
        "id:japan kg:claims id:kunashir .\n",
        encoding="utf-8",
    )
    assert [wording.id for wording in load_own("own.toml").wordings] == ["craves"]
    for arguments in (["gazetteer", "check", "own.tsv"], ["query", "graph.ttl", "question.rq"]):
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
