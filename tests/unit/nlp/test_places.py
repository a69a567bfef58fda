"""Places in free text and from pins."""

import pytest

from nlp.gazetteer import Gazetteer
from nlp.reading import Place, Precision
from nlp.words import cut


def first(gazetteer: Gazetteer, text: str) -> Place:
    """The best place of a text that names one."""
    return gazetteer.find(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "There's a huge pothole in front of 32 Church St, my bike wheel broke",
        "Il y a un énorme nid-de-poule devant le 32 Church St",
        "Hay un bache enorme delante de 32 Church St.",
        "32 church street",
        "church st 32",
        "32 church",
        "near 32 Chruch St",
        "Church Street, number 32",
    ],
)
def test_a_known_house_number_is_one_sure_place(boston: Gazetteer, text: str) -> None:
    """However it is written, the number that is known wins over streets of the same name elsewhere."""
    [place] = boston.find(text)
    assert (place.precision, place.street, place.number, place.area) == (
        Precision.ADDRESS, "Church Street", "32", "Dorchester",
    )  # fmt: skip
    assert place.is_point
    assert place.confidence > 0.7


@pytest.mark.parametrize(
    "text",
    [
        "49 South Huntington Avenue",
        "49 s huntington ave",
        "49 S. Huntington",
        "49 so. Huntington",
        "49 S Huntingtn Ave",
    ],
)
def test_a_street_is_found_in_any_form(boston: Gazetteer, text: str) -> None:
    """Types and directions are shortened, left out and misspelt."""
    assert first(boston, text).street == "South Huntington Avenue"


@pytest.mark.parametrize(
    "text",
    [
        "corner of Tremont and Boylston",
        "Tremont St & Boylston St",
        "at Boylston Street / Tremont Street",
        "angle Tremont Street et Boylston Street",
        "en la esquina de Tremont con Boylston",
        "tremont and boylston",
        "intersection of Tremont St. and Boylston St.",
    ],
)
def test_two_streets_that_meet_are_an_intersection(boston: Gazetteer, text: str) -> None:
    """A corner is a point, whichever language joins the two names."""
    place = first(boston, text)
    assert place.precision == Precision.INTERSECTION
    assert {place.street, place.cross} == {"Tremont Street", "Boylston Street"}
    assert place.is_point


@pytest.mark.parametrize("text", ["basura en la calle adams 240", "en la calle Adams 240", "240 de la calle Adams"])
def test_a_street_may_be_called_as_an_area_is(boston: Gazetteer, text: str) -> None:
    """A type in front of a name says that it is a street, in small letters too."""
    place = first(boston, text)
    assert (place.street, place.number) == ("Adams Street", "240")


def test_ordinals_and_letters_name_streets(boston: Gazetteer) -> None:
    """South Boston's streets are numbers and letters."""
    place = first(boston, "E 6th St and O st")
    assert (place.street, place.cross, place.area) == ("East Sixth Street", "O Street", "South Boston")


def test_a_street_alone_is_never_a_point(boston: Gazetteer, nantes: Gazetteer) -> None:
    """It asks for a number or a cross street."""
    for place in [*boston.find("on Church Street"), *nantes.find("rue de Strasbourg")]:
        assert place.precision == Precision.STREET
        assert not place.is_point
        assert not place.is_enough


def test_the_same_street_in_several_areas_gives_candidates(boston: Gazetteer) -> None:
    """They differ by area, best known first, and an area in the text decides."""
    areas = [place.area for place in boston.find("a branch fell on Church Street")]
    assert len(areas) == len(set(areas)) > 1
    assert [place.area for place in boston.find("Church Street in Bay Village")] == ["Bay Village"]


def test_a_number_between_known_ones_is_interpolated(boston: Gazetteer) -> None:
    """It lies between its neighbours and is less sure than a known one."""
    known, between = first(boston, "49 Birch St"), first(boston, "47 Birch St")
    assert between.is_point
    assert between.confidence <= known.confidence
    assert known.lat is not None
    assert between.lat == pytest.approx(known.lat, abs=0.002)


def test_a_number_far_outside_the_known_is_no_point(boston: Gazetteer) -> None:
    """The address text is kept, unsure."""
    place = first(boston, "9999 Washington St")
    assert (place.number, place.is_point, place.is_enough) == ("9999", False, True)
    assert place.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("devant le 12 rue de Strasbourg", "12"),
        ("rue de Strasbourg 12", "12"),
        ("au 12 bis, rue de strasbourg", "12 bis"),
        ("numéro 12 de la rue de Strasbourg", "12"),
        ("in front of 12 rue de Strasbourg", "12"),
        ("delante de la rue de Strasbourg 12", "12"),
        ("12 rue de Strasbour", "12"),
        ("12 rue Strasbourg", "12"),
    ],
)
def test_nantes_addresses_are_enough_without_a_point(nantes: Gazetteer, text: str, number: str) -> None:
    """Where no house number is known, street and number still send a crew."""
    place = first(nantes, text)
    assert (place.precision, place.street, place.number) == (Precision.ADDRESS, "Rue de Strasbourg", number)
    assert place.is_enough
    assert not place.is_point


def test_a_short_street_lends_its_middle(nantes: Gazetteer) -> None:
    """The middle of a street under 300 m is near enough to any of its numbers."""
    assert first(nantes, "12 place du Commerce").is_point


@pytest.mark.parametrize(
    ("text", "phrase"), [("a pothole on Zanzibar Avenue", "Zanzibar Avenue"), ("12 zanzibar ave", "zanzibar ave")]
)
def test_an_unknown_street_is_told(boston: Gazetteer, text: str, phrase: str) -> None:
    """What looks like a street and is none comes back with the nearest names, very unsure."""
    findings = boston.search(cut(text))
    assert findings.unknown_street == phrase
    assert all(place.confidence < 0.3 for place in findings.places)


def test_an_unknown_french_street_is_told(nantes: Gazetteer) -> None:
    """The type stands first there."""
    assert nantes.search(cut("un trou rue de Zanzibar")).unknown_street == "rue de Zanzibar"


@pytest.mark.parametrize(
    "text",
    [
        "The light is out", "the whole street is dark", "someone parked on our street", "3 school buses in a row",
        "12 trash bags", "this road needs work", "la lumière est éteinte", "la calle está sucia", "notre rue est sale",
    ],
)  # fmt: skip
def test_no_place_is_seen_where_none_is(boston: Gazetteer, nantes: Gazetteer, text: str) -> None:
    """Ordinary words are not taken for streets."""
    for gazetteer in (boston, nantes):
        findings = gazetteer.search(cut(text))
        assert findings.places == []
        assert findings.unknown_street is None


def test_areas_and_their_nicknames_are_found(boston: Gazetteer) -> None:
    """A neighbourhood is a place of its own, under the name that residents use as well."""
    for text in ("somewhere in Jamaica Plain", "rats all over JP"):
        assert (first(boston, text).precision, first(boston, text).area) == (Precision.AREA, "Jamaica Plain")


def test_a_pin_gets_its_street_and_area(boston: Gazetteer) -> None:
    """It is as exact as it was sent."""
    place = boston.locate(42.308606, -71.06205)
    assert (place.precision, place.street, place.area, place.inside) == (
        Precision.PIN, "Church Street", "Dorchester", True,
    )  # fmt: skip
    assert (place.lat, place.lon) == (42.308606, -71.06205)


def test_a_pin_outside_the_city_is_told(boston: Gazetteer, nantes: Gazetteer) -> None:
    """Neighbouring towns and other continents are outside."""
    assert not boston.locate(42.3736, -71.1097).inside  # Cambridge
    assert not boston.locate(0.0, 0.0).inside
    assert not nantes.locate(47.19, -1.6).inside or nantes.locate(47.2184, -1.5536).inside
    assert not nantes.locate(47.3, -1.75).inside
