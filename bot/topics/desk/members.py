"""The staff list: dispatchers and admins read it, an admin may take somebody's access away."""

from pydantic import BaseModel, ConfigDict

from backend.errors import AdminsOnly
from backend.staff import staff
from bot.conversation.ask import Answer, Question
from bot.conversation.reply import Choice, Lines, Named, Paragraph, Text, text
from bot.conversation.turn import Turn
from nlp.reading import Act
from storage.asks import Ask
from storage.people import Role, Staff


class Leaving(BaseModel):
    """Who is about to lose their access."""

    model_config = ConfigDict(frozen=True)

    member: int = 0


def command(turn: Turn, _rest: str) -> None:
    """The command /staff."""
    if turn.staff is None or turn.staff.role is Role.AGENT:
        raise AdminsOnly
    members = staff.members(turn.session)
    paragraphs: list[Paragraph] = [
        text("members", count=len(members)),
        Lines(lines=[_line(turn, member) for member in members]),
    ]
    if turn.staff.role is not Role.ADMIN or len(members) == 1:
        turn.say(*paragraphs)
        return
    choices = [
        Choice(id=str(member.id), label=text("members-remove", name=member.name or "–"))
        for member in members
        if member.id != turn.staff.id
    ]
    turn.ask("members", "list", Leaving(), Question(paragraphs=paragraphs, choices=choices), standing=True)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """Somebody was picked, or their leaving confirmed."""
    if turn.staff is None or answer.choice is None:
        return False
    if ask.step == "list":
        leaver = staff.named(turn.session, int(answer.choice))
        choices = [
            Choice(id="remove", label=text("members-remove", name=leaver.name or "–"), means=Act.YES),
            Choice(id="cancel", label=text("cancel"), means=Act.NO),
        ]
        question = Question(paragraphs=[text("members-sure", name=leaver.name or "–")], choices=choices)
        turn.ask("members", "sure", Leaving(member=leaver.id), question)
    elif answer.choice == "remove":
        leaver = staff.remove(turn.session, Leaving.model_validate(ask.state).member, turn.staff, now=turn.now)
        turn.say(text("members-removed", name=leaver.name or "–"))
    else:
        kept = staff.named(turn.session, Leaving.model_validate(ask.state).member)
        turn.say(text("members-kept", name=kept.name or "–"))
    return True


def _line(turn: Turn, member: Staff) -> Text:
    role = text(f"role-{member.role.value}")
    if member.department is None:
        return text("members-line", name=member.name or "–", role=role)
    department = Named(names=turn.city.department(member.department).name)
    return text("members-line-department", name=member.name or "–", role=role, department=department)
