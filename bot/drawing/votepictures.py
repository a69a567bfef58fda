"""The result of a vote in pictures: what each project got, and where in the city people voted and what won."""

from fractions import Fraction

from sqlmodel import Session, select

from backend.city.city import City
from backend.tally.outcome import Outcome
from backend.votes import votecount, votes
from bot.conversation.reply import Named, text
from bot.conversation.texts import Texts
from bot.drawing import charts, citymap
from bot.drawing.charts import Bar
from bot.drawing.citymap import Outlines, Pin
from storage.mail import Media
from storage.votes import Budget, Heading, Project

_BARS = 12
"""Projects in a chart; the whole list stands in the text and the table."""


class Painter:
    """Draws a counted vote in a language, each picture once; what was drawn is kept."""

    def __init__(self, session: Session, city: City, texts: Texts, outlines: Outlines, language: str) -> None:
        self._session = session
        self._city = city
        self._texts = texts
        self._outlines = outlines
        self._language = language

    def of_part(self, heading: Heading, outcome: Outcome) -> int:
        """The chart of a part, as a media id."""
        name = f"vote:{heading.id}:{self._language}"
        return self._known(name) or self._keep(name, self._bars(heading, outcome))

    def of_vote(self, budget: Budget) -> int | None:
        """The map of a vote, as a media id; None where nothing of it has a place."""
        name = f"votemap:{budget.id}:{self._language}"
        if (known := self._known(name)) is not None:
            return known
        drawn = self._map(budget)
        return None if drawn is None else self._keep(name, drawn)

    def _bars(self, heading: Heading, outcome: Outcome) -> bytes:
        projects = votes.projects_of(self._session, heading)
        ranked = sorted(projects, key=lambda one: -_total(outcome, one))[:_BARS]
        most = max([1, *(_total(outcome, one) for one in ranked)])
        won = {*outcome.winners, *outcome.topped_up}
        rows = [
            Bar(
                f"{'✓ ' if one.reference in won else ''}{one.number} · {one.name}",
                _total(outcome, one),
                _total(outcome, one) / most,
                is_share=False,
                is_pale=one.reference not in won,
            )
            for one in ranked
        ]
        return charts.bars(self._said(Named(names=heading.names)), rows, self._city.colour)

    def _map(self, budget: Budget) -> bytes | None:
        counts: dict[str, int] = {}
        pins = []
        for heading in votes.headings_of(self._session, budget):
            if heading.area is None:
                counts |= votecount.turnout_by_area(self._session, heading)
            elif (took := votes.turnout(self._session, heading)) >= votecount.SMALLEST:
                counts.setdefault(heading.area, took)
            outcome = votecount.outcome(heading)
            won = {*outcome.winners, *outcome.topped_up}
            pins += [
                Pin(one.number, one.lat, one.lon, one.reference in won)
                for one in votes.projects_of(self._session, heading)
                if one.lat is not None and one.lon is not None
            ]
        shown = {name: count for name, count in counts.items() if name in self._outlines}
        if not shown and not pins:
            return None
        legend = self._texts.render(text("vote-map-legend"), self._language)
        title, colour = self._said(Named(names=budget.names)), self._city.colour
        return citymap.draw(title, self._outlines, shown, pins, legend=legend, colour=colour)

    def _said(self, name: Named) -> str:
        return self._texts.render(text("vote-map-title", name=name), self._language)

    def _known(self, name: str) -> int | None:
        return self._session.exec(select(Media.id).where(Media.channel == "city", Media.file_id == name)).first()

    def _keep(self, name: str, content: bytes) -> int:
        drawn = Media(channel="city", file_id=name, content=content)
        self._session.add(drawn)
        self._session.flush()
        return drawn.id


def _total(outcome: Outcome, project: Project) -> int:
    total: int | Fraction | None = outcome.verdicts[project.reference].total
    return int(total or 0)
