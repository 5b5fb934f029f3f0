"""How much of what is read in plain sentences is read in relative clauses, passives, gerunds and other constructions.

    python benchmarks/constructions.py [--lost NAME] [--model MODEL]

Puts the examples of all wordings into the forms of `tests/quality/constructions.toml` and prints for each form how
much of what was read is read in it; `--lost` also prints the sentences of one form that lose something, to mend them.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from varied import keep, load_forms

from kgraph.extraction import Extractor
from kgraph.relations import package_wordings


def main() -> None:
    """Print a line for each form, those that lose most last."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lost", metavar="NAME", help="print what this form loses")
    parser.add_argument("--model", help="a spaCy model, the default one if left out")
    options = parser.parse_args()
    extractor = Extractor(model=options.model)
    forms = [form for form in load_forms() if options.lost in {None, form.name}]
    found = keep(extractor, extractor.nlp, (wording.example for wording in package_wordings()), forms)
    for name, kept in sorted(found.items(), key=lambda item: -item[1].share):
        print(f"{name:24} {kept.share:6.1%} of {kept.told}")
    told, lost = (
        sum(kept.told for kept in found.values()),
        sum(len(kept.lost) for kept in found.values()),
    )
    print(f"{'all':24} {1 - lost / told:6.1%} of {told}")
    for text, one in found[options.lost].lost if options.lost else ():
        print(f"{text} -> {' | '.join(one)}")


if __name__ == "__main__":
    main()
