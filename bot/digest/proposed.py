"""Lines about proposals, one's own and those that one supports, and about one's questions to the city."""

from collections.abc import Iterator
from functools import partial

from backend.city.city import City
from backend.digests import proposal_changes
from backend.digests.proposal_changes import Gain, Move, Moves
from bot.conversation.reference import Series
from bot.conversation.reply import Moment, Named, Text, Variable, text
from bot.digest.entry import Concern, Entry, Round, kept
from bot.topics.reports.states import shortened
from storage.digests import Frequency
from storage.proposals import ProposalStep
from storage.questions import CityQuestion

_ANSWERS = (ProposalStep.ACCEPTED, ProposalStep.REJECTED, ProposalStep.AMENDED)
_FIRST = (*_ANSWERS, ProposalStep.DONE, ProposalStep.MILESTONE, ProposalStep.THRESHOLD_REACHED)
"""What the city said and did comes before all that merely moved."""
_GAINED = 2**40
"""New supporters come last."""


def lines(round_: Round) -> Iterator[Entry]:
    """A line for each proposal that took a step, or found supporters, and for each question that was answered."""
    told = set()
    for change in round_.shared.read(Moves, round_).of(round_.session, round_.stretches):
        told.add((change.contact_id, change.move.number))
        line = round_.shared.line(("proposal", change.move.id), partial(_line, round_.city, change.move))
        concern = Concern.PROPOSED if change.own else Concern.FOLLOWED
        yield Entry(change.contact_id, concern, _rank(change.move), line)
    for question in proposal_changes.answers(round_.session, round_.stretches):
        yield Entry(question.contact_id, Concern.PROPOSED, -question.id, kept(_answered(question)))
    counting = {id: due for id, due in round_.stretches.items() if round_.due[id].frequency is not Frequency.EVENTS}
    for gain in proposal_changes.gains(round_.session, counting):
        if (gain.contact_id, gain.proposal.id) not in told:
            yield Entry(gain.contact_id, Concern.PROPOSED, _GAINED, kept(_gained(gain)))


def _rank(move: Move) -> int:
    urgency = _FIRST.index(move.kind) if move.kind in _FIRST else len(_FIRST)
    return urgency * 10**9 - move.id  # the newest first


def _line(city: City, move: Move) -> Text:
    kind = move.kind.value.replace("_", "-")
    known: dict[str, Variable] = {
        "proposal": _called(move.number, move.title),
        "supporters": move.supporters,
        "threshold": move.threshold,
        "into": Series.PROPOSAL.of(move.details.get("into", "")),
        "office": Named(names=city.department(str(move.details.get("office") or move.department)).name),
        "words": Named(names={language: shortened(words) for language, words in move.texts.items()}),
    }
    if move.answer_due_at is not None:
        known["due"] = Moment(at=move.answer_due_at)
    return text(f"digest-proposal-{kind}", **known)


def _called(number: int, title: str) -> Text:
    return text("digest-proposal", number=Series.PROPOSAL.of(number), title=title)


def _gained(gain: Gain) -> Text:
    one = gain.proposal
    return text(
        "digest-proposal-gained", proposal=_called(one.id, one.title), gained=gain.gained, supporters=one.supporters,
        threshold=one.threshold,
    )  # fmt: skip


def _answered(question: CityQuestion) -> Text:
    asked, answer = shortened(question.words), shortened(question.answer)
    return text("digest-question-answered", number=Series.QUESTION.of(question.id), question=asked, answer=answer)
