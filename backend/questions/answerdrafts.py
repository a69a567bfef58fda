"""Drafts of written answers: what staff answered once, put beside the city's answers for somebody to review."""

import json
from pathlib import Path

from backend.errors import DraftNotWritten
from backend.questions.answers import DRAFTS, FOLDER
from storage.questions import CityQuestion


def write(folder: Path, question: CityQuestion, *, by: str) -> Path:
    """Write a question with its answer to `answers/drafts/` of a city folder and return the file.

    The file lacks a source and the other languages on purpose: `agora city check` names both once it is moved up.
    Raises DraftNotWritten where the folder can't be written to.
    """
    if question.answered_at is None:
        raise ValueError("only an answer can be kept")
    path = folder / FOLDER / DRAFTS / f"q{question.id}.toml"
    language = question.language
    lines = [
        f"# Question Q{question.id}, answered by {by}. To use it: check it, name the source, translate it and move it",
        f"# to {FOLDER}/. Residents' words may hold personal data: ask the question in other words.",
        "[[answers]]",
        f'code = "q{question.id}"',
        'source = ""',
        f"date = {question.answered_at.date().isoformat()}",
        f"question = {{ {language} = {_quoted(question.words)} }}",
        f"text = {{ {language} = {_quoted(question.answer)} }}",
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise DraftNotWritten(why=error.strerror or "?") from error
    return path


def _quoted(text: str) -> str:
    # A TOML basic string is written as a JSON string is, but for the one character that JSON leaves as it stands.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
