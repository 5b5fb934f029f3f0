"""spaCy without its command line, and what is taken from that all the same."""

import subprocess
import sys

HEAD = "import sys\nfrom kgraph.spacy_import import import_spacy\nimport_spacy()\nimport spacy\n"


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", HEAD + code], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_command_line_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "print('spacy.cli' in sys.modules)\n"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "import spacy.cli\n"
        "print(spacy.cli is sys.modules['spacy.cli'], hasattr(spacy.cli, 'app'))\n"
    )
    assert run(code).split() == ["False", "True", "True", "True"]
