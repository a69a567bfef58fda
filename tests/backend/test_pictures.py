"""What goes on of a picture is its pixels; where it was taken can be read before that."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from backend.errors import PictureUnusable
from backend.reports import pictures
from tests import snapshots

CHURCH_STREET = (42.30861, -71.06206)


def opened(content: bytes) -> Image.Image:
    """A picture, decoded."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def written(image: Image.Image, kind: str, **how: object) -> bytes:
    """A picture as a file."""
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def test_nothing_but_pixels_goes_on() -> None:
    """EXIF, a comment and what hangs after the end are gone."""
    before = snapshots.jpeg(CHURCH_STREET)
    assert before.count(snapshots.SECRET) == 3
    after = pictures.cleaned(before)
    assert snapshots.SECRET not in after
    assert b"Exif" not in after
    assert dict(opened(after).getexif()) == {}
    assert pictures.taken_at(after) is None


def test_a_picture_stays_upright() -> None:
    """What the camera noted about how it was held is turned into pixels before the note is dropped."""
    after = opened(pictures.cleaned(snapshots.jpeg(CHURCH_STREET, turned=True)))
    assert after.size == (480, 640)
    top, bottom = after.getpixel((240, 50)), after.getpixel((240, 590))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (round(top[0], -2), round(top[2], -2)) == (300, 0)
    assert (round(bottom[0], -2), round(bottom[2], -2)) == (0, 300)


@pytest.mark.parametrize("at", [CHURCH_STREET, (47.2184, -1.5536), (-33.8688, 151.2093)])
def test_where_it_was_taken(at: tuple[float, float]) -> None:
    """The position is read to the metre, of a HEIC too, which nobody here can decode."""
    for content in (snapshots.jpeg(at), snapshots.heic(at)):
        found = pictures.taken_at(content)
        assert found == pytest.approx(at, abs=1e-5)


@pytest.mark.parametrize("at", [None, (0.0, 0.0)])
def test_no_position(at: tuple[float, float] | None) -> None:
    """Without notes there is none, nor before the camera has found itself."""
    assert pictures.taken_at(snapshots.jpeg(at)) is None


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("WEBP", "RGB"),
                                            ("GIF", "P"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "LA")])  # fmt: skip
def test_every_kind_becomes_a_jpeg(kind: str, mode: str) -> None:
    """Whatever kind and colours it came in."""
    after = pictures.cleaned(written(Image.new(mode, (30, 20)), kind))
    assert pictures.kind_of(after) is pictures.Kind.JPEG
    assert opened(after).size == (30, 20)


def test_glass_becomes_white() -> None:
    """What is transparent is not black."""
    after = opened(pictures.cleaned(written(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")))
    assert after.getpixel((4, 4)) == (255, 255, 255)


def test_a_giant_is_made_smaller() -> None:
    """A picture of 48 megapixels goes on in a size that every channel takes."""
    after = opened(pictures.cleaned(snapshots.jpeg(CHURCH_STREET, size=(8000, 6000))))
    assert after.size == (2560, 1920)


def test_a_trap_is_refused() -> None:
    """A file of a few bytes that claims to be larger than any picture is not decoded."""
    before = bytearray(written(Image.new("L", (1, 1)), "PNG"))
    before[16:24] = (60_000).to_bytes(4) * 2
    with pytest.raises(PictureUnusable):
        pictures.cleaned(bytes(before))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "broken"),
        (b"%PDF-1.7", "broken"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "broken"),
        (snapshots.jpeg(CHURCH_STREET)[:900], "broken"),
        (b"\xff\xd8\xff\xe0", "broken"),
        (snapshots.heic(CHURCH_STREET), "heic"),
    ],
)
def test_what_is_no_picture(content: bytes, why: str) -> None:
    """It is refused with a reason, whatever its sender called it."""
    with pytest.raises(PictureUnusable) as refused:
        pictures.cleaned(content)
    assert refused.value.why == why


@given(st.data())
def test_damaged_pictures_do_no_harm(data: st.DataObject) -> None:
    """Whatever bytes are changed: it is cleaned or refused, and never gives the secret on."""
    content = bytearray(snapshots.jpeg(CHURCH_STREET, size=(32, 24)))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    pictures.taken_at(bytes(content))
    try:
        after = pictures.cleaned(bytes(content))
    except PictureUnusable:
        return
    assert snapshots.SECRET not in after
