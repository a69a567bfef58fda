"""The drill of text messages in its short form."""

from pathlib import Path

import pytest

from tests.drills import texts
from tests.sms import kannel_box


async def test_no_text_is_lost_and_none_answered_twice(tmp_path: Path) -> None:
    """Twenty phones report over Kannel while the process and Kannel are killed; receipts come twice, in any order."""
    if not kannel_box.is_installed():
        pytest.skip("Kannel is missing: apt-get install kannel")
    figures = await texts.drill(20, 2, 7, tmp_path)
    assert texts.faults(figures) == []
    assert figures["reports"] >= 20
