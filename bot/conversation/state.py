"""What topics remember between a question and its answer, when it is no more than this."""

from pydantic import BaseModel, ConfigDict


class Nothing(BaseModel):
    """A question that needs no memory."""

    model_config = ConfigDict(frozen=True)


class AboutReport(BaseModel):
    """A question about one report, and the version of it that was shown."""

    model_config = ConfigDict(frozen=True)

    number: int
    version: int | None = None


class AboutProposal(BaseModel):
    """A question about one proposal; for comments their side, or how many were read."""

    model_config = ConfigDict(frozen=True)

    number: int
    side: str = ""
    offset: int = 0


class AboutProject(BaseModel):
    """A question about a vote, or about one of its projects."""

    model_config = ConfigDict(frozen=True)

    budget: int
    project: int = 0
