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
    ├── MergedAlready
    ├── ClosedAlready
    ├── NotMerged
    ├── HasDuplicates
    ├── NobodyToApprove
    ├── NotOwnProposal
    ├── DecidedAlready
    └── ConsultationOver
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


class NoHourLeft(Refusal):
    """The city's quiet hours and one's own leave no hour in which to write."""

    message_id = "refused-no-hour-left"
