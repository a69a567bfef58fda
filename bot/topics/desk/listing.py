"""Lists of reports for staff, page by page: the queue, whole or narrowed down, and what a search finds."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from backend.reports import issues, search
from bot.conversation import called
from bot.conversation.ask import Answer, Question
from bot.conversation.fitting import folded
from bot.conversation.reply import Choice, Lines, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from bot.topics.desk import addressees, triage, worklist
from storage.asks import Ask
from storage.requests import ServiceRequest

_PAGE = 10


class Listing(BaseModel):
    """Which list, and where its next page begins: `words` are searched for, the others narrow the queue down."""

    model_config = ConfigDict(frozen=True)

    words: str = ""
    department: str = ""
    area: str = ""
    oldest: bool = False
    offset: int = 0


def queue(turn: Turn, rest: str) -> None:
    """The command /queue, alone or with the name of a department or an area, and the order: oldest first."""
    rest, oldest = _order(turn, rest)
    if not rest:
        _page(turn, Listing(oldest=oldest))
        return
    names: dict[str, Iterable[str]] = {f"d:{code}": given for code, given in addressees.departments(turn).items()}
    names |= {f"a:{area}": [area] for area in _areas(turn, rest)}
    found = called.meant(rest, names)
    if not found:
        turn.say(text("queue-unknown", words=rest[:80]))
    elif len(found) == 1:
        _page(turn, _narrowed(found[0], oldest=oldest))
    else:
        choices = [Choice(id=id, label=_label(turn, id)) for id in found[:_PAGE]]
        which = Listing(oldest=oldest)
        turn.ask("listing", "which", which, Question(paragraphs=[text("queue-which")], choices=choices, columns=1))


def find(turn: Turn, rest: str) -> None:
    """The command /find: by number, or by words."""
    number = rest.lstrip("#")
    if not rest:
        turn.say(text("find-what"))
    elif number.isdecimal() and len(number) > 3:
        triage.show(turn, issues.find(turn.session, int(number)))
    else:
        _page(turn, Listing(words=rest[:200]))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """The next page, or which of several names was meant."""
    if answer.choice is None:
        return False
    listing = Listing.model_validate(ask.state)
    _page(turn, _narrowed(answer.choice, oldest=listing.oldest) if ask.step == "which" else listing)
    return True


def _areas(turn: Turn, words: str) -> set[str]:
    # The gazetteer knows the areas by all their names; what it calls them is what reports hold.
    places = turn.house.gazetteer.find(words)
    return {place.area for place in places if place.area and place.street is None}


def _order(turn: Turn, rest: str) -> tuple[str, bool]:
    """What is left of the words without those for the order and those that stand between, and whether age orders."""
    oldest, between = (_words(turn, id) for id in ("queue-words-oldest", "queue-words-between"))
    words = rest.split()
    by_age = any(folded(word) in oldest for word in words)
    dropped = between | oldest if by_age else between
    # A name may hold such a word: "parc de Procé" is known without its "de" too.
    return " ".join(word for word in words if folded(word) not in dropped), by_age


def _words(turn: Turn, id: str) -> set[str]:
    # How a language says it stands with its words, as the names of days and weeks do.
    said = (turn.house.texts.render(Text(id=id), language) for language in turn.city.languages)
    return {folded(word) for words in said for word in words.split()}


def _narrowed(id: str, *, oldest: bool) -> Listing:
    kind, _, name = id.partition(":")
    return Listing(department=name, oldest=oldest) if kind == "d" else Listing(area=name, oldest=oldest)


def _label(turn: Turn, id: str) -> Named | str:
    kind, _, name = id.partition(":")
    return Named(names=turn.city.department(name).name) if kind == "d" else name


def _page(turn: Turn, listing: Listing) -> None:
    rows, count = _rows(turn, listing)
    paragraphs: list[Paragraph] = [
        _head(turn, listing, count),
        Lines(lines=[worklist.marked(turn, request) for request in rows]),
    ]
    seen = listing.offset + len(rows)
    if seen >= count:
        turn.say(*paragraphs)
        return
    following = listing.model_copy(update={"offset": seen})
    more = Choice(id="next", label=text("list-next", rest=count - seen))
    turn.ask("listing", "next", following, Question(paragraphs=paragraphs, choices=[more]), standing=True)


def _rows(turn: Turn, listing: Listing) -> tuple[Sequence[ServiceRequest], int]:
    if turn.staff is None:
        raise AssertionError("only staff are led here")
    if listing.words:
        return search.find(turn.session, turn.city, turn.staff, listing.words, offset=listing.offset, limit=_PAGE)
    return issues.queue(
        turn.session,
        turn.staff,
        department=listing.department,
        area=listing.area,
        oldest=listing.oldest,
        offset=listing.offset,
        limit=_PAGE,
    )


def _head(turn: Turn, listing: Listing, count: int) -> Text:
    if listing.words and count > search.MOST:
        return text("find-many", count=search.MOST, words=listing.words)
    if listing.words:
        return text("find-found", count=count, words=listing.words)
    if listing.department or listing.area:
        where = Named(names=turn.city.department(listing.department).name) if listing.department else listing.area
        return text("queue-of-oldest" if listing.oldest else "queue-of", count=count, where=where)
    return text("queue-oldest" if listing.oldest else "staff-queue", count=count)
