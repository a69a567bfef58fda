"""Vote: look through a ballot, fill it in, hear it in words, cast it; change it until the close; check a receipt."""

import re
import secrets

from sqlmodel import select

from backend import ballotbox, roll, votes
from backend.ballotlog.entry import read_receipt
from backend.errors import IllegalBallot, NoSuchVote, NotOnTheRoll
from backend.tally.election import BallotKind
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Lines, Moment, Named, Paragraph, Text, text
from bot.conversation.state import AboutReport, Nothing
from bot.conversation.turn import Turn
from bot.topics import voteresult
from bot.topics.ballot import Basket, Paper
from bot.topics.draft import SURE
from nlp.reading import Act
from storage.asks import Ask
from storage.mail import Inbox
from storage.votes import Budget, Heading, Level, Project

_PAGE = 8
_FEW = 6
"""Up to so many options of a single decision are buttons."""
_VOTE = re.compile(r"^\s*/?(?:vote|voter|votar|voto)\s+([\d\s,;=:]+)$", re.IGNORECASE)
_RECEIPT = re.compile(r"^\s*/?(?:receipt|reçu|recu|recibo)\b[:\s]*(.*)$", re.IGNORECASE)
_RECEIPT_WORDS = 3
"""More words than these after "receipt" are about something else."""
_GIVEN = re.compile(r"(\d+)\s*[=:]\s*(\d+)")


def begun(turn: Turn) -> bool:
    """A ballot by numbers ("VOTE 12 17 31"), or a receipt to be checked; False when it is neither."""
    found = _RECEIPT.match(turn.message.text)
    if (
        found
        and len(found[1].split()) <= _RECEIPT_WORDS
        and (votes.current(turn.session, turn.now) or voteresult.newest(turn))
    ):
        receipt(turn, found[1])
        return True
    if found := _VOTE.match(turn.message.text):
        open_now = votes.current(turn.session, turn.now)
        if open_now:
            _forget_words(turn)
            _with_person(turn, _heading_of(turn, open_now[0], found[1]), found[1])
        else:
            turn.say(text("vote-refused-too-late" if voteresult.newest(turn) else "vote-none-open"))
        return True
    return False


def is_open(turn: Turn) -> bool:
    """Whether anything can be voted on now."""
    return bool(votes.current(turn.session, turn.now))


def _heading_of(turn: Turn, budget: Budget, numbers: str) -> int:
    """The heading that the first number is of; the first one where it is of none."""
    first = int(next(iter(re.findall(r"\d+", numbers)), "0")[:9])
    row = select(Project.heading_id).where(Project.budget_id == budget.id, Project.number == first)
    found = turn.session.exec(row).first()
    return found or votes.headings_of(turn.session, budget)[0].id


def is_meant(turn: Turn) -> bool:
    """Whether words about voting are not rather a report: "I vote for mending the pothole" is one."""
    return max(turn.reading.services.values(), default=0) < SURE


def begin(turn: Turn, _rest: str = "") -> None:
    """Show what can be voted on; without a vote, the last result."""
    open_now = votes.current(turn.session, turn.now)
    if not open_now:
        voteresult.begin(turn)
        return
    headings = [heading for budget in open_now for heading in votes.headings_of(turn.session, budget)]
    if len(headings) == 1:
        _with_person(turn, headings[0].id)
        return
    choices = [Choice(id=f"h{heading.id}", label=Named(names=heading.names)) for heading in headings[:10]]
    turn.ask("vote", "heading", Nothing(), Question(paragraphs=[text("vote-which")], choices=choices, columns=1))


def receipt(turn: Turn, code: str) -> None:
    """Say whether a ballot is in the log, and whether it is the one that counts."""
    read = read_receipt(code)
    found = ballotbox.find(turn.session, read) if read else None
    if found is None:
        turn.say(text("vote-receipt-unknown"))
    elif not found.counts:
        turn.say(text("vote-receipt-replaced"))
    elif found.is_covered:
        turn.say(text("vote-receipt-found", count=found.size, hash=(found.heading.frozen_hash or "")[:16]))
    else:
        turn.say(text("vote-receipt-waiting"))


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Deal with an answer to a ballot's questions."""
    _forget_words(turn)
    match ask.step:
        case "heading":
            _with_person(turn, int((answer.choice or "h0")[1:]))
            return True
        case "code":
            return _code(turn, AboutReport.model_validate(ask.state).number, answer)
        case "confirm":
            return _confirmed(turn, Basket.model_validate(ask.state), answer)
        case _:
            return _filled(turn, Basket.model_validate(ask.state), answer)


def _forget_words(turn: Turn) -> None:
    """What was typed on a ballot is not kept with its writer."""
    row = turn.session.get(Inbox, turn.inbox_id)
    if row is not None:
        row.payload = {**row.payload, "text": ""}


def _with_person(turn: Turn, heading_id: int, numbers: str = "") -> None:
    """Go on to the ballot if it is known as whom they vote, else ask."""
    heading = turn.session.get(Heading, heading_id)
    if heading is None:
        raise NoSuchVote
    paper = Paper(turn.session, heading_id)
    ballotbox.check_open(paper.budget, turn.now)
    try:
        roll.identity_of(turn.session, paper.budget, turn.contact.id)
    except NotOnTheRoll:
        number = roll.phone_of(turn.urn)
        if paper.budget.level is Level.L1 and number:
            roll.prove_phone(turn.session, paper.budget, turn.contact.id, number)
        else:
            _ask_code(turn, paper)
            return
    basket = _cast_before(turn, paper) or Basket(heading_id=heading_id)
    if numbers.strip():
        _typed(turn, paper, basket, numbers)
    else:
        _show(turn, paper, basket, head=True)


def _ask_code(turn: Turn, paper: Paper, *first: Text) -> None:
    id = {Level.L1: "vote-phone", Level.L3: "vote-desk"}.get(paper.budget.level, "vote-code")
    if paper.budget.level is not Level.L2:
        turn.say(text(id))
        return
    question = Question(paragraphs=[*first, text(id)], accepts=frozenset({Accepts.DICTATION}))
    turn.ask("vote", "code", AboutReport(number=paper.heading.id), question)


def _code(turn: Turn, heading_id: int, answer: Answer) -> bool:
    paper = Paper(turn.session, heading_id)
    try:
        roll.prove_by_code(turn.session, paper.budget, turn.contact.id, answer.message.text, now=turn.now)
    except NotOnTheRoll:  # counted, so it must not be rolled back as a refusal would be
        _ask_code(turn, paper, text("vote-refused-not-on-roll"))
        return True
    _with_person(turn, heading_id)
    return True


def _cast_before(turn: Turn, paper: Paper) -> Basket | None:
    identity = roll.identity_of(turn.session, paper.budget, turn.contact.id)
    last = ballotbox.last_of(turn.session, paper.budget, paper.heading, identity)
    if last is None:
        return None
    numbers = {project.reference: number for number, project in paper.projects.items()}
    entry = ballotbox.entry_of(last)
    picks = [numbers[one] for one in entry["choices"] if one in numbers]
    given = dict(zip(picks, entry.get("points", []), strict=False))
    return Basket(heading_id=paper.heading.id, picks=picks, points=given)


# Showing ------------------------------------------------------------------------------------------------------------


def _show(turn: Turn, paper: Paper, basket: Basket, *first: Text, replaces: bool = False, head: bool = False) -> None:
    """The list of projects with the state of the ballot; the head stands over it once, not at every step."""
    if paper.kind is BallotKind.CHOOSE_ONE and len(paper.projects) <= _FEW:
        _show_options(turn, paper, basket, *first)
        return
    found = _listed(turn, paper, basket)
    shown = found[basket.page * _PAGE :][:_PAGE]
    lines = [paper.line(number, basket) for number in shown]
    paragraphs: list[Paragraph] = [*first, *(_head(paper) if head else [])]
    paragraphs.append(Lines(lines=lines) if lines else text("vote-nothing-found", words=basket.words))
    paragraphs.append(paper.total(basket))
    choices = []
    if len(found) > (basket.page + 1) * _PAGE:
        choices.append(Choice(id="more", label=text("vote-more", rest=len(found) - (basket.page + 1) * _PAGE)))
    if basket.words or basket.page:
        choices.append(Choice(id="all", label=text("vote-all")))
    if len(paper.projects) > _PAGE:
        choices.append(Choice(id="surprise", label=text("vote-surprise")))
    if basket.picks:
        choices += [Choice(id="mine", label=text("vote-mine")), Choice(id="done", label=text("vote-done"))]
    question = Question(paragraphs=paragraphs, choices=choices, accepts=frozenset({Accepts.DICTATION}))
    turn.ask("vote", "ballot", basket, question, replaces=replaces)


def _head(paper: Paper) -> list[Paragraph]:
    name, closes = Named(names=paper.budget.names), Moment(at=paper.budget.closes_at, style="datetime")
    count = len(paper.projects)
    head = text("vote-head", name=name, heading=Named(names=paper.heading.names), count=count, closes=closes)
    if paper.heading.money:
        return [head, text("vote-money", money=paper.money(paper.heading.money)), paper.how()]
    return [head, paper.how()]


def _show_options(turn: Turn, paper: Paper, basket: Basket, *first: Text) -> None:
    choices = [Choice(id=f"o{number}", label=project.name) for number, project in paper.projects.items()]
    means = {2: (Act.YES, Act.NO)}.get(len(choices), ())
    if means:
        choices = [one.model_copy(update={"means": act}) for one, act in zip(choices, means, strict=True)]
    question = Question(paragraphs=[*first, *_head(paper)], choices=choices, columns=1)
    turn.ask("vote", "ballot", basket, question)


def _card(turn: Turn, paper: Paper, basket: Basket, number: int) -> None:
    project = paper.projects[number]
    basket = basket.with_(seen=number)
    lines = [paper.line(number, basket)]
    if project.place:
        lines.append(text("vote-place", place=project.place))
    paragraphs: list[Paragraph] = [Lines(lines=lines)]
    if project.description:
        paragraphs.append(text("vote-description", words=project.description[:600]))
    paragraphs.append(paper.total(basket))
    choices = [Choice(id="back", label=text("vote-back"))]
    if paper.with_points:
        most = min(paper.limits.get("max_points", paper.limits.get("max_sum_points", 5)), 5)
        grades = [Choice(id=f"g{given}", label=_grade(paper, given)) for given in range(most, -1, -1)]
        choices = [*grades, *choices]
    elif number in basket.picks:
        choices.insert(0, Choice(id="toggle", label=text("vote-take-out")))
    else:
        choices.insert(0, Choice(id="toggle", label=text("vote-put-in"), means=Act.YES))
    if basket.picks:
        choices.append(Choice(id="done", label=text("vote-done")))
    photos = [project.media_id] if project.media_id else []
    question = Question(
        paragraphs=paragraphs, choices=choices, accepts=frozenset({Accepts.DICTATION}), photos=photos, columns=3
    )
    turn.ask("vote", "ballot", basket, question)


def _grade(paper: Paper, given: int) -> Text | str:
    return text(f"vote-grade-{given}") if "max_sum_points" not in paper.limits else str(given)


def _listed(turn: Turn, paper: Paper, basket: Basket) -> list[int]:
    if basket.words:
        return [project.number for project in votes.search(turn.session, paper.heading, basket.words)]
    return list(paper.projects)


# Filling in ----------------------------------------------------------------------------------------------------------


def _filled(turn: Turn, basket: Basket, answer: Answer) -> bool:
    paper = Paper(turn.session, basket.heading_id)
    ballotbox.check_open(paper.budget, turn.now)
    choice = answer.choice
    if choice is None:
        _typed(turn, paper, basket, answer.message.text)
    elif choice.startswith("o"):
        _confirm(turn, paper, basket.with_(picks=[int(choice[1:])]), instead=basket)
    elif choice.startswith("g") and basket.seen is not None:
        _show(turn, paper, basket.given({basket.seen: int(choice[1:])}).with_(seen=None))
    elif choice == "toggle" and basket.seen is not None:
        _put(turn, paper, basket, basket.toggled(basket.seen))
    elif choice == "surprise":
        _card(turn, paper, basket, secrets.choice([one for one in paper.projects if one != basket.seen]))
    elif choice == "done":
        _confirm(turn, paper, basket, instead=basket)
    elif choice == "mine":
        lines = Lines(lines=[paper.line(number, basket) for number in basket.picks])
        again = Question(
            paragraphs=[lines, paper.total(basket), text("vote-change-how")],
            choices=[Choice(id="all", label=text("vote-all")), Choice(id="done", label=text("vote-done"))],
            accepts=frozenset({Accepts.DICTATION}),
        )
        turn.ask("vote", "ballot", basket, again)
    else:
        page = basket.page + 1 if choice == "more" else 0
        _show(
            turn, paper, basket.with_(page=page, words="", seen=None), replaces=choice == "more", head=choice == "all"
        )
    return True


def _typed(turn: Turn, paper: Paper, basket: Basket, words: str) -> None:
    """Numbers choose, "12=5" gives points, one number alone shows its project, other words search."""
    given = {int(number): int(points) for number, points in _GIVEN.findall(words)}
    numbers = list(dict.fromkeys(int(one) for one in re.findall(r"\d+", words)))
    if re.search(r"[^\W\d_]", words):
        _show(turn, paper, basket.with_(words=words.strip()[:80], page=0, seen=None))
        return
    unknown = [one for one in (given or numbers) if one not in paper.projects]
    if unknown or not numbers:
        number = str(unknown[0]) if unknown else words.strip()[:20]
        _show(turn, paper, basket, text("vote-refused-unknown-project", project=number))
    elif given and paper.with_points:
        _put(turn, paper, basket, basket.given(given))
    elif len(numbers) == 1 and paper.kind is not BallotKind.CHOOSE_ONE:
        _card(turn, paper, basket, numbers[0])
    elif paper.with_points:
        _show(turn, paper, basket, text("vote-refused-points"))
    else:
        _confirm(turn, paper, basket.with_(picks=numbers, seen=None), instead=basket)


def _put(turn: Turn, paper: Paper, before: Basket, after: Basket) -> None:
    """Take a change of the basket, unless it goes beyond the limits: then say by how much."""
    most = paper.limits.get("max_length")
    over = "max_sum_cost" in paper.limits and paper.cost(after) > paper.limits["max_sum_cost"]
    if over and len(after.picks) > len(before.picks):
        too_much = paper.money(paper.cost(after) - paper.limits["max_sum_cost"])
        _show(turn, paper, before.with_(seen=None), text("vote-over", over=too_much))
    elif most is not None and len(after.picks) > most:
        why = text("vote-refused-too-many", most=most, count=len(after.picks))
        _show(turn, paper, before.with_(seen=None), why)
    elif sum(after.points.values()) > paper.limits.get("max_sum_points", sum(after.points.values())):
        args = {"most": paper.limits["max_sum_points"], "count": sum(after.points.values())}
        _show(turn, paper, before.with_(seen=None), text("vote-refused-too-many-points", **args))
    else:
        _show(turn, paper, after.with_(seen=None))


# Casting -------------------------------------------------------------------------------------------------------------


def _confirm(turn: Turn, paper: Paper, basket: Basket, *, instead: Basket) -> None:
    """Repeat the ballot in words and ask; one that can't be cast is said to be so, and the one before stays."""
    try:
        paper.check(basket)
    except IllegalBallot as refused:
        _show(turn, paper, instead.with_(seen=None), text(refused.message_id, **refused.variables))
        return
    lines = Lines(lines=[text("vote-confirm"), *(paper.line(number, basket) for number in basket.picks)])
    choices = [
        Choice(id="cast", label=text("vote-cast"), means=Act.YES),
        Choice(id="change", label=text("vote-change"), means=Act.NO),
    ]
    paragraphs = [lines, paper.total(basket), text("vote-secrecy")]
    turn.ask("vote", "confirm", basket, Question(paragraphs=paragraphs, choices=choices))


def _confirmed(turn: Turn, basket: Basket, answer: Answer) -> bool:
    paper = Paper(turn.session, basket.heading_id)
    if answer.choice != "cast":
        _show(turn, paper, basket)
        return True
    identity = roll.identity_of(turn.session, paper.budget, turn.contact.id)
    taken = ballotbox.cast(
        turn.session, paper.heading, identity, paper.references(basket), paper.points(basket), now=turn.now
    )
    said = "vote-cast-first" if taken.nth == 1 else "vote-cast-again"
    code = f"{taken.receipt[:5]} {taken.receipt[5:]}"
    turn.say(text(said, receipt=code, closes=Moment(at=paper.budget.closes_at, style="datetime")))
    return True
