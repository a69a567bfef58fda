"""What a reply asks of the courier beside being sent: changing, settling, bringing pictures."""

import pytest

from backend.reports.pictures import cleaned
from bot.channels.channel import TryAgain, Undeliverable
from bot.conversation.reply import Choice
from bot.courier import Courier
from storage.contacts import Urn
from tests.rim.post_office import Obedient, PostOffice, late, now, picture, reply


async def test_a_card_changes_in_place(working: Courier, office: PostOffice, channel: Obedient, ana: Urn) -> None:
    """A reply that replaces an ask changes its message, again and again, under the same id."""
    asks = [office.ask(ana) for _ in range(3)]
    await office.becomes(office.post(ana, reply("one", ask=asks[0])), "sent")
    await office.becomes(office.post(ana, reply("noise")), "sent")
    await office.becomes(office.post(ana, reply("two", ask=asks[1], replaces=asks[0])), "sent")
    row = await office.becomes(office.post(ana, reply("three", ask=asks[2], replaces=asks[1])), "sent")
    assert channel.changed == [("telegram:1", "1", "two"), ("telegram:1", "1", "three")]
    assert row.external_id == "1"
    assert len(channel.sent) == 2


async def test_what_can_no_longer_be_changed_is_said_anew(
    working: Courier, office: PostOffice, channel: Obedient, ana: Urn
) -> None:
    """A message that is gone, or was never there, is no reason for silence."""
    ask = office.ask(ana)
    await office.becomes(office.post(ana, reply("never sent", replaces=ask)), "sent")
    await office.becomes(office.post(ana, reply("one", ask=ask)), "sent")
    channel.errors = [Undeliverable("message to edit not found")]
    row = await office.becomes(office.post(ana, reply("two", replaces=ask)), "sent")
    assert [text for _, text in channel.sent] == ["never sent", "one", "two"]
    assert row.external_id == "3"


async def test_what_was_said_elsewhere_is_said_anew(
    working: Courier, office: PostOffice, channel: Obedient, ana: Urn
) -> None:
    """A message at another address can't be changed here."""
    ask = office.ask(ana)
    await office.becomes(office.post(ana, reply("one", ask=ask)), "sent")
    other = office.address("residents", "telegram:2")
    await office.becomes(office.post(other, reply("two", replaces=ask)), "sent")
    assert channel.sent[-1] == ("telegram:2", "two")


async def test_buttons_are_taken_away(working: Courier, office: PostOffice, channel: Obedient, ana: Urn) -> None:
    """Settling takes the buttons and says nothing, whether or not there are any."""
    ask = office.ask(ana)
    choices = [Choice(id="y", label="Yes")]
    await office.becomes(office.post(ana, reply("fixed?", settles=ask)), "sent")
    await office.becomes(office.post(ana, reply("one", ask=ask, choices=choices)), "sent")
    await office.becomes(office.post(ana, reply("", settles=ask)), "sent")
    channel.errors = [Undeliverable("gone")]
    await office.becomes(office.post(ana, reply("", settles=ask)), "sent")
    assert (channel.settled, channel.sent) == ([("telegram:1", "1")], [("telegram:1", "one")])


async def test_pictures_are_fetched_once(office: PostOffice, channel: Obedient, working: Courier, ana: Urn) -> None:
    """A picture comes from the channel it was sent over; it is kept and sent without what its camera noted."""
    clean = cleaned(picture("F1"))
    media = office.picture("residents", "F1")
    for _ in range(2):
        await office.becomes(office.post(ana, reply("look", photos=[media])), "sent")
    assert channel.photos == [[clean], [clean]]
    assert channel.fetched == ["F1"]
    assert office.media(media).content == clean
    assert office.media(media).fetched_at is not None


async def test_a_picture_that_does_not_come_is_left_out_in_the_end(
    office: PostOffice, channel: Obedient, courier: Courier, ana: Urn, caplog: pytest.LogCaptureFixture
) -> None:
    """Twice the message waits for its picture, the third time it goes without."""
    media = office.picture("residents", "F1")
    id = office.post(ana, reply("look", photos=[media]))
    channel.fetch_errors = [TryAgain("no route"), TryAgain("slow down", 400), TryAgain("no route")]
    async with courier:
        for attempt in (1, 2):
            row = await office.fails(id, attempt)
            assert late(row.due_at) < 10
            office.set(id, due_at=now())
        await office.becomes(id, "sent")
    assert channel.photos == [[]]
    assert f"outbox {id} goes without photo {media}" in caplog.text


async def test_a_picture_that_is_gone_is_left_out_at_once(
    office: PostOffice, channel: Obedient, working: Courier, ana: Urn
) -> None:
    """What is gone for good, or belongs to a channel that is not here, keeps nobody waiting."""
    media = [office.picture(*where) for where in (("residents", "F1"), ("nowhere", "F2"), ("residents", "F3"))]
    channel.fetch_errors = [Undeliverable("wrong file id")]
    id = office.post(ana, reply("look", photos=[*media, 999]))
    await office.becomes(id, "sent")
    assert channel.photos == [[cleaned(picture("F3"))]]


async def test_a_message_goes_without_pictures_that_nobody_takes(
    office: PostOffice, channel: Obedient, working: Courier, ana: Urn
) -> None:
    """Better the words alone than nothing."""
    channel.errors = [Undeliverable("IMAGE_PROCESS_FAILED")]
    await office.becomes(office.post(ana, reply("look", photos=[office.picture("residents", "F")])), "sent")
    assert (channel.photos, channel.sent) == ([[]], [("telegram:1", "look")])
