"""Filling a ballot in: numbers choose, words search, a tap puts in or takes out; never beyond the limits."""

import re
import secrets

from backend.tally.election import BallotKind
from backend.votes import ballotbox, votes
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Lines, Text, text
from bot.conversation.turn import Turn
from bot.orders import grammar
from bot.topics.reports.draft import SURE
from bot.topics.votes import ballotview, votecast, votequestions, votewords
from bot.topics.votes.ballot import Basket, Paper
from nlp.reading import Act

_NUMBER = re.compile(r"\d{1,9}")
_GIVEN = re.compile(r"(\d{1,9})\s*[=:]\s*(\d{1,9})")


def filled(turn: Turn, basket: Basket, answer: Answer) -> bool:
    """Deal with an answer to a ballot that is being filled in."""
    paper = Paper(turn.session, basket.heading_id)
    ballotbox.check_open(paper.budget, turn.now)
    choice = answer.choice
    if choice is None:
        typed(turn, paper, basket, answer.message.text)
    elif choice.startswith("o"):
        votecast.confirm(turn, paper, basket.with_(picks=[int(choice[1:])]), instead=basket)
    elif choice.startswith("g") and basket.seen is not None:
        ballotview.show(turn, paper, basket.given({basket.seen: int(choice[1:])}).with_(seen=None))
    elif choice == "toggle" and basket.seen is not None:
        _put(turn, paper, basket, basket.toggled(basket.seen))
    elif choice == "surprise":
        ballotview.card(turn, paper, basket, secrets.choice([one for one in paper.projects if one != basket.seen]))
    elif choice == "done":
        votecast.confirm(turn, paper, basket, instead=basket)
    elif choice == "mine":
        lines = Lines(lines=[paper.line(number, basket) for number in basket.picks])
        again = Question(
            paragraphs=[lines, paper.total(basket), text("vote-change-how")],
            choices=[Choice(id="all", label=text("vote-all")), Choice(id="done", label=text("vote-done"))],
            accepts=ballotview.TYPED,
        )
        turn.ask("vote", "ballot", basket, again)
    else:
        page = basket.page + 1 if choice == "more" else 0
        ballotview.show(
            turn, paper, basket.with_(page=page, words="", seen=None), replaces=choice == "more", head=choice == "all"
        )
    return True


def typed(turn: Turn, paper: Paper, basket: Basket, words: str, *, ordered: bool = False) -> None:
    """Numbers choose, "12=5" gives points, one number alone shows its project, words search, order, or ask.

    Where a vote was `ordered` ("VOTE 12"), one number is a choice too, and numbers of other parts wait for their turn.
    """
    if re.search(r"[^\W\d_]", words):
        _said(turn, paper, basket, words.strip())
        return
    given = {int(number): int(points) for number, points in _GIVEN.findall(words)}
    numbers = list(given) or list(dict.fromkeys(int(one) for one in _NUMBER.findall(words)))
    if ordered:
        elsewhere = [one for one in numbers if one not in paper.projects and paper.is_elsewhere(turn.session, one)]
        numbers, basket = [one for one in numbers if one not in elsewhere], basket.with_(rest=elsewhere)
    unknown = [one for one in numbers if one not in paper.projects]
    if unknown or not numbers:
        number = str(unknown[0]) if unknown else words.strip()[:20]
        ballotview.show(turn, paper, basket, text("vote-refused-unknown-project", project=number))
    elif paper.with_points:
        _points(turn, paper, basket, given, numbers, ordered=ordered)
    elif len(numbers) == 1 and paper.kind is not BallotKind.CHOOSE_ONE and not ordered:
        ballotview.card(turn, paper, basket, numbers[0])
    else:
        votecast.confirm(turn, paper, basket.with_(picks=numbers, seen=None), instead=basket)


def _said(turn: Turn, paper: Paper, basket: Basket, words: str) -> None:
    """Words search; where nothing is found, the projects whose numbers are among them are meant, or they ask."""
    numbers = named(turn, paper, words)
    if votes.search(turn.session, paper.heading, words, limit=1):
        ballotview.show(turn, paper, basket.with_(words=words[:80], page=0, seen=None))
    elif numbers:
        _named(turn, paper, basket, words, numbers)
    elif basket.picks and (votewords.are_final(turn) or turn.reading.act is Act.YES):
        votecast.confirm(turn, paper, basket, instead=basket)
    else:
        told = votequestions.beside(turn, paper) or _nothing(turn, words)
        ballotview.show(turn, paper, basket.with_(words="", page=0, seen=None), told)


def _nothing(turn: Turn, words: str) -> Text:
    if grammar.wishes(words, "vote_change", turn.city.languages):
        return text("vote-change-how")
    return text("vote-nothing-found", words=words[:80])


def named(turn: Turn, paper: Paper, words: str) -> list[int]:
    """The projects that a sentence names by their numbers; none where the numbers are rather of a place to mend."""
    if turn.reading.places or max(turn.reading.services.values(), default=0) >= SURE:
        return []
    return [one for one in dict.fromkeys(map(int, _NUMBER.findall(words))) if one in paper.projects]


def _named(turn: Turn, paper: Paper, basket: Basket, words: str, numbers: list[int]) -> None:
    """Projects that a sentence names: out of the ballot, looked at, into it, or the whole ballot in that order."""
    languages = turn.city.languages
    is_one = len(numbers) == 1
    if grammar.wishes(words, "without", languages):
        _put(turn, paper, basket, basket.without(numbers))
    elif is_one and (paper.with_points or words.rstrip().endswith("?")):
        ballotview.card(turn, paper, basket, numbers[0])
    elif paper.with_points:
        ballotview.show(turn, paper, basket, text("vote-refused-points"))
    elif is_one and paper.kind is not BallotKind.CHOOSE_ONE and not grammar.wishes(words, "only", languages):
        _put(turn, paper, basket, basket if numbers[0] in basket.picks else basket.toggled(numbers[0]))
    else:
        votecast.confirm(turn, paper, basket.with_(picks=numbers, seen=None), instead=basket)


def _points(
    turn: Turn, paper: Paper, basket: Basket, given: dict[int, int], numbers: list[int], *, ordered: bool
) -> None:
    """Points as typed: on a ballot that was ordered whole they are the ballot, else they change the basket."""
    if given and ordered:
        whole = basket.with_(picks=[], points={}).given(given)
        votecast.confirm(turn, paper, whole, instead=basket)
    elif given:
        _put(turn, paper, basket, basket.given(given))
    elif len(numbers) == 1:
        ballotview.card(turn, paper, basket, numbers[0])
    else:
        ballotview.show(turn, paper, basket, text("vote-refused-points"))


def _put(turn: Turn, paper: Paper, before: Basket, after: Basket) -> None:
    """Take a change of the basket, unless it goes beyond the limits: then say by how much."""
    most = paper.limits.get("max_length")
    over = "max_sum_cost" in paper.limits and paper.cost(after) > paper.limits["max_sum_cost"]
    if over and len(after.picks) > len(before.picks):
        too_much = paper.money(paper.cost(after) - paper.limits["max_sum_cost"])
        ballotview.show(turn, paper, before.with_(seen=None), text("vote-over", over=too_much))
    elif most is not None and len(after.picks) > most:
        why = text("vote-refused-too-many", most=most, count=len(after.picks))
        ballotview.show(turn, paper, before.with_(seen=None), why)
    elif sum(after.points.values()) > paper.limits.get("max_sum_points", sum(after.points.values())):
        args = {"most": paper.limits["max_sum_points"], "count": sum(after.points.values())}
        ballotview.show(turn, paper, before.with_(seen=None), text("vote-refused-too-many-points", **args))
    else:
        ballotview.show(turn, paper, after.with_(seen=None))
