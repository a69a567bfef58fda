"""The city's week in words and pictures, for staff and, with their comment, for everybody."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import partial

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from backend.city.city import City
from backend.digests import weekly
from backend.digests.weekly import Count, Week
from bot.conversation.ask import Question
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.texts import Texts
from bot.conversation.turn import House, put_to
from bot.drawing import charts, drawn
from bot.drawing.charts import Bar, Line
from storage.contacts import Contact

_TOP = 5
"""Services and areas that are named."""
_BESIDE = "#9aa5b1"
"""The colour of what came in, beside the city's own for what was settled."""


class Reading(BaseModel):
    """The week that somebody reads, by its Monday."""

    model_config = ConfigDict(frozen=True)

    monday: date


def tell(session: Session, house: House, now: datetime) -> int:
    """Send the last week to those of the staff who have not had it; returns how many."""
    told = 0
    for member, week in weekly.due(session, house.city, now):
        asked = question(session, house, week, session.get_one(Contact, member.contact_id).language)
        state = Reading(monday=week.begin)
        put_to(session, member.contact_id, asked, topic="weekly", step="card", state=state, now=now)
        told += 1
    return told


def question(session: Session, house: House, week: Week, language: str) -> Question:
    """The week as staff get it, with the button to tell the city of it."""
    choices = [Choice(id="publish", label=text("weekly-publish"))]
    photos = pictures(session, house.city, house.texts, week, language)
    return Question(paragraphs=paragraphs(house.city, week), choices=choices, photos=photos)


def paragraphs(city: City, week: Week) -> list[Paragraph]:
    """All figures; of what there was nothing, nothing is said."""
    begin, end = (_moment(city, day) for day in (week.begin, week.end))
    head = text("weekly-head", city=city.name, begin=begin, end=end)
    parts: list[Paragraph] = [head, Lines(lines=list(_whole(week)))]
    services = {code: Named(names=city.service(code).name) for code in week.services}
    for id, counts, names in (
        ("weekly-services", week.services, services),
        ("weekly-areas", week.areas, {area: area for area in week.areas}),
    ):
        lines = [_line(names[key], count) for key, count in _top(counts)]
        if lines:
            parts.append(Lines(lines=[text(id), *lines]))
    return parts


def _whole(week: Week) -> Iterator[Text]:
    whole, before = week.whole, week.trend[-2]
    yield text("weekly-reported", reported=whole.reported, before=before.reported)
    if whole.settled:
        yield text("weekly-settled", settled=whole.settled, kept=_percent(whole.kept, whole.settled))
    if week.closings or week.contested:
        yield text("weekly-contested", contested=week.contested, closings=week.closings)
    if week.score is not None:
        yield text("weekly-satisfaction", score=round(week.score, 1), rated=week.rated)


def _line(what: Named | str, count: Count) -> Text:
    return text("weekly-line", what=what, reported=count.reported, settled=count.settled)


def _top(counts: Mapping[str, Count]) -> list[tuple[str, Count]]:
    """Where most happened, the most first."""
    return sorted(counts.items(), key=lambda pair: (-pair[1].reported - pair[1].settled, pair[0]))[:_TOP]


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _moment(city: City, day: date) -> Moment:
    return Moment(at=datetime.combine(day, time(12), city.zone))


def pictures(session: Session, city: City, texts: Texts, week: Week, language: str) -> list[int]:
    """Media ids of the charts: the weeks before, promises kept by service, where reports came from."""
    charted = {"weeks": partial(_weeks, city, week, [texts.render(text(id), language) for id in _NAMES])}
    services = [(city.service(code), one) for code, one in _top(week.services) if one.settled]
    kept = [
        Bar(texts.label(_named(service.name), language), one.kept, one.kept / one.settled) for service, one in services
    ]
    if kept:
        charted["kept"] = partial(charts.bars, texts.render(text("weekly-chart-kept"), language), kept, city.colour)
    areas = [(area, one.reported) for area, one in _top(week.areas) if one.reported]
    came = [Bar(area, reported, reported / week.whole.reported) for area, reported in areas]
    if came:
        charted["areas"] = partial(charts.bars, texts.render(text("weekly-chart-areas"), language), came, city.colour)
    return [_picture(session, week, f"{name}:{language}", draw) for name, draw in charted.items()]


def _named(names: dict[str, str]) -> Choice:
    return Choice(id="", label=Named(names=names))


_NAMES = ("weekly-chart-reported", "weekly-chart-settled")


def picture_for_all(session: Session, city: City, texts: Texts, week: Week) -> int:
    """The media id of the one chart that goes to everybody: its two names in all of the city's languages."""
    names = [" · ".join(texts.render(text(id), language) for language in city.languages) for id in _NAMES]
    return _picture(session, week, "everybody", partial(_weeks, city, week, names))


def _weeks(city: City, week: Week, names: list[str]) -> bytes:
    numbers = [[count.reported for count in week.trend], [count.settled for count in week.trend]]
    colours = (_BESIDE, city.colour)
    lines = [Line(name, of, colour) for name, of, colour in zip(names, numbers, colours, strict=True)]
    return charts.trend([f"{monday:%m-%d}" for monday in week.mondays], lines)


def _picture(session: Session, week: Week, name: str, draw: Callable[[], bytes]) -> int:
    """The media id of a chart that the city draws once for the same figures."""
    whole = week.whole
    return drawn.keep(session, f"week:{week.begin}:{name}:{whole.reported}:{whole.settled}:{whole.kept}", draw)


def public_words(city: City, texts: Texts, week: Week, language: str, comment: str) -> str:
    """The week as everybody reads it in a language, the city's comment before the figures."""
    head = text("weekly-public", city=city.name, begin=_moment(city, week.begin), end=_moment(city, week.end))
    parts = [texts.render(head, language), *([comment] if comment else [])]
    parts.append("\n".join(texts.render(line, language) for line in _whole(week)))
    lines = [_line(Named(names=city.service(code).name), count) for code, count in _top(week.services)[:3]]
    return "\n\n".join([*parts, "\n".join(texts.render(line, language) for line in lines)]).strip()
