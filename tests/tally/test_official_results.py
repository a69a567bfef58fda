"""Published elections: the rule that a file names gives the winners that its city announced.

All of them: agora tally check ../shared/data/elections --decisions tests/tally/decisions.json
"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.tally import checking
from bot.cli import app

ELECTIONS = Path(__file__).parents[3] / "shared" / "data" / "elections"
DECISIONS = Path(__file__).with_name("decisions.json")

pytestmark = pytest.mark.skipif(not ELECTIONS.is_dir(), reason="../shared/data/elections is missing: official results")


def test_those_of_moderate_size_come_out_as_announced() -> None:
    """The others too, by the command named above, in half a minute."""
    decisions = checking.read_decisions(DECISIONS)
    files = [file for file in sorted(ELECTIONS.glob("*.pb")) if file.stat().st_size < 130_000 or file.name in decisions]
    checked = [checking.check_file(file, decisions.get(file.name, {})) for file in files]
    verdicts = {one.file: one.verdict for one in checked if one.verdict != "no-official-result"}
    unknown = [file for file, verdict in verdicts.items() if verdict == "not-reproducible"]
    assert all(file.startswith("Hungary_Budapest") for file in unknown)  # its paper votes are missing
    assert len(verdicts) > 20
    assert {file: verdict for file, verdict in verdicts.items() if not verdict.startswith("exact")} == dict.fromkeys(
        unknown, "not-reproducible"
    )


def test_wieliczka_compares_with_greedy_and_keeps_equal_shares() -> None:
    """Wieliczka compares with greedy and keeps equal shares."""
    file = ELECTIONS / "Poland_Wieliczka_2023_Green_Budget.pb"
    told = CliRunner().invoke(app, ["tally", str(file)]).stdout
    assert told.startswith("equalshares/add1-comparison: 30 of 64 projects, 995079 of 1000000")
    exhaustive = CliRunner().invoke(app, ["tally", str(file), "--rule", "equalshares/add1-exhaustive"]).stdout
    assert exhaustive.startswith("equalshares/add1-exhaustive: 31 of 64 projects, 984579 of 1000000")
