"""Places as people read them."""

from bot.conversation.reply import Text, text
from nlp.reading import Place, Precision


def address_of(place: Place) -> str:
    """A place in the city's own names, as it is kept and shown: number, street, crossing, area."""
    return ", ".join(part for part in (_spot(place), place.area) if part)


def kept_place(address: str, area: str | None, *, lat: float | None, lon: float | None) -> Place:
    """A place as it was kept: what `address_of` wrote, the area at its end taken apart again, and its point if any."""
    spot = address.removesuffix(area or "").rstrip(", ")
    return Place(text=spot, precision=Precision.LANDMARK, area=area, lat=lat, lon=lon)


def _spot(place: Place) -> str | None:
    match place.precision:
        case Precision.INTERSECTION if place.street and place.cross:
            return f"{place.street} & {place.cross}"
        case Precision.AREA:
            return None if place.area else place.text
        case _:
            spot = " ".join(part for part in (place.number, place.street) if part)
            return spot or place.text or None


def shown(place: Place) -> Text:
    """A place in a sentence: a pin is near a street, not on it."""
    address = address_of(place)
    if place.precision is Precision.LANDMARK and not address:
        return text("place-in-photo")
    if place.precision is Precision.PIN:
        return text("place-pin", address=address) if address else text("place-pin-nameless")
    return text("place-named", address=address)


def is_same(one: Place, other: Place) -> bool:
    """Whether two places would send a crew to the same spot."""
    return address_of(one) == address_of(other)
