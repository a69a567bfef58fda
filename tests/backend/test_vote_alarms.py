"""Alarms of votes: each fires when it should and only then, is written once, and tells nothing of what was voted."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from backend.city.votewatch import VoteWatch
from backend.errors import NotOnTheRoll, TooManyCodes
from backend.tally.election import BallotKind
from backend.votes import ballotbox, onetime, roll, votealarms, votedraft, votelog, votephases, wrongcodes
from storage.database import Database
from storage.roll import Purpose
from storage.votealarms import AlarmKind, VoteAlarm, WrongCodes
from storage.votes import Budget, Heading, Level
from tests.tally.ballotdays import CLOSES, NOW, contact, counted, draft, opened

BOSTON = ZoneInfo("America/New_York")
_NIGHT = (NOW + timedelta(days=1)).replace(hour=6)
"""Two in the morning in Boston."""
_DAY = _NIGHT + timedelta(hours=10)
_MANY = 12
"""Projects on a long ballot: 220 lists of three."""


def _long(session: Session, kind: BallotKind = BallotKind.APPROVAL) -> tuple[Budget, Heading]:
    """An open vote with enough projects for many lists of three."""
    rule = "greedy" if kind is BallotKind.APPROVAL else "borda"
    budget, heading = draft(session, kind=kind, rule=rule)
    for number in range(5, _MANY + 1):
        votedraft.add_project(session, heading, name=f"Idea {number}", cost=1_000, reference=str(number))
    votephases.freeze(session, budget, now=NOW)
    votephases.turn_phases(session, now=NOW)
    votealarms.look(session, BOSTON, VoteWatch(), now=NOW)
    return budget, heading


def _batch(session: Session, heading: Heading, lists: Sequence[Sequence[str]], at: datetime) -> None:
    """A person for each list, and a head over all of them."""
    budget = session.get_one(Budget, heading.budget_id)
    for choices in lists:
        ballotbox.cast(session, heading, roll.identity_of(session, budget, contact(session).id), choices, now=at)
    votelog.sign_head(session, heading, now=at)


def _seen(session: Session, at: datetime) -> list[tuple[AlarmKind, int, int]]:
    return [(one.kind, one.count, one.against) for one in votealarms.look(session, BOSTON, VoteWatch(), now=at)]


def _mixed(count: int) -> list[list[str]]:
    """Lists of three of which no two are the same."""
    every = [[str(a), str(b), str(c)] for a in range(1, 13) for b in range(a + 1, 13) for c in range(b + 1, 13)]
    return every[-count:]


@pytest.mark.parametrize(
    ("usual", "hours", "burst", "at", "fires"),
    [
        (2, 12, 30, _NIGHT, True),
        (2, 12, 30, _DAY, False),
        (2, 12, 29, _NIGHT, False),
        (2, 11, 30, _NIGHT, False),
        (11, 12, 30, _NIGHT, False),
    ],
    ids=["night", "day", "few", "young-vote", "busy-vote"],
)
def test_a_burst_is_many_ballots_in_a_night_hour(
    database: Database, usual: int, hours: int, burst: int, at: datetime, *, fires: bool
) -> None:
    """Only at night by the city's clock, only many, and only against what the vote is used to."""
    with database.transaction() as session:
        _, heading = opened(session)
        for hour in range(hours):
            _batch(session, heading, [["1"]] * usual, NOW + timedelta(hours=1 + hour))
        assert _seen(session, NOW) == []
        _batch(session, heading, [["1"]] * burst, at)
        assert _seen(session, at) == ([(AlarmKind.BURST, burst, usual)] if fires else [])


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([["1", "2", "3"]] * 12 + _mixed(4), [(AlarmKind.SAME, 10, 70)]),
        ([["1", "2", "3"]] * 6 + [["3", "2", "1"]] * 4, [(AlarmKind.SAME, 10, 90)]),
        ([["1", "2", "3"]] * 9, []),
        ([["1", "2", "3"]] * 10 + _mixed(11), []),
        ([["1", "2"]] * 20, []),
        ([[str(number) for number in range(1, 13)]] * 20, []),
    ],
    ids=["many", "in-any-order", "few", "small-share", "short", "everything"],
)
def test_same_lists_in_one_batch(
    database: Database, lists: list[list[str]], expected: list[tuple[AlarmKind, int, int]]
) -> None:
    """Rounded down, and never all: the share of a batch must not tell one of its voters what the others chose."""
    with database.transaction() as session:
        _, heading = _long(session)
        _batch(session, heading, lists, _DAY)
        assert _seen(session, _DAY) == expected


def test_the_order_of_a_ranked_list_is_part_of_it(sqlite: Database) -> None:
    """What is the same on a ballot with crosses is two lists on one with ranks."""
    with sqlite.transaction() as session:
        _, heading = _long(session, BallotKind.ORDINAL)
        _batch(session, heading, [["1", "2", "3"]] * 9 + [["3", "2", "1"]] * 9, _DAY)
        assert _seen(session, _DAY) == []


def test_whoever_changes_a_ballot_is_one(sqlite: Database) -> None:
    """The same list sent again and again by one person is no pattern, and two batches are not one."""
    with sqlite.transaction() as session:
        budget, heading = _long(session)
        identity = roll.identity_of(session, budget, contact(session).id)
        for _ in range(20):
            ballotbox.cast(session, heading, identity, ["1", "2", "3"], now=_DAY)
        _batch(session, heading, [["1", "2", "3"]] * 5, _DAY)
        _batch(session, heading, [["1", "2", "3"]] * 6, _DAY + timedelta(minutes=10))
        assert _seen(session, _DAY) == []


def _guess(session: Session, budget: Budget, people: int, *, now: datetime) -> None:
    for _ in range(people):
        person = contact(session).id
        for number in range(roll.TRIES):
            with pytest.raises(NotOnTheRoll):
                roll.prove_by_code(session, budget, person, f"guess-{number}", now=now)
        with pytest.raises(TooManyCodes):
            roll.prove_by_code(session, budget, person, "guess", now=now)


def test_wrong_codes_of_an_hour(database: Database) -> None:
    """Fifty of them, from however many; the next hour begins at none."""
    with database.transaction() as session:
        budget, _ = opened(session, level=Level.L2, codes=3)
        _guess(session, budget, 9, now=NOW)
        _guess(session, budget, 9, now=NOW + timedelta(hours=1))
        assert _seen(session, NOW + timedelta(hours=1)) == []
        _guess(session, budget, 1, now=NOW + timedelta(hours=1))
        assert _seen(session, NOW + timedelta(hours=1, minutes=1)) == [(AlarmKind.CODES, 50, 10)]
        assert _seen(session, NOW + timedelta(hours=1, minutes=2)) == []
        assert _seen(session, NOW + timedelta(hours=2)) == []


def test_a_busy_hour_has_its_mistyped_codes(sqlite: Database) -> None:
    """No alarm while as many ballots as wrong codes come, signed or not."""
    with sqlite.transaction() as session:
        budget, heading = opened(session, level=Level.L2, codes=50)
        for number in range(50):
            identity = roll.prove_by_code(session, budget, contact(session).id, f"code-{number}", now=NOW)
            ballotbox.cast(session, heading, identity, ["1"], now=NOW)
        _guess(session, budget, 10, now=NOW)
        assert _seen(session, NOW) == []
        wrongcodes.note(session, budget.id, now=NOW)
        assert _seen(session, NOW) == [(AlarmKind.CODES, 51, 10)]


def test_wrong_codes_of_phones_count_too(database: Database) -> None:
    """A code by text message that is guessed at is counted with those of letters; the close forgets the counts."""
    with database.transaction() as session:
        budget, _ = opened(session, level=Level.L1)
        for _ in range(10):
            person = contact(session).id
            onetime.issue(session, budget, person, Purpose.PHONE, now=NOW)
            for _ in range(onetime.TRIES):
                onetime.check(session, budget, person, Purpose.PHONE, "none", now=NOW)
        assert _seen(session, NOW) == [(AlarmKind.CODES, 50, 0)]
        counted(session)
        assert session.exec(select(WrongCodes)).all() == []


def test_the_last_batch_is_looked_at_after_the_close(sqlite: Database) -> None:
    """The head that the close signs is looked at like any other, and its alarm stays."""
    with sqlite.transaction() as session:
        budget, heading = _long(session)
        for _ in range(12):
            identity = roll.identity_of(session, budget, contact(session).id)
            ballotbox.cast(session, heading, identity, ["1", "2", "3"], now=_DAY)
        counted(session)
        assert _seen(session, CLOSES) == [(AlarmKind.SAME, 10, 90)]
        assert _seen(session, CLOSES) == []
        assert len(votealarms.of(session, budget)) == 1


def test_an_hour_has_one_alarm_of_a_kind(sqlite: Database) -> None:
    """A second batch of the hour raises none; one of the next hour does, and stands first."""
    with sqlite.transaction() as session:
        budget, heading = _long(session)
        for minutes in (0, 10, 60):
            _batch(session, heading, [["1", "2", "3"]] * 12, _DAY + timedelta(minutes=minutes))
        assert len(_seen(session, _DAY)) == 2
        assert [one.hour for one in votealarms.of(session, budget)] == [_DAY + timedelta(hours=1), _DAY]


def test_an_alarm_can_hold_nothing_but_two_numbers(sqlite: Database) -> None:
    """No words, no token, no person: a row has a vote, a kind, an hour and two counts, and so have wrong codes."""
    assert set(VoteAlarm.model_fields) == {"id", "budget_id", "kind", "hour", "count", "against"}
    assert set(WrongCodes.model_fields) == {"budget_id", "hour", "count"}
    with sqlite.transaction() as session:
        _, heading = _long(session)
        _batch(session, heading, [["1", "2", "3"]] * 12, _DAY)
        told = votealarms.look(session, BOSTON, VoteWatch(), now=_DAY)
        again = [["4", "5", "6"]] * 19 + _mixed(1)
        _batch(session, heading, again, _DAY + timedelta(hours=1))
        other = votealarms.look(session, BOSTON, VoteWatch(), now=_DAY + timedelta(hours=1))
    # Whatever was chosen, and whether all chose it or all but one, the alarm is the same.
    assert [(one.count, one.against) for one in (*told, *other)] == [(10, 90), (10, 90)]


@pytest.mark.parametrize(("begin", "end", "night"), [(0, 6, {0, 1, 5}), (23, 5, {23, 0, 4}), (22, 23, {22})])
def test_night_is_when_the_city_says(begin: int, end: int, night: set[int]) -> None:
    """It may begin before midnight; its last hour is no longer in it."""
    watch = VoteWatch(night_from=begin, night_to=end)
    hours = {hour for hour in range(24) if watch.is_night(hour)}
    assert night <= hours
    assert end not in hours
    assert len(hours) == (end - begin) % 24


@pytest.mark.parametrize(
    "wrong", [{"night_from": 3, "night_to": 3}, {"same_least": 9}, {"guesses": 0}, {"same_percent": 101}, {"mood": 1}]
)
def test_thresholds_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    """Of fewer than ten people nothing may be told, whatever a city writes."""
    with pytest.raises(ValidationError):
        VoteWatch.model_validate(wrong)


def test_another_citys_thresholds_count(sqlite: Database) -> None:
    """Twelve wrong codes are an alarm where the city says ten, and none where it says fifty."""
    with sqlite.transaction() as session:
        budget, _ = opened(session, level=Level.L2, codes=1)
        for _ in range(12):
            wrongcodes.note(session, budget.id, now=NOW)
        assert votealarms.look(session, BOSTON, VoteWatch(), now=NOW) == []
        assert [one.count for one in votealarms.look(session, BOSTON, VoteWatch(guesses=10), now=NOW)] == [12]
