"""Replies become words: in the contact's language, for a channel with buttons or for plain text."""

from bot.conversation.reply import Lines, Paragraph, Rendered, Reply, text
from bot.conversation.texts import Texts
from storage.mail import Outbox

_PAYLOAD_LIMIT = 64
"""Bytes of a button's payload (Telegram's `callback_data`)."""


def render(reply: Reply, texts: Texts, language: str) -> Rendered:
    """A reply in words, its choices as rows of buttons that name their ask."""
    buttons = [(texts.label(choice, language), payload(reply.ask or 0, choice.id)) for choice in reply.choices]
    rows = [buttons[start : start + reply.columns] for start in range(0, len(buttons), reply.columns)]
    return Rendered(
        text="\n\n".join(_paragraph(paragraph, texts, language) for paragraph in reply.paragraphs),
        buttons=rows,
        photos=reply.photos,
        point=reply.point,
        counts=reply.counts,
        phone_button=texts.render(text("share-phone"), language) if reply.wants_phone and not rows else None,
        point_button=texts.render(text("share-location"), language) if reply.wants_point and not rows else None,
    )


def reply_in(row: Outbox) -> Reply:
    """The reply in a row of the outbox; what went to many names its ask in the row, not in the words they share."""
    reply = Reply.model_validate(row.payload)
    return reply.model_copy(update={"ask": row.ask_id}) if reply.choices and reply.ask is None else reply


def _paragraph(paragraph: Paragraph, texts: Texts, language: str) -> str:
    lines = paragraph.lines if isinstance(paragraph, Lines) else [paragraph]
    return "\n".join(texts.render(line, language) for line in lines)


def payload(ask: int, choice: str) -> str:
    """What a button sends back when it is pressed."""
    data = f"a:{ask}:{choice}"
    if len(data.encode()) > _PAYLOAD_LIMIT:
        raise ValueError(f"choice {choice!r} is too long for a button")
    return data


def numbered(rendered: Rendered) -> str:
    """A rendered reply for plain text: choices as numbered lines."""
    labels = [label for row in rendered.buttons for label, _ in row]
    if rendered.counts:
        lines = [f"· {label}" for label in labels if not label.isdecimal()]
    else:
        lines = [f"{number}. {label}" for number, label in enumerate(labels, start=1)]
    return "\n".join(part for part in (rendered.text, "\n".join(lines)) if part)
