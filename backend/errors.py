"""What can go wrong in the city's business.

AgoraError
├── CityFolderInvalid      a city folder has faults
├── PictureUnusable        bytes that can't be shown to anybody as a picture
└── Refusal                a person asked for what can't be; carries the text that tells them
    ├── NoSuchRequest
    ├── NotYours
    ├── IllegalStep
    ├── SomeoneElseWasFaster
    ├── CodeInvalid
    ├── UnusableDate
    ├── NotAllowed
    ├── AdminsOnly
    ├── NotOneself
    ├── TooManyReports
    ├── MergedIntoItself
    ├── MergedIntoPrivate
    ├── MergedAlready
    ├── ClosedAlready
    ├── NotMerged
    ├── HasDuplicates
    ├── NobodyToApprove
    ├── NotOwnProposal
    ├── DecidedAlready
    ├── ConsultationOver
    ├── ConsultationPast
    ├── BroadcastTooDear
    ├── NoReason
    ├── NoSuchProposal
    ├── IllegalProposalStep
    ├── SupportClosed
    ├── NotYourProposal
    ├── ReasonsNeeded
    ├── CommentTooLong
    ├── TooManyProposals
    ├── SomeoneElseChangedProposal
    ├── NoSuchQuestion
    ├── QuestionAnswered
    ├── TooManyQuestions
    ├── DraftNotWritten
    ├── NoSuchMeeting
    ├── IllegalMeetingStep
    ├── LinkCodeInvalid
    ├── NothingLinked
    └── VoteRefused            a vote does not allow it
        ├── NoSuchVote
        ├── NotOpenYet
        ├── TooLate
        ├── AlreadyFrozen
        ├── NotOnTheRoll
        ├── TooManyCodes
        ├── TooManySent
        ├── UnclearPapers
        ├── OtherArea
        │   ├── LivesElsewhere
        │   └── LivesNowhere
        ├── BothVoted
        ├── NotReviewed
        ├── NothingToChoose
        ├── IllegalVoteStep
        └── IllegalBallot
"""

from pathlib import Path
from typing import Literal


class AgoraError(Exception):
    """Anything that Agora itself raises."""


class CityFolderInvalid(AgoraError):
    """A city folder can't be used; `faults` says why, a plain sentence each."""

    def __init__(self, folder: Path, faults: list[str]) -> None:
        super().__init__(f"{folder}: {'; '.join(faults)}")
        self.folder = folder
        self.faults = faults


class PictureUnusable(AgoraError):
    """A picture can't be shown: `why` is "heic" (can't be decoded here), "broken" (or none at all) or "too-big"."""

    def __init__(self, why: Literal["heic", "broken", "too-big"]) -> None:
        super().__init__(why)
        self.why = why


class Refusal(AgoraError):
    """Someone asked for what can't be done; `message_id` names the text that tells them, `args` its variables."""

    message_id = "refused-no-such-request"

    def __init__(self, **args: str | int) -> None:
        super().__init__(f"{self.message_id} {args}")
        self.variables = args


class NoSuchRequest(Refusal):
    """There is no report with this number."""

    message_id = "refused-no-such-request"


class NotYours(Refusal):
    """The report belongs to someone else."""

    message_id = "refused-not-yours"


class IllegalStep(Refusal):
    """The report's state does not allow this step."""

    message_id = "refused-illegal-step"


class SomeoneElseWasFaster(Refusal):
    """The report changed between being shown and being acted on."""

    message_id = "refused-someone-faster"


class UnusableDate(Refusal):
    """The new date is no date, over already, or too far ahead."""

    message_id = "refused-date"


class CodeInvalid(Refusal):
    """The invitation code is unknown, used or expired."""

    message_id = "staff-door"


class NotAllowed(Refusal):
    """The staff role does not allow this act."""

    message_id = "refused-not-allowed"


class AdminsOnly(Refusal):
    """Only an admin may do this."""

    message_id = "refused-admins-only"


class NotOneself(Refusal):
    """Nobody removes themselves: a city without an admin could not let one in."""

    message_id = "refused-not-oneself"


class TooManyReports(Refusal):
    """A contact has filed as many reports in a day as one person plausibly can."""

    message_id = "refused-too-many-reports"


class MergedIntoItself(Refusal):
    """A report can't be its own duplicate."""

    message_id = "refused-merged-into-itself"


class MergedIntoPrivate(Refusal):
    """A private report tells nobody but its writer: others can't be led to follow it."""

    message_id = "refused-merged-into-private"


class MergedAlready(Refusal):
    """The report is merged into another, which takes what would be done with it."""

    message_id = "refused-merged-already"


class ClosedAlready(Refusal):
    """Only open reports are merged."""

    message_id = "refused-closed-already"


class NotMerged(Refusal):
    """The report is nobody's duplicate, so that there is nothing to split."""

    message_id = "refused-not-merged"


class HasDuplicates(Refusal):
    """Others were merged into the report, and must not be hidden with it."""

    message_id = "refused-has-duplicates"


class NobodyToApprove(Refusal):
    """An act needs a second person, and nobody else of the staff may do it."""

    message_id = "refused-nobody-to-approve"


class NotOwnProposal(Refusal):
    """Nobody approves what they proposed themselves."""

    message_id = "refused-own-proposal"


class DecidedAlready(Refusal):
    """Somebody has decided a proposal before, or its time is over."""

    message_id = "refused-decided-already"


class ConsultationOver(Refusal):
    """A consultation takes no answers: not yet, or no more."""

    message_id = "refused-consultation-over"


class NoSuchProposal(Refusal):
    """There is no proposal with this number, or it is not public."""

    message_id = "refused-no-such-proposal"


class IllegalProposalStep(Refusal):
    """The proposal's state does not allow this step."""

    message_id = "refused-proposal-step"


class SupportClosed(Refusal):
    """The time to support the proposal is over, or the city has answered it."""

    message_id = "refused-support-closed"


class NotYourProposal(Refusal):
    """The proposal belongs to someone else."""

    message_id = "refused-not-your-proposal"


class ReasonsNeeded(Refusal):
    """The city may not reject a proposal without saying why."""

    message_id = "refused-reasons-needed"


class CommentTooLong(Refusal):
    """A comment is longer than the city shows."""

    message_id = "refused-comment-too-long"


class TooManyProposals(Refusal):
    """A contact has proposed as much in a day as one person plausibly can."""

    message_id = "refused-too-many-proposals"


class SomeoneElseChangedProposal(Refusal):
    """The proposal changed between being shown and being acted on."""

    message_id = "refused-proposal-changed"


class NoSuchQuestion(Refusal):
    """There is no question with this number."""

    message_id = "refused-no-such-question"


class QuestionAnswered(Refusal):
    """A colleague has answered the question already."""

    message_id = "refused-question-answered"


class TooManyQuestions(Refusal):
    """A contact has passed on as many questions in a day as one person plausibly can."""

    message_id = "refused-too-many-questions"


class DraftNotWritten(Refusal):
    """The city folder can't be written to."""

    message_id = "refused-draft-not-written"


class NoSuchMeeting(Refusal):
    """There is no meeting with this number."""

    message_id = "refused-no-such-meeting"


class IllegalMeetingStep(Refusal):
    """The meeting is over, the question was answered, or one person has asked enough."""

    message_id = "refused-meeting-step"


class VoteRefused(Refusal):
    """A vote does not allow this."""

    message_id = "vote-refused-none"


class NoSuchVote(VoteRefused):
    """There is no such vote, heading or project."""

    message_id = "vote-refused-none"


class NotOpenYet(VoteRefused):
    """Voting has not begun."""

    message_id = "vote-refused-not-open"


class TooLate(VoteRefused):
    """Voting is over, to the second."""

    message_id = "vote-refused-too-late"


class AlreadyFrozen(VoteRefused):
    """What can be chosen, and by which rule, was published and does not change any more."""

    message_id = "vote-refused-frozen"


class NotOnTheRoll(VoteRefused):
    """The code is on no roll, or somebody must first prove who they are."""

    message_id = "vote-refused-not-on-roll"


class TooManyCodes(VoteRefused):
    """Too many wrong codes: the next try is taken later."""

    message_id = "vote-refused-too-many-codes"


class UnclearPapers(VoteRefused):
    """Papers that are not document, birth date and postcode, or whose date may be one of two."""

    message_id = "enrolling-unclear-papers"


class TooManySent(VoteRefused):
    """So many one-time codes were sent that the next one must wait."""

    message_id = "vote-refused-too-many-sent"


class OtherArea(VoteRefused):
    """One area a person, and this one is not where they vote."""

    message_id = "vote-refused-other-area"


class LivesElsewhere(OtherArea):
    """One votes where one lives, and the roll names another area."""

    message_id = "vote-refused-lives-elsewhere"


class LivesNowhere(OtherArea):
    """One votes where one lives, and the roll names no area."""

    message_id = "vote-refused-lives-nowhere"


class BothVoted(VoteRefused):
    """Two contacts that each took a ballot can't become one person while the vote is open."""

    message_id = "vote-refused-both-voted"


class NotReviewed(VoteRefused):
    """Projects still wait for somebody to look at what they cost and whether they can be built."""

    message_id = "vote-refused-not-reviewed"


class NothingToChoose(VoteRefused):
    """A part of the vote has no project."""

    message_id = "vote-refused-nothing-to-choose"


class IllegalVoteStep(VoteRefused):
    """The vote, or the project, is not where this can be done with it."""

    message_id = "vote-refused-step"


class IllegalBallot(VoteRefused):
    """A ballot beyond the vote's limits; `why` names the text that says which."""

    message_id = "vote-refused-ballot"

    def __init__(self, why: str, **args: str | int) -> None:
        super().__init__(**args)
        self.message_id = f"vote-refused-{why}"


class LinkCodeInvalid(Refusal):
    """The code that should link two addresses is unknown, used, too old or one's own."""

    message_id = "refused-link-code"


class NothingLinked(Refusal):
    """There is no other address to be parted from."""

    message_id = "refused-nothing-linked"


class ConsultationMoved(IllegalStep):
    """The consultation's state does not allow this step any more."""

    message_id = "refused-consultation-moved"


class ConsultationChanged(SomeoneElseWasFaster):
    """The consultation changed between being shown and being acted on."""

    message_id = "refused-consultation-changed"


class ConsultationPast(Refusal):
    """A consultation would be over before anybody could answer it."""

    message_id = "refused-consultation-past"


class BroadcastOver(IllegalStep):
    """The broadcast is not in a state in which this can be done with it."""

    message_id = "refused-broadcast-over"


class BroadcastDecided(DecidedAlready):
    """A colleague has sent or refused the message before."""

    message_id = "refused-broadcast-decided"


class BroadcastTooDear(Refusal):
    """A message to many would take more segments of text messages than are left for it."""

    message_id = "refused-broadcast-too-dear"


class NoReason(Refusal):
    """What breaks people's wishes needs a reason."""

    message_id = "refused-no-reason"


class NoHourLeft(Refusal):
    """The city's quiet hours and one's own leave no hour in which to write."""

    message_id = "refused-no-hour-left"
