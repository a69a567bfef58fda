"""Pattern: many reports of one thing in one place; those who have the problem are offered to propose something."""

from pydantic import BaseModel, ConfigDict

from backend.city.city import City
from backend.proposals import clusters, supports
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Named, text
from bot.conversation.turn import Turn, put_to
from bot.topics.proposals import suggest, supporting
from bot.topics.proposals.proposal_lines import called, line
from nlp.reading import Act
from storage.asks import Ask
from storage.clusters import ReportCluster
from storage.proposals import Proposal


class AboutPattern(BaseModel):
    """The pattern that is spoken of."""

    model_config = ConfigDict(frozen=True)

    id: int


def offer(city: City, cluster: ReportCluster) -> Question:
    """What somebody who has the problem is told and offered."""
    rule = city.participation.cluster(cluster.service_code)
    told = text(
        "pattern-offer",
        count=len(cluster.numbers),
        service=Named(names=city.service(cluster.service_code).name),
        place=cluster.address,
        days=rule.days if rule else 0,
    )
    choices = [
        Choice(id="start", label=text("pattern-start"), means=Act.YES),
        Choice(id="no", label=text("pattern-no"), means=Act.NO),
    ]
    return Question(paragraphs=[told], choices=choices)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Start a proposal, support the one that came of it meanwhile, or leave it."""
    about = AboutPattern.model_validate(ask.state)
    cluster = clusters.find(turn.session, about.id)
    if answer.choice is None or cluster is None:
        return False
    if answer.choice == "no":
        turn.say(text("pattern-left"))
    elif cluster.proposal_id is not None:
        supporting.support(turn, cluster.proposal_id)
    else:
        suggest.begin_from(turn, cluster)
    return True


def spread(turn: Turn, id: int, proposal: Proposal) -> None:
    """Offer the proposal that came of a pattern to all the others who have the problem."""
    clusters.became(turn.session, id, proposal.id)
    cluster = clusters.find(turn.session, id)
    if cluster is None or not supports.is_open(proposal, turn.now):
        return
    for contact_id in clusters.people(turn.session, cluster):
        if contact_id != turn.contact.id:
            _invite(turn, id, contact_id, proposal)


def _invite(turn: Turn, id: int, contact_id: int, proposal: Proposal) -> None:
    question = Question(
        paragraphs=[text("pattern-became", number=called(proposal)), line(proposal)],
        choices=[Choice(id="support", label=text("support-it"), means=Act.YES)],
    )
    put_to(turn.session, contact_id, question, topic="pattern", step="became", state=AboutPattern(id=id), now=turn.now)
