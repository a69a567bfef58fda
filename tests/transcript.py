"""Transcripts: conversations as a person would read them, played against the real desk.

    # What it shows, in a sentence.
    city: boston
    survey: playground open                        a consultation of surveys/, open; without "open" a draft
    phone: plain                                   everybody reads as in an SMS: no buttons, numbered lines
    rule: four_eyes_above = 2                      a rule of the staff's work that differs from the city's own
    vote: approval greedy L0                       a vote is open: ballots, rule, level, limits, areas=one or own
    ana> There's a pothole at 32 Church St        a resident writes (a name, then `>`)
    ana: Shall I send this?                        the city answers her, line by line
    ana: [Send] [Change] [Cancel]                  the buttons under a message
    ana: ...                                       any number of lines
    sam (staff)> /queue                            a staff member, enrolled before the conversation begins
    ida (admin)> /staff                            the same, with an admin's powers
    eve (stranger)> hello                          somebody who found the staff bot
    threshold: 3                                  so many supporters oblige the city to answer, for this conversation
    prescreening: yes                             staff look at proposals before they are published, likewise
    +25 hours                                      time passes, and the clock ticks once a day

Where residents write by phone, the segments of each answer stand below it: (1 x GSM-7).
A line of an answer may hold `*` for anything. Every line that is not covered must be there, in order.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from fnmatch import fnmatchcase
from pathlib import Path

from backend.consultations import consultations, surveyfile
from backend.staff import staff
from backend.votes import votecounting
from bot import convening
from bot.channels.terminal import RESIDENTS, STAFF, Shown, Terminal
from bot.clock import look
from bot.conversation.turn import House
from storage.database import Database
from storage.people import Role
from tests.conftest import Clock

_SAID = re.compile(r"(?P<who>[\w]+)(?: \((?P<role>staff|admin|stranger)\))?> ?(?P<line>.*)")
_HEARD = re.compile(r"(?P<who>[\w]+): ?(?P<line>.*)")
_HEADER = re.compile(r"(?P<name>city|vote|threshold|prescreening|phone): (?P<value>.+)")
_RULE = re.compile(r"rule: (?P<name>\w+) = (?P<value>\d+)")
_SURVEY = re.compile(r"survey: (?P<name>\w+)(?P<open> open)?")
_LATER = re.compile(r"\+(?P<amount>[\d.]+) (?P<unit>seconds|minutes|hours|days)")


@dataclass
class Exchange:
    """What one person says, and what everybody hears after it."""

    who: str
    line: str
    role: str
    heard: list[tuple[str, str]] = field(default_factory=list)
    before: timedelta = timedelta()


@dataclass
class Transcript:
    """A conversation in a city, exchange by exchange; `headers` are the lines that stand before it."""

    path: Path
    title: str
    headers: dict[str, str]
    exchanges: list[Exchange]
    rules: dict[str, int] = field(default_factory=dict)
    surveys: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def plain(self) -> bool:
        """Whether everybody reads as in a text message."""
        return self.headers.get("phone") == "plain"

    @property
    def city(self) -> str:
        """Where it takes place."""
        return self.headers.get("city", "boston")

    @property
    def vote(self) -> str:
        """The vote that is open, empty for none."""
        return self.headers.get("vote", "")

    @property
    def threshold(self) -> int | None:
        """How many supporters oblige the city to answer, None for the city's own rule."""
        return int(self.headers["threshold"]) if "threshold" in self.headers else None


def read(path: Path) -> Transcript:
    """Read a transcript; raises ValueError with the line that can't be read."""
    script, pause = Transcript(path, "", {}, []), timedelta()
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.rstrip()
        if _is_heading(script, line):
            continue
        if later := _LATER.fullmatch(line):
            pause += timedelta(**{later["unit"]: float(later["amount"])})
        elif said := _SAID.fullmatch(line):
            role = said["role"] or "resident"
            script.exchanges.append(Exchange(said["who"], unescaped(said["line"]), role, before=pause))
            pause = timedelta()
        elif (heard := _HEARD.fullmatch(line)) and script.exchanges:
            script.exchanges[-1].heard.append((heard["who"], heard["line"]))
        elif line:
            raise ValueError(f"{path.name}:{number}: {line}")
    return script


def _is_heading(script: Transcript, line: str) -> bool:
    """Take what stands above a conversation: its title, its city, its rules."""
    if line.startswith("#"):
        script.title = script.title or line.lstrip("# ")
    elif header := _HEADER.fullmatch(line):
        script.headers[header["name"]] = header["value"]
    elif rule := _RULE.fullmatch(line):
        script.rules[rule["name"]] = int(rule["value"])
    elif survey := _SURVEY.fullmatch(line):
        script.surveys.append((survey["name"], bool(survey["open"])))
    else:
        return False
    return True


def unescaped(line: str) -> str:
    r"""A line as it is sent: `\n` breaks it, `{word * 500}` repeats."""
    repeated = re.sub(r"\{(.+?) \* (\d+)\}", lambda found: found[1] * int(found[2]), line)
    return repeated.replace("\\n", "\n")


def with_participation(house: House, transcript: Transcript) -> House:
    """A house with the rules of taking part that a conversation wants."""
    rules = house.city.participation
    levels = [level.model_copy(update={"threshold": transcript.threshold or level.threshold}) for level in rules.levels]
    changed = rules.model_copy(
        update={"levels": levels, "prescreening": transcript.headers.get("prescreening") == "yes"}
    )
    return replace(house, city=house.city.model_copy(update={"participation": changed}))


class Stage:
    """Where a transcript is played: a database, a clock, and a terminal for each person."""

    def __init__(
        self, database: Database, house: House, clock: Clock, *, residents: str = RESIDENTS, plain: bool = False
    ) -> None:
        self._plain = plain
        self._database = database
        self._residents = residents
        self._house = house
        self._clock = clock
        self._people: dict[str, Terminal] = {}

    def play(self, exchange: Exchange) -> list[tuple[str, str]]:
        """Let one person speak and return what everybody hears."""
        heard = self._pass(exchange.before)
        self._clock.advance(1)
        speaker = self._person(exchange.who, exchange.role)
        speaker.send(speaker.messages(exchange.line))
        return heard + self._heard()

    def _pass(self, time: timedelta) -> list[tuple[str, str]]:
        """Let time pass, with a tick at the end of each day and of it all; returns what people hear meanwhile."""
        heard: list[tuple[str, str]] = []
        while time:
            step = min(time, timedelta(days=1))
            time -= step
            self._clock.advance(step.total_seconds())
            self._tick()
            heard += self._heard()
        return heard

    def _tick(self) -> None:
        """A look, and where a vote was counted another one, which tells of it."""
        while True:
            with self._database.transaction() as session:
                look(session, self._house, self._clock())
            if not votecounting.count_due(self._database, now=self._clock()):
                return

    def _heard(self) -> list[tuple[str, str]]:
        return [
            (name, line) for name, person in self._people.items() for line in _lines(person.read(), plain=self._plain)
        ]

    def survey(self, path: Path, *, opened: bool) -> None:
        """Draft a consultation before the conversation begins, and open it."""
        with self._database.transaction() as session:
            now = self._clock()
            drafted = consultations.draft(session, surveyfile.load(path), self._house.city.zone, staff=None, now=now)
            if opened:
                convening.send(session, self._house, drafted.id, staff=None, now=now)

    def enrol(self, who: str, role: Role = Role.DISPATCHER) -> None:
        """Enrol a staff member before the conversation begins."""
        with self._database.transaction() as session:
            code = staff.invite(session, role, None, now=self._clock())
        person = self._person(who, "staff")
        person.say(f"/start {code}")

    def _person(self, who: str, role: str) -> Terminal:
        if who not in self._people:
            channel = self._residents if role == "resident" else STAFF
            pause: Callable[[float], None] = self._clock.advance
            self._people[who] = Terminal(
                self._database, self._house, self._clock, name=who.capitalize(), channel=channel, pause=pause
            )
        return self._people[who]


def _lines(messages: list[Shown], *, plain: bool) -> Iterator[str]:
    for message in messages:
        if message.rendered.photos:
            yield f"({len(message.rendered.photos)} photos)"
        if message.rendered.point is not None:
            yield f"(map {message.rendered.point.lat:.4f}, {message.rendered.point.lon:.4f})"
        words = message.plain if plain else message.text
        yield from (line for line in words.splitlines() if line.strip())
        for row in [] if plain else message.rendered.buttons:
            yield " ".join(f"[{label}]" for label, _ in row)
        if message.segments is not None:
            yield f"({message.segments} x {message.encoding})"


def matches(expected: list[tuple[str, str]], heard: list[tuple[str, str]]) -> bool:
    """Whether what was heard is what was expected, `...` standing for any number of one person's lines."""
    for who in {who for who, _ in (*expected, *heard)}:
        lines = [line for name, line in heard if name == who]
        patterns = [line for name, line in expected if name == who]
        if not _fits(patterns, lines):
            return False
    return True


def _fits(patterns: list[str], lines: list[str]) -> bool:
    if not patterns:
        return not lines
    head, rest = patterns[0], patterns[1:]
    if head == "...":
        return any(_fits(rest, lines[skipped:]) for skipped in range(len(lines) + 1))
    return bool(lines) and _same(head, lines[0]) and _fits(rest, lines[1:])


def _same(pattern: str, line: str) -> bool:
    # Brackets are buttons here, not sets of characters.
    return fnmatchcase(line, pattern.replace("[", "[[]"))


def written(transcript: Transcript, heard: list[list[tuple[str, str]]]) -> str:
    """A transcript with what was really heard, to be read over before it is kept."""
    lines = []
    originals = iter(transcript.path.read_text(encoding="utf-8").splitlines())
    answers = iter(heard)
    for line in originals:
        if _SAID.fullmatch(line):
            lines.append(line)
            lines.extend(f"{who}: {words}" for who, words in next(answers))
        elif not _HEARD.fullmatch(line) or any(kind.fullmatch(line) for kind in (_HEADER, _RULE, _SURVEY)):
            lines.append(line)
    return "\n".join(lines) + "\n"
