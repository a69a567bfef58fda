"""The picture of a summary: what one follows, side by side, where there is something to compare."""

import hashlib
from functools import partial

from bot.conversation.reply import Choice, text
from bot.conversation.texts import Texts
from bot.digest import around
from bot.digest.entry import Round
from bot.drawing import charts, drawn
from bot.drawing.charts import Bar

_FEWEST = 2
"""Things followed from which on a picture says more than a line for each."""


def picture(round_: Round, contact_id: int, texts: Texts, language: str) -> int | None:
    """The media id of how much was reported of what somebody follows; None where lines say as much."""
    followed = [(kind, value, figure) for kind, value, figure in around.figures(round_, contact_id) if figure.reported]
    if len(followed) < _FEWEST:
        return None
    most = max(figure.reported for _, _, figure in followed)
    rows = [
        Bar(
            texts.label(Choice(id="", label=around.called(round_.city, kind, value)), language),
            figure.reported,
            figure.reported / most,
            is_share=False,
        )
        for kind, value, figure in sorted(followed, key=lambda one: (-one[2].reported, one[1]))
    ]
    title = texts.render(text("digest-compared"), language)
    # The name says what is drawn and nothing of whom it is drawn for.
    shown = hashlib.sha256(repr((title, rows)).encode()).hexdigest()[:32]
    return drawn.keep(round_.session, f"summary:{shown}", partial(charts.bars, title, rows, round_.city.colour))
