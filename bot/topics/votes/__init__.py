"""Voting: the ballot, the receipt, the result."""
