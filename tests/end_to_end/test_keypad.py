"""A real browser and the keypad phone: a report by text message, the cost below each, a worse network."""

import re

from playwright.async_api import Locator, Page, expect

from tests.end_to_end.test_page import WAIT, page, phone, say

__all__ = ["page"]


def texts(there: Locator) -> Locator:
    """The texts on a keypad phone."""
    return there.get_by_role("log")


async def test_a_report_from_a_keypad_phone(page: Page) -> None:
    """Words, then the key 1; segments and encoding stand below each text; staff see the report."""
    expect.set_options(timeout=WAIT)
    rosa = phone(page, "Rosa")
    await say(rosa, "There's a huge pothole in front of 32 Church St")
    await expect(texts(rosa).get_by_text("Send this?")).to_be_visible()
    await expect(texts(rosa).get_by_text(re.compile(r"1 × GSM-7, 1\d\d ·")).first).to_be_visible()
    await rosa.get_by_role("button", name=re.compile("^1")).click()
    await rosa.get_by_role("button", name="Send").click()
    await expect(texts(rosa).get_by_text("Report 1001 saved")).to_be_visible()
    await page.reload()
    await expect(texts(phone(page, "Rosa")).get_by_text("Report 1001 saved")).to_be_visible()


async def test_a_network_that_doubles(page: Page) -> None:
    """A text that the network brings twice is answered once; two answers on the phone are the network's."""
    expect.set_options(timeout=WAIT)
    rosa = phone(page, "Rosa")
    await rosa.get_by_label("Doubling").check()
    await say(rosa, "the street light is out")
    await expect(texts(rosa).get_by_text("Where is it?")).to_have_count(2)
    await page.wait_for_timeout(1500)
    await expect(texts(rosa).get_by_text("Where is it?")).to_have_count(2)
    await rosa.get_by_label("Doubling").uncheck()
    await rosa.get_by_label("Loss").select_option("1")
    await say(rosa, "45 Birch St")
    await expect(texts(rosa).get_by_text("lost on the way")).to_be_visible()
