"""Consultations: answered by residents, composed and led by staff."""
