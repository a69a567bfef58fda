"""A batch that is on its way when somebody's night begins stops there, and goes on in their morning."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.reply import Priority
from bot.conversation.turn import House
from bot.post.postbag import Postbag
from bot.post.quiet import Quiet
from storage.digests import DigestPreference, Frequency
from tests.conftest import Clock
from tests.rim.post_office import PostOffice, render, reply

EIGHT = datetime(2026, 3, 7, 1, 0, tzinfo=UTC)
"""Eight in the evening in Boston, when its quiet hours begin."""
NINE = datetime(2026, 3, 7, 14, 0, tzinfo=UTC)
"""Nine in the morning after."""
_SECOND = timedelta(seconds=1)


@pytest.fixture
def postbag(office: PostOffice, boston: House, clock: Clock) -> Postbag:
    """What the courier of Boston takes from."""
    return Postbag(office.database, render, clock, Quiet(boston.city))


def _take(postbag: Postbag, most: int = 20, bulk: int = 10) -> Sequence[int]:
    """What goes out now; it has arrived."""
    return sorted(row.id for row, _ in postbag.take("residents", most, bulk))


def _written(office: PostOffice, people: int, priority: Priority, first: int = 0) -> list[int]:
    due = EIGHT - timedelta(hours=1)
    addresses = [office.address("residents", f"telegram:{first + one}") for one in range(people)]
    return [office.post(urn, reply("hello"), priority=priority, due_at=due) for urn in addresses]


def test_a_batch_stops_at_night_and_goes_on_in_the_morning(office: PostOffice, postbag: Postbag, clock: Clock) -> None:
    """A second before eight it goes out; from eight on nothing does, however often one looks; at nine the rest."""
    ids = _written(office, 25, Priority.BROADCAST)
    clock.at = EIGHT - _SECOND
    assert _take(postbag) == ids[:10]
    clock.at = EIGHT
    assert [_take(postbag) for _ in range(3)] == [[], [], []]
    clock.at = NINE - _SECOND
    assert _take(postbag) == []
    clock.at = NINE
    assert [*_take(postbag), *_take(postbag)] == ids[10:]
    assert {office.row(id).attempts for id in ids} == {1}, "waiting for the morning is no failed attempt"


def test_answers_notices_and_alerts_go_out_at_night(office: PostOffice, postbag: Postbag, clock: Clock) -> None:
    """What somebody waits for, and danger, know no night; nor do they wait behind what does."""
    _written(office, 30, Priority.BROADCAST)
    urgent = [_written(office, 1, priority, 100 + priority)[0] for priority in (Priority.REPLY, Priority.NOTICE)]
    urgent += _written(office, 2, Priority.ALERT, 200)
    clock.at = EIGHT + timedelta(hours=3)
    assert _take(postbag) == urgent


def test_everybody_has_a_night_of_their_own(office: PostOffice, postbag: Postbag, clock: Clock) -> None:
    """By the hours and the time zone that somebody chose."""
    early, abroad, usual = _written(office, 3, Priority.BROADCAST)
    with office.database.transaction() as session:
        chosen = {"frequency": Frequency.WEEKLY, "told_until": EIGHT}
        session.add(DigestPreference(contact_id=office.row(early).contact_id, quiet_from=19, quiet_until=11, **chosen))
        zone = "America/Los_Angeles"
        session.add(DigestPreference(contact_id=office.row(abroad).contact_id, zone=zone, **chosen))
    clock.at = EIGHT - timedelta(minutes=30)
    assert _take(postbag) == [abroad, usual]
    clock.at = NINE + timedelta(hours=2)
    assert _take(postbag) == [early]


def test_who_is_asleep_elsewhere_waits(office: PostOffice, postbag: Postbag, clock: Clock) -> None:
    """Noon in Boston is six in the evening in Paris, nine hours later in Auckland it is the middle of the night."""
    (far,) = _written(office, 1, Priority.BROADCAST)
    with office.database.transaction() as session:
        session.add(
            DigestPreference(
                contact_id=office.row(far).contact_id, zone="Pacific/Auckland", frequency=Frequency.WEEKLY,
                told_until=EIGHT,
            )
        )  # fmt: skip
    clock.at = datetime(2026, 3, 9, 16, 0, tzinfo=UTC)
    assert _take(postbag) == []
    clock.at = datetime(2026, 3, 9, 20, 0, tzinfo=UTC)
    assert _take(postbag) == [far]
