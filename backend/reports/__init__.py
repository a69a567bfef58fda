"""Reports: filed, worked on, joined, merged, settled, contested."""
