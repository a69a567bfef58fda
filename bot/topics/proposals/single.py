"""A single proposal: what it says, where it stands, and what one can do about it."""

from backend.proposals import comments, proposals, supports
from backend.proposals.proposal_lifecycle import OPEN, UNDERWAY
from bot.conversation.ask import Answer, Question
from bot.conversation.reference import Series
from bot.conversation.reply import Choice, text
from bot.conversation.state import AboutProposal
from bot.conversation.turn import Turn
from bot.topics.proposals import commenting, suggest, supporting
from bot.topics.proposals.proposal_lines import called, card, photos
from nlp.reading import Act
from storage.asks import Ask
from storage.proposals import Proposal, ProposalState


def show(turn: Turn, number: int) -> None:
    """Show one proposal with what one can do about it."""
    found = proposals.find(turn.session, number, reader_id=turn.contact.id)
    proposal = proposals.survivor(turn.session, found)
    paragraphs = card(turn.session, turn.city, proposal, turn.now)
    if proposal.id != found.id:
        paragraphs = [text("proposal-goes-on", number=called(found), into=called(proposal)), *paragraphs]
    choices = _choices(turn, proposal)
    if not choices:
        turn.say(*paragraphs, photos=photos(turn.session, proposal))
        return
    question = Question(paragraphs=paragraphs, choices=choices, photos=photos(turn.session, proposal))
    turn.ask("single", "view", AboutProposal(number=proposal.id), question, standing=True)


def _choices(turn: Turn, proposal: Proposal) -> list[Choice]:
    own = proposal.contact_id == turn.contact.id
    choices: list[Choice] = []
    if supports.supports(turn.session, proposal.id, turn.contact.id):
        if not own and proposal.state in OPEN | UNDERWAY:
            choices.append(Choice(id="unsupport", label=text("withdraw-support")))
    elif supports.is_open(proposal, turn.now):
        choices.append(Choice(id="support", label=text("support-it")))
    if proposal.state in OPEN | UNDERWAY:
        choices.append(Choice(id="comment", label=text("comment-write")))
    if any(comments.counts(turn.session, proposal.id).values()):
        choices.append(Choice(id="comments", label=text("comments-read")))
    if own and proposal.state is ProposalState.DRAFT:
        choices.append(Choice(id="again", label=text("proposal-change")))
    if own and proposal.state in OPEN | {ProposalState.DRAFT, ProposalState.PRESCREENING}:
        choices.append(Choice(id="take_back", label=text("proposal-take-back")))
    return choices


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A button under a proposal."""
    about = AboutProposal.model_validate(ask.state)
    match answer.choice:
        case None:
            return False
        case "support":
            supporting.support(turn, about.number)
        case "unsupport":
            supporting.withdraw(turn, about.number)
        case "comment":
            commenting.begin(turn, about.number)
        case "comments":
            commenting.read(turn, about.number)
        case "again":
            suggest.again(turn, proposals.find(turn.session, about.number, reader_id=turn.contact.id))
        case "take_back":
            choices = [
                Choice(id="really", label=text("proposal-take-back-yes"), means=Act.YES),
                Choice(id="keep", label=text("own-withdraw-no"), means=Act.NO),
            ]
            asked = text("proposal-take-back-sure", number=Series.PROPOSAL.of(about.number))
            turn.ask("single", "view", about, Question(paragraphs=[asked], choices=choices))
        case "really":
            proposals.withdraw(turn.session, about.number, contact_id=turn.contact.id, now=turn.now)
            turn.say(text("proposal-taken-back", number=Series.PROPOSAL.of(about.number)))
        case _:
            turn.say(text("proposal-kept", number=Series.PROPOSAL.of(about.number)))
    return True
