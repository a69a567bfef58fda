"""Text as it is searched: without case, accents and anything but letters and digits."""

import unicodedata


def folded(text: str) -> str:
    """The words of a text in lower case, without accents and punctuation, a space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    return " ".join(kept.split())
