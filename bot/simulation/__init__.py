"""Simulations: a long time in minutes, and an account of it that knows nothing of how the city reckons."""
