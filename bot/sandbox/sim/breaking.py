"""Breaking things, and setting limits."""

from collections.abc import Iterable

from bot.sandbox.account import Account
from bot.sandbox.faults import Faults
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.sim.bodies import FaultOrder, LimitOrder
from bot.sandbox.sim.phone import account_of
from bot.sandbox.wire import Json


def order_faults(sandbox: Sandbox, order: FaultOrder) -> Json:
    """Break what is named, leave the rest as it is."""
    named = order.model_fields_set - {"bot"}
    for account in _meant(sandbox, order.bot):
        # Each bot counts its faults down by itself, hence a copy each; a null mends what it names.
        own = order.model_copy(deep=True)
        changes = {name: getattr(own, name) for name in named}
        changes = {name: getattr(Faults(), name) if value is None else value for name, value in changes.items()}
        account.faults = account.faults.model_copy(update=changes)
        if not account.faults.reorder:
            sandbox.release(account)
    return faults(sandbox)


def clear_faults(sandbox: Sandbox) -> Json:
    """Mend everything."""
    for account in sandbox.accounts.values():
        account.faults = Faults()
        sandbox.release(account)
    return faults(sandbox)


def faults(sandbox: Sandbox) -> Json:
    """What is broken, for each bot."""
    return {alias: account.faults.model_dump() for alias, account in sandbox.accounts.items()}


def order_limits(sandbox: Sandbox, order: LimitOrder) -> Json:
    """Set how strict the flood limits are."""
    changes = order.model_dump(exclude_unset=True, exclude={"bot", "shut"}, exclude_none=True)
    for account in _meant(sandbox, order.bot):
        if order.shut is not None:
            account.gate.shut(order.shut)
        account.gate.limits = account.gate.limits.model_copy(update=changes)
    return limits(sandbox)


def limits(sandbox: Sandbox) -> Json:
    """How strict the flood limits are, for each bot."""
    return {alias: account.gate.limits.model_dump() for alias, account in sandbox.accounts.items()}


def _meant(sandbox: Sandbox, alias: str | None) -> Iterable[Account]:
    return sandbox.accounts.values() if alias is None else [account_of(sandbox, alias)]
