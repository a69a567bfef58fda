"""The page with the phones, in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Page, async_playwright, expect

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture
def chromium() -> Path:
    """The browser, if this machine has it."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is missing: apt-get install chromium")
    return CHROMIUM


@pytest.fixture
async def page(url: str, chromium: Path) -> AsyncIterator[Page]:
    """The page, open; whatever it complains about fails the test."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(url)
        yield page
        await browser.close()
    assert complaints == []


async def test_a_resident_talks_and_taps(page: Page, gram: Bot) -> None:
    """What is typed reaches the bot, what the bot sends appears, a tap comes back, an edit shows in place."""
    phone = page.get_by_role("region", name="Ana's phone")
    await phone.get_by_role("button", name="Start").click()
    await phone.get_by_label("Message from Ana").fill("There is a pothole")
    await phone.get_by_label("Message from Ana").press("Enter")
    await expect(phone.get_by_text("There is a pothole")).to_be_visible()
    updates = await gram.get_updates(timeout=5)
    assert [update.message.text for update in updates] == ["/start", "There is a pothole"]
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Send it", callback_data="send:1")]])
    chat = updates[0].message.chat.id
    sent = await gram.send_message(chat, "<b>Pothole</b>, is that right?", parse_mode="HTML", reply_markup=keyboard)
    await expect(phone.locator("strong", has_text="Pothole")).to_be_visible()
    await phone.get_by_role("button", name="Send it").click()
    [tap] = await gram.get_updates(offset=updates[-1].update_id + 1, timeout=5)
    assert tap.callback_query.data == "send:1"
    await gram.answer_callback_query(tap.callback_query.id, "Sent")
    await expect(phone.get_by_role("status").filter(has_text="Sent")).to_be_visible()
    await gram.edit_message_text("Report 7 is open", chat_id=chat, message_id=sent.message_id)
    await expect(phone.get_by_text("Report 7 is open")).to_be_visible()
    await expect(phone.get_by_role("button", name="Send it")).to_have_count(0)


async def test_pictures_places_and_language(page: Page, gram: Bot) -> None:
    """Samples can be attached, the menu follows the language, a block shows."""
    await gram.set_my_commands([BotCommand(command="vote", description="Voter")], language_code="fr")
    phone = page.get_by_role("region", name="Ana's phone")
    await phone.get_by_role("button", name="There is a pothole").click()
    await phone.get_by_role("button", name="Attach").click()
    await phone.get_by_role("button", name="Sample: pothole").click()
    await expect(phone.get_by_role("img", name="Photo")).to_be_visible()
    await phone.get_by_role("button", name="Attach").click()
    await phone.get_by_role("button", name="City Hall").click()
    await expect(phone.get_by_role("img", name="Map of 48.8566, 2.3522")).to_be_visible()
    await phone.get_by_label("App language").select_option("fr")
    await phone.get_by_role("button", name="Commands").click()
    await phone.get_by_role("button", name="Voter").click()
    await expect(phone.get_by_role("button", name="/vote")).to_be_visible()
    await phone.get_by_role("button", name="Block").click()
    await expect(phone.get_by_role("button", name="Restart the bot")).to_be_visible()
    updates = await gram.get_updates(timeout=5)
    assert updates[1].message.photo
    assert updates[2].message.location
    assert updates[3].message.from_user.language_code == "fr"
    assert updates[4].my_chat_member


async def test_more_phones_and_a_silent_bot(page: Page) -> None:
    """Another resident's phone opens by name; while no bot runs the page says so; staff are offered their code."""
    await page.get_by_role("button", name="+ Resident").click()
    await page.get_by_label("Name").fill("Noor")
    await page.get_by_role("button", name="Open", exact=True).click()
    noor = page.get_by_role("region", name="Noor's phone")
    await noor.get_by_role("button", name="Start").click()
    await expect(noor.get_by_text("the bot is not answering yet", exact=True)).to_be_visible()
    staff = page.get_by_role("region", name="Sam's phone")
    await staff.get_by_role("button", name="WELCOME-1").click()
    await expect(staff.locator(".message", has_text="WELCOME-1")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("region", name="Noor's phone").get_by_text("/start")).to_be_visible()
    await page.get_by_role("button", name="Close this phone").click()
    await expect(page.get_by_role("region", name="Noor's phone")).to_have_count(0)
