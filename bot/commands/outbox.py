"""`agora outbox`: what waits to be sent."""

import typer
from sqlalchemy import func
from sqlmodel import col, select

from bot.commands import store
from bot.commands.saying import AsJson, answer
from storage.mail import Outbox, OutboxStatus

app = typer.Typer()


@app.command()
def outbox(as_json: AsJson = False) -> None:
    """Show what waits to be sent, and what can never be sent, with the reason.

    Example: agora outbox --json
    """
    with store.session() as session:
        by_status = select(Outbox.status, func.count()).group_by(col(Outbox.status))
        counts = {str(status): count for status, count in session.exec(by_status)}
        parked = session.exec(select(Outbox).where(Outbox.status == OutboxStatus.PARKED).order_by(col(Outbox.id)))
        rows = [
            {"id": row.id, "channel": row.channel, "at": row.created_at.isoformat(), "why": row.error} for row in parked
        ]
    head = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "The outbox is empty."
    lines = [f"{row['id']}  {row['at']}  {row['channel']}  {row['why']}" for row in rows]
    answer({"counts": counts, "parked": rows}, "\n".join([head, *lines]), as_json=as_json)
