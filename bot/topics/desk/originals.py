"""Original words: what was masked in a report, for staff who need it; who reads it is kept in the action log."""

from backend.reports import privacy
from backend.reports.issues import StaffAct
from bot.conversation.reply import Lines, text
from bot.conversation.turn import Turn


def show(turn: Turn, number: int, act: StaffAct) -> None:
    """Show a report as it was written."""
    original = privacy.read_original(turn.session, number, act)
    lines = [text("card-words", words=words) for words in (original.description, *original.words) if words]
    if original.name:
        lines.append(text("original-from", name=original.name))
    turn.say(text("original-of", number=str(number)), Lines(lines=lines), text("original-logged"))


def command(turn: Turn, rest: str) -> None:
    """The command /original with a report's number."""
    number = rest.lstrip("#")
    if turn.staff is None:
        return
    if not number.isdecimal():
        turn.say(text("original-which"))
        return
    show(turn, int(number[:19]), StaffAct(staff=turn.staff, now=turn.now))
