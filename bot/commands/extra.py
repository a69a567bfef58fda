"""What only training needs."""

from importlib.util import find_spec

from bot.commands.saying import fail


def require_training() -> None:
    """End the command when scikit-learn is not there: it is no dependency of the bot."""
    if find_spec("sklearn") is None:
        fail('this needs the extra `train`: pip install "agora[train]"')
