"""Telling many at once."""
