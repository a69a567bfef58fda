"""Replies for phones: short words, choices as digits, never more at once than a person has asked for."""

import re
from collections.abc import Sequence

from bot.channels.sms.plain import plainly
from bot.channels.sms.segments import count
from bot.conversation.reply import Lines, Paragraph, Rendered, Reply, text
from bot.conversation.texts import Texts

MOST_SEGMENTS = 3
"""What one message may cost; for the rest one asks with MORE."""
MOST_CHOICES = 5
"""So many choices stand in one message; their numbers go on in the next."""

_WORD = re.compile(r"\s*\S+")


def render(reply: Reply, texts: Texts, language: str) -> Rendered:
    """The page of a reply that is due."""
    return Rendered(text=pages(reply, texts, language)[reply.page], regardless=reply.regardless)


def count_of(reply: Reply, texts: Texts, language: str) -> int:
    """How many pages a reply has."""
    return len(pages(reply, texts, language))


def pages(reply: Reply, texts: Texts, language: str) -> list[str]:
    """All pages of a reply, at least one, each within three segments and saying how to get the next."""
    words = plainly("\n".join(_words(reply.paragraphs, texts, language)), language)
    menus = [plainly(menu, language) for menu in _menus(reply, texts, language)]
    tail = plainly(texts.render(text("sms-more"), language), language)
    blocks = [words, *menus]
    found: list[str] = []
    page = ""
    for position, block in enumerate(blocks):
        # The first five choices belong to their question; further ones wait to be asked for.
        wanted = "\n".join(part for part in (page, block) if part)
        is_last = position == len(blocks) - 1
        if position <= 1 and _fits(wanted, "" if is_last else tail):
            page = wanted
            continue
        if page:
            found.append(page)
        *before, page = _cut(block, tail)
        found += before
    found.append(page)
    return [f"{page}\n{tail}" for page in found[:-1]] + found[-1:]


def _fits(page: str, tail: str) -> bool:
    return count(f"{page}\n{tail}" if tail else page) <= MOST_SEGMENTS


def _words(paragraphs: Sequence[Paragraph], texts: Texts, language: str) -> list[str]:
    lines = [
        texts.render(line, language, short=True).strip()
        for paragraph in paragraphs
        for line in (paragraph.lines if isinstance(paragraph, Lines) else [paragraph])
    ]
    return [re.sub(r"\n\s*\n", "\n", line) for line in lines if line]


def _menus(reply: Reply, texts: Texts, language: str) -> list[str]:
    """The choices, five a menu; those called by their own numbers need no line, those beside a number have no digit."""
    labels = [texts.label(choice, language, short=True) for choice in reply.choices]
    if reply.counts:
        words = ", ".join(label for label in labels if not label.isdecimal())
        return [texts.render(text("sms-or-words", words=words), language)] if words else []
    lines = [f"{number} {label}" for number, label in enumerate(labels, start=1)]
    if all(label == str(number) for number, label in enumerate(labels, start=1)):
        return []
    head = texts.render(text("sms-choices"), language)
    batches = [lines[start : start + MOST_CHOICES] for start in range(0, len(lines), MOST_CHOICES)]
    return ["\n".join([head, *batch]) for batch in batches]


def _cut(block: str, tail: str) -> list[str]:
    """A text in pages, cut between lines or else between words, or inside a word that fills a page alone."""
    found, page = [], ""
    for word in _WORD.findall(block):
        if _fits(page + word, tail):
            page += word
            continue
        whole, begun = _at_line_end(page, word)
        if whole:
            found.append(whole)
        page = f"{begun}{word}".lstrip()
        while not _fits(page, tail):
            room = _room(page, tail)
            found.append(page[:room])
            page = page[room:]
    return [*found, page]


def _at_line_end(page: str, word: str) -> tuple[str, str]:
    """A full page and the line that it breaks off in, which goes to the next one unless it is most of the page."""
    whole, _, begun = page.rpartition("\n")
    if word.startswith("\n") or len(whole) < len(begun):
        return page, ""
    return whole, begun


def _room(page: str, tail: str) -> int:
    low, high = 1, len(page)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(page[:middle], tail) else (low, middle - 1)
    return low
