"""Talking about reports: from the first words to the resident's last."""
