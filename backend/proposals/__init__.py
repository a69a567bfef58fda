"""Proposals: made, supported, commented, answered by the city, followed until done."""
