"""The command line without a language model: `python plain_kgraph.py build news.jsonl -o out`."""

from plain_reader import PlainRecipe

from kgraph.cli import main
from kgraph.corpus import Recipe

if __name__ == "__main__":
    Recipe.of = lambda *_: PlainRecipe()  # type: ignore[method-assign, assignment]
    main()
