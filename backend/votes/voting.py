"""Voting: a contact takes the ballot of a part, as the rules of the budget let them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from backend.errors import LivesElsewhere, LivesNowhere, NotOnTheRoll, OtherArea
from backend.votes import ballotbox, roll, votes
from backend.votes.ballotbox import Cast
from storage.folding import folded
from storage.roll import AreaChoice, Participant, Voter
from storage.votes import Areas, Budget, Heading


def cast(
    session: Session,
    heading: Heading,
    contact_id: int,
    choices: Sequence[str],
    points: Sequence[int] | None = None,
    *,
    now: datetime,
) -> Cast:
    """Take a contact's ballot of a part; raises NotOnTheRoll, OtherArea, or what `ballotbox.cast` raises."""
    budget = session.get_one(Budget, heading.budget_id)
    identity = roll.identity_of(session, budget, contact_id)
    _claim(session, budget, heading, identity)
    taken = ballotbox.cast(session, heading, identity, choices, points, now=now)
    roll.hold(session, budget, contact_id, identity)
    if session.get(Participant, (heading.id, contact_id)) is None:
        session.add(Participant(heading_id=heading.id, contact_id=contact_id))
        session.flush()
    return taken


def check_area(session: Session, budget: Budget, heading: Heading, identity: str) -> None:
    """Raise OtherArea, naming the part that is theirs, where a person may not vote in this one."""
    if heading.area is None or budget.areas is Areas.ALL:
        return
    if budget.areas is Areas.OWN:
        lives = roll.area_of(session, budget, identity)
        if folded(lives) != folded(heading.area):
            raise LivesElsewhere(area=lives) if lives else LivesNowhere
        return
    chosen = session.get(AreaChoice, (budget.id, identity))
    if chosen is not None and chosen.heading_id != heading.id:
        raise OtherArea(area=session.get_one(Heading, chosen.heading_id).area or "")


def open_to(session: Session, budget: Budget, contact_id: int) -> list[Heading]:
    """The parts in which a contact may vote, as far as that is known yet, the city's first."""
    headings = sorted(votes.headings_of(session, budget), key=lambda one: (one.area is not None, one.id))
    try:
        identity = roll.identity_of(session, budget, contact_id)
    except NotOnTheRoll:
        return headings
    return [heading for heading in headings if _is_open_to(session, budget, heading, identity)]


def has_voted(session: Session, heading: Heading, contact_id: int) -> bool:
    """Whether a contact has taken a ballot of this part, by whichever channel."""
    budget = session.get_one(Budget, heading.budget_id)
    try:
        identity = roll.identity_of(session, budget, contact_id)
    except NotOnTheRoll:
        return False
    return session.get(Voter, (heading.id, identity)) is not None


def participants(session: Session, budget: Budget, heading_id: int | None = None) -> list[int]:
    """The contacts who took a ballot, of one part or of any."""
    ids = [heading_id] if heading_id is not None else [one.id for one in votes.headings_of(session, budget)]
    rows = select(Participant.contact_id).where(col(Participant.heading_id).in_(ids)).distinct()
    return sorted(session.exec(rows).all())


def _is_open_to(session: Session, budget: Budget, heading: Heading, identity: str) -> bool:
    try:
        check_area(session, budget, heading, identity)
    except OtherArea:
        return False
    return True


def _claim(session: Session, budget: Budget, heading: Heading, identity: str) -> None:
    """Choose the area, for good; two ballots at the same moment for two areas are kept apart by the key."""
    check_area(session, budget, heading, identity)
    if heading.area is None or budget.areas is not Areas.ONE:
        return
    if session.get(AreaChoice, (budget.id, identity)) is None:
        try:
            with session.begin_nested():
                session.add(AreaChoice(budget_id=budget.id, identity=identity, heading_id=heading.id))
        except IntegrityError:  # the same person, at the same moment, by another way
            session.expire_all()
            check_area(session, budget, heading, identity)
