"""Pabulib files: read, written, and refused with the line that is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.tally import counting, pabulib, pabulib_writing
from backend.tally.election import BallotKind
from backend.tally.rule import Method, Rule, RuleInvalid, parse
from tests.tally.invented import small

TOWN = """META
key;value
description;"A town; invented"
budget;1500,50
vote_type;approval
rule;greedy
max_length;2
PROJECTS
project_id;cost;name;selected;latitude
B/1;1000.25;"Trees; many";1;42.1
B/2;700;Benches;0;
B/3;400.25;Books;1;
VOTES
voter_id;vote;age
1;B/1,B/3;0
2;B/1;33

3;B/2,B/1,B/3;40
4;;50
"""


def test_a_file_is_read_with_quotes_decimals_and_empty_ballots() -> None:
    """A file is read with quotes decimals and empty ballots."""
    election = pabulib.parse(TOWN.replace("\n", "\r\n"))
    assert (election.budget, election.scale) == (150050, 100)
    assert [(project.id, project.cost, project.name) for project in election.projects] == [
        ("B/1", 100025, "Trees; many"),
        ("B/2", 70000, "Benches"),
        ("B/3", 40025, "Books"),
    ]
    assert [election.ballots.chosen(ballot) for ballot in range(4)] == [[0, 2], [0], [1, 0, 2], []]
    assert election.official() == ("B/1", "B/3")


def test_ballots_beyond_the_limits_are_counted_and_listed() -> None:
    """Ballots beyond the limits are counted and listed."""
    election = pabulib.parse(TOWN.replace("4;;50", "4;B/2,B/9,B/2;50"))
    assert {oddity.kind: (oddity.count, oddity.voters) for oddity in election.oddities} == {
        "too-many": (1, ("3",)),
        "unknown-project": (1, ("4",)),
        "repeated": (1, ("4",)),
    }
    assert election.ballots.chosen(3) == [1]


def test_a_project_priced_out_by_its_file_is_withdrawn() -> None:
    """A project priced out by its file is withdrawn."""
    election = pabulib.parse(TOWN.replace("B/2;700", "B/2;999999999"))
    assert election.out == {"B/2": "withdrawn"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("budget;1500,50", "budget;plenty", "META: the budget is 'plenty'"),
        ("budget;1500,50\n", "", "META: the budget is ''"),
        ("vote_type;approval", "vote_type;shouting", "META: vote_type is 'shouting'"),
        ("B/2;700", "B/2;-1", "line 11: the cost is '-1'"),
        ("B/2;700", "B/1;700", "PROJECTS: 'B/1' stands there twice"),
        ("B/2;700", "B,2;700", "line 11: a project id can't hold a comma"),
        ("project_id;cost", "project_id;price", "line 9: PROJECTS has no column cost"),
        ("voter_id;vote;age", "voter_id;ballot;age", "VOTES has no column vote"),
        ("2;B/1;33", "2", "columns where 2 are needed"),
        ("META\n", "", "line 1: the file must begin with META"),
        ("VOTES\n", "", "the section VOTES is missing or empty"),
        ("Books;1;", "Books;yes;", "line 12: selected is 'yes'"),
        ("B/2;700", "B/2;0.000001", "too finely divided"),
        ("B/2;700", "B/2;999999999999999", "beyond 1E+15 of the smallest unit"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(old: str, new: str, said: str) -> None:
    """A faulty file is refused with its line."""
    assert old in TOWN
    with pytest.raises(pabulib.FileInvalid) as refused:
        pabulib.parse(TOWN.replace(old, new, 1))
    assert said in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "latin-1"])
def test_a_file_in_another_encoding_gives_the_same_ballots(encoding: str, tmp_path: Path) -> None:
    """A file in another encoding gives the same ballots."""
    file = tmp_path / "town.pb"
    file.write_bytes(TOWN.replace("Benches", "Bänke").encode(encoding))
    election = pabulib.read(file)
    assert [election.ballots.chosen(ballot) for ballot in range(4)] == [[0, 2], [0], [1, 0, 2], []]


def test_what_spreadsheets_do_to_words_and_numbers_is_understood() -> None:
    """What spreadsheets do to words and numbers is understood."""
    told = TOWN.replace("vote_type;approval", "vote_type;Approval").replace("Books;1;", "Books;1.0;")
    election = pabulib.parse(told.replace("rule;greedy", "rule;Greedy"))
    assert election.official() == ("B/1", "B/3")
    assert counting.named(election) == Rule(Method.GREEDY)


def test_a_threshold_in_parts_of_a_vote_asks_for_the_next_whole_one() -> None:
    """A threshold in parts of a vote asks for the next whole one."""
    told = TOWN.replace("rule;greedy", "rule;greedy-threshold\nmin_project_score_threshold;{}")
    assert counting.named(pabulib.parse(told.format("1.5"))).threshold == 2
    with pytest.raises(RuleInvalid, match="'many', not a number"):
        counting.named(pabulib.parse(told.format("many")))


def test_a_huge_budget_is_counted_by_every_rule_of_money() -> None:
    """A huge budget is counted by every rule of money."""
    told = TOWN.replace("1500,50", "9999999999999").replace("B/2;700", "B/2;9999999999998.75")
    for rule in ("greedy", "greedy-per-cost", "knapsack", "equalshares", "equalshares/add1-comparison:step=1000000000"):
        outcome = counting.count(pabulib.parse(told), parse(rule))
        assert outcome.cost <= outcome.election.budget


@given(seed=st.integers(0, 10**6), kind=st.sampled_from(list(BallotKind)))
def test_what_is_written_is_read_again(seed: int, kind: BallotKind) -> None:
    """What is written is read again."""
    election = small(seed, kind)
    again = pabulib.parse(pabulib_writing.write(election))
    assert again.projects == election.projects
    assert (again.kind, again.budget, again.ballots.voters) == (kind, election.budget, election.ballots.voters)
    assert again.ballots.picks.tolist() == election.ballots.picks.tolist()
    assert again.ballots.starts.tolist() == election.ballots.starts.tolist()
    mine, theirs = election.ballots.points, again.ballots.points
    assert (mine is None) == (theirs is None)
    assert mine is None or theirs is None or mine.tolist() == theirs.tolist()


def test_age_and_the_like_are_not_written_beside_a_ballot() -> None:
    """Age and the like are not written beside a ballot."""
    assert "voter_id;vote\n" in pabulib_writing.write(pabulib.parse(TOWN))
