"""When a vote is over, the conversations forget it: questions and messages that repeated a ballot lose their words."""

from sqlmodel import Session, col, select

from bot.conversation.ask import close
from bot.conversation.reply import Reply, text
from storage.asks import Ask, AskStatus
from storage.mail import Outbox
from storage.votes import Budget


def forget(session: Session, counted: list[Budget]) -> None:
    """Empty the ballots' questions and the messages that put them; what people see on their phones stays theirs."""
    if not counted:
        return
    closed = max(budget.closes_at for budget in counted)
    gone = Reply(paragraphs=[text("vote-refused-too-late")]).model_dump(mode="json", exclude_defaults=True)
    for ask in session.exec(select(Ask).where(Ask.topic == "vote")).all():
        ask.state, ask.question = {}, {"paragraphs": gone["paragraphs"]}
        if ask.status is AskStatus.OPEN:
            close(ask, AskStatus.WITHDRAWN, closed)
        for sent in session.exec(select(Outbox).where(col(Outbox.ask_id) == ask.id)):
            sent.payload = gone
    session.flush()
