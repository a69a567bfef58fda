"""Numbers: whatever a gateway calls a sender becomes E.164, or nobody who can be answered."""

import re
from dataclasses import dataclass

import phonenumbers

_NUMBER = re.compile(r"\+?[\d\s().-]{7,20}")
_OLD_MEXICAN = re.compile(r"(?:\+?52\s*1|\+?521|044|045)\s*(?=\d{10}$)")


@dataclass(frozen=True)
class Number:
    """A number in E.164 and its region (ISO 3166-1), empty for those that belong to no country."""

    e164: str
    region: str


def normalised(raw: str, region: str) -> Number | None:
    """The number as dialled within a region; None for names, short codes and what no phone can have."""
    words = re.sub(r"^00", "+", raw.strip())
    if not _NUMBER.fullmatch(words):
        return None
    if region == "MX":
        words = _OLD_MEXICAN.sub("+52", re.sub(r"[\s().-]", "", words))
    return _parsed(words, region) or _parsed(f"+{words}", region)


def _parsed(words: str, region: str) -> Number | None:
    try:
        parsed = phonenumbers.parse(words, region)
    except phonenumbers.NumberParseException:
        return None
    # Possible, not valid: what an authority has handed out lately stands in no table.
    if not phonenumbers.is_possible_number(parsed):
        return None
    code = phonenumbers.region_code_for_number(parsed) or _region(parsed, region)
    return Number(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), code)


def _region(parsed: phonenumbers.PhoneNumber, region: str) -> str:
    regions = phonenumbers.region_codes_for_country_code(parsed.country_code or 0)
    return region if region in regions else next(iter(regions), "")
