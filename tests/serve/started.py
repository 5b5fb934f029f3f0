"""A server started as its user starts it."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import kgraph

PACKAGE_PARENT = str(Path(kgraph.__file__).parent.parent)


class Started:
    """A process `kgraph serve …`, and what it says on standard error."""

    def __init__(self, graph: Path | str, *options: str) -> None:
        command = (sys.executable, "-m", "kgraph", "serve", str(graph), "--port", "0", *options)
        path = os.pathsep.join(filter(None, (PACKAGE_PARENT, os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path}
        )
        self.lines: list[str] = []
        self.ready = self.process.stderr.readline()
        found = re.search(r"http://\S+:\d+/", self.ready)
        assert found, self.ready + self.process.stderr.read()
        self.address = found[0]
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        self.lines += iter(self.process.stderr.readline, "")

    def stop(self, signal: int) -> int:
        """Send it a signal; give its exit code."""
        self.process.send_signal(signal)
        code = self.process.wait(timeout=20)
        self._reader.join(timeout=5)
        return code
