"""Words for texts: Fluent messages from `locales/`, one folder a language, one file a topic."""

import logging
from collections.abc import Mapping
from datetime import tzinfo
from decimal import Decimal
from pathlib import Path

from babel import Locale
from babel.dates import format_datetime
from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource

from bot.conversation.reply import Choice, Moment, Money, Named, Text, Variable

log = logging.getLogger(__name__)


class Texts:
    """Renders texts in a language; the first language stands in for one that is not spoken."""

    def __init__(self, folder: Path, languages: list[str], zone: tzinfo) -> None:
        self.languages = languages
        self._zone = zone
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}

    def render(self, text: Text, language: str, *, short: bool = False) -> str:
        """The words of a text; with `short`, its `.sms` form where it has one."""
        bundle = self._bundle(language if language in self.languages else self.languages[0])
        if not bundle.has_message(text.id):
            log.error("no text %s in %s", text.id, language)
            return text.id
        message = bundle.get_message(text.id)
        pattern = (message.attributes.get("sms") if short else None) or message.value
        if pattern is None:
            log.error("text %s in %s has no value", text.id, language)
            return text.id
        words, errors = bundle.format_pattern(pattern, self._arguments(text.args, language, short))
        for error in errors:
            log.error("text %s in %s: %s", text.id, language, error)
        return str(words)

    def _bundle(self, language: str) -> FluentBundle:
        # Reading a language takes a third of a second: each is read when somebody who speaks it is answered first.
        if language not in self._bundles:
            self._bundles[language] = _bundle(self._folder / language, language)
        return self._bundles[language]

    def label(self, choice: Choice, language: str, *, short: bool = False) -> str:
        """What stands on a choice's button, or on a phone beside its number."""
        return str(self._argument(choice.label, language, short=short))

    def _arguments(self, args: Mapping[str, Variable], language: str, short: bool) -> dict[str, str | int | float]:
        return {name: self._argument(value, language, short=short) for name, value in args.items()}

    def _argument(self, value: Variable, language: str, *, short: bool) -> str | int | float:
        match value:
            case Text():
                return self.render(value, language, short=short)
            case Named():
                return self._name(value, language, short=short)
            case Moment():
                return self._moment(value, language, short=short)
            case Money():
                return _money(value, language)
            case _:
                return value

    def _name(self, named: Named, language: str, *, short: bool) -> str:
        if known := named.names.get(language):
            return known
        other = next((one for one in self.languages if named.names.get(one)), next(iter(named.names), ""))
        words = named.names.get(other, "")
        if not named.marked or not words:
            return words
        only = Text(id="only-in", args={"words": words, "language": Text(id=f"language-{other}")})
        return self.render(only, language, short=short)

    def _moment(self, moment: Moment, language: str, *, short: bool) -> str:
        # How a language writes a date stands with its words, as a pattern of Unicode TR 35.
        pattern = self.render(Text(id=f"pattern-{moment.style}"), language, short=short)
        return format_datetime(moment.at.astimezone(self._zone), pattern, locale=language)


def _money(money: Money, language: str) -> str:
    amount = Decimal(money.units) / money.scale
    if money.units % money.scale:
        return format_currency(amount, money.currency, locale=language)
    # Nobody writes the cents of a park.
    pattern = Locale.parse(language).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(amount, money.currency, pattern, locale=language, currency_digits=False)


def _bundle(folder: Path, language: str) -> FluentBundle:
    # Isolation marks would force an SMS into 70 characters instead of 160.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
