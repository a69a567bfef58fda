"""The map of a vote, looked at as a picture: areas as dark as their numbers, none of fewer than ten, the legend."""

import io
from collections.abc import Mapping, Sequence

import pytest
from PIL import Image
from sqlmodel import Session

from bot.conversation.turn import House
from bot.drawing import citymap
from bot.drawing.citymap import Pin
from bot.drawing.votepictures import Painter
from storage.database import Database
from storage.mail import Media
from storage.votes import Budget
from tests.tally.ballotdays import counted, held

COLOUR = "#0b5394"
PALE, PAPER, INK = (0xEC, 0xEF, 0xF2), (255, 255, 255), (0x1C, 0x1C, 0x1E)
AREAS = ("Roxbury", "Dorchester", "Mattapan", "Hyde Park")
"""Squares side by side on the equator, from west to east, a degree each."""
OUTLINES = {
    name: [[(place, 0.0), (place + 1.0, 0.0), (place + 1.0, 1.0), (place, 1.0), (place, 0.0)]]
    for place, name in enumerate(AREAS)
}
LEGEND = "Numbers in areas: how many voted, 10 and more."


class Map:
    """A decoded map of the four squares."""

    def __init__(self, png: bytes) -> None:
        self.picture = Image.open(io.BytesIO(png)).convert("RGB")
        self._unit = 0.9 * self.picture.width / len(AREAS)

    def at(self, lon: float, lat: float) -> tuple[int, int]:
        """The pixel of a place."""
        top = 0.6 * self.picture.width / 6.4
        return round(0.05 * self.picture.width + lon * self._unit), round(top + (1 - lat) * self._unit)

    def ground(self, area: str) -> tuple[int, ...]:
        """The colour of an area, beside whatever stands in its middle."""
        found = self.picture.getpixel(self.at(AREAS.index(area) + 0.1, 0.1))
        assert isinstance(found, tuple)
        return found

    def is_written_on(self, area: str) -> bool:
        """Whether anything stands in the area: some pixel inside it is not of its colour."""
        west = AREAS.index(area)
        inside = self.picture.crop((*self.at(west + 0.05, 0.95), *self.at(west + 0.95, 0.05)))
        return inside.getcolors(2) is None or len(inside.getcolors() or []) > 1

    def foot(self) -> Image.Image:
        """The strip below the areas."""
        return self.picture.crop((0, self.at(0, -0.02)[1], *self.picture.size))

    def is_explained(self) -> bool:
        """Whether there is ink below the areas."""
        return INK in {colour for _, colour in self.foot().getcolors(1 << 16) or []}


def _drawn(counts: Mapping[str, int], pins: Sequence[Pin] = (), legend: str = LEGEND) -> Map:
    return Map(citymap.draw("Spring vote", OUTLINES, counts, pins, legend=legend, colour=COLOUR))


def _shade(part: float) -> tuple[int, ...]:
    """The city's colour, 15 to 70 % of it, on white."""
    thick = 0.15 + 0.55 * part
    return tuple(round(255 - thick * (255 - int(COLOUR[at : at + 2], 16))) for at in (1, 3, 5))


def test_areas_are_as_dark_as_their_numbers_say() -> None:
    """The largest number is the darkest, half of it half as dark; what has no number is pale and empty."""
    drawn = _drawn({"Roxbury": 40, "Dorchester": 20, "Mattapan": 10})
    shades = {area: drawn.ground(area) for area in AREAS}
    expected = {"Roxbury": 1.0, "Dorchester": 0.5, "Mattapan": 0.25}
    for area, part in expected.items():
        assert shades[area] == pytest.approx(_shade(part), abs=2)
    assert shades["Hyde Park"] == PALE
    assert [drawn.is_written_on(area) for area in AREAS] == [True, True, True, False]


def test_the_legend_stands_below_and_says_what_the_numbers_are() -> None:
    """Without it the foot is white paper, with it there is ink."""
    said, silent = _drawn({"Roxbury": 40}), _drawn({"Roxbury": 40}, legend="")
    assert silent.foot().getcolors() == [(silent.foot().width * silent.foot().height, PAPER)]
    assert said.is_explained()
    assert said.picture.crop((0, 0, said.picture.width, said.at(0, 0)[1])).tobytes() == (
        silent.picture.crop((0, 0, silent.picture.width, silent.at(0, 0)[1])).tobytes()
    )


def test_what_won_is_filled_and_what_lost_is_not() -> None:
    """A project stands where it is, in the city's colour where it won."""
    drawn = _drawn({}, [Pin(11, 0.5, 0.5, won=True), Pin(12, 0.5, 1.5, won=False)])
    beside = 0.036  # between the number and the circle's edge
    assert drawn.picture.getpixel(drawn.at(0.5, 0.5 + beside)) == (0x0B, 0x53, 0x94)
    assert drawn.picture.getpixel(drawn.at(1.5, 0.5 + beside)) == PAPER


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({"Roxbury": 24, "Dorchester": 12, "Mattapan": 6, "Hyde Park": 5}, {"Roxbury": 1.0, "Dorchester": 0.5}),
        # What four people did could be worked out from the others: the smallest of these is not told either.
        ({"Roxbury": 24, "Dorchester": 12, "Mattapan": 4}, {"Roxbury": 1.0}),
        ({"Roxbury": 9, "Dorchester": 8}, {}),
    ],
)
def test_no_area_tells_of_fewer_than_ten(
    sqlite: Database, boston: House, people: dict[str, int], told: dict[str, float]
) -> None:
    """From ballots to pixels: an area of fewer than ten is as pale as one in which nobody voted, and empty."""
    with sqlite.transaction() as session:
        budget = _held(session, people)
        picture = Painter(session, boston.city, boston.texts, OUTLINES, "en").of_vote(budget)
        if not told:
            assert picture is None  # no project has a place, no area a number: there is nothing to draw
            return
        drawn = Map(session.get_one(Media, picture).content or b"")
    for area in AREAS:
        assert drawn.is_written_on(area) is (area in told)
        assert (drawn.ground(area) == PALE) is (area not in told)
    assert drawn.is_explained()
    darkness = sorted(told, key=lambda area: sum(drawn.ground(area)))
    assert darkness == sorted(told, key=lambda area: -people[area])


def _held(session: Session, people: Mapping[str, int]) -> Budget:
    budget, _ = held(session, people)
    counted(session)
    return budget
