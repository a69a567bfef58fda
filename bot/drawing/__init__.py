"""Pictures that say what a text says: charts and maps."""
