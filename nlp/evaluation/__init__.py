"""Measuring understanding: every figure that is quoted, with the peer beside it in the same run."""
