"""What can go wrong in the city's business.

AgoraError
├── CityFolderInvalid      a city folder has faults
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
    └── VoteRefused            a vote does not allow it
        ├── NoSuchVote
        ├── NotOpenYet
        ├── TooLate
        ├── AlreadyFrozen
        ├── NotOnTheRoll
        ├── TooManyCodes
        └── IllegalBallot
"""

from pathlib import Path


class AgoraError(Exception):
    """Anything that Agora itself raises."""


class CityFolderInvalid(AgoraError):
    """A city folder can't be used; `faults` says why, a plain sentence each."""

    def __init__(self, folder: Path, faults: list[str]) -> None:
        super().__init__(f"{folder}: {'; '.join(faults)}")
        self.folder = folder
        self.faults = faults


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


class IllegalBallot(VoteRefused):
    """A ballot beyond the vote's limits; `why` names the text that says which."""

    message_id = "vote-refused-ballot"

    def __init__(self, why: str, **args: str | int) -> None:
        super().__init__(**args)
        self.message_id = f"vote-refused-{why}"
