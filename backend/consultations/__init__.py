"""Consultations: what the city asks, what people answer, what came of it."""
