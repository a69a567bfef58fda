"""A courier between an outbox and a channel that does as it is told."""

from collections.abc import AsyncIterator

import pytest

from bot.courier import Courier
from storage.contacts import Urn
from storage.database import Database
from tests.rim.post_office import Obedient, PostOffice, now, render


@pytest.fixture
def office(database: Database) -> PostOffice:
    """An empty outbox, on either database."""
    return PostOffice(database)


@pytest.fixture
def channel() -> Obedient:
    """A channel that does as it is told."""
    return Obedient()


@pytest.fixture
def courier(office: PostOffice, channel: Obedient) -> Courier:
    """A courier who has not begun."""
    return Courier(office.database, {"residents": channel}, render, now)


@pytest.fixture
async def working(courier: Courier) -> AsyncIterator[Courier]:
    """A courier at work."""
    async with courier:
        yield courier


@pytest.fixture
def ana(office: PostOffice) -> Urn:
    """Somebody with an address."""
    return office.address("residents", "telegram:1")
