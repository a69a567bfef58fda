"""Posts updates to bots that set a webhook."""

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.account import Account, Hook
from bot.sandbox.wire import Json

FIRST_RETRY = 0.1
LAST_RETRY = 5.0


class WebhookPost:
    """Brings one bot's updates to its address, in order, again and again until each is taken."""

    def __init__(self, account: Account, session: ClientSession) -> None:
        self._account = account
        self._session = session

    async def run(self) -> None:
        """Post for as long as the sandbox lives."""
        retry = FIRST_RETRY
        while True:
            hook, pending = self._account.hook, self._account.updates.head()
            if hook is None or pending is None:
                await self._account.updates.bell.wait(60)
                retry = FIRST_RETRY
            elif await self._post(hook, pending.update):
                self._account.updates.done(pending)
                retry = FIRST_RETRY
            else:
                await asyncio.sleep(retry)
                retry = min(LAST_RETRY, retry * 2)

    async def _post(self, hook: Hook, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with self._session.post(
                hook.url, json=update, headers=headers, timeout=ClientTimeout(30), allow_redirects=False
            ) as answer:
                if 200 <= answer.status < 300:
                    hook.answered = True
                    return True
                failure = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError, OSError) as error:
            failure = str(error) or type(error).__name__
        hook.answered = False
        hook.failed_at = int(self._account.clock())
        hook.failure = failure
        return False
