"""A build that is killed, at whatever moment, goes on where it was and comes to the same bytes."""

import json
import subprocess
import sys
from pathlib import Path

ROUNDS, KILLS = 10, 3


def test_a_build_that_is_killed_thirty_times_comes_to_the_bytes_of_one_that_is_not(tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed.py")
    command = [sys.executable, str(script), str(tmp_path), str(ROUNDS), str(KILLS), "7"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["differing"] == []
    assert told["in_time"] > ROUNDS * KILLS / 2, "most of the kills should hit a build"
