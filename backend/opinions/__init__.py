"""Statements that people agree or disagree with, and the groups of opinion among them."""
