"""A telephone network in memory: keypad phones, and a gateway of Kannel's shape that the real adapter talks to."""
