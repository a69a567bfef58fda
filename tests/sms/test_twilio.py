"""The Twilio shape: its own library on our side, its own signatures on the other."""

import base64

import pytest
from sqlmodel import select

from bot.channels.sms.gateway import Refused, Retry, Unknown
from bot.channels.sms.segments import segmented
from bot.channels.sms.twilio import outcome_of
from storage.contacts import Urn, UrnStatus
from storage.mail import Inbox
from storage.phones import TextState
from tests.rim.waiting import until
from tests.sms.conftest import Hall
from tests.sms.twilio_box import ANA, PUBLIC, StandIn, message
from tests.town import free_port


async def test_a_report(twilio_town: tuple[Hall, StandIn]) -> None:
    """Signed messages in, REST out, receipts by a signed callback; the same MessageSid once."""
    hall, other = twilio_town
    for _ in range(2):
        status, body = await other.bring(hall, "/twilio/mo", message("SM1", "Pothole at 32 Church St"))
        assert (status, body) == (200, "<Response/>")
    await until(lambda: len(other.sent) == 1)
    await other.bring(hall, "/twilio/mo", message("SM2", "1"))
    await until(lambda: len(other.sent) == 2)
    assert "Report 1001 saved" in other.sent[1]["Body"]
    assert other.sent[1]["To"] == ANA
    await until(lambda: hall.sent()[1].state is TextState.QUEUED)
    path = other.sent[1]["StatusCallback"].removeprefix(PUBLIC)
    for state in ("delivered", "sent"):
        receipt = {"MessageSid": f"SM{2:032x}", "MessageStatus": state}
        assert (await other.bring(hall, path, receipt))[0] == 200
    assert hall.sent()[1].state is TextState.DELIVERED


async def test_a_bad_signature(twilio_town: tuple[Hall, StandIn]) -> None:
    """Nobody else gets in, neither with messages nor with receipts."""
    hall, other = twilio_town
    for path in ("/twilio/mo", "/twilio/status?mid=x"):
        assert (await other.bring(hall, path, message("SM1", "hello"), token="another"))[0] == 403
    with hall.database.transaction() as session:
        assert session.exec(select(Inbox)).all() == []


async def test_who_told_twilio_to_stop(twilio_town: tuple[Hall, StandIn]) -> None:
    """21610 is our opt-out too."""
    hall, other = twilio_town
    other.stopped.add(ANA)
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: [row.state for row in hall.sent()] == [TextState.REFUSED])
    await until(lambda: _status(hall) is UrnStatus.STOPPED)


async def test_stopped_by_a_callback(twilio_town: tuple[Hall, StandIn]) -> None:
    """The carrier tells it only afterwards."""
    hall, other = twilio_town
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1)
    path = other.sent[0]["StatusCallback"].removeprefix(PUBLIC)
    await other.bring(hall, path, {"MessageSid": "SMx", "MessageStatus": "undelivered", "ErrorCode": "21610"})
    assert _status(hall) is UrnStatus.STOPPED
    assert hall.sent()[0].state is TextState.FAILED


async def test_too_fast_is_later(twilio_town: tuple[Hall, StandIn]) -> None:
    """429 was surely not taken, and goes out again."""
    hall, other = twilio_town
    other.fails.append((429, 20429))
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1, 20)
    await until(lambda: hall.sent()[0].state is TextState.QUEUED)


def test_errors() -> None:
    """What each means for the text."""
    assert isinstance(outcome_of(503, None), Retry)
    assert isinstance(outcome_of(401, 20003), Retry)
    assert outcome_of(400, 21211) == Refused("21211")
    assert outcome_of(400, 21610) == Refused("21610", opted_out=True)


async def test_a_time_out_leaves_it_open(twilio_town: tuple[Hall, StandIn], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows whether it was taken: it is noted so."""
    hall, other = twilio_town
    gateway = hall.texts.channel.gateways["twilio"]
    monkeypatch.setattr(gateway._http, "timeout", 0.3)  # type: ignore[attr-defined]
    other.delay = 1.5
    assert type(await gateway.send("t", ANA, segmented("hello"))).__name__ == "Unknown"
    monkeypatch.setattr(gateway._http, "_url", f"http://127.0.0.1:{free_port()}")  # type: ignore[attr-defined]
    assert isinstance(await gateway.send("t", ANA, segmented("hello")), Retry)


async def test_a_connection_that_breaks_leaves_it_open(twilio_town: tuple[Hall, StandIn]) -> None:
    """What was taken before the connection broke must not be sent a second time."""
    hall, other = twilio_town
    other.breaks = True
    outcome = await hall.texts.channel.gateways["twilio"].send("t", ANA, segmented("hello"))
    assert isinstance(outcome, Unknown)
    assert len(other.sent) == 1


async def test_long_texts_in_base64(twilio_town: tuple[Hall, StandIn]) -> None:
    """They are decoded; short words that happen to be base64 are not."""
    hall, other = twilio_town
    words = "The big oak in front of the school is leaning over the road."
    await other.bring(hall, "/twilio/mo", message("SM1", base64.b64encode(words.encode()).decode()))
    await other.bring(hall, "/twilio/mo", message("SM2", "bm93"))
    with hall.database.transaction() as session:
        assert [row.payload["text"] for row in session.exec(select(Inbox)).all()] == [words, "bm93"]


async def test_nothing_is_logged(twilio_town: tuple[Hall, StandIn], caplog: pytest.LogCaptureFixture) -> None:
    """The library's own log would hold addresses of messages."""
    caplog.set_level("INFO")
    hall, other = twilio_town
    await other.bring(hall, "/twilio/mo", message("SM1", "hello"))
    await until(lambda: len(other.sent) == 1)
    assert ANA[1:] not in caplog.text
    assert "Twilio API Request" not in caplog.text


def _status(hall: Hall) -> UrnStatus:
    with hall.database.transaction() as session:
        return session.exec(select(Urn)).one().status
