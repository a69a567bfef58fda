"""How it all must behave."""
