"""Pictures that the city draws itself: once for the same name, which says all that is in them."""

from collections.abc import Callable

from sqlmodel import Session, select

from storage.mail import Media


def keep(session: Session, name: str, draw: Callable[[], bytes]) -> int:
    """The media id of a picture by its name, drawn where there is none yet."""
    known = session.exec(select(Media).where(Media.channel == "city", Media.file_id == name)).first()
    if known is None:
        known = Media(channel="city", file_id=name, content=draw())
        session.add(known)
        session.flush()
    return known.id
