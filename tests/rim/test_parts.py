"""A reply becomes the messages that Telegram can carry."""

from bot.channels.parts import AlbumPart, Keys, PhotoPart, PlacePart, TextPart, plan, weight
from bot.conversation.message import Point
from bot.conversation.reply import Rendered

BUTTONS = [[("Send", "a:1:send")]]
KEYS = Keys(BUTTONS)


def test_words_alone() -> None:
    """A text is one message with its buttons."""
    assert plan(Rendered(text="Hello", buttons=BUTTONS), []) == [TextPart("Hello", KEYS)]


def test_buttons_stand_under_the_last_part() -> None:
    """Of a text that is too long only the last part can be pressed."""
    parts = plan(Rendered(text="word " * 2000, buttons=BUTTONS), [])
    assert [bool(part.keys) for part in parts if isinstance(part, TextPart)] == [False, False, True]


def test_a_photo_carries_a_short_text() -> None:
    """One picture and few words are one message."""
    assert plan(Rendered(text="Look", buttons=BUTTONS), [b"x"]) == [PhotoPart(b"x", "Look", KEYS)]


def test_a_long_text_follows_its_photo() -> None:
    """A caption has less room than a text."""
    text = "w" * 1025
    assert plan(Rendered(text=text, buttons=BUTTONS), [b"x"]) == [PhotoPart(b"x"), TextPart(text, KEYS)]


def test_photos_come_as_albums_of_ten() -> None:
    """Many pictures are albums, and one left over stands alone."""
    photos = [bytes([number]) for number in range(11)]
    parts = plan(Rendered(text="Look"), photos)
    assert parts == [AlbumPart(photos[:10]), PhotoPart(photos[10]), TextPart("Look")]
    assert [weight(part) for part in parts] == [10, 1, 1]


def test_a_place_comes_first() -> None:
    """The pin on the map stands above the words about it."""
    point = Point(lat=42.3, lon=-71.1)
    assert plan(Rendered(text="Here?", point=point), []) == [PlacePart(point), TextPart("Here?")]


def test_buttons_without_words_hang_on_what_there_is() -> None:
    """A pin or a picture can carry the buttons, an album leaves them to its last picture."""
    point = Point(lat=42.3, lon=-71.1)
    assert plan(Rendered(text="", point=point, buttons=BUTTONS), []) == [PlacePart(point, KEYS)]
    assert plan(Rendered(text="", buttons=BUTTONS), [b"a", b"b"]) == [PhotoPart(b"a"), PhotoPart(b"b", keys=KEYS)]


def test_answers_go_before_the_position() -> None:
    """Telegram has room for one kind of keys: the buttons, else the one that shares the position."""
    both = Rendered(text="Where?", buttons=BUTTONS, point_button="Here")
    assert plan(both, []) == [TextPart("Where?", KEYS)]
    assert plan(Rendered(text="Where?", point_button="Here"), []) == [TextPart("Where?", Keys(point_button="Here"))]


def test_nothing_is_nothing() -> None:
    """A blank reply makes no message."""
    assert plan(Rendered(text="  "), []) == []
