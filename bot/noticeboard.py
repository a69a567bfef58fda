"""What is published of votes, served where AGORA_PUBLIC_URL says, for anybody who wants to keep it as a witness.

GET /votes/spring/city/vote.json      what can be chosen and how it is counted, as it was frozen before the vote
GET /votes/spring/city/heads.jsonl    the signed heads so far, a new one every ten minutes in which ballots came
GET /votes/spring/city/verify.py      what checks the export
GET /votes/spring/city/export.zip     after the count
"""

import asyncio
import tempfile
from importlib import resources
from pathlib import Path

from aiohttp import web

from backend.errors import NoSuchVote, NotOpenYet
from backend.votes import votecount, votelog, votes
from storage.database import Database

_TYPES = {
    "vote.json": "application/json",
    "heads.jsonl": "application/jsonl",
    "verify.py": "text/x-python",
    "export.zip": "application/zip",
}


class Noticeboard:
    """The routes; they show what is public and nothing before its time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def routes(self) -> list[web.RouteDef]:
        """The routes, to be served from an application."""
        return [web.get("/votes/{vote}/{part}/{file}", self.show)]

    async def show(self, request: web.Request) -> web.Response:
        """One file of one part of a vote; 404 for what is not published, or not yet."""
        vote, part, file = (request.match_info[name] for name in ("vote", "part", "file"))
        try:
            body = await asyncio.to_thread(self._file, vote, part, file)
        except (NoSuchVote, NotOpenYet, KeyError):
            raise web.HTTPNotFound from None
        return web.Response(body=body, content_type=_TYPES[file])

    def _file(self, vote: str, part: str, file: str) -> bytes:
        if file == "export.zip":
            return self._exported(vote, part)
        with self._database.transaction() as session:
            heading = votes.part(session, votes.find(session, vote), part)
            match file:
                case "vote.json":
                    return votelog.frozen_of(heading).canonical
                case "heads.jsonl":
                    return votelog.heads_of(session, heading)
                case "verify.py":
                    return resources.files("backend.ballotlog").joinpath("verify.py").read_bytes()
        raise KeyError(file)

    def _exported(self, vote: str, part: str) -> bytes:
        with self._database.transaction() as session:
            published = votecount.published(session, votes.part(session, votes.find(session, vote), part))
        with tempfile.TemporaryDirectory() as folder:  # packing a large vote takes seconds, which nobody waits for
            return published.write(Path(folder) / "export.zip").read_bytes()
