"""What becomes of the projects that won: planned, begun, milestones, done; their voters and authors are told."""

from backend.errors import NoSuchVote
from backend.staff.actions import log_action
from backend.votes import voteprojects, votes
from bot.conversation.ask import Accepts, Answer, Question
from bot.conversation.reply import Choice, Lines, Text, text
from bot.conversation.state import AboutProject
from bot.conversation.turn import Turn
from storage.asks import Ask
from storage.votes import Budget, Project, VoteStep


def begin(turn: Turn, budget: Budget, *first: Text) -> None:
    """List what won and ask which project there is news of."""
    won = voteprojects.won(turn.session, budget)
    if not won:
        turn.say(*first, text("vote-result-nothing"))
        return
    lines = [line(project) for project in won]
    question = Question(
        paragraphs=[*first, Lines(lines=lines), text("vote-works-which")],
        choices=[Choice(id="later", label=text("cancel"))],
        accepts=frozenset({Accepts.DICTATION}),
        counts=True,
    )
    turn.ask("voteworks", "which", AboutProject(budget=budget.id), question)


def line(project: Project) -> Text:
    """A project that won and how far it is."""
    progress = text(f"vote-progress-{project.progress.value.replace('_', '-') if project.progress else 'none'}")
    return text("vote-works-line", number=str(project.number), name=project.name, progress=progress)


def answered(turn: Turn, ask: Ask, answer: Answer) -> bool:
    """A project's number, a step, or the words about it."""
    state = AboutProject.model_validate(ask.state)
    budget = turn.session.get_one(Budget, state.budget)
    if answer.choice == "later":
        turn.say(text("vote-review-later"))
    elif ask.step == "which":
        _which(turn, budget, answer.message.text.strip().lstrip("#"))
    elif ask.step == "step":
        if answer.choice is None:
            return False
        _ask_words(turn, state, VoteStep(answer.choice))
    else:
        _tell(turn, budget, state, VoteStep(ask.step), answer)
    return True


def _which(turn: Turn, budget: Budget, words: str) -> None:
    try:
        project = votes.project(turn.session, budget, int(words) if words.isdecimal() and len(words) < 10 else 0)
    except NoSuchVote:
        begin(turn, budget, text("vote-refused-unknown-project", project=words[:20]))
        return
    steps = voteprojects.next_steps(project)
    choices = [Choice(id=one.value, label=text(f"vote-works-{one.value.replace('_', '-')}")) for one in steps]
    later = Choice(id="later", label=text("cancel"))
    state = AboutProject(budget=budget.id, project=project.id)
    turn.ask("voteworks", "step", state, Question(paragraphs=[line(project)], choices=[*choices, later]))


def _ask_words(turn: Turn, state: AboutProject, step: VoteStep) -> None:
    question = Question(
        paragraphs=[text("vote-works-words")],
        choices=[Choice(id="later", label=text("cancel"))],
        accepts=frozenset({Accepts.DICTATION}),
        counts=True,
    )
    turn.ask("voteworks", step.value, state, question)


def _tell(turn: Turn, budget: Budget, state: AboutProject, step: VoteStep, answer: Answer) -> None:
    project = turn.session.get_one(Project, state.project)
    words = answer.message.text.strip()
    voteprojects.advance(turn.session, project, step, words, now=turn.now, staff=turn.staff)
    log_action(turn.session, turn.staff, f"project-{step.value}", f"project:{project.id}", now=turn.now, reason=words)
    begin(turn, budget, text("vote-works-told"))
