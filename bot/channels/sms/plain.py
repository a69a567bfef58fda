"""Plain letters for a text that would need UCS-2: all of it fits GSM-7 afterwards, or nothing is changed."""

import re
import unicodedata

from bot.channels.sms import gsm7

LANGUAGES = frozenset({"ca", "de", "en", "es", "eu", "fr", "gl", "it", "nl", "pt"})
"""Languages that stay readable without accents; others, such as Vietnamese, would lose their meaning."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−·•▪◦", "-"),
        **dict.fromkeys("\t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad", ""),
        **dict.fromkeys("→⇒➔", ">"),
        **dict.fromkeys("←⇐", "<"),
        **dict.fromkeys("✓✔✅ℹ", ""),
        **dict.fromkeys("°º", "o"),
        "…": "...",
        "ª": "a",
        "№": "No",
        "×": "x",
        "œ": "oe",
        "Œ": "OE",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ç": "c",
    }
)
_SYMBOLS = frozenset({"So", "Sk", "Cf"})


def plainly(text: str, language: str) -> str:
    """The text in GSM-7 when its language bears it and all of it fits, else as it was; normalised (NFC) either way."""
    composed = unicodedata.normalize("NFC", text)
    if language not in LANGUAGES or gsm7.fits(composed):
        return composed
    tidy = _tidied("".join(_letter(char) for char in _unspaced(composed).translate(_PLAIN)))
    return tidy if gsm7.fits(tidy) else composed


def _letter(char: str) -> str:
    if gsm7.fits(char):
        return char
    if unicodedata.category(char) in _SYMBOLS:
        return ""
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    return bare.translate(_PLAIN)


def _unspaced(text: str) -> str:
    """French quotation marks keep their distance from the words; plain ones don't."""
    return re.sub(r"«\s*|\s*»", '"', text)


def _tidied(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
