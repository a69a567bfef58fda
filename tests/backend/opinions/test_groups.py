"""Groups of opinion: planted ones are found, real ones agree with Polis' own."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from backend.opinions.agreement import agreement
from backend.opinions.ballots import AGREE, DISAGREE, UNSEEN, Opinions, OpinionsInvalid, read
from backend.opinions.groups import groups
from bot.cli import app
from tests.backend.opinions.planted import lines, plant, rand_index

REAL = Path(__file__).parents[4] / "shared/data/opinions"


@pytest.mark.parametrize("count", [2, 3])
def test_planted_groups_are_found(count: int) -> None:
    """Two or three groups that stray from their minds are told apart."""
    planted = plant(600, 60, groups=count, seen=0.5)
    found = groups(planted.opinions)
    assert rand_index([-1 if group is None else group for group in found], planted.groups) > 0.95


def test_the_same_votes_give_the_same_groups_whatever_the_order_of_statements() -> None:
    """A run is repeatable, and columns may stand in any order."""
    opinions = plant(200, 30, seen=0.6).opinions
    shuffled = Opinions(opinions.people, opinions.statements[::-1], opinions.votes[:, ::-1])
    assert groups(opinions) == groups(opinions)
    assert rand_index(np.array(groups(opinions)), np.array(groups(shuffled))) == pytest.approx(1.0)


def test_somebody_who_voted_little_belongs_to_no_group() -> None:
    """Under seven votes nothing is guessed."""
    opinions = plant(100, 30, seen=1.0).opinions
    opinions.votes[3, 6:] = UNSEEN
    found = groups(opinions)
    assert found[3] is None
    assert found.count(None) == 1


def test_people_who_all_say_the_same_are_one_group() -> None:
    """No split is invented where there is none."""
    votes = np.full((20, 8), AGREE, dtype=np.int8)
    assert groups(Opinions([str(n) for n in range(20)], [str(n) for n in range(8)], votes)) == [0] * 20


@given(st.integers(1, 12), st.integers(1, 9), st.data())
def test_any_votes_are_grouped_without_a_fault(people: int, statements: int, data: st.DataObject) -> None:
    """Empty columns, silent people, tiny matrices: counts hold and nothing breaks."""
    cell = st.sampled_from([AGREE, 0, DISAGREE, UNSEEN])
    row = st.lists(cell, min_size=statements, max_size=statements)
    votes = np.array(data.draw(st.lists(row, min_size=people, max_size=people)), dtype=np.int8)
    opinions = Opinions([str(n) for n in range(people)], [str(n) for n in range(statements)], votes)
    found = groups(opinions)
    counted = agreement(opinions, found)
    assert len(found) == people
    for column, statement in enumerate(counted):
        assert statement.total.voted == (votes[:, column] != UNSEEN).sum()
        assert sum(heard.voted for heard in statement.groups) <= statement.total.voted
        assert 0 <= statement.consensus <= 1


def test_agreement_counts_each_group() -> None:
    """Shares are of those who voted; a statement marks the group that holds it."""
    votes = np.array([[1, 1], [1, -1], [-1, 1], [UNSEEN, 1]], dtype=np.int8)
    first, second = agreement(Opinions("abcd", ["0", "1"], votes), [0, 0, 1, None])
    assert (first.total.voted, first.total.agreed, first.total.disagreed) == (3, 2, 1)
    assert [heard.agree for heard in first.groups] == [1.0, 0.0]
    assert first.marks[0] > 0 > first.marks[1]
    assert second.total.agree == 0.75


def test_what_is_written_is_read() -> None:
    """The file of Polis comes back as it was written."""
    opinions = plant(20, 10).opinions
    again = read(lines(opinions))
    assert again.people == opinions.people
    assert np.array_equal(again.votes, opinions.votes)


def test_what_a_spreadsheet_made_of_it_is_read_too() -> None:
    """A mark at the beginning, quotes around cells, line ends of another system."""
    plain = plant(20, 10).opinions
    quoted = [",".join(f'"{cell}"' for cell in line.rstrip("\n").split(",")) + "\r\n" for line in lines(plain)]
    again = read(["\ufeff" + quoted[0], *quoted[1:]])
    assert again.people == plain.people
    assert np.array_equal(again.votes, plain.votes)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1"),
        ("participant,group-id\n1,0\n", "one numbered column per statement"),
        ("participant,0,1\n1,1\n", "line 2: 2 cells"),
        ("participant,0,1\n1,1,2\n", "line 2: a vote is"),
        ("participant,0,1\n", "nobody has voted"),
        ("participant,0,1\n7,1,1\n7,1,0\n", "line 3: participant 7 stands here for the second time"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_line(text: str, says: str) -> None:
    """A wrong file is named with the line and what is wrong in it."""
    with pytest.raises(OpinionsInvalid, match=says):
        read(text.splitlines(keepends=True))


def test_the_command_prints_groups_and_agreement(tmp_path: Path) -> None:
    """`agora groups --json` is one object."""
    file = tmp_path / "votes.csv"
    file.write_text("\n".join(lines(plant(80, 20, seen=0.8).opinions)), encoding="utf-8")
    said = json.loads(CliRunner().invoke(app, ["groups", str(file), "--json"]).stdout)
    assert said["k"] == 2
    assert len(said["groups"]) == 80
    assert {"id", "votes", "agree", "groups", "consensus"} <= said["statements"][0].keys()


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    """A missing file is a sentence, not a traceback."""
    result = CliRunner().invoke(app, ["groups", str(tmp_path / "none.csv")])
    assert result.exit_code == 1
    assert "none.csv" in result.stderr


@pytest.mark.parametrize("name", ["15-per-hour-seattle", "brexit-consensus", "vtaiwan.uberx"])
def test_groups_agree_with_those_of_polis(name: str) -> None:
    """On real conversations: adjusted Rand index of at least .75 (measured .776, .857, .766)."""
    file = REAL / name / "participants-votes.csv"
    if not file.exists():
        pytest.skip("real conversations are not at ../shared/data/opinions")
    with file.open(encoding="utf-8", newline="") as rows:
        official = {row["participant"]: row["group-id"] for row in csv.DictReader(rows)}
    with file.open(encoding="utf-8", newline="") as rows:
        opinions = read(rows)
    pairs = [
        (official[who], group)
        for who, group in zip(opinions.people, groups(opinions), strict=True)
        if group is not None and official[who]
    ]
    assert rand_index([one for one, _ in pairs], [other for _, other in pairs]) >= 0.75
