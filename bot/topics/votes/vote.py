"""Vote: what can be voted on, in which part, and the way from there to a ballot; otherwise what comes or has been."""

import re
from collections.abc import Sequence

from sqlmodel import select

from backend.errors import NoSuchVote, NotOnTheRoll
from backend.votes import ballotbox, roll, votes, voting
from bot.conversation import called
from bot.conversation.ask import Accepts, Answer, Question, question_of
from bot.conversation.reply import Choice, Lines, Moment, Money, Named, Text, text
from bot.conversation.state import Nothing
from bot.conversation.turn import Turn
from bot.topics.reports.draft import SURE
from bot.topics.votes import (
    ballotfill,
    ballotview,
    votecast,
    votecoming,
    voteproof,
    votequestions,
    votereceipt,
    voteresult,
    votewords,
)
from bot.topics.votes.ballot import AtPart, Basket, Paper
from storage.asks import Ask, AskStatus
from storage.votes import Budget, Heading, Project

_FILLING = (("vote", "ballot"), ("vote", "confirm"))
"""A ballot that is being filled in, or waits to be cast."""
_MOST_PARTS = 12
"""So many parts are buttons; of more, those with the first names, and the others by name or position."""


def begun(turn: Turn) -> bool:
    """A ballot by numbers ("VOTE 12 17 31"), a receipt to be checked, a shared number; False when it is none."""
    if turn.message.phone is not None or (turn.message.unsupported == "contact" and _asked_phone(turn)):
        _shared(turn)
        return True
    if _ends_a_ballot(turn):
        return True
    receipt = votewords.receipt(turn)
    if receipt is not None and (votes.current(turn.session, turn.now) or votes.last(turn.session)):
        votereceipt.check(turn, receipt)
        return True
    numbers = votewords.numbers(turn)
    if numbers is None:
        return votequestions.asked(turn)
    _by_numbers(turn, numbers)
    return True


def _ends_a_ballot(turn: Turn) -> bool:
    """A ballot that waits to be cast is confirmed in words ("yes, I vote"), or other numbers take its place."""
    is_yes, is_another = votewords.confirm(turn), votewords.are_numbers(turn.message.text)
    form = turn.open_form() if is_yes or is_another else None
    if form is None or (form.topic, form.step) != ("vote", "confirm") or question_of(form).choices[0].id != "cast":
        return False
    basket = Basket.model_validate(form.state)
    paper = Paper(turn.session, basket.heading_id)
    if is_yes:
        turn.answering = form
        answered(turn, form, Answer(choice="cast", message=turn.message, reading=turn.reading))
    elif ballotfill.named(turn, paper, turn.message.text):
        votewords.forget(turn)
        ballotfill.typed(turn, paper, basket, turn.message.text)
    else:
        return False
    turn.settle(form)
    return True


def is_filled(turn: Turn, ask: Ask) -> bool:
    """Whether words are about a ballot being filled in: "that's all" and "remove 13" cancel nothing here."""
    if (ask.topic, ask.step) != ("vote", "ballot") or turn.reading.danger or turn.message.text.startswith("/"):
        return False
    # "VOTE 12=5 17=2" is a whole ballot by itself, and a receipt's digits are no projects.
    if votewords.numbers(turn) is not None or votewords.receipt(turn) is not None:
        return False
    basket = Basket.model_validate(ask.state)
    if basket.picks and votewords.are_final(turn):
        return True
    return bool(ballotfill.named(turn, Paper(turn.session, basket.heading_id), turn.message.text))


def _by_numbers(turn: Turn, numbers: str) -> None:
    votewords.forget(turn)
    votewords.adopt_language(turn)
    before = turn.open_form()
    open_now = votes.current(turn.session, turn.now)
    if open_now:
        enter(turn, _heading_of(turn, open_now, numbers), numbers)
        if before is not None and (before.topic, before.step) in _FILLING:
            turn.settle(before, AskStatus.WITHDRAWN)  # these numbers are the ballot now
    elif votes.coming(turn.session):
        votecoming.begin(turn)
    else:
        turn.say(text("vote-refused-too-late" if votes.last(turn.session) else "vote-none-open"))


def is_open(turn: Turn) -> bool:
    """Whether anything can be voted on now."""
    return bool(votes.current(turn.session, turn.now))


def is_meant(turn: Turn) -> bool:
    """Whether words about voting are not rather a report: "I vote for mending the pothole" is one."""
    return max(turn.reading.services.values(), default=0) < SURE


def receipt(turn: Turn, rest: str) -> None:
    """The command /receipt."""
    votereceipt.check(turn, rest)


def begin(turn: Turn, rest: str = "") -> None:
    """Show what can be voted on, take the numbers of a ballot; without a vote, what comes, or the last result."""
    if rest and votewords.are_numbers(rest):
        _by_numbers(turn, rest)
        return
    open_now = votes.current(turn.session, turn.now)
    if not open_now:
        (votecoming if votes.coming(turn.session) else voteresult).begin(turn)
        return
    headings = [one for budget in open_now for one in voting.open_to(turn.session, budget, turn.contact.id)]
    words = "" if turn.message.text.startswith("/") else turn.message.text
    meant = _heading_of(turn, open_now, words)
    if ballotfill.named(turn, Paper(turn.session, meant), words):
        votewords.forget(turn)
        enter(turn, meant, words)
    elif len(headings) == 1:
        enter(turn, headings[0].id)
    else:
        _ask_part(turn, open_now, headings)


def _ask_part(turn: Turn, budgets: Sequence[Budget], headings: Sequence[Heading], *first: Text) -> None:
    """Which part: the city's, or that of an area, by its name, its button, or a shared position."""
    names = {budget.id: budget for budget in budgets}
    lines = [_part(turn, names[one.budget_id], one) for one in headings]
    rules = [text(f"vote-areas-{one.areas.value}") for one in budgets if any(part.area for part in headings)][:1]
    choices = [Choice(id=f"h{one.id}", label=Named(names=one.names)) for one in headings[:_MOST_PARTS]]
    accepts = frozenset({Accepts.WORDS, Accepts.PLACE} if any(one.area for one in headings) else {Accepts.WORDS})
    question = Question(
        paragraphs=[*first, text("vote-which"), Lines(lines=lines), *rules], choices=choices, accepts=accepts
    )
    turn.ask("vote", "heading", Nothing(), question)


def _part(turn: Turn, budget: Budget, heading: Heading) -> Text:
    voted = voting.has_voted(turn.session, heading, turn.contact.id)
    return text(
        "vote-part-voted" if voted else "vote-part",
        vote=Named(names=budget.names),
        part=Named(names=heading.names),
        closes=Moment(at=budget.closes_at, style="datetime"),
        money=Money(units=heading.money, scale=budget.scale, currency=budget.currency),
    )


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Deal with an answer to a vote's questions."""
    match ask.step:
        case "heading" | "cast":
            return _chosen(turn, answer)
        case "code":
            votewords.forget(turn)
            asked = AtPart.model_validate(ask.state)
            if voteproof.typed(turn, asked, answer):
                enter(turn, asked.heading_id, asked.numbers)
            return True
        case "confirm":
            votewords.forget(turn)
            basket = Basket.model_validate(ask.state)
            if votecast.confirmed(turn, ask, answer) and basket.rest:
                numbers = " ".join(map(str, basket.rest))
                enter(turn, _heading_of(turn, votes.current(turn.session, turn.now), numbers), numbers)
            return True
        case _:
            votewords.forget(turn)
            return ballotfill.filled(turn, Basket.model_validate(ask.state), answer)


def _chosen(turn: Turn, answer: Answer) -> bool:
    """A part was chosen by its button, its name, or where somebody lives."""
    if answer.choice is not None:
        enter(turn, int(answer.choice[1:]))
        return True
    open_now = list(votes.current(turn.session, turn.now))
    headings = [one for budget in open_now for one in voting.open_to(turn.session, budget, turn.contact.id)]
    point = turn.message.point
    if point is not None:
        area = turn.house.gazetteer.locate(point.lat, point.lon).area
        found = [one for one in headings if one.area is not None and one.area == area]
    else:
        names = {str(one.id): [*one.names.values(), one.area or ""] for one in headings}
        keys = called.meant(answer.message.text, names)
        found = [one for one in headings if str(one.id) in keys]
    if len(found) != 1:
        if point is None and not found:
            return False
        _ask_part(turn, open_now, found or headings, *([] if found else [text("vote-no-part-here")]))
        return True
    enter(turn, found[0].id)
    return True


def enter(turn: Turn, heading_id: int, numbers: str = "") -> None:
    """Go on to the ballot if it is known as whom they vote, else ask; raises NoSuchVote, OtherArea."""
    heading = turn.session.get(Heading, heading_id)
    if heading is None:
        raise NoSuchVote
    paper = Paper(turn.session, heading_id)
    ballotbox.check_open(paper.budget, turn.now)
    if not voteproof.is_proven(turn, paper):
        voteproof.ask(turn, paper, numbers)
        return
    basket = _cast_before(turn, paper) or Basket(heading_id=heading_id)
    if numbers.strip():
        ballotfill.typed(turn, paper, basket, numbers, ordered=True)
    else:
        ballotview.show(turn, paper, basket, head=True)


def _cast_before(turn: Turn, paper: Paper) -> Basket | None:
    """The basket of the ballot that counts so far; raises OtherArea where no ballot of this part is theirs."""
    try:
        identity = roll.identity_of(turn.session, paper.budget, turn.contact.id)
    except NotOnTheRoll:  # a phone that proves itself only when it confirms
        return None
    voting.check_area(turn.session, paper.budget, paper.heading, identity)
    last = ballotbox.last_of(turn.session, paper.budget, paper.heading, identity)
    if last is None:
        return None
    numbers = {project.reference: number for number, project in paper.projects.items()}
    entry = ballotbox.entry_of(last)
    given = dict(zip(entry["choices"], entry.get("points", []), strict=False))
    picks = [numbers[one] for one in entry["choices"] if one in numbers]
    points = {numbers[one]: points for one, points in given.items() if one in numbers}
    return Basket(heading_id=paper.heading.id, picks=picks, points=points)


def _heading_of(turn: Turn, budgets: Sequence[Budget], numbers: str) -> int:
    """The part that the first number is of, in whichever vote; the first part where it is of none."""
    first = int(next(iter(re.findall(r"\d{1,9}", numbers)), "0"))
    for budget in budgets:
        row = select(Project.heading_id).where(Project.budget_id == budget.id, Project.number == first)
        if (found := turn.session.exec(row).first()) is not None:
            return found
    return votes.headings_of(turn.session, budgets[0])[0].id


def _asked_phone(turn: Turn) -> Ask | None:
    form = turn.open_form()
    return form if form is not None and (form.topic, form.step) == ("vote", "phone") else None


def _shared(turn: Turn) -> None:
    votewords.forget(turn)
    part = voteproof.shared(turn, _asked_phone(turn))
    if part is not None:
        enter(turn, part.heading_id, part.numbers)
