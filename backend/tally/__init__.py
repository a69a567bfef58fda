"""Counting: elections in, winners and their reasons out. One rule a file; nothing here knows a database or a chat."""
