"""What is published of votes: the frozen vote and the signed heads at any time, the export after the count."""

import json
import zipfile
from datetime import timedelta
from io import BytesIO

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from backend.ballotlog import verify
from backend.votes import ballotbox, roll, votephases
from bot.noticeboard import Noticeboard
from storage.database import Database
from storage.votes import Heading
from tests.tally.ballotdays import NOW, contact, counted, opened


async def _get(database: Database, path: str) -> tuple[int, bytes]:
    app = web.Application()
    app.add_routes(Noticeboard(database).routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(path)
        return answer.status, await answer.read()


def _cast(database: Database) -> None:
    with database.transaction() as session:
        budget, heading = opened(session)
        who = roll.identity_of(session, budget, contact(session).id)
        ballotbox.cast(session, session.get_one(Heading, heading.id), who, ["1", "3"], now=NOW)


async def test_heads_are_shown_while_the_vote_is_open_and_catch_a_log_that_was_rewritten(database: Database) -> None:
    """Whoever kept them holds the city to them; before the close nothing else can be had."""
    _cast(database)
    for minutes in (11, 22):
        with database.transaction() as session:
            votephases.turn_phases(session, now=NOW + timedelta(minutes=minutes))
    status, kept = await _get(database, "/votes/spring/city/heads.jsonl")
    assert (status, [json.loads(line)["head"]["size"] for line in kept.splitlines()]) == (200, [0, 1])
    frozen = json.loads((await _get(database, "/votes/spring/city/vote.json"))[1])
    assert frozen["rule"] == "greedy"
    assert (await _get(database, "/votes/spring/city/export.zip"))[0] == 404
    with database.transaction() as session:
        counted(session)
    status, exported = await _get(database, "/votes/spring/city/export.zip")
    assert status == 200
    with zipfile.ZipFile(BytesIO(exported)) as files:
        found = {name: files.read(name) for name in verify.FILES}
        assert files.read("verify.py") == (await _get(database, "/votes/spring/city/verify.py"))[1]
    assert verify.verify(found, witness=kept)[0] == []
    other = kept.replace(b'"size":1', b'"size":2')
    assert verify.verify(found, witness=other)[0] != []


async def test_what_is_not_published_is_not_found(database: Database) -> None:
    """No other vote, part or file, and nothing that a path could lead to."""
    _cast(database)
    for path in ("/votes/winter/city/vote.json", "/votes/spring/north/vote.json", "/votes/spring/city/log.jsonl"):
        assert (await _get(database, path))[0] == 404
    assert (await _get(database, "/votes/spring/city/..%2F..%2Fcity.toml"))[0] == 404
