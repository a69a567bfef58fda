"""Real pictures for tests, with the notes that cameras make in them."""

from fractions import Fraction
from io import BytesIO

from PIL import ExifTags, Image

SECRET = b"GPS-here"
"""What stands wherever a camera or a person may have left something in a file."""


def jpeg(at: tuple[float, float] | None = None, *, size: tuple[int, int] = (640, 480), turned: bool = False) -> bytes:
    """A JPEG, red on the left and blue on the right as its pixels lie; `turned` says that it must be turned to be seen.

    With a position (WGS 84 degrees) it holds EXIF with GPS, and the secret in EXIF, a comment and after the end.
    """
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    written = BytesIO()
    image.save(written, "JPEG", exif=exif(at, turned=turned), comment=SECRET if at else b"")
    return written.getvalue() + (SECRET if at else b"")


def exif(at: tuple[float, float] | None = None, *, turned: bool = False) -> Image.Exif:
    """A camera's notes: position, maker, and how it was held (orientation 6: a quarter turn)."""
    notes = Image.Exif()
    if turned:
        notes[ExifTags.Base.Orientation] = 6
    if at is not None:
        notes[ExifTags.Base.Make] = SECRET.decode()
        notes[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitudeRef: "N" if at[0] >= 0 else "S",
            ExifTags.GPS.GPSLatitude: _sexagesimal(at[0]),
            ExifTags.GPS.GPSLongitudeRef: "E" if at[1] >= 0 else "W",
            ExifTags.GPS.GPSLongitude: _sexagesimal(at[1]),
        }
    return notes


def heic(at: tuple[float, float]) -> bytes:
    """The head of a HEIC and a camera's notes; the pixels are missing, which nobody here can decode anyway."""
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200) + exif(at).tobytes() + bytes(200)


def _sexagesimal(degrees: float) -> tuple[Fraction, Fraction, Fraction]:
    whole, rest = divmod(abs(degrees), 1)
    minutes, rest = divmod(rest * 60, 1)
    return Fraction(int(whole)), Fraction(int(minutes)), Fraction(round(rest * 60 * 10_000), 10_000)
