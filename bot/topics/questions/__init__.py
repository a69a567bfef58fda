"""Questions to the city, and meetings with an official."""
