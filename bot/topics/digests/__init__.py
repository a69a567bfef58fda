"""Choosing what one is summed up to about, and how often."""
