"""Who there is to speak to: the topics by the name that their questions carry, and what each command opens."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from bot.conversation.ask import Answer
from bot.conversation.turn import Turn
from bot.topics.broadcasts import broadcasting, sending, weekly
from bot.topics.consultations import composing, consult, consulting, inviting, revising
from bot.topics.desk import (
    approving,
    casework,
    listing,
    members,
    moderation,
    ordering,
    originals,
    referred,
    teaching,
    texts,
    triage,
)
from bot.topics.digests import digest
from bot.topics.proposals import browse, commenting, council, moderating, pattern, single, suggest
from bot.topics.questions import agenda, answering, asking, hosting, meeting
from bot.topics.reports import follow, following, joining, own, report, satisfaction
from bot.topics.talk import language, linking, privacy, reception, steering
from bot.topics.votes import enrolling, vote, voteresult, votereview, votestaff, voteworks
from storage.asks import Ask


class Topic(Protocol):
    """Something one can talk about: it puts questions and deals with their answers."""

    def answered(self, turn: Turn, ask: Ask, answer: Answer, /) -> bool:
        """Deal with an answer; False when it turns out to be about something else."""
        ...


TOPICS: Mapping[str, Topic] = MappingProxyType(
    {
        "report": report,
        "follow": follow,
        "following": following,
        "joining": joining,
        "satisfaction": satisfaction,
        "language": language,
        "linking": linking,
        "triage": triage,
        "casework": casework,
        "listing": listing,
        "members": members,
        "ordering": ordering,
        "approving": approving,
        "moderation": moderation,
        "own": own,
        "teaching": teaching,
        "suggest": suggest,
        "browse": browse,
        "single": single,
        "commenting": commenting,
        "pattern": pattern,
        "meeting": meeting,
        "hosting": hosting,
        "agenda": agenda,
        "asking": asking,
        "answering": answering,
        "council": council,
        "moderating": moderating,
        "vote": vote,
        "voteresult": voteresult,
        "votestaff": votestaff,
        "votereview": votereview,
        "voteworks": voteworks,
        "enrolling": enrolling,
        "consult": consult,
        "consulting": consulting,
        "composing": composing,
        "revising": revising,
        "broadcasting": broadcasting,
        "sending": sending,
        "digest": digest,
        "weekly": weekly,
    }
)

STAFF_COMMANDS = MappingProxyType(
    {
        **triage.COMMANDS,
        "queue": listing.queue,
        "find": listing.find,
        "referrals": referred.command,
        "staff": members.command,
        "original": originals.command,
        "blocks": moderation.blocks,
        "confirm": teaching.command,
        "proposals": council.command,
        "questions": answering.command,
        "meetings": agenda.command,
        "meeting": agenda.begin,
        "votes": votestaff.command,
        "enrol": enrolling.command,
        "texts": texts.command,
        "unlink": linking.unlink_reporter,
        "consultations": consulting.command,
        "broadcast": broadcasting.command,
        "week": weekly.command,
        "cancel": steering.command_cancel,
        "back": steering.command_back,
    }
)
COMMANDS = MappingProxyType(
    {
        "start": reception.start,
        "help": reception.help_,
        "language": language.command,
        "mine": follow.command,
        "proposals": browse.command,
        "suggest": suggest.command,
        "meetings": meeting.command,
        "vote": vote.begin,
        "receipt": vote.receipt,
        "consultations": inviting.command,
        "digest": digest.command,
        "privacy": privacy.command,
        "cancel": steering.command_cancel,
        "back": steering.command_back,
        "link": linking.command,
        "unlink": linking.unlink,
    }
)
