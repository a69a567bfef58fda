"""The Bot API as bots see it."""
