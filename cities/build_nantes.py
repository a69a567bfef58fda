"""Derive the place files of `cities/nantes` from the raw lists that its NOTICE.md names.

Usage: python cities/build_nantes.py RAW_FOLDER CITY_FOLDER
"""

import argparse
import csv
import json
import re
from pathlib import Path

import shapely

DIGITS = 5
"""Decimals of a degree that are kept: about a metre."""
NEAR_BORDER = 0.001
"""Degrees, some 100 m: the middle of a street that runs along the border may lie a little outside."""
NEIGHBOURS = re.compile(r"\((?:c[oô]t[ée] )?(?!Nantes)[^)]*\)", re.IGNORECASE)
"""A mapper's bracket that names the side of another town."""
BRACKET = re.compile(r"\s*\([^)]*\)")
NOT_A_STREET = ("Station ", "Médiathèque", "Mémorial", "Miroir", "Busway", "Voies")
COLUMNS = ["name", "area", "lat", "lon", "min_lat", "max_lat", "min_lon", "max_lon"]


def _border(raw: Path) -> shapely.Geometry:
    return shapely.make_valid(shapely.from_geojson((raw / "boundary.geojson").read_text(encoding="utf-8")))


def _streets(raw: Path, border: shapely.Geometry) -> list[list[str]]:
    near = border.buffer(NEAR_BORDER)
    rows: dict[str, list[str]] = {}
    with (raw / "streets.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = BRACKET.sub("", row["name"]).replace("’", "'").strip()
            if not row["lat"] or NEIGHBOURS.search(row["name"]) or name.startswith(NOT_A_STREET) or " - " in name:
                continue
            if near.contains(shapely.Point(float(row["lon"]), float(row["lat"]))):
                numbers = [f"{float(row[column]):.{DIGITS}f}" for column in COLUMNS[2:]]
                rows.setdefault(name, [name, "", *numbers])
    return [rows[name] for name in sorted(rows)]


def build(raw: Path, city: Path) -> None:
    """Write streets.csv and boundary.geojson of Nantes into the folder `city`."""
    border = _border(raw)
    with (city / "streets.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_streets(raw, border))
    shape = shapely.set_precision(shapely.simplify(border, 0.00005), 10**-DIGITS)
    text = shapely.to_geojson(shape)
    rounded = json.loads(text, parse_float=lambda number: round(float(number), DIGITS))
    feature = {"type": "Feature", "properties": {"name": "Nantes"}, "geometry": rounded}
    lines_of = json.dumps({"type": "FeatureCollection", "features": [feature]}, separators=(",", ":"))
    (city / "boundary.geojson").write_text(f"{lines_of}\n", encoding="utf-8")


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path, help="folder with streets.csv and boundary.geojson")
    parser.add_argument("city", type=Path, help="city folder to write to")
    arguments = parser.parse_args()
    build(arguments.raw, arguments.city)


if __name__ == "__main__":
    main()
