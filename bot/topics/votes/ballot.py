"""A ballot being filled in: which projects, in which order or with how many points; and what it looks like."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, select

from backend.tally.election import WITH_POINTS, BallotKind
from backend.votes import ballotlimits, votelog, votes
from bot.conversation.reply import Money, Text, text
from storage.votes import Budget, Heading, Project, Standing


class Basket(BaseModel):
    """What somebody has chosen so far: numbers of projects, best first where ranked, points beside them."""

    model_config = ConfigDict(frozen=True)

    heading_id: int
    picks: list[int] = []
    points: dict[int, int] = {}
    page: int = 0
    words: str = ""
    seen: int | None = None
    """The project whose card is shown."""
    rest: list[int] = []
    """Numbers that were written along with these and belong to another part of the vote."""

    def with_(self, **changes: object) -> "Basket":
        """The same, changed."""
        return self.model_copy(update=changes)

    def toggled(self, number: int) -> "Basket":
        """A project put in, or taken out."""
        if number in self.picks:
            return self.without([number])
        return self.with_(picks=[*self.picks, number])

    def without(self, numbers: Sequence[int]) -> "Basket":
        """Projects taken out."""
        points = {one: given for one, given in self.points.items() if one not in numbers}
        return self.with_(picks=[one for one in self.picks if one not in numbers], points=points)

    def given(self, points: dict[int, int]) -> "Basket":
        """Points given; none takes the project out."""
        merged = {number: given for number, given in {**self.points, **points}.items() if given}
        return self.with_(picks=list(merged), points=merged)


class AtPart(BaseModel):
    """A question about one part of a vote, and the numbers that were written before it had to be put."""

    model_config = ConfigDict(frozen=True)

    heading_id: int
    numbers: str = ""


class Paper:
    """The ballot of a heading: its projects and its limits, and whether a basket is within them."""

    def __init__(self, session: Session, heading_id: int) -> None:
        self.heading = session.get_one(Heading, heading_id)
        self.budget = session.get_one(Budget, self.heading.budget_id)
        on_ballot = votes.projects_of(session, self.heading)
        self.projects: dict[int, Project] = {one.number: one for one in on_ballot if one.standing is Standing.ACCEPTED}
        self.kind = BallotKind(self.budget.kind)
        self.limits = self.budget.limits

    @property
    def with_points(self) -> bool:
        """Whether projects are given points or grades."""
        return self.kind in WITH_POINTS

    @property
    def is_ranking(self) -> bool:
        """Whether the order counts."""
        return self.kind is BallotKind.ORDINAL

    def is_elsewhere(self, session: Session, number: int) -> bool:
        """Whether a number is a project of another part of the same vote."""
        row = select(Project.heading_id).where(Project.budget_id == self.budget.id, Project.number == number)
        return session.exec(row).first() not in (None, self.heading.id)

    def money(self, units: int) -> Money:
        """An amount in this vote's currency."""
        return Money(units=units, scale=self.budget.scale, currency=self.budget.currency)

    def cost(self, basket: Basket) -> int:
        """What the chosen projects cost together."""
        return sum(self.projects[number].cost for number in basket.picks)

    def references(self, basket: Basket) -> list[str]:
        """The choices as the log names them."""
        return [self.projects[number].reference for number in basket.picks]

    def points(self, basket: Basket) -> list[int] | None:
        """The points along the choices, on ballots that give them."""
        return [basket.points.get(number, 0) for number in basket.picks] if self.with_points else None

    def check(self, basket: Basket) -> None:
        """Raise IllegalBallot unless the basket can be cast."""
        vote = votelog.frozen_of(self.heading)
        ballotlimits.check(vote, self.references(basket), self.points(basket))

    def line(self, number: int, basket: Basket) -> Text:
        """A project in one line; what is chosen is marked."""
        project = self.projects[number]
        args = {"number": str(number), "name": project.name}
        cost = text("vote-cost", cost=self.money(project.cost)) if project.cost and self.heading.money else ""
        if number not in basket.picks:
            return text("vote-line", cost=cost, **args)
        if self.with_points:
            return text("vote-line-points", cost=cost, points=basket.points.get(number, 0), **args)
        if self.is_ranking:
            return text("vote-line-ranked", cost=cost, place=basket.picks.index(number) + 1, **args)
        return text("vote-line-chosen", cost=cost, **args)

    def total(self, basket: Basket) -> Text:
        """Where the basket stands: how many, how much, how many points are left."""
        count = len(basket.picks)
        if not count:
            return text("vote-basket-empty")
        if "max_sum_cost" in self.limits:
            left = self.limits["max_sum_cost"] - self.cost(basket)
            if left < 0:
                return text("vote-basket-over", count=count, over=self.money(-left))
            return text("vote-basket-left", count=count, left=self.money(left))
        if "max_sum_points" in self.limits:
            left = self.limits["max_sum_points"] - sum(basket.points.values())
            return text("vote-basket-points", count=count, left=left)
        return text("vote-basket", count=count)

    def how(self) -> Text:
        """How this ballot is filled in, in a sentence."""
        most, least = self.limits.get("max_length", len(self.projects)), self.limits.get("min_length", 1)
        if self.kind is BallotKind.CHOOSE_ONE:
            return text("vote-how-one")
        if self.with_points:
            total = self.limits.get("max_sum_points")
            if total is None:
                return text("vote-how-grades", most=self.limits.get("max_points", 5))
            return text("vote-how-points", total=total)
        if self.is_ranking:
            return text("vote-how-ranking", most=most)
        if "max_sum_cost" in self.limits:
            return text("vote-how-knapsack", money=self.money(self.limits["max_sum_cost"]))
        return text("vote-how-approval", least=least, most=most)
