"""A vote that comes: its dates, what is on its ballot once that is published, and the hash that fixes it."""

from backend.votes import votes
from bot.conversation.reply import Lines, Moment, Money, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from storage.votes import Budget, Heading, Phase

_SHOWN = 30


def begin(turn: Turn) -> None:
    """Say what each coming vote is about and when what begins."""
    for budget in votes.coming(turn.session):
        paragraphs: list[Paragraph] = [_head(budget)]
        if budget.phase is Phase.FROZEN:
            headings = votes.headings_of(turn.session, budget)
            paragraphs += [_part(turn, budget, heading) for heading in headings]
        turn.say(*paragraphs)


def _head(budget: Budget) -> Lines:
    dates = {
        "submission": budget.submission_at,
        "review": budget.review_at,
        "publish": budget.publish_at,
        "opens": budget.opens_at,
        "closes": budget.closes_at,
    }
    lines = [text(f"vote-coming-{budget.phase.value}", name=Named(names=budget.names))]
    lines += [
        text(f"vote-date-{name}", at=Moment(at=at, style="datetime")) for name, at in dates.items() if at is not None
    ]
    return Lines(lines=lines)


def _part(turn: Turn, budget: Budget, heading: Heading) -> Lines:
    projects = votes.projects_of(turn.session, heading)
    money = Money(units=heading.money, scale=budget.scale, currency=budget.currency)
    head = text("vote-coming-part", part=Named(names=heading.names), money=money, count=len(projects))
    lines: list[Text] = [head]
    for one in projects[:_SHOWN]:
        cost = Money(units=one.cost, scale=budget.scale, currency=budget.currency)
        lines.append(text("vote-line", number=str(one.number), name=one.name, cost=text("vote-cost", cost=cost)))
    if len(projects) > _SHOWN:
        lines.append(text("vote-result-more", rest=len(projects) - _SHOWN))
    lines.append(text("vote-coming-hash", hash=heading.frozen_hash or ""))
    return Lines(lines=lines)
