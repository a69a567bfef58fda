"""GSM-7, the small alphabet of text messages (3GPP TS 23.038 §6.2.1): the basic table and its extension."""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")


def fits(text: str) -> bool:
    """Whether every character is in the alphabet."""
    return all(char in _BASIC or char in _EXTENSION for char in text)


def septets(char: str) -> int:
    """What one character of the alphabet takes: two for those behind the escape."""
    return 2 if char in _EXTENSION else 1
