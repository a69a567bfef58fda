"""Browse: what others propose, in lists; and proposals that are supported or withdrawn by their number, in words."""

import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from backend.proposals import browsing, proposals
from bot.conversation.ask import Answer, Question
from bot.conversation.fitting import folded
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, Named, Paragraph, Text, text
from bot.conversation.spoken import spoken
from bot.conversation.turn import Turn
from bot.topics.proposals import single, supporting
from bot.topics.proposals.proposal_lines import called, line
from bot.topics.talk import language
from nlp.reading import Act
from storage.asks import Ask
from storage.proposals import Proposal

_NUMBER = re.compile(r"\bp\s?-?\s?(\d{1,18})\b", re.IGNORECASE)
_MOST_WORDS = 9
"""Words up to which a message with a proposal's number can be nothing else than about it."""
_LISTS = ("new", "top", "area", "topic", "random")


class Browsing(BaseModel):
    """Which list is read, and where its next page begins."""

    model_config = ConfigDict(frozen=True)

    list: str = "new"
    area: str = ""
    topic: str = ""
    offset: int = 0


def command(turn: Turn, rest: str) -> None:
    """The command /proposals: alone a menu, with a number that proposal, with an area's name its proposals."""
    if (number := Series.PROPOSAL.given(rest)) is not None:
        single.show(turn, number)
        return
    found = {place.area for place in turn.house.gazetteer.find(rest) if place.area} if rest else set()
    if found:
        _page(turn, Browsing(list="area", area=min(found)))
    else:
        _menu(turn)


def asked(turn: Turn) -> bool:
    """Deal with "support P12", "withdraw my support for P12", "P12", "show me the proposals", in every language."""
    words = folded(turn.message.text)
    count = len(words.split())
    if not words or count > _MOST_WORDS or turn.message.photos:
        return False
    numbers = _NUMBER.findall(words)
    if len(numbers) == 1 and (_orders(turn, words) or turn.reading.act is not Act.REPORT):
        # "The light is out on level P2" is about a garage.
        _about(turn, int(numbers[0]), words)
        return True
    if not numbers and turn.reading.act not in _ELSE and (languages := spoken(turn, "proposals-words", words)):
        language.adopt_of_word(turn, languages)
        _menu(turn)
        return True
    return False


_ELSE = frozenset({Act.REPORT, Act.STATUS, Act.SUGGEST})
"""Acts with which one speaks of proposals and wants no list of them."""


def _orders(turn: Turn, words: str) -> bool:
    return bool(spoken(turn, "support-words", words) or spoken(turn, "withdraw-words", words))


def _about(turn: Turn, number: int, words: str) -> None:
    supported, withdrawn = spoken(turn, "support-words", words), spoken(turn, "withdraw-words", words)
    language.adopt_of_word(turn, supported | withdrawn)
    if withdrawn or (supported and spoken(turn, "not-words", words)):
        supporting.withdraw(turn, number)
    elif supported:
        supporting.support(turn, proposals.find(turn.session, number, reader_id=turn.contact.id).id)
    else:
        single.show(turn, number)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A choice of the menu or of a list."""
    if answer.choice is None:
        return False
    turn.keep(ask)
    if ask.step == "menu":
        _chosen(turn, answer.choice)
    else:
        _listed(turn, Browsing.model_validate(ask.state), answer.choice)
    return True


def _menu(turn: Turn) -> None:
    count = browsing.count(turn.session)
    if not count:
        turn.say(text("proposals-none"))
        return
    choices = [Choice(id=name, label=text(f"proposals-list-{name}")) for name in _LISTS]
    if not browsing.areas(turn.session, limit=1):
        choices = [choice for choice in choices if choice.id != "area"]
    turn.ask(
        "browse",
        "menu",
        Browsing(),
        Question(paragraphs=[text("proposals-menu", count=count)], choices=choices),
        standing=True,
    )


def _chosen(turn: Turn, name: str) -> None:
    if name == "area":
        choices = [
            Choice(id=f"a{index}", label=text("proposals-area", area=area, count=count))
            for index, (area, count) in enumerate(browsing.areas(turn.session))
        ]
        question = Question(paragraphs=[text("proposals-which-area")], choices=choices)
        turn.ask("browse", "area", Browsing(list="area"), question, standing=True)
    elif name == "topic":
        counts = browsing.topics(turn.session)
        choices = [
            Choice(id=topic.code, label=text("proposals-area", area=Named(names=topic.name), count=counts[topic.code]))
            for topic in turn.city.participation.topics
            if counts.get(topic.code)
        ]
        question = Question(paragraphs=[text("proposals-which-topic")], choices=choices, columns=1)
        turn.ask("browse", "topic", Browsing(list="topic"), question, standing=True)
    else:
        _page(turn, Browsing(list=name))


def _listed(turn: Turn, state: Browsing, choice: str) -> None:
    if choice == "next":
        _page(turn, state)
    elif choice.startswith("P"):
        single.show(turn, int(choice[1:]))
    elif state.list == "area":
        names = [area for area, _ in browsing.areas(turn.session)]
        index = int(choice.removeprefix("a"))
        _page(turn, state.model_copy(update={"area": names[index] if index < len(names) else ""}))
    else:
        _page(turn, state.model_copy(update={"topic": choice}))


def _page(turn: Turn, state: Browsing) -> None:
    rows = _rows(turn, state)
    if not rows:
        turn.say(text("proposals-none-here"))
        return
    choices = [Choice(id=called(row), label=called(row)) for row in rows]
    seen = state.offset + len(rows)
    rest = browsing.count(turn.session, area=state.area, topic=state.topic) - seen
    if state.list == "random" and rest > 0:
        choices.append(Choice(id="next", label=text("proposals-other-random")))
    elif rest > 0:
        choices.append(Choice(id="next", label=text("list-next", rest=rest)))
    following = state if state.list == "random" else state.model_copy(update={"offset": seen})
    paragraphs: list[Paragraph] = [_head(turn, state), *(line(row) for row in rows)]
    turn.ask("browse", "list", following, Question(paragraphs=paragraphs, choices=choices, columns=3), standing=True)


def _rows(turn: Turn, state: Browsing) -> Sequence[Proposal]:
    match state.list:
        case "new":
            return browsing.newest(turn.session, offset=state.offset)
        case "random":
            return browsing.drawn(turn.session)
        case _:
            return browsing.most_supported(turn.session, area=state.area, topic=state.topic, offset=state.offset)


def _head(turn: Turn, state: Browsing) -> Text:
    if state.area:
        return text("proposals-head-of", what=state.area)
    if state.topic:
        return text("proposals-head-of", what=Named(names=turn.city.participation.topic(state.topic).name))
    return text(f"proposals-head-{state.list}")
