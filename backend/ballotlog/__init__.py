"""The public log of ballots: entries that can't be changed unseen, signed heads, and an export anybody can verify."""
