"""The city's business: issues, suggestions, consultations, votes, digests. Knows no chat."""
