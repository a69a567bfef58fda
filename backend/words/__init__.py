"""Words: what texts name, the same in every language."""
