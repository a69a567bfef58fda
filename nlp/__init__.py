"""Understanding: words in, a Reading out. Knows no database, no channel, no texts."""
