"""Announcing: what happened reaches those whom it concerns, whoever caused it."""
