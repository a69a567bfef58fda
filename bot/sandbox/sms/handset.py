"""A keypad phone: its number and the text messages on it."""

from dataclasses import dataclass, field

from bot.channels.sms.segments import segmented
from bot.sandbox.wire import Json


@dataclass
class TextShown:
    """A text message as its phone shows it; `state` is how far it came ("sent", "delivered", "lost")."""

    id: int
    text: str
    mine: bool
    at: float
    state: str = "sent"

    def view(self) -> Json:
        """For the page, with what it costs."""
        cost = segmented(self.text)
        return {
            "id": self.id,
            "text": self.text,
            "mine": self.mine,
            "at": self.at,
            "state": self.state,
            "segments": cost.segments,
            "encoding": cost.encoding.value,
            "units": cost.units,
        }


@dataclass
class Handset:
    """Somebody's phone."""

    name: str
    number: str
    texts: list[TextShown] = field(default_factory=list)

    def view(self) -> Json:
        """For the page."""
        return {"name": self.name, "number": self.number, "texts": [text.view() for text in self.texts]}
