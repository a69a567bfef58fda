"""The conversation itself: hello, help, back, cancel, language, phones."""
