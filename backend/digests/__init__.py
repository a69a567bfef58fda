"""Summaries: what is due to whom, and what there is to tell."""
