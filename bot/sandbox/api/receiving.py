"""Methods by which a bot gets its updates."""

import asyncio
from urllib.parse import urlsplit

from bot.sandbox.account import Account, Hook
from bot.sandbox.api.call import Call
from bot.sandbox.api_error import ApiError, bad_request
from bot.sandbox.wire import Json

MAX_POLL_SECONDS = 50


async def get_updates(call: Call) -> list[Json]:
    """What is new for the bot; while nothing is, hold the line as long as the bot asked for."""
    account = call.account
    if account.hook is not None:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    _allow(call)
    account.poll += 1
    account.updates.bell.ring()
    account.polling += 1
    try:
        return await _poll(call, account, account.poll)
    finally:
        account.polling -= 1
        account.polled_at = asyncio.get_running_loop().time()


async def _poll(call: Call, account: Account, mine: int) -> list[Json]:
    clock = asyncio.get_running_loop().time
    offset = call.parameters.integer("offset")
    limit = min(100, max(1, call.parameters.integer("limit", 100)))
    until = clock() + min(MAX_POLL_SECONDS, call.parameters.integer("timeout"))
    while True:
        if account.poll != mine or account.hook is not None:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        found = account.updates.take(offset, limit)
        left = until - clock()
        if found or left <= 0 or call.sandbox.closing:
            return found
        # Confirming is done once: an update handed over twice must survive the second look.
        offset = 0
        await account.updates.bell.wait(left)


def set_webhook(call: Call) -> bool:
    """Post updates to an address from now on; an empty address ends that."""
    account = call.account
    url = call.parameters.text("url")
    if not url:
        return delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("bad webhook: invalid webhook URL specified")
    secret = call.parameters.text("secret_token")
    if secret and not (len(secret) <= 256 and secret.replace("-", "").replace("_", "").isalnum() and secret.isascii()):
        raise bad_request("secret token contains unallowed characters")
    _allow(call)
    _drop(call)
    account.hook = Hook(url, secret, call.parameters.integer("max_connections", 40))
    account.updates.bell.ring()
    return True


def delete_webhook(call: Call) -> bool:
    """Stop posting; the bot asks by itself again."""
    call.account.hook = None
    _drop(call)
    call.account.updates.bell.ring()
    return True


def get_webhook_info(call: Call) -> Json:
    """Where updates are posted to and how that goes."""
    hook = call.account.hook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.account.updates),
    }
    if call.account.updates.allowed:
        info["allowed_updates"] = list(call.account.updates.allowed)
    if hook:
        info["max_connections"] = hook.max_connections
        if hook.failed_at is not None:
            info |= {"last_error_date": hook.failed_at, "last_error_message": hook.failure}
    return info


def _allow(call: Call) -> None:
    kinds = call.parameters.data("allowed_updates")
    if isinstance(kinds, list):
        call.account.updates.allowed = [str(kind) for kind in kinds]


def _drop(call: Call) -> None:
    if call.parameters.flag("drop_pending_updates"):
        call.account.updates.clear()
