"""What the control API can't do, in words for whoever asked."""


class ControlError(Exception):
    """A request to the control API that makes no sense as things stand."""
