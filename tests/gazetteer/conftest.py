"""A small world: a few states, territories and bodies in the gazetteer's tables."""

from pathlib import Path

import pytest

STATES = (
    "id\tlabel\tkind\tiso2\tiso3\twikidata\tvalid_from\tvalid_to\tcapital\tlat\tlon\tclaimants\t"
    "languages\tsuccessors\tsource\n"
)
TERRITORIES = (
    "id\tlabel\tkind\tlat\tlon\twikidata\tgeonames\tpart_of\tclaimants\tadministered_by\tstatus\tsource\n"
)
STATE_ROWS = """\
norway\tNorway\tsovereign\tNO\tNOR\t\t1905\t\tOslo\t64.5\t13.0\t\t\t\teditor
russia\tRussia\tsovereign\tRU\tRUS\t\t\t\tMoscow\t\t\t\t\t\teditor
abkhazia\tAbkhazia\tde_facto\t\t\t\t1992\t\tSukhumi\t43.0\t41.0\tgeorgia|abkhazia\t\t\teditor
georgia\tGeorgia\tsovereign\tGE\tGEO\t\t\t\tTbilisi\t\t\t\t\t\teditor
"""
TERRITORY_ROWS = """\
svalbard\tSvalbard\tisland_group\t78\t16\t\t\t\t\tnorway\t\teditor
hopen\tHopen\tisland\t76.6\t25.3\t\t\tsvalbard\t\tnorway\t\teditor
grey-zone\tGrey Zone\tmaritime_area\t\t\t\t\t\tnorway|russia\tnorway|russia\t\teditor
gibraltar\tGibraltar\tdependency\t36.1\t-5.4\t\t\t\t\t\t\teditor
"""
BODIES = """\
id\tlabel\tclass\tkind\tyear\tparties\twikidata\tsource
icj\tInternational Court of Justice\tTribunal\tcourt\t1945\t\t\teditor
svalbard-treaty\tSvalbard Treaty\tInstrument\ttreaty\t1920\tnorway\t\teditor
"""
NAMES = """\
id\tname\thow\tlang\tused_by\tsource
norway\tNorwegian\tadjective\ten\t\teditor
svalbard\tGrumant\tname\tru\trussia\teditor
"""
TABLES = {
    "states.tsv": STATES + STATE_ROWS,
    "territories.tsv": TERRITORIES + TERRITORY_ROWS,
    "bodies.tsv": BODIES,
    "names.tsv": NAMES,
    "lookalikes.tsv": "name\tsource\nNorwegian blue\teditor\n",
}


def write_tables(folder: Path) -> Path:
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_tables(tmp_path)


@pytest.fixture(scope="session")
def unchanging(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same tables, for tests that write beside them only what they write over."""
    return write_tables(tmp_path_factory.mktemp("tables"))
