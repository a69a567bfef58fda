"""Why reports are closed."""

from enum import StrEnum


class ClosingReason(StrEnum):
    """Why a report was closed: the fixed list."""

    DONE = "done"
    NOT_OURS = "not_ours"
    BELOW_THRESHOLD = "below_threshold"
    DUPLICATE = "duplicate"
    NO_ACCESS = "no_access"
