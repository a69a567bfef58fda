"""A real browser on the page of `make run`: from typing to the closing button."""

import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.town import Process, free_port

CHROMIUM = os.environ.get("AGORA_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 30_000
"""Milliseconds that an answer may take on a busy machine."""


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """The page of a freshly started sandbox."""
    if CHROMIUM is None:
        pytest.skip("chromium is missing: apt-get install chromium")
    port = free_port()
    settings = {"AGORA_PORT": str(port), "AGORA_DATABASE_URL": f"sqlite:///{tmp_path}/agora.sqlite"}
    agora = Process([sys.executable, "-m", "bot.cli", "serve"], tmp_path / "agora.log", settings)
    await agora.start("bot.serving: serving")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        opened = await browser.new_page(viewport={"width": 1280, "height": 800})
        opened.set_default_timeout(WAIT)
        await opened.goto(f"http://127.0.0.1:{port}/")
        yield opened
        await browser.close()
    await agora.stop()


def phone(page: Page, name: str) -> Locator:
    """Somebody's phone."""
    return page.get_by_role("region", name=re.compile(name))


async def say(there: Locator, words: str) -> None:
    """Type and send."""
    box = there.get_by_role("textbox")
    await box.fill(words)
    await box.press("Enter")


async def test_from_typing_to_the_closing_button(page: Page) -> None:
    """A resident types and taps Send; a staff member enrols, takes and closes; the resident taps Fixed."""
    expect.set_options(timeout=WAIT)
    ana, sam = phone(page, "Ana"), phone(page, "Sam")
    await sam.get_by_text("/start", exact=False).first.click()
    await expect(sam.get_by_text("Welcome, Sam")).to_be_visible()
    await ana.get_by_role("button", name="Start", exact=True).click()
    await expect(ana.get_by_text("This is the city hall of Boston")).to_be_visible()
    await say(ana, "There's a huge pothole in front of 32 Church St, my bike wheel broke")
    await expect(ana.get_by_text("32 Church Street, Dorchester")).to_be_visible()
    await ana.get_by_role("button", name="Send", exact=True).first.click()
    await expect(ana.get_by_text("This is report 1001")).to_be_visible()
    await sam.get_by_role("button", name="Take it").click()
    await expect(ana.get_by_text("is looking at it")).to_be_visible()
    await sam.get_by_role("button", name="Close", exact=True).click()
    await sam.get_by_role("button", name="Done").click()
    await sam.get_by_role("button", name="Close without").click()
    await expect(ana.get_by_text("is closed: done")).to_be_visible()
    await ana.get_by_role("button", name="Fixed", exact=True).click()
    await expect(ana.get_by_text("Report 1001 is settled")).to_be_visible()
