"""The review of projects: what each costs, or why it can't be built; and taking one out after the publication."""

import re

from babel.numbers import NumberFormatError, parse_decimal

from backend.errors import NoSuchVote
from backend.staff.actions import log_action
from backend.votes import voteprojects, votes
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Lines, Money, Named, Text, text
from bot.conversation.state import AboutProject
from bot.conversation.turn import Turn
from storage.asks import Ask
from storage.votes import Budget, Heading, Project

_SYMBOLS = re.compile(r"[^\d.,\s'-]|^\s+|\s+$")
_MOST = 10**15


def begin(turn: Turn, budget: Budget, *first: Text) -> None:
    """Put the next project that nobody has looked at."""
    waiting = voteprojects.unreviewed(turn.session, budget)
    if not waiting:
        turn.say(*first, text("vote-review-none"))
        return
    question = Question(
        paragraphs=[*first, _card(turn, waiting[0]), text("vote-review-how", rest=len(waiting) - 1)],
        choices=[Choice(id="reject", label=text("vote-review-reject")), Choice(id="later", label=text("cancel"))],
        accepts=frozenset({Accepts.DICTATION}),
        counts=True,
    )
    turn.ask("votereview", "cost", AboutProject(budget=budget.id, project=waiting[0].id), question)


def withdraw(turn: Turn, budget: Budget) -> None:
    """Ask which project leaves the count of a published vote."""
    question = Question(
        paragraphs=[text("vote-withdraw-which")],
        choices=[Choice(id="later", label=text("cancel"))],
        accepts=frozenset({Accepts.DICTATION}),
        counts=True,
    )
    turn.ask("votereview", "which", AboutProject(budget=budget.id), question)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A cost, a number, or the reason of a refusal."""
    state = AboutProject.model_validate(ask.state)
    budget = turn.session.get_one(Budget, state.budget)
    words = answer.message.text.strip()
    if answer.choice == "later":
        turn.say(text("vote-review-later"))
    elif ask.step == "which":
        _which(turn, budget, words)
    elif answer.choice == "reject":
        _ask_reason(turn, state, "rejected")
    elif ask.step == "cost":
        _cost(turn, budget, turn.session.get_one(Project, state.project), words)
    else:
        _end(turn, budget, turn.session.get_one(Project, state.project), ask.step, words)
    return True


def _which(turn: Turn, budget: Budget, words: str) -> None:
    number = words.lstrip("#")
    try:
        project = votes.project(turn.session, budget, int(number) if number.isdecimal() and len(number) < 10 else 0)
    except NoSuchVote:
        turn.say(text("vote-refused-unknown-project", project=words[:20]))
        withdraw(turn, budget)
        return
    _ask_reason(turn, AboutProject(budget=budget.id, project=project.id), "withdrawn")


def _ask_reason(turn: Turn, state: AboutProject, step: str) -> None:
    project = turn.session.get_one(Project, state.project)
    question = Question(
        paragraphs=[text(f"vote-reason-{step}", number=str(project.number), name=project.name)],
        choices=[Choice(id="later", label=text("cancel"))],
        accepts=frozenset({Accepts.DICTATION}),
        counts=True,
    )
    turn.ask("votereview", step, state, question)


def _cost(turn: Turn, budget: Budget, project: Project, words: str) -> None:
    cost = _units(words, turn.language, budget.scale)
    if cost is None:
        begin(turn, budget, text("vote-review-no-cost", words=words[:40]))
        return
    voteprojects.accept(turn.session, project, cost, now=turn.now, staff=turn.staff)
    log_action(turn.session, turn.staff, "project-accepted", f"project:{project.id}", now=turn.now)
    money = Money(units=cost, scale=budget.scale, currency=budget.currency)
    begin(turn, budget, text("vote-review-accepted", number=str(project.number), name=project.name, cost=money))


def _end(turn: Turn, budget: Budget, project: Project, step: str, reason: str) -> None:
    said = text(f"vote-review-{step}", number=str(project.number), name=project.name)
    if step == "withdrawn":
        voteprojects.withdraw(turn.session, project, reason.rstrip(" ."), now=turn.now, staff=turn.staff)
        turn.say(said)
        return
    voteprojects.reject(turn.session, project, reason, now=turn.now, staff=turn.staff)
    log_action(turn.session, turn.staff, "project-rejected", f"project:{project.id}", now=turn.now, reason=reason)
    begin(turn, budget, said)


def _units(words: str, language: str, scale: int) -> int | None:
    """An amount as its writer writes it, thousands apart or not, in smallest units; None for none above zero."""
    try:
        amount = parse_decimal("".join(_SYMBOLS.sub("", words).split()), locale=language, strict=True) * scale
    except NumberFormatError:
        return None
    whole = amount == amount.to_integral_value() and 0 < amount <= _MOST
    return int(amount) if whole else None


def _card(turn: Turn, project: Project) -> Lines:
    part = turn.session.get_one(Heading, project.heading_id)
    card = [text("vote-review-card", number=str(project.number), name=project.name, part=Named(names=part.names))]
    if project.place:
        card.append(text("vote-place", place=project.place))
    if project.description:
        card.append(text("vote-description", words=project.description[:600]))
    return Lines(lines=card)
