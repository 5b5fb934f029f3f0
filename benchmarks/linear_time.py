"""How time grows with the words of hostile texts: python benchmarks/linear_time.py [WORDS]."""

import sys
import time
from collections.abc import Callable

from kgraph.extraction import Extractor
from kgraph.model import Document

NAMES = ("Japan", "Russia", "China", "India", "Vietnam", "Greece", "Chile")


def name(number: int) -> str:
    """Give a different made-up name for each number."""
    return "A" + "".join("bcdefghijk"[int(digit)] for digit in str(number)) + "o"


# Each makes a text of about so many words.
SHAPES: dict[str, Callable[[int], str]] = {
    "an article": lambda n: (
        "Japan claims Kunashir. Russia, which holds it, rejects the claim. They met. " * (n // 14)
    ),
    "one sentence": lambda n: "the island claimed by Japan and " * (n // 6) + "Russia .",
    "chain of nouns": lambda n: "the claim of Japan to " * (n // 5) + "Kunashir .",
    "list of states": lambda n: "Japan, " + ", ".join(NAMES[i % 7] for i in range(n)) + " claim Kunashir.",
    "list of persons": lambda n: ", ".join(f"President Ada {name(i)}" for i in range(n // 3)) + " met.",
    "persons of one name": lambda n: " ".join(f"Mr. {name(i)} Smith met Smith." for i in range(n // 5)),
    "titles": lambda n: "President " * n,
    "pronouns": lambda n: "They claim it and " * (n // 4) + ".",
    "back references": lambda n: "Japan claims it. It rejects the island. " * (n // 7),
    "open quotation marks": lambda n: "“Japan claims Kunashir " * (n // 3),
    "quotations": lambda n: "“Japan claims the island.” said he. " * (n // 6),
    "open brackets": lambda n: "(" * n + " Japan claims Kunashir.",
    "names in brackets": lambda n: "Japan (" * (n // 2),
    "list with brackets": lambda n: (
        "Japan, " + ", ".join(f"{NAMES[i % 7]} (north)" for i in range(n // 2)) + " met."
    ),
    "capitals": lambda n: "JAPAN CLAIMS KUNASHIR. " * (n // 3),
    "table": lambda n: "Japan | Russia | Kunashir | 1956\n" * (n // 7),
    "dates": lambda n: "In 1945 Japan, on 3 May 1956, " * (n // 7) + "left.",
    "another script": lambda n: "日本は国後島を要求する。" * (n // 6),
}


def cost(extractor: Extractor, text: str) -> float:
    """Give the seconds of the processor that a text takes."""
    begin = time.process_time()
    list(extractor.read([Document(id="hostile", text=text)]))
    return time.process_time() - begin


def main() -> None:
    """Print a row a shape: seconds at n, 2n and 4n words, and how much longer 4n take than n."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 1250
    extractor = Extractor()
    cost(extractor, "Japan claims Kunashir.")  # what is loaded on first use
    print(f"{'words':<22}{words:>8}{2 * words:>8}{4 * words:>8}{'ratio':>8}")
    for label, shape in SHAPES.items():
        seconds = [cost(extractor, shape(n)) for n in (words, 2 * words, 4 * words)]
        ratio = seconds[-1] / max(seconds[0], 1e-3)
        print(f"{label:<22}" + "".join(f"{each:>8.2f}" for each in seconds) + f"{ratio:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
