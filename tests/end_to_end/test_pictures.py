"""A picture with all that a camera notes, from a resident's phone to a staff member's, by both real libraries."""

from io import BytesIO
from pathlib import Path

import aiohttp
from PIL import Image
from sqlmodel import select

from bot.sandbox.client import SandboxClient
from storage.database import Database
from storage.mail import Media
from tests import snapshots
from tests.town import Town

WAIT = 30.0
CHURCH_STREET = (42.30861, -71.06206)


async def shown(phones: SandboxClient, person: str, url: str) -> bytes:
    """The last picture on somebody's staff phone."""
    messages = (await phones.chat(person, bot="staff"))["messages"]
    file_id = [message for message in messages if "photo" in message][-1]["photo"][-1]["file_id"]
    query = {"bot": "staff", "file_id": file_id}
    async with aiohttp.ClientSession() as browser, browser.get(f"{url}/sim/file", params=query) as answer:
        assert answer.status == 200
        return await answer.read()


async def test_a_picture_gives_its_place_and_nothing_else(tmp_path: Path) -> None:
    """Its position is offered to its owner; staff get the picture upright, without a word beside the pixels."""
    async with Town(tmp_path) as town:
        phones = town.phones
        await town.enrol("Sam")
        await phones.start("Ana")
        picture = snapshots.jpeg(CHURCH_STREET, turned=True)
        await phones.document("Ana", picture, "IMG_1.jpg", mime="image/jpeg")
        await phones.wait_for("Ana", "What does it show", timeout=WAIT)
        await phones.say("Ana", "The street light is out")
        asked = await phones.wait_for("Ana", "Your picture says", timeout=WAIT)
        assert "near Church Street, Dorchester" in asked["text"]
        await phones.tap("Ana", "Yes")
        card = await phones.wait_for("Ana", "Shall I send this?", timeout=WAIT)
        assert "near Church Street, Dorchester" in card["text"]
        await phones.tap("Ana", "Send")
        await phones.wait_for("Sam", "New report", bot="staff", timeout=WAIT)
        seen = await shown(phones, "Sam", f"http://127.0.0.1:{town.port}")
    assert snapshots.SECRET in picture
    assert snapshots.SECRET not in seen
    with Image.open(BytesIO(seen)) as image:
        assert image.size == (480, 640)
        assert dict(image.getexif()) == {}
    database = Database(town.database_url)
    with database.transaction() as session:
        [content] = [media.content for media in session.exec(select(Media))]
    database.close()
    assert content is not None
    assert snapshots.SECRET not in content
    assert b"Exif" not in content


async def test_a_file_that_is_no_picture(tmp_path: Path) -> None:
    """It is said so, and the conversation goes on."""
    async with Town(tmp_path) as town:
        await town.phones.start("Ana")
        await town.phones.document("Ana", b"MZ not a picture", "photo.jpg", mime="image/jpeg")
        await town.phones.wait_for("Ana", "I can't open this file as a picture", timeout=WAIT)
        await town.phones.document("Ana", b"%PDF", "letter.pdf", mime="application/pdf")
        await town.phones.wait_for("Ana", "I can't open files of this kind", timeout=WAIT)
        await town.phones.say("Ana", "pothole at 32 Church St")
        await town.phones.wait_for("Ana", "Shall I send this?", timeout=WAIT)
