"""A ballot as it is shown: the list of projects with the state of the basket, a few options, one project's card."""

from backend.tally.election import BallotKind
from backend.votes import votes
from bot.conversation.ask import Accepts, Question
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.votes.ballot import Basket, Paper
from nlp.reading import Act

PAGE = 8
TYPED = frozenset({Accepts.DICTATION, Accepts.NUMBER})
"""Words search, and projects are called by their numbers, which are above those of a menu."""
_FEW = 6
"""Up to so many options of a single decision are buttons."""


def show(turn: Turn, paper: Paper, basket: Basket, *first: Text, replaces: bool = False, head: bool = False) -> None:
    """The list of projects with the state of the ballot; the head stands over it once, not at every step."""
    if paper.kind is BallotKind.CHOOSE_ONE and len(paper.projects) <= _FEW:
        _options(turn, paper, basket, *first)
        return
    found = _listed(turn, paper, basket)
    shown = found[basket.page * PAGE :][:PAGE]
    lines = [paper.line(number, basket) for number in shown]
    paragraphs: list[Paragraph] = [*first, *(_head(paper) if head else [])]
    paragraphs.append(Lines(lines=lines))
    paragraphs.append(paper.total(basket))
    choices = []
    if len(found) > (basket.page + 1) * PAGE:
        choices.append(Choice(id="more", label=text("vote-more", rest=len(found) - (basket.page + 1) * PAGE)))
    if basket.words or basket.page:
        choices.append(Choice(id="all", label=text("vote-all")))
    if len(paper.projects) > PAGE:
        choices.append(Choice(id="surprise", label=text("vote-surprise")))
    if basket.picks:
        choices += [Choice(id="mine", label=text("vote-mine")), Choice(id="done", label=text("vote-done"))]
    question = Question(paragraphs=paragraphs, choices=choices, accepts=TYPED)
    turn.ask("vote", "ballot", basket, question, replaces=replaces)


def _head(paper: Paper) -> list[Paragraph]:
    name, closes = Named(names=paper.budget.names), Moment(at=paper.budget.closes_at, style="datetime")
    count = len(paper.projects)
    head = text("vote-head", name=name, heading=Named(names=paper.heading.names), count=count, closes=closes)
    if paper.heading.money:
        return [head, text("vote-money", money=paper.money(paper.heading.money)), paper.how()]
    return [head, paper.how()]


def _options(turn: Turn, paper: Paper, basket: Basket, *first: Text) -> None:
    choices = [Choice(id=f"o{number}", label=project.name) for number, project in paper.projects.items()]
    means = {2: (Act.YES, Act.NO)}.get(len(choices), ())
    if means:
        choices = [one.model_copy(update={"means": act}) for one, act in zip(choices, means, strict=True)]
    question = Question(paragraphs=[*first, *_head(paper)], choices=choices, columns=1)
    turn.ask("vote", "ballot", basket, question)


def card(turn: Turn, paper: Paper, basket: Basket, number: int) -> None:
    """One project with its picture, what it costs and where it is, and what can be done with it."""
    project = paper.projects[number]
    basket = basket.with_(seen=number)
    lines = [paper.line(number, basket)]
    if project.place:
        lines.append(text("vote-place", place=project.place))
    paragraphs: list[Paragraph] = [Lines(lines=lines)]
    if project.description:
        paragraphs.append(text("vote-description", words=project.description[:600]))
    paragraphs.append(paper.total(basket))
    choices = [Choice(id="back", label=text("vote-back"))]
    if paper.with_points:
        most = min(paper.limits.get("max_points", paper.limits.get("max_sum_points", 5)), 5)
        grades = [Choice(id=f"g{given}", label=_grade(paper, given)) for given in range(most, -1, -1)]
        choices = [*grades, *choices]
    elif number in basket.picks:
        choices.insert(0, Choice(id="toggle", label=text("vote-take-out")))
    else:
        choices.insert(0, Choice(id="toggle", label=text("vote-put-in"), means=Act.YES))
    if basket.picks:
        choices.append(Choice(id="done", label=text("vote-done")))
    photos = [project.media_id] if project.media_id else []
    question = Question(paragraphs=paragraphs, choices=choices, accepts=TYPED, photos=photos, columns=3)
    turn.ask("vote", "ballot", basket, question)


def _grade(paper: Paper, given: int) -> Text | str:
    return text(f"vote-grade-{given}") if "max_sum_points" not in paper.limits else str(given)


def _listed(turn: Turn, paper: Paper, basket: Basket) -> list[int]:
    if basket.words:
        return [project.number for project in votes.search(turn.session, paper.heading, basket.words)]
    return list(paper.projects)
