"""Words that texts list, found in what somebody says, in whatever language."""

from bot.conversation.fitting import folded
from bot.conversation.reply import Text
from bot.conversation.turn import Turn


def spoken(turn: Turn, id: str, words: str) -> set[str]:
    """The languages in which one of a text's words was said; an order's words stand with its language, as all do."""
    said = set(words.split())
    rendered = {code: turn.house.texts.render(Text(id=id), code) for code in turn.city.languages}
    return {code for code, line in rendered.items() if said & {folded(word) for word in line.split()}}
