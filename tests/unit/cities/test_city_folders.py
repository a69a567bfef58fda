"""The shipped city folders, and what is said of broken ones."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.city.cityfolder import check, load
from backend.errors import CityFolderInvalid
from nlp.kinds import Kind

CITIES = Path(__file__).parents[3] / "cities"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of Nantes to break, with an address and a crossing of its own."""
    copy = tmp_path / "nantes"
    shutil.copytree(CITIES / "nantes", copy)
    (copy / "addresses.csv").write_text(
        "street,area,number,lat,lon\nRue de Strasbourg,,12,47.218,-1.551\n", encoding="utf-8"
    )
    (copy / "intersections.csv").write_text(
        "a,b,area,lat,lon\nRue de Strasbourg,Rue du Château,,47.216,-1.551\n", encoding="utf-8"
    )
    return copy


def replace(path: Path, old: str, new: str) -> None:
    """Break a file in one place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["boston", "nantes"])
def test_the_shipped_cities_are_good(name: str) -> None:
    """Nothing is wrong with them, and every kind has a service."""
    assert check(CITIES / name, list(Kind)) == []
    assert {service.kind for service in load(CITIES / name).services} == set(Kind)


@pytest.mark.parametrize("name", ["boston", "nantes"])
def test_no_keyword_belongs_to_every_second_service(name: str) -> None:
    """A keyword that several services share says little."""
    services = load(CITIES / name).services
    for language in ("en", "fr", "es"):
        words = [word for service in services for word in service.keywords[language]]
        assert max(words.count(word) for word in words) <= 2


def test_boston_stays_small_and_keeps_no_counts() -> None:
    """Under 3 MB, and nothing tells how often an address was reported."""
    assert sum(path.stat().st_size for path in (CITIES / "boston").iterdir()) < 3_000_000
    for path in (CITIES / "boston").glob("*.csv"):
        assert "n" not in path.read_text(encoding="utf-8").splitlines()[0].split(",")


def test_the_copy_is_good(folder: Path) -> None:
    """What the other tests break is whole before."""
    assert check(folder, list(Kind)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("city.toml", 'timezone = "Europe/Paris"', 'timezone = "Europe/Nantes"', "city.toml: timezone is wrong"),
        ("city.toml", 'name = "Nantes"', "", "city.toml: name is missing"),
        ("city.toml", 'name = "Nantes"', 'name = "Nantes', "city.toml can't be read"),
        ("city.toml", 'name = "Nantes"', 'name = "Nantes"\nmayor = "x"', "city.toml: mayor is not a known key"),
        ("city.toml", '"fr", "en", "es"', '"fr", "en", "es", "pt"', "service 'pothole' has no text in 'pt'"),
        ("city.toml", '"fr", "en", "es"', '"fr", "en", "es", "pt"', "service 'pothole' has no keywords in 'pt'"),
        ("city.toml", '"fr", "en", "es"', '"fr", "en", "es", "fr"', "language 'fr' stands 2 times"),
        ("city.toml", 'code = "eau"', 'code = "voirie"', "department 'voirie' stands 2 times"),
        ("city.toml", 'code = "grdf"', 'code = "enedis"', "body 'enedis' stands 2 times"),
        ("city.toml", 'url = "grdf.fr"', 'url = "http://grdf.fr"', "bodies 'grdf' url is wrong"),
        ("city.toml", "reach_m = 2800", "reach_m = 0", "bodies 'reze' ground reach_m is wrong"),
        ("city.toml", '"3635"', '"call us"', "bodies 'sncf' phone is wrong"),
        ("city.toml", '"Périphérique Extérieur"', '"Périphérique Lunaire"', "'Périphérique Lunaire' is not in streets"),
        ("city.toml", '"pothole", "sidewalk"', '"potholes", "sidewalk"', "'diro' names the service 'potholes'"),
        ("city.toml", 'fr = ["grdf"', 'pt = ["x"]\nfr = ["grdf"', "body 'grdf' has words in 'pt', which the city"),
        ("city.toml", 'fr = "SAMU", ', "", "emergency '15' has no text in 'fr'"),
        ("city.toml", '"08:30-17:30"', '"8.30-17.30"', "'8.30-17.30' is not a span of hours like 09:00-17:00"),
        ("city.toml", '"08:30-17:30"', '"17:30-08:30"', "'17:30-08:30' is not a span of hours like 09:00-17:00"),
        ("city.toml", '"08:30-17:30"', '"08:30-12:30", "12:00-17:30"', "the opening hours of monday overlap"),
        ("city.toml", "monday = [", "someday = [", "city.toml: calendar opening someday"),
        ("city.toml", "2026-05-01", "2026-05-08", "calendar: the holiday 2026-05-08 stands 2 times"),
        ("city.toml", 'fr = "Noël", ', "", "calendar: holiday 'Christmas Day' has no text in 'fr'"),
        ("city.toml", "[calendar.opening]", "[calendar.closing]", "city.toml: calendar closing is not a known key"),
        ("services.toml", "promise_hours = 96", 'promise_hours = 96\ncounts = "days"', "'pothole' counts is wrong"),
        ("services.toml", "promise_hours = 96", 'visibility = "secret"\npromise_hours = 96', "visibility is wrong"),
        ("services.toml", "promise_hours = 96", 'anonymous = "maybe"\npromise_hours = 96', "anonymous is wrong"),
        ("services.toml", "promise_hours = 96", 'visibility = "private"\npromise_hours = 96', "private, so nobody"),
        ("services.toml", 'kind = "road_surface"', 'kind = "potholes"', "'pothole' has the unknown kind 'potholes'"),
        ("services.toml", 'department = "voirie"', 'department = "x"', "'pothole' names the department 'x'"),
        ("services.toml", 'code = "sidewalk"', 'code = "pothole"', "service 'pothole' stands 2 times"),
        ("services.toml", "promise_hours = 96", "promise_hours = 0", "services 'pothole' promise_hours is wrong"),
        ("services.toml", 'code = "private_way"', 'code = "shallow"', "rule 'shallow' stands 2 times"),
        ("services.toml", 'datatype = "singlevaluelist"', 'datatype = "list"', "attributes 'size' datatype is wrong"),
        ("services.toml", "[[services]]", 'name = "x"\n[[services]]', "services.toml: 'name' does not belong"),
        ("streets.csv", "name,area,lat", "street,area,lat", "streets.csv: the first line must be name,area,lat"),
        ("streets.csv", "\nAllée Adrienne Bolland,,47.24256", "\nAllée Adrienne Bolland,,north", "line 2: lat 'north'"),
        ("streets.csv", "\nAllée Adrienne Bolland,", "\n ,", "streets.csv, line 2: the name is empty"),
        ("streets.csv", "\nAllée Adrienne Bolland,,", "\nAllée Adrienne Bolland,", "line 2: needs 8 columns"),
        ("streets.csv", "\nAllée Adélaïde Hautval,", "\nAllée Adrienne Bolland,", "line 3: 'Allée Adrienne"),
        ("addresses.csv", ",12,", ",twelve,", "addresses.csv, line 2: the number 'twelve' is not a number"),
        ("addresses.csv", "Rue de Strasbourg", "Rue X", "addresses.csv, line 2: 'Rue X' in the area '' is not in"),
        ("intersections.csv", "Rue du Château", "Rue X", "intersections.csv, line 2: 'Rue X' is not in streets.csv"),
        ("intersections.csv", "47.216", "147.216", "line 2: lat '147.216' is not a number between -90 and 90"),
        ("city.toml", 'name = "Nantes"', 'name = "Nantes"\nlimits.reports_a_day = 0', "limits reports_a_day is wrong"),
        ("replies.toml", 'step = "done"', 'step = "gone"', "reply 'thanks_done' has the unknown step 'gone'"),
        ("replies.toml", 'service = "pothole"', 'service = "x"', "reply 'filled' names the service 'x'"),
        ("replies.toml", 'fr = "Rebouché", ', "", "reply 'filled' has no name in 'fr'"),
        ("replies.toml", 'code = "filled"', 'code = "thanks_done"', "reply 'thanks_done' stands 2 times"),
        ("replies.toml", 'step = "done"', "", "replies.toml: replies 'thanks_done' step is missing"),
        ("replies.toml", "[[replies]]", "[[replies", "replies.toml can't be read"),
        ("boundary.geojson", "FeatureCollection", "x", ""),
        ("boundary.geojson", '"features"', '"shapes"', "boundary.geojson is not a GeoJSON FeatureCollection"),
        ("boundary.geojson", '"name"', '"title"', "feature 1 needs a property name and a geometry"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_plain_words(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    """Each fault names the file and the part."""
    replace(folder / file, old, new)
    faults = check(folder, list(Kind))
    assert any(fault in sentence for sentence in faults) or (not fault and not faults), faults


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (lambda folder: (folder / "NOTICE.md").unlink(), "NOTICE.md is missing"),
        (lambda folder: (folder / "city.toml").unlink(), "city.toml is missing"),
        (lambda folder: (folder / "services.toml").unlink(), "services.toml is missing"),
        (lambda folder: (folder / "streets.csv").unlink(), "streets.csv is missing"),
        (lambda folder: (folder / "boundary.geojson").unlink(), "areas.geojson or boundary.geojson is missing"),
        (lambda folder: (folder / "streets.csv").write_bytes(b"name\xff"), "streets.csv can't be read"),
        (shutil.rmtree, "city.toml is missing"),
    ],
)
def test_a_missing_or_unreadable_file_is_told(folder: Path, broken: Callable[[Path], object], fault: str) -> None:
    """A file that is not there is named, and the rest is checked all the same."""
    broken(folder)
    assert any(fault in sentence for sentence in check(folder, list(Kind)))


def test_working_hours_need_opening_hours(folder: Path) -> None:
    """A service can't count hours in which nobody works."""
    text = (folder / "city.toml").read_text(encoding="utf-8")
    days = [line for line in text.splitlines() if line.endswith('["08:30-17:30"]')]
    for line in days:
        replace(folder / "city.toml", line, "")
    assert len(days) == 5
    assert any(
        "service 'city_hall' counts working hours, but city.toml: calendar has no opening hours" in sentence
        for sentence in check(folder, list(Kind))
    )


def test_a_polygon_that_crosses_itself_is_told(folder: Path) -> None:
    """A bow-tie is no area."""
    ring = [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]
    feature = {"type": "Feature", "properties": {"name": "Bow"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (folder / "boundary.geojson").write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    assert check(folder, list(Kind)) == [
        "boundary.geojson: the polygon of Bow is not valid: Self-intersection[0.5 0.5]"
    ]  # fmt: skip


def test_a_line_is_no_area(folder: Path) -> None:
    """Only polygons say where a city ends."""
    feature = {"properties": {"name": "Line"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}}
    (folder / "boundary.geojson").write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    assert check(folder, list(Kind)) == ["boundary.geojson: Line must be a Polygon or a MultiPolygon"]


def test_all_faults_are_told_at_once(folder: Path) -> None:
    """Whoever mends a folder wants the whole list; a long one is cut and counted."""
    (folder / "NOTICE.md").unlink()
    rows = "".join(f"Rue {number},,1,x,-1.5\n" for number in range(30))
    (folder / "addresses.csv").write_text(f"street,area,number,lat,lon\n{rows}", encoding="utf-8")
    with pytest.raises(CityFolderInvalid) as caught:
        load(folder, list(Kind))
    assert len(caught.value.faults) == 22
    assert caught.value.faults[-1] == "addresses.csv: 40 more faults"


def test_kinds_are_not_checked_when_unknown(folder: Path) -> None:
    """Who does not know the kinds can load a city all the same."""
    replace(folder / "services.toml", 'kind = "road_surface"', 'kind = "potholes"')
    assert load(folder).service("pothole").kind == "potholes"
