"""A stand-in for Telegram, with a page of phones in the browser."""
