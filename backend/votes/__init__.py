"""Votes: the ballot, the roll, the box."""
