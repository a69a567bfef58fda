"""The result of a vote in words: who won, how many voted and at which level, and why a project won or lost."""

from fractions import Fraction
from math import ceil

from sqlmodel import select

from backend.tally import rule as rules
from backend.tally.election import WITH_POINTS, BallotKind
from backend.tally.outcome import Reason, Verdict
from backend.tally.rule import EQUAL_SHARES, SINGLE, Method
from backend.votes import votecount, votes
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.phones import PHONES
from bot.conversation.reply import Lines, Money, Named, Paragraph, Text, text
from bot.conversation.state import AboutReport
from bot.conversation.turn import Turn
from bot.drawing.votepictures import Painter
from storage.asks import Ask
from storage.votes import Budget, Heading, Phase, Project, Standing

_SHOWN = 30
_WORST_TO_BEST = 5
"""The highest of the grades that have words."""
_UNITS = ("votes", "first", "grades", "money", "supporters")
"""What a loser may have lacked, in the order in which it is told."""


def begin(turn: Turn) -> None:
    """Show the result of what closed last, heading by heading; without one, say that no vote is open."""
    budget = votes.last(turn.session)
    if budget is None or budget.phase is not Phase.COUNTED:
        turn.say(text("vote-none-open") if budget is None else text("vote-counting", name=Named(names=budget.names)))
        return
    painter = Painter(turn.session, turn.city, turn.house.texts, turn.house.gazetteer.outlines, turn.language)
    for heading in votes.headings_of(turn.session, budget):
        _show(turn, budget, heading, painter)
    map_ = None if turn.urn.channel in PHONES else painter.of_vote(budget)
    own = _own(turn, budget)
    if map_ is not None or own:
        where = [text("vote-map-title", name=Named(names=budget.names))] if map_ is not None else []
        turn.say(*where, *own, photos=[map_] if map_ is not None else [])


def _own(turn: Turn, budget: Budget) -> list[Paragraph]:
    """What became of the projects that whoever asks has proposed."""
    rows = select(Project).where(Project.budget_id == budget.id, Project.contact_id == turn.contact.id)
    own = [one for one in turn.session.exec(rows) if one.standing is not Standing.REJECTED]
    told: list[Paragraph] = [text("vote-result-own")] if own else []
    for one in own:
        outcome = votecount.outcome(turn.session.get_one(Heading, one.heading_id))
        told.append(verdict(turn, budget, one, outcome.verdicts[one.reference]))
    return told


def _areas(turn: Turn, heading: Heading) -> list[Paragraph]:
    """How many voted in each area, as far as that may be told."""
    counts = votecount.turnout_by_area(turn.session, heading)
    lines = [
        text("vote-result-area", area=area, count=count) if area else text("vote-result-elsewhere", count=count)
        for area, count in counts.items()
    ]
    return [Lines(lines=lines)] if lines else []


def _show(turn: Turn, budget: Budget, heading: Heading, painter: Painter) -> None:
    outcome = votecount.outcome(heading)
    projects = {one.reference: one for one in votes.projects_of(turn.session, heading)}
    head = text(
        "vote-result",
        name=Named(names=budget.names),
        heading=Named(names=heading.names),
        voters=votes.turnout(turn.session, heading),
        level=text(f"vote-level-{budget.level.value}"),
    )
    won = [_line(projects[one], budget) for one in outcome.winners[:_SHOWN]]
    won += [text("vote-result-topped-up", name=projects[one].name) for one in outcome.topped_up]
    rest = len(outcome.winners) - _SHOWN
    if rest > 0:
        won.append(text("vote-result-more", rest=rest))
    paragraphs: list[Paragraph] = [head, Lines(lines=won) if won else text("vote-result-nothing")]
    if heading.money:
        money = _money(budget, outcome.cost), _money(budget, heading.money)
        paragraphs.append(text("vote-result-money", cost=money[0], money=money[1]))
    paragraphs += _areas(turn, heading)
    paragraphs.append(text("vote-result-ask", hash=(heading.frozen_hash or "")[:16]))
    photos = [] if turn.urn.channel in PHONES else [painter.of_part(heading, outcome)]
    question = Question(paragraphs=paragraphs, accepts=frozenset({Accepts.NUMBER}), counts=True, photos=photos)
    turn.ask("voteresult", "why", AboutReport(number=heading.id), question, standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Why a project won or lost, by its number."""
    heading = turn.session.get_one(Heading, AboutReport.model_validate(ask.state).number)
    words = answer.message.text.strip().lstrip("#")
    number = int(words) if words.isdecimal() and len(words) < 9 else 0
    found = next((one for one in votes.projects_of(turn.session, heading) if one.number == number), None)
    if found is None:
        return False
    budget = turn.session.get_one(Budget, heading.budget_id)
    outcome = votecount.outcome(heading)
    turn.say(verdict(turn, budget, found, outcome.verdicts[found.reference]))
    _show_again(turn, heading)
    return True


def _show_again(turn: Turn, heading: Heading) -> None:
    question = Question(paragraphs=[text("vote-result-another")], accepts=frozenset({Accepts.NUMBER}), counts=True)
    turn.ask("voteresult", "why", AboutReport(number=heading.id), question, standing=True)


def verdict(turn: Turn, budget: Budget, project: Project, verdict: Verdict) -> Lines:
    """A project and why it won or lost, with what would have been enough."""
    return Lines(lines=[_line(project, budget), *_why(turn, budget, verdict)])


def _why(turn: Turn, budget: Budget, verdict: Verdict) -> list[Text]:
    rival = _named(turn, budget, verdict.because)
    left = _money(budget, int(verdict.left)) if verdict.left is not None else ""
    total = _total(budget, _plain(verdict.total))
    why = text(f"vote-why-{verdict.reason.value}", total=total, rank=verdict.rank or 0, left=left, rival=rival)
    return [why, *_needed(budget, verdict)]


def _needed(budget: Budget, verdict: Verdict) -> list[Text]:
    """What would have been enough, each in a sentence of its own."""
    needed = {unit: verdict.needed[unit] for unit in _UNITS if unit in verdict.needed}
    said = [_lacked(budget, unit, count) for unit, count in needed.items()]
    if verdict.reason is Reason.SUPPORTERS_SPENT and "supporters" not in needed:
        said.append(text("vote-needed-unknown"))
    return said


def _lacked(budget: Budget, unit: str, count: int | Fraction) -> Text:
    if unit == "money":
        return text("vote-needed-money", money=_money(budget, int(count)))
    return text(f"vote-needed-{_unit(budget) if unit == 'votes' else unit}", count=_plain(count))


def _named(turn: Turn, budget: Budget, reference: str | None) -> str:
    if reference is None:
        return ""
    rows = select(Project.name).where(Project.budget_id == budget.id, Project.reference == reference)
    return turn.session.exec(rows).first() or reference


def _total(budget: Budget, total: int) -> Text:
    """What was counted, in words: votes, points, others that it beats, or a grade."""
    unit = _unit(budget)
    if unit != "grade":
        return text(f"vote-total-{unit}", count=total)
    has_words = budget.limits.get("max_points", _WORST_TO_BEST) == _WORST_TO_BEST
    return text("vote-total-grade", grade=text(f"vote-grade-{total}") if has_words else total)


def _unit(budget: Budget) -> str:
    method = rules.parse(budget.rule).method
    if method is Method.MAJORITY_JUDGMENT:
        return "grade"
    if method is Method.SCHULZE:
        return "beaten"
    adds_up = method not in SINGLE | EQUAL_SHARES and method is not Method.KNAPSACK
    return "points" if adds_up and budget.kind in (*WITH_POINTS, BallotKind.ORDINAL) else "votes"


def _plain(value: int | Fraction | None) -> int:
    return ceil(value or 0)


def _line(project: Project, budget: Budget) -> Text:
    cost = text("vote-cost", cost=_money(budget, project.cost)) if project.cost else ""
    return text("vote-line", number=str(project.number), name=project.name, cost=cost)


def _money(budget: Budget, units: int) -> Money:
    return Money(units=units, scale=budget.scale, currency=budget.currency)
