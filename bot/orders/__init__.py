"""What people order in words, "close 1024, fixed this morning", as data a language."""
