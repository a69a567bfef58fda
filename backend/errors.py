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
    ├── LinkCodeInvalid
    └── NothingLinked
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


class LinkCodeInvalid(Refusal):
    """The code that should link two addresses is unknown, used, too old or one's own."""

    message_id = "refused-link-code"


class NothingLinked(Refusal):
    """There is no other address to be parted from."""

    message_id = "refused-nothing-linked"
