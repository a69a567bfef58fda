"""Summaries: what stands in them, where it comes from, and the words by which they are chosen."""
