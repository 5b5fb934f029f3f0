"""Libraries without what they load for one function, and that function all the same."""

import subprocess
import sys


def run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_spacys_command_line_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from kgraph.lean_imports import import_spacy\n"
        "import_spacy()\n"
        "import spacy\n"
        "print('spacy.cli' in sys.modules)\n"
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "import spacy.cli\n"
        "print(spacy.cli is sys.modules['spacy.cli'], hasattr(spacy.cli, 'app'))\n"
    )
    assert run(code) == ["False", "True", "True", "True"]


def test_ipython_is_loaded_when_a_notebook_is_to_show_a_page() -> None:
    code = (
        "import sys\n"
        "from kgraph.lean_imports import import_pyvis\n"
        "import_pyvis()\n"
        "print('IPython' in sys.modules)\n"
        "from pyvis.network import IFrame\n"
        "print(type(IFrame('page.html', width=1, height=1)).__module__)\n"
    )
    assert run(code) == ["False", "IPython.lib.display"]
