"""Counting, and what proves it."""
