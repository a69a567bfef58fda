"""What the courier does with one message: open it, bring it, note how it ended."""
