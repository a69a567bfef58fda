"""A week in Boston, in which something of everything happens that a summary tells."""

from datetime import timedelta

from sqlmodel import Session

from backend.city.city import City
from backend.digests import timing
from backend.proposals import deliberation, proposals, supports
from backend.proposals.deliberation import Official
from backend.proposals.proposals import NewProposal
from backend.questions import questions
from backend.reports.steps import StaffAct
from backend.votes import ballotbox, roll, votephases, votes
from storage.broadcasts import Subscription, SubscriptionKind
from storage.closing import ClosingReason
from storage.consultations import Consultation, ConsultationStatus
from storage.contacts import Contact, Urn
from storage.digests import DigestPreference, Frequency
from storage.followers import ServiceRequestFollower, Why
from storage.people import Role, Staff
from storage.proposals import Proposal, ProposalStep
from storage.questions import QuestionState
from storage.requests import ServiceRequest, ServiceRequestUpdate, Status, Substatus, UpdateKind
from tests.conftest import START
from tests.tally.ballotdays import counted, draft

_DAY = timedelta(days=1)
WORDS = {
    "en": {
        "bike": "A bike rack near the library",
        "bench": "Benches along the river",
        "tree": "More trees on Adams Street",
        "ask": "When does the swimming pool open again?",
        "answer": "On April 12, after the works on the roof.",
        "yes": "We build it this summer, with room for twenty bicycles.",
        "step": "The first four benches are standing.",
    },
    "fr": {
        "bike": "Un arceau à vélos près de la bibliothèque",
        "bench": "Des bancs le long de la rivière",
        "tree": "Plus d'arbres rue Adams",
        "ask": "Quand est-ce que la piscine rouvre ?",
        "answer": "Le 12 avril, après les travaux du toit.",
        "yes": "Nous l'installons cet été, pour vingt vélos.",
        "step": "Les quatre premiers bancs sont en place.",
    },
    "es": {
        "bike": "Un aparcabicicletas junto a la biblioteca",
        "bench": "Bancos a lo largo del río",
        "tree": "Más árboles en la calle Adams",
        "ask": "¿Cuándo vuelve a abrir la piscina?",
        "answer": "El 12 de abril, después de las obras del techo.",
        "yes": "Lo instalamos este verano, para veinte bicicletas.",
        "step": "Ya están puestos los primeros cuatro bancos.",
    },
}
ANA, BEN, SAM = 1, 2, 3


def happens(session: Session, city: City, language: str, *, channel: str = "residents") -> None:
    """Ana, who speaks a language, has reports, proposals, a question, and follows much; all of it moves."""
    words = WORDS[language]
    for number in (ANA, BEN, SAM):
        session.add(Contact(id=number, language=language, created_at=START))
    session.flush()
    session.add(Urn(contact_id=ANA, channel=channel, address="telegram:1", last_seen_at=START))
    member = Staff(contact_id=SAM, name="Sam", role=Role.DISPATCHER, enrolled_at=START)
    session.add(member)
    preference = DigestPreference(contact_id=ANA, told_until=START, frequency=Frequency.WEEKLY)
    session.add(preference)
    timing.plan(city, preference, START)
    _reports(session)
    _proposals(session, city, words, member)
    _asked(session, city, words, language)
    for kind, value in {
        SubscriptionKind.AREA: "Dorchester", SubscriptionKind.PLACE: "42.30860,-71.06210,500",
        SubscriptionKind.SERVICE: "tree", SubscriptionKind.TOPIC: "mobility",
    }.items():  # fmt: skip
        session.add(Subscription(contact_id=ANA, kind=kind, value=value, since=START))
    session.flush()


def _reports(session: Session) -> None:
    """Two of Ana's own: one settled, one that slipped; one of Ben's that she joined; the neighbours' in figures."""
    told = [
        (1001, ANA, "pothole", UpdateKind.CLOSED), (1002, ANA, "street_light", UpdateKind.LATE),
        (1003, BEN, "tree", UpdateKind.IN_PROGRESS),
    ]  # fmt: skip
    for number, contact_id, service, kind in told:
        closed = kind is UpdateKind.CLOSED
        _report(session, number, contact_id, service, days=2 if closed else None)
        session.flush()
        why = Why.REPORTED if contact_id == ANA else Why.JOINED
        session.add(ServiceRequestFollower(request_id=number, contact_id=ANA, why=why, since=START))
        at = START + 2 * _DAY
        session.add(ServiceRequestUpdate(request_id=number, kind=kind, at=at, announced_at=at))
    for number in range(1004, 1016):
        _report(session, number, BEN, "street_light", days=number % 4 or None)


def _report(session: Session, number: int, contact_id: int, service: str, days: int | None) -> None:
    came = START + timedelta(hours=2)
    session.add(
        ServiceRequest(
            id=number, contact_id=contact_id, service_code=service, department="public_works", description="",
            address="32 Church Street", area="Dorchester", lat=42.3086, lon=-71.0621, requested_at=came,
            expected_at=START + 3 * _DAY, updated_at=came, closed_at=came + days * _DAY if days else None,
            status=Status.CLOSED if days else Status.OPEN, substatus=Substatus.CLOSED if days else Substatus.TAKEN,
            closing_reason=ClosingReason.DONE if days else None,
        )
    )  # fmt: skip


def _proposals(session: Session, city: City, words: dict[str, str], member: Staff) -> None:
    act = StaffAct(staff=member, now=START + _DAY)
    bike = _proposal(session, city, words["bike"], ANA)
    _proposal(session, city, words["tree"], ANA, topic="green")
    bench = _proposal(session, city, words["bench"], BEN, topic="green")
    supports.support(session, city, bench.id, contact_id=ANA, now=START)
    for number in (bike.id, bench.id):
        official = Official(verdict=ProposalStep.ACCEPTED, texts={"en": words["yes"]})
        deliberation.answer(session, city, number, official, act)
    act = StaffAct(staff=member, now=START + 2 * _DAY)
    deliberation.milestone(session, bench.id, {"en": words["step"]}, act)
    tree = session.get_one(Proposal, bike.id + 1)
    supports.support(session, city, tree.id, contact_id=BEN, now=START + 2 * _DAY)
    supports.support(session, city, tree.id, contact_id=SAM, now=START + 3 * _DAY)


def _proposal(session: Session, city: City, words: str, author: int, topic: str = "mobility") -> Proposal:
    new = NewProposal(title=words, summary=words, words=words, language="en", topic=topic)
    return proposals.propose(session, city, new, contact_id=author, now=START)


def _asked(session: Session, city: City, words: dict[str, str], language: str) -> None:
    question = questions.ask(session, city, words["ask"], language=language, contact_id=ANA, now=START)
    question.state, question.answer, question.answered_at = QuestionState.ANSWERED, words["answer"], START + _DAY
    begun = START - 3 * _DAY
    draft(session, slug="autumn", now=START + _DAY)
    spring, heading = draft(session, slug="spring", now=begun)
    spring.names = {"en": "Budget of the squares", "fr": "Budget des places", "es": "Presupuesto de las plazas"}
    session.flush()
    for budget in (spring, votes.find(session, "autumn")):
        votephases.freeze(session, budget, now=begun)
    votephases.turn_phases(session, now=begun)
    for contact_id in (ANA, BEN):
        identity = roll.identity_of(session, spring, contact_id)
        ballotbox.cast(session, heading, identity, ["1", "3"], now=begun)
    spring.closes_at = START + 2 * _DAY
    counted(session, START + 2 * _DAY)
    for project in votes.projects_of(session, heading):
        # Ana proposed what won first; what Ben proposed is his alone.
        project.contact_id = {"Trees": ANA, "Books": BEN}.get(project.name)
    session.add(
        Consultation(
            title={"en": "Playgrounds", "fr": "Aires de jeux", "es": "Parques infantiles"}, created_at=START,
            opens_at=START + _DAY, closes_at=START + 9 * _DAY, status=ConsultationStatus.OPEN,
        )
    )  # fmt: skip
