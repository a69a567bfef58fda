"""Money as whole numbers: an election counts in its smallest unit, so that no rounding decides."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation


def amount(text: str) -> Decimal:
    """An amount as files write it: "1538904.42", "1538904,42"; raises InvalidOperation for anything else."""
    value = Decimal(text.strip().replace(" ", "").replace(",", "."))
    if not value.is_finite():
        raise InvalidOperation
    return value


def money_scale(amounts: Iterable[Decimal]) -> int:
    """How many of the smallest unit in use make one currency unit: 1 for whole amounts, 100 for cents."""
    places = 0
    for one in amounts:
        exponent = one.normalize().as_tuple().exponent
        places = max(places, -exponent if isinstance(exponent, int) else 0)
    scale: int = 10**places
    return scale


def written(units: int, scale: int) -> str:
    """An amount in smallest units as plain text in currency units, without needless zeros."""
    return format((Decimal(units) / scale).normalize(), "f")


def as_number(units: int, scale: int) -> int | float:
    """An amount in currency units for JSON: a whole number where it is one."""
    return units // scale if units % scale == 0 else float(Decimal(units) / scale)
