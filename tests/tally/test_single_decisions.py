"""Single decisions: textbook elections whose winners differ from rule to rule."""

from fractions import Fraction

from tests.tally.test_budget_rules import count, election

TENNESSEE = ["42 x m,n,c,k", "26 x n,c,k,m", "15 x c,k,n,m", "17 x k,c,n,m"]
"""Where to put a capital: Memphis, Nashville, Chattanooga, Knoxville."""


def test_one_electorate_three_winners() -> None:
    """One electorate three winners."""
    one = election(1, dict.fromkeys("mnck", 1), TENNESSEE, kind="ordinal")
    assert count(one, "plurality").winners == ("m",)
    assert count(one, "irv").winners == ("k",)
    assert count(one, "schulze").winners == ("n",)
    assert count(one, "schulze").figures["duels"]["n"]["m"] == 58


def test_schulze_of_the_paper() -> None:
    """Schulze of the paper."""
    # Schulze (2011), example 1: 45 voters, winner e.
    ballots = ["5 x a,c,b,e,d", "5 x a,d,e,c,b", "8 x b,e,d,a,c", "3 x c,a,b,e,d", "7 x c,a,e,b,d", "2 x c,b,a,d,e"]
    ballots += ["7 x d,c,e,b,a", "8 x e,b,a,d,c"]
    assert count(election(1, dict.fromkeys("abcde", 1), ballots, kind="ordinal"), "schulze").winners == ("e",)


def test_stv_passes_surplus_on_in_fractions() -> None:
    """Stv passes surplus on in fractions."""
    # 20 votes, 3 seats: quota 6. a has 12, so each of its ballots keeps half.
    one = election(1, dict.fromkeys("abcd", 1), ["12 x a,b", "5 x c", "3 x d"], kind="ordinal")
    outcome = count(one, "stv:seats=3")
    assert outcome.figures["quota"] == 6
    assert outcome.winners == ("a", "b", "c")
    assert outcome.verdicts["b"].total == 6
    assert outcome.figures["rounds"][1]["b"] == Fraction(6)


def test_approval_tells_how_many_more_would_have_won() -> None:
    """Approval tells how many more would have won."""
    outcome = count(election(1, dict.fromkeys("abc", 1), ["4 x a", "3 x b,a", "6 x b"]), "approval")
    assert outcome.winners == ("b",)
    assert outcome.verdicts["a"].needed == {"votes": 2}


def test_a_tie_for_the_last_seat_is_told() -> None:
    """A tie for the last seat is told."""
    outcome = count(
        election(1, dict.fromkeys("abc", 1), ["4 x a", "3 x b", "3 x c"], kind="choose-1"), "plurality:seats=2"
    )
    assert (outcome.winners, outcome.ties) == (("a", "b"), (("b", "c"),))


def test_without_ballots_the_order_of_ties_decides_and_nothing_breaks() -> None:
    """Without ballots the order of ties decides and nothing breaks."""
    nobody = election(1, dict.fromkeys("ab", 1), [], kind="ordinal")
    for rule in ("plurality", "irv", "schulze", "stv"):
        assert count(nobody, rule).winners == ("a",)
