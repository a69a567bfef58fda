"""Summaries word by word, in every language, as buttons and phones show them: read them, they are for people."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlmodel import Session, select

from backend.digests.digests import again
from bot.channels.sms import pages
from bot.channels.sms.segments import count
from bot.conversation.rendering import numbered, render, reply_in
from bot.conversation.reply import Reply
from bot.conversation.turn import House
from bot.digest import compared, composing
from bot.digest.entry import Round, Shared
from bot.drawing import charts
from bot.drawing.charts import Bar
from storage.broadcasts import Subscription
from storage.database import Database
from storage.digests import Digest
from storage.mail import Outbox
from tests.bot import week

FRIDAY = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)
"""Six in the evening in Boston."""
_FOLDER = Path(__file__).parent / "digests"


def _sent(session: Session, house: House, language: str, channel: str) -> Reply:
    week.happens(session, house.city, language, channel=channel)
    composing.issue(session, house.city, FRIDAY)
    return reply_in(session.exec(select(Outbox).where(Outbox.contact_id == week.ANA)).one())


def _unfolded(session: Session, house: House) -> Reply:
    due = again(session, week.ANA, session.exec(select(Digest.period)).one())
    assert due is not None
    entries = composing.gather(Round(session, house.city, {week.ANA: due}, Shared()))[week.ANA]
    return Reply.model_validate({"paragraphs": composing.paragraphs_of(entries)})


def test_what_one_follows_is_drawn_where_there_is_something_to_compare(sqlite: Database, boston: House) -> None:
    """Ana follows a place, an area and a service with reports: three bars, the longest first, drawn once."""
    drawn: list[tuple[str, Sequence[Bar], str]] = []

    def bars(title: str, rows: Sequence[Bar], colour: str) -> bytes:
        drawn.append((title, rows, colour))
        return charts.bars(title, rows, colour)

    with sqlite.transaction() as session, pytest.MonkeyPatch.context() as patch:
        _sent(session, boston, "en", "residents")
        due = again(session, week.ANA, session.exec(select(Digest.period)).one())
        assert due is not None
        patch.setattr(compared, "charts", SimpleNamespace(bars=bars))
        round_ = Round(session, boston.city, {week.ANA: due}, Shared())
        first, second = (compared.picture(round_, week.ANA, boston.texts, "en") for _ in range(2))
        assert first == second
        ((title, rows, _),) = drawn
        assert [(row.label, row.count) for row in rows] == [
            ("500 m around your place", 15), ("Dorchester", 15), ("Tree or branch", 1),
        ]  # fmt: skip
        assert title == "📊 Reported where and what you follow"
        for subscription in session.exec(select(Subscription)).all()[1:]:
            session.delete(subscription)
        session.flush()
        assert compared.picture(round_, week.ANA, boston.texts, "en") is None


def _compare(name: str, words: str, request: pytest.FixtureRequest) -> None:
    path = _FOLDER / name
    if request.config.getoption("--record"):
        path.write_text(words, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == words


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_week_on_one_screen_and_unfolded(
    database: Database, boston: House, language: str, request: pytest.FixtureRequest
) -> None:
    """What concerns one most comes first; eight lines at once, all of them at a tap."""
    with database.transaction() as session:
        folded = numbered(render(_sent(session, boston, language, "residents"), boston.texts, language))
        whole = numbered(render(_unfolded(session, boston), boston.texts, language))
    _compare(f"week.{language}.txt", f"{folded}\n\n=== unfolded\n\n{whole}\n", request)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_week_by_phone(sqlite: Database, boston: House, language: str, request: pytest.FixtureRequest) -> None:
    """The same in at most three segments; what is left waits for MORE."""
    with sqlite.transaction() as session:
        reply = _sent(session, boston, language, "sms")
    page = pages.render(reply, boston.texts, language).text
    assert count(page) <= pages.MOST_SEGMENTS
    _compare(f"week.sms.{language}.txt", f"{page}\n", request)
