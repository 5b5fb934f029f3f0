"""A record of 200 MB is named and left out, in a process that could not hold it twice."""

import subprocess
import sys

import pytest

HUGE = 200_000_000
BOUND = 450_000_000  # bytes of address space in all, of which Python and the libraries take up to 200 MB
TOO_LONG = "longer than 50 MB: split the text into articles"
CODE = f"""
import resource, sys
from kgraph.reading import read_sources
import kgraph.reading.html, fastwarc, lxml.etree
resource.setrlimit(resource.RLIMIT_AS, ({BOUND}, {BOUND}))
complain = lambda rejection: print(rejection.line, rejection.reason)
for document in read_sources(sys.argv[1:], on_reject=complain, deferred=True):
    print(document.id)
"""


def write(path, *parts):
    """Write a file whose numbers stand for so many zeros, which take no room on disk."""
    with path.open("wb") as file:
        for part in parts:
            if isinstance(part, bytes):
                file.write(part)
            else:
                file.seek(part, 1)


def warc_record(name, length, content=b""):
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\n" % name
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
    return head + b"Content-Length: %d\r\n\r\n" % (length or len(http)) + http


@pytest.mark.parametrize(
    ("name", "parts", "said"),
    [
        (
            "a.jsonl",
            [
                b'{"id": "1", "text": "Japan claims it."}\n',
                HUGE,
                b'\n{"id": "2", "text": "Russia holds it."}\n',
            ],
            ["1", f"2 {TOO_LONG}", "2"],
        ),
        (
            "a.csv",
            [b"id,text\n1,Japan claims it.\n", HUGE, b"\n2,Russia holds it.\n"],
            ["1", f"3 {TOO_LONG}", "2"],
        ),
        (
            "a.warc",
            [
                warc_record(b"1", 0, b"<p>Japan claims it.</p>") + b"\r\n\r\n",
                warc_record(b"2", HUGE + 46),
                HUGE,
                b"\r\n\r\n" + warc_record(b"3", 0, b"<p>Russia holds it.</p>") + b"\r\n\r\n",
            ],
            ["1", "2 longer than 50 MB, which no web page is", "3"],
        ),
        ("a.txt", [b"Japan claims it.\n", HUGE, b"\n"], [f"None {TOO_LONG}"]),
        ("a.html", [b"<html>", HUGE, b"\n"], [f"None {TOO_LONG}"]),
        ("a.json", [b'{"text": "', HUGE, b'"}'], [f"None {TOO_LONG}"]),
    ],
)
def test_a_huge_record_costs_itself_alone_and_little_memory(tmp_path, name, parts, said):
    write(tmp_path / name, *parts)
    done = subprocess.run(
        [sys.executable, "-c", CODE, tmp_path / name], capture_output=True, text=True, check=False
    )
    assert (done.stdout.splitlines(), done.stderr) == (said, "")
