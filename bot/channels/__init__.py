"""How the city reaches people: residents' and staff Telegram, the terminal."""
