"""Broadcasts: one message to many, and who is meant."""
