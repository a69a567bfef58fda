"""People: who writes to the city, on which channels, and who is not heard for a while."""
