"""Where an error came from, without the words it carries: those may be a resident's, or a token."""

import traceback


def frames(error: BaseException) -> str:
    """The lines of code an error passed through, for the log."""
    return "".join(traceback.format_tb(error.__traceback__)).rstrip()
