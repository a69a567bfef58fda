"""Pictures: what goes on to anybody else is pixels and nothing more; where one was taken is told to its owner alone."""

import math
import re
from enum import StrEnum
from io import BytesIO

from PIL import ExifTags, Image, ImageOps

from backend.errors import PictureUnusable

LONGEST_SIDE = 2560
"""Pixels of the longer side of a picture that goes on: enough for a crew, and within what every channel takes."""
_MOST_PIXELS = 170_000_000
"""Pixels that are still decoded: more than any phone's camera has; a picture that claims more is a trap."""
_QUALITY = 88
_HEADER = 64
_EXIF_BLOCK = re.compile(rb"Exif\x00\x00(?=II\x2a\x00|MM\x00\x2a)")
_EXIF_LIMIT = 128 * 1024
_READ = ("JPEG", "PNG", "WEBP", "GIF")


class Kind(StrEnum):
    """What a picture is by its first bytes, whatever its name and its sender say."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    HEIC = "heic"


_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})


def kind_of(content: bytes) -> Kind | None:
    """The kind of a picture, None for what is none."""
    head = content[:_HEADER]
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return Kind.GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.WEBP
    # ISO/IEC 23008-12: a file type box whose brand says that pictures are inside.
    return Kind.HEIC if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS else None


def cleaned(content: bytes) -> bytes:
    """A picture as JPEG, upright, of a bearable size, without a word of what its camera and its owner noted in it.

    Everything but the pixels is left behind: EXIF (JEITA CP-3451), XMP, IPTC, comments, previews, profiles and whatever
    hangs after the end. Raises PictureUnusable for what is no picture, is broken, is too large or can't be decoded.
    """
    kind = kind_of(content)
    if kind is None:
        raise PictureUnusable("broken")
    if kind is Kind.HEIC:
        raise PictureUnusable("heic")
    try:
        with Image.open(BytesIO(content), formats=_READ) as image:
            _check_size(image)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            return _as_jpeg(upright)
    except (PictureUnusable, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise PictureUnusable("too-big") from None
    except Exception as error:
        # Decoders raise whatever they like at what strangers send.
        raise PictureUnusable("broken") from error


def taken_at(content: bytes) -> tuple[float, float] | None:
    """Where a picture says that it was taken: latitude and longitude in WGS 84 degrees (EXIF 2.32, GPS IFD)."""
    try:
        if kind_of(content) is Kind.HEIC:
            exif = _exif_of_heic(content)
        else:
            with Image.open(BytesIO(content), formats=_READ) as image:
                exif = image.getexif()
        return _position(exif)
    except Exception:  # noqa: BLE001 - decoders raise what they like, and without a position it is a picture still
        return None


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > _MOST_PIXELS:
        raise PictureUnusable("too-big")


def _as_jpeg(image: Image.Image) -> bytes:
    if image.has_transparency_data:
        whole = image.convert("RGBA")
        image = Image.new("RGB", whole.size, "white")
        image.paste(whole, mask=whole.getchannel("A"))
    # A fresh picture of the same pixels: nothing that was noted beside them can come along.
    bare = Image.new("RGB", image.size)
    bare.paste(image.convert("RGB"))
    written = BytesIO()
    bare.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _exif_of_heic(content: bytes) -> Image.Exif:
    """The notes of a picture that can't be decoded: they stand in the file as they stand in a JPEG."""
    exif = Image.Exif()
    found = _EXIF_BLOCK.search(content)
    if found is not None:
        exif.load(content[found.start() : found.start() + _EXIF_LIMIT])
    return exif


def _position(exif: Image.Exif) -> tuple[float, float] | None:
    notes = exif.get_ifd(ExifTags.IFD.GPSInfo)
    lat = _degrees(notes.get(ExifTags.GPS.GPSLatitude), notes.get(ExifTags.GPS.GPSLatitudeRef), "NS")
    lon = _degrees(notes.get(ExifTags.GPS.GPSLongitude), notes.get(ExifTags.GPS.GPSLongitudeRef), "EW")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    # Cameras that have not found themselves yet write zeros; no city lies in that sea.
    return (lat, lon) if (lat, lon) != (0.0, 0.0) else None


def _degrees(value: object, side: object, sides: str) -> float | None:
    if not isinstance(value, tuple) or len(value) != 3 or not isinstance(side, str) or side[:1] not in tuple(sides):
        return None
    degrees, minutes, seconds = (float(part) for part in value)
    found = degrees + minutes / 60 + seconds / 3600
    return (-found if side[:1] == sides[1] else found) if math.isfinite(found) else None
